// The precision of rules, judged by people who did not write them:
//   precision_eval draw LEVEL FOLDER [RULE...]
//                                          up to 30 real hits a rule at the level (warning: or above),
//                                          fixed seed, as FOLDER/RULE.tsv, for reading; needs
//                                          DESKSIDE_DATA
//   precision_eval judge READER1 READER2 [FOLDER]
//                                          what two readers said (lines "hit id, tab, 1 or 0"):
//                                          precision by each and how far they agree; with a folder,
//                                          of the hits drawn there only: those that still are hits
// A hit's id is RULE/source/reply/offset, so that verdicts can be kept without any text.
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <random>
#include <set>
#include <sstream>

#include "support_replies.hpp"

namespace {

constexpr std::size_t kRead = 30;
constexpr std::size_t kAround = 900;  // bytes of a reply shown before and after the hit

struct Hit {
  std::string id, level, incoming, text, message;
};
using Hits = std::map<std::string, std::vector<Hit>>;

// Cut where a character begins.
std::size_t whole(const std::string& text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string marked(const std::string& text, std::size_t begin, std::size_t end) {
  const std::size_t from = whole(text, begin > kAround ? begin - kAround : 0);
  const std::size_t to = whole(text, end + kAround);
  std::string shown = (from ? "... " : "") + text.substr(from, begin - from) + ">>" +
                      text.substr(begin, end - begin) + "<<" + text.substr(end, to - end) +
                      (to < text.size() ? " ..." : "");
  for (std::size_t at = 0; (at = shown.find('\n', at)) != std::string::npos; at += 3)
    shown.replace(at, 1, " / ");
  return support::one_line(shown);
}

std::string name_of(deskside::level level) {
  switch (level) {
    case deskside::level::coach: return "coach";
    case deskside::level::suggestion: return "suggestion";
    default: return "warning";
  }
}

void collect(const deskside::engine& engine, const std::string& level,
             const support::Reply& reply, Hits& hits) {
  const deskside::report report = engine.check(support::mail_of(reply.text, reply.incoming));
  const std::string body(report.body());
  std::set<std::string> seen;
  for (const auto finding : report) {
    const std::string rule(finding.rule().id());
    if (name_of(finding.level()) != level || !seen.insert(rule).second) continue;
    const std::size_t begin = std::min(finding.begin(), body.size());
    const std::size_t end = std::min(std::max(finding.end(), begin), body.size());
    hits[rule].push_back({rule + "/" + reply.source + "/" + reply.id + "/" + std::to_string(begin),
                          level,
                          support::one_line(reply.incoming.substr(0, whole(reply.incoming, 300))),
                          marked(body, begin, end), std::string(finding.message())});
  }
}

int draw(const std::string& data, const std::string& level, const std::string& folder,
         const std::set<std::string>& only) {
  std::filesystem::create_directories(folder);
  const deskside::engine engine{deskside::options{}};
  Hits desks, mails;
  support::each_reply(data, [&](const support::Reply& reply) { collect(engine, level, reply, desks); });
  support::each_plain_mail(
      data, [&](const support::Reply& reply) { collect(engine, level, reply, mails); });
  for (const auto rule : engine.rules()) {
    const std::string id(rule.id());
    if (rule.kind() == "thread" || rule.kind() == "ledger" || (!only.empty() && !only.count(id)))
      continue;
    std::vector<Hit> read;
    for (Hits* source : {&desks, &mails}) {
      std::vector<Hit>& all = (*source)[id];
      std::mt19937 random(20260101);
      std::shuffle(all.begin(), all.end(), random);
      for (std::size_t at = 0; at < all.size() && read.size() < kRead; ++at)
        read.push_back(all[at]);
    }
    std::cout << id << ": " << desks[id].size() << " hits in replies, " << mails[id].size()
              << " in mail, " << read.size() << " to read\n";
    if (read.empty()) continue;
    std::ofstream file(folder + "/" + id + ".tsv");
    for (const Hit& hit : read)
      file << hit.id << '\t' << hit.level << '\t' << hit.incoming << '\t' << hit.text << '\t'
           << hit.message << '\n';
  }
  return 0;
}

using Verdicts = std::map<std::string, bool>;

Verdicts verdicts_in(const std::string& path) {
  Verdicts verdicts;
  std::istringstream lines(support::read_file(path));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab + 1 >= line.size()) continue;
    const char said = line[tab + 1];
    if (said == '0' || said == '1') verdicts[line.substr(0, tab)] = said == '1';
  }
  return verdicts;
}

// Both said so, only the first, only the second, neither.
struct Pair {
  double both = 0, first = 0, second = 0, neither = 0;

  double size() const { return both + first + second + neither; }
  double agreement() const { return (both + neither) / size(); }
  // Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.
  double kappa() const {
    const double n = size();
    const double one = (both + first) / n, two = (both + second) / n;
    const double chance = one * two + (1 - one) * (1 - two);
    return chance < 1 ? (agreement() - chance) / (1 - chance) : 1;
  }
};

void print(const std::string& name, const Pair& pair) {
  std::cout << std::left << std::setw(36) << name << std::right << std::fixed << std::setprecision(0)
            << std::setw(6) << pair.size() << std::setprecision(2) << std::setw(9)
            << (pair.both + pair.first) / pair.size() << std::setw(9)
            << (pair.both + pair.second) / pair.size() << std::setprecision(0) << std::setw(9)
            << 100 * pair.agreement() << " %" << std::setprecision(2) << std::setw(8)
            << pair.kappa() << '\n';
}

std::set<std::string> drawn_in(const std::string& folder) {
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::istringstream lines(support::read_file(entry.path()));
    for (std::string line; std::getline(lines, line);) ids.insert(line.substr(0, line.find('\t')));
  }
  return ids;
}

int judge(const std::string& first, const std::string& second, const std::string& folder) {
  const Verdicts one = verdicts_in(first), two = verdicts_in(second);
  const std::set<std::string> drawn = folder.empty() ? std::set<std::string>() : drawn_in(folder);
  std::map<std::string, Pair> rules;
  Pair all;
  for (const auto& [id, said] : one) {
    const auto other = two.find(id);
    if (other == two.end() || (!folder.empty() && !drawn.count(id))) continue;
    for (Pair* pair : {&rules[id.substr(0, id.find('/'))], &all})
      ++(said ? (other->second ? pair->both : pair->first)
              : (other->second ? pair->second : pair->neither));
  }
  if (rules.empty()) {
    std::cout << "no hit was read by both\n";
    return 1;
  }
  std::cout << std::left << std::setw(36) << "rule" << std::right << std::setw(6) << "read"
            << std::setw(9) << "first" << std::setw(9) << "second" << std::setw(11) << "agree"
            << std::setw(8) << "kappa" << '\n';
  for (const auto& [rule, pair] : rules) print(rule, pair);
  print("all", all);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "judge" && (argc == 4 || argc == 5))
    return judge(argv[2], argv[3], argc == 5 ? argv[4] : "");
  if (what != "draw" || argc < 4) {
    std::cerr << "usage: precision_eval draw coach|suggestion|warning FOLDER [RULE...]\n"
                 "       precision_eval judge READER1 READER2 [FOLDER]\n";
    return 2;
  }
  const char* data = std::getenv("DESKSIDE_DATA");
  if (!data || !std::ifstream(std::string(data) + "/support/sumo.csv")) {
    std::cout << "skipped: DESKSIDE_DATA names no folder with the data\n";
    return 0;
  }
  return draw(data, argv[2], argv[3], {argv + 4, argv + argc});
}
