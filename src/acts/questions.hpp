// The questions of a message: what wants an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "acts/terms.hpp"

namespace dsk {

struct Message;

// `help` is "What should I do?", which names nothing and is answered by whatever helps.
enum class QuestionKind : std::uint8_t { open, yes_no, how, when, where, how_much, who, why, help };

struct Question {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // words [first, last) of the message
  std::uint32_t last = 0;
  QuestionKind kind = QuestionKind::open;
  bool indirect = false;    // "I'd like to know whether ...", "pls reset my password"
  bool part = false;        // one of several in its sentence
  bool behind_comma = false;  // a statement stands before it
  std::vector<Term> terms;  // what it asks about
};

constexpr std::size_t kMostQuestions = 256;  // who asks more sends a form

// The first kMostQuestions, in order. Rhetorical questions and pleasantries (act "rhetorical") are
// none, and of two that ask the same one is kept.
std::vector<Question> read_questions(const Message& message, const Terms& terms,
                                     const lexicon::Language& language);

}  // namespace dsk
