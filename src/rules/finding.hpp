// What a rule has to say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/pack.hpp"
#include "text/span.hpp"

namespace dsk {

struct Message;

// Replace a range of the text the reader sees.
struct Edit {
  Span span;
  std::string replacement;
  lexicon::Safety safety = lexicon::Safety::preview;
};

// A place in the incoming message, the mail or an earlier message that belongs to a finding.
struct Related {
  Span span;
  bool in_incoming = true;
  std::string label;
  const Message* earlier = nullptr;  // the message of the thread it lies in, if it does
};

inline constexpr std::uint32_t kNoSentence = 0xFFFFFFFFu;

struct Finding {
  const lexicon::Rule* rule = nullptr;
  std::uint32_t number = 0;  // of the rule among the language's
  lexicon::Level level = lexicon::Level::suggestion;
  bool blocks = false;
  bool hidden = false;  // the mail or the options say that it is not to be told
  Span span;  // of the mail's text; empty at 0 for the mail as a whole
  Span in_subject;  // of its subject, where it was found there; `span` is empty then
  std::uint32_t sentence = kNoSentence;
  std::string message;  // where it is not the rule's own, filled with the words of the span alone
  std::vector<Edit> fixes;
  std::vector<Related> related;
};

}  // namespace dsk
