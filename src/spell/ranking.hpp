// Puts the words that a walk found in order. The walk prices slips coarsely and turns back early;
// of what it brings home, each slip is priced again, by the letters it is made of and the way
// round.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dsk::spell {

class Ranking {
 public:
  explicit Ranking(std::string_view typed);

  // How far `word` is from what was typed; capitals and the kind of apostrophe do not count.
  int distance(std::string_view word) const;
  // How far any word is that is so rare, and commoner or rarer in plain texts than that says.
  static int surprise(std::uint32_t rarity, std::uint32_t commonness);

 private:
  static constexpr std::size_t most_letters = 64;  // of a word of either kind; longer ones are last
  using Letters = std::array<char32_t, most_letters>;

  // Letters that may have been typed for others, and where they end.
  struct Sound {
    std::string_view meant;
    std::uint8_t size;  // of what was typed
    std::uint8_t price;
  };

  static std::size_t read(std::string_view word, Letters& letters);

  Letters typed_{};
  std::size_t size_ = 0;
  std::vector<Sound> sounds_;                             // by where they end
  std::array<std::uint16_t, most_letters + 2> first_{};  // the first that ends there
};

}  // namespace dsk::spell
