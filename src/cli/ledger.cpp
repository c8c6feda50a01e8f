// Promises kept from one mail to the next, so that they survive a shift's end. Local, opt-in.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "batch.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "json.hpp"
#include "ledger_store.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--file", "FILE", "the ledger; else $XDG_DATA_HOME/deskside/ledger.sqlite"},
    {"--key", "NAME", "the conversation; else what the mail's headers say"},
    {"--what", "TEXT", "add: a promise made elsewhere, on the phone say"},
    {"--due", "DATE", "add --what: when it is due: a day (its end, here) or RFC 3339"},
    {"--who", "NAME", "add --what: who has promised it; \"I\" where it is not given"},
    {"--to", "NAME", "add --what: whom it was promised"},
    {"--courtesy", nullptr, "add: also a word the next working day, to hear how it goes"},
    {"--all", nullptr, "list: those that are done, too"},
    {"--format", "NAME", "list and due: text (default) or json"},
};
constexpr auto flags = join(own_flags, reading_flags, setup_flags);

std::string file_of(const Arguments& arguments) {
  return arguments.value_or("--file", ledger_path());
}

std::string now_of(const Arguments& arguments) {
  return now_given(arguments).value_or(clock_now());
}

std::string json_of(const Entry& entry) {
  Json json;
  json.begin_object()
      .member("id", static_cast<std::size_t>(entry.id))
      .member("thread", entry.thread)
      .member("who", entry.who)
      .member("what", entry.what)
      .member("due", entry.due)
      .member("made", entry.made)
      .member("done", entry.done)
      .member("to", entry.to)
      .member("subject", entry.subject)
      .end_object();
  return json.end_line().text();
}

// "to Gail Okafor, about “Re: phone”"; what the conversation is called where neither is known.
std::string conversation(const Entry& entry) {
  const std::string about = entry.subject.empty() ? "" : "about “" + visible(entry.subject) + "”";
  if (!entry.to.empty()) return "to " + visible(entry.to) + (about.empty() ? "" : ", " + about);
  if (!about.empty() || entry.thread.empty()) return about;
  return "in the conversation " + visible(entry.thread);
}

void write(const std::vector<Entry>& entries, bool json) {
  for (const Entry& entry : entries) {
    if (json) {
      print(json_of(entry));
      continue;
    }
    const std::string head = std::to_string(entry.id) + "  " +
                             (entry.due.empty() ? "no time given" : local_time(entry.due)) + "  " +
                             visible(entry.who) + ": ";
    print(wrapped(visible(entry.what) +
                      (entry.done.empty() ? "" : "  (done " + local_time(entry.done) + ")"),
                  head, "    "));
    if (const std::string where = conversation(entry); !where.empty())
      print(wrapped(where, "    ", "    "));
  }
}

// A Date header as RFC 3339: "Fri, 14 Mar 2025 16:30:00 +0100", "14 Mar 2025 16:30 GMT"; "" where
// it is none.
std::string written_at(std::string_view header) {
  const std::size_t digit = header.find_first_of("0123456789");
  if (digit == std::string_view::npos) return "";
  const std::string text(header.substr(digit));
  int day = 0, year = 0, hour = 0, minute = 0, second = 0, used = 0;
  char month[4] = "", zone[6] = "";
  if (std::sscanf(text.c_str(), "%2d %3s %4d %2d:%2d%n", &day, month, &year, &hour, &minute,
                  &used) != 5)
    return "";
  const char* rest = text.c_str() + used;
  if (std::sscanf(rest, ":%2d%n", &second, &used) == 1) rest += used;
  if (std::sscanf(rest, " %5s", zone) != 1) return "";
  for (const char* const utc : {"GMT", "UT", "UTC", "Z"})
    if (std::string_view(zone) == utc) std::strcpy(zone, "+0000");
  const std::size_t named = std::string_view("JanFebMarAprMayJunJulAugSepOctNovDec").find(month);
  if (named == std::string_view::npos || (zone[0] != '+' && zone[0] != '-')) return "";
  char out[40];
  std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d%.3s:%.2s", year,
                static_cast<int>(named / 3) + 1, day, hour, minute, second, zone, zone + 3);
  return out;
}

