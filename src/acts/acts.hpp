// What each sentence does: greeting, request, promise, refusal ... as the lexicon's phrases tell.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/language.hpp"
#include "match/matcher.hpp"
#include "text/reading.hpp"

namespace dsk {

struct ActHit {
  lexicon::ActId act = 0;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // words [first, last)
  std::uint32_t last = 0;
  lexicon::MendId mend = 0;  // what is meant instead

  lexicon::ActId group() const { return act; }
};

class Acts : public match::Grouped<ActHit> {
 public:
  Acts() = default;
  Acts(std::vector<ActHit> hits, const lexicon::Language& language)
      : Grouped(std::move(hits), language.acts().size(), match::Overlaps::keep),
        language_(&language) {}
  Acts(Grouped hits, const lexicon::Language& language)
      : Grouped(std::move(hits)), language_(&language) {}

  bool in(lexicon::ActId act, std::uint32_t sentence) const { return !of(act, sentence).empty(); }
  bool any(lexicon::ActId act) const { return !of(act).empty(); }
  bool any_of(lexicon::ActIds acts) const;
  bool any_in(lexicon::ActIds acts, std::uint32_t sentence) const;
  // By name, for code that speaks of an act every language has; empty where the pack lacks it.
  std::span<const ActHit> named(std::string_view name) const;
  bool has(std::string_view name) const { return !named(name).empty(); }
  bool has_in(std::string_view name, std::uint32_t sentence) const;
  std::span<const ActHit> named_in(std::string_view name, std::uint32_t sentence) const;

 private:
  const lexicon::Language* language_ = nullptr;
};

Acts find_acts(const Reading& reading, const match::Hits& hits, const lexicon::Language& language);

}  // namespace dsk
