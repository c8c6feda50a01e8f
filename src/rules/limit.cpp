// limit: at most so many of an act or phrase, in the mail or per so many words, and none of its
// `partner` acts, each of which is too much by itself; by a `check` a sentence counts once, a
// question that is answered at once does not, or words are what is counted.
#include <algorithm>
#include <optional>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

struct Place {
  std::uint32_t sentence, first, last;
};

// Behind a colon another sentence might begin, and at a comma one draws breath.
constexpr std::uint32_t kBreath = 2;  // words

std::vector<Spot> long_sentences(const Job& job) {
  std::vector<Spot> found;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    const Sentence& sentence = sentences[at];
    std::uint32_t words = 0, longest = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = job.reading().words[i];
      if (word.mark == ':' || word.mark == ';') words = 0;
      else if (word.mark == ',') words -= std::min(words, kBreath);
      words += word.kind != WordKind::punctuation && !word.glued;
      longest = std::max(longest, words);
    }
    if (longest > job.rule().max) found.push_back({at, sentence.first, sentence.last});
  }
  return found;
}

// A step with a line to itself is laid out, whatever it is numbered by.
bool has_its_line(const Reading& reading, std::uint32_t sentence) {
  constexpr std::string_view kBlank = " \t\r0123456789.)-";
  const Span span = reading.sentences[sentence].span;
  const std::size_t before = reading.text.substr(0, span.begin).find_last_not_of(kBlank);
  const std::size_t after = reading.text.find_first_not_of(kBlank, span.end);
  return (before == std::string_view::npos || reading.text[before] == '\n') &&
         (after == std::string_view::npos || reading.text[after] == '\n');
}

// A question alone in its row with a statement behind it is answered there: "Do you pay? No."
bool is_answered_here(const Reading& reading, std::uint32_t at) {
  const std::vector<Sentence>& all = reading.sentences;
  const auto ends = [&](std::uint32_t other, Ending ending) {
    return other < all.size() && all[other].paragraph == all[at].paragraph &&
           all[other].ending == ending;
  };
  return all[at].ending == Ending::question && ends(at + 1, Ending::stop) &&
         !(at > 0 && ends(at - 1, Ending::question));
}

// What belongs at the beginning and is said first in the last sentence, behind three or more.
void late(Job& job) {
  constexpr std::uint32_t kBefore = 3;
  constexpr std::uint32_t kSignOff = 6;  // words and marks
  std::optional<Place> first;
  job.each_hit([&](const auto& hit) {
    if (!first || hit.first < first->first) first = Place{hit.sentence, hit.first, hit.last};
  });
  if (!first || first->sentence < kBefore) return;
  const std::vector<Sentence>& all = job.reading().sentences;
  if (std::all_of(all.begin() + first->sentence + 1, all.end(), [&](const Sentence& one) {
        return one.size() <= kSignOff && one.ending == Ending::none;
      }))
    job.report(first->sentence, first->first, first->last);
}

}  // namespace

void limit(Job& job) {
  const lexicon::Rule& rule = job.rule();
  if (rule.check == "late") return late(job);
  if (rule.check == "words-per-sentence") {
    for (const Spot& spot : job.spots(long_sentences))
      job.report(spot.sentence, spot.first, spot.last);
    return;
  }

  const bool open_questions = rule.check == "open-questions";
  const auto counts = [&](std::uint32_t sentence) {
    return job.allowed(sentence) && (rule.in_lists || !has_its_line(job.reading(), sentence)) &&
           !(open_questions && is_answered_here(job.reading(), sentence));
  };
  std::vector<Place> places;
  job.each_hit([&](const auto& hit) {
    if (counts(hit.sentence)) places.push_back({hit.sentence, hit.first, hit.last});
  });
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.first < b.first; });
  if (rule.check == "once-per-sentence") {
    const auto same = [](const Place& a, const Place& b) { return a.sentence == b.sentence; };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
  }

  std::uint32_t most = rule.max;
  if (rule.per_words != 0)
    most = rule.max * std::max(1u, job.reading().word_count / rule.per_words);
  if (places.size() <= most) {
    for (const lexicon::ActId act : rule.partner)
      for (const ActHit& hit : job.acts().of(act))
        if (job.report(hit.sentence, hit.first, hit.last)) return;
    return;
  }
  const auto count = static_cast<std::uint32_t>(places.size());
  const auto level = job.level(places[most].sentence, count);
  if (!level) return;
  // One finding, at the first that is too many.
  const Place& place = places[most];
  Finding* finding =
      job.report_span(place.sentence, job.reading().span_of(place.first, place.last), *level);
  finding->message = fill(rule.message, job.reading().of(finding->span),
                          {{"count", std::to_string(count)}});
}

}  // namespace dsk::rules
