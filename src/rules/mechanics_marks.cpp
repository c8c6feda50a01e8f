// Marks and capitals: shouting, gushing, small slips of both.
#include <algorithm>
#include <string>

#include "ascii.hpp"
#include "rules/mechanics.hpp"
#include "shortcuts.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

bool in_capitals(const Word& word) {
  return word.letter_case == LetterCase::upper && word.kind == WordKind::word;
}

// "FRIDAY": of the names, these are no acronyms.
bool is_date(const Job& job, const Word& word) {
  const lexicon::Language& language = job.facts().language;
  return language.in_class(word.hash, "day") || language.in_class(word.hash, "month");
}

// A word in capitals that is no acronym, product or key: one the dictionary has in small letters.
// Short words are acronyms too often to count alone.
bool shouted(const Job& job, const Word& word) {
  if (!in_capitals(word)) return false;
  const spell::Speller* speller = job.facts().speller;
  const std::string low = utf8::lower(job.reading().of(word));
  if (low.size() < 2) return low == "i" || low == "a";
  return !speller || speller->knows(low) || is_date(job, word);
}

bool acronym(const Job& job, const Word& word) {
  const spell::Speller* speller = job.facts().speller;
  return in_capitals(word) && speller && speller->knows_term(job.reading().of(word));
}

bool mark(const Word& word, char which) {
  return word.kind == WordKind::punctuation && word.mark == which;
}

// Whether a letter comes four times over anywhere, which it does in hardly any mail.
bool may_stretch(std::string_view text) {
  unsigned char found = 0;
  for (std::size_t at = 3; at < text.size(); ++at) {
    const auto one = static_cast<unsigned char>(text[at] | 0x20);
    const auto two = static_cast<unsigned char>(text[at - 1] | 0x20);
    const auto three = static_cast<unsigned char>(text[at - 2] | 0x20);
    const auto four = static_cast<unsigned char>(text[at - 3] | 0x20);
    const auto letter = static_cast<unsigned char>(one - 'a');
    found |= (one == two) & (two == three) & (three == four) & (letter < 26);
  }
  return found != 0;
}

// soooo, hiiii: a letter four times over. What is nothing else stands for a key.
bool stretched(std::string_view text) {
  if (text.find_first_not_of(text.front()) == text.npos) return false;
  std::size_t run = 1;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool again = ascii::lower(text[at]) == ascii::lower(text[at - 1]);
    run = again && ascii::is_alpha(text[at]) ? run + 1 : 1;
    // www and the like come in threes; hmmm and aaah are sounds.
    if (run == 4) return true;
  }
  return false;
}

bool small_word(const Job& job, const Word& word) {
  const spell::Speller* speller = job.facts().speller;
  return word.kind == WordKind::word && word.letter_case == LetterCase::lower && speller &&
         speller->knows(job.reading().of(word));
}

// "It is on. you can print": after a stop that no abbreviation, number or file name has.
bool starts_small(const Job& job, const Sentence& sentence, std::uint32_t at) {
  const Reading& reading = job.reading();
  if (at < 2 || !mark(reading.words[at - 1], '.')) return false;
  if (reading.words[at].glued || sentence.zone == mail::ZoneKind::list) return false;
  const Word& stop = reading.words[at - 1];
  const Word& before = reading.words[at - 2];
  const std::vector<std::uint64_t>& short_forms = job.facts().language.abbreviations();
  return stop.glued && small_word(job, reading.words[at]) &&
         small_word(job, before) && before.span.size() >= 2 &&
         !is_among(short_forms, before.hash) &&
         reading.words[at].span.begin == stop.span.end + 1;
}

// A paragraph that begins small below one that began tall and ended with a stop: there it is no
// habit.
bool paragraph_starts_small(const Job& job, std::uint32_t at) {
  if (at == 0) return false;
  const Reading& reading = job.reading();
  const Sentence& own = reading.sentences[at];
  const Sentence& above = reading.sentences[at - 1];
  constexpr std::uint32_t kFewest = 5;  // words and marks of a sentence
  return own.paragraph != above.paragraph && own.zone == mail::ZoneKind::body &&
         above.zone == mail::ZoneKind::body && own.size() >= kFewest && above.size() >= kFewest &&
         reading.words[above.first].letter_case == LetterCase::title &&
         mark(reading.words[above.last - 1], '.') && mark(reading.words[own.last - 1], '.') &&
         reading.words[own.first].letter_case == LetterCase::lower &&
         is_among(job.facts().language.stop_words(), reading.words[own.first].hash);
}

