// The words by which mails, in the languages people answer in, say whose words follow. Data only:
// every entry is folded (see fold.hpp), so it is lower case and has plain spaces and quotes.
#pragma once

#include "mail/word_table.hpp"

namespace dsk::mail {

enum class FieldRole : std::uint8_t { none, from, to, copy, date, subject, other };

// How the author's answers may look inside a quote.
enum LookBits : unsigned {
  kRed = 1,
  kOrange = 2,
  kYellow = 4,
  kGreen = 8,
  kBlue = 16,
  kPurple = 32,
  kAnyColour = 63,
  kBold = 64,
};

Words look_words();           // "red", "bold"; value: LookBits
Words look_prepositions();    // what stands before one: "in red"
Words answer_words();         // "answers", "replied"
Words your_words();           // what makes them another's
Words below_words();          // "below", "inline": where the author answers
Words chat_words();           // "chat": what a conversation that was pasted is called
Words output_words();         // "log", "error": what is said of what a machine printed
Words wrote_words();          // "wrote": the verb of an attribution line
Words attribution_openers();  // "on ", "am ": how one begins; value 2 where that is enough
Words field_words();          // "from", "gesendet": the lines of a reply header; value: FieldRole
Words original_words();       // "original message" between dashes
Words forwarded_words();      // "forwarded message" between dashes
Words forward_openers();      // "begin forwarded message:": no dashes needed
Words reply_markers();        // "reply above this line"
Words device_footers();  // "sent from my "; value 2: "sent" comes last; 3: a tool has to follow
Words device_words();         // "phone": what such a footer is about
Words excuse_words();         // "brevity": what it asks to be forgiven
Words list_footers();         // "mailing list": lines a system adds; value 2 where it is sure
Words ticket_labels();        // "status": fields a ticket system adds; value 2 of its number
Words closings();             // "kind regards"
Words contact_labels();       // "tel", "fax": what begins a line of a signature
Words title_words();          // "manager", "gmbh": what a signature line holds
Words legal_words();          // phrases of disclaimers; value: their weight

}  // namespace dsk::mail
