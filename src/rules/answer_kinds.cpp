#include "rules/answer_kinds.hpp"

#include <algorithm>

#include "acts/conversation.hpp"

namespace dsk::rules {
namespace {

// What we ask answers nothing.
bool is_free(const Job& job, std::uint32_t sentence, const Spent& spent) {
  return !spent[sentence] && (job.reading().sentences[sentence].ending != Ending::question ||
                              job.says_again(sentence));
}

// Does a sentence that is not spent do this? The first one is spent by it where `once`.
bool unspent(const Job& job, std::string_view act, Spent& spent, bool once = false) {
  for (const ActHit& hit : job.acts().named(act)) {
    if (!is_free(job, hit.sentence, spent)) continue;
    if (once && !goes_on(job, hit.sentence)) spent[hit.sentence] = true;
    return true;
  }
  return false;
}

// A name in the middle of a sentence: somebody is told.
bool names_somebody(const Job& job, const Spent& spent) {
  const std::vector<Sentence>& sentences = job.reading().sentences;
  const auto is_name = [&](const Word& it) {
    return it.kind == WordKind::word && it.letter_case == LetterCase::title && it.span.size() > 2 &&
           !job.facts().language.in_class(it.hash, "day") &&
           !job.facts().language.in_class(it.hash, "month");
  };
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    if (!is_free(job, at, spent) || job.acts().has_in("greeting", at)) continue;
    const auto words = job.reading().words.begin();
    if (std::any_of(words + sentences[at].first + 1, words + sentences[at].last, is_name))
      return true;
  }
  return false;
}

// Of all, which stand in the order of the text, does one stand in this sentence?
template <class Found>
bool one_in(const std::vector<Found>& all, std::uint32_t sentence) {
  const auto at = std::lower_bound(
      all.begin(), all.end(), sentence,
      [](const Found& one, std::uint32_t wanted) { return one.sentence < wanted; });
  return at != all.end() && at->sentence == sentence;
}

}  // namespace

bool has_link(const Reading& reading) {
  return std::any_of(reading.words.begin(), reading.words.end(), [](const Word& word) {
    return word.kind == WordKind::inline_item && (word.inline_kind == mail::InlineKind::url ||
                                                  word.inline_kind == mail::InlineKind::host);
  });
}

bool goes_on(const Job& job, std::uint32_t sentence) {
  const Sentence& it = job.reading().sentences[sentence];
  for (std::uint32_t at = it.first; at < it.last; ++at)
    if (job.reading().words[at].mark == ';' || job.reading().words[at].mark == ':') return true;
  return job.acts().has_in("joined-clause", sentence);
}

bool asks_for_a_deed(const Job& job, const Question& question) {
  return question.kind == QuestionKind::yes_no &&
         job.facts().incoming->acts.has_in("asks-deed", question.sentence);
}

bool echoed(const Job& job, const Question& question, std::uint32_t sentence) {
  const lexicon::Language& language = job.facts().language;
  const Reading& asked = job.facts().incoming->reading;
  const auto group = [&](const Word& word) -> std::string_view {
    for (const std::string_view name : {"aux-be", "aux-do", "aux-have", "aux-can", "aux-will"})
      if (language.in_class(word.hash, name)) return name;
    return {};
  };
  std::string_view wanted;
  for (std::uint32_t at = question.first; at < question.last && wanted.empty(); ++at)
    wanted = group(asked.words[at]);
  if (wanted.empty()) wanted = "aux-do";  // "I wonder whether it covers …"
  const auto clauses = job.acts().named_in("aux-clause", sentence);
  return std::any_of(clauses.begin(), clauses.end(), [&](const ActHit& hit) {
    return group(job.reading().words[hit.last - 1]) == wanted;
  });
}

