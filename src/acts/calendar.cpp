#include "acts/calendar.hpp"

#include <algorithm>
#include <array>

#include "acts/time_vocabulary.hpp"
#include "ascii.hpp"

namespace dsk {
namespace {

constexpr std::int64_t kDay = 86'400;

// The `nth` Sunday of a month, the last one for 0.
std::int64_t sunday(int year, int month, int nth) {
  if (nth == 0) {
    const std::int64_t last = day_number({year, month, days_in_month(year, month)});
    return last - (weekday_of(last) + 1) % 7;
  }
  const std::int64_t first = day_number({year, month, 1});
  return first + (6 - weekday_of(first)) + 7 * (nth - 1);
}

// Is it summer time? Europe changes at 01:00 UTC everywhere, America at 02:00 on the wall.
bool summer(Zone zone, std::int64_t utc) {
  if (zone.change == ClockChange::none) return false;
  const std::int64_t wall = utc + zone.minutes * 60;
  std::int64_t day = wall / kDay;
  if (wall % kDay < 0) --day;
  const int year = day_of(day).year;
  if (zone.change == ClockChange::europe)
    return utc >= sunday(year, 3, 0) * kDay + 3600 && utc < sunday(year, 10, 0) * kDay + 3600;
  return wall >= sunday(year, 3, 2) * kDay + 7200 && wall < sunday(year, 11, 1) * kDay + 3600;
}

struct NamedZone {
  std::string_view name;
  Zone zone;
};
constexpr std::array kZones = std::to_array<NamedZone>({
    {"utc", {0, ClockChange::none}},      {"gmt", {0, ClockChange::none}},
    {"z", {0, ClockChange::none}},        {"wet", {0, ClockChange::europe}},
    {"west", {0, ClockChange::europe}},   {"bst", {0, ClockChange::europe}},
    {"cet", {60, ClockChange::europe}},   {"cest", {60, ClockChange::europe}},
    {"mez", {60, ClockChange::europe}},   {"mesz", {60, ClockChange::europe}},
    {"eet", {120, ClockChange::europe}},  {"eest", {120, ClockChange::europe}},
    {"msk", {180, ClockChange::none}},    {"ist", {330, ClockChange::none}},
    {"gst", {240, ClockChange::none}},    {"pkt", {300, ClockChange::none}},
    {"sgt", {480, ClockChange::none}},    {"hkt", {480, ClockChange::none}},
    {"awst", {480, ClockChange::none}},   {"jst", {540, ClockChange::none}},
    {"kst", {540, ClockChange::none}},    {"acst", {570, ClockChange::none}},
    {"aest", {600, ClockChange::none}},   {"aedt", {660, ClockChange::none}},
    {"nzst", {720, ClockChange::none}},   {"nzdt", {780, ClockChange::none}},
    {"sast", {120, ClockChange::none}},   {"hst", {-600, ClockChange::none}},
    {"et", {-300, ClockChange::america}}, {"est", {-300, ClockChange::america}},
    {"edt", {-300, ClockChange::america}}, {"ct", {-360, ClockChange::america}},
    {"cst", {-360, ClockChange::america}}, {"cdt", {-360, ClockChange::america}},
    {"mt", {-420, ClockChange::america}}, {"mst", {-420, ClockChange::america}},
    {"mdt", {-420, ClockChange::america}}, {"pt", {-480, ClockChange::america}},
    {"pst", {-480, ClockChange::america}}, {"pdt", {-480, ClockChange::america}},
});

// Reads numbers, names and marks one after another; `ok` turns false at the first that is missing.
struct Scanner {
  std::string_view text;
  std::size_t at = 0;
  bool ok = true;

  void spaces() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  }
  bool skip(char c) {
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }
  int number(std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && at < text.size() && ascii::is_digit(text[at])) {
      value = value * 10 + (text[at++] - '0');
      ++count;
    }
    ok = ok && count > 0;
    return value;
  }
  std::string word() {
    std::string out;
    while (at < text.size() && ascii::is_alpha(text[at])) out.push_back(ascii::lower(text[at++]));
    return out;
  }
};

std::optional<Moment> finish(Scanner& in, Day day, int hour, int minute, int second) {
  in.spaces();
  int offset = 0;
  Zone zone;
  const bool minus = in.at < in.text.size() && in.text[in.at] == '-';
  if (in.skip('+') || in.skip('-')) {
    const int hours = in.number(2);
    in.skip(':');
    offset = (hours * 60 + in.number(2)) * (minus ? -1 : 1);
    zone = {offset, ClockChange::none};
    in.spaces();
    // The name of the zone, as many mailers add it.
    if (in.skip('(')) {
      if (const auto named = zone_named(in.word()); named && named->change != ClockChange::none)
        if (offset == named->minutes || offset == named->minutes + 60) zone = *named;
    }
  } else if (const auto named = zone_named(in.word())) {
    zone = *named;
  } else {
    return std::nullopt;
  }
  if (!in.ok || !exists(day) || hour > 24 || minute > 59 || second > 60) return std::nullopt;
  Moment moment;
  moment.zone = zone;
  const std::int64_t wall = day_number(day) * kDay + hour * 3600 + minute * 60 + second;
  moment.utc = zone.change == ClockChange::none
                   ? wall - zone.minutes * 60
                   : utc_of(zone, day_number(day), hour * 60 + minute) + second;
  return moment;
}

}  // namespace

