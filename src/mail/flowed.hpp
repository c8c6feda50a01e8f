// format=flowed (RFC 3676): soft line breaks undone, space stuffing taken off.
#pragma once

#include <string_view>

#include "mail/pieces.hpp"

namespace dsk::mail {

// Lines end with '\n' in the result, whatever they ended with. `delete_space` is DelSp=yes.
Derived unflow(std::string_view body, bool delete_space);

}  // namespace dsk::mail
