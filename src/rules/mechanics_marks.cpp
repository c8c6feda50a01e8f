// Marks and capitals: shouting, gushing, small slips of both.
#include <algorithm>
#include <string>

#include "rules/mechanics.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

// A word in capitals that is no acronym, product or key: one the dictionary has in small letters.
// Short words are acronyms too often to count alone.
bool shouted(const Job& job, const Word& word) {
  if (word.kind != WordKind::word || word.letter_case != LetterCase::upper) return false;
  const spell::Speller* speller = job.facts().speller;
  const std::string low = utf8::lower(job.reading().of(word));
  if (low.size() < 2) return low == "i" || low == "a";
  return !speller || speller->knows(low);
}

bool acronym(const Job& job, const Word& word) {
  const spell::Speller* speller = job.facts().speller;
  return word.kind == WordKind::word && word.letter_case == LetterCase::upper && speller &&
         speller->knows_term(job.reading().of(word));
}

bool mark(const Word& word, char which) {
  return word.kind == WordKind::punctuation && word.mark == which;
}

// soooo, hiiii: a letter four times over.
bool stretched(std::string_view text) {
  std::size_t run = 1;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char a = static_cast<char>(text[at] | 0x20), b = static_cast<char>(text[at - 1] | 0x20);
    run = a == b && a >= 'a' && a <= 'z' ? run + 1 : 1;
    // www and the like come in threes; hmmm and aaah are sounds.
    if (run == 4) return true;
  }
  return false;
}

}  // namespace

void shouting(Job& job) {
  const Reading& reading = job.reading();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    if (sentence.zone == mail::ZoneKind::heading) continue;
    std::uint32_t first = sentence.first;
    while (first < sentence.last) {
      if (!shouted(job, reading.words[first])) {
        ++first;
        continue;
      }
      std::uint32_t last = first, words = 0, acronyms = 0;
      std::size_t longest = 0;
      while (last < sentence.last && shouted(job, reading.words[last])) {
        ++words;
        acronyms += acronym(job, reading.words[last]);
        longest = std::max<std::size_t>(longest, reading.words[last].span.size());
        ++last;
      }
      // Two words, and one of them longer than the usual acronym; or one long one shouted alone.
      const bool cry = last < sentence.last && mark(reading.words[last], '!');
      const bool loud = (words >= 2 && acronyms * 2 < words && (longest >= 4 || words >= 3)) ||
                        (words == 1 && longest >= 4 && cry && acronyms == 0);
      if (loud) job.report(at, first, last, words);
      first = last;
    }
  }
}

void gushing(Job& job) {
  phrase(job);
  const Reading& reading = job.reading();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = reading.words[i];
      if (word.kind == WordKind::word && stretched(reading.of(word))) job.report(at, i, i + 1);
      if (!mark(word, '!') && !mark(word, '?')) continue;
      std::uint32_t last = i + 1;
      while (last < sentence.last && reading.words[last].glued &&
             (mark(reading.words[last], '!') || mark(reading.words[last], '?')))
        ++last;
      const bool cry = std::any_of(reading.words.begin() + i, reading.words.begin() + last,
                                   [](const Word& one) { return mark(one, '!'); });
      if (last - i > 1 && cry) job.report(at, i, last);
      i = last - 1;
    }
  }
}

void casing_punctuation(Job& job) {
  const Reading& reading = job.reading();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = reading.words[i];
      const bool lone_i = word.kind == WordKind::word && word.span.size() == 1 &&
                          reading.of(word) == "i" && !word.glued &&
                          (i + 1 == sentence.last || !mark(reading.words[i + 1], '.'));
      const bool stray = i > sentence.first && !word.glued &&
                         (mark(word, ',') || mark(word, ';') || mark(word, '!') || mark(word, '?')) &&
                         reading.words[i - 1].kind != WordKind::punctuation &&
                         (i + 1 == sentence.last || !reading.words[i + 1].glued);
      if (!lone_i && !stray) continue;
      Finding* finding = job.report(at, i, i + 1);
      if (!finding) continue;
      if (lone_i) {
        finding->fixes.push_back({finding->span, "I", lexicon::Safety::safe});
      } else {
        // The space goes, the mark stays.
        const Span before = {reading.words[i - 1].span.end, word.span.begin};
        finding->fixes.push_back({before, "", lexicon::Safety::safe});
      }
    }
  }
}

void text_speak(Job& job) {
  const Reading& reading = job.reading();
  const auto small = [&](std::uint32_t word) {
    const LetterCase how = reading.words[word].letter_case;
    return how == LetterCase::lower || how == LetterCase::title || how == LetterCase::mixed;
  };
  // No file name's ending: "winmail.dat".
  const auto begins = [&](std::uint32_t word) {
    const std::size_t at = reading.words[word].span.begin;
    return at == 0 || reading.text[at - 1] != '.';
  };
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (small(hit.first) && begins(hit.first)) job.report(hit.sentence, hit.first, hit.last);
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = reading.words[i];
      const bool beside = i + 1 < sentence.last && reading.words[i + 1].glued;
      if (word.kind == WordKind::word && !word.glued && !beside && reading.of(word) == "u")
        job.report(at, i, i + 1);
    }
  }
}

}  // namespace dsk::rules
