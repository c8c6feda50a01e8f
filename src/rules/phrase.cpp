// phrase: these words, or this act, in the author's own sentences, unless a guard stands by.
#include <algorithm>
#include <span>
#include <string>

#include "ascii.hpp"
#include "rules/mention.hpp"
#include "rules/rules.hpp"
#include "shortcuts.hpp"

namespace dsk::rules {
namespace {

using Literals = std::span<const match::Sighting>;

// One of the rule's patterns that may match in the mail.
struct Pattern {
  std::size_t at;     // of the rule's regexes
  Literals literals;  // those it cannot do without, in what has not been gone through yet
};

// What the mail does not hold as a whole, none of its sentences does.
std::vector<Pattern> patterns_of(const Job& job) {
  std::vector<Pattern> all;
  const Span whole{0, static_cast<std::uint32_t>(job.reading().text.size())};
  for (std::size_t at = 0; at < job.rule().regexes.size(); ++at) {
    const lexicon::Regex& regex = job.rule().regexes[at];
    const auto number = static_cast<std::uint32_t>(job.language_rule().first_regex + at);
    const Literals literals = job.signs().literals.of(number, whole);
    if (!shortcuts || ((regex.needs.empty() || !literals.empty()) &&
                       (regex.check == RegexCheck::none || job.signs().digits.any(regex.check))))
      all.push_back({at, literals});
  }
  return all;
}

// Those in `range`, which lies behind the last that was asked for.
Literals take(Pattern& pattern, Span range) {
  Literals& ahead = pattern.literals;
  while (!ahead.empty() && ahead.front().at < range.begin) ahead = ahead.subspan(1);
  std::size_t count = 0;
  while (count < ahead.size() && ahead[count].at < range.end) ++count;
  return ahead.first(count);
}

// Those of the literals that lie in one of the stretches and begin a word; both are in order.
std::vector<Span> begun_within(std::string_view text, const std::vector<Span>& stretches,
                               Literals literals) {
  std::vector<Span> found;
  auto stretch = stretches.begin();
  for (const match::Sighting& place : literals) {
    const char before = place.at == 0 ? ' ' : text[place.at - 1];
    if (ascii::is_alnum(before) || before == '_') continue;
    while (stretch != stretches.end() && stretch->end < place.at) ++stretch;
    if (stretch == stretches.end()) break;
    if (stretch->begin <= place.at) found.push_back({place.at, place.at});
  }
  return found;
}

// Where in `range` a match may begin: near one of the literals the pattern cannot do without, or
// the digits its check cannot do without, or with the literal itself.
std::vector<Span> worth_trying(const Job& job, const lexicon::Regex& regex, Literals literals,
                               Span range) {
  const bool by_digits = regex.check != RegexCheck::none;
  if (!shortcuts || (regex.needs.empty() && !by_digits)) return {range};
  if (!regex.needs.empty() && literals.empty()) return {};
  if (regex.begins_with_need()) range.begin = literals.front().at;
  std::vector<Span> places;
  if (by_digits) places = job.signs().digits.of(regex.check, range);
  else for (const match::Sighting& one : literals) places.push_back({one.at, one.at + 1});
  if (places.empty()) return {};
  const std::vector<Span> near =
      regex.reach < 0 ? std::vector<Span>{range}
                      : within_reach(job.reading().text, range, places,
                                     static_cast<std::uint32_t>(regex.reach));
  return regex.begins_with_need() ? begun_within(job.reading().text, near, literals) : near;
}

// To the end of the word that a match cut: a part of a secret left in the clear gives it away.
std::uint32_t whole_word(std::string_view text, std::uint32_t end) {
  constexpr std::string_view kMarks = "-_!#$%&*+?@^~=";
  if (!ascii::is_alnum(text[end - 1])) return end;
  for (std::uint32_t at = end; at < text.size(); ++at) {
    if (ascii::is_alnum(text[at])) end = at + 1;
    else if (kMarks.find(text[at]) == kMarks.npos) break;
  }
  return end;
}

// All matches of the pattern in `range` that pass its check.
std::vector<Span> matches(const Job& job, Pattern& pattern, Span range) {
  std::vector<Span> found;
  const lexicon::Regex& regex = job.rule().regexes[pattern.at];
  const std::string_view text = job.reading().of(range);
  std::uint32_t from = 0;
  for (const Span start : worth_trying(job, regex, take(pattern, range), range)) {
    const std::uint32_t end = start.end - range.begin;
    for (from = std::max(from, start.begin - range.begin); from <= end;) {
      auto match = job.language_rule().regexes[pattern.at].find(text, {from, end});
      if (!match) break;
      from = std::max(match->end, from + 1);
      if (match->empty() || !passes(regex.check, match->of(text))) continue;
      if (job.rule().secret) match->end = whole_word(text, match->end);
      found.push_back({range.begin + match->begin, range.begin + match->end});
      from = std::max(from, match->end);
    }
  }
  return found;
}

// Somebody else's secret, sent back to them, is worth cutting and seldom worth a stop.
void soften(Finding& finding) {
  const lexicon::Level most =
      finding.rule->blocks ? lexicon::Level::warning : lexicon::Level::suggestion;
  finding.level = std::min(finding.level, most);
  finding.blocks = false;
}

void report_match(Job& job, std::uint32_t sentence, Span span) {
  if (!job.allowed(sentence)) return;
  const auto level = job.level(sentence);
  if (!level) return;
  Finding* finding = job.report_span(sentence, span, *level);
  if (job.rule().secret && is_quoted(job.facts().mail.document, span)) {
    soften(*finding);
    finding->message = fill(job.rule().message, "…");
    add_text(finding->message, job.facts(), lexicon::Text::in_quote);
  }
  for (const lexicon::Fix& fix : job.rule().fixes)
    if (fix.rewrite.empty()) finding->fixes.push_back(job.replacement(fix, sentence, span));
}

std::vector<Spot> matches_in_sentences(const Job& job) {
  std::vector<Spot> spots;
  std::vector<Pattern> patterns = patterns_of(job);
  if (patterns.empty()) return spots;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t index = 0; index < sentences.size(); ++index)
    for (Pattern& pattern : patterns)
      for (const Span span : matches(job, pattern, sentences[index].span))
        spots.push_back({index, 0, 0, 0, span});
  return spots;
}

// Hardly a secret has no digit, and the parts of a code have three letters or more: no “floor 2”.
bool may_hold_secret(std::string_view subject) {
  for (std::size_t at = 0; at < subject.size();) {
    const std::size_t end = std::min(subject.find(' ', at), subject.size());
    const std::string_view part = subject.substr(at, end - at);
    if (part.size() >= 3 && std::any_of(part.begin(), part.end(), ascii::is_digit)) return true;
    at = end + 1;
  }
  return false;
}

// A subject goes through more hands than the mail. One that answers may be theirs.
void secrets_in_subject(Job& job) {
  const std::string_view text = job.facts().mail.document.subject;
  if (!may_hold_secret(text)) return;
  Message subject;
  subject.reading.text = text;
  const Signs signs(job.facts().language, text);
  std::vector<Finding> none;
  const Facts facts{job.facts().language, subject};
  const Job there(job.language_rule(), facts, signs, none);
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  for (Pattern& pattern : patterns_of(there)) {
    const lexicon::Regex& regex = job.rule().regexes[pattern.at];
    // The names of accounts stand there: a shape alone says too little.
    if (regex.needs.empty() && regex.check == RegexCheck::mixed) continue;
    for (const Span span : matches(there, pattern, whole)) {
      const auto level = job.level(kNoSentence);
      if (!level || !job.allowed(kNoSentence)) return;
      Finding* finding = job.report_span(kNoSentence, {}, *level);
      if (mail::says_reply(text)) soften(*finding);
      finding->in_subject = span;
      finding->message = fill(job.rule().message, "…");
      add_text(finding->message, job.facts(), lexicon::Text::in_subject);
    }
  }
}

// “Pay with the test card 4111 1111 1111 1111”: that number is nobody's.
bool is_for_tests(const Job& job, RegexCheck check, std::uint32_t sentence) {
  const Acts& acts = job.acts();
  return check == RegexCheck::luhn && (acts.has_in("test-card", sentence) ||
                                       (sentence > 0 && acts.has_in("test-card", sentence - 1)));
}

template <class Hit>
void report_words(Job& job, const Hit& hit) {
  if (hit.first + 1 < hit.last || !is_name_here(job.facts(), hit.sentence, hit.first))
    job.report(hit);
}

}  // namespace

