// The rule kinds: one source file each, all of the same shape.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/facts.hpp"
#include "rules/finding.hpp"
#include "rules/force.hpp"
#include "rules/mention.hpp"
#include "rules/part.hpp"

namespace dsk::rules {

// Words [first, last) of the reading.
struct WordRange {
  std::uint32_t first = 0, last = 0;
};

// One rule at work on one mail. A kind looks for its matches and reports them; guards, levels,
// messages and fixes are the same for all and happen here.
class Job {
 public:
  Job(const lexicon::LanguageRule& rule, const Facts& facts, const Signs& signs,
      std::vector<Finding>& out)
      : language_rule_(rule),
        rule_(*rule.rule),
        facts_(facts),
        signs_(signs),
        out_(out),
        told_to_(out.size()) {}

  const lexicon::Rule& rule() const { return rule_; }
  const lexicon::LanguageRule& language_rule() const { return language_rule_; }
  const Facts& facts() const { return facts_; }
  const Reading& reading() const { return facts_.mail.reading; }
  const match::Hits& hits() const { return facts_.mail.hits; }
  const Acts& acts() const { return facts_.mail.acts; }
  const Signs& signs() const { return signs_; }
  // What this rule and those before it found.
  const std::vector<Finding>& findings() const { return out_; }

  // Calls `body` with each hit of the rule's phrases, then of its acts.
  template <class Body>
  void each_hit(Body body) const {
    each_hit(rule_, body);
  }
  // The same of a part of the rule that has its own; those of one sentence, if one is named.
  template <class Part, class Body, class... Sentence>
  void each_hit(const Part& part, Body body, Sentence... sentence) const {
    for (const match::Hit& hit : hits().of(part.phrases, sentence...)) body(hit);
    for (const lexicon::ActId act : part.acts)
      for (const ActHit& hit : acts().of(act, sentence...)) body(hit);
  }

  // Do the rule's guards let a finding about this sentence pass?
  bool allowed(std::uint32_t sentence) const;
  // Does this sentence say a question of theirs once more, to answer it?
  bool says_again(std::uint32_t sentence) const;
  // Of these, does what is said in this sentence, or near it, silence the rule?
  bool taken_back(std::uint32_t sentence) const;
  // The level its grades give it there (kNoSentence: the whole mail); nothing where one says "off".
  // `count` is what a limit counted, `words` which ones it is about, where it is about some.
  std::optional<lexicon::Level> level(std::uint32_t sentence, std::uint32_t count = 0,
                                      WordRange words = {}) const;

  // Report words [first, last) of a sentence, with the rule's own fixes, if guards and grades
  // allow.
  Finding* report(std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                  std::uint32_t count = 0);
  // The same of a phrase or an act, with what it says is meant.
  template <class Hit>
  Finding* report(const Hit& hit) {
    if (hit.mend != 0 && meets_quotation(reading(), hit.first, hit.last)) return nullptr;
    Finding* const finding = report(hit.sentence, hit.first, hit.last);
    if (finding && hit.mend != 0) offer_meant(*finding, hit.mend, hit.first, hit.last);
    return finding;
  }
  // The same without asking the guards: the kind has judged.
  Finding* report_span(std::uint32_t sentence, Span span, lexicon::Level level);
  // What a fix of the rule puts in the place of `span`.
  Edit replacement(const lexicon::Fix& fix, std::uint32_t sentence, Span span) const;
  // Has a rule with this check said more than a remark about these words of theirs?
  bool has_told(std::string_view check, Span theirs) const;
  // Has this rule said something about the sentence?
  bool told_in(std::uint32_t sentence) const;
  // Report the mail as a whole.
  Finding* report_mail(std::uint32_t count = 0);

  // The spots that `find` finds in a job's sentences. It must go by the words of each sentence
  // alone, its phrases and acts, and the kind of its zone: a draft asks it about new sentences
  // only.
  template <class Find>
  std::vector<Spot> spots(Find find) const {
    const std::optional<Remembered>& kept = facts_.mail.remembered;
    if (!kept || !kept->parts) return find(*this);
    const Parts& parts = *kept->parts;
    std::vector<Spot> all;
    const std::uint32_t rule = number();
    parts.each(rule, [&](std::uint32_t at) {
      Part& part = *parts.all()[at];
      const Sentence& sentence = reading().sentences[at];
      part.each(
          rule, [&] { return find_in(part, find); },
          [&](Spot spot) {
            spot.sentence = at;
            spot.first += sentence.first;
            spot.last += sentence.first;
            spot.span = {spot.span.begin + sentence.span.begin,
                         spot.span.end + sentence.span.begin};
            all.push_back(spot);
          });
    });
    return all;
  }

 private:
  void offer_meant(Finding& finding, lexicon::MendId mend, std::uint32_t first,
                   std::uint32_t last) const;
  std::uint32_t number() const {
    return static_cast<std::uint32_t>(&language_rule_ - facts_.language.rules().data());
  }
  template <class Find>
  std::vector<Spot> find_in(Part& part, Find find) const {
    std::vector<Finding> none;
    return find(Job(language_rule_, part.facts(), part.signs(), none));
  }

  const lexicon::LanguageRule& language_rule_;
  const lexicon::Rule& rule_;
  const Facts& facts_;
  const Signs& signs_;
  std::vector<Finding>& out_;
  // The sentences of this rule's findings, of those before told_to_: asked of every hit.
  mutable std::size_t told_to_;
  mutable std::vector<bool> told_;
};

// The sentence that byte `at` of the text stands in; kNoSentence where none does.
std::uint32_t sentence_at(const Reading& reading, std::uint32_t at);

// The message template with {match} and the like filled in, cut short where they are long.
std::string fill(std::string_view text, std::string_view match,
                 const std::vector<std::pair<std::string_view, std::string>>& values = {});
inline constexpr std::size_t kLongestQuote = 160;  // bytes, for a person
// The same at the end of `out`, of each that is filled in no more than `most` bytes.
void fill_into(std::string& out, std::string_view text, std::string_view match,
               const std::vector<std::pair<std::string_view, std::string>>& values = {},
               std::size_t most = kLongestQuote);

// A sentence of the language's own behind a message.
void add_text(std::string& message, const Facts& facts, lexicon::Text text,
              const std::vector<std::pair<std::string_view, std::string>>& values = {});
// The label of a place.
std::string label(const Facts& facts, lexicon::Text text,
                  const std::vector<std::pair<std::string_view, std::string>>& values = {});

struct Lack {
  lexicon::Need need;
  std::string_view name, reason;  // as packs call it, and for a person
};
struct Skipped {
  const lexicon::Rule* rule = nullptr;
  const Lack* lack = nullptr;
};
// Run every rule that applies; `forces` are theirs by index. What finds secrets runs in any case,
// its findings hidden where it is off, because they have to be masked. Rules that lack what they
// need are named in `skipped` with what they lack.
void run(const Facts& facts, const std::vector<Force>& forces, std::vector<Finding>& findings,
         std::vector<Skipped>& skipped);

// The kinds.
void phrase(Job& job);
void require(Job& job);
void limit(Job& job);
void pair(Job& job);
void cues(Job& job);
void thread(Job& job);
void spelling(Job& job);
void mechanics(Job& job);
void ledger(Job& job);

}  // namespace dsk::rules
