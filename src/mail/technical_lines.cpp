#include "mail/technical_lines.hpp"

#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/line_words.hpp"
#include "mail/word_table.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

bool ends_with(std::string_view text, char c) { return !text.empty() && text.back() == c; }

// --- logs ---------------------------------------------------------------------------------------

// Length of a time stamp at the start: "2024-05-01 10:11:12", "[10:11:12]", "May  1 10:11:12".
std::size_t stamp(std::string_view words) {
  std::size_t at = 0;
  if (at < words.size() && (words[at] == '[' || words[at] == '(')) ++at;
  const std::size_t begin = at;
  std::size_t digits = 0;
  std::size_t marks = 0;
  std::size_t colons = 0;
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  for (const std::string_view month : kMonths)
    if (starts(words.substr(at), month) && words.size() > at + 4 && words[at + 3] == ' ') at += 4;
  for (; at < words.size() && at < 40; ++at) {
    const char c = words[at];
    if (is_digit(c)) {
      ++digits;
    } else if (c == ':') {
      ++colons;
    } else if (c == '-' || c == '/' || c == '.' || c == ',' || c == '+') {
      ++marks;
    } else if (!(c == ' ' && at + 1 < words.size() &&
                 (is_digit(words[at + 1]) || words[at + 1] == ' ')) &&
               !(c == 'T' && digits > 4) && !(c == 'Z' && digits > 8)) {
      break;
    }
  }
  const bool time = colons >= 2 && digits >= 6;
  const bool kernel = begin == 1 && colons == 0 && marks == 1 && digits >= 7 && at < words.size() &&
                      words[at] == ']';
  return time || kernel ? at : 0;
}

constexpr std::string_view kTraceList[] = {"traceback (most recent call last)",
                                           "caused by: ",
                                           "exception in thread",
                                           "unhandled exception",
                                           "stack trace:",
                                           "segmentation fault",
                                           "php fatal error: ",
                                           "php warning: ",
                                           "panic: runtime error",
                                           "thread 'main' panicked "};
constexpr WordTable kTraces(kTraceList);
constexpr std::string_view kLevelList[] = {"error", "warn",  "warning", "info",   "debug",
                                           "fatal", "trace", "severe",  "notice", "critical",
                                           "emerg", "alert", "crit"};
constexpr WordTable kLevels(kLevelList);

// "Main.run(Main.java:12)" and "main.parse(...)" at the start: a name in parts, and a call of it.
bool is_call(std::string_view line) {
  std::size_t at = 0;
  std::size_t dots = 0;
  while (at < line.size() && line[at] != '(' && !is_space(line[at])) dots += line[at++] == '.';
  return dots > 0 && at > 2 && at < line.size() && line[at] == '(' && line[at - 1] != '.' &&
         line.find(')', at) != line.npos && line.find("://") == line.npos;
}

// Lines of a stack trace, and what stands above them.
bool is_trace(std::string_view line, unsigned holds) {
  if (find_prefix(kTraces, line)) return true;
  const bool dots = (holds & Line::kDot) != 0;
  if (dots && starts(line, "at ") && word_count(line) <= 6 &&
      (line.find('(') != line.npos || line.find(" in ") != line.npos) &&
      (line.find(':') != line.npos || line.find("Native Method") != line.npos))
    return true;
  if (dots && starts(line, "at ") && is_call(line.substr(3)) && ends_with(line, ')')) return true;
  if (starts(line, "file \"")) return line.find("line ") != line.npos;
  if (line[0] == '#' && is_digit(line[1])) {
    const std::string_view frame = trim(line.substr(std::min(line.find(' '), line.size())));
    const bool place = frame.substr(0, 1) == "/" && frame.find("): ") != frame.npos;
    return line.find("0x") != line.npos || place || frame == "{main}" || (dots && is_call(frame));
  }
  if (starts(line, "thrown in /")) return line.find(" on line ") != line.npos;
  // "At line:1 char:5", "+ Get-Item x", "+ ~~~~": how PowerShell shows where it failed.
  if (starts(line, "at line:")) return line.size() > 8 && is_digit(line[8]);
  if (line[0] == 'I' && starts(line, "in zeile:")) return line.size() > 9 && is_digit(line[9]);
  if (line.substr(0, 2) == "+ ")
    return line.find_first_not_of("~ ", 2) == line.npos || line.find("  : ") != line.npos ||
           starts(line, "+ fullyqualifiederrorid");
  if (starts(line, "goroutine ")) return is_digit(line[10]) && ends_with(line, ':');
  if (is_upper(line[0])) {
    // "RuntimeError: ...": one word, of two at least
    std::size_t end = 0, capitals = 0;
    while (end < line.size() && is_alpha(line[end])) capitals += is_upper(line[end++]) ? 1 : 0;
    const std::string_view name = line.substr(0, end);
    const bool failure = (ends(name, "error") || ends(name, "exception")) && capitals >= 2 &&
                         capitals * 3 <= end && is_lower(name[1]);
    if (failure && end + 1 < line.size() && line[end] == ':' && line[end + 1] == ' ') return true;
  }
  if (!dots || !is_alpha(line[0])) return false;
  // "java.lang.NullPointerException: ..."
  const std::string_view head = line.substr(0, std::min(line.find(':'), line.find(' ')));
  const std::size_t dot = head.find('.');
  return dot != head.npos && dot + 1 < head.size() &&
         (ends(head, "exception") || ends(head, "error")) && head.find('/') == head.npos;
}

