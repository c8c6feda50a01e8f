#include "match/matcher.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "prefetch.hpp"
#include "shortcuts.hpp"
#include "utf8.hpp"

namespace dsk::match {
namespace {

using lexicon::Edge;
using lexicon::End;
using lexicon::Entry;
using lexicon::Node;
using lexicon::Pack;

// What a layer's trie asks of a word.
struct Token {
  std::uint64_t symbol_bit = 0;  // lexicon::filter_bit of the symbol, where there is one
  std::uint64_t class_bits = 0;  // and of each class
  std::uint32_t symbol = 0;      // a word's in this layer or a mark; 0 where it knows neither
  std::uint32_t first_class = 0;
  std::uint32_t class_count = 0;
  std::uint32_t word = 0;        // in the reading
  bool opens = false;            // may a phrase marked ^ begin here?
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

bool is_emoji(const Word& word) {
  return word.kind == WordKind::inline_item && word.inline_kind == mail::InlineKind::emoji;
}

// Does the pack know the word as somebody's name and as nothing else? "Bill" is a bill, too.
bool only_a_first_name(const Pack& pack, const Entry& entry) {
  if (entry.symbol != 0 || entry.class_count == 0) return false;
  const auto classes = pack.entry_classes.subspan(entry.first_class, entry.class_count);
  return std::all_of(classes.begin(), classes.end(), [&](std::uint32_t id) {
    const std::string_view name = pack.class_names[id & ~lexicon::kClassBit];
    return name.starts_with("nick-") || name == "given-name";
  });
}

// One of 32 bits for a byte, the same for both cases of a letter.
std::uint32_t letter_bit(char c) { return 1u << (static_cast<unsigned char>(c) & 31); }

bool ends_with(std::string_view word, std::string_view suffix) {
  if (word.size() < suffix.size() + 2) return false;
  return ascii::ends(word, suffix);
}

// The words of one sentence as the tries read them, without the soft marks.
class Tokens {
 public:
  Tokens(const Reading& reading, std::span<const Pack> layers)
      : reading_(reading), layers_(layers), by_layer_(layers.size()), symbols_(layers.size()) {
    for (const Pack& layer : layers_)
      for (const lexicon::Suffix& suffix : layer.suffixes)
        suffix_ends_ |= letter_bit(suffix.suffix.back());
    const auto& names = layers.front().class_names;
    salutation_ = static_cast<std::uint32_t>(
        std::find(names.begin(), names.end(), "salutation") - names.begin());
    // A person's own phrases may ask for any.
    const bool alone = layers.size() == 1 && shortcuts;
    asked_ = alone ? std::max(layers.front().asked_classes, salutation_ + 1) : lexicon::kClassBit;
  }

  // A phrase marked ^ may begin at the sentence, after ; : or a spaced dash, and after a greeting,
  // which a word of the class `salutation` opens; an emoji before it makes no difference, nor does
  // “@ann”, which says whom a post is for.
  void read(const Sentence& sentence) {
    for (std::vector<Token>& tokens : by_layer_) tokens.clear();
    classes_.clear();
    last_word_ = 0;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      for (const Pack& layer : layers_) prefetch(layer.first_place(reading_.words[at].hash));
    std::uint32_t words_before = 0;
    bool at_start = true, greeting_open = false, handle = false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const Word& word = reading_.words[at];
      handle = words_before == 0 &&
               (reading_.text[word.span.begin] == '@' || (handle && word.glued));
      if (is_soft(word)) continue;
      const bool mark = word.kind == WordKind::punctuation || is_emoji(word);
      add(word, at, at_start && !mark);
      if (!mark && !handle) {
        if (words_before == 0) greeting_open = in_class(of(0).back(), salutation_);
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

  const std::vector<Token>& of(std::size_t layer) const { return by_layer_[layer]; }
  std::span<const std::uint32_t> classes(const Token& token) const {
    return {classes_.data() + token.first_class, token.class_count};
  }
  bool in_class(const Token& token, std::uint32_t id) const {
    for (const std::uint32_t one : classes(token))
      if (one == id) return true;
    return false;
  }
  const Word& word(const Token& token) const { return reading_.words[token.word]; }
  // The last that is no mark.
  std::uint32_t last_word() const { return last_word_; }

 private:
  void add(const Word& word, std::uint32_t at, bool opens) {
    Token token;
    token.word = at;
    token.opens = opens;
    token.first_class = static_cast<std::uint32_t>(classes_.size());
    if (word.kind == WordKind::punctuation) {
      const std::uint32_t mark = lexicon::kMarkBit | static_cast<unsigned char>(word.mark);
      std::fill(symbols_.begin(), symbols_.end(), mark);
    } else {
      last_word_ = static_cast<std::uint32_t>(of(0).size());
      classify(word, token);
      token.class_count = static_cast<std::uint32_t>(classes_.size()) - token.first_class;
    }
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      token.symbol = symbols_[layer];
      token.symbol_bit = token.symbol == 0 ? 0 : lexicon::filter_bit(token.symbol);
      by_layer_[layer].push_back(token);
    }
  }

  void add_class(Token& token, std::uint32_t id) {
    classes_.push_back(id);
    token.class_bits |= lexicon::filter_bit(lexicon::kClassBit | id);
  }

  void add_asked(Token& token, std::span<const std::uint32_t> classes) {
    for (const std::uint32_t id : classes) {
      if (id >= asked_) break;  // they are sorted
      classes_.push_back(id);
    }
    if (asked_ != lexicon::kClassBit) return;
    for (const std::uint32_t id : classes)
      token.class_bits |= lexicon::filter_bit(lexicon::kClassBit | id);
  }

  // "iPhone", "PowerPoint": an identifier by its letters, and a word that packs may know.
  void name_of_a_product(const Word& word, Token& token) {
    const std::string_view text = reading_.of(word);
    if (!std::all_of(text.begin(), text.end(), ascii::is_alpha)) return;
    const std::uint64_t hash = hash_folded(utf8::lower(text));
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      const Entry* entry = layers_[layer].entry(hash);
      if (!entry) continue;
      symbols_[layer] = entry->symbol;
      token.class_bits |= entry->classes;
      add_asked(token, layers_[layer].entry_classes.subspan(
                           entry->first_class, entry->class_count - entry->except_count));
    }
  }

