#include <strings.h>

#include <cstdint>

#include "commands.hpp"
#include "output.hpp"
#include "own_words.hpp"

namespace dsk::cli {
namespace {

// The first of one's own words that differs from one of these in capitals alone; "" where none
// does.
std::string but_for_case(const std::vector<std::string>& words) {
  for (const std::string& own : own_words())
    for (const std::string& word : words)
      if (::strcasecmp(own.c_str(), word.c_str()) == 0) return own;
  return "";
}

int dictionary(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const std::string& what = arguments.operands().front();
  const std::vector<std::string> words(arguments.operands().begin() + 1,
                                       arguments.operands().end());
  if (what == "list") {
    arguments.expect_operands(1, 1);
    for (const std::string& word : own_words()) print(word + "\n");
    return 0;
  }
  if (what != "add" && what != "remove")
    throw Misuse("a dictionary can add, remove or list, not \"" + what + "\"");
  if (words.empty()) throw Misuse("name the words to " + what);
  if (what == "add") {
    for (const std::string& word : words)
      if (word.empty() || word.find_first_of("# \t\r\n") != std::string::npos)
        throw Misuse("\"" + word + "\" is no single word; add each by itself, without # in it");
    add_own_words(words);
  } else if (remove_own_words(words) == 0) {
    const std::string meant = but_for_case(words);
    throw Misuse("none of these words is in " + own_words_path() +
                 (meant.empty() ? "" : "; did you mean " + meant + "?"));
  }
  return 0;
}

}  // namespace

const Command dictionary_command = {
    "dictionary",
    "add|remove|list [WORD…]",
    "keep the words that are right for you",
    "They stand in $XDG_CONFIG_HOME/deskside/words.txt, a word a line.",
    nullptr,
    0,
    dictionary};

}  // namespace dsk::cli