// "ERROR [main] ...", "[WARN] ...", "E/Tag( 123): ...", "E/Tag: ..."
bool is_levelled(std::string_view line) {
  const bool bracket = line[0] == '[';
  const std::string_view level = line.substr(bracket ? 1 : 0);
  if (!is_upper(level[0])) return false;
  if (level[1] == '/') {
    const std::size_t tag = level.find(": ");
    const bool plain = tag > 5 && tag < 40 && has_only(level.substr(2, tag - 2), is_alnum);
    return line.find("): ") != line.npos ||
           (plain && std::string_view("VDIWEF").find(level[0]) != std::string_view::npos);
  }
  if (!is_upper(level[1])) return false;
  const Entry* known = find_prefix(kLevels, level);
  if (!known) return false;
  std::size_t size = known->text.size();
  while (size < level.size() && is_upper(level[size])) ++size;  // WARN, WARNING
  if (size + 1 >= level.size()) return false;
  if (bracket) return level[size] == ']';
  const auto marked = [&](std::string_view marks) {
    return line.find_first_of(marks) != line.npos;
  };
  if (level[size] == ':')
    return level[size + 1] == ' ' && word_count(line) > 2 && marked("=[]/\\(){}_");
  return level[size] == ' ' && marked("[]{}=");
}

// What the tools of a system say in the same words each time.
constexpr std::string_view kPrintedList[] = {"ping statistics for ",
                                             "approximate round trip times in milli-seconds",
                                             "non-authoritative answer:",
                                             "ethernet adapter ",
                                             "wireless lan adapter ",
                                             "request timed out.",
                                             "over a maximum of 30 hops:",
                                             "trace complete.",
                                             "diagnostic information for administrators:",
                                             "destination host unreachable.",
                                             "exit status ",
                                             "windows registry editor version ",
                                             "microsoft windows [version ",
                                             "tracing route to "};
constexpr WordTable kPrinted(kPrintedList);
// The same, whatever stands behind it.
constexpr std::string_view kReportList[] = {"ping wird ausgeführt für ",
                                            "ping-statistik für ",
                                            "ca. zeitangaben in millisek",
                                            "zeitüberschreitung der anforderung",
                                            "zielhost nicht erreichbar",
                                            "routenverfolgung zu ",
                                            "ablaufverfolgung beendet",
                                            "windows-ip-konfiguration",
                                            "ethernet-adapter ",
                                            "drahtlos-lan-adapter ",
                                            "nicht autorisierende antwort",
                                            "envoi d'une requête 'ping'",
                                            "statistiques ping pour ",
                                            "durée approximative des boucles",
                                            "délai d'attente de la demande dépassé",
                                            "hôte de destination inaccessible",
                                            "détermination de l'itinéraire vers ",
                                            "itinéraire déterminé",
                                            "configuration ip de windows",
                                            "carte ethernet ",
                                            "carte réseau sans fil ",
                                            "windows ip configuration",
                                            "your branch is ahead of '",
                                            "your branch is behind '",
                                            "your branch is up to date with '",
                                            "changes not staged for commit:",
                                            "changes to be committed:",
                                            "nothing to commit, working tree",
                                            "automatic merge failed; fix",
                                            "conflict (content): ",
                                            "conflict (modify/delete): ",
                                            "conflict (add/add): ",
                                            "ping-anforderung konnte host ",
                                            "la requête ping n'a pas pu trouver",
                                            "systemfehler ",
                                            "zugriff verweigert",
                                            "error: failed to push some refs",
                                            "fatal: not a git repository",
                                            "permission denied (publickey",
                                            "error response from daemon: ",
                                            "e: unable to locate package",
                                            "reading package lists..."};
