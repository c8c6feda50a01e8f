// Build tool: makes the word automaton and writes it as C++ to be linked in, or as a file.
//   build_words english AFF DIC SCOWL-FOLDER COUNTED OUT.bin FREQUENT... -- TERMS...
//   build_words source OUT.cpp ENGLISH.bin
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "error.hpp"
#include "spell/compile_words.hpp"
#include "spell/letters.hpp"
#include "spell/packed_words.hpp"

namespace {

using dsk::spell::Form;
using dsk::spell::Note;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw dsk::Error(dsk::Status::dictionary, "cannot read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
    throw dsk::Error(dsk::Status::dictionary, "cannot write " + path);
  }
}

// SCOWL's lists are named after variety, kind and level: "british-words.35". The level says how
// common a word is; which lists have it says where it is at home.
std::unordered_map<std::string, Note> read_scowl(const std::string& folder) {
  const auto rarity_of = [](int level) -> std::uint32_t {
    return level <= 10 ? 1 : level <= 20 ? 2 : level <= 35 ? 3 : level <= 50 ? 4
           : level <= 60 ? 5 : level <= 70 ? 6 : 7;
  };
  std::unordered_map<std::string, Note> notes;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    const std::string name = path.filename().string();
    const std::size_t dash = name.find('-');
    const std::size_t dot = name.find('.');
    if (dash == std::string::npos || dot == std::string::npos) continue;
    const std::string variety = name.substr(0, dash);
    const std::string kind = name.substr(dash + 1, dot - dash - 1);
    if (kind == "abbreviations") continue;
    std::uint32_t home = 0;
    if (variety == "english") home = Note::american | Note::british;
    else if (variety == "american") home = Note::american;
    else if (variety == "british" || variety == "british_z" ||
             variety == "british_variant_1") home = Note::british;
    else continue;
    const std::uint32_t rarity = rarity_of(std::atoi(name.c_str() + dot + 1));
    for (const Form& form : dsk::spell::read_word_list(read_file(path.string()))) {
      const auto [place, fresh] = notes.emplace(form.word, Note{home | rarity});
      if (fresh) continue;
      const std::uint32_t least = std::min(place->second.rarity(), rarity);
      place->second.bits = ((place->second.bits | home) & ~7u) | least;
    }
  }
  return notes;
}

// The regular forms that an entry of the lexicon stands for: "reboot/v" is reboot, reboots,
// rebooted and rebooting, "unplug/d" doubles its last letter, "inbox/n" has a plural.
std::vector<std::string> forms_of(const std::string& entry) {
  const std::size_t slash = entry.rfind('/');
  if (slash == std::string::npos || slash + 2 != entry.size() || slash == 0) return {entry};
  const char kind = entry.back();
  if (kind != 'n' && kind != 'v' && kind != 'd') return {entry};
  const std::string word = entry.substr(0, slash);
  const auto ends = [&](const char* end) {
    const std::size_t size = std::strlen(end);
    return word.size() > size && word.compare(word.size() - size, size, end) == 0;
  };
  const std::string vowels = "aeiou";
  const bool turns = ends("y") && vowels.find(word[word.size() - 2]) == std::string::npos;
  const std::string base = turns ? word.substr(0, word.size() - 1) + "i" : word;
  const bool hisses = ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh");
  std::vector<std::string> forms = {word, base + (turns || hisses ? "es" : "s")};
  if (kind == 'n') return forms;
  const std::string twin = kind == 'd' ? word + word.back() : word;
  const bool mute = ends("e") && !ends("ee") && !ends("oe") && !ends("ye");
  forms.push_back(ends("e") ? word + "d" : kind == 'd' ? twin + "ed" : base + "ed");
  forms.push_back((mute ? word.substr(0, word.size() - 1) : twin) + "ing");
  return forms;
}

// "initializer" → "initialiser": British writers have both, SCOWL the commoner ones.
std::string with_s_for_z(const std::string& word) {
  static constexpr const char* endings[] = {"ize",   "izes",    "ized",     "izing",    "izer",
                                            "izers", "ization", "izations", "izational", "izable"};
  for (const std::string ending : endings) {
    if (word.size() < ending.size() + 3) continue;
    const std::size_t at = word.size() - ending.size();
    if (word.compare(at, ending.size(), ending) != 0) continue;
    std::string other = word;
    other[at + 1] = 's';
    return other;
  }
  return {};
}

// Lines of a class and its words: "2 account add". Small letters.
std::unordered_map<std::string, Note> read_counted(const std::string& path) {
  std::unordered_map<std::string, Note> notes;
  std::istringstream file(read_file(path));
  for (std::string line, word; std::getline(file, line);) {
    std::istringstream words(line);
    std::uint32_t how = 0;
    if (!(words >> how)) continue;
    while (words >> word) notes[word] = Note::common(std::min(how, 3u));
  }
  return notes;
}

