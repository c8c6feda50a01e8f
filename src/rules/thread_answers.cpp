// Is every question answered? Words are compared by their stems, with numbers and codes; this is no
// understanding, so a doubt is only a suggestion.
#include <algorithm>
#include <optional>

#include "acts/conversation.hpp"
#include "ascii.hpp"
#include "rules/answer_kinds.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;

constexpr std::size_t kShortQuestion = 2;  // terms
constexpr std::size_t kShortQuote = 240;   // bytes
constexpr std::size_t kManyOwnWords = 4;   // of a question, of which one is found by chance

// Own words that stand between a quote and the next one.
bool answered_below(const mail::Document& document, std::size_t quote) {
  if (quote + 1 >= document.zones.size()) return false;
  return mail::is_own(document.zones[quote + 1].kind);
}

enum class Place { none, answered, ignored };

// Does this line, quoted, say the question or the most of it? "> do I keep my number"
bool quotes_part(std::string_view line, std::string_view asked) {
  constexpr std::size_t kFewest = 8;  // bytes; less stands anywhere
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r\n>"), line.size()));
  while (!line.empty() && !ascii::is_alnum(line.back()) && !ascii::is_high(line.back()))
    line.remove_suffix(1);
  return line.size() >= kFewest && (asked.find(line) != std::string_view::npos ||
                                    line.find(asked) != std::string_view::npos);
}

bool asks_for(const Question& question, const Term& term) {
  return std::any_of(question.terms.begin(), question.terms.end(),
                     [&](const Term& one) { return one.key == term.key; });
}

// "The old phone: it is wiped.", "Why it stopped: …", "Pay? No.": a word of the question leads its
// answer in.
bool labelled(const Job& job, const Question& question) {
  constexpr std::uint32_t kLead = 8;  // words and marks
  const Reading& reading = job.reading();
  const auto count = static_cast<std::uint32_t>(reading.sentences.size());
  for (const Term& term : job.facts().conversation->mail.all()) {
    if (!asks_for(question, term)) continue;
    const Sentence& sentence = reading.sentences[term.sentence];
    const std::uint32_t end = std::min(sentence.last, sentence.first + kLead);
    if (sentence.ending == Ending::question) {
      const auto all = job.facts().conversation->mail.within(sentence.first, sentence.last);
      const bool says_again = std::all_of(all.begin(), all.end(), [&](const Term& one) {
        return asks_for(question, one);
      });
      if (term.sentence + 1 < count && end == sentence.last &&
          (says_again || !job.acts().has_in("info-request", term.sentence)) &&
          reading.sentences[term.sentence + 1].ending != Ending::question &&
          !job.acts().has_in("info-request", term.sentence + 1))
        return true;
      continue;
    }
    for (std::uint32_t at = term.word + 1; at < end; ++at)
      if (reading.words[at].mark == ':') return true;
  }
  return false;
}

// Quoted line by line, or said again, the words right below a question are its answer, whatever
// they are.
Place inline_answer(const Job& job, const Question& question) {
  const Conversation& talk = *job.facts().conversation;
  const auto number = static_cast<std::size_t>(&question - talk.questions.data());
  if (std::any_of(talk.taken_up.begin(), talk.taken_up.end(),
                  [&](const TakenUp& one) { return one.question == number; }))
    return Place::answered;
  const mail::Document& document = job.facts().mail.document;
  const std::string_view asked = question.span.of(job.facts().incoming->reading.text);
  // The end of the quote is what the answer below it is an answer to.
  const std::string_view tail =
      asked.substr(asked.size() - std::min<std::size_t>(asked.size(), 20));
  std::size_t quotes = 0;
  for (const mail::Zone& zone : document.zones) quotes += zone.kind == mail::ZoneKind::quote;
  for (std::size_t at = 0; at < document.zones.size(); ++at) {
    const mail::Zone& zone = document.zones[at];
    if (zone.kind != mail::ZoneKind::quote) continue;
    const std::string_view quote = zone.span.of(document.text());
    if (quote.size() <= kShortQuote && answered_below(document, at) && quotes_part(quote, asked))
      return Place::answered;
    const std::size_t found = quote.rfind(tail);
    if (found == std::string_view::npos) continue;
    const bool last =
        quote.find_first_not_of(" \t\r\n>", found + tail.size()) == std::string_view::npos;
    if (last && answered_below(document, at)) return Place::answered;
    if (quotes > 1 && last) return Place::ignored;
  }
  return labelled(job, question) ? Place::answered : Place::none;
}

