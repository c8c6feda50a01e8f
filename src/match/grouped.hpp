// Hits in groups, each found in one step.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace dsk::match {

// Of hits of one group that overlap, keep all or the first and longest only?
enum class Overlaps : bool { keep, cut };

// A Hit has a group(), below `groups`, and stands in a sentence at words [first, last). Most groups
// have no hit: what is done for each of them is to clear a number.
template <class Hit>
class Grouped {
 public:
  Grouped() = default;
  Grouped(const std::vector<Hit>& found, std::size_t groups, Overlaps overlaps) : index_(groups) {
    std::vector<std::uint64_t> used((groups + 63) / 64);
    for (const Hit& hit : found) {
      ++index_[hit.group()];
      used[hit.group() / 64] |= std::uint64_t{1} << hit.group() % 64;
    }
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at < used.size(); ++at) {
      for (std::uint64_t left = used[at]; left != 0; left &= left - 1) {
        std::uint32_t& group = index_[at * 64 + static_cast<std::uint32_t>(std::countr_zero(left))];
        ranges_.push_back({begin, begin});
        begin += group;
        group = static_cast<std::uint32_t>(ranges_.size() - 1);
      }
    }
    hits_.resize(found.size());
    for (const Hit& hit : found) hits_[ranges_[index_[hit.group()]].end++] = hit;
    std::uint32_t end = 0;
    for (Range& range : ranges_) {
      const auto first = hits_.begin() + range.begin, last = hits_.begin() + range.end;
      if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
      if (overlaps == Overlaps::keep) continue;
      range.begin = end;
      for (auto hit = first; hit != last; ++hit)
        if (end == range.begin || hit->first >= hits_[end - 1].last) hits_[end++] = *hit;
      range.end = end;
    }
    if (overlaps == Overlaps::cut) hits_.resize(end);
  }

  // By group, then in text order, the longer first.
  std::span<const Hit> all() const { return hits_; }
  std::span<const Hit> of(std::uint32_t group) const {
    if (group >= index_.size()) return {};
    const Range& range = ranges_[index_[group]];
    return {hits_.data() + range.begin, range.end - range.begin};
  }
  // Those of one sentence.
  std::span<const Hit> of(std::uint32_t group, std::uint32_t sentence) const {
    const std::span<const Hit> hits = of(group);
    if (hits.empty()) return hits;
    Hit wanted = hits.front();
    wanted.sentence = sentence;
    const auto [first, last] =
        std::equal_range(hits.begin(), hits.end(), wanted,
                         [](const Hit& a, const Hit& b) { return a.sentence < b.sentence; });
    return {first, last};
  }

 private:
  struct Range {
    std::uint32_t begin, end;
  };
  static bool before(const Hit& a, const Hit& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  }

  std::vector<Hit> hits_;
  std::vector<std::uint32_t> index_;  // in ranges_, by group; 0: no hits
  std::vector<Range> ranges_ = {{0, 0}};  // of hits_; the first is empty
};

}  // namespace dsk::match
