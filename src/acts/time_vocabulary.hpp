// The words that times are told with. Most sentences have none of them and most words are none, so
// that nearly all of a mail is passed over by one look at each word's hash.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/words.hpp"

namespace dsk {

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// Every expression of time is a row of such words and figures with a part or a sign among them.
// None begins with a mark or a joint, and none is a part with nothing but marks beside it.
enum class TimeWord : std::uint8_t { none, mark, joint, filler, part, sign };
constexpr bool tells(TimeWord kind) { return kind >= TimeWord::part; }

namespace time_vocabulary {

// With the names of days and their first three or four letters.
constexpr auto kSigns = std::to_array<std::string_view>({
    "tues", "thurs", "today", "tonight", "overnight", "tomorrow", "yesterday", "weekend", "noon",
    "midday", "midnight", "eod", "cob", "eob", "eow", "q1", "q2", "q3", "q4", "christmas", "soon",
    "shortly", "asap", "once", "when", "after", "until",
});
// With the names of months, likewise.
constexpr auto kParts = std::to_array<std::string_view>({
    "sept",     "lunchtime", "lunch",   "morning",   "afternoon", "evening", "min",     "mins",
    "minute",   "minutes",   "h",       "hr",        "hrs",       "hour",    "hours",   "day",
    "days",     "week",      "weeks",   "fortnight", "month",     "months",  "quarter", "year",
    "business", "play",      "opening", "eve",       "one",       "two",     "three",   "four",
    "five",     "six",       "seven",   "eight",     "nine",      "ten",     "eleven",  "twelve",
    "past",     "clock",     "course",  "end",       "point",     "bit",     "while",   "moment",
    "future",   "12",
});
constexpr auto kFillers = std::to_array<std::string_view>({
    "a", "about", "ahead", "an", "approximately", "around", "as", "at", "before", "beginning",
    "between", "boxing", "by", "close", "coming", "couple", "during", "early", "eighteen", "eighty",
    "fifteen", "fifth", "fifty", "first", "forty", "fourteen", "fourth", "from", "half", "in",
    "inside", "last", "late", "later", "latest", "less", "mid", "middle", "new", "next", "nineteen",
    "ninety", "no", "on", "over", "roughly", "second", "seventeen", "seventy", "sixteen", "sixty",
    "start", "the", "third", "thirteen", "thirty", "this", "till", "twenty", "under", "within",
    "zero",
});
constexpr auto kJoints = std::to_array<std::string_view>({
    "am",      "and",   "can",     "commencing", "daylight", "due",   "few",      "following",
    "i",       "local", "most",    "my",         "near",     "night", "now",      "o'",
    "of",      "or",    "our",     "p",          "part",     "pm",    "possible", "quarters",
    "several", "so",    "some",    "standard",   "than",     "thing", "time",     "to",
    "very",    "we",    "working", "your",       "'s",
});
constexpr auto kMarks = std::to_array<std::string_view>({"'", "(", ")", ",", ".", "-"});

constexpr std::size_t kSlots = 2048;

struct Table {
  // In the order of their slots' first takers; a taken slot leads to the next one.
  std::array<std::uint64_t, kSlots> hashes{};
  std::array<TimeWord, kSlots> kinds{};

  constexpr void add(std::string_view word, TimeWord kind) {
    std::uint64_t hash = kHashSeed;
    for (const char c : word) hash = hash_byte(hash, static_cast<unsigned char>(c));
    std::size_t slot = hash % kSlots;
    while (kinds[slot] != TimeWord::none && hashes[slot] != hash) slot = (slot + 1) % kSlots;
    if (kinds[slot] >= kind) return;
    hashes[slot] = hash;
    kinds[slot] = kind;
  }
  constexpr TimeWord of(std::uint64_t hash) const {
    for (std::size_t slot = hash % kSlots; kinds[slot] != TimeWord::none;
         slot = (slot + 1) % kSlots)
      if (hashes[slot] == hash) return kinds[slot];
    return TimeWord::none;
  }
};

inline constexpr Table kTable = [] {
  Table table;
  const auto named = [&](const auto& names, TimeWord kind) {
    for (const std::string_view name : names)
      for (const std::size_t letters : {name.size(), std::size_t{3}, std::size_t{4}})
        table.add(name.substr(0, letters), kind);
  };
  named(kWeekdays, TimeWord::sign);
  named(kMonths, TimeWord::part);
  for (const std::string_view word : kSigns) table.add(word, TimeWord::sign);
  for (const std::string_view word : kParts) table.add(word, TimeWord::part);
  for (const std::string_view word : kFillers) table.add(word, TimeWord::filler);
  for (const std::string_view word : kJoints) table.add(word, TimeWord::joint);
  for (const std::string_view word : kMarks) table.add(word, TimeWord::mark);
  return table;
}();

}  // namespace time_vocabulary

// Words that a reader of times goes past, parted by spaces. All of them are in the vocabulary, or
// the sentence might have been passed over: the compiler sees to it.
struct TimePhrase {
  // NOLINTNEXTLINE(google-explicit-constructor): a phrase is written as its words
  consteval TimePhrase(const char* words) : rest(words) {
    first = next(rest);
    for (const char* at = rest; *at != 0;)
      if (time_vocabulary::kTable.of(next(at)) == TimeWord::none) throw "not in the vocabulary";
    if (time_vocabulary::kTable.of(first) == TimeWord::none) throw "not in the vocabulary";
  }

  // The hash of the word at `at`, which goes on to the next one.
  static constexpr std::uint64_t next(const char*& at) {
    std::uint64_t hash = kHashSeed;
    for (; *at != 0 && *at != ' '; ++at) hash = hash_byte(hash, static_cast<unsigned char>(*at));
    if (*at == ' ') ++at;
    return hash;
  }

  std::uint64_t first = 0;  // hash of the first word
  const char* rest;         // the words after it
};

}  // namespace dsk
