#include "acts/times.hpp"

#include <algorithm>
#include <array>

#include "acts/time_clock.hpp"
#include "acts/time_days.hpp"
#include "acts/time_spans.hpp"
#include "acts/time_words.hpp"

namespace dsk {
namespace {

constexpr auto kVague = std::to_array<TimePhrase>({
    "as soon as possible",
    "as soon as we can",
    "as soon as i can",
    "in due course",
    "at some point",
    "in the near future",
    "in the new year",
    "in a while",
    "in a bit",
    "in a moment",
    "after lunch",
    "overnight",
    "shortly",
    "asap",
    "soon",
});
// "in a few days", "over the coming days", "within the next several weeks"
constexpr auto kVagueCount =
    std::to_array<TimePhrase>({"a few", "few", "several", "some", "the next few",
                               "the next several", "the coming", "the next", "the following"});
constexpr auto kUnits = std::to_array<TimePhrase>({"minutes", "hours", "days", "weeks", "months"});
// A clause begins: "once the part arrives".
constexpr auto kClause = std::to_array<std::string_view>(
    {"i", "we", "you", "it", "they", "the", "he", "she", "that", "this", "your", "my", "our"});

class Finder {
 public:
  Finder(const Reading& reading, const std::optional<Moment>& base,
         const lexicon::Language& language)
      : reading_(reading), base_(base), words_(reading, language) {}

  std::vector<TimeExpression> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      if (!words_.enter(s)) continue;
      for (words_.to_candidate(); !words_.done(); words_.to_candidate()) {
        TimeExpression found;
        found.sentence = s;
        found.first = words_.at();
        const std::uint32_t begin = found.first;
        if (expression(found)) {
          found.lead = found.first - begin;
          found.last = words_.at();
          found_.push_back(found);
        } else {
          words_.skip();
        }
      }
    }
    return std::move(found_);
  }

 private:
  bool expression(TimeExpression& out) {
    const bool of_matter = words_.before_is("other-matter");
    if (vague(out) || depends(out)) return true;
    const std::uint32_t begin = words_.at();
    const Lead lead = preposition();
    if (span(out)) return true;
    out.first = words_.at();
    const bool first_thing = words_.take("first thing");
    if (first_thing) words_.take("on");
    if (first_thing && words_.take("in the morning")) {
      SaidDay tomorrow;
      tomorrow.relative = true;
      if (base_) tomorrow.day = base_->day() + 1;
      return settle(out, tomorrow, DayPart::morning, std::nullopt, lead, kFirstThing);
    }
    if (auto day = read_day(words_, base_, lead)) {
      // "tomorrow at 3 pm", "Friday, 10:00", "Friday by noon", "tomorrow morning"
      const std::uint32_t after = words_.at();
      DayPart part = read_day_part(words_);
      const std::uint32_t after_part = words_.at();
      words_.take(",");
      const bool thing = words_.take("first thing") || first_thing;
      const Lead clock_lead = preposition();
      const auto clock = read_clock(words_, clock_lead >= Lead::at);
      if (!clock) words_.back(after_part);
      if (clock && part == DayPart::whole) part = read_day_part(words_);
      if (!clock && part == DayPart::whole) {
        words_.back(after);
        words_.take(",");
        if (thing) words_.take("first thing");
        else words_.back(after);
      }
      if (day->dated && base_ && day->day > base_->day() && !of_matter) words_.day_told = day->day;
      return settle(out, *day, part, clock, lead, thing ? kFirstThing : 0);
    }
    const auto clock = read_clock(words_, lead >= Lead::at);
    if (!clock) return words_.back(begin);
    // "3 pm tomorrow", "noon on Friday", "7 in the evening"
    DayPart part = read_day_part(words_);
    const std::uint32_t after = words_.at();
    words_.take(",");
    preposition();
    const auto day = read_day(words_, base_, Lead::other);
    if (!day) words_.back(after);
    else if (part == DayPart::whole) part = read_day_part(words_);
    return settle(out, day, part, clock, Lead::other, 0);
  }

  Lead preposition() {
    Lead lead = Lead::none;
    for (int count = 0; count < 3; ++count) {
      if (till_of_a_shop()) break;
      if (words_.take_any({"by", "until", "till", "no later than", "at the latest by"}))
        lead = Lead::by;
      else if (words_.take_any({"before", "ahead of"})) lead = Lead::before;
      else if (words_.take_any({"at", "around", "about", "from", "at around", "at about"}))
        lead = std::max(lead, Lead::at);
      else if (words_.take_any({"on", "later", "latest", "this time"}))
        lead = std::max(lead, Lead::other);
      else break;
    }
    return lead;
  }

  // "on Till 1", "at the till"
  bool till_of_a_shop() const {
    if (words_.word() != "till" || words_.before().empty()) return false;
    constexpr auto kBefore = std::to_array<std::string_view>(
        {"a", "the", "my", "our", "your", "their", "each", "this", "that", "on", "at", "of", "to",
         "with", "about", "near", "beside", "behind", "for", "from"});
    return words_.token()->letter_case == LetterCase::title ||
           std::find(kBefore.begin(), kBefore.end(), words_.before()) != kBefore.end();
  }

