// Five suggestions from the automaton beside Hunspell's own suggest(), the same words in the same
// run. The words are made here: common ones with a slip or two.
//   suggest_bench [AFF DIC]
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "spell/hunspell.hpp"
#include "spell/letters.hpp"
#include "spell/linked_words.hpp"
#include "spell/speller.hpp"

namespace {

using namespace dsk::spell;

// Of this thread: what else the machine does at the time does not count.
double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

void collect(const Automaton& words, std::uint32_t node, std::u32string& path,
             std::vector<std::u32string>& out) {
  for (;; ++node) {
    const Automaton::Arc arc = words.arc(node);
    if (arc.label() == 0) {
      const Note note{arc.target()};
      if (note.rarity() <= 2 && note.has(Note::american) && path.size() > 3) out.push_back(path);
    } else {
      path.push_back(words.letter(arc.label()));
      collect(words, arc.target(), path, out);
      path.pop_back();
    }
    if (arc.last()) return;
  }
}

std::vector<std::string> slips(const Speller& speller, std::size_t count) {
  const Automaton words(linked_english());
  std::vector<std::u32string> forms;
  std::u32string path;
  collect(words, words.root(), path, forms);
  std::mt19937 random(5);
  std::vector<std::string> typed;
  while (typed.size() < count) {
    std::u32string word = forms[random() % forms.size()];
    for (unsigned changes = 1 + random() % 2; changes > 0; --changes) {
      const std::size_t at = random() % (word.size() - 1);
      const char32_t letter = U'a' + random() % 26;
      switch (random() % 4) {
        case 0: word.insert(at, 1, letter); break;
        case 1: word.erase(at, 1); break;
        case 2: word[at] = letter; break;
        default: std::swap(word[at], word[at + 1]);
      }
    }
    std::string one = encode(word);
    if (!speller.knows(one)) typed.push_back(std::move(one));
  }
  return typed;
}

void print(const char* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("%-10s %5zu words: p50 %7.3f  p90 %7.3f  p99 %7.3f  most %7.3f ms of CPU\n", name,
              times.size(), times[times.size() / 2], times[times.size() * 9 / 10],
              times[times.size() * 99 / 100], times.back());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string aff = argc == 3 ? argv[1] : "/usr/share/hunspell/en_US.aff";
  const std::string dic = argc == 3 ? argv[2] : "/usr/share/hunspell/en_US.dic";
  double begin = cpu_milliseconds();
  const Speller speller(Sources{"en-US", {}, {}, {}});
  std::printf("deskside  made in %.3f ms\n", cpu_milliseconds() - begin);
  const std::vector<std::string> typed = slips(speller, 2000);
  std::vector<double> ours;
  for (const std::string& word : typed) {
    begin = cpu_milliseconds();
    (void)speller.suggest(word);
    ours.push_back(cpu_milliseconds() - begin);
  }
  print("deskside", ours);
  if (!std::ifstream(aff)) {
    std::printf("hunspell-en-us is not installed: nothing to compare with\n");
    return 0;
  }
  begin = cpu_milliseconds();
  const Dictionary hunspell(aff, dic, "hunspell-en-us");
  std::printf("hunspell  made in %.3f ms\n", cpu_milliseconds() - begin);
  std::vector<double> theirs;
  for (std::size_t i = 0; i < typed.size(); i += 10) {
    begin = cpu_milliseconds();
    (void)hunspell.suggest(typed[i]);
    theirs.push_back(cpu_milliseconds() - begin);
  }
  print("hunspell", theirs);
  return 0;
}
