// Is there a person under the mail? A team's name is none, and neither is nothing.
#include <algorithm>

#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kLines = 5;      // sentences, as lines of a signature are read
constexpr std::uint32_t kLineWords = 6;  // of "Zed, Player Support"

// Words with capitals at the beginning or, after a mark, at the end of a line: "Zed, Player
// Support", "Kind regards, Leon"; no name is "Residents' Parking Office".
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

// A signature that is nothing but a team's: "With best wishes, Your Harbour Hosting Team".
bool signs_for_nobody(const Job& job, std::string_view signature) {
  const lexicon::Language& language = job.facts().language;
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

// "Thanks, Hollis (IT)" names a team, and a person before it.
bool names_its_person(const Job& job, const match::Hit& hit) {
  const std::vector<Word>& words = job.reading().words;
  for (std::uint32_t at = hit.first; at < hit.last; ++at)
    if (words[at].mark == '(')
      return holds_name(job.facts().language, words, hit.first, at);
  return false;
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

// The rule's phrases name a team; without them, a mail that nobody signed in any way. A name in the
// From header, an introduction and a signature below "-- " are names.
void no_human_name(Job& job) {
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (!names_its_person(job, hit)) job.report(hit.sentence, hit.first, hit.last);
  const std::vector<Sentence>& sentences = job.reading().sentences;
  if (job.facts().fragment || job.facts().is_template || sentences.empty() ||
      job.facts().stage == lexicon::Stage::unknown ||
      job.facts().mail.foreign_paragraphs > 0 || job.hits().any(job.rule().phrases))
    return;
  const mail::Document& document = job.facts().mail.document;
  const bool signature = std::any_of(
      document.zones.begin(), document.zones.end(), [&](const mail::Zone& zone) {
        return zone.kind == mail::ZoneKind::signature &&
               !signs_for_nobody(job, zone.span.of(document.text()));
      });
  if (signature || job.acts().has("self-introduction")) return;
  if (!document.from.empty() && is_person(job.facts().language, document.from.front().name)) return;
  const auto count = static_cast<std::uint32_t>(sentences.size());
  const std::uint32_t first = count - std::min(count, kLines);
  for (std::uint32_t at = std::max(first, 1u); at < count; ++at)
    if (holds_name(job.facts().language, job.reading().words, sentences[at].first,
                   sentences[at].last))
      return;
  job.report(count - 1, sentences[count - 1].first, sentences[count - 1].last);
}

}  // namespace dsk::rules
