// What the border does with calls that no input can make right.
#include "support.hpp"

TEST_CASE("free takes NULL") {
  deskside_options_free(nullptr);
  deskside_engine_free(nullptr);
  deskside_mail_free(nullptr);
  deskside_report_free(nullptr);
  deskside_words_free(nullptr);
  deskside_bytes_free(nullptr);
  deskside_error_free(nullptr);
}

TEST_CASE("a NULL where an object belongs is refused with a sentence") {
  deskside_error* raw = nullptr;
  CHECK(deskside_options_set(nullptr, "gate", "error", &raw) == DESKSIDE_E_ARGUMENT);
  const test::owned_error why(raw);
  REQUIRE(why);
  CHECK(deskside_error_status(why.get()) == DESKSIDE_E_ARGUMENT);
  CHECK(std::strlen(deskside_error_message(why.get())) > 0);
  CHECK(deskside_error_line(why.get()) == 0);
  CHECK(deskside_error_column(why.get()) == 0);
}

TEST_CASE("every failing function takes no error to fill") {
  CHECK(deskside_options_new(nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_engine_new(nullptr, nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_mail_new(nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_mail_set(nullptr, "text", "x", 1, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_mail_add(nullptr, "thread", "x", 1, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_mail_add_range(nullptr, "quote", 0, 1, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_check(nullptr, nullptr, nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_suggest(nullptr, nullptr, "x", 1, 1, nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_words_compile(nullptr, nullptr, nullptr, nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_options_add_words(nullptr, "x", 1, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_options_add_config(nullptr, "n", "x", 1, 0, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_options_add_lexicon(nullptr, "en", "n", "x", 1, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_options_add_dictionary(nullptr, "en", "x", 1, nullptr) == DESKSIDE_E_ARGUMENT);
}

TEST_CASE("a failed call leaves its out argument NULL") {
  deskside_options* options = nullptr;
  REQUIRE(deskside_options_new(&options, nullptr) == DESKSIDE_OK);
  const test::owned<deskside_options, deskside_options_free> owner(options);
  REQUIRE(deskside_options_set(options, "profile", "no-such-profile", nullptr) == DESKSIDE_OK);
  deskside_engine* engine = reinterpret_cast<deskside_engine*>(&options);
  deskside_error* raw = nullptr;
  CHECK(deskside_engine_new(options, &engine, &raw) == DESKSIDE_E_OPTION);
  CHECK(engine == nullptr);
  const test::owned_error why(raw);
  CHECK(why);
}

TEST_CASE("a call that succeeds clears the error it was given") {
  deskside_error* raw = nullptr;
  CHECK(deskside_options_set(nullptr, "gate", "error", &raw) == DESKSIDE_E_ARGUMENT);
  const test::owned_error why(raw);
  deskside_options* options = nullptr;
  CHECK(deskside_options_new(&options, &raw) == DESKSIDE_OK);
  CHECK(raw == nullptr);
  deskside_options_free(options);
}

TEST_CASE("accessors given NULL answer NULL or nothing") {
  CHECK(deskside_error_message(nullptr) == nullptr);
  CHECK(deskside_error_status(nullptr) == 0);
  CHECK(deskside_options_count(nullptr) == 0);
  CHECK(deskside_options_name(nullptr, 0) == nullptr);
  CHECK(deskside_engine_rule_count(nullptr) == 0);
  CHECK(deskside_engine_rule_at(nullptr, 0) == nullptr);
  CHECK(deskside_engine_rule(nullptr, "x") == nullptr);
  CHECK(deskside_engine_teaching_count(nullptr) == 0);
  CHECK(deskside_engine_teaching_at(nullptr, 0) == nullptr);
  CHECK(deskside_engine_profile_count(nullptr) == 0);
  CHECK(deskside_engine_profile_at(nullptr, 0) == nullptr);
  CHECK(deskside_rule_id(nullptr) == nullptr);
  CHECK(deskside_rule_fits(nullptr, "*") == 0);
  CHECK(deskside_rule_fits(deskside_engine_rule_at(test::shipped().c(), 0), nullptr) == 0);
  CHECK(deskside_rule_level(nullptr) == 0);
  CHECK(deskside_rule_example_count(nullptr) == 0);
  CHECK(deskside_rule_example_part(nullptr, 0, "text") == nullptr);
  CHECK(deskside_report_verdict(nullptr) == 0);
  CHECK(deskside_report_stage(nullptr) == nullptr);
  CHECK(deskside_report_body(nullptr, nullptr) == nullptr);
  CHECK(deskside_report_body_in_file(nullptr, nullptr) == 0);
  CHECK(deskside_report_count(nullptr) == 0);
  CHECK(deskside_report_at(nullptr, 0) == nullptr);
  CHECK(deskside_report_fact_count(nullptr, nullptr) == 0);
  CHECK(deskside_report_fact_at(nullptr, nullptr, 0) == nullptr);
  CHECK(deskside_report_skipped_count(nullptr) == 0);
  CHECK(deskside_report_skipped_rule(nullptr, 0) == nullptr);
  CHECK(deskside_finding_rule(nullptr) == nullptr);
  CHECK(deskside_finding_begin(nullptr, DESKSIDE_BYTES) == 0);
  CHECK(deskside_finding_fix_at(nullptr, 0) == nullptr);
  CHECK(deskside_fix_replacement(nullptr) == nullptr);
  CHECK(deskside_fact_kind(nullptr) == nullptr);
  CHECK(deskside_spell(nullptr, "word", 4) == 0);
  CHECK(deskside_words_count(nullptr) == 0);
  CHECK(deskside_words_at(nullptr, 0) == nullptr);
  CHECK(deskside_bytes_data(nullptr) == nullptr);
  CHECK(deskside_bytes_size(nullptr) == 0);
}

TEST_CASE("accessors past the end answer NULL or nothing") {
  const deskside::options options;
  const deskside::report report = test::shipped().check(test::reproach);
  const deskside_rule* rule = deskside_engine_rule_at(test::shipped().c(), 0);
  REQUIRE(rule);
  CHECK(deskside_options_value(options.c(), 100000) == nullptr);
  CHECK(deskside_options_origin(options.c(), SIZE_MAX) == nullptr);
  CHECK(deskside_engine_rule_at(test::shipped().c(), 100000) == nullptr);
  CHECK(deskside_engine_teaching_at(test::shipped().c(), 100000) == nullptr);
  CHECK(deskside_engine_profile_at(test::shipped().c(), 100000) == nullptr);
  CHECK(deskside_rule_source(rule, 1000) == nullptr);
  CHECK(deskside_rule_example_polarity(rule, 1000) == 0);
  CHECK(deskside_rule_example_part(rule, 1000, "text") == nullptr);
  CHECK(deskside_report_at(report.c(), report.size()) == nullptr);
  CHECK(deskside_report_first(report.c(), 3) == SIZE_MAX);
  CHECK(deskside_report_fact_at(report.c(), "zone", 100000) == nullptr);
  CHECK(deskside_report_skipped_reason(report.c(), 100000) == nullptr);
  const deskside_finding* finding = deskside_report_at(report.c(), 0);
  REQUIRE(finding);
  CHECK(deskside_finding_fix_at(finding, 1000) == nullptr);
  CHECK(deskside_finding_related_at(finding, 1000) == nullptr);
}

TEST_CASE("the version is that of the header it was built with") {
  const std::string expected = std::to_string(DESKSIDE_VERSION_MAJOR) + "." +
                               std::to_string(DESKSIDE_VERSION_MINOR) + "." +
                               std::to_string(DESKSIDE_VERSION_PATCH);
  CHECK(deskside_version() == expected);
}
