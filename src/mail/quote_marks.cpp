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

  // A long quoted line that a mailer broke leaves its tail without a mark.
  void join_broken_quotes() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!lines_[i].open() || !lines_[i - 1].marked || lines_[i - 1].blank) continue;
      const Line& before = lines_[i - 1];
      const std::string_view words = lines_.words(i);
      const bool followed = i + 1 == lines_.size() || lines_[i + 1].marked;
      const bool low = is_lower(words[0]) || words[0] == ',' || words[0] == ')';
      if (followed && low && before.end - before.begin >= 58 &&
          lines_[i].end - lines_[i].begin < before.end - before.begin)
        lines_.decide(i, ZoneKind::quote, before.depth);
    }
  }

  Lines& lines_;
};

}  // namespace

void find_marked(Lines& lines) { MarkFinder(lines).find(); }

}  // namespace dsk::mail
