#include "mail/quote_lines.hpp"

#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"

namespace dsk::mail {
namespace {

bool has_verb(std::string_view line) { return holds_whole(wrote_words(), line); }

}  // namespace

bool has_date(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (!is_digit(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    const std::size_t digits = end - at;
    const std::string_view number = line.substr(at, digits);
    if (digits == 4 && (starts(number, "19") || starts(number, "20"))) return true;
    const char next = end < line.size() ? line[end] : ' ';
    if (digits <= 2 && (next == ':' || next == '.' || next == '/' || next == '-' || next == 'h') &&
        end + 2 < line.size() && is_digit(line[end + 1]) && is_digit(line[end + 2]))
      return true;
    if (digits <= 2 && (next == '.' || next == '/') && end + 1 < line.size() &&
        is_digit(line[end + 1]))
      return true;
    at = end;
  }
  return false;
}

bool has_address(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < line.size() && is_wordish(line[at + 1]))
    return true;
  return line.find("[mailto:") != std::string_view::npos;
}

bool opens_attribution(std::string_view line) {
  return (!line.empty() && is_digit(line[0])) || find_prefix(attribution_openers(), line);
}

Attribution attribution(std::string_view line) {
  // "- On ... wrote:", "---- On ... wrote ----"
  std::size_t dashes = 0;
  while (dashes < line.size() && (line[dashes] == '-' || line[dashes] == ' ')) ++dashes;
  line.remove_prefix(dashes);
  std::size_t end_dashes = 0;
  while (!line.empty() && (line.back() == '-' || line.back() == ' ')) {
    end_dashes += line.back() == '-' ? 1 : 0;
    line.remove_suffix(1);
  }
  if (line.size() < 6 || line.size() > kLongestAttribution) return Attribution::none;
  const bool colon = line.back() == ':';
  const bool dashed = dashes >= 2 && end_dashes >= 2;
  const bool date = has_date(line);
  const bool address = has_address(line);
  if (!colon && !dashed) {
    // Old Gmail: "2012/10/16 Ann <ann@example.com>"; a client that drops the colon.
    const bool bare = date && address && is_digit(line[0]) && line.back() == '>';
    const bool verb_last = date && opens_attribution(line) && has_verb(line) &&
                           (address || word_count(line) < 14) && ends(line, "wrote");
    return bare || verb_last ? Attribution::weak : Attribution::none;
  }
  const bool verb = has_verb(line);
  if (verb && date && (opens_attribution(line) || address)) return Attribution::strong;
  if (verb && address && word_count(line) < 16) return Attribution::strong;
  // "Quoting Ann <ann@example.test>:" says so with its first word.
  const Entry* opener = find_prefix(attribution_openers(), line);
  if (address && opener && opener->value == 2) return Attribution::strong;
  if (verb && dashed && (date || address)) return Attribution::strong;
  if (date && address && (ends(line, ">:") || ends(line, "):")))
    return Attribution::strong;
  if (verb && word_count(line) < 12) return Attribution::weak;
  return Attribution::none;
}

bool begins_inside(std::string_view line) {
  return !line.empty() && (line[0] == '<' || line[0] == '>' || starts(line, "mailto:"));
}

bool may_be_attribution(std::string_view words) {
  const std::string line = folded(words);
  return line.empty() || begins_inside(line) || attribution(line) != Attribution::none;
}

Separator separator_of(std::string_view words) {
  if (words.size() > 200) return Separator::none;
  // A forward's opening ends with a colon; the others begin with marks.
  const char c = words[0];
  const bool marks = c == '-' || c == '_' || c == '=' || c == '*' || c == '#' || c == '>' ||
                     c == '+' || c == '~' || c == '<' || c == '[' || c == '(' || is_high(c);
  const char last = trim(words).back();
  // Without marks it is a ticket system's only if it begins with the words of one.
  const bool alone = !marks && words.size() <= kLongestMarker && may_begin(reply_markers(), words);
  const bool framed =
      marks || last == ':' || is_high(last) || last == '-' || last == '*' || last == '#';
  if (!alone && !framed) return Separator::none;
  const std::string line = folded(words);
  if (alone ? find_prefix(reply_markers(), line) != nullptr
            : line.size() <= 160 && holds_any(reply_markers(), line))
    return Separator::reply_marker;
  if (!framed || line.empty()) return Separator::none;  // a lone "*" is emphasis of nothing
  const Entry* opener = find_prefix(forward_openers(), line);
  if (opener && line.size() <= opener->text.size() + 2) return Separator::forwarded;
  // "Videresendt besked:", "Välitetty viesti alkaa:"
  if (line.back() == ':' && (!marks || is_high(c)))
    if (const Entry* named = find_prefix(forwarded_words(), line);
        named && (is_high(c) || word_count(named->text) > 1) &&
        word_count(std::string_view(line).substr(named->text.size())) <= 2)
      return Separator::forwarded;
  // Words between dashes.
  std::size_t left = 0;
  while (left < line.size() && (line[left] == '-' || line[left] == '_' || line[left] == '=' ||
                                line[left] == '~' || line[left] == '#' || line[left] == '<'))
    ++left;
  static constexpr std::string_view kBar = "\xE2\x94\x80";
  static constexpr std::string_view kEm = "\xE2\x80\x94";
  std::size_t bars = left;
  while (line.compare(bars, 3, kBar) == 0 || line.compare(bars, 3, kEm) == 0) bars += 3;
  if (left < 2 && bars == left) return Separator::none;
  const std::string_view inside = trim(std::string_view(line).substr(bars));
  if (inside.empty()) return Separator::none;
  const Entry* original = find_prefix(original_words(), inside);
  if (original && inside.size() < original->text.size() + 60) return Separator::original;
  const Entry* forward = find_prefix(forwarded_words(), inside);
  return forward && inside.size() < forward->text.size() + 120 ? Separator::forwarded
                                                               : Separator::none;
}

Field field_of(std::string_view words) {
  if (words.size() > kLongestField) return {};
  std::size_t colon = words.substr(0, 60).find(':');
  const std::size_t wide = words.substr(0, 60).find("\xEF\xBC\x9A");
  colon = std::min(colon, wide);
  if (colon == std::string_view::npos || colon == 0) return {};
  std::string name = folded(words.substr(0, colon));
  while (!name.empty() && (name.back() == ' ' || name.back() == '_')) name.pop_back();
  while (!name.empty() && (name.front() == '_' || name.front() == '|')) name.erase(0, 1);
  // "https:" is no field.
  if (words.substr(colon, 3) == "://") return {};
  const Entry* field = find_word(field_words(), name);
  return {field ? static_cast<FieldRole>(field->value) : FieldRole::none, word_count(name) <= 3};
}

bool opens_message(std::string_view words) {
  return may_be_attribution(words) || field_of(words).role == FieldRole::from ||
         separator_of(words) != Separator::none;
}

std::string_view value_of(std::string_view words) {
  const std::size_t colon = std::min(words.find(':'), words.find("\xEF\xBC\x9A"));
  if (colon == words.npos) return {};
  words.remove_prefix(colon + (words[colon] == ':' ? 1 : 3));
  // "*From:* Ann Lee", "From:\xC2\xA0Ann Lee"
  while (!words.empty() && (is_space(words[0]) || words[0] == '*' || words[0] == '_' ||
                            words.substr(0, 2) == "\xC2\xA0"))
    words.remove_prefix(words.substr(0, 2) == "\xC2\xA0" ? 2 : 1);
  return trim(words);
}

bool may_be_person(std::string_view value) {
  if (has_address(value)) return true;
  if (value.empty() || value.back() == '?' || value.back() == '!') return false;
  return !is_lower(value[0]) && !is_digit(value[0]);
}

}  // namespace dsk::mail
