// Bytes in as few bits as what came before makes them likely, each context by itself: what stands
// before tells what is likely to come. For blocks that are downloaded, whose compressor has one
// code for all of it.
//
// A range coder (Martin 1979; carries as in LZMA) over the bits of a byte, highest first, behind
// one that says whether it is any but 0, as every third is not; each bit is foretold by how often
// it was set after the same bits in the same context, which both sides count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dsk {

class BitOdds {
 public:
  // Of 65536, how many times the bit is 0; never none or all.
  std::uint32_t zero() const { return zero_; }
  void saw(bool bit);

 private:
  std::uint16_t zero_ = 1u << 15;
  std::uint8_t seen_ = 0;
};

// By context and the bits before.
using ByteOdds = std::vector<std::array<BitOdds, 256>>;

class RangeWriter {
 public:
  explicit RangeWriter(std::size_t contexts) : odds_(contexts) {}
  void put(std::size_t context, std::uint8_t byte);
  // The bytes. Nothing may be put after it.
  std::string finish();

 private:
  void shift();

  ByteOdds odds_;
  std::string out_;
  std::uint64_t low_ = 0;
  std::uint32_t range_ = ~0u;
  std::uint8_t held_ = 0;        // the byte that a carry may still raise,
  std::uint64_t held_full_ = 0;  // and so many of 255 behind it
  bool holds_ = false;
};

class RangeReader {
 public:
  // `bytes` comes from a RangeWriter of as many contexts and outlives the reader.
  RangeReader(std::string_view bytes, std::size_t contexts);

  // The next byte; behind the last one, or of damaged bytes, any.
  std::uint8_t next(std::size_t context);

 private:
  std::uint8_t take() { return at_ == end_ ? 0 : static_cast<std::uint8_t>(*at_++); }

  ByteOdds odds_;
  const char* at_;
  const char* end_;
  std::uint32_t code_ = 0;
  std::uint32_t range_ = ~0u;
};

}  // namespace dsk
