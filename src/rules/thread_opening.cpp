// How a reply begins, seen from what was written: with a word for distress, without asking what was
// told already, and with a question where nobody can know the cause yet.
#include <algorithm>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;

constexpr std::uint32_t kOpening = 3;        // sentences that can show that distress was heard,
constexpr std::uint32_t kFirstParagraph = 6;  // and all of these, where they are one paragraph
constexpr std::uint32_t kDistress = 2;       // points
constexpr std::uint32_t kStatedMatter = 3;   // weight of terms that tell what it is about
constexpr std::uint32_t kVagueWords = 25;    // more words than these are an account
constexpr std::size_t kShortNumber = 2;      // digits: "ward 4" says where, and not what
constexpr std::size_t kVagueTerms = 8;  // more words of some precision than these tell a matter
constexpr std::uint32_t kMildReach = 100;    // words of an account that one mild word colours
constexpr std::uint32_t kUnanswered = 3;    // messages in a row that are distress, however worded
constexpr std::uint32_t kHelpOpening = 4;    // "how can I help?" opens here, and closes later

// "!!", or three words in capitals on end.
bool shouts(const Reading& reading, const Sentence& sentence) {
  std::uint32_t marks = 0, capitals = 0;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    const Word& word = reading.words[at];
    if (word.kind == WordKind::punctuation) {
      marks = word.mark == '!' ? marks + 1 : 0;
      if (marks == 2) return true;
      continue;
    }
    marks = 0;
    const bool upper = word.letter_case == LetterCase::upper && word.span.size() > 1;
    capitals = upper ? capitals + 1 : word.span.size() == 1 ? capitals : 0;
    if (capitals == 3) return true;
  }
  return false;
}

// Is their trouble back since an earlier message?
bool is_back(const Job& job) {
  const std::vector<const Message*>& thread = job.facts().thread;
  return job.facts().incoming->acts.has("says-again") &&
         std::any_of(thread.begin(), thread.end(), [&](const Message* earlier) {
           return earlier->acts.has("problem") && wrote_it(job, *earlier);
         });
}

// How much distress their message shows.
struct Distress {
  std::uint32_t points = 0;
  const ActHit* cause = nullptr;    // the first words of it
  const Sentence* shout = nullptr;  // the first one
  bool ignored = false;             // they have written again and again
  bool strong = false;
  bool heard = false;  // the reply tells it back
};

// The rule's first act counts two points, each of the others one, a shout one; a third message
// without an answer two, and trouble that is back one. Of a message that says that it works, and
// tells or asks nothing else, only the first act counts: "fine all weekend!!" is joy.
Distress distress_of(const Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const lexicon::ActIds all = job.rule().acts;
  const bool pleased =
      talk.confirmed && !incoming.acts.has("problem") && !incoming.acts.has("question");
  Distress found;
  std::vector<std::uint64_t> told;
  for (const lexicon::ActId act : pleased ? all.first(std::min<std::size_t>(1, all.size())) : all) {
    const bool grave = act == all.front();
    for (const ActHit& hit : incoming.acts.of(act)) {
      // The same word twice is a habit, two words are a mood.
      const std::uint64_t word = incoming.reading.words[hit.first].hash;
      if (std::find(told.begin(), told.end(), word) != told.end()) continue;
      told.push_back(word);
      found.points += grave ? kDistress : 1;
      found.strong = found.strong || grave;
      if (!found.cause) found.cause = &hit;
      found.heard = found.heard || retold(job, hit.sentence, kOpening);
    }
  }
  // "It works!! One thing more: how do I …?" is joy, too, and so are thanks and praise.
  const std::vector<Sentence>& theirs = incoming.reading.sentences;
  for (std::uint32_t at = 0; !talk.confirmed && at < theirs.size(); ++at) {
    if (!shouts(incoming.reading, theirs[at]) || incoming.acts.has_in("praise", at) ||
        incoming.acts.has_in("thanks", at))
      continue;
    ++found.points;
    if (!found.shout) found.shout = &theirs[at];
  }
  found.ignored = talk.unanswered >= kUnanswered;
  found.strong = found.strong || found.ignored;
  found.points += (found.ignored ? kDistress : 0) + (is_back(job) ? 1 : 0);
  return found;
}

// A step that takes much away or much time, and stands before the first question.
const ActHit* heavy_before_asking(const Job& job) {
  std::uint32_t asked = kNoSentence;
  for (const lexicon::ActId act : job.rule().partner) {
    const auto hits = job.acts().of(act);
    if (!hits.empty()) asked = std::min(asked, hits.front().sentence);
  }
  const auto heavy = job.acts().named("heavy-step");
  return heavy.empty() || heavy.front().sentence >= asked ? nullptr : &heavy.front();
}

}  // namespace

