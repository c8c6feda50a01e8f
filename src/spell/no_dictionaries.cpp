// In place of hunspell.cpp and compile_words.cpp where a program has no files to read a dictionary
// from: in the WebAssembly module, where other languages come as compiled word lists.
#include "error.hpp"
#include "spell/compile_words.hpp"
#include "spell/hunspell.hpp"

class Hunspell {};

namespace dsk::spell {
namespace {

[[noreturn]] void no_files() {
  throw Error(Status::dictionary,
              "no dictionary can be opened here; hand over a compiled word list instead");
}

}  // namespace

Dictionary::Dictionary(const std::string&, const std::string&, const std::string&) { no_files(); }
Dictionary::~Dictionary() = default;
bool Dictionary::knows(const std::string&) const { return false; }
std::vector<std::string> Dictionary::suggest(const std::string&) const { return {}; }

std::string package_of(const std::string& language) { return language; }

std::string compile_words(const std::string&, const std::string&, const std::string&,
                          const Describe&, const std::vector<Form>&, const std::vector<Form>&) {
  no_files();
}

}  // namespace dsk::spell
