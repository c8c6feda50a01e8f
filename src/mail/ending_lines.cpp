#include "mail/ending_lines.hpp"

#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/line_words.hpp"
#include "mail/zone_words.hpp"

namespace dsk::mail {
namespace {

// A word that could be somebody's name: "Ann", "O'Neil", "M.", "李".
bool is_name_word(std::string_view word) {
  if (word.empty()) return false;
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  if (word.empty()) return false;
  if (is_high(word[0])) return true;
  if (!is_upper(word[0])) return false;
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_wordish(c) || c == '\'' || c == '-' || c == '.'; }) &&
         std::none_of(word.begin(), word.end(), is_digit);
}

bool has_phone(std::string_view line) {
  std::size_t digits = 0;
  std::size_t groups = 0;
  bool inside = false;
  for (const char c : line) {
    if (is_digit(c)) {
      ++digits;
      if (!inside) ++groups;
      inside = true;
    } else {
      inside = false;
      if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/' && c != '+') {
        if (digits >= 7) break;
        digits = groups = 0;
      }
    }
  }
  return digits >= 7 && (groups >= 2 || line.find('+') != std::string_view::npos);
}

}  // namespace

bool is_device_footer(std::string_view words) {
  if (words.size() > 160) return false;
  while (!words.empty() && std::string_view("-_[(* ").find(words.front()) != words.npos)
    words.remove_prefix(1);
  if (!may_begin(device_footers(), words)) return false;
  const std::string line = folded(words);
  const std::string_view shown = trim(std::string_view(line).substr(0, line.find_first_of("<[(")));
  const Entry* opener = find_prefix(device_footers(), shown);
  if (!opener) return false;
  // "Von meinem Telefon ... gesendet": the verb comes last.
  if (opener->value == 2) return word_count(shown) <= 14 && holds(shown, " gesendet");
  // "Sent from Spark", "Sent from a phone"
  if (opener->value == 3) {
    const std::string_view with = trim(words.substr(std::min(opener->text.size(), words.size())));
    const std::string_view first = with.substr(0, with.find(' '));
    const bool tool = std::any_of(first.begin(), first.end(), is_upper);
    if (!tool && !holds_any(device_words(), with)) return false;
  }
  if (holds_any(excuse_words(), shown)) return word_count(shown) <= 16;
  const std::size_t count = word_count(shown);
  const bool sentence =
      !shown.empty() && (shown.back() == '.' || shown.back() == '!' || shown.back() == '?');
  const std::size_t comma = shown.find(", ");
  const bool model = comma != shown.npos && holds_whole(device_words(), shown.substr(comma));
  return count <= 9 && (comma == shown.npos || model) && (!sentence || count <= 6);
}

int list_footer(std::string_view words) {
  int sure = 0;
  each_word(list_footers(), words, [&](const Entry& entry, std::size_t where) {
    // "Powered by X" says so only as all there is.
    if (entry.value == 3 && (where > 0 || words.size() > 60 || word_count(words) > 7)) return false;
    sure = std::max(sure, where < 5 ? std::min(entry.value, 2) : 1);
    return false;
  });
  return sure;
}

namespace {

bool is_closing(std::string_view words, bool& has_name) {
  if (words.size() > 90) return false;
  while (!words.empty() && (words.front() == '-' || words.front() == '*' || words.front() == ' '))
    words.remove_prefix(1);
  if (!may_begin(closings(), words) || word_count(words) > 9) return false;
  std::string line = folded(words);
  while (!line.empty() && (line.back() == ',' || line.back() == '.' || line.back() == '!' ||
                           line.back() == '-' || line.back() == ';' || line.back() == ' '))
    line.pop_back();
  if (line.empty()) return false;
  for (const Entry* entry = closings().begin_of(line[0]); entry != closings().end_of(line[0]);
       ++entry) {
    const std::string_view closing = entry->text;
    if (line == closing) return true;
    if (line.size() <= closing.size() || line.substr(0, closing.size()) != closing) continue;
    const std::string_view rest = trim(std::string_view(line).substr(closing.size()));
    if (line[closing.size()] == ',' || line[closing.size()] == '/' || line[closing.size()] == '.') {
      has_name = word_count(rest) <= 4 && line[closing.size()] != '/';
      return word_count(rest) <= 5;
    }
    if (starts(rest, "and ") || starts(rest, "& ") || starts(rest, "from ") ||
        starts(rest, "aus ") || starts(rest, "/"))
      return word_count(rest) <= 5;
  }
  return false;
}

}  // namespace

int closing_of(std::string_view words) {
  bool named = false;
  const bool closes = is_closing(words, named);
  return (closes ? 1 : 0) + (named ? 2 : 0);
}

bool is_name(std::string_view words) {
  words = trim(words);
  if (words.empty() || words.size() > 60) return false;
  while (!words.empty() && (words.front() == '-' || words.front() == '*' || words.front() == '_'))
    words.remove_prefix(1);
  while (!words.empty() && (words.back() == '*' || words.back() == '_')) words.remove_suffix(1);
  std::size_t count = 0;
  for (words = trim(words); !words.empty();) {
    const std::string_view word = take_word(words);
    static constexpr std::string_view kSmall[] = {"von", "van", "de", "der",  "den",  "da",  "di",
                                                  "la",  "le",  "el", "bin",  "al",   "of",  "the",
                                                  "und", "and", "&",  "i.A.", "i.V.", "p.p."};
    const bool small = std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall);
    if (!small && !is_name_word(word)) return false;
    ++count;
  }
  return count >= 1 && count <= 5;
}

bool is_picture(std::string_view words) {
  words = trim(words);
  return (starts(words, "[image") || starts(words, "[cid:") || starts(words, "<image")) &&
         (words.back() == ']' || words.back() == '>');
}

bool is_prose(std::string_view words) {
  words = trim(words);
  constexpr std::size_t kMost = 14;
  std::size_t count = 0, small = 0, plain = 0;
  bool inside = false;
  for (const char c : words) {
    const bool word = !is_space(c);
    if (word && !inside) {
      if (++count > kMost) return true;
      plain += is_alpha(c) || is_high(c);
      small += is_lower(c);
    }
    inside = word;
  }
  const char last = words.empty() ? ' ' : words.back();
  const bool stop = last == '.' || last == '?' || last == '!' || last == ':';
  if (starts(words, "p.s") || starts(words, "ps ") || starts(words, "ps:") || starts(words, "pps"))
    return true;
  if (stop && count >= 4 && small * 2 >= plain) return true;
  return count >= 6 && small * 3 >= plain * 2;
}

int contact_weight(std::string_view words) {
  words = trim(words);
  if (words.size() > 160) return 0;
  const std::string line = folded(words);
  const std::size_t count = word_count(line);
  const bool url = line.find("www.") != std::string::npos || line.find("://") != std::string::npos;
  const std::size_t at_sign = line.find('@');
  const bool address = at_sign != std::string::npos && at_sign > 0 && count <= 5;
  if ((url && count <= 4) || address) return 2;
  const std::size_t colon = line.find(':');
  if (colon != std::string::npos && colon < 24) {
    const std::string_view label = trim(std::string_view(line).substr(0, colon));
    if (find_word(contact_labels(), label)) return count <= 12 ? 2 : 0;
  }
  if (has_phone(line) && count <= 10) return 2;
  if (count <= 9 && holds_whole(title_words(), line)) return 1;
  if (line.find(" | ") != std::string::npos || line.find("\xE2\x80\xA2") != std::string::npos)
    return 1;
  return 0;
}

}  // namespace dsk::mail
