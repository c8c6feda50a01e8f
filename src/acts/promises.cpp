#include "acts/promises.hpp"

#include <algorithm>
#include <array>

#include "acts/message.hpp"
#include "acts/promise_time.hpp"

namespace dsk {
namespace {

bool begins_before(const ActHit& a, const ActHit& b) { return a.first < b.first; }

// Who is bound by the promises of one sentence, asked for in their order.
class Bound {
 public:
  Bound(const Message& mail, std::uint32_t first, const lexicon::Language& language)
      : mail_(mail), language_(language), heard_(first) {}

  // "Let me ask them and call you by noon" binds me; in "I asked them and will call you by noon"
  // the word before that speaks of us tells.
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

// The acts "promises", "promises-hearing" and "questions-noted" say who is bound: the first word of
// the first, us in the others. What one of us or a thing of ours will do ("promises-ours") is a
// promise where the sentence says when, and so is what a clause without a subject says; without a
// time it tells how things work. Where "promises-nothing" begins at the same word, or
// "promises-not" ends there, none is given.
class PromiseFinder {
 public:
  PromiseFinder(const Message& mail, const std::vector<TimeExpression>& times,
                const lexicon::Language& language)
      : mail_(mail), times_(times), language_(language) {}

  std::vector<Promise> find() {
    const std::vector<Sentence>& sentences = mail_.reading.sentences;
    for (std::uint32_t at = 0; at < sentences.size(); ++at) {
      hear(at);
      if (said_.empty() || sentences[at].ending == Ending::question) continue;
      drop_empty(at);
      promise(at);
    }
    return std::move(found_);
  }

 private:
  struct Said {
    ActHit hit;
    std::string_view act;
  };

  // What a sentence says of the kind, in its order.
  void hear(std::uint32_t at) {
    said_.clear();
    for (auto& [act, left] : acts_) {
      const std::size_t before = said_.size();
      for (; !left.empty() && left.front().sentence <= at; left = left.subspan(1)) {
        const ActHit& hit = left.front();
        // Of two acts the first one tells, but for a clause of its own: "…, and it will arrive".
        if (hit.sentence == at && (before == 0 || begins_clause(at, hit.first)))
          said_.push_back({hit, act});
      }
    }
    std::stable_sort(said_.begin(), said_.end(), [](const Said& a, const Said& b) {
      return begins_before(a.hit, b.hit);
    });
  }

  // What promises nothing, or says what another act did.
  void drop_empty(std::uint32_t at) {
    std::erase_if(said_, [&](const Said& one) { return led_away(one.hit); });
    // "I will be out until Monday" promises nothing, but "... and will fix it on Tuesday" does.
    const auto nothing = mail_.acts.named_in("promises-nothing", at);
    const auto is_nothing = [&](const Said& one) {
      return std::binary_search(nothing.begin(), nothing.end(), one.hit, begins_before);
    };
    for (std::size_t n = 0; !nothing.empty() && n < said_.size(); ++n) {
      if (!is_nothing(said_[n])) continue;
      go_on(said_[n].hit, n + 1 < said_.size() ? said_[n + 1].hit.first : last_of(at));
      said_[n].act = "promises-ours";
    }
    std::erase_if(said_, is_nothing);
    // Words that two acts share are told once.
    said_.erase(std::unique(said_.begin(), said_.end(),
                            [](const Said& a, const Said& b) {
                              return a.act != b.act && b.hit.first < a.hit.last;
                            }),
                said_.end());
  }

