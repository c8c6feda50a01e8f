// The rules that compare a reply with the message it answers, on real questions and replies, and on
// replies under another product's question.
//   conversation_eval [--part 0|1]                       what is said, true pairs and swapped ones
//   conversation_eval --draw RULE [--at LEVEL] [--count 30] [--seed 1]   hits to read, with their ids
// reads support/sumo.csv and support/playstore.csv of the folder DESKSIDE_DATA.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <deskside/deskside.hpp>

namespace {

using Row = std::vector<std::string>;

// RFC 4180: quoted fields hold commas, line breaks and doubled quotes.
std::vector<Row> read_csv(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  const std::string text = all.str();
  std::vector<Row> rows;
  Row row;
  std::string field;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') field += c;
      else if (at + 1 < text.size() && text[at + 1] == '"') field += text[++at];
      else quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      if (!field.empty() && field.back() == '\r') field.pop_back();
      row.push_back(std::move(field));
      field.clear();
      if (c == '\n') rows.push_back(std::move(row)), row.clear();
    } else {
      field += c;
    }
  }
  return rows;
}

struct Pair {
  std::string product, incoming, reply;
};

std::vector<Pair> read_pairs(const std::string& path, bool sumo) {
  std::vector<Row> rows = read_csv(path);
  std::vector<Pair> pairs;
  if (rows.empty()) return pairs;
  std::map<std::string, std::size_t> column;
  for (std::size_t at = 0; at < rows[0].size(); ++at) column[rows[0][at]] = at;
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const Row& row = rows[at];
    if (row.size() < rows[0].size()) continue;
    const auto get = [&](const char* name) { return row[column[name]]; };
    if (sumo && get("is_first_reply") != "1") continue;
    pairs.push_back(sumo ? Pair{get("product"), get("question_title") + "\n\n" + get("question_text"),
                                get("reply_text")}
                         : Pair{get("app"), get("review"), get("reply")});
  }
  return pairs;
}

struct Seen {
  std::string rule, level, words, cause;
};

std::vector<Seen> look(const deskside::engine& engine, const std::string& reply,
                       const std::string& incoming) {
  static const char* const kLevels[] = {"coach", "suggestion", "warning", "error"};
  deskside::mail mail;
  mail.set("text", reply);
  mail.set("incoming", incoming);
  std::vector<Seen> all;
  for (const deskside::finding finding : engine.check(mail)) {
    if (finding.rule().kind() != "thread") continue;
    const auto related = finding.related();
    all.push_back({std::string(finding.rule().id()), kLevels[static_cast<int>(finding.level())],
                   std::string(finding.text()),
                   related.empty() ? "" : std::string(related[0].text())});
  }
  return all;
}

bool speaks(const std::vector<Seen>& all) {
  return std::any_of(all.begin(), all.end(), [](const Seen& one) { return one.level != "coach"; });
}

}  // namespace

int main(int count, char** values) {
  const char* folder = std::getenv("DESKSIDE_DATA");
  if (!folder) {
    std::puts("skipped: DESKSIDE_DATA names no folder");
    return 0;
  }
  std::string wanted, level = "warning";
  int part = -1;
  std::size_t draw = 30;
  std::uint32_t seed = 1;
  for (int at = 1; at + 1 < count; at += 2) {
    if (!std::strcmp(values[at], "--draw")) wanted = values[at + 1];
    if (!std::strcmp(values[at], "--count")) draw = std::strtoul(values[at + 1], nullptr, 10);
    if (!std::strcmp(values[at], "--seed")) seed = static_cast<std::uint32_t>(std::atoi(values[at + 1]));
    if (!std::strcmp(values[at], "--at")) level = values[at + 1];
    if (!std::strcmp(values[at], "--part")) part = std::atoi(values[at + 1]);
  }
  const deskside::engine engine;
  std::vector<std::string> drawn;
  for (const char* name : {"sumo", "playstore"}) {
    const bool sumo = !std::strcmp(name, "sumo");
    std::vector<Pair> pairs =
        read_pairs(std::string(folder) + "/support/" + name + ".csv", sumo);
    std::map<std::string, std::size_t> counts;
    std::size_t all = 0, right = 0, wrong = 0, swapped = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      if (part >= 0 && static_cast<int>(at % 2) != part) continue;
      const Pair& pair = pairs[at];
      const std::vector<Seen> seen = look(engine, pair.reply, pair.incoming);
      ++all;
      right += speaks(seen);
      for (const Seen& one : seen) {
        ++counts[one.rule + " " + one.level];
        if (one.rule == wanted && one.level == level)
          drawn.push_back("==== " + std::string(name) + " " + std::to_string(at) + "\n  here:  " +
                          one.words + "\n  there: " + one.cause + "\n" + pair.incoming +
                          "\n>>>>\n" + pair.reply + "\n");
      }
      if (!wanted.empty()) continue;
      for (std::size_t step = 1; step < pairs.size(); ++step) {
        const Pair& other = pairs[(at + step * 37) % pairs.size()];
        if (other.product == pair.product) continue;
        ++swapped;
        wrong += speaks(look(engine, pair.reply, other.incoming));
        break;
      }
    }
    if (!wanted.empty()) continue;
    std::cout << name << ": " << all << " pairs; speaks on " << right << " true ones, on " << wrong
              << " of " << swapped << " swapped ones\n";
    for (const auto& [key, hits] : counts) std::cout << "  " << key << ": " << hits << "\n";
  }
  if (wanted.empty()) return 0;
  std::mt19937 random(seed);
  std::cout << drawn.size() << " hits of " << wanted << " as a " << level << "\n";
  // std::shuffle may differ from one library to the next.
  for (std::size_t at = 0; at < std::min(draw, drawn.size()); ++at) {
    std::swap(drawn[at], drawn[at + random() % (drawn.size() - at)]);
    std::cout << drawn[at];
  }
  return 0;
}
