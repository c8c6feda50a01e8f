#include <algorithm>

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--by-source", nullptr, "each teaching with the rule, setting or tip that carries it"},
    {"--pillar", "NAME", "only empathy, tone, acknowledgement, trust or basics"},
    {"--format", "NAME", "text (default) or json"},
};
constexpr auto flags = join(own_flags, setup_flags);

std::string padded(std::string_view text, std::size_t columns) {
  return std::string(text) + std::string(width(text) < columns ? columns - width(text) : 1, ' ');
}

void write_json(const std::vector<deskside::rule>& rules) {
  Json json;
  json.begin_array();
  for (const deskside::rule& rule : rules) {
    json.begin_object()
        .member("id", rule.id())
        .member("name", rule.name())
        .member("pillar", rule.pillar())
        .member("family", rule.family())
        .member("kind", rule.kind())
        .member("level", name_of(rule.level()))
        .member("active", rule.active())
        .member("message", rule.message())
        .member("why", rule.why())
        .member("instead", rule.instead());
    json.key("source").begin_array();
    for (const std::string_view source : rule.sources()) json.value(source);
    json.end_array().end_object();
  }
  json.end_array();
  print(json.end_line().text());
}

// "rule:a\nrule:b\ntip: Do." as {"rule", "a, b"}, {"tip", "Do."}, in the order they come.
std::vector<std::pair<std::string, std::string>> by_kind(std::string_view carriers) {
  std::vector<std::pair<std::string, std::string>> kinds;
  while (!carriers.empty()) {
    const std::size_t end = carriers.find('\n');
    const std::string_view line = carriers.substr(0, end);
    carriers.remove_prefix(end == std::string_view::npos ? carriers.size() : end + 1);
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(colon == std::string_view::npos ? 0 : colon + 1);
    const std::string kind(line.substr(0, line.size() - name.size() - (colon != line.npos)));
    if (!kinds.empty() && kinds.back().first == kind && name.substr(0, 1) != " ")
      kinds.back().second += ", " + std::string(name);
    else
      kinds.emplace_back(kind, name.substr(name.substr(0, 1) == " "));
  }
  return kinds;
}

// Does a rule of the pillar carry it?
bool is_of(const deskside::engine& engine, std::string_view carriers, std::string_view pillar) {
  for (const auto& [kind, names] : by_kind(carriers)) {
    if (kind != "rule") continue;
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(", ", at), names.size());
      const std::optional<deskside::rule> rule = engine.rule(names.substr(at, end - at));
      if (rule && rule->pillar() == pillar) return true;
      at = end + 2;
    }
  }
  return false;
}

void write_teachings(const deskside::engine& engine, std::string_view pillar) {
  const Style style = Style::of_terminal();
  for (const deskside::fact teaching : engine.teachings()) {
    if (!pillar.empty() && !is_of(engine, teaching.value(), pillar)) continue;
    print(wrapped(visible(teaching.text()), style.paint(Ink::bold, padded(teaching.name(), 8)),
                  "        "));
    for (const auto& [kind, names] : by_kind(teaching.value()))
      print(wrapped(visible(names), "        " + padded(kind, 13), "                     "));
  }
}

int rules(const Arguments& arguments) {
  arguments.expect_operands(0, 0);
  const std::string format = arguments.choice("--format", {"text", "json"});
  const std::string pillar =
      arguments.choice("--pillar", {"", "empathy", "tone", "acknowledgement", "trust", "basics"});
  const deskside::engine engine = engine_from(arguments);
  if (arguments.has("--by-source")) {
    if (format == "json") throw Misuse("--by-source has no json; leave --format out");
    write_teachings(engine, pillar);
    return 0;
  }
  std::vector<deskside::rule> shown;
  for (const deskside::rule& rule : engine.rules())
    if (pillar.empty() || rule.pillar() == pillar) shown.push_back(rule);
  if (format == "json") {
    write_json(shown);
    return 0;
  }
  for (const deskside::rule& rule : shown)
    print(padded(rule.id(), 36) + padded(rule.active() ? name_of(rule.level()) : "off", 12) +
          padded(rule.pillar(), 17) + std::string(rule.name()) + "\n");
  return 0;
}

}  // namespace

const Command rules_command = {
    "rules", "", "list the rules, their levels and pillars", "", flags.data(), flags.size(), rules};

}  // namespace dsk::cli
