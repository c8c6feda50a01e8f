#include <algorithm>
#include <string>
#include <vector>

#include "exchanges.hpp"
#include "support.hpp"

namespace {

struct Short {
  const char* name;
  const char* incoming;
  const char* reply;
};

// Mails about different products, with answers to them.
const std::vector<Short> exchanges = {
    {"Priya", "The label printer in the warehouse prints every label twice since Monday. How do I get single labels again?",
     "Thank you for telling me about the label printer. Its driver was set to two copies on Monday; I have put it back to one, so each label should come out single again."},
    {"Tomas", "Invoice 88231 charges us for twelve screens, but we ordered ten. Could you send a corrected invoice?",
     "You are right about invoice 88231: ten screens were ordered, and twelve stand on it. A corrected invoice with ten screens is attached to your account since this morning."},
    {"Ines", "The VPN client drops the tunnel whenever I join a video meeting. What can I change in its settings?",
     "A tunnel that drops in video meetings usually means that the VPN sends all video through the office. In the client's settings, please turn split tunnelling on."},
    {"Kofi", "My badge no longer opens the door of the bicycle garage, though the front door still works. Who can renew the badge?",
     "The bicycle garage has a list of its own, and your badge had fallen off it. Reception has renewed it, so the garage door should open from now on."},
    {"Mette", "After the update of the payroll module, the pension column is empty in every payslip. Is our data lost?",
     "No pension data is lost. The payroll module hides the pension column after the update until each payslip is drawn again, which runs tonight."},
    {"Jonas", "The dishwasher in the kitchen on floor three shows code E15 and beeps. Can somebody from facilities come?",
     "E15 means that water stands in the dishwasher's base. Lena from facilities comes to the kitchen on floor three at two today and will dry it out."},
    {"Aiko", "The microphone of my headset crackles in calls, on the train as well as at home. Is it covered by the warranty?",
     "A crackling microphone is covered by the warranty for two years. A new headset is on its way to you, and the old one can go into the same box."},
    {"Pavel", "The shared calendar of the sales group shows holidays of last year. How can I subscribe to the new one?",
     "The holidays moved to a new calendar in January. Under Calendars, please choose Subscribe and pick Holidays, and the sales group sees the new dates at once."},
    {"Rosa", "Our webshop rejects the coupon SUMMER10 at the checkout since the weekend. When will coupons work again?",
     "The coupon SUMMER10 had an end date of last Saturday. It runs until 30 September now, and the checkout takes coupons again since nine o'clock."},
    {"Emeka", "The backup of the file server failed three nights in a row with the message that the tape is full. Should we order tapes?",
     "There is no need to order tapes: the tape is full because the robot stopped turning them. It turns again, and last night's backup of the file server went through."},
    {"Lucie", "The translation tool swaps German and French in the glossary of our manuals. Can the glossary be restored?",
     "The glossary is restored to Friday's state, with German and French in the right order. Manuals that were translated over the weekend keep the swapped terms until they are run again."},
    {"Hassan", "My tablet asks for a SIM code after every restart, and I never set one. Where do I find it?",
     "The SIM code is printed on the card your tablet's contract came with, next to the letters PIN. Once it is entered, Settings, then SIM lock, lets you turn the question off."},
};

std::string letter(const Short& one) {
  return std::string("Hello,\n\n") + one.incoming + "\n\nBest regards,\n" + one.name + "\n";
}
std::string answer(const Short& one) {
  return std::string("Hello ") + one.name + ",\n\n" + one.reply +
         "\n\nIf anything is still odd, just reply to this mail.\n\nBest regards,\nAl\n";
}

// A message and its answer, as somebody's client would hand them over.
struct Pair {
  std::string incoming, reply;
  bool headers;  // both begin with a header block
};

std::string with_headers(const std::string& from, const std::string& to, const std::string& subject,
                         const std::string& body) {
  return "From: " + from + "\nTo: " + to + "\nSubject: " + subject +
         "\nDate: Tue, 14 Apr 2026 10:20:00 +0200\n\n" + body + "\n";
}

// All 42 exchanges: as bodies, or every second of the thirty with its headers and the twelve with
// greeting and signature.
std::vector<Pair> pairs(bool bodies) {
  std::vector<Pair> all;
  for (const Short& one : exchanges)
    if (bodies) all.push_back({one.incoming, one.reply, false});
    else all.push_back({letter(one), answer(one), false});
  for (const test::Exchange& one : test::exchanges()) {
    const std::string they = std::string(one.name) + " <" + one.address + ">";
    const std::string desk = std::string(one.desk) + " <" + one.desk_address + ">";
    if (bodies || all.size() % 2 == 0)
      all.push_back({one.incoming, one.reply, false});
    else
      all.push_back({with_headers(they, desk, one.subject, one.incoming),
                     with_headers(desk, they, std::string("Re: ") + one.subject, one.reply), true});
  }
  return all;
}

// The highest level at which a rule that compares both messages speaks; coach where none does.
deskside::level heard(const Pair& mine, const Pair& theirs) {
  deskside::mail mail;
  mail.set(mine.headers ? "raw" : "text", mine.reply);
  mail.set("incoming", theirs.incoming);
  deskside::level level = deskside::level::coach;
  for (const deskside::finding finding : test::shipped().check(mail))
    if (finding.rule().kind() == "thread") level = std::max(level, finding.level());
  return level;
}

struct Share {
  std::size_t spoke = 0, warned = 0, all = 0;
};

Share share(bool swapped, bool bodies) {
  Share share;
  const std::vector<Pair> all = pairs(bodies);
  for (const Pair& mine : all) {
    for (const Pair& theirs : all) {
      if (swapped == (&mine == &theirs)) continue;
      const deskside::level level = heard(mine, theirs);
      ++share.all;
      share.spoke += level >= deskside::level::suggestion;
      share.warned += level >= deskside::level::warning;
      if (!swapped && level >= deskside::level::suggestion) MESSAGE("spoke on: " << mine.incoming);
    }
  }
  return share;
}

}  // namespace

