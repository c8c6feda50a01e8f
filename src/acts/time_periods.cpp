// Weeks, months, quarters and years, and the ends and beginnings of them.
#include <algorithm>

#include "acts/time_days.hpp"

namespace dsk {
namespace {

constexpr int kEarlyDays = 5;  // "early in the month"

// From its first to its last day, as the words count them: a week ends on Friday.
struct Period {
  std::int64_t first = 0, last = 0;
  bool relative = true;
  bool week = false;
  bool bare_month = false;  // "April"
};

Period months(int year, int month, int count) {
  const int index = year * 12 + month - 1;
  const auto first_of = [](int at) { return day_number({at / 12, at % 12 + 1, 1}); };
  return {first_of(index), first_of(index + count) - 1};
}

class Reader {
 public:
  Reader(TimeWords& words, const std::optional<Moment>& base, Lead lead)
      : words_(words), base_(base), lead_(lead) {}

  std::optional<SaidDay> run() {
    const std::uint32_t begin = words_.at();
    if (words_.take_any({"eow", "the eow"}))
      return said_of(week(today() - weekday_of(today())), Part::end);
    if (auto said = numbered()) return said;
    const Part part = read_part();
    if (const auto period = read()) {
      const bool end_word = part == Part::whole && words_.take_any({"'s end", "end"});
      if (part != Part::whole || end_word || !period->bare_month || led_for_month())
        return said_of(*period, end_word ? Part::end : part);
    }
    words_.back(begin);
    return std::nullopt;
  }

 private:
  enum class Part { whole, beginning, middle, end };

  // Without a date to count from the period is known for one, and no more.
  std::int64_t today() const { return base_ ? base_->day() : 0; }
  bool led_for_month() const {
    return words_.before() != "" && (lead_ == Lead::by || lead_ == Lead::before || in_);
  }

  Part read_part() {
    const std::uint32_t begin = words_.at();
    in_ = words_.take_any({"in", "during"});
    words_.take_any({"the very", "the"});
    if (words_.take_any({"end of", "last days of"})) return Part::end;
    if (words_.take_any({"beginning of", "start of", "first days of", "early part of"}))
      return Part::beginning;
    if (words_.take_any({"middle of", "mid"})) return Part::middle;
    if (words_.take_any({"early in", "early on", "early"})) return Part::beginning;
    if (words_.take_any({"late in", "late", "later"})) return Part::end;
    words_.back(begin);
    in_ = words_.take_any({"in", "during"});
    return Part::whole;
  }

  std::optional<Period> read() {
    const std::uint32_t begin = words_.at();
    words_.take("the");
    const auto monday = [&] { return today() - weekday_of(today()); };
    if (words_.take("week after next")) return week(monday() + 14);
    if (words_.take_any({"week of", "week commencing", "week beginning"})) {
      if (const auto day = read_calendar_day(words_, base_, lead_); day && day->day)
        return week(*day->day - weekday_of(*day->day), false);
      words_.back(begin);
      return std::nullopt;
    }
    const bool next = words_.take("next");
    const bool led = next || words_.take("this") || words_.before() == "the" ||
                     words_.before() == "of" || words_.before() == "mid";
    words_.take("coming");
    const int more = next ? 1 : 0;
    // "Week" alone is a word like others; "the end of week" and "year's end" are times.
    const bool free = led || words_.word(1) == "'s" || words_.word(1) == "end";
    if (free && words_.take("week")) return week(monday() + 7 * more);
    const auto date = [&] { return day_of(today()); };
    if (free && words_.take("month")) return months(date().year, date().month + more, 1);
    if (free && words_.take("quarter")) {
      return months(date().year, (date().month - 1) / 3 * 3 + 1 + 3 * more, 3);
    }
    if (free && words_.take("year")) return months(date().year + more, 1, 12);
    const std::string_view text = words_.word();
    if (text.size() == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4') {
      words_.skip();
      const int month = (text[1] - '1') * 3 + 1;
      return calendar(months(date().year + (month + 2 < date().month ? 1 : 0), month, 3));
    }
    if (const auto month = words_.month(); month && !words_.ordinal(1)) {
      words_.skip();
      Period period = calendar(months(date().year + (*month < date().month ? 1 : 0), *month, 1));
      period.bare_month = true;
      return period;
    }
    words_.back(begin);
    return std::nullopt;
  }

  static Period week(std::int64_t monday, bool relative = true) {
    return {monday, monday + kFriday, relative, true};
  }
  static Period calendar(Period period) {
    period.relative = false;
    return period;
  }

  SaidDay said_of(const Period& period, Part part) const {
    SaidDay said;
    said.relative = period.relative;
    said.until = kCloseOfBusiness;
    if (!base_) return said;
    const std::int64_t length = period.last - period.first + 1;
    switch (part) {
      case Part::whole: {
        said.first = period.first;
        // "By April" it is not April yet.
        const bool until_it = period.bare_month && lead_ == Lead::by;
        said.day = until_it ? period.first - 1 : period.last;
        break;
      }
      case Part::end: said.day = period.last; break;
      case Part::middle: said.day = period.first + length / 2 - (period.week ? 0 : 1); break;
      case Part::beginning: said.day = period.first + (period.week ? 1 : kEarlyDays - 1); break;
    }
    return said;
  }

  // "the first week of January", "the last Friday of the month", "the last day of March"
  std::optional<SaidDay> numbered() {
    const std::uint32_t begin = words_.at();
    words_.take("in");
    words_.take("the");
    const auto count = words_.spelt_ordinal();
    const bool last = !count && words_.word() == "last";
    if (count || last) {
      words_.skip();
      const auto weekday = words_.weekday();
      const bool whole_week = words_.word() == "week", day = words_.word() == "day";
      if (weekday || whole_week || day) {
        words_.skip();
        if (words_.take_any({"of", "in"}))
          if (const auto period = read(); period && !period->week)
            return pick(*period, last ? 0 : *count, weekday, whole_week);
      }
    }
    words_.back(begin);
    return std::nullopt;
  }

  // The `nth` of the period's days of that name, the last for 0.
  SaidDay pick(const Period& period, int nth, std::optional<int> weekday, bool whole_week) const {
    SaidDay said;
    if (whole_week) said.until = kCloseOfBusiness;
    if (!base_) return said;
    if (!weekday && !whole_week) {
      said.day = nth == 0 ? period.last : period.first + nth - 1;
      return said;
    }
    const int named = weekday.value_or(kMonday);
    const std::int64_t first = period.first + (named - weekday_of(period.first) + 7) % 7;
    const std::int64_t last = period.last - (weekday_of(period.last) - named + 7) % 7;
    said.day = nth == 0 ? last : first + 7 * (nth - 1);
    if (whole_week) said.day = std::min(*said.day + kFriday, period.last);
    return said;
  }

  TimeWords& words_;
  const std::optional<Moment>& base_;
  Lead lead_;
  bool in_ = false;
};

}  // namespace

std::optional<SaidDay> read_period(TimeWords& words, const std::optional<Moment>& base, Lead lead) {
  return Reader(words, base, lead).run();
}

}  // namespace dsk
