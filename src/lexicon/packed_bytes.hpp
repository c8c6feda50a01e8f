// Numbers in bytes, of a packed pack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "error.hpp"

namespace dsk::lexicon {

// From here on the lower byte of a number stands apart: it is like no other, and what is left is.
inline constexpr std::uint32_t kGreat = 160;
inline constexpr std::uint32_t kGreatest = 255 - kGreat;

class ByteWriter {
 public:
  void byte(std::uint32_t value) { bytes.push_back(static_cast<std::byte>(value)); }
  void number(std::uint32_t value) {
    for (; value >= 128; value >>= 7) byte(128 | (value & 127));
    byte(value);
  }
  void parted(std::uint32_t value, ByteWriter& lows) {
    if (value < kGreat) return byte(value);
    value -= kGreat;
    const std::uint32_t high = value >> 8;
    byte(kGreat + std::min(high, kGreatest));
    lows.byte(value & 0xFF);
    if (high >= kGreatest) lows.number(high);
  }
  void append(const std::vector<std::byte>& more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
  }
  std::vector<std::byte> bytes;
};

class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::uint32_t byte() {
    if (at_ == bytes_.size())
      throw Error(Status::lexicon, "this packed rule pack is cut short; build it again");
    return static_cast<std::uint32_t>(bytes_[at_++]);
  }
  std::uint32_t number() {
    std::uint32_t value = byte();
    if (value < 128) return value;
    value &= 127;
    for (unsigned shift = 7; shift < 32; shift += 7) {
      const std::uint32_t part = byte();
      value |= (part & 127) << shift;
      if (part < 128) return value;
    }
    throw Error(Status::lexicon, "this packed rule pack is damaged");
  }
  std::uint32_t parted(ByteReader& lows) {
    const std::uint32_t value = byte();
    if (value < kGreat) return value;
    const std::uint32_t low = lows.byte();
    const std::uint32_t high = value < kGreat + kGreatest ? value - kGreat : lows.number();
    return kGreat + (high << 8 | low);
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

}  // namespace dsk::lexicon
