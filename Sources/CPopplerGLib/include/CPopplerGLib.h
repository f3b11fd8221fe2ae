#include <poppler/glib/poppler.h>
#include <stdbool.h>

/* The functions of poppler-glib that are used, found when they are needed: linked in the usual way it
   would load fifty libraries before the program's first step, at every start, PDF or no PDF. */
#define POPPLER_FUNCTIONS(X)                                                                       \
  X(get_version) X(error_quark)                                                                    \
  X(document_new_from_bytes) X(document_get_n_pages) X(document_get_page)                          \
  X(document_get_title) X(document_get_producer) X(document_get_creator)                           \
  X(document_get_creation_date_time) X(document_find_dest)                                         \
  X(page_get_size) X(page_get_text) X(page_get_text_layout)                                        \
  X(page_get_text_attributes) X(page_free_text_attributes)                                         \
  X(page_get_image_mapping) X(page_free_image_mapping)                                             \
  X(index_iter_new) X(index_iter_free) X(index_iter_next)                                          \
  X(index_iter_get_child) X(index_iter_get_action)                                                 \
  X(action_free) X(dest_free)

/* Each under its name without "poppler_", and what releases its objects. */
struct poppler_functions {
#define X(name) __typeof__(poppler_##name) *name;
  POPPLER_FUNCTIONS(X)
#undef X
  __typeof__(g_object_unref) *object_unref;
};

/* Finds the functions in a library that dlopen has loaded; false where it lacks one. */
bool poppler_find(struct poppler_functions *functions, void *library);