  void classify(const Word& word, Token& token) {
    if (word.kind == WordKind::inline_item) {
      std::fill(symbols_.begin(), symbols_.end(), 0u);
      add_class(token, inline_class(word.inline_kind));
      if (word.inline_kind == mail::InlineKind::identifier) name_of_a_product(word, token);
      return;
    }
    if (word.kind == WordKind::number) {
      add_class(token, lexicon::class_number);
    } else {
      add_class(token, lexicon::class_word);
      if (word.letter_case == LetterCase::upper && word.span.size() > 1)
        add_class(token, lexicon::class_caps);
    }
    bool known = false;
    excepted_.clear();
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      const Pack& pack = layers_[layer];
      const Entry* entry = pack.entry(word.hash);
      symbols_[layer] = entry ? entry->symbol : 0;
      if (!entry) continue;
      known = known || !only_a_first_name(pack, *entry);
      token.class_bits |= entry->classes;
      const auto classes = pack.entry_classes.subspan(entry->first_class, entry->class_count);
      const std::size_t in = classes.size() - entry->except_count;
      add_asked(token, classes.first(in));
      for (const std::uint32_t id : classes.subspan(in)) excepted_.push_back(id);
    }
    if (word.kind != WordKind::word) return;
    if (!known && word.letter_case == LetterCase::title) add_class(token, lexicon::class_name);
    const std::string_view text = reading_.of(word);
    if (shortcuts && (suffix_ends_ & letter_bit(text.back())) == 0) return;
    for (const Pack& layer : layers_) {
      for (const lexicon::Suffix& suffix : layer.suffixes) {
        if (!ends_with(text, suffix.suffix)) continue;
        const std::uint32_t except = suffix.class_id | lexicon::kClassBit;
        if (std::find(excepted_.begin(), excepted_.end(), except) == excepted_.end())
          add_class(token, suffix.class_id);
      }
    }
  }

  const Reading& reading_;
  std::span<const Pack> layers_;
  std::vector<std::vector<Token>> by_layer_;
  std::vector<std::uint32_t> classes_;
  std::vector<std::uint32_t> symbols_;   // of the word at hand, by layer
  std::vector<std::uint32_t> excepted_;  // classes by ending that the word at hand does not have
  std::uint32_t last_word_ = 0;
  std::uint32_t salutation_ = 0;
  std::uint32_t asked_ = 0;  // classes from this one on lead nowhere
  std::uint32_t suffix_ends_ = 0;  // letter_bit of every suffix's last letter
};

// One layer's trie over a sentence.
class Walk {
 public:
  Walk(const Pack& pack, const Tokens& tokens, std::vector<Hit>& hits)
      : pack_(pack), tokens_(tokens), hits_(hits), nodes_(pack.nodes.data()),
        edges_(pack.edges.data()), classes_(static_cast<std::uint32_t>(pack.class_names.size())) {}

  void enter(std::uint32_t sentence, std::span<const Token> all) {
    sentence_ = sentence;
    all_ = all.data();
    size_ = static_cast<std::uint32_t>(all.size());
    last_word_ = tokens_.last_word();
    const std::uint32_t* const steps = pack_.first_steps(0);
    for (const Token& token : all) prefetch(&nodes_[steps[pack_.step_by(token.symbol)]]);
  }

  // The phrases whose first word is token `at`.
  void begin(std::uint32_t at) {
    first_ = at;
    begin(at, 0);
    if (all_[at].opens) begin(at, 1);
  }

 private:
  void begin(std::uint32_t at, std::uint32_t root) {
    const std::uint32_t* const steps = pack_.first_steps(root);
    start(steps[pack_.step_by(all_[at].symbol)], at);
    for (const std::uint32_t id : tokens_.classes(all_[at]))
      // A later layer may have classes this one has not heard of.
      if (id < classes_) start(steps[pack_.step_by(lexicon::kClassBit | id)], at);
    // "^ .. word": whatever opens the sentence.
    start(any(nodes_[root]), at);
  }

