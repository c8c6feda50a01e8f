// What they did and gave already: not suggested again, not passed over.
#include <algorithm>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kLongAccount = 150;   // words that are an effort by themselves
constexpr std::size_t kStepsCompared = 100;   // of each side, so that the work stays small
constexpr std::uint32_t kObjectReach = 4;     // words from a step to what it is done to

bool together(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  return std::none_of(reading.words.begin() + first, reading.words.begin() + last,
                      [](const Word& word) { return word.kind == WordKind::punctuation; });
}

// The precise words right after a step: what it is done to.
std::vector<Term> object_of(const Reading& reading, const Terms& terms,
                            const lexicon::Language& language, const ActHit& hit) {
  std::vector<Term> all;
  // "Switched it off at the wall"
  if (hit.last > hit.first + 1 && language.in_class(reading.words[hit.first + 1].hash, "it"))
    return all;
  // "Switch the printer off and on" holds its own.
  const std::uint32_t last =
      hit.last - hit.first > kObjectReach ? hit.last : hit.last + kObjectReach;
  for (const Term& term : terms.within(hit.first, last)) {
    // "The phone, as the server's certificate is new": a comma ends it.
    if (term.word >= hit.last && !together(reading, hit.last, term.word)) break;
    if (term.weight >= 2 && term.sentence == hit.sentence) all.push_back(term);
  }
  return all;
}

bool overlap(const std::vector<Term>& a, const std::vector<Term>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Term& one) {
    return std::any_of(b.begin(), b.end(), [&](const Term& other) { return one.key == other.key; });
  });
}

// The same where an earlier message of theirs says it.
void tried_before(Job& job, std::size_t step) {
  const auto suggested = job.acts().of(job.rule().acts[step]);
  if (suggested.empty()) return;
  for (const Message* earlier : job.facts().thread) {
    const auto tried = earlier->acts.of(job.rule().partner[step]);
    if (tried.empty() || !wrote_it(job, *earlier)) continue;
    const ActHit& hit = suggested.front();
    tell_earlier(job, job.report(hit.sentence, hit.first, hit.last), *earlier,
                 earlier->reading.span_of(tried.front().first, tried.front().last));
    return;
  }
}

}  // namespace

// The rule's acts suggest a step, its partner acts, in the same order, say that it was tried.
void repeats_tried(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const lexicon::Language& language = job.facts().language;
  for (std::size_t step = 0; step < std::min(rule.acts.size(), rule.partner.size()); ++step) {
    auto tried = incoming.acts.of(rule.partner[step]);
    if (tried.empty()) {
      tried_before(job, step);
      continue;
    }
    const auto most = [](auto hits) { return hits.first(std::min(hits.size(), kStepsCompared)); };
    tried = most(tried);
    for (const ActHit& hit : most(job.acts().of(rule.acts[step]))) {
      const std::vector<Term> object = object_of(job.reading(), talk.mail, language, hit);
      const auto same = std::find_if(tried.begin(), tried.end(), [&](const ActHit& one) {
        const std::vector<Term> before =
            object_of(incoming.reading, talk.incoming, language, one);
        return object.empty() || before.empty() || overlap(object, before);
      });
      if (same == tried.end()) continue;
      Finding* finding = job.report(hit.sentence, hit.first, hit.last);
      tell_cause(job, finding, incoming.reading.span_of(same->first, same->last));
      if (finding) break;
    }
  }
  repeats_any_step(job);
}

// The rule's phrases tell of something done; it is fine where they asked for that: where its verb,
// the first word of weight, stands in their message. Of its acts, which are less sure, no word of
// some precision may stand there.
void unasked(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const auto spoken_of = [&](const Term& term) {
    return term.weight >= 2 && talk.incoming.has(term.key);
  };
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) {
    const auto said = talk.mail.within(hit.first, hit.last);
    if (!said.empty() && talk.incoming.has(said.front().key)) continue;
    job.report(hit.sentence, hit.first, hit.last);
  }
  for (const lexicon::ActId act : job.rule().acts) {
    for (const ActHit& hit : job.acts().of(act)) {
      if (job.told_in(hit.sentence)) continue;
      const auto said = talk.mail.within(hit.first, hit.last + kObjectReach);
      if (std::none_of(said.begin(), said.end(), spoken_of))
        job.report(hit.sentence, hit.first, hit.last);
    }
  }
}

// The rule's acts in the incoming message are an effort, its partner acts here thank for it. Thanks
// that only close the mail do not count.
void no_thanks(Job& job) {
  const Message& incoming = *job.facts().incoming;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  if (sentences.empty()) return;
  for (const lexicon::ActId act : job.rule().partner)
    for (const ActHit& hit : job.acts().of(act))
      if ((hit.sentence + 2 < sentences.size() || sentences[hit.sentence].size() > 4) &&
          !job.acts().has_in("stock-thanks", hit.sentence))
        return;
  if (const ActHit* cause = first_cause(job, job.rule().acts)) {
    const Sentence& told = incoming.reading.sentences[cause->sentence];
    tell_cause(job, job.report_mail(), incoming.reading.span_of(cause->first, told.last));
    return;
  }
  const auto& attached = incoming.document.attachments;
  const bool gave = std::any_of(attached.begin(), attached.end(),
                                [](const mail::Attachment& one) { return !one.inline_image; });
  if ((!gave && incoming.reading.word_count < kLongAccount) || incoming.reading.sentences.empty())
    return;
  tell_cause(job, job.report_mail(), incoming.reading.sentences.front().span);
}

}  // namespace dsk::rules
