#include "acts/times.hpp"

#include <doctest/doctest.h>

#include <string>

#include "mail/document.hpp"

using namespace dsk;

namespace {

struct Case {
  const char* date;  // the mail's Date header
  const char* text;
  const char* due;  // RFC 3339; "" where it cannot be told
};

std::vector<TimeExpression> times_of(const std::string& text, const std::optional<Moment>& base) {
  const mail::Document document = mail::read_text(text);
  const Reading reading = read_own(document, {});
  return find_times(reading, base);
}

std::string due_of(const Case& one) {
  const auto times = times_of(one.text, read_moment(one.date));
  if (times.empty()) return "nothing found";
  return times.front().due ? rfc3339(*times.front().due) : "";
}

// Friday in Berlin, two days before the clocks change; the name of the zone says so.
constexpr const char* kBerlin = "Fri, 25 Oct 2024 10:00:00 +0200 (CEST)";
// The same offset without a name: nobody knows when these clocks change.
constexpr const char* kBare = "Fri, 25 Oct 2024 10:00:00 +0200";
constexpr const char* kYork = "Fri, 31 Oct 2025 16:30:00 -0400 (EDT)";
constexpr const char* kYearsEnd = "Mon, 30 Dec 2024 09:15:00 +0000";
constexpr const char* kSpring = "Fri, 28 Mar 2025 14:00:00 +0100 (CET)";
constexpr const char* kMumbai = "Tue, 4 Mar 2025 11:00:00 +0530";
constexpr const char* kLeap = "Tue, 27 Feb 2024 08:00:00 -0800 (PST)";

constexpr Case kCases[] = {
    // from today
    {kBerlin, "I will call you today.", "2024-10-25T23:59:00+02:00"},
    {kBerlin, "I will call you tonight.", "2024-10-25T23:59:00+02:00"},
    {kBerlin, "I will call you this afternoon.", "2024-10-25T18:00:00+02:00"},
    {kBerlin, "I will call you tomorrow.", "2024-10-26T23:59:00+02:00"},
    {kBerlin, "I will call you tomorrow morning.", "2024-10-26T12:00:00+02:00"},
    {kBerlin, "I will call you tomorrow afternoon.", "2024-10-26T18:00:00+02:00"},
    {kBerlin, "I will call you tomorrow at 3 pm.", "2024-10-26T15:00:00+02:00"},
    {kBerlin, "I will call you at 3 pm tomorrow.", "2024-10-26T15:00:00+02:00"},
    {kBerlin, "I will call you by noon tomorrow.", "2024-10-26T12:00:00+02:00"},
    {kBerlin, "It is ready the day after tomorrow.", "2024-10-27T23:59:00+01:00"},
    {kBerlin, "I will write by 11:30.", "2024-10-25T11:30:00+02:00"},
    {kBerlin, "I will write by 9:30.", "2024-10-26T09:30:00+02:00"},
    {kBerlin, "I will write by noon.", "2024-10-25T12:00:00+02:00"},
    {kBerlin, "I will write by midnight.", "2024-10-26T00:00:00+02:00"},
    // spans
    {kBerlin, "I will write within two hours.", "2024-10-25T12:00:00+02:00"},
    {kBerlin, "I will write in half an hour.", "2024-10-25T10:30:00+02:00"},
    {kBerlin, "I will write within the next 45 minutes.", "2024-10-25T10:45:00+02:00"},
    {kBerlin, "I will write within 48 hours.", "2024-10-27T09:00:00+01:00"},
    {kBerlin, "You will hear from us in 3 days.", "2024-10-28T23:59:00+01:00"},
    {kBerlin, "You will hear from us within 2-3 days.", "2024-10-28T23:59:00+01:00"},
    {kBerlin, "You will hear from us in two to four days.", "2024-10-29T23:59:00+01:00"},
    {kBerlin, "You will hear from us within two business days.", "2024-10-29T23:59:00+01:00"},
    {kBerlin, "You will hear from us in a week.", "2024-11-01T23:59:00+01:00"},
    {kBerlin, "You will hear from us in a couple of weeks.", "2024-11-08T23:59:00+01:00"},
    {kBerlin, "You will hear from us in a month.", "2024-11-25T23:59:00+01:00"},
    // the week
    {kBerlin, "I will call you by Monday.", "2024-10-28T23:59:00+01:00"},
    {kBerlin, "I will call you on Monday at 10:00.", "2024-10-28T10:00:00+01:00"},
    {kBerlin, "I will call you on Monday at 10:00 CET.", "2024-10-28T10:00:00+01:00"},
    {kBerlin, "I will call you by Friday.", "2024-11-01T23:59:00+01:00"},
    {kBerlin, "I will call you next Tuesday.", "2024-10-29T23:59:00+01:00"},
    {kBerlin, "I will call you on Saturday evening.", "2024-10-26T22:00:00+02:00"},
    {kBerlin, "I will call you Monday before noon.", "2024-10-28T12:00:00+01:00"},
    {kBerlin, "I will call you on Thursday next week.", "2024-10-31T23:59:00+01:00"},
    {kBerlin, "It is ready by the end of the day.", "2024-10-25T18:00:00+02:00"},
    {kBerlin, "It is ready by EOD tomorrow.", "2024-10-26T18:00:00+02:00"},
    {kBerlin, "It is ready by close of business on Monday.", "2024-10-28T18:00:00+01:00"},
    {kBerlin, "It is ready by the end of the week.", "2024-10-25T18:00:00+02:00"},
    {kBerlin, "It is ready by the end of next week.", "2024-11-01T18:00:00+01:00"},
    {kBerlin, "It is ready next week.", "2024-11-01T18:00:00+01:00"},
    {kBerlin, "It is ready by the end of the month.", "2024-10-31T18:00:00+01:00"},
    // the calendar
    {kBerlin, "The change is on 14 November.", "2024-11-14T23:59:00+01:00"},
    {kBerlin, "The change is on November 14th at 3 pm.", "2024-11-14T15:00:00+01:00"},
    {kBerlin, "The change is on Thursday, 14 November 2024.", "2024-11-14T23:59:00+01:00"},
    {kBerlin, "The change is on the 14th.", "2024-11-14T23:59:00+01:00"},
    {kBerlin, "The change is on the 3rd of January.", "2025-01-03T23:59:00+01:00"},
    {kBerlin, "The change is on 2024-11-14 at 08:00.", "2024-11-14T08:00:00+01:00"},
    {kBerlin, "The change is on 14.11.2024.", "2024-11-14T23:59:00+01:00"},
    {kBerlin, "The change is on 11/14/2024.", "2024-11-14T23:59:00+01:00"},
    {kBerlin, "It runs between 9 and 11 tomorrow.", "2024-10-26T11:00:00+02:00"},
    {kBerlin, "I will call at 5 p.m. tomorrow.", "2024-10-26T17:00:00+02:00"},
    {kBerlin, "I will call at 4 o'clock.", "2024-10-25T16:00:00+02:00"},
    // without the name of a zone the offset stays
    {kBare, "I will call you on Monday at 10:00.", "2024-10-28T10:00:00+02:00"},
    {kBare, "I will call you on Monday at 10:00 CET.", "2024-10-28T10:00:00+01:00"},
    // another zone's clock, and another day there
    {kYork, "I will call you at 5 pm PT.", "2025-10-31T17:00:00-07:00"},
    {kYork, "I will call you on Monday at 9 am.", "2025-11-03T09:00:00-05:00"},
    {kYork, "I will write within 48 hours.", "2025-11-02T15:30:00-05:00"},
    {kYork, "The window is on Sunday at 10:00 UTC.", "2025-11-02T10:00:00Z"},
    {kYork, "I will call you by Friday noon.", "2025-11-07T12:00:00-05:00"},
    // the year's end
    {kYearsEnd, "I will call you on Thursday.", "2025-01-02T23:59:00Z"},
    {kYearsEnd, "I will call you by 3 January.", "2025-01-03T23:59:00Z"},
    {kYearsEnd, "You will hear from us within three business days.", "2025-01-02T23:59:00Z"},
    {kYearsEnd, "It is ready by the end of the year.", "2024-12-31T18:00:00Z"},
    {kYearsEnd, "It is ready by the end of next month.", "2025-01-31T18:00:00Z"},
    {kYearsEnd, "I will write in two days.", "2025-01-01T23:59:00Z"},
    {kYearsEnd, "We spoke on 20 December.", "2024-12-20T23:59:00Z"},
    // the clocks go forward
    {kSpring, "I will call you on Monday at 8 am.", "2025-03-31T08:00:00+02:00"},
    {kSpring, "I will write within 48 hours.", "2025-03-30T15:00:00+02:00"},
    {kSpring, "I will call you tomorrow at noon.", "2025-03-29T12:00:00+01:00"},
    // half an hour's zone, and a leap day
    {kMumbai, "I will call you at 5 pm.", "2025-03-04T17:00:00+05:30"},
    {kMumbai, "I will call you at 5 pm GMT.", "2025-03-04T17:00:00Z"},
    {kLeap, "I will call you on Thursday.", "2024-02-29T23:59:00-08:00"},
    {kLeap, "I will write in a month.", "2024-03-27T23:59:00-07:00"},
    {kLeap, "It is ready on 29 February.", "2024-02-29T23:59:00-08:00"},
    // what nobody can put in a calendar
    {kBerlin, "I will write soon.", ""},
    {kBerlin, "I will write as soon as possible.", ""},
    {kBerlin, "I will write in a few days.", ""},
    {kBerlin, "I will write once the part arrives.", ""},
    {kBerlin, "I will write as soon as I hear back.", ""},
    {kBerlin, "The change is on 31 November.", ""},
};

}  // namespace

