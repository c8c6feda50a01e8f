#include "acts/doubts.hpp"

#include <algorithm>

#include "acts/message.hpp"
#include "ascii.hpp"
#include "shortcuts.hpp"
#include "spell/memo.hpp"
#include "spell/word_set.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

void add_words(std::string_view text, spell::WordSet& set) {
  std::vector<Word> words;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, {}, words);
  for (const Word& word : words)
    if (word.kind == WordKind::word) set.add(word.span.of(text));
}

void add_people(const mail::Document& document, std::vector<std::string_view>& texts) {
  for (const auto* list : {&document.from, &document.reply_to, &document.to, &document.cc})
    for (const mail::Address& address : *list)
      texts.insert(texts.end(), {address.name, address.address});
}

// "2nd", and "2st".
bool may_be_ordinal(std::string_view number) {
  return number.size() > 2 && std::string_view("tdh").find(number.back()) != std::string_view::npos;
}

// One orthographic word: glued tokens, with the apostrophes and hyphens between them, are one.
template <class Body>
void for_each_word(const Reading& reading, Body body) {
  for (std::uint32_t sentence = 0; sentence < reading.sentences.size(); ++sentence) {
    const Sentence& it = reading.sentences[sentence];
    bool start = true;
    for (std::uint32_t at = it.first; at < it.last;) {
      const Word& word = reading.words[at];
      std::uint32_t last = at + 1;
      bool prose = word.kind == WordKind::word || word.kind == WordKind::number;
      while (last < it.last && reading.words[last].glued &&
             reading.words[last].kind != WordKind::punctuation) {
        prose = prose && reading.words[last].kind != WordKind::inline_item;
        ++last;
      }
      // A slash, an at sign, an underscore or a dot inside makes it something else than a word.
      const bool joined = last < it.last && reading.words[last].glued && last + 1 < it.last &&
                          reading.words[last + 1].glued &&
                          reading.words[last].kind == WordKind::punctuation &&
                          std::string_view("/@_.\\=#&+~:").find(reading.words[last].mark) !=
                              std::string_view::npos &&
                          reading.words[last + 1].kind != WordKind::punctuation;
      if (joined) {
        while (last < it.last && reading.words[last].glued) ++last;
        prose = false;
      }
      if (prose && (word.kind == WordKind::word || may_be_ordinal(reading.of(word)))) {
        body(sentence, at, last, start);
      }
      if (word.kind != WordKind::punctuation) start = false;
      at = last;
    }
  }
}

// Whether it is certain, and both Englishes write it so. “The” is where “the” was seen.
bool is_ordinary(const Reading& reading, std::uint32_t first, std::uint32_t last,
                 const spell::Speller& speller, spell::Memo* memo) {
  const Word& word = reading.words[first];
  if (!shortcuts || !memo || last - first != 1) return false;
  const std::string_view letters = reading.of(word);
  const bool small = word.letter_case == LetterCase::lower;
  // A capital that no key has may be folded to a letter that one has.
  if (!small && (word.letter_case != LetterCase::title || !ascii::is_upper(letters[0])))
    return false;
  if (memo->is_ordinary(word.hash)) return true;
  // What is folded has other spellings with the same hash.
  if (!ascii::has_only(letters, ascii::is_lower) || !speller.is_ordinary(letters)) return false;
  memo->keep_ordinary(word.hash);
  return true;
}

bool in_quotes(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  return std::count_if(reading.words.begin() + sentence.first, reading.words.begin() + at,
                       [](const Word& word) { return word.mark == '"'; }) % 2 != 0;
}

}  // namespace

std::vector<Doubt> doubtful_words(const Reading& reading, const spell::Speller& speller,
                                  const spell::WordSet* own, spell::Memo* memo) {
  std::vector<Doubt> doubts;
  for_each_word(reading, [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                             bool start) {
    if (is_ordinary(reading, first, last, speller, memo)) return;
    const std::string_view word = reading.of(reading.span_of(first, last));
    if (speller.is_certain(word) || (own && own->has(word))) return;
    doubts.push_back({sentence, first, last, start, std::nullopt});
  });
  return doubts;
}

// Names and labels have capitals; what is quoted is somebody else's.
std::vector<OneSided> one_sided_words(const Reading& reading, const spell::Speller& speller,
                                      const spell::WordSet* own, spell::Memo* memo) {
  std::vector<OneSided> found;
  for_each_word(reading, [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                             bool) {
    if (last - first != 1 || reading.words[first].letter_case != LetterCase::lower) return;
    if (is_ordinary(reading, first, last, speller, memo)) return;
    const std::string_view word = reading.of(reading.words[first]);
    if (!speller.spelt_otherwise(word) || (own && own->has(word))) return;
    if (!in_quotes(reading, reading.sentences[sentence], first)) found.push_back({sentence, first});
  });
  return found;
}

std::vector<std::string_view> right_texts(const Message& mail) {
  const mail::Document& document = mail.document;
  std::vector<std::string_view> texts;
  add_people(document, texts);
  texts.push_back(document.subject);
  for (const mail::Zone& zone : document.zones)
    if (!mail::is_own(zone.kind)) texts.push_back(zone.span.of(document.text()));
  return texts;
}

spell::WordSet known_words(const Message& mail, const Message* incoming) {
  std::vector<std::string_view> texts = right_texts(mail);
  if (incoming) {
    add_people(incoming->document, texts);
    texts.push_back(incoming->document.subject);
    texts.push_back(incoming->document.text());
  }
  spell::WordSet known;
  for (const std::string_view text : texts) add_words(text, known);
  return known;
}

}  // namespace dsk
