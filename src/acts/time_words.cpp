#include "acts/time_words.hpp"

#include <algorithm>
#include <array>

#include "shortcuts.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 20> kNumbers = {
    "zero",    "one",     "two",       "three",    "four",     "five",    "six",
    "seven",   "eight",   "nine",      "ten",      "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen",  "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 5> kOrdinals = {"first", "second", "third", "fourth", "fifth"};

// One of these, or a figure, stands in every expression of time.
constexpr auto kSigns = std::to_array<std::string_view>({
    "today", "tonight", "overnight", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
    "weekend", "noon", "midday", "lunchtime", "lunch", "midnight", "morning", "afternoon", "evening",
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "fortnight", "month",
    "months", "quarter", "year", "eod", "cob", "eob", "eow", "business", "q1", "q2", "q3", "q4",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "christmas", "eve", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve", "past", "clock", "soon", "shortly", "asap", "possible",
    "course", "once", "end", "point", "bit", "while", "moment", "future",
});

constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = kHashSeed;
  for (const char c : text) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

// By hash, and looked at only where its slot is taken, which settles most words at once.
constexpr std::size_t kSlots = 1024;
struct SignTable {
  std::array<std::uint64_t, kSigns.size()> hashes{};
  std::array<bool, kSlots> taken{};
};
constexpr SignTable kSignTable = [] {
  SignTable table;
  for (std::size_t at = 0; at < kSigns.size(); ++at) {
    table.hashes[at] = hash_of(kSigns[at]);
    table.taken[table.hashes[at] % kSlots] = true;
  }
  return table;
}();

bool is_sign(std::uint64_t hash) {
  return kSignTable.taken[hash % kSlots] &&
         std::find(kSignTable.hashes.begin(), kSignTable.hashes.end(), hash) != kSignTable.hashes.end();
}

// "monday" or its first three letters, four for some months.
template <std::size_t N>
std::optional<int> index_of(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t at = 0; at < N; ++at)
    if (word == names[at] ||
        (word.size() >= 3 && word.size() <= 4 && names[at].substr(0, word.size()) == word))
      return static_cast<int>(at);
  return std::nullopt;
}

template <std::size_t N>
std::optional<int> exact(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

TimeWords::TimeWords(const Reading& reading) : reading_(reading) {
  words_.resize(reading.words.size());
}

bool TimeWords::enter(std::uint32_t sentence) {
  const Sentence& it = reading_.sentences[sentence];
  const bool may_tell =
      !shortcuts ||
      std::any_of(reading_.words.begin() + it.first, reading_.words.begin() + it.last,
                  [&](const Word& word) {
                    // "14.11.2024" may have been taken for an identifier.
                    return word.kind == WordKind::number || word.kind == WordKind::inline_item ||
                           (word.kind == WordKind::word && is_sign(word.hash));
                  });
  if (!may_tell) return false;
  start_ = at_ = it.first;
  stop_ = it.last;
  for (std::uint32_t at = start_; at < stop_; ++at) {
    words_[at] = utf8::lower(reading_.of(reading_.words[at]));
    if (words_[at] == "o\u2019") words_[at] = "o'";
    if (words_[at] == "\u2019s") words_[at] = "'s";
    if (words_[at] == "\u2019") words_[at] = "'";
    if (words_[at] == "\u2013") words_[at] = "-";
  }
  return true;
}

bool TimeWords::take_all(std::string_view phrase) {
  std::uint32_t ahead = 0;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    if (word(ahead++) != phrase.substr(at, end - at)) return false;
    at = end + 1;
  }
  at_ += ahead;
  return true;
}

bool TimeWords::capital(std::uint32_t ahead) const {
  return at_ + ahead < stop_ && reading_.words[at_ + ahead].letter_case != LetterCase::lower;
}

// "Mar", "Sun" and "may" are words as well: a short one has to be written with a capital.
std::optional<int> TimeWords::weekday(std::uint32_t ahead) const {
  const std::string_view text = word(ahead);
  if (text.size() < 6 && !capital(ahead)) return std::nullopt;
  if (text == "tues") return 1;
  if (text == "thurs") return 3;
  return index_of(kWeekdays, text);
}

std::optional<int> TimeWords::month(std::uint32_t ahead) const {
  const std::string_view text = word(ahead);
  if ((text.size() <= 4 || text == "march") && !capital(ahead)) return std::nullopt;
  const auto found = text == "sept" ? std::optional(8) : index_of(kMonths, text);
  return found ? std::optional(*found + 1) : std::nullopt;
}

std::optional<int> TimeWords::ordinal(std::uint32_t ahead) const {
  const std::string_view text = word(ahead);
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 2) return std::nullopt;
  const std::string_view rest = text.substr(digits);
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") return std::nullopt;
  const int value = std::stoi(std::string(text.substr(0, digits)));
  return value >= 1 && value <= 31 ? std::optional(value) : std::nullopt;
}

std::optional<int> TimeWords::spelt_ordinal(std::uint32_t ahead) const {
  const auto found = exact(kOrdinals, word(ahead));
  return found ? std::optional(*found + 1) : std::nullopt;
}

std::optional<int> TimeWords::number() {
  const std::string_view text = word();
  if (all_digits(text) && text.size() <= 4) {
    ++at_;
    return std::stoi(std::string(text));
  }
  if (const auto small = exact(kNumbers, text)) {
    ++at_;
    return small;
  }
  const auto tens = exact(kTens, text);
  if (!tens) return std::nullopt;
  ++at_;
  const int value = 20 + *tens * 10;
  const auto ones = exact(kNumbers, word());
  if (!ones || *ones < 1 || *ones > 9) return value;
  ++at_;
  return value + *ones;
}

}  // namespace dsk
