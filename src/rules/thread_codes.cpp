// Codes of theirs with two signs changed over: "desk 5-14" where they wrote 5-41; and one of a row
// of numbers that is not theirs: "3301, 3304 and 3308" where they wrote 3301, 3304 and 3306.
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "ascii.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::size_t kMostCodes = 128;  // more of them are a log
constexpr std::size_t kLongestCode = 40;

struct Code {
  Span span;
  std::uint32_t sentence = 0;
  std::string_view text;
  bool number = false;  // digits alone
};

bool is_code(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), ascii::is_digit);
  const bool joined = text.find('-') != text.npos ||
                      std::any_of(text.begin(), text.end(), ascii::is_alpha);
  const bool plain = text.find_first_of(":@") == text.npos;  // no time, no address
  const bool number = static_cast<std::size_t>(digits) == text.size();
  return digits >= 2 && plain && text.size() >= 4 && text.size() <= kLongestCode &&
         (joined || number);
}

constexpr auto kWithin = ascii::byte_table([](char c) {
  return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '@';
});

// What is written in one and holds digits: "sil-fs01", "5-41", "3306"; of a path each part.
std::vector<Code> codes_of(const Reading& reading) {
  const auto within = [&](std::uint32_t at) { return ascii::at_byte(kWithin, reading.text[at]); };
  std::vector<Code> codes;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const Span whole = reading.sentences[s].span;
    const std::string_view up_to = reading.text.substr(0, whole.end);
    for (std::uint32_t at = whole.begin; (at = ascii::next_digit(up_to, at)) < whole.end;) {
      std::uint32_t from = at;
      while (from > whole.begin && within(from - 1)) --from;
      while (at < whole.end && within(at)) ++at;
      std::uint32_t to = at;
      while (!ascii::is_alnum(reading.text[to - 1])) --to;
      const std::string_view text = reading.text.substr(from, to - from);
      if (!is_code(text)) continue;
      const bool number = text.find_first_not_of("0123456789") == text.npos;
      codes.push_back({{from, to}, s, text, number});
      if (codes.size() > kMostCodes) return {};
    }
  }
  return codes;
}

bool stands_in(std::span<const Code> codes, std::string_view text) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](const Code& one) { return one.text == text; });
}

// Two signs that stand side by side and changed places, one of them a digit.
bool turned(std::string_view mine, std::string_view theirs) {
  if (mine.size() != theirs.size()) return false;
  const auto at = std::mismatch(mine.begin(), mine.end(), theirs.begin());
  if (at.first == mine.end() || at.first + 1 == mine.end()) return false;
  return ascii::is_digit(*at.first) && ascii::is_digit(*at.second) &&
         *at.first == at.second[1] && at.first[1] == *at.second &&
         std::equal(at.first + 2, mine.end(), at.second + 2);
}

// Of the numbers in a sentence, two or more theirs and one not, the one of theirs that is left out
// and differs from it in a single digit.
const Code* left_out_of_row(const Code& mine, std::span<const Code> own,
                            std::span<const Code> theirs) {
  if (!mine.number) return nullptr;
  std::size_t shared = 0, strange = 0;
  for (const Code& one : own) {
    if (one.sentence != mine.sentence || !one.number || one.text.size() != mine.text.size())
      continue;
    ++(stands_in(theirs, one.text) ? shared : strange);
  }
  if (shared < 2 || strange != 1) return nullptr;
  const Code* found = nullptr;
  for (const Code& one : theirs) {
    if (!one.number || one.text.size() != mine.text.size() || stands_in(own, one.text)) continue;
    if (found && found->text != one.text) return nullptr;
    found = &one;
  }
  if (!found) return nullptr;
  const auto same = [](char a, char b) { return a == b; };
  const auto differing =
      std::mismatch(mine.text.begin(), mine.text.end(), found->text.begin(), same);
  const bool single = std::equal(differing.first + 1, mine.text.end(), differing.second + 1);
  return single ? found : nullptr;
}

}  // namespace

void mismatched_code(Job& job) {
  const Message& incoming = *job.facts().incoming;
  const std::vector<Code> own = codes_of(job.reading());
  if (own.empty()) return;
  const std::vector<Code> theirs = codes_of(incoming.reading);
  for (const Code& mine : own) {
    if (stands_in(theirs, mine.text)) continue;
    const Code* meant = left_out_of_row(mine, own, theirs);
    // Of numbers, one is as good as another: "since 2012".
    if (!meant && !mine.number) {
      const auto at = std::find_if(theirs.begin(), theirs.end(), [&](const Code& one) {
        return turned(mine.text, one.text) && !stands_in(own, one.text);
      });
      if (at != theirs.end()) meant = &*at;
    }
    const auto told = [&](const Finding& one) {
      return one.rule == &job.rule() && one.span.begin < mine.span.end &&
             one.span.end > mine.span.begin;
    };
    if (!meant || std::any_of(job.findings().begin(), job.findings().end(), told)) continue;
    const auto level = job.level(mine.sentence);
    if (!level || !job.allowed(mine.sentence)) continue;
    Finding* finding = job.report_span(mine.sentence, mine.span,
                                       std::min(*level, lexicon::Level::warning));
    finding->message = fill(job.rule().message, mine.text, {{"cause", std::string(meant->text)}});
    finding->fixes.push_back({mine.span, std::string(meant->text), lexicon::Safety::preview});
    tell_cause(job, finding, meant->span);
  }
}

}  // namespace dsk::rules
