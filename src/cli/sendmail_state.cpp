#include "sendmail_state.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <ctime>

#include "files.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

std::string state_folder() { return own_folder("XDG_STATE_HOME", ".local/state"); }

std::string time_now(const char* format) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  char stamp[32];
  ::localtime_r(&now, &local);
  return {stamp, std::strftime(stamp, sizeof stamp, format, &local)};
}

// A header may hold anything; a line of the log is a line.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == 127) c = ' ';
  return text;
}

}  // namespace

void log(const Outgoing& mail, const std::string& what) {
  const std::string folder = state_folder();
  if (folder.empty()) return;
  const std::string path = folder + "/sendmail.log";
  make_folders(path);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  const std::string line = time_now("%Y-%m-%dT%H:%M:%S%z") + " " +
                           one_line(mail.from + " " + mail.message_id + " " + what) + "\n";
  if (::write(file, line.data(), line.size()) < 0) complain("the log could not be written");
  ::close(file);
}

std::string keep_unsent(std::string_view bytes) {
  const std::string folder = state_folder();
  if (folder.empty()) return "";
  const std::string path =
      folder + "/unsent/" + time_now("%Y-%m-%d-%H%M%S-") + std::to_string(::getpid()) + ".eml";
  try {
    make_folders(path);
    replace_file(path, bytes);
  } catch (const Misuse&) {
    return "";
  }
  return path;
}

}  // namespace dsk::cli
