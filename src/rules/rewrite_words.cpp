// Rewrites of single words and marks: minimisers, text speak, capitals, exclamation marks.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules::english {
namespace {

struct Swap {
  std::string_view from, to;
};

std::string_view swapped(const auto& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Swap& swap) { return swap.from == word; });
  return found == table.end() ? std::string_view() : found->to;
}

constexpr std::array kTextSpeak = std::to_array<Swap>({
    {"pls", "please"}, {"plz", "please"}, {"plse", "please"}, {"thx", "thanks"},
    {"thnx", "thanks"}, {"tnx", "thanks"}, {"thks", "thanks"}, {"ur", "your"}, {"u", "you"},
    {"gonna", "going to"}, {"wanna", "want to"}, {"gotta", "have to"}, {"gimme", "give me"},
    {"lemme", "let me"}, {"dunno", "do not know"}, {"idk", "I do not know"}, {"b4", "before"},
    {"cuz", "because"}, {"coz", "because"}, {"bcoz", "because"}, {"bcz", "because"},
    {"bc", "because"}, {"acct", "account"}, {"accts", "accounts"},
    {"becoz", "because"}, {"kinda", "rather"}, {"thru", "through"}, {"tho", "though"},
    {"btw", "by the way"}, {"ppl", "people"}, {"msg", "message"}, {"msgs", "messages"},
    {"hv", "have"}, {"gr8", "great"}, {"l8r", "later"}, {"sry", "sorry"}, {"tmrw", "tomorrow"},
    {"tmr", "tomorrow"}, {"2day", "today"}, {"2morrow", "tomorrow"}, {"abt", "about"},
    {"dat", "that"}, {"wat", "what"}, {"wot", "what"}, {"wht", "what"}, {"shud", "should"},
    {"cud", "could"}, {"wud", "would"}, {"yep", "yes"}, {"yup", "yes"}, {"yea", "yes"},
    {"nope", "no"}, {"nah", "no"}, {"asap", "as soon as possible"},
});

template <class Table>
std::optional<Edit> swap_word(const Target& target, const Table& table) {
  const Reading& it = target.reading();
  for (std::uint32_t at = target.first; at < target.last; ++at) {
    const std::string_view to = swapped(table, target.low(at));
    if (to.empty()) continue;
    return Edit{it.words[at].span, with_case_of(it.of(it.words[at]), std::string(to))};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Edit> spell_out(const Target& target) { return swap_word(target, kTextSpeak); }

// "Simply click" -> "Click"; the first of the words that is one goes.
std::optional<Edit> delete_minimiser(const Target& target) {
  for (std::uint32_t at = target.first; at < target.last; ++at)
    if (target.is(at, "minimiser"))
      return delete_words({target.facts, target.sentence, at, at + 1});
  return std::nullopt;
}

// Capitals down, the first letter of a sentence and acronyms excepted.
std::optional<Edit> lower_case(const Target& target) {
  const Reading& it = target.reading();
  const Span span = it.span_of(target.first, target.last);
  std::string text;
  std::uint32_t at = span.begin;
  for (std::uint32_t word = target.first; word < target.last; ++word) {
    const Word& one = it.words[word];
    text += it.text.substr(at, one.span.begin - at);
    std::string low_word = utf8::lower(it.of(one));
    // No sentence ends with an article: "option A" does.
    if (low_word == "i" || (low_word == "a" && word + 1 == target.last)) low_word = it.of(one);
    if (word == it.sentences[target.sentence].first)
      low_word = with_case_of(it.of(one), low_word);
    text += low_word;
    at = one.span.end;
  }
  return Edit{span, text};
}

// "!!!" -> "!", "?!" -> "?", and one "!" too many -> "."; words stay.
std::optional<Edit> calm_marks(const Target& target) {
  const Reading& it = target.reading();
  if (it.words[target.first].kind != WordKind::punctuation) return std::nullopt;
  bool question = false;
  for (std::uint32_t at = target.first; at < target.last; ++at)
    question = question || it.words[at].mark == '?';
  const bool one = target.last - target.first == 1;
  return Edit{it.span_of(target.first, target.last), question ? "?" : one ? "." : "!"};
}

}  // namespace dsk::rules::english
