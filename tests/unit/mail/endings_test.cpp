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
      "Sent from HEY for iOS",
      "Sent from my Verizon, Samsung Galaxy smartphone",
      "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
      "Sent from a mobile device, please forgive typos",
      "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
      "Von unterwegs gesendet",
      "Obtenir Outlook pour Android",
      "Pobierz aplikację Outlook dla systemu iOS",
      "Скачать Outlook для iOS",
      "Elküldve az iPhone-omról",
      "Dikirim dari iPhone saya",
  };
  for (const std::string footer : footers) {
    CAPTURE(footer);
    CHECK(own_text(read_text("It works now.\n\n" + footer + "\n")) == "It works now.\n");
  }
  CHECK(own_text(read_text("Hi.\n\nSent from my desk, it would have been quicker.\n")) ==
        "Hi.\nSent from my desk, it would have been quicker.\n");
  CHECK(own_text(read_text("Hi.\n\nSent from the scanner, the file is too large.\n")) ==
        "Hi.\nSent from the scanner, the file is too large.\n");
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

TEST_CASE("below the sign-off and the name, what sounds like a footer is one") {
  const std::string own = "Hello Ann,\n\nplease try again.\n\nBest regards,\nZoe\n";
  const std::string judged = "Hello Ann,\nplease try again.\nBest regards,\nZoe\n";
  const char* const footers[] = {
      "You're receiving this email because you contacted us.\nExample Ltd, 2 Canal Park\n"
      "Unsubscribe or manage preferences",
      "To manage your subscription or to unsubscribe, visit https://lists.example.test/options",
      "How would you rate the support you received?\n\nhttps://desk.example.test/rate/1",
      "Information on how we process your personal data is in our privacy policy: "
      "https://example.test/privacy",
      "This is an automated message, please do not reply directly to this email.",
      "© 2025 Example Ltd. All rights reserved.\nPrivacy Policy | Terms",
      "Ticket-ID: ABC-12345",
      "Ticket details\n--------------\nTicket number: 12345\nStatus: open",
      "[KXG2VY-R3PL]",
      "Treść tej wiadomości jest przeznaczona tylko dla adresata. Prosimy o powiadomienie nadawcy.",
      "Tato zpráva je důvěrná. Pokud jste ji obdrželi omylem, prosíme o její smazání.",
  };
  for (const std::string footer : footers) {
    CAPTURE(footer);
    CHECK(own_text(read_text(own + "\n" + footer + "\n")) == judged);
  }
  // Whoever signs below it has written it.
  const std::string advice =
      "Hello Tim,\n\nTo unsubscribe from the alerts, open Settings.\n\nRegards,\nKay\n";
  CHECK(own_text(read_text(advice)).find("To unsubscribe") != std::string::npos);
  CHECK(own_text(read_text(own + "\nP.S. Our privacy policy and how we handle personal data are in "
                                 "the attachments.\n"))
            .find("P.S.") != std::string::npos);
}

TEST_CASE("a postscript below a signature is the author's") {
  const Document mail = read_text(
      "Please try again.\n\nThanks,\nSam\nSupport Engineer\n\nPS: I am away next week.\n");
  CHECK(own_text(mail) == "Please try again.\nThanks,\nSam\nPS: I am away next week.\n");
  CHECK(kind_of(mail, "Support Engineer") == "signature");
  // A name that begins so is none.
  const Document house =
      read_text("Please try again.\n\nThanks,\nSam\nSupport Engineer\n\nPSA Group IT\n");
  CHECK(kind_of(house, "PSA Group IT") == "signature");
}

TEST_CASE("who signs in one line with bars, or for somebody, has signed") {
  CHECK(own_text(read_text("Please try again.\n\nAsha Rao | Operations | Example Ltd\n"
                           "+91 98765 00000 | asha@example.test\n")) == "Please try again.\n");
  CHECK(own_text(read_text("Please try again.\n\nMit freundlichen Grüßen\n\ni.A. Tobias Klein\n"
                           "Fachinformatiker Systemintegration\n")) ==
        "Please try again.\nMit freundlichen Grüßen\ni.A. Tobias Klein\n");
}
