// deskside sendmail: what a mail client calls in place of sendmail. The mail is read whole, looked
// over in a child process, and handed on; it is kept back, with exit status 65, exactly where the
// verdict asks for a person and a person is there. Everything else passes: a fault of ours must
// never cost a mail.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>

#include "commands.hpp"
#include "files.hpp"
#include "limited.hpp"
#include "mailbox.hpp"
#include "outgoing.hpp"
#include "output.hpp"
#include "sendmail_settings.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

constexpr int kRefused = 65;      // EX_DATAERR: clients show what we say and keep the mail
constexpr int kNoTransport = 69;  // EX_UNAVAILABLE
constexpr int kTryAgain = 75;     // EX_TEMPFAIL: the mail stays with the client
constexpr std::chrono::milliseconds kCheckLimit{5000};
constexpr std::chrono::milliseconds kMailboxLimit{200};

constexpr Flag own_flags[] = {
    {"--transport", "PROGRAM", "what sends the mail; else msmtp or sendmail, whichever is found"},
    {"--interactive", nullptr, "somebody reads what is said, though there is no terminal"},
    {"--incoming", "FILE", "the message being answered; else it is looked for in the mailbox"},
};
constexpr auto flags = join(join(std::array<Flag, 0>{}, own_flags), setup_flags);

// A line for the person; the transport may have more to say after it.
void tell(const std::string& sentence) { std::fprintf(stderr, "deskside: %s\n", sentence.c_str()); }

std::string state_folder() {
  const std::string set = environment("XDG_STATE_HOME");
  if (!set.empty() && set.front() == '/') return set + "/deskside";
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + "/.local/state/deskside";
}

void make_folders(const std::string& path) {
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1))
    ::mkdir(path.substr(0, at).c_str(), 0700);
  ::mkdir(path.c_str(), 0700);
}

