#include "json.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace dsk::cli {
namespace {

constexpr auto kPlainly = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0x20; byte < 256; ++byte)
    table[byte] = byte != '"' && byte != '\\' && byte != 0x7f;
  return table;
}();

// Where at or after `at` the first byte stands that is written otherwise; the end where none does.
std::size_t plain_until(std::string_view text, std::size_t at) {
  // Eight at a time while none of them may be such a one.
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  for (std::uint64_t bytes; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto below = [&](std::uint64_t each, unsigned than) { return (each - ones * than) & ~each; };
    const std::uint64_t told = below(bytes, 0x20) | below(bytes ^ ones * '"', 1) |
                               below(bytes ^ ones * '\\', 1) | below(bytes ^ ones * 0x7f, 1);
    if ((told & tops) != 0) break;
  }
  while (at < text.size() && kPlainly[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

Json& Json::quoted_key(std::string_view name) {
  separate();
  quote(name);
  *out_ += ':';
  comma_ = false;
  return *this;
}

Json& Json::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

Json& Json::value(std::size_t number) {
  separate();
  char digits[20];
  out_->append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  return *this;
}

Json& Json::value(bool truth) {
  separate();
  *out_ += truth ? "true" : "false";
  return *this;
}

void Json::quote(std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  *out_ += '"';
  std::size_t plain = 0;
  for (std::size_t at = plain_until(text, 0); at < text.size(); at = plain_until(text, at + 1)) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    out_->append(text, plain, at - plain);
    plain = at + 1;
    switch (byte) {
      case '"':
        *out_ += "\\\"";
        break;
      case '\\':
        *out_ += "\\\\";
        break;
      case '\n':
        *out_ += "\\n";
        break;
      case '\r':
        *out_ += "\\r";
        break;
      case '\t':
        *out_ += "\\t";
        break;
      default:
        *out_ += "\\u00";
        *out_ += hex[byte >> 4];
        *out_ += hex[byte & 15];
    }
  }
  out_->append(text, plain, text.size() - plain);
  *out_ += '"';
}

}  // namespace dsk::cli
