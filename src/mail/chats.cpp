// Conversations of a chat that were pasted: a name and a time, or a time and a name, and then what
// was said, over and over. Without times it takes names that speak in turns and a chat that was
// announced, or a name the mail knows.
#include <algorithm>
#include <vector>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/zone_words.hpp"
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

// "Maria: my screen is dead", "Tom: which one?", "Maria: the left one", or the names on lines of
// their own.
class TalkFinder {
 public:
  explicit TalkFinder(Lines& lines) : lines_(lines) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].open()) continue;
      const std::size_t first = lines_.next_words(i + 1);
      if (first == lines_.size()) return;
      if (!speaker(first, false).empty())
        i = talk(i, first, false) - 1;
      else if ((lines_[i].holds & Line::kColon) && ends(trim(lines_.words(i)), ":") &&
               !speaker(first, true).empty())
        i = talk(i, first, true) - 1;
    }
  }

 private:
  static constexpr std::size_t kLongestName = 40;

  // Who speaks in line `i`; with nothing else in it where the names are `alone`.
  std::string_view speaker(std::size_t i, bool alone) const {
    const Line& line = lines_[i];
    if (!line.open() || (!alone && !(line.holds & Line::kColon))) return {};
    const std::string_view words = trim(lines_.words(i));
    if (!is_upper(words[0]) && !is_high(words[0])) return {};
    if (alone)
      return words.size() <= kLongestName && word_count(words) > 1 && is_name(words)
                 ? words
                 : std::string_view();
    const std::size_t colon = words.substr(0, kLongestName).find(": ");
    if (colon == words.npos || colon + 2 >= words.size()) return {};
    const std::string_view name = words.substr(0, colon);
    return word_count(name) <= 3 && is_name(name) ? name : std::string_view();
  }

  // Of the lines from `first` on, below the line `above`; the first line that was not looked at.
  std::size_t talk(std::size_t above, std::size_t first, bool alone) {
    constexpr std::size_t kMost = 400;  // lines
    constexpr std::size_t kNames = 4;
    std::vector<std::string_view> names;
    std::size_t turns = 0, returns = 0, end = first;
    bool sentences = false;  // nobody keeps a list of settings so
    std::string_view last;
    std::size_t i = first;
    for (; i < lines_.size() && i < first + kMost; ++i) {
      if (lines_[i].blank) continue;
      if (!lines_[i].open()) break;
      const std::string_view name = speaker(i, alone);
      if (name.empty()) {
        // What somebody said goes on to the end of its paragraph.
        constexpr std::size_t kLongestSaid = 6;  // lines
        if (turns == 0 || lines_[i - 1].blank || i >= end + kLongestSaid) break;
        continue;
      }
      const bool known = std::find(names.begin(), names.end(), name) != names.end();
      if (alone && !known && names.size() == kNames) break;
      if (!known) names.push_back(name);
      if (names.size() > kNames) return i + 1;
      const std::size_t said = alone ? i + 1 : i;
      sentences = sentences || (said < lines_.size() && word_count(lines_.words(said)) >
                                                            (alone ? 2 : 2 + word_count(name)));
      returns += known && name != last ? 1 : 0;
      last = name;
      ++turns;
      if (alone && (i + 1 == lines_.size() || !lines_[i + 1].open())) break;
      end = i + 1;
    }
    if (turns < 3 || names.size() < 2 || returns == 0 || !sentences) return i;
    if (!announced(above) && !known_here(names, first, end)) return i;
    if (alone) ++end;
    for (std::size_t k = first; k < end; ++k) lines_.decide(k, ZoneKind::log);
    return i;
  }

  bool announced(std::size_t i) const {
    const std::string_view words = lines_.words(i);
    return words.size() < 300 && holds_whole(chat_words(), words);
  }

  // A name that is greeted on top, or stands below as the author's own.
  bool known_here(const std::vector<std::string_view>& names, std::size_t begin,
                  std::size_t end) const {
    const std::size_t top = lines_.next_words(0);
    std::string_view greeting = top < begin ? trim(lines_.words(top)) : std::string_view();
    while (!greeting.empty() && !is_wordish(greeting.back())) greeting.remove_suffix(1);
    const auto greets = [&](std::string_view name) {
      return greeting.size() > name.size() + 1 && greeting.size() < name.size() + 20 &&
             greeting.substr(greeting.size() - name.size()) == name &&
             greeting[greeting.size() - name.size() - 1] == ' ';
    };
    const auto is_called = [&](std::string_view name) {
      const std::string_view first = name.substr(0, name.find(' '));
      if (greets(name) || greets(first)) return true;
      constexpr std::size_t kBelow = 60;  // lines
      for (std::size_t i = end; i < std::min(lines_.size(), end + kBelow); ++i) {
        const std::string_view words = trim(lines_.words(i));
        if (lines_[i].open() && (words == name || words == first)) return true;
      }
      return false;
    };
    return std::any_of(names.begin(), names.end(), is_called);
  }

  Lines& lines_;
};

}  // namespace

void find_chats(Lines& lines) {
  ChatFinder(lines).find();
  TalkFinder(lines).find();
}

}  // namespace dsk::mail