TEST_CASE("expressions of time resolve against the date and the zone of the mail") {
  CHECK(std::size(kCases) >= 60);
  for (const Case& one : kCases) {
    INFO(std::string(one.date) << "  " << std::string(one.text));
    CHECK(due_of(one) == one.due);
  }
}

TEST_CASE("numbers and words that are no time are left alone") {
  const auto base = read_moment(kBerlin);
  for (const char* text : {"The file has 12 pages.", "You may restart it.", "March on, please.",
                           "It costs 15 euros.", "Version 3.30 is out.", "Open port 8080 on the router.",
                           "The second one works.", "It sat in the sun.", "We are at 15 Baker Street."}) {
    INFO(std::string(text));
    CHECK(times_of(text, base).empty());
  }
}

TEST_CASE("a weekday that is not the date's is told") {
  const auto base = read_moment(kBerlin);
  CHECK(times_of("The change is on Monday, 14 November.", base).front().clash);
  CHECK_FALSE(times_of("The change is on Thursday, 14 November.", base).front().clash);
  CHECK(times_of("The change is on Monday 31 February.", base).front().no_such_day);
  CHECK(times_of("I will call you tomorrow, Saturday 26 October.", base).front().dated);
  CHECK_FALSE(times_of("I will call you tomorrow, Saturday 26 October.", base).front().clash);
}

TEST_CASE("a date that can be read two ways is told") {
  const auto base = read_moment(kBerlin);
  CHECK(times_of("The window is on 03/04/2025.", base).front().two_ways);
  CHECK_FALSE(times_of("The window is on 03/14/2025.", base).front().two_ways);
  CHECK_FALSE(times_of("The window is on 2025-04-03.", base).front().two_ways);
}

TEST_CASE("without a date only a full date can be told") {
  CHECK_FALSE(times_of("I will call you tomorrow.", std::nullopt).front().due);
  CHECK(rfc3339(*times_of("The change is on 14 May 2026.", std::nullopt).front().due) ==
        "2026-05-14T23:59:00Z");
}
