#include "spell/row.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dsk::spell;

TEST_CASE("a row done many columns at a time is the row done one by one") {
  std::mt19937 random(7);
  const auto price = [&](unsigned most) {
    return random() % 5 == 0 ? far : static_cast<Cost>(random() % most);
  };
  for (std::size_t size = 1; size <= most_short_letters; ++size) {
    for (int turn = 0; turn < 200; ++turn) {
      Row above, prices, landed;
      Added added;
      for (Row* row : {&above, &prices, &landed, added.data()}) row->fill();
      for (std::size_t j = 0; j <= size; ++j) {
        above.columns()[j] = price(200);
        landed.columns()[j] = price(900);
        if (j == 0) continue;
        prices.columns()[j] = price(170);
        added[0].columns()[j] = static_cast<Cost>(49 + random() % 100);
      }
      for (std::size_t n = 1; n < added.size(); ++n) {
        added[n].fill();
        const std::size_t half = std::size_t{1} << (n - 1);
        for (std::size_t j = 2 * half; j <= size; ++j) {
          added[n].columns()[j] = static_cast<Cost>(added[n - 1].columns()[j] +
                                                    added[n - 1].columns()[j - half]);
        }
      }
      // A letter is lost up to the column that it was typed last in, for less than it costs too many.
      std::array<Row, 3> lost;
      for (std::size_t row = 0; row < lost.size(); ++row) {
        lost[row].clear();
        const auto loss = static_cast<Cost>(random() % 49);
        const std::size_t end = 3 * (random() % 5) + row;
        for (std::size_t j = 0; j < end && end <= size; ++j) lost[row].columns()[j] = loss;
      }
      const Losses losses = {lost.data(), static_cast<std::uint32_t>(random() % 8)};
      const Step step = {above.columns(), prices.columns(), landed.columns(),
                         static_cast<Cost>(random() % 140)};
      Row one, other;
      const bool wanted = random() % 2 == 0;
      const int reach = static_cast<int>(random() % 350);
      const Alive short_one = short_row(step, added, losses, reach, wanted, one.columns());
      const Alive long_one = long_row(step, added, losses, size, reach, wanted, other.columns());
      REQUIRE(short_one.columns == long_one.columns);
      REQUIRE(std::min<int>(short_one.least, far) == long_one.least);
      REQUIRE(std::min<int>(short_one.best, far) == long_one.best);
      if (!wanted && short_one.columns == 0) continue;  // not finished
      for (std::size_t j = 0; j <= size; ++j) {
        REQUIRE(std::min(one.columns()[j], far) == other.columns()[j]);
      }
    }
  }
}
