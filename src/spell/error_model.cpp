#include "spell/error_model.hpp"

#include <array>
#include <iterator>

#include "spell/accents.hpp"

namespace dsk::spell {
namespace {

constexpr Pattern all_patterns[] = {
    // the order of two vowels
    {"ie", "ei", 35, 25, 16}, {"ai", "ia", 45, 28, 43}, {"ea", "ae", 50, 46, 30},
    {"io", "oi", 55, 55, 55}, {"ou", "uo", 50, 50, 44}, {"au", "ua", 50, 48, 49},
    {"eu", "ue", 50, 57, 45}, {"ui", "iu", 50, 50, 50},
    // endings that sound alike
    {"ance", "ence", 32, 36, 31}, {"ant", "ent", 35, 46, 20}, {"ancy", "ency", 35, 32, 35},
    {"able", "ible", 32, 24, 40}, {"ably", "ibly", 32, 24, 32}, {"tion", "sion", 45, 42, 51},
    {"tion", "cion", 50, 45, 56}, {"tion", "shun", 70, 70, 70}, {"ssion", "tion", 50, 61, 63},
    {"sion", "ssion", 40, 40, 38}, {"ary", "ery", 40, 43, 47}, {"er", "or", 40, 33, 46},
    {"er", "ar", 45, 46, 55}, {"el", "le", 45, 46, 28}, {"al", "le", 65, 62, 53},
    {"al", "el", 40, 45, 43}, {"ise", "ize", 35, 68, 21}, {"yse", "yze", 35, 52, 35},
    {"eous", "ious", 40, 37, 29}, {"ious", "ous", 50, 47, 50}, {"cious", "tious", 45, 45, 49},
    {"cial", "tial", 45, 48, 47}, {"cede", "ceed", 45, 34, 26}, {"ally", "ly", 45, 32, 28},
    {"ely", "ly", 50, 40, 50}, {"ley", "ly", 50, 47, 50}, {"full", "ful", 35, 21, 31},
    {"y", "ey", 60, 60, 52}, {"ies", "ys", 50, 38, 32}, {"ied", "yed", 50, 52, 49},
    {"iness", "yness", 45, 45, 45}, {"able", "eable", 45, 45, 31}, {"ment", "ement", 45, 45, 46},
    {"ing", "eing", 45, 45, 44}, {"cally", "cly", 45, 45, 45}, {"ical", "ic", 60, 85, 60},
    // consonants written otherwise
    {"f", "ph", 45, 20, 60}, {"f", "gh", 80, 73, 85}, {"k", "ck", 45, 41, 24},
    {"k", "ch", 62, 51, 82}, {"c", "ck", 60, 54, 51}, {"s", "ss", 40, 40, 49},
    {"s", "sc", 42, 29, 76}, {"c", "sc", 50, 30, 69}, {"s", "ps", 70, 63, 74},
    {"n", "kn", 65, 55, 85}, {"n", "gn", 60, 28, 83}, {"r", "wr", 65, 65, 57},
    {"r", "rh", 45, 45, 42}, {"w", "wh", 50, 50, 39}, {"g", "gu", 60, 60, 73},
    {"g", "gh", 54, 54, 46}, {"j", "dg", 65, 66, 65}, {"x", "cs", 65, 42, 65},
    {"x", "cks", 85, 85, 85}, {"x", "ks", 70, 71, 51}, {"xc", "x", 45, 33, 39},
    {"kw", "qu", 60, 61, 61}, {"qu", "cqu", 45, 44, 39}, {"c", "ch", 65, 65, 70},
    {"sh", "ch", 70, 63, 74}, {"sh", "ti", 95, 79, 96}, {"sh", "ci", 90, 79, 91},
    {"sh", "ssi", 100, 100, 100}, {"tch", "ch", 45, 28, 43}, {"t", "th", 68, 68, 81},
    {"m", "mb", 70, 65, 62}, {"m", "mn", 60, 58, 49}, {"d", "ld", 90, 90, 93},
    {"cs", "cks", 60, 60, 60}, {"sk", "sc", 55, 36, 49}, {"sk", "sch", 60, 59, 60},
    {"z", "s", 60, 41, 67},
    // vowels written otherwise
    {"ee", "ea", 50, 20, 44}, {"e", "ea", 55, 55, 43}, {"i", "igh", 75, 57, 79},
    {"ite", "ight", 85, 69, 85}, {"o", "ough", 100, 79, 98}, {"u", "oo", 65, 68, 39},
    {"oo", "ou", 70, 70, 70}, {"au", "o", 75, 85, 44}, {"aw", "au", 70, 70, 70},
    {"ow", "ou", 65, 64, 60}, {"ay", "ai", 60, 56, 61}, {"a", "ai", 65, 65, 68},
    {"e", "ee", 58, 58, 58}, {"u", "ou", 58, 59, 74}, {"ur", "er", 40, 58, 29},
    {"ir", "er", 55, 57, 53}, {"or", "our", 45, 45, 56},
};
static_assert(std::size(all_patterns) <= 100, "general patterns, not a list of mistakes");

// Groups of letters that stand for one sound.
constexpr std::u32string_view sounds[] = {U"cks", U"sz", U"sx", U"kq", U"fv", U"bp", U"dt", U"gj",
                                          U"mn",  U"vw", U"gk", U"lr", U"ckg", U"uw", U"jy"};

// The keyboards that these languages are typed on differ little in what lies beside what.
constexpr std::u32string_view rows[] = {U"1234567890", U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};

constexpr bool same_sound(char32_t one, char32_t other) {
  for (const auto group : sounds) {
    if (group.find(one) != group.npos && group.find(other) != group.npos) return true;
  }
  return false;
}

constexpr bool neighbours(char32_t one, char32_t other) {
  for (std::size_t r = 0; r < std::size(rows); ++r) {
    const std::size_t at = rows[r].find(one);
    if (at == std::u32string_view::npos) continue;
    for (std::size_t s = r == 0 ? 0 : r - 1; s < std::size(rows) && s <= r + 1; ++s) {
      const std::size_t other_at = rows[s].find(other);
      if (other_at == std::u32string_view::npos) continue;
      // Each row is shifted half a key to the right of the one above.
      const auto shift = static_cast<std::ptrdiff_t>(other_at) - static_cast<std::ptrdiff_t>(at);
      if (s == r) return shift == 1 || shift == -1;
      return s < r ? shift == 0 || shift == 1 : shift == 0 || shift == -1;
    }
  }
  return false;
}

constexpr bool vowel(char32_t letter) {
  switch (unaccented(letter)) {
    case U'a': case U'e': case U'i': case U'o': case U'u': case U'y': return true;
    default: return false;
  }
}

constexpr const ErrorModel& model = error_model();

constexpr Cost price(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  if (unaccented(typed) == unaccented(meant)) return model.substitute_accent;
  if (vowel(typed) && vowel(meant)) return model.substitute_vowel;
  if (!has_key(typed) || !has_key(meant)) return model.substitute;
  if (same_sound(typed, meant)) return model.substitute_sound;
  if (neighbours(typed, meant)) return model.substitute_key;
  return model.substitute;
}

constexpr auto prices_of_keys = [] {
  std::array<std::array<Cost, keys>, keys> table{};
  for (std::size_t typed = 0; typed < keys; ++typed) {
    for (std::size_t meant = 0; meant < keys; ++meant) {
      const auto letter = [](std::size_t key) {
        return static_cast<char32_t>(key < 26 ? U'a' + key : U'0' + (key - 26));
      };
      table[typed][meant] = price(letter(typed), letter(meant));
    }
  }
  return table;
}();

constexpr auto losses_of_keys = [] {
  std::array<Cost, keys> table{};
  for (std::size_t typed = 0; typed < keys; ++typed) {
    // Vowels may stand for vowels that no key has.
    table[typed] = typed < 26 && vowel(static_cast<char32_t>(U'a' + typed)) ? model.substitute_vowel
                                                                             : model.substitute;
    for (std::size_t meant = 0; meant < keys; ++meant) {
      if (meant == typed) continue;
      table[typed] = table[typed] < prices_of_keys[typed][meant] ? table[typed]
                                                                 : prices_of_keys[typed][meant];
    }
  }
  return table;
}();

constexpr auto alikes_of_keys = [] {
  std::array<std::uint64_t, keys> table{};
  for (std::size_t typed = 0; typed < keys; ++typed) {
    for (std::size_t meant = 0; meant < keys; ++meant) {
      const bool alike = meant != typed && prices_of_keys[typed][meant] <= model.substitute_sound;
      if (alike) table[typed] |= std::uint64_t{1} << meant;
    }
  }
  return table;
}();

}  // namespace

const Pattern* patterns(std::size_t& count) {
  count = std::size(all_patterns);
  return all_patterns;
}

bool is_vowel(char32_t letter) { return vowel(letter); }

bool is_often_mute(char32_t letter) { return vowel(letter) || letter == U'h' || letter == U'-'; }

constexpr std::array<std::array<Cost, keys>, keys> key_prices = prices_of_keys;
constexpr std::array<Cost, keys> key_losses = losses_of_keys;
constexpr std::array<std::uint64_t, keys> key_alikes = alikes_of_keys;

Cost substitution_without_key(char32_t typed, char32_t meant) { return price(typed, meant); }

}  // namespace dsk::spell
