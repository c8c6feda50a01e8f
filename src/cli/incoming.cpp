// What a message asks, names, tells and feels: what a reply to it will be held to.
#include <algorithm>
#include <cstdint>
#include <set>

#include "batch.hpp"
#include "commands.hpp"
#include "facts_output.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--format", "NAME", "text (default) or json"},
    {"--offset-unit", "UNIT", "what offsets in json count: bytes (default), utf16, codepoints"},
};
constexpr auto flags = join(join(std::array<Flag, 0>{}, own_flags), setup_flags);

// What an agent wants to see at once, in this order; the rest are signals that rules go by.
struct Group {
  const char* heading;
  std::vector<std::string_view> names;  // "tried-" stands for all that begin so
};
const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"name", {"name"}},
      {"asks", {"asked", "asked-indirectly"}},
      {"tried", {"has-tried", "tried-", "did-step", "did-other"}},
      {"trouble", {"has-error-text", "problem", "says-again", "loss", "missed-call"}},
      {"numbers",
       {"order", "ticket", "serial", "error-code", "version", "amount", "phone", "number", "date"}},
      {"times", {"due-then", "time-ahead", "has-when-began", "waited", "time"}},
      {"mood", {"distress", "distress-mild", "complaint", "abuse", "threat", "praise", "unanswered"}},
  };
  return all;
}

bool is_of(const Group& group, std::string_view name) {
  return std::any_of(group.names.begin(), group.names.end(), [&](std::string_view one) {
    return one.back() == '-' ? name.substr(0, one.size()) == one : name == one;
  });
}

// Without those whose words are told as part of another one's.
std::vector<deskside::fact> apart(const std::vector<deskside::fact>& all) {
  std::vector<deskside::fact> kept;
  for (const deskside::fact& it : all) {
    const auto holds = [](const deskside::fact& one, const deskside::fact& other) {
      return one.end() > one.begin() && one.begin() <= other.begin() && other.end() <= one.end();
    };
    const auto has_it = [&](const deskside::fact& one) { return holds(one, it); };
    if (std::any_of(kept.begin(), kept.end(), has_it)) continue;
    kept.erase(std::remove_if(kept.begin(), kept.end(),
                              [&](const deskside::fact& one) { return holds(it, one); }),
               kept.end());
    kept.push_back(it);
  }
  return kept;
}

std::string shown(const deskside::fact& signal, std::string_view group) {
  if (signal.name() == "unanswered")
    return std::string(signal.value()) + " mails without an answer";
  if (group == "numbers") return std::string(signal.name()) + " " + visible(signal.text());
  return visible(signal.text().empty() ? signal.value() : signal.text());
}

void write_text(std::string_view label, const std::vector<deskside::fact>& signals) {
  const Style style = Style::of_terminal();
  constexpr std::size_t column = 12;
  const auto write = [&](std::string_view heading, const std::string& text) {
    std::string head = "  " + std::string(heading);
    head.resize(column, ' ');
    print(wrapped(text, style.paint(Ink::bold, head), std::string(column, ' ')));
  };
  print(heading(label));
  std::vector<deskside::fact> rest = signals;
  for (const Group& group : groups()) {
    const auto ours = std::stable_partition(rest.begin(), rest.end(), [&](const auto& one) {
      return !is_of(group, one.name());
    });
    std::string line;
    for (const deskside::fact& one : apart({ours, rest.end()}))
      line += (line.empty() ? "" : "; ") + shown(one, group.heading);
    if (!line.empty()) write(group.heading, line);
    rest.erase(ours, rest.end());
  }
  std::set<std::string_view> names;
  for (const deskside::fact& one : rest) names.insert(one.name());
  std::string line;
  for (const std::string_view name : names) line += (line.empty() ? "" : ", ") + visible(name);
  if (!line.empty()) write("signals", line);
  if (signals.empty()) print("  nothing that a reply would be held to\n");
}

int incoming(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const bool json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::unit unit =
      unit_named(arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"}));
  const deskside::engine engine(options_from(arguments));
  Inputs inputs(arguments.operands(), "");
  return for_each_in_turn(inputs, [&](const Input& input) {
    deskside::mail mail;
    mail.set("incoming", input.bytes);
    const deskside::report report = engine.check(mail);
    const std::vector<deskside::fact> signals = report.facts("signal");
    if (json) return print(facts_as_json(input.label, {{"signals", signals}}, unit));
    write_text(input.label, signals);
  });
}

}  // namespace

const Command incoming_command = {
    "incoming",
    "FILE…|-",
    "show what a message asks, names and feels: what a reply is held to",
    "What the writer of a reply needs stands first. The other signals that rules go by are named\n"
    "below; --format json has the words and the place of each. Of an mbox each mail in turn.",
    flags.data(),
    flags.size(),
    incoming};

}  // namespace dsk::cli
