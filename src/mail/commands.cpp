// Commands, and the prompts of shells and other tools that are told what to do.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"
#include "mail/word_table.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

bool ends_with(std::string_view text, char c) { return !text.empty() && text.back() == c; }

constexpr std::string_view kPromptList[] = {"mysql> ", "sqlite> ", "sqlite3> ", "irb(",
                                            "ftp> ",   "(gdb) ",   "sql> ",     "psql> ",
                                            "redis> ", "sftp> "};
constexpr std::string_view kCommandList[] = {
    "sudo ",        "apt-get ",  "systemctl ", "chmod ",       "chown ",
    "kubectl ",     "docker ",   "git clone ", "pip install ", "pip3 install ",
    "npm install ", "npm err! ", "npm warn ",  "#!/"};
constexpr std::string_view kProgramList[] = {
    "git ",      "npm ",      "npx ",       "pip ",      "kubectl ",  "helm ",      "netsh ",
    "ipconfig",  "gpupdate",  "sfc ",       "chkdsk",    "nslookup ", "tracert ",   "robocopy ",
    "xcopy ",    "taskkill ", "tasklist",   "regedit",   "mkdir ",    "rmdir ",     "curl ",
    "wget ",     "ssh ",      "winget ",    "choco ",    "dnf ",      "apt ",       "brew ",
    "net stop ", "net use",   "net start ", "net user ", "regsvr32 ", "journalctl", "dsregcmd ",
    "del /",     "slmgr "};
constexpr WordTable kPrograms(kProgramList);
constexpr WordTable kPrompts(kPromptList);
constexpr WordTable kCommands(kCommandList);

constexpr std::string_view kVerbList[] = {
    "add-",        "clear-",      "connect-",  "convertfrom-", "convertto-", "copy-",
    "disable-",    "disconnect-", "enable-",   "export-",      "foreach-",   "format-",
    "get-",        "import-",     "install-",  "invoke-",      "measure-",   "move-",
    "new-",        "out-",        "register-", "remove-",      "rename-",    "repair-",
    "reset-",      "resolve-",    "restart-",  "search-",      "select-",    "set-",
    "sort-",       "start-",      "stop-",     "test-",        "uninstall-", "unlock-",
    "unregister-", "update-",     "where-",    "write-"};
constexpr WordTable kVerbs(kVerbList);

// "Restart-Service -Name Spooler": a verb and a noun with a dash, as PowerShell has them.
bool is_cmdlet(std::string_view words) {
  if (!is_upper(words[0])) return false;
  const Entry* verb = find_prefix(kVerbs, words);
  if (!verb) return false;
  const std::size_t noun = verb->text.size();
  std::size_t end = noun;
  while (end < words.size() && is_alpha(words[end])) ++end;
  if (end < noun + 4 || !is_upper(words[noun])) return false;  // "Set-Top", "Start-up"
  const std::string_view rest = words.substr(end, 200);
  if (trim(rest).empty()) return true;
  if (rest[0] != ' ') return false;
  if (rest.find_first_of("|$\\\"'{") != rest.npos || rest.find(" -") != rest.npos) return true;
  return word_count(rest) <= 2 && !ends_with(trim(rest), '.');
}

// "ipconfig /all", "shutdown -r -t 0": a name in small letters, and a switch right behind it.
bool is_switched(std::string_view words) {
  std::size_t name = 0;
  while (name < words.size() && (is_lower(words[name]) || is_digit(words[name]) ||
                                 words[name] == '.' || words[name] == '_'))
    ++name;
  if (name < 2 || name + 2 >= words.size() || words[name] != ' ') return false;
  const char mark = words[name + 1];
  if (mark != '/' && mark != '-') return false;
  if (has_small_word(words.substr(0, kLongestLooked))) return false;
  const std::string_view rest = words.substr(name + 2, 200);
  std::size_t size = !rest.empty() && mark == '-' && rest[0] == '-' ? 1 : 0;
  if (size >= rest.size() || !is_alpha(rest[size])) return false;
  while (size < rest.size() && (is_alnum(rest[size]) || rest[size] == '-')) ++size;
  // "he -finally- said" and "the /home folder" are words between words.
  if (rest[size - 1] == '-' || (mark == '/' && word_count(rest) > 4)) return false;
  const std::string_view line = trim(words);
  return line.back() != '.' && line.back() != ',' && line.back() != '!' && word_count(line) <= 12;
}

