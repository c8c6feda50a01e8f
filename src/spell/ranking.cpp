#include "spell/ranking.hpp"

#include <algorithm>

#include "spell/error_model.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

// Sixteen of these make a word e times as likely. The prices, like those of the patterns each way
// round, were fitted so that what people had meant comes first.
struct Prices {
  int first_letter = 26;
  int swapped_first = 14;
  int dropped_twin = 20;
  int added_twin = 39;
  int swapped = 39;
  int swapped_across = 74;
  int dropped_apostrophe = 17;
  int added_apostrophe = 53;
  int accent = 22;
  int dropped_space = 96;
  int sound = 58;
  int key = 90;
  int other = 99;
  int rarity[8] = {4, 10, 16, 40, 61, 72, 89, 91};
  int commonness[4] = {0, 14, -6, -25};
  // a to z, then everything else
  int dropped[27] = {34, 52, 39, 61, 25, 49, 48, 28, 29, 60, 47, 45, 54, 42,
                       41, 52, 47, 48, 66, 41, 21, 65, 36, 55, 43, 64, 87};
  int added[27] = {60, 95, 78, 76, 47, 94, 84, 72, 60, 88, 95, 77, 82, 65,
                     72, 85, 82, 80, 86, 61, 69, 95, 73, 95, 97, 108, 68};
  // a e i o u y, typed for one another
  int vowel[6][6] = {{0, 56, 52, 59, 57, 60}, {54, 0, 49, 58, 57, 54}, {57, 54, 0, 58, 56, 36},
                     {57, 66, 59, 0, 53, 64}, {59, 65, 61, 50, 0, 49}, {67, 66, 46, 62, 59, 0}};
};
constexpr Prices prices;

constexpr std::size_t place_of(char32_t letter) {
  return letter >= U'a' && letter <= U'z' ? letter - U'a' : 26;
}

constexpr std::size_t vowel_of(char32_t letter) {
  return std::u32string_view(U"aeiouy").find(letter);
}

// a to z against a to z, from the classes that the walk knows too.
int substituted(char32_t typed, char32_t meant) {
  const std::size_t one = vowel_of(typed);
  const std::size_t other = vowel_of(meant);
  if (one < 6 && other < 6) return prices.vowel[one][other];
  const Cost coarse = substitution(typed, meant);
  const ErrorModel& model = error_model();
  return coarse == model.substitute_accent  ? prices.accent
         : coarse == model.substitute_sound ? prices.sound
         : coarse == model.substitute_key   ? prices.key
                                            : prices.other;
}

}  // namespace

int Ranking::surprise(std::uint32_t rarity, std::uint32_t commonness) {
  return prices.rarity[std::min(rarity, 7u)] + prices.commonness[commonness & 3u];
}

std::size_t Ranking::read(std::string_view word, Letters& letters) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size() && size < most_letters;) {
    const char32_t letter = next_letter(word, at);
    letters[size++] = is_apostrophe(letter) ? U'\'' : lower(letter);
  }
  return size;
}

Ranking::Ranking(std::string_view typed) : size_(read(typed, typed_)) {
  std::size_t count = 0;
  const Pattern* pattern = patterns(count);
  const auto ends_in = [&](std::size_t end, std::string_view letters) {
    return letters.size() <= end && std::equal(letters.begin(), letters.end(),
                                               typed_.begin() + (end - letters.size()),
                                               [](char a, char32_t b) {
                                                 return static_cast<unsigned char>(a) == b;
                                               });
  };
  for (std::size_t end = 1; end <= size_; ++end) {
    first_[end] = static_cast<std::uint16_t>(sounds_.size());
    const auto add = [&](std::string_view one, std::string_view other, Cost price) {
      if (!ends_in(end, one)) return;
      sounds_.push_back({other, static_cast<std::uint8_t>(one.size()),
                         static_cast<std::uint8_t>(price)});
    };
    for (std::size_t i = 0; i < count; ++i) {
      add(pattern[i].one, pattern[i].other, pattern[i].one_for_other);
      add(pattern[i].other, pattern[i].one, pattern[i].other_for_one);
    }
  }
  first_[size_ + 1] = static_cast<std::uint16_t>(sounds_.size());
}

int Ranking::distance(std::string_view word) const {
  Letters meant;
  const std::size_t size = read(word, meant);
  std::array<std::array<std::int16_t, most_letters + 1>, most_letters + 1> table;
  const auto same = [&](std::size_t end, std::string_view letters) {
    for (std::size_t k = 0; k < letters.size(); ++k) {
      if (meant[end - letters.size() + k] != static_cast<unsigned char>(letters[k])) return false;
    }
    return true;
  };
  for (std::size_t i = 0; i <= size_; ++i) {
    const char32_t typed = i > 0 ? typed_[i - 1] : U'\0';
    const bool twin = i > 1 && typed == typed_[i - 2];
    const int added = typed == U'\'' ? prices.added_apostrophe
                      : twin         ? std::min(prices.added_twin, prices.added[place_of(typed)])
                                     : prices.added[place_of(typed)];
    for (std::size_t j = 0; j <= size; ++j) {
      if (i == 0 && j == 0) {
        table[0][0] = 0;
        continue;
      }
      int best = 0x7000;
      if (i > 0) best = table[i - 1][j] + added + (i == 1 ? prices.first_letter : 0);
      if (j > 0) {
        const char32_t letter = meant[j - 1];
        int dropped = letter == U'\''  ? prices.dropped_apostrophe
                      : letter == U' ' ? prices.dropped_space
                                       : prices.dropped[place_of(letter)];
        if (j > 1 && letter == meant[j - 2]) dropped = std::min(dropped, prices.dropped_twin);
        best = std::min(best, table[i][j - 1] + dropped + (j == 1 ? prices.first_letter : 0));
        if (i > 0) {
          const int before = table[i - 1][j - 1];
          const bool first = i == 1 && j == 1;
          if (before < best) {
            best = std::min(best, typed == letter ? before
                                                  : before + substituted(typed, letter) +
                                                        (first ? prices.first_letter : 0));
          }
        }
        if (i > 1 && j > 1 && typed == meant[j - 2] && typed_[i - 2] == letter && !twin) {
          best = std::min(best, table[i - 2][j - 2] + prices.swapped +
                                    (i == 2 ? prices.swapped_first : 0));
        }
        if (i > 2 && j > 2 && typed == meant[j - 3] && typed_[i - 3] == letter &&
            typed_[i - 2] == meant[j - 2]) {
          best = std::min(best, table[i - 3][j - 3] + prices.swapped_across +
                                    (i == 3 ? prices.swapped_first : 0));
        }
        for (std::size_t s = i > 0 ? first_[i] : 0; i > 0 && s < first_[i + 1]; ++s) {
          const Sound& sound = sounds_[s];
          if (sound.meant.size() > j) continue;
          const int price = table[i - sound.size][j - sound.meant.size()] + sound.price;
          if (price < best && same(j, sound.meant)) best = price;
        }
      }
      table[i][j] = static_cast<std::int16_t>(std::min(best, 0x7000));
    }
  }
  return table[size_][size];
}

}  // namespace dsk::spell
