// A draft reports what a full check does, after any edit.
#include <fstream>
#include <iterator>
#include <random>

#include "exchanges.hpp"
#include "support.hpp"

namespace {

using deskside::unit;

template <class Ranged>
std::string range_of(const Ranged& it) {
  std::string out;
  for (const unit in : {unit::bytes, unit::utf16, unit::codepoints})
    out += std::to_string(it.begin(in)) + "-" + std::to_string(it.end(in)) + " ";
  return out;
}

void tell(const deskside::fact& fact, std::string& out) {
  for (const std::string_view part : {fact.kind(), fact.name(), fact.text(), fact.value()})
    out.append(part).append("|");
  out += range_of(fact) + (fact.side() == deskside::side::incoming ? "incoming\n" : "mail\n");
}

// All there is to read in a report, in words, so that two can be compared and a difference read.
std::string told(const deskside::report& report) {
  std::string out = "verdict " + std::to_string(static_cast<int>(report.verdict())) + ", stage " +
                    report.stage() + ", language " + report.language() + ", dropped " +
                    std::to_string(report.dropped()) + ", in file " +
                    std::to_string(report.body_in_file().value_or(SIZE_MAX)) + "\n";
  out.append(report.body()).append("\n");
  for (const deskside::finding finding : report) {
    out.append(finding.rule().id()).append("|");
    out += std::to_string(static_cast<int>(finding.level())) +
           (finding.blocks() ? " blocks " : " ") + std::to_string(finding.line()) + ":" +
           std::to_string(finding.column()) + " " + range_of(finding);
    for (const std::string_view part :
         {finding.part(), finding.text(), finding.message(), finding.fingerprint()})
      out.append(part).append("|");
    out += "\n";
    for (const deskside::fix fix : finding.fixes())
      out.append("  fix ").append(fix.replacement()).append("|").append(range_of(fix)).append(
          fix.safety() == deskside::safety::safe ? "safe\n" : "preview\n");
    for (const deskside::fact& fact : finding.related()) tell(fact, out);
  }
  for (const deskside::finding& finding : report.first())
    out.append("first ").append(finding.rule().id()).append(" ").append(finding.message()) += "\n";
  for (const deskside::fact& fact : report.facts()) tell(fact, out);
  for (const deskside::skipped& one : report.skipped())
    out += "skipped " + one.rule + ": " + one.reason + "\n";
  return out;
}

// The same numbers in every standard library, which std::uniform_int_distribution does not promise.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }
  template <class List>
  const auto& one_of(const List& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
  }

 private:
  std::mt19937 engine_;
};

