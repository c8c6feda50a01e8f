#include "acts/conversation.hpp"

#include <algorithm>

#include "acts/message.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::int64_t kLongSilence = 5 * 24 * 3600;  // seconds after which a wait deserves a word

bool same_sender(const Message& a, const Message& b) {
  if (a.document.from.empty() || b.document.from.empty()) return false;
  return utf8::lower(a.document.from.front().address) ==
         utf8::lower(b.document.from.front().address);
}

// A message of theirs that came after the one being answered, and a silence nobody mentions.
void look_at_thread(Conversation& it, const Message& mail, const Message& incoming,
                    const std::vector<const Message*>& thread) {
  const auto answered = read_moment(incoming.document.date);
  if (!answered) return;
  for (const Message* other : thread) {
    const auto written = read_moment(other->document.date);
    if (written && written->utc > answered->utc && same_sender(*other, incoming)) {
      it.written_since = written;
      break;
    }
  }
  const bool spoken_of = mail.acts.has("lateness-acknowledged") || mail.acts.has("regret");
  if (it.now && it.now->utc - answered->utc > kLongSilence && !spoken_of)
    it.days_waited = (it.now->utc - answered->utc) / (24 * 3600);
}

// The messages up to the one being answered, newest first: by their dates where all have one, else
// in the order given.
std::vector<const Message*> newest_first(const Message& incoming,
                                         const std::vector<const Message*>& thread) {
  std::vector<const Message*> all(thread.begin(), thread.end());
  const auto written = [](const Message* one) { return read_moment(one->document.date); };
  const auto answered = written(&incoming);
  const bool dated = answered && std::all_of(all.begin(), all.end(), written);
  if (dated) {
    std::erase_if(all, [&](const Message* one) { return written(one)->utc >= answered->utc; });
    std::stable_sort(all.begin(), all.end(), [&](const Message* a, const Message* b) {
      return written(a)->utc < written(b)->utc;
    });
  }
  all.push_back(&incoming);
  std::reverse(all.begin(), all.end());
  return all;
}

// Do they say that it works, and nothing else about it afterwards? What they wrote last counts.
bool said_to_work(const Message& message) {
  const auto works = message.acts.named("says-it-works");
  if (works.empty()) return false;
  const auto trouble = message.acts.named("problem");
  return trouble.empty() || trouble.back().sentence <= works.back().sentence;
}

// What their messages say together: is it over, and how often did they write without an answer?
void look_back(Conversation& it, const Message& mail, const Message& incoming,
               const std::vector<const Message*>& thread) {
  bool in_a_row = true, judged = false;
  for (const Message* one : newest_first(incoming, thread)) {
    const bool theirs = one == &incoming || same_sender(*one, incoming);
    if (!theirs) {
      in_a_row = false;
      continue;
    }
    it.unanswered += in_a_row;
    if (judged || (one != &incoming && same_sender(*one, mail))) continue;
    it.confirmed = said_to_work(*one);
    // A message that tells of trouble or asks something makes what was said before it old.
    judged = it.confirmed || one->acts.has("problem") || one->acts.has("question");
  }
}

// "Hi Kim," shares a name with Kim's message, and no matter.
Terms without_greeting(const std::vector<Term>& terms, const Message& mail) {
  constexpr std::size_t kGreetingWords = 6;
  std::vector<Term> kept;
  for (const Term& term : terms)
    if (mail.reading.sentences[term.sentence].size() > kGreetingWords ||
        !mail.acts.has_in("greeting", term.sentence))
      kept.push_back(term);
  return Terms(std::move(kept));
}

// Either of the two quotes what was written before, or a header says so.
bool is_going_on(const Message& mail, const Message* incoming,
                 const std::vector<const Message*>& thread) {
  constexpr std::size_t kOwnQuotes = 2, kTheirQuotes = 1;  // deep
  const auto quotes = [](const Message& message, std::size_t deep) {
    const std::vector<mail::Zone>& zones = message.document.zones;
    return std::any_of(zones.begin(), zones.end(), [&](const mail::Zone& zone) {
      return zone.kind == mail::ZoneKind::quote && zone.depth >= deep;
    });
  };
  if (!thread.empty() || mail.document.references > 1 || quotes(mail, kOwnQuotes)) return true;
  return incoming && (!incoming->document.in_reply_to.empty() || quotes(*incoming, kTheirQuotes));
}

std::vector<Identifier> identifiers_of(const Message& message, const lexicon::Language& language) {
  return message.remembered ? message.remembered->identifiers
                            : read_identifiers(message.reading, language);
}

std::vector<Identifier> identifiers_of(std::string_view subject,
                                       const lexicon::Language& language) {
  Reading reading;
  reading.text = subject;
  const Span whole{0, static_cast<std::uint32_t>(subject.size())};
  tokenise(subject, whole, {}, reading.words);
  Sentence line;
  line.span = whole;
  line.last = static_cast<std::uint32_t>(reading.words.size());
  reading.sentences.push_back(line);
  return read_identifiers(reading, language);
}

}  // namespace

std::optional<Moment> sent_at(const mail::Document& mail, std::string_view now) {
  const std::optional<Moment> sent = read_moment(mail.date);
  return sent ? sent : read_moment(now);
}

Conversation read_conversation(const Message& mail, const Message* incoming,
                               const std::vector<const Message*>& thread,
                               const lexicon::Language& language, const spell::Speller* speller,
                               std::string_view now) {
  Conversation it;
  it.people = read_people(mail, incoming, thread, language, speller);
  it.sent = sent_at(mail.document, now);
  it.goes_on = is_going_on(mail, incoming, thread);
  it.dated = read_moment(mail.document.date).has_value();
  it.now = read_moment(now);
  if (!it.now) it.now = it.sent;
  const std::optional<Remembered>& ours = mail.remembered;
  it.times = ours ? ours->times : find_times(mail.reading, it.sent, language);
  it.promises = find_promises(mail, it.times, language);
  if (!incoming) return it;
  const std::optional<Remembered>& theirs = incoming->remembered;
  const Stemmer stemmer(language.tag());
  it.mail =
      without_greeting(ours ? ours->terms : read_terms(mail.reading, language, stemmer), mail);
  it.incoming =
      theirs ? theirs->their_terms : read_their_terms(incoming->reading, language, stemmer);
  it.mail_identifiers = identifiers_of(mail, language);
  it.incoming_identifiers = identifiers_of(*incoming, language);
  it.subject_identifiers = identifiers_of(incoming->document.subject, language);
  it.own_subject_identifiers = identifiers_of(mail.document.subject, language);
  for (const Message* earlier : thread)
    it.earlier_identifiers.push_back(identifiers_of(*earlier, language));
  it.questions = theirs ? theirs->questions : read_questions(*incoming, it.incoming, language);
  it.taken_up = find_taken_up(mail, *incoming, it.questions, language);
  look_at_thread(it, mail, *incoming, thread);
  look_back(it, mail, *incoming, thread);
  return it;
}

}  // namespace dsk
