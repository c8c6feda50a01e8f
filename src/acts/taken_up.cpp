#include "acts/taken_up.hpp"

#include <algorithm>

#include "acts/message.hpp"

namespace dsk {
namespace {

constexpr std::size_t kMostWords = 40;  // of a question that are compared
constexpr std::size_t kMostAsked = 40;  // questions of the reply
constexpr std::size_t kFewest = 2;      // words that tell which question it is

// What is left of a question where it does not matter who asks: "do I have to bring it" and "do you
// have to bring the card" begin alike.
std::vector<std::uint64_t> bare(const Reading& reading, std::uint32_t first, std::uint32_t last,
                                const lexicon::Language& language) {
  std::vector<std::uint64_t> words;
  for (std::uint32_t at = first; at < last && words.size() < kMostWords; ++at) {
    const Word& word = reading.words[at];
    if (word.kind == WordKind::punctuation) continue;
    if (language.in_class(word.hash, "asked-of") || language.in_class(word.hash, "object"))
      continue;
    if (words.empty() &&
        (word.kind == WordKind::number || language.in_class(word.hash, "leading-in")))
      continue;
    words.push_back(word.hash);
  }
  return words;
}

// Of whom it asks: the first word that is somebody.
std::uint64_t who(const Reading& reading, std::uint32_t first, std::uint32_t last,
                  const lexicon::Language& language) {
  const auto at = std::find_if(
      reading.words.begin() + first, reading.words.begin() + last,
      [&](const Word& word) { return language.in_class(word.hash, "asked-of"); });
  return at == reading.words.begin() + last ? 0 : at->hash;
}

// Where the words of asking begin: behind “You asked:” and behind an opening mark.
std::uint32_t behind_lead(const Reading& reading, const Sentence& sentence) {
  std::uint32_t from = sentence.first;
  for (std::uint32_t at = sentence.first; at + kFewest < sentence.last; ++at) {
    const char mark = reading.words[at].mark;
    if (mark == ':' || mark == '"' || mark == '*') from = at + 1;
  }
  return from;
}

// Are these their words in their order, half of them or more, and hardly a new one among them?
bool repeats(const std::vector<std::uint64_t>& mine, const std::vector<std::uint64_t>& theirs) {
  if (mine.size() < kFewest || 2 * mine.size() < theirs.size()) return false;
  std::size_t fresh = 0;
  auto from = theirs.begin();
  for (const std::uint64_t word : mine) {
    const auto at = std::find(from, theirs.end(), word);
    if (at == theirs.end())
      ++fresh;
    else
      from = at + 1;
  }
  return 4 * fresh <= mine.size() - 1;
}

// Does what comes next say something, rather than ask or beg for something?
bool answered_next(const Message& mail, std::uint32_t sentence) {
  const std::uint32_t next = sentence + 1;
  return next < mail.reading.sentences.size() &&
         mail.reading.sentences[next].ending != Ending::question &&
         !mail.acts.has_in("info-request", next) && !mail.acts.has_in("sign-off", next);
}

}  // namespace

std::vector<TakenUp> find_taken_up(const Message& mail, const Message& incoming,
                                   const std::vector<Question>& questions,
                                   const lexicon::Language& language) {
  std::vector<TakenUp> found;
  if (questions.empty()) return found;
  std::vector<std::vector<std::uint64_t>> asked;
  const std::vector<Sentence>& sentences = mail.reading.sentences;
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < sentences.size() && count < kMostAsked; ++at) {
    if (sentences[at].ending != Ending::question || !answered_next(mail, at)) continue;
    ++count;
    if (asked.empty())
      for (const Question& question : questions)
        asked.push_back(bare(incoming.reading, question.first, question.last, language));
    const std::uint32_t from = behind_lead(mail.reading, sentences[at]);
    const auto mine = bare(mail.reading, from, sentences[at].last, language);
    const auto theirs = std::find_if(asked.begin(), asked.end(),
                                     [&](const auto& one) { return repeats(mine, one); });
    if (theirs == asked.end()) continue;
    const auto number = static_cast<std::uint32_t>(theirs - asked.begin());
    // “Could you send the log?” is asked of them, whoever asked it first: only “Could I …?” turns.
    const Question& question = questions[number];
    if (from == sentences[at].first && mail.acts.has_in("asks-deed", at) &&
        who(mail.reading, from, sentences[at].last, language) ==
            who(incoming.reading, question.first, question.last, language))
      continue;
    found.push_back({at, number});
  }
  return found;
}

}  // namespace dsk
