#include "spell/automaton.hpp"

#include <doctest/doctest.h>

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
