#include "lexicon/trie_builder.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "error.hpp"
#include "lexicon/settings.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, kBuiltinClasses> kBuiltinNames = {
    "word", "number",     "name", "caps",  "url", "path",        "email",
    "host", "identifier", "code", "label", "key", "placeholder", "emoji"};

// Elements [first, last) became one: the places behind them move. What is meant for a part of them
// cannot be said of the one.
void join(std::vector<Change>& changes, std::size_t first, std::size_t last) {
  const std::size_t fewer = last - first - 1;
  for (Change& change : changes) {
    const bool apart = change.last <= first || change.first >= last;
    if (!apart && (change.first > first || change.last < last)) {
      changes.clear();
      return;
    }
    if (change.first >= last) change.first -= fewer;
    if (change.last >= last) change.last -= fewer;
  }
}

constexpr std::uint8_t kLongestGap = 0x7F;  // of a node

std::vector<std::string> split(std::string_view spaced) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= spaced.size();) {
    const std::size_t space = std::min(spaced.find(' ', at), spaced.size());
    parts.emplace_back(spaced.substr(at, space - at));
    at = space + 1;
  }
  return parts;
}

}  // namespace

TrieBuilder::TrieBuilder(const Pack* base) : has_base_(base != nullptr) {
  if (base) {
    class_names_.assign(base->class_names.begin(), base->class_names.end());
    sets_ = base->sets;
    for (const Mend& mend : base->mends)
      mends_.push_back({mend.first, mend.last, std::string(mend.text)});
    for (const Mended& mend : mends_)
      mend_ids_.emplace(mend, static_cast<MendId>(mend_ids_.size() + 1));
    base_mends_ = mends_.size();
    for (const Part& alias : base->aliases) add_alias(alias.name, alias.value);
    for (const Part& form : base->joined) add_joined(form.name, form.value);
  } else {
    class_names_.assign(kBuiltinNames.begin(), kBuiltinNames.end());
  }
}

bool TrieBuilder::has_class(std::string_view name) const {
  return std::find(class_names_.begin(), class_names_.end(), name) != class_names_.end();
}

std::uint32_t TrieBuilder::class_id(std::string_view name) const {
  const auto found = std::find(class_names_.begin(), class_names_.end(), name);
  if (found == class_names_.end())
    throw Error(Status::lexicon,
                "there is no word class <" + std::string(name) + ">" +
                    did_you_mean(name, {class_names_.begin(), class_names_.end()}) +
                    "; define it in a [class." + std::string(name) + "] table");
  return static_cast<std::uint32_t>(found - class_names_.begin());
}

TrieBuilder::WordInfo& TrieBuilder::info(std::string_view word) {
  WordInfo& info = words_[hash_folded(word)];
  if (info.text.empty()) info.text = word;
  return info;
}

std::uint32_t TrieBuilder::symbol(std::string_view word) {
  const auto alias = aliases_.find(word);
  WordInfo& it = info(alias == aliases_.end() ? word : std::string_view(alias->second));
  if (it.symbol == 0) it.symbol = next_symbol_++;
  return it.symbol;
}

void TrieBuilder::add_class(std::string_view name, const std::vector<std::string>& words,
                            const std::vector<std::string>& suffixes,
                            const std::vector<std::string>& except) {
  if (!has_class(name)) class_names_.emplace_back(name);
  if (class_names_.size() > 0xFFFF) throw Error(Status::lexicon, "too many word classes");
  const std::uint32_t id = class_id(name);
  for (const std::string& word : words) {
    std::vector<std::uint32_t>& classes = info(utf8::lower(word)).classes;
    if (std::find(classes.begin(), classes.end(), id) == classes.end()) classes.push_back(id);
  }
  for (const std::string& suffix : suffixes) suffixes_.push_back({id, keep(suffix)});
  // An exception is a known word without the class: suffixes are tried on unknown words only, or on
  // known ones that no exception names. Marked by the class with its top bit.
  for (const std::string& word : except) info(utf8::lower(word)).classes.push_back(id | kClassBit);
}

void TrieBuilder::add_alias(std::string_view form, std::string_view word) {
  aliases_.emplace(form, word);
}

