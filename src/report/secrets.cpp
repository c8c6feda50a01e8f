#include "report/secrets.hpp"

#include <algorithm>
#include <iterator>

#include "utf8.hpp"

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

bool names_a_secret(std::string_view word) {
  static constexpr std::string_view names[] = {"password", "passcode", "passphrase", "pin"};
  const std::string low = utf8::lower(word);
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return low.substr(0, name.size()) == name; });
}

void add_once(std::vector<std::string_view>& all, std::string_view one) {
  one = one.substr(0, kLongest);
  if (all.size() < kMost && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

bool Secrets::begins_key(std::string_view found) { return found.substr(0, 10) == "-----BEGIN"; }

std::vector<Span> Secrets::words_of(std::string_view found) {
  constexpr std::string_view kDigits = "0123456789";
  const bool digits = found.find_first_of(kDigits) != found.npos;
  const bool key = begins_key(found);
  std::vector<Span> words;
  bool named = false;  // since the last word with a digit
  std::size_t at = key ? std::min(found.find('\n'), found.size()) : 0;
  for (; (at = found.find_first_not_of(kBlanks, at)) < found.size();) {
    const std::size_t end = std::min(found.find_first_of(kBlanks, at), found.size());
    const std::string_view word = found.substr(at, end - at);
    const bool digit = word.find_first_of(kDigits) != word.npos;
    const bool last = end == found.size() && (named || !digits);
    if (key || digit || last)
      words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    named = !digit && (named || names_a_secret(word));
    at = end;
  }
  return words;
}

void Secrets::add(std::string_view found) {
  add_once(found_, found);
  const std::vector<Span> words = words_of(found);
  for (const Span span : words)
    for (const std::string_view word : {span.of(found), bare(span.of(found))})
      if (word.size() >= kFewest) add_once(words_, word);
  // "448 213": too short one by one.
  if (words.size() > 1 && !begins_key(found) &&
      std::all_of(words.begin(), words.end(), [&](Span word) { return word.size() < kFewest; }))
    add_once(words_, Span{words.front().begin, words.back().end}.of(found));
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
  // The place that begins last before `at`, or there.
  const auto before = [&](std::uint32_t at) {
    const auto after = std::upper_bound(places.begin(), places.end(), at,
                                        [](std::uint32_t here, Span one) { return here < one.begin; });
    return after == places.begin() ? Span{} : *std::prev(after);
  };
  if (range.empty()) return false;
  const Span first = before(range.begin), last = before(range.end - 1);
  return first.end >= range.end || (first.begin < range.begin && first.end > range.begin) ||
         last.end > range.end;
}

}  // namespace dsk
