#include "lexicon/packed_archive.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

#include "error.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/packed_bytes.hpp"
#include "lexicon/ranks.hpp"
#include "range_coder.hpp"
#include "text/words.hpp"

namespace dsk::lexicon {
namespace {

// The block: the bytes of each stream and of the coded ones together, u32; an archive without
// tables; the plain streams; the coded ones, which range_coder.hpp makes smaller than what
// compresses all of it.
enum StreamId : std::size_t {
  symbols,   // of the entries, each less the one before
  hashes,    // of the entries without a word
  lows,      // of the first symbol of a new set its lower byte
  set_lows,  // the lower bytes of what is great among the sets,
  use_lows,  // the uses
  target_lows,  // and the targets
  sizes,     // rows of the tables
  steps,     // by what the other symbols of a new set rise
  kCoded,
  words = kCoded,  // the entries' own, which are shorter than their hashes, by their symbols, from
                   // where they part from the one before to a 0; of no word the hash is known
  highs,     // of the first symbol of a new set its upper byte
  classes,   // of the entries: class, times two; 1 more for an exception
  ends,      // set, times four; 1 more where the sentence ends too; 2 more where lead and mend
             // follow, this as 0 for none, 1 for the next new one, else how far back it is
  kOfTwo,    // From here on what follows a zero too is alike, and what does not.
  gaps = kOfTwo,  // of each node: how many words may be passed there
  shared,    // of the words: how many letters are those of the one before
  members,   // of the new sets: how many symbols there are
  endings,   // of each node: how many sets end here
  counts,    // classes of each entry
  groups,    // of each node: how many groups of edges with one target it has
  sets,      // of the new ones: 0 for new symbols, else their rank
  uses,      // of the groups: the rank of the first seen, from there on to the next; 0: a new one
  targets,   // of the new groups: the rank of the node, 0 for a new one
  kStreams,
};

// The archive behind it wants to be aligned.
constexpr std::size_t kHead = 4 * (kStreams + 2 - kStreams % 2);
constexpr std::uint32_t kRoots = 2;
constexpr std::size_t kFirstOfTwo = 256 * (kOfTwo - kCoded);
constexpr std::size_t kContexts = kFirstOfTwo + 2 * (kStreams - kOfTwo);
// A byte is like those of its stream that follow the same one.
std::size_t context_of(std::size_t stream, std::uint8_t before) {
  return stream < kOfTwo ? 256 * (stream - kCoded) + before
                         : kFirstOfTwo + 2 * (stream - kOfTwo) + (before != 0);
}
// A symbol as a number without gaps: anything, classes, marks, words.
std::uint32_t dense(std::uint32_t symbol, std::uint32_t class_count) {
  if (symbol == kAny) return 0;
  if ((symbol & kClassBit) != 0) return 1 + (symbol & ~kClassBit);
  if ((symbol & kMarkBit) != 0) return 1 + class_count + (symbol & ~kMarkBit);
  return 1 + class_count + kMarks + symbol;
}

std::uint32_t sparse(std::uint32_t number, std::uint32_t class_count) {
  if (number == 0) return kAny;
  if (--number < class_count) return kClassBit | number;
  number -= class_count;
  return number < kMarks ? kMarkBit | number : number - kMarks;
}

// What goes on from one node often goes on from others too, so groups come again and again, near
// each other as nodes are numbered in depth.
struct Seen {
  std::map<std::vector<std::uint32_t>, std::uint32_t> sets;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> groups;  // set and target
  std::map<std::uint32_t, std::uint32_t> met;  // nodes, by how many were met before
  Favourites ranked_sets;
  Latest ranked_groups, ranked_nodes;
};

template <class Ranks>
std::uint32_t rise(Ranks& ranks, std::uint32_t item) {
  const std::uint32_t rank = ranks.rank_of(item);
  ranks.take(rank);
  return rank;
}

void write_set(const std::vector<std::uint32_t>& symbols, std::array<ByteWriter, kStreams>& out) {
  out[members].number(static_cast<std::uint32_t>(symbols.size()));
  if (symbols.front() > 0xFFFF) throw Error(Status::lexicon, "too many words to pack");
  out[lows].byte(symbols.front() & 0xFF);
  out[highs].byte(symbols.front() >> 8);
  for (std::size_t at = 1; at < symbols.size(); ++at)
    out[steps].number(symbols[at] - symbols[at - 1]);
}

void write_edges(const Pack& pack, const Node& node, Seen& seen,
                 std::array<ByteWriter, kStreams>& out) {
  std::vector<std::uint32_t> order;  // targets, as they come
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_target;
  const auto all = pack.edges.subspan(node.first_edge, node.edge_count);
  std::vector<Edge> edges(all.begin(), all.end());
  std::sort(edges.begin(), edges.end(),
            [](const Edge& a, const Edge& b) { return a.symbol < b.symbol; });
  for (const Edge& edge : edges) {
    std::vector<std::uint32_t>& group = by_target[edge.node];
    if (group.empty()) order.push_back(edge.node);
    group.push_back(dense(edge.symbol, static_cast<std::uint32_t>(pack.class_names.size())));
  }
  struct Fresh {
    std::uint32_t target, set;
    bool new_set;
    const std::vector<std::uint32_t>* symbols;
  };
  std::vector<std::uint32_t> known;  // by rank
  std::vector<Fresh> fresh;
  for (const std::uint32_t target : order) {
    std::vector<std::uint32_t>& group = by_target[target];
    std::sort(group.begin(), group.end());
    const auto [set, new_set] =
        seen.sets.try_emplace(group, static_cast<std::uint32_t>(seen.sets.size()));
    const auto [use, new_use] = seen.groups.try_emplace(
        {set->second, target}, static_cast<std::uint32_t>(seen.groups.size()));
    if (new_use) fresh.push_back({target, set->second, new_set, &group});
    else known.push_back(seen.ranked_groups.rank_of(use->second));
  }
  out[groups].number(static_cast<std::uint32_t>(order.size()));
  std::sort(known.begin(), known.end());
  std::uint32_t next = 0;  // what is taken has no say in the ranks behind it
  for (const std::uint32_t rank : known) {
    out[uses].parted(rank + 1 - next, out[use_lows]);
    seen.ranked_groups.take(rank);
    next = rank + 1;
  }
  for (const Fresh& one : fresh) {
    out[uses].byte(0);
    seen.ranked_groups.add(static_cast<std::uint32_t>(seen.ranked_groups.size()));
    const auto met = static_cast<std::uint32_t>(seen.met.size());
    const auto [node, new_node] = seen.met.try_emplace(one.target, met);
    out[targets].parted(new_node ? 0 : rise(seen.ranked_nodes, node->second) + 1,
                        out[target_lows]);
    if (new_node) seen.ranked_nodes.add(met);
    out[sets].parted(one.new_set ? 0 : rise(seen.ranked_sets, one.set) + 1, out[set_lows]);
    if (!one.new_set) continue;
    write_set(*one.symbols, out);
    seen.ranked_sets.add(one.set);
  }
}

// Mends are numbered as the nodes come to them.
class MendNumbers {
 public:
  std::uint32_t number(MendId mend) {
    if (mend == 0) return 0;
    if (mend == met_ + 1u) return ++met_, 1;
    return met_ + 2u - mend;
  }
  MendId mend(std::uint32_t number) {
    if (number == 0) return 0;
    if (number == 1) return ++met_;
    return static_cast<MendId>(met_ + 2u - number);
  }

