// deskside sendmail: what a mail client calls in place of sendmail. The mail is read whole, looked
// over in a child process, and handed on; it is kept back, with exit status 65, exactly where the
// verdict asks for a person and a person is there. Everything else passes: a fault of ours must
// never cost a mail.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

#include "commands.hpp"
#include "files.hpp"
#include "limited.hpp"
#include "mailbox.hpp"
#include "outgoing.hpp"
#include "output.hpp"
#include "sendmail_settings.hpp"
#include "sendmail_state.hpp"
#include "sendmail_transport.hpp"
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
constexpr auto flags = join(own_flags, setup_flags);

bool somebody_is_there(const Arguments& arguments) {
  if (arguments.has("--interactive")) return true;
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal >= 0) ::close(terminal);
  return terminal >= 0;
}

// ---- the check, in the child -------------------------------------------------------------------

std::string incoming_of(const Arguments& arguments, const SendmailSettings& settings,
                        const Outgoing& mail) {
  if (const auto named = arguments.value("--incoming")) return read_mail(*named);
  const auto deadline = std::chrono::steady_clock::now() + kMailboxLimit;
  for (const std::string& mailbox : settings.mailbox.values) {
    std::string found = find_message(mailbox, mail.in_reply_to, deadline);
    if (!found.empty()) return found;
  }
  return {};
}

// `given` is the mail with our own fields still in it: X-Deskside-Ignore is for us to read.
int check(const Arguments& arguments, const SendmailSettings& settings, const Outgoing& mail,
          std::string_view given) {
  const deskside::engine engine(options_from(arguments));
  deskside::mail message;
  message.set("raw", given);
  const std::string incoming = incoming_of(arguments, settings, mail);
  if (!incoming.empty()) message.set("incoming", incoming);
  const deskside::report report = engine.check(message);
  Wishes wishes;
  wishes.sending = true;
  const Piece piece = make_text_format(wishes, true)->piece({"your mail", {}, report, engine});
  print(piece.text);
  flush();
  return piece.verdict >= deskside::verdict::confirm ? 1 : 0;
}

struct Decision {
  bool send = true;
  std::string what;      // for the log
  std::string findings;  // where it is not sent
};

std::string fault_of(const Limited& done) {
  switch (done.end) {
    case Limited::End::crashed:
      return "crashed (signal " + std::to_string(done.status) + ")";
    case Limited::End::too_slow:
      return "took more than 5 seconds";
    case Limited::End::not_started:
      return "could not be started";
    case Limited::End::returned:
      break;
  }
  return "could not be done";
}

Decision look_over(const Arguments& arguments, const SendmailSettings& settings,
                   const Outgoing& mail, std::string_view given) {
  const Limited done =
      run_limited([&] { return check(arguments, settings, mail, given); }, kCheckLimit);
  if (done.end == Limited::End::returned && done.status == 0) return {true, "sent", ""};
  if (done.end == Limited::End::returned && done.status == 1)
    return {false, "refused", done.output};
  const std::string fault = "the check " + fault_of(done);
  complain(fault + ", so the mail goes unchecked; \"deskside check FILE\" may tell why");
  return {true, "sent unchecked: " + fault, ""};
}

Decision decide(const Arguments& arguments, const SendmailSettings& settings, const Outgoing& mail,
                std::string_view given) {
  if (environment("DESKSIDE_SKIP") == "1") return {true, "sent as it is: DESKSIDE_SKIP=1", ""};
  if (!mail.override_reason.empty()) return {true, "sent as it is: " + mail.override_reason, ""};
  if (!somebody_is_there(arguments)) return {true, "sent unchecked: nobody is there to read", ""};
  return look_over(arguments, settings, mail, given);
}

// ---- the words of the client -------------------------------------------------------------------

// The envelope sender, where the client names one: "-f ADDRESS", "-fADDRESS", and -r likewise.
std::string envelope_sender(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    const std::string option = words[at].substr(0, 2);
    if (option != "-f" && option != "-r") continue;
    if (words[at].size() > 2) return words[at].substr(2);
    if (at + 1 < words.size()) return words[at + 1];
  }
  return "";
}

// Is it no mail that stands on standard input? sendmail also speaks SMTP (-bs), lists its queue
// (-bp, -q) and more; only -bm is to take a mail.
bool asks_for_no_mail(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.rfind("-q", 0) == 0 || (word.rfind("-b", 0) == 0 && word != "-bm")) return true;
  }
  return false;
}

// A client that hands over a file has the mail still; one that went through a pipe may be gone. Of
// nothing there is nothing to keep.
void keep(std::string_view given) {
  struct stat about;
  if (given.empty()) return;
  if (::fstat(STDIN_FILENO, &about) == 0 && S_ISREG(about.st_mode)) return;
  const std::string path = keep_unsent(given);
  if (!path.empty()) complain("the mail is kept in " + path);
}

int refuse(const Decision& decision, std::string_view given) {
  std::fputs(decision.findings.c_str(), stderr);
  std::fputs(
      "\nNot sent. Change the mail, or send it as it is: with DESKSIDE_SKIP=1 set, or with the\n"
      "header \"X-Deskside-Override: reason\", which is taken out again.\n",
      stderr);
  keep(given);
  return kRefused;
}

int sendmail(const Arguments& arguments) {
  // Whoever started us may ignore it, and children would be lost.
  std::signal(SIGCHLD, SIG_DFL);
  std::string trouble;
  const SendmailSettings settings = sendmail_settings(arguments, trouble);
  if (!trouble.empty()) complain("the configuration was not read as written:\n" + trouble);

  std::string none;
  const auto given_transport = arguments.value("--transport");
  std::vector<std::string> transport = find_transport(
      given_transport ? std::vector<std::string>{*given_transport} : settings.transport.values,
      none);
  const std::vector<std::string>& words = arguments.operands();
  transport.insert(transport.end(), words.begin(), words.end());
  if (none.empty() && asks_for_no_mail(words)) return become_transport(transport);

  std::string given;
  try {
    given = read_file("-");
  } catch (const Misuse& error) {
    complain(error.what());
    return kTryAgain;
  }
  const Outgoing mail = read_outgoing(given);
  const bool ours =
      (listed(settings.senders.values, mail.from) ||
       listed(settings.senders.values, envelope_sender(words))) &&
      !mail.resent && !behind_ourselves();
  const Decision decision = ours ? decide(arguments, settings, mail, given) : Decision{};
  if (!decision.send) {
    log(mail, decision.what);
    return refuse(decision, given);
  }
  int status = kNoTransport;
  if (none.empty())
    status = run_transport(transport, mail.bytes);
  else
    complain(none);
  if (status != 0) keep(given);
  if (ours)
    log(mail, status == 0 ? decision.what : "not sent: exit status " + std::to_string(status));
  return status;
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
