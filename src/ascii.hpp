// Bytes that are known or wanted to be ASCII, on the ground floor. No locale is ever asked.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dsk::ascii {

// A table of what `of` says of each byte: for loops over every byte of a text.
template <class Of>
constexpr auto byte_table(Of of) {
  std::array<decltype(of(char{})), 256> table{};
  for (std::size_t byte = 0; byte < 256; ++byte) table[byte] = of(static_cast<char>(byte));
  return table;
}
template <class Value>
constexpr Value at_byte(const std::array<Value, 256>& table, char byte) {
  return table[static_cast<unsigned char>(byte)];
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
constexpr bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; }
// A byte of a word in any language: every byte of a multi-byte letter counts.
inline constexpr auto kWordish = byte_table([](char c) { return is_alnum(c) || is_high(c); });
constexpr bool is_wordish(char c) { return at_byte(kWordish, c); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
inline constexpr auto kSpaces =
    byte_table([](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
constexpr bool is_space(char c) { return at_byte(kSpaces, c); }
inline constexpr auto kLowered =
    byte_table([](char c) { return static_cast<char>(c | (is_upper(c) ? 0x20 : 0)); });
constexpr char lower(char c) { return at_byte(kLowered, c); }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// What digits count, nine of them at most.
constexpr int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

// 0 where there is none.
constexpr char last_of(std::string_view text) { return text.empty() ? '\0' : text.back(); }

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// `lowered` must be lower case already.
constexpr bool same(std::string_view text, std::string_view lowered) {
  if (text.size() != lowered.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (lower(text[i]) != lowered[i]) return false;
  return true;
}
constexpr bool starts(std::string_view text, std::string_view lowered) {
  return text.size() >= lowered.size() && same(text.substr(0, lowered.size()), lowered);
}
constexpr bool ends(std::string_view text, std::string_view lowered) {
  return text.size() >= lowered.size() && same(text.substr(text.size() - lowered.size()), lowered);
}

inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

inline bool has_only(std::string_view text, bool (*test)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

// Where the next digit stands, from `at` on; the end of the text where there is none. Eight bytes at
// a time where none of them is.
inline std::uint32_t next_digit(std::string_view text, std::uint32_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    const std::uint64_t values = eight ^ '0' * kEach;  // below ten where it is a digit
    if (((values - 10 * kEach) & ~values & 0x80 * kEach) != 0) break;
  }
  while (at < text.size() && !is_digit(text[at])) ++at;
  return at;
}

// Whether `lowered` stands anywhere in `text`, in any case. For short texts.
inline bool holds(std::string_view text, std::string_view lowered_part) {
  if (lowered_part.empty()) return true;
  for (std::size_t i = 0; i + lowered_part.size() <= text.size(); ++i)
    if (same(text.substr(i, lowered_part.size()), lowered_part)) return true;
  return false;
}

}  // namespace dsk::ascii
