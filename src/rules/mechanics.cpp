// mechanics: what a mail holds besides its words: attachments, a subject, marks, anything at all.
#include <algorithm>
#include <array>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

// An attachment is spoken of and there is none. Pictures pasted into the text count.
void missing_attachment(Job& job) {
  if (!job.facts().mail.document.attachments.empty()) return;
  phrase(job);
}

void empty_reply(Job& job) {
  const mail::Document& document = job.facts().mail.document;
  if (!document.attachments.empty() || document.exempt != mail::Exempt::none) return;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  // A greeting and a sign-off with nothing between say nothing either.
  for (std::uint32_t at = 0; at < sentences.size(); ++at)
    if (!job.acts().any_in(job.rule().acts, at)) return;
  if (!document.is_mail && document.text().empty()) return;
  job.report_mail();
}

void doubled_word(Job& job) {
  const Reading& reading = job.reading();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const Word& one = reading.words[i];
      const Word& two = reading.words[i + 1];
      if (one.kind != WordKind::word || two.kind != WordKind::word || one.hash != two.hash ||
          two.glued || one.letter_case == LetterCase::upper)
        continue;
      // "that that", "had had" and names such as "Pago Pago" are right.
      if (two.letter_case != LetterCase::lower || job.hits().in(job.rule().unless, at)) continue;
      const auto level = job.level(at);
      if (!level) continue;
      Finding* finding = job.report_span(at, reading.span_of(i, i + 2), *level);
      finding->fixes.push_back(
          {finding->span, std::string(reading.of(one)), lexicon::Safety::safe});
      ++i;
    }
  }
}

void vague_subject(Job& job) {
  const std::string& subject = job.facts().mail.document.subject;
  if (!job.facts().mail.document.in_reply_to.empty()) return;
  std::string_view rest = subject;
  const auto space = [](char c) { return c == ' ' || c == '\t'; };
  while (!rest.empty() && space(rest.front())) rest.remove_prefix(1);
  const bool reply = rest.size() > 3 && (rest[0] | 0x20) == 'r' && (rest[1] | 0x20) == 'e' && rest[2] == ':';
  if (reply) return;
  if (rest.empty()) job.report_mail();
}

struct Named {
  std::string_view name;
  void (*run)(Job&);
};
constexpr std::array kChecks = std::to_array<Named>({
    {"missing-attachment", missing_attachment},
    {"empty-reply", empty_reply},
    {"doubled-word", doubled_word},
    {"vague-subject", vague_subject},
});

}  // namespace

void mechanics(Job& job) {
  for (const Named& one : kChecks)
    if (one.name == job.rule().check) return one.run(job);
  phrase(job);
}

}  // namespace dsk::rules
