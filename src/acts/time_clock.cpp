#include "acts/time_clock.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ascii.hpp"

namespace dsk {
namespace {

constexpr int kLastAfternoonHour = 7;

struct Spelt {
  TimePhrase phrase;
  int hour;
};
constexpr auto kSpelt = std::to_array<Spelt>({
    {"12 noon", 12}, {"noon", 12}, {"midday", 12}, {"midnight", 24},
});
// Only after "by" and the like: "lunch" alone is a meal.
constexpr auto kSpeltLed = std::to_array<Spelt>({
    {"lunchtime", 12}, {"lunch", 12}, {"start of business", 9}, {"opening time", 9},
});

struct Region {
  std::string_view word, zone;
};
constexpr auto kRegions = std::to_array<Region>(
    {{"pacific", "pt"}, {"mountain", "mt"}, {"central", "ct"}, {"eastern", "et"}});
// "London time": only where no other summer time than these zones' has to be known.
constexpr auto kPlaces = std::to_array<Region>({
    {"amsterdam", "cet"},  {"athens", "eet"},        {"atlanta", "et"},
    {"bangalore", "ist"},  {"barcelona", "cet"},     {"bengaluru", "ist"},
    {"berlin", "cet"},     {"boston", "et"},         {"brisbane", "aest"},
    {"british", "bst"},    {"brussels", "cet"},      {"budapest", "cet"},
    {"chennai", "ist"},    {"chicago", "ct"},        {"copenhagen", "cet"},
    {"dallas", "ct"},      {"delhi", "ist"},         {"denver", "mt"},
    {"dubai", "gst"},      {"dublin", "bst"},        {"frankfurt", "cet"},
    {"french", "cet"},     {"geneva", "cet"},        {"german", "cet"},
    {"hamburg", "cet"},    {"hawaii", "hst"},        {"helsinki", "eet"},
    {"hong kong", "hkt"},  {"houston", "ct"},        {"india", "ist"},
    {"indian", "ist"},     {"irish", "bst"},         {"italian", "cet"},
    {"japan", "jst"},      {"johannesburg", "sast"}, {"karachi", "pkt"},
    {"korea", "kst"},      {"lisbon", "wet"},        {"london", "bst"},
    {"los angeles", "pt"}, {"madrid", "cet"},        {"miami", "et"},
    {"milan", "cet"},      {"montreal", "et"},       {"moscow", "msk"},
    {"mumbai", "ist"},     {"munich", "cet"},        {"new york", "et"},
    {"oslo", "cet"},       {"paris", "cet"},         {"perth", "awst"},
    {"prague", "cet"},     {"rome", "cet"},          {"san francisco", "pt"},
    {"seattle", "pt"},     {"seoul", "kst"},         {"singapore", "sgt"},
    {"spanish", "cet"},    {"stockholm", "cet"},     {"swiss", "cet"},
    {"tokyo", "jst"},      {"toronto", "et"},        {"uk", "bst"},
    {"vancouver", "pt"},   {"vienna", "cet"},        {"warsaw", "cet"},
    {"zurich", "cet"},
});

class Reader {
 public:
  Reader(TimeWords& words, bool led) : words_(words), led_(led) {}

  std::optional<ClockTime> run() {
    const std::uint32_t begin = words_.at();
    const bool between = words_.take("between");
    led_ = led_ || between;
    std::optional<ClockTime> clock = one();
    const std::optional<ClockTime> begins = clock;
    if (clock && between) clock = words_.take("and") ? one() : std::nullopt;
    if (!clock) {
      words_.back(begin);
      return std::nullopt;
    }
    // "from 9 to 11": the later one is promised.
    const std::uint32_t first = words_.at();
    led_ = true;
    if (words_.take_any({"to", "-", "or"})) {
      const std::optional<ClockTime> later = one();
      if (later) clock = later;
      else words_.back(first);
    }
    // "between 9 and 12" are hours of the working day.
    if (begins->bare && begins->hour > kLastAfternoonHour && clock->hour != begins->hour)
      clock->half = false;
    zone(*clock);
    return clock;
  }

 private:
  std::optional<ClockTime> one() {
    ClockTime clock;
    for (const Spelt& spelt : kSpelt)
      if (words_.take(spelt.phrase)) return clock.hour = spelt.hour, clock;
    if (led_)
      for (const Spelt& spelt : kSpeltLed)
        if (words_.take(spelt.phrase)) return clock.hour = spelt.hour, clock;
    const std::uint32_t begin = words_.at();
    if (past_or_to(clock) || spelt_hour(clock) || figures(clock)) return clock;
    words_.back(begin);
    return std::nullopt;
  }

