// A day that is not theirs: "You wrote that they come on Wednesday", or "It is booked for you on
// Wednesday", where Thursday is the only day that stands there.
#include <algorithm>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

// A day told by its name or its date, not as "today": read in another mail, that is another day.
bool tells_day(const Job& job, const Message& message, const TimeExpression& time) {
  const auto& words = message.reading.words;
  if (!time.due || time.vague || time.depends) return false;
  if (time.dated) return job.facts().conversation->sent.has_value();
  return std::any_of(words.begin() + time.first, words.begin() + time.last, [&](const Word& word) {
    return job.facts().language.in_class(word.hash, "weekday");
  });
}

int weekday(const TimeExpression& time) { return weekday_of(time.due->day()); }

// "You wrote that they come": up to the time, and no clause of ours between.
bool recalled(const Job& job, const TimeExpression& time) {
  const auto& words = job.reading().words;
  const std::uint32_t before = time.first - time.lead;
  const auto hits = job.acts().named_in("recalls-theirs", time.sentence);
  return std::any_of(hits.begin(), hits.end(), [&](const ActHit& hit) {
    return hit.last <= before &&
           std::none_of(words.begin() + hit.last, words.begin() + before, [&](const Word& word) {
             return word.kind == WordKind::punctuation ||
                    job.facts().language.in_class(word.hash, "and-then") ||
                    job.facts().language.in_class(word.hash, "other-matter");
           });
  });
}

// Booked for them, up to the time: "The room is reserved for you on Wednesday".
bool set_for(const Job& job, const TimeExpression& time) {
  constexpr std::uint32_t kReach = 9;  // words, and a thing may stand between
  const auto hits = job.acts().named_in("sets-day", time.sentence);
  return std::any_of(hits.begin(), hits.end(), [&](const ActHit& hit) {
    return hit.last <= time.first && hit.last + kReach > time.first;
  });
}

bool same_day(const TimeExpression& a, const TimeExpression& b) {
  return a.dated && b.dated ? a.due->day() == b.due->day() : weekday(a) == weekday(b);
}

}  // namespace

void mismatched_day(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const bool recalls = job.acts().has("recalls-theirs");
  if ((!recalls && !job.acts().has("sets-day")) || !job.facts().thread.empty()) return;
  // Which weekday a date is takes a year, but a weekday is told by any day to count from.
  const Moment ours = talk.sent.value_or(Moment{});
  const Moment sent = read_moment(incoming.document.date).value_or(ours);
  auto theirs = find_times(incoming.reading, sent, job.facts().language);
  std::erase_if(theirs, [](const TimeExpression& one) { return !one.due || one.dayless; });
  // Where two days stand there, or "tomorrow", nobody can tell.
  if (theirs.empty() || !std::all_of(theirs.begin(), theirs.end(), [&](const TimeExpression& one) {
        return tells_day(job, incoming, one) && same_day(one, theirs.front());
      }))
    return;
  const auto times = find_times(job.reading(), ours, job.facts().language);
  // Who names their day as well knows it; and what is set for a day gone by is told, not asked for.
  const bool known = theirs.front().past ||
                     std::any_of(times.begin(), times.end(), [&](const TimeExpression& mine) {
                       return mine.due && !mine.dayless && same_day(mine, theirs.front());
                     });
  for (const TimeExpression& mine : times) {
    if (!tells_day(job, job.facts().mail, mine) || same_day(mine, theirs.front())) continue;
    const bool recalled_here = recalls && recalled(job, mine);
    if (!recalled_here && (known || !set_for(job, mine))) continue;
    const auto level = job.level(mine.sentence);
    if (!level || !job.allowed(mine.sentence)) continue;
    const auto most = recalled_here ? lexicon::Level::warning : lexicon::Level::suggestion;
    Finding* finding =
        job.report_span(mine.sentence, job.reading().span_of(mine.first, mine.last),
                        std::min(*level, most));
    tell_cause(job, finding,
               incoming.reading.span_of(theirs.front().first, theirs.front().last));
  }
}

}  // namespace dsk::rules
