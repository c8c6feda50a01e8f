#include "json.hpp"

#include <array>
#include <charconv>

namespace dsk::cli {

Json& Json::key(const std::string& name) {
  separate();
  quote(name);
  *out_ += ':';
  comma_ = false;
  return *this;
}

Json& Json::key(const char* name) {
  *out_ += comma_ ? ",\"" : "\"";
  out_->append(name);
  *out_ += "\":";
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
  static constexpr auto plainly = [] {
    std::array<bool, 256> table{};
    for (unsigned byte = 0x20; byte < 256; ++byte)
      table[byte] = byte != '"' && byte != '\\' && byte != 0x7f;
    return table;
  }();
  *out_ += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (plainly[byte]) continue;
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
