// Days of the calendar, written out or in figures.
#include <array>
#include <string>
#include <utility>

#include "acts/time_days.hpp"
#include "ascii.hpp"

namespace dsk {
namespace {

constexpr std::int64_t kLongPast = -90;  // days back that a date without its year may lie
constexpr std::int64_t kFarAhead = 275;

struct Feast {
  TimePhrase name;
  int month, day;
};
// In this order: the longer name first.
constexpr auto kFeasts = std::to_array<Feast>({
    {"new year 's eve", 12, 31}, {"new year 's day", 1, 1}, {"christmas eve", 12, 24},
    {"christmas day", 12, 25},   {"boxing day", 12, 26},    {"christmas", 12, 25},
});

struct WrittenDay {
  Day date;
  bool year = false, month = true, two_ways = false;
};

class Reader {
 public:
  Reader(TimeWords& words, const std::optional<Moment>& base, Lead lead)
      : words_(words), base_(base), lead_(lead) {}

  std::optional<SaidDay> run() {
    const std::uint32_t begin = words_.at();
    const auto weekday = words_.weekday();
    if (weekday) {
      words_.skip();
      words_.take_any({",", "."});
    }
    const auto written = one();
    if (!written) {
      words_.back(begin);
      return std::nullopt;
    }
    return resolve(*written, weekday);
  }

 private:
  std::optional<WrittenDay> one() {
    const std::uint32_t begin = words_.at();
    for (const Feast& feast : kFeasts)
      if (words_.take(feast.name))
        return WrittenDay{{0, feast.month, feast.day}, false, true, false};
    // "the" may be gone past already: "on the" leads, too.
    const bool the = words_.take("the") || words_.before() == "the";
    if (auto found = figures()) return found;
    if (auto found = day_and_month()) return found;
    if (auto found = month_and_day()) return found;
    // "the 14th" and no month
    const auto day = words_.ordinal();
    if (the && day && !ascii::is_digit(words_.word().back()) && words_.word(1) != "of") {
      words_.skip();
      return WrittenDay{{0, 0, *day}, false, false, false};
    }
    words_.back(begin);
    return std::nullopt;
  }

  // "14 May", "the 14th of May", "the first of April", "10-12 March": the later one is promised.
  std::optional<WrittenDay> day_and_month() {
    const std::uint32_t begin = words_.at();
    std::optional<int> day = range_of_days();
    if (!day) {
      if ((day = words_.ordinal())) {
        words_.skip();
        const std::uint32_t after = words_.at();
        if (words_.take_any({"-", "to", "and", "or"}) && words_.ordinal()) {
          day = words_.ordinal();
          words_.skip();
        } else {
          words_.back(after);
        }
      } else if ((day = words_.spelt_ordinal()) && words_.word(1) == "of") {
        words_.skip();
      } else {
        return std::nullopt;
      }
    }
    words_.take("of");
    const auto month = words_.month();
    if (!month) {
      words_.back(begin);
      return std::nullopt;
    }
    words_.skip();
    return with_year({{0, *month, *day}, false, true, false});
  }

  // "May 14th", "Nov. 14, 2026"
  std::optional<WrittenDay> month_and_day() {
    const std::uint32_t begin = words_.at();
    const auto month = words_.month();
    if (!month) return std::nullopt;
    words_.skip();
    if (!words_.word(1).empty()) words_.take(".");
    words_.take("the");
    const auto day = words_.ordinal();
    if (!day) {
      words_.back(begin);
      return std::nullopt;
    }
    words_.skip();
    return with_year({{0, *month, *day}, false, true, false});
  }

  // "10-12" in one word
  std::optional<int> range_of_days() {
    const std::string_view text = words_.word();
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || dash > 2 || text.size() - dash > 3) return std::nullopt;
    if (!all_digits(text.substr(0, dash)) || !all_digits(text.substr(dash + 1)))
      return std::nullopt;
    const int later = ascii::number_of(text.substr(dash + 1));
    if (later < 1 || later > 31) return std::nullopt;
    words_.skip();
    return later;
  }

  WrittenDay with_year(WrittenDay written) {
    const std::uint32_t after = words_.at();
    words_.take_any({",", "."});
    const std::string_view text = words_.word();
    if (all_digits(text) && text.size() == 4 && text >= "1990" && text <= "2100") {
      written.date.year = ascii::number_of(text);
      written.year = true;
      words_.skip();
    } else {
      words_.back(after);
    }
    return written;
  }