// The sentence that has most of the question's words answers it; `taken` even where it goes on.
void spend(const Job& job, const Question& question, Spent& spent, Spent& taken) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  const Terms& mine = job.facts().conversation->mail;
  std::uint32_t best = 0, most = 0;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    std::uint32_t shared = 0;
    for (const Term& term : mine.within(sentences[at].first, sentences[at].last))
      shared += asks_for(question, term) ? term.weight : 0u;
    if (shared > most) best = at, most = shared;
  }
  if (most == 0) return;
  taken[best] = true;
  if (!goes_on(job, best)) spent[best] = true;
}

// A sentence that says something, and does not only ask, greet, thank or regret.
bool states(const Job& job, std::uint32_t sentence) {
  const Acts& acts = job.acts();
  if (job.reading().sentences[sentence].ending == Ending::question) return false;
  if (acts.has_in("greeting", sentence) && job.reading().sentences[sentence].size() <= 6)
    return false;
  return !(acts.has_in("thanks", sentence) || acts.has_in("regret", sentence)) ||
         goes_on(job, sentence);
}

// The answer may have no mark of its kind: "Why does it hum?" - "The fan was full of lint."
bool answered_by_anything(const Job& job, const Question& question) {
  return question.kind == QuestionKind::why || question.kind == QuestionKind::who ||
         gives_choice(job, question);
}

// Besides greeting and sign-off, does the mail state anything?
bool says_something(const Job& job) {
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (job.acts().has_in("sign-off", at)) {
      if (at + 2 >= count) return false;  // a name may follow
    } else if (states(job, at)) {
      return true;
    }
  }
  return false;
}

// A time has sure marks, unless "I don't know how long I can bear it" only leads to what is asked.
bool asks_time(const Job& job, const Question& question) {
  return question.kind == QuestionKind::when &&
         !job.facts().incoming->acts.has_in("question-after-comma", question.sentence);
}

// Here, right after, or in a short word before: "Done! Your account is open again."
bool kind_near(const Job& job, const Question& question, std::uint32_t at) {
  constexpr std::uint32_t kShortWord = 3;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  return kind_in(job, question, at) ||
         (at + 1 < sentences.size() && kind_in(job, question, at + 1) &&
          !job.acts().has_in("sign-off", at + 1)) ||
         (at > 0 && sentences[at - 1].size() <= kShortWord && states(job, at - 1) &&
          kind_in(job, question, at - 1));
}

// "Any news on the phone?" - "It arrived today.": who begins with "it" means what was asked about.
bool begins_with_it(const Job& job) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at)
    if (states(job, at))
      return job.facts().language.in_class(job.reading().words[sentences[at].first].hash, "it");
  return false;
}

// Two words of it in one sentence are no chance.
bool taken_together(const Job& job, const Question& question) {
  const Terms& mine = job.facts().conversation->mail;
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    const Sentence& sentence = job.reading().sentences[at];
    std::uint64_t first = 0;
    for (const Term& term : mine.within(sentence.first, sentence.last)) {
      if (term.weight < kPrecise || term.key == first || !asks_for(question, term)) continue;
      if (first != 0 && states(job, at)) return true;
      first = term.key;
    }
  }
  return false;
}

