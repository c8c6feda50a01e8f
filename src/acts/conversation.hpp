// What a reply and the message it answers have to do with each other, read once for all rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/identifiers.hpp"
#include "acts/people.hpp"
#include "acts/promises.hpp"
#include "acts/questions.hpp"
#include "acts/taken_up.hpp"
#include "acts/terms.hpp"
#include "mail/document.hpp"

namespace dsk {

struct Message;

struct Conversation {
  People people;
  std::optional<Moment> sent;  // when this mail is sent, as its Date header says
  bool goes_on = false;        // they have written to each other before the message being answered
  bool dated = false;          // it has that header; else `sent` is when somebody reads it
  std::optional<Moment> now;
  std::vector<TimeExpression> times;  // of this mail
  std::vector<Promise> promises;
  // The rest is read only where there is an incoming message.
  Terms mail, incoming;
  std::vector<Identifier> mail_identifiers, incoming_identifiers;
  std::vector<std::vector<Identifier>> earlier_identifiers;  // of the earlier messages, one by one
  std::vector<Identifier> subject_identifiers;  // of the incoming message's subject, spans of that
  std::vector<Identifier> own_subject_identifiers;  // of this mail's
  std::vector<Question> questions;                           // of the incoming message
  std::vector<TakenUp> taken_up;  // of these, said again and answered
  std::optional<Moment> written_since;  // a later message of theirs than the one answered
  std::int64_t days_waited = 0;    // for this answer, where they are many and nothing is said of it
  bool confirmed = false;          // their last word on it is that it works now
  std::uint32_t unanswered = 0;    // messages of theirs in a row, this one counted
};

// When a mail is sent: its Date header says, or else `now`, as below.
std::optional<Moment> sent_at(const mail::Document& mail, std::string_view now);

// `now` in RFC 3339, "" where it is not known; then the Date header says when now is.
Conversation read_conversation(const Message& mail, const Message* incoming,
                               const std::vector<const Message*>& thread,
                               const lexicon::Language& language, const spell::Speller* speller,
                               std::string_view now);

}  // namespace dsk
