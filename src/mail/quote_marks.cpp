// Lines quoted by a mark in front of them: '>', a bar, a name before the '>'.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

class MarkFinder {
 public:
  explicit MarkFinder(Lines& lines) : lines_(lines) {}

  void find() {
    rejoin_wrapped_marks();
    take_marked();
    join_broken_quotes();
  }

 private:
  // A mailer that wraps puts the '>' of an address first: "wrote Ann <a@b.c\n>:". That is no quote.
  void rejoin_wrapped_marks() {
    std::size_t last = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.blank) continue;
      if (line.depth == 1 && last < i && !lines_[last].marked && !line.decided &&
          line.end - line.begin < 60) {
        const std::string_view before = lines_.words(last);
        const std::size_t open = before.rfind('<');
        const std::size_t close = before.rfind('>');
        const bool inside =
            open != std::string_view::npos && (close == std::string_view::npos || close < open);
        const std::string_view words = trim(lines_.words(i));
        const bool end = !words.empty() && (words.back() == ':' || ends(words, "\xEF\xBC\x9A"));
        const bool split_open = last > 0 && trim(before).substr(0, 7) == "mailto:";
        if (end && (inside || split_open)) {
          line.depth = 0;
          line.marked = false;
        }
      }
      last = i;
    }
  }

  void take_marked() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.blank || line.decided) continue;
      if (line.depth == 0) read_name_prefix(i);
      if (line.depth == 0) read_bar(i);
      if (!line.marked) continue;
      // "From " at the start of a line is stuffed by mailboxes; alone it is no quote.
      const std::string_view words = lines_.words(i);
      if (line.depth == 1 && starts(words, "from ") && lines_.text[line.begin] == '>' &&
          lines_.text[line.begin + 1] == 'F' && !neighbour_marked(i)) {
        line.marked = false;
        line.depth = 0;
        continue;
      }
      lines_.decide(i, ZoneKind::quote);
    }
  }

  bool neighbour_marked(std::size_t i) const {
    return (i > 0 && lines_[i - 1].marked) || (i + 1 < lines_.size() && lines_[i + 1].depth > 0);
  }

  // "| her words", line after line, as some editors quote; a row of a table has more bars.
  void read_bar(std::size_t i) {
    const auto barred = [&](std::size_t k) {
      if (k >= lines_.size() || !(lines_[k].holds & Line::kCell) || lines_[k].blank) return false;
      const std::string_view words = lines_.words(k).substr(0, 1000);
      return starts(words, "|") && (words.size() == 1 || words[1] == ' ') &&
             words.find('|', 1) == std::string_view::npos && words.find("---") == words.npos;
    };
    if (!barred(i) || !((i > 0 && barred(i - 1)) || barred(i + 1))) return;
    lines_[i].depth = 1;
    lines_[i].marked = true;
  }

  // Letters before a '>' that a line begins with, 0 where there are none.
  std::size_t name_prefix(std::size_t i) const {
    if (!(lines_[i].holds & Line::kAddress) || lines_[i].blank) return 0;
    if (lines_[i].content >= lines_[i].begin + 4) return 0;  // "    PS> dir" is code
    const std::string_view words = lines_.text.substr(lines_[i].content, 16);
    std::size_t letters = 0;
    while (letters < words.size() && letters < 14 && is_alpha(words[letters])) ++letters;
    return letters < words.size() && words[letters] == '>' ? letters : 0;
  }

  // "Ann> her words", "JS>> older words": initials or a name before the mark.
  void read_name_prefix(std::size_t i) {
    Line& line = lines_[i];
    const std::size_t letters = name_prefix(i);
    if (letters == 0) return;
    const std::string_view words = lines_.words(i);
    const std::string_view name = words.substr(0, letters);
    static constexpr std::string_view kPrompts[] = {
        "mysql", "sqlite", "ftp", "sftp", "psql", "sql", "irb", "redis", "node", "php", "python"};
    if (std::any_of(std::begin(kPrompts), std::end(kPrompts),
                    [&](std::string_view prompt) { return same(name, prompt); }))
      return;
    if (!is_upper(words[0])) {
      // In small letters it may be a prompt; line after line with the same name it is a quote.
      const auto again = [&](std::size_t k) {
        return k < lines_.size() && name_prefix(k) == letters &&
               lines_.words(k).substr(0, letters) == name;
      };
      if (!again(i + 1) && (i == 0 || !again(i - 1))) return;
    }
    std::size_t end = letters;
    while (end < words.size() && words[end] == '>') ++end;
    if (end < words.size() && words[end] != ' ') return;
    line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(end - letters, 255));
    line.marked = line.named = true;
  }

  // A mailer that wraps a long quoted line leaves its end without a mark: the line above is not the
  // end of a sentence, and what follows had no room in it.
  void join_broken_quotes() {
    constexpr std::size_t kShortest = 58, kLongestEnd = 24;
    std::size_t widest = 0;  // of the marked lines, up to `seen`
    std::size_t seen = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const Line& before = lines_[i - 1];
      if (!lines_[i].open() || !before.marked || before.end - before.begin < kShortest) continue;
      for (; seen < lines_.size(); ++seen)
        if (lines_[seen].marked && lines_.words(seen).find("://") == std::string_view::npos)
          widest = std::max(widest, width(seen));
      const std::string_view words = trim(lines_.words(i)), above = trim(lines_.words(i - 1));
      if (above.empty() || width(i) >= width(i - 1)) continue;
      const bool framed = i + 1 < lines_.size() && lines_[i + 1].marked;
      const bool low = is_lower(words[0]) || words[0] == ',' || words[0] == ')';
      const bool brief = words.size() <= kLongestEnd;
      if (std::string_view(".?!:;").find(above.back()) != above.npos) {
        // A mark alone is quoted as well: nobody answers right above it.
        const bool mark_below = framed && lines_[i + 1].content == lines_[i + 1].end;
        if (mark_below && low && brief && above.back() == '.')
          lines_.decide(i, ZoneKind::quote, before.depth);
        continue;
      }
      const std::string_view first = words.substr(0, words.find(' '));
      const bool no_room = width(i - 1) + 1 + first.size() > widest;
      // The quoted sentence goes on below.
      const bool around = framed && brief && words.back() != '.' && (low || no_room) &&
                          !is_upper(lines_.text[lines_[i + 1].content]);
      const bool end = no_room && brief && (low || is_digit(words[0]));
      if (around || end || (no_room && framed && low))
        lines_.decide(i, ZoneKind::quote, before.depth);
    }
  }

  // Letters and blanks of a line, whatever they take in bytes.
  std::size_t width(std::size_t i) const {
    const std::string_view line =
        lines_.text.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
  }

  Lines& lines_;
};

}  // namespace

void find_marked(Lines& lines) { MarkFinder(lines).find(); }

}  // namespace dsk::mail
