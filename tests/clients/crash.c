/* Stands in for the check: it crashes, or with HANG set never returns. What a client does then is
 * what is tested. Linked into a deskside of its own, and preloaded into programs that embed the
 * library. */
#include <stdlib.h>
#include <unistd.h>

int STANDS_FOR(void);

int STANDS_FOR(void) {
  while (getenv("HANG")) pause();
  abort();
}
