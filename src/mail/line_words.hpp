// What a word of a line says of where the line comes from: a person writes words, a machine prints
// names with marks in them.
#pragma once

#include <cstddef>
#include <string_view>

#include "mail/bytes.hpp"

namespace dsk::mail {

// Takes the first word off a trimmed line.
inline std::string_view take_word(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find_first_of(" \t"));
  line.remove_prefix(word.size());
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  return word;
}

// Words that are letters only, with the marks of a sentence at their end; and all words.
void count_words(std::string_view words, std::size_t& plain, std::size_t& all);

// A word of sentences, which no command is made of: "the", "with".
bool is_small_word(std::string_view word);
// Whether one of those stands in the line.
bool has_small_word(std::string_view line);

// What a template leaves is to be seen, wherever it stands.
bool is_template_field(std::string_view word);

// Who is spoken to, or speaks: "you", "my", in any case.
bool is_person_word(std::string_view word);
// A word that no language has: an address, a path, a switch, an assignment, a name with marks.
bool is_machine_word(std::string_view word);
// A name with such marks inside as no word, number or address has: no doubt is left.
bool is_coded(std::string_view word);

// A word that opens no sentence, alone in a line or with marks that no words of a sentence have.
bool is_marked(std::string_view line);
bool ends_sentence(std::string_view line);

}  // namespace dsk::mail
