#include "text/offsets.hpp"

#include <doctest/doctest.h>

#include <string>

using dsk::Offsets;
using dsk::Unit;

TEST_CASE("plain text has the same offsets in every unit") {
  const Offsets offsets("plain");
  CHECK(offsets.in(Unit::utf16, 3) == 3);
  CHECK(offsets.in(Unit::codepoints, 5) == 5);
}

TEST_CASE("an emoji is four bytes and two UTF-16 units and one code point") {
  const std::string text = "a😀ä b";
  const Offsets offsets(text);
  CHECK(offsets.in(Unit::bytes, 5) == 5);
  CHECK(offsets.in(Unit::utf16, 5) == 3);
  CHECK(offsets.in(Unit::codepoints, 5) == 2);
  CHECK(offsets.in(Unit::utf16, text.size()) == 6);
  CHECK(offsets.in(Unit::codepoints, text.size()) == 5);
}

TEST_CASE("offsets hold across the marks of a long text") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "ä😀";
  const Offsets offsets(text);
  for (std::size_t i = 0; i <= 1000; i += 37) {
    CHECK(offsets.in(Unit::codepoints, i * 6) == i * 2);
    CHECK(offsets.in(Unit::utf16, i * 6) == i * 3);
  }
}
