// spelling: words no dictionary has, in the author's own sentences.
#include "rules/spelling.hpp"

#include <algorithm>

#include "rules/mention.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;
using spell::Verdict;

// Beside a word that is like no English one, a slip is more likely another language: “Bien
// cordialement”.
bool beside_a_strange_word(const std::vector<Doubt>& doubts, std::size_t at) {
  const auto strange = [](const Doubt& doubt) { return doubt.judged->verdict == Verdict::strange; };
  return (at > 0 && doubts[at - 1].last == doubts[at].first && strange(doubts[at - 1])) ||
         (at + 1 < doubts.size() && doubts[at + 1].first == doubts[at].last &&
          strange(doubts[at + 1]));
}

// “pro rata”, “log in with lwinter”: right in this company.
bool stands_in_a_phrase(const Job& job, const Doubt& doubt) {
  const auto hits = job.hits().of(job.rule().unless, doubt.sentence);
  return std::any_of(hits.begin(), hits.end(), [&](const match::Hit& hit) {
    return hit.first <= doubt.first && doubt.last <= hit.last;
  });
}

// “It says ‘recieve failed’”: shown as it stands on a screen.
bool is_shown(const Job& job, const Doubt& doubt) {
  const std::uint32_t sentence = doubt.sentence;
  return (job.acts().has_in("shows-text", sentence) ||
          (sentence > 0 && job.acts().has_in("shows-text", sentence - 1))) &&
         is_quoted_sample(job.reading(), sentence, doubt.first, doubt.last);
}

// How likely is it meant for the word near it, or for a person?
Level level_alone(const Job& job, const Doubt& doubt) {
  const bool near = doubt.judged->verdict == Verdict::near;
  if (opens_like_a_person(job, doubt)) return near ? job.rule().level : Level::coach;
  if (is_shown(job, doubt)) return Level::coach;
  if (stands_like_a_person(job, doubt) && (!near || is_capital_by_choice(job, doubt)))
    return Level::coach;
  return near ? Level::warning : job.rule().level;
}

// Who is somebody once is so wherever he stands. A word of nobody's, twice, is hardly a slip.
Level level_of(const Job& job, const std::vector<Doubt>& doubts, const Doubt& doubt) {
  constexpr std::size_t kMost = 4000;  // words of a mail, so that the work stays small
  Level level = level_alone(job, doubt);
  const std::vector<Word>& words = job.reading().words;
  if (level == Level::coach || words.size() > kMost) return level;
  for (const Doubt& one : doubts) {
    if (one.first == doubt.first || words[one.first].hash != words[doubt.first].hash ||
        one.judged->verdict == Verdict::fine)
      continue;
    if (doubt.judged->verdict != Verdict::near) return Level::coach;
    if (words[doubt.first].letter_case == LetterCase::title)
      level = std::min(level, level_alone(job, one));
  }
  return level;
}

void report(Job& job, const std::vector<Doubt>& doubts, std::size_t at) {
  const Doubt& doubt = doubts[at];
  const spell::Judgement& judged = *doubt.judged;
  if (judged.verdict != Verdict::unknown && judged.verdict != Verdict::near) return;
  if (names_a_person(job, doubts, doubt) || beside_a_strange_word(doubts, at) ||
      stands_in_a_phrase(job, doubt))
    return;
  // “pls” is told by a rule of its own.
  const std::string_view first = job.reading().of(job.reading().words[doubt.first]);
  if (doubt.last == doubt.first + 1 &&
      job.facts().language.in_class(hash_folded(utf8::lower(first)), "text-speak"))
    return;
  const bool near = judged.verdict == Verdict::near;
  const Span span = job.reading().span_of(doubt.first, doubt.last);
  // “cant” is a word: whether it stands for “can't”, its neighbours tell (spelling-confusable).
  if (near && judged.better.find('\'') != std::string::npos &&
      job.facts().speller->knows(job.reading().of(span)))
    return;
  Finding* finding = job.report_span(doubt.sentence, span, level_of(job, doubts, doubt));
  finding->message = fill(job.rule().message, job.reading().of(span));
  if (!judged.better.empty()) {
    add_text(finding->message, job.facts(), lexicon::Text::did_you_mean,
             {{"better", judged.better}});
    finding->fixes.push_back({finding->span, judged.better, lexicon::Safety::preview});
  }
}

std::vector<Doubt> judged_words(const Job& job) {
  const Facts& facts = job.facts();
  std::vector<Doubt> doubts =
      doubtful_words(job.reading(), *facts.speller, facts.own_words, facts.memo);
  if (doubts.empty()) return doubts;
  const spell::WordSet known = known_words(facts.mail, facts.incoming);
  spell::Context context;
  context.known = &known;
  context.memo = facts.memo;
  for (Doubt& doubt : doubts) {
    context.sentence_start = doubt.sentence_start;
    const Span span = job.reading().span_of(doubt.first, doubt.last);
    doubt.judged = facts.speller->judge(job.reading().of(span), context);
  }
  return doubts;
}

void unknown_words(Job& job) {
  const Facts& facts = job.facts();
  if (!facts.speller) return;
  const auto report_all = [&](const std::vector<Doubt>& doubts) {
    for (std::size_t at = 0; at < doubts.size(); ++at) report(job, doubts, at);
  };
  if (facts.mail.remembered) report_all(facts.mail.remembered->doubts);
  else report_all(judged_words(job));
}

}  // namespace

void spelling(Job& job) {
  if (job.rule().check == "unknown-word") return unknown_words(job);
  if (job.rule().check == "mixed-spelling") return mixed_spelling(job);
  phrase(job);
}

}  // namespace dsk::rules
