// cues: small signs in one sentence, none of which says much alone; enough of them together do,
// less what speaks against it.
#include <algorithm>
#include <map>
#include <string>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

struct Seen {
  std::uint32_t sentence, first, last;
  const lexicon::Cue* cue;
};
using SeenHere = std::span<const Seen>;

// What most of it sounds like; "" where the rule's cues all tell the same.
std::string_view told_by(SeenHere seen) {
  std::map<std::string_view, std::int32_t> sums;
  for (const Seen& one : seen)
    if (one.cue->weight > 0 && !one.cue->tells.empty()) sums[one.cue->tells] += one.cue->weight;
  std::string_view most;
  for (const auto& [tells, sum] : sums)
    if (most.empty() || sum > sums[most]) most = tells;
  return most;
}

// “every”, “learns”, “week one”: those that speak for it and pass, each word once.
template <class Pass>
std::vector<std::string> quoted(const Job& job, SeenHere seen, Pass pass) {
  std::vector<std::string> all;
  std::uint32_t after = 0;
  for (const Seen& one : seen) {
    if (one.cue->weight < 0 || one.first < after || !pass(one.cue->tells)) continue;
    after = one.last;
    all.push_back(fill("“{match}”", job.reading().of(job.reading().span_of(one.first, one.last))));
  }
  return all;
}

std::string listed(const std::vector<std::string>& quotes) {
  std::string list;
  for (const std::string& quote : quotes) list += (list.empty() ? "" : ", ") + quote;
  return list;
}

// Of what stands from `begin` on: one cue, which counts once in each sentence.
void once_a_sentence(std::vector<Seen>& seen, std::ptrdiff_t begin) {
  const auto before = [](const Seen& a, const Seen& b) { return a.sentence < b.sentence; };
  if (!std::is_sorted(seen.begin() + begin, seen.end(), before))
    std::stable_sort(seen.begin() + begin, seen.end(), before);
  seen.erase(std::unique(seen.begin() + begin, seen.end(),
                         [](const Seen& a, const Seen& b) { return a.sentence == b.sentence; }),
             seen.end());
}

// In one sentence, or (kNoSentence) in all of them, in text order.
std::vector<Seen> seen_in(const Job& job, std::uint32_t sentence) {
  const lexicon::Rule& rule = job.rule();
  const bool all = sentence == kNoSentence;
  std::vector<Seen> seen;
  seen.reserve(32);
  for (const lexicon::Cue& cue : rule.cues) {
    const auto begin = static_cast<std::ptrdiff_t>(seen.size());
    for (const match::Hit& hit : job.hits().of(cue.phrases))
      if (all || hit.sentence == sentence) seen.push_back({hit.sentence, hit.first, hit.last, &cue});
    for (const lexicon::ActId act : cue.acts)
      for (const ActHit& hit : job.acts().of(act))
        if (all || hit.sentence == sentence)
          seen.push_back({hit.sentence, hit.first, hit.last, &cue});
    if (!rule.every_time) once_a_sentence(seen, begin);
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  return seen;
}

constexpr auto kAny = [](std::string_view) { return true; };

// The sentences that enough cues colour as a whole.
std::vector<Spot> coloured(const Job& job) {
  const lexicon::Rule& rule = job.rule();
  std::vector<Spot> spots;
  const std::vector<Seen> seen = seen_in(job, kNoSentence);
  for (auto from = seen.begin(), to = from; from != seen.end(); from = to) {
    const Sentence& sentence = job.reading().sentences[from->sentence];
    std::int32_t sum = 0;
    for (; to != seen.end() && to->sentence == from->sentence; ++to) sum += to->cue->weight;
    if (sum < static_cast<std::int32_t>(rule.enough)) continue;
    // In a long one some cues meet by chance.
    if (rule.max_words != 0 && sentence.last - sentence.first > rule.max_words) continue;
    // One sign alone, however it is weighed from two sides, is no undertone.
    const SeenHere here(&*from, static_cast<std::size_t>(to - from));
    if (quoted(job, here, kAny).size() < 2) continue;
    spots.push_back(
        {from->sentence, sentence.first, sentence.last, static_cast<std::uint32_t>(sum)});
  }
  return spots;
}

}  // namespace

void cues(Job& job) {
  for (const Spot& spot : job.spots(coloured)) {
    Finding* finding = job.report(spot.sentence, spot.first, spot.last, spot.count);
    if (!finding) continue;
    const std::vector<Seen> here = seen_in(job, spot.sentence);
    const std::string_view tells = told_by(here);
    auto quotes = quoted(job, here, [&](std::string_view one) { return one == tells; });
    if (quotes.size() < 2)
      quotes = quoted(job, here, [](std::string_view one) { return !one.empty(); });
    if (quotes.size() < 2) quotes = quoted(job, here, kAny);
    finding->message = fill(job.rule().message, job.reading().of(finding->span),
                            {{"cues", listed(quotes)}, {"tells", std::string(tells)}});
  }
}

}  // namespace dsk::rules
