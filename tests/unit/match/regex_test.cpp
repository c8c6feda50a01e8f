#include "match/regex.hpp"

#include <doctest/doctest.h>

#include <string>

#include "error.hpp"

using namespace dsk;

TEST_CASE("a regex finds its first match at or after a place") {
  const match::Regex regex("k[0-9]+");
  CHECK(regex.find("a k1 k22") == Span{2, 4});
  CHECK(regex.find("a k1 k22", 3) == Span{5, 8});
  CHECK_FALSE(regex.find("nothing").has_value());
}

TEST_CASE("a pattern made to explode ends and finds nothing") {
  const match::Regex regex("(a+)+$");
  CHECK_FALSE(regex.find(std::string(5000, 'a') + "b").has_value());
}

TEST_CASE("a pattern that does not compile says where") {
  CHECK_THROWS_WITH_AS(match::Regex::validate("a(b"), doctest::Contains("does not compile"), Error);
}