  // "half past two", "a quarter to five", "ten past eight"
  bool past_or_to(ClockTime& clock) {
    const std::uint32_t begin = words_.at();
    words_.take("a");
    std::optional<int> minutes;
    if (words_.take("half")) minutes = 30;
    else if (words_.take("quarter")) minutes = 15;
    else if (!all_digits(words_.word())) minutes = words_.number();
    const bool past = words_.take("past");
    if (!minutes || (!past && !words_.take("to"))) return words_.back(begin);
    const auto hour = words_.number();
    if (!hour || *hour < 1 || *hour > 12) return words_.back(begin);
    const int sum = *hour * 60 + (past ? *minutes : -*minutes);
    clock.hour = sum / 60;
    clock.minute = sum % 60;
    bare(clock);
    return true;
  }

  // "at eight", "five o'clock"
  bool spelt_hour(ClockTime& clock) {
    const std::uint32_t begin = words_.at();
    if (all_digits(words_.word())) return false;
    const auto hour = words_.number();
    if (!hour || *hour < 1 || *hour > 12) return words_.back(begin);
    clock.hour = *hour;
    const Suffix said = suffix(clock);
    if (said == Suffix::none && !(led_ && ends())) return words_.back(begin);
    if (said != Suffix::sure) bare(clock);
    return true;
  }

  // "3 pm", "15:00", "3.30 pm", "17h30", "9-11 am", "1730 hrs"; where led also "3" and "1730"
  bool figures(ClockTime& clock) {
    std::string_view text = words_.word();
    if (text.find('-') != std::string_view::npos) text = text.substr(text.find('-') + 1);
    std::size_t digits = 0;
    while (digits < text.size() && ascii::is_digit(text[digits])) ++digits;
    if (digits == 0 || (digits != 4 && digits > 2)) return false;
    const int value = ascii::number_of(text.substr(0, digits));
    std::string_view rest = text.substr(digits);
    bool minutes = digits == 4;
    clock.hour = minutes ? value / 100 : value;
    clock.minute = minutes ? value % 100 : 0;
    if (!minutes && rest.size() >= 3 && (rest[0] == ':' || rest[0] == '.' || rest[0] == 'h') &&
        ascii::is_digit(rest[1]) && ascii::is_digit(rest[2])) {
      clock.minute = (rest[1] - '0') * 10 + (rest[2] - '0');
      minutes = rest[0] != '.';
      rest.remove_prefix(3);
    }
    words_.skip();
    const Suffix said = rest.empty() ? suffix(clock) : in_one(clock, rest);
    if (!rest.empty() && said == Suffix::none) return false;
    if (said == Suffix::none) {
      // 2027 is a year, and any four figures may be a number of their own.
      const bool of_day = clock.hour != 19 && clock.hour != 20 && clock.minute % 5 == 0;
      if (digits == 4 && !(led_ && ends() && of_day)) return false;
      // "at 15 Baker Street", "by 3 people"
      if (!minutes && !(led_ && ends())) return false;
    }
    if (clock.hour > 24 || clock.minute > 59) return false;
    if (said == Suffix::sure) return true;
    if (!minutes) {
      bare(clock);
      // "3 o'clock" is how people say it, and 8 to 12 are hours of the working day.
      clock.half = clock.bare && clock.hour <= kLastAfternoonHour && said == Suffix::none;
    } else {
      clock.twelve = digits < 4 && clock.hour >= 1 && clock.hour < 12 && text[0] != '0';
    }
    return true;
  }

  // What follows the hour says which half of the day is meant, or only that it is an hour.
  enum class Suffix { none, hour, sure };
  Suffix suffix(ClockTime& clock) {
    const std::string_view text = words_.word();
    if ((text == "a" || text == "p") && words_.word(1) == "." && words_.word(2) == "m") {
      words_.skip(3);
      if (words_.word() == "." && !words_.word(1).empty()) words_.skip();
      return in_one(clock, text == "a" ? "am" : "pm");
    }
    if (words_.take("o' clock")) return Suffix::hour;
    const Suffix said = in_one(clock, text);
    if (said != Suffix::none) words_.skip();
    return said;
  }
  static Suffix in_one(ClockTime& clock, std::string_view text) {
    if (text == "h" || text == "hrs") return Suffix::sure;
    if ((text != "am" && text != "pm") || clock.hour > 12) return Suffix::none;
    clock.hour = clock.hour % 12 + (text == "pm" ? 12 : 0);
    return Suffix::sure;
  }

  // "3": of the working day, unless a word about the day says otherwise.
  static void bare(ClockTime& clock) {
    if (clock.hour > 12 || clock.hour == 0) return;
    clock.bare = true;
    clock.twelve = clock.hour < 12;
  }

