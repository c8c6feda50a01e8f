#include "text/stem.hpp"

#include <libstemmer.h>

#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

// What English writes in two ways: “organise”, “analyse”, “licence”, “catalogue”, “centre”,
// “fibre”, “programme”, as their stems end.
struct Way {
  std::string_view end, one;
  std::size_t shortest;  // stem that is meant
};
constexpr Way kWays[] = {{"is", "", 6},    {"iz", "", 6},    {"yz", "ys", 5},  {"enc", "ens", 5},
                         {"ogu", "og", 6}, {"ter", "tr", 5}, {"ber", "br", 5}, {"mm", "m", 6}};

void write_one_way(std::string& stem) {
  for (const auto& [end, one, shortest] : kWays) {
    if (stem.size() < shortest || !stem.ends_with(end)) continue;
    stem.replace(stem.size() - end.size(), end.size(), one);
    break;
  }
  // “colour”, but not “hour”
  const std::size_t our = stem.find("our", 2);
  if (our != stem.npos) stem.erase(our + 1, 1);
}

}  // namespace

struct Stemmer::Snowball {
  sb_stemmer* it = nullptr;
  ~Snowball() { sb_stemmer_delete(it); }
};

Stemmer::Stemmer(std::string_view language) : language_(language) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) const {
  std::string low = utf8::lower(word);
  if (!snowball_) {
    snowball_ = std::make_unique<Snowball>();
    snowball_->it = sb_stemmer_new(std::string(language_.substr(0, 2)).c_str(), "UTF_8");
  }
  if (!snowball_->it) return low;
  const sb_symbol* stem =
      sb_stemmer_stem(snowball_->it, reinterpret_cast<const sb_symbol*>(low.data()),
                      static_cast<int>(low.size()));
  if (!stem) return low;
  low.assign(reinterpret_cast<const char*>(stem),
             static_cast<std::size_t>(sb_stemmer_length(snowball_->it)));
  if (language_.starts_with("en")) write_one_way(low);
  return low;
}

std::uint64_t Stemmer::hash(std::string_view word) const { return hash_folded(stem(word)); }

}  // namespace dsk
