#include "spell/ranking.hpp"

#include <doctest/doctest.h>

#include <string>

using dsk::spell::Ranking;

TEST_CASE("the slip that people make is nearer than one they do not make") {
  struct {
    const char* typed;
    const char* likely;
    const char* unlikely;
  } const cases[] = {
      {"accomodate", "accommodate", "accommodates"},  // a double letter, a letter at the end
      {"recieve", "receive", "relieve"},              // the order of two vowels, another consonant
      {"teh", "the", "tea"},                          // two letters swapped
      {"dont", "don't", "donut"},                     // an apostrophe, a vowel
      {"fone", "phone", "bone"},                      // a sound, another first letter
      {"seperate", "separate", "severate"},
      {"definatly", "definitely", "deviantly"},
      {"cafe", "caf\u00E9", "cave"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.typed);
    const Ranking ranking(one.typed);
    CHECK(ranking.distance(one.likely) < ranking.distance(one.unlikely));
  }
}

TEST_CASE("capitals and the kind of apostrophe put no word further away") {
  CHECK(Ranking("Paris").distance("paris") == 0);
  CHECK(Ranking("don\u2019t").distance("don't") == 0);
}

TEST_CASE("which way round a slip goes matters") {
  // Who writes f where ph belongs is common; who writes ph where f belongs is not.
  CHECK(Ranking("fase").distance("phase") < Ranking("phase").distance("fase"));
}

TEST_CASE("words beyond the longest are ranked by what fits") {
  const std::string longest(200, 'a');
  CHECK(Ranking(longest).distance(longest) == 0);
  CHECK(Ranking("").distance("") == 0);
}

TEST_CASE("a common word surprises less than a rare one") {
  CHECK(Ranking::surprise(0, 0) < Ranking::surprise(4, 0));
  CHECK(Ranking::surprise(2, 3) < Ranking::surprise(2, 0));
}
