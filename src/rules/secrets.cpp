#include "rules/secrets.hpp"

#include <algorithm>

#include "ascii.hpp"

namespace dsk::rules {
namespace {

constexpr unsigned kFewestDigits = 13, kMostDigits = 19;  // of a card number

bool luhn(std::string_view text) {
  unsigned sum = 0, digits = 0, first = 0;
  bool same = true;
  for (auto at = text.rbegin(); at != text.rend(); ++at) {
    if (!ascii::is_digit(*at)) continue;
    unsigned digit = static_cast<unsigned>(*at - '0');
    if (digits == 0) first = digit;
    same = same && digit == first;
    if (digits % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    ++digits;
  }
  return digits >= kFewestDigits && digits <= kMostDigits && !same && sum % 10 == 0;
}

// A digit beside a letter or behind a mark, as in a password and seldom in prose; a hyphen counts
// behind a letter: no date is meant.
bool is_mixed(std::string_view text, Span run) {
  if (run.end < text.size() && ascii::is_alpha(text[run.end])) return true;
  if (run.begin == 0) return false;
  const char before = text[run.begin - 1];
  if (before == '-') return run.begin > 1 && ascii::is_alpha(text[run.begin - 2]);
  constexpr std::string_view kMarks = "!#$%&*+?@^~=_";
  if (run.end < text.size() && kMarks.find(text[run.end]) != kMarks.npos) return true;
  return ascii::is_alpha(before) || kMarks.find(before) != kMarks.npos;
}

}  // namespace

bool passes(RegexCheck check, std::string_view match) {
  return check != RegexCheck::luhn || luhn(match);
}

Digits::Digits(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  unsigned in_a_row = 0;  // digits with nothing between but what people group a card's with
  for (std::uint32_t at = 0, behind = 0;; behind = at) {
    at = ascii::next_digit(text, at);
    if (at == size) return;
    if (text.substr(behind, at - behind).find_first_not_of(" -") != text.npos) in_a_row = 0;
    Run run{{at, at}};
    while (at < size && ascii::is_digit(text[at])) ++at;
    run.span.end = at;
    in_a_row += run.span.size();
    run.card = in_a_row >= kFewestDigits;
    run.mixed = is_mixed(text, run.span);
    runs_.push_back(run);
  }
}

bool Digits::wanted(const Run& run, RegexCheck check) const {
  switch (check) {
    case RegexCheck::luhn: return run.card;
    case RegexCheck::four_digits: return run.span.size() >= 4;
    case RegexCheck::mixed: return run.mixed;
    default: return true;
  }
}

std::vector<Span> Digits::of(RegexCheck check, Span range) const {
  std::vector<Span> found;
  auto run = std::lower_bound(runs_.begin(), runs_.end(), range.begin,
                              [](const Run& one, std::uint32_t at) { return one.span.end <= at; });
  for (; run != runs_.end() && run->span.begin < range.end; ++run)
    if (wanted(*run, check))
      found.push_back({std::max(run->span.begin, range.begin), std::min(run->span.end, range.end)});
  return found;
}

bool Digits::any(RegexCheck check) const {
  return std::any_of(runs_.begin(), runs_.end(),
                     [&](const Run& run) { return wanted(run, check); });
}

std::vector<Span> within_reach(std::string_view text, Span range, const std::vector<Span>& places,
                               std::uint32_t words) {
  std::vector<Span> found;
  for (const Span place : places) {
    // Nothing is gone through twice.
    const std::uint32_t floor = found.empty() ? range.begin : found.back().end;
    std::uint32_t begin = place.begin;
    for (std::uint32_t left = words;; --left) {
      while (begin > floor && !ascii::is_space(text[begin - 1])) --begin;
      if (left == 0) break;
      while (begin > floor && ascii::is_space(text[begin - 1])) --begin;
    }
    if (!found.empty() && begin <= floor)
      found.back().end = place.end;
    else
      found.push_back({begin, place.end});
  }
  return found;
}

bool is_quoted(const mail::Document& document, Span place) {
  const auto after = std::upper_bound(
      document.zones.begin(), document.zones.end(), place.begin,
      [](std::uint32_t at, const mail::Zone& zone) { return at < zone.span.begin; });
  return after != document.zones.begin() && std::prev(after)->kind == mail::ZoneKind::quote;
}

}  // namespace dsk::rules
