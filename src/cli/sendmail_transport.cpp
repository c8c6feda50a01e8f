#include "sendmail_transport.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "files.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

constexpr int kNoTransport = 69;  // EX_UNAVAILABLE
constexpr int kTryAgain = 75;     // EX_TEMPFAIL

// Names the transport that is sending, to whatever it calls.
constexpr const char* kSending = "DESKSIDE_SENDING";

bool is_this_program(const std::string& path) {
  struct stat ours, theirs;
  return ::stat("/proc/self/exe", &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

bool fits(const std::string& path) {
  return ::access(path.c_str(), X_OK) == 0 && !is_folder(path) && !is_this_program(path) &&
         path != environment(kSending);
}

// The program by this name on PATH; "" where there is none that fits.
std::string on_path(const std::string& name) {
  if (name.find('/') != std::string::npos) return fits(name) ? name : "";
  const std::string path = environment("PATH") + ":/usr/sbin:/usr/lib";
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    const std::string candidate = path.substr(at, end - at) + "/" + name;
    if (end > at && fits(candidate)) return candidate;
    at = end + 1;
  }
  return "";
}

volatile pid_t sending = 0;

extern "C" void hand_signal_on(int signal) {
  if (sending > 0) ::kill(sending, signal);
}

// While the transport runs, what it answers is what counts: a key that stops both must not make us
// say less than it does.
class Waiting {
 public:
  Waiting() {
    for (std::size_t at = 0; at < count; ++at) {
      struct sigaction ours {};
      ours.sa_handler = handed_on(at) ? hand_signal_on : SIG_IGN;
      ours.sa_flags = SA_RESTART;
      ::sigaction(signals[at], &ours, &before_[at]);
      // What whoever started us ignores stays ignored.
      if (before_[at].sa_handler == SIG_IGN) ::sigaction(signals[at], &before_[at], nullptr);
    }
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() { restore(); }

  void restore() const {
    for (std::size_t at = 0; at < count; ++at) ::sigaction(signals[at], &before_[at], nullptr);
  }

 private:
  static constexpr int signals[] = {SIGINT, SIGQUIT, SIGPIPE, SIGHUP, SIGTERM};
  static constexpr std::size_t count = sizeof signals / sizeof *signals;
  static bool handed_on(std::size_t at) { return signals[at] == SIGHUP || signals[at] == SIGTERM; }
  struct sigaction before_[count];
};

// A transport may well end without having read all of it: its status tells.
void feed(int input, std::string_view mail) {
  while (!mail.empty()) {
    const ssize_t put = ::write(input, mail.data(), mail.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return;
    mail.remove_prefix(static_cast<std::size_t>(put));
  }
}

}  // namespace

bool behind_ourselves() { return !environment(kSending).empty(); }

std::vector<std::string> find_transport(std::vector<std::string> named, std::string& trouble) {
  if (!named.empty()) {
    const std::string program = on_path(named[0]);
    if (program.empty()) {
      trouble = "there is no program " + named[0] + " to send the mail with" +
                (::access(named[0].c_str(), X_OK) == 0 ? ": it leads back to deskside" : "");
      return {};
    }
    named[0] = program;
    return named;
  }
  for (const char* name : {"msmtp", "sendmail"})
    if (const std::string program = on_path(name); !program.empty()) return {program};
  trouble = "neither msmtp nor sendmail is installed: install one, or name yours with --transport";
  return {};
}

int become_transport(const std::vector<std::string>& command) {
  std::vector<std::string> copy = command;
  std::vector<char*> words;
  for (std::string& word : copy) words.push_back(word.data());
  words.push_back(nullptr);
  ::setenv(kSending, words[0], 1);
  ::execv(words[0], words.data());
  complain(command[0] + " could not be run: " + std::strerror(errno));
  return kNoTransport;
}

int run_transport(const std::vector<std::string>& command, std::string_view mail) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    complain(command[0] + " could not be started: " + std::strerror(errno));
    return kTryAgain;
  }
  const Waiting waiting;
  sending = ::fork();
  if (sending == 0) {
    waiting.restore();
    ::dup2(ends[0], STDIN_FILENO);
    ::_exit(become_transport(command));
  }
  ::close(ends[0]);
  int status = 0;
  if (sending > 0) {
    feed(ends[1], mail);
    ::close(ends[1]);
    while (::waitpid(sending, &status, 0) < 0 && errno == EINTR) {
    }
    sending = 0;
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    complain(command[0] + " was ended by signal " + std::to_string(WTERMSIG(status)));
    return kTryAgain;
  }
  ::close(ends[1]);
  complain(command[0] + " could not be started: " + std::strerror(errno));
  return kTryAgain;
}

}  // namespace dsk::cli
