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
