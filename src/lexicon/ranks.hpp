// Items by rank, so that those that come again get small numbers: who writes asks for the rank of
// an item, who reads takes the item of a rank, and it rises in the ranks of both.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dsk::lexicon {

// What came last stands first.
class Latest {
 public:
  std::size_t size() const { return items_.size(); }
  void add(std::uint32_t item) { items_.push_back(item); }
  std::uint32_t rank_of(std::uint32_t item) const {
    return static_cast<std::uint32_t>(std::find(items_.rbegin(), items_.rend(), item) -
                                      items_.rbegin());
  }
  std::uint32_t take(std::uint32_t rank) {
    const auto at = items_.end() - 1 - static_cast<std::ptrdiff_t>(rank);
    std::rotate(at, at + 1, items_.end());
    return items_.back();
  }

 private:
  std::vector<std::uint32_t> items_;  // the first is the last
};

// What comes often stands in front: an item begins last, and each time it rises half the way.
class Favourites {
 public:
  std::size_t size() const { return items_.size(); }
  void add(std::uint32_t item) { items_.push_back(item); }
  std::uint32_t rank_of(std::uint32_t item) const {
    return static_cast<std::uint32_t>(std::find(items_.begin(), items_.end(), item) -
                                      items_.begin());
  }
  std::uint32_t take(std::uint32_t rank) {
    const auto at = items_.begin() + static_cast<std::ptrdiff_t>(rank);
    const auto to = items_.begin() + static_cast<std::ptrdiff_t>(rank / 2);
    std::rotate(to, at, at + 1);
    return *to;
  }

 private:
  std::vector<std::uint32_t> items_;
};

}  // namespace dsk::lexicon
