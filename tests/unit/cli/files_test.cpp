#include "cli/files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "command.hpp"

using test::Folder;

TEST_CASE("a file that is written anew is nobody else's to read, one that is replaced is as it was") {
  const Folder folder;
  const std::string path = folder.path("new");
  dsk::cli::replace_file(path, "a");
  using std::filesystem::perms;
  CHECK(std::filesystem::status(path).permissions() == (perms::owner_read | perms::owner_write));
  std::filesystem::permissions(path, perms(0644));
  dsk::cli::replace_file(path, "b");
  CHECK(std::filesystem::status(path).permissions() == perms(0644));
  CHECK(folder.read("new") == "b");
}

TEST_CASE("a folder of the environment that is relative is none") {
  using dsk::cli::own_folder;
  ::setenv("DESKSIDE_TEST_HOME", "here", 1);
  CHECK(own_folder("DESKSIDE_TEST_HOME", ".x") == dsk::cli::environment("HOME") + "/.x/deskside");
  ::setenv("DESKSIDE_TEST_HOME", "/there", 1);
  CHECK(own_folder("DESKSIDE_TEST_HOME", ".x") == "/there/deskside");
  ::unsetenv("DESKSIDE_TEST_HOME");
}