// Who, which mail, and what became of it; never a word of the mail. It may fail: mail has to flow.
void log(const Outgoing& mail, const std::string& what) {
  const std::string folder = state_folder();
  if (folder.empty()) return;
  make_folders(folder);
  const int file =
      ::open((folder + "/sendmail.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  char stamp[32];
  ::localtime_r(&now, &local);
  std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S%z", &local);
  const std::string line =
      std::string(stamp) + " " + mail.from + " " + mail.message_id + " " + what + "\n";
  if (::write(file, line.data(), line.size()) < 0) tell("the log could not be written");
  ::close(file);
}

bool somebody_is_there(const Arguments& arguments) {
  if (arguments.has("--interactive")) return true;
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal >= 0) ::close(terminal);
  return terminal >= 0;
}

// ---- the check, in the child -------------------------------------------------------------------

std::string incoming_of(const Arguments& arguments, const SendmailSettings& settings,
                        const Outgoing& mail) {
  if (const auto named = arguments.value("--incoming")) return read_file(*named);
  const auto deadline = std::chrono::steady_clock::now() + kMailboxLimit;
  for (const std::string& mailbox : settings.mailboxes) {
    std::string found = find_message(mailbox, mail.in_reply_to, deadline);
    if (!found.empty()) return found;
  }
  return {};
}

int check(const Arguments& arguments, const SendmailSettings& settings, const Outgoing& mail) {
  const deskside::engine engine(options_from(arguments));
  deskside::mail message;
  message.set("raw", mail.bytes);
  const std::string incoming = incoming_of(arguments, settings, mail);
  if (!incoming.empty()) message.set("incoming", incoming);
  const deskside::report report = engine.check(message);
  const Piece piece = make_text_format({}, 1)->piece({"your mail", report, engine});
  print(piece.text);
  flush();
  return piece.verdict >= deskside::verdict::confirm ? 1 : 0;
}

enum class Answer { pass, refuse };

Answer look_over(const Arguments& arguments, const SendmailSettings& settings,
                 const Outgoing& mail) {
  const Limited done = run_limited([&] { return check(arguments, settings, mail); }, kCheckLimit);
  std::string fault;
  switch (done.end) {
    case Limited::End::returned:
      if (done.status == 0) {
        log(mail, "sent");
        return Answer::pass;
      }
      if (done.status == 1) {
        log(mail, "refused");
        std::fputs(done.output.c_str(), stderr);
        std::fputs(
            "\nNot sent. Change the mail, or send it as it is: with DESKSIDE_SKIP=1 set, or with "
            "the\n"
            "header \"X-Deskside-Override: reason\", which is taken out again.\n",
            stderr);
        return Answer::refuse;
      }
      fault = "could not be done";
      break;
    case Limited::End::crashed:
      fault = "crashed (signal " + std::to_string(done.status) + ")";
      break;
    case Limited::End::too_slow:
      fault = "took more than 5 seconds";
      break;
    case Limited::End::not_started:
      fault = "could not be started";
      break;
  }
  log(mail, "sent unchecked: the check " + fault);
  tell("the check " + fault + ", so the mail goes unchecked; \"deskside check FILE\" may tell why");
  return Answer::pass;
}

// ---- the transport -----------------------------------------------------------------------------

bool is_this_program(const std::string& path) {
  struct stat ours, theirs;
  return ::stat("/proc/self/exe", &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

// The program by this name on PATH, never ourselves under another name; "" where there is none.
std::string on_path(const std::string& name) {
  if (name.find('/') != std::string::npos)
    return ::access(name.c_str(), X_OK) == 0 && !is_this_program(name) ? name : "";
  const std::string path = environment("PATH") + ":/usr/sbin:/usr/lib";
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    const std::string candidate = path.substr(at, end - at) + "/" + name;
    if (end > at && ::access(candidate.c_str(), X_OK) == 0 && !is_this_program(candidate))
      return candidate;
    at = end + 1;
  }
  return "";
}

// The command that sends; empty where there is none.
std::vector<std::string> transport(const Arguments& arguments, const SendmailSettings& settings) {
  std::vector<std::string> named = settings.transport;
  if (const auto given = arguments.value("--transport")) named = {*given};
  if (!named.empty()) {
    const std::string program = on_path(named[0]);
    if (program.empty()) {
      tell("there is no program " + named[0] + " to send the mail with");
      return {};
    }
    named[0] = program;
    return named;
  }
  for (const char* name : {"msmtp", "sendmail"})
    if (const std::string program = on_path(name); !program.empty()) return {program};
  tell("neither msmtp nor sendmail is installed: install one, or name yours with --transport");
  return {};
}

// A file in memory, so that the transport reads the mail as from any file; else one in $TMPDIR.
int spool(std::string_view bytes) {
  int file = ::memfd_create("deskside-mail", 0);
  if (file < 0) {
    std::string path = environment("TMPDIR");
    path = (path.empty() ? "/tmp" : path) + "/deskside-XXXXXX";
    file = ::mkstemp(path.data());
    if (file >= 0) ::unlink(path.c_str());
  }
  while (file >= 0 && !bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return -1;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (file >= 0) ::lseek(file, 0, SEEK_SET);
  return file;
}

// Becomes the transport, so that its exit status and its words are the client's own.
int hand_on(const Arguments& arguments, const SendmailSettings& settings, const Outgoing& mail) {
  std::vector<std::string> command = transport(arguments, settings);
  if (command.empty()) return kNoTransport;
  const int file = spool(mail.bytes);
  if (file < 0 || ::dup2(file, STDIN_FILENO) < 0) {
    tell(std::string("the mail could not be spooled (") + std::strerror(errno) + "); try again");
    return kTryAgain;
  }
  ::close(file);
  for (const std::string& word : arguments.operands()) command.push_back(word);
  std::vector<char*> words;
  for (std::string& word : command) words.push_back(word.data());
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  tell(command[0] + " could not be run: " + std::strerror(errno));
  return kNoTransport;
}

// The envelope sender, where the client names one: "-f ADDRESS", "-fADDRESS".
std::string envelope_sender(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    if (words[at] == "-f" && at + 1 < words.size()) return words[at + 1];
    if (words[at].rfind("-f", 0) == 0 && words[at].size() > 2) return words[at].substr(2);
  }
  return "";
}

int sendmail(const Arguments& arguments) {
  // Whoever started us may ignore these, and children would be lost.
  std::signal(SIGCHLD, SIG_DFL);
  const Outgoing mail = read_outgoing(read_file("-"));
  std::string trouble;
  const SendmailSettings settings = sendmail_settings(arguments, trouble);
  if (!trouble.empty()) tell("the configuration was not read as written:\n" + trouble);
  const bool ours = listed(settings.senders, mail.from) ||
                    listed(settings.senders, envelope_sender(arguments.operands()));
  if (ours && !mail.resent) {
    if (environment("DESKSIDE_SKIP") == "1" || !mail.override_reason.empty())
      log(mail, "sent as it is: " +
                    (mail.override_reason.empty() ? "DESKSIDE_SKIP=1" : mail.override_reason));
    else if (!somebody_is_there(arguments))
      log(mail, "sent unchecked: nobody is there to read");
    else if (look_over(arguments, settings, mail) == Answer::refuse)
      return kRefused;
  }
  return hand_on(arguments, settings, mail);
}

}  // namespace

const Command sendmail_command = {
    "sendmail",
    "[sendmail option…] [recipient…]",
    "look a mail over and send it, in place of sendmail",
    "The mail stands on standard input. Words that are not listed below go to the transport as\n"
    "they are. Only senders that [sendmail] in deskside.toml lists are looked over, and only "
    "where\n"
    "somebody is there to read: exit status 65 says that the mail was kept back.",
    flags.data(),
    flags.size(),
    sendmail,
    true};

}  // namespace dsk::cli