void phrase(Job& job) {
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) report_words(job, hit);
  // Of an act what the phrases, or an act before it, have not told in better words.
  for (const lexicon::ActId act : job.rule().acts) {
    std::uint32_t mine = kNoSentence;
    for (const ActHit& hit : job.acts().of(act)) {
      if (hit.sentence != mine && job.told_in(hit.sentence)) continue;
      mine = hit.sentence;
      report_words(job, hit);
    }
  }
  // “It”, and what it is stands in the sentence before.
  for (const lexicon::ActId act : job.rule().partner)
    for (const ActHit& hit : job.acts().of(act))
      if (hit.sentence > 0 && job.acts().any_in(job.rule().when_acts, hit.sentence - 1) &&
          !job.told_in(hit.sentence))
        job.report(hit);
  if (job.rule().regexes.empty()) return;
  if (job.rule().reads_own) {
    for (const Spot& spot : job.spots(matches_in_sentences))
      report_match(job, spot.sentence, spot.span);
    return;
  }
  const Span whole{0, static_cast<std::uint32_t>(job.reading().text.size())};
  for (Pattern& pattern : patterns_of(job))
    for (const Span span : matches(job, pattern, whole)) {
      const std::uint32_t sentence = sentence_at(job.reading(), span.begin);
      if (sentence != kNoSentence &&
          (job.taken_back(sentence) ||
           is_for_tests(job, job.rule().regexes[pattern.at].check, sentence)))
        continue;
      report_match(job, kNoSentence, span);
    }
  if (job.rule().secret) secrets_in_subject(job);
}

}  // namespace dsk::rules
