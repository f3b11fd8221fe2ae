#include "CPopplerGLib.h"

#include <dlfcn.h>

bool poppler_find(struct poppler_functions *functions, void *library) {
#define X(name)                                                                                    \
  if (!(functions->name = (__typeof__(poppler_##name) *)dlsym(library, "poppler_" #name)))         \
    return false;
  POPPLER_FUNCTIONS(X)
#undef X
  functions->object_unref = (__typeof__(g_object_unref) *)dlsym(library, "g_object_unref");
  return functions->object_unref != NULL;
}
