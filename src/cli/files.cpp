#include "files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "arguments.hpp"

namespace dsk::cli {
namespace {

std::string why(int code) {
  switch (code) {
    case ENOENT:
      return "there is no such file; check the name and the folder";
    case EACCES:
    case EPERM:
      return "you may not read or write it; check its permissions";
    case EISDIR:
      return "it is a folder; name the file in it that you mean";
    default:
      return std::strerror(code);
  }
}

// Reads to the end; false with errno set on failure.
bool read_all(int file, std::string& bytes) {
  struct stat about;
  const bool sized = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0;
  bytes.resize(sized ? static_cast<std::size_t>(about.st_size) + 1 : 65536);
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got > 0) filled += static_cast<std::size_t>(got);
    // A file of known size is read in one go: the room is a byte larger than it.
    if (got <= 0 || (sized && filled + 1 == bytes.size())) {
      bytes.resize(filled);
      return got >= 0;
    }
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace

std::optional<std::string> read_if_there(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  std::string bytes;
  const bool fine = file >= 0 && read_all(file, bytes);
  const int code = errno;
  if (file >= 0) ::close(file);
  if (!fine) throw Misuse(path + ": " + why(code));
  return bytes;
}

std::string read_file(const std::string& path) {
  if (path == "-") {
    static bool read = false;
    if (std::exchange(read, true))
      throw Misuse(
          "standard input is asked for twice, and it can be read once; give one of the two as "
          "a file");
    std::string bytes;
    if (!read_all(STDIN_FILENO, bytes)) throw Misuse("standard input: " + why(errno));
    return bytes;
  }
  std::optional<std::string> bytes = read_if_there(path);
  if (!bytes) throw Misuse(path + ": " + why(ENOENT));
  return std::move(*bytes);
}

std::string read_mail(const std::string& path) {
  std::string bytes = read_file(path);
  // By its mark, or by the NUL that every ASCII letter has in it.
  const std::string_view mark = std::string_view(bytes).substr(0, 2);
  const bool marked = mark == "\xFF\xFE" || mark == "\xFE\xFF";
  const bool nul_behind = bytes.size() > 3 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3];
  const bool nul_before = bytes.size() > 3 && !bytes[0] && bytes[1] && !bytes[2] && bytes[3];
  if (marked || nul_behind || nul_before)
    throw Misuse(path + ": this is UTF-16, which no mail is sent in; save it as UTF-8");
  // A program or a picture has a NUL early on; the first lines of a mail have none.
  constexpr std::size_t kFirstLines = 256;
  if (bytes.substr(0, kFirstLines).find('\0') != std::string::npos)
    throw Misuse(path + ": this is no text; give the mail itself, as text or as .eml");
  return bytes;
}

void replace_file(const std::string& path, std::string_view bytes) {
  // A link stays one: what it points at is replaced.
  char* resolved = ::realpath(path.c_str(), nullptr);
  const std::string target = resolved ? resolved : path;
  std::free(resolved);
  std::string aside = target + ".XXXXXX";
  const int file = ::mkstemp(aside.data());
  if (file < 0) throw Misuse(path + ": " + why(errno));
  struct stat about;
  const bool known = ::stat(target.c_str(), &about) == 0;
  bool fine = write_all(file, bytes) && (!known || ::fchmod(file, about.st_mode & 07777) == 0) &&
              ::fsync(file) == 0;
  int code = errno;
  ::close(file);
  if (fine && ::rename(aside.c_str(), target.c_str()) != 0) {
    fine = false;
    code = errno;
  }
  if (fine) return;
  ::unlink(aside.c_str());
  throw Misuse(path + ": " + why(code));
}

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> found;
  DIR* open = ::opendir(folder.c_str());
  if (!open) return found;
  while (const dirent* entry = ::readdir(open)) {
    const std::string_view name = entry->d_name;
    if (name.size() > ending.size() && name.front() != '.' &&
        ::strncasecmp(entry->d_name + name.size() - ending.size(), ending.data(), ending.size()) ==
            0)
      found.push_back(folder + "/" + std::string(name));
  }
  ::closedir(open);
  std::sort(found.begin(), found.end());
  return found;
}

FileSize size_of(const std::string& path) {
  struct stat about;
  if (::stat(path.c_str(), &about) != 0) return {};
  if (S_ISDIR(about.st_mode)) return {true, 0};
  return {false, S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0};
}

std::string beginning_of(const std::string& path, std::size_t size) {
  std::string start(size, '\0');
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const ssize_t got = file < 0 ? 0 : ::read(file, start.data(), start.size());
  if (file >= 0) ::close(file);
  start.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return start;
}

void make_folders(const std::string& path) {
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1))
    ::mkdir(path.substr(0, at).c_str(), 0700);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string own_folder(const char* variable, const char* below_home) {
  const std::string set = environment(variable);
  // The XDG specification has a relative path ignored.
  if (!set.empty() && set.front() == '/') return set + "/deskside";
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + "/" + below_home + "/deskside";
}

}  // namespace dsk::cli
