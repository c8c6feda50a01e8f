// One row of a walk's table: what it costs to have typed each prefix of a word where the letters of
// a path were meant. Most of a search is spent here, so short words are done 16 columns at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "spell/error_model.hpp"

namespace dsk::spell {

constexpr std::size_t most_letters = 40;  // of a word somebody typed; longer ones are not words
constexpr Cost far = 0x3FFF;              // beyond every reach; two of them still fit a Cost

// Column j stands for the first j letters typed. What lies left of the first column and right of
// the last one is far; whole vectors may be read there.
class Row {
 public:
  Row() { cells_[lanes - 1] = far; }
  Cost* columns() { return cells_ + lanes; }
  const Cost* columns() const { return cells_ + lanes; }
  void fill() { std::fill(columns(), columns() + width, far); }
  void clear() { std::fill(columns(), columns() + width, Cost{0}); }

  static constexpr std::size_t lanes = 8;
  static constexpr std::size_t width = 48;

 private:
  alignas(16) Cost cells_[lanes + width];
};
static_assert(Row::width > most_letters);

// What the step from a row to the next may cost, by column.
struct Step {
  const Cost* above;   // the row left
  const Cost* prices;  // of typing this column's letter for the one met
  const Cost* landed;  // what other ways come to, that meant several letters at once
  Cost dropped;        // the price of not typing the one met
};

// The letters typed too many. added[n] holds for each column what 2^n of them cost, it the last.
using Added = std::array<Row, 4>;

// What is still to be paid in each column for letters that cannot be met any more: a row for each.
struct Losses {
  const Row* rows;
  std::uint32_t letters;  // a bit for each row that counts
};

// Where no column is alive, a row is not finished unless it is `wanted` all the same.
struct Alive {
  std::uint64_t columns = 0;  // a bit for each that may end within reach
  int least = far;            // of the row
  int best = far;             // of these columns
};

// Any width; what short_row does too.
inline Alive long_row(const Step& step, const Added& added, const Losses& losses, std::size_t size,
                      int reach, bool wanted, Cost* row) {
  const Cost* one_more = added[0].columns();
  Alive alive;
  int cost = far;
  for (std::size_t j = 0; j <= size; ++j) {
    cost = std::min<int>({cost + one_more[j], step.above[j] + step.dropped, step.landed[j], far});
    if (j > 0) cost = std::min<int>(cost, step.above[j - 1] + step.prices[j]);
    row[j] = static_cast<Cost>(cost);
    alive.least = std::min(alive.least, cost);
    int hope = cost;
    for (std::uint32_t lost = losses.letters; lost != 0; lost &= lost - 1) {
      hope += losses.rows[std::countr_zero(lost)].columns()[j];
    }
    if (hope > reach) continue;
    alive.columns |= std::uint64_t{1} << j;
    alive.best = std::min(alive.best, cost);
  }
  return wanted || alive.columns != 0 ? alive : Alive{};
}

#ifdef __SSE2__
constexpr std::size_t most_short_letters = 15;

inline Alive short_row(const Step& step, const Added& added, const Losses& losses, int reach,
                       bool wanted, Cost* row) {
  const auto load = [](const Cost* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  };
  const auto plus = [](__m128i a, __m128i b) { return _mm_adds_epi16(a, b); };
  const auto least = [](__m128i a, __m128i b) { return _mm_min_epi16(a, b); };
  const __m128i dropped = _mm_set1_epi16(static_cast<short>(step.dropped));
  const auto begin = [&](std::size_t at) {
    const __m128i other = plus(load(step.above + at - 1), load(step.prices + at));
    return least(least(plus(load(step.above + at), dropped), other), load(step.landed + at));
  };
  __m128i low = begin(0);
  __m128i high = begin(Row::lanes);
  // What each column may cost at most.
  __m128i low_most = _mm_set1_epi16(static_cast<short>(reach));
  __m128i high_most = low_most;
  for (std::uint32_t lost = losses.letters; lost != 0; lost &= lost - 1) {
    const Cost* loss = losses.rows[std::countr_zero(lost)].columns();
    low_most = _mm_sub_epi16(low_most, load(loss));
    high_most = _mm_sub_epi16(high_most, load(loss + Row::lanes));
  }
  // Letters typed too many cost no less than what is lost with them: they save no column.
  if (!wanted && _mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi16(low, low_most),
                                                 _mm_cmpgt_epi16(high, high_most))) == 0xFFFF) {
    return {};
  }
  // One letter too many, then two, four and eight: together any number of them. Shifting brings in
  // zeros, which the prices of columns that have no such letters make far.
  const auto add = [&](std::size_t n, __m128i low_before, __m128i high_before) {
    const Cost* more = added[n].columns();
    low = least(low, plus(low_before, load(more)));
    high = least(high, plus(high_before, load(more + Row::lanes)));
  };
  add(0, _mm_slli_si128(low, 2), _mm_or_si128(_mm_slli_si128(high, 2), _mm_srli_si128(low, 14)));
  add(1, _mm_slli_si128(low, 4), _mm_or_si128(_mm_slli_si128(high, 4), _mm_srli_si128(low, 12)));
  add(2, _mm_slli_si128(low, 8), _mm_or_si128(_mm_slli_si128(high, 8), _mm_srli_si128(low, 8)));
  high = least(high, plus(low, load(added[3].columns() + Row::lanes)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(row), low);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(row + Row::lanes), high);

  const __m128i low_lost = _mm_cmpgt_epi16(low, low_most);
  const __m128i high_lost = _mm_cmpgt_epi16(high, high_most);
  // Both minima at once, in turns.
  const __m128i all = least(low, high);
  const __m128i limit = _mm_set1_epi16(far);
  const __m128i best = least(_mm_or_si128(low, _mm_and_si128(low_lost, limit)),
                             _mm_or_si128(high, _mm_and_si128(high_lost, limit)));
  __m128i both = least(_mm_unpacklo_epi16(all, best), _mm_unpackhi_epi16(all, best));
  both = least(both, _mm_srli_si128(both, 8));
  both = least(both, _mm_srli_si128(both, 4));
  const auto minima = static_cast<std::uint32_t>(_mm_cvtsi128_si32(both));
  Alive alive;
  alive.columns =
      ~static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low_lost, high_lost))) &
      0xFFFFu;
  alive.least = static_cast<int>(minima & 0xFFFFu);
  alive.best = static_cast<int>(minima >> 16);
  return alive;
}
#else
constexpr std::size_t most_short_letters = 0;

inline Alive short_row(const Step& step, const Added& added, const Losses& losses, int reach,
                       bool wanted, Cost* row) {
  return long_row(step, added, losses, 0, reach, wanted, row);
}
#endif

// The row after `step` for a word of `size` letters.
inline Alive next_row(const Step& step, const Added& added, const Losses& losses, std::size_t size,
                      int reach, bool wanted, Cost* row) {
  return size <= most_short_letters ? short_row(step, added, losses, reach, wanted, row)
                                    : long_row(step, added, losses, size, reach, wanted, row);
}

}  // namespace dsk::spell