constexpr WordTable kReports(kReportList);

// Output of ls -l and of ping, and what a mail server answers: "550 5.1.1 ...".
bool is_listing(std::string_view line) {
  if (line.size() > 9 && line[0] >= '2' && line[0] <= '5' && is_digit(line[1]) &&
      is_digit(line[2]) && (line[3] == ' ' || line[3] == '-') && line[4] == line[0] &&
      line[5] == '.')
    return is_digit(line[6]) && line.substr(7, 3).find('.') != line.npos;
  if ((line[0] == '-' || line[0] == 'd' || line[0] == 'l') && line.size() > 10 &&
      line.substr(1, 9).find_first_not_of("rwxsStT-") == line.npos)
    return line[10] == ' ' || line[10] == '.' || line[10] == '+';
  if (starts(line, "reply from ")) return holds(line, "ttl=");
  if (starts(line, "pinging ")) return holds(line, " bytes of data");
  if (const Entry* said = find_prefix(kPrinted, line))
    return said->text.size() == line.size() || is_digit(line.back()) || line.back() == ':' ||
           line.back() == ']';
  if (Words(kReports).may_hold(lower(line[0]), lower(line[1]), lower(line[2])) &&
      find_prefix(kReports, line))
    return true;
  return is_digit(line[0]) && line.find(" bytes from ") != line.npos;
}

// "nginx: [emerg] ...", "curl: (60) ...": a program, and of what kind its message is.
bool is_told(std::string_view line) {
  const std::string_view head = line.substr(0, 24);
  const std::size_t colon = head.find(": ");
  if (colon == head.npos || colon < 2 || colon + 4 >= line.size() || !is_lower(line[0]))
    return false;
  if (!std::all_of(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return is_lower(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
      }))
    return false;
  const std::string_view kind = line.substr(colon + 2);
  const std::size_t end = kind.find_first_of(")]");
  if (end == kind.npos || end < 2) return false;
  if (kind[0] == '(') return has_only(kind.substr(1, end - 1), is_digit);
  return kind[0] == '[' && find_prefix(kLevels, kind.substr(1));
}

constexpr std::string_view kAnswerList[] = {"ERROR", "FATAL", "PANIC", "DETAIL", "STATEMENT"};
constexpr WordTable kAnswers(kAnswerList);

// What databases answer: "ERROR 1045 (28000): ...", "ERROR:  ...", "Msg 547, Level 16, ...",
// "ORA-01017: ..."
bool is_of_database(std::string_view line, unsigned holds) {
  if (!is_upper(line[0]) || (holds & (Line::kDigit | Line::kColon)) == 0) return false;
  std::size_t at = 0;
  while (at < line.size() && is_upper(line[at])) ++at;
  if (starts(line, "msg "))
    return line.size() > 4 && is_digit(line[4]) && line.find(", Level ") != line.npos;
  if (at < 3 || at + 8 > line.size()) return false;
  if (line.substr(at, 3) == ":  ")
    return line[at + 3] != ' ' && find_word(kAnswers, line.substr(0, at)) != nullptr;
  const bool dash = line[at] == '-';
  if (!dash && line[at] != ' ') return false;
  std::size_t end = at + 1;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end < at + 5) return false;
  return dash ? end == at + 6 && line[end] == ':' : line.substr(end, 2) == " (";
}

// " 2  gw (10.0.0.1)  0.41 ms  0.38 ms" and " 3  * * *", as routes are traced.
bool is_hop(std::string_view line) {
  std::size_t times = 0;
  for (std::size_t at = line.find(" ms"); at != line.npos; at = line.find(" ms", at + 1))
    times += is_digit(line[at - 1]) ? 1 : 0;
  return times > 1 ||
         (line.find('*') != line.npos && line.find_first_not_of("0123456789 *") == line.npos);
}

