#include "text/source_map.hpp"

#include <algorithm>

namespace dsk {

void SourceMap::add(std::uint32_t text, std::uint32_t source, bool verbatim) {
  if (!pieces_.empty() && verbatim) {
    const Piece& last = pieces_.back();
    if (last.verbatim && text - last.text == source - last.source) return;
  }
  pieces_.push_back({text, source, verbatim});
}

void SourceMap::close(std::uint32_t text_size, std::uint32_t source_size) {
  text_size_ = text_size;
  source_size_ = source_size;
  // One verbatim piece from zero to zero is the identity.
  if (pieces_.size() == 1 && pieces_[0].verbatim && pieces_[0].source == 0 &&
      text_size == source_size)
    pieces_.clear();
  pieces_.shrink_to_fit();
}

std::size_t SourceMap::piece_at(std::uint32_t text) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), text,
      [](std::uint32_t at, const Piece& piece) { return at < piece.text; });
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

Span SourceMap::to_source(Span text) const {
  if (pieces_.empty()) return text;
  const Piece& first = pieces_[piece_at(text.begin)];
  const std::uint32_t begin =
      first.verbatim ? first.source + (text.begin - first.text) : first.source;
  if (text.empty()) return {begin, begin};

  // The last byte decides the end: inside a verbatim piece one past it, else the piece's end.
  const std::uint32_t last_byte = text.end - 1;
  const std::size_t at = piece_at(last_byte);
  const Piece& last = pieces_[at];
  std::uint32_t end = 0;
  if (last.verbatim)
    end = last.source + (last_byte - last.text) + 1;
  else
    end = at + 1 < pieces_.size() ? pieces_[at + 1].source : source_size_;
  return {begin, std::max(begin, end)};
}

bool SourceMap::verbatim(Span text) const {
  if (pieces_.empty()) return true;
  if (text.empty()) return pieces_[piece_at(text.begin)].verbatim;
  const std::size_t first = piece_at(text.begin);
  return first == piece_at(text.end - 1) && pieces_[first].verbatim;
}

}  // namespace dsk