void TrieBuilder::add_joined(std::string_view form, std::string_view spaced) {
  joined_.emplace(form, spaced);
}

void TrieBuilder::add(SetId set, std::string_view pattern, bool may_mend) {
  for (const Sequence& sequence : expand(pattern)) {
    if (!may_mend && !sequence.changes.empty())
      throw Error(Status::lexicon, "nothing is offered for this phrase; leave out the brackets", 0,
                  static_cast<std::uint32_t>(pattern.find('[') + 1));
    insert(set, sequence);
    for (const auto& [form, spaced] : joined_) {
      const std::vector<std::string> parts = split(spaced);
      for (std::size_t at = 0; at + parts.size() <= sequence.elements.size(); ++at) {
        bool same = true;
        for (std::size_t i = 0; i < parts.size(); ++i) {
          const Element& element = sequence.elements[at + i];
          same = same && element.kind == Element::Kind::word && element.text == parts[i];
        }
        if (!same) continue;
        Sequence shorter = sequence;
        const auto begin = shorter.elements.begin() + static_cast<std::ptrdiff_t>(at);
        shorter.elements.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(parts.size()));
        begin->text = form;
        join(shorter.changes, at, at + parts.size());
        insert(set, shorter);
      }
    }
  }
}

std::uint32_t TrieBuilder::edge_symbol(const Element& element) {
  switch (element.kind) {
    case Element::Kind::word: return symbol(element.text);
    case Element::Kind::class_of: return kClassBit | class_id(element.text);
    case Element::Kind::mark: return kMarkBit | static_cast<unsigned char>(element.text[0]);
    case Element::Kind::any: return kAny;
  }
  return kAny;
}

MendId TrieBuilder::mend_of(const Sequence& sequence) {
  Mended mend = mended(sequence);
  if (mend.text.empty()) return 0;
  if (mends_.size() >= 0xFFFF) throw Error(Status::lexicon, "too many phrases say what is meant");
  const auto [known, added] =
      mend_ids_.try_emplace(std::move(mend), static_cast<MendId>(mends_.size() + 1));
  if (added) mends_.push_back(known->first);
  return known->second;
}

// A phrase that began with any word would be tried at every word. It begins with what follows, and
// the words before that are counted where it ends.
std::uint8_t TrieBuilder::lead_of(const Sequence& sequence) {
  if (sequence.at_start) return 0;
  std::uint8_t lead = 0;
  for (const Element& element : sequence.elements) {
    if (element.kind == Element::Kind::any) return 0;
    if (element.kind != Element::Kind::class_of || element.text != kBuiltinNames[class_word])
      return lead;
    ++lead;
  }
  return 0;
}

void TrieBuilder::insert(SetId set, const Sequence& sequence) {
  std::uint32_t node = sequence.at_start ? 1 : 0;
  const std::uint8_t lead = lead_of(sequence);
  for (std::size_t at = lead; at < sequence.elements.size(); ++at) {
    const std::uint32_t by = edge_symbol(sequence.elements[at]);
    const auto [edge, added] =
        nodes_[node].edges.emplace(by, static_cast<std::uint32_t>(nodes_.size()));
    node = edge->second;
    if (added) nodes_.emplace_back();
  }
  const End end{sequence.at_end, lead, mend_of(sequence), set};
  std::vector<End>& ends = nodes_[node].ends;
  // Said twice, the first time that says what is meant counts.
  const auto same = std::find_if(ends.begin(), ends.end(), [&](const End& other) {
    return other.set == end.set && other.at_end == end.at_end && other.lead == end.lead;
  });
  if (same == ends.end()) ends.push_back(end);
  else if (same->mend == 0) same->mend = end.mend;
  if (ends.size() > 0xFF) throw Error(Status::lexicon, "too many rules have this phrase");
}

// Where any word leads to a node from which the same goes on, it may as well be passed here: a gap
// of three words is one node, not four.
void TrieBuilder::stay_in_gap(BuildNode& node) const {
  const auto any = node.edges.find(kAny);
  if (any == node.edges.end()) return;
  const BuildNode& next = nodes_[any->second];
  std::map<std::uint32_t, std::uint32_t> edges = next.edges;
  edges[kAny] = any->second;
  if (!next.ends.empty() || edges != node.edges || next.gap == kLongestGap) return;
  node.edges = next.edges;
  node.gap = static_cast<std::uint8_t>(next.gap + 1);
}