// The evening of the next working day, in the zone that `now` is told in.
std::string next_working_day(const std::string& now) {
  const std::int64_t day = 24 * 60 * 60;
  // As the clock on the wall shows it.
  const std::string zone = now.size() > 19 ? now.substr(now.find_first_of("+-Zz", 19)) : "Z";
  std::int64_t at = seconds_of(now.substr(0, 19) + "Z").value_or(0) + day;
  // 1 January 1970 was a Thursday.
  while ((at / day + 3) % 7 > 4) at += day;
  const std::time_t when = static_cast<std::time_t>(at);
  std::tm parts{};
  ::gmtime_r(&when, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT17:00:00", &parts);
  return text + zone;
}

int add(const Arguments& arguments, const std::vector<std::string>& files) {
  const std::string now = now_of(arguments);
  if (files.empty() && !arguments.has("--what"))
    throw Misuse("ledger add wants a mail, or --what and --due");
  Ledger ledger(file_of(arguments), true);
  std::size_t added = 0;
  int status = 0;
  if (const auto what = arguments.value("--what")) {
    const std::string given = arguments.value_or("--due", "");
    const std::string due = moment_of(given, DayPart::end);
    if (!due.empty() && !seconds_of(due))
      throw Misuse(
          "--due takes a day or a time, like 2026-11-30 or 2026-11-30T09:00:00+01:00, not \"" +
          given + "\"");
    added += ledger.add({0, arguments.value_or("--key", ""), arguments.value_or("--who", "I"),
                         *what, due, now, "", arguments.value_or("--to", ""), ""});
  }
  if (!files.empty()) {
    const MailReader reader(arguments);
    const deskside::engine engine(options_from(arguments));
    Inputs inputs(files, "");
    status = for_each_in_turn(inputs, [&](const Input& input) {
      const std::string thread = arguments.value_or("--key", thread_of(input.bytes));
      const deskside::report report = engine.check(reader.read(input.bytes));
      std::string to, subject, written;
      for (const deskside::fact header : report.facts("header")) {
        const std::string value(header.value());
        if (header.name() == "to") to += (to.empty() ? "" : ", ") + value;
        if (header.name() == "subject") subject = value;
        if (header.name() == "date") written = written_at(value);
      }
      for (const deskside::fact promise : report.facts("promise"))
        added += ledger.add({0, thread, std::string(promise.name()), std::string(promise.text()),
                             std::string(promise.value()), now, "", to, subject});
      if (!arguments.has("--courtesy")) return;
      // Counted from when the mail says it was written, unless --now says when that is.
      const bool dated = !written.empty() && !arguments.has("--now");
      added += ledger.add({0, thread, "I", "ask how it goes",
                           next_working_day(dated ? written : now), now, "", to, subject});
    });
  }
  print(std::to_string(added) + (added == 1 ? " promise noted\n" : " promises noted\n"));
  return status;
}

int due(const Arguments& arguments) {
  const std::int64_t now = *seconds_of(now_of(arguments));
  const Ledger ledger(file_of(arguments), false);
  std::vector<Entry> late;
  for (Entry& entry : ledger.entries(true, arguments.value_or("--key", "")))
    if (const auto at = seconds_of(entry.due); at && *at < now) late.push_back(std::move(entry));
  write(late, arguments.choice("--format", {"text", "json"}) == "json");
  if (late.empty() && arguments.choice("--format", {"text", "json"}) == "text")
    print("nothing is overdue\n");
  return 0;
}

int done(const Arguments& arguments, const std::vector<std::string>& ids) {
  if (ids.empty()) throw Misuse("ledger done wants the number that \"deskside ledger list\" shows");
  Ledger ledger(file_of(arguments), false);
  const std::string now = now_of(arguments);
  for (const std::string& id : ids) {
    const bool number = !id.empty() && id.size() < 19 &&
                        id.find_first_not_of("0123456789") == std::string::npos;
    if (!number || !ledger.settle(std::stoll(id), now))
      throw Misuse("there is no open promise " + id + "; \"deskside ledger list\" shows them");
  }
  return 0;
}

// What `list --format json` writes, a promise a line.
Entry entry_of(std::string_view line) {
  const auto text = [&](const std::string& key) {
    std::string value;
    const std::size_t at = line.find("\"" + key + "\":\"");
    if (at == std::string_view::npos) return value;
    for (std::size_t i = at + key.size() + 4; i < line.size() && line[i] != '"'; ++i) {
      if (line[i] != '\\' || i + 1 == line.size()) {
        value += line[i];
        continue;
      }
      const char c = line[++i];
      const std::string code(c == 'u' ? line.substr(i + 1, 4) : "");  // of a control character
      value += c == 'n'   ? '\n'
               : c == 'r' ? '\r'
               : c == 't' ? '\t'
               : c == 'u' ? static_cast<char>(std::strtol(code.c_str(), nullptr, 16))
                          : c;
      i += code.size();
    }
    return value;
  };
  return {0,           text("thread"), text("who"), text("what"), text("due"),
          text("made"), text("done"),   text("to"),  text("subject")};
}

int import(const Arguments& arguments, const std::vector<std::string>& files) {
  if (files.size() != 1) throw Misuse("ledger import wants one file, or - for standard input");
  const std::string lines = read_file(files.front());
  Ledger ledger(file_of(arguments), true);
  std::size_t added = 0;
  std::string_view rest = lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (line.find('{') == std::string_view::npos) continue;
    const Entry entry = entry_of(line);
    if (entry.what.empty())
      throw Misuse(files.front() + ": a line has no \"what\"; import reads what export writes");
    added += ledger.add(entry);
  }
  print(std::to_string(added) + (added == 1 ? " promise noted\n" : " promises noted\n"));
  return 0;
}

