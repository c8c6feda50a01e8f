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
  std::uint32_t next = 0;    // what follows it: in LayerTokens::filters
  std::uint64_t filter = 0;  // lexicon::filter_bit of each of them
};

// The words as one layer knows them.
struct LayerTokens {
  std::vector<Token> tokens;
  std::vector<std::uint64_t> filters;  // of each token that is no soft mark
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

// Does the pack know the word as somebody's name and as nothing else? "Bill" is a bill, too.
bool only_a_first_name(const Pack& pack, const Entry& entry) {
  return entry.symbol == 0 && entry.class_count == 1 &&
         pack.class_names[pack.entry_classes[entry.first_class] & ~lexicon::kClassBit].substr(0, 5) ==
             "nick-";
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

// The words of a message as the tries read them.
class Words {
 public:
  Words(const Reading& reading, std::span<const Pack> layers)
      : reading_(reading), layers_(layers), layers_tokens_(layers.size()), symbols_(layers.size()) {
    for (const Pack& layer : layers_)
      for (const lexicon::Suffix& suffix : layer.suffixes)
        suffix_ends_ |= letter_bit(suffix.suffix.back());
    const std::size_t count = reading_.words.size();
    for (LayerTokens& layer : layers_tokens_) {
      layer.tokens.reserve(count);
      layer.filters.reserve(count);
    }
    classes_.reserve(count * 3);
    for (const Word& word : reading_.words) classify(word);
  }

  const LayerTokens& tokens(std::size_t layer) const { return layers_tokens_[layer]; }
  const std::uint32_t* classes() const { return classes_.data(); }

 private:
  void classify(const Word& word) {
    if (word.kind == WordKind::punctuation) {
      const std::uint32_t symbol = lexicon::kMarkBit | static_cast<unsigned char>(word.mark);
      for (LayerTokens& layer : layers_tokens_)
        add(layer, {symbol, 0, 0, 0, lexicon::filter_bit(symbol)}, soft(word));
      return;
    }
    const auto first = static_cast<std::uint32_t>(classes_.size());
    filter_ = 0;
    if (word.kind == WordKind::inline_item) {
      std::fill(symbols_.begin(), symbols_.end(), 0u);
      add_class(inline_class(word.inline_kind));
    } else {
      classify_word(word);
    }
    const std::uint32_t count = static_cast<std::uint32_t>(classes_.size()) - first;
    for (std::size_t layer = 0; layer < layers_.size(); ++layer)
      add(layers_tokens_[layer], {symbols_[layer], first, count, 0, filter_}, false);
  }

  static void add(LayerTokens& to, Token token, bool is_soft) {
    if (!is_soft) to.filters.push_back(token.filter);
    token.next = static_cast<std::uint32_t>(to.filters.size());
    to.tokens.push_back(token);
  }

  void add_class(std::uint32_t id) {
    classes_.push_back(id);
    filter_ |= lexicon::filter_bit(lexicon::kClassBit | id);
  }

  void classify_word(const Word& word) {
    if (word.kind == WordKind::number) {
      add_class(lexicon::class_number);
    } else {
      add_class(lexicon::class_word);
      if (word.letter_case == LetterCase::upper && word.span.size() > 1)
        add_class(lexicon::class_caps);
    }
    bool known = false;
    excepted_.clear();
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      const Pack& pack = layers_[layer];
      const Entry* entry = pack.entry(word.hash);
      symbols_[layer] = entry ? entry->symbol : 0;
      if (!entry) continue;
      known = known || !only_a_first_name(pack, *entry);
      filter_ |= entry->filter;
      const auto classes = pack.entry_classes.subspan(entry->first_class, entry->class_count);
      const std::size_t in = classes.size() - entry->except_count;
      for (const std::uint32_t id : classes.first(in)) classes_.push_back(id);
      excepted_.insert(excepted_.end(), classes.begin() + in, classes.end());
    }
    if (word.kind != WordKind::word) return;
    if (!known && word.letter_case == LetterCase::title) add_class(lexicon::class_name);
    const std::string_view text = reading_.of(word);
    if (shortcuts && (suffix_ends_ & letter_bit(text.back())) == 0) return;
    for (const Pack& layer : layers_) {
      for (const lexicon::Suffix& suffix : layer.suffixes) {
        if (!ends_with(text, suffix.suffix)) continue;
        const std::uint32_t except = suffix.class_id | lexicon::kClassBit;
        if (std::find(excepted_.begin(), excepted_.end(), except) == excepted_.end())
          add_class(suffix.class_id);
      }
    }
  }

  const Reading& reading_;
  std::span<const Pack> layers_;
  std::vector<LayerTokens> layers_tokens_;
  std::vector<std::uint32_t> symbols_;  // of the word at hand, by layer
  std::vector<std::uint32_t> classes_;
  std::vector<std::uint32_t> excepted_;  // classes by ending that the word at hand does not have
  std::uint64_t filter_ = 0;             // of the word at hand
  std::uint32_t suffix_ends_ = 0;        // letter_bit of every suffix's last letter
};

// One layer's trie over all sentences.
class Walk {
 public:
  Walk(const Reading& reading, const Pack& pack, const LayerTokens& tokens,
       const std::uint32_t* classes, std::vector<Hit>& hits)
      : words_(reading.words.data()), text_(reading.text), pack_(pack), nodes_(pack.nodes.data()),
        edges_(pack.edges.data()), tokens_(tokens.tokens.data()), filters_(tokens.filters.data()),
        classes_(classes), hits_(hits),
        class_count_(static_cast<std::uint32_t>(pack.class_names.size())) {
    for (std::size_t root = 0; root < 2; ++root) {
      const auto edges = pack.edges.subspan(nodes_[root].first_edge, nodes_[root].edge_count);
      const std::size_t words = edges.size() - nodes_[root].class_count - (nodes_[root].gap != 0);
      for (const Edge& edge : edges.subspan(words, nodes_[root].class_count))
        root_classes_[root] |= lexicon::filter_bit(edge.symbol);
      any_at_root_[root] = pack.gaps[nodes_[root].gap].node;
    }
  }

