#include "mail/kept.hpp"

#include <algorithm>

namespace dsk::mail {
namespace {

// How far around its zone a look for inlines may reach.
constexpr std::size_t kReach = 64;

// `shift` wraps around where it leads backwards.
Span moved(Span span, std::uint32_t shift) { return {span.begin + shift, span.end + shift}; }

}  // namespace

Lines Kept::lines(std::string_view text) {
  same_ = SameEnds(text_, text);
  std::vector<Line>& list = lines_.list;
  std::vector<Answers>& answers = lines_.answers;
  // Lines that end before the edit, and those that begin behind it, are the same.
  const auto first = std::find_if(list.begin(), list.end(),
                                  [&](const Line& line) { return line.end >= same_.begin; });
  const auto last = std::find_if(first, list.end(), [&](const Line& line) {
    return line.begin > same_.size_before - same_.end;
  });
  for (auto line = last; line != list.end(); ++line) {
    line->begin += same_.shift();
    line->content += same_.shift();
    line->end += same_.shift();
  }
  const std::size_t begin = first == list.begin() ? 0 : first[-1].end + std::size_t{1};
  std::vector<Line> fresh;
  split_lines(text, begin, last == list.end() ? text.size() : last->begin, fresh);
  const auto at = first - list.begin(), end = last - list.begin();
  list.insert(list.erase(first, last), fresh.begin(), fresh.end());
  answers.insert(answers.erase(answers.begin() + at, answers.begin() + end), fresh.size(),
                 Answers());
  // What was asked of a paragraph stands with its first line.
  for (auto above = at; above-- > 0 && !list[static_cast<std::size_t>(above)].blank;)
    answers[static_cast<std::size_t>(above)].forget_paragraph();
  text_.assign(text);
  lines_.text = text_;
  Lines undecided = lines_;
  undecided.text = text;
  return undecided;
}

const Zone* Kept::zone_before(Span here) const {
  if (here.end + kReach > same_.begin) {
    if (here.begin < same_.size - same_.end + kReach) return nullptr;
    here = moved(here, 0 - same_.shift());
  }
  const auto zone = std::lower_bound(
      zones_.begin(), zones_.end(), here.begin,
      [](const Zone& one, std::uint32_t begin) { return one.span.begin < begin; });
  return zone != zones_.end() && zone->span == here && is_own(zone->kind) ? &*zone : nullptr;
}

std::vector<Inline> Kept::inlines(const std::vector<Zone>& zones) {
  std::vector<Inline> all;
  for (const Zone& zone : zones) {
    if (!is_own(zone.kind)) continue;
    const Zone* const before = zone_before(zone.span);
    if (!before) {
      scan_inlines(text_, zone.span, all);
      continue;
    }
    auto one = std::lower_bound(
        inlines_.begin(), inlines_.end(), before->span.begin,
        [](const Inline& known, std::uint32_t begin) { return known.span.begin < begin; });
    for (; one != inlines_.end() && one->span.begin < before->span.end; ++one)
      all.push_back({moved(one->span, zone.span.begin - before->span.begin), one->kind});
  }
  zones_ = zones;
  inlines_ = all;
  return all;
}

}  // namespace dsk::mail
