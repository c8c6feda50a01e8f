// thread: something in the incoming message that calls for an answer here. Every finding shows both
// places.
#include "rules/thread.hpp"

#include <algorithm>
#include <array>

#include "acts/conversation.hpp"
#include "lexicon/checks.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kQuoted = 60;  // bytes of the incoming message quoted in a remark
constexpr std::size_t kSureSigns = 2;  // the rule's first acts
constexpr unsigned kAnswers = 2;       // in so many sentences somebody has surely answered

// A signal of theirs that this answer is not about: it speaks of another thing that they wrote, or,
// as a form letter does, of nothing at all.
const ActHit* answered_beside(const Job& job, std::size_t sure, std::uint32_t sentence) {
  const Conversation& talk = *job.facts().conversation;
  const Sentence& answer = job.reading().sentences[sentence];
  const bool stock =
      job.acts().has_in("stock-regret", sentence) || job.acts().has_in("half-regret", sentence);
  std::vector<std::uint32_t> about;
  for (const Term& term : talk.mail.within(answer.first, answer.last))
    for (const Term& theirs : talk.incoming.all())
      if (theirs.key == term.key && term.weight > 1) about.push_back(theirs.sentence);
  std::sort(about.begin(), about.end());
  if ((about.empty() && !stock) || job.acts().has_in("burden-named", sentence)) return nullptr;
  for (std::size_t act = sure; act < std::min(kSureSigns, job.rule().acts.size()); ++act)
    for (const ActHit& hit : job.facts().incoming->acts.of(job.rule().acts[act]))
      if (!std::binary_search(about.begin(), about.end(), hit.sentence)) return &hit;
  return nullptr;
}

// Their own words, said back.
bool said_back(const Job& job, const ActHit& signal) {
  constexpr std::uint32_t kEnough = 4;  // words; fewer come together by chance
  const Reading& theirs = job.facts().incoming->reading;
  const auto first = theirs.words.begin() + signal.first;
  const auto last = theirs.words.begin() +
                    std::min(theirs.sentences[signal.sentence].last,
                             std::max(signal.last, signal.first + kEnough));
  const auto& ours = job.reading().words;
  return static_cast<std::uint32_t>(last - first) >= kEnough &&
         std::search(ours.begin(), ours.end(), first, last, [](const Word& a, const Word& b) {
           return a.hash == b.hash;
         }) != ours.end();
}

// The rule's acts are looked for in the incoming message; its `partner` acts in the reply answer
// them. Without an answer, the finding is about the reply as a whole; the first act is sure, of the
// second it is a suggestion, of the others a remark for those who want them all.
void unanswered_signal(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Acts& theirs = job.facts().incoming->acts;
  std::size_t sure = 0;
  while (sure < rule.acts.size() && theirs.of(rule.acts[sure]).empty()) ++sure;
  if (sure == rule.acts.size() || job.reading().sentences.empty()) return;
  const ActHit* cause = &theirs.of(rule.acts[sure]).front();
  // With a window an answer counts where the reader meets it early, else anywhere.
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const std::uint32_t until = rule.window == 0 ? count : std::min(count, rule.window);
  // What is a remark anyhow asks for no more than a word of the kind.
  const bool loud = sure < kSureSigns && rule.level > lexicon::Level::coach;
  const ActHit* beside = nullptr;
  unsigned answers = 0;
  for (std::uint32_t at = 0; at < until; ++at) {
    if (!job.acts().any_in(rule.partner, at)) continue;
    beside = loud && ++answers < kAnswers ? answered_beside(job, sure, at) : nullptr;
    if (!beside) return;
  }
  // That acknowledges them; it is no regret and no answer.
  if (rule.pillar == "acknowledgement" &&
      (said_back(job, *cause) || retold(job, cause->sentence, count)))
    return;
  if (beside) cause = beside;
  // A question is told whole, “When will the” is none, and by one rule.
  const Reading& reading = job.facts().incoming->reading;
  const Sentence& said = reading.sentences[cause->sentence];
  const bool asks = said.ending == Ending::question;
  const Span span = reading.span_of(cause->first, asks ? said.last : cause->last);
  if (asks && rule.pillar == "trust" && job.has_told("unanswered-question", span)) return;
  Finding* finding = job.report_mail(static_cast<std::uint32_t>(sure) + 1);
  if (!finding) return;
  if (beside)
    finding->level = lexicon::Level::coach;
  else if (sure > 0)
    finding->level =
        std::min(finding->level, sure == 1 ? lexicon::Level::suggestion : lexicon::Level::coach);
  tell_cause(job, finding, span);
}

template <class Hits>
void report_after(Job& job, const ActHit& cause, const Hits& hits) {
  const Span theirs = job.facts().incoming->reading.span_of(cause.first, cause.last);
  for (const auto& hit : hits)
    tell_cause(job, job.report(hit.sentence, hit.first, hit.last), theirs);
}

// The rule's phrases and acts are right in general and wrong after an incoming message of this
// kind.
void wrong_after_signal(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const ActHit* const cause = first_cause(job, rule.when_acts);
  if (!cause) return;
  report_after(job, *cause, job.hits().of(rule.phrases));
  for (const lexicon::ActId act : rule.acts) report_after(job, *cause, job.acts().of(act));
}

// Each of the rule's acts is wrong after a message of its own kind: the one that stands at the same
// place in `when_acts`.
void wrong_after_its_signal(Job& job) {
  const lexicon::Rule& rule = job.rule();
  for (std::size_t at = 0; at < std::min(rule.acts.size(), rule.when_acts.size()); ++at)
    if (const ActHit* cause = first_cause(job, rule.when_acts.subspan(at, 1)))
      report_after(job, *cause, job.acts().of(rule.acts[at]));
}

