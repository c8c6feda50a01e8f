#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

namespace {
struct Case {
  const char* text;
  const char* words;
  const char* kind;
};
}  // namespace

TEST_CASE("stretches that are no prose are found whole") {
  const Case cases[] = {
      {"See https://example.test/a?b=c.", "https://example.test/a?b=c", "url"},
      {"(see http://example.test/a_(b))", "http://example.test/a_(b)", "url"},
      {"[docs](https://example.test/docs) here", "https://example.test/docs", "url"},
      {"at example.com/help, too", "example.com/help", "url"},
      {"Mail <ann.lee@example.test>!", "ann.lee@example.test", "email"},
      {"on srv-01.example.net, too", "srv-01.example.net", "host"},
      {"ping 10.0.0.1:8080 now", "10.0.0.1:8080", "host"},
      {"open C:\\Program Files\\Tool\\tool.exe now", "C:\\Program Files\\Tool\\tool.exe", "path"},
      {"in /etc/hosts.", "/etc/hosts", "path"},
      {"in ~/notes, maybe", "~/notes", "path"},
      {"the report.pdf is", "report.pdf", "path"},
      {"error 0x80070005 again", "0x80070005", "identifier"},
      {"ticket INC-12345.", "INC-12345", "identifier"},
      {"your order #98765.", "#98765", "identifier"},
      {"set my_value now", "my_value", "identifier"},
      {"call getName() now", "getName()", "identifier"},
      {"with --verbose on", "--verbose", "identifier"},
      {"version 2.10.4, please", "2.10.4", "identifier"},
      {"Update KB5034441 first", "KB5034441", "identifier"},
      {"run `tool --fix` now", "`tool --fix`", "code"},
      {"click \"Save As…\" now", "\"Save As…\"", "label"},
      {"click “Save” now", "“Save”", "label"},
      {"the \"Advanced Options\" are", "\"Advanced Options\"", "label"},
      {"press Ctrl+Shift+Esc now", "Ctrl+Shift+Esc", "key"},
      {"press Ctrl + Alt + Del.", "Ctrl + Alt + Del", "key"},
      {"put Ctrl + Alt + Del in, then  + once", "Ctrl + Alt + Del", "key"},
      {"press F5.", "F5", "key"},
      {"Dear {{customer.name}},", "{{customer.name}}", "placeholder"},
      {"on [[when?]] we", "[[when?]]", "placeholder"},
      {"Dear [Customer Name],", "[Customer Name]", "placeholder"},
      {"Dear %FIRST_NAME%,", "%FIRST_NAME%", "placeholder"},
      {"is <case_number> with us", "<case_number>", "placeholder"},
      {"see [link to the article].", "[link to the article]", "placeholder"},
      {"ticket ##TICKET_ID## was", "##TICKET_ID##", "placeholder"},
      {"well done 👍🏽!", "👍🏽", "emoji"},
      {"see you :-)", ":-)", "emoji"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(inline_kind(read_text(one.text), one.words) == one.kind);
  }
}

TEST_CASE("ordinary words are no identifiers") {
  const char* const texts[] = {
      "We will call at 3pm on the 2nd, i.e. at 10:30 a.m. or within 24h.",
      "It was done.Then it was not.",
      "He said \"as you wish\" and \"no\".",
      "Dear Mr. McDonald, dear Ms. O'Neil-Smith,",
      "yes/no and/or either, e.g. this one (or that one) [1].",
      "The well-known re-install costs 20% or $5 in the U.S. today.",
      "100% of them; 3-5 days; 2024-03-05.",
      "Open ## Setup ## and type <host name> or <file name> there.",
  };
  for (const std::string text : texts) {
    const Document mail = read_text(text);
    for (const auto& item : mail.inlines) {
      CAPTURE(text);
      FAIL_CHECK(std::string(item.span.of(mail.text()))
                 << " is taken for a " << std::string(name(item.kind)));
    }
  }
}

TEST_CASE("nothing is looked for in words of others") {
  CHECK(read_text("> see https://example.test\n\nMine.\n").inlines.empty());
}
