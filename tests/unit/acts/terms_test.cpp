#include "acts/terms.hpp"

#include <doctest/doctest.h>

TEST_CASE("where a term stands is looked up by sentence") {
  const dsk::Terms terms({{7, 0, 0}, {9, 1, 0}, {9, 2, 1}, {4, 3, 1}, {4, 4, 1}, {5, 5, 2}});
  CHECK(terms.has(4));
  CHECK_FALSE(terms.has(6));
  CHECK(terms.has_outside(9, 0));
  CHECK(terms.has_outside(9, 1));
  CHECK(terms.has_outside(9, 2));
  CHECK_FALSE(terms.has_outside(4, 1));
  CHECK(terms.has_outside(4, 2));
  CHECK_FALSE(terms.has_outside(6, 0));
  CHECK(terms.in_sentences(9, 2));
  CHECK_FALSE(terms.in_sentences(9, 3));
  CHECK_FALSE(terms.in_sentences(4, 2));
  CHECK_FALSE(terms.in_sentences(6, 1));
}
