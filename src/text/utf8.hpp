// UTF-8: validated once at the border, then decoded without checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dsk::utf8 {

// The first byte that is not part of well-formed UTF-8 (RFC 3629), or npos.
std::size_t first_invalid(std::string_view bytes);

struct Decoded {
  char32_t point;
  std::uint32_t size;  // bytes, at least 1
};

// The code point at `at`; malformed bytes come out one by one as U+FFFD.
Decoded decode(std::string_view text, std::size_t at);

void append(std::string& out, char32_t point);

// Simple case folding for Latin, Greek and Cyrillic; other scripts have no case or stay as they are.
char32_t to_lower(char32_t point);
bool is_upper(char32_t point);
bool is_letter(char32_t point);
std::string lower(std::string_view text);

}  // namespace dsk::utf8