// "sw-2#show vlan", "core1(config-if)#no shutdown": what a switch or router waits with.
bool is_device_prompt(std::string_view words) {
  std::size_t at = 0;
  bool marked = false;  // no word of a language's
  for (; at < words.size() && at < 40 && words[at] != '#' && words[at] != '('; ++at) {
    if (!is_alnum(words[at]) && words[at] != '-' && words[at] != '.' && words[at] != '_')
      return false;
    marked = marked || !is_alpha(words[at]);
  }
  if (at < 2 || at >= words.size() || !is_alpha(words[0])) return false;
  if (words[at] == '(') {
    at = words.substr(0, 60).find(")#");
    if (at == words.npos || words.substr(0, at).find(' ') != words.npos) return false;
    ++at;
    marked = true;
  }
  const std::string_view said = words.substr(at + 1);
  return said.size() > 1 && words[at] == '#' && is_lower(said[0]) && is_lower(said[1]) &&
         (marked || starts(said, "sh") || starts(said, "conf")) && !ends_with(trim(said), '.');
}

// "reg add HKCU\\Software /v Mode /d 1": two switches, and no word of sentences but the second.
bool has_switches(std::string_view words) {
  if (!is_lower(words[0])) return false;
  const auto marks_at = [&](std::size_t from) {
    return std::min(words.find(" -", from), words.find(" /", from));
  };
  const std::size_t first = marks_at(0);
  if (first == words.npos || marks_at(first + 1) == words.npos) return false;
  std::size_t count = 0, switches = 0;
  for (std::string_view rest = trim(words.substr(0, kLongestLooked)); !rest.empty();
       rest = trim(rest)) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    if (++count == 1 && !std::all_of(word.begin(), word.end(), [](char c) {
          return is_lower(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
        }))
      return false;
    if (count != 2 && is_small_word(word)) return false;
    const char last = word.back();
    if (last == ',' || last == '!' || last == '?' || (last == '.' && word.size() > 1)) return false;
    const std::string_view name = word.substr(word.substr(0, 2) == "--" ? 2 : 1);
    switches += word.size() > 1 && (word[0] == '-' || word[0] == '/') && !name.empty() &&
                        is_alpha(name[0]) && last != '-' &&
                        (word[0] == '-' || name.find('/') == name.npos)
                    ? 1
                    : 0;
  }
  return switches > 1 && count > 2;
}

}  // namespace

bool shows_prompt(std::string_view words, unsigned holds) {
  if (words.size() < 3) return false;
  const std::string_view start = words.substr(0, 80);
  if ((words[0] == '$' || words[0] == '%') && words[1] == ' ' && is_wordish(words[2])) return true;
  // "D:\share> dir", but not "D:\share > Properties"
  if (words.size() > 2 && is_alpha(words[0]) && words[1] == ':' && words[2] == '\\')
    if (const std::size_t end = start.find('>'); end != start.npos && start[end - 1] != ' ')
      return true;
  if (starts(words, "ps c:\\")) return true;
  // user@host:~$ command
  if ((holds & Line::kAddress) != 0) {
    const std::size_t at = start.find('@');
    const std::size_t end = start.find_first_of("$#%>");
    // "admin@core1> show": behind a host alone, since an address may end so.
    const bool routes = end != start.npos && start[end] == '>' && end > at + 1 &&
                        end < start.size() && start.substr(0, end).find('.') == start.npos &&
                        start[0] != '<' && end + 1 < start.size() && start[end + 1] == ' ';
    const std::size_t sign = routes ? end : start.find_first_of("$#%");
    if (at != std::string_view::npos && at > 0 && sign != std::string_view::npos && at < sign &&
        start.substr(0, at).find(' ') == std::string_view::npos &&
        (sign + 1 == words.size() || words[sign + 1] == ' ') && start[sign - 1] != ' ')
      return true;
  }
  return find_prefix(kPrompts, words) || ((holds & Line::kRule) && is_device_prompt(words));
}

bool names_program(std::string_view words) { return find_prefix(kPrograms, words) != nullptr; }

bool is_command(std::string_view words, unsigned holds) {
  if (words.size() < 3) return false;
  if (is_cmdlet(words) || is_switched(words)) return true;
  if ((holds & (Line::kRule | Line::kSlash)) && has_switches(words)) return true;
  return find_prefix(kCommands, words) && !ends_with(trim(words), '.');
}

}  // namespace dsk::mail
