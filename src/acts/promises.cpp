#include "acts/promises.hpp"

#include <algorithm>
#include <array>

#include "acts/promise_time.hpp"
#include "rules/facts.hpp"

namespace dsk {
namespace {

// Where the clause that begins at `first` ends: at a semicolon or a dash, or before `end`.
std::uint32_t clause_end(const Message& mail, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    const Word& word = mail.reading.words[at];
    if (word.kind == WordKind::punctuation &&
        (word.mark == ';' || (word.mark == '-' && !word.glued)))
      return at;
  }
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

// "I said I'll call you", "or I will close the ticket": does "promises-not" lead to it?
bool led_away(const Message& mail, const ActHit& one) {
  constexpr std::uint32_t kMost = 12;  // words of such an act
  const auto all = mail.acts.named_in("promises-not", one.sentence);
  auto at = std::partition_point(all.begin(), all.end(), [&](const ActHit& hit) {
    return hit.first + kMost < one.first;
  });
  for (; at != all.end() && at->first < one.first; ++at)
    if (at->last == one.first + 1) return true;
  return false;
}

bool begins_before(const ActHit& a, const ActHit& b) { return a.first < b.first; }

// On to the "and will" behind `hit`, where one follows.
void goes_on(const Message& mail, ActHit& hit, std::uint32_t end,
             const lexicon::Language& language) {
  const auto is = [&](std::uint32_t at, std::string_view name) {
    return language.in_class(mail.reading.words[at].hash, name);
  };
  for (std::uint32_t at = hit.last; at + 2 < end; ++at) {
    if (!is(at, "and-then") || !is(at + 1, "shall")) continue;
    hit.first = at;
    hit.last = at + 2;
    return;
  }
}

// Who is bound by the promises of one sentence, asked for in their order.
class Bound {
 public:
  Bound(const Message& mail, std::uint32_t first, const lexicon::Language& language)
      : mail_(mail), language_(language), heard_(first) {}

  // "Let me ask them and call you by noon" binds me; in "I asked them and will call you by noon" the
  // word before that speaks of us tells.
  std::string by(const ActHit& hit, std::string_view act) {
    for (; heard_ <= hit.first; ++heard_) {
      const std::uint64_t word = mail_.reading.words[heard_].hash;
      const bool me = language_.in_class(word, "binds-me");
      named_ = me || language_.in_class(word, "us");
      if (named_) who_ = me ? "I" : "we";
    }
    const bool other = act == "promises" && !named_;
    return std::string(other ? mail_.reading.of(mail_.reading.words[hit.first]) : who_);
  }

 private:
  const Message& mail_;
  const lexicon::Language& language_;
  std::uint32_t heard_;  // all words before
  std::string_view who_ = "we";
  bool named_ = false;  // by the last word heard, the first of the act
};

// Where a clause that begins at `hit` does so with a time of its own, "..., and on Friday we will
// ...": there; else at `hit`.
std::uint32_t with_time(const Message& mail, const std::vector<TimeExpression>& times,
                        std::uint32_t hit, const lexicon::Language& language) {
  const auto after = std::partition_point(
      times.begin(), times.end(), [&](const TimeExpression& time) { return time.first < hit; });
  if (after == times.begin()) return hit;
  const TimeExpression& time = *std::prev(after);
  const std::uint32_t begin = time.first - time.lead;
  const bool own = begin > 0 && joins(mail.reading.words[begin - 1], language);
  return own && clause_before(mail, hit, language) == time.last ? begin : hit;
}

}  // namespace

// The acts "promises", "promises-hearing" and "questions-noted" say who is bound: the first word of
// the first, us in the others. What one of us or a thing of ours will do ("promises-ours") is a
// promise where the sentence says when, and so is what a clause without a subject says; without a
// time it tells how things work. Where "promises-nothing" begins at the same word, or "promises-not"
// ends there, none is given.
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
    ActHit hit;
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
        if (hit.sentence == s &&
            (before == 0 || begins_clause(mail, sentences[s], hit.first, language)))
          said.push_back({hit, act});
      }
    }
    if (said.empty() || sentences[s].ending == Ending::question) continue;
    std::stable_sort(said.begin(), said.end(),
                     [](const Said& a, const Said& b) { return a.hit.first < b.hit.first; });
    // "I will be out until Monday" promises nothing, but "... and will fix it on Tuesday" does.
    const auto nothing = mail.acts.named_in("promises-nothing", s);
    const auto is_nothing = [&](const ActHit& one) {
      return std::binary_search(nothing.begin(), nothing.end(), one, begins_before);
    };
    std::erase_if(said, [&](const Said& one) { return led_away(mail, one.hit); });
    for (std::size_t n = 0; !nothing.empty() && n < said.size(); ++n) {
      if (!is_nothing(said[n].hit)) continue;
      const std::uint32_t end = n + 1 < said.size() ? said[n + 1].hit.first : sentences[s].last;
      goes_on(mail, said[n].hit, end, language);
      said[n].act = "promises-ours";
    }
    std::erase_if(said, [&](const Said& one) { return is_nothing(one.hit); });
    // Words that two acts share are told once.
    said.erase(std::unique(said.begin(), said.end(),
                           [](const Said& a, const Said& b) {
                             return a.act != b.act && b.hit.first < a.hit.last;
                           }),
               said.end());
    Bound bound(mail, sentences[s].first, language);
    // A time may stand before a promise: "By Friday, I will ...".
    std::uint32_t from = sentences[s].first;
    for (std::size_t n = 0; n < said.size(); ++n) {
      const ActHit& hit = said[n].hit;
      Promise promise;
      promise.sentence = s;
      promise.who = bound.by(hit, said[n].act);
      // "I'll call you by noon, and we will send the part": the second one begins anew.
      std::uint32_t next = sentences[s].last;
      std::uint32_t next_from = next;
      if (n + 1 < said.size()) {
        next_from = with_time(mail, times, said[n + 1].hit.first, language);
        next = clause_before(mail, next_from, language);
      }
      std::uint32_t end = clause_end(mail, hit.first, next);
      promise.when = time_of_promise(mail, times, {from, hit.first, end}, language);
      from = next_from;
      // A bracket may close behind its time: "at 10 (London time)".
      if (promise.when && promise.when->last > end && promise.when->first >= hit.first)
        end = promise.when->last;
      // "…, and will call you": what joins them promises nothing.
      std::uint32_t begin = hit.first;
      while (begin + 1 < hit.last && joins(mail.reading.words[begin], language)) ++begin;
      promise.what = mail.reading.span_of(begin, std::max(end, hit.last));
      if (said[n].act != "promises-ours" || (promise.when && promise.when->due))
        found.push_back(std::move(promise));
      else if (begin > hit.first && !found.empty() && found.back().sentence == s)
        found.back().what.end = promise.what.end;  // it goes on with the one before
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
    const std::vector<TimeExpression> times = find_times(quoted.reading, written, language);
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
