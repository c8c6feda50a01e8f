#include "mail/pieces.hpp"

namespace dsk::mail {

SourceMap Derived::map(std::size_t source_size) const {
  SourceMap out;
  for (const SourceMap::Piece& piece : pieces) out.add(piece.text, piece.source, piece.verbatim);
  out.close(static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(source_size));
  return out;
}

std::vector<SourceMap::Piece> compose(const std::vector<SourceMap::Piece>& outer,
                                      const std::vector<SourceMap::Piece>& inner) {
  std::vector<SourceMap::Piece> out;
  if (inner.empty()) return out;
  std::size_t in = 0;
  std::size_t last_opaque = inner.size();  // the opaque piece of `inner` emitted last
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const SourceMap::Piece& piece = outer[i];
    while (in + 1 < inner.size() && inner[in + 1].text <= piece.source) ++in;
    if (!piece.verbatim) {
      if (inner[in].verbatim)
        out.push_back({piece.text, inner[in].source + (piece.source - inner[in].text), false});
      else if (in != last_opaque)
        out.push_back({piece.text, inner[in].source, false});
      last_opaque = inner[in].verbatim ? inner.size() : in;
      continue;
    }
    // A verbatim stretch runs over as many pieces of `inner` as it covers.
    const bool last = i + 1 == outer.size();
    for (std::uint32_t at = piece.source;;) {
      const std::uint32_t text = piece.text + (at - piece.source);
      if (!last && text >= outer[i + 1].text) break;
      if (inner[in].verbatim) {
        out.push_back({text, inner[in].source + (at - inner[in].text), true});
        last_opaque = inner.size();
      } else if (in != last_opaque) {
        out.push_back({text, inner[in].source, false});
        last_opaque = in;
      }
      if (in + 1 == inner.size()) break;
      const std::uint32_t next = piece.text + (inner[in + 1].text - piece.source);
      if (!last && next >= outer[i + 1].text) break;
      at = inner[++in].text;
    }
  }
  return out;
}

}  // namespace dsk::mail
