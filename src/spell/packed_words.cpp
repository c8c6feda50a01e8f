#include "spell/packed_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "error.hpp"
#include "range_coder.hpp"
#include "spell/automaton.hpp"

namespace dsk::spell {
namespace {

constexpr std::size_t header_size = 32;
constexpr std::uint8_t last_of_node = 128;
constexpr Label end_of_term = 127;  // in place of 0, so that a note takes a byte
constexpr std::uint32_t one_byte = 190;  // ranks below it take a byte: 65 steps of 256 are left

// What stands before: the label before and how many arcs of its node; the label of an arc and
// whether it is the first; the last letter of a node, whether it is the only one, and whether a
// node of its own hangs on it.
constexpr std::size_t last_place = 4;  // from the fifth arc on they are alike
constexpr std::size_t of_targets = last_of_node * (last_place + 1);
constexpr std::size_t of_popularities = of_targets + 512, contexts = of_popularities + 512;

// The label before is the last of its node where this arc is a first one, and else is none.
std::size_t label_context(std::uint8_t before, std::size_t place) {
  return last_of_node * std::min(place, last_place) + before % last_of_node;
}

std::size_t target_context(std::uint8_t label, bool first) {
  return of_targets + label + (first ? 256u : 0u);
}

std::size_t popularity_context(Label last, bool only, bool owns) {
  return of_popularities + last + (only ? last_of_node : 0u) + (owns ? 256u : 0u);
}

[[noreturn]] void refuse(const char* why) {
  throw Error(Status::dictionary, std::string("these words cannot be packed: ") + why);
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  std::uint32_t value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

void put_u32(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

struct Header {
  std::uint32_t letters, arcs;

  explicit Header(std::string_view bytes) : letters(u32(bytes, 12)), arcs(u32(bytes, 16)) {}
};

// How many bits it takes to count how often a node is named; so many nodes for each, the greatest
// last.
constexpr std::size_t popularities = 24;
using Counts = std::array<std::uint32_t, popularities>;

// Where each popularity begins among the shared nodes, the greatest first; how many there are in
// [0].
Counts first_ranks(Counts counts) {
  std::uint32_t rank = 0;
  for (std::size_t bits = counts.size(); bits-- > 1;) {
    rank += counts[bits];
    counts[bits] = rank - counts[bits];
  }
  counts[0] = rank;
  return counts;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}
  std::string_view take(std::size_t size) {
    if (size > rest().size()) refuse("cut short");
    at_ += size;
    return {at_ - size, size};
  }
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

 private:
  const char* at_;
  const char* end_;
};

// What lies where.
struct Packed {
  std::string_view head, letters, arcs, rests, name;
  std::size_t nodes = 0;
  Counts counts{};

  explicit Packed(std::string_view bytes) {
    Reader in(bytes);
    head = in.take(header_size);
    letters = in.take(std::size_t{4} * Header(head).letters);
    const std::string_view sizes = in.take(12);
    nodes = u32(sizes, 0);
    const std::string_view counted = in.take(4 * counts.size());
    for (std::size_t at = 0; at < counts.size(); ++at) counts[at] = u32(counted, 4 * at);
    arcs = in.take(u32(sizes, 4));
    rests = in.take(u32(sizes, 8));
    name = in.rest();
  }
};

// Of each label; of 0 that of none.
std::array<std::uint32_t, last_of_node> bits_of(std::string_view letters, std::size_t count) {
  std::array<std::uint32_t, last_of_node> bits{no_letters_bit};
  for (std::size_t label = 1; label <= count && label < bits.size(); ++label)
    bits[label] = letter_bit(u32(letters, 4 * (label - 1)));
  return bits;
}

// The nodes of an automaton in their order: which of them arcs have to name, and by what.
struct Nodes {
  std::vector<std::uint32_t> number;  // of the node that begins at an arc
  // By arc: whether it leads to the last node that nothing has led to yet.
  std::vector<bool> own;
  std::vector<std::uint8_t> popularity;  // how often each is named, in bits
  std::vector<std::uint32_t> rank;       // of those that are named, the commonest first
  Counts counts{};

  Nodes(const Automaton& words, std::uint32_t arcs) : number(arcs), own(arcs) {
    std::vector<std::uint32_t> waiting;  // nodes that nothing has led to yet
    std::vector<std::uint32_t> times;    // a node is named
    for (std::uint32_t at = node_heads, begin = at; at < arcs; ++at) {
      if (!words.arc(at).last()) continue;
      for (std::uint32_t back = at + 1; back-- > begin;) {
        const Automaton::Arc arc = words.arc(back);
        if (arc.label() == 0) continue;
        own[back] = !waiting.empty() && waiting.back() == arc.target();
        if (own[back])
          waiting.pop_back();
        else
          ++times[number[arc.target()]];
      }
      number[begin] = static_cast<std::uint32_t>(times.size());
      times.push_back(0);
      waiting.push_back(begin);
      at += node_heads;
      begin = at + 1;
    }
    for (const std::uint32_t count : times) {
      popularity.push_back(static_cast<std::uint8_t>(std::bit_width(count)));
      if (popularity.back() >= popularities) refuse("a node that is named too often");
      ++counts[popularity.back()];
    }
    Counts next = first_ranks(counts);
    for (const std::uint8_t bits : popularity) rank.push_back(bits == 0 ? 0 : next[bits]++);
  }
};

}  // namespace

std::string pack_words(std::string_view automaton) {
  const Automaton words(automaton, true);
  const Header header(automaton);
  if (header.letters >= end_of_term) refuse("more than 126 letters");

  const Nodes nodes(words, header.arcs);
  RangeWriter coded(contexts);
  std::string rests;  // the second halves of ranks, which nothing foretells
  std::uint8_t before = 0;
  std::size_t node = 0;
  bool owns = false;  // the node at hand, so far
  for (std::uint32_t at = 0, begin = node_heads; at < header.arcs; ++at) {
    if (at < begin) continue;
    const Automaton::Arc arc = words.arc(at);
    const bool first = at == begin;
    if (first) owns = false;
    const bool term = arc.label() == 0 && Note{arc.target()}.has(Note::term);
    const Label letter = term ? end_of_term : arc.label();
    const auto label = static_cast<std::uint8_t>(letter | (arc.last() ? last_of_node : 0));
    coded.put(label_context(before, at - begin), label);
    before = label;
    const std::size_t context = target_context(label, first);
    if (arc.label() == 0) {
      const std::uint32_t note = arc.target() & ~(term ? Note::term : 0u);
      if (note > 255) refuse("a note of more than a byte");
      coded.put(context, static_cast<std::uint8_t>(note));
    } else if (const std::uint32_t named = nodes.rank[nodes.number[arc.target()]];
               nodes.own[at]) {
      coded.put(context, 0);
      owns = true;
    } else if (named < one_byte) {
      coded.put(context, static_cast<std::uint8_t>(1 + named));
    } else {
      const std::uint32_t left = named - one_byte;
      if (left >= 65 * 256) refuse("too many shared nodes");
      coded.put(context, static_cast<std::uint8_t>(1 + one_byte + left / 256));
      rests.push_back(static_cast<char>(left % 256));
    }
    if (!arc.last()) continue;
    coded.put(popularity_context(letter, first, owns), nodes.popularity[node++]);
    begin = at + 1 + node_heads;
  }

  std::string packed(automaton.substr(0, header_size));
  packed += automaton.substr(header_size, std::size_t{4} * header.letters);
  const std::string arcs = coded.finish();
  put_u32(packed, static_cast<std::uint32_t>(nodes.rank.size()));
  put_u32(packed, static_cast<std::uint32_t>(arcs.size()));
  put_u32(packed, static_cast<std::uint32_t>(rests.size()));
  for (const std::uint32_t count : nodes.counts) put_u32(packed, count);
  packed += arcs;
  packed += rests;
  packed += automaton.substr(header_size + std::size_t{4} * (header.letters + header.arcs));
  if (unpack_words(packed) != automaton) refuse("they would not come back the same");
  return packed;
}

std::string unpack_words(std::string_view packed) {
  Packed in(packed);
  const Header header(in.head);
  const std::array<std::uint32_t, last_of_node> bits = bits_of(in.letters, header.letters);
  const std::size_t nodes = in.nodes;
  if (nodes > header.arcs / node_heads) refuse("damaged");
  const std::size_t count = header.arcs - node_heads * nodes;
  RangeReader coded(in.arcs, contexts);
  Reader rests(in.rests);

  Counts next = first_ranks(in.counts);
  if (next[0] > nodes) refuse("damaged");
  std::vector<std::uint32_t> shared(next[0]);
  // One call of this function does it all, so an engine that compiles what runs often never comes
  // to it (WebAssembly): plain pointers are what is fast without.
  const std::unique_ptr<std::uint32_t[]> waiting_nodes(new std::uint32_t[nodes + 1]());
  std::uint32_t* const bottom = waiting_nodes.get();
  std::uint32_t* waiting = bottom;
  const std::unique_ptr<std::uint32_t[]> all_arcs(new std::uint32_t[header.arcs]());
  std::uint32_t* const arcs = all_arcs.get();
  const std::unique_ptr<std::uint8_t[]> all_labels(new std::uint8_t[count]());
  std::uint8_t* const labels = all_labels.get();
  const std::uint32_t* const ranked = shared.data();
  const std::size_t ranked_size = shared.size();
  std::size_t node = 0;
  std::size_t begin = node_heads;  // of the node at hand
  std::uint8_t before = 0;
  for (std::size_t read = 0; read < count; ++read) {
    // Which of its own nodes an arc has is known when all arcs of the node are.
    if (node >= nodes) refuse("damaged");
    const std::size_t heads = node_heads * (node + 1);
    const std::size_t at = read + heads;
    const bool first = at == begin;
    const std::uint8_t label = coded.next(label_context(before, at - begin));
    labels[read] = before = label;
    const Label letter = label & (last_of_node - 1);
    std::uint32_t target = coded.next(target_context(label, first));
    if (letter == 0) {
      // The note of a form that ends here.
    } else if (letter == end_of_term) {
      labels[read] = label & last_of_node;
      target |= Note::term;
    } else if (const std::uint32_t step = target; step == 0) {
      target = Automaton::nowhere;
    } else {
      std::uint32_t rank = step - 1;
      if (rank >= one_byte)
        rank = one_byte + (rank - one_byte) * 256 + static_cast<std::uint8_t>(rests.take(1)[0]);
      target = rank < ranked_size ? ranked[rank] : 0;
      if (target == 0) refuse("damaged");
    }
    arcs[at] = target;
    if ((label & last_of_node) == 0) continue;

    std::uint32_t ahead = 0;
    std::uint32_t below = 0;
    bool owns = false;
    for (std::size_t back = at + 1; back-- > begin;) {
      if (arcs[back] == Automaton::nowhere) {
        if (waiting == bottom) refuse("damaged");
        arcs[back] = *--waiting;
        owns = true;
      }
      const auto letter_and_last = labels[back - heads];
      const Label way = letter_and_last & (last_of_node - 1);
      ahead |= bits[way];
      if (way != 0) below |= bits[way] | arcs[arcs[back] - 1];
      arcs[back] = way | (letter_and_last & last_of_node) * 2u | arcs[back] << 9;
    }
    arcs[begin - 2] = ahead;
    arcs[begin - 1] = below;
    const auto here = static_cast<std::uint32_t>(begin);
    *waiting++ = here;
    ++node;
    if (const std::uint8_t times = coded.next(popularity_context(letter, first, owns));
        times != 0) {
      if (times >= popularities || next[times] >= shared.size()) refuse("damaged");
      shared[next[times]++] = here;
    }
    begin = at + 1 + node_heads;
  }
  std::string bytes;
  bytes.reserve(in.head.size() + in.letters.size() + header.arcs * sizeof *arcs + in.name.size());
  bytes += in.head;
  bytes += in.letters;
  bytes.append(reinterpret_cast<const char*>(arcs), header.arcs * sizeof *arcs);
  bytes += in.name;
  return bytes;
}

}  // namespace dsk::spell
