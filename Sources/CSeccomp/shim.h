#include <seccomp.h>

/* A macro with an argument, which Swift does not import. */
static inline uint32_t seccomp_refuse_with(uint16_t error_number) {
  return SCMP_ACT_ERRNO(error_number);
}
