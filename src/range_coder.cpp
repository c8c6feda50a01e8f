#include "range_coder.hpp"

#include <utility>

namespace dsk {
namespace {

constexpr std::uint32_t kTop = 1u << 24;
constexpr std::uint32_t kSurest = 24;  // of 65536, what an unlikely bit keeps
constexpr std::uint32_t kMostSeen = 60;

// How far the next bit moves the odds: the share that it has of all that were seen.
constexpr auto kShares = [] {
  std::array<std::int32_t, kMostSeen + 1> shares{};
  for (std::int32_t seen = 0; seen <= std::int32_t{kMostSeen}; ++seen)
    shares[static_cast<std::size_t>(seen)] = (1 << 16) / (2 * seen + 3);
  return shares;
}();

std::uint32_t share_of(std::uint32_t range, const BitOdds& odds) {
  return (range >> 16) * odds.zero();
}

}  // namespace

void BitOdds::saw(bool bit) {
  const std::int32_t goal = bit ? std::int32_t{kSurest} : (1 << 16) - std::int32_t{kSurest};
  zero_ = static_cast<std::uint16_t>(zero_ + ((goal - zero_) * kShares[seen_] >> 15));
  if (seen_ < kMostSeen) ++seen_;
}

void RangeWriter::shift() {
  const bool carry = (low_ >> 32) != 0;
  const auto byte = static_cast<std::uint8_t>(low_ >> 24);
  if (carry || byte != 255) {
    if (holds_) out_.push_back(static_cast<char>(held_ + carry));
    out_.append(held_full_, static_cast<char>(carry ? 0 : 255));
    held_full_ = 0;
    held_ = byte;
    holds_ = true;
  } else {
    ++held_full_;
  }
  low_ = (low_ & 0xFFFFFF) << 8;
}

void RangeWriter::put(std::size_t context, std::uint8_t byte) {
  const unsigned bits = byte == 0 ? 0 : 256u | byte;
  std::size_t before = 0;
  for (int at = byte == 0 ? 0 : 8; at >= 0; --at) {
    const bool bit = (bits >> at & 1) != 0;
    BitOdds& odds = odds_[context][before];
    const std::uint32_t zero = share_of(range_, odds);
    if (bit) {
      low_ += zero;
      range_ -= zero;
    } else {
      range_ = zero;
    }
    for (; range_ < kTop; range_ <<= 8) shift();
    odds.saw(bit);
    before = before << 1 | bit;
  }
}

std::string RangeWriter::finish() {
  for (int byte = 0; byte < 5; ++byte) shift();
  return std::move(out_);
}

RangeReader::RangeReader(std::string_view bytes, std::size_t contexts)
    : odds_(contexts), at_(bytes.data()), end_(at_ + bytes.size()) {
  for (int byte = 0; byte < 4; ++byte) code_ = code_ << 8 | take();
}

std::uint8_t RangeReader::next(std::size_t context) {
  BitOdds* const all = odds_[context].data();
  std::uint32_t code = code_;
  std::uint32_t range = range_;
  std::uint32_t before = 0;
  do {
    BitOdds& odds = all[before];
    const std::uint32_t zero = share_of(range, odds);
    const bool bit = code >= zero;
    if (bit) {
      code -= zero;
      range -= zero;
    } else {
      range = zero;
    }
    for (; range < kTop; range <<= 8) code = code << 8 | take();
    odds.saw(bit);
    before = before << 1 | bit;
  } while (before != 0 && before < 256);
  code_ = code;
  range_ = range;
  return static_cast<std::uint8_t>(before);
}

}  // namespace dsk
