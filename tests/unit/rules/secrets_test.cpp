#include "rules/secrets.hpp"

#include <doctest/doctest.h>

using namespace dsk::rules;

TEST_CASE("a card number passes by its check digit however it is grouped") {
  CHECK(passes("luhn", "4111 1111 1111 1111"));
  CHECK(passes("luhn", "5500-0000-0000-0004"));
  CHECK_FALSE(passes("luhn", "4111 1111 1111 1112"));
}

TEST_CASE("a number that is too short or all the same is no card") {
  CHECK_FALSE(passes("luhn", "4111 1111 11"));
  CHECK_FALSE(passes("luhn", "0000 0000 0000 0000"));
}

TEST_CASE("text without digits enough is not worth a look") {
  CHECK(may_pass("luhn", "card 4111-1111 1111 1111."));
  CHECK_FALSE(may_pass("luhn", "call 555 0100 or 555 0101 at 10:30"));
  CHECK(may_pass("", "anything"));
}

TEST_CASE("a text without the digits a match needs is not tried") {
  CHECK(may_pass("digit", "kestrel4 as your password"));
  CHECK_FALSE(may_pass("digit", "The password is in the letter."));
  CHECK(may_pass("four-digits", "PIN is 4711"));
  CHECK_FALSE(may_pass("four-digits", "The PIN of floor 3 has 6 digits."));
  for (const char* mixed : {"take kestrel42", "4kestrel for the", "Hawk#12", "Hawk-12"})
    CHECK(may_pass("mixed", mixed));
  for (const char* plain : {"The printer on floor 3 asks for a PIN.", "until 2026-03-10"})
    CHECK_FALSE(may_pass("mixed", plain));
}
