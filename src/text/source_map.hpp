// Where derived text came from: decoded bytes from encoded ones, read text from HTML.
//
// A map is a sorted list of pieces. Within a piece, text and source run byte for byte
// (`verbatim`), or the piece as a whole stands for its source range (an entity, a quoted-printable
// triplet, a soft break). An empty map is the identity, which costs nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/span.hpp"

namespace dsk {

class SourceMap {
 public:
  struct Piece {
    std::uint32_t text;    // first byte of the piece in the derived text
    std::uint32_t source;  // first byte of what it came from
    bool verbatim;         // byte for byte until the next piece
  };

  // Pieces arrive in text order; neighbours that continue each other are joined.
  void add(std::uint32_t text, std::uint32_t source, bool verbatim);
  // Call once at the end: the sizes of both texts, so that the last piece has an end.
  void close(std::uint32_t text_size, std::uint32_t source_size);

  // The smallest source range that produced `text`. O(log pieces).
  Span to_source(Span text) const;
  // Whether the whole range was copied byte for byte: only then may it be edited in place.
  bool verbatim(Span text) const;
  bool identity() const { return pieces_.empty(); }
  std::size_t size() const { return pieces_.size(); }

 private:
  std::size_t piece_at(std::uint32_t text) const;

  std::vector<Piece> pieces_;
  std::uint32_t text_size_ = 0;
  std::uint32_t source_size_ = 0;
};

}  // namespace dsk
