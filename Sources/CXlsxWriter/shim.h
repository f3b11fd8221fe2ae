#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <xlsxwriter.h>

/* The functions of libxlsxwriter that are used, found when they are needed: linked in the usual way
   the library would load libcrypto as well, at every start of the program. */
#define XLSXWRITER_FUNCTIONS(X)                                                                    \
  X(lxw_strerror) X(lxw_workbook_free)                                                             \
  X(workbook_new_opt) X(workbook_close) X(workbook_set_properties)                                 \
  X(workbook_add_worksheet) X(workbook_add_format)                                                 \
  X(format_set_bold) X(format_set_font_size) X(format_set_font_color) X(format_set_bg_color)       \
  X(format_set_text_wrap) X(format_set_indent) X(format_set_align) X(format_set_num_format)        \
  X(format_set_underline)                                                                          \
  X(worksheet_write_string) X(worksheet_write_number) X(worksheet_write_url)                       \
  X(worksheet_set_row) X(worksheet_set_column) X(worksheet_freeze_panes) X(worksheet_add_table)    \
  X(worksheet_ignore_errors) X(worksheet_set_landscape) X(worksheet_set_paper)                     \
  X(worksheet_fit_to_pages) X(worksheet_repeat_rows) X(worksheet_set_header)                       \
  X(worksheet_set_footer) X(worksheet_set_margins) X(worksheet_activate)

struct xlsxwriter {
#define X(name) __typeof__(name) *name;
  XLSXWRITER_FUNCTIONS(X)
#undef X
};

/* Finds the functions in a library that dlopen has loaded; false where it lacks one. */
static inline bool xlsxwriter_find(struct xlsxwriter *functions, void *library) {
#define X(name)                                                                                    \
  if (!(functions->name = (__typeof__(name) *)dlsym(library, #name))) return false;
  XLSXWRITER_FUNCTIONS(X)
#undef X
  return true;
}

/* How many bytes the rows of a sheet take on the disk so far; negative where one was not written. */
static inline long xlsxwriter_row_bytes(lxw_worksheet *sheet) {
  if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile)) return -1;
  return ftell(sheet->optimize_tmpfile);
}
