// Words no dictionary has, because they are people's names, or accounts of theirs.
#include <algorithm>
#include <utility>

#include "rules/spelling.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

// “Thansk,”: what stands at the end is no name where a sign-off was meant.
bool signs_off(const Job& job, const spell::Judgement& judged) {
  return !judged.better.empty() &&
         job.facts().language.in_class(hash_folded(utf8::lower(judged.better)), "sign-off-word");
}

// “Thijs” or “Thijs\nService Desk” under the text, with no sign-off above it, or with one that no
// lexicon knows: “Happy trails,”.
bool stands_below(const Job& job, std::uint32_t sentence, const spell::Judgement& judged) {
  constexpr std::uint32_t kParting = 6;  // words and marks
  const std::vector<Sentence>& sentences = job.reading().sentences;
  const Sentence& above = sentences[sentence - 1];
  if (sentence > 1 && above.size() <= kParting && job.reading().words[above.last - 1].mark == ',')
    --sentence;
  if (sentences[sentence].paragraph != sentences.back().paragraph ||
      sentences[sentence - 1].paragraph == sentences[sentence].paragraph)
    return false;
  return !signs_off(job, judged);
}

bool begins_line(const Reading& reading, std::uint32_t at) {
  if (at == 0) return true;
  const std::string_view text = reading.text;
  std::uint32_t end = reading.words[at].span.begin;
  while (end > reading.words[at - 1].span.end && text[end - 1] != '\n') --end;
  return end > reading.words[at - 1].span.end;
}

bool ends_sentence(const Word& word) {
  return word.mark == '!' || word.mark == '?' || word.mark == '.';
}

// How many words a line of names holds that begins at this one; 0 where it is none, as one with a
// small word or the end of a sentence in it.
std::uint32_t names_in_line(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  std::uint32_t names = 0;
  for (std::uint32_t at = first; at < last && (at == first || !begins_line(reading, at)); ++at) {
    const Word& word = reading.words[at];
    if (ends_sentence(word)) return 0;
    if (word.kind != WordKind::word) continue;
    if (word.letter_case == LetterCase::lower) return 0;
    ++names;
  }
  return names;
}

// What is put below a letter, in whatever language: a line of names and capitals, “Service Desk,
// Halden University”, or any line under a whole name, “Tomás Herrera” with “Atención al cliente”
// below, as long as no sentence ends there.
bool stands_in_a_signature(const Job& job, const Doubt& doubt) {
  constexpr std::uint32_t kLongest = 40;  // words and marks
  constexpr std::uint32_t kName = 4;      // words
  const Reading& reading = job.reading();
  const Sentence& here = reading.sentences[doubt.sentence];
  if (doubt.sentence == 0 || here.paragraph != reading.sentences.back().paragraph) return false;
  std::uint32_t line = doubt.first;
  while (line > here.first && doubt.first - line <= kLongest && !begins_line(reading, line)) --line;
  if (doubt.first - line > kLongest) return false;
  const std::uint32_t end = std::min(here.last, line + kLongest);
  if (names_in_line(reading, line, end) > 1) return !signs_off(job, *doubt.judged);
  std::uint32_t sentence = doubt.sentence;
  while (sentence > 0 && reading.sentences[sentence - 1].paragraph == here.paragraph &&
         doubt.first - reading.sentences[sentence].first <= kLongest)
    --sentence;
  const Sentence& top = reading.sentences[sentence];
  // Neither under a greeting, nor the name itself, nor a sentence that goes on.
  if (sentence == 0 || doubt.first - top.first > kLongest || line <= top.first ||
      reading.words[line].letter_case == LetterCase::lower)
    return false;
  const std::uint32_t names = names_in_line(reading, top.first, doubt.first);
  return names > 1 && names <= kName &&
         std::none_of(reading.words.begin() + top.first, reading.words.begin() + doubt.first,
                      ends_sentence);
}

