#include "compiled_words.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "files.hpp"

namespace dsk::cli {
namespace {

// FNV-1a, over eight bytes at a time: a dictionary of a megabyte must not cost a millisecond.
std::uint64_t hash(std::uint64_t state, const std::string& bytes) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    state = (state ^ word) * 0x100000001b3ull;
    state ^= state >> 32;
  }
  for (; at < bytes.size(); ++at)
    state = (state ^ static_cast<unsigned char>(bytes[at])) * 0x100000001b3ull;
  return (state ^ bytes.size()) * 0x100000001b3ull;
}

std::string cache_folder() { return own_folder("XDG_CACHE_HOME", ".cache"); }

}  // namespace

DictionaryFiles dictionary_files(const std::string& folder, const std::string& language) {
  std::string name = language;
  std::replace(name.begin(), name.end(), '-', '_');
  return {folder + "/" + name + ".aff", folder + "/" + name + ".dic"};
}

std::string compiled_path(const DictionaryFiles& files, const std::string& language) {
  const std::string folder = cache_folder();
  const std::optional<std::string> aff = read_if_there(files.aff);
  const std::optional<std::string> dic = read_if_there(files.dic);
  if (folder.empty() || !aff || !dic) return "";
  char name[32];
  std::snprintf(name, sizeof name, "%016llx",
                static_cast<unsigned long long>(hash(hash(0xcbf29ce484222325ull, *aff), *dic)));
  return folder + "/" + language + "-" + name + ".words";
}

std::optional<std::string> compiled_words(const DictionaryFiles& files,
                                          const std::string& language) {
  // Most people never compile one: then the dictionary need not be read for its hash.
  if (files_in(cache_folder(), ".words").empty()) return std::nullopt;
  const std::string path = compiled_path(files, language);
  return path.empty() ? std::nullopt : read_if_there(path);
}

}  // namespace dsk::cli