 private:
  MendId met_ = 0;
};

struct Tables {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> entry_classes;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<End> ends;
  std::vector<std::uint32_t> roots;
};

// In the order of their symbols words that were alternatives in a phrase stand together.
std::vector<std::size_t> by_symbol(const std::vector<Entry>& entries,
                                   const std::vector<std::string>& words) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (entries[a].symbol != entries[b].symbol) return entries[a].symbol < entries[b].symbol;
    return words.empty() ? a < b : words[a] < words[b];
  });
  return order;
}

void write_entries(const Pack& pack, const std::vector<Entry>& used,
                   std::array<ByteWriter, kStreams>& out) {
  std::uint32_t before = 0;
  std::string_view last;
  for (const std::size_t at : by_symbol(used, pack.words)) {
    const Entry& entry = used[at];
    const std::string_view word = pack.words.empty() ? std::string_view() : pack.words[at];
    const auto same = std::mismatch(word.begin(), word.end(), last.begin(), last.end()).first;
    out[shared].number(static_cast<std::uint32_t>(same - word.begin()));
    for (auto letter = same; letter != word.end(); ++letter)
      out[words].byte(static_cast<std::uint8_t>(*letter));
    out[words].byte(0);
    if (word.empty())
      for (unsigned shift = 0; shift < 64; shift += 8)
        out[hashes].byte(static_cast<std::uint8_t>(entry.hash >> shift));
    last = word;
    out[symbols].number(entry.symbol - before);
    before = entry.symbol;
    out[counts].number(entry.class_count);
    for (const std::uint32_t id : pack.entry_classes.subspan(entry.first_class, entry.class_count))
      out[classes].number((id & ~kClassBit) << 1 | id >> 31);
  }
}

