#include "acts/terms.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace dsk {
namespace {

// Letters of a word that can carry a subject; fewer in capitals
constexpr std::size_t kShortest = 3;

std::vector<Term> distinct(std::span<const Term> all) {
  std::vector<Term> terms(all.begin(), all.end());
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    return a.key != b.key ? a.key < b.key : a.word < b.word;
  });
  terms.erase(std::unique(terms.begin(), terms.end(),
                          [](const Term& a, const Term& b) { return a.key == b.key; }),
              terms.end());
  return terms;
}

bool is_inline_term(mail::InlineKind kind) {
  return kind == mail::InlineKind::identifier || kind == mail::InlineKind::host ||
         kind == mail::InlineKind::path || kind == mail::InlineKind::code ||
         kind == mail::InlineKind::label;
}

// "e-mail", "log-in" and "Wi-Fi" are written as one word, too: that word where `at` is its second
// half, which says little by itself, or the first half does.
std::string written_together(const Reading& reading, std::uint32_t first, std::uint32_t at,
                             const lexicon::Language& language) {
  const Word& word = reading.words[at];
  if (!word.glued || at == first || word.kind != WordKind::word) return {};
  const Word& before = reading.words[at - 1];
  if (before.kind != WordKind::word || reading.text[word.span.begin - 1] != '-') return {};
  if (before.span.size() >= kShortest && !language.in_class(word.hash, "function-word")) return {};
  return utf8::lower(reading.of(before)).append(utf8::lower(reading.of(word)));
}

// Where the words begin behind “Hello Deskteam,” and “Hi support team”.
std::uint32_t behind_greeting(const Reading& reading, const lexicon::Language& language) {
  constexpr std::uint32_t kReach = 8;  // words and marks, the one that ends the greeting counted
  constexpr std::uint32_t kBare = 3;   // of a greeting that no mark ends
  if (reading.sentences.empty()) return 0;
  const Sentence& first = reading.sentences.front();
  if (!language.in_class(reading.words[first.first].hash, "salutation")) return first.first;
  for (std::uint32_t at = first.first + 1; at < std::min(first.last, first.first + kReach); ++at)
    if (const char mark = reading.words[at].mark; mark == ',' || mark == '!' || mark == ':')
      return at + 1;
  return first.size() <= kBare ? first.last : first.first;
}

}  // namespace

Terms::Terms(std::vector<Term> in_order) : all_(std::move(in_order)) {
  keys_.reserve(all_.size());
  for (const Term& term : all_) keys_.emplace_back(term.key, term.sentence);
  std::sort(keys_.begin(), keys_.end());
}

bool Terms::has(std::uint64_t key) const {
  const auto at = std::lower_bound(keys_.begin(), keys_.end(), std::pair(key, 0u));
  return at != keys_.end() && at->first == key;
}

bool Terms::has_outside(std::uint64_t key, std::uint32_t sentence) const {
  const auto first = std::lower_bound(keys_.begin(), keys_.end(), std::pair(key, 0u));
  if (first == keys_.end() || first->first != key) return false;
  if (first->second != sentence) return true;
  const auto after = std::lower_bound(first, keys_.end(), std::pair(key, sentence + 1));
  return after != keys_.end() && after->first == key;
}

bool Terms::in_sentences(std::uint64_t key, std::size_t count) const {
  std::uint32_t sentence = 0;
  for (; count > 0; --count, ++sentence) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), std::pair(key, sentence));
    if (at == keys_.end() || at->first != key) return false;
    sentence = at->second;
  }
  return true;
}

std::span<const Term> Terms::within(std::uint32_t first, std::uint32_t last) const {
  const auto before = [](const Term& term, std::uint32_t word) { return term.word < word; };
  const Term* const end = all_.data() + all_.size();
  const Term* const begin = std::lower_bound(all_.data(), end, first, before);
  return {begin, std::lower_bound(begin, end, last, before)};
}

std::uint32_t Terms::weight() const {
  std::uint32_t sum = 0;
  for (const Term& term : distinct(all_)) sum += term.weight;
  return sum;
}

std::vector<Term> read_terms(const Reading& reading, const lexicon::Language& language,
                             const Stemmer& stemmer) {
  std::vector<Term> found;
  for (std::uint32_t sentence = 0; sentence < reading.sentences.size(); ++sentence) {
    const Sentence& it = reading.sentences[sentence];
    for (std::uint32_t at = it.first; at < it.last; ++at) {
      const Word& word = reading.words[at];
      Term term{0, at, sentence, 2};
      if (word.kind == WordKind::punctuation) continue;
      if (word.kind == WordKind::inline_item) {
        if (!is_inline_term(word.inline_kind)) continue;
        term.key = hash_folded(utf8::lower(reading.of(word)));
        term.weight = 3;
        found.push_back(term);
        continue;
      }
      const auto key_of = [&](std::string_view one, std::uint64_t hash) {
        const std::uint64_t same = language.synonym(hash);
        return same != 0 ? same : stemmer.hash(one);
      };
      if (const std::string whole = written_together(reading, it.first, at, language);
          !whole.empty())
        found.push_back({key_of(whole, hash_folded(whole)), at, sentence, 1});
      if (language.in_class(word.hash, "function-word")) continue;
      const bool digits = word.kind == WordKind::number;
      const bool caps =
          word.letter_case == LetterCase::upper || word.letter_case == LetterCase::mixed;
      if (!digits && word.span.size() < kShortest && !caps) continue;
      if (word.span.size() < 2 && !digits) continue;
      if (digits) {
        term.key = word.hash;
        // "5" is hardly a subject; "0x80070005" is.
        term.weight = word.span.size() >= 3 ? 3 : 1;
      } else {
        term.key = key_of(reading.of(word), word.hash);
      }
      if (language.in_class(word.hash, "everyday-word")) term.weight = 1;
      found.push_back(term);
    }
  }
  return found;
}

Terms read_their_terms(const Reading& reading, const lexicon::Language& language,
                       const Stemmer& stemmer) {
  std::vector<Term> terms = read_terms(reading, language, stemmer);
  const std::uint32_t matter = behind_greeting(reading, language);
  std::erase_if(terms, [&](const Term& term) { return term.word < matter; });
  return Terms(std::move(terms));
}

std::uint32_t shared_weight(std::span<const Term> some, const Terms& others) {
  std::uint32_t sum = 0;
  for (const Term& term : distinct(some))
    if (others.has(term.key)) sum += term.weight;
  return sum;
}

std::uint32_t precise_shared(std::span<const Term> some, const Terms& others) {
  std::vector<Term> precise;
  for (const Term& term : some)
    if (term.weight >= kPrecise) precise.push_back(term);
  return shared_weight(precise, others);
}

}  // namespace dsk
