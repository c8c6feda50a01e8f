// require: an act that has to be there.
#include <algorithm>

#include "acts/signing.hpp"
#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

using lexicon::Where;

// The opening is the first three sentences, the ending the last three.
constexpr std::uint32_t kEdge = 3;
constexpr std::uint32_t kShort = 6;  // words and marks of what may stand below a sign-off

// Whether more is said in the same paragraph: "Thanks for asking" takes no leave there.
bool goes_on(const std::vector<Sentence>& all, std::uint32_t at) {
  return at + 1 < all.size() && all[at + 1].paragraph == all[at].paragraph &&
         all[at + 1].size() > kShort;
}

// Whether it is a line with quoted ones right below: who answers between them may end the mail
// above.
bool stands_above_quote(const Job& job, std::uint32_t sentence) {
  const std::vector<Sentence>& all = job.reading().sentences;
  if (all[sentence].ending != Ending::none) return false;
  const std::uint32_t below =
      all[std::min<std::size_t>(sentence + kEdge, all.size() - 1)].span.begin;
  const std::vector<mail::Zone>& zones = job.facts().mail.document.zones;
  const auto zone = std::partition_point(zones.begin(), zones.end(), [&](const mail::Zone& one) {
    return one.span.begin < all[sentence].span.end;
  });
  return std::any_of(zone, zones.end(), [&](const mail::Zone& one) {
    return one.kind == mail::ZoneKind::quote && one.span.end <= below;
  });
}

bool stands(const Job& job, lexicon::ActId act) {
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const auto hits = job.acts().of(act);
  return std::any_of(hits.begin(), hits.end(), [&](const ActHit& hit) {
    switch (job.rule().where) {
      case Where::anywhere:
        return true;
      case Where::opening:
        return hit.sentence < kEdge;
      case Where::ending:
      case Where::signature:
        return (hit.sentence + kEdge >= count && !goes_on(job.reading().sentences, hit.sentence)) ||
               stands_above_quote(job, hit.sentence);
      case Where::first:
        return hit.sentence == 0;
      case Where::last:
        return hit.sentence + 1 == count;
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
  if (!there && rule.where == Where::signature && is_signed_by_hand(job.facts().mail)) return;
  if (!there && !job.hits().any(rule.phrases)) job.report_mail();
}

}  // namespace dsk::rules