struct Named {
  std::string_view name;
  void (*run)(Job&);
  bool needs_incoming;
};
constexpr std::array kChecks = std::to_array<Named>({
    {"asks-how-to-help", asks_how_to_help, true},
    {"asks-known", asks_known, true},
    {"canned-understanding", canned_understanding, false},
    {"casual-when-serious", casual_when_serious, false},
    {"fix-before-clarify", fix_before_clarify, true},
    {"jargon", jargon, false},
    {"misspelt-name", misspelt_name, false},
    {"missing-empathy", missing_empathy, true},
    {"no-name", no_name, false},
    {"no-restatement", no_restatement, true},
    {"no-thanks", no_thanks, true},
    {"other-message", other_message, true},
    {"reference-mismatch", reference_mismatch, true},
    {"repeats-secret", repeats_secret, true},
    {"repeats-tried", repeats_tried, true},
    {"unasked", unasked, true},
    {"unanswered-question", unanswered_question, true},
    {"unanswered-signal", unanswered_signal, true},
    {"vague-referent", vague_referent, true},
    {"wrong-after-its-signal", wrong_after_its_signal, true},
    {"wrong-after-signal", wrong_after_signal, true},
    {"wrong-name", wrong_name, false},
});
static_assert(std::equal(kChecks.begin(), kChecks.end(), lexicon::kThreadChecks.begin(),
                         lexicon::kThreadChecks.end(),
                         [](const Named& one, std::string_view name) { return one.name == name; }));

}  // namespace

void thread(Job& job) {
  for (const Named& one : kChecks) {
    if (one.name != job.rule().check) continue;
    if (job.facts().incoming || !one.needs_incoming) one.run(job);
    return;
  }
}

std::string quoted(const Message& message, Span span) {
  std::string_view text = message.reading.of(span);
  bool cut = false;
  if (text.size() > kQuoted) {
    const std::size_t space = text.rfind(' ', kQuoted);
    text = text.substr(0, space == std::string_view::npos ? kQuoted : space);
    // Never through the middle of a letter.
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80) != 0)
      text.remove_suffix(1);
    cut = true;
  }
  std::string out;
  for (const char c : text) out.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
  return cut ? out + " …" : out;
}

void tell_cause(Job& job, Finding* finding, Span span) {
  if (!finding) return;
  const Message& incoming = *job.facts().incoming;
  finding->related.push_back({span, true, label(job.facts(), lexicon::Text::they_wrote)});
  finding->message = fill(job.rule().message, finding->span.of(job.reading().text),
                          {{"cause", quoted(incoming, span)}});
}

void tell_earlier(Job& job, Finding* finding, const Message& earlier, Span span) {
  if (!finding) return;
  const auto written = read_moment(earlier.document.date);
  const std::string when = written ? label(job.facts(), lexicon::Text::they_wrote_on,
                                           {{"date", rfc3339(*written).substr(0, 10)}})
                                   : label(job.facts(), lexicon::Text::they_wrote_before);
  finding->related.push_back({span, false, when, &earlier});
  finding->message = fill(job.rule().message, finding->span.of(job.reading().text),
                          {{"cause", quoted(earlier, span)}});
}

bool wrote_it(const Job& job, const Message& earlier) {
  const auto& from = earlier.document.from;
  const auto& theirs = job.facts().incoming->document.from;
  if (from.empty()) return true;
  const std::string address = utf8::lower(from.front().address);
  if (!theirs.empty()) return address == utf8::lower(theirs.front().address);
  const auto& ours = job.facts().mail.document.from;
  return ours.empty() || address != utf8::lower(ours.front().address);
}

bool retold(const Job& job, std::uint32_t theirs, std::uint32_t sentences) {
  constexpr std::uint32_t kRetold = 4;  // weight of their words in one sentence of ours
  constexpr std::array kOther = std::to_array<std::string_view>(
      {"thanks", "command", "instruction", "request", "info-request", "greeting", "question"});
  const Conversation& talk = *job.facts().conversation;
  const Sentence& said = job.facts().incoming->reading.sentences[theirs];
  const auto terms = talk.incoming.within(said.first, said.last);
  const Terms wrote(std::vector<Term>(terms.begin(), terms.end()));
  const std::vector<Sentence>& ours = job.reading().sentences;
  const std::uint32_t first = first_after_greeting(job);
  if (first == kNoSentence) return false;
  const auto end = std::min(static_cast<std::uint32_t>(ours.size()), first + sentences);
  for (std::uint32_t at = first; at < end; ++at) {
    if (std::any_of(kOther.begin(), kOther.end(),
                    [&](std::string_view act) { return job.acts().has_in(act, at); }))
      continue;
    if (precise_shared(talk.mail.within(ours[at].first, ours[at].last), wrote) >= kRetold)
      return true;
  }
  return false;
}

std::uint32_t first_after_greeting(const Job& job) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    // "Hi Ann," is a greeting and no more; "Thank you for writing, the part is on its way" is more.
    const bool greeting = job.acts().has_in("greeting", at) && sentences[at].size() <= 6;
    if (!greeting) return at;
  }
  return kNoSentence;
}

const ActHit* first_cause(const Job& job, lexicon::ActIds acts) {
  const ActHit* cause = nullptr;
  for (const lexicon::ActId act : acts) {
    const auto hits = job.facts().incoming->acts.of(act);
    if (!hits.empty() && (!cause || hits.front().first < cause->first)) cause = &hits.front();
  }
  return cause;
}

}  // namespace dsk::rules
