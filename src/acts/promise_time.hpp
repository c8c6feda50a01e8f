// Which of the times in a sentence is that of a promise: "I'll call you tomorrow at 9, so that it
// is ready for Wednesday" promises a call tomorrow.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "acts/times.hpp"
#include "lexicon/language.hpp"

namespace dsk {

struct Message;

// The words [from, end) are all that a promise may have its time in; it begins at `first`.
struct PromiseWords {
  std::uint32_t from = 0, first = 0, end = 0;
};

std::optional<TimeExpression> time_of_promise(const Message& mail,
                                              const std::vector<TimeExpression>& times,
                                              PromiseWords words,
                                              const lexicon::Language& language);

}  // namespace dsk