// Does some sentence answer it: with words that only the question has, or with one of the matter
// and words of the right kind there or right after? The matter alone may be named for any reason.
bool answered_by_words(const Job& job, const Question& question) {
  if ((!wants_kind(question) || begins_with_can(job, question)) && taken_together(job, question))
    return true;
  const Conversation& talk = *job.facts().conversation;
  const bool is_short = question.terms.size() <= kShortQuestion;
  const bool choice = gives_choice(job, question);
  const auto precise = std::count_if(question.terms.begin(), question.terms.end(),
                                     [](const Term& term) { return term.weight >= kPrecise; });
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (!states(job, at)) continue;
    const Sentence& sentence = job.reading().sentences[at];
    std::size_t shared = 0;
    for (const Term& mine : talk.mail.within(sentence.first, sentence.last)) {
      const auto asked = std::find_if(question.terms.begin(), question.terms.end(),
                                      [&](const Term& one) { return one.key == mine.key; });
      if (asked == question.terms.end()) continue;
      if (asked->weight < kPrecise && !is_short && !choice) {
        if (question.kind == QuestionKind::yes_no && kind_in(job, question, at)) return true;
        continue;
      }
      ++shared;
      const bool enough = !wants_kind(question) && (shared > 1 || precise < 2);
      if ((enough && !talk.incoming.has_outside(asked->key, question.sentence)) ||
          kind_near(job, question, at))
        return true;
    }
  }
  return false;
}

// Words enough to know an answer by, or a question that only one kind of words answers.
bool asks_plainly(const Message& incoming, const Question& question) {
  // A statement with a question mark behind it is no plain question.
  if (question.kind == QuestionKind::yes_no &&
      !incoming.acts.has_in("asks-yes-no", question.sentence))
    return false;
  if (question.kind == QuestionKind::where || question.kind == QuestionKind::when ||
      question.kind == QuestionKind::how_much)
    return true;
  return std::count_if(question.terms.begin(), question.terms.end(),
                       [](const Term& term) { return term.weight >= kPrecise; }) >= 2;
}

bool asks_back(const Job& job) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at)
    if (sentences[at].ending == Ending::question && !job.says_again(at)) return true;
  return job.acts().has("clarifies");
}

bool kind_anywhere(const Job& job, const Question& question) {
  for (std::uint32_t at = 0; at < job.reading().sentences.size(); ++at)
    if (states(job, at) && kind_in(job, question, at)) return true;
  return false;
}

// No word of it stands there, and some sentence is of the kind that would answer it.
bool answers_outright(const Job& job, const Question& question, const Spent& taken) {
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const bool whether = question.kind == QuestionKind::how && begins_with_can(job, question);
  for (std::uint32_t at = 0; at < count; ++at)
    if (states(job, at) &&
        (whether ? says_whether(job, at, question) : kind_in(job, question, at)) &&
        !(question.kind == QuestionKind::yes_no && taken[at]))
      return true;
  const bool pointed = question.kind == QuestionKind::where || question.kind == QuestionKind::help;
  return (pointed && has_link(job.reading())) ||
         (question.kind == QuestionKind::help && asks_back(job));
}

// The terms of what is not asked: to name a thing in a question of ours answers nothing.
Terms not_asked(const Job& job) {
  std::vector<Term> terms;
  for (const Term& term : job.facts().conversation->mail.all())
    if (job.reading().sentences[term.sentence].ending != Ending::question ||
        job.says_again(term.sentence))
      terms.push_back(term);
  return Terms(std::move(terms));
}

// The terms of the sentences that say yes or no.
Terms said_with_yes_or_no(const Job& job) {
  std::vector<Term> terms;
  std::uint32_t next = 0;  // sentence not looked at yet
  for (const ActHit& hit : job.acts().named("answers-yes-no")) {
    if (hit.sentence < next) continue;
    const Sentence& answer = job.reading().sentences[hit.sentence];
    const auto said = job.facts().conversation->mail.within(answer.first, answer.last);
    terms.insert(terms.end(), said.begin(), said.end());
    next = hit.sentence + 1;
  }
  return Terms(std::move(terms));
}

// "No, just your badge.", "We certainly do."
bool says_yes_or_no(const Job& job, const Question& question) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    const auto hits = job.acts().named_in("answers-yes-no", at);
    if ((!hits.empty() && hits.front().first == sentences[at].first) || echoed(job, question, at))
      return true;
  }
  return false;
}

