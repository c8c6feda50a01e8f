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
  // Those it asks for, as far as they lie in `range`.
  std::vector<Span> of(std::string_view check, Span range) const;

 private:
  struct Run {
    Span span;
    bool mixed = false;
    bool card = false;  // the last of enough for a card
  };
  bool wanted(const Run& run, std::string_view check) const;
  std::vector<Run> runs_;
};

// Where in `range` of a text a pattern may begin that has to go through one of `places`, which are in
// order: from so many words before it on.
std::vector<Span> within_reach(std::string_view text, Span range, const std::vector<Span>& places,
                               std::uint32_t words);

}  // namespace dsk::rules
