// cues: small signs in one sentence, none of which says much alone; enough of them together do,
// less what speaks against it.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

struct Seen {
  std::uint32_t first, last;
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

// Those that speak for it and pass, each word once.
template <class Pass>
std::vector<const Seen*> speaking(SeenHere seen, Pass pass) {
  std::vector<const Seen*> all;
  std::uint32_t after = 0;
  for (const Seen& one : seen) {
    if (one.cue->weight < 0 || one.first < after || !pass(one.cue->tells)) continue;
    after = one.last;
    all.push_back(&one);
  }
  return all;
}

// “every”, “learns”, “week one”: without the marks around them, and neighbours in one.
std::string listed(const Job& job, const std::vector<const Seen*>& seen) {
  const std::vector<Word>& words = job.reading().words;
  const auto is_mark = [&](std::uint32_t at) {
    return words[at].kind == WordKind::punctuation;
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> quotes;
  for (const Seen* one : seen) {
    auto [first, last] = std::pair(one->first, one->last);
    while (first + 1 < last && is_mark(first)) ++first;
    while (first + 1 < last && is_mark(last - 1)) --last;
    if (!quotes.empty() && quotes.back().second == first) quotes.back().second = last;
    else quotes.emplace_back(first, last);
  }
  std::string list;
  for (const auto& [first, last] : quotes)
    list += (list.empty() ? "" : ", ") +
            fill("“{match}”", job.reading().of(job.reading().span_of(first, last)));
  return list;
}

// What there is in one sentence, in text order; a cue counts once, or each time it stands there.
std::vector<Seen> seen_in(const Job& job, std::uint32_t sentence) {
  std::vector<Seen> seen;
  for (const lexicon::Cue& cue : job.rule().cues) {
    const auto see = [&](const auto& hit) {
      const bool again = !job.rule().every_time && !seen.empty() && seen.back().cue == &cue;
      if (!again) seen.push_back({hit.first, hit.last, &cue});
    };
    job.each_hit(cue, see, sentence);
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  return seen;
}

// What all cues together weigh, by sentence.
std::vector<std::int32_t> weighed(const Job& job) {
  std::vector<std::int32_t> sums(job.reading().sentences.size());
  std::vector<const lexicon::Cue*> counted(sums.size());
  for (const lexicon::Cue& cue : job.rule().cues) {
    job.each_hit(cue, [&](const auto& hit) {
      if (!job.rule().every_time && counted[hit.sentence] == &cue) return;
      counted[hit.sentence] = &cue;
      sums[hit.sentence] += cue.weight;
    });
  }
  return sums;
}

constexpr auto kAny = [](std::string_view) { return true; };

// The sentences that enough cues colour as a whole.
std::vector<Spot> coloured(const Job& job) {
  const lexicon::Rule& rule = job.rule();
  const bool names_it = rule.message.find("{tells}") != std::string_view::npos;
  std::vector<Spot> spots;
  const std::vector<std::int32_t> sums = weighed(job);
  for (std::uint32_t at = 0; at < sums.size(); ++at) {
    if (sums[at] < static_cast<std::int32_t>(rule.enough)) continue;
    const Sentence& sentence = job.reading().sentences[at];
    // In a long one some cues meet by chance.
    if (rule.max_words != 0 && sentence.last - sentence.first > rule.max_words) continue;
    // One sign alone, however it is weighed from two sides, is no undertone; nor are signs of which
    // none tells what it would be.
    const std::vector<Seen> seen = seen_in(job, at);
    if (speaking(seen, kAny).size() < 2 || (names_it && told_by(seen).empty())) continue;
    spots.push_back({at, sentence.first, sentence.last, static_cast<std::uint32_t>(sums[at])});
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
    auto quotes = speaking(here, [&](std::string_view one) { return one == tells; });
    if (quotes.size() < 2)
      quotes = speaking(here, [](std::string_view one) { return !one.empty(); });
    if (quotes.size() < 2) quotes = speaking(here, kAny);
    finding->message = fill(job.rule().message, job.reading().of(finding->span),
                            {{"cues", listed(job, quotes)}, {"tells", std::string(tells)}});
  }
}

}  // namespace dsk::rules
