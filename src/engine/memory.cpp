#include "engine/memory.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "acts/signing.hpp"
#include "shortcuts.hpp"

namespace dsk {
namespace {

bool same(const std::optional<Moment>& a, const std::optional<Moment>& b) {
  if (!a || !b) return !a && !b;
  return a->utc == b->utc && a->zone.minutes == b->zone.minutes &&
         a->zone.change == b->zone.change;
}

// The same word, `shift` bytes further on.
bool same(const Word& kept, const Word& here, std::uint32_t shift) {
  return kept.hash == here.hash && kept.span.begin + shift == here.span.begin &&
         kept.span.end + shift == here.span.end && kept.kind == here.kind &&
         kept.letter_case == here.letter_case && kept.inline_kind == here.inline_kind &&
         kept.mark == here.mark && kept.glued == here.glued;
}

std::uint64_t hash_of(const Reading& reading, const Sentence& sentence) {
  std::uint64_t hash = kHashSeed;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    hash = (hash ^ reading.words[at].hash) * 0x100000001b3u;
  return hash;
}

// By set, each of which has one owner: an act's phrases and what speaks against it are asked for
// while acts are found and never again.
}  // namespace

std::unique_ptr<Message> Memory::read(const Reader& reader, mail::Document document,
                                      const std::optional<Moment>& sent,
                                      const std::shared_ptr<const Message>& incoming) {
  auto mail = std::make_unique<Message>();
  mail->document = std::move(document);
  const std::vector<std::shared_ptr<Known>> parts = read_zones(reader, *mail);
  if (!stemmer_) stemmer_.emplace(reader.language.tag());
  bool doubts = false;
  for (const std::shared_ptr<Known>& one : parts) {
    Known& it = *one;
    Remembered& kept = *it.message.remembered;
    if (!it.has_times || !same(it.sent, sent)) {
      kept.times = find_times(it.message.reading, sent, reader.language);
      it.sent = sent;
      it.has_times = true;
    }
    if (incoming && !it.has_terms) {
      kept.terms = read_terms(it.message.reading, reader.language, *stemmer_);
      kept.identifiers = read_identifiers(it.message.reading, reader.language);
      it.has_terms = true;
    }
    doubts = doubts || !kept.doubts.empty();
  }
  if (doubts) find_right_words(*mail, incoming);
  for (const std::shared_ptr<Known>& one : parts) judge(reader, *one);
  join(*mail, parts, reader.language);
  const std::string_view text = mail->document.text();
  signs_ = signs_ ? rules::Signs(reader.language, text, *signs_, document_.same())
                  : rules::Signs(reader.language, text);
  mail->remembered->signs = &*signs_;
  std::vector<std::shared_ptr<rules::Part>> list;
  list.reserve(parts.size());
  for (const std::shared_ptr<Known>& one : parts) list.emplace_back(one, &one->part);
  parts_ = rules::Parts(std::move(list));
  mail->remembered->parts = &parts_;
  return mail;
}

void Memory::join(Message& mail, const std::vector<std::shared_ptr<Known>>& parts,
                  const lexicon::Language& language) {
  const std::vector<Sentence>& sentences = mail.reading.sentences;
  // In a part all stands in sentence 0, and its words count from 0.
  const auto place_of = [&](std::size_t at) {
    return [first = sentences[at].first, sentence = static_cast<std::uint32_t>(at)](auto& hit) {
      hit.sentence += sentence;
      hit.first += first;
      hit.last += first;
    };
  };
  mail.hits = match::Hits(match::Hits::join(
      parts.size(), language.layers().back().sets,
      [&](std::size_t at) { return std::span<const match::Hit>(parts[at]->hits); }, place_of));
  mail.acts = Acts(Acts::join(
                       parts.size(), language.acts().size(),
                       [&](std::size_t at) { return parts[at]->message.acts.all(); }, place_of),
                   language);
  Remembered all;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Remembered& kept = *parts[at]->message.remembered;
    const auto place = place_of(at);
    for (const TimeExpression& time : kept.times) place(all.times.emplace_back(time));
    for (const Doubt& doubt : kept.doubts) place(all.doubts.emplace_back(doubt));
    for (Term term : kept.terms) {
      term.word += sentences[at].first;
      term.sentence = static_cast<std::uint32_t>(at);
      all.terms.push_back(term);
    }
    for (Identifier one : kept.identifiers) {
      const std::uint32_t shift = sentences[at].span.begin;
      one.span = {one.span.begin + shift, one.span.end + shift};
      one.sentence = static_cast<std::uint32_t>(at);
      all.identifiers.push_back(std::move(one));
    }
  }
  mail.remembered = std::move(all);
}

