// Many literals looked for in one pass over a text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

 private:
  static constexpr std::uint32_t kKeys = 1u << 12;
  // Of three letters, rolling: a letter is forgotten when three have followed.
  static constexpr std::uint32_t next_key(std::uint32_t key, char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    // The same for both cases of a letter, and nearly another for everything else.
    return (key << 4 ^ (byte & 31u) ^ (byte >> 1 & 32u)) & (kKeys - 1);
  }

  struct Entry {
    std::uint32_t key;
    std::uint32_t offset;  // of the last of the three letters in the literal
    Wanted wanted;
  };
  std::vector<Wanted> bytes_;   // of one byte
  std::vector<Entry> entries_;  // the others, by key
  std::array<std::uint16_t, kKeys + 1> first_{};  // entries_ of key k: [first_[k], first_[k + 1])
};

}  // namespace dsk::match
