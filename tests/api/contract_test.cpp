// Sentences of deskside.h that no other file here is about.
#include <fstream>

#include "support.hpp"

namespace {

std::string house_rule(const std::string& more) {
  return "format = 1\n[[rule]]\nid = \"house-widget\"\ntitle = \"Widget\"\nlevel = \"warning\"\n"
         "message = \"No {match}.\"\nwhy = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\n"
         "phrases = [\"widget\"]\n" +
         more;
}

deskside::engine engine_with(const std::string& more) {
  deskside::options options;
  options.lexicon("en", "house.toml", house_rule(more));
  return deskside::engine(options);
}

deskside::report check_parts(
    const std::vector<std::pair<const char*, const char*>>& parts) {
  deskside::mail mail;
  for (const auto& [part, value] : parts) mail.set(part, value);
  return test::shipped().check(mail);
}

}  // namespace

TEST_CASE("a rule is found by an id it had once") {
  const deskside::engine engine = engine_with("aliases = [\"house-gadget\"]\n");
  REQUIRE(engine.rule("house-gadget"));
  CHECK(engine.rule("house-gadget")->id() == "house-widget");
  for (const char* const glob : {"house-widget", "House-*", "house-gadge?", "*"})
    CHECK(engine.rule("house-gadget")->fits(glob));
  for (const char* const glob : {"", "house", "house-?", "gadget"})
    CHECK_FALSE(engine.rule("house-gadget")->fits(glob));
}

TEST_CASE("the level of a rule is the one in force with the engine's options") {
  deskside::options options;
  options.set(std::string("rule.") + test::reproach_rule, "coach");
  const deskside::engine engine(options);
  CHECK(engine.rule(test::reproach_rule)->level() == deskside::level::coach);
  CHECK(test::shipped().rule(test::reproach_rule)->level() == deskside::level::warning);
}

TEST_CASE("a rule says whether it judges the author's own words only") {
  CHECK(test::shipped().rule(test::reproach_rule)->reads_own());
  CHECK_FALSE(test::shipped().rule("trust-leaks-secret")->reads_own());
  CHECK_FALSE(test::has(test::shipped().check(std::string("> ") + test::reproach + "\n"),
                        test::reproach_rule));
  CHECK(test::has(test::shipped().check("Hi Ann,\n\nsee below.\n\n> AKIAIOSFODNN7EXAMPLE\n"),
                  "trust-leaks-secret"));
}

TEST_CASE("a finding that blocks makes the verdict block all alone") {
  const deskside::report report =
      test::shipped().check("Hi Ann,\n\nthe key is AKIAIOSFODNN7EXAMPLE.\n\nRegards,\nJoe\n");
  bool blocks = false;
  for (const deskside::finding finding : report) blocks = blocks || finding.blocks();
  CHECK(blocks);
  CHECK(report.verdict() == deskside::verdict::block);
}

TEST_CASE("a fix is escaped where the body is HTML") {
  const deskside::engine engine =
      engine_with("fix = [{ replace = \"R&D <lab>\", safety = \"safe\" }]\n");
  const auto replacement = [&](const char* part) {
    deskside::mail mail;
    mail.set(part, "Ask the widget.").set("fragment", "yes");
    for (const deskside::finding finding : engine.check(mail))
      if (finding.rule().id() == "house-widget")
        return std::string(finding.fixes().at(0).replacement());
    return std::string();
  };
  CHECK(replacement("text") == "R&D <lab>");
  CHECK(replacement("html") == "R&amp;D &lt;lab&gt;");
}

TEST_CASE("a mail in another language is not judged and has no language") {
  const deskside::report report = test::shipped().check(
      "Bitte lesen Sie die Anleitung noch einmal ganz genau durch und melden Sie sich dann wieder "
      "bei uns, wenn das Problem weiterhin besteht.\n");
  CHECK(report.language().empty());
  CHECK(report.empty());
  REQUIRE_FALSE(report.skipped().empty());
  CHECK(report.skipped().front().rule.empty());
}

