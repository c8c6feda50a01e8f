#include "huffman.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace dsk {
namespace {

constexpr unsigned longest = HuffmanReader::longest;

using Counts = std::array<std::uint32_t, 256>;
using Lengths = std::array<std::uint8_t, 256>;  // 0: not seen

// Huffman's own, with counts evened out until no code is too long.
Lengths lengths_of(Counts counts) {
  for (;;) {
    struct Node {
      std::uint64_t count;
      std::size_t name;  // of equal counts the older one is taken first
      bool operator>(const Node& other) const {
        return count != other.count ? count > other.count : name > other.name;
      }
    };
    std::priority_queue<Node, std::vector<Node>, std::greater<>> open;
    for (std::size_t byte = 0; byte < counts.size(); ++byte)
      if (counts[byte] > 0) open.push({counts[byte], byte});
    Lengths lengths{};
    if (open.size() == 1) lengths[open.top().name] = 1;
    std::vector<std::size_t> parents(512);
    std::size_t next = 256;
    for (; open.size() > 1; ++next) {
      const Node one = open.top();
      open.pop();
      const Node two = open.top();
      open.pop();
      parents[one.name] = parents[two.name] = next;
      open.push({one.count + two.count, next});
    }
    for (std::size_t byte = 0; byte < counts.size(); ++byte)
      for (std::size_t at = byte; parents[at] != 0; at = parents[at]) ++lengths[byte];
    if (*std::max_element(lengths.begin(), lengths.end()) <= longest) return lengths;
    for (std::uint32_t& count : counts) count = (count + 1) / 2;
  }
}

// The codes, their first bit lowest: shorter ones first, then by their bytes.
std::array<std::uint16_t, 256> codes_of(const Lengths& lengths) {
  std::array<std::uint16_t, 256> codes{};
  std::uint32_t code = 0;
  for (unsigned length = 1; length <= longest; ++length, code <<= 1)
    for (std::size_t byte = 0; byte < lengths.size(); ++byte) {
      if (lengths[byte] != length) continue;
      for (unsigned bit = 0; bit < length; ++bit)
        if ((code >> bit & 1) != 0)
          codes[byte] = static_cast<std::uint16_t>(codes[byte] | 1u << (length - 1 - bit));
      ++code;
    }
  return codes;
}

}  // namespace

void HuffmanWriter::put(std::size_t context, std::uint8_t byte) {
  ++counts_[context][byte];
  items_.push_back({context, byte});
}

std::string HuffmanWriter::finish() const {
  std::string out;
  const auto byte = [&](std::size_t value) { out.push_back(static_cast<char>(value & 255)); };
  std::vector<std::pair<Lengths, std::array<std::uint16_t, 256>>> codes;
  for (const Counts& counts : counts_) {
    const Lengths lengths = lengths_of(counts);
    std::size_t used = lengths.size();
    while (used > 0 && lengths[used - 1] == 0) --used;
    byte(used);
    byte(used >> 8);
    for (std::size_t at = 0; at < used; at += 2)
      byte(lengths[at] | (at + 1 < used ? lengths[at + 1] << 4 : 0));
    codes.emplace_back(lengths, codes_of(lengths));
  }
  std::uint32_t bits = 0;
  unsigned have = 0;
  for (const Item& item : items_) {
    const auto& [lengths, values] = codes[item.context];
    bits |= std::uint32_t{values[item.byte]} << have;
    for (have += lengths[item.byte]; have >= 8; have -= 8, bits >>= 8) byte(bits);
  }
  if (have > 0) byte(bits);
  return out;
}

HuffmanReader::HuffmanReader(std::string_view bytes, std::size_t contexts, Status on_damage)
    : codes_(table_size, 1 << 8), at_(bytes.data()), end_(at_ + bytes.size()) {
  const auto byte = [&] {
    if (at_ == end_) throw Error(on_damage, "these packed bytes are cut short; build them again");
    return static_cast<unsigned char>(*at_++);
  };
  for (std::size_t context = 0; context < contexts; ++context) {
    std::size_t used = byte();
    used = std::min<std::size_t>(used | std::size_t{byte()} << 8, 256);
    Lengths lengths{};
    for (std::size_t at = 0; at < used; at += 2) {
      const unsigned char two = byte();
      lengths[at] = std::min<std::uint8_t>(two & 15, longest);
      if (at + 1 < used) lengths[at + 1] = std::min<std::uint8_t>(two >> 4, longest);
    }
    if (used == 0) {  // never asked for
      tables_.push_back(0);
      continue;
    }
    tables_.push_back(static_cast<std::uint32_t>(codes_.size()));
    codes_.resize(codes_.size() + table_size, 1 << 8);
    std::uint16_t* const table = codes_.data() + tables_.back();
    const std::array<std::uint16_t, 256> codes = codes_of(lengths);
    for (std::size_t at = 0; at < used; ++at)
      if (lengths[at] != 0)
        for (std::size_t ahead = codes[at]; ahead < table_size;
             ahead += std::size_t{1} << lengths[at])
          table[ahead] = static_cast<std::uint16_t>(at | lengths[at] << 8);
  }
}

std::uint8_t HuffmanReader::next(std::size_t context) {
  while (have_ < longest) {
    if (at_ != end_) bits_ |= std::uint32_t{static_cast<unsigned char>(*at_++)} << have_;
    have_ += 8;
  }
  const std::uint16_t code = codes_[tables_[context] + (bits_ & (table_size - 1))];
  bits_ >>= code >> 8;
  have_ -= code >> 8;
  return static_cast<std::uint8_t>(code);
}

}  // namespace dsk
