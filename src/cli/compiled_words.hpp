// Hunspell dictionaries compiled ahead, in the cache: a language without a list linked in then
// starts as fast as English. A list is used only for the very dictionary it was made from.
#pragma once

#include <optional>
#include <string>

namespace dsk::cli {

// "de-DE" in /usr/share/hunspell is de_DE.aff and de_DE.dic.
struct DictionaryFiles {
  std::string aff, dic;
};
DictionaryFiles dictionary_files(const std::string& folder, const std::string& language);

// Where the compiled list belongs: its name holds a hash of both files. "" where they cannot be
// read or there is no cache folder.
std::string compiled_path(const DictionaryFiles& files, const std::string& language);

// The list, where somebody has compiled it.
std::optional<std::string> compiled_words(const DictionaryFiles& files,
                                          const std::string& language);

}  // namespace dsk::cli
