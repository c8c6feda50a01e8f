#include "mail/tokens.hpp"

#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/token_words.hpp"

namespace dsk::mail {
namespace {

// Marks that end a sentence or a bracket are none of the token's; a bracket it opened is.
std::string_view without_end(std::string_view token) {
  std::ptrdiff_t open = -1;  // brackets, counted when one is met
  std::ptrdiff_t shut = 0;
  while (!token.empty()) {
    if (is_high(token.back())) {
      const std::size_t size = token.size();
      for (const std::string_view quote :
           {"\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x9C", "\xC2\xBB", "\xE2\x80\xA6"})
        if (ends(token, quote)) token.remove_suffix(quote.size());
      if (token.size() == size) break;
      continue;
    }
    if (!closes_token(token.back())) break;
    if (token.back() == ')') {
      if (open < 0) {
        open = std::count(token.begin(), token.end(), '(');
        shut = std::count(token.begin(), token.end(), ')');
      }
      if (open >= shut--) break;
    }
    token.remove_suffix(1);
  }
  return token;
}

// Letters before "://", the scheme.
std::size_t scheme_begin(std::string_view token, std::size_t colon) {
  std::size_t begin = colon;
  while (begin > 0 && (is_alnum(token[begin - 1]) || token[begin - 1] == '+')) --begin;
  return begin;
}

Token url(std::string_view token) {
  std::size_t begin = token.size();
  if (const std::size_t colon = token.find("://"); colon != token.npos) {
    begin = scheme_begin(token, colon);
    if (begin == colon) return {};
  } else if (starts(token, "www.") && token.size() > 6) {
    begin = 0;
  } else if (starts(token, "mailto:") || starts(token, "tel:+")) {
    begin = 0;
  } else {
    return {};
  }
  std::string_view found = token.substr(begin);
  found = found.substr(0, found.find_first_of("<>\"`"));
  // "[text](https://example.test)": the bracket is not the address's.
  const std::size_t close = found.find(')');
  if (close != found.npos && found.find('(') > close) found = found.substr(0, close);
  found = without_end(found);
  if (found.size() < 5) return {};
  return {begin, found.size(), InlineKind::url};
}

bool is_email(std::string_view token) {
  const std::size_t at = token.find('@');
  if (at == token.npos || at == 0 || at + 3 > token.size()) return false;
  const std::string_view host = token.substr(at + 1);
  return is_alnum(token[at - 1]) && is_wordish(host[0]) && host.find('.') != host.npos &&
         host.find('@') == host.npos && is_alpha(host.back());
}

bool is_ip(std::string_view token) {
  std::size_t dots = 0;
  std::size_t colons = 0;
  std::size_t hexes = 0;
  for (const char c : token) {
    if (c == '.')
      ++dots;
    else if (c == ':')
      ++colons;
    else if (hex_value(c) >= 0)
      ++hexes;
    else if (c != '/' && c != '-')
      return false;
  }
  if (hexes == 0) return false;
  const bool v4 = dots == 3 && colons <= 1 && std::none_of(token.begin(), token.end(), is_alpha) &&
                  token[0] != '.';
  const bool v6 =
      colons >= 2 && dots == 0 && hexes >= 3 && (token.find("::") != token.npos || colons >= 5);
  return v4 || v6;
}

std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == name.npos ? std::string_view() : name.substr(dot + 1);
}

bool is_host_name(std::string_view name) {
  if (name.find('.') == name.npos || name.front() == '.' || name.size() > 253) return false;
  for (const char c : name)
    if (!is_wordish(c) && c != '.' && c != '-') return false;
  if (name.find("..") != name.npos) return false;
  const std::string_view ending = ending_of(name);
  // "done.In the" is a missing space, not a host: endings are written small.
  if (!is_lower(name.back()) || is_upper(ending[0])) return false;
  return among(host_endings(), ending) && name.rfind('.') >= 2;
}

bool is_file_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot + 1 >= name.size()) return false;
  for (const char c : name)
    if (!is_wordish(c) && std::string_view("._-()[]+@").find(c) == std::string_view::npos)
      return false;
  const std::string_view ending = ending_of(name);
  const std::string_view stem = name.substr(0, dot);
  if (!among(file_endings(), ending)) return false;
  if (ending.size() == 1 && (stem.size() < 2 || is_upper(name.back()))) return false;  // "D.C"
  // "it.so", "us.go": short words that are endings need a stem that is no plain word.
  return ending.size() > 2 || stem.empty() || !has_only(stem, is_lower) ||
         !(same(ending, "so") || same(ending, "go") || same(ending, "c") || same(ending, "h") ||
           same(ending, "key"));
}

