// A word automaton in the form in which it travels best, for builds that are downloaded
// (bindings/wasm).
//
// Of an arc's target nothing need be written where the target is a node of its own: nodes stand
// after all they lead to, so it is the last one that nothing has led to yet. Only what nodes share
// is named, the commonest first.
//
// Bytes: the automaton's header without its checksum, then
//   u32[letters]   code points
//   u32 u32        nodes; bytes of the arcs
//   u32[24]        how many nodes are named so often, as a number of bits
//   u8[…]          the arcs, coded by what stands before (../range_coder.hpp): a label | 128 at the
//   last
//                  of a node (127 ends a term, 0 another form); then a note, or 0 for the node's
//                  own, else 1 + rank of the shared one, from `one_byte` on in steps of 256, whose
//                  rest follows; behind the last one how often the node itself is named
#pragma once

#include <string>
#include <string_view>

namespace dsk::spell {

// Of the bytes of an Automaton as build_automaton() makes them. Throws Error{dictionary} for one
// that has more than 126 letters or that would not come back the same.
std::string pack_words(std::string_view automaton);

// The bytes of the Automaton again. `packed` comes from pack_words().
std::string unpack_words(std::string_view packed);

}  // namespace dsk::spell
