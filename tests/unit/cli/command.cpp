#include "command.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace test {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string shell_quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "deskside-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path file = path(name);
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

std::string Folder::read(const std::string& name) const { return slurp(path(name)); }

Result Folder::run(const std::vector<std::string>& arguments, const std::string& input,
                   const std::string& output) const {
  write(".in", input);
  std::string line = "cd " + shell_quoted(path_) + " && HOME=" + shell_quoted(path_) +
                     " XDG_CACHE_HOME= XDG_DATA_HOME= XDG_CONFIG_HOME=" + shell_quoted(path_ + "/config") + " " +
                     shell_quoted(DESKSIDE_COMMAND);
  for (const std::string& argument : arguments) line += " " + shell_quoted(argument);
  line += " <.in >" + shell_quoted(output) + " 2>.err";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, slurp(path(".out")), slurp(path(".err"))};
}

}  // namespace test
