#include "spell/word_set.hpp"

#include <doctest/doctest.h>

#include <string>

using dsk::spell::WordSet;

TEST_CASE("a set finds what was added whatever its capitals and apostrophe") {
  WordSet words;
  CHECK_FALSE(words.has("anything"));
  for (int i = 0; i < 1000; ++i) words.add("word" + std::to_string(i));
  words.add("O’Brien");
  words.add("o'brien");
  CHECK(words.words().size() == 1001);
  CHECK(words.has("Word999"));
  CHECK(words.has("O'BRIEN"));
  CHECK_FALSE(words.has("word1000"));
  CHECK_FALSE(words.has(""));
}
