// What they told already is not asked for again.
#include <algorithm>
#include <array>
#include <optional>

#include "acts/conversation.hpp"
#include "ascii.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kMostCompared = 32;  // questions for a thing, of one kind
constexpr std::uint32_t kToItsNumber = 4;    // words from a thing to its number: "number is"

// What has a figure behind it, and is no thing's name.
constexpr std::array kNoProduct = std::to_array<std::string_view>(
    {"day", "month", "salutation", "sign-off-word", "ticket-word", "order-word", "error-word",
     "number-word", "detail", "function-word"});

bool holds_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), ascii::is_digit);
}

// A question that an identifier answers.
struct AsksIdentifier {
  std::string_view act;
  IdentifierKind kind;
};
constexpr std::array kAsksIdentifier = std::to_array<AsksIdentifier>({
    {"asks-order-number", IdentifierKind::order},
    {"asks-ticket-number", IdentifierKind::ticket},
    {"asks-serial-number", IdentifierKind::serial},
    {"asks-error-text", IdentifierKind::error_code},
    {"asks-version", IdentifierKind::version},
    {"asks-phone-number", IdentifierKind::phone},
    {"wants-error-text", IdentifierKind::error_code},
    {"asks-amount", IdentifierKind::amount},
});

// The only one of its kind that was given; with two of them, asking which is right.
const Identifier* given(const std::vector<Identifier>& all, IdentifierKind kind) {
  const Identifier* found = nullptr;
  for (const Identifier& one : all) {
    if (one.kind != kind) continue;
    if (found && found->text != one.text) return nullptr;
    found = &one;
  }
  return found;
}

bool names(const Job& job, std::uint32_t sentence, const std::string& identifier) {
  const auto& all = job.facts().conversation->mail_identifiers;
  return std::any_of(all.begin(), all.end(), [&](const Identifier& one) {
    return one.sentence == sentence && one.text == identifier;
  });
}

// "How many nights?" - "two nights": the same thing with a number before it.
std::optional<Span> count_there(const Job& job, const ActHit& asked) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const auto thing = talk.mail.within(asked.last - 1, asked.last);
  if (thing.empty()) return std::nullopt;
  for (const Term& term : talk.incoming.all()) {
    if (term.key != thing.front().key || term.word == 0) continue;
    const Word& before = incoming.reading.words[term.word - 1];
    if (before.kind == WordKind::number || job.facts().language.in_class(before.hash, "count"))
      return incoming.reading.span_of(term.word - 1, term.word + 1);
  }
  return std::nullopt;
}

// A question, or a statement that asks for an answer: "we still need to know when it began".
bool is_asked(const Job& job, std::uint32_t sentence) {
  return job.reading().sentences[sentence].ending == Ending::question ||
         job.acts().has_in("info-wanted", sentence);
}

// "Which scale is it?" - "scale 2", "the third floor", "Model Zebra", "staff number is 88213": the
// thing with a number or a name beside it.
const Term* numbered_there(const Job& job, const ActHit& asked, bool only_numbers) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const auto things = talk.mail.within(asked.first, asked.last + 1);
  const auto asked_for = [&](const Term& theirs) {
    return theirs.weight > 1 && std::any_of(things.begin(), things.end(), [&](const Term& one) {
             return one.key == theirs.key;
           });
  };
  const auto tells = [&](std::uint32_t at) {
    const Word& word = incoming.reading.words[at];
    if (only_numbers) return word.kind == WordKind::number;
    return word.kind == WordKind::number || word.kind == WordKind::inline_item ||
           job.facts().language.in_class(word.hash, "ordinal");
  };
  const auto named = [&](std::uint32_t at) {
    const LetterCase letters = incoming.reading.words[at].letter_case;
    return letters == LetterCase::title || letters == LetterCase::upper ||
           letters == LetterCase::mixed;
  };
  for (const Term& term : talk.incoming.all()) {
    if (!asked_for(term)) continue;
    const Sentence& sentence = incoming.reading.sentences[term.sentence];
    std::uint32_t next = term.word + 1;
    const auto links = [&](std::uint32_t at) {
      const char mark = incoming.reading.words[at].mark;  // "my badge (no. 51826)"
      if (mark == '(' || mark == '.' || mark == '#' || mark == ':') return true;
      return job.facts().language.in_class(incoming.reading.words[at].hash, "number-word");
    };
    while (next < sentence.last && next < term.word + kToItsNumber && links(next)) ++next;
    if ((term.word > sentence.first && tells(term.word - 1)) ||
        (next < sentence.last && (tells(next) || (!only_numbers && named(next)))))
      return &term;
  }
  return nullptr;
}

// A name with a figure behind it: "LaserPro 4100", "ThinkPad T14". Of a version it has to be one
// that the question names.
const Term* product_there(const Job& job, const ActHit& asked, bool of_named) {
  const Conversation& talk = *job.facts().conversation;
  const std::vector<Word>& words = job.facts().incoming->reading.words;
  const lexicon::Language& language = job.facts().language;
  const Sentence& asks = job.reading().sentences[asked.sentence];
  const auto mine = talk.mail.within(asks.first, asks.last);
  for (const Term& term : talk.incoming.all()) {
    if (term.word + 1 >= words.size()) continue;
    const Word& name = words[term.word];
    const Word& figure = words[term.word + 1];
    const bool named =
        // "LaserPro" is read as a thing of machines.
        (name.kind == WordKind::inline_item ||
         (name.kind == WordKind::word && name.letter_case != LetterCase::lower)) &&
        std::none_of(kNoProduct.begin(), kNoProduct.end(),
                     [&](std::string_view kind) { return language.in_class(name.hash, kind); });
    const bool known = !of_named || std::any_of(mine.begin(), mine.end(), [&](const Term& one) {
      return one.key == term.key;
    });
    if (named && known && figure.kind != WordKind::punctuation &&
        holds_digit(job.facts().incoming->reading.of(figure)))
      return &term;
  }
  return nullptr;
}

