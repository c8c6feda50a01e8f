// The automaton against Hunspell, word by word: every form as it is, raised and in capitals, and
// 100,000 forms with something done to them. Any difference fails.
//   words_differential LANGUAGE AFF DIC
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "spell/compile_words.hpp"
#include "spell/hunspell.hpp"
#include "spell/letters.hpp"
#include "spell/linked_words.hpp"
#include "spell/speller.hpp"

namespace {

using namespace dsk::spell;

void collect(const Automaton& words, std::uint32_t node, std::u32string& path, std::uint32_t home,
             std::vector<std::string>& out) {
  for (;; ++node) {
    const Automaton::Arc arc = words.arc(node);
    if (arc.label() == 0) {
      if (home == 0 || Note{arc.target()}.has(home)) out.push_back(encode(path));
    } else {
      path.push_back(words.letter(arc.label()));
      collect(words, arc.target(), path, home, out);
      path.pop_back();
    }
    if (arc.last()) return;
  }
}

// One to three changes, of the kind that fingers make and a few that they do not.
std::string corrupt(const std::string& form, const std::u32string& alphabet, std::mt19937& random) {
  std::u32string word = decode(form);
  for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
    const std::size_t at = word.empty() ? 0 : random() % word.size();
    const char32_t letter = alphabet[random() % alphabet.size()];
    switch (random() % 7) {
      case 0: word.insert(at, 1, letter); break;
      case 1: if (!word.empty()) word.erase(at, 1); break;
      case 2: if (!word.empty()) word[at] = letter; break;
      case 3: if (word.size() > at + 1) std::swap(word[at], word[at + 1]); break;
      case 4: if (!word.empty()) word[at] = upper(word[at]); break;
      case 5: if (!word.empty()) word[at] = lower(word[at]); break;
      default: if (!word.empty()) word.insert(at, 1, word[at]); break;
    }
  }
  return encode(word);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "words_differential LANGUAGE AFF DIC\n");
    return 64;
  }
  const std::string language = argv[1];
  if (!std::ifstream(argv[2])) {
    std::printf("skipped: %s is not installed\n", package_of(language).c_str());
    return 77;
  }
  const Dictionary hunspell(argv[2], argv[3], package_of(language));
  const bool linked = language == "en-US";
  const std::string compiled = linked ? "" : compile_words(argv[2], argv[3], language);
  const Automaton words(linked ? linked_english() : std::string_view(compiled), true);
  const Speller speller(Sources{language, compiled, argv[2], argv[3]});

  std::vector<std::string> forms;
  std::u32string path;
  collect(words, words.root(), path, linked ? Note::american : 0, forms);
  std::u32string alphabet;
  for (std::size_t i = 1; i <= words.letter_count(); ++i) {
    const auto label = static_cast<Label>(i);
    if (!words.is_of_terms(label)) alphabet.push_back(words.letter(label));
  }

  std::size_t asked = 0;
  std::size_t differences = 0;
  std::size_t wrong = 0;
  const auto compare = [&](const std::string& word) {
    if (word.find_first_not_of('.') == std::string::npos) return;  // to Hunspell no word is right
    ++asked;
    const bool theirs = hunspell.knows(word);
    if (!theirs) ++wrong;
    if (speller.knows(word) == theirs) return;
    if (++differences <= 20) {
      std::printf("%s: hunspell says %s\n", word.c_str(), theirs ? "right" : "wrong");
    }
  };
  for (const std::string& form : forms) {
    compare(form);
    compare(title(form));
    compare(upper(form));
  }
  std::mt19937 random(20201207);
  for (int i = 0; i < 100000; ++i) compare(corrupt(forms[random() % forms.size()], alphabet, random));
  std::printf("%s: %zu forms, %zu bytes, %s; %zu words asked, %zu of them wrong, %zu differences\n",
              language.c_str(), forms.size(), linked ? linked_english().size() : compiled.size(),
              words.complete() ? "complete" : "Hunspell has the last word", asked, wrong, differences);
  // Hardly any wrong words would mean that nothing was tested.
  return differences == 0 && wrong > 1000 ? 0 : 1;
}
