#include "acts/conversation.hpp"

#include "rules/facts.hpp"

namespace dsk {

Conversation read_conversation(const Message& mail, const Message& incoming,
                               const lexicon::Language& language) {
  const Stemmer stemmer(language.tag());
  Conversation it;
  it.mail = read_terms(mail.reading, language, stemmer);
  it.incoming = read_terms(incoming.reading, language, stemmer);
  return it;
}

}  // namespace dsk
