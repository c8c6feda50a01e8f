#include "acts/time_days.hpp"

namespace dsk {
namespace {

class Reader {
 public:
  Reader(TimeWords& words, const std::optional<Moment>& base, Lead lead)
      : words_(words), base_(base), lead_(lead) {}

  // "EOD", "close of business on Thursday", "the end of tomorrow": a day, and the hour it ends at.
  std::optional<SaidDay> run() {
    const std::uint32_t begin = words_.at();
    words_.take("the");
    const bool opening = words_.take_any({"start of business", "opening of business"});
    const bool closing = !opening && (closes_day() || words_.take("end of"));
    if (!opening && !closing) {
      words_.back(begin);
      return closing_behind(several());
    }
    const bool end_of = words_.before() == "of";
    words_.take_any({"on", ","});
    std::optional<SaidDay> said = end_of ? day() : several();
    if (end_of && !said) {
      words_.back(begin);
      return closing_behind(several());
    }
    if (!said) said = counted(0);
    said->until = opening ? kStartOfBusiness : kCloseOfBusiness;
    return said;
  }

 private:
  bool closes_day() {
    return words_.take_any({"eod", "cob", "eob", "close of business", "end of business",
                            "close of play", "end of play", "end of the day", "end of day",
                            "end of the working day"});
  }

  // "Thursday EOD", "Thursday by close of business"; in "on Thursday, by EOD Friday" it is
  // Friday's.
  std::optional<SaidDay> closing_behind(std::optional<SaidDay> said) {
    if (!said || said->until) return said;
    const std::uint32_t after = words_.at();
    const bool bracket = words_.take("(");
    words_.take(",");
    words_.take_any({"by", "before", "at", "until"});
    words_.take("the");
    bool closes = closes_day() && (!bracket || words_.take(")"));
    if (closes) {
      const std::uint32_t behind = words_.at();
      words_.take_any({"on", "of"});
      closes = !several();
      words_.back(behind);
    }
    if (closes) said->until = kCloseOfBusiness;
    else words_.back(after);
    return said;
  }

  std::optional<SaidDay> several() {
    const std::uint32_t begin = words_.at();
    const bool between = words_.take("between");
    std::optional<SaidDay> said = one();
    const std::uint32_t after = words_.at();
    // "Monday or Tuesday", "between Monday and Wednesday": the later one is promised.
    const bool more = words_.take_any({"or", "to", "-"}) || (between && words_.take("and"));
    if (said && more) {
      if (const auto later = one()) return later;
      words_.back(after);
    }
    if (said && !between) return said;
    words_.back(begin);
    return std::nullopt;
  }

  std::optional<SaidDay> day() {
    if (auto said = from_today()) return said;
    return of_the_week();
  }

  std::optional<SaidDay> one() {
    if (auto said = from_today()) return said;
    if (auto said = weekend()) return said;
    if (auto said = read_period(words_, base_, lead_)) return said;
    if (auto said = read_calendar_day(words_, base_, lead_)) return said;
    return of_the_week();
  }

  SaidDay counted(std::int64_t days, std::optional<int> until = std::nullopt) const {
    SaidDay said;
    said.relative = true;
    said.until = until;
    if (base_) said.day = base_->day() + days;
    return said;
  }

  std::optional<SaidDay> from_today() {
    if (words_.take_any({"the day after tomorrow", "day after tomorrow"})) return dated(counted(2));
    const std::uint32_t begin = words_.at();
    const bool later = words_.take("later");
    if (words_.take("today")) return dated(counted(0));
    if (words_.take("this morning")) return counted(0, kNoon);
    if (words_.take("this afternoon")) return counted(0, kCloseOfBusiness);
    if (words_.take("this evening")) return counted(0, kEvening);
    if (later) words_.back(begin);
    if (words_.take("tonight")) return dated(counted(0, kEndOfDay));
    if (words_.take("tomorrow")) return dated(counted(1));
    if (words_.take("yesterday")) return dated(counted(-1));
    words_.take("the");
    if (words_.take_any({"next business day", "next working day"})) {
      SaidDay said = counted(0);
      if (base_) said.day = next_working_day(base_->day());
      return said;
    }
    words_.back(begin);
    return std::nullopt;
  }

  // "tomorrow, Thursday 6 March", "tomorrow on Thursday": the date says which day is meant.
  SaidDay dated(SaidDay said) {
    const std::uint32_t after = words_.at();
    const bool bracket = words_.take("(");
    const bool comma = !bracket && words_.take(",");
    // "We agreed yesterday on Friday" is another matter.
    if (!bracket && words_.before() != "yesterday") words_.take("on");
    const auto named = read_calendar_day(words_, base_, lead_);
    if (!named || !(named->day || named->clash)) {
      if (weekday_of_it(said, bracket, comma)) return said;
      words_.back(after);
      return said;
    }
    if (bracket) words_.take(")");
    SaidDay both = *named;
    both.until = said.until;
    if (said.day && both.day && *said.day != *both.day) {
      both.clash = true;
      both.day.reset();
    }
    return both;
  }