// Nodes from which the same phrases go on are one node: "(a|b|c) (d|e|f)" costs 6 edges, not 12.
// The two roots stay where they are. Children come in younger than their parents.
void TrieBuilder::merge_equal_nodes() {
  using Tails =
      std::tuple<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::vector<End>, unsigned>;
  std::map<Tails, std::uint32_t> known;
  std::vector<std::uint32_t> same_as(nodes_.size());
  for (std::size_t at = nodes_.size(); at-- > 0;) {
    BuildNode& node = nodes_[at];
    Tails tails;
    for (auto& [by, to] : node.edges) to = same_as[to];
    if (at >= 2) stay_in_gap(node);
    std::get<0>(tails).assign(node.edges.begin(), node.edges.end());
    std::sort(node.ends.begin(), node.ends.end());
    std::get<1>(tails) = node.ends;
    std::get<2>(tails) = node.gap;
    const auto id = static_cast<std::uint32_t>(at);
    same_as[at] = at < 2 ? id : known.emplace(std::move(tails), id).first->second;
  }
  // Numbered as a walk in depth comes to them, behind the roots: what goes on from a node stands
  // near.
  std::vector<std::uint32_t> moved(nodes_.size());
  std::vector<bool> met(nodes_.size());
  std::vector<std::uint32_t> order, ahead;
  while (order.size() < 2 || !ahead.empty()) {
    std::uint32_t at = static_cast<std::uint32_t>(order.size());
    if (at >= 2) {
      at = ahead.back();
      ahead.pop_back();
    }
    moved[at] = static_cast<std::uint32_t>(order.size());
    order.push_back(at);
    const auto begin = static_cast<std::ptrdiff_t>(ahead.size());
    for (const auto& [by, to] : nodes_[at].edges) {
      if (!met[to]) ahead.push_back(to);
      met[to] = true;
    }
    std::reverse(ahead.begin() + begin, ahead.end());
  }
  std::vector<BuildNode> kept;
  for (const std::uint32_t at : order) {
    for (auto& [by, to] : nodes_[at].edges) to = moved[to];
    kept.push_back(std::move(nodes_[at]));
  }
  nodes_ = std::move(kept);
}

// Those that phrases ask for first: how many they are. A layer keeps the numbers of its base.
std::uint32_t TrieBuilder::number_classes() {
  const auto count = static_cast<std::uint32_t>(class_names_.size());
  std::vector<bool> asked(count);
  std::fill_n(asked.begin(), kBuiltinClasses, true);
  const auto is_class = [](std::uint32_t symbol) {
    return symbol != kAny && (symbol & kClassBit) != 0;
  };
  for (const BuildNode& node : nodes_)
    for (const auto& [by, to] : node.edges)
      if (is_class(by)) asked[by & ~kClassBit] = true;
  std::vector<std::uint32_t> order(count), moved(count);
  std::iota(order.begin(), order.end(), 0u);
  const auto rest = std::stable_partition(order.begin(), order.end(),
                                          [&](std::uint32_t id) { return asked[id]; });
  std::vector<std::string> names;
  for (const std::uint32_t id : order) {
    moved[id] = static_cast<std::uint32_t>(names.size());
    names.push_back(std::move(class_names_[id]));
  }
  class_names_ = std::move(names);
  const auto now = [&](std::uint32_t id) { return (id & kClassBit) | moved[id & ~kClassBit]; };
  for (auto& [hash, word] : words_)
    for (std::uint32_t& id : word.classes) id = now(id);
  for (Suffix& suffix : suffixes_) suffix.class_id = now(suffix.class_id);
  for (BuildNode& node : nodes_) {
    std::map<std::uint32_t, std::uint32_t> edges;
    for (const auto& [by, to] : node.edges) edges.emplace(is_class(by) ? now(by) : by, to);
    node.edges = std::move(edges);
  }
  return static_cast<std::uint32_t>(rest - order.begin());
}