// Where what is asked for stands in their message.
using Finder = std::optional<Span> (*)(const Job& job, const ActHit& asked);

std::optional<Span> sentence_of(const Job& job, const Term* term) {
  if (!term) return std::nullopt;
  return job.facts().incoming->reading.sentences[term->sentence].span;
}
std::optional<Span> which_there(const Job& job, const ActHit& asked) {
  return sentence_of(job, numbered_there(job, asked, false));
}
std::optional<Span> number_there(const Job& job, const ActHit& asked) {
  return sentence_of(job, numbered_there(job, asked, true));
}
// "Which model is it?" may be answered by a name alone.
std::optional<Span> detail_there(const Job& job, const ActHit& asked) {
  if (const Term* known = numbered_there(job, asked, false)) return sentence_of(job, known);
  const std::uint64_t last = job.reading().words[asked.last - 1].hash;
  const bool version = job.facts().language.in_class(last, "version-word");
  if (!version && !job.facts().language.in_class(last, "make")) return std::nullopt;
  return sentence_of(job, product_there(job, asked, version));
}

// A question that all they wrote is gone through for.
struct AsksThing {
  std::string_view act;
  Finder finder;
  lexicon::Level most;
};
constexpr std::array kAsksThing = std::to_array<AsksThing>({
    {"asks-count", count_there, lexicon::Level::error},
    {"asks-which", which_there, lexicon::Level::error},
    {"wants-number", number_there, lexicon::Level::error},
    {"asks-detail", detail_there, lexicon::Level::coach},
});

Finding* report(Job& job, const ActHit& asked) {
  return job.report(asked.sentence, asked.first, asked.last);
}

void tell_thing(Job& job, const AsksThing& kind, const ActHit& asked) {
  if (job.told_in(asked.sentence)) return;
  const std::optional<Span> cause = kind.finder(job, asked);
  if (!cause) return;
  Finding* finding = report(job, asked);
  if (finding) finding->level = std::min(finding->level, kind.most);
  tell_cause(job, finding, *cause);
}

// An identifier of the kind, in their message or an earlier one: two mails ago is known, too.
bool tells_identifier(Job& job, IdentifierKind kind, const ActHit& asked) {
  const Conversation& talk = *job.facts().conversation;
  if (const Identifier* one = given(talk.incoming_identifiers, kind)) {
    if (names(job, asked.sentence, one->text)) return false;
    tell_cause(job, report(job, asked), one->span);
    return true;
  }
  const std::vector<const Message*>& thread = job.facts().thread;
  for (std::size_t at = thread.size(); at-- > 0;) {
    if (!wrote_it(job, *thread[at])) continue;
    const Identifier* one = given(talk.earlier_identifiers[at], kind);
    if (!one || names(job, asked.sentence, one->text)) continue;
    tell_earlier(job, report(job, asked), *thread[at], one->span);
    return true;
  }
  return false;
}

// Likewise what an act tells.
bool tells_act(Job& job, std::string_view act, const ActHit& asked) {
  const Message& incoming = *job.facts().incoming;
  const auto span_in = [](const Message& message, const ActHit& hit) {
    return message.reading.span_of(hit.first, hit.last);
  };
  if (const auto told = incoming.acts.named(act); !told.empty()) {
    tell_cause(job, report(job, asked), span_in(incoming, told.front()));
    return true;
  }
  for (const Message* earlier : job.facts().thread) {
    const auto told = earlier->acts.named(act);
    if (told.empty() || !wrote_it(job, *earlier)) continue;
    tell_earlier(job, report(job, asked), *earlier, span_in(*earlier, told.front()));
    return true;
  }
  return false;
}

template <class Kinds>
auto kind_of(const Kinds& kinds, std::string_view act) {
  const auto at = std::find_if(kinds.begin(), kinds.end(),
                               [&](const auto& kind) { return kind.act == act; });
  return at == kinds.end() ? nullptr : &*at;
}

}  // namespace

// The rule's acts ask for something; an identifier of the kind, a thing with a number or a name, or
// an act "has-..." say that it is there.
void asks_known(Job& job) {
  for (const lexicon::ActId act : job.rule().acts) {
    const auto all = job.acts().of(act);
    if (all.empty()) continue;
    const std::string_view asks = job.facts().language.acts()[act].name;
    const AsksThing* thing = kind_of(kAsksThing, asks);
    const AsksIdentifier* identifier = kind_of(kAsksIdentifier, asks);
    // "asks-browser" is answered by "has-browser".
    const std::string has = "has-" + std::string(asks.substr(asks.find('-') + 1));
    std::uint32_t compared = 0;
    for (const ActHit& asked : all) {
      if (!is_asked(job, asked.sentence)) continue;
      if (thing) {
        if (++compared > kMostCompared) break;
        tell_thing(job, *thing, asked);
      } else if ((identifier && tells_identifier(job, identifier->kind, asked)) ||
                 tells_act(job, has, asked)) {
        break;
      }
    }
  }
}

}  // namespace dsk::rules