// Whom a mail greets and who signs it are names, whatever the dictionary says: “Hi Chidi,”.
bool stands_for_a_person(const Job& job, const Doubt& doubt) {
  const auto [sentence, first] = std::pair(doubt.sentence, doubt.first);
  constexpr std::uint32_t kLine = 4;  // words and marks; a line of names is short
  constexpr std::uint32_t kNames = 2;  // words of a name
  const Sentence& here = job.reading().sentences[sentence];
  const std::vector<Word>& words = job.reading().words;
  if (job.acts().has_in("greeting", sentence) && first > here.first && first - here.first <= 2)
    return std::none_of(words.begin() + here.first, words.begin() + first,
                        [](const Word& word) { return word.kind == WordKind::punctuation; });
  if (here.size() > kLine || words[first].letter_case != LetterCase::title) return false;
  if (sentence == 0) return true;
  // “It works again. Gav”
  if (sentence + 1 == job.reading().sentences.size() && here.size() <= kNames &&
      here.ending == Ending::none)
    return !signs_off(job, *doubt.judged);
  for (std::uint32_t back = 0; back <= 2 && back <= sentence; ++back)
    if (job.acts().has_in("sign-off", sentence - back)) return true;
  return stands_below(job, sentence, *doubt.judged);
}

// “…, govind.” and “what sfhowes has said”: where the people of a thread stand. A thing that has
// done something has an article.
bool stands_in_a_thread(const Job& job, const Doubt& doubt) {
  const Sentence& here = job.reading().sentences[doubt.sentence];
  const std::vector<Word>& words = job.reading().words;
  const lexicon::Language& language = job.facts().language;
  const Word* before = doubt.first > here.first ? &words[doubt.first - 1] : nullptr;
  const Word* after = doubt.last < here.last ? &words[doubt.last] : nullptr;
  const bool parted = !before || before->mark == ',';
  if (parted && (!after || after->kind == WordKind::punctuation)) return before || after;
  return before && after && language.in_class(after->hash, "person-verb") &&
         language.in_class(before->hash, "function-word") &&
         !language.in_class(before->hash, "object");
}

// “on its way with Traian, who …”, “ask Donato for the key”: a capital where people are told of,
// and no noun behind it.
bool is_met(const Job& job, const Doubt& doubt) {
  const std::vector<Word>& words = job.reading().words;
  const lexicon::Language& language = job.facts().language;
  const std::uint32_t end = job.reading().sentences[doubt.sentence].last;
  if (doubt.sentence_start || words[doubt.first].letter_case != LetterCase::title ||
      !language.in_class(words[doubt.first - 1].hash, "before-person"))
    return false;
  if (doubt.last == end || words[doubt.last].kind == WordKind::punctuation) return true;
  const std::uint64_t after = words[doubt.last].hash;
  return language.in_class(after, "function-word") || language.in_class(after, "person-verb");
}

// “Marek's shift”
bool owns_something(const Job& job, const Doubt& doubt) {
  const std::vector<Word>& words = job.reading().words;
  return !doubt.sentence_start && words[doubt.first].letter_case == LetterCase::title &&
         doubt.last == doubt.first + 2 && job.reading().of(words[doubt.first + 1]).back() == 's';
}

// “Ms Varley”, “Dr. Oyelaran”
bool has_a_title(const Job& job, const Doubt& doubt) {
  const std::vector<Word>& words = job.reading().words;
  if (doubt.first == 0 || words[doubt.first].letter_case != LetterCase::title) return false;
  std::uint32_t before = doubt.first - 1;
  if (words[before].mark == '.' && before > 0) --before;
  return job.facts().language.in_class(words[before].hash, "title");
}

// A capital, and neither a word in small letters nor a product's, whose words are known.
bool is_a_name(const Job& job, const Word& word) {
  const spell::Speller* const speller = job.facts().speller;
  const std::string_view name = job.reading().of(word);
  return speller && word.kind == WordKind::word && word.letter_case == LetterCase::title &&
         !speller->knows(utf8::lower(name)) && !speller->knows_term(name);
}

