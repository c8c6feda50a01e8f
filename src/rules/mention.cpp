#include "rules/mention.hpp"

#include <algorithm>
#include <optional>

#include "acts/conversation.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kFarthest = 80;   // words from a quotation mark
constexpr std::size_t kMostTheirs = 4096;  // words that are looked through for one remark

// A mark that opens leans on the word behind it alone; an inch sign, as one that closes, does not.
bool opens(const Reading& reading, std::uint32_t at) {
  const std::vector<Word>& words = reading.words;
  if (at + 1 >= words.size() || words[at].span.end != words[at + 1].span.begin) return false;
  return at == 0 || words[at - 1].span.end != words[at].span.begin || words[at - 1].mark == '(';
}

// Does the paragraph that `sentence` begins stand below "How about this?" or "Please write:"?
bool is_announced(const Reading& reading, std::uint32_t sentence) {
  if (sentence == 0) return false;
  const Word& above = reading.words[reading.sentences[sentence - 1].last - 1];
  return above.mark == ':' || above.mark == '?';
}

// As is_quoted_sample, with the marks that quote.
bool is_sample_between(const Reading& reading, char mark, std::uint32_t sentence,
                       std::uint32_t first, std::uint32_t last) {
  const std::vector<Sentence>& sentences = reading.sentences;
  const std::uint32_t paragraph = sentences[sentence].paragraph;
  std::uint32_t begin = sentence, end = sentence;
  while (begin > 0 && sentences[begin - 1].paragraph == paragraph &&
         first - sentences[begin - 1].first < kFarthest)
    --begin;
  while (end + 1 < sentences.size() && sentences[end + 1].paragraph == paragraph &&
         sentences[end].last - last < kFarthest)
    ++end;
  std::optional<std::uint32_t> open;
  std::uint32_t at = std::max(sentences[begin].first, first > kFarthest ? first - kFarthest : 0);
  for (; at < first; ++at) {
    if (reading.words[at].mark != mark) continue;
    if (opens(reading, at)) open = at;
    else open.reset();
  }
  if (!open) return false;
  // Who puts a whole paragraph into quotation marks still says it, unless something announces it.
  if (*open == sentences[begin].first && !is_announced(reading, begin)) return false;
  const std::uint32_t stop = std::min(sentences[end].last, last + kFarthest);
  for (at = last; at < stop; ++at)
    if (reading.words[at].mark == mark)
      return !opens(reading, at) &&
             (at - *open > 2 || reading.words[first].letter_case == LetterCase::upper);
  return false;
}

}  // namespace

bool meets_quotation(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const auto quotes = [](const Word& word) { return word.mark == '"'; };
  const auto begin = reading.words.begin();
  return std::count_if(begin + first, begin + last, quotes) % 2 != 0;
}

bool is_said_back(const Facts& facts, std::uint32_t first, std::uint32_t last) {
  if (!facts.incoming || first == last) return false;
  const auto mine = facts.mail.reading.words.begin();
  const std::vector<Word>& theirs = facts.incoming->reading.words;
  const auto end =
      theirs.begin() + static_cast<std::ptrdiff_t>(std::min(theirs.size(), kMostTheirs));
  return std::search(theirs.begin(), end, mine + first, mine + last,
                     [](const Word& a, const Word& b) {
                       return a.hash == b.hash && a.kind == b.kind && a.mark == b.mark &&
                              a.letter_case == b.letter_case;
                     }) != end;
}

bool is_quoted_sample(const Reading& reading, std::uint32_t sentence, std::uint32_t first,
                      std::uint32_t last) {
  return is_sample_between(reading, '"', sentence, first, last) ||
         is_sample_between(reading, '\'', sentence, first, last);
}

bool is_name_here(const Facts& facts, std::uint32_t sentence, std::uint32_t word) {
  const Reading& reading = facts.mail.reading;
  const Word& name = reading.words[word];
  if (name.letter_case != LetterCase::title) return false;
  const People& people = facts.conversation->people;
  const std::string_view written = reading.of(name);
  for (const auto* names : {&people.recipient, &people.signature, &people.others})
    if (among(written, *names, facts.language)) return true;
  // Of somebody else: a first name that says something, or is said to somebody.
  const Sentence& here = reading.sentences[sentence];
  return here.size() > 2 && facts.language.share_class(name.hash, name.hash, "nick-");
}

}  // namespace dsk::rules
