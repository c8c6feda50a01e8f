#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "output.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--format", "NAME", "text (default), gcc, json, or jsonl (a mail a line)"},
    {"--suggest", nullptr, "look for better spellings too"},
    {"--coach", nullptr, "show coaching remarks and what was done well"},
    {"--offset-unit", "UNIT", "what offsets count: bytes (default), utf16 or codepoints"},
    {"--label", "NAME", "call the mail this instead of its file name"},
};
constexpr auto flags = join(join(join(std::array<Flag, 0>{}, own_flags), mail_flags), setup_flags);

deskside::unit unit_of(const std::string& name) {
  if (name == "utf16") return deskside::unit::utf16;
  return name == "bytes" ? deskside::unit::bytes : deskside::unit::codepoints;
}

int check(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const std::vector<std::string>& files = arguments.operands();
  Wishes wishes;
  wishes.unit = unit_of(arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"}));
  wishes.suggest = arguments.has("--suggest");
  wishes.coach = arguments.has("--coach");
  const auto format = make_format(arguments.choice("--format", {"text", "gcc", "json", "jsonl"}),
                                  wishes, files.size());
  const MailReader reader(arguments);
  const deskside::engine engine(options_from(arguments));
  bool stop = false;
  int mistakes = 0;
  // One mail at a time: memory is that of the largest, whatever their number.
  for (const std::string& file : files) {
    const std::string label = arguments.value_or("--label", file);
    try {
      const deskside::report report = engine.check(reader.read(read_file(file)));
      const Piece piece = format->piece({label, report, engine});
      print(format->before(piece));
      print(piece.text);
      stop = stop || piece.verdict >= deskside::verdict::confirm;
    } catch (const Misuse& mistake) {
      complain(mistake.what());
      mistakes = std::max(mistakes, 2);
    } catch (const deskside::error& error) {
      complain(file + ": " + error.what());
      mistakes = std::max(mistakes, exit_status(error.status()));
    }
  }
  print(format->after(engine));
  if (mistakes) return mistakes;
  return stop ? 1 : 0;
}

}  // namespace

const Command check_command = {
    "check",
    "FILE…|-",
    "look a mail over before it is sent",
    "Each FILE is a mail, or plain text where it has no header block; - is standard input.\n"
    "Exit status 1 says: look at it again before sending.",
    flags.data(),
    flags.size(),
    check};

}  // namespace dsk::cli
