// What kind of words answers what kind of question: a time a "when", yes or no a "does it".
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rules.hpp"

namespace dsk::rules {

// Sentences of the reply that are the answer to one question, and to no other.
using Spent = std::vector<bool>;

bool has_link(const Reading& reading);

// "It is on its way, and the second one follows": a sentence that goes on may answer two questions.
bool goes_on(const Job& job, std::uint32_t sentence);

// Is the question a request: "Could you …"? Then doing it is the answer.
bool asks_for_a_deed(const Job& job, const Question& question);

// Does it offer several things: "Do you need it, or can you do without?" Then any word of it names
// one of them.
bool gives_choice(const Job& job, const Question& question);

// "Can I keep my number?"
bool begins_with_can(const Job& job, const Question& question);

// That asks how, and whether; where no word of it stands, only words that say so answer it, and
// not any way of doing something.
bool says_whether(const Job& job, std::uint32_t sentence, const Question& question);

// "Do you need it?" - "We do.": a clause with the word that the question begins with.
bool echoed(const Job& job, const Question& question, std::uint32_t sentence);

// Do words of the right kind for an answer stand in a sentence that is not spent? One that says yes
// or no is spent by it.
bool answers_in_kind(const Job& job, const Question& question, Spent& spent);

// Do they in this one?
bool kind_in(const Job& job, const Question& question, std::uint32_t sentence);

// Does only one kind of words answer it, a time or a place? Then the matter alone tells nothing.
bool wants_kind(const Question& question);

}  // namespace dsk::rules
