// What they told, did and gave already: not asked for again, not suggested again, not passed over.
#include <algorithm>
#include <array>

#include "acts/conversation.hpp"
#include "ascii.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kMostCompared = 32;  // questions for a thing, of one kind
constexpr std::uint32_t kLongAccount = 150;   // words that are an effort by themselves
constexpr std::size_t kStepsCompared = 100;   // of each side, so that the work stays small
constexpr std::uint32_t kObjectReach = 4;     // words from a step to what it is done to
constexpr std::uint32_t kToItsNumber = 4;     // words from a thing to its number: "number is"

// What has a figure behind it, and is no thing's name.
constexpr std::array kNoProduct = std::to_array<std::string_view>(
    {"day", "month", "salutation", "sign-off-word", "ticket-word", "order-word", "error-word",
     "number-word", "detail", "function-word"});

bool holds_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), ascii::is_digit);
}

struct Asked {
  std::string_view act;
  IdentifierKind kind;
};
constexpr std::array kAsked = std::to_array<Asked>({
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

bool together(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  return std::none_of(reading.words.begin() + first, reading.words.begin() + last,
                      [](const Word& word) { return word.kind == WordKind::punctuation; });
}

// The precise words right after a step: what it is done to.
std::vector<Term> object_of(const Reading& reading, const Terms& terms,
                            const lexicon::Language& language, const ActHit& hit) {
  std::vector<Term> all;
  // "Switched it off at the wall"
  if (hit.last > hit.first + 1 && language.in_class(reading.words[hit.first + 1].hash, "it"))
    return all;
  // "Switch the printer off and on" holds its own.
  const std::uint32_t last =
      hit.last - hit.first > kObjectReach ? hit.last : hit.last + kObjectReach;
  for (const Term& term : terms.within(hit.first, last)) {
    // "The phone, as the server's certificate is new": a comma ends it.
    if (term.word >= hit.last && !together(reading, hit.last, term.word)) break;
    if (term.weight >= 2 && term.sentence == hit.sentence) all.push_back(term);
  }
  return all;
}

bool overlap(const std::vector<Term>& a, const std::vector<Term>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Term& one) {
    return std::any_of(b.begin(), b.end(), [&](const Term& other) { return one.key == other.key; });
  });
}

bool names(const Job& job, std::uint32_t sentence, const std::string& identifier) {
  const auto& all = job.facts().conversation->mail_identifiers;
  return std::any_of(all.begin(), all.end(), [&](const Identifier& one) {
    return one.sentence == sentence && one.text == identifier;
  });
}

// "How many nights?" - "two nights": the same thing with a number before it.
const Term* counted_there(const Job& job, const ActHit& asked) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const auto thing = talk.mail.within(asked.last - 1, asked.last);
  if (thing.empty()) return nullptr;
  for (const Term& term : talk.incoming.all()) {
    if (term.key != thing.front().key || term.word == 0) continue;
    const Word& before = incoming.reading.words[term.word - 1];
    if (before.kind == WordKind::number || job.facts().language.in_class(before.hash, "count"))
      return &term;
  }
  return nullptr;
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

// Two mails ago is known, too: an identifier of the kind in an earlier message.
bool known_before(Job& job, const ActHit& asked, IdentifierKind kind) {
  const std::vector<const Message*>& thread = job.facts().thread;
  for (std::size_t at = thread.size(); at-- > 0;) {
    if (!wrote_it(job, *thread[at])) continue;
    const Identifier* one = given(job.facts().conversation->earlier_identifiers[at], kind);
    if (!one || names(job, asked.sentence, one->text)) continue;
    tell_earlier(job, job.report(asked.sentence, asked.first, asked.last), *thread[at], one->span);
    return true;
  }
  return false;
}

// Likewise of what an act tells.
bool shown_before(Job& job, const ActHit& asked, const std::string& act) {
  for (const Message* earlier : job.facts().thread) {
    const auto told = earlier->acts.named(act);
    if (told.empty() || !wrote_it(job, *earlier)) continue;
    tell_earlier(job, job.report(asked.sentence, asked.first, asked.last), *earlier,
                 earlier->reading.span_of(told.front().first, told.front().last));
    return true;
  }
  return false;
}

}  // namespace

