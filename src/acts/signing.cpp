// Whether a message is signed, and by a person.
#include "acts/signing.hpp"

#include <algorithm>

#include "acts/message.hpp"

namespace dsk {
namespace {

constexpr std::uint32_t kLineWords = 6;  // of "Zed, Player Support"
constexpr std::uint32_t kBlock = 16;     // words and marks of a name, a post and a number
constexpr std::size_t kSigned = 6;       // so many of the last may stand from the name on

bool is_titled(const Word& word) { return word.letter_case == LetterCase::title; }
bool is_small(const Word& word) {
  return word.kind == WordKind::word && word.letter_case == LetterCase::lower;
}

// A signature that is nothing but a team's: "With best wishes, Your Harbour Hosting Team".
bool signs_for_nobody(const lexicon::Language& language, std::string_view signature) {
  bool team = false;
  for (std::size_t begin = 0; begin < signature.size();) {
    const std::size_t end = std::min(signature.find('\n', begin), signature.size());
    std::vector<Word> words;
    tokenise(signature, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {},
             words);
    begin = end + 1;
    if (words.empty()) continue;
    const auto count = static_cast<std::uint32_t>(words.size());
    if (holds_name(language, words, 0, count)) return false;
    team = team || language.in_class(words.back().hash, "no-name");
  }
  return team;
}

// Whether the name in a From header is a person's: "Al Reed", but not "Greenpeak IT Helpdesk".
bool is_person(const lexicon::Language& language, std::string_view name) {
  std::vector<Word> words;
  tokenise(name, {0, static_cast<std::uint32_t>(name.size())}, {}, words);
  const auto team = [&](const Word& word) { return language.in_class(word.hash, "no-name"); };
  const auto ends = [](const Word& word) {
    return word.kind != WordKind::word || word.letter_case == LetterCase::lower;
  };
  const auto named = std::find_if(words.begin(), words.end(), ends);
  return words.size() > 1 && std::none_of(words.begin(), named, team);
}

}  // namespace

bool holds_name(const lexicon::Language& language, const std::vector<Word>& words,
                std::uint32_t first, std::uint32_t last) {
  const auto name = [&](std::uint32_t at) {
    const Word& word = words[at];
    return word.kind == WordKind::word &&
           (word.letter_case == LetterCase::title || word.letter_case == LetterCase::mixed ||
            word.letter_case == LetterCase::upper) &&
           !language.in_class(word.hash, "no-name") &&
           !language.in_class(word.hash, "sign-off-word") &&
           !language.in_class(word.hash, "salutation") && !language.in_class(word.hash, "day") &&
           !language.in_class(word.hash, "month");
  };
  // "Femke de Wit"
  const auto particle = [&](std::uint32_t at) {
    return words[at].kind == WordKind::word && words[at].span.size() <= 3;
  };
  const auto mark = [&](std::uint32_t at) {
    return words[at].kind == WordKind::punctuation && words[at].mark != '\'';
  };
  const bool line = last - first <= kLineWords;
  for (std::uint32_t at = first; at < last; ++at) {
    const bool begins = (line && at == first) || (at > first && mark(at - 1));
    std::uint32_t end = at;
    while (begins && end < last && (name(end) || (end > at && particle(end)))) ++end;
    // "Yusuf and the hosting team"
    const bool first_of_all =
        line && at + 1 < end && language.in_class(words[at + 1].hash, "and");
    const bool closed = end > at && (end == last || (line && mark(end)));
    if (closed || first_of_all) return true;
  }
  return false;
}

bool is_signed_by_hand(const Message& message) {
  const mail::Document& document = message.document;
  if (std::any_of(document.zones.begin(), document.zones.end(), [&](const mail::Zone& zone) {
        return zone.kind == mail::ZoneKind::signature &&
               !zone.span.of(document.text()).starts_with("--");
      }))
    return true;
  const Reading& reading = message.reading;
  const std::vector<Sentence>& all = reading.sentences;
  const auto names_only = [&](const Sentence& line) {
    const auto first = reading.words.begin() + line.first;
    const auto last = reading.words.begin() + line.last;
    return line.ending == Ending::none && line.size() <= kBlock &&
           std::all_of(first, first + std::min(line.size(), 2u), is_titled) &&
           std::none_of(first, last, is_small);
  };
  for (std::size_t at = all.size() - 1; at > 0 && at + kSigned >= all.size(); --at)
    if (all[at].paragraph != all[at - 1].paragraph && names_only(all[at])) return true;
  return false;
}

bool names_its_writer(const Message& message, const lexicon::Language& language) {
  const mail::Document& document = message.document;
  if (std::any_of(document.zones.begin(), document.zones.end(), [&](const mail::Zone& zone) {
        return zone.kind == mail::ZoneKind::signature &&
               !signs_for_nobody(language, zone.span.of(document.text()));
      }))
    return true;
  if (!document.from.empty() && is_person(language, document.from.front().name)) return true;
  const std::vector<Sentence>& sentences = message.reading.sentences;
  const std::size_t first = sentences.size() - std::min(sentences.size(), kSignature);
  for (std::size_t at = std::max<std::size_t>(first, 1); at < sentences.size(); ++at)
    if (holds_name(language, message.reading.words, sentences[at].first, sentences[at].last))
      return true;
  return false;
}

}  // namespace dsk