TEST_CASE("an answer to another mail is noticed in eight of ten cases and the right one let through") {
  for (const bool bodies : {false, true}) {
    CAPTURE(bodies);
    const Share right = share(false, bodies), wrong = share(true, bodies);
    MESSAGE("true pairs " << right.spoke << " of " << right.all << " and swapped pairs " << wrong.spoke
                          << " of " << wrong.all << ", " << right.warned << " and " << wrong.warned
                          << " at warning");
    CHECK(right.all == 42);
    CHECK(right.spoke * 10 <= right.all);
    CHECK(wrong.spoke * 10 >= wrong.all * 8);
  }
}

TEST_CASE("a thread finding shows the words it answers to in the incoming message") {
  deskside::mail mail;
  const std::string incoming = "I have a deadline at 5 and the editor keeps freezing!";
  mail.set("text", "Which version of the editor do you have?");
  mail.set("incoming", incoming);
  mail.set("fragment", "yes");
  const deskside::report report = test::shipped().check(mail);
  bool found = false;
  for (const deskside::finding finding : report) {
    if (finding.rule().id() != "empathy-missing-on-distress") continue;
    found = true;
    const auto related = finding.related();
    REQUIRE(related.size() == 1);
    CHECK(related[0].side() == deskside::side::incoming);
    CHECK(incoming.substr(related[0].begin(), related[0].end() - related[0].begin()) ==
          related[0].text());
  }
  CHECK(found);
}

TEST_CASE("what an earlier message of the thread told is not asked for again") {
  deskside::mail mail;
  mail.set("text", "Could you send your order number?");
  mail.set("incoming", "It has still not come. What now?");
  mail.set("fragment", "yes");
  const auto asks = [&](const deskside::mail& it) {
    for (const deskside::finding finding : test::shipped().check(it))
      if (finding.rule().id() == "ack-asks-known-info") return true;
    return false;
  };
  CHECK_FALSE(asks(mail));
  mail.add("thread", "My order 88231 has not come.");
  CHECK(asks(mail));
}

TEST_CASE("a newer message of theirs and a long silence are noted") {
  deskside::mail mail;
  mail.set("raw", "From: al@example.com\nTo: ana@example.com\nDate: Mon, 17 Mar 2025 10:00:00 +0000\n\nHello Ana,\n\nthe part is here.\n");
  mail.set("incoming", "From: ana@example.com\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n\nWhere is the part?\n");
  mail.add("thread", "From: ana@example.com\nDate: Tue, 4 Mar 2025 10:00:00 +0000\n\nForget the part, I found it.\n");
  std::string notes;
  const deskside::report report = test::shipped().check(mail);
  for (const deskside::fact note : report.facts("note")) notes += std::string(note.value()) + "\n";
  CHECK(notes.find("2025-03-04") != std::string::npos);
  CHECK(notes.find("14 days") != std::string::npos);
}