  // The weekday beside it: "tomorrow (Thursday)". In "today, Thursday or Friday" and "I am out
  // today, on Thursday I will ..." it is another day.
  bool weekday_of_it(SaidDay& said, bool bracket, bool comma) {
    const auto weekday = words_.weekday();
    if (!weekday) return false;
    words_.skip();
    if (bracket ? !words_.take(")") : !closes(comma)) return false;
    said.clash = said.day && weekday_of(*said.day) != *weekday;
    if (said.clash) said.named = day_of(*said.day);
    if (said.clash) said.day.reset();
    return true;
  }

  // Behind the weekday the matter goes on, or ends: "tomorrow, Thursday, at 10".
  bool closes(bool comma) {
    const std::uint32_t after = words_.at();
    const bool mark = words_.take(",");
    const bool row = words_.weekday() || words_.take_any({"or", "and", "to", "-", "'s"});
    const bool end = mark || words_.done() || words_.token()->kind == WordKind::punctuation;
    // "I am out tomorrow, Thursday at 10 I will ..."
    if (comma && words_.take("at") && !words_.done()) {
      words_.skip();
      words_.take_any({"am", "pm"});
      const bool ends = words_.done() || words_.token()->kind == WordKind::punctuation;
      words_.back(after);
      return ends;
    }
    const bool goes_on = words_.take_any({"at", "by", "before", "between", "from", "morning",
                                          "afternoon", "evening", "around", "night"});
    words_.back(after);
    return !row && (end || (goes_on && !comma));
  }

  // "By the weekend" is before it begins, "over the weekend" before it ends.
  std::optional<SaidDay> weekend() {
    const std::uint32_t begin = words_.at();
    words_.take_any({"the", "this", "over the"});
    const bool next = words_.take("next");
    words_.take("coming");
    if (!words_.take("weekend")) {
      words_.back(begin);
      return std::nullopt;
    }
    SaidDay said = counted(0);
    said.next = next;
    if (!base_) return said;
    const std::int64_t today = base_->day();
    const std::int64_t sunday = today + kSunday - weekday_of(today) + (next ? 7 : 0);
    said.first = sunday - 1;
    said.day = lead_ == Lead::by ? sunday - 2 : sunday;
    if (lead_ == Lead::by) said.until = kCloseOfBusiness;
    return said;
  }

  // "Friday", "next Friday", "last Friday", "Friday next week", "Monday week"
  std::optional<SaidDay> of_the_week() {
    const std::uint32_t begin = words_.at();
    words_.take_any({"this coming", "the coming"});
    const bool next = words_.take("next");
    const bool gone = !next && words_.take_any({"last", "the last", "this past", "the past"});
    if (!next && !gone) words_.take_any({"this", "coming"});
    const auto named = words_.weekday();
    if (!named) {
      words_.back(begin);
      return std::nullopt;
    }
    words_.skip();
    if (gone) return counted(base_ ? latest(base_->day(), *named) - base_->day() : 0);
    // "next Wednesday the 18th"
    const std::uint32_t after = words_.at();
    words_.take(",");
    if (next) {
      if (const auto date = read_calendar_day(words_, base_, lead_); date && date->day) {
        SaidDay said = *date;
        said.clash = weekday_of(*date->day) != *named;
        if (said.clash) said.day.reset();
        return said;
      }
    }
    words_.back(after);
    const bool next_week = words_.take_any({"next week", "of next week"});
    const bool week_later = !next_week && words_.take("week");
    SaidDay said = counted(0);
    said.next = next;
    if (!base_) return said;
    const std::int64_t today = base_->day();
    said.day = next || next_week ? today - weekday_of(today) + 7 + *named : coming(today, *named);
    if (!next && !next_week && words_.day_told) follows(*said.day, *words_.day_told, *named);
    if (week_later) *said.day += 7;
    return said;
  }

  // "I start on Monday, 14 December, and you have it on Tuesday": the Tuesday after. One that is
  // farther off, "... and I call you on Friday", may as well be before.
  static void follows(std::int64_t& day, std::int64_t told, int weekday) {
    const std::int64_t after = coming(told, weekday);
    const std::int64_t next = next_working_day(told);
    if (after > day && after <= next_working_day(next)) day = after;
  }

  // The last day of that name before today.
  static std::int64_t latest(std::int64_t today, int weekday) { return coming(today - 8, weekday); }

  TimeWords& words_;
  const std::optional<Moment>& base_;
  Lead lead_;
};

}  // namespace

std::optional<SaidDay> read_day(TimeWords& words, const std::optional<Moment>& base, Lead lead) {
  return Reader(words, base, lead).run();
}

std::int64_t coming(std::int64_t today, int weekday) {
  const int ahead = (weekday - weekday_of(today) + 7) % 7;
  return today + (ahead == 0 ? 7 : ahead);
}

std::int64_t next_working_day(std::int64_t day) {
  do ++day;
  while (weekday_of(day) > kFriday);
  return day;
}

}  // namespace dsk