// `last` is the word before, and the one read afterwards.
std::uint64_t read_hash(std::array<ByteReader, kStreams>& in, std::string& last) {
  const std::uint32_t same = in[shared].number();
  if (same > last.size()) throw Error(Status::lexicon, "this packed rule pack is damaged");
  last.resize(same);
  while (const std::uint32_t letter = in[words].byte()) last.push_back(static_cast<char>(letter));
  if (!last.empty()) return hash_folded(last);
  std::uint64_t hash = 0;
  for (unsigned shift = 0; shift < 64; shift += 8)
    hash |= std::uint64_t{in[hashes].byte()} << shift;
  return hash;
}

void read_entries(std::array<ByteReader, kStreams>& in, std::size_t used,
                  std::uint32_t asked_classes, Tables& tables) {
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t symbol = 0;
    std::vector<std::uint32_t> classes;
  };
  std::vector<Word> known(used);
  std::uint32_t symbol = 0;
  std::string last;
  for (Word& word : known) {
    word.hash = read_hash(in, last);
    word.symbol = symbol += in[symbols].number();
    for (std::uint32_t left = in[counts].number(); left > 0; --left) {
      const std::uint32_t id = in[classes].number();
      word.classes.push_back(id >> 1 | ((id & 1) != 0 ? kClassBit : 0));
    }
  }
  std::sort(known.begin(), known.end(),
            [](const Word& a, const Word& b) { return a.hash < b.hash; });
  const std::size_t mask = tables.entries.size() - 1;
  for (const auto& [hash, symbol_of, classes_of] : known) {
    std::size_t at = Pack::slot(hash) & mask;
    while (tables.entries[at].hash != 0) at = (at + 1) & mask;
    tables.entries[at] = {hash, 0, symbol_of,
                          static_cast<std::uint32_t>(tables.entry_classes.size()),
                          static_cast<std::uint32_t>(classes_of.size()), 0};
    tables.entry_classes.insert(tables.entry_classes.end(), classes_of.begin(), classes_of.end());
    finish(tables.entries[at], tables.entry_classes, asked_classes);
  }
}

// What has been read of the edges so far.
struct Known {
  struct Group {
    std::uint32_t set = 0, target = 0;  // the target by how many were met before
  };
  std::vector<std::vector<std::uint32_t>> sets;
  std::vector<Group> groups;
  std::vector<std::uint32_t> ahead;   // nodes met and not yet read
  std::vector<std::uint32_t> numbers; // of the nodes met, once they are read
  MendNumbers mends;
  Favourites ranked_sets;
  Latest ranked_groups, ranked_nodes;
};

template <class Ranks>
std::uint32_t take(Ranks& ranks, std::uint32_t rank) {
  if (rank >= ranks.size()) throw Error(Status::lexicon, "this packed rule pack is damaged");
  return ranks.take(rank);
}

std::vector<std::uint32_t> read_set(std::array<ByteReader, kStreams>& in,
                                    std::uint32_t class_count) {
  std::uint32_t number = in[lows].byte();
  number |= in[highs].byte() << 8;
  std::vector<std::uint32_t> symbols{sparse(number, class_count)};
  for (std::uint32_t left = in[members].number(); left > 1; --left)
    symbols.push_back(sparse(number += in[steps].number(), class_count));
  std::sort(symbols.begin(), symbols.end());
  return symbols;
}

