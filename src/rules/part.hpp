// One sentence of a draft, read as a message of its own, and what rules found in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/facts.hpp"
#include "rules/secrets.hpp"

namespace dsk::rules {

// A place that a rule may speak of, found by the words of its sentence alone.
struct Spot {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // words
  std::uint32_t count = 0;            // what the rule counted there, or which of its cases it is
  Span span = {};                     // where it is not whole words
};

// What of a text shows that most patterns need not be tried.
struct Signs {
  Signs(const lexicon::Language& language, std::string_view text)
      : literals(language.literals().find(text)), digits(text) {}
  // Of the text that an edit made of the one `before` was found in.
  Signs(const lexicon::Language& language, std::string_view text, const Signs& before,
        const SameEnds& same)
      : literals(language.literals().find(text, before.literals, same)), digits(text) {}

  match::Sightings literals;
  Digits digits;
};

// Belongs to one thread at a time.
class Part {
 public:
  explicit Part(const Message& message) : message_(message) {}

  const Message& message() const { return message_; }

  const Signs& signs(const lexicon::Language& language) {
    if (!signs_) signs_.emplace(language, message_.reading.text);
    return *signs_;
  }

  // Whether it was looked at for the rule of this number, and there is none.
  bool has_nothing(std::uint32_t rule) const {
    return rule < seen_.size() && seen_[rule] == Seen::nothing;
  }

  // Calls `body` with each spot of the rule of this number; `find` finds them, once.
  template <class Find, class Body>
  void each(std::uint32_t rule, Find find, Body body) {
    if (rule >= seen_.size()) seen_.resize(rule + kRoom, Seen::not_looked);
    Seen& seen = seen_[rule];
    if (seen == Seen::not_looked) {
      seen = Seen::nothing;
      for (const Spot& spot : find()) {
        spots_.emplace_back(rule, spot);
        seen = Seen::spots;
      }
    }
    for (const auto& [owner, spot] : spots_)
      if (owner == rule) body(spot);
  }

 private:
  static constexpr std::uint32_t kRoom = 256;  // more rules come: they are asked in order
  enum class Seen : std::uint8_t { not_looked, nothing, spots };

  const Message& message_;
  std::optional<Signs> signs_;
  std::vector<Seen> seen_;                              // by rule
  std::vector<std::pair<std::uint32_t, Spot>> spots_;  // few: most rules find nothing
};

}  // namespace dsk::rules
