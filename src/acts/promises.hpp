// Promises of a mail: who will do what, and by when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acts/times.hpp"
#include "lexicon/language.hpp"

namespace dsk {

struct Message;

struct Promise {
  std::string who;  // "I", "we", or a name
  Span what;        // the words of the promise
  std::uint32_t sentence = 0;
  // The time of what is promised; its `due` is empty where it cannot be told.
  std::optional<TimeExpression> when;
};

std::vector<Promise> find_promises(const Message& mail, const std::vector<TimeExpression>& times,
                                   const lexicon::Language& language);

// A promise that a message quotes and whose time had gone by when it was written. "Tomorrow" is
// counted from the day that the line above the quote names.
struct QuotedPromise {
  Span what;
  Moment due;
};
std::optional<QuotedPromise> broken_in_quote(const Message& message,
                                             const lexicon::Language& language);

}  // namespace dsk
