// Every allocation is made to fail in turn: each call answers MEMORY or succeeds, and nothing
// leaks.
#include <deskside/deskside.h>
#include <doctest/doctest.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void __libc_free(void* block);
}

namespace {

long until_failure = -1;  // how many allocations still succeed; negative: all
long allocations = 0;
long live = 0;

bool fails_now() {
  ++allocations;
  if (until_failure < 0 || until_failure-- > 0) return false;
  errno = ENOMEM;
  return true;
}

void* counted(void* block) {
  live += block != nullptr;
  return block;
}

}  // namespace

// One thread only: no locks. These stand in front of the C library's for the shared libraries too.
extern "C" void* malloc(std::size_t size) {
  return fails_now() ? nullptr : counted(__libc_malloc(size));
}
extern "C" void* calloc(std::size_t count, std::size_t size) {
  return fails_now() ? nullptr : counted(__libc_calloc(count, size));
}
extern "C" void* realloc(void* block, std::size_t size) {
  if (fails_now()) return nullptr;
  void* moved = __libc_realloc(block, size);
  live += block == nullptr && moved != nullptr;
  return moved;
}
extern "C" void free(void* block) {
  live -= block != nullptr;
  __libc_free(block);
}

namespace {

constexpr const char* kMail =
    "From: Joe <joe@example.com>\nTo: Ann <ann@example.com>\nSubject: =?utf-8?q?Caf=C3=A9?=\n"
    "Date: Tue, 17 Nov 2026 10:12:00 +0100\nContent-Type: text/html; charset=utf-8\n\n"
    "<p>Hi Ann,</p><p>As I already said, simply restart your computer!! I have recieved it. "
    "I will call you by Friday.</p><blockquote>It is broken again. When will you call?"
    "</blockquote>\n";

// Builds an engine and checks a mail, and again as a draft: the first status that is not OK.
deskside_status scenario() {
  deskside_options* options = nullptr;
  deskside_engine* engine = nullptr;
  deskside_mail* mail = nullptr;
  deskside_draft* draft = nullptr;
  deskside_report* report = nullptr;
  deskside_words* words = nullptr;
  deskside_error* error = nullptr;
  deskside_status status = deskside_options_new(&options, &error);
  if (status == DESKSIDE_OK) status = deskside_engine_new(options, &engine, &error);
  if (status == DESKSIDE_OK) status = deskside_mail_new(&mail, &error);
  if (status == DESKSIDE_OK)
    status = deskside_mail_set(mail, "raw", kMail, std::strlen(kMail), &error);
  if (status == DESKSIDE_OK) status = deskside_check(engine, mail, &report, &error);
  if (status == DESKSIDE_OK) status = deskside_draft_new(engine, &draft, &error);
  for (int round = 0; round < 2 && status == DESKSIDE_OK; ++round) {
    deskside_report_free(report);
    status = deskside_draft_check(draft, mail, &report, &error);
  }
  if (status == DESKSIDE_OK)
    status = deskside_suggest(engine, report, "recieved", 8, 3, &words, &error);
  deskside_words_free(words);
  deskside_report_free(report);
  deskside_draft_free(draft);
  deskside_mail_free(mail);
  deskside_engine_free(engine);
  deskside_options_free(options);
  deskside_error_free(error);
  return status;
}

}  // namespace

TEST_CASE("each allocation that fails gives MEMORY or success and leaks nothing") {
  REQUIRE(scenario() == DESKSIDE_OK);  // what is made once for good is made now
  const long before = allocations;
  REQUIRE(scenario() == DESKSIDE_OK);
  const long needed = allocations - before;
  MESSAGE("allocations: " << needed);
  long refused = 0;
  for (long at = 0; at < needed; ++at) {
    const auto fail_at = [&] {
      const long live_before = live;
      until_failure = at;
      const deskside_status status = scenario();
      until_failure = -1;
      if (status != DESKSIDE_OK && status != DESKSIDE_E_MEMORY)
        FAIL("status " << status << " at " << at);
      refused += status == DESKSIDE_E_MEMORY;
      return live - live_before;
    };
    // The C library itself keeps something the first time an exception passes through it.
    if (fail_at() != 0 && fail_at() != 0) FAIL("a leak at " << at);
  }
  MESSAGE("calls that answered MEMORY: " << refused);
  CHECK(refused > needed / 4);
}