// The words that only this question has, at least one of them, stand nowhere in the reply, or one
// of many does: then it is answered in other words, or not at all.
bool passed_over(const Job& job, const Question& question, const Terms& yes_or_no) {
  const Conversation& talk = *job.facts().conversation;
  // "Can I move to the yearly plan?" asks how, and whether.
  const bool whether = question.kind == QuestionKind::how && begins_with_can(job, question);
  const bool open_ended = !whether && question.kind != QuestionKind::yes_no &&
                          question.kind != QuestionKind::why;
  if (open_ended || question.indirect || asks_for_a_deed(job, question)) return false;
  const bool is_short = question.terms.size() <= kShortQuestion;
  if (is_short && shared_weight(question.terms, talk.mail) > 0) return false;
  if (inline_answer(job, question) == Place::answered || taken_together(job, question))
    return false;
  for (const Term& term : question.terms)
    if (yes_or_no.has(term.key)) return false;
  if (talk.questions.size() == 1 &&
      (question.kind == QuestionKind::why ? kind_anywhere(job, question)
                                          : says_yes_or_no(job, question)))
    return false;
  std::size_t own = 0, there = 0;
  for (const Term& term : question.terms) {
    if (term.weight < kPrecise) continue;
    if (talk.incoming.has_outside(term.key, question.sentence)) continue;
    there += talk.mail.has(term.key);
    ++own;
  }
  // One word is little to know "Can I …?" by: then nothing else of it may stand there, either.
  if (whether && own < 2 && shared_weight(question.terms, talk.mail) > 0) return false;
  return own > 0 && (there == 0 || (there == 1 && own >= kManyOwnWords));
}

// "Can I take the screen along?" - "I have renewed the VPN.": of another thing that they wrote
// about, and of nothing that the question names.
bool is_of_another_thing(const Job& job, const Question& question, std::uint32_t sentence) {
  const Conversation& talk = *job.facts().conversation;
  const Sentence& deed = job.reading().sentences[sentence];
  const auto of_theirs = [&](const Term& term) { return asks_for(question, term); };
  const auto terms = talk.mail.within(deed.first, deed.last);
  return std::none_of(terms.begin(), terms.end(), of_theirs) &&
         std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
           const std::uint64_t word = job.reading().words[term.word].hash;
           return term.weight == kPrecise && talk.incoming.has(term.key) &&
                  !job.facts().language.in_class(word, "month") &&
                  !job.facts().language.in_class(word, "day");
         });
}

// Does somebody do what "Can I …?" asks for? To be given something may take any deed, and "it" is
// what they wrote about before.
bool is_done(const Job& job, const Question& question) {
  const Message& incoming = *job.facts().incoming;
  const bool of_anything =
      incoming.acts.has_in("asks-deed", question.sentence) ||
      std::any_of(incoming.reading.words.begin() + question.first,
                  incoming.reading.words.begin() + question.last, [&](const Word& word) {
                    return job.facts().language.in_class(word.hash, "it");
                  });
  for (const std::string_view act : {"promise", "reports-deed"})
    for (const ActHit& hit : job.acts().named(act))
      if (of_anything || !is_of_another_thing(job, question, hit.sentence)) return true;
  return false;
}

// The one thing they asked, and something here that would answer it: then it does, in other words.
// "Can I …?" asks for yes, no or a deed, whatever steps are told.
bool settled(const Job& job, const Question& question) {
  if (begins_with_can(job, question))
    return is_done(job, question) || says_yes_or_no(job, question) || begins_with_it(job);
  return question.kind == QuestionKind::why ||
         (question.kind != QuestionKind::yes_no && question.kind != QuestionKind::open &&
          kind_anywhere(job, question));
}

// A question that nothing seems to answer.
struct Open {
  const Question* question;
  bool doubtful;  // something of it stands there
};

// Looks for the answer to each question of theirs.
class OpenQuestions {
 public:
  explicit OpenQuestions(const Job& job)
      : job_(job),
        talk_(*job.facts().conversation),
        told_(not_asked(job)),
        spent_(job.reading().sentences.size()),
        taken_(spent_) {
    look_for_words();
    look_for_kinds();
    look_for_own_words();
  }

  const std::vector<Open>& all() const { return open_; }
  bool any_answered() const { return any_answered_; }

 private:
  // Those that the reply takes up in words of theirs, or right below them.
  void look_for_words() {
    for (const Question& question : talk_.questions) {
      const Place place = inline_answer(job_, question);
      if (place != Place::answered && !is_touched(question)) {
        untouched_.push_back({&question, place == Place::ignored});
        continue;
      }
      any_answered_ = true;
      spend(job_, question, spent_, taken_);
      if (place != Place::answered && !answered_by_words(job_, question))
        open_.push_back({&question, true});
    }
  }

