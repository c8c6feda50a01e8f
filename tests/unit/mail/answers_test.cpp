#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::read_html;
using dsk::mail::read_text;

TEST_CASE("answers with a tag that was announced are the author's") {
  const std::string quoted =
      "From: Ann Lee <ann@example.test>\nSent: Monday, 3 March 2025 10:10\nSubject: points\n\n"
      "1. When do the phones come?\n[MT] On 14 March, and you will get a mail the day before, as\n"
      "last time.\n2. Who pays?\n[EXTERNAL] nobody told us\n\n[MT] We do.\n";
  const std::string own =
      own_text(read_text("Hi Ann,\n\nmy answers are marked [MT].\n\n" + quoted));
  CHECK(own ==
        "Hi Ann,\nmy answers are marked [MT].\n"
        "[MT] On 14 March, and you will get a mail the day before, as\nlast time.\n[MT] We do.\n");
  CHECK(own_text(read_text("Hi Ann,\n\nsee below.\n\n" + quoted)) == "Hi Ann,\nsee below.\n");
}

TEST_CASE("a tag that comes back below each question is the author's where answers are announced") {
  const auto own = [](const std::string& tag, const std::string& said) {
    return own_text(
        read_text("Hi Ann,\n\n" + said +
                  "\n\nFrom: Ann Lee <ann@example.test>\nSent: Monday, 3 March 2025 10:10\n"
                  "To: Max Tull\nSubject: points\n\nWhen do the phones come?\n" +
                  tag + " On 14 March.\nNote: the old ones are brocken.\n" + tag +
                  " Thank you.\nWho pays?\n" + tag + " We do.\nNote: nobody told us.\n"));
  };
  const std::string said = "my answers are below.";
  for (const std::string tag :
       {"[Max]", "<MT>", "MT:", "Max Tull:", "MT -", "{Max}", "Reply:", "Green:"}) {
    INFO(tag);
    CHECK(own(tag, said) == "Hi Ann,\n" + said + "\n" + tag + " On 14 March.\n" + tag +
                                " Thank you.\n" + tag + " We do.\n");
  }
  // Labels that are nobody's name, answers that nobody announced, or another's.
  CHECK(own("Phones:", said) == "Hi Ann,\n" + said + "\n");
  CHECK(own("[Max]", "see below.") == "Hi Ann,\nsee below.\n");
  CHECK(own("[Max]", "your answers below are clear.") ==
        "Hi Ann,\nyour answers below are clear.\n");
}

TEST_CASE("questions above answers with a tag are another's without a mark") {
  const auto own = [](const std::string& words) { return own_text(read_text(words)); };
  CHECK(own("Hi Ann, my replies are below.\n\nWho pays?\nMT>> We do.\nHow long?\nMT>> A year.\n") ==
        "Hi Ann, my replies are below.\nMT>> We do.\nMT>> A year.\n");
  CHECK(own("Answers below.\n\nWho pays?\n==> We do.\nHow long?\n==> A year.\n") ==
        "Answers below.\n==> We do.\n==> A year.\n");
  const std::string listed =
      "Here is what people ask, with our answers below.\nQ: When is it?\nA: In May.\n"
      "Q: Where?\nA: Here.\n";
  CHECK(own(listed) == listed);
}

namespace {
// The author's words of a reply that says `said` above a quoted mail.
std::string own_of(const std::string& said, const std::string& quoted) {
  return own_text(read_html(
      "<p>" + said +
      "</p><div style='border-top:solid #E1E1E1'><p><b>From:</b> Ann Lee &lt;ann@example.test&gt;"
      "<br><b>Sent:</b> Monday, 16 November 2026 09:14<br><b>To:</b> Desk<br><b>Subject:</b> X</p>"
      "</div>" +
      quoted));
}
}  // namespace

TEST_CASE("answers in a colour that was announced are the author's") {
  struct Case {
    const char* said;
    const char* style;
  };
  const Case cases[] = {
      {"Please see my answers in red below.", "<span style='color:red'>"},
      {"My comments are in blue.", "<font color=\"#0070c0\">"},
      {"We replied in dark green.", "<span style=\"color: rgb(0, 130, 20);\">"},
      {"Our responses are highlighted in yellow.", "<span style='background:yellow'>"},
      {"I put my answers in bold.", "<b>"},
      {"Meine Antworten stehen in Rot.", "<span style='color:#C00000'>"},
      {"Mes réponses sont en rouge.", "<span style='color:#ff0000'>"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.said);
    CHECK(own_of(one.said, std::string("<p>When?</p><p>") + one.style +
                               "On Friday.</span></font></b></p><p>Ann</p>") ==
          std::string(one.said) + "\nOn Friday.\n");
  }
  const std::string cited = own_text(read_html(
      "<p>My answers are in red.</p><div class=\"moz-cite-prefix\">On 11/16/26, Ann "
      "wrote:<br></div>"
      "<blockquote type=\"cite\"><p>When?<br><font color=\"#ff0000\">On Friday.</font></p>"
      "<p>Who?</p></blockquote>"));
  CHECK(cited == "My answers are in red.\nOn Friday.\n");
}

TEST_CASE("colours that nobody announced stay in the quote") {
  const std::string red = "<p>When?</p><p><span style='color:red'>URGENT!</span></p>";
  for (const std::string said :
       {"See below.", "The lamp in red is broken.", "Thank you for your answers in red.",
        "My answers are in blue.", "My answer is no, the red one."}) {
    CAPTURE(said);
    CHECK(own_of(said, red) == said + "\n");
  }
  // Her own blue is paler than the author's.
  CHECK(own_of("My answers are in blue.",
               "<p><span style='color:#1F497D'>When?</span></p>"
               "<p><span style='color:#0070C0'>On Friday.</span></p>") ==
        "My answers are in blue.\nOn Friday.\n");
}

TEST_CASE("a colour in which question after question is answered below is the author's") {
  const auto blue = [](const std::string& words) {
    return "<p><span style='color:#0070C0'>" + words + "</span></p>";
  };
  const std::string asked = "<p>When do they come?</p>", paid = "<p>Who pays?</p>";
  CHECK(own_of("Please see below.", asked + blue("On Friday.") + blue("By ten.") + paid +
                                        blue("We do.") + "<p>Ann</p>") ==
        "Please see below.\nOn Friday.\nBy ten.\nWe do.\n");
  // Her own colour, one that stands elsewhere as well, and two colours prove nothing.
  const std::string two = asked + blue("On Friday.") + paid;
  for (const std::string& quoted :
       {two + blue("We do.") + "<p>Thanks</p>" + blue("Ann"),
        two + "<p><span style='color:red'>We do.</span></p>", two + "<p>We do.</p>",
        "<p>Nobody told us.</p>" + blue("On Friday.") + paid + blue("We do.")}) {
    CAPTURE(quoted);
    CHECK(own_of("Please see below.", quoted) == "Please see below.\n");
  }
  CHECK(own_of("Thank you.", two + blue("We do.")) == "Thank you.\n");
  // In what she quotes herself the answers are hers.
  const std::string header =
      "<div style='border-top:solid #E1E1E1'><p><b>From:</b> Desk &lt;desk@example.test&gt;<br>"
      "<b>Sent:</b> Sunday, 15 November 2026 09:14<br><b>To:</b> Ann<br><b>Subject:</b> "
      "X</p></div>";
  CHECK(own_of("Please see below.", "<p>Answered.</p>" + header + two + blue("We do.")) ==
        "Please see below.\n");
}
