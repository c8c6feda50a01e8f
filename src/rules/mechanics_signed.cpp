// Is there a person under the mail? A team's name is none, and neither is nothing.
#include "acts/signing.hpp"
#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

// "Thanks, Hollis (IT)" names a team, and a person before it.
bool names_its_person(const Job& job, const match::Hit& hit) {
  const std::vector<Word>& words = job.reading().words;
  for (std::uint32_t at = hit.first; at < hit.last; ++at)
    if (words[at].mark == '(')
      return holds_name(job.facts().language, words, hit.first, at);
  return false;
}

}  // namespace

// The rule's phrases name a team; without them, a mail that nobody signed in any way: an
// introduction names somebody, too.
void no_human_name(Job& job) {
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (!names_its_person(job, hit)) job.report(hit.sentence, hit.first, hit.last);
  const std::vector<Sentence>& sentences = job.reading().sentences;
  if (job.facts().fragment || job.facts().is_template || sentences.empty() ||
      job.facts().stage == lexicon::Stage::unknown ||
      job.facts().mail.foreign_paragraphs > 0 || job.hits().any(job.rule().phrases) ||
      job.acts().has("self-introduction") ||
      names_its_writer(job.facts().mail, job.facts().language))
    return;
  const auto last = static_cast<std::uint32_t>(sentences.size() - 1);
  job.report(last, sentences[last].first, sentences[last].last);
}

}  // namespace dsk::rules