TEST_CASE("promises of a mail are facts with the time they are due") {
  deskside::mail mail;
  mail.set("raw", "From: al@example.com\nTo: ana@example.com\nDate: Fri, 25 Oct 2024 10:00:00 +0200 (CEST)\n\nHello Ana,\n\nI'll call you on Monday at 10. I will also write soon.\n");
  const deskside::report report = test::shipped().check(mail);
  const auto promises = report.facts("promise");
  REQUIRE(promises.size() == 2);
  CHECK(promises[0].name() == "I");
  CHECK(promises[0].value() == "2024-10-28T10:00:00+01:00");
  CHECK(promises[1].value().empty());
}

TEST_CASE("two promises in one sentence keep their own times") {
  deskside::mail mail;
  mail.set("raw", "From: al@example.com\nTo: ana@example.com\nDate: Fri, 14 Mar 2025 16:30:00 +0100\n\nHello Ana,\n\nI'll call you by Monday noon, and we will send the part within two hours.\n");
  const deskside::report report = test::shipped().check(mail);
  const auto promises = report.facts("promise");
  REQUIRE(promises.size() == 2);
  CHECK(promises[0].text() == "I'll call you by Monday noon");
  CHECK(promises[0].value() == "2025-03-17T12:00:00+01:00");
  CHECK(promises[1].name() == "we");
  CHECK(promises[1].value() == "2025-03-14T18:30:00+01:00");
}