// "src/main.c:41:12: error", "lib/a.rb:4:in `run'", "/src/main.go:48": as compilers and traces name
// a place; not "10:15: we meet".
bool is_place(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && !is_space(line[at]) && line[at] != ':') ++at;
  if (line.substr(0, at).find('.') == line.npos || is_digit(line[0])) return false;
  std::size_t end = at + 1;
  while (end < line.size() && (is_digit(line[end]) || line[end] == ':')) ++end;
  if (end > at + 1 && line.substr(0, at).find('/') != line.npos && line[at - 1] != '/' &&
      (end == line.size() || line.substr(end, 3) == " +0" || line.substr(end, 3) == "in "))
    return true;
  return end > at + 2 && end < line.size() && line[end] == ' ' && line[end - 1] == ':';
}

// What only machines put into a line.
bool is_printed(std::string_view line, unsigned holds) {
  if (is_digit(line[0]) && is_hop(line)) return true;
  if ((holds & Line::kColon) && (holds & Line::kDot)) {
    // "IPv4 Address. . . . . : 10.0.0.1"
    if (line.find(" . :") != line.npos || is_place(line)) return true;
  }
  // 203.0.113.4 - - [16/Nov/2026:09:14:22 +0100] "GET / ..."
  const std::size_t open = holds & Line::kCode ? line.substr(0, 80).find('[') : 0;
  if (open < line.size() && open > 0) {
    const std::string_view time = line.substr(open + 1, 16);
    if (time.size() == 16 && is_digit(time[0]) && time[2] == '/' && is_alpha(time[3]) &&
        time[6] == '/' && is_digit(time[10]))
      return true;
  }
  // "web_1  | 2026-11-17 14:05:11 started", as containers mark whose line it is
  if ((holds & Line::kCell) && (holds & Line::kDigit))
    if (const std::size_t bar = line.substr(0, 40).find("| "); bar < line.size())
      if (stamp(line.substr(bar + 2)) > 0) return true;
  // "● nginx.service - A web server"
  if ((holds & Line::kHigh) && line.substr(0, 4) == "● " &&
      is_coded(line.substr(4, line.find(' ', 4) - 4)))
    return line.find(" - ") != line.npos;
  if (line[0] == '*' && line.substr(0, 4) == "*** ")
    return line.find("on-existent domain") != line.npos;
  if (line.substr(0, 2) == ";;" || line.substr(0, 4) == "; <<") return true;
  return line.substr(0, 5) == "HTTP/" && is_digit(line[5]);
}

bool is_log(std::string_view words, unsigned holds) {
  if (words.size() < 6) return false;
  const std::string_view line = words.substr(0, 200);
  const bool stamped = is_digit(line[0]) || line[0] == '[' || line[0] == '(' || is_upper(line[0]);
  if (stamped && (holds & Line::kDigit))
    if (const std::size_t size = stamp(line); size > 0) return size + 4 < words.size();
  if ((holds & Line::kColon) && (holds & Line::kCode) && is_told(line)) return true;
  return is_trace(line, holds) || is_levelled(line) || is_listing(line) ||
         is_of_database(line, holds) || is_printed(line, holds);
}

// --- code ---------------------------------------------------------------------------------------

constexpr std::string_view kMarkerList[] = {"#include", "#define", "#ifdef", "#endif",
                                            "diff --git "};
constexpr WordTable kMarkers(kMarkerList);
constexpr std::string_view kDeclarationList[] = {
    "def ",     "class ",  "import ", "from ",        "function ", "public ",
    "private ", "static ", "return ", "const ",       "var ",      "let ",
    "void ",    "int ",    "select ", "insert into ", "update ",   "<?php"};
constexpr WordTable kDeclarations(kDeclarationList);

// "*/15 * * * * /usr/bin/sync": five fields of digits and marks, one a star at least.
bool is_schedule(std::string_view words) {
  std::size_t at = 0;
  bool star = false;
  for (int field = 0; field < 5; ++field) {
    const std::size_t begin = at;
    while (at < words.size() && (is_digit(words[at]) || words[at] == '*' || words[at] == '/' ||
                                 words[at] == '-' || words[at] == ','))
      star |= words[at++] == '*';
    if (at == begin || at >= words.size() || !is_space(words[at])) return false;
    while (at < words.size() && is_space(words[at])) ++at;
  }
  return star && at < words.size();
}

// "DISM /Online /Cleanup-Image": nothing but switches behind one word.
bool is_all_switches(std::string_view words) {
  std::size_t at = 0, switches = 0;
  while (at < words.size() && (is_alnum(words[at]) || words[at] == '.')) ++at;
  if (at < 2) return false;
  while (at < words.size()) {
    if (words[at] != ' ' || at + 2 >= words.size() || words[at + 1] != '/' ||
        !is_alpha(words[at + 2]))
      return false;
    ++switches;
    at = std::min(words.find(' ', at + 1), words.size());
  }
  return switches > 1;
}

