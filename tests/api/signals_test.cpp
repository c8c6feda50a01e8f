#include <algorithm>
#include <string>
#include <vector>

#include "support.hpp"

namespace {

// "kind of signal: value", of what was read beyond phrases.
std::vector<std::string> signals(const std::string& incoming) {
  deskside::mail mail;
  mail.set("text", "Hello,\n\nthank you.\n");
  mail.set("incoming", incoming);
  std::vector<std::string> all;
  const deskside::report report = test::shipped().check(mail);
  for (const deskside::fact fact : report.facts("signal"))
    all.push_back(std::string(fact.name()) + ": " +
                  std::string(fact.value().empty() ? fact.text() : fact.value()));
  return all;
}

bool holds(const std::vector<std::string>& all, const char* wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace

TEST_CASE("numbers of an incoming message are told apart by the words before them") {
  const struct {
    const char* text;
    const char* signal;
  } cases[] = {
      {"My order 88231 is late.", "order: 88231"},
      {"It is about ticket #4411.", "ticket: 4411"},
      {"See INC-44118 for more.", "ticket: inc44118"},
      {"The installer stops with error 1603.", "error-code: 1603"},
      {"Update fails with 0x80070005.", "error-code: 0x80070005"},
      {"The page says ERR_CONN_RESET.", "error-code: errconnreset"},
      {"I have version 11.4 here.", "version: 114"},
      {"I use Firefox 115.0 here.", "version: 1150"},
      {"You charged me $49.", "amount: 49"},
      {"You charged me 49 euros.", "amount: 49"},
      {"It came on 14 June.", "date: 14"},
      {"My phone number is 555 010 0234.", "phone: 5550100234"},
      {"The serial number is AB12345.", "serial: ab12345"},
      {"Scanner dead. S/N: A36DB04512.", "serial: a36db04512"},
      {"Three of them (INC0011201, RITM0098123) and no answer.", "ticket: inc0011201"},
      {"Where is PO-4500123 now?", "order: po4500123"},
      {"It is an HL-L2350DW.", "number: hll2350dw"},
      {"It was for KB5031234.", "number: kb5031234"},
      {"It is order no. 2026-55871, I think.", "order: 202655871"},
  };
  for (const auto& one : cases) {
    const std::string text = one.text;
    CAPTURE(text);
    CHECK(holds(signals(one.text), one.signal));
  }
}

TEST_CASE("an amount is the same however it is written") {
  for (const char* const sixty : {"60€", "€60", "60 €", "€ 60", "60 EUR", "EUR 60", "60 euros", "60,00 €", "€60.00", "60$"}) {
    CAPTURE(sixty);
    CHECK(holds(signals("You charged me " + std::string(sixty) + " for it."), "amount: 60"));
  }
  for (const char* const much : {"1.299,00 €", "$1,299", "1299€", "£1,299.00", "1 299 €", "1 299,00 EUR", "₹1,299", "1,299 USD"}) {
    CAPTURE(much);
    CHECK(holds(signals("You charged me " + std::string(much) + " for it."), "amount: 1299"));
  }
  for (const char* const cents : {"12,50 €", "€12.5", "$12.50"}) {
    CAPTURE(cents);
    CHECK(holds(signals("You charged me " + std::string(cents) + " for it."), "amount: 12.50"));
  }
  CHECK(holds(signals("You charged me €1,299,000 for it."), "amount: 1299000"));
  for (const char* const none : {"It has 60 seats.", "Room 12 costs nothing, row 299 neither.", "Call 60 or 300."}) {
    CAPTURE(none);
    for (const std::string& signal : signals(none)) CHECK(signal.find("amount") == std::string::npos);
  }
}

TEST_CASE("questions are found with and without their mark") {
  CHECK(holds(signals("Where is my parcel?"), "asked: Where is my parcel?"));
  CHECK(holds(signals("I would like to know whether the parcel was sent."),
              "asked-indirectly: I would like to know whether the parcel was sent."));
  CHECK(holds(signals("hi, can I use it at home\n\nthanks"), "asked-indirectly: can I use it at home"));
  for (const std::string& signal : signals("Seriously? How hard can it be?"))
    CHECK(signal.substr(0, 5) != "asked");
}

TEST_CASE("people are called what they sign with") {
  CHECK(holds(signals("Where is my parcel?\n\nThanks,\nPriya"), "name: Priya"));
  CHECK(holds(signals("From: Gail Okafor <g@example.com>\nSubject: parcel\n\nWhere is my parcel?\n"), "name: Gail"));
  CHECK(holds(signals("From: \"OKAFOR, Gail (Finance)\" <g@example.com>\nSubject: parcel\n\nWhere is it?\n"), "name: Gail"));
  CHECK(holds(signals("Where is my parcel?\n\nThanks,\nHope"), "name: Hope"));
  CHECK(holds(signals("Where is my parcel?\n\nThanks,\nLi Wei"), "name: Li"));
  CHECK(holds(signals("From: Ruth Feldman <r@example.com>\nSubject: parcel\n\nWhere is it?\n\nRegards,\nR. Feldman"), "name: Ruth"));
  CHECK(holds(signals("Where is it?\n\nKind regards,\nMonika Bauer\nTraining"), "name: Monika"));
  for (const char* text : {"Where is my parcel?\n\nThanks,\nReception", "By then.\n\nThanks,\nMonday", "Where is it?\n\nThanks,\nFrau Lindner", "Where is my parcel?\n\nThanks,\nR. Feldman",
                           "Where is my parcel?\n\nRegards,\nMrs Feldman", "Where is my parcel? Hope", "Fix it.\n\nKindly Suggest.",
                           "From: accounts@example.com\nSubject: parcel\n\nWhere is it?\n"}) {
    const std::string incoming = text;
    CAPTURE(incoming);
    for (const std::string& signal : signals(incoming)) CHECK(signal.substr(0, 5) != "name:");
  }
}

TEST_CASE("shame is distress, and so is praise for what went wrong, but praise is not") {
  const auto distressed = [](const char* incoming) {
    deskside::mail mail;
    mail.set("text", "Hello Rita,\n\nplease look at the lamp on the panel: green means that it is on.\n\nOle Brandt");
    mail.set("incoming", incoming);
    return test::has(test::shipped().check(mail), "empathy-missing-on-distress");
  };
  for (const char* text :
       {"I have never been so embarrassed!!", "I stood there like a complete idiot in front of the class.",
        "Great, another day without mail, thank you so much.", "Wonderful, now the printer is dead too.",
        "Fantastic, now my files are gone."})
    CHECK_MESSAGE(distressed(text), text);
  for (const char* text :
       {"I have never been so happy with a laptop.", "Great, the mail is back, thank you so much!",
        "Another day without it and I would have had to buy stamps.", "Great, another day without errors.",
        "Perfect, now the noise is gone.", "Great, now that is no longer a problem. Where is the guide?"})
    CHECK_FALSE_MESSAGE(distressed(text), text);
}
