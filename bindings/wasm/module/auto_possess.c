/* PCRE2 marks repeats that need not be tried shorter, which makes matching faster and no different.
 * Our patterns are tried in few places, so here none is marked. */
#include "config.h"
#include "pcre2_internal.h"

int PRIV(auto_possessify)(PCRE2_UCHAR* code, const compile_block* block) {
  (void)code;
  (void)block;
  return 0;
}
