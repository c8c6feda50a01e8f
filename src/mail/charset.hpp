// Bytes of a declared charset to UTF-8, with offsets kept.
#pragma once

#include <string>
#include <string_view>

#include "mail/pieces.hpp"

namespace dsk::mail {

enum class Conversion : std::uint8_t {
  none,     // the bytes are UTF-8 as they stand; nothing was written to `out`
  done,     // `out` holds the text
  guessed,  // the same, but the charset was missing, wrong or unknown
  mended,   // the same, with U+FFFD for each byte that is not the UTF-8 it was said to be
};

// Read `bytes` as `charset` (any case, may be empty). Bytes that are UTF-8 are taken as such when
// the declared charset is missing, ASCII or unknown; what no charset explains is windows-1252.
Conversion to_utf8(std::string_view bytes, std::string_view charset, Derived& out);

bool is_ascii(std::string_view bytes);
bool is_utf8(std::string_view bytes);

}  // namespace dsk::mail
