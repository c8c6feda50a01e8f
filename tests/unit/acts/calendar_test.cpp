#include "acts/calendar.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dsk;

TEST_CASE("days count on across leap years and the turn of a century") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2000, 3, 1}) - day_number({2000, 2, 28}) == 2);
  CHECK(day_number({1900, 3, 1}) - day_number({1900, 2, 28}) == 1);
  for (std::int64_t number = -200'000; number < 200'000; number += 37)
    CHECK(day_number(day_of(number)) == number);
}

TEST_CASE("1 January 2024 was a Monday") { CHECK(weekday_of(day_number({2024, 1, 1})) == 0); }

TEST_CASE("dates of headers are read and written back") {
  const struct {
    const char* written;
    const char* read;
  } dates[] = {
      {"Fri, 25 Oct 2024 10:00:00 +0200", "2024-10-25T10:00:00+02:00"},
      {"Fri, 25 Oct 2024 10:00:00 +0200 (CEST)", "2024-10-25T10:00:00+02:00"},
      {"25 Oct 2024 10:00 -0000", "2024-10-25T10:00:00Z"},
      {"Tue, 4 Mar 2025 11:00:00 +0530", "2025-03-04T11:00:00+05:30"},
      {"Wed, 31 Dec 2025 23:30:00 GMT", "2025-12-31T23:30:00Z"},
      {"Fri, 31 Oct 2025 16:30:00 EDT", "2025-10-31T16:30:00-04:00"},
      {"2026-05-14T09:00:00Z", "2026-05-14T09:00:00Z"},
      {"2026-05-14 09:00:00+02:00", "2026-05-14T09:00:00+02:00"},
      {"2026-05-14T09:00:00.250-07:00", "2026-05-14T09:00:00-07:00"},
  };
  for (const auto& one : dates) {
    INFO(std::string(one.written));
    const auto moment = read_moment(one.written);
    REQUIRE(moment);
    CHECK(rfc3339(*moment) == one.read);
  }
}

TEST_CASE("what is no date is not read as one") {
  for (const char* text : {"", "tomorrow", "31 Feb 2025 10:00:00 +0000", "2025-13-01T00:00:00Z",
                           "2025-01-01", "2025-01-01T10:00:00"}) {
    INFO(std::string(text));
    CHECK_FALSE(read_moment(text));
  }
}

TEST_CASE("clocks change on the right Sunday") {
  const Zone berlin = *zone_named("CET"), york = *zone_named("ET");
  CHECK(offset_at(berlin, utc_of({0, ClockChange::none}, day_number({2024, 10, 27}), 59)) == 120);
  CHECK(offset_at(berlin, utc_of({0, ClockChange::none}, day_number({2024, 10, 27}), 60)) == 60);
  CHECK(offset_at(berlin, utc_of({0, ClockChange::none}, day_number({2025, 3, 30}), 60)) == 120);
  CHECK(offset_at(york, utc_of({0, ClockChange::none}, day_number({2025, 11, 2}), 5 * 60 + 59)) == -240);
  CHECK(offset_at(york, utc_of({0, ClockChange::none}, day_number({2025, 11, 2}), 6 * 60)) == -300);
}
