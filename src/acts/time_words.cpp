#include "acts/time_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "ascii.hpp"
#include "shortcuts.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::array<std::string_view, 20> kNumbers = {
    "zero",    "one",     "two",       "three",    "four",     "five",    "six",
    "seven",   "eight",   "nine",      "ten",      "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen",  "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 5> kOrdinals = {"first", "second", "third", "fourth",
                                                       "fifth"};

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

bool all_digits(std::string_view text) {
  return ascii::has_only(text, ascii::is_digit);
}

inline TimeWord TimeWords::kind_of(const Word& word) const {
  if (word.kind != WordKind::number && word.kind != WordKind::inline_item)
    return time_vocabulary::kTable.of(word.hash);
  const std::string_view text = reading_.of(word);
  // "14.11.2024" may have been taken for an identifier.
  if (word.kind == WordKind::inline_item)
    return ascii::is_digit(text.front()) ? TimeWord::sign : time_vocabulary::kTable.of(word.hash);
  // "14.11.2024", "15:30" and "17h30" are more than a number.
  const auto rest = std::find_if_not(text.begin(), text.end(), ascii::is_digit);
  const bool plain =
      rest == text.end() || (*rest == '.' && std::all_of(rest + 1, text.end(), ascii::is_digit));
  return plain ? TimeWord::part : TimeWord::sign;
}

bool TimeWords::enter(std::uint32_t sentence) {
  const Sentence& it = reading_.sentences[sentence];
  const auto words = std::span(reading_.words).subspan(it.first, it.size());
  if (shortcuts && std::none_of(words.begin(), words.end(),
                                [&](const Word& word) { return tells(kind_of(word)); }))
    return false;
  start_ = at_ = row_end_ = it.first;
  stop_ = it.last;
  day_told.reset();
  words_.clear();
  words_.reserve(words.size());
  for (const Word& word : words) words_.push_back({word.hash, kind_of(word), {}});
  low_.assign(reading_.of(it));
  if (utf8::lower_ascii(low_)) {
    for (std::uint32_t at = start_; at < stop_; ++at) {
      const Span span = reading_.words[at].span;
      words_[at - start_].low = {span.begin - it.span.begin, span.end - it.span.begin};
    }
  } else {
    low_.clear();
    for (std::uint32_t at = start_; at < stop_; ++at) read(reading_.words[at], words_[at - start_]);
  }
  return true;
}

// A word of a sentence with more than ASCII in it.
void TimeWords::read(const Word& word, Read& into) {
  std::string low = utf8::lower(reading_.of(word));
  if (low == "o\u2019") low = "o'";
  else if (low == "\u2019s") low = "'s";
  else if (low == "\u2019") low = "'";
  else if (low == "\u2013") low = "-";
  // Of all marks that the tokeniser takes for one, only these: "Monday \u2014 or" joins nothing.
  if (word.kind != WordKind::word && word.kind != WordKind::number) into.hash = hash_folded(low);
  into.low.begin = static_cast<std::uint32_t>(low_.size());
  low_ += low;
  into.low.end = static_cast<std::uint32_t>(low_.size());
}

void TimeWords::to_candidate() {
  if (!shortcuts) return;
  const auto kind = [&](std::uint32_t at) { return words_[at - start_].kind; };
  while (at_ >= row_end_ && at_ < stop_) {
    if (kind(at_) == TimeWord::none) {
      ++at_;
      continue;
    }
    std::uint32_t end = at_, words = 0;
    for (row_end_ = at_; end < stop_ && kind(end) != TimeWord::none; ++end) {
      words += kind(end) != TimeWord::mark;
      if (tells(kind(end))) row_end_ = end + 1;
    }
    const auto alone = [&] { return words == 1 && kind(row_end_ - 1) == TimeWord::part; };
    if (row_end_ == at_ || alone()) at_ = row_end_ = end;
  }
  // The last word of the row is more than that.
  while (at_ < row_end_ && kind(at_) <= TimeWord::joint) ++at_;
}

bool TimeWords::take_rest(const char* words) {
  std::uint32_t ahead = at_ + 1;
  while (*words != 0) {
    const std::uint64_t hash = TimePhrase::next(words);
    if (ahead >= stop_ || words_[ahead++ - start_].hash != hash) return false;
  }
  at_ = ahead;
  return true;
}

bool TimeWords::capital(std::uint32_t ahead) const {
  return at_ + ahead < stop_ && reading_.words[at_ + ahead].letter_case != LetterCase::lower;
}

bool TimeWords::names_thing() const {
  constexpr std::uint32_t kMost = 12;  // words back
  const std::uint32_t begin = reading_.words[at_].span.begin;
  const std::string_view text = reading_.text.substr(0, begin);
  if (text.ends_with('-') && begin > 1 && ascii::is_alpha(text[begin - 2])) return true;
  const auto is = [&](std::uint32_t at, std::string_view name) {
    return language_.in_class(reading_.words[at].hash, name);
  };
  const std::uint32_t stop = at_ - std::min(kMost, at_ - start_);
  for (std::uint32_t at = at_; at > stop; --at) {
    const Word& word = reading_.words[at - 1];
    if (is(at - 1, "numbered")) return true;
    // "ticket no. 31-02-2026", "ticket #31-02-2026"; of a row, another of its figures
    const bool mark =
        word.mark == '#' || word.mark == ':' || word.mark == '.' || is(at - 1, "no-of");
    const bool joint = word.mark == ',' || is(at - 1, "and-then") || is(at - 1, "or");
    const bool row = joint && at - 1 > stop && ascii::is_digit(text_of(at - 2).front());
    const bool figure = at < at_ && word.kind == WordKind::number;
    if (!mark && !figure && !row) return false;
  }
  return false;
}

// "Mar", "Sun" and "may" are words as well: a short one has to be written with a capital.
std::optional<int> TimeWords::weekday(std::uint32_t ahead) const {
  if (!may_be_name(ahead)) return std::nullopt;
  const std::string_view text = word(ahead);
  if (text.size() < 6 && !capital(ahead)) return std::nullopt;
  if (text == "tues") return 1;
  if (text == "thurs") return 3;
  return index_of(kWeekdays, text);
}

std::optional<int> TimeWords::month(std::uint32_t ahead) const {
  if (!may_be_name(ahead)) return std::nullopt;
  const std::string_view text = word(ahead);
  if ((text.size() <= 4 || text == "march") && !capital(ahead)) return std::nullopt;
  const auto found = text == "sept" ? std::optional(8) : index_of(kMonths, text);
  return found ? std::optional(*found + 1) : std::nullopt;
}

std::optional<int> TimeWords::ordinal(std::uint32_t ahead) const {
  const std::string_view text = word(ahead);
  std::size_t digits = 0;
  while (digits < text.size() && ascii::is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 2) return std::nullopt;
  const std::string_view rest = text.substr(digits);
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th")
    return std::nullopt;
  const int value = ascii::number_of(text.substr(0, digits));
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
    return ascii::number_of(text);
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