std::vector<std::shared_ptr<Memory::Known>> Memory::read_zones(const Reader& reader,
                                                              Message& mail) {
  const mail::Document& document = mail.document;
  Reading& reading = mail.reading;
  reading.text = document.text();
  reading.words.reserve(reading.text.size() / 5);
  reading.sentences.reserve(sentences_.size() + 1);
  std::vector<std::pair<std::uint32_t, std::shared_ptr<Known>>> all;  // by first word
  all.reserve(sentences_.size() + 1);
  bool foreign = false;
  auto next = document.inlines.begin();
  for (const mail::Zone& here : document.zones) {
    if (!mail::is_own(here.kind)) continue;
    const std::uint32_t shift = here.span.begin;
    std::vector<mail::Inline> inlines;
    for (; next != document.inlines.end() && next->span.begin < here.span.end; ++next)
      inlines.push_back({{next->span.begin - shift, next->span.end - shift}, next->kind});
    const Zone& kept = zone(reader, document, here, std::move(inlines));
    const auto first = static_cast<std::uint32_t>(reading.words.size());
    reading.words.insert(reading.words.end(), kept.reading.words.begin(), kept.reading.words.end());
    for (auto word = reading.words.begin() + first; word != reading.words.end(); ++word)
      word->span = {word->span.begin + shift, word->span.end + shift};
    foreign = foreign || kept.foreign;
    for (std::size_t at = 0; at < kept.sentences.size(); ++at) {
      Sentence sentence = kept.reading.sentences[at];
      sentence.span = {sentence.span.begin + shift, sentence.span.end + shift};
      sentence.first += first;
      sentence.last += first;
      sentence.paragraph += reading.paragraphs;
      reading.sentences.push_back(sentence);
      all.emplace_back(sentence.first, kept.sentences[at]);
      kept.sentences[at]->check = check_;
    }
    reading.paragraphs += kept.reading.paragraphs;
    reading.word_count += kept.reading.word_count;
  }
  std::vector<std::shared_ptr<Known>> parts;
  parts.reserve(all.size());
  if (foreign) reader.drop_foreign(mail);
  for (auto& [first, known] : all)
    if (parts.size() < reading.sentences.size() && reading.sentences[parts.size()].first == first)
      parts.push_back(std::move(known));
  return parts;
}

const Memory::Zone& Memory::zone(const Reader& reader, const mail::Document& document,
                                 const mail::Zone& here, std::vector<mail::Inline> inlines) {
  const std::string_view text = here.span.of(document.text());
  const std::size_t hash = std::hash<std::string_view>()(text);
  const auto found = zones_.find(hash);
  Zone* const known = found == zones_.end() ? nullptr : found->second.get();
  const auto same_inline = [](const mail::Inline& a, const mail::Inline& b) {
    return a.span.begin == b.span.begin && a.span.end == b.span.end && a.kind == b.kind;
  };
  if (known && known->kind == here.kind && known->text == text &&
      std::equal(inlines.begin(), inlines.end(), known->inlines.begin(), known->inlines.end(),
                 same_inline)) {
    known->check = check_;
    return *known;
  }
  auto fresh = std::make_unique<Zone>();
  fresh->text = text;
  fresh->kind = here.kind;
  fresh->inlines = std::move(inlines);
  Reading& alone = fresh->reading;
  alone.text = document.text();
  read_zone(document, here, reader.language.abbreviations(), alone);
  const std::uint32_t shift = here.span.begin;
  for (Word& word : alone.words) word.span = {word.span.begin - shift, word.span.end - shift};
  for (Sentence& one : alone.sentences) one.span = {one.span.begin - shift, one.span.end - shift};
  alone.text = fresh->text;
  fresh->foreign = reader.has_foreign(alone);
  for (const Sentence& one : alone.sentences)
    fresh->sentences.push_back(sentence(reader, alone, one));
  fresh->check = check_;
  return *zones_.insert_or_assign(hash, std::move(fresh)).first->second;
}

