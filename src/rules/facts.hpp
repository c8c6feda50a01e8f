// All that rules may know: what was read in the mail and in the message it answers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/message.hpp"
#include "lexicon/language.hpp"
#include "spell/speller.hpp"
#include "spell/word_set.hpp"

namespace dsk {

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
  // "loop", "stay-with-user"
  std::vector<std::pair<std::string_view, std::string_view>> profile = {};
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