// “Galway and Athlone”, “Rotterdam Centraal”, “Marek Havel will ring you.”: beside a name.
bool stands_by_a_name(const Job& job, const Doubt& doubt) {
  const std::vector<Word>& words = job.reading().words;
  const Sentence& here = job.reading().sentences[doubt.sentence];
  if (words[doubt.first].letter_case != LetterCase::title) return false;
  if (doubt.sentence_start) return doubt.last < here.last && is_a_name(job, words[doubt.last]);
  std::uint32_t before = doubt.first;
  if (before > here.first && job.facts().language.in_class(words[before - 1].hash, "and")) --before;
  return before > here.first && is_a_name(job, words[before - 1]);
}

// Whom the mail tells of: a capital within a sentence, and nothing near it there, or somewhere what
// people do after it.
bool is_told_of(const Job& job, const std::vector<Doubt>& doubts, const Doubt& doubt) {
  constexpr std::size_t kMost = 100;  // doubts compared, so that the work stays small
  const std::vector<Word>& words = job.reading().words;
  if (words[doubt.first].letter_case != LetterCase::title || doubts.size() > kMost) return false;
  bool named = false, doing = false;
  for (const Doubt& one : doubts) {
    if (words[one.first].hash != words[doubt.first].hash) continue;
    if (!one.sentence_start && words[one.first].letter_case == LetterCase::title) {
      if (one.judged->verdict == spell::Verdict::strange) return true;
      named = true;
    }
    doing |= one.last < words.size() &&
             job.facts().language.in_class(words[one.last].hash, "person-verb");
  }
  return named && doing;
}

}  // namespace

bool names_a_person(const Job& job, const std::vector<Doubt>& doubts, const Doubt& doubt) {
  return has_a_title(job, doubt) || stands_for_a_person(job, doubt) ||
         stands_in_a_signature(job, doubt) || stands_by_a_name(job, doubt) ||
         is_told_of(job, doubts, doubt);
}

// “Jens has replaced it.”, “Ilse: no need for that.”, and neither with “Thsi is”.
bool opens_like_a_person(const Job& job, const Doubt& doubt) {
  constexpr std::uint32_t kShort = 5;
  const Sentence& here = job.reading().sentences[doubt.sentence];
  const std::vector<Word>& words = job.reading().words;
  const Word& word = words[doubt.first];
  if (!doubt.sentence_start || word.letter_case != LetterCase::title ||
      doubt.last != doubt.first + 1 || doubt.last >= here.last)
    return false;
  const lexicon::Language& language = job.facts().language;
  const Word& after = words[doubt.last];
  // A longer one does what people alone do: “Donato rings you”, and not “Softwar has”.
  if (word.span.size() > kShort && (!language.in_class(after.hash, "person-verb") ||
                                    language.in_class(after.hash, "function-word")))
    return false;
  const bool acts = after.mark == ':' || language.in_class(after.hash, "person-verb") ||
                    language.in_class(after.hash, "is-was");
  const std::uint64_t better = hash_folded(utf8::lower(doubt.judged->better));
  return acts && !language.in_class(better, "asked-of") && !language.in_class(better, "wh");
}

bool stands_like_a_person(const Job& job, const Doubt& doubt) {
  return stands_in_a_thread(job, doubt) || owns_something(job, doubt) || is_met(job, doubt);
}

bool is_capital_by_choice(const Job& job, const Doubt& doubt) {
  const Word& word = job.reading().words[doubt.first];
  const spell::Speller& speller = *job.facts().speller;
  const std::string better = utf8::lower(doubt.judged->better);
  return !doubt.sentence_start && word.letter_case == LetterCase::title &&
         speller.knows(better) && !speller.knows_term(better);
}

}  // namespace dsk::rules
