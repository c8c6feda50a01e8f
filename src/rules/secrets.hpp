// Tests a regex alone cannot make: is this number a card's?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pack.hpp"
#include "mail/document.hpp"
#include "text/span.hpp"

namespace dsk::rules {

using lexicon::RegexCheck;

// Only `luhn` asks for more than the digits that were looked for: a card's number passes it.
bool passes(RegexCheck check, std::string_view match);

// The digits of a text, so that patterns are tried only near those that their check asks for.
class Digits {
 public:
  explicit Digits(std::string_view text);

  // Those that the check asks for, as far as they lie in `range`.
  std::vector<Span> of(RegexCheck check, Span range) const;
  bool any(RegexCheck check) const;

 private:
  struct Run {
    Span span;
    bool mixed = false;
    bool card = false;  // the last of enough for a card
  };
  bool wanted(const Run& run, RegexCheck check) const;
  std::vector<Run> runs_;
};

// Where in `range` of a text a pattern may begin that has to go through one of `places`, which are
// in order: from so many words before it on.
std::vector<Span> within_reach(std::string_view text, Span range, const std::vector<Span>& places,
                               std::uint32_t words);

// Does it stand in somebody else's words?
bool is_quoted(const mail::Document& document, Span place);

}  // namespace dsk::rules
