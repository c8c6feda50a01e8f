// Conversations of a chat that were pasted: a name and a time, or a time and a name, and then what
// was said, over and over.
#include <algorithm>
#include <vector>

#include "mail/ascii.hpp"
#include "mail/fold.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestTurn = 100;  // of the name and the time

// "10:02", "9:14:22 AM", "Yesterday 14:22", "16/11/2026, 09:14": what a time is, and its end.
struct Clock {
  std::size_t end = 0;  // 0 where there is none
  bool odd = false;     // minutes no plan has: plans go by fives
};

Clock clock_at(std::string_view words, std::size_t at) {
  std::size_t colon = at;
  while (colon < words.size() && is_digit(words[colon])) ++colon;
  if (colon == at || colon > at + 2 || words.substr(colon, 1) != ":") return {};
  const std::string_view minutes = words.substr(colon + 1, 2);
  if (minutes.size() < 2 || !is_digit(minutes[0]) || !is_digit(minutes[1])) return {};
  std::size_t end = colon + 3;
  if (end + 2 < words.size() && words[end] == ':' && is_digit(words[end + 1])) end += 3;
  const std::size_t half = end + (words.substr(end, 1) == " " ? 1 : 0);
  if (starts(words.substr(half), "am") || starts(words.substr(half), "pm")) end = half + 2;
  if (end > words.size() || (end < words.size() && is_wordish(words[end]))) return {};
  return {end, minutes[1] != '0' && minutes[1] != '5'};
}

// "Maria", "Smith, Maria", "Maria Smith (Desk)": every word begins with a capital.
bool is_name(std::string_view words) {
  words = trim(words);
  if (words.empty() || word_count(words) > 5) return false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool first = at == 0 || words[at - 1] == ' ' || words[at - 1] == '(';
    if (is_digit(words[at]) || words[at] == ':') return false;
    if (first && !is_upper(words[at]) && !is_high(words[at]) && words[at] != '(') return false;
  }
  return words.back() != '.' && words.back() != '!' && words.back() != '?';
}

// With what was said behind it, or below it.
enum class Turn : std::uint8_t { none, line, header };

struct Found {
  Turn turn = Turn::none;
  std::string_view name;
  bool odd = false;
};

// "[10:02] Maria: hello", "(Yesterday 10:02) Maria", "16/11/2026, 09:16 - Maria: hello"
Found time_first(std::string_view words) {
  const char open = words[0];
  const bool bracket = open == '[' || open == '(';
  std::size_t end = 0;
  Clock clock;
  if (bracket) {
    end = words.find(open == '[' ? ']' : ')');
    if (end == words.npos || end > 40) return {};
    for (std::size_t at = 1; at < end && clock.end == 0; ++at)
      if (!is_wordish(words[at - 1])) clock = clock_at(words, at);
    if (clock.end == 0 || clock.end > end) return {};
    ++end;
  } else {
    const std::size_t comma = words.substr(0, 12).find(", ");  // behind a date
    if (!is_digit(open) || comma == words.npos) return {};
    clock = clock_at(words, comma + 2);
    if (clock.end == 0 || words.substr(clock.end, 3) != " - ") return {};
    end = clock.end + 3;
  }
  const std::string_view rest = trim(words.substr(end, kLongestTurn));
  const std::size_t colon = rest.find(':');
  const std::string_view name = rest.substr(0, colon);
  if (!is_name(name)) return {};
  if (colon == rest.npos && !bracket) return {};
  return {colon == rest.npos ? Turn::header : Turn::line, name, clock.odd};
}

// "Maria Smith  10:02 AM", and no more.
Found name_first(std::string_view words) {
  words = trim(words);
  if (words.size() > kLongestTurn || !(is_upper(words[0]) || is_high(words[0]))) return {};
  std::size_t at = 0;
  while (at < words.size() && !is_digit(words[at])) ++at;
  if (at == words.size() || at == 0 || words[at - 1] != ' ') return {};
  const Clock clock = clock_at(words, at);
  if (clock.end != words.size() || !is_name(words.substr(0, at))) return {};
  return {Turn::header, trim(words.substr(0, at)), clock.odd};
}

Found turn_of(const Lines& lines, std::size_t i) {
  const Line& line = lines[i];
  if (!line.open() || (line.holds & (Line::kDigit | Line::kColon)) != (Line::kDigit | Line::kColon))
    return {};
  const std::string_view words = lines.words(i);
  const Found found = time_first(words);
  return found.turn == Turn::none ? name_first(words) : found;
}

class ChatFinder {
 public:
  explicit ChatFinder(Lines& lines) : lines_(lines) {}

  void find() {
    constexpr std::size_t kBetween = 20;  // lines from one turn to the next
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Found found = turn_of(lines_, i);
      if (found.turn == Turn::none) continue;
      if (!turns_.empty() && i > turns_.back() + kBetween) close();
      // A name and a time with nothing below is an appointment.
      if (found.turn == Turn::header && (i + 1 == lines_.size() || is_turn(i + 1))) continue;
      several_ = several_ || word_count(found.name) > 1 ||
                 (!turns_.empty() && found.name != turn_of(lines_, turns_.front()).name);
      odd_ = odd_ || found.odd;
      turns_.push_back(i);
    }
    close();
  }

 private:
  bool is_turn(std::size_t i) const { return turn_of(lines_, i).turn != Turn::none; }

  void close() {
    // Who plans goes by fives, and who writes a diary has one label for all of it.
    if (turns_.size() > 1 && odd_ && several_)
      for (std::size_t k = 0; k < turns_.size(); ++k) said(turns_[k], k + 1 == turns_.size());
    turns_.clear();
    several_ = odd_ = false;
  }

  // The turn that begins at line `i`, and its words: to the next turn, or where its paragraph ends.
  // Below the last one the author may go on at once, unless a blank line stands between turns.
  void said(std::size_t i, bool last) {
    const bool header = turn_of(lines_, i).turn == Turn::header;
    const bool apart = i == 0 || lines_[i - 1].blank;
    lines_.decide(i, ZoneKind::log);
    std::size_t k = header && lines_[i + 1].blank ? lines_.next_words(i + 1) : i + 1;
    const std::size_t most = !last ? lines_.size() : !header ? 0 : apart ? lines_.size() : k + 1;
    for (; k < std::min(most, lines_.size()) && lines_[k].open() && !is_turn(k); ++k)
      lines_.decide(k, ZoneKind::log);
  }

  Lines& lines_;
  std::vector<std::size_t> turns_;  // their first lines
  bool several_ = false;            // more than one person speaks, or one by the full name
  bool odd_ = false;
};

}  // namespace

void find_chats(Lines& lines) { ChatFinder(lines).find(); }

}  // namespace dsk::mail
