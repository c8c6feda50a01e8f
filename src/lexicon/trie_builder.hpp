// Collects words, classes and phrases and lays them out as a pack's tables.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/pack.hpp"
#include "lexicon/phrase.hpp"

namespace dsk::lexicon {

class TrieBuilder {
 public:
  // A layer over `base` shares its class numbers and goes on counting sets where it ends.
  explicit TrieBuilder(const Pack* base);

  // Words of a class; called before the phrases that name it. Words may have several parts only
  // where they are one token.
  void add_class(std::string_view name, const std::vector<std::string>& words,
                 const std::vector<std::string>& suffixes, const std::vector<std::string>& except);
  // `form` is read as `word` in phrases: "'re" as "are".
  void add_alias(std::string_view form, std::string_view word);
  // Written in one: "cannot" wherever a phrase says "can not".
  void add_joined(std::string_view form, std::string_view spaced);

  SetId new_set() { return sets_++; }
  // Throws dsk::Error, column 1-based in the pattern; also where it says what is meant and may not.
  void add(SetId set, std::string_view pattern, bool may_mend);

  // Moves everything into `pack`; the tables live in the builder until it is archived.
  void finish(Pack& pack);

 private:
  struct BuildNode {
    std::map<std::uint32_t, std::uint32_t> edges;
    std::vector<End> ends;
    std::uint8_t gap = 0;  // as in Node
  };
  struct WordInfo {
    std::uint32_t symbol = 0;
    std::vector<std::uint32_t> classes;
    std::string text;
  };

  bool has_class(std::string_view name) const;
  std::uint32_t symbol(std::string_view word);
  WordInfo& info(std::string_view word);
  std::uint32_t class_id(std::string_view name) const;
  std::uint32_t edge_symbol(const Element& element);
  static std::uint8_t lead_of(const Sequence& sequence);
  MendId mend_of(const Sequence& sequence);
  void stay_in_gap(BuildNode& node) const;
  void insert(SetId set, const Sequence& sequence);
  std::uint32_t number_classes();
  void merge_equal_nodes();
  void number_mends();
  std::string_view keep(std::string text);

  bool has_base_;
  std::unordered_map<std::uint64_t, WordInfo> words_;
  std::map<std::string, std::string, std::less<>> aliases_;
  std::map<std::string, std::string, std::less<>> joined_;
  std::vector<std::string> class_names_;
  std::vector<Suffix> suffixes_;
  SetId sets_ = 1;  // 0 is the empty set
  std::vector<Mended> mends_;  // from 1 on
  std::map<Mended, MendId> mend_ids_;
  std::size_t base_mends_ = 0;  // of them
  std::vector<BuildNode> nodes_{2};
  std::uint32_t next_symbol_ = 1;

  std::deque<std::string> strings_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> entry_classes_;
  std::vector<Node> flat_nodes_;
  std::vector<Edge> flat_edges_;
  std::vector<End> flat_ends_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace dsk::lexicon
