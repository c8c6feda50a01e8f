#include "lexicon/patterns.hpp"

#include <doctest/doctest.h>

#include "error.hpp"

using dsk::Error;
using dsk::lexicon::Patterns;

namespace {

std::string fault_of(const Patterns& patterns, std::string_view regex) {
  try {
    patterns.write_out(regex);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a name in braces stands for its pattern, as one group") {
  Patterns patterns;
  patterns.add("colour", "red|green");
  patterns.add("two-colours", "{colour} and {colour}");
  CHECK(patterns.write_out("\\b{colour}\\s+lamp") == "\\b(?:red|green)\\s+lamp");
  CHECK(patterns.write_out("{colour}{colour}?") == "(?:red|green)(?:red|green)?");
  patterns.add("sha256", "[0-9a-f]{64}");
  CHECK(patterns.write_out("{sha256}{2,4}") == "(?:[0-9a-f]{64}){2,4}");
  CHECK(patterns.write_out("{two-colours}") == "(?:(?:red|green) and (?:red|green))");
}

TEST_CASE("braces of counts, of escapes and of no name stay as they are") {
  Patterns patterns;
  patterns.add("lu", "x");
  for (const char* const regex : {"a{2,4}b{3}", "\\p{lu}+", "\\{lu\\}", "{}", "{lu", "{Lu}", "{2}", "{,4}", "{-lu}", "{2lu}", "\\", "{"})
    CHECK(patterns.write_out(regex) == regex);
}

TEST_CASE("a pattern that is none, or that holds itself, is a fault of the pack") {
  Patterns patterns;
  patterns.add("snake", "a{snake}");
  patterns.add("hydra", "{hydra}{hydra}{hydra}{hydra}{hydra}{hydra}{hydra}{hydra}{hydra}");
  CHECK(fault_of(patterns, "{lamp}") ==
        "there is no pattern \"lamp\"; define it under [pattern]");
  CHECK(fault_of(patterns, "{snake}") ==
        "with the pattern \"snake\" it grows too long; does that hold itself?");
  CHECK(fault_of(patterns, "{hydra}") ==
        "with the pattern \"hydra\" it grows too long; does that hold itself?");
}
