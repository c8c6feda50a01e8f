// Many literals looked for in one pass over a text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/same_ends.hpp"
#include "text/span.hpp"

namespace dsk::match {

// A literal in small letters and the number of who wants to know where it stands.
struct Wanted {
  std::string_view literal;
  std::uint32_t owner = 0;
};

struct Sighting {
  std::uint32_t owner, at;
  friend constexpr auto operator<=>(Sighting, Sighting) = default;
};

// Where the literals stand, by owner.
class Sightings {
 public:
  Sightings() = default;
  explicit Sightings(std::vector<Sighting> all);
  // Those of this owner that begin in `range`, in order.
  std::span<const Sighting> of(std::uint32_t owner, Span range) const;
  std::span<const Sighting> all() const { return all_; }

 private:
  std::vector<Sighting> all_;
};

// Borrows the literals. Each is known by the rarest three letters in it, so that hardly ever more
// than a look at a table is asked of a byte.
class Literals {
 public:
  Literals() = default;
  explicit Literals(const std::vector<Wanted>& wanted);

  // In any case of the ASCII letters.
  Sightings find(std::string_view text) const;
  // The same, where `before` was seen in the text that an edit made this one of.
  Sightings find(std::string_view text, const Sightings& before, const SameEnds& same) const;

 private:
  static constexpr std::uint32_t kKeys = 1u << 12;
  // `last` holds the three letters in its low bytes.
  static constexpr std::uint32_t key_of(std::uint32_t last) {
    return (last & 0xffffffu) * 0x9e3779b1u >> 20;
  }
  // The next letter, the same for both of its cases.
  static constexpr std::uint32_t shift_in(std::uint32_t last, char letter) {
    return last << 8 | static_cast<unsigned char>(letter) | 0x20u;
  }

  void scan(std::string_view text, std::vector<Sighting>& seen) const;
  // Which literals of this key are the ones whose letters end at `at`?
  void look(std::string_view text, std::uint32_t at, std::uint32_t key,
            std::vector<Sighting>& seen) const;

  struct Entry {
    std::uint32_t key;
    std::uint32_t offset;  // of the last of the three letters in the literal
    Wanted wanted;
  };
  std::size_t longest_ = 0;
  std::vector<Wanted> short_;   // of less than three letters, equal ones together
  std::vector<Entry> entries_;  // the others, by key
  std::array<std::uint16_t, kKeys + 1> first_{};  // entries_ of key k: [first_[k], first_[k + 1])
};

}  // namespace dsk::match
