/* Preloaded into deskside, it makes the check crash: what a client does then is what is tested. */
#include <stdlib.h>

int deskside_check(void);

int deskside_check(void) { abort(); }
