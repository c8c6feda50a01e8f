// The words by which mails, in the languages people answer in, say whose words follow. Data only:
// every entry is folded (see fold.hpp), so it is lower case and has plain spaces and quotes.
#pragma once

#include <cstdint>
#include <string_view>

namespace dsk::mail {

struct Words {
  const std::string_view* first;
  std::size_t count;
  const std::string_view* begin() const { return first; }
  const std::string_view* end() const { return first + count; }
};

enum class FieldRole : std::uint8_t { none, from, to, copy, date, subject, other };
struct FieldWord {
  std::string_view name;
  FieldRole role;
};
struct FieldWords {
  const FieldWord* first;
  std::size_t count;
  const FieldWord* begin() const { return first; }
  const FieldWord* end() const { return first + count; }
};

Words wrote_words();         // "wrote": the verb of an attribution line
Words attribution_openers(); // "on ", "am ": how one begins
FieldWords field_words();    // "from", "gesendet": the lines of a reply header
Words original_words();      // "original message" between dashes
Words forwarded_words();     // "forwarded message" between dashes
Words forward_openers();     // "begin forwarded message:": no dashes needed
Words reply_markers();       // "reply above this line"
Words device_footers();      // "sent from my "
Words list_footers();        // "mailing list", "to unsubscribe": lines a system adds
Words closings();            // "kind regards"
Words contact_labels();      // "tel", "fax": what begins a line of a signature
Words title_words();         // "manager", "gmbh": what a signature line holds
struct Legal {
  std::string_view words;
  int weight;
};
struct LegalWords {
  const Legal* first;
  std::size_t count;
  const Legal* begin() const { return first; }
  const Legal* end() const { return first + count; }
};
LegalWords legal_words();  // phrases of disclaimers; three points make one

}  // namespace dsk::mail
