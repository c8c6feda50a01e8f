#include "match/regex.hpp"

#include <doctest/doctest.h>

#include <string>

#include "error.hpp"

using namespace dsk;

TEST_CASE("a regex finds its first match that begins in a range") {
  const match::Regex regex("k[0-9]+");
  CHECK(regex.find("a k1 k22", {0, 8}) == Span{2, 4});
  CHECK(regex.find("a k1 k22", {3, 8}) == Span{5, 8});
  CHECK(regex.find("a k1 k22", {3, 5}) == Span{5, 8});
  CHECK_FALSE(regex.find("a k1 k22", {3, 4}).has_value());
  CHECK_FALSE(regex.find("nothing", {0, 7}).has_value());
}

TEST_CASE("a regex is tried at one place alone where the range is empty") {
  const match::Regex regex("k[0-9]+");
  CHECK(regex.find("a k1 k22", {2, 2}) == Span{2, 4});
  CHECK_FALSE(regex.find("a k1 k22", {3, 3}).has_value());
  CHECK_FALSE(regex.find("a k1 k22", {8, 8}).has_value());
}

TEST_CASE("a pattern made to explode ends and finds nothing") {
  const match::Regex regex("(a+)+$");
  CHECK_FALSE(regex.find(std::string(5000, 'a') + "b", {0, 5001}).has_value());
}

TEST_CASE("a pattern with few places to begin is shown some of what follows, in whole characters") {
  std::string text = "x";
  for (int i = 0; i < 3000; ++i) text += "\u20ac";
  const match::Regex all("x.*");
  CHECK(all.find(text, {0, static_cast<std::uint32_t>(text.size())})->end == text.size());
  const std::uint32_t end = all.find(text, {0, 1})->end;
  CHECK(end < text.size());
  CHECK(end % 3 == 1);
}

TEST_CASE("a pattern that does not compile says where") {
  CHECK_THROWS_WITH_AS(match::Regex::validate("a(b"), doctest::Contains("does not compile"), Error);
}
