// What a reply and the message it answers have to do with each other, read once for all rules.
#pragma once

#include <vector>

#include "acts/identifiers.hpp"
#include "acts/people.hpp"
#include "acts/questions.hpp"
#include "acts/terms.hpp"

namespace dsk {

struct Message;

struct Conversation {
  People people;
  // The rest is read only where there is an incoming message.
  Terms mail, incoming;
  std::vector<Identifier> mail_identifiers, incoming_identifiers;
  std::vector<Identifier> thread_identifiers;  // of the earlier messages
  std::vector<Question> questions;             // of the incoming message
};

Conversation read_conversation(const Message& mail, const Message* incoming,
                               const std::vector<const Message*>& thread,
                               const lexicon::Language& language, const spell::Speller* speller);

}  // namespace dsk