int run(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const std::string& verb = arguments.operands().front();
  const std::vector<std::string> rest(arguments.operands().begin() + 1, arguments.operands().end());
  if (verb == "add") return add(arguments, rest);
  if (verb == "done") return done(arguments, rest);
  if (verb == "import") return import(arguments, rest);
  if (verb != "list" && verb != "due" && verb != "export")
    throw Misuse("ledger knows add, due, done, list, export and import, not \"" + verb + "\"");
  if (!rest.empty()) throw Misuse("ledger " + verb + " wants nothing more");
  if (verb == "due") return due(arguments);
  const bool json = verb == "export" || arguments.choice("--format", {"text", "json"}) == "json";
  // Before the first promise there is nothing to list, and no mistake.
  if (const std::string file = file_of(arguments);
      verb == "list" && !file.empty() && !std::filesystem::exists(file)) {
    if (!json) print("nothing is noted yet; \"deskside ledger add\" begins a ledger\n");
    return 0;
  }
  const Ledger ledger(file_of(arguments), false);
  const std::vector<Entry> entries =
      ledger.entries(verb == "list" && !arguments.has("--all"), arguments.value_or("--key", ""));
  write(entries, json);
  if (entries.empty() && !json)
    print(arguments.has("--all") ? "nothing was promised\n" : "nothing is open\n");
  return 0;
}

}  // namespace

const Command ledger_command = {
    "ledger",
    "add|due|done|list|export|import [FILE…|-|NUMBER…]",
    "keep promises from one mail to the next",
    "add FILE     note what the mail promises, under its conversation\n"
    "due          show what is overdue\n"
    "done NUMBER  it is kept\n"
    "list         show what is open: its number, when it is due on the clock here, who promised what,\n"
    "             and to whom; --format json for programs\n"
    "export       write all as JSON, a promise a line; import reads it\n"
    "The ledger is a file of yours. Nothing begins one but add and import, and \"deskside check\n"
    "--ledger\" reads it.",
    flags.data(),
    flags.size(),
    run};

}  // namespace dsk::cli
