#include "spell/automaton_builder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "error.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

// Labels as bytes: strings compare as unsigned characters.
using Labels = std::string;

struct Edge {
  Label label;
  std::uint32_t target;  // first arc of the node, or the note when label is 0
};

// Daciuk's construction for sorted input: only the path of the last word can still change;
// what hangs below it is frozen and shared with an equal node made before.
class Builder {
 public:
  // The bit of each label's letter.
  explicit Builder(std::vector<std::uint32_t> bits) : bits_(std::move(bits)) {}

  void add(const Labels& word, std::uint32_t note) {
    std::size_t common = 0;
    while (common < word.size() && common < last_.size() && word[common] == last_[common]) ++common;
    freeze_down_to(common);
    for (std::size_t i = common; i < word.size(); ++i) open_.emplace_back();
    open_.back().push_back({0, note});
    last_ = word;
  }

  std::uint32_t finish() {
    freeze_down_to(0);
    return place(open_[0]);
  }

  // With their heads.
  const std::vector<std::uint32_t>& arcs() const { return arcs_; }

 private:
  void freeze_down_to(std::size_t depth) {
    while (open_.size() > depth + 1) {
      const std::uint32_t node = place(open_.back());
      open_.pop_back();
      open_.back().push_back({static_cast<Label>(last_[open_.size() - 1]), node});
    }
  }

  std::uint32_t place(std::vector<Edge>& node) {
    std::stable_sort(node.begin(), node.end(),
                     [](const Edge& a, const Edge& b) { return a.label < b.label; });
    std::string key;
    for (const Edge& edge : node) {
      key.push_back(static_cast<char>(edge.label));
      for (int shift = 0; shift < 24; shift += 8) {
        key.push_back(static_cast<char>(edge.target >> shift & 0xFF));
      }
    }
    const auto [known, fresh] =
        known_.emplace(key, static_cast<std::uint32_t>(arcs_.size() + node_heads));
    if (fresh) {
      std::uint32_t ahead = 0;
      std::uint32_t below = 0;
      for (const Edge& edge : node) {
        ahead |= bits_[edge.label];
        if (edge.label != 0) below |= bits_[edge.label] | arcs_[edge.target - 1];
      }
      arcs_.push_back(ahead);
      arcs_.push_back(below);
      for (const Edge& edge : node) {
        if (edge.target >= 1u << 23) throw Error(Status::dictionary, "too many words");
        const std::uint32_t last = &edge == &node.back() ? 0x100u : 0u;
        arcs_.push_back(edge.label | last | edge.target << 9);
      }
    }
    return known->second;
  }

  std::vector<std::uint32_t> bits_;
  std::vector<std::vector<Edge>> open_{1};
  Labels last_;
  std::unordered_map<std::string, std::uint32_t> known_;
  std::vector<std::uint32_t> arcs_;
};

void put_u32(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

struct Alphabet {
  std::map<char32_t, Label> labels;
  std::uint32_t of_terms = 0;
};

// Label 1 is the commonest letter, so that a search through a node's arcs is short.
Alphabet alphabet(const std::vector<std::u32string>& words, const std::vector<Form>& forms) {
  std::map<char32_t, std::size_t> counts;
  std::set<char32_t> of_words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char32_t letter : words[i]) ++counts[letter];
    if (!forms[i].note.has(Note::term)) of_words.insert(words[i].begin(), words[i].end());
  }
  std::vector<std::pair<char32_t, std::size_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return std::pair(of_words.count(a.first), a.second) >
           std::pair(of_words.count(b.first), b.second);
  });
  if (order.size() > 255) order.resize(255);
  Alphabet alphabet;
  for (std::size_t i = 0; i < order.size(); ++i) {
    alphabet.labels[order[i].first] = static_cast<Label>(i + 1);
    alphabet.of_terms += of_words.count(order[i].first) == 0;
  }
  return alphabet;
}

}  // namespace

std::string build_automaton(std::vector<Form> forms, std::string_view language, bool complete) {
  std::vector<std::u32string> words;
  words.reserve(forms.size());
  for (const Form& form : forms) words.push_back(decode(form.word));
  const auto [labels, of_terms] = alphabet(words, forms);

  std::map<Labels, Note> sorted;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Labels word;
    for (const char32_t letter : words[i]) {
      const auto known = labels.find(letter);
      if (known != labels.end()) word.push_back(static_cast<char>(known->second));
    }
    if (word.size() != words[i].size()) {
      complete = false;
      continue;
    }
    if (word.empty()) continue;
    const auto [place, fresh] = sorted.emplace(std::move(word), forms[i].note);
    if (!fresh) {
      const Note one = place->second, other = forms[i].note;
      const std::uint32_t rarity = std::min(one.rarity(), other.rarity());
      const Note common = Note::common(std::max(one.commonness(), other.commonness()));
      place->second.bits = ((one.bits | other.bits) & ~7u) | common.bits | rarity;
    }
  }
  if (sorted.empty()) throw Error(Status::dictionary, "a dictionary without words");

  std::vector<char32_t> letters(labels.size());
  std::vector<std::uint32_t> bits(labels.size() + 1, no_letters_bit);
  for (const auto& [letter, label] : labels) {
    letters[label - 1u] = letter;
    bits[label] = letter_bit(letter);
  }
  Builder builder(std::move(bits));
  for (const auto& [word, note] : sorted) builder.add(word, note.bits);
  const std::uint32_t root = builder.finish();

  std::string body;
  for (const char32_t letter : letters) put_u32(body, letter);
  for (const std::uint32_t arc : builder.arcs()) put_u32(body, arc);
  body += language.substr(0, 64);
  while (body.size() % 8 != 0) body.push_back('\0');
  std::uint32_t sum = 2166136261u;
  for (const char byte : body) sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619u;

  std::string bytes = "DSKW";
  put_u32(bytes, 3);
  put_u32(bytes, (complete ? 1u : 0u) | of_terms << 8);
  put_u32(bytes, static_cast<std::uint32_t>(letters.size()));
  put_u32(bytes, static_cast<std::uint32_t>(builder.arcs().size()));
  put_u32(bytes, root);
  put_u32(bytes, sum);
  put_u32(bytes, static_cast<std::uint32_t>(std::min<std::size_t>(language.size(), 64)));
  return bytes + body;
}

}  // namespace dsk::spell