std::shared_ptr<Memory::Known> Memory::sentence(const Reader& reader, const Reading& reading,
                                                const Sentence& sentence) {
  const std::uint64_t hash = hash_of(reading, sentence);
  const std::string_view text = reading.of(sentence);
  const auto first = reading.words.begin() + sentence.first;
  const auto last = reading.words.begin() + sentence.last;
  const std::uint32_t shift = sentence.span.begin;
  const auto known = sentences_.find(hash);
  if (known != sentences_.end()) {
    Known& it = *known->second;
    const std::vector<Word>& words = it.message.reading.words;
    const auto same_here = [&](const Word& kept, const Word& here) {
      return same(kept, here, shift);
    };
    if (it.text == text && it.message.reading.sentences.front().zone == sentence.zone &&
        std::equal(words.begin(), words.end(), first, last, same_here)) {
      it.check = check_;
      return known->second;
    }
  }
  auto fresh = std::make_shared<Known>(reader);
  fresh->text = text;
  Reading& alone = fresh->message.reading;
  alone.text = fresh->text;
  alone.words.assign(first, last);
  for (Word& word : alone.words)
    word.span = {word.span.begin - shift, word.span.end - shift};
  Sentence& whole = alone.sentences.emplace_back(sentence);
  whole.span = {0, sentence.span.size()};
  whole.first = 0;
  whole.last = sentence.size();
  reader.read_acts(fresh->message);
  if (for_acts_.empty()) for_acts_ = sets_of_acts(reader.language);
  for (const match::Hit& hit : fresh->message.hits.all())
    if (!shortcuts || !for_acts_[hit.set]) fresh->hits.push_back(hit);
  Remembered& kept = fresh->message.remembered.emplace();
  if (reader.speller)
    kept.doubts = doubtful_words(alone, *reader.speller, &reader.own_words, &memo_);
  fresh->check = check_;
  sentences_.insert_or_assign(hash, fresh);
  return fresh;
}

void Memory::find_right_words(const Message& mail,
                              const std::shared_ptr<const Message>& incoming) {
  std::string text;
  for (const std::string_view part : right_texts(mail)) text.append(part).push_back('\0');
  if (right_version_ != 0 && text == right_text_ && incoming == right_incoming_) return;
  right_here_ = known_words(mail, incoming.get());
  right_text_ = std::move(text);
  right_incoming_ = incoming;
  ++right_version_;
}

void Memory::judge(const Reader& reader, Known& sentence) {
  std::vector<Doubt>& doubts = sentence.message.remembered->doubts;
  if (doubts.empty() || sentence.judged_with == right_version_) return;
  const Reading& reading = sentence.message.reading;
  spell::Context context;
  context.known = &right_here_;
  context.memo = &memo_;
  for (Doubt& doubt : doubts) {
    context.sentence_start = doubt.sentence_start;
    doubt.judged =
        reader.speller->judge(reading.of(reading.span_of(doubt.first, doubt.last)), context);
  }
  sentence.judged_with = right_version_;
}

std::shared_ptr<const Message> Memory::remembered(const Reader& reader,
                                                  std::unique_ptr<Message> message) {
  const Stemmer stemmer(reader.language.tag());
  Remembered kept;
  kept.their_terms = read_their_terms(message->reading, reader.language, stemmer);
  kept.identifiers = read_identifiers(message->reading, reader.language);
  kept.questions = read_questions(*message, kept.their_terms, reader.language);
  kept.signature = signed_names(*message, reader.language, reader.speller);
  message->remembered = std::move(kept);
  return message;
}

void Memory::forget_the_rest() {
  std::erase_if(zones_, [&](const auto& entry) { return entry.second->check != check_; });
  std::erase_if(sentences_, [&](const auto& entry) { return entry.second->check != check_; });
  std::erase_if(others_, [&](const Other& one) { return one.check != check_; });
  ++check_;
}

}  // namespace dsk
