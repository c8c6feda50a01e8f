#include <algorithm>

#include "mail/ascii.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

bool closes_sentence(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
         c == ']' || c == '}' || c == '"' || c == '\'' || c == '>' || c == '*';
}

// What a word without white space is, if it is no word of a language.
bool classify(std::string_view token, InlineKind& kind) {
  if (token.find("://") != std::string_view::npos || starts(token, "www.") ||
      starts(token, "mailto:")) {
    kind = InlineKind::url;
    return true;
  }
  const std::size_t at = token.find('@');
  if (at != std::string_view::npos && at > 0 && token.find('.', at) != std::string_view::npos) {
    kind = InlineKind::email;
    return true;
  }
  const bool drive = token.size() > 2 && is_alpha(token[0]) && token[1] == ':' && token[2] == '\\';
  const bool rooted = token.size() > 2 && (token[0] == '/' || starts(token, "~/") ||
                                           starts(token, "./") || starts(token, "\\\\"));
  if (drive || (rooted && token.find('/', 1) != std::string_view::npos)) {
    kind = InlineKind::path;
    return true;
  }
  return false;
}

}  // namespace

std::vector<Inline> find_inlines(std::string_view text, const std::vector<Zone>& zones,
                                 const std::vector<Inline>& known) {
  std::vector<Inline> out;
  for (const Zone& zone : zones) {
    if (!is_own(zone.kind)) continue;
    for (std::uint32_t at = zone.span.begin; at < zone.span.end;) {
      if (is_space(text[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < zone.span.end && !is_space(text[end])) ++end;
      std::uint32_t from = at;
      std::uint32_t to = end;
      while (from < to && (text[from] == '(' || text[from] == '<' || text[from] == '"')) ++from;
      while (to > from && closes_sentence(text[to - 1])) --to;
      InlineKind kind{};
      if (to > from && classify(text.substr(from, to - from), kind)) out.push_back({{from, to}, kind});
      at = end;
    }
  }
  out.insert(out.end(), known.begin(), known.end());
  std::sort(out.begin(), out.end(),
            [](const Inline& a, const Inline& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace dsk::mail
