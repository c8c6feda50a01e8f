#include "acts/acts.hpp"

#include <algorithm>

namespace dsk {
namespace {

using lexicon::ActId;
using lexicon::LanguageAct;

// By act, then in text order, the longer first: which act a pack names first makes no difference.
bool by_place(const ActHit& a, const ActHit& b) {
  if (a.act != b.act) return a.act < b.act;
  return a.first != b.first ? a.first < b.first : a.last > b.last;
}

bool ending_allows(std::uint8_t ending, Ending sentence) {
  return ending == 0 || (ending == 1) == (sentence == Ending::question);
}

}  // namespace

bool Acts::any_of(lexicon::ActIds acts) const {
  return std::any_of(acts.begin(), acts.end(), [&](ActId act) { return any(act); });
}

bool Acts::any_in(lexicon::ActIds acts, std::uint32_t sentence) const {
  return std::any_of(acts.begin(), acts.end(), [&](ActId act) { return in(act, sentence); });
}

std::span<const ActHit> Acts::named(std::string_view name) const {
  if (!language_) return {};
  const ActId act = language_->act(name);
  return act == language_->acts().size() ? std::span<const ActHit>{} : of(act);
}

bool Acts::has_in(std::string_view name, std::uint32_t sentence) const {
  return !named_in(name, sentence).empty();
}

std::span<const ActHit> Acts::named_in(std::string_view name, std::uint32_t sentence) const {
  return language_ ? of(language_->act(name), sentence) : std::span<const ActHit>{};
}

Acts find_acts(const Reading& reading, const match::Hits& hits,
               const lexicon::Language& language) {
  std::vector<ActHit> found;
  const std::vector<LanguageAct>& acts = language.acts();
  for (const match::Hit& hit : hits.all()) {
    const ActId id = language.act_of(hit.set);
    if (id == acts.size()) continue;
    if (!ending_allows(acts[id].ending, reading.sentences[hit.sentence].ending)) continue;
    if (std::none_of(acts[id].unless.begin(), acts[id].unless.end(),
                     [&](lexicon::SetId unless) { return hits.in(unless, hit.sentence); }))
      found.push_back({id, hit.sentence, hit.first, hit.last, hit.mend});
  }
  // A layer may say what the pack under it says already: of one act's hits that overlap, the first
  // and longest stays, as within a set.
  const auto overlaps =
      language.layers().size() > 1 ? match::Overlaps::cut : match::Overlaps::keep;
  match::Grouped<ActHit> distinct(std::move(found), acts.size(), overlaps);
  // What an act rules out goes first, so that an implied act is not ruled out by its own cause.
  found.clear();
  for (const ActHit& hit : distinct.all()) {
    const lexicon::ActIds unless = acts[hit.act].unless_acts;
    if (std::none_of(unless.begin(), unless.end(),
                     [&](ActId other) { return !distinct.of(other, hit.sentence).empty(); }))
      found.push_back(hit);
  }
  const Acts own = found.size() == distinct.all().size() ? Acts(std::move(distinct), language)
                                                         : Acts(found, language);
  // An act is implied once in a sentence, and not where it is done by its own words.
  std::vector<ActHit> implied;
  for (const ActHit& hit : own.all()) {
    for (const ActId act : acts[hit.act].implies) {
      ActHit copy = hit;
      copy.act = act;
      copy.mend = 0;
      if (!own.in(act, copy.sentence)) implied.push_back(copy);
    }
  }
  if (implied.empty()) return own;
  std::sort(implied.begin(), implied.end(), by_place);
  const auto same = [](const ActHit& a, const ActHit& b) {
    return a.act == b.act && a.sentence == b.sentence;
  };
  implied.erase(std::unique(implied.begin(), implied.end(), same), implied.end());
  found.insert(found.end(), implied.begin(), implied.end());
  return Acts(std::move(found), language);
}

}  // namespace dsk
