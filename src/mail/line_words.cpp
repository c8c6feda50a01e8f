#include "mail/line_words.hpp"

#include <algorithm>

#include "mail/word_table.hpp"

namespace dsk::mail {
namespace {

constexpr std::string_view kSmallList[] = {
    "a",     "add", "an",  "and",  "are",     "at",   "but",     "by", "das", "der",  "die",
    "ein",   "el",  "et",  "for",  "get",     "i",    "if",      "in", "is",  "it",   "la",
    "le",    "les", "mit", "my",   "no",      "not",  "of",      "on", "or",  "our",  "pass",
    "que",   "run", "so",  "the",  "then",    "this", "through", "to", "try", "type", "und",
    "until", "use", "we",  "with", "without", "you",  "your"};
constexpr WordTable kSmall(kSmallList);

constexpr std::string_view kPersonList[] = {
    "you",   "your",  "yours", "i",    "i'm",    "i'll",  "i've", "we",  "we'll", "we've",
    "me",    "us",    "our",   "my",   "please", "ich",   "wir",  "sie", "ihr",   "ihre",
    "ihnen", "bitte", "je",    "nous", "vous",   "votre", "vos",  "yo",  "usted", "su"};
constexpr WordTable kPersons(kPersonList);

// "20GB", "3rd", "10am", "A4": words of people.
bool is_measure(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && (is_digit(word[digits]) || word[digits] == '.')) ++digits;
  return word.size() <= 3 || (digits > 0 && word.size() - digits <= 3) ||
         (digits > 0 && word[digits] == '-');
}

constexpr auto kLetters = byte_table([](char c) { return is_alpha(c) || is_high(c); });
constexpr auto kMarks =
    byte_table([](char c) { return std::string_view("=|\\{}^~_<>[]`").find(c) < 99; });

}  // namespace

bool is_small_word(std::string_view word) { return find_word(kSmall, word) != nullptr; }

bool has_small_word(std::string_view line) {
  for (line = trim(line); !line.empty();)
    if (is_small_word(take_word(line))) return true;
  return false;
}

bool is_template_field(std::string_view word) {
  for (const std::string_view mark : {"{{", "[[", "<<", "{%", "<%", "${"})
    if (word.find(mark) != word.npos) return true;
  return word[0] == '<' || word[0] == '%';
}

void count_words(std::string_view words, std::size_t& plain, std::size_t& all) {
  plain = all = 0;
  for (std::size_t at = 0; at < words.size();) {
    while (at < words.size() && is_space(words[at])) ++at;
    std::size_t end = at;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (end == at) break;
    ++all;
    std::string_view word = words.substr(at, end - at);
    while (!word.empty() &&
           (word.back() == '.' || word.back() == ',' || word.back() == ':' || word.back() == '!' ||
            word.back() == '?' || word.back() == ')' || word.back() == '"'))
      word.remove_suffix(1);
    while (!word.empty() && (word.front() == '(' || word.front() == '"')) word.remove_prefix(1);
    plain += !word.empty() && std::all_of(word.begin(), word.end(),
                                          [](char c) {
                                            return (is_wordish(c) && !is_digit(c)) || c == '\'' ||
                                                   c == '-';
                                          })
                 ? 1
                 : 0;
    at = end;
  }
}

bool is_person_word(std::string_view word) {
  if (word.empty() || word.size() > 6) return false;
  const char first = lower(word[0]);
  return std::any_of(Words(kPersons).begin_of(first), Words(kPersons).end_of(first),
                     [&](const Entry& entry) { return same(word, entry.text); });
}

bool is_machine_word(std::string_view word) {
  // Most words are letters alone.
  std::size_t plain = 0;
  while (plain < word.size() && at_byte(kLetters, word[plain])) ++plain;
  if (plain > 0 && plain + 1 >= word.size() && (plain == word.size() || word[plain] != '='))
    return false;
  if (std::none_of(word.begin(), word.end(), is_wordish))  // "!!.!!", but not "..."
    return word == "=" || (word.size() > 2 && word.find_first_not_of(".?!") != word.npos) ||
           (word.size() > 4 && word.find('.') != word.npos && word.find('!') != word.npos);
  while (!word.empty() && std::string_view(",;:!?\"'").find(word.back()) != word.npos)
    word.remove_suffix(1);
  while (!word.empty() && (word.back() == '.' || word.back() == ')')) word.remove_suffix(1);
  while (!word.empty() && (word.front() == '(' || word.front() == '"' || word.front() == '\''))
    word.remove_prefix(1);
  if (word.size() < 2) return false;
  if (word.find("://") != word.npos || word.find('@') < word.find_first_of("=<[")) return false;
  std::size_t letters = 0, digits = 0, dots = 0, colons = 0, slashes = 0, marks = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    letters += is_alpha(c) || is_high(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
    dots += c == '.' && at > 0 && at + 1 < word.size() ? 1 : 0;
    colons += c == ':' ? 1 : 0;
    slashes += c == '/' ? 1 : 0;
    marks += at_byte(kMarks, c) ? 1 : 0;
  }
  if (marks > 0) return word.size() > 2 && !(word.front() == '_' && word.back() == '_');
  if (word[0] == '-') return is_alpha(word[1]) || (word[1] == '-' && letters > 1);
  if (digits > 0 && letters == 0)
    return dots >= 3 || (colons >= 2 && word.find('-') == word.npos) ||
           dots + slashes >= 4;  // addresses, times to the second
  if (colons > 0 && letters > 0) return true;
  if (slashes >= 2 || (word[0] == '/' && letters > 1)) return true;
  const std::size_t open = word.find('(');
  if (open != word.npos && open > 0)  // not "file(s)"
    return word.size() - open > 3 || (open + 1 < word.size() && !is_alpha(word[open + 1]));
  if (dots > 0) {
    const std::size_t dot = word.find('.', 1);
    return dot > 1 && word.size() - dot > 2 && is_alnum(word[dot + 1]) && is_alnum(word[dot - 1]) &&
           letters + digits > 3;
  }
  return digits > 0 && letters > 0 && !is_measure(word);
}

bool is_coded(std::string_view word) {
  if (word.size() < 3 || !std::any_of(word.begin(), word.end(), is_wordish)) return false;
  if (word.find("://") != word.npos || (word[0] == '_' && word.back() == '_')) return false;
  const bool address = word.find('@') != word.npos;
  const std::size_t sign = word.find_first_of(address ? "=;" : "=;{}$<>|\\`^~_");
  if (sign != word.npos) return sign == 0 || sign + 1 < word.size();
  // "mail.example.test."
  const std::size_t dot = address ? word.npos : word.find('.', 1);
  return dot != word.npos && dot + 1 < word.size() && is_alpha(word[dot - 1]) &&
         is_alpha(word[dot + 1]);
}

bool is_marked(std::string_view line) {
  if (std::none_of(line.begin(), line.end(), is_wordish)) return true;
  if (line.find(" : ") != line.npos || ends(line, "...")) return true;
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view word = take_word(rest);
    const bool digit = std::any_of(word.begin(), word.end(), is_digit);
    const bool letter = std::any_of(word.begin(), word.end(), is_alpha);
    const std::size_t mark = word.find_first_of("-_/\\.:=#");
    const bool inside = mark != word.npos && mark > 0 && mark + 1 < word.size();
    if ((digit && letter) || inside || is_coded(word)) return true;
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  const char last = last_of(line);
  return last == ',' || last == '?' || (last == '!' && line.size() > 1) ||
         (last == '.' && line.size() > 1 && !ends(line, "..."));
}

}  // namespace dsk::mail
