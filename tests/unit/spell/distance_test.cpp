#include "spell/distance.hpp"

#include <doctest/doctest.h>

using dsk::spell::distance;

TEST_CASE("a slip is a letter replaced or dropped or added or two swapped") {
  CHECK(distance("Gail", "gail", 2) == 0);
  CHECK(distance("Gial", "Gail", 2) == 1);
  CHECK(distance("Gil", "Gail", 2) == 1);
  CHECK(distance("José", "Jose", 2) == 1);
  CHECK(distance("Gale", "Gail", 2) == 2);
  CHECK(distance("printer", "scanner", 2) == 3);
  CHECK(distance("", "ab", 5) == 2);
}