TEST_CASE("an answer that goes to somebody else and quotes somebody else is taken for another mail's") {
  const auto told = [](const char* to, const char* answers, const char* quote) {
    deskside::mail mail;
    mail.set("raw", std::string("From: al@example.com\nTo: ") + to + "\nIn-Reply-To: " + answers +
                        "\n\nHello,\n\nthe two screens come on Monday.\n\n" + quote + "\n");
    mail.set("incoming",
             "From: Lucia Ferro <lucia@example.org>\nMessage-ID: <1@example.org>\n\nThe heating in room 12 hums all night long.\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "ack-other-message")
        return finding.level() == deskside::level::warning ? 2 : 1;
    return 0;
  };
  CHECK(told("Ben Oduya <ben@example.com>", "<2@example.com>", "") == 2);
  CHECK(told("Ben Oduya <ben@example.com>", "<1@example.org>", "") == 1);
  CHECK(told("Lucia Ferro <lucia@example.org>", "<1@example.org>",
             "> Could you order two screens for the desk by the window?") == 1);
  CHECK(told("Lucia Ferro <lucia@example.org>", "<1@example.org>",
             "> The heating in room 12 hums\n> all night long.") == 0);
  CHECK(told("Lucia Ferro <lucia@example.org>", "<1@example.org>",
             "On Friday, al@example.com wrote:\n> Could you order two screens for the desk by the window?") == 0);
  // “al@example.com” is nobody whose address only ends so.
  CHECK(told("Lucia Ferro <lucia@example.org>", "<1@example.org>",
             "On Friday, hal@example.com wrote:\n> Could you order two screens for the desk by the window?") == 1);
  // A block of headers is addressed to who answers it.
  CHECK(told("Lucia Ferro <lucia@example.org>", "<1@example.org>",
             "From: Ben Oduya <ben@example.com>\nSent: Friday, 14 March 2025 10:00\nTo: al@example.com\nSubject: Screens\n\n"
             "> Could you order two screens for the desk by the window?") == 1);
  // One's own last mail was answered, as a reminder does.
  CHECK(told("Lucia Ferro <lucia@example.org>", "<3@example.com>", "") == 0);
  CHECK(told("Lucia <l.ferro@example.net>", "<1@example.org>", "") == 0);
}

TEST_CASE("a team, a desk and a ticket are nobody to greet") {
  const auto wrong_name = [](const char* to) {
    deskside::mail mail;
    mail.set("raw", "From: al@example.com\nTo: \"" + std::string(to) +
                        "\" <x77@example.org>\n\nHi Julia,\n\nyour access is open again.\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "greeting-wrong-name") return true;
    return false;
  };
  for (const char* nobody : {"Finance Team", "Front Desk", "Ticket 4411"}) {
    CAPTURE(std::string(nobody));
    CHECK_FALSE(wrong_name(nobody));
  }
  CHECK(wrong_name("Ana Ferro"));
}

TEST_CASE("a name is known in each of its spellings and a company is none") {
  const auto speaks_of_names = [](const char* greeting, const char* signature) {
    deskside::mail mail;
    mail.set("text", std::string(greeting) + "\n\nthe label printer prints single labels again.\n");
    mail.set("incoming",
             std::string("Hello,\n\nthe label printer prints each label twice.\n\n") + signature + "\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "greeting-wrong-name" ||
          finding.rule().id() == "spelling-recipient-name")
        return true;
    return false;
  };
  for (const auto& mail : std::vector<std::pair<const char*, const char*>>{
           {"Hi Will,", "Thanks,\nWill"},
           {"Dear April,", "Best\nApril"},
           {"Dear Dr. van der Berg,", "Kind regards,\nDr. Marijke van der Berg"},
           {"Hi Maria Jose,", "Thanks\nMaría José"},
           {"Hi Juergen,", "Regards,\nJürgen"},
           {"Hi Anne,", "Best,\nAnne-Marie"},
           {"Hi O'Brien,", "Best,\nSean O'Brien"},
           {"Dear Mr Tully,", "Greg Tully"},
           {"Hi Yuki,", "Best regards,\nYuki Tanaka\nKobayashi Trading Co."},
           {"Hi Raj,", "Best,\nRajesh Venkataraman"},
           {"Hi Seun,", "Best,\nOluwaseun Adeyemi"},
           {"Hi Firefox user,", "Thanks\nMarta"}}) {
    INFO(std::string(mail.first) << " / " << std::string(mail.second));
    CHECK_FALSE(speaks_of_names(mail.first, mail.second));
  }
  CHECK(speaks_of_names("Hi Marta,", "Is it ready?\n\nPriya"));
  CHECK(speaks_of_names("Hi Marta,", "The lamp is on. Is it ready? Priya"));
  CHECK(speaks_of_names("Hi Marta,", "Patients are waiting!\nJoan Pettifer"));
  CHECK(speaks_of_names("Hi Carlso,", "Thanks,\nCarlos"));
  // A cake as well, but a name here.
  CHECK(speaks_of_names("Hi Charlotte,", "Thanks,\nIbrahim"));
  // One of two spellings of a name, and the line of a company below it.
  CHECK(speaks_of_names("Hi Katherine,", "Kind regards, Catherine Lowe"));
  CHECK_FALSE(speaks_of_names("Hi Cathy,", "Kind regards, Catherine Lowe"));
  CHECK_FALSE(speaks_of_names("Good morning Harriet,", "Harriet Lowndes\nLowndes Bakes"));
}

TEST_CASE("who signs with an initial may be called by any first name that begins so") {
  const auto greeted = [](const char* greeting, const char* signature) {
    deskside::mail mail;
    mail.set("text", std::string(greeting) + ",\n\nthe parcel is in room 104.\n\nBest regards,\nSam\n");
    mail.set("incoming", std::string("Where is my parcel?\n\nThanks,\n") + signature + "\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "greeting-wrong-name") return false;
    return true;
  };
  CHECK(greeted("Hi Daniel", "D. Okonkwo"));
  CHECK(greeted("Hi Mark", "Mark"));
  CHECK_FALSE(greeted("Hi Brenda", "D. Okonkwo"));
  CHECK_FALSE(greeted("Hi Peter", "Mark"));
  CHECK_FALSE(greeted("Dear Mr Brown", "D. Okonkwo"));
}

TEST_CASE("a promise that lies ahead was not missed and one that is owned is not told") {
  const auto told = [](const char* incoming, const char* reply) {
    deskside::mail mail;
    mail.set("text", std::string("Hi Vera,\n\n") + reply + "\n\nBest regards,\nSam\n");
    mail.set("incoming", incoming);
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "trust-missed-promise-unacknowledged") return true;
    return false;
  };
  const char* missed = "You promised the key by Friday. It is Monday now.\n\nVera\n";
  CHECK(told(missed, "the key is in room 104."));
  CHECK_FALSE(told(missed, "I promised Friday and let you wait, I'm sorry. The key is in room 104."));
  CHECK_FALSE(told("You promised the key for next Tuesday. Is it large?\n\nVera\n", "it is small."));
}

TEST_CASE("what is being done at a named time is a promise too") {
  const auto promised = [](const char* sentence) {
    deskside::mail mail;
    mail.set("raw", std::string("From: al@example.com\nTo: ana@example.com\nDate: Fri, 14 Mar 2025 16:30:00 +0100\n\nHello Ana,\n\n") + sentence + "\n");
    const deskside::report report = test::shipped().check(mail);
    const auto promises = report.facts("promise");
    return promises.size() == 1 ? std::string(promises[0].name()) + " " + std::string(promises[0].value()) : std::string();
  };
  const auto words = [](const char* sentence) {
    const deskside::report report =
        test::shipped().check(std::string("Hello Ana,\n\n") + sentence + "\n\nBest wishes,\nAl\n");
    std::string all;
    for (const deskside::fact promise : report.facts("promise"))
      all += std::string(promise.name()) + ": " + std::string(promise.text()) + "; ";
    return all;
  };
  CHECK(promised("We're replacing the switch on Monday at 6 am.") == "we 2025-03-17T06:00:00+01:00");
  CHECK(promised("Let me talk to the supplier and get back to you by Monday noon.") == "I 2025-03-17T12:00:00+01:00");
  CHECK(promised("We're replacing the switch.").empty());
  // A clause without a subject is ours, or theirs who began the sentence.
  CHECK(promised("Will update you EOD on Monday.") == "we 2025-03-17T18:00:00+01:00");
  CHECK(promised("I have asked them and will ring you on Monday at 3 pm.") == "I 2025-03-17T15:00:00+01:00");
  CHECK(promised("Noted; will check it on Monday at 3 pm.") == "we 2025-03-17T15:00:00+01:00");
  CHECK(promised("You take it home and will bring it back on Monday.").empty());
  // Without a time of its own it goes on with the promise before.
  CHECK(words("I will look into this and will call you to discuss it.") ==
        "I: I will look into this and will call you to discuss it; ");
  CHECK(words("I will send it today, we will test it, and I will ring you on Friday.") ==
        "I: I will send it today; we: we will test it; I: I will ring you on Friday; ");
  CHECK(promised("Will Harris is out until Monday.").empty());
  CHECK(promised("I'm not sending it before Monday.").empty());
  CHECK(promised("I'm working from home on Monday.").empty());
}

TEST_CASE("a promise for a day that is past says so, and that a day to come is meant") {
  const deskside::report report = test::shipped().check(
      [] {
        deskside::mail mail;
        mail.set("raw", "From: al@example.com\nTo: ana@example.com\nDate: Mon, 16 Mar 2026 10:00:00 +0100\n\nHello Ana,\n\nI will call you on Thursday, 12 March.\n");
        return mail;
      }());
  std::string message;
  for (const deskside::finding finding : report)
    if (finding.rule().id() == "trust-impossible-date") message = finding.message();
  CHECK(message == "“Thursday, 12 March” is already past. Name the day to come that you mean.");
}

TEST_CASE("a number of theirs that was mistyped in the subject is told") {
  const auto told = [](const char* subject) {
    deskside::mail mail;
    mail.set("raw", std::string("From: al@example.com\nTo: ana@example.com\nSubject: ") + subject +
                        "\n\nHello Ana,\n\nthe screens are here.\n");
    mail.set("incoming", "From: ana@example.com\nSubject: Screens [#71920]\n\nAny news on order HW-21140?\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "mechanics-reference-mismatch") return std::string(finding.message());
    return std::string();
  };
  CHECK(told("Re: Screens [#71902]").find("71920; this says 71902") != std::string::npos);
  CHECK(told("Your order HW-21410").find("HW-21140") != std::string::npos);
  CHECK(told("Re: Screens [#71920]").empty());
  CHECK(told("Your order HW-21140 [#71920]").empty());
  CHECK(told("Your order HW-58002").empty());
}

TEST_CASE("an amount that was turned around is told in whatever way each writes it") {
  const auto told = [](const std::string& theirs, const std::string& mine) {
    deskside::mail mail;
    mail.set("text", "Hi Ana,\n\nwe have sent " + mine + " back to your card today.\n\nKind regards,\nAl\n");
    mail.set("incoming", "Hello, you charged me " + theirs + " twice. When do I get it back?\n\nAna\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "mechanics-reference-mismatch") return true;
    return false;
  };
  for (const char* const theirs : {"1.299,00 €", "€1,299", "1299€", "1 299 EUR"}) {
    CAPTURE(theirs);
    for (const char* const mine : {"€1,929", "1929 EUR", "1.929,00€"}) CHECK(told(theirs, mine));
    for (const char* const mine : {"€1,299", "1299 EUR", "1.299,00€", "1 299 €", "€60", "12,99 €"})
      CHECK_FALSE(told(theirs, mine));
  }
}

TEST_CASE("a number in brackets behind its thing was given") {
  const auto told = [](const char* incoming, const char* question) {
    deskside::mail mail;
    mail.set("text", std::string("Hi Uma,\n\nthanks for writing. ") + question + "\n\nBest regards,\nSam\n");
    mail.set("incoming", incoming);
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "ack-asks-known-info") return true;
    return false;
  };
  const char* numbered = "My badge (no. 51826) stopped working at the side door.\n\nUma\n";
  CHECK(told(numbered, "Which number is printed on your badge?"));
  CHECK_FALSE(told(numbered, "Which number is printed on the door?"));
  CHECK_FALSE(told("My badge (the old one) stopped working.\n\nUma\n", "Which number is printed on your badge?"));
}

TEST_CASE("two kinds of promises in one sentence keep their own times") {
  deskside::mail mail;
  mail.set("raw", "From: al@example.com\nTo: ana@example.com\nDate: Wed, 18 Nov 2026 10:00:00 +0100\n\nHello Ana,\n\nI will bring you the monitor on Friday at 10, and I'm ordering the cable today.\n");
  const deskside::report report = test::shipped().check(mail);
  const auto promises = report.facts("promise");
  REQUIRE(promises.size() == 2);
  CHECK(promises[0].text() == "I will bring you the monitor on Friday at 10");
  CHECK(promises[0].value() == "2026-11-20T10:00:00+01:00");
  CHECK(promises[1].value() == "2026-11-18T23:59:00+01:00");
}

TEST_CASE("another person's whole name is no slip of the reader's") {
  const auto told = [](const char* sentence) {
    deskside::mail mail;
    mail.set("to", "Mariam Lindqist <mariam@example.com>");
    mail.set("text", std::string("Dear Mariam,\n\n") + sentence + "\n\nBest,\nAl\n");
    mail.set("incoming", "My account is closed.\n\nMariam Lindqist\n");
    return test::has(test::shipped().check(mail), "spelling-recipient-name");
  };
  CHECK_FALSE(told("I was asked to close the account of Miriam Santos, and I closed yours."));
  CHECK_FALSE(told("I was asked to close the account of Mariem Santos, and I closed yours."));
  CHECK(told("I was asked to close the account of Mariem, and I closed yours."));
  CHECK(told("I closed the account of Mariem Lindqist."));
}

TEST_CASE("a number made from theirs, and one that is called new, are no slips of it") {
  const auto told = [](const char* papers) {
    deskside::mail mail;
    mail.set("text", std::string("Hi Ana,\n\nhere are the numbers for your books:\n\n") + papers + "\n\nBest,\nAl\n");
    mail.set("incoming", "Invoice FS-20261109 has VAT on it, which is wrong.\n\nAna\n");
    return test::has(test::shipped().check(mail), "mechanics-reference-mismatch");
  };
  CHECK_FALSE(told("- FS-20261109-K: credit note\n- FS-20261122: the invoice without VAT"));
  CHECK_FALSE(told("- FS-20261107: new invoice without VAT"));
  CHECK(told("- FS-20261190: credit note"));
}

TEST_CASE("a code of theirs with two digits changed over is told, and one of a row that is not theirs") {
  const auto told = [](const char* theirs, const char* ours) {
    deskside::mail mail;
    mail.set("text", std::string("Hi Ana,\n\n") + ours + "\n\nBest,\nAl\n");
    mail.set("incoming", std::string("Hello,\n\n") + theirs + "\n\nAna\n");
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "mechanics-reference-mismatch")
        return std::string(finding.fixes()[0].replacement());
    return std::string();
  };
  CHECK(told("The dock at desk 5-41 is dead.", "I bring a dock to desk 5-14 at noon.") == "5-41");
  CHECK(told("Links to \\\\sil-fs01\\mould fail.", "The name sil-fs10 stays.") == "sil-fs01");
  CHECK(told("3301, 3304 and 3306 don't ring.", "I sent 3301, 3304 and 3308 to your mobile.") == "3306");
  CHECK(told("The dock at desk 5-41 is dead.", "Desks 5-41 and 5-14 get new docks.").empty());
  CHECK(told("Ports 8080 and 8443 are closed.", "8080, 8443 and 9443 are open now.").empty());
  CHECK(told("We bought it in 2021.", "The type was sold since 2012.").empty());
}