std::int64_t day_number(Day day) {
  // March is the first month, so that a leap day is the last of its year.
  const std::int64_t year = day.month <= 2 ? day.year - 1 : day.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * ((day.month + 9) % 12) + 2) / 5 + day.day - 1;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

Day day_of(std::int64_t number) {
  number += 719'468;
  const std::int64_t era = (number >= 0 ? number : number - 146'096) / 146'097;
  const std::int64_t of_era = number - era * 146'097;
  const std::int64_t year =
      (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  Day day;
  day.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  day.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  day.year = static_cast<int>(year + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(Day day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

int weekday_of(std::int64_t number) {
  const std::int64_t day = (number + 3) % 7;  // 1 January 1970 was a Thursday
  return static_cast<int>(day < 0 ? day + 7 : day);
}

std::optional<Zone> zone_named(std::string_view name) {
  for (const NamedZone& one : kZones)
    if (ascii::same(name, one.name)) return one.zone;
  return std::nullopt;
}

int offset_at(Zone zone, std::int64_t utc_seconds) {
  return zone.minutes + (summer(zone, utc_seconds) ? 60 : 0);
}

std::int64_t utc_of(Zone zone, std::int64_t day, int minute_of_day) {
  const std::int64_t wall = day * kDay + minute_of_day * 60;
  const std::int64_t winter = wall - zone.minutes * 60;
  // Of an hour that the clocks show twice, the first is meant.
  return summer(zone, winter - 3600) ? winter - 3600 : winter;
}

std::int64_t Moment::day() const {
  const std::int64_t wall = utc + offset_at(zone, utc) * 60;
  return wall >= 0 || wall % kDay == 0 ? wall / kDay : wall / kDay - 1;
}

std::optional<Moment> read_moment(std::string_view text) {
  Scanner in{text};
  in.spaces();
  Day day;
  if (in.at + 4 < text.size() && ascii::has_only(text.substr(in.at, 4), ascii::is_digit) &&
      text[in.at + 4] == '-') {
    day.year = in.number(4);
    in.skip('-');
    day.month = in.number(2);
    in.ok = in.skip('-') && in.ok;
    day.day = in.number(2);
    if (!in.skip('T') && !in.skip('t')) in.spaces();
  } else {
    if (!(in.at < text.size() && ascii::is_digit(text[in.at]))) {
      in.word();
      in.skip(',');
      in.spaces();
    }
    day.day = in.number(2);
    in.spaces();
    const std::string month = in.word().substr(0, 3);
    const auto found = std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view name) {
      return name.substr(0, 3) == month;
    });
    if (found == kMonths.end()) return std::nullopt;
    day.month = static_cast<int>(found - kMonths.begin()) + 1;
    in.spaces();
    day.year = in.number(4);
    if (day.year < 50) day.year += 2000;
    in.spaces();
  }
  const int hour = in.number(2);
  in.ok = in.skip(':') && in.ok;
  const int minute = in.number(2);
  int second = 0;
  if (in.skip(':')) second = in.number(2);
  if (in.skip('.'))
    while (in.at < text.size() && ascii::is_digit(text[in.at])) ++in.at;
  if (!in.ok) return std::nullopt;
  return finish(in, day, hour, minute, second);
}

std::string rfc3339(Moment moment) {
  const int offset = offset_at(moment.zone, moment.utc);
  const std::int64_t wall = moment.utc + offset * 60;
  const std::int64_t number = moment.day();
  const Day day = day_of(number);
  const auto seconds = static_cast<int>(wall - number * kDay);
  std::string out;
  const auto put = [&](int value, int width) {
    std::string text = std::to_string(value);
    while (static_cast<int>(text.size()) < width) text.insert(0, "0");
    out += text;
  };
  put(day.year, 4), out += '-', put(day.month, 2), out += '-', put(day.day, 2), out += 'T';
  put(seconds / 3600, 2), out += ':', put(seconds / 60 % 60, 2), out += ':', put(seconds % 60, 2);
  if (offset == 0) return out + "Z";
  out += offset < 0 ? '-' : '+';
  const int size = offset < 0 ? -offset : offset;
  put(size / 60, 2), out += ':', put(size % 60, 2);
  return out;
}

}  // namespace dsk
