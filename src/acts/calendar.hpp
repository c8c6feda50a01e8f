// Days, times and zones, without a clock or a zone database: what a Date header says and what can
// be counted from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dsk {

struct Day {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend constexpr bool operator==(Day, Day) = default;
};

// Days since 1 January 1970, for any date of the Gregorian calendar.
std::int64_t day_number(Day day);
Day day_of(std::int64_t number);
bool exists(Day day);
int days_in_month(int year, int month);
// 0 is Monday.
int weekday_of(std::int64_t number);

// When the clocks of a zone change.
enum class ClockChange : std::uint8_t { none, europe, america };

struct Zone {
  int minutes = 0;  // east of UTC, in winter where the clocks change
  ClockChange change = ClockChange::none;
};

// By its short name: "UTC", "CEST", "ET". A name of a region whose clocks change stands for the
// region: people write "EST" in July, too.
std::optional<Zone> zone_named(std::string_view name);

// The offset in force, in minutes, at a moment in UTC or at a time as the clock on the wall shows
// it.
int offset_at(Zone zone, std::int64_t utc_seconds);
std::int64_t utc_of(Zone zone, std::int64_t day, int minute_of_day);

// A moment as somebody's clock shows it.
struct Moment {
  std::int64_t utc = 0;  // seconds
  Zone zone;

  std::int64_t day() const;  // number of the day there
};

// A Date header ("Fri, 25 Oct 2024 10:00:00 +0200 (CEST)") or RFC 3339. A zone's name in brackets
// tells when its clocks change; a bare offset is kept as it is.
std::optional<Moment> read_moment(std::string_view text);

// "2024-10-25T10:00:00+02:00".
std::string rfc3339(Moment moment);

}  // namespace dsk
