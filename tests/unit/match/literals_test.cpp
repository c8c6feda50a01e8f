#include "match/literals.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dsk;
using namespace dsk::match;

namespace {

// Does a literal stand in the text, found as the only one?
bool stands(std::string_view literal, std::string_view text) {
  const Sightings seen = Literals({{literal, 0}}).find(text);
  return !seen.of(0, {0, static_cast<std::uint32_t>(text.size())}).empty();
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
  const auto places = [&](std::uint32_t owner, Span range) {
    std::vector<std::uint32_t> all;
    for (const Sighting& one : seen.of(owner, range)) all.push_back(one.at);
    return all;
  };
  CHECK(places(0, {0, 21}) == std::vector<std::uint32_t>{4, 16});
  CHECK(places(1, {0, 21}) == std::vector<std::uint32_t>{16});
  CHECK(places(2, {0, 21}).empty());
  CHECK(places(0, {4, 5}) == std::vector<std::uint32_t>{4});
  CHECK(places(1, {0, 16}).empty());
  CHECK(places(0, {17, 21}).empty());
}

TEST_CASE("without literals nothing is found") {
  CHECK(Literals().find("anything").of(0, {0, 8}).empty());
}

TEST_CASE("after an edit the literals around it are looked for and the others stay") {
  const Literals literals({{"pin", 0}, {"code", 0}, {"password", 1}, {"%", 2}, {" a", 3}});
  const std::string texts[] = {"",
                               "The pin and the code: 50% of a password.",
                               "The pixn and the code: 50% of a password.",
                               "The pin and the code: 50% of a password.",
                               "The pin and the co",
                               "password pin and the co",
                               "passwordpasswordpassword",
                               "passwordpassword",
                               "passwordpasspasswordword",
                               "%%%",
                               "%% a%"};
  std::string before;
  Sightings seen = literals.find(before);
  for (const std::string& text : texts) {
    CAPTURE(text);
    seen = literals.find(text, seen, SameEnds(before, text));
    const auto anew = literals.find(text);
    CHECK(std::vector(seen.all().begin(), seen.all().end()) ==
          std::vector(anew.all().begin(), anew.all().end()));
    before = text;
  }
}
