#include <unistd.h>

#include <algorithm>

#include "batch.hpp"
#include "commands.hpp"
#include "facts_output.hpp"
#include "output.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--format", "NAME", "text (default), gcc, json, or jsonl (a mail a line)"},
    {"--suggest", nullptr, "look for better spellings too"},
    {"--all", nullptr, "tell every remark in full, not the three gravest alone"},
    {"--coach", nullptr, "show coaching remarks and what was done well"},
    {"--offset-unit", "UNIT", "what offsets count: bytes (default), utf16 or codepoints"},
    {"--label", "NAME", "call the mail this instead of its file name"},
};
constexpr auto flags = join(own_flags, judging_flags, reading_flags, setup_flags);

int check(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  Wishes wishes;
  wishes.unit = unit_of(arguments);
  wishes.suggest = arguments.has("--suggest");
  wishes.all = arguments.has("--all");
  wishes.coach = arguments.has("--coach");
  wishes.incoming_given = arguments.has("--incoming");
  Inputs inputs(arguments.operands(), arguments.value_or("--label", ""));
  const auto format = make_format(arguments.choice("--format", {"text", "gcc", "json", "jsonl"}),
                                  wishes, inputs.alone());
  const MailReader reader(arguments);
  const deskside::engine engine = engine_from(arguments);
  bool stop = false;
  int mistakes = 0;

  const auto work = [&](Input& input) {
    Outcome outcome;
    if (!input.problem.empty()) {
      outcome.complaint = input.problem;
      outcome.mistake = 2;
      return outcome;
    }
    try {
      const deskside::mail mail = reader.read(input.bytes);
      std::string().swap(input.bytes);  // it may be large, and the mail has a copy
      const deskside::report report = engine.check(mail);
      outcome.piece = format->piece({input.label, input.origin, report, engine});
    } catch (const deskside::error& error) {
      outcome.complaint = input.label + ": " + error.what();
      outcome.mistake = exit_status(error.status());
    }
    return outcome;
  };
  const auto tell = [&](Outcome&& outcome) {
    mistakes = std::max(mistakes, outcome.mistake);
    if (outcome.mistake) return complain(outcome.complaint);
    print(format->before(outcome.piece));
    print(outcome.piece.text);
    stop = stop || outcome.piece.verdict >= deskside::verdict::confirm;
  };
  // A progress line only where nothing else is written to the same terminal.
  for_each_mail(inputs, work, tell, inputs.many() && isatty(2) && !isatty(1));
  print(format->after(engine));
  if (mistakes) return mistakes;
  return stop ? 1 : 0;
}

}  // namespace

const Command check_command = {
    "check",
    "FILE…|-",
    "look a mail over before it is sent",
    "Each FILE is a mail, plain text where it has no header block, an mbox, a Maildir, or a folder\n"
    "of .eml files; - is standard input. Many mails are read on all cores and told in their order.\n"
    "Exit status 1 says: look at it again before sending. A file without a word passes.\n"
    "--format gcc writes FILE:LINE:COLUMN: error, warning or note: what there is to say [RULE]; a\n"
    "note of --coach ends in [RULE,coach], any other is a suggestion. Lines are those of the file,\n"
    "of an mbox, too, where \"FILE: In mail NUMBER:\" stands above what is said of one. In text and\n"
    "json FILE:NUMBER is a mail of an mbox; json counts lines from where the mail begins.",
    flags.data(),
    flags.size(),
    check};

}  // namespace dsk::cli
