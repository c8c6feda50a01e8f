#include "acts/times.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace dsk {
namespace {

constexpr int kEndOfDay = 23 * 60 + 59;
constexpr int kCloseOfBusiness = 18 * 60;
constexpr int kNoon = 12 * 60;
constexpr int kFriday = 4;

template <std::size_t N>
std::optional<int> index_of(const std::array<std::string_view, N>& names, std::string_view word,
                            std::size_t least) {
  if (word.size() < least) return std::nullopt;
  for (std::size_t at = 0; at < N; ++at)
    if (word == names[at] || (word.size() <= 4 && names[at].substr(0, word.size()) == word))
      return static_cast<int>(at);
  return std::nullopt;
}

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 13> kNumbers = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

bool digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::uint64_t sign(std::string_view text) {
  std::uint64_t hash = kHashSeed;
  for (const char c : text) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

// One of these, or a number, stands in every expression of time.
constexpr std::array kSigns = {
    sign("today"), sign("tonight"), sign("tomorrow"), sign("yesterday"), sign("monday"),
    sign("tuesday"), sign("wednesday"), sign("thursday"), sign("friday"), sign("saturday"),
    sign("sunday"), sign("mon"), sign("tue"), sign("tues"), sign("wed"), sign("thu"),
    sign("thurs"), sign("fri"), sign("sat"), sign("sun"), sign("noon"), sign("midday"),
    sign("midnight"), sign("morning"), sign("afternoon"), sign("evening"), sign("minute"),
    sign("minutes"), sign("hour"), sign("hours"), sign("day"), sign("days"), sign("week"),
    sign("weeks"), sign("month"), sign("months"), sign("year"), sign("eod"), sign("cob"),
    sign("eob"), sign("eow"), sign("business"), sign("soon"), sign("shortly"), sign("asap"),
    sign("possible"), sign("course"), sign("once"), sign("end"), sign("point"), sign("bit"),
    sign("while"), sign("moment"), sign("future"), sign("clock"),
};

// "May", "Mar" and "Sun" are words as well: a short month or day has to be written with a capital.
struct Clock {
  int minutes = 0;
  bool half = false;  // "3": in the morning or in the afternoon?
  std::optional<Zone> zone;
};

class Finder {
 public:
  Finder(const Reading& reading, const std::optional<Moment>& base) : reading_(reading), base_(base) {
    words_.resize(reading.words.size());
  }

  std::vector<TimeExpression> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      const Sentence& sentence = reading_.sentences[s];
      // Most sentences tell no time, and looking closely costs a copy of each word.
      if (!may_tell(sentence)) continue;
      stop_ = sentence.last;
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        words_[at] = utf8::lower(reading_.of(reading_.words[at]));
        if (words_[at] == "o\u2019") words_[at] = "o'";
      }
      for (std::uint32_t at = sentence.first; at < sentence.last;) {
        at_ = at;
        TimeExpression found;
        found.first = at;
        found.sentence = s;
        if (expression(found)) {
          found.last = at_;
          at = std::max(at_, at + 1);
          found_.push_back(found);
        } else {
          ++at;
        }
      }
    }
    return std::move(found_);
  }

 private:
  // ---- words

  bool may_tell(const Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Word& word = reading_.words[at];
      // "14.11.2024" may have been taken for an identifier.
      if (word.kind == WordKind::number || word.kind == WordKind::inline_item) return true;
      if (word.kind == WordKind::word &&
          std::find(kSigns.begin(), kSigns.end(), word.hash) != kSigns.end())
        return true;
    }
    return false;
  }

  std::string_view word(std::uint32_t at) const {
    return at < stop_ ? std::string_view(words_[at]) : std::string_view();
  }
  bool next_is(std::string_view text) {
    if (word(at_) != text) return false;
    ++at_;
    return true;
  }
  template <class... Texts>
  bool next_in(Texts... texts) {
    return (next_is(texts) || ...);
  }
  bool sequence(std::initializer_list<std::string_view> texts) {
    std::uint32_t at = at_;
    for (const std::string_view text : texts)
      if (word(at++) != text) return false;
    at_ = at;
    return true;
  }

  std::optional<int> number(std::uint32_t at) const {
    const std::string_view text = word(at);
    if (text.empty()) return std::nullopt;
    if (std::all_of(text.begin(), text.end(), digit) && text.size() <= 4) return std::stoi(std::string(text));
    return index_of(kNumbers, text, 3) && text.size() > 2 ? exact_number(text) : std::nullopt;
  }
  static std::optional<int> exact_number(std::string_view text) {
    for (std::size_t at = 0; at < kNumbers.size(); ++at)
      if (kNumbers[at] == text) return static_cast<int>(at);
    return std::nullopt;
  }
  // "14", "14th", "1st"
  std::optional<int> ordinal(std::uint32_t at) const {
    std::string_view text = word(at);
    std::size_t digits = 0;
    while (digits < text.size() && digit(text[digits])) ++digits;
    if (digits == 0 || digits > 2) return std::nullopt;
    const std::string_view rest = text.substr(digits);
    if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") return std::nullopt;
    const int value = std::stoi(std::string(text.substr(0, digits)));
    return value >= 1 && value <= 31 ? std::optional(value) : std::nullopt;
  }
  bool capital(std::uint32_t at) const {
    return at < stop_ && reading_.words[at].letter_case != LetterCase::lower;
  }
  std::optional<int> weekday(std::uint32_t at) const {
    const std::string_view text = word(at);
    if (text.size() < 6 && !capital(at)) return std::nullopt;
    if (text == "tues") return 1;
    if (text == "thurs") return 3;
    return index_of(kWeekdays, text, 3);
  }
  std::optional<int> month(std::uint32_t at) const {
    const std::string_view text = word(at);
    if ((text.size() <= 4 || text == "march") && !capital(at)) return std::nullopt;
    if (text == "sept") return 8;
    const auto found = index_of(kMonths, text, 3);
    return found;
  }
  void skip_comma() {
    if (word(at_) == "," || word(at_) == ".") ++at_;
  }

  // ---- what is said

  bool expression(TimeExpression& out) {
    if (vague(out)) return true;
    if (depends(out)) return true;
    const std::uint32_t begin = at_;
    preposition();
    if (span_of_time(out)) return true;
    out.first = at_;
    std::optional<Clock> clock;
    const bool led = at_ > begin;
    std::optional<std::int64_t> day;
    std::optional<int> part;
    if (end_of(out, day, part)) {
      settle(out, day, part, std::nullopt);
      return true;
    }
    if (day_of_expression(out, day, part)) {
      // "tomorrow at 3 pm", "Friday, 10:00", "Friday by noon"
      const std::uint32_t after_day = at_;
      if (word(at_) == "," ) ++at_;
      preposition();
      clock = read_clock(at_ > after_day);
      if (!clock && !part) {
        at_ = after_day;
        next_is("in"), next_is("the");
        part = part_of_day();
      }
      if (!clock && !part) at_ = after_day;
      settle(out, day, part, clock);
      return true;
    }
    clock = read_clock(led);
    if (!clock) return fail(begin);
    // "3 pm tomorrow", "noon on Friday", "10 on 14 May"
    const std::uint32_t after_clock = at_;
    preposition();
    if (!day_of_expression(out, day, part)) {
      at_ = after_clock;
      // A bare number with no day is a number.
      if (clock->half && !clock_led(begin)) return fail(begin);
    }
    settle(out, day, std::nullopt, clock);
    return true;
  }

  bool clock_led(std::uint32_t begin) const {
    const std::string_view lead = word(begin);
    return lead == "at" || lead == "by" || lead == "before" || lead == "until" || lead == "around";
  }

  void preposition() {
    for (int i = 0; i < 3; ++i)
      if (!next_in("by", "before", "until", "till", "at", "on", "around", "about", "from", "no", "later",
                   "than", "latest", "this time"))
        return;
  }

  bool vague(TimeExpression& out) {
    if (sequence({"as", "soon", "as", "possible"}) || sequence({"as", "soon", "as", "we", "can"}) ||
        sequence({"as", "soon", "as", "i", "can"}) || sequence({"in", "due", "course"}) ||
        sequence({"at", "some", "point"}) || sequence({"in", "the", "near", "future"}) ||
        sequence({"in", "a", "while"}) || sequence({"in", "a", "bit"}) ||
        sequence({"in", "the", "coming", "days"}) || sequence({"over", "the", "coming", "days"}) ||
        sequence({"in", "the", "next", "few", "days"}) || sequence({"in", "the", "next", "days"}) ||
        sequence({"in", "a", "few", "days"}) || sequence({"within", "a", "few", "days"}) ||
        sequence({"in", "a", "few", "hours"}) || sequence({"in", "a", "few", "minutes"}) ||
        sequence({"within", "the", "next", "few", "days"}) || sequence({"in", "a", "moment"}) ||
        next_in("shortly", "asap", "soon")) {
      out.vague = true;
      return true;
    }
    return false;
  }

  // "once the part arrives", "as soon as I hear": no day, but a condition.
  bool depends(TimeExpression& out) {
    if (sequence({"as", "soon", "as"}) || next_in("once", "when", "after", "until") ) {
      const std::string_view next = word(at_);
      const bool clause = next == "i" || next == "we" || next == "you" || next == "it" || next == "they" ||
                          next == "the" || next == "he" || next == "she" || next == "that" || next == "this" ||
                          next == "your" || next == "my" || next == "our";
      if (clause && !weekday(at_ + 1) && !ordinal(at_ + 1) && word(at_ + 1) != "end") {
        out.depends = true;
        return true;
      }
      at_ = out.first;
    }
    return false;
  }

  // "within two hours", "in half an hour", "in 2-3 days", "in the next 24 hours", "a day or two"
  bool span_of_time(TimeExpression& out) {
    const std::uint32_t begin = at_;
    const bool led = next_in("within", "in") || sequence({"over"});
    next_is("the");
    next_in("next", "coming");
    next_in("about", "around", "approximately", "roughly") || sequence({"less", "than"}) || sequence({"at", "most"});
    std::optional<int> count;
    bool half = false;
    if (sequence({"half", "an"}) || sequence({"half", "a"})) {
      half = true;
      count = 1;
    } else if (sequence({"a", "couple", "of"})) {
      count = 2;
    } else if (next_in("a", "an")) {
      count = 1;
    } else if (word(at_).find('-') != std::string_view::npos) {
      // "2-3 days": the later one is promised.
      const std::string_view range = word(at_);
      const std::string_view later = range.substr(range.find('-') + 1);
      if (!later.empty() && later.size() < 4 && std::all_of(later.begin(), later.end(), digit)) {
        count = std::stoi(std::string(later));
        ++at_;
      }
    } else if ((count = number(at_))) {
      ++at_;
      if (next_in("to", "or") && number(at_)) count = number(at_++);
    }
    if (!count || !led) return fail(begin);
    const bool business = next_in("business", "working");
    const std::string_view unit = word(at_);
    const bool minutes = unit == "minute" || unit == "minutes" || unit == "min" || unit == "mins";
    const bool hours = unit == "hour" || unit == "hours" || unit == "hrs" || unit == "h";
    const bool days = unit == "day" || unit == "days";
    const bool weeks = unit == "week" || unit == "weeks";
    const bool months = unit == "month" || unit == "months";
    if (!minutes && !hours && !days && !weeks && !months) return fail(begin);
    ++at_;
    if (days && sequence({"or", "two"})) count = 2;
    out.relative = true;
    if (!base_) return true;
    if (minutes || hours) {
      const int size = *count * (hours ? 60 : 1) * 60;
      out.due = Moment{base_->utc + (half ? size / 2 : size), base_->zone};
      out.has_clock = true;
      return true;
    }
    std::int64_t day = base_->day();
    if (business) {
      for (int left = *count; left > 0;) {
        ++day;
        if (weekday_of(day) <= kFriday) --left;
      }
    } else if (months) {
      Day date = day_of(day);
      const int all = date.month - 1 + *count;
      date.year += all / 12;
      date.month = all % 12 + 1;
      date.day = std::min(date.day, days_in_month(date.year, date.month));
      day = day_number(date);
    } else {
      day += *count * (weeks ? 7 : 1);
    }
    at(out, day, kEndOfDay, base_->zone);
    return true;
  }

  bool fail(std::uint32_t begin) {
    at_ = begin;
    return false;
  }

  // "the end of next week", "eod", "close of business tomorrow"
  bool end_of(TimeExpression& out, std::optional<std::int64_t>& day, std::optional<int>& part) {
    const std::uint32_t begin = at_;
    next_is("the");
    out.relative = true;
    const std::int64_t today = base_ ? base_->day() : 0;
    const std::int64_t monday = today - weekday_of(today);
    if (next_in("eod", "cob", "eob") || sequence({"close", "of", "business"}) ||
        sequence({"end", "of", "business"}) || sequence({"end", "of", "day"}) ||
        sequence({"end", "of", "the", "day"}) || sequence({"close", "of", "play"})) {
      std::optional<int> none;
      next_is("on");
      if (!day_of_expression(out, day, none) && base_) day = today;
      part = kCloseOfBusiness;
      return true;
    }
    if (next_is("eow")) {
      if (base_) day = monday + kFriday;
      part = kCloseOfBusiness;
      return true;
    }
    if (sequence({"end", "of"})) {
      next_in("the", "this");
      const bool next = next_is("next");
      if (next_in("today")) {
        if (base_) day = today;
      } else if (next_in("tomorrow")) {
        if (base_) day = today + 1;
      } else if (next_is("week")) {
        if (base_) day = monday + kFriday + (next ? 7 : 0);
      } else if (next_is("month")) {
        if (base_) day = end_of_month(today, next ? 1 : 0);
      } else if (next_is("year")) {
        if (base_) day = day_number({day_of(today).year + (next ? 1 : 0), 12, 31});
      } else if (const auto named = month(at_)) {
        ++at_;
        out.relative = false;
        if (base_) {
          Day date = day_of(today);
          if (*named + 1 < date.month) ++date.year;
          day = day_number({date.year, *named + 1, days_in_month(date.year, *named + 1)});
        }
      } else if (const auto week_day = weekday(at_)) {
        ++at_;
        if (base_) day = coming(*week_day);
      } else {
        out.relative = false;
        return fail(begin);
      }
      part = kCloseOfBusiness;
      return true;
    }
    if (sequence({"next", "week"}) || sequence({"this", "week"}) || sequence({"next", "month"}) ||
        sequence({"this", "month"})) {
      const bool next = word(at_ - 2) == "next";
      // "Tuesday next week" is read from its day; here the week is all there is.
      if (word(at_ - 1) == "week") {
        if (base_) day = monday + kFriday + (next ? 7 : 0);
      } else if (base_) {
        day = end_of_month(today, next ? 1 : 0);
      }
      part = kCloseOfBusiness;
      return true;
    }
    out.relative = false;
    return fail(begin);
  }

  static std::int64_t end_of_month(std::int64_t today, int more) {
    Day date = day_of(today);
    const int all = date.month - 1 + more;
    date.year += all / 12;
    date.month = all % 12 + 1;
    return day_number({date.year, date.month, days_in_month(date.year, date.month)});
  }

  // The next day of that name after today.
  std::int64_t coming(int week_day) const {
    const std::int64_t today = base_->day();
    const int ahead = (week_day - weekday_of(today) + 7) % 7;
    return today + (ahead == 0 ? 7 : ahead);
  }

  // A day: named by the calendar, the week, or from today.
  bool day_of_expression(TimeExpression& out, std::optional<std::int64_t>& day,
                         std::optional<int>& part) {
    const std::uint32_t begin = at_;
    if (sequence({"the", "day", "after", "tomorrow"}) || sequence({"day", "after", "tomorrow"})) {
      out.relative = true;
      if (base_) day = base_->day() + 2;
      return true;
    }
    if (next_in("today", "tonight", "tomorrow", "yesterday")) {
      const std::string_view said = word(at_ - 1);
      out.relative = true;
      if (base_) day = base_->day() + (said == "tomorrow" ? 1 : said == "yesterday" ? -1 : 0);
      if (said == "tonight") part = kEndOfDay;
      // "tomorrow, Thursday 6 March": the date says which day is meant.
      const std::uint32_t after = at_;
      skip_comma();
      if (word(at_) == "(") ++at_;
      TimeExpression dated;
      std::optional<std::int64_t> named;
      if (calendar_day(dated, named) && named) {
        out.relative = false;
        out.dated = true;
        out.day = dated.day;
        out.clash = dated.clash || (base_ && day && *day != *named);
        out.no_such_day = dated.no_such_day;
        day = named;
        if (word(at_) == ")") ++at_;
      } else {
        at_ = after;
      }
      return true;
    }
    if (word(at_) == "this") {
      const std::string_view next = word(at_ + 1);
      if (next == "morning" || next == "afternoon" || next == "evening") {
        ++at_;
        out.relative = true;
        if (base_) day = base_->day();
        part = part_of_day();
        return true;
      }
    }
    if (calendar_day(out, day)) return true;
    const bool next = next_is("next");
    if (!next) next_in("this", "coming");
    const auto named = weekday(at_);
    if (!named) return fail(begin);
    ++at_;
    if (base_) day = coming(*named);
    // "next Friday" is Friday of next week, as "Friday next week" is.
    const bool next_week = sequence({"next", "week"}) || sequence({"of", "next", "week"});
    if (base_ && (next || next_week)) {
      const std::int64_t today = base_->day();
      day = today - weekday_of(today) + 7 + *named;
    }
    out.next = next;
    out.relative = true;
    return true;
  }

  // "Friday, 14 May 2026", "May 14th", "2026-05-14", "14.05.2026", "03/04/2025", "the 14th"
  bool calendar_day(TimeExpression& out, std::optional<std::int64_t>& day) {
    const std::uint32_t begin = at_;
    const auto named = weekday(at_);
    if (named) {
      ++at_;
      skip_comma();
      next_is("the");
    }
    Day date;
    bool year_given = false, date_only = false;
    if (written_day(date, year_given, out)) {
    } else if (const auto first = ordinal(at_); first && !named && word(at_).size() > 2 &&
                                                 at_ > begin_of_sentence() && word(at_ - 1) == "the" &&
                                                 !digit(word(at_).back()) && !month(at_ + 1)) {
      date.day = *first;
      ++at_;
      date_only = true;
    } else if (next_is("the")) {
      const auto of_month = ordinal(at_);
      if (!of_month || digit(word(at_).back()) || month(at_ + 1) || word(at_ + 1) == "of") {
        // "the 14th of May"
        if (!written_day(date, year_given, out)) return fail(begin);
      } else {
        date.day = *of_month;
        ++at_;
        date_only = true;
      }
    } else {
      return fail(begin);
    }
    out.dated = true;
    if (date_only) {
      if (!base_) return true;
      Day now = day_of(base_->day());
      date.year = now.year;
      date.month = now.month;
      for (int tries = 0; tries < 12 && (!exists(date) || day_number(date) <= base_->day()); ++tries) {
        if (++date.month > 12) date.month = 1, ++date.year;
      }
    } else if (!year_given) {
      if (!base_) {
        // 30 February exists in no year; 29 February does in some.
        out.no_such_day = date.month < 1 || date.month > 12 || date.day > (date.month == 2 ? 29 : days_in_month(2025, date.month));
        return true;
      }
      nearest_year(date);
    }
    out.day = date;
    if (!exists(date)) {
      out.no_such_day = true;
      return true;
    }
    day = day_number(date);
    out.clash = named && weekday_of(*day) != *named && !out.two_ways;
    return true;
  }

  std::uint32_t begin_of_sentence() const {
    std::uint32_t begin = 0;
    for (const Sentence& one : reading_.sentences)
      if (one.first <= at_) begin = one.first;
    return begin;
  }

  // Without a year the date nearest to today is meant, and of the past only the last weeks.
  void nearest_year(Day& date) const {
    const Day now = day_of(base_->day());
    date.year = now.year;
    if (!exists(date)) return;
    const std::int64_t gap = day_number(date) - base_->day();
    if (gap < -90) ++date.year;
    else if (gap > 275) --date.year;
  }

  bool year(Day& date) {
    const auto value = number(at_);
    if (!value || *value < 1990 || *value > 2100 || word(at_).size() != 4) return false;
    date.year = *value;
    ++at_;
    return true;
  }

  bool written_day(Day& date, bool& year_given, TimeExpression& out) {
    const std::uint32_t begin = at_;
    if (const auto first = ordinal(at_)) {
      ++at_;
      next_is("of");
      if (const auto named = month(at_)) {
        ++at_;
        date.day = *first;
        date.month = *named + 1;
        const std::uint32_t after = at_;
        skip_comma();
        year_given = year(date);
        if (!year_given) at_ = after;
        return true;
      }
      at_ = begin;
    }
    if (const auto named = month(at_)) {
      ++at_;
      if (word(at_) == "." && at_ + 1 < stop_) ++at_;
      next_is("the");
      if (const auto of_month = ordinal(at_)) {
        ++at_;
        date.day = *of_month;
        date.month = *named + 1;
        const std::uint32_t after = at_;
        skip_comma();
        year_given = year(date);
        if (!year_given) at_ = after;
        return true;
      }
      at_ = begin;
    }
    return figures(date, year_given, out);
  }

  // 2026-05-14, 14.05.2026, 14/05/2026, 5/14/2026; 03/04/2025 could be either.
  bool figures(Day& date, bool& year_given, TimeExpression& out) {
    const std::string_view text = word(at_);
    std::array<int, 3> parts{};
    std::size_t count = 0;
    char mark = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && digit(text[end])) ++end;
      if (end == at || end - at > 4 || count == 3) return false;
      parts[count++] = std::stoi(std::string(text.substr(at, end - at)));
      if (end == text.size()) break;
      if (mark != 0 && text[end] != mark) return false;
      mark = text[end];
      at = end + 1;
    }
    if (count != 3 || (mark != '-' && mark != '.' && mark != '/')) return false;
    if (mark == '-' && parts[0] >= 1000) {
      date = {parts[0], parts[1], parts[2]};
    } else if (parts[2] >= 1000 || (mark == '/' && parts[2] < 100)) {
      date.year = parts[2] < 100 ? parts[2] + 2000 : parts[2];
      const bool month_first = mark == '/' && parts[0] <= 12 && parts[1] > 12;
      date.month = month_first ? parts[0] : parts[1];
      date.day = month_first ? parts[1] : parts[0];
      out.two_ways = mark == '/' && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1];
    } else {
      return false;
    }
    year_given = true;
    ++at_;
    return true;
  }

  std::optional<int> part_of_day() {
    if (next_is("morning")) return kNoon;
    if (next_is("afternoon")) return kCloseOfBusiness;
    if (next_is("evening")) return 22 * 60;
    if (next_is("night")) return kEndOfDay;
    return std::nullopt;
  }

  // "noon", "3 pm", "15:00", "3.30 pm", "3 o'clock", "between 9 and 11", after "at" or "by" also "3".
  std::optional<Clock> read_clock(bool led) {
    const std::uint32_t begin = at_;
    Clock clock;
    if (next_in("noon", "midday") || sequence({"12", "noon"})) {
      clock.minutes = kNoon;
      clock.zone = read_zone();
      return clock;
    }
    if (next_is("midnight")) {
      clock.minutes = 24 * 60;
      clock.zone = read_zone();
      return clock;
    }
    if (next_is("between")) {
      const auto first = read_clock(true);
      if (!first || !next_is("and")) {
        at_ = begin;
        return std::nullopt;
      }
      led = true;
    }
    std::string_view text = word(at_);
    if (text.find('-') != std::string_view::npos) text = text.substr(text.find('-') + 1);  // "9-11 am"
    int hour = 0, minute = 0;
    std::size_t at = 0;
    while (at < text.size() && digit(text[at]) && at < 2) hour = hour * 10 + (text[at++] - '0');
    if (at == 0) {
      at_ = begin;
      return std::nullopt;
    }
    bool minutes = false;
    if (at + 2 < text.size() && (text[at] == ':' || text[at] == '.') && digit(text[at + 1]) && digit(text[at + 2])) {
      minute = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
      minutes = text[at] == ':';
      at += 3;
    }
    std::string_view suffix = text.substr(at);
    ++at_;
    if (suffix.empty()) {
      const std::string_view after = word(at_);
      if (after == "am" || after == "pm" || after == "h") {
        suffix = after;
        ++at_;
      } else if (after == "o'" && word(at_ + 1) == "clock") {
        suffix = "o'clock";
        at_ += 2;
      } else if ((after == "a" || after == "p") && word(at_ + 1) == "." && word(at_ + 2) == "m") {
        suffix = after == "a" ? "am" : "pm";
        at_ += 3;
        if (word(at_) == "." && at_ + 1 < stop_) ++at_;
      }
    }
    const bool twelve = suffix == "am" || suffix == "pm";
    if (!suffix.empty() && !twelve && suffix != "h" && suffix != "o'clock") hour = 99;
    if (hour > 24 || minute > 59 || (twelve && hour > 12) || (!minutes && suffix.empty() && !led)) {
      at_ = begin;
      return std::nullopt;
    }
    // "at 15 Baker Street", "by 3 people"
    if (suffix.empty() && !minutes && !ends_clock()) {
      at_ = begin;
      return std::nullopt;
    }
    clock.half = !twelve && !minutes && suffix != "h" && hour <= 12;
    if (twelve) hour = hour % 12 + (suffix == "pm" ? 12 : 0);
    else if (clock.half && hour >= 1 && hour <= 7) hour += 12;  // of a working day
    clock.minutes = hour * 60 + minute;
    clock.zone = read_zone();
    if (clock.zone) clock.half = clock.half && hour <= 12;
    return clock;
  }

  // After a bare hour: the end, a mark, a day or a zone.
  bool ends_clock() const {
    if (at_ >= stop_) return true;
    const Word& next = reading_.words[at_];
    if (next.kind == WordKind::punctuation) return next.mark != '%' && next.mark != '/';
    const std::string_view text = word(at_);
    return text == "tomorrow" || text == "today" || text == "on" || text == "and" || text == "this" || text == "or" ||
           text == "in" || text == "sharp" || text == "to" || text == "with" || text == "so" || text == "if" || text == "at" ||
           weekday(at_) || zone_named(text);
  }

  std::optional<Zone> read_zone() {
    if (at_ >= stop_ || reading_.words[at_].letter_case != LetterCase::upper) return std::nullopt;
    const auto zone = zone_named(word(at_));
    if (zone) ++at_;
    return zone;
  }

  // ---- what it comes to

  void settle(TimeExpression& out, std::optional<std::int64_t> day, std::optional<int> part,
              const std::optional<Clock>& clock) {
    out.has_clock = clock.has_value();
    out.half_clock = clock && clock->half;
    out.has_zone = clock && clock->zone.has_value();
    if (out.no_such_day) return;
    if (!day && !base_) return;
    Zone zone = base_ ? base_->zone : Zone{};
    if (clock && clock->zone) zone = *clock->zone;
    if (!day && clock) {
      // A time alone: today, or tomorrow where it is over.
      out.relative = true;
      const Moment there{base_->utc, zone};
      day = there.day();
      if (utc_of(zone, *day, clock->minutes) <= base_->utc) ++*day;
    }
    if (!day) return;
    if (!base_ && !clock) zone = Zone{};
    at(out, *day, clock ? clock->minutes : part.value_or(kEndOfDay), zone);
  }

  static void at(TimeExpression& out, std::int64_t day, int minutes, Zone zone) {
    out.due = Moment{utc_of(zone, day + minutes / (24 * 60), minutes % (24 * 60)), zone};
    out.day = day_of(day);
  }

  const Reading& reading_;
  const std::optional<Moment>& base_;
  std::vector<std::string> words_;
  std::vector<TimeExpression> found_;
  std::uint32_t at_ = 0;
  std::uint32_t stop_ = 0;
};

}  // namespace

std::vector<TimeExpression> find_times(const Reading& reading, const std::optional<Moment>& base) {
  return Finder(reading, base).run();
}

}  // namespace dsk
