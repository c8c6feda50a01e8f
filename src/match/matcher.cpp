#include "match/matcher.hpp"

#include <algorithm>

#include "shortcuts.hpp"
#include "utf8.hpp"

namespace dsk::match {
namespace {

using lexicon::Edge;
using lexicon::End;
using lexicon::Entry;
using lexicon::Node;
using lexicon::Pack;

// What the trie asks of a word: its symbol in this layer and its classes in all of them.
struct Token {
  std::uint32_t symbol = 0;
  std::uint32_t first_class = 0;
  std::uint32_t class_count = 0;
};

std::uint32_t inline_class(mail::InlineKind kind) {
  switch (kind) {
    case mail::InlineKind::url: return lexicon::class_url;
    case mail::InlineKind::path: return lexicon::class_path;
    case mail::InlineKind::email: return lexicon::class_email;
    case mail::InlineKind::host: return lexicon::class_host;
    case mail::InlineKind::identifier: return lexicon::class_identifier;
    case mail::InlineKind::code: return lexicon::class_code;
    case mail::InlineKind::label: return lexicon::class_label;
    case mail::InlineKind::key: return lexicon::class_key;
    case mail::InlineKind::placeholder: return lexicon::class_placeholder;
    case mail::InlineKind::emoji: return lexicon::class_emoji;
  }
  return lexicon::class_code;
}

// Marks that a phrase runs through as if they were not there: quotes, emphasis, brackets.
bool soft(const Word& word) {
  return word.kind == WordKind::punctuation &&
         (word.mark == '"' || word.mark == '\'' || word.mark == '*' || word.mark == '_' ||
          word.mark == '(' || word.mark == ')');
}

bool is_emoji(const Word& word) {
  return word.kind == WordKind::inline_item && word.inline_kind == mail::InlineKind::emoji;
}

// One of 32 bits for a byte, the same for both cases of a letter.
std::uint32_t letter_bit(char c) { return 1u << (static_cast<unsigned char>(c) & 31); }

bool ends_with(std::string_view word, std::string_view suffix) {
  if (word.size() < suffix.size() + 2) return false;
  const std::string_view tail = word.substr(word.size() - suffix.size());
  return std::equal(tail.begin(), tail.end(), suffix.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
  });
}

class Walk {
 public:
  Walk(const Reading& reading, std::span<const Pack> layers)
      : reading_(reading), layers_(layers), tokens_(layers.size()) {
    for (const Pack& layer : layers_)
      for (const lexicon::Suffix& suffix : layer.suffixes)
        suffix_ends_ |= letter_bit(suffix.suffix.back());
    const auto& names = layers_.front().class_names;
    salutation_ = static_cast<std::uint32_t>(
        std::find(names.begin(), names.end(), "salutation") - names.begin());
  }

  std::vector<Hit> run() {
    classify();
    for (std::uint32_t at = 0; at < reading_.sentences.size(); ++at) walk_sentence(at);
    return std::move(hits_);
  }

 private:
  void classify() {
    const std::size_t count = reading_.words.size();
    for (std::vector<Token>& tokens : tokens_) tokens.resize(count);
    classes_.reserve(count * 2);
    for (std::size_t at = 0; at < count; ++at) {
      const Word& word = reading_.words[at];
      const auto first = static_cast<std::uint32_t>(classes_.size());
      if (word.kind == WordKind::inline_item) {
        classes_.push_back(inline_class(word.inline_kind));
      } else if (word.kind == WordKind::punctuation) {
        for (std::vector<Token>& tokens : tokens_)
          tokens[at].symbol = lexicon::kMarkBit | static_cast<unsigned char>(word.mark);
        continue;
      } else {
        classify_word(word, at);
      }
      for (std::vector<Token>& tokens : tokens_) {
        tokens[at].first_class = first;
        tokens[at].class_count = static_cast<std::uint32_t>(classes_.size()) - first;
      }
    }
  }

