// Header fields: finding them, unfolding, and what RFC 2047, 2231 and 5322 make of their values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/document.hpp"

namespace dsk::mail {

// A byte order mark, which editors put in front of a file.
inline constexpr std::string_view kMark = "\xEF\xBB\xBF";
inline bool starts_with_mark(std::string_view bytes) {
  return bytes.substr(0, kMark.size()) == kMark;
}

struct HeaderField {
  std::string_view name;
  std::string_view value;  // as written, folds and all
};

struct HeaderBlock {
  std::vector<HeaderField> fields;
  std::size_t end = 0;  // where the body begins

  // The first field of that (lower case) name, unfolded; empty where there is none.
  std::string value(std::string_view lowered_name) const;
  const HeaderField* find(std::string_view lowered_name) const;
};

// Reads fields until a blank line or a line that is no field. `begin` is an offset of `bytes`.
HeaderBlock read_headers(std::string_view bytes, std::size_t begin);

std::string unfold(std::string_view value);
// Encoded words (RFC 2047) and bare 8-bit bytes to UTF-8. Takes a folded or unfolded value.
std::string decode_words(std::string_view value);

// "text/plain; charset=utf-8" and the like. Names are lower case; values are decoded (RFC 2231
// continuations and charsets, and the encoded words people write there instead).
struct Parameters {
  std::string value;  // before the first ';', lower case
  std::vector<std::pair<std::string, std::string>> list;

  std::string_view get(std::string_view lowered_name) const;
};
Parameters read_parameters(std::string_view value);

// A To, Cc or From value: groups are flattened, comments dropped.
std::vector<Address> read_addresses(std::string_view value);

}  // namespace dsk::mail
