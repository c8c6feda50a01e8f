// Who will do what by when, as a mail promises it.
#include <algorithm>
#include <cstdint>

#include "batch.hpp"
#include "commands.hpp"
#include "facts_output.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--format", "NAME", "text (default) or json"},
    {"--offset-unit", "UNIT", "what offsets in json count: bytes (default), utf16, codepoints"},
};
constexpr auto flags = join(own_flags, reading_flags, setup_flags);

struct Reason {
  std::string_view name, sentence;
};
constexpr Reason reasons[] = {
    {"vague", "names no day"},
    {"condition", "waits for something else"},
    {"no-such-day", "is no day of the calendar"},
    {"disagrees", "gives a weekday and a date that do not fit"},
    {"unknown-zone", "is in a zone not known here; CET, UTC+2 or “Paris time” is known"},
    {"undated", "needs a mail with a Date header to count from"},
};

// Does a sentence end in these words?
bool ends_sentence(std::string_view words) {
  for (const std::string_view end : {". ", ".\n", "! ", "!\n", "? ", "?\n", "\n\n", "\r\n\r\n"})
    if (words.find(end) != words.npos) return true;
  return false;
}

// When a promise is due, or why that cannot be told. Its time may stand before it in its sentence,
// in the words since `from`: "By Friday, I will ...".
std::string when(const deskside::fact& promise, const std::vector<deskside::fact>& times,
                 std::size_t from, std::string_view body) {
  auto time = std::partition_point(times.begin(), times.end(),
                                   [&](const deskside::fact& one) { return one.begin() < from; });
  while (time != times.end() && time->end() < promise.begin() &&
         ends_sentence(body.substr(time->end(), promise.begin() - time->end())))
    ++time;
  const std::string due = promise.value().empty() ? "" : local_time(std::string(promise.value()));
  for (; time != times.end() && time->begin() < promise.end(); ++time) {
    const std::string words = "“" + visible(time->text()) + "” ";
    if (!due.empty() && time->name() == "two-ways" && time->value() == promise.value())
      return due + " (" + words + "is read two ways: write the month as a word)";
    for (const Reason& reason : reasons)
      if (due.empty() && time->name() == reason.name) return words + std::string(reason.sentence);
  }
  return due.empty() ? "no time given" : due;
}

int promises(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const bool json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::unit unit = unit_of(arguments);
  const MailReader reader(arguments);
  const deskside::engine engine(options_from(arguments));
  Inputs inputs(arguments.operands(), "");
  return for_each_in_turn(inputs, [&](const Input& input) {
    const deskside::report report = engine.check(reader.read(input.bytes));
    const std::vector<deskside::fact> found = report.facts("promise");
    const std::vector<deskside::fact> times = report.facts("time");
    if (json)
      return print(facts_as_json(input.label, {{"promises", found}, {"times", times}}, unit));
    if (!inputs.alone()) print(heading(input.label));
    std::size_t from = 0;
    for (const deskside::fact& promise : found) {
      print(
          wrapped(visible(promise.text()),
                  when(promise, times, from, report.body()) + "  " + visible(promise.name()) + ": ",
                  "    "));
      from = promise.end();
    }
    if (found.empty()) print("nothing is promised here\n");
  });
}

}  // namespace

const Command promises_command = {
    "promises",
    "FILE…|-",
    "show who promises what, and by when",
    "Of an mbox or a folder each mail in turn, below its name.",
    flags.data(),
    flags.size(),
    promises};

}  // namespace dsk::cli
