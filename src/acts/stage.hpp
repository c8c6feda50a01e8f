// Which part of the conversation a mail is: inferred from its acts when nobody says.
#pragma once

#include "acts/acts.hpp"
#include "lexicon/pack.hpp"
#include "mail/document.hpp"

namespace dsk {

// More recipients than these make a broadcast.
inline constexpr std::size_t kBroadcastRecipients = 10;

// The strongest sign decides: a solution reported, here or by them, then a refusal, waiting, steps
// to try, questions. `answers` says whether there is an incoming message, `confirmed` whether they
// wrote that it works now; `unknown` where nothing tells.
lexicon::Stage infer_stage(const mail::Document& mail, const Acts& acts, bool answers,
                           bool confirmed);

}  // namespace dsk
