// A word automaton in the form in which it travels best, for builds that are downloaded (bindings/wasm).
//
// Of an arc's target nothing need be written where the target is a node of its own: nodes stand after
// all they lead to, so it is the last one that nothing has led to yet. Only what nodes share is named,
// the commonest first. What is alike lies together, and a general compressor halves the rest.
//
// Bytes: the automaton's header without its checksum, then
//   u32[letters]   code points                    u32[letters]   arcs with each label
//   u8[arcs]       label | 128 at the last of a node
//   u8[nodes]      how often a node is named, as a number of bits
//   u8[…]          of each arc, those with the same label together: 0 its own node, else 1 + rank of
//                  the shared one, from `one_byte` on in steps of 256
//   u8[…]          what is left of those ranks    u8[…]          the notes
#pragma once

#include <string>
#include <string_view>

namespace dsk::spell {

// Of the bytes of an Automaton as build_automaton() makes them. Throws Error{dictionary} for one that
// has more than 127 letters or that would not come back the same.
std::string pack_words(std::string_view automaton);

// The bytes of the Automaton again. `packed` comes from pack_words().
std::string unpack_words(std::string_view packed);

}  // namespace dsk::spell
