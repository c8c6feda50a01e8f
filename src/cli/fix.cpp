// Applies what is safe to apply without looking, and shows the rest as a diff.
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>

#include "batch.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--preview", nullptr, "change nothing: show every fix as a diff"},
};
constexpr auto flags = join(join(join(std::array<Flag, 0>{}, own_flags), mail_flags), setup_flags);

struct Change {
  deskside::finding finding;
  deskside::fix fix;
};

// The fixes in order, no two of them touching: of those that do, the graver one, then the smaller one;
// of several ways the first. What a coach would say of a mail is no reason to rewrite it.
std::vector<Change> changes_in(const deskside::report& report, bool safe) {
  std::vector<Change> all;
  for (const deskside::finding finding : report) {
    const std::vector<deskside::fix> fixes = finding.fixes();
    if (fixes.empty() || (!safe && finding.level() == deskside::level::coach)) continue;
    if ((fixes.front().safety() == deskside::safety::safe) == safe)
      all.push_back({finding, fixes.front()});
  }
  std::stable_sort(all.begin(), all.end(), [](const Change& a, const Change& b) {
    if (a.finding.level() != b.finding.level()) return a.finding.level() > b.finding.level();
    return a.fix.end() - a.fix.begin() < b.fix.end() - b.fix.begin();
  });
  std::map<std::size_t, Change> apart;
  for (const Change& change : all) {
    const auto next = apart.lower_bound(change.fix.begin());
    if ((next == apart.end() || next->first >= change.fix.end()) &&
        (next == apart.begin() || std::prev(next)->second.fix.end() <= change.fix.begin()))
      apart.emplace_hint(next, change.fix.begin(), change);
  }
  std::vector<Change> in_order;
  for (const auto& [begin, change] : apart) in_order.push_back(change);
  return in_order;
}

std::string with_changes(std::string_view body, const std::vector<Change>& changes) {
  std::string out;
  std::size_t at = 0;
  for (const Change& change : changes) {
    out.append(body, at, change.fix.begin() - at);
    out += change.fix.replacement();
    at = change.fix.end();
  }
  return out.append(body, at, std::string_view::npos);
}

void write_marked(std::string& out, const Style& style, char mark, Ink ink, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    out += style.paint(ink, mark + visible(line)) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

// The lines a fix touches, before and after.
std::string diff(const std::string& file, std::string_view body, const Change& change) {
  const Style style = Style::of_terminal();
  const std::size_t begin = change.fix.begin();
  const std::size_t end = change.fix.end();
  std::size_t first = begin == 0 ? std::string_view::npos : body.rfind('\n', begin - 1);
  first = first == std::string_view::npos ? 0 : first + 1;
  const std::size_t last = std::min(body.find('\n', end), body.size());
  std::string out = style.paint(Ink::bold, file + ":" + std::to_string(change.finding.line())) +
                    " " + style.paint(Ink::dim, change.finding.rule().id()) + "\n";
  write_marked(out, style, '-', Ink::red, body.substr(first, last - first));
  write_marked(out, style, '+', Ink::green,
               std::string(body.substr(first, begin - first)) +
                   std::string(change.fix.replacement()) +
                   std::string(body.substr(end, last - end)));
  return out;
}

void show(const std::string& file, const deskside::report& report, bool safe, bool to_output) {
  const std::string body = shown_body(report);
  for (const Change& change : changes_in(report, safe)) {
    const std::string shown = diff(file, body, change);
    if (to_output)
      print(shown);
    else
      std::fputs(shown.c_str(), stderr);
  }
}

// "2 fixes applied; 1 more to look at", "nothing to fix".
std::string told(std::size_t applied, std::size_t left) {
  std::string text = applied == 0   ? "nothing changed"
                     : applied == 1 ? "1 fix applied"
                                    : std::to_string(applied) + " fixes applied";
  if (left > 0)
    return text + "; " + std::to_string(left) + (applied ? " more" : "") + " to look at";
  return applied == 0 ? "nothing to fix" : text;
}

void fix_one(const std::string& file, const MailReader& reader, const deskside::engine& engine,
             bool preview) {
  const std::string bytes = read_mail(file);
  if (holds_several(bytes))
    throw Misuse(file + ": this is an mbox, and fix changes one mail; save that mail as a file of "
                        "its own");
  const deskside::report report = engine.check(reader.read(bytes));
  const std::vector<Change> safe = changes_in(report, true);
  if (preview) {
    show(file, report, true, true);
    show(file, report, false, true);
    if (safe.empty() && changes_in(report, false).empty()) complain(file + ": nothing to fix");
    return;
  }
  const std::string_view body = report.body();
  const std::string fixed_body = with_changes(body, safe);
  const std::optional<std::size_t> place = report.body_in_file();
  const bool in_place = place && file != "-";
  const std::string fixed =
      place ? bytes.substr(0, *place) + fixed_body + bytes.substr(*place + body.size())
            : fixed_body;
  if (!in_place)
    print(fixed);
  else if (!safe.empty())
    replace_file(file, fixed);
  // What is left to look at, as the lines stand now.
  std::optional<deskside::report> again;
  if (place && !safe.empty()) again = engine.check(reader.read(fixed));
  const deskside::report& left = again ? *again : report;
  complain(file + ": " + told(safe.size(), changes_in(left, false).size()) +
           (place ? ""
                  : ". Its text is encoded or not UTF-8, so it cannot be changed where it stands: "
                    "the body alone, decoded, is on standard output"));
  show(file, left, false, in_place);
}

int fix(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const MailReader reader(arguments);
  const deskside::engine engine = engine_from(arguments);
  int status = 0;
  for (const std::string& file : arguments.operands())
    status = std::max(status, guarded(file, [&] {
                        fix_one(file, reader, engine, arguments.has("--preview"));
                      }));
  return status;
}

}  // namespace

const Command fix_command = {
    "fix",
    "FILE…|-",
    "apply the safe fixes, show the others",
    "Text and unencoded mails are changed in place; - goes to standard output. Where the body is\n"
    "encoded (base64, quoted-printable) or not UTF-8, the file stays as it is: the fixed body\n"
    "alone, decoded, goes to standard output. Fixes that should be looked at are shown as a\n"
    "diff, never applied. Standard error tells in a line what was done, or that nothing was.",
    flags.data(),
    flags.size(),
    fix};

}  // namespace dsk::cli
