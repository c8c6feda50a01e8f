#include "rules/rewrite.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/inflect.hpp"
#include "lexicon/rewrites.hpp"
#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

const Reading& reading(const Target& target) { return target.facts.mail.reading; }

// Where the sentence's last word ends, its closing marks not counted.
std::uint32_t end_of_words(const Target& target) {
  const Sentence& sentence = reading(target).sentences[target.sentence];
  for (std::uint32_t at = sentence.last; at > sentence.first; --at)
    if (reading(target).words[at - 1].kind != WordKind::punctuation)
      return reading(target).words[at - 1].span.end;
  return sentence.span.end;
}

// Is it a step that may help or not, so that they can be asked to try it: "Please try restarting ..."?
// What is wanted for itself is asked for as it stands: "Could you please send ...?"
bool can_be_tried(std::string_view verb) {
  constexpr auto kWanted = std::to_array<std::string_view>({
      "ask",  "attach",  "avoid",   "be",     "call",  "confirm", "contact", "describe", "do",
      "ensure", "fill",  "follow",  "forward", "give", "go",      "have",    "keep",     "let",
      "look", "make",    "name",    "note",   "notify", "pay",    "provide", "read",     "reply",
      "see",  "send",    "share",   "sign",   "specify", "stop",  "submit",  "take",     "tell",
      "try",  "visit",   "wait",    "write"});
  return std::find(kWanted.begin(), kWanted.end(), verb) == kWanted.end();
}

bool is_gerund(std::string_view word) {
  return word.size() > 5 && word.substr(word.size() - 3) == "ing" &&
         word.substr(word.size() - 5) != "thing";
}

// "then restart it", "simply send it": the command comes behind.
bool opens_command(std::string_view word) {
  constexpr std::array<std::string_view, 15> kOpeners = {
      "then", "now",   "next", "first",      "finally", "also", "just", "simply",
      "only", "again", "so",   "afterwards", "instead", "and",  "or"};
  return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
}

// How far a command reaches that begins with the word `verb`: what one question can hold.
enum class Reach {
  alone,    // to the end of the sentence
  chained,  // another command may go with it: "… and sign in again"
  further,  // a clause of another kind follows: "… and I'll check it"
};

Reach reach_of(const Target& target, std::uint32_t verb) {
  const Reading& it = reading(target);
  const lexicon::Language& language = target.facts.language;
  Reach reach = Reach::alone;
  std::uint32_t last = it.sentences[target.sentence].last;
  while (last > verb && it.words[last - 1].kind == WordKind::punctuation) --last;
  for (std::uint32_t at = verb; at + 1 < last; ++at) {
    const char mark = it.words[at].kind == WordKind::punctuation ? it.words[at].mark : ' ';
    if (mark == ',' || mark == ';' || mark == ':') return Reach::further;
    if (utf8::lower(it.of(it.words[at])) != "and") continue;
    std::uint32_t next = at + 1;
    while (next + 1 < last && opens_command(utf8::lower(it.of(it.words[next])))) ++next;
    // After a little word a clause begins, or another object: it goes unasked, which fits both.
    if (is_among(language.stop_words(), it.words[next].hash)) return Reach::further;
    reach = Reach::chained;
  }
  return reach;
}

// "Restart your computer." -> "Could you please try restarting your computer?"; where a question would
// take in what is none, "Please restart your computer, the lamp will turn green."
std::optional<Edit> command_to_request(const Target& target) {
  const Reading& it = reading(target);
  // The verb is the first word of the hit, or stands behind an opener.
  std::uint32_t opener = target.first, verb = target.first;
  while (verb + 1 < target.last && opens_command(utf8::lower(it.of(it.words[verb])))) ++verb;
  while (verb + 1 < target.last && it.words[verb].kind == WordKind::punctuation) ++verb;
  if (it.words[verb].kind != WordKind::word) return std::nullopt;
  // "TODO: check with Ana" is a note to oneself.
  if (opener > 0 && it.words[opener - 1].mark == ':') return std::nullopt;
  const std::string base = utf8::lower(it.of(it.words[verb]));
  // "Simply" goes; "then" stays.
  constexpr std::array<std::string_view, 3> kSmall = {"just", "simply", "only"};
  const bool small = std::find(kSmall.begin(), kSmall.end(),
                               utf8::lower(it.of(it.words[opener]))) != kSmall.end();
  if (!small || opener + 1 != verb) opener = verb;
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
  const bool tried = can_be_tried(base) && reach == Reach::alone && !gerunds && known;
  edit.replacement = (at_start ? "Could you please " : "could you please ") +
                     (tried ? "try " + gerund : base) + rest + "?";
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
    {"lower-case", english::lower_case},
    {"offer-alternative", english::offer_alternative},
    {"reopen-any-time", english::reopen_any_time},
    {"sorry-that", english::sorry_that},
    {"specific-apology", english::specific_apology},
    {"spell-out", english::spell_out},
    {"update-by", english::update_by},
    {"when", english::when_placeholder},
});
static_assert(std::equal(kRewrites.begin(), kRewrites.end(), lexicon::kRewrites.begin(),
                         lexicon::kRewrites.end(),
                         [](const Named& one, std::string_view name) { return one.name == name; }));

}  // namespace

std::string with_case_of(std::string_view written, std::string text) {
  if (utf8::is_upper(utf8::decode(written, 0).point) && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::optional<Edit> delete_words(const Target& target) {
  const Reading& it = reading(target);
  const Sentence& sentence = it.sentences[target.sentence];
  if (target.last >= sentence.last) return std::nullopt;
  std::uint32_t next = target.last;
  if (it.words[next].kind == WordKind::punctuation && it.words[next].mark == ',') ++next;
  if (next >= sentence.last || it.words[next].kind == WordKind::punctuation) return std::nullopt;
  const Word& follows = it.words[next];
  const std::string_view first = it.of(it.words[target.first]);
  Edit edit;
  edit.span = {it.words[target.first].span.begin, follows.span.begin};
  if (utf8::is_upper(utf8::decode(first, 0).point) && follows.kind == WordKind::word) {
    edit.span.end = follows.span.end;
    edit.replacement = with_case_of(first, std::string(it.of(follows)));
  }
  return edit;
}

std::optional<Edit> rewrite(std::string_view name, const Target& target) {
  for (const Named& one : kRewrites)
    if (one.name == name) return one.make(target);
  return std::nullopt;
}

}  // namespace dsk::rules
