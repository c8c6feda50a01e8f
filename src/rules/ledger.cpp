// ledger: promises and their dates. What was promised earlier the caller hands in; the core keeps
// nothing.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "acts/conversation.hpp"
#include "lexicon/checks.hpp"
#include "rules/rules.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::int64_t kTolerance = 10 * 60;  // seconds that nobody counts
constexpr std::uint32_t kPlanned = 5;         // words from a plan to its day

const Conversation& talk(const Job& job) { return *job.facts().conversation; }

// Is it the time of a promise?
bool is_promised(const Job& job, const TimeExpression& time) {
  const auto& all = talk(job).promises;
  for (auto at = std::lower_bound(
           all.begin(), all.end(), time.sentence,
           [](const Promise& one, std::uint32_t sentence) { return one.sentence < sentence; });
       at != all.end() && at->sentence == time.sentence; ++at)
    if (at->when && at->when->first == time.first) return true;
  return false;
}

// "2024-10-25T10:00:00+02:00" -> "2024-10-25 10:00"
std::string readable(std::string_view due) {
  std::string text(due.substr(0, 16));
  if (text.size() > 10) text[10] = ' ';
  return text;
}

// Promises of the ledger whose time has passed.
bool open_promises(Job& job) {
  const auto& now = talk(job).now;
  bool any = false;
  for (const OpenPromise& promise : job.facts().promises) {
    const auto due = read_moment(promise.due);
    if (!now || !due || due->utc + kTolerance >= now->utc) continue;
    if (Finding* finding = job.report_mail()) {
      finding->message = fill(job.rule().message, promise.what, {{"due", readable(promise.due)}});
      any = true;
    }
  }
  return any;
}

// A promise of ours that they quote and whose time has passed.
void tell_quoted(Job& job) {
  const Message& incoming = *job.facts().incoming;
  const auto broken = broken_in_quote(incoming, job.facts().language);
  Finding* const finding = broken ? job.report_mail() : nullptr;
  if (!finding) return;
  finding->level = std::min(finding->level, lexicon::Level::coach);
  finding->related.push_back({broken->what, true, label(job.facts(), lexicon::Text::they_quote)});
  std::string words(broken->what.of(incoming.document.text()));
  std::erase(words, '>');  // of the lines it goes over
  finding->message = fill(job.rule().message, words, {{"due", readable(rfc3339(broken->due))}});
}

// The rule's `partner` acts here say that it is late, and its `when_acts` there that it was kept.
void quoted_promise(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Message* const incoming = job.facts().incoming;
  if (incoming && !job.acts().any_of(rule.partner) && !incoming->acts.any_of(rule.when_acts))
    tell_quoted(job);
}

// Less surely, a promise that they recall (the rule's `when_acts`, the first of them plainly), and
// a plan gone by that this mail tells of (its `partner` acts).
void told_promises(Job& job) {
  const lexicon::Rule& rule = job.rule();
  if (const ActHit* cause = job.facts().incoming ? first_cause(job, rule.when_acts) : nullptr) {
    const Message& incoming = *job.facts().incoming;
    // "You said by 8. Looks good!"
    if (incoming.acts.has("praise") || incoming.acts.has("says-it-works")) return;
    Finding* finding = job.report_mail();
    if (!finding) return;
    const bool plain = !incoming.acts.of(rule.when_acts.front()).empty();
    finding->level =
        std::min(finding->level, plain ? lexicon::Level::suggestion : lexicon::Level::coach);
    const Span span =
        incoming.reading.span_of(cause->first, incoming.reading.sentences[cause->sentence].last);
    finding->related.push_back({span, true, label(job.facts(), lexicon::Text::they_wrote)});
    finding->message = fill(rule.message, quoted(incoming, span));
    return;
  }
  if (job.facts().incoming && !job.facts().incoming->acts.has("says-received")) tell_quoted(job);
  for (const lexicon::ActId act : rule.partner) {
    const auto hits = job.acts().of(act);
    if (hits.empty()) continue;
    const ActHit& hit = hits.front();
    Finding* finding = job.report(hit.sentence, hit.first, hit.last);
    if (finding) finding->level = std::min(finding->level, lexicon::Level::coach);
  }
}

// With `acts`, only where none of them acknowledges it.
void overdue(Job& job) {
  if (job.acts().any_of(job.rule().acts) || open_promises(job)) return;
  if (job.rule().acts.empty())
    quoted_promise(job);
  else
    told_promises(job);
}

