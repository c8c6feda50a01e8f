// What the catalogue says about other people's writing:
//   catalogue_eval hits [--rule ID] [--samples N] [--level coach|suggestion|warning]
//     every rule's hits per 1,000 replies of real support desks; with --rule, N of them to read
//   catalogue_eval politeness     tone findings per sentence by quartile of politeness
//   catalogue_eval incivility     rows with a tone finding, by label
//     both take the same options; the level is suggestion unless given; --profile NAME
// The folder comes from DESKSIDE_DATA; without it this says that it is skipped.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support_replies.hpp"

namespace {

using support::mail_of, support::one_line, support::read_csv, support::Row;

struct Options {
  std::string rule;
  std::size_t samples = 0;
  int level = 2;  // hits: from a warning up; the tone of others' writing: from a suggestion up
  std::string profile;
};

// The words around a finding, so that it can be judged.
std::string around(const std::string& text, std::size_t begin, std::size_t end) {
  const std::size_t from = begin > 110 ? begin - 110 : 0;
  return one_line(text.substr(from, begin - from) + " >>" + text.substr(begin, end - begin) +
                  "<< " + text.substr(end, 110));
}

int hits(const deskside::engine& engine, const std::string& data, const Options& options) {
  struct Sample {
    std::string source, id, words;
  };
  std::map<std::string, std::map<std::string, std::size_t>> counts;
  std::vector<Sample> samples;
  std::map<std::string, std::size_t> replies, stopped;
  support::each_reply(data, [&](const support::Reply& reply) {
    const deskside::report report = engine.check(mail_of(reply.text, reply.incoming));
    ++replies[reply.source];
    std::set<std::string> seen;
    for (const auto finding : report) {
      if (static_cast<int>(finding.level()) < options.level) continue;
      const std::string rule(finding.rule().id());
      seen.insert(rule);
      if (rule == options.rule)
        samples.push_back(
            {reply.source, reply.id, around(reply.text, finding.begin(), finding.end())});
    }
    for (const std::string& rule : seen) ++counts[rule][reply.source];
    stopped[reply.source] += !seen.empty();
  });
  if (!options.rule.empty()) {
    std::mt19937 random(20260101);
    std::shuffle(samples.begin(), samples.end(), random);
    for (std::size_t at = 0; at < std::min(samples.size(), options.samples); ++at)
      std::cout << samples[at].source << ' ' << samples[at].id << ": " << samples[at].words << "\n";
    std::cout << samples.size() << " hits\n";
    return 0;
  }
  std::cout << std::left << std::setw(40) << "hits per 1,000 replies";
  for (const support::Source& source : support::kDesks) std::cout << std::right << std::setw(11) << source.name;
  std::cout << '\n' << std::fixed << std::setprecision(1);
  const auto line = [&](const std::string& name, std::map<std::string, std::size_t>& by_source) {
    std::cout << std::left << std::setw(40) << name;
    for (const support::Source& source : support::kDesks) {
      const double many = static_cast<double>(by_source[source.name]);
      const double all = static_cast<double>(std::max<std::size_t>(1, replies[source.name]));
      std::cout << std::right << std::setw(11) << 1000.0 * many / all;
    }
    std::cout << '\n';
  };
  for (auto& [rule, by_source] : counts) line(rule, by_source);
  line("any", stopped);
  return 0;
}

bool is_tone(const std::string& rule) {
  return rule.rfind("tone-", 0) == 0 || rule.rfind("empathy-", 0) == 0 ||
         rule == "closing-ultimatum";
}

std::size_t sentences(const std::string& text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool mark = c == '.' || c == '!' || c == '?';
    if (mark && inside) ++count;
    if (mark)
      inside = false;
    else if (c != ' ' && c != '\n')
      inside = true;
  }
  return std::max<std::size_t>(1, count + inside);
}

void print_some(std::vector<std::string>& shown, std::size_t samples) {
  std::mt19937 random(20260101);
  std::shuffle(shown.begin(), shown.end(), random);
  for (std::size_t at = 0; at < std::min(shown.size(), samples); ++at)
    std::cout << shown[at] << '\n';
}

using Counts = std::map<std::string, std::map<std::string, std::size_t>>;

void print_rules(const Counts& rules) {
  for (const auto& [rule, labels] : rules) {
    std::cout << "  " << std::left << std::setw(36) << rule;
    for (const auto& [label, count] : labels) std::cout << ' ' << label << ' ' << count;
    std::cout << '\n';
  }
}

