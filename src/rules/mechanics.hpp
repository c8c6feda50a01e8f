// The checks of kind `mechanics` that are more than a line or two.
#pragma once

#include "rules/rules.hpp"

namespace dsk::rules {

void article(Job& job);             // a or an
void casing_punctuation(Job& job);  // " ,", a lone i, a sentence that starts small
void empty_reply(Job& job);         // a greeting, a leave, a name, and nothing else
void gushing(Job& job);             // !!, ?!, soooo, and the rule's own phrases
void macro_residue(Job& job);       // two greetings, two sign-offs, a sentence twice
void no_human_name(Job& job);       // the rule's phrases, and a mail that nobody signed
void shouting(Job& job);            // WORDS IN CAPITALS
void text_speak(Job& job);          // the rule's phrases, in small letters; a lone u

}  // namespace dsk::rules
