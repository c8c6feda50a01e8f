// All that rules may know: what was read in the mail and in the message it answers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/acts.hpp"
#include "acts/identifiers.hpp"
#include "acts/questions.hpp"
#include "acts/terms.hpp"
#include "acts/times.hpp"
#include "lexicon/language.hpp"
#include "mail/document.hpp"
#include "match/matcher.hpp"
#include "rules/doubts.hpp"
#include "spell/speller.hpp"
#include "spell/word_set.hpp"
#include "text/reading.hpp"

namespace dsk {

struct ActFacts;  // report/act_facts.hpp
namespace rules {
class Parts;
struct Signs;
}

// What a draft kept of a message beyond its acts (engine/memory.hpp), so that nobody reads it again.
struct Remembered {
  std::vector<TimeExpression> times;  // of the mail that is written
  std::vector<Doubt> doubts;          // likewise, and judged
  std::vector<Term> terms;            // likewise, where there is an incoming message
  Terms their_terms;                  // of an incoming message
  std::vector<std::string> signature;  // the names it is signed with
  std::vector<Identifier> identifiers;
  std::vector<Question> questions;  // of an incoming message
  std::shared_ptr<const ActFacts> acts;  // of a sentence, or of an incoming message
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

struct Conversation;  // acts/conversation.hpp

struct OpenPromise {
  std::string due;  // RFC 3339
  std::string what;
};

struct Facts {
  const lexicon::Language& language;
  const Message& mail;
  const Message* incoming = nullptr;
  const Conversation* conversation = nullptr;  // never NULL when rules run
  std::vector<const Message*> thread = {};  // earlier messages, oldest first
  const spell::Speller* speller = nullptr;
  spell::Memo* memo = nullptr;
  const spell::WordSet* own_words = nullptr;
  lexicon::Stage stage = lexicon::Stage::unknown;
  std::vector<std::pair<std::string_view, std::string_view>> profile = {};  // "loop", "stay-with-user"
  std::vector<OpenPromise> promises = {};
  std::string now = {};  // RFC 3339, "" where unknown
  bool fragment = false;
  bool is_template = false;

  std::string_view profile_value(std::string_view key) const {
    for (const auto& [name, value] : profile)
      if (name == key) return value;
    return {};
  }
  // "loop=stay-with-user": is the profile's key so?
  bool profile_is(std::string_view condition) const {
    const std::size_t equals = condition.find('=');
    return equals != std::string_view::npos &&
           profile_value(condition.substr(0, equals)) == condition.substr(equals + 1);
  }
  bool profile_is_any(const std::vector<std::string_view>& conditions) const {
    for (const std::string_view condition : conditions)
      if (profile_is(condition)) return true;
    return false;
  }
};

}  // namespace dsk