  // After a bare hour: the end, a mark, a day or a zone.
  bool ends() const {
    const Word* next = words_.token();
    if (!next) return true;
    if (next->kind == WordKind::punctuation) return next->mark != '%' && next->mark != '/';
    const std::string_view text = words_.word();
    constexpr auto kAfter = std::to_array<std::string_view>(
        {"tomorrow", "today",  "on",      "and",     "this",    "or",      "in",   "sharp",
         "to",       "with",   "so",      "if",      "at",      "when",    "your", "our",
         "local",    "latest", "pacific", "eastern", "central", "mountain"});
    return std::find(kAfter.begin(), kAfter.end(), text) != kAfter.end() || words_.weekday() ||
           zone_named(text) || place_words() != 0;
  }

  // Of "London time" one, of "New York time" two.
  std::uint32_t place_words() const {
    for (std::uint32_t count = 1; count <= 2 && words_.capital(count - 1); ++count)
      if (words_.word(count) == "time") return count;
    return 0;
  }

  // "CET", "(CET)", "UTC+2", "Eastern time"; "your time" is one that nobody told us.
  void zone(ClockTime& clock) {
    const std::uint32_t begin = words_.at();
    const bool bracket = words_.take("(");
    if (!named_zone(clock)) {
      words_.back(begin);
      return;
    }
    if (bracket) words_.take(")");
  }

  bool named_zone(ClockTime& clock) {
    if (words_.take_any({"your time", "your local time", "local time"}))
      return clock.unknown_zone = true;
    if (words_.take_any({"our time", "my time"})) return true;
    if (words_.done()) return false;
    const std::string_view text = words_.word();
    for (const Region& region : kRegions) {
      if (text != region.word || !words_.capital()) continue;
      words_.skip();
      words_.take_any({"standard", "daylight"});
      words_.take("time");
      clock.zone = zone_named(region.zone);
      return true;
    }
    if (const std::uint32_t count = place_words(); count != 0) {
      std::string name(text);
      if (count == 2) name.append(" ").append(words_.word(1));
      words_.skip(count + 1);
      const auto place = std::find_if(kPlaces.begin(), kPlaces.end(),
                                      [&](const Region& one) { return one.word == name; });
      if (place == kPlaces.end()) return clock.unknown_zone = true;
      clock.zone = zone_named(place->zone);
      return true;
    }
    if (words_.token()->letter_case != LetterCase::upper) return false;
    clock.zone = zone_named(text);
    if (!clock.zone) return false;
    words_.skip();
    if (clock.zone->minutes == 0 && clock.zone->change == ClockChange::none) offset(*clock.zone);
    return true;
  }

  // "UTC+2", "GMT-05:30"
  void offset(Zone& zone) {
    const std::string_view mark = words_.word(), size = words_.word(1);
    if ((mark != "+" && mark != "-") || size.empty() || !ascii::is_digit(size[0])) return;
    const std::size_t colon = std::min(size.find(':'), size.size());
    if (colon > 2 || !all_digits(size.substr(0, colon))) return;
    int minutes = ascii::number_of(size.substr(0, colon)) * 60;
    if (colon < size.size() && all_digits(size.substr(colon + 1)) && size.size() - colon == 3)
      minutes += ascii::number_of(size.substr(colon + 1));
    if (minutes > 14 * 60) return;
    zone.minutes = mark == "+" ? minutes : -minutes;
    words_.skip(2);
  }

  TimeWords& words_;
  bool led_;
};

}  // namespace

DayPart read_day_part(TimeWords& words) {
  const std::uint32_t begin = words.at();
  words.take_any({"in the", "at"});
  if (words.take("morning")) return DayPart::morning;
  if (words.take("afternoon")) return DayPart::afternoon;
  if (words.take("evening")) return DayPart::evening;
  if (words.take("night")) return DayPart::night;
  words.back(begin);
  return DayPart::whole;
}

int end_of(DayPart part) {
  switch (part) {
    case DayPart::morning: return kNoon;
    case DayPart::afternoon: return kCloseOfBusiness;
    case DayPart::evening: return kEvening;
    case DayPart::night:
    case DayPart::whole: return kEndOfDay;
  }
  return kEndOfDay;
}

int ClockTime::minutes(DayPart part) const {
  int of_day = hour;
  if (twelve && part != DayPart::whole) {
    if (part != DayPart::morning) of_day += 12;
  } else if (bare && hour >= 1 && hour <= kLastAfternoonHour) {
    of_day += 12;
  }
  return of_day * 60 + minute;
}

std::optional<ClockTime> read_clock(TimeWords& words, bool led) { return Reader(words, led).run(); }

}  // namespace dsk
