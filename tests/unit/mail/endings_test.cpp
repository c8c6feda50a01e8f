#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

TEST_CASE("a signature is not judged with and without its mark") {
  const char* const signatures[] = {
      "-- \nZoe Marten\nExample Ltd",
      "--\nZoe Marten\nExample Ltd",
      "—\nZoe Marten",
      "Zoe Marten\nSenior Support Engineer | Example Ltd\nTel: +1 555 0100 200\nwww.example.test",
      "Zoe Marten\nCustomer Care\n\nExample GmbH, Hauptstr. 1\nzoe@example.test\n+49 30 1234567",
      "-Zoe Marten",
      "_____________\nZoe Marten\nExample Ltd",
  };
  for (const std::string signature : signatures) {
    CAPTURE(signature);
    const Document mail = read_text("Hello Ann,\n\nplease try again.\n\n" + signature + "\n");
    CHECK(own_text(mail) == "Hello Ann,\nplease try again.\n");
    CHECK(kind_of(mail, signature.substr(0, 5)) == "signature");
  }
}

TEST_CASE("the closing and the name are the author's and what is below them is not") {
  const Document mail = read_text(
      "Hello Ann,\n\nplease try again.\n\nKind regards,\nZoe Marten\nSupport Team, Example Inc.\n"
      "Phone +1 555 0100 200\n");
  CHECK(own_text(mail) == "Hello Ann,\nplease try again.\nKind regards,\nZoe Marten\n");
  CHECK(kind_of(mail, "Support Team") == "signature");
}

TEST_CASE("a sentence between lines of contact is part of the signature") {
  const std::string own = "Hello Ann,\n\nplease try again.\n\nKind regards,\nZoe Marten\n";
  CHECK(own_text(read_text(own + "Support Team, Example Inc.\nPlease do not feel obliged to answer "
                                 "outside your own hours.\nPhone +1 555 0100 200\n")) ==
        "Hello Ann,\nplease try again.\nKind regards,\nZoe Marten\n");
  CHECK(own_text(read_text(own + "\nThe form that you asked for is here:\nwww.example.test\n"))
            .find("The form") != std::string::npos);
}

TEST_CASE("short lines at the end are no signature by themselves") {
  const char* const texts[] = {
      "Hello Ann,\n\nThanks!\nZoe\n",
      "Hello Ann,\n\nYou need:\n\nThe charger\nThe cable\nThe box\n",
      "Thank you very much.\n\nI will try it today.\n\nSee you tomorrow\n",
      "Hello,\n\nCall us any time.\n\nBest,\nZoe\n\nP.S. The office is closed on Monday.\n",
      "Steps:\n\n- Open the lid\n- Close the lid\n",
      "This is a fix -- this is not a signature.\n",
  };
  for (const std::string text : texts) {
    CAPTURE(text);
    const Document mail = read_text(text);
    for (const auto& zone : mail.zones) CHECK(is_own(zone.kind));
  }
}

TEST_CASE("footers of telephones are not judged") {
  const char* const footers[] = {
      "Sent from my iPhone",
      "Sent from my Example Phone X 5G",
      "Get Outlook for Android",
      "Von meinem iPhone gesendet",
      "Envoyé de mon iPhone",
      "Enviado desde mi iPhone",
      "Enviado do meu iPhone",
      "Inviato da iPhone",
      "Verstuurd vanaf mijn iPhone",
      "Wysłane z iPhone'a",
      "Skickat från min iPhone",
      "Sendt fra min iPhone",
      "iPhoneから送信",
      "Sent from Mail for Windows",
  };
  for (const std::string footer : footers) {
    CAPTURE(footer);
    CHECK(own_text(read_text("It works now.\n\n" + footer + "\n")) == "It works now.\n");
  }
  CHECK(own_text(read_text("Hi.\n\nSent from my desk, it would have been quicker.\n")) ==
        "Hi.\nSent from my desk, it would have been quicker.\n");
}

TEST_CASE("disclaimers and what systems add are not judged") {
  const char* const footers[] = {
      "This e-mail and any attachments are confidential and intended solely for the addressee. If "
      "you are not the intended recipient, please delete it.",
      "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, "
      "informieren Sie bitte sofort den Absender und vernichten Sie diese E-Mail.",
      "Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas le destinataire, "
      "toute utilisation est interdite.",
      "Please consider the environment before printing this e-mail.",
      "_______________________________________________\nexample mailing list\n"
      "https://lists.example.test/listinfo/example",
      "ref:_00D20000.5000J0001:ref",
      "You received this message because you are subscribed to the group.",
  };
  for (const std::string footer : footers) {
    CAPTURE(footer);
    CHECK(own_text(read_text("It works now.\n\n" + footer + "\n")) == "It works now.\n");
  }
}

TEST_CASE("a sign-off right above a disclaimer is the author's") {
  const Document mail = read_text(
      "Hello Ann,\n\nplease try again.\n\nKind regards,\nZoe Marten\nTechnician, Example Ltd\n"
      "This email and any attachments are confidential and for the addressee only.\n");
  CHECK(own_text(mail) == "Hello Ann,\nplease try again.\nKind regards,\nZoe Marten\n");
  CHECK(kind_of(mail, "This email") == "disclaimer");
}

TEST_CASE("banners above and fields of a ticket below are not judged") {
  const std::string own = "Hello Ann,\n\nyour token is in the post.\n\nBest,\nZoe\n";
  const std::string judged = "Hello Ann,\nyour token is in the post.\nBest,\nZoe\n";
  CHECK(own_text(read_text(own + "\nTicket #4711\nStatus: open\nPriority: low\n")) == judged);
  CHECK(own_text(read_text("[Classification: OFFICIAL]\n\n" + own)) == judged);
  CHECK(own_text(read_text("CAUTION: This email originated from outside of the company. Do not "
                           "click links in it.\n\n" +
                           own)) == judged);
  const std::string facts = "Hello Ann,\n\nit is done.\n\nStatus: solved\nOwner: Ben\n";
  CHECK(own_text(read_text(facts)).find("Status: solved") != std::string::npos);
  const std::string list = "Hello Ann,\n\nit is done:\n\nRequest 1: done\nRequest 2: done\n";
  CHECK(own_text(read_text(list)).find("Request 2") != std::string::npos);
  CHECK(own_text(read_text("[Customer Name]\n\n" + own)).find("[Customer Name]") == 0);
}

TEST_CASE("words about confidential data are the author's when they are the mail") {
  const std::string text =
      "Hello Ann,\n\nplease do not send confidential files as attachments. Use the upload page.\n";
  CHECK(own_text(read_text(text)).find("Use the upload page.") != std::string::npos);
}
