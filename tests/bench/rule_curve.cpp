// How the time to judge a hostile mail grows, for rules whose work grows with two things at once:
// each example of each rule, repeated as a mail and as the message that it answers, at half and all
// of its size, with lines that are equal and with lines that are not. Prints milliseconds of
// processor time; exits 1 where one grows faster than its size. Takes minutes.
#include <cstdio>
#include <ctime>
#include <deskside/deskside.hpp>
#include <set>
#include <string>
#include <utility>

namespace {

constexpr int kLines = 3'000;
constexpr double kWorthALine = 400;  // ms

std::string without_marks(std::string text) {
  for (const char* mark : {">>", "<<"})
    for (std::size_t at; (at = text.find(mark)) != text.npos;) text.erase(at, 2);
  return text;
}

std::string repeated(const std::string& line, int count, bool equal) {
  std::string out;
  for (int at = 0; at < count && !line.empty(); ++at)
    out += equal ? line + "\n" : line + " on box" + std::to_string(at) + "\n";
  return out;
}

double milliseconds(const deskside::engine& engine, const std::string& text,
                    const std::string& incoming, int lines, bool equal) {
  deskside::mail mail;
  mail.set("text", "Hello Ann,\n\n" + repeated(text, lines, equal) + "\nBest regards,\nTom\n");
  mail.set("incoming", repeated(incoming, lines, equal));
  mail.set("date", "2026-01-05T09:00:00Z");
  const std::clock_t start = std::clock();
  engine.check(mail);
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
  const deskside::engine engine;
  bool fine = true;
  std::set<std::pair<std::string, std::string>> seen;
  for (const deskside::rule& rule : engine.rules()) {
    for (const auto& example : rule.examples()) {
      const std::string text = without_marks(std::string(example.part("text").value_or("")));
      const std::string theirs(example.part("incoming").value_or(""));
      for (const std::string& incoming : {std::string(), text, theirs}) {
        if (text.empty() || !seen.emplace(text, incoming).second) continue;
        for (const bool equal : {true, false}) {
          const double half = milliseconds(engine, text, incoming, kLines / 2, equal);
          const double all = milliseconds(engine, text, incoming, kLines, equal);
          // Twice the size may take three times as long on a busy machine, not four times.
          const bool linear = all < 50 || all < 3.2 * half;
          fine = fine && linear;
          if (linear && all < kWorthALine) continue;
          std::printf("%-34s %8.1f %8.1f ms%s  %.60s\n", std::string(rule.id()).c_str(), half, all,
                      linear ? "" : "  not linear",
                      text.substr(0, text.find('\n')).c_str());
          std::fflush(stdout);
        }
      }
    }
  }
  return fine ? 0 : 1;
}
