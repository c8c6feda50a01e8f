#include "text/stem.hpp"

#include <doctest/doctest.h>

TEST_CASE("forms of a word have one stem, in either English") {
  const dsk::Stemmer stemmer("en");
  const char* same[][2] = {
      {"crashed", "crashing"},     {"colour", "colors"},          {"favourite", "favorites"},
      {"organise", "organized"},   {"realise", "realize"},        {"synchronisation", "synchronize"},
      {"analyse", "analyzed"},     {"licence", "licenses"},       {"catalogue", "catalogs"},
      {"centre", "center"},        {"fibre", "fiber"},            {"programme", "programs"},
      {"cancelled", "canceled"},   {"Behaviour", "behaviors"},
  };
  for (const auto& [one, other] : same) {
    CAPTURE(one);
    CHECK(stemmer.hash(one) == stemmer.hash(other));
  }
  const char* apart[][2] = {{"hour", "horse"}, {"four", "for"}, {"licence", "listen"}, {"pour", "poor"}};
  for (const auto& [one, other] : apart) {
    CAPTURE(one);
    CHECK(stemmer.hash(one) != stemmer.hash(other));
  }
}

TEST_CASE("other languages have their own endings") {
  const dsk::Stemmer stemmer("fr");
  CHECK(stemmer.hash("four") != stemmer.hash("for"));
  CHECK(stemmer.hash("velours") != stemmer.hash("velors"));
}
