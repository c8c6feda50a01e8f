#include "spell/automaton.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include "error.hpp"
#include "spell/automaton_builder.hpp"

using dsk::spell::Automaton;
using dsk::spell::build_automaton;
using dsk::spell::Form;
using dsk::spell::Note;

TEST_CASE("an automaton has the forms it was made from and no others") {
  const std::vector<std::string> words = {"a", "an", "and", "band", "bands", "Straße", "naïve"};
  std::vector<Form> forms;
  for (const auto& word : words) forms.push_back({word, {}});
  const std::string bytes = build_automaton(forms, "xx", true);
  const Automaton automaton(bytes, true);
  for (const auto& word : words) CHECK(automaton.find(word));
  for (const char* word : {"", "b", "ba", "A", "ands", "strasse", "Straß", "naive", "bandsx"}) {
    CAPTURE(word);
    CHECK_FALSE(automaton.find(word));
  }
  CHECK(automaton.complete());
  CHECK(automaton.language() == "xx");
}

TEST_CASE("the commoner note of a word given twice stays with the flags of both") {
  const std::string bytes = build_automaton(
      {{"colour", {Note::british | 2u}}, {"colour", {Note::exact | 5u}}}, "xx", false);
  const Automaton automaton(bytes, true);
  Note note;
  REQUIRE(automaton.find("colour", &note));
  CHECK(note.rarity() == 2);
  CHECK(note.has(Note::british));
  CHECK(note.has(Note::exact));
  CHECK_FALSE(automaton.complete());
}

TEST_CASE("the heads of a node have a bit for every letter below it and no other") {
  const std::string bytes = build_automaton({{"band", {}}, {"Bär", {}}, {"zoo", {}}}, "xx", true);
  const Automaton automaton(bytes, true);
  const auto bits = [](const char* letters) {
    std::uint32_t all = 0;
    for (; *letters != 0; ++letters) all |= dsk::spell::letter_bit(static_cast<unsigned char>(*letters));
    return all;
  };
  CHECK(automaton.below(automaton.root()) == bits("bandrzo"));
  CHECK(automaton.below(automaton.step(automaton.root(), automaton.label(U'b'))) == bits("and"));
  CHECK(automaton.below(automaton.step(automaton.root(), automaton.label(U'B'))) == bits("ar"));
  CHECK(automaton.ahead(automaton.root()) == bits("bz"));
  CHECK(automaton.ahead(automaton.step(automaton.root(), automaton.label(U'b'))) == bits("a"));
  std::uint32_t end = automaton.root();
  for (const char32_t letter : U"zoo") if (letter != 0) end = automaton.step(end, automaton.label(letter));
  CHECK(automaton.ahead(end) == dsk::spell::no_letters_bit);
  CHECK(automaton.below(end) == 0);
  CHECK(dsk::spell::letter_bit(U'\u0444') != dsk::spell::no_letters_bit);
}

TEST_CASE("a node with two arcs of one letter is refused though its checksum is right") {
  std::string bytes = build_automaton({{"a", {}}, {"b", {}}}, "xx", true);
  const auto u32 = [&](std::size_t at) {
    std::uint32_t value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
  };
  const std::size_t root = 32 + 4 * std::size_t{u32(12)} + 4 * std::size_t{u32(20)};
  bytes[root + 4] = bytes[root];
  std::uint32_t sum = 2166136261u;
  for (const char byte : bytes.substr(32)) sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619u;
  std::memcpy(bytes.data() + 24, &sum, sizeof sum);
  CHECK_NOTHROW(Automaton(bytes, false));
  CHECK_THROWS_AS(Automaton(bytes, true), dsk::Error);
}

TEST_CASE("damaged bytes are refused") {
  const std::string bytes = build_automaton({{"word", {}}, {"words", {}}}, "xx", true);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    // What follows the header is under the checksum; of the header only sizes can hurt.
    if (i >= 32 || i < 8) {
      CAPTURE(i);
      CHECK_THROWS_AS(Automaton(damaged, true), dsk::Error);
    }
    CHECK_THROWS_AS(Automaton(std::string_view(bytes).substr(0, i), true), dsk::Error);
  }
}
