// One pass over the words for all phrases of a pack.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/pack.hpp"
#include "match/grouped.hpp"
#include "text/reading.hpp"

namespace dsk::match {

// Marks that a phrase runs through as if they were not there: quotes, emphasis, brackets.
bool is_soft(const Word& word);

// Words [first, last) of sentence `sentence` say a phrase of `set`.
struct Hit {
  lexicon::SetId set = 0;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  lexicon::MendId mend = 0;  // what is meant instead

  lexicon::SetId group() const { return set; }
};

// All hits of a reading by set, those that overlap cut down to the longest at each start.
class Hits : public Grouped<Hit> {
 public:
  Hits() = default;
  Hits(std::vector<Hit> found, std::size_t sets)
      : Grouped(std::move(found), sets, Overlaps::cut) {}
  explicit Hits(Grouped hits) : Grouped(std::move(hits)) {}

  bool in(lexicon::SetId set, std::uint32_t sentence) const { return !of(set, sentence).empty(); }
  bool any(lexicon::SetId set) const { return !of(set).empty(); }
};

// `layers` in order, the shipped pack first; they share the numbering of classes and sets. Those of
// sentences [first, last) only.
Hits find(const Reading& reading, std::span<const lexicon::Pack> layers, std::size_t first = 0,
          std::size_t last = SIZE_MAX);

}  // namespace dsk::match
