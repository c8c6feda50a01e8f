// A day, or a stretch of days, as people name it: "Friday, 14 May", "tomorrow", "the end of next
// week", "the first Monday in April".
#pragma once

#include <optional>

#include "acts/calendar.hpp"
#include "acts/time_words.hpp"

namespace dsk {

struct SaidDay {
  // Numbers of days. Nothing where the day does not exist, or cannot be told without a date to
  // count from.
  std::optional<std::int64_t> day;    // the last one
  std::optional<std::int64_t> first;  // of a stretch of days
  std::optional<int> until;           // the minute of the day it ends at, where the words tell
  bool relative = false;
  bool next = false;         // "next Friday": this week's to some, next week's to others
  bool dated = false;
  bool with_year = false;
  bool two_ways = false;     // 03/04/2025
  bool no_such_day = false;  // 31 April
  bool clash = false;        // the weekday is not the date's
  Day named;
};

// What words before a day make of it: "by the weekend" ends before it.
enum class Lead : std::uint8_t { none, other, at, by, before };

// Nothing, and nowhere gone, where no day comes next. Against `base`, the moment of the mail.
std::optional<SaidDay> read_day(TimeWords& words, const std::optional<Moment>& base, Lead lead);

// time_calendar.cpp: "Friday, 14 May 2026", "May 14th", "2026-05-14", "the 14th".
std::optional<SaidDay> read_calendar_day(TimeWords& words, const std::optional<Moment>& base,
                                         Lead lead);
// time_periods.cpp: "the end of next week", "early in April", "Q3", "next month".
std::optional<SaidDay> read_period(TimeWords& words, const std::optional<Moment>& base, Lead lead);

// The next day of that name after today; never today.
std::int64_t coming(std::int64_t today, int weekday);
std::int64_t next_working_day(std::int64_t day);

}  // namespace dsk
