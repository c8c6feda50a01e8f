// require: an act that has to be there.
#include <algorithm>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

using lexicon::Where;

// The opening is the first three sentences, the ending the last three.
constexpr std::uint32_t kEdge = 3;

bool stands(const Job& job, lexicon::ActId act) {
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const auto hits = job.acts().of(act);
  return std::any_of(hits.begin(), hits.end(), [&](const ActHit& hit) {
    switch (job.rule().where) {
      case Where::anywhere: return true;
      case Where::opening: return hit.sentence < kEdge;
      case Where::ending: return hit.sentence + kEdge >= count;
      case Where::first: return hit.sentence == 0;
      case Where::last: return hit.sentence + 1 == count;
    }
    return false;
  });
}

}  // namespace

void require(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Reading& reading = job.reading();
  // What is not there may stand in a paragraph that could not be read.
  if (reading.sentences.empty() || job.facts().mail.foreign_paragraphs > 0) return;
  if (reading.word_count < rule.min_words) return;
  if (rule.max_words != 0 && reading.word_count > rule.max_words) return;
  if (!rule.when_acts.empty() && !job.acts().any_of(rule.when_acts)) return;
  const bool there = std::any_of(rule.acts.begin(), rule.acts.end(),
                                 [&](lexicon::ActId act) { return stands(job, act); });
  if (!there && !job.hits().any(rule.phrases)) job.report_mail();
}

}  // namespace dsk::rules
