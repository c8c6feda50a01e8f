// The sentences of a draft, each read as a message of its own, and what rules found in them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
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
  // Of the sentence as a mail of its own: a rule sees no more of it here than the sentence tells.
  explicit Part(Facts facts) : facts_(std::move(facts)) {}

  const Facts& facts() const { return facts_; }
  const Message& message() const { return facts_.mail; }

  const Signs& signs() {
    if (!signs_) signs_.emplace(facts_.language, message().reading.text);
    return *signs_;
  }

  // Of all rules by number, a bit for each that looked and found nothing: most of them, so no bit
  // at all means that none has looked.
  const std::vector<std::uint64_t>& nothing() const { return nothing_; }
  bool has_nothing(std::uint32_t rule) const {
    return rule / 64 < nothing_.size() && (nothing_[rule / 64] >> rule % 64 & 1) != 0;
  }

  // Calls `body` with each spot of the rule of this number; `find` finds them, once.
  template <class Find, class Body>
  void each(std::uint32_t rule, Find find, Body body) {
    if (has_nothing(rule)) return;
    bool looked = false;
    for (const auto& [owner, spot] : spots_) {
      if (owner != rule) continue;
      looked = true;
      body(spot);
    }
    if (looked) return;
    const std::vector<Spot> found = find();
    if (found.empty()) {
      if (rule / 64 >= nothing_.size()) nothing_.resize(rule / 64 + 1);
      nothing_[rule / 64] |= std::uint64_t{1} << rule % 64;
    }
    for (const Spot& spot : found) {
      spots_.emplace_back(rule, spot);
      body(spot);
    }
  }

 private:
  Facts facts_;
  std::optional<Signs> signs_;
  std::vector<std::uint64_t> nothing_;
  std::vector<std::pair<std::uint32_t, Spot>> spots_;  // by rule; few: most rules find nothing
};

// Those of a mail, in the order of its sentences.
class Parts {
 public:
  Parts() = default;
  explicit Parts(std::vector<std::shared_ptr<Part>> all) : all_(std::move(all)) {
    for (std::uint32_t at = 0; at < all_.size(); ++at) {
      const std::vector<std::uint64_t>& nothing = all_[at]->nothing();
      if (nothing.empty()) {
        fresh_.push_back(at);
      } else if (fresh_.size() == at) {
        nothing_ = nothing;
      } else {
        nothing_.resize(std::min(nothing_.size(), nothing.size()));
        for (std::size_t i = 0; i < nothing_.size(); ++i) nothing_[i] &= nothing[i];
      }
    }
  }

  const std::vector<std::shared_ptr<Part>>& all() const { return all_; }

  // Calls `body` with the place of each part that the rule of this number need look at.
  template <class Body>
  void each(std::uint32_t rule, Body body) const {
    if (rule / 64 < nothing_.size() && (nothing_[rule / 64] >> rule % 64 & 1) != 0)
      for (const std::uint32_t at : fresh_) body(at);
    else
      for (std::uint32_t at = 0; at < all_.size(); ++at) body(at);
  }

 private:
  std::vector<std::shared_ptr<Part>> all_;
  std::vector<std::uint32_t> fresh_;    // which of them no rule has looked at
  std::vector<std::uint64_t> nothing_;  // Part::nothing of all others together
};

}  // namespace dsk::rules