  // What is left is promised, each until the next one begins.
  void promise(std::uint32_t at) {
    const std::uint32_t first = mail_.reading.sentences[at].first;
    Bound bound(mail_, first, language_);
    // A time may stand before a promise: "By Friday, I will ...".
    std::uint32_t from = first;
    for (std::size_t n = 0; n < said_.size(); ++n) {
      const auto& [hit, act] = said_[n];
      Promise promise;
      promise.sentence = at;
      promise.who = bound.by(hit, act);
      // "I'll call you by noon, and we will send the part": the second one begins anew.
      const bool last = n + 1 == said_.size();
      const std::uint32_t next_from = last ? last_of(at) : with_time(said_[n + 1].hit.first);
      std::uint32_t end = clause_end(hit.first, last ? next_from : clause_before(next_from));
      promise.when = time_of_promise(mail_, times_, {from, hit.first, end}, language_);
      from = next_from;
      // A bracket may close behind its time: "at 10 (London time)".
      if (promise.when && promise.when->last > end && promise.when->first >= hit.first)
        end = promise.when->last;
      // "…, and will call you": what joins them promises nothing.
      std::uint32_t begin = hit.first;
      while (begin + 1 < hit.last && joins(begin)) ++begin;
      promise.what = mail_.reading.span_of(begin, std::max(end, hit.last));
      if (act != "promises-ours" || (promise.when && promise.when->due))
        found_.push_back(std::move(promise));
      else if (begin > hit.first && !found_.empty() && found_.back().sentence == at)
        found_.back().what.end = promise.what.end;  // it goes on with the one before
    }
  }

  std::uint32_t last_of(std::uint32_t sentence) const {
    return mail_.reading.sentences[sentence].last;
  }

  // Where the clause that begins at `first` ends: at a semicolon or a dash, or before `end`.
  std::uint32_t clause_end(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      const Word& word = mail_.reading.words[at];
      if (word.kind == WordKind::punctuation &&
          (word.mark == ';' || (word.mark == '-' && !word.glued)))
        return at;
    }
    while (end > first && mail_.reading.words[end - 1].kind == WordKind::punctuation) --end;
    return end;
  }

  // A comma, "and" and the like?
  bool joins(std::uint32_t at) const {
    return mail_.reading.words[at].kind == WordKind::punctuation || is(at, "and-then");
  }
  bool is(std::uint32_t at, std::string_view name) const {
    return language_.in_class(mail_.reading.words[at].hash, name);
  }

  // The words before the next clause, without what joins the two.
  std::uint32_t clause_before(std::uint32_t next) const {
    while (next > 0 && joins(next - 1)) --next;
    return next;
  }

  bool begins_clause(std::uint32_t sentence, std::uint32_t at) const {
    return at == mail_.reading.sentences[sentence].first || joins(at) || joins(at - 1);
  }

  // "I said I'll call you", "or I will close the ticket": does "promises-not" lead to it?
  bool led_away(const ActHit& one) const {
    constexpr std::uint32_t kMost = 12;  // words of such an act
    const auto all = mail_.acts.named_in("promises-not", one.sentence);
    auto at = std::partition_point(all.begin(), all.end(), [&](const ActHit& hit) {
      return hit.first + kMost < one.first;
    });
    for (; at != all.end() && at->first < one.first; ++at)
      if (at->last == one.first + 1) return true;
    return false;
  }

  // On to the "and will" behind `hit`, where one follows.
  void go_on(ActHit& hit, std::uint32_t end) const {
    for (std::uint32_t at = hit.last; at + 2 < end; ++at) {
      if (!is(at, "and-then") || !is(at + 1, "shall")) continue;
      hit.first = at;
      hit.last = at + 2;
      return;
    }
  }

  // Where a clause that begins at `hit` does so with a time of its own, "..., and on Friday we will
  // ...": there; else at `hit`.
  std::uint32_t with_time(std::uint32_t hit) const {
    const auto after =
        std::partition_point(times_.begin(), times_.end(),
                             [&](const TimeExpression& time) { return time.first < hit; });
    if (after == times_.begin()) return hit;
    const TimeExpression& time = *std::prev(after);
    const std::uint32_t begin = time.first - time.lead;
    const bool own = begin > 0 && joins(begin - 1);
    return own && clause_before(hit) == time.last ? begin : hit;
  }