// "C:\Program Files\Tool\tool.exe": on over blanks while a backslash follows soon.
std::size_t backslash_path(std::string_view line, std::size_t size) {
  for (int words = 0; words < 6 && size < line.size() && line[size] == ' '; ++words) {
    std::size_t at = size + 1;
    std::size_t blanks = 0;
    while (at < line.size() &&
           (is_wordish(line[at]) || line[at] == '(' || line[at] == ')' || line[at] == '-' ||
            line[at] == '.' || (line[at] == ' ' && ++blanks < 3)))
      ++at;
    if (at >= line.size() || line[at] != '\\') break;
    while (at < line.size() && !is_space(line[at]) && line[at] != '"') ++at;
    size = at;
  }
  return size;
}

Token path(std::string_view token, std::string_view line) {
  const bool drive = token.size() > 2 && is_alpha(token[0]) && token[1] == ':' &&
                     (token[2] == '\\' || (token[2] == '/' && token.substr(1, 3) != "://"));
  const bool share = token.size() > 3 && token.substr(0, 2) == "\\\\" && is_wordish(token[2]);
  const bool variable = token[0] == '%' && token.find("%\\") != token.npos;
  const std::size_t back = token.find('\\');
  const bool inner = back != token.npos && back > 0 && back + 1 < token.size() &&
                     is_wordish(token[back - 1]) && is_wordish(token[back + 1]);
  if (drive || share || variable || inner) {
    const std::size_t whole = backslash_path(line, token.size());
    return {0, without_end(line.substr(0, whole)).size(), InlineKind::path};
  }
  const std::string_view found = without_end(token);
  if (found.size() < 2) return {};
  const bool home = starts(found, "~/") || starts(found, "./") || starts(found, "../");
  if (home) return {0, found.size(), InlineKind::path};
  if (found[0] == '/' && is_wordish(found[1]) && !is_digit(found[1])) {
    // "/really/" is a word with stress on it.
    const std::size_t second = found.find('/', 1);
    const bool deep = second != found.npos && second + 1 < found.size();
    const bool plain = std::all_of(found.begin() + 1, found.end(),
                                   [](char c) { return is_lower(c) || c == '-' || c == '_'; });
    if (deep || (plain && found.size() > 3) || is_file_name(found.substr(1)))
      return {0, found.size(), InlineKind::path};
  }
  const std::size_t slash = found.rfind('/');
  if (slash != found.npos && slash + 1 < found.size() && is_file_name(found.substr(slash + 1)) &&
      found.find("//") == found.npos)
    return {0, found.size(), InlineKind::path};
  if (slash == found.npos && is_file_name(found)) return {0, found.size(), InlineKind::path};
  return {};
}

bool is_ordinal_or_time(std::string_view token) {
  std::size_t digits = 0;
  while (digits < token.size() && (is_digit(token[digits]) || token[digits] == '.' ||
                                   token[digits] == ':' || token[digits] == ','))
    ++digits;
  return digits > 0 && token.size() - digits <= 3 && has_only(token.substr(digits), is_alpha);
}

// CamelCase, snake_case, hexadecimal, versions, ticket numbers, options, calls.
bool is_identifier(std::string_view token) {
  if (token.size() < 2 || has_only(token, is_upper) || has_only(token, is_digit)) return false;
  std::size_t lowers = 0, uppers = 0, digits = 0, highs = 0, humps = 0, underscores = 0, dots = 0;
  std::size_t dashes = 0, others = 0, hexes = 0;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (hex_value(c) >= 0) ++hexes;
    if (is_lower(c))
      ++lowers;
    else if (is_upper(c)) {
      ++uppers;
      humps += i > 0 && is_lower(token[i - 1]) ? 1 : 0;
    } else if (is_digit(c))
      ++digits;
    else if (is_high(c))
      ++highs;
    else if (c == '_')
      underscores += i > 0 && i + 1 < token.size() ? 1 : 0;
    else if (c == '.')
      ++dots;
    else if (c == '-')
      ++dashes;
    else
      ++others;
  }
  const std::size_t letters = lowers + uppers;
  if (token[0] == '#' && digits >= 2 && digits + 1 + dashes == token.size()) return true;
  if (token[0] == '@' && letters >= 2 && others == 1 && highs == 0) return true;
  if (starts(token, "--") && token.size() > 3 && is_lower(token[2])) return true;
  if (token[0] == '$' && token.size() > 2 && is_alpha(token[1]) && others == 1) return true;
  if (starts(token, "0x") && digits >= 1 && hexes + 1 >= token.size()) return true;
  if (ends(token, "()") && letters > 0) return true;
  if (token.find("::") != token.npos || token.find("->") != token.npos)
    return letters >= 2 && token.find("->") != 0;
  if (others > 0 || highs > 0) {
    // key=value
    const std::size_t equals = token.find('=');
    return equals != token.npos && equals > 0 && equals + 1 < token.size() && highs == 0 &&
           is_alpha(token[0]);
  }
  if (underscores > 0 && letters + digits >= 3 && token[0] != '_' && token.back() != '_')
    return true;
  if (humps > 0 && dashes == 0 && dots == 0) {
    // "McDonald", "MacKay" are names; everything else with a hump is a thing.
    return !(humps == 1 && (starts(token, "mc") || starts(token, "mac")) && digits == 0);
  }
  if (dots > 0 && digits >= 2 && letters <= 1 && (dots >= 2 || lower(token[0]) == 'v'))
    return is_digit(token.back()) && (is_digit(token[0]) || lower(token[0]) == 'v') && dashes == 0;
  if (dots > 0) return humps > 0 && dots + dashes < token.size() / 2;
  if (letters == 0 || digits == 0) return false;
  if (is_ordinal_or_time(token)) return false;
  // INC-12345, KB5034441, 3f2a9c0d, SRV-DB-02; a year or a size after a word is no identifier.
  if (uppers >= 2 && lowers == 0 && digits >= 2) return true;
  if (uppers >= 1 && lowers == 0 && digits >= 3) return true;
  const bool hex_id = hexes + dashes == token.size() && hexes >= 8 && digits >= 2;
  if (hex_id) return true;
  if (token.size() >= 12 && digits >= 3 && dashes == 0) return true;
  // router01, win10, srv2
  return dashes == 0 && is_alpha(token[0]) && is_digit(token.back()) && letters >= 2 &&
         digits >= 1 && uppers <= 1 && token.size() >= 4;
}

