// The checks of the thread kind, by what they look at; thread.cpp names them.
#pragma once

#include <string>

#include "rules/rules.hpp"

namespace dsk::rules {

// thread_opening.cpp: how the reply begins.
void missing_empathy(Job& job);
void asks_how_to_help(Job& job);
void fix_before_clarify(Job& job);

// thread_answers.cpp: what was asked.
void unanswered_question(Job& job);

// thread_restatement.cpp: what it is about.
void no_restatement(Job& job);

// thread_other.cpp: is it an answer to this message at all?
void other_message(Job& job);

// thread_known.cpp: what they told, did and gave already.
void asks_known(Job& job);
void repeats_tried(Job& job);
void repeats_any_step(Job& job);  // thread_steps.cpp
void unasked(Job& job);
void no_thanks(Job& job);

// thread_references.cpp: their numbers, days and codes, copied wrong.
void reference_mismatch(Job& job);
void mismatched_day(Job& job);   // thread_days.cpp
void mismatched_code(Job& job);  // thread_codes.cpp

// thread_secrets.cpp: a password of theirs in our words.
void repeats_secret(Job& job);

// thread_names.cpp: by which name they are greeted. These run without an incoming message, too.
void no_name(Job& job);
void wrong_name(Job& job);
void misspelt_name(Job& job);

// thread_words.cpp: words that fit or do not fit what was written.
void canned_understanding(Job& job);
void casual_when_serious(Job& job);
void jargon(Job& job);
void vague_referent(Job& job);

// ---- helpers -----------------------------------------------------------------------------------

// Words of the incoming message, on one line and cut to a length that can be quoted.
std::string quoted(const Message& message, Span span);

// Show `span` of the incoming message beside the finding and fill {cause} in its message.
void tell_cause(Job& job, Finding* finding, Span span);

// The same of an earlier message of the thread.
void tell_earlier(Job& job, Finding* finding, const Message& earlier, Span span);

// Is it a message of the one who is answered, as far as headers tell?
bool wrote_it(const Job& job, const Message& earlier);

// "Twelve hours of editing is a lot to lose": does one of the first so many sentences of the reply
// tell that sentence of theirs back? Thanks, steps and questions name the matter for another
// reason.
bool retold(const Job& job, std::uint32_t theirs, std::uint32_t sentences);

// The first sentence that is more than a greeting; kNoSentence where there is none.
std::uint32_t first_after_greeting(const Job& job);

// The hit of these acts in the incoming message that stands first, or NULL.
const ActHit* first_cause(const Job& job, lexicon::ActIds acts);

}  // namespace dsk::rules
