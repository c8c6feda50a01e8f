// Makes a word automaton out of a Hunspell dictionary, every form confirmed by Hunspell itself.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "spell/automaton_builder.hpp"

namespace dsk::spell {

// What is known of a form besides that it exists; capitals as in the dictionary.
using Describe = std::function<Note(const std::string& form)>;

// Reads the two files, which Hunspell wants as paths. `describe` may be empty: then all words are
// equally common. `more` are forms of a neighbouring variety, taken as they are where the
// dictionary does not have them, `terms` are taken whether it has them or not. Throws
// Error{dictionary}. Takes seconds; for build and `deskside words compile`, never for a check.
std::string compile_words(const std::string& aff, const std::string& dic,
                          const std::string& language, const Describe& describe = {},
                          const std::vector<Form>& more = {}, const std::vector<Form>& terms = {});

// A plain list: one word a line, `#` begins a comment, a line may hold several words. Capitals
// are kept; a possessive is understood.
std::vector<Form> read_word_list(std::string_view text);

}  // namespace dsk::spell
