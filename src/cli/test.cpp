#include <algorithm>
#include <set>

#include "commands.hpp"
#include "contract.hpp"
#include "files.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "slips.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--rule", "GLOB", "only rules whose id matches, such as tone-*"},
};
constexpr auto flags = join(own_flags, setup_flags);

// The ids that the files of a pack give to rules, however the loader reads the rest.
std::set<std::string> ids_in(const std::string& folder) {
  std::set<std::string> ids;
  for (const std::string& file : files_in(folder, ".toml")) {
    const std::string toml = read_file(file);
    std::string_view rest = toml;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      const std::size_t quote = line.find('"');
      if (line.substr(0, 2) != "id" || quote == std::string_view::npos) continue;
      if (line.substr(2, quote - 2).find_first_not_of(" \t=") != std::string_view::npos) continue;
      ids.emplace(line.substr(quote + 1, line.find('"', quote + 1) - quote - 1));
    }
  }
  return ids;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

int test(const Arguments& arguments) {
  arguments.expect_operands(0, 1);
  const std::string glob = arguments.value_or("--rule", "*");
  std::set<std::string> ids;
  std::vector<std::string> configs;
  deskside::options options = options_from(arguments, &configs);
  deskside::options all_on = options_from(arguments);
  if (!arguments.operands().empty()) {
    const std::string& folder = arguments.operands().front();
    add_pack(options, folder);
    add_pack(all_on, folder);
    ids = ids_in(folder);
  }
  const deskside::engine usual(options);
  std::vector<std::string> packs = arguments.values("--pack");
  packs.insert(packs.end(), arguments.operands().begin(), arguments.operands().end());
  tell_slips(options, usual, packs, configs);
  for (const deskside::rule& rule : usual.rules())
    if (!rule.active()) all_on.set("rule." + std::string(rule.id()), "on");
  const deskside::engine every(all_on);

  Tally tally;
  for (const deskside::rule& rule : every.rules()) {
    if (rule.fits(glob) && (ids.empty() || ids.count(std::string(rule.id())) > 0))
      test_rule(every, usual, rule, tally);
  }
  const Style style = Style::of_terminal();
  std::set<std::string> broken;
  for (const Breach& breach : tally.breaches) {
    if (broken.insert(breach.rule).second) print(style.paint(Ink::bold, breach.rule) + "\n");
    if (!breach.example.empty()) print(wrapped(visible(breach.example), "  | ", "  | "));
    print(wrapped(visible(breach.what), "  ", "  ") + "\n");
  }
  if (tally.rules == 0)
    throw Misuse(arguments.has("--rule")
                     ? "no rule is called \"" + glob + "\"; " + nearest_rule(every, glob)
                     : "no rule was tested: there is none in the folder");
  print(counted(tally.rules, "rule", "rules") + ", " +
        counted(tally.examples, "example", "examples") + ", " +
        counted(tally.variations, "variation", "variations") + ": " +
        (broken.empty() ? "all hold"
                        : counted(broken.size(), "rule breaks", "rules break") + " the contract") +
        "\n");
  return broken.empty() ? 0 : 1;
}

}  // namespace

const Command test_command = {
    "test",
    "[PACK]",
    "test the rules of a pack on their own examples",
    "PACK is a folder of rules; without it the shipped rules are tested. Each bad example must\n"
    "be found where it is marked, each good one pass, each fix work, and all of it must hold in\n"
    "quotes, signatures, HTML, CRLF and so on. Exit status 1 where a rule breaks this.",
    flags.data(),
    flags.size(),
    test};

}  // namespace dsk::cli
