// Applies what is safe to apply without looking, and shows the rest as a diff.
#include <strings.h>

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
    {"--preview", nullptr,
     "change nothing: show every fix as a diff; (safe) marks those applied without it"},
};
constexpr auto flags = join(own_flags, judging_flags, reading_flags, setup_flags);

struct Change {
  deskside::finding finding;
  deskside::fix fix;
};

bool is_safe(const deskside::fix& fix) { return fix.safety() == deskside::safety::safe; }

enum class Which { safe, to_look_at, all };

// The fixes in order, no two of them touching: of those that do the safe one, since it is applied
// first, then the graver one, then the smaller one; of several ways the first. What a coach would
// say of a mail is no reason to rewrite it.
std::vector<Change> changes_in(const deskside::report& report, Which which) {
  std::vector<Change> all;
  for (const deskside::finding finding : report) {
    const std::vector<deskside::fix> fixes = finding.fixes();
    if (fixes.empty()) continue;
    const bool safe = is_safe(fixes.front());
    if (!safe && finding.level() == deskside::level::coach) continue;
    if (which == Which::all || safe == (which == Which::safe))
      all.push_back({finding, fixes.front()});
  }
  std::stable_sort(all.begin(), all.end(), [](const Change& a, const Change& b) {
    if (is_safe(a.fix) != is_safe(b.fix)) return is_safe(a.fix);
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

// Bytes [begin, end) of the body as they read with `changes`, all of which lie there.
std::string with_changes(std::string_view body, const std::vector<Change>& changes,
                         std::size_t begin, std::size_t end) {
  std::string out;
  for (const Change& change : changes) {
    out += body.substr(begin, change.fix.begin() - begin);
    out += change.fix.replacement();
    begin = change.fix.end();
  }
  return out += body.substr(begin, end - begin);
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

// Whole lines, and every fix in them.
struct Stretch {
  std::size_t begin = 0, end = 0;  // without the last line's break
  std::vector<Change> changes;
};

std::vector<Stretch> stretches(std::string_view body, const std::vector<Change>& changes) {
  std::vector<Stretch> all;
  for (const Change& change : changes) {
    if (all.empty() || change.fix.begin() > all.back().end) {
      const std::string_view before = body.substr(0, change.fix.begin());
      all.push_back({before.rfind('\n') + 1, 0, {}});  // npos + 1 is the beginning
    }
    all.back().end = std::min(body.find('\n', change.fix.end()), body.size());
    all.back().changes.push_back(change);
  }
  return all;
}

// The lines that fixes touch, before and after, and the rules that ask for it.
std::string diff(const std::string& file, std::string_view body, const Stretch& stretch) {
  const Style style = Style::of_terminal();
  std::vector<std::string> rules;
  for (const Change& change : stretch.changes) {
    std::string rule(change.finding.rule().id());
    if (is_safe(change.fix)) rule += " (safe)";
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }
  std::string names;
  for (const std::string& rule : rules) names += (names.empty() ? "" : ", ") + rule;
  const auto line = std::to_string(stretch.changes.front().finding.line());
  std::string out =
      style.paint(Ink::bold, file + ":" + line) + " " + style.paint(Ink::dim, names) + "\n";
  write_marked(out, style, '-', Ink::red, body.substr(stretch.begin, stretch.end - stretch.begin));
  write_marked(out, style, '+', Ink::green,
               with_changes(body, stretch.changes, stretch.begin, stretch.end));
  return out;
}

void show(const std::string& file, const deskside::report& report,
          const std::vector<Change>& changes, bool to_output) {
  const std::string body = shown_body(report);
  for (const Stretch& stretch : stretches(body, changes)) {
    const std::string shown = diff(file, body, stretch);
    if (to_output)
      print(shown);
    else
      std::fputs(shown.c_str(), stderr);
  }
}

// The mail with `body` in the clear instead of its encoded one, to be judged and not to be sent.
std::string with_plain_body(std::string_view mail, const deskside::report& report,
                            const std::string& body) {
  if (report.facts("header").empty()) return body;
  std::string out;
  bool kept = true;
  while (!mail.empty()) {
    const std::string_view line = mail.substr(0, mail.find('\n') + 1);  // npos + 1 is none
    if (line.empty() || line == "\n" || line == "\r\n") break;
    if (line.front() != ' ' && line.front() != '\t')
      kept = ::strncasecmp(line.data(), "content-", std::min<std::size_t>(line.size(), 8)) != 0;
    if (kept) out += line;
    mail.remove_prefix(line.size());
  }
  const bool html = body.find_first_not_of(" \t\r\n") == body.find('<') && !body.empty();
  return out + "Content-Type: text/" + (html ? "html" : "plain") + "; charset=utf-8\n\n" + body;
}

// Where no fix is left, a reproach may be: that "nothing to fix" is no leave to send it.
std::string not_yet(const deskside::report& report) {
  return report.verdict() >= deskside::verdict::confirm
             ? ", but look at it again: `deskside check` tells why"
             : "";
}

// "2 fixes applied; 1 more to look at", "nothing to fix". `report` is on the mail as it is now.
std::string told(std::size_t applied, std::size_t left, const deskside::report& report) {
  std::string text = applied == 0   ? "nothing changed"
                     : applied == 1 ? "1 fix applied"
                                    : std::to_string(applied) + " fixes applied";
  if (left > 0)
    return text + "; " + std::to_string(left) + (applied ? " more" : "") + " to look at";
  return (applied == 0 ? "nothing to fix" : text) + not_yet(report);
}

void fix_one(const std::string& file, const MailReader& reader, const deskside::engine& engine,
             bool preview) {
  const std::string bytes = read_mail(file);
  if (holds_several(bytes))
    throw Misuse(file + ": this is an mbox, and fix changes one mail; save that mail as a file of "
                        "its own");
  const deskside::report report = engine.check(reader.read(bytes));
  if (preview) {
    const std::vector<Change> all = changes_in(report, Which::all);
    if (all.empty()) complain(file + ": " + told(0, 0, report));
    return show(file, report, all, true);
  }
  const std::vector<Change> safe = changes_in(report, Which::safe);
  const std::string_view body = report.body();
  const std::string fixed_body = with_changes(body, safe, 0, body.size());
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
  if (!safe.empty()) {
    deskside::mail mail = reader.read(place ? fixed : with_plain_body(bytes, report, fixed_body));
    if (!place)
      for (const deskside::fact header : report.facts("header"))
        if (header.name() == "attachment") mail.add("attachment", header.value());
    again = engine.check(mail);
  }
  const deskside::report& left = again ? *again : report;
  const std::vector<Change> to_look_at = changes_in(left, Which::to_look_at);
  complain(file + ": " + told(safe.size(), to_look_at.size(), left) +
           (place ? ""
                  : ". Its text is encoded or not UTF-8, so it cannot be changed where it stands: "
                    "the body alone, decoded, is on standard output"));
  show(file, left, to_look_at, in_place);
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
    "diff, never applied; those of coach remarks are left out, `deskside check --coach` has them.\n"
    "No spelling counts as safe: a word that looks like a slip may well be a name.\n"
    "Standard error tells in a line what was done, or that nothing was.",
    flags.data(),
    flags.size(),
    fix};

}  // namespace dsk::cli
