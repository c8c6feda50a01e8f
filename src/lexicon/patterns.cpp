#include "lexicon/patterns.hpp"

#include "ascii.hpp"
#include "error.hpp"

namespace dsk::lexicon {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kLongest = 32 * 1024;

// Of the name that `text` begins with; 0 where none does.
std::size_t size_of_name(std::string_view text) {
  std::size_t size = 0;
  const auto is_letter = [&] { return text[size] >= 'a' && text[size] <= 'z'; };
  const auto is_more = [&] { return text[size] == '-' || ascii::is_digit(text[size]); };
  while (size < text.size() && (is_letter() || (size > 0 && is_more()))) ++size;
  return size;
}

// Of the name that stands in braces at `open`; 0 where none does.
std::size_t size_in_braces(std::string_view regex, std::size_t open) {
  const std::size_t size = size_of_name(regex.substr(open + 1));
  return regex.substr(open + 1 + size, 1) == "}" ? size : 0;
}

}  // namespace

void Patterns::add(std::string_view name, std::string_view regex) {
  if (name.empty() || size_of_name(name) != name.size())
    throw Error(Status::lexicon, "a pattern's name is of a-z, 0-9 and -, and begins with a letter");
  if (!all_.emplace(name, regex).second)
    throw Error(Status::lexicon,
                "the pattern \"" + std::string(name) + "\" stands in another file already");
}

void Patterns::write_out(std::string_view regex, int depth, std::string& out) const {
  constexpr std::string_view kBracedEscapes = "pPxogkN";
  for (std::size_t at = 0; at < regex.size(); ++at) {
    const std::size_t size = regex[at] == '{' ? size_in_braces(regex, at) : 0;
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
