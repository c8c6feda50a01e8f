// Nothing but a place to link: the module exports deskside.h as it stands, and no shims.
#include <deskside/deskside.h>
