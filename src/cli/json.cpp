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
    // The top bit of each sum stands for the byte alone where the byte's own does not.
    const std::uint64_t told = (bytes - ones * 0x20) | ((bytes ^ ones * '"') - ones) |
                               ((bytes ^ ones * '\\') - ones) | (bytes + ones);
    if ((told & ~bytes & tops) != 0) break;
  }
  while (at < text.size() && kPlainly[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

Json& Json::quoted_key(std::string_view name) {
  separate();
  quote(name);
  put(':');
  comma_ = false;
  return *this;
}

Json& Json::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

Json& Json::value(std::size_t number) {
  constexpr std::size_t kDigits = 20;
  separate();
  char* const begin = room(kDigits);
  used_ += static_cast<std::size_t>(std::to_chars(begin, begin + kDigits, number).ptr - begin);
  return *this;
}

Json& Json::value(bool truth) {
  separate();
  put(std::string_view(truth ? "true" : "false"));
  return *this;
}

void Json::quote(std::string_view text) {
  put('"');
  for (std::size_t at = 0;; ++at) {
    const std::size_t end = plain_until(text, at);
    put(text.substr(at, end - at));
    if (end == text.size()) break;
    escape(static_cast<unsigned char>(text[end]));
    at = end;
  }
  put('"');
}

void Json::escape(unsigned char byte) {
  static constexpr char hex[] = "0123456789abcdef";
  put('\\');
  switch (byte) {
    case '"':
    case '\\':
      return put(static_cast<char>(byte));
    case '\n':
      return put('n');
    case '\r':
      return put('r');
    case '\t':
      return put('t');
    default:
      put(std::string_view("u00"));
      put(hex[byte >> 4]);
      put(hex[byte & 15]);
  }
}

void Json::grow(std::size_t more) {
  constexpr std::size_t kFirst = 8192;  // most mails need no more
  size_ = std::max({kFirst, 2 * size_, used_ + more});
  // Not cleared, because all that is read of it is written first.
  std::unique_ptr<char[]> bytes(new char[size_]);
  std::copy_n(bytes_.get(), used_, bytes.get());
  bytes_ = std::move(bytes);
}

}  // namespace dsk::cli
