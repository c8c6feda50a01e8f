// phrase: these words, or this act, in the author's own sentences, unless a guard stands by.
#include <algorithm>
#include <string>

#include "rules/rules.hpp"
#include "rules/secrets.hpp"
#include "shortcuts.hpp"

namespace dsk::rules {
namespace {

// Only where one of the literals the pattern cannot do without was seen, and the digits its check
// cannot do without.
bool worth_trying(const lexicon::Regex& regex, const LowText& mail, std::string_view low) {
  if (!shortcuts) return true;
  const bool may_stand =
      regex.needs.empty() ||
      std::any_of(regex.needs.begin(), regex.needs.end(), [&](std::string_view literal) {
        return mail.may_hold(literal) && low.find(literal) != std::string_view::npos;
      });
  return may_stand && may_pass(regex.check, low);
}

// All matches in `text`, a part of the mail, that pass the pattern's check; `low` is `text` in small
// letters.
std::vector<Span> matches(const lexicon::Regex& regex, const match::Regex& pattern,
                          const LowText& mail, std::string_view text, std::string_view low) {
  std::vector<Span> found;
  if (!worth_trying(regex, mail, low)) return found;
  for (std::size_t from = 0; from <= text.size();) {
    const auto match = pattern.find(text, from);
    if (!match) break;
    from = std::max<std::size_t>(match->end, from + 1);
    if (!match->empty() && passes(regex.check, match->of(text))) found.push_back(*match);
  }
  return found;
}

void regexes(Job& job, const std::vector<std::size_t>& live, std::uint32_t sentence, Span range) {
  const std::optional<Remembered>& kept = job.facts().mail.remembered;
  for (const std::size_t at : live) {
    const lexicon::Regex& regex = job.rule().regexes[at];
    const auto find = [&] {
      return matches(regex, job.regexes()[at], job.low(), job.reading().of(range),
                     range.of(job.low().text()));
    };
    const bool keep = kept && sentence != kNoSentence;
    for (const Span match : keep ? kept->patterns[sentence]->of(regex, find) : find()) {
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
}

}  // namespace

LowText::LowText(std::string_view text) : text_(text) {
  char last = 0;
  for (char& c : text_) {
    if (static_cast<unsigned char>(c - 'A') < 26) c = static_cast<char>(c | 0x20);
    pairs_.set(pair(last, c));
    last = c;
  }
}

bool LowText::may_hold(std::string_view literal) const {
  for (std::size_t at = 1; at < literal.size(); ++at)
    if (!pairs_.test(pair(literal[at - 1], literal[at]))) return false;
  return true;
}

void phrase(Job& job) {
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    job.report(hit.sentence, hit.first, hit.last);
  // Of an act what the phrases have not told in better words.
  for (const lexicon::ActId act : job.rule().acts)
    for (const ActHit& hit : job.acts().of(act))
      if (job.hits().of(job.rule().phrases, hit.sentence).empty())
        job.report(hit.sentence, hit.first, hit.last);
  // What the mail as a whole does not hold, none of its sentences does.
  std::vector<std::size_t> live;
  for (std::size_t at = 0; at < job.regexes().size(); ++at) {
    if (worth_trying(job.rule().regexes[at], job.low(), job.low().text())) live.push_back(at);
  }
  if (live.empty()) return;
  if (!job.rule().reads_own) {
    regexes(job, live, kNoSentence, {0, static_cast<std::uint32_t>(job.reading().text.size())});
    return;
  }
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) regexes(job, live, at, sentences[at].span);
}

}  // namespace dsk::rules
