#include "report/secrets.hpp"

#include <algorithm>

namespace dsk {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMost = 256;     // that are looked for: more than any mail for people has
constexpr std::size_t kFewest = 4;     // bytes of what is looked for elsewhere
constexpr std::size_t kLongest = 128;  // likewise; what goes on behind them is part of it

// Without what was glued to it: "password:Kettle99", “Kettle99”.
std::string_view bare(std::string_view word) {
  constexpr std::string_view kPlain =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  word.remove_prefix(word.find_last_of(":=") + 1);
  const std::size_t begin = word.find_first_of(kPlain);
  if (begin == word.npos) return {};
  return word.substr(begin, word.find_last_of(kPlain) + 1 - begin);
}

void add_once(std::vector<std::string_view>& all, std::string_view one) {
  one = one.substr(0, kLongest);
  if (all.size() < kMost && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

std::vector<Span> Secrets::words_of(std::string_view found) {
  constexpr std::string_view kDigits = "0123456789";
  std::vector<Span> words;
  const bool digits = found.find_first_of(kDigits) != found.npos;
  for (std::size_t at = 0; (at = found.find_first_not_of(kBlanks, at)) < found.size();) {
    const std::size_t end = std::min(found.find_first_of(kBlanks, at), found.size());
    const std::string_view word = found.substr(at, end - at);
    if (digits ? word.find_first_of(kDigits) != word.npos : end == found.size())
      words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return words;
}

void Secrets::add(std::string_view found) {
  add_once(found_, found);
  for (const Span span : words_of(found))
    for (const std::string_view word : {span.of(found), bare(span.of(found))})
      if (word.size() >= kFewest) add_once(words_, word);
}

void Secrets::find(const std::vector<std::string_view>& wanted, std::string_view text,
                   std::vector<Span>& places) {
  for (const std::string_view one : wanted) {
    for (std::size_t at = 0, end = 0; (at = text.find(one, at)) != text.npos; at = end) {
      end = at + one.size();
      if (one.size() == kLongest) end = std::min(text.find_first_of(kBlanks, end), text.size());
      places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
  }
}

std::optional<std::string> Secrets::masked(std::string_view text) const {
  std::vector<Span> places;
  find(found_, text, places);
  find(words_, text, places);
  if (places.empty()) return std::nullopt;
  merge(places);
  std::string masked;
  std::size_t at = 0;
  for (const Span place : places) {
    masked.append(text, at, place.begin - at).append(kMask);
    at = place.end;
  }
  return masked.append(text.substr(at));
}

void merge(std::vector<Span>& places) {
  std::sort(places.begin(), places.end());
  std::size_t kept = 0;
  for (const Span place : places) {
    if (kept != 0 && place.begin < places[kept - 1].end)
      places[kept - 1].end = std::max(places[kept - 1].end, place.end);
    else
      places[kept++] = place;
  }
  places.resize(kept);
}

bool cuts_into(const std::vector<Span>& places, Span range) {
  const auto inside = [&](std::uint32_t at) {
    const auto after = std::upper_bound(places.begin(), places.end(), at,
                                        [](std::uint32_t here, Span one) { return here <= one.begin; });
    return after != places.begin() && std::prev(after)->end > at;
  };
  return !range.empty() && (inside(range.begin) || inside(range.end));
}

}  // namespace dsk
