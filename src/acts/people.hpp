// Who writes to whom, and by which names: from the headers and from how people sign.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "acts/names.hpp"
#include "lexicon/language.hpp"

namespace dsk {

struct Message;
namespace spell {
class Speller;
}

struct People {
  // Names of the one this mail is written to: "Gail", "Okafor". Empty where nobody is known, or
  // where it goes to several people or to a shared mailbox.
  std::vector<std::string> recipient;
  std::string first_name;  // the one to greet by, as they sign it; "" where it is not known
  std::string initial;     // all that is known of the first name of "R. Feldman"
  std::vector<std::string> signature;  // how the incoming message is signed
  // Names and mailbox names of everybody else in the thread, the writer's own included.
  std::vector<std::string> others;
  std::vector<std::string> mailboxes;  // local parts of the recipient's addresses, lower case
  bool several = false;                // more than one person is written to
};

// `speller` may be NULL; a word it knows in lower case is taken for a name only where a header has
// it.
People read_people(const Message& mail, const Message* incoming,
                   const std::vector<const Message*>& thread, const lexicon::Language& language,
                   const spell::Speller* speller);

}  // namespace dsk