int politeness(const deskside::engine& engine, const std::string& data, const Options& options) {
  for (const char* file : {"dev.wikipedia.annotated.csv", "dev.stack-exchange.annotated.csv"}) {
    std::map<std::string, std::pair<double, double>> by_quartile;
    Counts rules;
    std::vector<std::pair<double, std::string>> scored;
    std::vector<std::string> shown;
    for (Row& row : read_csv(data + "/politeness/" + file))
      scored.emplace_back(std::atof(row["Normalized Score"].c_str()), row["Request"]);
    std::sort(scored.begin(), scored.end());
    const std::size_t quarter = scored.size() / 4;
    for (std::size_t at = 0; at < scored.size(); ++at) {
      const std::string name = at < quarter                   ? "1 impolite"
                               : at >= scored.size() - quarter ? "4 polite"
                                                               : "2-3 between";
      const std::string& text = scored[at].second;
      deskside::mail mail = mail_of(text, "");
      mail.set("fragment", "yes");
      const deskside::report report = engine.check(mail);
      for (const auto finding : report) {
        const std::string rule(finding.rule().id());
        if (!is_tone(rule) || static_cast<int>(finding.level()) < options.level) continue;
        by_quartile[name].first += 1;
        ++rules[rule][name];
        if (rule == options.rule)
          shown.push_back(name + ": " + around(text, finding.begin(), finding.end()));
      }
      by_quartile[name].second += static_cast<double>(sentences(text));
    }
    print_some(shown, options.samples);
    std::cout << file << ", tone findings per 100 sentences\n";
    for (const auto& [name, count] : by_quartile)
      std::cout << "  " << std::left << std::setw(14) << name << std::fixed << std::setprecision(2)
                << 100.0 * count.first / count.second << '\n';
    print_rules(rules);
  }
  return 0;
}

int incivility(const deskside::engine& engine, const std::string& data, const Options& options) {
  std::map<std::string, std::array<std::size_t, 3>> by_label;
  Counts rules;
  std::vector<std::string> shown;
  for (Row& row : read_csv(data + "/incivility/incivility.csv")) {
    auto& counts = by_label[row["label"]];
    ++counts[0];
    deskside::mail mail = mail_of(row["text"], "");
    mail.set("fragment", "yes");
    const deskside::report report = engine.check(mail);
    bool any = false, warned = false;
    for (const auto finding : report) {
      const std::string rule(finding.rule().id());
      if (!is_tone(rule) || static_cast<int>(finding.level()) < options.level) continue;
      any = true;
      warned = warned || static_cast<int>(finding.level()) >= 2;
      ++rules[rule][row["label"]];
      if (rule == options.rule && row["label"] == "ok")
        shown.push_back(row["source"] + " " + row["id"] + ": " +
                        around(row["text"], finding.begin(), finding.end()));
    }
    counts[1] += any;
    counts[2] += warned;
    if (options.rule == "missed" && row["label"] == "toxic" && !any)
      shown.push_back(row["id"] + ": " + one_line(row["text"].substr(0, 220)));
  }
  print_some(shown, options.samples);
  std::cout << std::fixed << std::setprecision(1);
  for (const auto& [label, counts] : by_label)
    std::cout << label << ": " << counts[0] << " rows, "
              << 100.0 * static_cast<double>(counts[1]) / static_cast<double>(counts[0])
              << " % with a tone finding, "
              << 100.0 * static_cast<double>(counts[2]) / static_cast<double>(counts[0])
              << " % at warning or above\n";
  print_rules(rules);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const char* folder = std::getenv("DESKSIDE_DATA");
  if (!folder || !std::ifstream(std::string(folder) + "/support/sumo.csv")) {
    std::cout << "skipped: DESKSIDE_DATA names no folder with the data\n";
    return 0;
  }
  Options options;
  const std::string what = argc > 1 ? argv[1] : "hits";
  if (what != "hits") options.level = 1;
  for (int at = 2; at + 1 < argc; at += 2) {
    const std::string_view key = argv[at];
    if (key == "--rule") options.rule = argv[at + 1];
    if (key == "--samples") options.samples = static_cast<std::size_t>(std::atoi(argv[at + 1]));
    if (key == "--profile") options.profile = argv[at + 1];
    if (key == "--level")
      options.level = argv[at + 1] == std::string_view("coach")        ? 0
                      : argv[at + 1] == std::string_view("suggestion") ? 1
                                                                       : 2;
  }
  deskside::options settings;
  if (!options.profile.empty()) settings.set("profile", options.profile);
  const deskside::engine engine{settings};
  if (what == "politeness") return politeness(engine, folder, options);
  if (what == "incivility") return incivility(engine, folder, options);
  return hits(engine, folder, options);
}
