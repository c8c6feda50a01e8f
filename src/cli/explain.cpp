#include <algorithm>
#include <cctype>

#include "commands.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "slips.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr auto flags = join(setup_flags);

// All that tells one example from the next, its text last.
std::string example_line(const deskside::rule::example& example) {
  std::string line;
  for (const char* part : {"template", "profile", "stage", "from", "to", "cc", "bcc", "date", "now",
                           "subject", "attachment", "promise", "thread", "incoming"})
    if (const auto value = example.part(part))
      line.append(part).append(": ").append(*value).append(" / ");
  return line.append(example.part("text").value_or(""));
}

// Nobody has to remember how it is written.
std::optional<deskside::rule> find_rule(const deskside::engine& engine, const std::string& id) {
  if (auto rule = engine.rule(id)) return rule;
  std::string small = id;
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return engine.rule(small);
}

int explain(const Arguments& arguments) {
  arguments.expect_operands(1, 1);
  const std::string& id = arguments.operands().front();
  const deskside::engine engine = engine_from(arguments);
  const std::optional<deskside::rule> rule = find_rule(engine, id);
  if (!rule) {
    throw Misuse("there is no rule \"" + id + "\"; " + nearest_rule(engine, id));
  }
  const Style style = Style::of_terminal();
  std::string out = style.paint(Ink::bold, rule->name()) + " [" + std::string(rule->id()) + "]\n" +
                    std::string(rule->pillar()) + ", " + name_of(rule->level()) +
                    (rule->active() ? "" : ", off") + "\n\n";
  const auto add = [&](const char* first, std::string_view text) {
    if (!text.empty()) out += wrapped(visible(text), first, "           ");
  };
  add("  says     ", rule->message());
  add("  why      ", rule->why());
  add("  instead  ", rule->instead());
  for (const auto& example : rule->examples())
    if (!example.good()) add("  not      ", example_line(example));
  for (const auto& example : rule->examples())
    if (example.good()) add("  fine     ", example_line(example));
  for (const std::string_view source : rule->sources()) add("  source   ", source);
  print(out + "\nTo switch it off, write under [rules] in deskside.toml: \"" +
        std::string(rule->id()) + "\" = \"off\"\n");
  return 0;
}

}  // namespace

const Command explain_command = {
    "explain",    "RULE", "what a rule says, why, and what to write instead", "", flags.data(),
    flags.size(), explain};

}  // namespace dsk::cli
