// What a message asks, names, tells and feels: what a reply to it will be held to.
#include <algorithm>
#include <cctype>
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
constexpr auto flags = join(join(std::array<Flag, 0>{}, own_flags), setup_flags);

// What an agent wants to see at once, in this order; the rest are signals that rules go by, told in json.
struct Group {
  const char* heading;
  std::vector<std::string_view> names;  // "tried-" stands for all that begin so
};
const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"name", {"name"}},
      {"asks", {"asked", "asked-indirectly"}},
      {"tried", {"has-tried", "tried-", "did-step"}},
      {"numbers",
       {"order", "ticket", "serial", "error-code", "version", "amount", "phone", "number", "date"}},
      {"times", {"due-then", "time-ahead", "has-when-began", "waited", "time"}},
      {"mood",
       {"distress", "distress-mild", "complaint", "abuse", "threat", "praise", "unanswered"}},
  };
  return all;
}

bool is_of(const Group& group, std::string_view name) {
  return std::any_of(group.names.begin(), group.names.end(), [&](std::string_view one) {
    return one.back() == '-' ? name.substr(0, one.size()) == one : name == one;
  });
}

bool holds(const deskside::fact& one, const deskside::fact& other) {
  return one.end() > one.begin() && one.begin() <= other.begin() && other.end() <= one.end();
}

// Without those whose words are told as part of another one's; they come in the order of the text.
std::vector<deskside::fact> apart(const std::vector<deskside::fact>& all) {
  std::vector<deskside::fact> kept;
  for (const deskside::fact& it : all) {
    if (!kept.empty() && holds(kept.back(), it)) continue;
    while (!kept.empty() && holds(it, kept.back())) kept.pop_back();
    kept.push_back(it);
  }
  return kept;
}

// "I've tried" says little without the words that follow, up to the next mark.
std::string with_clause(std::string_view body, const deskside::fact& signal) {
  constexpr std::size_t most = 80;
  const std::size_t begin = signal.begin();
  std::size_t end = signal.end();
  // In HTML, and where a secret is masked, the words stand otherwise in the body.
  if (end > body.size() || body.substr(begin, end - begin) != signal.text())
    return std::string(signal.text());
  if (end < body.size() && body[end] == ':') ++end;  // "Tried: another cable"
  for (; end < body.size() && end - begin < most; ++end) {
    const bool blank_follows =
        end + 1 == body.size() || std::isspace(static_cast<unsigned char>(body[end + 1])) != 0;
    if (blank_follows && std::string_view(".,;:!?\n").find(body[end]) != std::string_view::npos)
      break;
  }
  const std::size_t first = std::min(body.find_first_not_of(" ,;\n", begin), end);
  return cut_short(body.substr(first, end - first), most - 1);
}

// "before 4" goes on to where the time ends that begins in it: "before 4 pm".
std::string with_time(std::string_view body, const deskside::fact& signal,
                      const std::vector<deskside::fact>& times) {
  for (const deskside::fact& time : times)
    if (time.begin() < signal.end() && signal.end() < time.end() && time.end() <= body.size() &&
        body.substr(signal.begin(), signal.text().size()) == signal.text())
      return std::string(body.substr(signal.begin(), time.end() - signal.begin()));
  return std::string(signal.text());
}

std::string shown(std::string_view body, const std::vector<deskside::fact>& times,
                  const deskside::fact& signal, std::string_view group) {
  if (signal.name() == "unanswered")
    return std::string(signal.value()) + " mails without an answer";
  if (group == "numbers") return std::string(signal.name()) + " " + visible(signal.text());
  if (group == "tried") return visible(with_clause(body, signal));
  if (group == "times" && !signal.text().empty()) return visible(with_time(body, signal, times));
  return visible(signal.text().empty() ? signal.value() : signal.text());
}

// `report` is on the message itself: it has the body, and the times told there.
void write_text(std::string_view label, const deskside::report& report,
                const std::vector<deskside::fact>& signals) {
  const auto body = shown_body(report);
  const std::vector<deskside::fact> times = report.facts("time");
  const Style style = Style::of_terminal();
  constexpr std::size_t column = 12;
  constexpr std::size_t most = 40;  // of one group: who needs more has JSON
  const auto write = [&](std::string_view heading, const auto& texts, const char* between) {
    if (texts.empty()) return;
    std::string line;
    for (const auto& text : texts) line.append(line.empty() ? "" : between).append(text);
    std::string head = "  " + std::string(heading);
    head.resize(column, ' ');
    print(wrapped(line, style.paint(Ink::bold, head), std::string(column, ' ')));
  };
  print(heading(label));
  std::vector<deskside::fact> rest = signals;
  for (const Group& group : groups()) {
    const auto ours = std::stable_partition(rest.begin(), rest.end(), [&](const auto& one) {
      return !is_of(group, one.name());
    });
    std::vector<std::string> texts;
    for (const deskside::fact& one : apart({ours, rest.end()})) {
      if (texts.size() == most) {
        texts.push_back("…");
        break;
      }
      std::string text = shown(body, times, one, group.heading);
      const auto has_it = [&](const std::string& told) { return told.find(text) != told.npos; };
      if (std::none_of(texts.begin(), texts.end(), has_it)) texts.push_back(std::move(text));
    }
    write(group.heading, texts, "; ");
    rest.erase(ours, rest.end());
  }
  if (signals.empty()) print("  nothing that a reply would be held to\n");
  else if (rest.size() == signals.size())
    print("  no question, number, time or mood; --format json has what rules go by\n");
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
    // Its body comes with a report on itself.
    mail.set("raw", input.bytes);
    write_text(input.label, engine.check(mail), signals);
  });
}

}  // namespace

const Command incoming_command = {
    "incoming",
    "FILE…|-",
    "show what a message asks, names and feels: what a reply is held to",
    "What the writer of a reply needs. --format json has all signals that rules go by, with the\n"
    "words and the place of each. Of an mbox each mail in turn.",
    flags.data(),
    flags.size(),
    incoming};

}  // namespace dsk::cli
