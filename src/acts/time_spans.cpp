#include "acts/time_spans.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ascii.hpp"

namespace dsk {
namespace {

constexpr int kQuarters = 4;  // amounts are counted in quarters: "two and a half hours" is ten

enum class Unit : std::uint8_t { minute, hour, day, week, month };
struct NamedUnit {
  std::string_view name;
  Unit unit;
  int count;
};
constexpr auto kUnits = std::to_array<NamedUnit>({
    {"minute", Unit::minute, 1}, {"minutes", Unit::minute, 1}, {"min", Unit::minute, 1},
    {"mins", Unit::minute, 1},   {"hour", Unit::hour, 1},      {"hours", Unit::hour, 1},
    {"hr", Unit::hour, 1},       {"hrs", Unit::hour, 1},       {"h", Unit::hour, 1},
    {"day", Unit::day, 1},       {"days", Unit::day, 1},       {"week", Unit::week, 1},
    {"weeks", Unit::week, 1},    {"fortnight", Unit::week, 2}, {"month", Unit::month, 1},
    {"months", Unit::month, 1},  {"year", Unit::month, 12},
});

class Reader {
 public:
  Reader(TimeWords& words, const std::optional<Moment>& base) : words_(words), base_(base) {}

  std::optional<SaidSpan> run() {
    const std::uint32_t begin = words_.at();
    // "give me 20 minutes", "allow us two days"
    const bool given = words_.before() == "me" || words_.before() == "us";
    const bool led = words_.take_any({"within", "in", "over", "inside"}) || given;
    words_.take("the");
    words_.take_any({"next", "coming"});
    words_.take_any(
        {"about", "around", "approximately", "roughly", "less than", "at most", "under"});
    if (amount() && unit()) {
      if (!words_.take("or so") && quarters_ == kQuarters && words_.take("or two")) quarters_ *= 2;
      const bool from = from_there();
      if (led || from) return settle();
    }
    words_.back(begin);
    return std::nullopt;
  }

 private:
  // How many of the unit.
  bool amount() {
    if (words_.take_any({"half an", "half a"})) return quarters_ = 2, true;
    if (words_.word() == "half" && named_unit(words_.word(1)))  // "in the next half hour"
      return words_.skip(), quarters_ = 2, true;
    if (words_.take("three quarters of an")) return quarters_ = 3, true;
    if (words_.take_any({"a quarter of an", "quarter of an"})) return quarters_ = 1, true;
    if (words_.take_any({"a couple of", "couple of"})) return quarters_ = 2 * kQuarters, true;
    if (words_.take_any({"a", "an"})) return quarters_ = kQuarters, true;
    // "within the hour", "in the next day or two"
    if (words_.before() == "next" || (words_.before() == "the" && words_.word() == "hour"))
      if (named_unit(words_.word())) return quarters_ = kQuarters, true;
    return in_figures() || in_words();
  }

  // "2-3", "24h", "1.5": of a range the later one is promised.
  bool in_figures() {
    std::string_view text = words_.word();
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos && all_digits(text.substr(0, dash)))
      text = text.substr(dash + 1);
    std::size_t digits = 0;
    while (digits < text.size() && ascii::is_digit(text[digits])) ++digits;
    if (digits == 0 || digits > 3) return false;
    const std::string_view rest = text.substr(digits);
    const bool unit_follows = named_unit(rest) != nullptr;
    if (rest.empty() && dash == std::string_view::npos) return false;  // a number like others
    if (rest == ".5") quarters_ = 2;
    else if (!rest.empty() && !unit_follows) return false;
    quarters_ += ascii::number_of(text.substr(0, digits)) * kQuarters;
    words_.skip();
    glued_ = unit_follows ? named_unit(rest) : nullptr;
    return true;
  }

  bool in_words() {
    const auto count = words_.number();
    if (!count || *count > 999) return false;
    quarters_ = *count * kQuarters;
    const std::uint32_t after = words_.at();
    if (words_.take_any({"to", "or", "-"})) {
      if (const auto later = words_.number(); later && *later > *count && *later <= 999)
        quarters_ = *later * kQuarters;
      else
        words_.back(after);
    }
    if (words_.take_any({"and a half", "and half"})) quarters_ += 2;
    return true;
  }

  static const NamedUnit* named_unit(std::string_view text) {
    const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                    [&](const NamedUnit& one) { return one.name == text; });
    return found == kUnits.end() ? nullptr : &*found;
  }

  bool unit() {
    working_days_ = words_.take_any({"business", "working"});
    const NamedUnit* named = glued_ ? glued_ : named_unit(words_.word());
    if (!named) return false;
    if (!glued_) words_.skip();
    unit_ = named->unit;
    quarters_ *= named->count;
    if (words_.take_any({"and a half", "and half"})) quarters_ += 2;
    // "in two weeks' time"
    const std::uint32_t after = words_.at();
    if (!words_.take_any({"' time", "'s time"})) words_.back(after);
    return true;
  }

  // "three days from now", "a week from Friday", "a week tomorrow"
  bool from_there() {
    const std::uint32_t begin = words_.at();
    if (words_.take("from now")) return true;
    if (unit_ < Unit::day) return false;
    words_.take_any({"from", "on"});
    if (const auto day = read_day(words_, std::nullopt, Lead::other)) {
      words_.back(begin);
      words_.take_any({"from", "on"});
      start_ = read_day(words_, base_, Lead::other)->day;
      return true;
    }
    return words_.back(begin);
  }

  SaidSpan settle() const {
    SaidSpan said;
    if (!base_) return said;
    if (unit_ < Unit::day) {
      const int minutes =
          quarters_ * (unit_ == Unit::hour ? 15 : 1) / (unit_ == Unit::hour ? 1 : kQuarters);
      said.due = Moment{base_->utc + minutes * 60, base_->zone};
      said.to_the_minute = true;
      return said;
    }
    const int count = (quarters_ + kQuarters - 1) / kQuarters;
    std::int64_t day = start_.value_or(base_->day());
    if (working_days_) {
      for (int left = count; left > 0; --left) day = next_working_day(day);
    } else if (unit_ == Unit::month) {
      Day date = day_of(day);
      const int all = date.year * 12 + date.month - 1 + count;
      date.year = all / 12;
      date.month = all % 12 + 1;
      date.day = std::min(date.day, days_in_month(date.year, date.month));
      day = day_number(date);
    } else {
      day += count * (unit_ == Unit::week ? 7 : 1);
    }
    said.day = day;
    return said;
  }

  TimeWords& words_;
  const std::optional<Moment>& base_;
  int quarters_ = 0;
  Unit unit_ = Unit::minute;
  const NamedUnit* glued_ = nullptr;
  bool working_days_ = false;
  std::optional<std::int64_t> start_;
};

}  // namespace

std::optional<SaidSpan> read_span(TimeWords& words, const std::optional<Moment>& base) {
  return Reader(words, base).run();
}

}  // namespace dsk
