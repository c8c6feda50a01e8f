#include "lexicon/ranks.hpp"

#include <doctest/doctest.h>

using namespace dsk::lexicon;

TEST_CASE("what came last stands first, and what is taken comes to the front") {
  Latest ranks;
  for (const std::uint32_t item : {7u, 8u, 9u}) ranks.add(item);
  CHECK(ranks.rank_of(9) == 0);
  CHECK(ranks.rank_of(7) == 2);
  CHECK(ranks.take(1) == 8);
  CHECK(ranks.rank_of(8) == 0);
  CHECK(ranks.rank_of(9) == 1);
  CHECK(ranks.rank_of(7) == 2);  // what stands behind keeps its rank
}

TEST_CASE("a favourite begins last and rises half the way") {
  Favourites ranks;
  for (const std::uint32_t item : {5u, 6u, 7u, 8u, 9u}) ranks.add(item);
  CHECK(ranks.rank_of(9) == 4);
  CHECK(ranks.take(4) == 9);
  CHECK(ranks.rank_of(9) == 2);
  CHECK(ranks.rank_of(6) == 1);
  CHECK(ranks.rank_of(7) == 3);
}
