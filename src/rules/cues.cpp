// cues: small signs in one sentence, none of which says much alone; enough of them together do,
// less what speaks against it.
#include <algorithm>
#include <string>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

struct Seen {
  std::uint32_t sentence, first, last;
  std::int32_t weight;
};

// “every”, “learns”, “week one”: those that speak for it, each word once.
std::vector<std::string> quoted(const Job& job, std::span<const Seen> seen) {
  std::vector<std::string> all;
  std::uint32_t after = 0;
  for (const Seen& one : seen) {
    if (one.weight < 0 || one.first < after) continue;
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
  std::stable_sort(seen.begin() + begin, seen.end(),
                   [](const Seen& a, const Seen& b) { return a.sentence < b.sentence; });
  seen.erase(std::unique(seen.begin() + begin, seen.end(),
                         [](const Seen& a, const Seen& b) { return a.sentence == b.sentence; }),
             seen.end());
}

}  // namespace

void cues(Job& job) {
  const lexicon::Rule& rule = job.rule();
  std::vector<Seen> seen;
  for (const lexicon::Cue& cue : rule.cues) {
    const auto begin = static_cast<std::ptrdiff_t>(seen.size());
    for (const match::Hit& hit : job.hits().of(cue.phrases))
      seen.push_back({hit.sentence, hit.first, hit.last, cue.weight});
    for (const lexicon::ActId act : cue.acts)
      for (const ActHit& hit : job.acts().of(act))
        seen.push_back({hit.sentence, hit.first, hit.last, cue.weight});
    once_a_sentence(seen, begin);
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  for (auto from = seen.begin(), to = from; from != seen.end(); from = to) {
    const Sentence& sentence = job.reading().sentences[from->sentence];
    std::int32_t sum = 0;
    for (; to != seen.end() && to->sentence == from->sentence; ++to) sum += to->weight;
    if (sum < static_cast<std::int32_t>(rule.enough)) continue;
    // In a long one some cues meet by chance.
    if (rule.max_words != 0 && sentence.last - sentence.first > rule.max_words) continue;
    // One sign alone, however it is weighed from two sides, is no undertone.
    const std::vector<std::string> quotes =
        quoted(job, {&*from, static_cast<std::size_t>(to - from)});
    if (quotes.size() < 2) continue;
    // Together they colour the whole sentence.
    Finding* finding =
        job.report(from->sentence, sentence.first, sentence.last, static_cast<std::uint32_t>(sum));
    if (finding)
      finding->message =
          fill(rule.message, job.reading().of(finding->span), {{"cues", listed(quotes)}});
  }
}

}  // namespace dsk::rules
