// The charsets the core does not know itself, by iconv where the build has it (DESKSIDE_ICONV).
#pragma once

#include <string_view>

#include "mail/pieces.hpp"

namespace dsk::mail {

// False where there is no iconv or it does not know the charset; `out` is then unspecified.
bool from_iconv(std::string_view bytes, std::string_view charset, Derived& out);

}  // namespace dsk::mail
