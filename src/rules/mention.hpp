// Words that are shown rather than said: a sample in quotation marks, somebody's name.
#pragma once

#include <cstdint>

#include "rules/facts.hpp"

namespace dsk::rules {

// Do words [first, last) of the sentence stand within quotation marks, among other words or as a
// label in capitals? “Dear client” in a sample greets nobody.
bool is_quoted_sample(const Reading& reading, std::uint32_t sentence, std::uint32_t first,
                      std::uint32_t last);

// Does a quotation begin or end among words [first, last) of the sentence? “You had ‘it's back’” is no
// phrase with “its”.
bool meets_quotation(const Reading& reading, std::uint32_t first, std::uint32_t last);

// Did they write these very words, in the same letters? What is only said back weighs less.
bool is_said_back(const Facts& facts, std::uint32_t first, std::uint32_t last);

// Is the one word somebody's name, as “Dick” is behind “Hi”?
bool is_name_here(const Facts& facts, std::uint32_t sentence, std::uint32_t word);

}  // namespace dsk::rules