// "APP_URL", as variables of a process are named.
bool is_constant(std::string_view name) {
  return name.find('_') != name.npos && std::all_of(name.begin(), name.end(), [](char c) {
           return is_upper(c) || is_digit(c) || c == '_';
         });
}

bool has(std::string_view words, char c) { return words.find(c) != words.npos; }

// "<div class=...>", and no address in its brackets.
bool is_markup(std::string_view words) {
  if (words[0] != '<' || words.back() != '>' || words.size() < 4) return false;
  if (words[1] != '/' && words[1] != '?' && words[1] != '!' && !is_alpha(words[1])) return false;
  return (words.find("://") == words.npos && !has(words, '@')) || words.find("=\"") != words.npos;
}

// "\"name\": \"value\"," of JSON.
bool is_member(std::string_view words) {
  const char last = words.back();
  return words[0] == '"' && words.find("\":") != words.npos &&
         (last == ',' || last == '{' || last == '[' || last == '"' || is_digit(last));
}

// A variable of a shell's, in its quotation marks.
bool has_shell_variable(std::string_view words) {
  const std::size_t at = words.find("\"$");
  return at != words.npos && at + 2 < words.size() &&
         (is_alpha(words[at + 2]) || words[at + 2] == '{');
}

// What no sentence begins or stands with, whatever else is in the line.
bool has_sure_mark(std::string_view words) {
  if (is_markup(words) || is_member(words)) return true;
  if (words[0] == '=' && is_upper(words[1]) && has(words, '(')) return true;  // of a spreadsheet
  if (words.substr(0, 3) == "// " || words.substr(0, 3) == "@@ ") return true;
  if (find_prefix(kMarkers, words)) return true;
  if ((words[0] == '*' || is_digit(words[0])) && is_schedule(words)) return true;
  return is_all_switches(words) || has_shell_variable(words);
}

bool is_declaration(std::string_view words) {
  const char last = words.back();
  return (last == ':' || last == ';' || last == ')' || last == '{') &&
         find_prefix(kDeclarations, words) && words.find_first_of("(=;*{") != words.npos;
}

// key=value, key = "value"
bool is_assignment(std::string_view words, std::size_t plain_words, std::size_t all) {
  const std::size_t equals = words.find('=');
  return equals > 0 && all <= 3 && equals + 1 < words.size() && plain_words <= 1 &&
         (words.find("://") == words.npos || is_constant(words.substr(0, equals))) &&
         has_only(words.substr(0, equals), [](char c) {
           return is_wordish(c) || c == '_' || c == '.' || c == '-' || c == ' ' || c == '$';
         });
}

}  // namespace

bool is_code(std::string_view words) {
  words = trim(words.substr(0, kLongestLooked));
  if (words.size() < 2) return words == "}" || words == "{";
  if (words == "};" || words == "})" || words == "});" || words == "{}" || words == "*/" ||
      words == "/*")
    return true;
  if (has_sure_mark(words) || is_declaration(words)) return true;
  const char last = words.back();
  const bool equals = has(words, '=');
  if (last != ';' && last != '}' && last != '{' && !equals) return false;

  std::size_t plain_words = 0;
  std::size_t all = 0;
  count_words(words, plain_words, all);
  if (last == ';') return has(words, '(') || equals || plain_words * 2 < all;
  if (last == '}')
    return has(words, '{') && plain_words * 3 < all * 2 &&
           (has(words, ';') || has(words, '(') || equals);
  if (last == '{')
    return has(words, '(') || equals || plain_words < all ||
           words.find_first_of(".#:[]") != words.npos;
  return is_assignment(words, plain_words, all);
}

Technical technical(std::string_view words, unsigned holds) {
  constexpr unsigned kMarks = Line::kCode | Line::kSlash | Line::kAddress | Line::kRule;
  constexpr unsigned kLog = Line::kDigit | Line::kColon | Line::kDot | kMarks;
  words = trim(words);
  if ((holds & kLog) && is_log(words, holds)) return Technical::log;
  const bool code = shows_prompt(words, holds) || is_command(words, holds) ||
                    ((holds & kMarks) && is_code(words));
  return code ? Technical::code : Technical::no;
}

}  // namespace dsk::mail
