// The parts of the kind `spelling` that are ideas of their own.
#pragma once

#include "rules/rules.hpp"

namespace dsk::rules {

// Whom the mail greets or tells of, or who signs it.
bool names_a_person(const Job& job, const std::vector<Doubt>& doubts, const Doubt& doubt);
// A short name that opens a sentence. It has a word near it by chance; so has a noun whose article
// went missing, hence this is no more than likely.
bool opens_like_a_person(const Job& job, const Doubt& doubt);
// Where the people of a thread stand, or whom one meets, or before what they own: likely, too.
bool stands_like_a_person(const Job& job, const Doubt& doubt);
// Within a sentence, where the word that is near it has small letters: “Dinesh” is no “dines”.
bool is_capital_by_choice(const Job& job, const Doubt& doubt);

// Words of the other English.
void mixed_spelling(Job& job);

}  // namespace dsk::rules
