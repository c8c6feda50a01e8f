#include "rules/secrets.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dsk;
using namespace dsk::rules;

namespace {

// Where matches may begin that pass, each range in brackets: "take [kestrel42] as".
std::string marked(std::string_view check, std::int32_t reach, std::string_view text) {
  std::string out(text);
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const std::vector<Span> starts = Digits(text).starts(check, reach, all);
  for (auto one = starts.rbegin(); one != starts.rend(); ++one) {
    out.insert(one->end, "]");
    out.insert(one->begin, "[");
  }
  return out;
}

}  // namespace

TEST_CASE("a card number passes by its check digit however it is grouped") {
  CHECK(passes("luhn", "4111 1111 1111 1111"));
  CHECK(passes("luhn", "5500-0000-0000-0004"));
  CHECK_FALSE(passes("luhn", "4111 1111 1111 1112"));
}

TEST_CASE("a number that is too short or all the same is no card") {
  CHECK_FALSE(passes("luhn", "4111 1111 11"));
  CHECK_FALSE(passes("luhn", "0000 0000 0000 0000"));
}

TEST_CASE("a text without the digits a match needs is not tried") {
  CHECK(Digits::asks("luhn"));
  CHECK_FALSE(Digits::asks(""));
  CHECK(marked("luhn", -1, "card 4111-1111 1111 1111.") == "[card 4111-1111 1111 1111.]");
  CHECK(marked("digit", -1, "kestrel4 as your password") == "[kestrel4 as your password]");
  CHECK(marked("four-digits", -1, "PIN is 4711") == "[PIN is 4711]");
  for (const char* mixed : {"take kestrel42", "4kestrel for the", "Hawk#12", "Hawk-12"})
    CHECK(marked("mixed", -1, mixed) == "[" + std::string(mixed) + "]");
  const auto nowhere = [](std::string_view check, std::string_view text) {
    return marked(check, -1, text) == text;
  };
  CHECK(nowhere("luhn", "call 555 0100 or 555 0101 at 10:30"));
  CHECK(nowhere("digit", "The password is in the letter."));
  CHECK(nowhere("four-digits", "The PIN of floor 3 has 6 digits."));
  CHECK(nowhere("mixed", "The printer on floor 3 asks for a PIN."));
  CHECK(nowhere("mixed", "until 2026-03-10"));
}

TEST_CASE("a pattern that reaches a few words is tried only so many words before its digits") {
  CHECK(marked("mixed", 0, "please take kestrel42 now") == "please take [kestrel42] now");
  CHECK(marked("mixed", 1, "please take\n  kestrel42x now") == "please [take\n  kestrel42]x now");
  CHECK(marked("digit", 9, "a code of 4 digits") == "[a code of 4] digits");
  CHECK(marked("digit", 1, "at 4 or 5, or on 6 of them") == "[at 4] [or 5], or [on 6] of them");
}

TEST_CASE("a part of a text has its own digits only") {
  const Digits digits("kestrel42 and 17");
  CHECK(digits.starts("digit", 5, {10, 13}).empty());
  CHECK(digits.starts("digit", 5, {8, 13}) == std::vector<Span>{{8, 9}});
  CHECK(digits.starts("digit", 1, {10, 16}) == std::vector<Span>{{10, 16}});
}
