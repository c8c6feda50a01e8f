#include "text/foreign.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "engine/engine.hpp"
#include "lexicon/language.hpp"

using namespace dsk;

namespace {

std::size_t left(std::string_view text) {
  const lexicon::Pack pack = lexicon::shipped("en").value();
  const mail::Document document = mail::read_text(text);
  Reading reading = read_own(document, pack.abbreviations);
  drop_foreign(reading, pack.stop_words);
  return reading.sentences.size();
}

}  // namespace

TEST_CASE("English stays") {
  CHECK(left("Thanks for your mail. We found what was wrong with the disk and it is fixed now.") == 2);
}

TEST_CASE("a paragraph in another language is left out and its English neighbour is not") {
  CHECK(left("Vielen Dank für Ihre Nachricht, wir melden uns morgen wieder bei Ihnen.\n\n"
             "Thanks for your mail, we will write to you again tomorrow morning.") == 1);
  CHECK(left("Merci pour votre message, nous avons trouvé le problème dans le serveur.") == 0);
  CHECK(left("Hej, tak for din mail. Vi har fundet fejlen og det er nu rettet.") == 0);
  CHECK(left("Hola, gracias por su mensaje, ya hemos resuelto el problema del correo.") == 0);
  CHECK(left("Beste klant, we hebben het probleem gevonden en het is nu opgelost.") == 0);
}

TEST_CASE("English without the common words is known by the dictionary") {
  const auto engine = std::make_shared<Engine>(Options{});
  const auto skipped = [&](const char* text) {
    MailInput mail;
    mail.set("text", text);
    const auto report = engine->check(mail);
    return std::any_of(report->skipped.begin(), report->skipped.end(),
                       [](const SkippedRule& one) { return one.rule.empty(); });
  };
  CHECK_FALSE(skipped("We ship thousands of parcels a day, one being late is hardly a drama."));
  CHECK(skipped("Wir verschicken jeden Tag Tausende Pakete, eine Versp\u00e4tung ist kein Drama."));
  CHECK(skipped("Nous exp\u00e9dions des milliers de colis par jour, un retard est un petit drame."));
  CHECK(skipped("We versturen elke dag duizenden pakketten, een vertraging is geen drama."));
}

TEST_CASE("a short line goes with its foreign neighbour when none of its words is English") {
  const auto engine = std::make_shared<Engine>(Options{});
  MailInput mail;
  mail.set("text",
           "Sehr geehrte Frau Okafor,\n\n"
           "vielen Dank f\u00fcr Ihre Nachricht, wir melden uns morgen wieder bei Ihnen.\n\n"
           "In English: we will write to you again tomorow.\n");
  const auto report = engine->check(mail);
  REQUIRE(report->findings.size() == 1);
  CHECK(report->findings[0].text == "tomorow");
}

TEST_CASE("a short line tells nothing and stays") {
  CHECK(left("Kind regards\n\nAl Weber") == 2);
  CHECK(left("Datei > Einstellungen > Konto") == 1);
}
