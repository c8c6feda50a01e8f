// spelling: words no dictionary has, in the author's own sentences.
#include <algorithm>

#include "rules/rules.hpp"
#include "spell/word_set.hpp"
#include "text/utf8.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;
using spell::Verdict;

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

// Names and words that are right in this mail: of its people, its signature, and everything the
// other side wrote.
spell::WordSet known_words(const Facts& facts) {
  spell::WordSet known;
  const mail::Document& document = facts.mail.document;
  add_people(document, known);
  add_words(document.subject, known);
  for (const mail::Zone& zone : document.zones)
    if (!mail::is_own(zone.kind)) add_words(zone.span.of(document.text()), known);
  if (facts.incoming) {
    add_people(facts.incoming->document, known);
    add_words(facts.incoming->document.subject, known);
    add_words(facts.incoming->document.text(), known);
  }
  return known;
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
      if (prose && word.kind == WordKind::word) body(sentence, at, last, start);
      if (word.kind != WordKind::punctuation) start = false;
      at = last;
    }
  }
}

void unknown_words(Job& job) {
  const Facts& facts = job.facts();
  if (!facts.speller) return;
  const Reading& reading = job.reading();
  // Built on the first word in doubt only: most mails have none.
  std::optional<spell::WordSet> known;
  spell::Context context;
  for_each_word(reading, [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                             bool start) {
    const std::string_view word = reading.of(reading.span_of(first, last));
    if (facts.speller->is_certain(word)) return;
    if (facts.own_words && facts.own_words->has(word)) return;
    if (!known) {
      known = known_words(facts);
      context.known = &*known;
    }
    context.sentence_start = start;
    const spell::Judgement judged = facts.speller->judge(word, context);
    if (judged.verdict != Verdict::unknown && judged.verdict != Verdict::near) return;
    const bool near = judged.verdict == Verdict::near;
    Finding* finding = job.report_span(sentence, reading.span_of(first, last),
                                       near ? Level::warning : job.rule().level);
    finding->message = fill(job.rule().message, word);
    if (near) {
      finding->message += " Did you mean “" + judged.better + "”?";
      finding->fixes.push_back({finding->span, judged.better, lexicon::Safety::preview});
    }
  });
}

}  // namespace

void spelling(Job& job) {
  if (job.rule().check == "unknown-word") return unknown_words(job);
  phrase(job);
}

}  // namespace dsk::rules