// The last sentence of a paragraph runs out without a mark, below a sentence of it that has one:
// there it is no habit. What tools print may follow, and is no paragraph.
bool ends_bare(const Job& job, std::uint32_t at) {
  constexpr std::uint32_t kFewest = 5;  // words of a sentence
  const Reading& reading = job.reading();
  if (at == 0 || at + 1 >= reading.sentences.size()) return false;
  const Sentence& own = reading.sentences[at];
  const Sentence& above = reading.sentences[at - 1];
  const Sentence& below = reading.sentences[at + 1];
  const auto last = [&](const Sentence& one) -> const Word& { return reading.words[one.last - 1]; };
  return own.ending == Ending::none && own.size() >= kFewest && own.zone == mail::ZoneKind::body &&
         own.paragraph == above.paragraph && own.paragraph != below.paragraph &&
         mark(last(above), '.') && reading.words[own.first].letter_case == LetterCase::title &&
         small_word(job, last(own)) && below.zone == mail::ZoneKind::body &&
         reading.text.substr(own.span.end, below.span.begin - own.span.end)
                 .find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_letter(const Word& word, char letter) {
  return (word.hash == hash_byte(kHashSeed, static_cast<unsigned char>(letter))) &
         (word.kind == WordKind::word);
}

// This letter, small and alone.
bool lone(const Reading& reading, const Word& word, char letter) {
  return is_letter(word, letter) && !word.glued &&
         reading.of(word) == std::string_view(&letter, 1);
}

bool lone_i(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  return lone(reading, reading.words[at], 'i') &&
         (at + 1 == sentence.last || !mark(reading.words[at + 1], '.'));
}

// "On , you see". A stop is parted from a link on purpose, and may be the name of a folder.
bool stray(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  const Word& word = reading.words[at];
  if (at == sentence.first || word.glued) return false;
  const WordKind before = reading.words[at - 1].kind;
  if (mark(word, '.')) {
    return at + 1 == sentence.last && before != WordKind::punctuation &&
           before != WordKind::inline_item;
  }
  return (mark(word, ',') || mark(word, ';') || mark(word, '!') || mark(word, '?')) &&
         before != WordKind::punctuation &&
         (at + 1 == sentence.last || !reading.words[at + 1].glued);
}

// "the desk.Please come"
bool squeezed_stop(const Job& job, const Sentence& sentence, std::uint32_t at) {
  const std::vector<Word>& words = job.reading().words;
  return mark(words[at], '.') && words[at].glued && at > sentence.first && at + 1 < words.size() &&
         words[at + 1].glued && words[at + 1].letter_case == LetterCase::title &&
         is_among(job.facts().language.stop_words(), words[at + 1].hash) &&
         small_word(job, words[at - 1]);
}

// "there,but"
bool squeezed(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  const Word& word = reading.words[at];
  if (!(mark(word, ',') || mark(word, ';')) || !word.glued || at == sentence.first) return false;
  return at + 1 < sentence.last && reading.words[at + 1].glued &&
         reading.words[at + 1].kind == WordKind::word &&
         reading.words[at - 1].kind == WordKind::word && reading.words[at + 1].span.size() > 1 &&
         reading.words[at - 1].span.size() > 1;
}

// "PLease"; not "PDFs".
bool two_capitals(const Job& job, const Word& word) {
  if (word.kind != WordKind::word || word.letter_case == LetterCase::lower) return false;
  const std::string_view text = job.reading().of(word);
  constexpr std::size_t kFewest = 5;
  if (text.size() < kFewest || !ascii::has_only(text.substr(0, 2), ascii::is_upper) ||
      !ascii::has_only(text.substr(2), ascii::is_lower))
    return false;
  const spell::Speller* speller = job.facts().speller;
  return speller && speller->knows(utf8::lower(text)) && !speller->knows_term(text);
}

// "We Have Checked Your Account."
bool every_word_tall(const Job& job, const Sentence& sentence) {
  constexpr std::uint32_t kFewest = 6;
  std::uint32_t words = 0, common = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = job.reading().words[i];
    if (word.kind == WordKind::punctuation) continue;
    if (word.kind != WordKind::word || word.letter_case != LetterCase::title) return false;
    common += is_among(job.facts().language.stop_words(), word.hash);
    ++words;
  }
  return words >= kFewest && common >= 2;
}

