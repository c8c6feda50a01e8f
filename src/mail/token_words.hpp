// Names that tell tokens apart. Data only; lower case.
#pragma once

#include "mail/word_table.hpp"

namespace dsk::mail {

Words host_endings();       // top-level domains seen in support mail
Words file_endings();       // of file names
Words key_names();          // "ctrl", "esc"
Words modifier_names();     // those that begin a combination
Words placeholder_words();  // what stands in square brackets to be filled in
Words label_verbs();        // "click", before a label
Words label_nouns();        // "button", after one

inline bool among(Words words, std::string_view lowered) {
  return find_word(words, lowered) != nullptr;
}

}  // namespace dsk::mail
