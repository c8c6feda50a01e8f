#include "rules/rewrite.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/inflect.hpp"
#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

const Reading& reading(const Target& target) { return target.facts.mail.reading; }

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// Where the sentence's last word ends, its closing marks not counted.
std::uint32_t end_of_words(const Target& target) {
  const Sentence& sentence = reading(target).sentences[target.sentence];
  for (std::uint32_t at = sentence.last; at > sentence.first; --at)
    if (reading(target).words[at - 1].kind != WordKind::punctuation)
      return reading(target).words[at - 1].span.end;
  return sentence.span.end;
}

// Delete the words and the space (and comma) after them; what follows takes over the capital.
std::optional<Edit> delete_words(const Target& target) {
  const Reading& it = reading(target);
  const Sentence& sentence = it.sentences[target.sentence];
  if (target.last >= sentence.last) return std::nullopt;
  std::uint32_t next = target.last;
  if (it.words[next].kind == WordKind::punctuation && it.words[next].mark == ',') ++next;
  if (next >= sentence.last || it.words[next].kind == WordKind::punctuation) return std::nullopt;
  const Word& follows = it.words[next];
  const std::string_view first = it.of(it.words[target.first]);
  const bool capital = utf8::is_upper(utf8::decode(first, 0).point);
  Edit edit;
  edit.span = {it.words[target.first].span.begin, follows.span.begin};
  if (capital && follows.kind == WordKind::word) {
    edit.span.end = follows.span.end;
    edit.replacement = upper_first(std::string(it.of(follows)));
  }
  return edit;
}

// Is it a step that may help or not, so that they can be asked to try it: "Please try restarting ..."?
// What is wanted for itself is asked for as it stands: "Could you please send ...?"
bool can_be_tried(std::string_view verb) {
  constexpr std::array<std::string_view, 27> kWanted = {
      "ask",  "attach", "avoid", "be",     "call",    "confirm", "contact", "describe", "ensure",
      "fill", "forward", "give", "let",    "make",    "notify",  "pay",     "provide",  "reply",
      "send", "share",  "sign",  "specify", "stop",   "submit",  "tell",    "try",      "write"};
  return std::find(kWanted.begin(), kWanted.end(), verb) == kWanted.end();
}

bool is_gerund(std::string_view word) {
  return word.size() > 5 && word.substr(word.size() - 3) == "ing" &&
         word.substr(word.size() - 5) != "thing";
}

// "Restart your computer." -> "Could you please try restarting your computer?" The command reaches
// to the first clause that is not part of it, and only a plain single command is rewritten.
std::optional<Edit> command_to_request(const Target& target) {
  const Reading& it = reading(target);
  const Sentence& sentence = it.sentences[target.sentence];
  // The verb is the last word of the hit or the word after an opener such as "then".
  std::uint32_t verb = target.first;
  const std::string base = utf8::lower(it.of(it.words[verb]));
  if (it.words[verb].kind != WordKind::word) return std::nullopt;
  const std::uint32_t end = end_of_words(target);
  std::string rest(it.text.substr(it.words[verb].span.end, end - it.words[verb].span.end));
  for (std::uint32_t at = verb; at < sentence.last; ++at) {
    const Word& word = it.words[at];
    // Two commands or a second clause: moving the question mark behind it would change the sense.
    if (word.kind == WordKind::punctuation && (word.mark == ';' || word.mark == ':'))
      return std::nullopt;
    if (word.kind == WordKind::punctuation && word.mark == ',') return std::nullopt;
  }
  if (rest.find('\n') != std::string::npos || rest.size() > 160) return std::nullopt;
  const std::string_view and_will = " and it ";
  if (rest.find(and_will) != std::string::npos || rest.find(" and then ") != std::string::npos)
    return std::nullopt;
  Edit edit;
  edit.span = {it.words[verb].span.begin, end};
  const bool at_start = verb == sentence.first;
  const std::string lead = at_start ? "Could you please " : "could you please ";
  const std::string gerund = lexicon::inflect(base).gerund;
  // Two in a row are no English: "Keep trying" is no "try keeping trying".
  const bool chained = verb + 1 < sentence.last && is_gerund(it.of(it.words[verb + 1]));
  const bool known = !target.facts.speller || target.facts.speller->knows(gerund);
  const bool tried = can_be_tried(base) && !chained && known;
  edit.replacement = lead + (tried ? "try " + gerund : base) + rest + "?";
  // The full stop gives way to the question mark.
  if (end < it.text.size() && it.text[end] == '.') ++edit.span.end;
  return edit;
}

struct Named {
  std::string_view name;
  std::optional<Edit> (*make)(const Target&);
};
constexpr std::array kRewrites = std::to_array<Named>({
    {"blame-to-passive", english::blame_to_passive},
    {"calm-marks", english::calm_marks},
    {"close-on-confirmation", english::close_on_confirmation},
    {"command-to-request", command_to_request},
    {"delete", delete_words},
    {"delete-minimiser", english::delete_minimiser},
    {word_meant, english::known_slip},
    {"lower-case", english::lower_case},
    {"offer-alternative", english::offer_alternative},
    {"reopen-any-time", english::reopen_any_time},
    {"sorry-that", english::sorry_that},
    {"specific-apology", english::specific_apology},
    {"spell-out", english::spell_out},
    {"update-by", english::update_by},
    {"when", english::when_placeholder},
});

}  // namespace

std::optional<Edit> rewrite(std::string_view name, const Target& target) {
  for (const Named& one : kRewrites)
    if (one.name == name) return one.make(target);
  return std::nullopt;
}

}  // namespace dsk::rules
