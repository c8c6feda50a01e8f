#include "acts/acts.hpp"

#include <algorithm>

namespace dsk {
namespace {

using lexicon::ActId;
using lexicon::LanguageAct;

bool before(const ActHit& a, const ActHit& b) {
  return a.act != b.act ? a.act < b.act
         : a.first != b.first ? a.first < b.first
                              : a.last > b.last;
}

bool ending_allows(std::uint8_t ending, Ending sentence) {
  return ending == 0 || (ending == 1) == (sentence == Ending::question);
}

// Hits sorted by `before` are sorted by act and sentence too.
bool by_sentence(const ActHit& a, const ActHit& b) {
  return a.act != b.act ? a.act < b.act : a.sentence < b.sentence;
}

template <class Hits>
bool present(const Hits& sorted, ActId act, std::uint32_t sentence) {
  return std::binary_search(sorted.begin(), sorted.end(), ActHit{act, sentence, 0, 0}, by_sentence);
}

}  // namespace

Acts::Acts(std::vector<ActHit> hits, const lexicon::Language& language)
    : hits_(std::move(hits)), language_(&language) {
  std::sort(hits_.begin(), hits_.end(), before);
}

std::span<const ActHit> Acts::of(ActId act) const {
  const auto [first, last] =
      std::equal_range(hits_.begin(), hits_.end(), ActHit{act, 0, 0, 0},
                       [](const ActHit& a, const ActHit& b) { return a.act < b.act; });
  return {hits_.data() + (first - hits_.begin()), static_cast<std::size_t>(last - first)};
}

bool Acts::in(ActId act, std::uint32_t sentence) const {
  return present(hits_, act, sentence);
}

bool Acts::any_of(const std::vector<ActId>& acts) const {
  return std::any_of(acts.begin(), acts.end(), [&](ActId act) { return any(act); });
}

bool Acts::any_in(const std::vector<ActId>& acts, std::uint32_t sentence) const {
  return std::any_of(acts.begin(), acts.end(), [&](ActId act) { return in(act, sentence); });
}

std::span<const ActHit> Acts::named(std::string_view name) const {
  if (!language_) return {};
  const ActId act = language_->act(name);
  return act == language_->acts().size() ? std::span<const ActHit>{} : of(act);
}

bool Acts::has_in(std::string_view name, std::uint32_t sentence) const {
  return present(named(name), language_ ? language_->act(name) : 0, sentence);
}

std::span<const ActHit> Acts::named_in(std::string_view name, std::uint32_t sentence) const {
  const auto all = named(name);
  if (all.empty()) return all;
  const auto [first, last] = std::equal_range(all.begin(), all.end(),
                                              ActHit{all.front().act, sentence, 0, 0}, by_sentence);
  return {first, last};
}

Acts find_acts(const Reading& reading, const match::Hits& hits,
               const lexicon::Language& language) {
  std::vector<ActHit> found;
  const std::vector<LanguageAct>& acts = language.acts();
  for (ActId id = 0; id < acts.size(); ++id) {
    for (const lexicon::SetId set : acts[id].phrases) {
      for (const match::Hit& hit : hits.of(set)) {
        if (!ending_allows(acts[id].ending, reading.sentences[hit.sentence].ending)) continue;
        const bool guarded = std::any_of(
            acts[id].unless.begin(), acts[id].unless.end(),
            [&](lexicon::SetId unless) { return hits.in(unless, hit.sentence); });
        if (!guarded) found.push_back({id, hit.sentence, hit.first, hit.last});
      }
    }
  }
  // A layer may say what the pack under it says already: of one act's hits that overlap, the first
  // and longest stays, as within a set.
  std::sort(found.begin(), found.end(), before);
  std::vector<ActHit> distinct;
  for (const ActHit& hit : found)
    if (distinct.empty() || distinct.back().act != hit.act || hit.first >= distinct.back().last)
      distinct.push_back(hit);
  found = std::move(distinct);
  // What an act rules out goes first, so that an implied act is not ruled out by its own cause.
  const std::vector<ActHit> before_guards = found;
  std::erase_if(found, [&](const ActHit& hit) {
    const std::vector<ActId>& unless = acts[hit.act].unless_acts;
    return std::any_of(unless.begin(), unless.end(), [&](ActId other) {
      return present(before_guards, other, hit.sentence);
    });
  });
  std::vector<ActHit> implied;
  for (const ActHit& hit : found) {
    for (const ActId act : acts[hit.act].implies) {
      ActHit copy = hit;
      copy.act = act;
      if (!present(found, act, copy.sentence)) implied.push_back(copy);
    }
  }
  std::stable_sort(implied.begin(), implied.end(), by_sentence);
  const auto same = [](const ActHit& a, const ActHit& b) {
    return a.act == b.act && a.sentence == b.sentence;
  };
  implied.erase(std::unique(implied.begin(), implied.end(), same), implied.end());
  found.insert(found.end(), implied.begin(), implied.end());
  return Acts(std::move(found), language);
}

}  // namespace dsk
