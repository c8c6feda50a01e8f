// A message as it was read: its words, the phrases they are, and what its sentences do.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "acts/acts.hpp"
#include "acts/doubts.hpp"
#include "acts/identifiers.hpp"
#include "acts/questions.hpp"
#include "acts/terms.hpp"
#include "acts/times.hpp"
#include "mail/document.hpp"
#include "match/matcher.hpp"
#include "text/reading.hpp"

namespace dsk {

// What rooms above keep here.
namespace rules {
class Parts;
struct Signs;
}

// What a draft kept of a message beyond its acts (engine/memory.hpp), so that nobody reads it
// again.
struct Remembered {
  std::vector<TimeExpression> times;  // of the mail that is written
  std::vector<Doubt> doubts;          // likewise, and judged
  std::vector<Term> terms;            // likewise, where there is an incoming message
  Terms their_terms;                  // of an incoming message
  std::vector<std::string> signature;  // the names it is signed with
  std::vector<Identifier> identifiers;
  std::vector<Question> questions;  // of an incoming message
  // Of the mail that is written: its sentences, and of its text.
  const rules::Parts* parts = nullptr;
  const rules::Signs* signs = nullptr;
};

// One message, read as far as words and acts.
struct Message {
  mail::Document document;
  Reading reading;
  std::uint32_t foreign_paragraphs = 0;  // left out of the reading
  match::Hits hits;
  Acts acts;
  std::vector<Span> secrets;  // of somebody else's: what rules take for one, to be masked
  std::optional<Remembered> remembered;
};

}  // namespace dsk