Known::Group read_fresh(std::array<ByteReader, kStreams>& in, std::uint32_t class_count,
                        Known& so_far) {
  Known::Group group;
  if (const std::uint32_t rank = in[targets].parted(in[target_lows]); rank != 0) {
    group.target = take(so_far.ranked_nodes, rank - 1);
  } else {
    group.target = static_cast<std::uint32_t>(so_far.numbers.size());
    so_far.numbers.push_back(0);
    so_far.ahead.push_back(group.target);
    so_far.ranked_nodes.add(group.target);
  }
  if (const std::uint32_t rank = in[sets].parted(in[set_lows]); rank != 0) {
    group.set = take(so_far.ranked_sets, rank - 1);
  } else {
    group.set = static_cast<std::uint32_t>(so_far.sets.size());
    so_far.sets.push_back(read_set(in, class_count));
    so_far.ranked_sets.add(group.set);
  }
  so_far.ranked_groups.add(static_cast<std::uint32_t>(so_far.groups.size()));
  so_far.groups.push_back(group);
  return group;
}

// Its edges lead to nodes as they were met.
Node read_node(std::array<ByteReader, kStreams>& in, std::uint32_t class_count, Known& so_far,
               Tables& tables) {
  Node node;
  node.gap = in[gaps].number() & 0x7F;
  node.first_edge = static_cast<std::uint32_t>(tables.edges.size());
  const auto first_ahead = static_cast<std::ptrdiff_t>(so_far.ahead.size());
  std::uint32_t next = 0;
  for (std::uint32_t left = in[groups].number(); left > 0; --left) {
    Known::Group group;
    if (const std::uint32_t on = in[uses].parted(in[use_lows]); on == 0) {
      group = read_fresh(in, class_count, so_far);
    } else {
      next += on;
      group = so_far.groups[take(so_far.ranked_groups, next - 1)];
    }
    const std::vector<std::uint32_t>& symbols = so_far.sets[group.set];
    tables.edges.resize(tables.edges.size() + symbols.size());
    Edge* edge = tables.edges.data() + tables.edges.size() - symbols.size();
    for (const std::uint32_t symbol : symbols) *edge++ = {symbol, group.target};
  }
  std::reverse(so_far.ahead.begin() + first_ahead, so_far.ahead.end());
  node.edge_count = static_cast<std::uint32_t>(tables.edges.size()) - node.first_edge;
  node.first_end = static_cast<std::uint32_t>(tables.ends.size());
  node.end_count = static_cast<std::uint8_t>(in[endings].number());
  for (std::uint32_t i = 0; i < node.end_count; ++i) {
    const std::uint32_t end = in[ends].number();
    const bool more = (end & 2) != 0;
    const std::uint32_t lead = more ? in[ends].number() : 0;
    const MendId mend = more ? so_far.mends.mend(in[ends].number()) : MendId{0};
    tables.ends.push_back({static_cast<std::uint8_t>(end & 1), static_cast<std::uint8_t>(lead),
                           mend, end >> 2});
  }
  return node;
}

void read_nodes(std::array<ByteReader, kStreams>& in, std::uint32_t class_count,
                std::uint32_t count, Tables& tables) {
  Known so_far;
  for (std::uint32_t number = 0; number < count; ++number) {
    if (number >= kRoots) {
      if (so_far.ahead.empty()) throw Error(Status::lexicon, "this packed rule pack is damaged");
      so_far.numbers[so_far.ahead.back()] = number;
      so_far.ahead.pop_back();
    }
    tables.nodes.push_back(read_node(in, class_count, so_far, tables));
  }
  for (Edge& edge : tables.edges) edge.node = so_far.numbers[edge.node];
}

std::string code(const std::array<ByteWriter, kStreams>& out) {
  RangeWriter coded(kContexts);
  for (std::size_t id = kCoded; id < kStreams; ++id) {
    std::uint8_t before = 0;
    for (const std::byte one : out[id].bytes) {
      const auto byte = static_cast<std::uint8_t>(one);
      coded.put(context_of(id, before), byte);
      before = byte;
    }
  }
  return coded.finish();
}

// The coded streams one after the other, of so many bytes each.
std::vector<std::byte> decode(std::span<const std::byte> block,
                              const std::array<std::uint32_t, kStreams>& sizes) {
  const std::uint64_t all = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  // No pack is packed so tightly, and nobody's memory is to be asked for more.
  if (all > 256 * std::uint64_t{block.size()})
    throw Error(Status::lexicon, "this packed rule pack is damaged");
  RangeReader coded({reinterpret_cast<const char*>(block.data()), block.size()}, kContexts);
  std::vector<std::byte> bytes(all);
  std::byte* at = bytes.data();
  for (std::size_t id = kCoded; id < kStreams; ++id) {
    std::uint8_t before = 0;
    for (std::uint32_t left = sizes[id]; left > 0; --left)
      *at++ = static_cast<std::byte>(before = coded.next(context_of(id, before)));
  }
  return bytes;
}

}  // namespace