bool answers_in_kind(const Job& job, const Question& question, Spent& spent) {
  const Acts& acts = job.acts();
  const auto has_kind = [&](IdentifierKind kind) {
    const auto& all = job.facts().conversation->mail_identifiers;
    return std::any_of(all.begin(), all.end(), [&](const Identifier& one) {
      // "We do, for 14 euros" says yes and how much.
      return one.kind == kind &&
             (kind == IdentifierKind::amount || is_free(job, one.sentence, spent));
    });
  };
  const auto tells_a_time = [&] {
    const auto& all = job.facts().conversation->times;
    return std::any_of(all.begin(), all.end(), [&](const TimeExpression& one) {
      return is_free(job, one.sentence, spent);
    });
  };
  switch (question.kind) {
    case QuestionKind::yes_no: return unspent(job, "yes-or-no", spent, true);
    case QuestionKind::how:
      // "There is no such way" is an answer, too.
      return unspent(job, "yes-or-no", spent) || has_link(job.reading()) || acts.has("fix-step") ||
             acts.has("instruction") || acts.has("command") || acts.has("menu-path");
    case QuestionKind::when:
      return unspent(job, "tells-time", spent) || has_kind(IdentifierKind::date) || tells_a_time();
    case QuestionKind::where: return has_link(job.reading()) || acts.has("tells-place");
    case QuestionKind::how_much:
      return unspent(job, "tells-number", spent) || has_kind(IdentifierKind::amount);
    case QuestionKind::why:
      return acts.has("gives-cause") || acts.has("reason") || acts.has("tells-cause");
    case QuestionKind::who: return names_somebody(job, spent);
    case QuestionKind::help:
    case QuestionKind::open: return false;
  }
  return false;
}

bool kind_in(const Job& job, const Question& question, std::uint32_t sentence) {
  const Acts& acts = job.acts();
  const auto any = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return acts.has_in(name, sentence); });
  };
  const auto& promises = job.facts().conversation->promises;
  const auto& times = job.facts().conversation->times;
  const auto& numbers = job.facts().conversation->mail_identifiers;
  switch (question.kind) {
    case QuestionKind::yes_no:
      return any({"answers-yes-no", "says-not-to"}) || echoed(job, question, sentence) ||
             (asks_for_a_deed(job, question) &&
              (any({"reports-deed"}) || one_in(promises, sentence)));
    case QuestionKind::how:
      return any({"answers-yes-no", "fix-step", "instruction", "command", "menu-path",
                  "tells-way"});
    case QuestionKind::when:
      return any({"tells-time"}) || one_in(times, sentence);
    case QuestionKind::where: return any({"tells-place"});
    case QuestionKind::how_much:
      return any({"tells-number"}) || one_in(numbers, sentence);
    case QuestionKind::why: return any({"gives-cause", "reason", "tells-cause"});
    case QuestionKind::who: return any({"tells-who"});
    case QuestionKind::help:
      return any({"fix-step", "instruction", "command", "request", "menu-path", "reports-deed",
                  "resolution", "suggestion", "tells-way"}) ||
             one_in(promises, sentence);
    case QuestionKind::open: return true;
  }
  return true;
}

bool wants_kind(const Question& question) {
  return question.kind == QuestionKind::where || question.kind == QuestionKind::when ||
         question.kind == QuestionKind::how_much || question.kind == QuestionKind::who ||
         question.kind == QuestionKind::how;
}

bool gives_choice(const Job& job, const Question& question) {
  const Reading& asked = job.facts().incoming->reading;
  return (question.kind == QuestionKind::open || question.kind == QuestionKind::yes_no) &&
         std::any_of(asked.words.begin() + question.first, asked.words.begin() + question.last,
                     [&](const Word& word) {
                       return job.facts().language.in_class(word.hash, "or");
                     });
}

bool begins_with_can(const Job& job, const Question& question) {
  for (std::uint32_t at = question.first; at < question.last; ++at) {
    const Word& word = job.facts().incoming->reading.words[at];
    if (word.kind != WordKind::word) continue;
    if (job.facts().language.in_class(word.hash, "aux-can")) return true;
    if (!job.facts().language.in_class(word.hash, "leading-in")) return false;
  }
  return false;
}

bool says_whether(const Job& job, std::uint32_t sentence, const Question& question) {
  for (const std::string_view act : {"answers-yes-no", "says-not-to", "fix-step", "menu-path"})
    if (job.acts().has_in(act, sentence)) return true;
  return echoed(job, question, sentence);
}

}  // namespace dsk::rules
