// Their numbers and codes, copied wrong: a reference of ours that is one slip away from theirs.
#include <algorithm>

#include "acts/conversation.hpp"
#include "ascii.hpp"
#include "rules/thread.hpp"
#include "spell/distance.hpp"

namespace dsk::rules {
namespace {

constexpr std::size_t kMostReferences = 512;  // more of them are a log, in which slips are chance
constexpr std::size_t kReference = 5;         // shorter ones differ by chance
constexpr std::size_t kLongReference = 8;     // by its length alone it is hardly another
constexpr std::size_t kAmount = 3;            // digits of an amount that can be turned around

bool is_named(const Identifier& one) {
  return one.kind == IdentifierKind::ticket || one.kind == IdentifierKind::order ||
         one.kind == IdentifierKind::serial;
}

bool is_reference(const Identifier& one) {
  return one.text.size() >= kReference &&
         (is_named(one) || one.kind == IdentifierKind::number ||
          one.kind == IdentifierKind::error_code);
}

// Too short for any other slip to be told from another number.
bool can_be_turned(const Identifier& one) {
  return one.kind == IdentifierKind::amount ||
         (is_named(one) && one.text.size() == kReference - 1);
}

// Of an amount, or a number of four digits, two digits that changed places: any other is another
// one.
bool turned(const Identifier& mine, const Identifier& theirs) {
  if (theirs.kind != mine.kind) return false;
  const std::string &a = mine.text, &b = theirs.text;
  if (a.size() != b.size() || a.size() < kAmount) return false;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin());
  if (differs.first == a.end() || differs.first + 1 == a.end()) return false;
  return *differs.first == differs.second[1] && differs.first[1] == *differs.second &&
         std::equal(differs.first + 2, a.end(), differs.second + 2);
}

// "FS-2210-K", the credit note for invoice FS-2210: theirs, and more than a digit behind it.
bool made_of(const Identifier& mine, const Identifier& theirs) {
  return mine.text.size() > theirs.text.size() && mine.text.starts_with(theirs.text) &&
         !ascii::is_digit(mine.text[theirs.text.size()]);
}

// Is mine a slip of theirs?
bool slipped(const Identifier& mine, const Identifier& theirs) {
  if (!is_reference(mine)) return turned(mine, theirs);
  const std::size_t size = mine.text.size(), other = theirs.text.size();
  // A digit that was left out, of a long one.
  const bool shorter = std::min(size, other) >= kLongReference && size != other;
  const std::size_t limit = size > kReference && !shorter ? 2 : 1;
  return is_reference(theirs) && (size == other || shorter) &&
         spell::distance(mine.text, theirs.text, limit) <= limit;
}

bool holds(const std::vector<Identifier>& all, const std::string& text) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Identifier& one) { return one.text == text; });
}

// Did they write it, in this message, its subject or an earlier one?
bool written_by_them(const Conversation& talk, const std::string& text) {
  return holds(talk.incoming_identifiers, text) || holds(talk.subject_identifiers, text) ||
         std::any_of(talk.earlier_identifiers.begin(), talk.earlier_identifiers.end(),
                     [&](const std::vector<Identifier>& all) { return holds(all, text); });
}

// "From TB2-88100 to TB2-88199": two of one shape in a sentence, neither theirs, tell of a series.
bool tells_of_series(const Identifier& mine, const Conversation& talk) {
  return std::any_of(talk.mail_identifiers.begin(), talk.mail_identifiers.end(),
                     [&](const Identifier& one) {
                       return one.sentence == mine.sentence && one.kind == mine.kind &&
                              one.text.size() == mine.text.size() && one.text != mine.text &&
                              !written_by_them(talk, one.text);
                     });
}

// The subject of a reply keeps their number, "Re: … [#71920]", or has it typed again.
void mismatch_in_subject(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const std::string_view subject = job.facts().incoming->document.subject;
  const std::string_view text = job.facts().incoming->reading.text;
  for (const Identifier& mine : talk.own_subject_identifiers) {
    if (!is_reference(mine) || written_by_them(talk, mine.text) ||
        holds(talk.mail_identifiers, mine.text))
      continue;
    const auto slip_in = [&](const std::vector<Identifier>& all, std::string_view from) {
      const auto at = std::find_if(all.begin(), all.end(), [&](const Identifier& theirs) {
        return slipped(mine, theirs) && !holds(talk.own_subject_identifiers, theirs.text);
      });
      return at == all.end() ? std::string_view() : at->span.of(from);
    };
    std::string_view theirs = slip_in(talk.subject_identifiers, subject);
    if (theirs.empty()) theirs = slip_in(talk.incoming_identifiers, text);
    if (theirs.empty()) continue;
    Finding* finding = job.report_mail();
    if (!finding) return;
    finding->level = std::min(finding->level, lexicon::Level::warning);
    finding->message = fill(job.rule().message, mine.span.of(job.facts().mail.document.subject),
                            {{"cause", std::string(theirs)}});
  }
}

}  // namespace

// A reference that nobody wrote and that is one slip away from one that somebody did, in the text
// or in the subject.
void reference_mismatch(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const mail::Document& document = job.facts().incoming->document;
  if (std::max(talk.mail_identifiers.size(), talk.incoming_identifiers.size()) > kMostReferences)
    return;
  mismatch_in_subject(job);
  mismatched_day(job);
  for (const Identifier& mine : talk.mail_identifiers) {
    const bool sure = is_reference(mine);
    if ((!sure && !can_be_turned(mine)) || written_by_them(talk, mine.text)) continue;
    if (tells_of_series(mine, talk)) continue;
    const auto level = job.level(mine.sentence);
    if (!level || !job.allowed(mine.sentence)) continue;
    // Theirs and mine both in this mail: two things, not a slip.
    const auto meant = [&](const Identifier& theirs) {
      return slipped(mine, theirs) && !made_of(mine, theirs) &&
             std::none_of(talk.mail_identifiers.begin(), talk.mail_identifiers.end(),
                          [&](const Identifier& one) {
                            return one.text == theirs.text || made_of(one, theirs);
                          });
    };
    const auto tell = [&](std::string theirs) {
      Finding* finding = job.report_span(
          mine.sentence, mine.span, sure ? *level : std::min(*level, lexicon::Level::warning));
      finding->message = fill(job.rule().message, finding->span.of(job.reading().text),
                              {{"cause", theirs}});
      finding->fixes.push_back({mine.span, std::move(theirs), lexicon::Safety::preview});
      return finding;
    };
    const auto& text = talk.incoming_identifiers;
    const auto& subject = talk.subject_identifiers;
    if (const auto it = std::find_if(text.begin(), text.end(), meant); it != text.end()) {
      Finding* finding = tell(std::string(it->span.of(job.facts().incoming->reading.text)));
      tell_cause(job, finding, it->span);
    } else if (const auto at = std::find_if(subject.begin(), subject.end(), meant);
               at != subject.end()) {
      tell(std::string(at->span.of(document.subject)));
    }
  }
  mismatched_code(job);
}

}  // namespace dsk::rules
