#include "rules/secret_words.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "ascii.hpp"
#include "lexicon/language.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kDigits = "0123456789";
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

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// What stands in quotes at the end of it.
std::optional<Span> quoted_in(std::string_view found) {
  static constexpr std::string_view marks[][2] = {{"\"", "\""}, {"“", "”"}, {"‘", "’"},
                                                  {"«", "»"},   {"`", "`"}, {"'", "'"}};
  for (const auto& [open, close] : marks) {
    if (found.size() < open.size() + close.size() ||
        found.substr(found.size() - close.size()) != close)
      continue;
    const std::size_t end = found.size() - close.size();
    const std::size_t at = found.substr(0, end).rfind(open);
    if (at != found.npos && at + open.size() < end) return span_of(at + open.size(), end);
  }
  return std::nullopt;
}

// Where the secret begins in what was found of a key: "Proc-Type: 4,ENCRYPTED" is none.
std::size_t below_headers(std::string_view key) {
  const std::size_t line = std::min(key.find('\n'), key.size());
  const std::size_t blank = key.find("\n\n", line);
  const bool headers = key.substr(0, blank).find(": ", line) != key.npos;
  return headers && blank != key.npos ? blank : line;
}

constexpr std::size_t kBegins = 1 << 16;
std::size_t begins_with(std::string_view word) {
  std::uint32_t first = 0;
  std::memcpy(&first, word.data(), kFewest);
  return first * 0x9e3779b1u >> 16;
}

}  // namespace

void SoughtWords::add(std::string_view word) {
  if (word.size() < kFewest || !words_.insert(word.substr(0, kLongest)).second) return;
  begins_.resize(kBegins);
  begins_[begins_with(word)] = true;
}

// Of those that begin as it does the one before it in order is the longest, or shows how much of it
// the longest can be.
std::string_view SoughtWords::longest_at(std::string_view rest) const {
  for (rest = rest.substr(0, kLongest); rest.size() >= kFewest;) {
    const auto after = words_.upper_bound(rest);
    if (after == words_.begin()) break;
    const std::string_view before = *std::prev(after);
    const auto differ = std::mismatch(before.begin(), before.end(), rest.begin(), rest.end());
    if (differ.first == before.end()) return before;
    rest = rest.substr(0, static_cast<std::size_t>(differ.first - before.begin()));
  }
  return {};
}

void SoughtWords::find(std::string_view text, std::vector<Span>& places) const {
  if (words_.empty()) return;
  for (std::size_t at = 0; at + kFewest <= text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (!begins_[begins_with(rest)]) continue;
    const std::string_view found = longest_at(rest);
    if (found.empty()) continue;
    const bool goes_on = found.size() == kLongest;
    std::size_t end = at + found.size();
    if (goes_on) end = std::min(text.find_first_of(kBlanks, end), text.size());
    places.push_back(span_of(at, end));
    if (goes_on) at = end - 1;
  }
}

bool Secrets::begins_key(std::string_view found) { return found.substr(0, 10) == "-----BEGIN"; }

bool Secrets::is(std::string_view word, std::string_view class_name) const {
  return language_.in_class(hash_folded(utf8::lower(word)), class_name);
}

// “Password:”, “PIN”.
bool Secrets::names_one(std::string_view word) const {
  const auto end = std::find_if(word.begin(), word.end(), [](char c) {
    return !ascii::is_alpha(c) && !ascii::is_high(c);
  });
  return is(word.substr(0, static_cast<std::size_t>(end - word.begin())), "secret");
}

// “is”, “Password:”: what comes next is what is told.
bool Secrets::tells(std::string_view word) const {
  return word.back() == ':' || word.back() == '=' || is(word, "tells-secret");
}

std::vector<Span> Secrets::words_of(std::string_view found) const {
  const bool key = begins_key(found);
  if (!key)
    if (const std::optional<Span> quoted = quoted_in(found)) return {*quoted};
  const bool digits = found.find_first_of(kDigits) != found.npos;
  std::vector<Span> words;
  bool named = false;    // since the last word with a digit
  std::size_t told = found.size();  // where what is told begins
  Span last;
  for (std::size_t at = key ? below_headers(found) : 0;
       (at = found.find_first_not_of(kBlanks, at)) < found.size();) {
    const std::size_t end = std::min(found.find_first_of(kBlanks, at), found.size());
    const std::string_view word = found.substr(at, end - at);
    const bool digit = word.find_first_of(kDigits) != word.npos;
    last = span_of(at, end);
    if (key || digit || (named && end == found.size())) words.push_back(last);
    if (!digit && tells(word)) told = end;
    named = !digit && (named || names_one(word));
    at = end;
  }
  if (digits || key || last.empty()) return words;
  return {told < last.end ? span_of(found.find_first_not_of(kBlanks, told), last.end) : last};
}

Span Secrets::secret_in(std::string_view found) const {
  const std::vector<Span> words = words_of(found);
  if (words.empty()) return {};
  const bool grouped = std::all_of(words.begin(), words.end(), [&](Span word) {
    return word.size() < kFewest && bare(word.of(found)).find_first_not_of(kDigits) == found.npos;
  });
  const Span whole{grouped ? words.front().begin : words.back().begin, words.back().end};
  const std::string_view word = bare(whole.of(found));
  if (word.empty()) return {};
  const auto begin = static_cast<std::size_t>(word.data() - found.data());
  return span_of(begin, begin + word.size());
}

void Secrets::add(std::string_view found) {
  empty_ = false;
  found_.add(found);
  const std::vector<Span> words = words_of(found);
  for (const Span word : words) {
    words_.add(word.of(found));
    words_.add(bare(word.of(found)));
  }
  // "448 213": too short one by one.
  if (words.size() > 1 && !begins_key(found) &&
      std::all_of(words.begin(), words.end(), [&](Span word) { return word.size() < kFewest; }))
    words_.add(Span{words.front().begin, words.back().end}.of(found));
}

std::optional<std::string> Secrets::masked(std::string_view text) const {
  std::vector<Span> places;
  found_.find(text, places);
  words_.find(text, places);
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
    const auto after =
        std::upper_bound(places.begin(), places.end(), at,
                         [](std::uint32_t here, Span one) { return here < one.begin; });
    return after == places.begin() ? Span{} : *std::prev(after);
  };
  if (range.empty()) return false;
  const Span first = before(range.begin), last = before(range.end - 1);
  return first.end >= range.end || (first.begin < range.begin && first.end > range.begin) ||
         last.end > range.end;
}

}  // namespace dsk
