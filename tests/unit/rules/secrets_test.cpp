#include "rules/secrets.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dsk;
using namespace dsk::rules;

namespace {

// Each range in brackets: "take [kestrel42] as".
std::string marked(std::string_view text, const std::vector<Span>& spans) {
  std::string out(text);
  for (auto one = spans.rbegin(); one != spans.rend(); ++one) {
    out.insert(one->end, "]");
    out.insert(one->begin, "[");
  }
  return out;
}

std::string digits_of(RegexCheck check, std::string_view text) {
  return marked(text, Digits(text).of(check, {0, static_cast<std::uint32_t>(text.size())}));
}

std::string reached(std::uint32_t words, RegexCheck check, std::string_view text) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  return marked(text, within_reach(text, all, Digits(text).of(check, all), words));
}

}  // namespace

TEST_CASE("a card number passes by its check digit however it is grouped") {
  CHECK(passes(RegexCheck::luhn, "4111 1111 1111 1111"));
  CHECK(passes(RegexCheck::luhn, "5500-0000-0000-0004"));
  CHECK_FALSE(passes(RegexCheck::luhn, "4111 1111 1111 1112"));
}

TEST_CASE("a number that is too short or all the same is no card") {
  CHECK_FALSE(passes(RegexCheck::luhn, "4111 1111 11"));
  CHECK_FALSE(passes(RegexCheck::luhn, "0000 0000 0000 0000"));
}

TEST_CASE("a text without the digits a match needs is not tried") {
  CHECK(digits_of(RegexCheck::luhn, "card 4111-1111 1111 1111.") == "card 4111-1111 1111 [1111].");
  CHECK(digits_of(RegexCheck::digit, "kestrel4 as your password") == "kestrel[4] as your password");
  CHECK(digits_of(RegexCheck::four_digits, "7 PINs: 4711") == "7 PINs: [4711]");
  CHECK(digits_of(RegexCheck::mixed, "take kestrel42 on 2026-03-10") == "take kestrel[42] on 2026-03-10");
  CHECK(digits_of(RegexCheck::mixed, "4kestrel for the") == "[4]kestrel for the");
  CHECK(digits_of(RegexCheck::mixed, "Hawk#12, Hawk-12") == "Hawk#[12], Hawk-[12]");
  const auto nowhere = [](RegexCheck check, std::string_view text) {
    return digits_of(check, text) == text;
  };
  CHECK(nowhere(RegexCheck::luhn, "call 555 0100 or 555 0101 at 10:30"));
  CHECK(nowhere(RegexCheck::digit, "The password is in the letter."));
  CHECK(nowhere(RegexCheck::four_digits, "The PIN of floor 3 has 6 digits."));
  CHECK(nowhere(RegexCheck::mixed, "The printer on floor 3 asks for a PIN."));
  CHECK(nowhere(RegexCheck::mixed, "until 2026-03-10"));
}

TEST_CASE("a pattern that reaches a few words is tried only so many words before its digits") {
  CHECK(reached(0, RegexCheck::mixed, "please take kestrel42 now") == "please take [kestrel42] now");
  CHECK(reached(1, RegexCheck::mixed, "please take\n  kestrel42x now") == "please [take\n  kestrel42]x now");
  CHECK(reached(9, RegexCheck::digit, "a code of 4 digits") == "[a code of 4] digits");
  CHECK(reached(1, RegexCheck::digit, "at 4 or 5, or on 6 of them") == "[at 4] [or 5], or [on 6] of them");
  CHECK(reached(3, RegexCheck::digit, "at 4 or 5, or on 6 of them") == "[at 4 or 5, or on 6] of them");
}

TEST_CASE("a part of a text has its own digits only") {
  const Digits digits("kestrel42 and 17");
  CHECK(digits.of(RegexCheck::digit, {10, 13}).empty());
  CHECK(digits.of(RegexCheck::digit, {8, 13}) == std::vector<Span>{{8, 9}});
  CHECK(digits.of(RegexCheck::digit, {10, 16}) == std::vector<Span>{{14, 16}});
}
