// The words of one sentence as somebody looking for a time reads them, with a place to go on from.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/time_vocabulary.hpp"
#include "lexicon/language.hpp"
#include "text/reading.hpp"

namespace dsk {

// Minutes of a day that words stand for.
constexpr int kEndOfDay = 23 * 60 + 59;
constexpr int kCloseOfBusiness = 18 * 60;
constexpr int kStartOfBusiness = 9 * 60;
constexpr int kFirstThing = 10 * 60;
constexpr int kNoon = 12 * 60;
constexpr int kEvening = 22 * 60;

constexpr int kMonday = 0, kFriday = 4, kSaturday = 5, kSunday = 6;

class TimeWords {
 public:
  TimeWords(const Reading& reading, const lexicon::Language& language)
      : reading_(reading), language_(language) {}

  // Go to the first word. False where the sentence has no word that a time is told with.
  bool enter(std::uint32_t sentence);
  // Go on to where a time may begin: in a row of words of the vocabulary that has a sign in it.
  void to_candidate();

  std::uint32_t at() const { return at_; }
  bool done() const { return at_ >= stop_; }
  // Always false, so that a reader can give up with `return words.back(begin);`.
  bool back(std::uint32_t at) {
    at_ = at;
    return false;
  }
  void skip(std::uint32_t count = 1) { at_ += count; }

  // The word `ahead` of the next one in small letters, "" past the end.
  std::string_view word(std::uint32_t ahead = 0) const {
    return at_ + ahead < stop_ ? text_of(at_ + ahead) : std::string_view();
  }
  // The word before the next one.
  std::string_view before() const { return at_ > start_ ? text_of(at_ - 1) : std::string_view(); }
  bool before_is(std::string_view name, std::uint32_t back = 1) const {
    return at_ >= start_ + back && language_.in_class(reading_.words[at_ - back].hash, name);
  }
  const Word* token() const { return at_ < stop_ ? &reading_.words[at_] : nullptr; }

  // Go past these words where they come next.
  bool take(TimePhrase phrase) {
    // Hundreds of phrases are asked for at every word, and hardly any begins as it does.
    return at_ < stop_ && words_[at_ - start_].hash == phrase.first && take_rest(phrase.rest);
  }
  bool take_any(std::initializer_list<TimePhrase> phrases) {
    for (const TimePhrase phrase : phrases)
      if (take(phrase)) return true;
    return false;
  }

  // Each of these looks at the word `ahead` of the next one and goes nowhere.
  std::optional<int> weekday(std::uint32_t ahead = 0) const;  // 0 is Monday
  std::optional<int> month(std::uint32_t ahead = 0) const;    // 1 is January
  std::optional<int> ordinal(std::uint32_t ahead = 0) const;  // "14", "14th", 1 to 31
  std::optional<int> spelt_ordinal(std::uint32_t ahead = 0) const;  // "first" to "fifth"
  bool capital(std::uint32_t ahead = 0) const;
  // Does the next word, a figure, name a thing? "ge-0/0/1", "ticket 31-02-2026"
  bool names_thing() const;

  // "7", "seven", "twenty-four": go past it.
  std::optional<int> number();

  // The month of the last date: "12 January is taken; would Wednesday the 13th do?"
  std::optional<int> month_named;
  // The last day to come that the sentence names by its date.
  std::optional<std::int64_t> day_told;

 private:
  struct Read {
    std::uint64_t hash = 0;
    TimeWord kind = TimeWord::none;
    Span low;  // in low_
  };

  bool take_rest(const char* words);
  TimeWord kind_of(const Word& word) const;
  void read(const Word& word, Read& into);
  bool may_be_name(std::uint32_t ahead) const {
    return at_ + ahead < stop_ && tells(words_[at_ + ahead - start_].kind) &&
           reading_.words[at_ + ahead].kind != WordKind::number;
  }
  std::string_view text_of(std::uint32_t at) const { return words_[at - start_].low.of(low_); }

  const Reading& reading_;
  const lexicon::Language& language_;
  std::vector<Read> words_;  // of the sentence
  std::string low_;          // they in small letters
  std::uint32_t start_ = 0, at_ = 0, stop_ = 0;
  std::uint32_t row_end_ = 0;  // behind the last sign of the row that we are in
};

bool all_digits(std::string_view text);

}  // namespace dsk
