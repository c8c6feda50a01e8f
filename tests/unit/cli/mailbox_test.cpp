#include "cli/mailbox.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

using namespace dsk::cli;

namespace {

class Scratch {
 public:
  Scratch() {
    char name[] = "/tmp/deskside-mailbox-XXXXXX";
    path_ = ::mkdtemp(name);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { (void)!std::system(("rm -r " + path_).c_str()); }

  void folder(const std::string& name) const { ::mkdir((path_ + "/" + name).c_str(), 0700); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << bytes;
  }
  std::string path(const std::string& name = "") const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string mail(const std::string& id, const std::string& body) {
  return "From: tom@customer.example\nMessage-ID: <" + id + ">\nReferences: <q1@c>\n\n" + body +
         "\n";
}

std::string find(const std::string& path, const std::string& id, int milliseconds = 60'000) {
  return find_message(path, id,
                      std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds));
}

}  // namespace

TEST_CASE("the message being answered is found in an mbox") {
  const Scratch scratch;
  std::string box;
  for (const char* id : {"q1@c", "q2@c", "q3@c"})
    box += "From tom@customer.example Wed Nov 18 09:05:00 2026\n" +
           mail(id, "I am " + std::string(id)) + "\n";
  scratch.write("box", box);
  CHECK(find(scratch.path("box"), "<q2@c>") == mail("q2@c", "I am q2@c"));
  CHECK(find(scratch.path("box"), "<q3@c>") == mail("q3@c", "I am q3@c") + "\n");
  CHECK(find(scratch.path("box"), "<q1@c>") == mail("q1@c", "I am q1@c"));
  CHECK(find(scratch.path("box"), "<q4@c>").empty());
}

TEST_CASE("an mbox may have the line ends of a mail, and a file one mail alone") {
  const Scratch scratch;
  const std::string first = "Subject: a\r\nMessage-ID: <q1@c>\r\n\r\none\r\n";
  const std::string from = "From tom@customer.example Wed Nov 18 09:05:00 2026\r\n";
  scratch.write("box", from + first + "\r\n" + from + "Message-ID: <q2@c>\r\n\r\ntwo\r\n");
  CHECK(find(scratch.path("box"), "<q1@c>") == first);
  scratch.write("one.eml", first);
  CHECK(find(scratch.path("one.eml"), "<q1@c>") == first);
}

TEST_CASE("the message being answered is found in a Maildir and its subfolders") {
  const Scratch scratch;
  for (const char* folder : {"cur", "new", "tmp", ".Done", ".Done/cur", ".Done/new"})
    scratch.folder(folder);
  scratch.write("cur/1763456700.M1.host:2,S", mail("q1@c", "one"));
  scratch.write("new/1763456800.M2.host", mail("q2@c", "two"));
  scratch.write(".Done/cur/1763456600.M3.host:2,S", mail("q3@c", "three"));
  CHECK(find(scratch.path(), "<q1@c>") == mail("q1@c", "one"));
  CHECK(find(scratch.path(), "<q2@c>") == mail("q2@c", "two"));
  CHECK(find(scratch.path(), "<q3@c>") == mail("q3@c", "three"));
}

TEST_CASE("an id that is folded onto a line of its own is found") {
  const Scratch scratch;
  scratch.write("box", "From x\nSubject: s\nMessage-Id:\n <q1@c>\n\nbody\n");
  CHECK(find(scratch.path("box"), "<q1@c>") == "Subject: s\nMessage-Id:\n <q1@c>\n\nbody\n");
}

TEST_CASE("looking for the message being answered ends in time and without one is no fault") {
  const Scratch scratch;
  CHECK(find(scratch.path("nowhere"), "<q1@c>").empty());
  CHECK(find(scratch.path(), "").empty());
  std::string box;
  while (box.size() < (8u << 20))
    box += "From x\n" + mail("other@c", std::string(4000, 'x')) + "\n";
  scratch.write("box", box + "From x\n" + mail("q1@c", "the last of many"));
  CHECK(find(scratch.path("box"), "<q1@c>") == mail("q1@c", "the last of many"));
  CHECK(find(scratch.path("box"), "<q1@c>", 0).empty());
}

TEST_CASE("of a folder with many mails the newest are looked at first") {
  const Scratch scratch;
  for (const char* folder : {"cur", "new", "tmp"}) scratch.folder(folder);
  for (int at = 0; at < 3000; ++at)
    scratch.write("cur/" + std::to_string(900000000 + at) + ".host:2,S",
                  mail("q@c", "of " + std::to_string(at)));
  scratch.write("cur/1000000000.host:2,S", mail("q@c", "the last"));
  CHECK(find(scratch.path(), "<q@c>", 2000) == mail("q@c", "the last"));
}
