// Detection and suggestions on lists of real misspellings, beside the hunspell command line.
//   spelling_eval [--sample N] [--seed N] [--no-hunspell] [--misses SOURCE]
#include <cstdio>
#include <ctime>
#include <iostream>

#include "spell/speller.hpp"
#include "spelling_pairs.hpp"

namespace {

using dsk::spell::Sources;
using dsk::spell::Speller;
using dsk::spell::Verdict;
using eval::Pair;

// Of all: found, the right word first or among five; guessed by judging alone, and rightly so.
struct Marks {
  double found = 0, first = 0, fifth = 0, guessed = 0, right = 0;
};

struct Wanted {
  const char* source;
  Marks at_least;
};
constexpr Wanted wanted[] = {{"codespell", {.995, .92, .97}},
                             {"hunspell_common_misspellings", {.995, .92, .97}},
                             {"wikipedia", {.98, .88, .96}},
                             {"aspell", {.98, .68, .84}},
                             {"birkbeck", {.87, .46, .60}}};

// Of this thread: other programs running at the time do not count.
double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

bool any(const std::vector<std::string>& meant, const std::string& word) {
  return std::find(meant.begin(), meant.end(), word) != meant.end();
}

void count(Marks& marks, const Pair& pair, bool found, const std::vector<std::string>& words) {
  if (!found) return;
  marks.found += 1;
  if (!words.empty() && any(pair.meant, words.front())) marks.first += 1;
  for (std::size_t i = 0; i < words.size() && i < 5; ++i) {
    if (!any(pair.meant, words[i])) continue;
    marks.fifth += 1;
    break;
  }
}

Marks share(Marks marks, std::size_t of) {
  const double n = static_cast<double>(of);
  return {marks.found / n, marks.first / n, marks.fifth / n, marks.guessed / n, marks.right / n};
}

Marks hunspell_command(const std::vector<Pair>& pairs) {
  char name[] = "/tmp/deskside-eval-XXXXXX";
  const int file = mkstemp(name);
  FILE* out = fdopen(file, "w");
  for (const Pair& pair : pairs) std::fprintf(out, "^%s\n", pair.typed.c_str());
  std::fclose(out);
  FILE* pipe = popen((std::string("LC_ALL=C.UTF-8 hunspell -d en_US -a < ") + name).c_str(), "r");
  Marks marks;
  std::string line;
  bool found = false;
  std::vector<std::string> words;
  std::size_t at = 0;
  bool first_line = true;
  for (int c = std::fgetc(pipe); c != EOF && at < pairs.size(); c = std::fgetc(pipe)) {
    if (c != '\n') {
      line.push_back(static_cast<char>(c));
      continue;
    }
    if (first_line) {  // the greeting
      first_line = false;
    } else if (line.empty()) {
      count(marks, pairs[at++], found, words);
      found = false;
      words.clear();
    } else if (!found && (line[0] == '&' || line[0] == '#')) {
      found = true;
      std::size_t begin = line.find(": ");
      while (line[0] == '&' && begin != std::string::npos) {
        begin += 2;
        const std::size_t end = std::min(line.find(", ", begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = line.find(", ", begin);
      }
    }
    line.clear();
  }
  pclose(pipe);
  std::remove(name);
  return share(marks, pairs.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t sample = 1000;
  unsigned seed = 1;
  bool beside = true;
  std::string misses;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--no-hunspell") beside = false;
    else if (argument == "--sample" && i + 1 < argc) sample = std::strtoul(argv[++i], nullptr, 10);
    else if (argument == "--seed" && i + 1 < argc) seed = std::strtoul(argv[++i], nullptr, 10);
    else if (argument == "--misses" && i + 1 < argc) misses = argv[++i];
  }
  if (eval::data_folder().empty()) {
    std::cout << "skipped: DESKSIDE_DATA names no folder of evaluation data\n";
    return 0;
  }
  const Speller speller(Sources{"en-US", {}, {}, {}});
  const auto sources = eval::misspellings(sample, seed);
  std::vector<double> times;
  bool all_well = true;
  std::printf("%-30s %6s  %-19s  %-12s  %s\n", "", "n", "found rank-1 rank-5", "guess right",
              beside ? "hunspell" : "");
  for (const auto& [name, pairs] : sources) {
    Marks marks;
    for (const Pair& pair : pairs) {
      const auto judged = speller.judge(pair.typed, {nullptr, nullptr, true});
      const bool found = judged.verdict != Verdict::fine;
      const bool guessed = judged.verdict == Verdict::near;
      marks.guessed += guessed;
      marks.right += guessed && any(pair.meant, judged.better);
      const double begin = cpu_milliseconds();
      const auto words = speller.suggest(pair.typed);
      times.push_back(cpu_milliseconds() - begin);
      count(marks, pair, found, words);
      if (name == misses && (!found || words.empty() || !any(pair.meant, words.front()))) {
        std::cout << (found ? "" : "UNFOUND ") << pair.typed << " (" << pair.meant.front() << "):";
        for (const auto& word : words) std::cout << ' ' << word;
        std::cout << '\n';
      }
    }
    marks = share(marks, pairs.size());
    bool well = true;
    for (const Wanted& one : wanted) {
      if (name != one.source) continue;
      well = marks.found >= one.at_least.found && marks.first >= one.at_least.first &&
             marks.fifth >= one.at_least.fifth;
    }
    all_well = all_well && well;
    std::printf("%-30s %6zu  %.3f  %.3f  %.3f  %.3f %.3f  ", name.c_str(), pairs.size(),
                marks.found, marks.first, marks.fifth, marks.guessed, marks.right);
    if (beside) {
      const Marks theirs = hunspell_command(pairs);
      std::printf("   %.3f  %.3f  %.3f", theirs.found, theirs.first, theirs.fifth);
    }
    std::printf("%s\n", well ? "" : "   below the mark");
    std::fflush(stdout);
  }
  std::sort(times.begin(), times.end());
  std::printf("suggest: p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, most %.3f ms of CPU\n", times[times.size() / 2],
              times[times.size() * 9 / 10],
              times[times.size() * 99 / 100], times.back());
  return all_well ? 0 : 1;
}