// Which marks a token holds: most kinds need one of them.
enum Mark : unsigned { kColon = 1, kSlashes = 2, kDot = 4, kAt = 8, kPercent = 16, kEnds = 32 };

constexpr auto kMarks = byte_table([](char c) {
  unsigned char marks = 0;
  if (c == ':') marks = kColon;
  if (c == '/' || c == '\\') marks = kSlashes;
  if (c == '.') marks = kDot;
  if (c == '@') marks = kAt;
  if (c == '%') marks = kPercent;
  if (std::string_view("<>(,;\"").find(c) != std::string_view::npos) marks = kEnds;
  return marks;
});

unsigned marks_of(std::string_view token) {
  unsigned out = 0;
  for (const char c : token) out |= at_byte(kMarks, c);
  return out;
}

bool is_face(std::string_view token, std::size_t& size) {
  static constexpr std::string_view kFaces[] = {":)", ":-)", ";)",   ";-)", ":(", ":-(",
                                                ":D", ":-D", ":P",   ":-P", ":/", ":-/",
                                                ":o", "<3",  ":+1:", "^^"};
  if (token[0] != ':' && token[0] != ';' && token[0] != '<' && token[0] != '^') return false;
  for (const std::string_view face : kFaces) {
    size = face.size();
    if (token.substr(0, size) == face && (token.size() == size || !is_wordish(token[size])))
      return true;
  }
  return false;
}

}  // namespace

Token classify(std::string_view token, std::string_view line) {
  if (token.size() < 2) return {};
  const unsigned marks = marks_of(token);
  if (marks & (kColon | kDot))
    if (const Token found = url(token); found.size > 0) return found;
  if (std::size_t size = 0; is_face(token, size)) return {0, size, InlineKind::emoji};
  if (marks & (kSlashes | kDot | kPercent))
    if (const Token found = path(token, line); found.size > 0) return found;
  const std::string_view whole = without_end(token);
  if (whole.empty()) return {};
  // "ann@example.test<mailto:ann@example.test>", "word(s)": the first part is looked at
  const std::string_view head =
      marks & kEnds ? whole.substr(0, whole.find_first_of("<>(,;\"")) : whole;
  if ((marks & kAt) && is_email(head)) return {0, head.size(), InlineKind::email};
  if ((marks & kColon) && starts(whole, "cid:") && whole.size() > 4)
    return {0, whole.size(), InlineKind::path};
  if ((marks & (kColon | kDot)) && is_ip(whole)) return {0, whole.size(), InlineKind::host};
  if (marks & kDot) {
    const std::size_t slash = whole.find('/');
    const std::string_view host = whole.substr(0, std::min(slash, whole.find(':')));
    if (!host.empty() && is_host_name(host)) {
      const bool url = slash != whole.npos && slash + 1 < whole.size();
      return {0, whole.size(), url ? InlineKind::url : InlineKind::host};
    }
  }
  if ((marks & kColon) && starts(whole, "localhost:") && whole.size() > 10)
    return {0, whole.size(), InlineKind::host};
  if (is_identifier(whole)) return {0, whole.size(), InlineKind::identifier};
  // "Windows/Linux", "disk-based", "don't": the parts are words
  if (head.size() < whole.size() && head.size() > 2 && is_identifier(head))
    return {0, head.size(), InlineKind::identifier};
  return {};
}

}  // namespace dsk::mail
