// Names that tell tokens apart. Data only; lower case.
#pragma once

#include <algorithm>

#include "mail/word_table.hpp"

namespace dsk::mail {

Words host_endings();       // top-level domains seen in support mail
Words file_endings();       // of file names
Words key_names();          // "ctrl", "esc"
Words modifier_names();     // those that begin a combination
Words placeholder_words();  // what stands in square brackets to be filled in
Words field_owners();       // whose name or number stands in angle brackets to be filled in
Words label_verbs();        // "click", before a label
Words label_nouns();        // "button", after one

// Whether `name` is one of them, in any case.
inline bool among(Words words, std::string_view name) {
  const char first = name.empty() ? '\0' : lower(name[0]);
  return std::any_of(words.begin_of(first), words.end_of(first),
                     [&](const Entry& entry) { return same(name, entry.text); });
}

}  // namespace dsk::mail
