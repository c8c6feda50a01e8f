// Whose words are these? The mail with each zone named, for people who report a wrong one.
#include <algorithm>
#include <array>

#include "batch.hpp"
#include "commands.hpp"
#include "facts_output.hpp"
#include "json.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--own", nullptr, "the author's own text alone"},
    {"--format", "NAME", "text (default) or json"},
    {"--offset-unit", "UNIT", "what offsets in json count: bytes (default), utf16, codepoints"},
};
constexpr auto flags = join(own_flags, judging_flags, reading_flags, setup_flags);

bool is_own(std::string_view zone) {
  static constexpr std::array<std::string_view, 5> own = {"greeting", "heading", "body", "list",
                                                          "sign-off"};
  return std::find(own.begin(), own.end(), zone) != own.end();
}

void write_lines(std::string& out, const Style& style, std::string_view name,
                 std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    std::string head(name);
    head.resize(std::max<std::size_t>(head.size(), 12), ' ');
    const Ink ink = is_own(name) ? Ink::green : name.empty() ? Ink::plain : Ink::dim;
    out += style.paint(Ink::cyan, head) + " | " + style.paint(ink, visible(line)) + "\n";
  }
}

// Behind the break that ends the line before `at`, if it stands before `end`.
std::size_t past_break(std::string_view body, std::size_t at, std::size_t end) {
  if (at == 0 || body[at - 1] == '\n') return at;
  if (at + 1 < end && body.substr(at, 2) == "\r\n") return at + 2;
  return at < end && body[at] == '\n' ? at + 1 : at;
}

void write_text(const std::vector<deskside::fact>& zones, std::string_view body) {
  const Style style = Style::of_terminal();
  std::string out;
  std::size_t at = 0;
  for (const deskside::fact& zone : zones) {
    // A zone inside another one was shown with it.
    const std::size_t end = std::min(zone.end(), body.size());
    if (end <= at) continue;
    const std::size_t begin = std::max(zone.begin(), at);
    at = past_break(body, at, begin);
    if (begin > at) write_lines(out, style, "", body.substr(at, begin - at));
    write_lines(out, style, zone.name(), body.substr(begin, end - begin));
    at = end;
  }
  at = past_break(body, at, body.size());
  if (at < body.size()) write_lines(out, style, "", body.substr(at));
  print(out);
}

void write_own(const std::vector<deskside::fact>& zones) {
  for (const deskside::fact& zone : zones) {
    if (!is_own(zone.name())) continue;
    print(zone.text());
    if (!zone.text().empty() && zone.text().back() != '\n') print("\n");
  }
}

void write_json(const deskside::report& report, std::string_view label, deskside::unit unit) {
  Json json;
  json.begin_object().member("label", label);
  for (const char* kind : {"zone", "inline"}) {
    json.quoted_key(kind == std::string_view("zone") ? "zones" : "inline").begin_array();
    for (const deskside::fact fact : report.facts(kind)) {
      if (fact.side() != deskside::side::mail) continue;
      json.begin_object()
          .member("kind", fact.name())
          .member("begin", fact.begin(unit))
          .member("end", fact.end(unit))
          .member("text", fact.text())
          .end_object();
    }
    json.end_array();
  }
  json.end_object();
  print(json.end_line().text());
}

int zones(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const std::string format = arguments.choice("--format", {"text", "json"});
  const deskside::unit unit = unit_of(arguments);
  const MailReader reader(arguments);
  const deskside::engine engine(options_from(arguments));
  Inputs inputs(arguments.operands(), "");
  return for_each_in_turn(inputs, [&](const Input& input) {
    const deskside::report report = engine.check(reader.read(input.bytes));
    if (format == "text" && !arguments.has("--own") && !inputs.alone())
      print(heading(input.label));
    std::vector<deskside::fact> own;
    for (const deskside::fact zone : report.facts("zone"))
      if (zone.side() == deskside::side::mail) own.push_back(zone);
    if (format == "json")
      write_json(report, input.label, unit);
    else if (arguments.has("--own"))
      write_own(own);
    else
      write_text(own, shown_body(report));
  });
}

}  // namespace

const Command zones_command = {
    "zones",
    "FILE…|-",
    "show whose words are which: own text, quote, signature, …",
    "Of an mbox or a folder each mail in turn, below its name.",
    flags.data(),
    flags.size(),
    zones};

}  // namespace dsk::cli
