#include "text/stem.hpp"

#include <libstemmer.h>

#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk {

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
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(snowball_->it))};
}

std::uint64_t Stemmer::hash(std::string_view word) const { return hash_folded(stem(word)); }

}  // namespace dsk
