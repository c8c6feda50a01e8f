// pair: an act that needs another close by, or (`forbidden`) must not meet it.
#include <algorithm>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kEdge = 2;          // sentences that make the ending
constexpr std::uint32_t kClosingWords = 5;  // of "With best regards," and of the lines below it

bool partner_near(const Job& job, std::uint32_t sentence, bool same_paragraph = false) {
  const lexicon::Rule& rule = job.rule();
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  // What is needed may stand a sentence before; what is forbidden has to follow, and at the end of
  // a mail only what follows counts.
  const bool follows = rule.partner_forbidden || rule.where == lexicon::Where::ending;
  const std::uint32_t first = follows || sentence == 0 ? sentence : sentence - 1;
  const std::uint32_t last = std::min(count, sentence + rule.window + 1);
  const std::vector<Sentence>& all = job.reading().sentences;
  for (std::uint32_t near = first; near < last; ++near)
    if ((!same_paragraph || all[near].paragraph == all[sentence].paragraph) &&
        job.acts().any_in(rule.partner, near))
      return true;
  return false;
}

// Where the sign-off and the name below it begin: what stands before is the ending.
std::uint32_t closing_of(const Job& job) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  auto at = static_cast<std::uint32_t>(sentences.size());
  while (at > 1 && sentences[at - 1].ending == Ending::none &&
         sentences[at - 1].size() <= kClosingWords)
    --at;
  return at;
}

}  // namespace

void pair(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const std::uint32_t ending = rule.where == lexicon::Where::ending ? closing_of(job) : 0;
  const auto judge = [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
    if (sentence + kEdge < ending) return;
    if (partner_near(job, sentence) == rule.partner_forbidden) {
      job.report(sentence, first, last);
    } else if (!rule.partner_forbidden && job.level(sentence) > lexicon::Level::coach &&
               !partner_near(job, sentence, true)) {
      // What is needed stands in another paragraph, perhaps for something else: only a remark.
      if (Finding* finding = job.report(sentence, first, last))
        finding->level = lexicon::Level::coach;
    }
  };
  for (const match::Hit& hit : job.hits().of(rule.phrases))
    judge(hit.sentence, hit.first, hit.last);
  std::uint32_t done = kNoSentence;  // one finding a sentence
  for (const lexicon::ActId act : rule.acts) {
    for (const ActHit& hit : job.acts().of(act)) {
      if (hit.sentence == done || job.told_in(hit.sentence)) continue;
      done = hit.sentence;
      judge(hit.sentence, hit.first, hit.last);
    }
  }
}

}  // namespace dsk::rules