// The rule's acts ask for something; acts "has-..." in the incoming message, or an identifier of
// the kind, say that it is there.
void asks_known(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  for (const lexicon::ActId act : job.rule().acts) {
    const std::string_view asked = job.facts().language.acts()[act].name;
    std::uint32_t compared = 0;  // things with all that they wrote
    for (const ActHit& hit : job.acts().of(act)) {
      if (!is_asked(job, hit.sentence)) continue;
      const auto kind = std::find_if(kAsked.begin(), kAsked.end(),
                                     [&](const Asked& one) { return one.act == asked; });
      if (kind != kAsked.end()) {
        const Identifier* one = given(talk.incoming_identifiers, kind->kind);
        if (one && !names(job, hit.sentence, one->text)) {
          tell_cause(job, job.report(hit.sentence, hit.first, hit.last), one->span);
          break;
        }
        if (!one && known_before(job, hit, kind->kind)) break;
      }
      const bool detail = asked == "asks-detail";
      const bool by_number = asked == "asks-which" || asked == "wants-number" || detail;
      const bool compares = asked == "asks-count" || by_number;
      if (compares && ++compared > kMostCompared) break;
      if (asked == "asks-count") {
        if (const Term* counted = counted_there(job, hit))
          tell_cause(job, job.report(hit.sentence, hit.first, hit.last),
                     incoming.reading.span_of(counted->word - 1, counted->word + 1));
        continue;
      }
      if (by_number) {
        const Term* known = numbered_there(job, hit, asked == "wants-number");
        const std::uint64_t last = job.reading().words[hit.last - 1].hash;
        const bool version = job.facts().language.in_class(last, "version-word");
        const bool of_make = version || job.facts().language.in_class(last, "make");
        if (!known && detail && of_make)
          known = product_there(job, hit, version);
        if (!known || job.told_in(hit.sentence)) continue;
        Finding* finding = job.report(hit.sentence, hit.first, hit.last);
        if (finding && detail) finding->level = lexicon::Level::coach;
        tell_cause(job, finding, incoming.reading.sentences[known->sentence].span);
        continue;
      }
      // "asks-browser" is answered by "has-browser".
      const std::string has = "has-" + std::string(asked.substr(asked.find('-') + 1));
      const auto told = incoming.acts.named(has);
      if (told.empty()) {
        if (shown_before(job, hit, has)) break;
        continue;
      }
      const Span span = incoming.reading.span_of(told.front().first, told.front().last);
      tell_cause(job, job.report(hit.sentence, hit.first, hit.last), span);
      break;
    }
  }
}

namespace {

// The same where an earlier message of theirs says it.
void tried_before(Job& job, std::size_t step) {
  const auto suggested = job.acts().of(job.rule().acts[step]);
  if (suggested.empty()) return;
  for (const Message* earlier : job.facts().thread) {
    const auto tried = earlier->acts.of(job.rule().partner[step]);
    if (tried.empty() || !wrote_it(job, *earlier)) continue;
    const ActHit& hit = suggested.front();
    tell_earlier(job, job.report(hit.sentence, hit.first, hit.last), *earlier,
                 earlier->reading.span_of(tried.front().first, tried.front().last));
    return;
  }
}

}  // namespace

// The rule's acts suggest a step, its partner acts, in the same order, say that it was tried.
void repeats_tried(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const lexicon::Language& language = job.facts().language;
  for (std::size_t step = 0; step < std::min(rule.acts.size(), rule.partner.size()); ++step) {
    auto tried = incoming.acts.of(rule.partner[step]);
    if (tried.empty()) {
      tried_before(job, step);
      continue;
    }
    const auto most = [](auto hits) { return hits.first(std::min(hits.size(), kStepsCompared)); };
    tried = most(tried);
    for (const ActHit& hit : most(job.acts().of(rule.acts[step]))) {
      const std::vector<Term> object = object_of(job.reading(), talk.mail, language, hit);
      const auto same = std::find_if(tried.begin(), tried.end(), [&](const ActHit& one) {
        const std::vector<Term> before =
            object_of(incoming.reading, talk.incoming, language, one);
        return object.empty() || before.empty() || overlap(object, before);
      });
      if (same == tried.end()) continue;
      Finding* finding = job.report(hit.sentence, hit.first, hit.last);
      tell_cause(job, finding, incoming.reading.span_of(same->first, same->last));
      if (finding) break;
    }
  }
  repeats_any_step(job);
}

// The rule's phrases tell of something done; it is fine where they asked for that: where its verb,
// the first word of weight, stands in their message. Of its acts, which are less sure, no word of
// some precision may stand there.
void unasked(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const auto spoken_of = [&](const Term& term) {
    return term.weight >= 2 && talk.incoming.has(term.key);
  };
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) {
    const auto said = talk.mail.within(hit.first, hit.last);
    if (!said.empty() && talk.incoming.has(said.front().key)) continue;
    job.report(hit.sentence, hit.first, hit.last);
  }
  for (const lexicon::ActId act : job.rule().acts) {
    for (const ActHit& hit : job.acts().of(act)) {
      if (job.told_in(hit.sentence)) continue;
      const auto said = talk.mail.within(hit.first, hit.last + kObjectReach);
      if (std::none_of(said.begin(), said.end(), spoken_of))
        job.report(hit.sentence, hit.first, hit.last);
    }
  }
}

// The rule's acts in the incoming message are an effort, its partner acts here thank for it. Thanks
// that only close the mail do not count.
void no_thanks(Job& job) {
  const Message& incoming = *job.facts().incoming;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  if (sentences.empty()) return;
  for (const lexicon::ActId act : job.rule().partner)
    for (const ActHit& hit : job.acts().of(act))
      if ((hit.sentence + 2 < sentences.size() || sentences[hit.sentence].size() > 4) &&
          !job.acts().has_in("stock-thanks", hit.sentence))
        return;
  if (const ActHit* cause = first_cause(job, job.rule().acts)) {
    const Sentence& told = incoming.reading.sentences[cause->sentence];
    tell_cause(job, job.report_mail(), incoming.reading.span_of(cause->first, told.last));
    return;
  }
  const auto& attached = incoming.document.attachments;
  const bool gave = std::any_of(attached.begin(), attached.end(),
                                [](const mail::Attachment& one) { return !one.inline_image; });
  if ((!gave && incoming.reading.word_count < kLongAccount) || incoming.reading.sentences.empty())
    return;
  tell_cause(job, job.report_mail(), incoming.reading.sentences.front().span);
}

}  // namespace dsk::rules
