// A place to link: the module exports deskside.h as it stands, and no shims.
#include <cstdlib>
#include <deskside/deskside.h>
#include <system_error>

// What the C++ library throws where a lock fails. There is one thread here, and no lock fails; without
// this the texts of all system errors, and printf for them, would be part of the download.
_LIBCPP_BEGIN_NAMESPACE_STD
void __throw_system_error(int, const char*) { std::abort(); }
_LIBCPP_END_NAMESPACE_STD
