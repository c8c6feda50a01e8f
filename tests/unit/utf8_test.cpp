#include "utf8.hpp"

#include <doctest/doctest.h>

using namespace dsk;

TEST_CASE("well-formed text has no invalid byte") {
  CHECK(utf8::first_invalid("plain") == std::string_view::npos);
  CHECK(utf8::first_invalid("ä€😀") == std::string_view::npos);
}

TEST_CASE("overlong forms and surrogates and cut sequences are invalid") {
  CHECK(utf8::first_invalid("ab\xc0\xaf") == 2);
  CHECK(utf8::first_invalid("\xed\xa0\x80") == 0);
  CHECK(utf8::first_invalid("x\xe2\x82") == 1);
  CHECK(utf8::first_invalid("\xf5\x80\x80\x80") == 0);
}

TEST_CASE("malformed bytes decode one by one") {
  const utf8::Decoded one = utf8::decode("\xe2\x28\xa1", 0);
  CHECK(one.point == 0xFFFD);
  CHECK(one.size == 1);
}

TEST_CASE("lower case reaches beyond ASCII") {
  CHECK(utf8::lower("ÄÖÜ ŁÓDŹ ΩΜΕΓΑ ПРИВЕТ") == "äöü łódź ωμεγα привет");
  CHECK(utf8::is_upper(U'Š'));
  CHECK_FALSE(utf8::is_upper(U'ß'));
}

TEST_CASE("every code point comes back from its bytes") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string bytes;
    utf8::append(bytes, point);
    const utf8::Decoded back = utf8::decode(bytes, 0);
    if (back.point != point || back.size != bytes.size()) FAIL("code point ", std::uint32_t(point));
  }
}

TEST_CASE("a capital and its small letter lead to each other") {
  // Not so the dotted I, whose small letter has a capital of its own, nor the capital sharp S.
  for (char32_t point = 0; point < 0x2000; ++point) {
    if (!utf8::is_upper(point) || point == 0x130 || point == 0x1E9E) continue;
    if (utf8::to_upper(utf8::to_lower(point)) != point) FAIL("code point ", std::uint32_t(point));
  }
}
