// A table of words found by their first byte, so that a line is read once whatever the table holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mail/bytes.hpp"

namespace dsk::mail {

struct Entry {
  std::string_view text;
  int value = 0;
};

// Borrowed from a WordTable, which is constant data.
struct Words {
  const Entry* entries;
  const std::uint16_t* start;   // of each first byte's entries; 257 of them
  const std::uint64_t* threes;  // which three bytes entries begin with, a bit for some of them

  static constexpr std::size_t row(char first, char second) {
    return (static_cast<unsigned char>(first) ^ static_cast<unsigned char>(second) << 1U) & 63U;
  }
  static constexpr std::uint64_t bit(char second, char third) {
    return std::uint64_t{1} << ((static_cast<unsigned char>(third) ^
                                 static_cast<unsigned char>(second) << 3U) & 63U);
  }
  bool may_hold(char first, char second, char third) const {
    return (threes[row(first, second)] & bit(second, third)) != 0;
  }

  const Entry* begin_of(char first) const {
    return entries + start[static_cast<unsigned char>(first)];
  }
  const Entry* end_of(char first) const {
    return entries + start[static_cast<unsigned char>(first) + 1];
  }
};

template <std::size_t N>
struct WordTable {
  std::array<Entry, N> entries{};
  std::array<std::uint16_t, 257> start{};
  std::array<std::uint64_t, 64> threes{};

  template <class Item, class Convert>
  constexpr WordTable(const Item (&items)[N], Convert convert) {
    std::array<std::uint16_t, 257> count{};
    const auto first = [&](const Item& item) {
      return static_cast<unsigned char>(convert(item).text[0]);
    };
    for (const Item& item : items) ++count[first(item) + 1U];
    for (std::size_t i = 1; i < 257; ++i)
      count[i] = static_cast<std::uint16_t>(count[i] + count[i - 1]);
    start = count;
    for (const Item& item : items) {
      entries[count[first(item)]++] = convert(item);
      const std::string_view text = convert(item).text;
      if (text.size() > 2) {
        threes[Words::row(text[0], text[1])] |= Words::bit(text[1], text[2]);
        continue;
      }
      for (std::size_t next = 0; next < 256; ++next)
        if (text.size() < 2 || text[1] == static_cast<char>(next))
          threes[Words::row(text[0], static_cast<char>(next))] = ~std::uint64_t{0};
    }
  }
  // Words alone, each of value 1.
  constexpr explicit WordTable(const std::string_view (&words)[N])
      : WordTable(words, [](std::string_view word) { return Entry{word, 1}; }) {}
  constexpr operator Words() const { return {entries.data(), start.data(), threes.data()}; }
};

// The entry that `line` is, or nullptr.
inline const Entry* find_word(Words words, std::string_view line) {
  if (line.empty()) return nullptr;
  for (const Entry* entry = words.begin_of(line[0]); entry != words.end_of(line[0]); ++entry)
    if (entry->text == line) return entry;
  return nullptr;
}

// Whether `line` has `text` at `at`, in any case of ASCII, any white space standing for a blank.
inline bool stands_at(std::string_view line, std::size_t at, std::string_view text) {
  if (at + text.size() > line.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = line[at + i];
    if (lower(c) != text[i] && !(text[i] == ' ' && is_space(c))) return false;
  }
  return true;
}

// The first entry that `line` begins with, or nullptr. ASCII in any case.
inline const Entry* find_prefix(Words words, std::string_view line) {
  if (line.empty()) return nullptr;
  const char first = lower(line[0]);
  for (const Entry* entry = words.begin_of(first); entry != words.end_of(first); ++entry)
    if (stands_at(line, 0, entry->text)) return entry;
  return nullptr;
}

// Whether a line that was not folded begins with an entry, as far as ASCII goes: for asking first.
inline bool may_begin(Words words, std::string_view line) {
  if (line.empty() || is_high(line[0])) return true;
  const char first = lower(line[0]);
  const auto plain = [](char c) { return !is_high(c) && c != '*'; };  // stars fall away
  if (line.size() > 2 && plain(line[1]) && plain(line[2]) &&
      !words.may_hold(first, lower(line[1]), lower(line[2])))
    return false;
  for (const Entry* entry = words.begin_of(first); entry != words.end_of(first); ++entry) {
    const std::string_view text = entry->text.substr(0, 4);
    bool same_start = true;
    for (std::size_t i = 1; i < text.size() && i < line.size() && same_start; ++i)
      same_start = is_high(text[i]) || is_high(line[i]) || lower(line[i]) == text[i];
    if (same_start) return true;
  }
  return false;
}

// Bytes of a word in which no other word begins.
inline constexpr auto kInside = byte_table(
    [](char c) { return is_wordish(c) && static_cast<unsigned char>(c) < 0xE3; });
// Lower case, any white space as a blank.
inline constexpr auto kLow = byte_table([](char c) { return is_space(c) ? ' ' : lower(c); });

// Calls `take(entry, position)` for every entry that begins where a word of `line` does, until it
// returns true. The line need not be folded for entries in ASCII. Scripts without spaces have a
// word begin at every character.
template <class Take>
bool each_word(Words words, std::string_view line, Take take) {
  const auto low_at = [&](std::size_t at) {
    return at < line.size() ? at_byte(kLow, line[at]) : ' ';
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char first = at_byte(kLow, line[at]), next = low_at(at + 1);
    if (words.may_hold(first, next, low_at(at + 2)))
      for (const Entry* entry = words.begin_of(first); entry != words.end_of(first); ++entry)
        if ((entry->text.size() == 1 || entry->text[1] == next) &&
            stands_at(line, at, entry->text) && take(*entry, at))
          return true;
    if (!is_wordish(line[at])) continue;
    while (at + 1 < line.size() && at_byte(kInside, line[at + 1])) ++at;
    if (at + 1 < line.size() && !is_wordish(line[at + 1])) ++at;
  }
  return false;
}

inline bool holds_any(Words words, std::string_view line) {
  return each_word(words, line, [](const Entry&, std::size_t) { return true; });
}

// The same, where the word ends there too.
inline bool holds_whole(Words words, std::string_view line) {
  return each_word(words, line, [&](const Entry& entry, std::size_t at) {
    const std::size_t end = at + entry.text.size();
    return static_cast<unsigned char>(entry.text[0]) >= 0xE3 || end >= line.size() ||
           !is_wordish(line[end]);
  });
}

}  // namespace dsk::mail
