#include "lexicon/pack.hpp"

#include <algorithm>
#include <array>

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, kStages> kStageNames = {
    "unknown",  "first-reply", "asking",       "fixing",   "waiting",
    "refusing", "resolving",   "following-up", "broadcast"};

}  // namespace

std::string_view name(Stage stage) { return kStageNames[static_cast<std::size_t>(stage)]; }

std::size_t stage_index(std::string_view name) {
  return static_cast<std::size_t>(
      std::find(kStageNames.begin(), kStageNames.end(), name) - kStageNames.begin());
}

std::vector<Example> examples_of(const Rule& rule) {
  std::vector<Example> all;
  std::string_view rest = rule.examples;
  const auto text = [&] {
    const std::string_view one = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    return one;
  };
  while (!rest.empty()) {
    Example& example = all.emplace_back();
    example.good = rest.front() == 'g';
    rest.remove_prefix(1);
    for (std::string_view name = text(); !name.empty(); name = text())
      example.parts.push_back({name, text()});
  }
  return all;
}

std::string written(const Example& example) {
  std::string text(1, example.good ? 'g' : 'b');
  for (const Part& part : example.parts) {
    // Nothing that is handed out has a NUL in it.
    for (const std::string_view one : {part.name, part.value})
      text.append(one.substr(0, one.find('\0'))).push_back('\0');
  }
  text.push_back('\0');
  return text;
}

ActId Pack::act(std::string_view wanted) const {
  const auto found = std::find_if(acts.begin(), acts.end(),
                                  [&](const Act& act) { return act.name == wanted; });
  return static_cast<ActId>(found - acts.begin());
}

void finish(Entry& entry, std::span<const std::uint32_t> entry_classes,
            std::uint32_t asked_classes) {
  for (const std::uint32_t id : entry_classes.subspan(entry.first_class, entry.class_count)) {
    if ((id & kClassBit) != 0)
      ++entry.except_count;
    else if (id < asked_classes)
      entry.classes |= filter_bit(kClassBit | id);
  }
}

void finish(Node& node, std::span<Edge> edges) {
  const std::span<Edge> mine = edges.subspan(node.first_edge, node.edge_count);
  const auto place = [](const Edge& edge) {
    const bool by_class = (edge.symbol & kClassBit) != 0;  // or for any word, which is the last
    return by_class ? std::uint64_t{1} << 32 | edge.symbol : spread(edge.symbol);
  };
  std::sort(mine.begin(), mine.end(),
            [&](const Edge& a, const Edge& b) { return place(a) < place(b); });
  for (const Edge& edge : mine) {
    if (edge.symbol == kAny) {
      node.any = 1;
    } else if ((edge.symbol & kClassBit) != 0) {
      node.classes |= filter_bit(edge.symbol);
      ++node.class_count;
    } else {
      node.symbols |= filter_bit(edge.symbol);
    }
  }
}

std::vector<std::uint32_t> first_steps(std::span<const Node> nodes, std::span<const Edge> edges,
                                       std::uint32_t symbols, std::size_t classes) {
  const std::size_t width = symbols + kMarks + classes;
  std::vector<std::uint32_t> roots(width * 2);
  for (std::size_t root = 0; root < 2; ++root)
    for (const Edge& edge : edges.subspan(nodes[root].first_edge, nodes[root].edge_count))
      if (edge.symbol != kAny) roots[root * width + step_by(edge.symbol, symbols)] = edge.node;
  return roots;
}

}  // namespace dsk::lexicon
