#include "match/literals.hpp"

#include <doctest/doctest.h>

using namespace dsk;
using namespace dsk::match;

namespace {

// Does a literal stand in the text, found as the only one?
bool stands(std::string_view literal, std::string_view text) {
  return Literals({{literal, 0}})
      .find(text)
      .any(0, {0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace

TEST_CASE("a literal is found wherever it stands and in any case") {
  for (const char* text : {"password", "my PassWord is", "passpassword", "the word: password"})
    CHECK(stands("password", text));
  for (const char* text : {"", "passwor", "assword", "pass word"}) CHECK_FALSE(stands("password", text));
}

TEST_CASE("a literal may be one byte or hold marks and letters beyond ASCII") {
  CHECK(stands("%", "% of it"));
  CHECK(stands("%", "half of it: 50%"));
  CHECK(stands("€x", "pay €X now"));
  CHECK(stands("p/w", "the P/W is"));
  CHECK(stands("safe ", "the safe is"));
  CHECK_FALSE(stands("safe ", "the safe"));
}

TEST_CASE("each owner is told of its own literals in a range") {
  const Literals literals({{"pin", 0}, {"code", 0}, {"code", 1}, {"unlock", 2}});
  const Sightings seen = literals.find("The pin and the code.");
  CHECK(seen.any(0, {0, 21}));
  CHECK(seen.any(1, {0, 21}));
  CHECK_FALSE(seen.any(2, {0, 21}));
  CHECK(seen.any(0, {4, 5}));
  CHECK_FALSE(seen.any(1, {0, 16}));
  CHECK_FALSE(seen.any(0, {17, 21}));
}

TEST_CASE("without literals nothing is found") {
  CHECK_FALSE(Literals().find("anything").any(0, {0, 8}));
}
