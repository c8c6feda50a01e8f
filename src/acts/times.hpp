// Expressions of time in English sentences: "by Friday noon", "within two hours", "on 31 April".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "acts/calendar.hpp"
#include "lexicon/language.hpp"
#include "text/reading.hpp"

namespace dsk {

struct TimeExpression {
  std::uint32_t first = 0;  // words [first, last) of the reading
  std::uint32_t last = 0;
  std::uint32_t lead = 0;   // so many words before the first lead to it: "by", "no later than"
  std::uint32_t sentence = 0;
  std::optional<Moment> due;  // the latest moment it allows; nothing where it cannot be told
  bool vague = false;         // "soon", "in a few days"
  bool depends = false;       // "once the part is here"
  bool relative = false;      // "tomorrow": read another day, it means another day
  bool dayless = false;       // "at 15:00": today, or tomorrow where it is over
  bool next = false;          // "next Friday": this week's to some, next week's to others
  bool has_clock = false;     // a time of day is given
  bool half_clock = false;    // ... without am, pm or 24 hours: "at 3"
  bool has_zone = false;
  bool two_ways = false;      // 03/04/2025
  bool no_such_day = false;   // 31 April
  bool clash = false;         // the weekday is not the date's
  bool unknown_zone = false;  // "9:00 your time"
  bool past = false;          // of a day before that of the mail
  bool dated = false;         // a day of the calendar is named, "14 May"
  bool with_year = false;     // ... with its year
  Day day;                    // the day it names, where it names one
};

// "due" where it is known when that is, "two-ways" where day and month may change places; else why
// not: "vague", "condition", "no-such-day", "disagrees", "unknown-zone", "undated" for want of a
// date to count from.
std::string_view told_as(const TimeExpression& time);

// Against `base`, the moment the mail is sent; without it only a date with its year can be told.
std::vector<TimeExpression> find_times(const Reading& reading, const std::optional<Moment>& base,
                                       const lexicon::Language& language);

}  // namespace dsk
