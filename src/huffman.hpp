// Codes for bytes, a code for each context: what stands before tells what is likely to come. For
// blocks that are downloaded, whose compressor has one code for all of it.
//
// Bytes: of each context u16, how many lengths it has, and these as nibbles; then the codes, which are
// canonical and at most ten bits long, their first bit lowest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

namespace dsk {

class HuffmanWriter {
 public:
  explicit HuffmanWriter(std::size_t contexts) : counts_(contexts) {}
  void put(std::size_t context, std::uint8_t byte);
  std::string finish() const;

 private:
  struct Item {
    std::size_t context;
    std::uint8_t byte;
  };
  std::vector<std::array<std::uint32_t, 256>> counts_;
  std::vector<Item> items_;
};

class HuffmanReader {
 public:
  // `bytes` comes from a HuffmanWriter of as many contexts and outlives the reader. Throws
  // Error{`on_damage`} for what is cut short.
  HuffmanReader(std::string_view bytes, std::size_t contexts, Status on_damage);

  // The next byte; behind the last one, whatever a code of zeros means.
  std::uint8_t next(std::size_t context);

  static constexpr unsigned longest = 10;

 private:
  static constexpr std::size_t table_size = std::size_t{1} << longest;

  std::vector<std::uint16_t> codes_;    // by the bits ahead: a byte | its length << 8
  std::vector<std::uint32_t> tables_;   // where those of a context begin
  const char* at_;
  const char* end_;
  std::uint32_t bits_ = 0;
  unsigned have_ = 0;
};

}  // namespace dsk
