// Rewrites that are more than putting one phrase for another. A pack names them, a language
// implements them. A rewrite keeps the writer's words and never invents a fact: where one is needed
// it leaves a [[placeholder?]], which stops the mail until it is filled in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/facts.hpp"
#include "rules/finding.hpp"
#include "utf8.hpp"

namespace dsk::rules {

// What to rewrite: words [first, last) of a sentence.
struct Target {
  const Facts& facts;
  std::uint32_t sentence;
  std::uint32_t first;
  std::uint32_t last;

  const Reading& reading() const { return facts.mail.reading; }
  std::string low(std::uint32_t word) const {
    return utf8::lower(reading().of(reading().words[word]));
  }
  bool is(std::uint32_t word, std::string_view class_name) const {
    return facts.language.in_class(reading().words[word].hash, class_name);
  }
};

// Nothing where the rewrite would not be good English.
std::optional<Edit> rewrite(std::string_view name, const Target& target);

// What the phrase that was found says is meant instead; nothing where the form of a word is not
// known for sure.
std::optional<Edit> mended(const Target& target, const lexicon::Mend& mend);

// Without the words and the space (and comma) behind them; what follows takes over the capital.
std::optional<Edit> delete_words(const Target& target);
// `text` with a capital where `written` begins with one.
std::string with_case_of(std::string_view written, std::string text);

}  // namespace dsk::rules