  // Of a short question any word will do: "Is there a phone number?" - "Our number is ..."
  // "The 65 W one or the 90 W one?" - "The 65 W one."
  bool is_touched(const Question& question) const {
    return question.terms.size() <= kShortQuestion || gives_choice(job_, question)
               ? shared_weight(question.terms, told_) > 0
               : precise_shared(question.terms, told_) > 0;
  }

  // Words of the right kind may answer those that the reply has no word of.
  void look_for_kinds() {
    const Acts& acts = job_.acts();
    const bool deed_told =
        acts.has("reports-deed") || acts.has("resolution") || acts.has("runs-again");
    for (const auto& [question, ignored] : untouched_) {
      const bool of_anything =
          question->kind == QuestionKind::open || question->kind == QuestionKind::yes_no;
      if (talk_.questions.size() == 1 && of_anything && begins_with_it(job_)) return;
      const bool nothing_to_find = question->kind == QuestionKind::help ||
                                   precise_shared(question->terms, talk_.incoming) == 0;
      if (ignored || (!nothing_to_find && !answers_in_kind(job_, *question, spent_)))
        open_.push_back({question, question->behind_comma || is_terse(*question) ||
                                       (deed_told && asks_for_a_deed(job_, *question))});
      else if (question->kind != QuestionKind::open &&
               !answers_outright(job_, *question, taken_))
        // "…, and how long does that take?": no word of it to find, and no time anywhere, either.
        open_.push_back({question, question->indirect ||
                                       (question->kind != QuestionKind::when &&
                                        question->kind != QuestionKind::how_much)});
    }
  }

  bool is_terse(const Question& question) const {
    return job_.facts().incoming->acts.has_in("terse-request", question.sentence);
  }

  // What only one question asks about may be missing though other words of it are there.
  void look_for_own_words() {
    const Terms yes_or_no = said_with_yes_or_no(job_);
    for (const Question& question : talk_.questions) {
      const bool told = std::any_of(open_.begin(), open_.end(), [&](const Open& one) {
        return one.question == &question;
      });
      if (!told && passed_over(job_, question, yes_or_no)) open_.push_back({&question, true});
    }
  }

  struct Untouched {
    const Question* question;
    bool ignored;  // quoted alone, and nothing below it
  };

  const Job& job_;
  const Conversation& talk_;
  const Terms told_;
  Spent spent_, taken_;
  std::vector<Untouched> untouched_;
  std::vector<Open> open_;
  bool any_answered_ = false;
};

}  // namespace

// The rule's acts put questions off, which answers all of them for now; its partner acts may, and
// then what is left open is a remark.
void unanswered_question(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  if (talk.questions.empty() || job.reading().sentences.empty()) return;
  if (job.acts().any_of(job.rule().acts)) return;
  const OpenQuestions open(job);
  if (open.all().empty()) return;
  // Somebody who asks back, or points to a page, is on the way to an answer.
  const bool on_the_way = job.acts().any_of(job.rule().partner) || asks_back(job) ||
                          has_link(job.reading()) || job.acts().has("points-elsewhere");
  // What is said in reply to the one thing asked is most likely its answer.
  const bool one_for_one = talk.questions.size() == 1 && says_something(job);
  for (const auto& [question, touched] : open.all()) {
    if (one_for_one && settled(job, *question)) continue;
    const bool doubtful = touched || (one_for_one && !asks_time(job, *question)) ||
                          answered_by_anything(job, *question);
    const bool sure = open.any_answered() && !doubtful && !on_the_way && !question->indirect &&
                      !question->part && asks_plainly(*job.facts().incoming, *question);
    std::optional<Level> level = job.level(kNoSentence);
    if (!level || !job.allowed(kNoSentence)) return;
    if (!sure) level = std::min(*level, on_the_way || doubtful ? Level::coach : Level::suggestion);
    Finding* finding = job.report_span(kNoSentence, {0, 0}, *level);
    tell_cause(job, finding, question->span);
  }
}

}  // namespace dsk::rules