// As the nodes come to them, which packs better; those of a base keep theirs.
void TrieBuilder::number_mends() {
  std::vector<MendId> numbers(mends_.size() + 1);
  std::iota(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(base_mends_ + 1),
            MendId{0});
  std::vector<Mended> kept(mends_.begin(),
                           mends_.begin() + static_cast<std::ptrdiff_t>(base_mends_));
  for (BuildNode& node : nodes_) {
    for (End& end : node.ends) {
      MendId& number = numbers[end.mend];
      if (number == 0 && end.mend != 0) {
        kept.push_back(std::move(mends_[end.mend - std::size_t{1}]));
        number = static_cast<MendId>(kept.size());
      }
      end.mend = number;
    }
  }
  mends_ = std::move(kept);
}

std::string_view TrieBuilder::keep(std::string text) {
  return strings_.emplace_back(std::move(text));
}

void TrieBuilder::finish(Pack& pack) {
  if (!has_base_) pack.asked_classes = number_classes();
  // An alias becomes an entry of its own with the symbol and classes of the word it stands for,
  // beside those it is in itself.
  for (const auto& [form, word] : aliases_) {
    WordInfo target = info(word);
    target.text = form;
    if (target.symbol == 0 && target.classes.empty()) continue;
    for (const std::uint32_t own : info(form).classes)
      if (std::find(target.classes.begin(), target.classes.end(), own) == target.classes.end())
        target.classes.push_back(own);
    info(form) = std::move(target);
  }
  std::size_t size = 8;
  while (size < words_.size() * 2 + 2) size *= 2;
  entries_.resize(size);
  // In the order of their hashes, so that the same pack always comes out the same.
  std::map<std::uint64_t, WordInfo*> ordered;
  for (auto& [hash, word] : words_) ordered.emplace(hash, &word);
  for (const auto& [hash, word] : ordered) {
    std::size_t at = Pack::slot(hash) & (size - 1);
    while (entries_[at].hash != 0) at = (at + 1) & (size - 1);
    std::sort(word->classes.begin(), word->classes.end());
    entries_[at] = {hash, 0, word->symbol, static_cast<std::uint32_t>(entry_classes_.size()),
                    static_cast<std::uint32_t>(word->classes.size()), 0};
    entry_classes_.insert(entry_classes_.end(), word->classes.begin(), word->classes.end());
    lexicon::finish(entries_[at], entry_classes_, pack.asked_classes);
    pack.words.push_back(word->text);
  }
  merge_equal_nodes();
  number_mends();
  for (const BuildNode& from : nodes_) {
    Node node;
    node.first_edge = static_cast<std::uint32_t>(flat_edges_.size());
    node.edge_count = static_cast<std::uint32_t>(from.edges.size());
    for (const auto& [by, to] : from.edges) flat_edges_.push_back({by, to});
    node.first_end = static_cast<std::uint32_t>(flat_ends_.size());
    node.end_count = static_cast<std::uint8_t>(from.ends.size());
    node.gap = from.gap & kLongestGap;
    flat_ends_.insert(flat_ends_.end(), from.ends.begin(), from.ends.end());
    lexicon::finish(node, flat_edges_);
    flat_nodes_.push_back(node);
  }
  roots_ = first_steps(flat_nodes_, flat_edges_, next_symbol_, class_names_.size());
  pack.roots = roots_;
  pack.symbols = next_symbol_;
  pack.entries = entries_;
  pack.entry_classes = entry_classes_;
  pack.suffixes = suffixes_;
  pack.nodes = flat_nodes_;
  pack.edges = flat_edges_;
  pack.ends = flat_ends_;
  pack.sets = sets_;
  for (const Mended& mend : mends_)
    pack.mends.push_back({mend.first, mend.last, keep(mend.text)});
  for (const std::string& name : class_names_) pack.class_names.push_back(keep(name));
  for (const auto& [form, word] : aliases_) pack.aliases.push_back({keep(form), keep(word)});
  for (const auto& [form, spaced] : joined_) pack.joined.push_back({keep(form), keep(spaced)});
}

}  // namespace dsk::lexicon