std::vector<Spot> shouts(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    if (sentence.zone == mail::ZoneKind::heading) continue;
    std::uint32_t first = sentence.first;
    const auto cry = [&](std::uint32_t i) { return i < sentence.last && mark(words[i], '!'); };
    while (first < sentence.last) {
      const std::uint32_t next = first + 1;
      // One word alone is loud by its mark.
      if (!in_capitals(words[first]) ||
          (!cry(next) && (next == sentence.last || !in_capitals(words[next]))) ||
          !shouted(job, words[first])) {
        ++first;
        continue;
      }
      std::uint32_t last = first, count = 0, acronyms = 0;
      std::size_t longest = 0;
      while (last < sentence.last && shouted(job, words[last])) {
        ++count;
        acronyms += acronym(job, words[last]);
        longest = std::max<std::size_t>(longest, words[last].span.size());
        ++last;
      }
      // Two words, and one of them longer than the usual acronym; or one long one shouted alone.
      const bool loud = (count >= 2 && acronyms * 2 < count && (longest >= 4 || count >= 3)) ||
                        (count == 1 && longest >= 4 && cry(last) && acronyms == 0);
      if (loud) found.push_back({at, first, last, count});
      first = last;
    }
  }
  return found;
}

std::vector<Spot> gushes(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  const bool may = !shortcuts || may_stretch(reading.text);
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = words[i];
      if (may && word.kind == WordKind::word && stretched(reading.of(word)))
        found.push_back({at, i, i + 1});
      if (word.mark != '!' && word.mark != '?') continue;
      std::uint32_t last = i + 1;
      while (last < sentence.last && words[last].glued &&
             (mark(words[last], '!') || mark(words[last], '?')))
        ++last;
      const bool cry =
          std::any_of(words + i, words + last, [](const Word& one) { return mark(one, '!'); });
      if (last - i > 1 && cry) found.push_back({at, i, last});
      i = last - 1;
    }
  }
  return found;
}

enum Slip : std::uint32_t { kCasing, kLoneI, kStray, kSqueezed };

// Most words and marks can be none, told without a branch. `goes_on`: no space behind it.
bool may_slip(const Word& word, bool after_stop, bool goes_on) {
  const bool tall = (word.letter_case == LetterCase::mixed) |
                    ((word.letter_case == LetterCase::title) & word.glued);
  const bool loose = (word.kind == WordKind::punctuation) & (!word.glued | goes_on);
  return tall | loose | after_stop | is_letter(word, 'i');
}

std::vector<Spot> slips(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    if (sentence.zone != mail::ZoneKind::heading && every_word_tall(job, sentence))
      found.push_back({at, sentence.first, sentence.last, kCasing});
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = words[i];
      const bool after_stop = i > sentence.first && words[i - 1].mark == '.';
      const bool goes_on = i + 1 < sentence.last && words[i + 1].glued;
      if (shortcuts && !may_slip(word, after_stop, goes_on)) continue;
      if (word.kind == WordKind::punctuation) {
        if (stray(reading, sentence, i))
          found.push_back({at, i, i + 1, kStray});
        else if (squeezed(reading, sentence, i) || squeezed_stop(job, sentence, i))
          found.push_back({at, i - 1, i + 2, kSqueezed});
      } else if (lone_i(reading, sentence, i)) {
        found.push_back({at, i, i + 1, kLoneI});
      } else if ((after_stop && i >= sentence.first + 2 && starts_small(job, sentence, i)) ||
                 two_capitals(job, word)) {
        found.push_back({at, i, i + 1, kCasing});
      }
    }
  }
  return found;
}

std::vector<Spot> lone_us(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!lone(reading, words[i], 'u')) continue;
      const bool beside = i + 1 < sentence.last && words[i + 1].glued;
      if (!beside) found.push_back({at, i, i + 1});
    }
  }
  return found;
}

}  // namespace

// A subject of ours that is capitals all through; one that answers may be theirs.
void shouting_subject(Job& job) {
  const mail::Document& document = job.facts().mail.document;
  const std::string_view text = document.subject;
  const spell::Speller* speller = job.facts().speller;
  if (!speller || job.facts().incoming || !document.in_reply_to.empty() || mail::says_reply(text) ||
      mail::says_forward(text))
    return;
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  std::vector<Word> words;
  tokenise(text, whole, {}, words);
  std::uint32_t loud = 0;
  for (const Word& word : words) {
    const std::string_view part = word.span.of(text);
    if (word.kind == WordKind::word && !in_capitals(word)) return;
    loud += part.size() > 3 && in_capitals(word) && speller->knows(utf8::lower(part));
  }
  if (loud < 2) return;
  Finding* finding = job.report_mail(loud);
  if (!finding) return;
  finding->in_subject = whole;
  finding->message = fill(job.rule().message, text);
}

