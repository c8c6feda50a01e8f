#include "match/literals.hpp"

#include <algorithm>
#include <cassert>

#include "ascii.hpp"


namespace dsk::match {
namespace {

// Greater for letters that are seldom seen, greatest for what is none.
constexpr auto kRarity = [] {
  std::array<std::uint16_t, 256> table{};
  table.fill(27);
  std::uint16_t rank = 0;
  for (const char c : std::string_view(" etaoinsrhldcumfpgwybvkxjqz"))
    table[static_cast<unsigned char>(c)] = rank++;
  return table;
}();

}  // namespace

Sightings::Sightings(std::vector<Sighting> all) : all_(std::move(all)) {
  std::sort(all_.begin(), all_.end());
}

std::span<const Sighting> Sightings::of(std::uint32_t owner, Span range) const {
  const Sighting* end = all_.data() + all_.size();
  const Sighting* first = std::lower_bound(all_.data(), end, Sighting{owner, range.begin});
  const Sighting* last = first;
  while (last != end && last->owner == owner && last->at < range.end) ++last;
  return {first, last};
}

Literals::Literals(const std::vector<Wanted>& wanted) {
  for (const Wanted& one : wanted) {
    const std::string_view text = one.literal;
    longest_ = std::max(longest_, text.size());
    std::uint32_t key = 0;
    if (text.size() < 3) {
      short_.push_back(one);
      continue;
    }
    std::uint32_t rarest = 0, last = 0;
    std::size_t most = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      last = shift_in(last, text[at]);
      if (at < 2) continue;
      const auto rarity = [&](std::uint32_t letter) {
        return std::size_t{kRarity[static_cast<unsigned char>(text[letter])]} + 1;
      };
      const std::size_t worth = rarity(at - 2) * rarity(at - 1) * rarity(at);
      if (worth <= most) continue;
      most = worth;
      rarest = at;
      key = key_of(last);
    }
    entries_.push_back({key, rarest, one});
  }
  std::sort(short_.begin(), short_.end(),
            [](const Wanted& a, const Wanted& b) { return a.literal < b.literal; });
  assert(entries_.size() < 0x10000);
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::uint32_t next = 0;
  for (std::uint16_t at = 0; at < entries_.size(); ++at)
    for (; next <= entries_[at].key; ++next) first_[next] = at;
  for (; next < first_.size(); ++next) first_[next] = static_cast<std::uint16_t>(entries_.size());
}

void Literals::look(std::string_view text, std::uint32_t at, std::uint32_t key,
                    std::vector<Sighting>& seen) const {
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    const Entry& entry = entries_[i];
    if (entry.offset <= at && ascii::starts(text.substr(at - entry.offset), entry.wanted.literal))
      seen.push_back({entry.wanted.owner, at - entry.offset});
  }
}

Sightings Literals::find(std::string_view text) const {
  std::vector<Sighting> seen;
  scan(text, seen);
  return Sightings(std::move(seen));
}

Sightings Literals::find(std::string_view text, const Sightings& before,
                         const SameEnds& same) const {
  // What begins before `begin` ends before the edit, and what begins at `end` is behind it.
  const std::size_t begin = same.begin - std::min(same.begin, longest_);
  const std::size_t end = text.size() - same.end;
  const std::size_t behind = same.size_before - same.end;
  std::vector<Sighting> seen;
  scan(text.substr(begin, end + longest_ - begin), seen);
  for (Sighting& one : seen) one.at += static_cast<std::uint32_t>(begin);
  std::erase_if(seen, [&](const Sighting& one) { return one.at >= end; });
  for (Sighting one : before.all()) {
    if (one.at >= behind) one.at += same.shift();
    else if (one.at >= begin) continue;
    seen.push_back(one);
  }
  return Sightings(std::move(seen));
}

void Literals::scan(std::string_view text, std::vector<Sighting>& seen) const {
  const std::uint16_t* const first = first_.data();
  const char* const bytes = text.data();
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < size; ++at) {
    last = shift_in(last, bytes[at]);
    const std::uint32_t key = key_of(last);
    if (first[key] != first[key + 1]) look(text, at, key, seen);
  }
  // Looked for once, however many want it.
  for (std::size_t one = 0, next = 0; one < short_.size(); one = next) {
    const std::string_view literal = short_[one].literal;
    while (next < short_.size() && short_[next].literal == literal) ++next;
    const char small = literal[0], capital = ascii::upper(small);
    for (const char c : {small, capital}) {
      for (std::size_t at = text.find(c); at != text.npos; at = text.find(c, at + 1))
        if (ascii::starts(text.substr(at), literal))
          for (std::size_t who = one; who < next; ++who)
            seen.push_back({short_[who].owner, static_cast<std::uint32_t>(at)});
      if (small == capital) break;
    }
  }
}

}  // namespace dsk::match
