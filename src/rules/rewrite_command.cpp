// Commands made requests.
#include <string>

#include "lexicon/inflect.hpp"
#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules::english {
namespace {

// Where the sentence's last word ends, its closing marks not counted.
std::uint32_t end_of_words(const Target& target) {
  const Sentence& sentence = target.reading().sentences[target.sentence];
  for (std::uint32_t at = sentence.last; at > sentence.first; --at)
    if (target.reading().words[at - 1].kind != WordKind::punctuation)
      return target.reading().words[at - 1].span.end;
  return sentence.span.end;
}

// Is it a step that may help or not, so that they can be asked to try it: "Please try restarting
// ..."? What is wanted for itself is asked for as it stands: "Could you please send ...?"
bool can_be_tried(const Target& target, std::uint32_t verb) {
  return !target.is(verb, "wanted-for-itself");
}

bool is_gerund(std::string_view word) {
  return word.size() > 5 && word.substr(word.size() - 3) == "ing" &&
         word.substr(word.size() - 5) != "thing";
}

// "then restart it", "simply send it": the command comes behind.
bool opens_command(const Target& target, std::uint32_t word) {
  return target.is(word, "opens-command");
}

// How far a command reaches that begins with the word `verb`: what one question can hold.
enum class Reach {
  alone,    // to the end of the sentence
  chained,  // another command may go with it: "… and sign in again"
  further,  // a clause of another kind follows: "… and I'll check it"
};

Reach reach_of(const Target& target, std::uint32_t verb) {
  const Reading& it = target.reading();
  const lexicon::Language& language = target.facts.language;
  Reach reach = Reach::alone;
  std::uint32_t last = it.sentences[target.sentence].last;
  while (last > verb && it.words[last - 1].kind == WordKind::punctuation) --last;
  for (std::uint32_t at = verb; at + 1 < last; ++at) {
    const char mark = it.words[at].kind == WordKind::punctuation ? it.words[at].mark : ' ';
    if (mark == ',' || mark == ';' || mark == ':') return Reach::further;
    if (!target.is(at, "and")) continue;
    std::uint32_t next = at + 1;
    while (next + 1 < last && opens_command(target, next)) ++next;
    // After a little word a clause begins, or another object: it goes unasked, which fits both.
    if (is_among(language.stop_words(), it.words[next].hash)) return Reach::further;
    reach = Reach::chained;
  }
  return reach;
}

}  // namespace

// "Restart your computer." -> "Could you please try restarting your computer?"; where a question
// would take in what is none, "Please restart your computer, the lamp will turn green."
std::optional<Edit> command_to_request(const Target& target) {
  const Reading& it = target.reading();
  // The verb is the first word of the hit, or stands behind an opener.
  std::uint32_t opener = target.first, verb = target.first;
  while (verb + 1 < target.last && opens_command(target, verb)) ++verb;
  while (verb + 1 < target.last && it.words[verb].kind == WordKind::punctuation) ++verb;
  if (it.words[verb].kind != WordKind::word) return std::nullopt;
  // "TODO: check with Ana" is a note to oneself.
  if (opener > 0 && it.words[opener - 1].mark == ':') return std::nullopt;
  const std::string base = utf8::lower(it.of(it.words[verb]));
  // "Simply" goes; "then" stays.
  if (!target.is(opener, "minimiser") || opener + 1 != verb) opener = verb;
  const bool at_start = opener == it.sentences[target.sentence].first;
  const Span words = {it.words[opener].span.begin, it.words[verb].span.end};
  const Reach reach = reach_of(target, verb);
  if (reach == Reach::further) return Edit{words, (at_start ? "Please " : "please ") + base};

  const std::uint32_t end = end_of_words(target);
  const std::string rest(it.text.substr(words.end, end - words.end));
  if (rest.find('\n') != std::string::npos || rest.size() > 160) return std::nullopt;
  Edit edit;
  edit.span = {words.begin, end};
  const std::string gerund = lexicon::inflect(base).gerund;
  // Two in a row are no English: "Keep trying" is no "try keeping trying".
  const bool gerunds = verb + 1 < it.sentences[target.sentence].last &&
                       is_gerund(it.of(it.words[verb + 1]));
  const bool known = !target.facts.speller || target.facts.speller->knows(gerund);
  const bool tried = can_be_tried(target, verb) && reach == Reach::alone && !gerunds && known;
  edit.replacement = (at_start ? "Could you please " : "could you please ") +
                     (tried ? "try " + gerund : base) + rest + "?";
  // The full stop gives way to the question mark.
  if (end < it.text.size() && it.text[end] == '.') ++edit.span.end;
  return edit;
}

}  // namespace dsk::rules::english