  void classify_word(const Word& word, std::size_t at) {
    if (word.kind == WordKind::number) {
      classes_.push_back(lexicon::class_number);
    } else {
      classes_.push_back(lexicon::class_word);
      if (word.letter_case == LetterCase::upper && word.span.size() > 1)
        classes_.push_back(lexicon::class_caps);
    }
    bool known = false;
    excepted_.clear();
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      const Entry* entry = layers_[layer].entry(word.hash);
      if (!entry) continue;
      known = true;
      tokens_[layer][at].symbol = entry->symbol;
      for (std::uint32_t i = 0; i < entry->class_count; ++i) {
        const std::uint32_t id = layers_[layer].entry_classes[entry->first_class + i];
        (id & lexicon::kClassBit ? excepted_ : classes_).push_back(id & ~lexicon::kClassBit);
      }
    }
    if (word.kind != WordKind::word) return;
    if (!known && word.letter_case == LetterCase::title) classes_.push_back(lexicon::class_name);
    const std::string_view text = reading_.of(word);
    if (shortcuts && (suffix_ends_ & letter_bit(text.back())) == 0) return;
    for (const Pack& layer : layers_) {
      for (const lexicon::Suffix& suffix : layer.suffixes) {
        if (!ends_with(text, suffix.suffix)) continue;
        if (std::find(excepted_.begin(), excepted_.end(), suffix.class_id) == excepted_.end())
          classes_.push_back(suffix.class_id);
      }
    }
  }

  // A phrase marked ^ may begin at the sentence, after ; : or a spaced dash, and after a greeting;
  // an emoji before it makes no difference.
  void walk_sentence(std::uint32_t index) {
    const Sentence& sentence = reading_.sentences[index];
    std::uint32_t words_before = 0;
    bool at_start = true, greeting_open = false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Word& word = reading_.words[at];
      const bool mark = word.kind == WordKind::punctuation || is_emoji(word);
      for (std::size_t layer = 0; layer < layers_.size(); ++layer)
        start(layer, index, at, at_start && !mark);
      if (!mark) {
        if (words_before == 0) greeting_open = is_salutation(at);
        ++words_before;
        at_start = false;
      } else if (word.mark == ';' || word.mark == ':' || (word.mark == '-' && !word.glued)) {
        at_start = true;
      } else if (word.mark == ',' && greeting_open && words_before <= 5) {
        at_start = true;
        greeting_open = false;
      }
    }
  }

  bool is_salutation(std::uint32_t at) const {
    const Token& token = tokens_[0][at];
    for (std::uint32_t i = 0; i < token.class_count; ++i)
      if (classes_[token.first_class + i] == salutation_) return true;
    return false;
  }

  void start(std::size_t layer, std::uint32_t sentence, std::uint32_t at, bool at_start) {
    layer_ = layer;
    sentence_ = sentence;
    first_ = at;
    // Softness is for the inside of a phrase: a start on a soft mark would give the same hit twice.
    if (soft(reading_.words[at])) return;
    begin(0, at);
    if (at_start) begin(1, at);
  }

  // The first word of a phrase, by the root's own table; marks are rare there and take the slow way.
  void begin(std::uint32_t root, std::uint32_t at) {
    const Pack& pack = layers_[layer_];
    const Token& token = tokens_[layer_][at];
    if (token.symbol >= lexicon::kMarkBit) return step(root, at);
    const std::size_t width = pack.symbols + pack.class_names.size();
    const std::uint32_t* table = pack.roots.data() + root * width;
    if (token.symbol != 0 && table[token.symbol] != 0) arrive(table[token.symbol], at);
    for (std::uint32_t i = 0; i < token.class_count; ++i) {
      const std::uint32_t id = classes_[token.first_class + i];
      // A later layer may have classes this one has not heard of.
      if (id >= pack.class_names.size()) continue;
      if (const std::uint32_t node = table[pack.symbols + id]) arrive(node, at);
    }
    // "^ .. word": whatever opens the sentence.
    const Node& node = pack.nodes[root];
    if (node.edge_count == 0) return;
    const Edge& last = pack.edges[node.first_edge + node.edge_count - 1];
    if (last.symbol == lexicon::kAny) arrive(last.node, at);
  }

  // From `node`, read word `at`. Depth is bounded by the longest phrase.
  void step(std::uint32_t node, std::uint32_t at) {
    const Pack& pack = layers_[layer_];
    const Node& here = pack.nodes[node];
    const std::uint32_t stop = reading_.sentences[sentence_].last;
    while (at < stop && at > first_ && soft(reading_.words[at])) ++at;
    if (at >= stop || here.edge_count == 0) return;
    const Token& token = tokens_[layer_][at];
    const auto edges = pack.edges.subspan(here.first_edge, here.edge_count);
    if (token.symbol != 0) follow(edges, token.symbol, at);
    // The few edges by class come last, and after them the one that takes any word.
    const std::span classes(classes_.data() + token.first_class, token.class_count);
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
      if (edge->symbol < lexicon::kClassBit) return;
      const bool fits = edge->symbol == lexicon::kAny ||
                        std::find(classes.begin(), classes.end(),
                                  edge->symbol & ~lexicon::kClassBit) != classes.end();
      if (fits) arrive(edge->node, at);
    }
  }

  void follow(std::span<const Edge> edges, std::uint32_t symbol, std::uint32_t at) {
    const auto found = std::lower_bound(
        edges.begin(), edges.end(), symbol,
        [](const Edge& edge, std::uint32_t wanted) { return edge.symbol < wanted; });
    if (found != edges.end() && found->symbol == symbol && symbol != lexicon::kAny)
      arrive(found->node, at);
  }

  void arrive(std::uint32_t node, std::uint32_t at) {
    const Node& here = layers_[layer_].nodes[node];
    for (std::uint32_t i = 0; i < here.end_count; ++i) {
      const End& end = layers_[layer_].ends[here.first_end + i];
      if (end.at_end && !sentence_ends_after(at)) continue;
      hits_.push_back({end.set, sentence_, first_, at + 1});
    }
    step(node, at + 1);
  }

  bool sentence_ends_after(std::uint32_t at) const {
    for (std::uint32_t next = at + 1; next < reading_.sentences[sentence_].last; ++next)
      if (reading_.words[next].kind != WordKind::punctuation) return false;
    return true;
  }

  const Reading& reading_;
  std::span<const Pack> layers_;
  std::vector<std::vector<Token>> tokens_;  // by layer
  std::vector<std::uint32_t> classes_;
  std::vector<std::uint32_t> excepted_;  // classes by ending that the word at hand does not have
  std::vector<Hit> hits_;
  std::uint32_t salutation_ = 0;   // the class of words that open a greeting
  std::uint32_t suffix_ends_ = 0;  // letter_bit of every suffix's last letter
  std::size_t layer_ = 0;
  std::uint32_t sentence_ = 0;
  std::uint32_t first_ = 0;
};

}  // namespace