  bool vague(TimeExpression& out) {
    for (const TimePhrase phrase : kVague)
      if (words_.take(phrase)) return out.vague = true;
    const std::uint32_t begin = words_.at();
    if (!words_.take_any({"in", "within", "over"})) return false;
    for (const TimePhrase count : kVagueCount) {
      const std::uint32_t after = words_.at();
      if (!words_.take(count)) continue;
      words_.take_any({"business", "working"});
      for (const TimePhrase unit : kUnits)
        if (words_.take(unit)) return out.vague = true;
      words_.back(after);
    }
    return words_.back(begin);
  }

  // "once the part arrives", "as soon as I hear": no day, but a condition. "Look after it" is none.
  bool depends(TimeExpression& out) {
    const std::uint32_t begin = words_.at();
    if (words_.word() == "after" && words_.before_is("goes-with-after") &&
        !words_.before_is("an", 2))
      return false;
    if (words_.take_any({"as soon as", "once", "when", "after", "until"})) {
      const std::string_view next = words_.word();
      const bool clause = std::find(kClause.begin(), kClause.end(), next) != kClause.end();
      if (clause && !words_.weekday(1) && !words_.ordinal(1) && words_.word(1) != "end")
        return out.depends = true;
    }
    return words_.back(begin);
  }

  bool span(TimeExpression& out) {
    const auto said = read_span(words_, base_);
    if (!said) return false;
    out.relative = true;
    out.has_clock = said->to_the_minute;
    if (said->due) out.due = said->due;
    else if (said->day) at(out, *said->day, kEndOfDay, base_->zone);
    return true;
  }

  // What it comes to: the latest moment the words allow.
  bool settle(TimeExpression& out, const std::optional<SaidDay>& said, DayPart part,
              const std::optional<ClockTime>& clock, Lead lead, int first_thing) {
    out.has_clock = clock.has_value();
    // "4.30 this afternoon" and "tonight at eight" tell which half of the day it is.
    const bool half_told = said && said->relative && said->until && !said->first;
    out.half_clock = clock && clock->half && part == DayPart::whole && !half_told;
    out.has_zone = clock && clock->zone.has_value();
    if (said) {
      out.relative = said->relative;
      out.next = said->next;
      out.dated = said->dated;
      out.with_year = said->with_year;
      out.two_ways = said->two_ways;
      out.no_such_day = said->no_such_day;
      out.clash = said->clash;
      out.day = said->named;
    }
    out.unknown_zone = clock && clock->unknown_zone;
    if (out.no_such_day || out.clash || out.unknown_zone) return true;
    Zone zone = base_ ? base_->zone : Zone{};
    if (clock && clock->zone) zone = *clock->zone;
    if (!said && base_) {
      // A time alone: today, or tomorrow where it is over.
      out.relative = out.dayless = true;
      std::int64_t day = Moment{base_->utc, zone}.day();
      if (utc_of(zone, day, clock->minutes(part)) <= base_->utc) ++day;
      at(out, day, clock->minutes(part), zone);
    } else if (said && said->day) {
      // "tonight at eight" is of the evening, too.
      const bool evening = part == DayPart::whole && said->until &&
                           *said->until >= kCloseOfBusiness && said->relative && !said->first;
      if (clock) at(out, *said->day, clock->minutes(evening ? DayPart::evening : part), zone);
      else if (lead == Lead::before && part == DayPart::whole && (said->first || !said->until))
        day_before(out, *said, zone);
      else if (first_thing != 0) at(out, *said->day, first_thing, zone);
      else if (part != DayPart::whole) at(out, *said->day, end_of(part), zone);
      else at(out, *said->day, said->until.value_or(kEndOfDay), zone);
    }
    return true;
  }

  // "Before Friday" is on Thursday, and "before next week" on the Friday that ends this one.
  void day_before(TimeExpression& out, const SaidDay& said, Zone zone) const {
    std::int64_t day = said.first.value_or(*said.day) - 1;
    while (said.first && weekday_of(day) > kFriday) --day;
    at(out, day, said.first ? kCloseOfBusiness : kEndOfDay, zone);
  }

  void at(TimeExpression& out, std::int64_t day, int minutes, Zone zone) const {
    out.past = base_ && day < base_->day();
    out.due = Moment{utc_of(zone, day + minutes / (24 * 60), minutes % (24 * 60)), zone};
    out.day = day_of(day);
  }

  const Reading& reading_;
  const std::optional<Moment>& base_;
  TimeWords words_;
  std::vector<TimeExpression> found_;
};

}  // namespace

std::string_view told_as(const TimeExpression& time) {
  if (time.due) return time.two_ways ? "two-ways" : "due";
  if (time.vague) return "vague";
  if (time.depends) return "condition";
  if (time.no_such_day) return "no-such-day";
  if (time.clash) return "disagrees";
  return time.unknown_zone ? "unknown-zone" : "undated";
}

std::vector<TimeExpression> find_times(const Reading& reading, const std::optional<Moment>& base,
                                       const lexicon::Language& language) {
  return Finder(reading, base, language).run();
}

}  // namespace dsk
