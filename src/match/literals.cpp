#include "match/literals.hpp"

#include <algorithm>
#include <cassert>

#include "mail/ascii.hpp"

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
  const auto first = std::lower_bound(all_.begin(), all_.end(), Sighting{owner, range.begin});
  auto last = first;
  while (last != all_.end() && last->owner == owner && last->at < range.end) ++last;
  return {first, last};
}

Literals::Literals(const std::vector<Wanted>& wanted) {
  for (const Wanted& one : wanted) {
    const std::string_view text = one.literal;
    if (text.size() == 1) {
      bytes_.push_back(one);
      continue;
    }
    const std::size_t known = std::min<std::size_t>(text.size(), 3);
    std::size_t rarest = known, most = 0;  // where the rarest three end
    for (std::size_t end = known; end <= text.size(); ++end) {
      std::size_t worth = 1;
      for (std::size_t at = end - known; at < end; ++at) worth *= kRarity[static_cast<unsigned char>(text[at])];
      if (worth > most) rarest = end;
      most = std::max(most, worth);
    }
    std::uint32_t key = 0;
    for (std::size_t at = rarest - known; at < rarest; ++at) key = next_key(key, text[at]);
    // Before one of two letters anything may stand.
    for (std::uint32_t before = 0; before < kKeys >> 4 * known; ++before)
      entries_.push_back(
          {key ^ before << 4 * known, static_cast<std::uint32_t>(rarest - 1), one});
  }
  assert(entries_.size() < 0x10000);
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::uint32_t key = 0;
  for (std::uint16_t at = 0; at < entries_.size(); ++at)
    for (; key <= entries_[at].key; ++key) first_[key] = at;
  for (; key < first_.size(); ++key) first_[key] = static_cast<std::uint16_t>(entries_.size());
}

Sightings Literals::find(std::string_view text) const {
  std::vector<Sighting> seen;
  std::uint32_t key = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    key = next_key(key, text[at]);
    for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
      const Entry& entry = entries_[i];
      if (entry.offset <= at && mail::starts(text.substr(at - entry.offset), entry.wanted.literal))
        seen.push_back({entry.wanted.owner, at - entry.offset});
    }
  }
  for (const Wanted& one : bytes_)
    for (const char c : {one.literal[0], mail::upper(one.literal[0])})
      for (std::size_t at = text.find(c); at != text.npos; at = text.find(c, at + 1))
        seen.push_back({one.owner, static_cast<std::uint32_t>(at)});
  return Sightings(std::move(seen));
}

}  // namespace dsk::match
