// phrase: these words, or this act, in the author's own sentences, unless a guard stands by.
#include <algorithm>
#include <string>

#include "rules/rules.hpp"
#include "shortcuts.hpp"

namespace dsk::rules {
namespace {

// Where in `range` a match of the rule's regex `at` may begin: where one of the literals stands that
// it cannot do without, and the digits its check cannot do without.
std::vector<Span> worth_trying(const Job& job, std::size_t at, Span range) {
  if (!shortcuts) return {range};
  const lexicon::Regex& regex = job.rule().regexes[at];
  const auto number = static_cast<std::uint32_t>(job.language_rule().first_regex + at);
  if (!regex.needs.empty() && !job.signs().literals.any(number, range)) return {};
  if (!Digits::asks(regex.check)) return {range};
  return job.signs().digits.starts(regex.check, regex.reach, range);
}

// All matches of it that begin there and pass its check, in bytes from the range's beginning.
std::vector<Span> matches(const Job& job, std::size_t at, Span range,
                          const std::vector<Span>& starts) {
  std::vector<Span> found;
  const std::string_view text = job.reading().of(range);
  std::uint32_t from = 0;
  for (const Span start : starts) {
    const std::uint32_t end = start.end - range.begin;
    for (from = std::max(from, start.begin - range.begin); from <= end;) {
      const auto match = job.language_rule().regexes[at].find(text, {from, end});
      if (!match) break;
      from = std::max(match->end, from + 1);
      if (!match->empty() && passes(job.rule().regexes[at].check, match->of(text)))
        found.push_back(*match);
    }
  }
  return found;
}

void regex(Job& job, std::size_t at, std::uint32_t sentence, Span range) {
  const std::optional<Remembered>& kept = job.facts().mail.remembered;
  const std::vector<Span> starts = worth_trying(job, at, range);
  if (starts.empty()) return;
  const auto find = [&] { return matches(job, at, range, starts); };
  const bool keep = kept && sentence != kNoSentence;
  for (const Span match :
       keep ? kept->patterns[sentence]->of(job.rule().regexes[at], find) : find()) {
    if (!job.allowed(sentence)) break;
    const auto level = job.level(sentence);
    if (!level) break;
    const Span span{range.begin + match.begin, range.begin + match.end};
    Finding* finding = job.report_span(sentence, span, *level);
    for (const lexicon::Fix& fix : job.rule().fixes)
      if (fix.rewrite.empty())
        finding->fixes.push_back({span, fill(fix.replace, span.of(job.reading().text)), fix.safety});
  }
}

}  // namespace

void phrase(Job& job) {
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    job.report(hit.sentence, hit.first, hit.last);
  // Of an act what the phrases, or an act before it, have not told in better words.
  for (const lexicon::ActId act : job.rule().acts) {
    std::uint32_t mine = kNoSentence;
    for (const ActHit& hit : job.acts().of(act)) {
      if (hit.sentence != mine && job.told_in(hit.sentence)) continue;
      mine = hit.sentence;
      job.report(hit.sentence, hit.first, hit.last);
    }
  }
  // What the mail as a whole does not hold, none of its sentences does.
  const Span whole{0, static_cast<std::uint32_t>(job.reading().text.size())};
  std::vector<std::size_t> live;
  for (std::size_t at = 0; at < job.rule().regexes.size(); ++at)
    if (!worth_trying(job, at, whole).empty()) live.push_back(at);
  if (live.empty()) return;
  if (!job.rule().reads_own) {
    for (const std::size_t at : live) regex(job, at, kNoSentence, whole);
    return;
  }
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t index = 0; index < sentences.size(); ++index)
    for (const std::size_t at : live) regex(job, at, index, sentences[index].span);
}

}  // namespace dsk::rules
