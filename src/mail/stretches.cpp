#include "mail/stretches.hpp"

#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/token_words.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

// No-break spaces and the ends of lines as spaces; what else is not ASCII stays.
std::string with_plain_spaces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\xC2\xA0" || text.substr(at, 2) == "\r\n")
      ++at, out += ' ';
    else
      out += text[at] == '\n' ? ' ' : text[at];
  }
  return out;
}

// "Ctrl-C", "Alt-F4", but not "win-win".
bool is_dash_key(std::string_view name) {
  if (name.size() == 1) return !is_lower(name[0]);
  if (name[0] == 'F' && name.size() <= 3 && is_digit(name[1])) return true;
  static constexpr std::string_view kNames[] = {"esc",   "del",   "delete", "tab",    "enter",
                                                "space", "shift", "alt",    "return", "backspace"};
  const std::string low = lowered(name);
  return std::find(std::begin(kNames), std::end(kNames), low) != std::end(kNames);
}

}  // namespace

std::size_t emoji_size(std::string_view text) {
  std::size_t at = 0;
  bool seen = false;
  bool joined = true;  // a picture may begin here
  while (at < text.size() && is_high(text[at])) {
    const auto [code, size] = utf8::decode(text, at);
    const bool picture = (code >= 0x1F000 && code <= 0x1FAFF) ||
                         (code >= 0x2600 && code <= 0x27BF) || (code >= 0x2B05 && code <= 0x2B55) ||
                         (code >= 0x231A && code <= 0x23F3);
    const bool glue = code == 0xFE0F || code == 0x200D || code == 0x20E3 ||
                      (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F);
    if (glue && seen) {
      joined = code == 0x200D;
    } else if (picture && joined) {
      seen = true;
    } else {
      break;
    }
    at += size;
  }
  return seen ? at : 0;
}

namespace {

// "##TICKET_ID##", "@@name@@": a name between two marks each.
std::size_t doubly_marked(std::string_view text) {
  constexpr std::size_t kFewest = 3;
  if (text.size() < 4 + kFewest || text[1] != text[0]) return 0;
  std::size_t at = 2;
  while (at < text.size() && (is_alnum(text[at]) || text[at] == '_' || text[at] == '.')) ++at;
  return at >= 2 + kFewest && text.substr(at, 2) == text.substr(0, 2) ? at + 2 : 0;
}

// What a field asks for by its last word: "[duty manager name]", "[delivery date]".
bool asks_for(std::string_view noun) {
  return noun == "name" || noun == "number" || noun == "date" || noun == "time" ||
         noun == "amount" || noun == "address" || noun == "id";
}

}  // namespace

std::size_t placeholder_size(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  static constexpr Pair kPairs[] = {{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"${", "}"},
                                    {"[[", "]]"}, {"<<", ">>"}, {"#{", "}"}};
  for (const Pair& pair : kPairs) {
    if (text.substr(0, 2) != pair.open) continue;
    const std::size_t close = text.find(pair.close, 2);
    const std::size_t line = text.find('\n');
    if (close == text.npos || close == 2 || line < close || close > 100) return 0;
    if (text[0] == '<' && word_count(text.substr(0, close)) > 3) return 0;  // guillemets of ASCII
    // The link of a wiki: [[Title|https://host/page]].
    if (text[0] == '[' && text.substr(0, close).find('|') != text.npos) return 0;
    return close + pair.close.size();
  }
  if (text.size() < 3) return 0;
  const char open = text[0];
  if (open == '#' || open == '@') return doubly_marked(text);
  if (open == '%') {
    std::size_t at = 1;
    while (at < text.size() && (is_upper(text[at]) || is_digit(text[at]) || text[at] == '_')) ++at;
    return at > 3 && at < text.size() && text[at] == '%' ? at + 1 : 0;
  }
  if (open != '{' && open != '[' && open != '<') return 0;
  const char shut = open == '{' ? '}' : open == '[' ? ']' : '>';
  const std::size_t close = text.substr(0, 50).find(shut);
  if (close == text.npos || close < 2) return 0;
  const std::string inside = with_plain_spaces(text.substr(1, close - 1));
  for (const char c : inside)
    if (!is_alnum(c) && c != '_' && c != '.' && c != ' ' && c != '-' && c != '\'') return 0;
  if (!is_alpha(inside[0])) return 0;
  if (open == '{') {
    // {menu General}, {button OK}: a label in a wiki
    const std::size_t blank = inside.find(' ');
    const bool label = blank != inside.npos && is_upper(inside[blank + 1]) &&
                       among(label_nouns(), inside.substr(0, blank));
    return label ? 0 : close + 1;
  }
  if (close + 1 < text.size() && text[close + 1] == '(') return 0;  // a link's words
  std::string low = lowered(inside);
  if (open == '<') std::replace(low.begin(), low.end(), '_', ' ');  // <case_number>
  const bool known = among(placeholder_words(), low) || starts(low, "insert ") ||
                     starts(low, "your ") || starts(low, "enter ") || starts(low, "customer ") ||
                     starts(low, "add ") || starts(low, "link to ") || starts(low, "name of ") ||
                     starts(low, "description of ") || starts(low, "short description");
  const std::size_t last = low.rfind(' ');
  const bool named = last != low.npos && asks_for(std::string_view(low).substr(last + 1)) &&
                     (open == '[' || among(field_owners(), low.substr(0, low.find(' '))));
  const bool shouted = open == '[' && inside.size() > 3 &&
                       std::none_of(inside.begin(), inside.end(), is_lower) &&
                       inside.find_first_of("_ ") != inside.npos &&
                       std::none_of(inside.begin(), inside.end(), is_digit);
  return known || named || shouted ? close + 1 : 0;
}