// Never inside a code point: the text must stay UTF-8.
std::size_t whole(const std::string& text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// Lines and words that change what the text around them is, or what a rule makes of it.
constexpr const char* kPieces[] = {
    "\n\n", "\n", "\n> ", "> ", "\n-- \n", "\n```\n", "  ", "\n- ", "\n1. ", "\n\n---\n",
    "\nOn Mon, 16 Nov 2026, Ann wrote:\n> ", "\n\nKind regards,\nMara\n", "\nSent from my phone\n",
    "\n\nHi Tom,\n\n", "?", "!", "!!", ". ", ", ", "\"", "(", ")", "'", "\u2019", "\u00a0",
    "\U0001F642", "http://example.com/a?b=c ", "\tat com.example.Main(Main.java:4)\n",
    " recieved ", " Okafor ", " by Friday noon ", " tomorrow ", " at 3 ", " order 88231 ",
    " I ", " WHY ", " please ", " [[when?]] ", " password: hunter2x! ",
    " 4111 1111 1111 1111 ", " As I already said, ", " Unfortunately ", " the the ", " Don't ",
    " could you ", " the PIN ", " Bitte lesen Sie die Anleitung noch einmal ganz genau durch. ",
    " colour ", " color ", " Skr\u00e4ddare ", "\r\n", "e.g. ", " J. Smith ", " U.S. "};

void edit(std::string& text, Dice& dice) {
  const std::size_t at = whole(text, dice.below(text.size() + 1));
  switch (dice.below(8)) {
    case 0:  // type a letter
      text.insert(at, 1, "abcdefghijklmnopqrstuvwxyz ,.?A"[dice.below(31)]);
      return;
    case 1:  // take a letter away
      if (at < text.size()) text.erase(at, whole(text, at + 1) - at);
      return;
    case 2: {  // take a stretch away, or a paragraph's end with it
      const std::size_t end = whole(text, std::min(text.size(), at + dice.below(60)));
      text.erase(at, end - at);
      return;
    }
    case 3: {  // join two lines
      const std::size_t line = text.find('\n', at);
      if (line != std::string::npos) text[line] = ' ';
      return;
    }
    case 4: {  // join two paragraphs
      const std::size_t gap = text.find("\n\n", at);
      if (gap != std::string::npos) text.replace(gap, 2, " ");
      return;
    }
    case 5: {  // move a stretch, as by cut and paste
      const std::size_t end = whole(text, std::min(text.size(), at + dice.below(120)));
      const std::string cut = text.substr(at, end - at);
      text.erase(at, end - at);
      text.insert(whole(text, dice.below(text.size() + 1)), cut);
      return;
    }
    default:
      text.insert(at, dice.one_of(kPieces));
  }
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* kExamples[] = {"1-good-answer",  "2-bare-commands",    "3-reproach",
                                     "4-empty-promise", "5-macro-left-open", "6-good-refusal"};

std::string example(const char* name) {
  return read_file(std::string(DESKSIDE_MESSAGES "/") + name + ".eml");
}

constexpr const char* kClauses[] = {"the printer asks for a PIN", "I will call you",
                                    "please restart it",          "we have no news",
                                    "it is broken again",         "thank you for the photo"};

// A mail of pieces alone: what nobody would write, and a client may hand over all the same.
std::string generated(Dice& dice) {
  std::string text = "Hi Tom,\n\n";
  for (std::size_t size = 20 + dice.below(60); size > 0; --size) {
    text += dice.one_of(kPieces);
    text += dice.one_of(kClauses);
  }
  return text;
}

// Edits the mail's text again and again; after each, a draft and a full check say the same.
void same_after_edits(deskside::draft& draft, deskside::mail& mail, const char* part,
                      std::string text, std::uint32_t seed, int edits) {
  Dice dice(seed);
  const std::string start = text;
  for (int at = 0; at < edits; ++at) {
    mail.set(part, text);
    const std::string full = told(test::shipped().check(mail));
    const std::string kept = told(draft.check(mail));
    if (full != kept) {
      CAPTURE(seed);
      CAPTURE(at);
      CAPTURE(text);
      REQUIRE(kept == full);
    }
    // Now and then an undo, so that a draft meets again what it has forgotten.
    if (dice.below(40) == 0 || text.size() > 6000) text = start;
    edit(text, dice);
  }
}

}  // namespace

TEST_CASE("a draft reports what a full check does after any edit of an example") {
  std::uint32_t seed = 1;
  for (const char* name : kExamples) {
    deskside::draft draft(test::shipped());
    deskside::mail mail;
    same_after_edits(draft, mail, "raw", example(name), seed++, 120);
  }
}

TEST_CASE("a draft reports what a full check does after any edit of an answer") {
  deskside::draft draft(test::shipped());
  for (std::uint32_t seed = 100; seed < 104; ++seed) {
    Dice dice(seed);
    deskside::mail mail;
    mail.set("subject", "Re: Printer on floor 3 asks for a PIN");
    mail.set("from", "Mara Lindqvist <mara@helpdesk.example>");
    mail.set("to", "Tom Okafor <tom@customer.example>").set("now", "2026-11-17T10:12:00+01:00");
    mail.set("incoming", "The printer on floor 3 suddenly wants a PIN, error 0x80070005. I have a "
                         "board meeting at two. What is the PIN? Could you call me?\n\nTom\n");
    mail.add("thread", "Subject: Printer\n\nIt asked for order 88231 last week.\n");
    mail.add("promise", "2026-11-16T12:00:00+01:00|I will call you by Monday noon");
    same_after_edits(draft, mail, "text", generated(dice), seed, 120);
  }
}

TEST_CASE("a draft reports what a full check does while an answer is typed above its quote") {
  deskside::draft draft(test::shipped());
  std::size_t typed = 0;
  for (std::size_t at = 0; at < test::exchanges().size(); at += 4) {
    const test::Exchange& one = test::exchanges()[at];
    deskside::mail mail;
    mail.set("from", std::string(one.desk) + " <" + one.desk_address + ">");
    mail.set("to", std::string(one.name) + " <" + one.address + ">");
    mail.set("subject", std::string("Re: ") + one.subject);
    std::string quote = std::string("\n\n") + one.name + " wrote:\n> ";
    for (const char c : std::string_view(one.incoming)) {
      quote.push_back(c);
      if (c == '\n') quote += "> ";
    }
    // The client knows the message that is answered, or only the quote does.
    if (at % 8 == 0) mail.set("incoming", one.incoming);
    const std::string reply = one.reply;
    for (std::size_t end = 1; end <= reply.size(); end += 1 + typed % 4, ++typed) {
      const std::size_t size = whole(reply, end);
      mail.set("text", reply.substr(0, size) + quote);
      // What is not finished yet may be checked as a piece, and the stage be set by hand.
      mail.set("fragment", typed % 50 == 7 ? "yes" : "no");
      mail.set("stage", typed % 60 == 9 ? "refusing" : "");
      const std::string full = told(test::shipped().check(mail));
      const std::string kept = told(draft.check(mail));
      if (full != kept) {
        CAPTURE(reply.substr(0, size));
        REQUIRE(kept == full);
      }
    }
  }
  CHECK(typed > 500);
}

TEST_CASE("a draft reports what a full check does after any edit of an HTML body") {
  for (std::uint32_t seed = 200; seed < 203; ++seed) {
    deskside::draft draft(test::shipped());
    deskside::mail mail;
    mail.set("to", "Tom Okafor <tom@customer.example>");
    same_after_edits(draft, mail, "html",
                     "<p>Hi Tom,</p><p>As I already said, <b>simply</b> restart it!! See "
                     "<code>ls -l</code> and <a href='http://example.com'>this page</a>.</p>"
                     "<ul><li>Press F5.</li><li>Wait for an hour.</li></ul><p>Regards,<br>Mara</p>"
                     "<blockquote>When will you call? Why is it broken?</blockquote>",
                     seed, 120);
  }
}

TEST_CASE("a draft sees every other part of the mail change") {
  const std::string text =
      "Hi Tom,\n\nOkafor recieved it. I will call you tomorrow about order 88231.\n\nMara\n";
  deskside::draft draft(test::shipped());
  deskside::mail mail;
  mail.set("text", text);
  const std::pair<const char*, const char*> changes[] = {
      {"to", "Tom Okafor <tom@customer.example>"},
      {"date", "Tue, 17 Nov 2026 10:12:00 +0100"},
      {"date", "Fri, 20 Nov 2026 10:12:00 +0100"},
      {"incoming", "When will you call? I recieved order 88231."},
      {"incoming", "Order 4711 is late."},
      {"incoming-html", "<p>When will you call?</p>"},
      {"incoming-html", ""},
      {"incoming", ""},
      {"subject", "Re: recieved"},
      {"date", ""},
      {"now", "2026-11-17T10:12:00+01:00"},
      {"now", "2026-11-18T10:12:00+02:00"},
      {"stage", "refusing"},
      {"profile", "internal"},
      {"fragment", "yes"},
      {"to", ""}};
  for (const auto& change : changes) {
    CAPTURE(std::string(change.first));
    mail.set(change.first, change.second);
    CHECK(told(draft.check(mail)) == told(test::shipped().check(mail)));
  }
}

TEST_CASE("a draft of one engine does not speak for another") {
  deskside::options options;
  options.set("rule.tone-as-i-said", "off").words("recieved\n");
  const deskside::engine quiet(options);
  deskside::draft draft(quiet), loud(test::shipped());
  const std::string text = std::string(test::reproach) + " I recieved it.";
  CHECK(told(draft.check(text)) == told(quiet.check(text)));
  CHECK(told(loud.check(text)) == told(test::shipped().check(text)));
  CHECK(draft.check(text).size() < loud.check(text).size());
}

TEST_CASE("a draft keeps its engine in use and a report outlives its draft") {
  auto engine = std::make_unique<deskside::engine>();
  auto draft = std::make_unique<deskside::draft>(*engine);
  engine.reset();
  const deskside::report report = draft->check(test::reproach);
  draft.reset();
  REQUIRE(test::has(report, test::reproach_rule));
  CHECK(report[0].rule().id() == test::reproach_rule);
}

TEST_CASE("a draft can be used on after an error") {
  deskside::draft draft(test::shipped());
  deskside::mail mail;
  mail.set("text", test::reproach).set("profile", "no such profile");
  CHECK(test::status_of([&] { draft.check(mail); }) == DESKSIDE_E_OPTION);
  mail.set("profile", "");
  CHECK(told(draft.check(mail)) == told(test::shipped().check(mail)));
}

TEST_CASE("drafts and their arguments may not be NULL and freeing NULL is fine") {
  deskside_draft* draft = nullptr;
  CHECK(deskside_draft_new(nullptr, &draft, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_draft_new(test::shipped().c(), nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  deskside::mail mail;
  deskside_report* report = nullptr;
  CHECK(deskside_draft_check(nullptr, mail.c(), &report, nullptr) == DESKSIDE_E_ARGUMENT);
  REQUIRE(deskside_draft_new(test::shipped().c(), &draft, nullptr) == DESKSIDE_OK);
  const test::owned<deskside_draft, deskside_draft_free> owner(draft);
  CHECK(deskside_draft_check(draft, nullptr, &report, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(deskside_draft_check(draft, mail.c(), nullptr, nullptr) == DESKSIDE_E_ARGUMENT);
  CHECK(report == nullptr);
  deskside_draft_free(nullptr);
}
