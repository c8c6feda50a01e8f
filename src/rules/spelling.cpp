// spelling: words no dictionary has, in the author's own sentences.
#include <algorithm>

#include "rules/spelling.hpp"

#include "rules/rules.hpp"
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

void add_people(const mail::Document& document, spell::WordSet& set) {
  for (const auto* list : {&document.from, &document.reply_to, &document.to, &document.cc}) {
    for (const mail::Address& address : *list) {
      add_words(address.name, set);
      add_words(address.address, set);
    }
  }
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
  if (!small && (word.letter_case != LetterCase::title || letters[0] < 'A' || letters[0] > 'Z'))
    return false;
  if (memo->is_ordinary(word.hash)) return true;
  // What is folded has other spellings with the same hash.
  const bool plain = std::all_of(letters.begin(), letters.end(),
                                 [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || !speller.is_ordinary(letters)) return false;
  memo->keep_ordinary(word.hash);
  return true;
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

spell::WordSet known_words(const Message& mail, const Message* incoming) {
  spell::WordSet known;
  const mail::Document& document = mail.document;
  add_people(document, known);
  add_words(document.subject, known);
  for (const mail::Zone& zone : document.zones)
    if (!mail::is_own(zone.kind)) add_words(zone.span.of(document.text()), known);
  if (incoming) {
    add_people(incoming->document, known);
    add_words(incoming->document.subject, known);
    add_words(incoming->document.text(), known);
  }
  return known;
}

namespace rules {
namespace {

using lexicon::Level;
using spell::Verdict;

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

// “Mirko Stein” and “Service Desk, Halden University” at the end, whatever stands above: a line of
// capitals.
bool stands_in_a_line_of_names(const Job& job, const Doubt& doubt) {
  const Reading& reading = job.reading();
  const Sentence& here = reading.sentences[doubt.sentence];
  if (doubt.sentence == 0 || here.paragraph != reading.sentences.back().paragraph) return false;
  const std::string_view text = reading.text;
  const std::uint32_t at = reading.words[doubt.first].span.begin;
  const std::size_t begin = text.rfind('\n', at) + 1;  // 0 where there is none
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::uint32_t names = 0;
  for (std::uint32_t word = here.first; word < here.last; ++word) {
    const Word& it = reading.words[word];
    if (it.span.begin < begin || it.span.begin >= end) continue;
    if (it.kind == WordKind::word && it.letter_case == LetterCase::lower) return false;
    if (it.mark == '!' || it.mark == '?' || it.mark == '.') return false;
    names += it.kind == WordKind::word;
  }
  return names > 1 && !signs_off(job, *doubt.judged);
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

// “…, govind.” and “what sfhowes has said”: where the people of a thread stand. A thing that has done
// something has an article.
bool stands_like_a_person(const Job& job, const Doubt& doubt) {
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

// “Marek's shift”
bool owns_something(const Job& job, const Doubt& doubt) {
  const std::vector<Word>& words = job.reading().words;
  return !doubt.sentence_start && words[doubt.first].letter_case == LetterCase::title &&
         doubt.last == doubt.first + 2 && job.reading().of(words[doubt.first + 1]).back() == 's';
}

// “Jens has replaced it.”, “Ilse: no need for that.” A short name has a word near it by chance; so has a
// noun whose article went missing, hence this is no more than likely. “Thsi is” opens with neither.
bool opens_like_a_person(const Job& job, const Doubt& doubt) {
  constexpr std::uint32_t kShort = 5;
  const Sentence& here = job.reading().sentences[doubt.sentence];
  const std::vector<Word>& words = job.reading().words;
  const Word& word = words[doubt.first];
  if (!doubt.sentence_start || word.letter_case != LetterCase::title || word.span.size() > kShort ||
      doubt.last != doubt.first + 1 || doubt.last >= here.last)
    return false;
  const lexicon::Language& language = job.facts().language;
  const Word& after = words[doubt.last];
  const bool acts = after.mark == ':' || language.in_class(after.hash, "person-verb") ||
                    language.in_class(after.hash, "is-was");
  const std::uint64_t better = hash_folded(utf8::lower(doubt.judged->better));
  return acts && !language.in_class(better, "asked-of") && !language.in_class(better, "wh");
}

// Whom the mail tells of: a capital within a sentence, and somewhere what people do after it.
bool is_told_of(const Job& job, const std::vector<Doubt>& doubts, const Doubt& doubt) {
  constexpr std::size_t kMost = 100;  // doubts compared, so that the work stays small
  const std::vector<Word>& words = job.reading().words;
  if (words[doubt.first].letter_case != LetterCase::title || doubts.size() > kMost) return false;
  bool named = false, doing = false;
  for (const Doubt& one : doubts) {
    if (words[one.first].hash != words[doubt.first].hash) continue;
    named |= !one.sentence_start && words[one.first].letter_case == LetterCase::title;
    doing |= one.last < words.size() &&
             job.facts().language.in_class(words[one.last].hash, "person-verb");
  }
  return named && doing;
}

// Beside a word that is like no English one, a slip is more likely another language: “Bien
// cordialement”.
bool beside_a_strange_word(const std::vector<Doubt>& doubts, std::size_t at) {
  const auto strange = [](const Doubt& doubt) { return doubt.judged->verdict == Verdict::strange; };
  return (at > 0 && doubts[at - 1].last == doubts[at].first && strange(doubts[at - 1])) ||
         (at + 1 < doubts.size() && doubts[at + 1].first == doubts[at].last &&
          strange(doubts[at + 1]));
}

void report(Job& job, const std::vector<Doubt>& doubts, std::size_t at) {
  const Doubt& doubt = doubts[at];
  const spell::Judgement& judged = *doubt.judged;
  if (judged.verdict != Verdict::unknown && judged.verdict != Verdict::near) return;
  if (stands_for_a_person(job, doubt) || stands_in_a_line_of_names(job, doubt) ||
      is_told_of(job, doubts, doubt))
    return;
  if (beside_a_strange_word(doubts, at)) return;
  // “pls” is told by a rule of its own.
  const std::string_view first = job.reading().of(job.reading().words[doubt.first]);
  if (doubt.last == doubt.first + 1 &&
      job.facts().language.in_class(hash_folded(utf8::lower(first)), "text-speak"))
    return;
  const bool near = judged.verdict == Verdict::near;
  const Span span = job.reading().span_of(doubt.first, doubt.last);
  // “cant” is a word: whether it stands for “can't”, its neighbours tell (spelling-confusable).
  if (near && judged.better.find('\'') != std::string::npos &&
      job.facts().speller->knows(job.reading().of(span)))
    return;
  const bool opens = opens_like_a_person(job, doubt);
  const bool person = opens || stands_like_a_person(job, doubt) || owns_something(job, doubt);
  const Level level = near && !opens ? Level::warning
                      : !near && person ? Level::coach
                                        : job.rule().level;
  Finding* finding = job.report_span(doubt.sentence, span, level);
  finding->message = fill(job.rule().message, job.reading().of(span));
  if (!judged.better.empty()) {
    add_text(finding->message, job.facts(), lexicon::Text::did_you_mean,
             {{"better", judged.better}});
    finding->fixes.push_back({finding->span, judged.better, lexicon::Safety::preview});
  }
}

std::vector<Doubt> judged_words(const Job& job) {
  const Facts& facts = job.facts();
  std::vector<Doubt> doubts =
      doubtful_words(job.reading(), *facts.speller, facts.own_words, facts.memo);
  if (doubts.empty()) return doubts;
  const spell::WordSet known = known_words(facts.mail, facts.incoming);
  spell::Context context;
  context.known = &known;
  context.memo = facts.memo;
  for (Doubt& doubt : doubts) {
    context.sentence_start = doubt.sentence_start;
    const Span span = job.reading().span_of(doubt.first, doubt.last);
    doubt.judged = facts.speller->judge(job.reading().of(span), context);
  }
  return doubts;
}

void unknown_words(Job& job) {
  const Facts& facts = job.facts();
  if (!facts.speller) return;
  const auto report_all = [&](const std::vector<Doubt>& doubts) {
    for (std::size_t at = 0; at < doubts.size(); ++at) report(job, doubts, at);
  };
  if (facts.mail.remembered) report_all(facts.mail.remembered->doubts);
  else report_all(judged_words(job));
}

// A word that one English alone writes so.
struct Writing {
  std::uint32_t sentence, at;
  spell::OtherSpelling spelt;
};

bool in_quotes(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  return std::count_if(reading.words.begin() + sentence.first, reading.words.begin() + at,
                       [](const Word& word) { return word.mark == '"'; }) % 2 != 0;
}

// Names and labels have capitals; what is quoted is somebody else's.
std::vector<Spot> one_sided_words(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Facts& facts = job.facts();
  for_each_word(reading, [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                             bool) {
    if (last - first != 1 || reading.words[first].letter_case != LetterCase::lower) return;
    if (is_ordinary(reading, first, last, *facts.speller, facts.memo)) return;
    const std::string_view word = reading.of(reading.words[first]);
    if (!facts.speller->spelt_otherwise(word)) return;
    if (facts.own_words && facts.own_words->has(word)) return;
    if (!in_quotes(reading, reading.sentences[sentence], first))
      found.push_back({sentence, first, last});
  });
  return found;
}

// "colour" and "color" in one mail. The English that was chosen prevails; where none was, what most
// of them are, and among equals the language of the dictionary.
void mixed_spelling(Job& job) {
  const Facts& facts = job.facts();
  if (!facts.speller || !facts.speller->tells_english_apart()) return;
  const std::optional<bool> chosen = facts.speller->chose_british();
  std::vector<Writing> found;
  for (const Spot& spot : job.spots(one_sided_words))
    if (auto spelt =
            facts.speller->spelt_otherwise(job.reading().of(job.reading().words[spot.first])))
      found.push_back({spot.sentence, spot.first, std::move(*spelt)});
  const auto british = [](const Writing& one) { return one.spelt.british; };
  const auto nothing_odd = [&] {
    const auto count = std::count_if(found.begin(), found.end(), british);
    const auto all = static_cast<std::ptrdiff_t>(found.size());
    return chosen ? count == (*chosen ? all : 0) : count == 0 || count == all;
  };
  if (nothing_odd()) return;
  // Whoever takes up a word of the customer's writes it as they did.
  const spell::WordSet known = known_words(facts.mail, facts.incoming);
  std::erase_if(found, [&](const Writing& one) {
    return known.has(job.reading().of(job.reading().words[one.at]));
  });
  if (nothing_odd()) return;
  const auto many = 2 * std::count_if(found.begin(), found.end(), british);
  const auto size = static_cast<std::ptrdiff_t>(found.size());
  const bool prevails = chosen         ? *chosen
                        : many != size ? many > size
                                       : facts.speller->language() == "en-GB";
  const auto usual = std::find_if(found.begin(), found.end(),
                                  [&](const Writing& one) { return british(one) == prevails; });
  for (const Writing& odd : found) {
    if (british(odd) == prevails) continue;
    const Span span = job.reading().words[odd.at].span;
    if (Finding* finding = job.report(odd.sentence, odd.at, odd.at + 1)) {
      const auto told = [&](std::string_view message, Span other) {
        return fill(message, job.reading().of(span),
                    {{"other", std::string(job.reading().of(other))},
                     {"english", odd.spelt.british ? "British" : "American"},
                     {"usual", prevails ? "British" : "American"},
                     {"better", odd.spelt.word}});
      };
      if (chosen) {
        finding->message = told(facts.language.text(lexicon::Text::other_english), {});
      } else {
        const Span other = job.reading().words[usual->at].span;
        finding->message = told(job.rule().message, other);
        finding->related.push_back(
            {other, false, prevails ? "British spelling" : "American spelling"});
      }
      finding->fixes.push_back({span, odd.spelt.word, lexicon::Safety::preview});
    }
    // Of what nobody asked to keep to, one remark is enough.
    if (!chosen) return;
  }
}

}  // namespace

void spelling(Job& job) {
  if (job.rule().check == "unknown-word") return unknown_words(job);
  if (job.rule().check == "mixed-spelling") return mixed_spelling(job);
  phrase(job);
}

}  // namespace rules
}  // namespace dsk
