#include "acts/conversation.hpp"

#include "rules/facts.hpp"

namespace dsk {

Conversation read_conversation(const Message& mail, const Message* incoming,
                               const std::vector<const Message*>& thread,
                               const lexicon::Language& language, const spell::Speller* speller) {
  Conversation it;
  it.people = read_people(mail, incoming, thread, language, speller);
  if (!incoming) return it;
  const Stemmer stemmer(language.tag());
  it.mail = read_terms(mail.reading, language, stemmer);
  it.incoming = read_terms(incoming->reading, language, stemmer);
  it.mail_identifiers = read_identifiers(mail.reading, language);
  it.incoming_identifiers = read_identifiers(incoming->reading, language);
  for (const Message* earlier : thread) {
    const std::vector<Identifier> more = read_identifiers(earlier->reading, language);
    it.thread_identifiers.insert(it.thread_identifiers.end(), more.begin(), more.end());
  }
  it.questions = read_questions(*incoming, it.incoming);
  return it;
}

}  // namespace dsk
