// Hits in groups, each found in one step.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace dsk::match {

// Of hits of one group that overlap, keep all or the first and longest only?
enum class Overlaps : bool { keep, cut };

// A Hit has a group(), below `groups`, and stands in a sentence at words [first, last).
template <class Hit>
class Grouped {
 public:
  Grouped() = default;
  Grouped(std::vector<Hit> found, std::size_t groups, Overlaps overlaps) : ends_(groups + 1) {
    if (overlaps == Overlaps::cut) cut(found);
    count(found);
    make_room();
    for (const Hit& hit : found) hits_[ends_[hit.group() + 1]++] = hit;
    if (overlaps == Overlaps::cut) return;  // they came in text order
    for (auto first = hits_.begin(), last = first; first != hits_.end(); first = last) {
      while (last != hits_.end() && last->group() == first->group()) ++last;
      if (last - first > 1 && !std::is_sorted(first, last, before)) std::sort(first, last, before);
    }
  }

  // The hits of sentences that were read one by one, each as a text of its own: `hits_of` gives
  // those of one of them, and `place_of` what brings a hit of it to where it stands in the whole.
  template <class HitsOf, class PlaceOf>
  static Grouped join(std::size_t sentences, std::size_t groups, HitsOf hits_of,
                      PlaceOf place_of) {
    Grouped all;
    all.ends_.resize(groups + 1);
    for (std::size_t at = 0; at < sentences; ++at) all.count(hits_of(at));
    all.make_room();
    Hit* const hits = all.hits_.data();
    std::uint32_t* const ends = all.ends_.data() + 1;
    for (std::size_t at = 0; at < sentences; ++at) {
      const auto place = place_of(at);
      for (const Hit& hit : hits_of(at)) {
        Hit& placed = hits[ends[hit.group()]++];
        placed = hit;
        place(placed);
      }
    }
    return all;
  }

  // By group, then in text order, the longer first.
  std::span<const Hit> all() const { return hits_; }
  std::span<const Hit> of(std::uint32_t group) const {
    if (group + std::size_t{1} >= ends_.size()) return {};
    return {hits_.data() + ends_[group], ends_[group + 1] - ends_[group]};
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
  void count(std::span<const Hit> hits) {
    for (const Hit& hit : hits) ++ends_[hit.group() + 1];
  }
  // From how many hits each group has to where the first of them goes.
  void make_room() {
    std::uint32_t begin = 0;
    for (std::uint32_t& group : ends_) {
      begin += group;
      group = begin - group;
    }
    hits_.resize(begin);
  }
  // Of each group's hits that overlap the first stays, and of those that begin with it the longest.
  void cut(std::vector<Hit>& hits) const {
    const auto earlier = [](const Hit& a, const Hit& b) { return a.first < b.first; };
    if (!std::is_sorted(hits.begin(), hits.end(), earlier))
      std::stable_sort(hits.begin(), hits.end(), earlier);
    std::vector<std::uint32_t> last(ends_.size());  // one behind each group's last that stays
    std::uint32_t kept = 0;
    for (const Hit& hit : hits) {
      std::uint32_t& mine = last[hit.group()];
      if (mine != 0 && hit.first < hits[mine - 1].last) {
        Hit& before = hits[mine - 1];
        if (hit.first == before.first && hit.last > before.last) before = hit;
        continue;
      }
      hits[kept++] = hit;
      mine = kept;
    }
    hits.resize(kept);
  }
  static bool before(const Hit& a, const Hit& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  }

  std::vector<Hit> hits_;
  std::vector<std::uint32_t> ends_;  // of group - 1; so a group's hits begin at ends_[group]
};

}  // namespace dsk::match
