#include "lexicon/patterns.hpp"

#include "error.hpp"

namespace dsk::lexicon {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kLongest = 32 * 1024;

bool is_of_name(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }

// Of the name that stands in braces at `open`; 0 where none does.
std::size_t size_of_name(std::string_view regex, std::size_t open) {
  std::size_t end = open + 1;
  while (end < regex.size() && is_of_name(regex[end])) ++end;
  return end < regex.size() && regex[end] == '}' ? end - open - 1 : 0;
}

}  // namespace

void Patterns::write_out(std::string_view regex, int depth, std::string& out) const {
  constexpr std::string_view kBracedEscapes = "pPxogkN";
  for (std::size_t at = 0; at < regex.size(); ++at) {
    const std::size_t size = regex[at] == '{' ? size_of_name(regex, at) : 0;
    if (size == 0) {
      out += regex[at];
      if (regex[at] != '\\' || at + 1 == regex.size()) continue;
      out += regex[++at];
      if (regex.substr(at + 1, 1) == "{" && kBracedEscapes.find(regex[at]) != kBracedEscapes.npos)
        out += regex[++at];
      continue;
    }
    const std::string_view name = regex.substr(at + 1, size);
    const auto known = all_.find(name);
    if (known == all_.end())
      throw Error(Status::lexicon, "there is no pattern \"" + std::string(name) +
                                       "\"; define it under [pattern]");
    if (depth == kDeepest || out.size() > kLongest)
      throw Error(Status::lexicon, "with the pattern \"" + std::string(name) +
                                       "\" it grows too long; does that hold itself?");
    out += "(?:";
    write_out(known->second, depth + 1, out);
    out += ')';
    at += size + 1;
  }
}

std::string Patterns::write_out(std::string_view regex) const {
  std::string out;
  write_out(regex, 0, out);
  return out;
}

}  // namespace dsk::lexicon
