// What a reply and the message it answers have to do with each other, read once for all rules.
#pragma once

#include "acts/terms.hpp"

namespace dsk {

struct Message;

struct Conversation {
  Terms mail, incoming;
};

Conversation read_conversation(const Message& mail, const Message& incoming,
                               const lexicon::Language& language);

}  // namespace dsk
