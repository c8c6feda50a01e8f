// What several lines that were pasted have in common with one.
#pragma once

#include <cstddef>
#include <string_view>

namespace dsk::mail {

inline constexpr std::size_t kLongestLooked = 400;  // the start of a line tells what it is

// Words that are letters only, with the marks of a sentence at their end; and all words.
void count_words(std::string_view words, std::size_t& plain, std::size_t& all);

// A word of sentences, which no command is made of: "the", "with".
bool is_small_word(std::string_view word);

}  // namespace dsk::mail
