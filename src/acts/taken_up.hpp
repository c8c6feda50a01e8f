// Their questions, said once more by whoever answers them: “You asked: how long does it take? Two
// days.”
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/language.hpp"

namespace dsk {

struct Message;
struct Question;

struct TakenUp {
  std::uint32_t sentence = 0;  // of the reply
  std::uint32_t question = 0;  // of theirs, by its place among them
};

// In the order of the reply. A question that nothing is said to right after it is the writer's own.
std::vector<TakenUp> find_taken_up(const Message& mail, const Message& incoming,
                                   const std::vector<Question>& questions,
                                   const lexicon::Language& language);

}  // namespace dsk
