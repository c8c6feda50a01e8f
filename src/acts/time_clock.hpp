// A time of day as people write it: "3 pm", "half past two", "15:30 CET", "noon Eastern time".
#pragma once

#include <optional>

#include "acts/calendar.hpp"
#include "acts/time_words.hpp"

namespace dsk {

// The part of a day that a time lies in, "in the evening", and the minute at which that ends.
enum class DayPart : std::uint8_t { whole, morning, afternoon, evening, night };
DayPart read_day_part(TimeWords& words);
int end_of(DayPart part);

struct ClockTime {
  int hour = 0, minute = 0;
  bool half = false;   // "at 3": of the morning, or of the afternoon?
  bool bare = false;   // "at 3" and "at three": 1 to 7 are of the afternoon of a working day
  bool twelve = false;  // "6:30" is of the evening where "tomorrow evening" says so
  bool unknown_zone = false;  // "9:00 your time"
  std::optional<Zone> zone;

  int minutes(DayPart part) const;
};

// `led` by "at", "by" and the like a bare figure is a time, too. Nothing, and nowhere gone, where
// there is none.
std::optional<ClockTime> read_clock(TimeWords& words, bool led);

}  // namespace dsk
