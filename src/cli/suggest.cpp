#include "commands.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr auto flags = join(setup_flags);

int suggest(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const deskside::engine engine(options_from(arguments));
  for (const std::string& word : arguments.operands()) {
    if (word.empty()) throw Misuse("please give a word, as in \"deskside suggest recieve\"");
    std::string line = visible(cut_short(word)) + ":";
    if (engine.spell(word)) {
      line += " spelt right";
    } else {
      const std::vector<std::string> better = engine.suggest(word, 5);
      for (const std::string& one : better) line += (&one == &better.front() ? " " : ", ") + one;
      if (better.empty()) line += " nothing near it is known";
    }
    print(line + "\n");
  }
  return 0;
}

}  // namespace

const Command suggest_command = {
    "suggest", "WORD…", "better spellings of a word", "", flags.data(), flags.size(), suggest};

}  // namespace dsk::cli
