// Rewrites of whole sentences: blame, refusals, apologies, closures. Each keeps the writer's words
// and leaves a [[placeholder?]] for what only the writer can know.
#include "rules/rewrite_english.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/inflect.hpp"
#include "utf8.hpp"

namespace dsk::rules::english {
namespace {

const Sentence& sentence(const Target& target) {
  return target.reading().sentences[target.sentence];
}

bool is_mark(const Target& target, std::uint32_t word) {
  return target.reading().words[word].kind == WordKind::punctuation;
}

// Past the sentence's last mark.
std::uint32_t end_of(const Target& target) { return sentence(target).span.end; }

// The words from `first` to the end of the sentence, without its closing marks.
std::string rest(const Target& target, std::uint32_t first) {
  const Reading& it = target.reading();
  std::uint32_t last = sentence(target).last;
  while (last > first && is_mark(target, last - 1)) --last;
  if (last <= first) return {};
  return std::string(it.of(it.span_of(first, last)));
}

// Append a sentence after the one found; a sentence without a full stop gets one, and none comes
// between a colon and what it announces.
std::optional<Edit> append(const Target& target, std::string_view text) {
  const Reading& it = target.reading();
  const std::uint32_t end = end_of(target);
  Edit edit;
  edit.span = {end, end};
  const char last = end > 0 ? it.text[end - 1] : '.';
  if (last == ':' || last == ',') return std::nullopt;
  const bool closed = last == '.' || last == '!' || last == '?';
  edit.replacement = (closed ? " " : ". ") + std::string(text);
  return edit;
}

bool starts_sentence(const Target& target, std::uint32_t word) {
  return word == sentence(target).first;
}

}  // namespace

// "You failed to enter the tag." -> "It looks like the tag was not entered." Only where the object
// is a plain noun phrase that ends the sentence.
std::optional<Edit> blame_to_passive(const Target& target) {
  const Sentence& here = sentence(target);
  std::uint32_t at = target.first;
  if (!starts_sentence(target, at) || target.low(at) != "you") return std::nullopt;
  ++at;
  std::uint32_t verb = 0;
  const auto word = [&](std::uint32_t i) { return i < here.last ? target.low(i) : std::string(); };
  if (word(at) == "have" || word(at) == "'ve") ++at;
  if ((word(at) == "failed" || word(at) == "forgot" || word(at) == "forgotten" ||
       word(at) == "neglected" || word(at) == "omitted") && word(at + 1) == "to") {
    verb = at + 2;
  } else if (word(at) == "did" && (word(at + 1) == "not" || word(at + 1) == "n't")) {
    verb = at + 2;
  } else {
    return std::nullopt;
  }
  const std::string base = word(verb);
  const std::string article = word(verb + 1);
  constexpr std::array<std::string_view, 6> kObjects = {"the", "your", "a", "an", "our", "this"};
  if (std::find(kObjects.begin(), kObjects.end(), article) == kObjects.end()) return std::nullopt;
  // A single plain object: no second clause, no second object.
  std::uint32_t words = 0;
  for (std::uint32_t i = verb + 1; i < here.last; ++i) {
    if (is_mark(target, i)) {
      if (i + 1 != here.last) return std::nullopt;
      break;
    }
    ++words;
    const std::string one = word(i);
    for (const std::string_view stop :
         {"and", "or", "because", "so", "when", "before", "that", "if"})
      if (one == stop) return std::nullopt;
  }
  if (words < 2 || words > 5) return std::nullopt;
  const lexicon::VerbForms forms = lexicon::inflect(base);
  if (target.facts.speller && !target.facts.speller->knows(forms.participle)) return std::nullopt;
  std::string object = rest(target, verb + 1);
  const std::string last = utf8::lower(object.substr(object.rfind(' ') + 1));
  const bool many = last.size() > 3 && last.back() == 's' && last[last.size() - 2] != 's' &&
                    last[last.size() - 2] != 'u' && last[last.size() - 2] != 'i';
  Edit edit;
  edit.span = {target.reading().words[target.first].span.begin, end_of(target)};
  edit.replacement =
      "It looks like " + object + (many ? " were" : " was") + " not " + forms.participle + ".";
  return edit;
}

// "We are unable to restore it." gets the sentence that opens another door.
std::optional<Edit> offer_alternative(const Target& target) {
  return append(target, "What I can do is [[what can be done?]].");
}

std::optional<Edit> update_by(const Target& target) {
  return append(target, "I'll update you by [[when?]], even if there is nothing new.");
}

// Only what is closed can be reopened, a fee cannot; nor does a reply bring back an account.
std::optional<Edit> reopen_any_time(const Target& target) {
  constexpr std::uint32_t kNear = 60;  // words on either side, so that long sentences stay cheap
  const Sentence& here = sentence(target);
  const std::uint32_t first = target.first - std::min(target.first - here.first, kNear);
  const std::uint32_t last = target.last + std::min(here.last - target.last, kNear);
  const auto near = [&](std::string_view name) {
    for (std::uint32_t word = first; word < last; ++word)
      if (target.is(word, name)) return true;
    return false;
  };
  if (!near("closes") || near("stays-closed")) return std::nullopt;
  return append(target, "A reply at any time reopens it.");
}

// "I am closing the ticket." -> "Once you confirm that it works, I'll close the ticket."
std::optional<Edit> close_on_confirmation(const Target& target) {
  const Sentence& here = sentence(target);
  for (std::uint32_t at = here.first; at < here.last; ++at) {
    const std::string word = target.low(at);
    if (word == "or" || word == "if" || word == "unless") return std::nullopt;  // hangs on more
    if (word != "close" && word != "closing" && word != "closed") continue;
    const std::string object = rest(target, at + 1);
    const std::string start = object.substr(0, object.find(' '));
    if (start != "the" && start != "this" && start != "your") return std::nullopt;
    if (object.find(',') != std::string::npos || object.find(" and ") != std::string::npos)
      return std::nullopt;
    std::string kept = object;
    if (kept.size() > 4 && kept.substr(kept.size() - 4) == " now") kept.resize(kept.size() - 4);
    return Edit{{target.reading().words[here.first].span.begin, end_of(target)},
                "Once you confirm that it works, I'll close " + kept + "."};
  }
  return std::nullopt;
}

// "We apologise for any inconvenience this may have caused." -> "I'm sorry that [[what
// happened?]]."
std::optional<Edit> specific_apology(const Target& target) {
  const Reading& it = target.reading();
  const Sentence& here = sentence(target);
  std::uint32_t first = target.first;
  bool we = false;
  // "We sincerely apologise", "I am very sorry": the subject belongs to it.
  for (std::uint32_t at = here.first; at < target.first; ++at) {
    const std::string word = target.low(at);
    if (word != "we" && word != "i" && word != "please") continue;
    we = word == "we";
    first = at;
    break;
  }
  for (std::uint32_t at = target.first; at < target.last; ++at) we = we || target.low(at) == "we";
  const bool capital = first == here.first;
  std::string text =
      we ? "we are sorry that [[what happened?]]" : "I'm sorry that [[what happened?]]";
  if (capital && we) text[0] = 'W';
  const std::uint32_t end = end_of(target);
  const char last = end > 0 ? it.text[end - 1] : ' ';
  if (last == '.' || last == '!') text.push_back('.');
  return Edit{{it.words[first].span.begin, end}, text};
}

// "sorry if this upset you" -> "sorry that this upset you"; of what they feel nothing is kept,
// since only what happened can be regretted: "sorry if you feel (that) we were slow" -> "sorry that
// we were slow", "sorry you feel ignored" -> "sorry that [[what happened?]]".
std::optional<Edit> sorry_that(const Target& target) {
  const Reading& it = target.reading();
  const std::uint32_t last = sentence(target).last;
  const auto is_one_of = [&](std::uint32_t at, std::initializer_list<std::string_view> words) {
    return at < last && std::find(words.begin(), words.end(), target.low(at)) != words.end();
  };
  std::uint32_t first = target.first + 1;
  while (first < target.last && !is_one_of(first, {"if", "that", "you"})) ++first;
  if (first >= target.last) return std::nullopt;
  const std::uint32_t who = first + (target.low(first) == "you" ? 0 : 1);
  const std::uint32_t verb = who + 1;
  const bool person = is_one_of(who, {"you", "anyone", "anybody", "someone", "somebody"});
  const bool felt = is_one_of(verb, {"feel", "felt", "think", "thought", "believe", "believed",
                                     "see", "saw", "find", "found", "perceive", "perceived", "took",
                                     "consider", "misunderstood"});
  const bool hurt =
      is_one_of(verb, {"are", "were", "is", "was", "got", "get"}) &&
      is_one_of(verb + 1, {"offended", "upset", "hurt", "unhappy", "insulted", "not"});
  if (!person || (!felt && !hurt)) {
    if (target.low(first) != "if") return std::nullopt;
    return Edit{it.words[first].span, "that"};
  }
  const std::uint32_t clause = verb + (is_one_of(verb + 1, {"that"}) ? 2 : 1);
  const bool told = felt && clause + 1 < last && target.is(clause, "asked-of") &&
                    !is_one_of(clause, {"it", "that"});
  if (told) return Edit{it.span_of(first, clause), "that"};
  std::uint32_t end = verb + 1;
  while (end < last && !is_mark(target, end)) ++end;
  return Edit{it.span_of(first, end), "that [[what happened?]]"};
}

// "shortly" -> "by [[when?]]", and so "at a later stage".
std::optional<Edit> when_placeholder(const Target& target) {
  const Reading& it = target.reading();
  std::uint32_t first = target.last - 1, last = target.last;
  if (last < sentence(target).last && target.low(last) == "as") return std::nullopt;
  if (!target.is(first, "vaguely-when")) {
    // "as soon as possible", "as soon as we can", "in due course"
    for (first = target.last; first-- > target.first;) {
      const std::string word = target.low(first);
      if ((word == "as" && first + 1 < target.last && target.low(first + 1) == "soon") ||
          (word == "in" && first + 1 < target.last && target.low(first + 1) != "touch"))
        break;
    }
    if (first == 0xFFFFFFFFu || first < target.first) return std::nullopt;
    const std::string word = target.low(first);
    if (word != "as" && word != "in") return std::nullopt;
  } else if (first >= sentence(target).first + 2 && target.low(first - 1) == "a" &&
             last < sentence(target).last) {
    first -= 2;  // "at a later stage"
    ++last;
  }
  return Edit{it.span_of(first, last), "by [[when?]]"};
}

}  // namespace dsk::rules::english
