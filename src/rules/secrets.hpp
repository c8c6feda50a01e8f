// Tests a regex alone cannot make: is this number a card's?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace dsk::rules {

// The named check of a match: "luhn" passes a card number (ISO/IEC 7812-1, annex B) alone, every
// other name everything.
bool passes(std::string_view check, std::string_view match);

// The digits of a text, so that patterns are tried only near those that their check asks for: "luhn"
// as many as a card has, "digit" and "four-digits" so many together, "mixed" one beside a letter or
// behind a mark.
class Digits {
 public:
  explicit Digits(std::string_view text);

  // Is there such a check, which a match can only pass with digits in it?
  static bool asks(std::string_view check);
  // Where in `range` matches may begin that pass, in order and apart: no farther than `reach` words
  // before the digits; -1 says that nobody knows how far.
  std::vector<Span> starts(std::string_view check, std::int32_t reach, Span range) const;

 private:
  struct Run {
    Span span;
    bool mixed = false;
    bool card = false;  // the last of enough for a card
  };
  bool wanted(const Run& run, std::string_view check) const;
  // Where the word begins that is `count` words before the one at `at`.
  std::uint32_t words_back(std::uint32_t at, std::int32_t count, std::uint32_t begin) const;

  std::string_view text_;
  std::vector<Run> runs_;
};

}  // namespace dsk::rules
