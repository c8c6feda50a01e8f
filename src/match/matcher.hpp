// One pass over the words for all phrases of a pack.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/pack.hpp"
#include "text/reading.hpp"

namespace dsk::match {

// Words [first, last) of sentence `sentence` say a phrase of `set`.
struct Hit {
  lexicon::SetId set = 0;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// All hits of a reading, by set, in text order within a set.
class Hits {
 public:
  Hits() = default;
  Hits(std::vector<Hit> unordered, std::size_t sets);

  std::span<const Hit> all() const { return hits_; }
  std::span<const Hit> of(lexicon::SetId set) const {
    if (set + 1 >= begin_.size()) return {};
    return {hits_.data() + begin_[set], begin_[set + 1] - begin_[set]};
  }
  // Those of one sentence.
  std::span<const Hit> of(lexicon::SetId set, std::uint32_t sentence) const;
  bool in(lexicon::SetId set, std::uint32_t sentence) const { return !of(set, sentence).empty(); }
  bool any(lexicon::SetId set) const { return !of(set).empty(); }

 private:
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> begin_;  // hits_ of set s: [begin_[s], begin_[s + 1])
};

// `layers` in order, the shipped pack first; they share the numbering of classes and sets. A set's
// overlapping hits are cut down to the longest at each start.
Hits find(const Reading& reading, std::span<const lexicon::Pack> layers);

}  // namespace dsk::match