// “The course takes place on 3 March”: the rule's acts speak of what is to come.
bool lies_ahead(const Job& job, const TimeExpression& time) {
  const auto words = job.reading().words.begin();
  for (const lexicon::ActId act : job.rule().acts)
    for (const ActHit& hit : job.acts().of(act, time.sentence))
      if (hit.last <= time.first && hit.last + kPlanned > time.first &&
          std::none_of(words + hit.last, words + time.first, [&](const Word& word) {
            return job.facts().language.in_class(word.hash, "past-verb");
          }))
        return true;
  return false;
}

// “It is planned for 3 March” promises as much.
bool is_planned(const Job& job, const TimeExpression& time) {
  const auto is = [&](std::uint32_t word, std::string_view name) {
    return job.facts().language.in_class(job.reading().words[word].hash, name);
  };
  std::uint32_t at = time.first;
  const std::uint32_t first = job.reading().sentences[time.sentence].first;
  while (at > first + 1 && at + kPlanned > time.first)
    if (is(--at, "planned")) return is(at - 1, "has") || is(at - 1, "is");
  return false;
}

Finding* tell(Job& job, const TimeExpression& time, lexicon::Level most) {
  if (!job.allowed(time.sentence)) return nullptr;
  const auto level = job.level(time.sentence, 0, {time.first, time.last});
  if (!level) return nullptr;
  return job.report_span(time.sentence, job.reading().span_of(time.first, time.last),
                         std::min(*level, most));
}

// Does the day lie in the next weeks?
bool is_near(const std::optional<Moment>& sent, const Day& day) {
  constexpr std::int64_t kNear = 14;
  return sent && day_number(day) >= sent->day() && day_number(day) <= sent->day() + kNear;
}

// A day that does not exist, a weekday that is not the date's; less surely, a promise for the past.
// A text without a date of its own may be older than the clock: "Friday, 14 May" was right then, so
// that only a day of the next weeks is held to today's calendar, or one with its year.
void impossible_date(Job& job) {
  const auto sure = talk(job).dated ? lexicon::Level::error : lexicon::Level::suggestion;
  const auto& sent = talk(job).sent;
  for (const TimeExpression& time : talk(job).times) {
    if (time.no_such_day || (time.clash && time.with_year)) {
      tell(job, time, lexicon::Level::error);
      continue;
    }
    if (time.clash) {
      if (talk(job).dated || is_near(sent, time.day)) tell(job, time, sure);
      continue;
    }
    // 03/12 may be the third of December.
    const bool past =
        time.dated && time.due && !time.two_ways && sent && time.due->utc < sent->utc;
    if (!past) continue;
    const bool promised = is_promised(job, time) || is_planned(job, time);
    if (!promised && !lies_ahead(job, time)) continue;
    // "I'll restore the copy from 30 June."
    if (time.first > 0 &&
        job.facts().language.in_class(job.reading().words[time.first - 1].hash, "since-then"))
      continue;
    const auto most = promised ? lexicon::Level::warning : lexicon::Level::suggestion;
    if (Finding* finding = tell(job, time, std::min(sure, most)))
      finding->message = fill(job.facts().language.text(lexicon::Text::is_past),
                              job.reading().of(finding->span));
  }
}

// Today's hour is the one to come; another day's may be of its morning.
bool is_another_day(const Job& job, const TimeExpression& time) {
  const auto& sent = talk(job).sent;
  return !time.dayless && !(sent && time.due && time.due->day() == sent->day());
}

// The words of the message answered, by hash and in that order.
std::vector<std::uint64_t> their_words(const Job& job) {
  std::vector<std::uint64_t> words;
  if (!job.facts().incoming) return words;
  for (const Word& word : job.facts().incoming->reading.words) words.push_back(word.hash);
  std::sort(words.begin(), words.end());
  return words;
}

// "On Thursday afternoon? I'm at the desk from 2 to 5."
bool half_is_told(const Job& job, const TimeExpression& time) {
  constexpr std::uint32_t kBefore = 24, kAfter = 8;  // words
  const std::vector<Word>& words = job.reading().words;
  const auto last =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(words.size()), time.last + kAfter);
  for (std::uint32_t at = time.first - std::min(time.first, kBefore); at < last; ++at)
    if (job.facts().language.in_class(words[at].hash, "half-of-day")) return true;
  return false;
}

