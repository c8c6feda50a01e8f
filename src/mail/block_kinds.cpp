#include "mail/block_kinds.hpp"

#include <algorithm>
#include <iterator>

#include "mail/bytes.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"

namespace dsk::mail {

bool are_dense(const Block& block, bool below_colon) {
  if (block.size() > kLongestPasted || (!below_colon && block.size() < 2)) return false;
  std::size_t names = 0, all = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const bool sure = is_technical(block.lines[i]);
    if (!block.lines[i].open() && !sure) return false;
    if (!sure && !(block.lines[i].holds &
                   (Line::kCode | Line::kRule | Line::kAddress | Line::kDot | Line::kCell)))
      return false;  // no mark is in it
    const std::string_view line = block.lines.start(i);
    if (is_bullet(line) || last_of(line) == '?' || last_of(line) == '!') return false;
    std::size_t here = 0, letters = 0;
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view word = take_word(rest);
      const bool coded = is_coded(word);
      // Numbers and short forms in capitals say nothing either way.
      letters += coded || std::any_of(word.begin(), word.end(), is_lower) ? 1 : 0;
      here += coded ? 1 : 0;
      if (!sure && (is_small_word(word) || is_template_field(word))) return false;
    }
    if (!sure && here == 0) return false;
    names += sure ? letters : here;
    all += letters;
  }
  return all > 0 && (below_colon ? names * 5 >= all * 3 : names * 4 >= all * 3);
}

bool are_configuration(const Block& block) {
  if (block.size() < 3 || block.size() > kLongestPasted) return false;
  std::size_t marked = 0, deeper = 0, said = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const std::string_view line = block.lines.start(i);
    if (is_technical(block.lines[i])) {
      ++marked;
      deeper += block.lines.indent(i) > block.lines.indent(block.begin) ? 1 : 0;
      continue;
    }
    const bool item = i > block.begin && is_short_item(block.lines, i);  // of YAML
    if (!block.lines[i].open() || (is_bullet(line) && !item) || ends_sentence(line) ||
        is_upper(line[0]))
      return false;
    if (has_small_word(line) && ++said * 4 > block.size()) return false;
    marked += item || line.find(':') < line.find(' ') || is_marked(line) ? 1 : 0;
    deeper += block.lines.indent(i) > block.lines.indent(block.begin) ? 1 : 0;
  }
  return deeper > 0 && marked * 2 >= block.size();
}

bool are_programs(const Block& block) {
  for (std::size_t i = block.begin; i < block.end; ++i)
    if (!is_lower(block.lines.text[block.lines[i].content]) || !names_program(block.lines.start(i)))
      return false;
  return block.size() > 1;
}

bool are_commands(const Block& block) {
  if (block.size() > kLongestPasted) return false;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    if (is_technical(block.lines[i])) continue;
    if (!block.lines[i].open()) return false;
    const std::string_view line = block.lines.start(i);
    const char last = last_of(line);
    if (!is_lower(line[0]) || last == '.' || last == '?' || last == '!' || last == ',' ||
        last == ':' || is_bullet(line))
      return false;
    std::size_t count = 0, names = names_program(line) ? 1 : 0;
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view word = take_word(rest);
      ++count;
      if (word.back() == ',' || is_small_word(word)) return false;
      const std::size_t mark = word.find_first_of("./\\_=-@:");
      names += mark != word.npos && mark > 0 && mark + 1 < word.size() && !is_digit(word[0]) &&
                       (count > 1 || mark > 2)
                   ? 1
                   : 0;
    }
    if (count > 6 || (block.lines.indent(i) < 4 && (names == 0 || count < 2))) return false;
  }
  return true;
}

bool are_settings(const Block& block) {
  if (block.size() < 2 || block.size() > kLongestPasted) return false;
  std::size_t set = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    if (is_technical(block.lines[i])) continue;
    if (!block.lines[i].open()) return false;
    const std::string_view line = block.lines.start(i);
    const std::string_view key = line.substr(0, line.find(' '));
    const std::string_view value = trim(line.substr(key.size()));
    const bool inner = key.size() > 3 && has_only(key, is_alnum) &&
                       std::any_of(key.begin() + 1, key.end(), is_upper) &&
                       std::any_of(key.begin(), key.end(), is_lower);
    if (!inner || value.empty() || std::count(value.begin(), value.end(), ' ') > 3) return false;
    static constexpr std::string_view kValues[] = {"yes", "no", "on", "off", "true", "false"};
    set += std::find(std::begin(kValues), std::end(kValues), value) != std::end(kValues) ||
                   has_only(value, is_digit) || value[0] == '/'
               ? 1
               : 0;
  }
  return set * 2 >= block.size();
}

bool are_columns(const Block& block) {
  if (block.size() < 3 || block.size() > kLongestPasted) return false;
  std::size_t wide = 0;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const std::string_view line = block.lines.start(i);
    const std::size_t colon = line.find(':');
    if (is_technical(block.lines[i])) continue;
    if (!block.lines[i].open() || is_bullet(line)) return false;
    // Whatever stands below "Description:" belongs to it.
    if (wide > 2 && last_of(block.lines.start(i - 1)) == ':') return true;
    std::size_t letters = 0, all = 0;
    count_words(line, letters, all);
    if (colon < 30 && line.substr(colon + 1, 2) == "  ")
      ++wide;
    else if (!(colon + 1 == line.size() && all < 4) && letters * 3 > all * 2)
      return false;
  }
  return wide * 2 >= block.size();
}

bool is_short_item(const Lines& lines, std::size_t i) {
  const std::string_view line = lines.start(i);
  return line.size() > 2 && line.substr(0, 2) == "- " && lines.indent(i) >= lines.indent(i - 1) &&
         line.find(' ', 2) == line.npos;
}

}  // namespace dsk::mail
