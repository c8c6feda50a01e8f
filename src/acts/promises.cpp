#include "acts/promises.hpp"

#include <algorithm>
#include <array>

#include "rules/facts.hpp"

namespace dsk {
namespace {

// Where the clause that begins at `first` ends: a semicolon, or "but"/"if" after a comma.
std::uint32_t clause_end(const Message& mail, const Sentence& sentence, std::uint32_t first) {
  for (std::uint32_t at = first; at < sentence.last; ++at) {
    const Word& word = mail.reading.words[at];
    if (word.kind == WordKind::punctuation &&
        (word.mark == ';' || (word.mark == '-' && !word.glued)))
      return at;
  }
  std::uint32_t end = sentence.last;
  while (end > first && mail.reading.words[end - 1].kind == WordKind::punctuation) --end;
  return end;
}

// A comma, "and" and the like?
bool joins(const Word& word, const lexicon::Language& language) {
  return word.kind == WordKind::punctuation || language.in_class(word.hash, "and-then");
}

// The words before the next clause, without what joins the two.
std::uint32_t clause_before(const Message& mail, std::uint32_t next,
                            const lexicon::Language& language) {
  while (next > 0 && joins(mail.reading.words[next - 1], language)) --next;
  return next;
}

bool begins_clause(const Message& mail, const Sentence& sentence, std::uint32_t at,
                   const lexicon::Language& language) {
  return at == sentence.first || joins(mail.reading.words[at], language) ||
         joins(mail.reading.words[at - 1], language);
}

// "Let me ask them and call you by noon" binds me; in "I asked them and will call you by noon" it is
// told by the word before that speaks of us.
std::string bound(const Message& mail, const Sentence& sentence, const ActHit& hit,
                  std::string_view act, const lexicon::Language& language) {
  for (std::uint32_t at = hit.first + 1; at-- > sentence.first;) {
    const std::uint64_t word = mail.reading.words[at].hash;
    if (language.in_class(word, "binds-me")) return "I";
    if (language.in_class(word, "us")) return "we";
    if (act == "promises") return std::string(mail.reading.of(mail.reading.words[at]));
  }
  return "we";
}

}  // namespace

// The acts "promises", "promises-hearing" and "questions-noted" say who is bound: the first word of
// the first, us in the others. What one of us or a thing of ours will do ("promises-ours") is a
// promise where the sentence says when, and so is what a clause without a subject says; without a time
// it tells how things work.
std::vector<Promise> find_promises(const Message& mail, const std::vector<TimeExpression>& times,
                                   const lexicon::Language& language) {
  std::vector<Promise> found;
  const std::vector<Sentence>& sentences = mail.reading.sentences;
  struct Named {
    std::string_view name;
    std::span<const ActHit> left;  // in text order, as the sentences are
  };
  std::array acts = {Named{"promises", mail.acts.named("promises")},
                     Named{"promises-hearing", mail.acts.named("promises-hearing")},
                     Named{"questions-noted", mail.acts.named("questions-noted")},
                     Named{"promises-ours", mail.acts.named("promises-ours")}};
  struct Said {
    const ActHit* hit;
    std::string_view act;
  };
  std::vector<Said> said;  // of one sentence
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    said.clear();
    for (auto& [act, left] : acts) {
      const std::size_t before = said.size();
      for (; !left.empty() && left.front().sentence <= s; left = left.subspan(1)) {
        const ActHit& hit = left.front();
        // Of two acts the first one tells, but for a clause of its own: "…, and it will arrive".
        if (hit.sentence == s && (before == 0 || begins_clause(mail, sentences[s], hit.first, language)))
          said.push_back({&hit, act});
      }
    }
    if (said.empty() || sentences[s].ending == Ending::question) continue;
    std::stable_sort(said.begin(), said.end(),
                     [](const Said& a, const Said& b) { return a.hit->first < b.hit->first; });
    // Words that two acts share are told once.
    said.erase(std::unique(said.begin(), said.end(),
                           [](const Said& a, const Said& b) {
                             return a.act != b.act && b.hit->first < a.hit->last;
                           }),
               said.end());
    for (std::size_t n = 0; n < said.size(); ++n) {
      const ActHit& hit = *said[n].hit;
      Promise promise;
      promise.sentence = s;
      promise.who = bound(mail, sentences[s], hit, said[n].act, language);
      // "I'll call you by noon, and we will send the part": the second one begins anew.
      std::uint32_t end = clause_end(mail, sentences[s], hit.first);
      if (n + 1 < said.size()) end = std::min(end, clause_before(mail, said[n + 1].hit->first, language));
      // A time may stand before the first: "By Friday, I will ...".
      const std::uint32_t from = n == 0 ? sentences[s].first : hit.first;
      const auto in_order = [](const TimeExpression& a, std::uint32_t b) { return a.sentence < b; };
      for (auto at = std::lower_bound(times.begin(), times.end(), s, in_order);
           at != times.end() && at->sentence == s; ++at) {
        const TimeExpression& time = *at;
        if (time.first >= from && time.first < end &&
            (!promise.when || !promise.when->due || time.due))
          promise.when = time;
      }
      // A bracket may close behind its time: "at 10 (London time)".
      if (promise.when && promise.when->last > end && promise.when->first >= hit.first)
        end = promise.when->last;
      if (said[n].act == "promises-ours" && !(promise.when && promise.when->due)) continue;
      // "…, and will call you": what joins them promises nothing.
      std::uint32_t begin = hit.first;
      while (begin + 1 < hit.last && joins(mail.reading.words[begin], language)) ++begin;
      promise.what = mail.reading.span_of(begin, std::max(end, hit.last));
      found.push_back(std::move(promise));
    }
  }
  return found;
}

std::optional<Span> broken_in_quote(const Message& message, const lexicon::Language& language) {
  constexpr std::uint32_t kMost = 2000;  // bytes of a quote that are read
  const auto written = read_moment(message.document.date);
  if (!written) return {};
  for (mail::Zone zone : message.document.zones) {
    if (zone.kind != mail::ZoneKind::quote) continue;
    zone.span.end = std::min(zone.span.end, zone.span.begin + kMost);
    Message quoted;
    quoted.reading.text = message.document.text();
    read_zone(message.document, zone, language.abbreviations(), quoted.reading);
    const std::vector<TimeExpression> times = find_times(quoted.reading, written);
    if (times.empty()) continue;
    quoted.hits = match::find(quoted.reading, language.layers());
    quoted.acts = find_acts(quoted.reading, quoted.hits, language);
    for (const Promise& promise : find_promises(quoted, times, language))
      if (promise.when && promise.when->dated && promise.when->due &&
          promise.when->due->utc < written->utc)
        return promise.what;
  }
  return {};
}

}  // namespace dsk
