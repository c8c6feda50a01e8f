// Who will do what by when, as a mail promises it.
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
constexpr auto flags = join(join(join(std::array<Flag, 0>{}, own_flags), mail_flags), setup_flags);

int promises(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const bool json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::unit unit =
      unit_named(arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"}));
  const MailReader reader(arguments);
  const deskside::engine engine(options_from(arguments));
  for (const std::string& file : arguments.operands()) {
    const deskside::report report = engine.check(reader.read(read_file(file)));
    const std::vector<deskside::fact> found = report.facts("promise");
    if (json) {
      print(facts_as_json({file, "promises", found}, unit));
      continue;
    }
    for (const deskside::fact& promise : found)
      print(wrapped(
          visible(promise.text()),
          (promise.value().empty() ? std::string("no time given") : visible(promise.value())) +
              "  " + visible(promise.name()) + ": ",
          "    "));
  }
  return 0;
}

}  // namespace

const Command promises_command = {"promises", "FILE…|-",    "show who promises what, and by when",
                                  "",         flags.data(), flags.size(),
                                  promises};

}  // namespace dsk::cli
