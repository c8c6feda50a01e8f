// What a message does, as facts for a report.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "acts/message.hpp"
#include "report/report.hpp"
#include "report/texts.hpp"

namespace dsk {

// Immutable. A draft makes them of each sentence once, and reports share them.
struct ActFacts {
  struct One {
    Fact fact;  // its place is one in the message's text
    lexicon::ActId act = 0;
    std::uint32_t sentence = 0;
  };

  ActFacts(const Message& message, const lexicon::Language& language);

  std::vector<One> all;  // by first word; of those that share it, in the order of acts
  Texts texts;
};

// Tells them one by one in that order, their words kept in `texts`.
void each_act_fact(const Message& message, const lexicon::Language& language, Texts& texts,
                   const std::function<void(const ActFacts::One&)>& tell);

}  // namespace dsk