Hits::Hits(std::vector<Hit> unordered, std::size_t sets) : begin_(sets + 1, 0) {
  std::sort(unordered.begin(), unordered.end(), [](const Hit& a, const Hit& b) {
    if (a.set != b.set) return a.set < b.set;
    if (a.first != b.first) return a.first < b.first;
    return a.last > b.last;
  });
  hits_.reserve(unordered.size());
  for (const Hit& hit : unordered) {
    // Of the hits that overlap, the first and longest stays.
    if (!hits_.empty() && hits_.back().set == hit.set && hit.first < hits_.back().last) continue;
    hits_.push_back(hit);
  }
  for (const Hit& hit : hits_) ++begin_[hit.set + 1];
  for (std::size_t set = 0; set < sets; ++set) begin_[set + 1] += begin_[set];
}

std::span<const Hit> Hits::of(lexicon::SetId set, std::uint32_t sentence) const {
  const std::span<const Hit> all = of(set);
  const auto [first, last] = std::equal_range(
      all.begin(), all.end(), Hit{set, sentence, 0, 0},
      [](const Hit& a, const Hit& b) { return a.sentence < b.sentence; });
  return all.subspan(static_cast<std::size_t>(first - all.begin()),
                     static_cast<std::size_t>(last - first));
}

Hits find(const Reading& reading, std::span<const lexicon::Pack> layers) {
  if (layers.empty()) return {};
  return Hits(Walk(reading, layers).run(), layers.back().sets.size());
}

}  // namespace dsk::match
