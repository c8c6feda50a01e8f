// What a message asks, names, tells and feels: what a reply to it will be held to.
#include <cstdint>

#include "commands.hpp"
#include "facts_output.hpp"
#include "files.hpp"
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

void write_text(std::string_view file, const std::vector<deskside::fact>& signals) {
  const Style style = Style::of_terminal();
  print(style.paint(Ink::bold, visible(file)) + "\n");
  for (const deskside::fact& signal : signals) {
    std::string head = "  " + std::string(signal.name());
    head.resize(std::max<std::size_t>(head.size() + 1, 24), ' ');
    const std::string value(signal.value());
    print(wrapped(visible(signal.text()) + (value.empty() ? "" : " (" + visible(value) + ")"), head,
                  std::string(24, ' ')));
  }
  if (signals.empty()) print("  nothing that a reply would be held to\n");
}

int incoming(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const bool json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::unit unit =
      unit_named(arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"}));
  const deskside::engine engine(options_from(arguments));
  for (const std::string& file : arguments.operands()) {
    deskside::mail mail;
    mail.set("incoming", read_mail(file));
    const deskside::report report = engine.check(mail);
    const std::vector<deskside::fact> signals = report.facts("signal");
    if (json)
      print(facts_as_json(file, {{"signals", signals}}, unit));
    else
      write_text(file, signals);
  }
  return 0;
}

}  // namespace

const Command incoming_command = {
    "incoming", "FILE…|-",    "show what a message asks, names and feels: what a reply is held to",
    "",         flags.data(), flags.size(),
    incoming};

}  // namespace dsk::cli
