// Right words that no list has: people make and write some as they need them.
#include <algorithm>
#include <iterator>
#include <string>

#include "spell/accents.hpp"
#include "spell/letters.hpp"
#include "spell/prefixes.hpp"
#include "spell/speller.hpp"
#include "utf8.hpp"

namespace dsk::spell {

std::string without_hyphens(std::string_view word) {
  std::string joined(word);
  std::erase(joined, '-');
  return joined;
}

namespace {

std::string without_accents(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();)
    utf8::append(plain, unaccented(lower(next_letter(word, at))));
  return plain;
}

}  // namespace

bool is_same_word(std::string_view typed, std::string_view listed) {
  const std::string own = lower(typed);
  if (own == lower(listed)) return false;
  std::string other = without_accents(without_hyphens(listed));
  if (own == other) return true;
  const std::size_t at = other.rfind("iz");
  if (at == std::string::npos) return false;
  other[at + 1] = 's';
  return own == other;
}

// "backhauls": terms are listed with a plural where somebody thought of it. "beamers": so may they
// have written of one.
bool Speller::is_plural_of_term(std::string_view word, const Context& context) const {
  constexpr std::size_t least = 5;
  if (word.size() <= least || word.back() != 's') return false;
  const std::string_view one = word.substr(0, word.size() - 1);
  if (one.back() == 's' || capitals(one) == Capitals::all) return false;
  return knows_term(one) || (context.known != nullptr && context.known->has(one));
}

// "troponin" where they wrote of troponins, which is no word that is known without them.
bool Speller::is_one_of_theirs(std::string_view word, const Context& context) const {
  constexpr std::size_t least = 5;
  if (context.known == nullptr || word.size() < least || word.back() == 's') return false;
  const std::string many = std::string(word) + 's';
  return context.known->has(many) && !knows(many);
}

// "unsuspended", "reshared"
bool Speller::is_prefixed(std::string_view word) const {
  constexpr std::size_t least = 4;
  constexpr std::uint32_t rarest = 4;
  return std::any_of(std::begin(prefixes), std::end(prefixes), [&](const Prefix& prefix) {
    const std::size_t size = prefix.letters.size();
    if (!prefix.is_free || word.size() < size + least || !word.starts_with(prefix.letters))
      return false;
    const std::string_view rest = word.substr(size);
    return rarity(rest) <= rarest || knows_term(rest);
  });
}

}  // namespace dsk::spell
