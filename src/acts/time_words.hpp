// The words of one sentence as somebody looking for a time reads them, with a place to go on from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  explicit TimeWords(const Reading& reading);

  // Go to the first word. False where the sentence has no word that a time is told with: most have
  // none, and looking closely costs a copy of each word.
  bool enter(std::uint32_t sentence);

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
    return at_ + ahead < stop_ ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  // The word before the next one.
  std::string_view before() const { return at_ > start_ ? words_[at_ - 1] : std::string_view(); }
  const Word* token() const { return at_ < stop_ ? &reading_.words[at_] : nullptr; }

  // Go past these words, parted by spaces, where they come next.
  bool take(std::string_view phrase) {
    // Hundreds of phrases are asked for at every word, and hardly any begins as it does.
    if (!phrase.empty() && (done() || words_[at_].front() != phrase.front())) return false;
    return take_all(phrase);
  }
  template <class... Phrases>
  bool take_any(Phrases... phrases) {
    return (take(phrases) || ...);
  }

  // Each of these looks at the word `ahead` of the next one and goes nowhere.
  std::optional<int> weekday(std::uint32_t ahead = 0) const;  // 0 is Monday
  std::optional<int> month(std::uint32_t ahead = 0) const;    // 1 is January
  std::optional<int> ordinal(std::uint32_t ahead = 0) const;  // "14", "14th", 1 to 31
  std::optional<int> spelt_ordinal(std::uint32_t ahead = 0) const;  // "first" to "fifth"
  bool capital(std::uint32_t ahead = 0) const;

  // "7", "seven", "twenty-four": go past it.
  std::optional<int> number();

 private:
  bool take_all(std::string_view phrase);

  const Reading& reading_;
  std::vector<std::string> words_;
  std::uint32_t start_ = 0, at_ = 0, stop_ = 0;
};

bool is_digit(char c);
bool all_digits(std::string_view text);

}  // namespace dsk
