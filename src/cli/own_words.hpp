// The words that are right for this person: $XDG_CONFIG_HOME/deskside/words.txt.
#pragma once

#include <string>
#include <vector>

namespace dsk::cli {

// "" where there is no home to keep it in.
std::string own_words_path();

// Puts words that are not there yet at the end; comments and order stay.
void add_own_words(const std::vector<std::string>& words);

// Takes lines away that are one of `words`; how many there were.
std::size_t remove_own_words(const std::vector<std::string>& words);

// The words alone, without comments.
std::vector<std::string> own_words();

}  // namespace dsk::cli
