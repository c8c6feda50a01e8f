#include "acts/times.hpp"

#include <doctest/doctest.h>

#include <string>

#include "../english.hpp"
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
  return find_times(reading, base, english());
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

constexpr const char* kMarch = "Tue, 10 Mar 2026 09:30:00 +0100 (CET)";
constexpr const char* kAutumn = "Fri, 30 Oct 2026 15:00:00 -0400 (EDT)";
constexpr const char* kLondon = "Wed, 30 Dec 2026 11:00:00 +0000 (GMT)";
constexpr const char* kDelhi = "Thu, 26 Mar 2026 17:45:00 +0530";
constexpr const char* kFallBack = "Sat, 24 Oct 2026 08:00:00 +0100 (BST)";
constexpr const char* kSummer = "Mon, 6 Jul 2026 13:00:00 -0700 (PDT)";

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
    // the ways people say it
    {kMarch, "I will call you first thing tomorrow.", "2026-03-11T10:00:00+01:00"},
    {kMarch, "I will send it by close of business Thursday.", "2026-03-12T18:00:00+01:00"},
    {kMarch, "I will send it before the weekend.", "2026-03-13T18:00:00+01:00"},
    {kMarch, "I will check again in a fortnight.", "2026-03-24T23:59:00+01:00"},
    {kMarch, "I will send the contract by the 3rd.", "2026-04-03T23:59:00+02:00"},
    {kMarch, "I will ring you at half past two.", "2026-03-10T14:30:00+01:00"},
    {kMarch, "I will ring you at a quarter to five.", "2026-03-10T16:45:00+01:00"},
    {kMarch, "I will ring you at quarter past eleven.", "2026-03-10T11:15:00+01:00"},
    {kMarch, "I will write early next week.", "2026-03-17T18:00:00+01:00"},
    {kMarch, "I will write later this week.", "2026-03-13T18:00:00+01:00"},
    {kMarch, "I will write at the beginning of next week.", "2026-03-17T18:00:00+01:00"},
    {kMarch, "I will write the week after next.", "2026-03-27T18:00:00+01:00"},
    {kMarch, "I will write over the weekend.", "2026-03-15T23:59:00+01:00"},
    {kMarch, "I will send it by lunchtime.", "2026-03-10T12:00:00+01:00"},
    {kMarch, "I will send it later today.", "2026-03-10T23:59:00+01:00"},
    {kMarch, "I will write in an hour and a half.", "2026-03-10T11:00:00+01:00"},
    {kMarch, "I will write in two and a half hours.", "2026-03-10T12:00:00+01:00"},
    {kMarch, "I will write in three quarters of an hour.", "2026-03-10T10:15:00+01:00"},
    {kMarch, "I will write within twenty-four hours.", "2026-03-11T09:30:00+01:00"},
    {kMarch, "I will write within 24h.", "2026-03-11T09:30:00+01:00"},
    {kMarch, "I will write in two weeks' time.", "2026-03-24T23:59:00+01:00"},
    {kMarch, "I will write a week from Friday.", "2026-03-20T23:59:00+01:00"},
    {kMarch, "I will write three days from now.", "2026-03-13T23:59:00+01:00"},
    {kMarch, "I will write on the next business day.", "2026-03-11T23:59:00+01:00"},
    {kMarch, "I will send it by mid-April.", "2026-04-15T18:00:00+02:00"},
    {kMarch, "I will send it by the end of the quarter.", "2026-03-31T18:00:00+02:00"},
    {kMarch, "I will send it on the first of April.", "2026-04-01T23:59:00+02:00"},
    {kMarch, "I will send it on the first Monday in April.", "2026-04-06T23:59:00+02:00"},
    {kMarch, "I will send it on Monday or Tuesday.", "2026-03-17T23:59:00+01:00"},
    {kMarch, "I will send it next Wednesday the 18th.", "2026-03-18T23:59:00+01:00"},
    {kMarch, "I will be back on Monday, 30 March at 9 am.", "2026-03-30T09:00:00+02:00"},
    {kMarch, "I will call you by 17h30.", "2026-03-10T17:30:00+01:00"},
    {kMarch, "I will call you before Friday.", "2026-03-12T23:59:00+01:00"},
    {kMarch, "I will call you at 3 pm London time.", "2026-03-10T15:00:00Z"},
    {kMarch, "I will call you on Tuesday 10:00 (London time).", "2026-03-17T10:00:00Z"},
    {kMarch, "I will call you at 10 New York time.", "2026-03-10T10:00:00-04:00"},
    {kSummer, "I will call you tomorrow at 9 (UK time).", "2026-07-07T09:00:00+01:00"},
    // its summer is our winter
    {kMarch, "I will call you at 3 pm Sydney time.", ""},
    {kMarch, "I will call you at 3 pm Buenos Aires time.", ""},
    // a till of a shop, and the hours of one
    {kMarch, "I will restart it on till 3 today.", "2026-03-10T23:59:00+01:00"},
    {kMarch, "We are here till 5.", "2026-03-10T17:00:00+01:00"},
    {kMarch, "I will call you at 9:00 your time.", ""},
    {kMarch, "I will call you on Wednesday, 13 March.", ""},
    {kAutumn, "I will call you on Monday at 8:30am.", "2026-11-02T08:30:00-05:00"},
    {kAutumn, "I will call you at 5pm Pacific.", "2026-10-30T17:00:00-07:00"},
    {kAutumn, "I will call you at 4 pm Eastern time on Monday.", "2026-11-02T16:00:00-05:00"},
    {kAutumn, "I will call you at 14:00 UTC+2 on Tuesday.", "2026-11-03T14:00:00+02:00"},
    {kAutumn, "I will call you at 9 am AEDT on 3 November.", "2026-11-03T09:00:00+11:00"},
    {kAutumn, "I will write by EOD Monday.", "2026-11-02T18:00:00-05:00"},
    {kAutumn, "I will write by end of day tomorrow.", "2026-10-31T18:00:00-04:00"},
    {kAutumn, "I will write by the close of play on Tuesday.", "2026-11-03T18:00:00-05:00"},
    {kAutumn, "I will write within one working day.", "2026-11-02T23:59:00-05:00"},
    {kAutumn, "I will write first thing in the morning.", "2026-10-31T10:00:00-04:00"},
    {kAutumn, "I will write by tomorrow night.", "2026-10-31T23:59:00-04:00"},
    {kAutumn, "I will send it by 11/06.", "2026-11-06T23:59:00-05:00"},
    {kLondon, "I will send it by year's end.", "2026-12-31T18:00:00Z"},
    {kLondon, "I will send it before the end of the year.", "2026-12-31T18:00:00Z"},
    {kLondon, "I will send it in the first week of January.", "2027-01-08T18:00:00Z"},
    {kLondon, "I will send it on New Year's Eve.", "2026-12-31T23:59:00Z"},
    {kLondon, "I will send it by the 5th.", "2027-01-05T23:59:00Z"},
    {kLondon, "I will send it by Fri, Jan 1.", "2027-01-01T23:59:00Z"},
    {kLondon, "I will send it by 4 Jan 2027, 17:00 CET.", "2027-01-04T17:00:00+01:00"},
    {kLondon, "I will send it at the start of next month.", "2027-01-05T18:00:00Z"},
    {kLondon, "I will send it by 30 February.", ""},
    {kLondon, "I will send it this evening at eight.", "2026-12-30T20:00:00Z"},
    {kDelhi, "I will call you tomorrow at 11 am IST.", "2026-03-27T11:00:00+05:30"},
    {kDelhi, "I will call you by 6:30 tomorrow evening.", "2026-03-27T18:30:00+05:30"},
    {kDelhi, "I will call you at 7 in the evening.", "2026-03-26T19:00:00+05:30"},
    {kDelhi, "I will call you at 2 in the afternoon on Monday.", "2026-03-30T14:00:00+05:30"},
    {kDelhi, "I will write within the next 30 min.", "2026-03-26T18:15:00+05:30"},
    {kFallBack, "I will check at 10 a.m. on Sunday.", "2026-10-25T10:00:00Z"},
    {kFallBack, "I will check in 24 hours.", "2026-10-25T07:00:00Z"},
    {kFallBack, "I will check between Monday and Wednesday.", "2026-10-28T23:59:00Z"},
    {kFallBack, "I will check by 1700 on Monday.", "2026-10-26T17:00:00Z"},
    {kSummer, "I will send it at noon Eastern tomorrow.", "2026-07-07T12:00:00-04:00"},
    {kSummer, "I will send it by the end of business on July 8th.", "2026-07-08T18:00:00-07:00"},
    {kSummer, "I will send it mid-week.", "2026-07-08T18:00:00-07:00"},
    {kSummer, "I will send it in Q3.", "2026-09-30T18:00:00-07:00"},
    {kSummer, "I will send it in August.", "2026-08-31T18:00:00-07:00"},
    {kDelhi, "I will write by EOW.", "2026-03-27T18:00:00+05:30"},
    {kDelhi, "I will write by the end of tomorrow.", "2026-03-27T18:00:00+05:30"},
    {kDelhi, "I will write by the end of Friday.", "2026-03-27T18:00:00+05:30"},
    {kDelhi, "I will write by close of business.", "2026-03-26T18:00:00+05:30"},
    {kDelhi, "I will write by the end of March.", "2026-03-31T18:00:00+05:30"},
    {kDelhi, "I will write on the last Friday of the month.", "2026-03-27T23:59:00+05:30"},
    {kDelhi, "I will write by April.", "2026-03-31T18:00:00+05:30"},
    {kDelhi, "I will write in the week of 6 April.", "2026-04-10T18:00:00+05:30"},
    {kDelhi, "I will write in early April.", "2026-04-05T18:00:00+05:30"},
    {kDelhi, "I will write before next week.", "2026-03-27T18:00:00+05:30"},
    {kDelhi, "I will write Monday week.", "2026-04-06T23:59:00+05:30"},
    {kDelhi, "I will write between 10 and 12 on Monday.", "2026-03-30T12:00:00+05:30"},
    {kDelhi, "I will write from 9 to 11 am tomorrow.", "2026-03-27T11:00:00+05:30"},
    {kDelhi, "I will write tomorrow, 27 March, at 14:15.", "2026-03-27T14:15:00+05:30"},
    {kDelhi, "I will write tomorrow, 28 March, at 14:15.", ""},
    {kDelhi, "I will write on 2 April between 3 and 4 pm.", "2026-04-02T16:00:00+05:30"},
    {kDelhi, "I will write at 7 tomorrow morning.", "2026-03-27T07:00:00+05:30"},
    {kDelhi, "I will write tomorrow morning at 7.", "2026-03-27T07:00:00+05:30"},
    {kDelhi, "I will write by Monday, 9 am at the latest.", "2026-03-30T09:00:00+05:30"},
    {kDelhi, "I will write within an hour.", "2026-03-26T18:45:00+05:30"},
    {kDelhi, "I will write within the hour.", "2026-03-26T18:45:00+05:30"},
    {kDelhi, "I will write in 5 minutes or so.", "2026-03-26T17:50:00+05:30"},
    {kDelhi, "I will write in three to five working days.", "2026-04-02T23:59:00+05:30"},
    {kDelhi, "I will write within the next two weeks.", "2026-04-09T23:59:00+05:30"},
    {kDelhi, "I will write some time next week.", "2026-04-03T18:00:00+05:30"},
    {kDelhi, "I will write after lunch.", ""},
    {kDelhi, "I will write by midday on the 1st of April.", "2026-04-01T12:00:00+05:30"},
    {kDelhi, "I will write at the end of April.", "2026-04-30T18:00:00+05:30"},
    {kDelhi, "I will write in the coming weeks.", ""},
    {kDelhi, "I will write later this afternoon.", "2026-03-26T18:00:00+05:30"},
    {kDelhi, "I will write this coming Tuesday.", "2026-03-31T23:59:00+05:30"},
    {kDelhi, "I will write on Tuesday afternoon.", "2026-03-31T18:00:00+05:30"},
    {kDelhi, "I will write by 2 April 2026 at the latest.", "2026-04-02T23:59:00+05:30"},
    {kDelhi, "I will write no later than noon on Wednesday.", "2026-04-01T12:00:00+05:30"},
    {kDelhi, "I will write by Wednesday noon.", "2026-04-01T12:00:00+05:30"},
    {kDelhi, "I will write overnight.", ""},
    {kDelhi, "I will write today by five.", "2026-03-26T17:00:00+05:30"},
    {kDelhi, "I will write within a day or two.", "2026-03-28T23:59:00+05:30"},
    {kDelhi, "I will write in the next hour or two.", "2026-03-26T19:45:00+05:30"},
    {kDelhi, "I will write in the next week or two.", "2026-04-09T23:59:00+05:30"},
    {kDelhi, "I will write within the next half hour.", "2026-03-26T18:15:00+05:30"},
    {kDelhi, "I will write within the next hour.", "2026-03-26T18:45:00+05:30"},
    {kDelhi, "I will write by the 31st.", "2026-03-31T23:59:00+05:30"},
    {kDelhi, "I will write at 15:00 CEST.", "2026-03-26T15:00:00+01:00"},
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
  CHECK(std::size(kCases) >= 180);
  for (const Case& one : kCases) {
    INFO(std::string(one.date) << "  " << std::string(one.text));
    CHECK(due_of(one) == one.due);
  }
}

