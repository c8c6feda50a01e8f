#include "mail/kept.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace dsk;
using namespace dsk::mail;

namespace {

// Zones and inlines in words, so that two readings can be compared.
std::string told(const Document& document) {
  std::string out;
  const auto tell = [&](std::string_view name, Span span, unsigned depth) {
    out.append(name).append(" ").append(std::to_string(span.begin)).append("-");
    out.append(std::to_string(span.end)).append(" ").append(std::to_string(depth)).append("\n");
  };
  for (const Zone& zone : document.zones) tell(name(zone.kind), zone.span, zone.depth);
  for (const Inline& one : document.inlines) tell(name(one.kind), one.span, 0);
  return out;
}

// Lines that make something of the lines around them.
constexpr const char* kLines[] = {
    "Hi Tom,", "", "", "see https://example.com/a?b=c and C:\\Temp\\x.log, please.", "> quoted",
    "On Mon, 16 Nov 2026, Ann Lee wrote:", "-----Original Message-----",
    "From: Ann <ann@example.com>",
    "Sent: Monday, 16 November 2026 10:12", "To: Tom", "Subject: Re: Printer", "-- ", "Kind regards,",
    "Mara Lindqvist", "Service Desk | Example Ltd", "Phone: +44 20 7946 0000", "```", "$ ls -l",
    "2026-11-16 10:12:01 ERROR printer is gone", "a | b | c", "- the colour of the light",
    "This e-mail is confidential and intended for the addressee only.",
    "If you are not the intended recipient, delete this message and any attachments.",
    "Sent from my phone", "You received this message because you are subscribed to the list",
    "##- Please type your reply above this line -##", "The \"Save As\" button, then Ctrl + S.",
    "It works \xF0\x9F\x99\x82 now, and the ticket is INC0012345.", "    int main() { return 0; }"};

std::string edited(std::string text, std::mt19937& dice) {
  const std::size_t at = text.empty() ? 0 : dice() % text.size();
  const std::string line = kLines[dice() % std::size(kLines)];
  switch (dice() % 6) {
    case 0: return text.insert(at, 1, "a.,\n >-:@1"[dice() % 10]);
    case 1: return text.erase(at, 1);
    case 2: return text.erase(at, dice() % 40);
    case 3: return text.insert(at, line);
    default: {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      return text.insert(end, "\n" + line);
    }
  }
}

}  // namespace

TEST_CASE("with what was kept of the text before an edited text is read as if anew") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    std::mt19937 dice(seed);
    Kept kept;
    std::string text;
    for (int edit = 0; edit < 400; ++edit) {
      const Document anew = read_text(text);
      const Document again = read_text(text, {}, &kept);
      CAPTURE(text);
      REQUIRE(told(again) == told(anew));
      text = text.size() > 3000 ? "" : edited(text, dice);
    }
  }
}

TEST_CASE("what the client knows of a text may change while the text does not") {
  const std::string text = "My answer is yes.\nYour question was whether it works.\n";
  Kept kept;
  const std::vector<KnownRange> known = {{{18, 53}, ZoneKind::quote}};
  for (const std::vector<KnownRange>& ranges : {std::vector<KnownRange>(), known, {}})
    CHECK(told(read_text(text, ranges, &kept)) == told(read_text(text, ranges)));
}