  void start(std::uint32_t node, std::uint32_t at) {
    if (node == 0) return;
    // Most nodes are left at once: nothing ends there, and the next word is none of theirs.
    const Node& here = nodes_[node];
    if ((here.end_count | here.gap | here.any) != 0 || (at + 1 < size_ && may_step(here, at + 1)))
      arrive(node, at);
  }

  // From a node that token `at` led to, and on through its gap. Depth is bounded by the longest
  // phrase.
  void arrive(std::uint32_t node, std::uint32_t at) {
    do {
      const Node& here = nodes_[node];
      if (here.end_count != 0) report(here, at);
      std::uint32_t left = here.gap;
      do {
        if (++at == size_) return;
        if (may_step(here, at)) step(here, at);
      } while (left-- != 0);
      node = any(here);
    } while (node != 0);
  }

  // Where any word leads, 0 nowhere.
  std::uint32_t any(const Node& here) const {
    return here.any == 0 ? 0 : edges_[here.first_edge + here.edge_count - 1].node;
  }

  bool may_step(const Node& here, std::uint32_t at) const {
    return ((here.symbols & all_[at].symbol_bit) | (here.classes & all_[at].class_bits)) != 0;
  }

  // By the node's edges that ask for token `at`: the one by its symbol, and those by class, which
  // are the last but for that of any word.
  void step(const Node& here, std::uint32_t at) {
    const Token& token = all_[at];
    const Edge* const first = edges_ + here.first_edge;
    const Edge* const last = first + here.edge_count - here.any;
    const Edge* const by_class = last - here.class_count;
    if ((here.symbols & token.symbol_bit) != 0) step_by_symbol(first, by_class, token.symbol, at);
    if ((here.classes & token.class_bits) == 0) return;
    for (const Edge* edge = by_class; edge != last; ++edge)
      if ((token.class_bits & lexicon::filter_bit(edge->symbol)) != 0 &&
          tokens_.in_class(token, edge->symbol & ~lexicon::kClassBit))
        arrive(edge->node, at);
  }

  void step_by_symbol(const Edge* first, const Edge* last, std::uint32_t symbol, std::uint32_t at) {
    const auto before = [wanted = lexicon::spread(symbol)](const Edge& edge) {
      return lexicon::spread(edge.symbol) < wanted;
    };
    const auto count = static_cast<std::uint64_t>(last - first);
    const Edge* edge = first + (count * lexicon::spread(symbol) >> 32);
    while (edge != last && before(*edge)) ++edge;
    while (edge != first && !before(edge[-1])) --edge;
    if (edge != last && edge->symbol == symbol) arrive(edge->node, at);
  }

  void report(const Node& here, std::uint32_t at) {
    for (const End& end : pack_.ends.subspan(here.first_end, here.end_count))
      if ((end.at_end == 0 || at >= last_word_) && (end.lead == 0 || words_before(end.lead)))
        hits_.push_back(
            {end.set, sentence_, all_[first_ - end.lead].word, all_[at].word + 1, end.mend});
  }

  // Do so many words stand right before the one that the walk began with?
  bool words_before(std::uint32_t count) const {
    if (count > first_) return false;
    return std::all_of(all_ + (first_ - count), all_ + first_, [&](const Token& token) {
      return tokens_.word(token).kind == WordKind::word;
    });
  }

  const Pack& pack_;
  const Tokens& tokens_;
  std::vector<Hit>& hits_;
  const Node* const nodes_;
  const Edge* const edges_;
  const std::uint32_t classes_;  // are below this
  const Token* all_ = nullptr;   // of the sentence
  std::uint32_t size_ = 0;
  std::uint32_t last_word_ = 0;
  std::uint32_t sentence_ = 0;
  std::uint32_t first_ = 0;  // the token that the walk began with
};

}  // namespace

bool is_soft(const Word& word) {
  return word.kind == WordKind::punctuation &&
         (word.mark == '"' || word.mark == '\'' || word.mark == '*' || word.mark == '_' ||
          word.mark == '(' || word.mark == ')');
}

Hits find(const Reading& reading, std::span<const lexicon::Pack> layers, std::size_t first,
          std::size_t last) {
  if (layers.empty()) return {};
  last = std::min(last, reading.sentences.size());
  std::vector<Hit> hits;
  if (first < last)
    hits.reserve(reading.sentences[last - 1].last - reading.sentences[first].first);
  Tokens tokens(reading, layers);
  std::vector<Walk> walks;
  for (const Pack& layer : layers) walks.emplace_back(layer, tokens, hits);
  for (auto sentence = static_cast<std::uint32_t>(first); sentence < last; ++sentence) {
    tokens.read(reading.sentences[sentence]);
    for (std::size_t layer = 0; layer < walks.size(); ++layer)
      walks[layer].enter(sentence, tokens.of(layer));
    for (std::uint32_t at = 0; at < tokens.of(0).size(); ++at)
      for (Walk& walk : walks) walk.begin(at);
  }
  return Hits(std::move(hits), layers.back().sets);
}

}  // namespace dsk::match
