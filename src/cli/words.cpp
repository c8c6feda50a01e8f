#include "commands.hpp"
#include "compiled_words.hpp"
#include "files.hpp"
#include "output.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

constexpr auto flags = join(setup_flags);

int words(const Arguments& arguments) {
  const std::vector<std::string>& given = arguments.operands();
  if (!given.empty() && given[0] != "compile")
    throw Misuse("words knows compile, not \"" + given[0] +
                 "\"; words of your own: deskside dictionary add WORD");
  arguments.expect_operands(2, 2);
  deskside::options options = options_from(arguments);
  options.set("language", arguments.operands()[1]);  // which writes the tag as it is usual
  std::string language;
  std::string folder;
  for (const deskside::option& option : options.list()) {
    if (option.name == "language") language = option.value;
    if (option.name == "dictionary.path") folder = option.value;
  }
  const DictionaryFiles files = dictionary_files(folder, language);
  const std::string path = compiled_path(files, language);
  if (path.empty())
    throw Misuse("there is no dictionary " + files.dic + "; install the Hunspell dictionary of " +
                 language + ", on Debian a package such as hunspell-de-de");
  const std::string list = deskside::compile_words(language, files.aff, files.dic);
  make_folders(path);
  replace_file(path, list);
  print(path + "\n");
  return 0;
}

}  // namespace

const Command words_command = {
    "words",
    "compile LANG",
    "make an installed dictionary start fast",
    "Compiles the Hunspell dictionary of LANG, such as de-DE, into a word list in the cache, and\n"
    "prints where. It is used from then on, until the dictionary changes.",
    flags.data(),
    flags.size(),
    words};

}  // namespace dsk::cli
