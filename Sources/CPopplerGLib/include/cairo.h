/* poppler's headers ask for cairo's by this name; its pkg-config file knows where they are, but would
   have all of cairo linked as well. */
#include <cairo/cairo.h>