  struct Named {
    std::string_view name;
    std::span<const ActHit> left;  // in text order, as the sentences are
  };
  Named named(std::string_view act) const { return {act, mail_.acts.named(act)}; }

  const Message& mail_;
  const std::vector<TimeExpression>& times_;
  const lexicon::Language& language_;
  std::array<Named, 4> acts_ = {named("promises"), named("promises-hearing"),
                                named("questions-noted"), named("promises-ours")};
  std::vector<Said> said_;  // in one sentence
  std::vector<Promise> found_;
};

}  // namespace

std::vector<Promise> find_promises(const Message& mail, const std::vector<TimeExpression>& times,
                                   const lexicon::Language& language) {
  return PromiseFinder(mail, times, language).find();
}

namespace {

// What one zone says, and the times in it as they are counted from `base`.
struct Read {
  Message message;
  std::vector<TimeExpression> times;
};
Read read(const Message& message, mail::Zone zone, const std::optional<Moment>& base,
          const lexicon::Language& language) {
  constexpr std::uint32_t kMost = 2000;  // bytes of a zone that are read
  zone.span.end = std::min(zone.span.end, zone.span.begin + kMost);
  Read it;
  it.message.reading.text = message.document.text();
  read_zone(message.document, zone, language.abbreviations(), it.message.reading);
  it.times = find_times(it.message.reading, base, language);
  return it;
}

// "> On Tue 17 Nov 2026, Al Reed wrote:" on a line of its own: the line.
mail::Zone first_line(const Message& message, mail::Zone quote) {
  const std::string_view text = quote.span.of(message.document.text());
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  line = line.substr(0, line.find_last_not_of(" \r\t") + 1);
  const bool leads = end != text.npos && line.ends_with(':');
  quote.span.end = quote.span.begin + (leads ? static_cast<std::uint32_t>(line.size()) : 0);
  return quote;
}

// Did the sender of the message write what it quotes? Of several lines the first that tells says
// so: "From: Al Reed", and then "To: Dana Cole".
bool names_sender(const Message& message, Span lines) {
  if (message.document.from.empty()) return false;
  const mail::Address& from = message.document.from.front();
  std::string_view said = lines.of(message.document.text());
  said = said.substr(0, said.find('\n', said.find(": ")));
  return (!from.name.empty() && said.find(from.name) != said.npos) ||
         (!from.address.empty() && said.find(from.address) != said.npos);
}

}  // namespace

std::optional<QuotedPromise> broken_in_quote(const Message& message,
                                             const lexicon::Language& language) {
  const auto written = read_moment(message.document.date);
  if (!written) return {};
  // When the words quoted next were written, where the line above them tells, and whether by them.
  std::optional<Moment> then;
  bool theirs = false;
  const auto look_above = [&](const mail::Zone& line) {
    const Read above = read(message, line, written, language);
    for (const TimeExpression& time : above.times)
      if (time.dated && time.due && time.due->utc < written->utc) then = time.due;
    theirs = names_sender(message, line.span);
  };
  for (const mail::Zone& zone : message.document.zones) {
    if (zone.kind == mail::ZoneKind::attribution) look_above(zone);
    if (zone.kind != mail::ZoneKind::quote) continue;
    if (const mail::Zone line = first_line(message, zone); !line.span.empty()) look_above(line);
    if (theirs) continue;
    Read quoted = read(message, zone, then ? then : written, language);
    if (quoted.times.empty()) continue;
    quoted.message.hits = match::find(quoted.message.reading, language.layers());
    quoted.message.acts = find_acts(quoted.message.reading, quoted.message.hits, language);
    for (const Promise& promise : find_promises(quoted.message, quoted.times, language))
      if (promise.when && promise.when->due && (then || promise.when->dated) &&
          promise.when->due->utc < written->utc)
        return QuotedPromise{promise.what, *promise.when->due};
  }
  return {};
}

}  // namespace dsk
