// Words: the tokens of a sentence, each with the hash of its folded form, computed once and shared
// by phrases, spelling and statistics.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "text/span.hpp"

namespace dsk {

enum class WordKind : std::uint8_t {
  word,         // letters
  number,       // begins with a digit
  punctuation,  // one mark; runs of dots are one
  inline_item,  // a URL, path, code span ... as the mail room found it
};

enum class LetterCase : std::uint8_t { none, lower, title, upper, mixed };

struct Word {
  Span span;
  std::uint64_t hash = 0;  // of the folded form: lower case, straight apostrophe, one kind of dash
  WordKind kind = WordKind::word;
  LetterCase letter_case = LetterCase::none;
  mail::InlineKind inline_kind = mail::InlineKind::url;  // of an inline_item
  char mark = 0;       // a punctuation's folded mark: , . ; : ? ! - ( ) " and so on
  bool glued = false;  // goes on from the word before without space: don't, follow-up
};

// FNV-1a over the folded form; the build tool hashes lexicon words with the same function.
constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325u;
constexpr std::uint64_t hash_byte(std::uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * 0x100000001b3u;
}
std::uint64_t hash_folded(std::string_view folded);
// Whether `hash` is one of `sorted`. It branches on nothing that is not known before.
bool is_among(const std::vector<std::uint64_t>& sorted, std::uint64_t hash);

// Append the words of `range` of `text`. `inlines` are sorted; those in the range become one word
// each. An apostrophe splits: "don't" is "do" + "n't", "you're" is "you" + "'re", "l'envoi" is
// "l'" + "envoi". A hyphen between letters splits too, the second half `glued`.
void tokenise(std::string_view text, Span range, const std::vector<mail::Inline>& inlines,
              std::vector<Word>& out);

}  // namespace dsk