std::vector<std::byte> write_packed(const Pack& pack) {
  std::array<ByteWriter, kStreams> out;
  std::vector<Entry> used;
  for (const Entry& entry : pack.entries)
    if (entry.hash != 0) used.push_back(entry);
  std::sort(used.begin(), used.end(),
            [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
  for (const std::size_t size : {pack.entries.size(), used.size(), pack.nodes.size(),
                                 pack.edges.size()})
    out[sizes].number(static_cast<std::uint32_t>(size));

  write_entries(pack, used, out);
  Seen seen;
  MendNumbers mends;
  for (const Node& node : pack.nodes) {
    out[gaps].number(node.gap);
    write_edges(pack, node, seen, out);
    out[endings].number(node.end_count);
    for (const End& end : pack.ends.subspan(node.first_end, node.end_count)) {
      const bool more = (end.lead | end.mend) != 0;
      out[ends].number(end.set << 2 | (more ? 2u : 0u) | end.at_end);
      if (!more) continue;
      out[ends].number(end.lead);
      out[ends].number(mends.number(end.mend));
    }
  }

  Pack rest = pack;
  rest.entries = {};
  rest.entry_classes = {};
  rest.nodes = {};
  rest.edges = {};
  rest.ends = {};
  rest.roots = {};
  const std::string coded = code(out);
  ByteWriter block;
  const auto size = [&](std::size_t bytes) {
    for (unsigned shift = 0; shift < 32; shift += 8)
      block.byte(static_cast<std::uint8_t>(bytes >> shift));
  };
  for (const ByteWriter& stream : out) size(stream.bytes.size());
  size(coded.size());
  block.bytes.resize(kHead);
  block.append(write(rest));
  for (std::size_t id = 0; id < kCoded; ++id) block.append(out[id].bytes);
  for (const char byte : coded) block.byte(static_cast<std::uint8_t>(byte));
  return std::move(block.bytes);
}

Pack open_packed(std::span<const std::byte> block) {
  std::array<ByteReader, kStreams> in;
  std::size_t end = block.size();
  const auto size_of = [&](std::size_t id) {
    std::uint32_t size = 0;
    if (block.size() >= kHead) std::memcpy(&size, block.data() + 4 * id, sizeof size);
    return size;
  };
  const auto take = [&](std::uint32_t size) {
    if (end < kHead + size) throw Error(Status::lexicon, "this packed rule pack is cut short");
    end -= size;
    return block.subspan(end, size);
  };
  std::array<std::uint32_t, kStreams> coded{};
  for (std::size_t id = kCoded; id < kStreams; ++id) coded[id] = size_of(id);
  const std::vector<std::byte> decoded = decode(take(size_of(kStreams)), coded);
  const std::byte* at = decoded.data();
  for (std::size_t id = kCoded; id < kStreams; at += coded[id++])
    in[id] = ByteReader({at, coded[id]});
  for (std::size_t id = kCoded; id-- > 0;) in[id] = ByteReader(take(size_of(id)));
  Pack pack = open(block.subspan(kHead, end - kHead));

  const auto tables = std::make_shared<Tables>();
  tables->entries.resize(in[sizes].number());
  const std::uint32_t used = in[sizes].number();
  const std::uint32_t node_count = in[sizes].number();
  tables->nodes.reserve(node_count);
  tables->edges.reserve(in[sizes].number());
  read_entries(in, used, pack.asked_classes, *tables);
  const auto class_count = static_cast<std::uint32_t>(pack.class_names.size());
  read_nodes(in, class_count, node_count, *tables);
  for (const End& end : tables->ends)
    if (end.mend > pack.mends.size())
      throw Error(Status::lexicon, "this packed rule pack is damaged");
  for (Node& node : tables->nodes) finish(node, tables->edges);
  tables->roots = first_steps(tables->nodes, tables->edges, pack.symbols, class_count);

  pack.entries = tables->entries;
  pack.entry_classes = tables->entry_classes;
  pack.nodes = tables->nodes;
  pack.edges = tables->edges;
  pack.ends = tables->ends;
  pack.roots = tables->roots;
  pack.storage = tables;
  return pack;
}

}  // namespace dsk::lexicon
