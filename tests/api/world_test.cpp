// The sentence "World": a check opens nothing, prints nothing, and asks neither clock, locale nor
// environment. These stand in front of the C library's, for the shared libraries too, so this file
// is a program of its own.
#include <deskside/deskside.h>
#include <dlfcn.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <clocale>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>

namespace {

bool watching = false;
std::string seen;

void note(const char* what) {
  if (watching) seen.append(what).append(" ");
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {
int open(const char* path, int flags, ...) {
  note("open");
  va_list rest;
  va_start(rest, flags);
  const int mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;
  va_end(rest);
  return real<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}
FILE* fopen(const char* path, const char* mode) {
  note("fopen");
  return real<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}
ssize_t write(int file, const void* data, size_t size) {
  note("write");
  return real<ssize_t (*)(int, const void*, size_t)>("write")(file, data, size);
}
char* getenv(const char* name) noexcept {
  note("getenv");
  return real<char* (*)(const char*)>("getenv")(name);
}
char* setlocale(int category, const char* locale) noexcept {
  note("setlocale");
  return real<char* (*)(int, const char*)>("setlocale")(category, locale);
}
lconv* localeconv() noexcept {
  note("localeconv");
  return real<lconv* (*)()>("localeconv")();
}
int clock_gettime(clockid_t clock, timespec* out) noexcept {
  note("clock_gettime");
  return real<int (*)(clockid_t, timespec*)>("clock_gettime")(clock, out);
}
time_t time(time_t* out) noexcept {
  note("time");
  return real<time_t (*)(time_t*)>("time")(out);
}
}

TEST_CASE("a check opens nothing and prints nothing and asks no clock or locale or environment") {
  deskside_options* options = nullptr;
  deskside_engine* engine = nullptr;
  deskside_draft* draft = nullptr;
  deskside_mail* mail = nullptr;
  deskside_report* report = nullptr;
  REQUIRE(deskside_options_new(&options, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_engine_new(options, &engine, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_draft_new(engine, &draft, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_mail_new(&mail, nullptr) == DESKSIDE_OK);
  const char raw[] =
      "From: Joe <joe@example.com>\nTo: Ann <ann@example.com>\nSubject: Printer\n"
      "Date: Tue, 17 Nov 2026 10:12:00 +0100\nContent-Type: text/html; charset=utf-8\n\n"
      "<p>Hi Ann,</p><p>As I already said, I have recieved it. The password is hunter2x! I will "
      "call you by Friday noon.</p><blockquote>When will you call about order 88231?</blockquote>";
  REQUIRE(deskside_mail_set(mail, "raw", raw, std::strlen(raw), nullptr) == DESKSIDE_OK);

  watching = true;
  std::getenv("HOME");
  const std::string known = seen;  // that this test sees what it looks for
  seen.clear();
  const deskside_status full = deskside_check(engine, mail, &report, nullptr);
  const size_t findings = deskside_report_count(report);
  deskside_report_free(report);
  const deskside_status again = deskside_draft_check(draft, mail, &report, nullptr);
  watching = false;

  CHECK(known == "getenv ");
  CHECK(full == DESKSIDE_OK);
  CHECK(again == DESKSIDE_OK);
  CHECK(findings > 2);
  CHECK(seen == "");
  deskside_report_free(report);
  deskside_mail_free(mail);
  deskside_draft_free(draft);
  deskside_engine_free(engine);
  deskside_options_free(options);
}