void shouting(Job& job) {
  for (const Spot& spot : job.spots(shouts))
    job.report(spot.sentence, spot.first, spot.last, spot.count);
  shouting_subject(job);
}

// How many pictures stand together, each four bytes: no colour of skin, and one where they are
// joined.
std::size_t pictures(std::string_view text) {
  constexpr std::string_view kJoiner = "\xE2\x80\x8D", kSkin = "\xF0\x9F\x8F";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) != 0xF0) continue;
    const bool skin = text.substr(at).starts_with(kSkin) && at + 3 < text.size() &&
                      static_cast<unsigned char>(text[at + 3]) >= 0xBB;
    const bool joined =
        at >= kJoiner.size() && text.substr(at - kJoiner.size()).starts_with(kJoiner);
    count += !skin && !joined;
  }
  return std::max<std::size_t>(count, 1);
}

// Of its `partner` acts as many are warm as `max` says, one more `per_words`, or as they wrote
// themselves.
void gushing(Job& job) {
  phrase(job);
  for (const Spot& spot : job.spots(gushes)) job.report(spot.sentence, spot.first, spot.last);
  const lexicon::Rule& rule = job.rule();
  const Message* const incoming = job.facts().incoming;
  const std::size_t warm =
      rule.max + (rule.per_words ? job.reading().words.size() / rule.per_words : 0);
  for (const lexicon::ActId act : rule.partner) {
    const std::size_t fine = std::max(warm, incoming ? incoming->acts.of(act).size() : 0);
    const auto ours = job.acts().of(act);
    if (ours.size() > fine) {
      job.report(ours[fine].sentence, ours[fine].first, ours[fine].last);
      continue;
    }
    // Two side by side are two; only a remark, since they are seen as one.
    std::size_t count = 0;
    for (const ActHit& hit : ours) {
      count += pictures(job.reading().of(job.reading().span_of(hit.first, hit.last)));
      if (count <= fine + 1) continue;
      if (Finding* finding = job.report(hit.sentence, hit.first, hit.last))
        finding->level = lexicon::Level::coach;
      break;
    }
  }
}

void casing_punctuation(Job& job) {
  const Reading& reading = job.reading();
  for (const Spot& spot : job.spots(slips)) {
    Finding* finding = job.report(spot.sentence, spot.first, spot.last);
    if (!finding) continue;
    const auto fix = [&](Span span, const char* by) {
      finding->fixes.push_back({span, by, lexicon::Safety::safe});
    };
    const Word* const words = &reading.words[spot.first];
    if (spot.count == kLoneI) fix(finding->span, "I");
    // The space goes, the mark stays.
    if (spot.count == kStray) fix({words[-1].span.end, words[0].span.begin}, "");
    if (spot.count == kSqueezed) fix({words[1].span.end, words[1].span.end}, " ");
  }
  // What stands before a sentence's first word is another sentence's.
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    if (lone_i(reading, sentence, sentence.first)) continue;
    if (starts_small(job, sentence, sentence.first) || paragraph_starts_small(job, at))
      job.report(at, sentence.first, sentence.first + 1);
    if (ends_bare(job, at)) job.report(at, sentence.last - 1, sentence.last);
  }
  // Monday and March, where they are written small.
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (reading.words[hit.first].letter_case == LetterCase::lower)
      job.report(hit.sentence, hit.first, hit.last);
}

void text_speak(Job& job) {
  const Reading& reading = job.reading();
  const auto small = [&](std::uint32_t word) {
    const LetterCase how = reading.words[word].letter_case;
    return how == LetterCase::lower || how == LetterCase::title || how == LetterCase::mixed;
  };
  // No file name's ending, "winmail.dat", and nobody's initials, "^bc".
  const auto begins = [&](std::uint32_t word) {
    const std::size_t at = reading.words[word].span.begin;
    return at == 0 || (reading.text[at - 1] != '.' && reading.text[at - 1] != '^');
  };
  // "Ty" on a line of its own signs.
  const auto signs = [&](const match::Hit& hit) {
    return reading.sentences[hit.sentence].size() == 1 &&
           reading.words[hit.first].letter_case == LetterCase::title;
  };
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (small(hit.first) && begins(hit.first) && !signs(hit))
      job.report(hit.sentence, hit.first, hit.last);
  for (const Spot& spot : job.spots(lone_us)) job.report(spot.sentence, spot.first, spot.last);
}

}  // namespace dsk::rules
