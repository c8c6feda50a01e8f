// Makes the bytes of an Automaton out of a sorted list of forms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spell/automaton.hpp"

namespace dsk::spell {

struct Form {
  std::string word;  // UTF-8, capitals as in the dictionary
  Note note;
};

// Forms need no order; of the same word twice the commoner note stays, with the flags of both.
// `complete` says that a word that is not among them is wrong. Forms beyond the 255 commonest
// letters are left out, and then the automaton is not complete. Deterministic.
std::string build_automaton(std::vector<Form> forms, std::string_view language, bool complete);

}  // namespace dsk::spell
