// Items by rank, so that those that come again get small numbers: who writes asks for the rank of an
// item, who reads takes the item of a rank, and it rises in the ranks of both.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>

namespace dsk::lexicon {

class Ranks {
 public:
  std::size_t size() const { return items_.size(); }
  std::uint32_t rank_of(std::uint32_t item) const {
    return static_cast<std::uint32_t>(std::find(items_.begin(), items_.end(), item) -
                                      items_.begin());
  }

 protected:
  std::uint32_t rise(std::uint32_t from, std::uint32_t to) {
    const auto at = items_.begin() + from;
    std::rotate(items_.begin() + to, at, at + 1);
    return items_[to];
  }

  std::deque<std::uint32_t> items_;
};

// What came last stands first.
class Latest : public Ranks {
 public:
  void add(std::uint32_t item) { items_.push_front(item); }
  std::uint32_t take(std::uint32_t rank) { return rise(rank, 0); }
};

// What comes often stands in front: an item begins last, and each time it rises half the way.
class Favourites : public Ranks {
 public:
  void add(std::uint32_t item) { items_.push_back(item); }
  std::uint32_t take(std::uint32_t rank) { return rise(rank, rank / 2); }
};

}  // namespace dsk::lexicon
