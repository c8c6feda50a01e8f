#include "text/source_map.hpp"

#include <doctest/doctest.h>

using dsk::SourceMap;
using dsk::Span;

TEST_CASE("an empty map is the identity") {
  const SourceMap map;
  CHECK(map.identity());
  CHECK(map.to_source({3, 7}) == Span{3, 7});
  CHECK(map.verbatim({3, 7}));
}

TEST_CASE("text copied from the start of its source needs no pieces") {
  SourceMap map;
  map.add(0, 0, true);
  map.add(5, 5, true);
  map.close(9, 9);
  CHECK(map.identity());
}

TEST_CASE("a range that ends inside an entity covers the whole entity") {
  // source: a&amp;b   text: a&b
  SourceMap map;
  map.add(0, 0, true);
  map.add(1, 1, false);
  map.add(2, 6, true);
  map.close(3, 7);
  CHECK(map.to_source({0, 1}) == Span{0, 1});
  CHECK(map.to_source({1, 2}) == Span{1, 6});
  CHECK(map.to_source({0, 3}) == Span{0, 7});
  CHECK(map.to_source({2, 3}) == Span{6, 7});
  CHECK(map.verbatim({2, 3}));
  CHECK_FALSE(map.verbatim({1, 2}));
  CHECK_FALSE(map.verbatim({0, 3}));
}

TEST_CASE("an empty range stays empty and points at its place") {
  SourceMap map;
  map.add(0, 10, true);
  map.close(4, 20);
  CHECK(map.to_source({2, 2}) == Span{12, 12});
}
