// The words of a language as one immutable block of bytes, used where it lies: linked in, mapped,
// or handed in. A minimal acyclic automaton whose arcs carry letters of a small alphabet; at the
// end of each form stands its note (how common it is, where it is at home).
//
// Bytes, all little-endian:
//   0   "DSKW"            magic
//   4   u32 format        3
//   8   u32 flags         bit 0: complete (what is not found is not a word)
//                         bits 8-15: of the letters, how many only terms have: the last ones
//   12  u32 letters       number of entries in the alphabet
//   16  u32 arcs          number of arcs and heads
//   20  u32 root          index of the root's first arc
//   24  u32 check         FNV-1a of everything after it
//   28  u32 name          bytes of the language's name that follow the arcs
//   32  u32[letters]      code point of label 1, 2, …
//   …   u32[arcs]         of each node its two heads, a bit for every letter that leads on and one
//                         for every letter met below it, then its arcs:
//                         label (8 bits) | last of its node (1 bit) | target or note (23 bits)
// Label 0 ends a form and comes first among the arcs of a node. Targets are first arcs.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dsk::spell {

using Label = std::uint8_t;

// What the automaton knows of a form, packed into the arc that ends it.
struct Note {
  std::uint32_t bits = 0;

  static constexpr std::uint32_t american = 1u << 3;
  static constexpr std::uint32_t british = 1u << 4;
  static constexpr std::uint32_t exact = 1u << 5;  // in these capitals only
  static constexpr std::uint32_t term = 1u << 8;   // of the trade; at home nowhere: of it alone

  // 0 (everybody's words) … 7 (hardly seen): from SCOWL's levels where they were there.
  constexpr std::uint32_t rarity() const { return bits & 7u; }
  // 0: as common in plain texts as that says, 1: rarer, 2: commoner, 3: much commoner.
  constexpr std::uint32_t commonness() const { return bits >> 6 & 3u; }
  static constexpr Note common(std::uint32_t how) { return {how << 6}; }
  constexpr bool has(std::uint32_t flag) const { return (bits & flag) != 0; }
};

// The bit that stands for a letter, whatever its capitals and accents, in the heads of nodes. The
// last one stands for none: among the letters that lead on, that a form ends there.
std::uint32_t letter_bit(char32_t letter);
constexpr std::uint32_t no_letters_bit = 1u << 31;
constexpr std::uint32_t node_heads = 2;

static_assert(std::endian::native == std::endian::little, "the bytes are read as they lie");

class Automaton {
 public:
  // An automaton without words.
  Automaton() = default;
  // `bytes` stay the caller's and must outlive this. Throws Error{dictionary} when they are not
  // an automaton of this format; `thorough` reads them all, to tell a damaged file.
  explicit Automaton(std::string_view bytes, bool thorough = false);

  bool empty() const { return arcs_count_ == 0; }
  bool complete() const { return (flags_ & 1u) != 0; }
  std::string_view language() const { return language_; }

  // Label of a letter, 0 when no form has it.
  Label label(char32_t letter) const;
  Label ascii_label(unsigned char byte) const { return ascii_[byte]; }
  char32_t letter(Label label) const { return u32(letters_ + 4 * (label - 1u)); }
  std::size_t letter_count() const { return letters_count_; }
  // Whether terms have it and no word of the language.
  bool is_of_terms(Label label) const { return label > letters_count_ - (flags_ >> 8 & 255u); }

  // Whether `form` is a word exactly as written; `note`, where given, takes what is known of it.
  bool find(std::string_view form, Note* note = nullptr) const;

  // The same for a form spelt out in labels.
  bool find(const Label* labels, std::size_t size, Note* note = nullptr) const;

  // Walking. A node is the index of its first arc.
  struct Arc {
    std::uint32_t bits;
    Label label() const { return static_cast<Label>(bits & 0xFFu); }
    bool last() const { return (bits & 0x100u) != 0; }
    std::uint32_t target() const { return bits >> 9; }
  };
  std::uint32_t root() const { return root_; }
  Arc arc(std::uint32_t index) const { return {u32(arcs_ + 4 * std::size_t{index})}; }
  // A bit for every letter that leads on from `node`.
  std::uint32_t ahead(std::uint32_t node) const { return u32(arcs_ + 4 * std::size_t{node - 2}); }
  // A bit for every letter on the ways from `node` to the ends of its forms.
  std::uint32_t below(std::uint32_t node) const { return u32(arcs_ + 4 * std::size_t{node - 1}); }
  // Where `label` leads from `node`, or `nowhere`.
  static constexpr std::uint32_t nowhere = ~0u;
  std::uint32_t step(std::uint32_t node, Label label) const;

 private:
  void verify(std::string_view bytes) const;
  std::uint32_t u32(const char* at) const {
    std::uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }

  const char* letters_ = nullptr;
  const char* arcs_ = nullptr;
  std::uint32_t letters_count_ = 0;
  std::uint32_t arcs_count_ = 0;
  std::uint32_t root_ = 0;
  std::uint32_t flags_ = 0;
  std::string_view language_;
  Label ascii_[128] = {};  // labels of ASCII letters, the others are searched
  std::array<std::uint32_t, 256> firsts_ = {};  // where each first letter leads: every word asks
};

}  // namespace dsk::spell
