// A derived text under construction, with where each stretch of it came from. What SourceMap
// freezes, this still lets be composed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/source_map.hpp"

namespace dsk::mail {

struct Derived {
  std::string text;
  std::vector<SourceMap::Piece> pieces;

  // Bytes copied as they are from `source` on.
  void copy(std::string_view bytes, std::size_t source) {
    if (bytes.empty()) return;
    const auto at = static_cast<std::uint32_t>(text.size());
    const auto from = static_cast<std::uint32_t>(source);
    if (pieces.empty() || !pieces.back().verbatim ||
        at - pieces.back().text != from - pieces.back().source)
      pieces.push_back({at, from, true});
    text.append(bytes);
  }
  // Bytes that stand for a stretch of the source which begins at `source`.
  void put(std::string_view bytes, std::size_t source) {
    if (bytes.empty()) return;
    pieces.push_back(
        {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(source), false});
    text.append(bytes);
  }

  SourceMap map(std::size_t source_size) const;
};

// `outer` was derived from a text that was itself derived by `inner`: where `outer` came from in
// the source of `inner`. A piece of `inner` that is not verbatim is never split.
std::vector<SourceMap::Piece> compose(const std::vector<SourceMap::Piece>& outer,
                                      const std::vector<SourceMap::Piece>& inner);

}  // namespace dsk::mail
