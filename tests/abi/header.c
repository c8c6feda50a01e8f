/* Compiled as C99, C17, C++17 and C++20, with every warning an error. */
#include <deskside/deskside.h>

/* A declaration of each kind is used, so that none can be a macro that only looks like one. */
extern deskside_status (*const deskside_test_new)(deskside_options **, deskside_error **);
deskside_status (*const deskside_test_new)(deskside_options **, deskside_error **) =
    deskside_options_new;

typedef char deskside_test_status_is_32_bits[sizeof(deskside_status) == 4 ? 1 : -1];
typedef char deskside_test_unit_is_32_bits[sizeof(deskside_unit) == 4 ? 1 : -1];
typedef char deskside_test_level_is_32_bits[sizeof(deskside_level) == 4 ? 1 : -1];
typedef char deskside_test_verdict_is_32_bits[sizeof(deskside_verdict) == 4 ? 1 : -1];