TEST_CASE("a rule has no examples where there is no memory to list them") {
  deskside_options* options = nullptr;
  deskside_engine* engine = nullptr;
  REQUIRE(deskside_options_new(&options, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_engine_new(options, &engine, nullptr) == DESKSIDE_OK);
  const deskside_rule* rule = deskside_engine_rule(engine, "tone-as-i-said");
  REQUIRE(deskside_rule_example_count(rule) > 0);
  until_failure = 0;
  const std::size_t count = deskside_rule_example_count(rule);
  until_failure = 0;
  const char* part = deskside_rule_example_part(rule, 0, "text");
  until_failure = 0;
  const std::int32_t polarity = deskside_rule_example_polarity(rule, 0);
  until_failure = -1;
  CHECK(count == 0);
  CHECK(part == nullptr);
  CHECK(polarity == 0);
  deskside_engine_free(engine);
  deskside_options_free(options);
}

TEST_CASE("a fact that is made when it is asked for is none where there is no memory for it") {
  deskside_options* options = nullptr;
  deskside_engine* engine = nullptr;
  deskside_mail* mail = nullptr;
  deskside_report* report = nullptr;
  REQUIRE(deskside_options_new(&options, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_engine_new(options, &engine, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_mail_new(&mail, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_mail_set(mail, "raw", kMail, std::strlen(kMail), nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_check(engine, mail, &report, nullptr) == DESKSIDE_OK);
  const std::size_t count = deskside_report_fact_count(report, nullptr);
  std::size_t none = 0;
  for (std::size_t at = 0; at < count; ++at) {
    until_failure = 1;  // sorting does without the first
    none += deskside_report_fact_at(report, nullptr, at) == nullptr;
    until_failure = -1;
  }
  CHECK(none > 0);
  for (std::size_t at = 0; at < count; ++at)
    CHECK(deskside_report_fact_at(report, nullptr, at) != nullptr);
  deskside_report_free(report);
  deskside_mail_free(mail);
  deskside_engine_free(engine);
  deskside_options_free(options);
}

TEST_CASE("a draft remembers no more after many checks than after the first") {
  deskside_options* options = nullptr;
  deskside_engine* engine = nullptr;
  deskside_draft* draft = nullptr;
  deskside_mail* mail = nullptr;
  REQUIRE(deskside_options_new(&options, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_engine_new(options, &engine, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_draft_new(engine, &draft, nullptr) == DESKSIDE_OK);
  REQUIRE(deskside_mail_new(&mail, nullptr) == DESKSIDE_OK);
  // The same mail at rounds 1, 11, 21 ...; another sentence and another question in between.
  const auto check = [&](int round) {
    char text[] = "I have recieved order 88230. I will call you by Friday.";
    text[27] = static_cast<char>('0' + round % 10);
    char asked[] = "When will you call about order 88230?";
    asked[35] = text[27];
    deskside_report* report = nullptr;
    deskside_mail_set(mail, "text", text, std::strlen(text), nullptr);
    deskside_mail_set(mail, "incoming", asked, std::strlen(asked), nullptr);
    REQUIRE(deskside_draft_check(draft, mail, &report, nullptr) == DESKSIDE_OK);
    deskside_report_free(report);
  };
  long held = 0;
  for (int round = 1; round <= 101; ++round) {
    check(round);
    if (round == 11) held = live;
  }
  CHECK(live == held);
  deskside_mail_free(mail);
  deskside_draft_free(draft);
  deskside_engine_free(engine);
  deskside_options_free(options);
}