TEST_CASE("template fields count as filled in a template") {
  constexpr const char* text = "Hi {{name}},\n\nyour order is on its way.\n\nRegards,\nJoe\n";
  constexpr const char* rule = "mechanics-unfilled-placeholder";
  CHECK(test::has(check_parts({{"text", text}}), rule));
  CHECK_FALSE(test::has(check_parts({{"text", text}, {"template", "yes"}}), rule));
}

TEST_CASE("rules about the mail as a whole do not run on a fragment") {
  constexpr const char* text = "Restart your computer.";
  const auto about_the_whole = [](const deskside::report& report) {
    std::size_t count = 0;
    for (const deskside::finding finding : report) count += finding.text().empty();
    return count;
  };
  CHECK(about_the_whole(check_parts({{"text", text}})) > 0);
  CHECK(about_the_whole(check_parts({{"text", text}, {"fragment", "yes"}})) == 0);
}

TEST_CASE("the incoming message may be an HTML body") {
  constexpr const char* reply = "Hi Ann,\n\nthank you.\n\nRegards,\nJoe\n";
  const auto asked = [](const deskside::report& report) {
    std::vector<std::string> all;
    for (const deskside::fact signal : report.facts("signal"))
      all.push_back(std::string(signal.name()) + ": " + std::string(signal.text()));
    return all;
  };
  const auto plain =
      asked(check_parts({{"text", reply}, {"incoming", "When will you call about order 88231?"}}));
  CHECK(plain.size() > 0);
  CHECK(asked(check_parts({{"text", reply},
                           {"incoming-html", "<p>When will you call about order <b>88231</b>?"}})) ==
        plain);
}

TEST_CASE("now is the date of the mail where it is not given") {
  const auto due = [](const std::vector<std::pair<const char*, const char*>>& when) {
    auto parts = when;
    parts.emplace_back("text", "Hi Ann,\n\nI will call you tomorrow at 15:00.\n");
    const deskside::report report = check_parts(parts);
    REQUIRE(report.facts("promise").size() == 1);
    return std::string(report.facts("promise")[0].value());
  };
  CHECK(due({}).empty());
  CHECK(due({{"date", "Tue, 17 Nov 2026 10:12:00 +0100"}}) == "2026-11-18T15:00:00+01:00");
  CHECK(due({{"now", "2026-11-17T10:12:00+01:00"}}) == "2026-11-18T15:00:00+01:00");
}

TEST_CASE("a strength names its act and its pillar and praises in a sentence") {
  const deskside::report report =
      test::shipped().check("Hi Ann,\n\nthank you for the photo.\n\nRegards,\nJoe\n");
  REQUIRE_FALSE(report.facts("strength").empty());
  for (const deskside::fact strength : report.facts("strength")) {
    CHECK_FALSE(strength.name().empty());
    const std::string_view pillar = strength.value().substr(0, strength.value().find(": "));
    const bool known = pillar == "empathy" || pillar == "tone" || pillar == "acknowledgement" ||
                       pillar == "trust" || pillar == "basics";
    CHECK_MESSAGE(known, std::string(strength.value()));
  }
}

TEST_CASE("a configuration that was found may not name a program and a trusted one may") {
  constexpr const char* toml = "format = 1\n[sendmail]\ncommand = [\"/usr/sbin/sendmail\"]\n";
  deskside::options options;
  CHECK(test::status_of([&] { options.config("found.toml", toml, false); }) == DESKSIDE_E_LEXICON);
  CHECK(test::status_of([&] { options.config("own.toml", toml, true); }) == 0);
}

TEST_CASE("a dictionary compiled from its files spells for its language") {
  const std::string path = std::string(DESKSIDE_SCRATCH) + "/tiny";
  std::ofstream(path + ".aff") << "SET UTF-8\n";
  std::ofstream(path + ".dic") << "2\nHallo\nWelt\n";
  const std::string words = deskside::compile_words("de-DE", path + ".aff", path + ".dic");
  deskside::options options;
  options.set("language", "de-DE").dictionary("de-DE", words);
  const deskside::engine engine(options);
  CHECK(engine.spell("Welt"));
  CHECK_FALSE(engine.spell("Wlet"));
  CHECK(engine.suggest("Wlet", 3) == std::vector<std::string>{"Welt"});
  CHECK(engine.check("Hallo").language() == "de-DE");
}
