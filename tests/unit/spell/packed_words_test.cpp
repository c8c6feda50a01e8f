#include "spell/packed_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "error.hpp"
#include "spell/automaton_builder.hpp"
#include "spell/linked_words.hpp"

using dsk::spell::build_automaton;
using dsk::spell::Form;
using dsk::spell::Note;
using dsk::spell::pack_words;
using dsk::spell::unpack_words;

TEST_CASE("the shipped words come back from their packed form byte for byte") {
  const std::string_view words = dsk::spell::linked_english();
  const std::string packed = pack_words(words);
  CHECK(packed.size() * 6 < words.size());
  CHECK(unpack_words(packed) == words);
}

TEST_CASE("words with shared ends and many notes come back from their packed form") {
  std::vector<Form> forms = {{"a", {}}, {"Straße", {Note::exact}}, {"naïve", {Note::british | 7u}},
                             {"inode", {Note::term | 7u}}, {"disk", {Note::term | Note::american}}};
  for (std::uint32_t i = 0; i < 2000; ++i) {
    std::string word;
    for (std::uint32_t rest = i * 7919u + 3u; rest != 0; rest /= 5) word.push_back("etain"[rest % 5]);
    forms.push_back({word, {i % 8u}});
    forms.push_back({word + "ing", {}});
  }
  const std::string words = build_automaton(forms, "xx", false);
  CHECK(unpack_words(pack_words(words)) == words);
}

TEST_CASE("words that cannot be packed are refused") {
  std::vector<Form> forms;
  for (char letter = 0; letter < 64; ++letter) {
    forms.push_back({std::string("\xCE") + static_cast<char>(0x80 + letter), {}});  // Greek
    forms.push_back({std::string("\xD0") + static_cast<char>(0x80 + letter), {}});  // Cyrillic
  }
  CHECK_THROWS_AS(pack_words(build_automaton(forms, "xx", true)), dsk::Error);
  CHECK_THROWS_AS(pack_words(build_automaton({{"a", Note{512}}}, "xx", true)), dsk::Error);
  CHECK_THROWS_AS(unpack_words(pack_words(build_automaton({{"abc", {}}}, "xx", true)).substr(0, 50)),
                  dsk::Error);
}
