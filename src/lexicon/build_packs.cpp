// build_packs [--packed] OUT.cpp LANGUAGE FILE.toml...: compiles a rule pack and writes it as a
// source file, packed where size counts more than a few milliseconds.
//
// Runs when the library is built. An error in a pack ends the build with file, line and column.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "error.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/loader.hpp"
#include "lexicon/packed_archive.hpp"

namespace {

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw dsk::Error(dsk::Status::lexicon, std::string(path) + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// As 64-bit numbers, which compilers read fast; its tables are laid out for the lines of a cache.
void write_source(std::ostream& out, const char* language, const std::vector<std::byte>& block,
                  const char* open) {
  out << "// Made by build_packs; edit the TOML files instead.\n"
         "#include <cstdint>\n#include <span>\n\n"
         "#include \"lexicon/archive.hpp\"\n#include \"lexicon/language.hpp\"\n"
         "#include \"lexicon/packed_archive.hpp\"\n\n"
         "namespace {\n\nalignas(64) constexpr std::uint64_t kBlock[] = {\n";
  for (std::size_t at = 0; at < block.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, block.data() + at, std::min<std::size_t>(8, block.size() - at));
    out << word << "u,";
    if (at / 8 % 8 == 7) out << '\n';
  }
  out << "};\n\n}  // namespace\n\nnamespace dsk::lexicon {\n\n"
         "std::optional<Pack> shipped(std::string_view language) {\n"
         "  if (language != \"" << language << "\") return std::nullopt;\n"
         "  return " << open << "({reinterpret_cast<const std::byte*>(kBlock), "
      << block.size() << "});\n"
         "}\n\n}  // namespace dsk::lexicon\n";
}

}  // namespace

int main(int argc, char** argv) {
  const bool packed = argc > 1 && std::string_view(argv[1]) == "--packed";
  const char* const* const names = argv + (packed ? 2 : 1);
  const char* const* const names_end = argv + argc;
  if (names_end - names < 3) {
    std::cerr << "usage: build_packs [--packed] OUT.cpp LANGUAGE FILE.toml...\n";
    return 2;
  }
  try {
    std::vector<dsk::lexicon::Source> files;
    for (auto name = names + 2; name != names_end; ++name)
      files.push_back({*name, read_file(*name)});
    dsk::lexicon::Pack pack = dsk::lexicon::compile(names[1], files, nullptr);
    // What travels leaves the rules' examples at home: they prove a pack, and nobody proves one
    // there.
    if (packed)
      for (dsk::lexicon::Rule& rule : pack.rules) rule.examples = {};
    const std::vector<std::byte> block =
        packed ? dsk::lexicon::write_packed(pack) : dsk::lexicon::write(pack);
    std::ofstream out(names[0], std::ios::binary);
    write_source(out, names[1], block, packed ? "open_packed" : "open");
    if (!out.flush()) throw dsk::Error(dsk::Status::internal, "cannot write the source file");
    std::cerr << pack.rules.size() << " rules, " << pack.acts.size() << " acts, "
              << pack.nodes.size() << " trie nodes, " << block.size() << " bytes\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