std::size_t key_size(std::string_view text, std::size_t first) {
  if (first == 0 || first > 12 || first > text.size()) return 0;
  const auto is_key = [](std::string_view name) {
    if (name.size() == 1) return is_alnum(name[0]);
    const bool function =
        lower(name[0]) == 'f' && name.size() <= 3 && has_only(name.substr(1), is_digit);
    return function || among(key_names(), name);
  };
  std::string_view name = text.substr(0, first);
  while (!name.empty() && !is_wordish(name.back())) name.remove_suffix(1);
  if (name.empty()) return 0;
  const bool function =
      name.size() >= 2 && name.size() <= 3 && name[0] == 'F' && has_only(name.substr(1), is_digit);
  if (function) return name.size();
  if (!among(modifier_names(), name)) return 0;
  std::size_t end = name.size();
  while (end < text.size()) {
    std::size_t at = end;
    const bool blank = text[at] == ' ';
    if (blank) ++at;
    if (at >= text.size() || (text[at] != '+' && (text[at] != '-' || blank))) break;
    const bool dash = text[at] == '-';
    ++at;
    if (at < text.size() && text[at] == ' ') ++at;
    std::size_t stop = at;
    while (stop < text.size() && is_alnum(text[stop])) ++stop;
    if (stop == at || !is_key(text.substr(at, stop - at))) break;
    if (dash && !is_dash_key(text.substr(at, stop - at))) break;
    end = stop;
  }
  return end > name.size() ? end : 0;
}

std::size_t quote_size(std::string_view text) {
  static constexpr std::string_view kQuotes[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E",
                                                 "\xC2\xAB", "\xC2\xBB"};
  for (const std::string_view quote : kQuotes)
    if (text.substr(0, quote.size()) == quote) return quote.size();
  return 0;
}
bool starts_quote(std::string_view text) {
  return text.substr(0, 3) == "\xE2\x80\x9C" || text.substr(0, 3) == "\xE2\x80\x9E" ||
         text.substr(0, 2) == "\xC2\xAB";
}
bool ends_quote(std::string_view text) {
  return text.substr(0, 3) == "\xE2\x80\x9D" || text.substr(0, 3) == "\xE2\x80\x9C" ||
         text.substr(0, 2) == "\xC2\xBB";
}

bool is_label(std::string_view words, std::string_view before, std::string_view after) {
  if (words.empty() || words.size() > 48) return false;
  const bool dots = ends(words, "...") || ends(words, "\xE2\x80\xA6");
  std::size_t count = 0;
  std::size_t capitals = 0;
  std::string_view rest = words;
  while (!(rest = trim(rest)).empty()) {
    const std::string_view word = rest.substr(0, rest.find_first_of(" \n\t"));
    rest.remove_prefix(word.size());
    ++count;
    capitals += is_upper(word[0]) || is_digit(word[0]) || word == "&" || word == ">" ? 1 : 0;
    capitals += is_lower(word[0]) && word.size() <= 3 ? 1 : 0;  // "of", "and", "to"
  }
  if (count > 6 || !(is_upper(words[0]) || is_digit(words[0]) || is_high(words[0]))) return false;
  if (words.back() == '?' || words.back() == '!' || (words.back() == '.' && !dots)) return false;
  if (dots) return true;
  before = trim(before);
  const std::size_t gap = before.find_last_of(" \n\t(");
  const std::string_view last = gap == before.npos ? before : before.substr(gap + 1);
  after = trim(after);
  const std::string_view next =
      after.substr(0, std::min(after.find_first_of(" \n\t.,;:!?)"), after.size()));
  if (among(label_verbs(), last) || among(label_nouns(), next) || among(label_nouns(), last))
    return true;
  return count >= 2 && capitals == count;
}

}  // namespace dsk::mail