// "tomorrow", "tomorrow evening".
bool says_tomorrow(const Job& job, const TimeExpression& time) {
  const auto tomorrow = [&](std::uint32_t word) {
    return job.reading().of(job.reading().words[word]) == "tomorrow";
  };
  return tomorrow(time.last - 1) || (time.last - time.first == 2 && tomorrow(time.first));
}

// "next Monday", on a Monday.
bool is_a_week_off(const Job& job, const TimeExpression& time) {
  const auto& sent = talk(job).sent;
  return sent && time.due && time.due->day() == sent->day() + 7;
}

// Do the two live by different clocks? Their Date header tells, or they say where they are.
bool elsewhere(const Job& job) {
  const Message* const incoming = job.facts().incoming;
  if (!incoming) return false;
  if (incoming->acts.has("elsewhere")) return true;
  const auto theirs = read_moment(incoming->document.date);
  const auto& sent = talk(job).sent;
  return theirs && sent && talk(job).dated &&
         offset_at(theirs->zone, sent->utc) != offset_at(sent->zone, sent->utc);
}

// “It went down at 9”, “since 9”.
bool tells_of_before(const Job& job, const TimeExpression& time) {
  const std::vector<Word>& words = job.reading().words;
  constexpr std::uint32_t kBack = 12;  // words
  const std::uint32_t first = std::max(job.reading().sentences[time.sentence].first,
                                       time.first - std::min(time.first, kBack));
  const auto is = [&](const Word& word, std::string_view name) {
    return job.facts().language.in_class(word.hash, name);
  };
  return (time.first > first && is(words[time.first - 1], "since-then")) ||
         std::any_of(words.begin() + first, words.begin() + time.first,
                     [&](const Word& word) { return is(word, "past-verb"); });
}

// “At 9” to somebody elsewhere, without whose nine it is.
void zoneless(Job& job) {
  if (!elsewhere(job)) return;
  const auto tells_whose = [](const TimeExpression& time) {
    return time.has_zone || time.unknown_zone;
  };
  const auto& times = talk(job).times;
  if (std::any_of(times.begin(), times.end(), tells_whose)) return;
  for (const TimeExpression& time : times)
    if (time.has_clock && !time.past && !tells_of_before(job, time)) {
      if (!job.told_in(time.sentence)) tell(job, time, lexicon::Level::coach);
      return;
    }
}

// 03/04/2025 and "next Friday" are read two ways, less so "tomorrow at 3"; "I am here until 6" is
// not where it is known when the mail is sent, and "tomorrow" moves with the day of reading. “I
// have a talk at 4.” “You will have it before 4”, too, is read in one.
void ambiguous_time(Job& job) {
  phrase(job);
  std::optional<std::vector<std::uint64_t>> theirs;
  const auto is_theirs = [&](const TimeExpression& time) {
    if (!theirs) theirs = their_words(job);
    return std::binary_search(theirs->begin(), theirs->end(), job.reading().words[time.first].hash);
  };
  for (const TimeExpression& time : talk(job).times) {
    const bool hour = time.half_clock && time.relative && !half_is_told(job, time);
    if (time.two_ways || (time.next && !is_a_week_off(job, time)))
      tell(job, time, lexicon::Level::suggestion);
    else if (hour && (is_another_day(job, time) || (!talk(job).sent && !is_theirs(time))))
      tell(job, time, lexicon::Level::coach);
    else if (time.relative && !time.has_clock && time.due && is_promised(job, time) &&
             says_tomorrow(job, time) && !is_theirs(time))
      tell(job, time, lexicon::Level::coach);
  }
  zoneless(job);
}

struct Named {
  std::string_view name;
  void (*run)(Job&);
};
constexpr std::array kChecks = std::to_array<Named>({
    {"ambiguous-time", ambiguous_time},
    {"impossible-date", impossible_date},
    {"overdue", overdue},
});
static_assert(std::equal(kChecks.begin(), kChecks.end(), lexicon::kLedgerChecks.begin(),
                         lexicon::kLedgerChecks.end(),
                         [](const Named& one, std::string_view name) { return one.name == name; }));

}  // namespace

void ledger(Job& job) {
  for (const Named& one : kChecks)
    if (one.name == job.rule().check) return one.run(job);
}

}  // namespace dsk::rules