  // 2026-05-14, 14.05.2026, 14/05/2026, 5/14/2026; 03/04/2025 could be either. After "by" or "on"
  // also 14/05.
  std::optional<WrittenDay> figures() {
    const std::string_view text = words_.word();
    std::array<int, 3> parts{};
    std::size_t count = 0, digits = 0;
    char mark = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && ascii::is_digit(text[end])) ++end;
      digits = end - at;
      if (digits == 0 || digits > 4 || count == 3) return std::nullopt;
      parts[count++] = ascii::number_of(text.substr(at, digits));
      if (end == text.size()) break;
      if (mark != 0 && text[end] != mark) return std::nullopt;
      mark = text[end];
      at = end + 1;
    }
    WrittenDay written;
    const bool short_one = count == 2 && mark == '/' && lead_ != Lead::none && parts[0] >= 1 &&
                           parts[1] >= 1 && parts[0] <= 31 && parts[1] <= 31 &&
                           (parts[0] <= 12 || parts[1] <= 12);
    if (count != 3 && !short_one) return std::nullopt;
    // "0/0/3" and "2/30/1" are ports, and so is "2/0/35".
    const bool port = digits == 1 || parts[0] == 0 || parts[1] == 0;
    if (count == 3 && mark == '/' && port) return std::nullopt;
    // 800-300-8514 is a telephone.
    if (mark != '-' || parts[0] < 1000)
      if (parts[0] > 31 || parts[1] > 31) return std::nullopt;
    if (mark == '-' && parts[0] >= 1000) {
      written.date = {parts[0], parts[1], parts[2]};
    } else if (short_one || ((mark == '-' || mark == '.' || mark == '/') && parts[2] >= 1000) ||
               (mark == '/' && parts[2] < 100)) {
      written.date.year = short_one ? 0 : parts[2] < 100 ? parts[2] + 2000 : parts[2];
      written.two_ways = mark == '/' && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1];
      // Whose clocks change as in America writes the month first.
      const bool american = base_ && base_->zone.change == ClockChange::america;
      const bool month_first = mark == '/' && parts[0] <= 12 && (parts[1] > 12 || american);
      written.date.month = month_first ? parts[0] : parts[1];
      written.date.day = month_first ? parts[1] : parts[0];
    } else {
      return std::nullopt;
    }
    if (words_.names_thing()) return std::nullopt;
    written.year = !short_one;
    words_.skip();
    // "9/10 of all calls"
    if (short_one && words_.word() == "of") return std::nullopt;
    return written;
  }

  SaidDay resolve(WrittenDay written, std::optional<int> weekday) const {
    SaidDay said;
    said.dated = true;
    said.with_year = written.year;
    said.two_ways = written.two_ways;
    Day& date = written.date;
    if (!base_ && !written.year) {
      // 30 February exists in no year; 29 February does in some.
      if (written.month)
        said.no_such_day = date.day > (date.month == 2 ? 29 : days_in_month(2025, date.month));
      return said;
    }
    settle_year(written);
    if (!written.month && weekday && weekday_of(day_number(date)) != *weekday)
      another_of_that_number(date, *weekday);
    if (written.month) words_.month_named = date.month;
    // "Tuesday, 12/01": the weekday tells which of the two is the month.
    if (written.two_ways && weekday) {
      WrittenDay other = written;
      std::swap(other.date.month, other.date.day);
      settle_year(other);
      const bool fits = weekday_of(day_number(date)) == *weekday;
      if (fits != (weekday_of(day_number(other.date)) == *weekday)) {
        said.two_ways = false;
        if (!fits) date = other.date;
      }
    }
    said.named = date;
    said.no_such_day = !exists(date);
    if (said.no_such_day) return said;
    const std::int64_t day = day_number(date);
    said.clash = weekday && weekday_of(day) != *weekday && !said.two_ways;
    // One of the two is wrong, and nobody can tell which.
    if (!said.clash) said.day = day;
    return said;
  }

  void settle_year(WrittenDay& written) const {
    if (!written.month) next_of_that_number(written.date);
    else if (!written.year) nearest_year(written.date);
  }

  void next_of_that_number(Day& date) const {
    const Day today = day_of(base_->day());
    date.year = today.year;
    date.month = today.month;
    for (int tries = 0; tries < 12 && (!exists(date) || day_number(date) <= base_->day()); ++tries)
      if (++date.month > 12) date.month = 1, ++date.year;
  }

  // "On Wednesday the 18th our filter was set to": the 18th that is over, or that of the month they
  // speak of, where that is a Wednesday.
  void another_of_that_number(Day& date, int weekday) const {
    Day gone = date, spoken = date;
    if (--gone.month < 1) gone.month = 12, --gone.year;
    spoken.month = words_.month_named.value_or(date.month);
    if (exists(spoken)) nearest_year(spoken);
    for (const Day& other : {gone, spoken})
      if (exists(other) && weekday_of(day_number(other)) == weekday) {
        date = other;
        return;
      }
  }

  // The date nearest to today is meant, and of the past only the last weeks.
  void nearest_year(Day& date) const {
    date.year = day_of(base_->day()).year;
    if (!exists(date)) return;
    const std::int64_t gap = day_number(date) - base_->day();
    if (gap < kLongPast) ++date.year;
    else if (gap > kFarAhead) --date.year;
  }

  TimeWords& words_;
  const std::optional<Moment>& base_;
  Lead lead_;
};

}  // namespace

std::optional<SaidDay> read_calendar_day(TimeWords& words, const std::optional<Moment>& base,
                                         Lead lead) {
  return Reader(words, base, lead).run();
}

}  // namespace dsk
