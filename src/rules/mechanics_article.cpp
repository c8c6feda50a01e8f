// a or an: by the sound that follows, which English spelling tells only mostly.
#include <algorithm>
#include <array>
#include <string>

#include "ascii.hpp"
#include "rules/mechanics.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint64_t kA = hash_byte(kHashSeed, 'a'), kAn = hash_byte(kA, 'n');

enum class Sound { vowel, consonant, unclear };

bool starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}
template <std::size_t N>
bool starts_any(std::string_view text, const std::array<std::string_view, N>& with) {
  return std::any_of(with.begin(), with.end(),
                     [&](std::string_view one) { return starts(text, one); });
}

// Words read letter by letter begin as their first letter is called: an SMS, a URL.
Sound of_letters(char first) {
  return std::string_view("aefhilmnorsx").find(first) != std::string_view::npos ? Sound::vowel
                                                                                : Sound::consonant;
}

Sound of_word(std::string_view low) {
  constexpr std::array<std::string_view, 9> kSilentH = {
      "hour", "honest", "honour", "honor", "heir", "hourly", "honorary", "honesty", "herb"};
  constexpr std::array<std::string_view, 10> kYou = {
      "uni", "use", "usu", "usa", "eu", "ubi", "uti", "ura", "ufo", "uk"};
  constexpr std::array<std::string_view, 10> kOnlyUn = {
      "unin", "unim", "unid", "unimp", "uninst", "unint", "unidentified", "unis", "unig", "unill"};
  if (low.size() < 2) return Sound::unclear;
  const char first = low[0];
  if (first == 'h') {
    if (starts_any(low, kSilentH)) return low == "herb" ? Sound::unclear : Sound::vowel;
    if (starts(low, "histor") || starts(low, "html") || starts(low, "http")) return Sound::unclear;
  }
  if (first == 'o' && (starts(low, "one") || starts(low, "once") || starts(low, "ouija")))
    return Sound::consonant;
  if (first == 'u' && starts_any(low, kOnlyUn) && !starts(low, "unisex") && !starts(low, "unison"))
    return Sound::vowel;
  if ((first == 'u' || first == 'e') && starts_any(low, kYou)) return Sound::consonant;
  if (std::string_view("aeiou").find(first) != std::string_view::npos) return Sound::vowel;
  const bool has_vowel = low.find_first_of("aeiouy") != std::string_view::npos;
  if (!has_vowel) return Sound::unclear;
  return ascii::is_lower(first) ? Sound::consonant : Sound::unclear;
}

Sound sound_of(const Reading& reading, const Word& word) {
  const std::string_view text = reading.of(word);
  if (word.kind == WordKind::number) {
    // 8, 11, 18 and 80 begin with a vowel; other numbers are left alone where they can be read
    // twice.
    if (text[0] == '8') return Sound::vowel;
    return text == "11" || text == "18" || text == "11th" || text == "18th" ? Sound::vowel
           : text[0] == '1'                                                ? Sound::unclear
                                                                           : Sound::consonant;
  }
  if (word.kind != WordKind::word) return Sound::unclear;
  const std::string low = utf8::lower(text);
  if (word.letter_case == LetterCase::upper) {
    // RAM and NAS are words, SMS and URL are not; where the dictionary has both, nobody can tell.
    const bool vowels = low.find_first_of("aeiou") != std::string::npos;
    if (low.size() > 3 && vowels) return Sound::unclear;
    return vowels && of_letters(low[0]) != of_word(low) ? Sound::unclear : of_letters(low[0]);
  }
  return word.letter_case == LetterCase::mixed ? Sound::unclear : of_word(low);
}

// How a word is spoken that the dictionary does not have, nobody can tell; letters, everybody.
bool is_spoken_so(const Job& job, const Word& word) {
  const spell::Speller* speller = job.facts().speller;
  return !speller || word.kind != WordKind::word || word.letter_case == LetterCase::upper ||
         speller->knows(utf8::lower(job.reading().of(word)));
}

std::vector<Spot> wrong_articles(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const Word& one = words[i];
      if (one.hash != kA && one.hash != kAn) continue;
      const Word& two = words[i + 1];
      if (one.kind != WordKind::word || two.glued || one.glued) continue;
      const std::string_view text = reading.of(one);
      const bool a = text == "a" || (text == "A" && i == sentence.first);
      const bool an = text == "an" || text == "An";
      if (!a && !an) continue;
      // "Plan A is", "a/b": a letter, not an article.
      if (two.letter_case == LetterCase::title && a && text == "A") continue;
      const Sound sound = sound_of(reading, two);
      if (sound == Sound::unclear || (sound == Sound::vowel) == an) continue;
      if (!is_spoken_so(job, two)) continue;
      // “a list a of them”: one of the two is too many, and which one, nobody can tell.
      const lexicon::Language& language = job.facts().language;
      if (a && two.letter_case != LetterCase::upper &&
          language.in_class(two.hash, "function-word") &&
          !language.in_class(two.hash, "after-article"))
        continue;
      found.push_back({at, i, i + 2});
      ++i;
    }
  }
  return found;
}

// “close it an then open it”: no article stands there.
bool meant_and(const Job& job, const Word& next) {
  const lexicon::Language& language = job.facts().language;
  return language.in_class(next.hash, "function-word") || language.in_class(next.hash, "command");
}

}  // namespace

void article(Job& job) {
  const Reading& reading = job.reading();
  for (const Spot& spot : job.spots(wrong_articles)) {
    Finding* finding = job.report(spot.sentence, spot.first, spot.last);
    if (!finding) continue;
    const std::string_view text = reading.of(reading.words[spot.first]);
    const bool capital = text[0] == 'A', an = text.size() == 2;
    const Word& next = reading.words[spot.first + 1];
    const std::string_view other = an && meant_and(job, next) ? "and" : an ? "a" : "an";
    std::string right = std::string(other) + " " + std::string(reading.of(next));
    if (capital) right[0] = 'A';
    finding->message = fill(job.rule().message, reading.of(finding->span), {{"better", right}});
    finding->fixes.push_back({finding->span, right, lexicon::Safety::safe});
  }
}

}  // namespace dsk::rules