// A word for their distress is missing in the first sentences: the rule's partner acts are such.
void missing_empathy(Job& job) {
  const Message& incoming = *job.facts().incoming;
  const std::vector<Sentence>& theirs = incoming.reading.sentences;
  if (theirs.empty()) return;
  const Distress distress = distress_of(job);
  // One mild word, "as soon as possible" or "please help", or one shout means little.
  if (distress.heard || distress.points < kDistress) return;

  const std::uint32_t first = first_after_greeting(job);
  if (first == kNoSentence) return;
  const std::vector<Sentence>& mine = job.reading().sentences;
  const auto count = static_cast<std::uint32_t>(mine.size());
  const auto opens = [&](std::uint32_t at) {
    return at < first + kOpening ||
           (at < first + kFirstParagraph && mine[at].paragraph == mine[first].paragraph);
  };
  for (std::uint32_t at = 0; at < count && opens(at); ++at)
    if (job.acts().any_in(job.rule().partner, at)) return;
  if (!job.allowed(first)) return;
  auto level = job.level(first);
  if (!level) return;
  // "Annoying", twice in a long and calm account, is a remark.
  if (!distress.strong && incoming.reading.word_count > kMildReach * distress.points)
    level = std::min(*level, Level::suggestion);
  const bool only_shouts = !distress.cause && !distress.ignored;
  if (only_shouts) level = std::min(*level, Level::coach);
  Finding* finding = job.report_span(first, job.reading().sentences[first].span, *level);
  const Sentence& shown = distress.cause ? theirs[distress.cause->sentence]
                          : only_shouts  ? *distress.shout
                                         : theirs.front();
  tell_cause(job, finding, shown.span);
  if (distress.ignored)
    add_text(finding->message, job.facts(), lexicon::Text::unanswered,
             {{"count", std::to_string(job.facts().conversation->unanswered)}});
}

// The rule's acts ask how one can help; its `when_acts` tell of a message that says nothing yet.
// What is said in sentences with its partner acts, the feelings, is no matter told.
void asks_how_to_help(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  if (incoming.acts.any_of(job.rule().when_acts) || !job.acts().any_of(job.rule().acts)) return;
  std::uint32_t told = 0;
  bool feelings = false;
  for (const Term& term : talk.incoming.all()) {
    const std::string_view word = incoming.reading.of(incoming.reading.words[term.word]);
    if (among(word, talk.people.signature, job.facts().language) ||
        among(word, talk.people.recipient, job.facts().language))
      continue;
    const bool felt = incoming.acts.any_in(job.rule().partner, term.sentence);
    feelings = feelings || felt;
    told += felt ? 0u : term.weight;
  }
  if (told < kStatedMatter) return;
  for (const lexicon::ActId act : job.rule().acts) {
    for (const ActHit& hit : job.acts().of(act)) {
      if (hit.sentence >= kHelpOpening) return;
      // After a sentence about the matter it may be an offer rather than a question.
      const std::uint32_t before = job.reading().sentences[hit.sentence].first;
      const bool named = shared_weight(talk.mail.within(0, before), talk.incoming) >= 2;
      Finding* finding = job.report(hit.sentence, hit.first, hit.last);
      if (!finding) continue;
      if (named) finding->level = Level::coach;
      // Anger, and no question: what they want may indeed have to be asked.
      if (feelings && talk.questions.empty())
        finding->level = std::min(finding->level, Level::suggestion);
      const std::vector<Term>& terms = talk.incoming.all();
      tell_cause(job, finding, incoming.reading.sentences[terms.front().sentence].span);
      return;
    }
  }
}

// The rule's acts are a fix or a guess; its partner acts ask to understand. A question that comes
// after a heavy step comes too late.
void fix_before_clarify(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  if (!job.facts().thread.empty()) return;
  const bool asks = job.acts().any_of(rule.partner);
  const ActHit* const heavy = asks ? heavy_before_asking(job) : nullptr;
  if (asks && !heavy) return;
  const ActHit* cause = first_cause(job, rule.when_acts);
  if (!cause || incoming.reading.word_count > kVagueWords) return;
  // Asked how something is done, a step is the answer.
  for (const Question& question : talk.questions)
    if (question.kind != QuestionKind::yes_no && question.kind != QuestionKind::open &&
        question.kind != QuestionKind::why && question.kind != QuestionKind::help)
      return;
  // A number, a name of an error or a file, or many words of some precision: then it is not vague.
  std::vector<std::uint64_t> precise;
  for (const Term& term : talk.incoming.all()) {
    const Word& word = incoming.reading.words[term.word];
    const bool short_number = word.kind == WordKind::number && word.span.size() <= kShortNumber;
    if (term.weight == 3 && !short_number) return;
    if (term.weight == 2 && std::find(precise.begin(), precise.end(), term.key) == precise.end())
      precise.push_back(term.key);
  }
  if (precise.size() > kVagueTerms) return;
  const ActHit* fix = heavy;
  for (const lexicon::ActId act : asks ? lexicon::ActIds() : rule.acts) {
    const auto hits = job.acts().of(act);
    if (!hits.empty() && (!fix || hits.front().first < fix->first)) fix = &hits.front();
  }
  if (!fix) return;
  // Said back in another sentence it was understood, unless as vaguely; a word of it, perhaps.
  const Sentence& sentence = job.reading().sentences[fix->sentence];
  const auto words = static_cast<std::uint32_t>(job.reading().words.size());
  const auto before = shared_weight(talk.mail.within(0, sentence.first), talk.incoming);
  if (before >= 4 && !job.acts().any_of(rule.when_acts)) return;
  const bool after = shared_weight(talk.mail.within(sentence.last, words), talk.incoming) >= 4;
  Finding* finding = job.report(fix->sentence, fix->first, fix->last);
  if (finding && heavy) finding->level = std::min(finding->level, Level::suggestion);
  else if (finding && (before >= 2 || after)) finding->level = Level::coach;
  tell_cause(job, finding, incoming.reading.sentences[cause->sentence].span);
}

}  // namespace dsk::rules
