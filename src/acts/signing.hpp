// How a message is signed: by hand or at all, and by whom.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/language.hpp"
#include "text/words.hpp"

namespace dsk {

struct Message;
namespace spell {
class Speller;
}

// Sentences at the end, as lines of a signature are read.
inline constexpr std::size_t kSignature = 5;

// The names somebody signs a message with, the first name first; none where none is seen. `speller`
// may be NULL; a word it knows in lower case is taken for a name only where a header has it.
std::vector<std::string> signed_names(const Message& message, const lexicon::Language& language,
                                      const spell::Speller* speller);
// Not "" or "R.", which stand for a first name.
inline bool in_full(std::string_view name) { return !name.empty() && name.back() != '.'; }

// By hand, "-DN" or "Jack Tremblay\nIT Help" in a paragraph of its own, whatever stands below; not
// by what is put below "-- " under every mail.
bool is_signed_by_hand(const Message& message);

// Is there a person's name on it: in the From header, in a signature, or in the last lines? A
// team's is none.
bool names_its_writer(const Message& message, const lexicon::Language& language);

// Words with capitals at the beginning or, after a mark, at the end of a line: "Zed, Player
// Support", "Kind regards, Leon"; no name is "Residents' Parking Office".
bool holds_name(const lexicon::Language& language, const std::vector<Word>& words,
                std::uint32_t first, std::uint32_t last);

}  // namespace dsk
