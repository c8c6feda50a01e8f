// References to characters in HTML: "&eacute;", "&#233;".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dsk::mail {

struct Reference {
  std::uint32_t code = 0;  // a character's; 0: what stands there is no reference
  std::size_t size = 0;    // bytes
};
// The one that `html` begins with, by its '&'.
Reference read_reference(std::string_view html);

}  // namespace dsk::mail