  // A phrase marked ^ may begin at the sentence, after ; : or a spaced dash, and after a greeting,
  // which a word of the class `salutation` opens; an emoji before it makes no difference, nor does
  // “@ann”, which says whom a post is for.
  void sentence(std::uint32_t index, const Sentence& sentence, std::uint32_t salutation) {
    sentence_ = index;
    stop_ = sentence.last;
    if (stop_ > sentence.first) last_filter_ = tokens_[stop_ - 1].next;
    std::uint32_t words_before = 0;
    bool at_start = true, greeting_open = false, handle = false;
    for (std::uint32_t at = sentence.first; at < stop_; ++at) {
      const Word& word = words_[at];
      const bool mark = word.kind == WordKind::punctuation || is_emoji(word);
      handle = words_before == 0 && (text_[word.span.begin] == '@' || (handle && word.glued));
      first_ = at;
      // Softness is for the inside of a phrase: a start on a soft mark would give the same hit twice.
      if (!mark || !soft(word)) {
        begin(0, at);
        if (at_start && !mark) begin(1, at);
      }
      if (!mark && !handle) {
        if (words_before == 0) greeting_open = in_class(tokens_[at], salutation);
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

 private:
  bool in_class(const Token& token, std::uint32_t id) const {
    const std::uint32_t* first = classes_ + token.first_class;
    for (std::uint32_t i = 0; i < token.class_count; ++i)
      if (first[i] == id) return true;
    return false;
  }

  // The first word of a phrase, by the root's own table; marks are rare there and take the slow way.
  void begin(std::uint32_t root, std::uint32_t at) {
    const Token& token = tokens_[at];
    if (token.symbol >= lexicon::kMarkBit) return step(nodes_[root], at);
    const std::uint32_t* table =
        pack_.roots.data() + root * (pack_.symbols + static_cast<std::size_t>(class_count_));
    if (token.symbol != 0 && table[token.symbol] != 0) arrive(table[token.symbol], at);
    if ((token.filter & root_classes_[root]) != 0) {
      for (std::uint32_t i = 0; i < token.class_count; ++i) {
        const std::uint32_t id = classes_[token.first_class + i];
        // A later layer may have classes this one has not heard of.
        if (id >= class_count_) continue;
        if (const std::uint32_t node = table[pack_.symbols + id]) arrive(node, at);
      }
    }
    // "^ .. word": whatever opens the sentence.
    if (any_at_root_[root] != 0) arrive(any_at_root_[root], at);
  }

  // From a node, read word `at`. Depth is bounded by the longest phrase.
  void step(const Node& here, std::uint32_t at) {
    if (at >= stop_) return;
    while (tokens_[at].symbol >= lexicon::kMarkBit && soft(words_[at]) && at > first_)
      if (++at == stop_) return;
    const Token& token = tokens_[at];
    if ((here.filter & token.filter) != 0) {
      const Edge* first = edges_ + here.first_edge;
      const Edge* last = first + here.edge_count - (here.gap != 0);
      const Edge* by_class = last - here.class_count;
      for (const Edge* edge = token.class_count == 0 ? last : by_class; edge != last; ++edge)
        if ((token.filter & lexicon::filter_bit(edge->symbol)) != 0 &&
            in_class(token, edge->symbol & ~lexicon::kClassBit))
          arrive(edge->node, at);
      if (token.symbol != 0 && (here.filter & lexicon::filter_bit(token.symbol)) != 0)
        follow(first, by_class, token.symbol, at);
    }
    if (here.gap == 0) return;
    const lexicon::Gap& gap = pack_.gaps[here.gap];
    if (!shortcuts || gap.ends != 0 || comes_in_time(gap, token.next)) arrive(gap.node, at);
  }

  // May one of the words that the gap can reach be what has to come behind it?
  bool comes_in_time(const lexicon::Gap& gap, std::uint32_t next) const {
    const std::uint32_t end = std::min(next + gap.reach, last_filter_);
    while (next < end)
      if ((gap.ahead & filters_[next++]) != 0) return true;
    return false;
  }

  // The edge by this symbol, where there is one.
  void follow(const Edge* first, const Edge* last, std::uint32_t symbol, std::uint32_t at) {
    if (first == last) return;
    for (std::size_t left = static_cast<std::size_t>(last - first); left > 1;) {
      const std::size_t half = left / 2;
      first = first[half].symbol <= symbol ? first + half : first;
      left -= half;
    }
    if (first->symbol == symbol) arrive(first->node, at);
  }

  void arrive(std::uint32_t node, std::uint32_t at) {
    const Node& here = nodes_[node];
    for (std::uint32_t i = 0; i < here.end_count; ++i) {
      const End& end = pack_.ends[here.first_end + i];
      if (end.at_end && !sentence_ends_after(at)) continue;
      hits_.push_back({end.set, sentence_, first_, at + 1});
    }
    if (here.edge_count != 0) step(here, at + 1);
  }

  bool sentence_ends_after(std::uint32_t at) const {
    for (std::uint32_t next = at + 1; next < stop_; ++next)
      if (words_[next].kind != WordKind::punctuation) return false;
    return true;
  }

  const Word* words_;
  std::string_view text_;
  const Pack& pack_;
  const Node* nodes_;
  const Edge* edges_;
  const Token* tokens_;
  const std::uint64_t* filters_;
  const std::uint32_t* classes_;
  std::vector<Hit>& hits_;
  std::uint32_t class_count_;
  std::uint64_t root_classes_[2] = {0, 0};  // filter of the root's edges by class
  std::uint32_t any_at_root_[2] = {0, 0};   // where its edge for any word leads
  std::uint32_t sentence_ = 0, stop_ = 0;   // and where its words end
  std::uint32_t last_filter_ = 0;           // and their filters
  std::uint32_t first_ = 0;                 // the word that the phrase began with
};

}  // namespace

Hits find(const Reading& reading, std::span<const lexicon::Pack> layers) {
  if (layers.empty()) return {};
  const auto& names = layers.front().class_names;
  const auto salutation = static_cast<std::uint32_t>(
      std::find(names.begin(), names.end(), "salutation") - names.begin());
  const Words words(reading, layers);
  std::vector<Hit> hits;
  hits.reserve(reading.words.size());
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    Walk walk(reading, layers[layer], words.tokens(layer), words.classes(), hits);
    for (std::uint32_t at = 0; at < reading.sentences.size(); ++at)
      walk.sentence(at, reading.sentences[at], salutation);
  }
  return Hits(std::move(hits), layers.back().sets);
}

}  // namespace dsk::match
