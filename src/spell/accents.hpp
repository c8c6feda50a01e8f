// Letters of Western Europe and what they are without their accents.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dsk::spell {

inline constexpr char32_t first_accented = 0xC0;

// By letter from the first one on, 0 for what is none of them.
inline constexpr auto unaccented_letters = [] {
  constexpr std::u32string_view accented = U"àáâãäåçèéêëìíîïñòóôõöùúûüýÿøśšžčćęąłńůř";
  constexpr std::u32string_view plain = U"aaaaaaceeeeiiiinooooouuuuyyosszccealnur";
  static_assert(accented.size() == plain.size());
  std::array<char, 0x180 - first_accented> table{};
  for (std::size_t i = 0; i < accented.size(); ++i) {
    table[accented[i] - first_accented] = static_cast<char>(plain[i]);
  }
  return table;
}();

constexpr char32_t unaccented(char32_t letter) {
  if (letter < first_accented || letter - first_accented >= unaccented_letters.size())
    return letter;
  const char found = unaccented_letters[letter - first_accented];
  return found == 0 ? letter : static_cast<char32_t>(found);
}

}  // namespace dsk::spell