// "cant", "knifes": right, but what is meant is nearly always the contraction, or the plural.
bool is_hardly_meant(const std::string& form, const std::unordered_map<std::string, Note>& notes) {
  if (form.size() < 4) return false;
  const auto usual = [&](const std::string& other) {
    const auto found = notes.find(other);
    return found != notes.end() && found->second.rarity() <= 4;
  };
  const std::string start = form.substr(0, form.size() - 2);
  if (form.compare(start.size(), 2, "nt") == 0) return usual(start + "n't");
  if (form.size() < 6 || form.compare(form.size() - 3, 3, "fes") != 0) return false;
  const std::string verb = form.substr(0, form.size() - 3) + "ve";
  return usual(verb + "s") && !usual(verb);
}

std::unordered_set<std::string> read_forms(const std::vector<std::string>& lists) {
  std::unordered_set<std::string> forms;
  for (const std::string& list : lists) {
    for (const Form& entry : dsk::spell::read_word_list(read_file(list))) {
      for (std::string& form : forms_of(entry.word)) forms.insert(std::move(form));
    }
  }
  return forms;
}

std::string english(const std::string& aff, const std::string& dic, const std::string& scowl,
                    const std::string& counted_list,
                    const std::vector<std::string>& frequent_lists,
                    const std::vector<std::string>& term_lists) {
  std::unordered_map<std::string, Note> notes = read_scowl(scowl);
  const std::unordered_map<std::string, Note> counted = read_counted(counted_list);
  const std::unordered_set<std::string> frequent = read_forms(frequent_lists);
  const auto describe = [&](const std::string& form) {
    const auto known = notes.find(form);
    // What SCOWL does not have by itself is a form of something, or a name: rare, and British as
    // well, for want of knowing better.
    Note note{Note::american | Note::british | 6u};
    if (known != notes.end()) note.bits = known->second.bits | Note::american;
    if (is_hardly_meant(form, notes)) note.bits |= 7u;
    if (frequent.count(form) != 0) note.bits &= ~7u;
    const auto common = counted.find(dsk::spell::lower(form));
    if (common != counted.end()) note.bits |= common->second.bits;
    return note;
  };
  std::vector<Form> british;
  for (const auto& [word, note] : notes) {
    const std::string other = with_s_for_z(word);
    if (note.has(Note::american) && !other.empty() && notes.count(other) == 0) {
      british.push_back({other, {note.rarity() | Note::british}});
    }
    // What only rare lists have is not worth its bytes.
    if (note.has(Note::british) && !note.has(Note::american) && note.rarity() <= 6) {
      british.push_back({word, note});
    }
  }
  // How rare a term is, the word that it is besides tells.
  constexpr std::uint32_t term = Note::term | 7u;
  std::vector<Form> terms;
  for (const std::string& form : read_forms(term_lists)) {
    const auto common = counted.find(dsk::spell::lower(form));
    terms.push_back({form, {common != counted.end() ? term | common->second.bits : term}});
  }
  return dsk::spell::compile_words(aff, dic, "en", describe, british, terms);
}

// Words of eight bytes: a compiler reads them several times faster than single ones.
void write_array(std::ostream& out, const char* name, const std::string& bytes) {
  out << "alignas(8) constexpr std::uint64_t " << name << "_bytes[] = {";
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    out << (at % 64 == 0 ? "\n" : "") << "0x" << std::hex << word << ",";
  }
  out << std::dec << "};\n";
}

// Where `packed`, the words are linked in as pack_words() makes them and unpacked on first need.
void source(const std::string& path, std::string words, bool packed) {
  if (packed) words = dsk::spell::pack_words(words);
  std::ofstream out(path);
  out << "// Generated by build_words.\n#include \"spell/linked_words.hpp\"\n\n#include <bit>\n"
         "#include <cstdint>\n#include <string>\n\n#include \"spell/packed_words.hpp\"\n\n"
         "static_assert(std::endian::native == std::endian::little);\n\n"
         "namespace dsk::spell {\nnamespace {\n\n";
  write_array(out, "english", words);
  out << "\n}  // namespace\n\n";
  out << "std::string_view linked_english() {\n"
      << (packed ? "  static const std::string words = unpack_words("
                 : "  return std::string_view(")
      << "{reinterpret_cast<const char*>(english_bytes), " << words.size() << "});\n"
      << (packed ? "  return words;\n}\n" : "}\n");
  out << "\n}  // namespace dsk::spell\n";
  if (!out.flush()) throw dsk::Error(dsk::Status::dictionary, "cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() >= 6 && arguments[0] == "english") {
      const auto terms = std::find(arguments.begin() + 6, arguments.end(), "--");
      write_file(arguments[5],
                 english(arguments[1], arguments[2], arguments[3], arguments[4],
                         {arguments.begin() + 6, terms},
                         {terms + (terms != arguments.end()), arguments.end()}));
    } else if (arguments.size() == 3 && (arguments[0] == "source" || arguments[0] == "packed")) {
      source(arguments[1], read_file(arguments[2]), arguments[0] == "packed");
    } else {
      std::cerr << "build_words english AFF DIC SCOWL COUNTED OUT FREQUENT... -- TERMS... | "
                   "source OUT ENGLISH | packed OUT ENGLISH\n";
      return 64;
    }
  } catch (const std::exception& error) {
    std::cerr << "build_words: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