TEST_CASE("numbers and words that are no time are left alone") {
  const auto base = read_moment(kBerlin);
  for (const char* text : {"The file has 12 pages.", "You may restart it.", "March on, please.",
                           "It costs 15 euros.", "Version 3.30 is out.", "Open port 8080 on the router.",
                           "The second one works.", "It sat in the sun.", "We are at 15 Baker Street.",
                           "We are open 24/7.", "Ports 1500 to 1700 are open.", "Ask May or April about it.",
                           "The end of the cable is loose.", "In a quarter of cases it fails.",
                           "It failed 2 to 3 times.", "I will restart it on Till 1.", "The Till 1 screen is dark.",
                           "Print it at till 4.",
                           "Thanks for the report about till 1.", "The first of the two is broken.", "It is one of our people."}) {
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

TEST_CASE("a time that cannot be told says why") {
  const auto base = read_moment(kBerlin);
  const auto told = [&](const char* text) { return told_as(times_of(text, base).front()); };
  CHECK(told("I will write tomorrow.") == "due");
  CHECK(told("I will write soon.") == "vague");
  CHECK(told("I will write in the coming weeks.") == "vague");
  CHECK(told("I will write once the part arrives.") == "condition");
  CHECK(told("I will write on 31 November.") == "no-such-day");
  CHECK(told("I will write on Monday, 14 November.") == "disagrees");
  CHECK(told("I will write at 9:00 your time.") == "unknown-zone");
  CHECK(told_as(times_of("I will write tomorrow.", std::nullopt).front()) == "undated");
}

TEST_CASE("an American clock reads its own order of day and month") {
  CHECK(rfc3339(*times_of("I will write by 11/06/2026.", read_moment(kAutumn)).front().due) ==
        "2026-11-06T23:59:00-05:00");
  CHECK(rfc3339(*times_of("I will write by 11/06/2026.", read_moment(kLondon)).front().due) ==
        "2026-06-11T23:59:00Z");
}

TEST_CASE("a sentence that repeats one word of time is read in one pass") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "end of ";
  for (int i = 0; i < 20000; ++i) text += "eod between ";
  CHECK_FALSE(times_of(text, read_moment(kBerlin)).empty());
}

TEST_CASE("a date that can be read two ways is told") {
  const auto base = read_moment(kBerlin);
  CHECK(times_of("The window is on 03/04/2025.", base).front().two_ways);
  CHECK_FALSE(times_of("The window is on 03/14/2025.", base).front().two_ways);
  CHECK_FALSE(times_of("The window is on 2025-04-03.", base).front().two_ways);
  CHECK(told_as(times_of("The window is on 03/04/2025.", base).front()) == "two-ways");
  // The weekday tells which of the two is the month.
  CHECK(due_of({kBerlin, "It comes on Thursday 05/12/2024.", ""}) == "2024-12-05T23:59:00+01:00");
  CHECK(due_of({kBerlin, "It came on Sunday 05/12/2024.", ""}) == "2024-05-12T23:59:00+02:00");
  CHECK_FALSE(times_of("It comes on Thursday 05/12/2024.", base).front().two_ways);
}

TEST_CASE("a last Friday lies behind") {
  const auto base = read_moment(kBerlin);
  const auto time = times_of("The visit of last Friday went well.", base).front();
  CHECK(rfc3339(*time.due) == "2024-10-18T23:59:00+02:00");
  CHECK(time.past);
  CHECK(due_of({kBerlin, "It broke last Monday at 15:00.", ""}) == "2024-10-21T15:00:00+02:00");
  CHECK(due_of({kBerlin, "I will call on the last Friday of November.", ""}) == "2024-11-29T23:59:00+01:00");
  CHECK_FALSE(times_of("I will write today.", base).front().past);
}

TEST_CASE("without a date only a full date can be told") {
  CHECK_FALSE(times_of("I will call you tomorrow.", std::nullopt).front().due);
  CHECK(rfc3339(*times_of("The change is on 14 May 2026.", std::nullopt).front().due) ==
        "2026-05-14T23:59:00Z");
}

TEST_CASE("a figure that names a port, a slot or a ticket is no date") {
  const auto base = read_moment("Mon, 23 Nov 2026 10:00:00 +0100");
  for (const char* none :
       {"The interface et-0/0/3 is up.", "Both ge-1/12/21 and xe-1/30/22 are down.",
        "Slot 0/13/1 of it is dark.", "Put it into 2/30/1 please.", "FPC 7/0/35 is new.",
        "It sits in rack 4/31/22.", "The firmware 31.11.2026 is out.", "The ports 1/2/33 and 1/2/34 flap.",
        "Your reference 2026-13-04 helps.", "Ticket no. 31-02-2026 is mine.", "See ticket #31-02-2026 there.",
        "The ports 3/30/21, 3/30/22 and 3/30/23 flap."})
    CHECK_MESSAGE(times_of(none, base).empty(), none);
  for (const char* error :
       {"It ends on 31.11.2026.", "It was 31/02/2026 in the list.", "Your ticket is due 31/02/2026.",
        "The port is changed on 31/02/26.", "We met on 2026-13-04."}) {
    const auto times = times_of(error, base);
    CHECK_MESSAGE((times.size() == 1 && times[0].no_such_day), error);
  }
}

TEST_CASE("a day of the month is the one that its weekday fits, of this month, gone by or spoken of") {
  const auto base = read_moment("Mon, 23 Nov 2026 10:00:00 +0100");
  const auto gone = times_of("On Wednesday the 18th the filter held them.", base);
  REQUIRE(gone.size() == 1);
  CHECK_FALSE(gone[0].clash);
  CHECK(gone[0].day.month == 11);
  CHECK_FALSE(times_of("We meet on Friday the 18th.", base).front().clash);
  CHECK(times_of("We meet on Thursday the 18th.", base).front().clash);
  CHECK_FALSE(times_of("On 12 January it is taken; would Wednesday the 13th do?", base).back().clash);
  CHECK(times_of("On 12 January it is taken; would Thursday the 13th do?", base).back().clash);
}

TEST_CASE("a day may be said before the hour it closes at") {
  const std::string monday = "Mon, 23 Nov 2026 10:00:00 +0000";
  for (const char* text :
       {"I'll call you Thursday EOD.", "I'll call you Thursday COB.", "I'll call you on Thursday (EOD).",
        "I'll ring you on Thursday by close of business.", "It is done on Thursday, by the end of the day."})
    CHECK_MESSAGE(due_of({monday.c_str(), text, ""}) == "2026-11-26T18:00:00Z", text);
  CHECK(times_of("I ask on Thursday, by EOD Friday I call.", read_moment(monday)).size() == 2);
}

TEST_CASE("a weekday right behind a day of the calendar is the one after it") {
  const auto base = read_moment("Mon, 23 Nov 2026 10:00:00 +0000");
  const auto second = [&](const char* text) {
    const auto times = times_of(text, base);
    return times.size() == 2 && times[1].due ? rfc3339(*times[1].due).substr(5, 5) : "none";
  };
  CHECK(second("I start on Monday 14 December, and you have the link on Tuesday morning.") == "12-15");
  CHECK(second("The move is on Friday, 11 December, and on Monday your phones are live.") == "12-14");
  // What is farther off may be before, and so is what another matter is about.
  CHECK(second("The move is on Monday 14 December, and I call you on Friday.") == "11-27");
  CHECK(second("I asked them for 14 December and call you on Tuesday.") == "11-24");
  CHECK(second("The move is on Monday 14 December, and I call you tomorrow.") == "11-24");
  CHECK(second("The move is on Monday 14 December. I call you on Tuesday.") == "11-24");
}

TEST_CASE("a weekday beside “tomorrow” has to be tomorrow's") {
  const auto base = read_moment("Mon, 23 Nov 2026 10:00:00 +0100");
  for (const char* wrong :
       {"See you tomorrow on Wednesday at 14:00.", "See you tomorrow, Wednesday, at 14:00.",
        "See you tomorrow (Wednesday) at 14:00.", "See you tomorrow, Friday at 2 pm.", "I call you today Thursday.",
        "It is the day after tomorrow, Tuesday.", "It ran yesterday, Saturday."}) {
    const auto times = times_of(wrong, base);
    CHECK_MESSAGE((!times.empty() && times[0].clash), wrong);
  }
  for (const char* right :
       {"See you tomorrow on Tuesday at 14:00.", "See you tomorrow, Tuesday, at 14:00.",
        "See you tomorrow (Tuesday) at 14:00.", "I call you tomorrow, Wednesday or Thursday.",
        "I call you tomorrow or Wednesday.", "I am out today, Wednesday suits me.",
        "I am off today, on Thursday at 10 I can call.", "We agreed yesterday on Friday.", "I work tomorrow on Friday's plan."})
    for (const TimeExpression& time : times_of(right, base)) CHECK_MESSAGE(!time.clash, right);
  CHECK(due_of({"Mon, 23 Nov 2026 10:00:00 +0100", "See you tomorrow on Tuesday at 14:00.", ""}) ==
        "2026-11-24T14:00:00+01:00");
}
