// What is a name, and which of them are the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ascii.hpp"
#include "lexicon/language.hpp"

namespace dsk {

// From here on a word that is a name, too, is hardly anything else: "ana" on the speller's scale.
inline constexpr unsigned kRareWord = 5;

// Lower case and without accents: "José" is "jose".
std::string plain(std::string_view name);

// The same name: without regard to case and accents, or one the short form of the other (classes
// of the lexicon whose names begin with "nick-").
bool same_name(std::string_view a, std::string_view b, const lexicon::Language& language);

// Is the word one of them?
bool among(std::string_view word, const std::vector<std::string>& names,
           const lexicon::Language& language);

// The names in a header: "OKAFOR, Gail (Finance)" has OKAFOR and Gail; none are initials, titles
// and what names no person.
std::vector<std::string> name_words(std::string_view display, const lexicon::Language& language);

// "Li" and "Bo", not the initials "AJ".
bool is_long_enough(std::string_view name);
// "Gail", "McKay" and "Lee-Ann", not "WTF" or "SweetTasha".
bool is_title_case(std::string_view name);
// Part of a letter that a name may be of.
inline bool is_letter(char c) { return ascii::is_alpha(c) || ascii::is_high(c); }

}  // namespace dsk
