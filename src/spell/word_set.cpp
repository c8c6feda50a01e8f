#include "spell/word_set.hpp"

#include "spell/letters.hpp"

namespace dsk::spell {

namespace {

template <class Change>
std::string with_straight_apostrophes(std::string_view word, Change change) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
      out.push_back(static_cast<char>(change(byte)));
      ++at;
      continue;
    }
    const char32_t letter = next_letter(word, at);
    utf8::append(out, is_apostrophe(letter) ? U'\'' : change(letter));
  }
  return out;
}

}  // namespace

std::string fold(std::string_view word) {
  return with_straight_apostrophes(word, [](char32_t letter) { return lower(letter); });
}

std::string fold_apostrophes(std::string_view word) {
  return with_straight_apostrophes(word, [](char32_t letter) { return letter; });
}

std::size_t WordSet::place(std::string_view folded) const {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char byte : folded)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ull;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash ^ hash >> 32) & mask;
  while (slots_[at] != 0 && folded_[slots_[at] - 1] != folded) at = (at + 1) & mask;
  return at;
}

void WordSet::add(std::string_view word) {
  std::string folded = fold(word);
  if (folded.empty()) return;
  if (2 * (words_.size() + 1) > slots_.size()) {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), 0);
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      slots_[place(folded_[i])] = static_cast<std::uint32_t>(i + 1);
    }
  }
  const std::size_t at = place(folded);
  if (slots_[at] != 0) return;
  words_.emplace_back(word);
  folded_.push_back(std::move(folded));
  slots_[at] = static_cast<std::uint32_t>(words_.size());
}

bool WordSet::has(std::string_view word) const {
  return !words_.empty() && slots_[place(fold(word))] != 0;
}

}  // namespace dsk::spell
