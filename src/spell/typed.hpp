// A word that somebody typed, made ready for looking up what was meant: what every slip in it
// costs, column by column, so that a step of the walk is a few additions.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "spell/candidates.hpp"
#include "spell/row.hpp"

namespace dsk::spell {

// Letters typed for others that are met further down: from column `from` straight to column `to`,
// once the path has gone through `meant`.
struct Jump {
  std::array<Label, 5> meant{};
  std::uint8_t size = 0;
  std::uint8_t from = 0;
  std::uint8_t to = 0;
  Cost cost = 0;
  std::uint16_t next = 0;  // 1 + number of the next one that begins with the same letter
};

// Column j stands for the first j letters.
class Typed {
 public:
  Typed(const CandidateFinder& finder, std::string_view word);

  // 0 for what is too long to be a word, or empty.
  std::size_t size() const { return size_; }
  bool begins_with_capital() const { return raised_; }
  bool has_apostrophe() const { return apostrophe_; }

  // What letters typed too many cost, the last of them this column's.
  const Added& added() const { return added_; }
  // What each column's letter costs where a form has `meant`.
  const Cost* prices(Label meant) {
    Cost* prices = prices_.data() + meant * stride_;
    if (prices[0] == 0) set_prices(meant, prices);
    return prices;
  }
  // The letter after a column, those that it is easily typed for, and those that jumps begin with.
  Letters fitting(std::size_t column) const { return fitting_[column]; }
  Letters alike(std::size_t column) const { return alike_[column]; }
  Letters beginning(std::size_t column) const { return beginning_[column]; }

  // The letters that lead on, one letter after a column: those typed, and those that jumps begin
  // with.
  std::uint32_t ahead(std::size_t column) const { return ahead_[column]; }
  std::uint32_t jumps_ahead(std::size_t column) const { return jumps_ahead_[column]; }

  const Jump& jump(std::size_t number) const { return jumps_[number]; }
  // Those that begin with one letter: 1 + number of the first, their columns, what they cost at
  // least.
  struct Jumps {
    std::uint64_t columns = 0;
    std::uint32_t seconds = 0;  // bits of their second letters, all of them for a jump of one
    std::uint16_t first = 0;
    Cost cheapest = far;
  };
  const Jumps& jumps(std::uint8_t letter) const { return jumps_by_letter_[letter]; }

  // What is to be paid at least to write the letters after `column` with those met `below` a node.
  int loss(std::size_t column, std::uint32_t below) const {
    const std::uint32_t lost = needed_[column] & ~below;
    return sums_[0][lost & 255u] + sums_[1][lost >> 8 & 255u] + sums_[2][lost >> 16 & 255u] +
           sums_[3][lost >> 24];
  }
  // The same for all columns.
  Losses losses(std::uint32_t below) const { return {losses_.data(), needed_[0] & ~below}; }

 private:
  bool read(std::string_view word);
  void price_added();
  void collect_jumps();
  void add(Jump jump);
  void price_losses();
  void look_ahead();
  void set_prices(Label meant, Cost* prices) const;

  const CandidateFinder& finder_;
  std::size_t size_ = 0;
  bool raised_ = false;
  bool apostrophe_ = false;
  bool all_keys_ = true;
  std::array<Label, most_letters + 2> letters_{};
  std::array<std::uint8_t, most_letters + 2> keys_{};
  std::array<std::uint32_t, most_letters + 2> bits_{};
  std::array<Letters, most_letters + 1> fitting_{}, alike_{}, beginning_{};
  std::array<std::uint32_t, most_letters + 1> ahead_{}, jumps_ahead_{};
  Added added_;
  std::size_t stride_ = 0;
  std::vector<Cost> prices_;  // [letter][column]; set when first asked for
  std::vector<Jump> jumps_;
  std::array<Jumps, 64> jumps_by_letter_{};
  // The least that it costs to have typed each letter, by column, where no letter below stands for
  // it.
  std::array<Cost, most_letters + 2> loss_of_{};
  std::array<Cost, 32> lost_{};                           // the same by the letter's bit
  std::array<std::array<Cost, 256>, 4> sums_;             // the same for every eight bits
  std::array<std::uint32_t, most_letters + 2> needed_{};  // bits of the letters after a column
  std::array<Row, 32> losses_;                            // lost_ where it is needed, 0 elsewhere
};

}  // namespace dsk::spell
