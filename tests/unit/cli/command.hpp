// Runs the program as a person or a script does.
#pragma once

#include <cstdlib>
#include <string>
#include <vector>

namespace test {

struct Result {
  int status = -1;
  std::string out;
  std::string err;
};

// A folder of its own, gone with the object; no configuration of the machine reaches the program.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file, its folders included, and returns its path.
  std::string write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;

  // Runs `deskside` in this folder, which is also its home.
  Result run(const std::vector<std::string>& arguments, const std::string& input = "",
             const std::string& output = ".out") const;

 private:
  std::string path_;
};

// The clock on the wall, for as long as it lives.
class Zone {
 public:
  explicit Zone(const char* name) {
    if (const char* const set = std::getenv("TZ")) before_ = set;
    ::setenv("TZ", name, 1);
  }
  ~Zone() { before_.empty() ? ::unsetenv("TZ") : ::setenv("TZ", before_.c_str(), 1); }

 private:
  std::string before_;
};

}  // namespace test
