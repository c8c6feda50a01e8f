// mechanics: what a mail holds besides its words: attachments, a subject, marks, anything at all.
#include <algorithm>
#include <array>
#include <string_view>

#include "ascii.hpp"
#include "lexicon/checks.hpp"
#include "rules/mechanics.hpp"
#include "rules/rules.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

// A bare text says nothing of attachments; a mail does, and so does whoever knows its envelope.
// There it is but asked.
bool tells_attachments(const mail::Document& document) {
  return document.is_mail || !document.date.empty() || !document.subject.empty() ||
         !document.from.empty() || !document.to.empty();
}

// An attachment is spoken of and there is none. Pictures pasted into the text count.
void missing_attachment(Job& job) {
  const mail::Document& document = job.facts().mail.document;
  if (!document.attachments.empty()) return;
  if (tells_attachments(document)) return phrase(job);
  job.each_hit([&](const auto& hit) {
    if (job.told_in(hit.sentence)) return;
    Finding* const finding = job.report(hit);
    if (!finding) return;
    finding->level = std::min(finding->level, lexicon::Level::suggestion);
    finding->blocks = false;
  });
}

std::vector<Spot> doubled_words(const Job& job) {
  std::vector<Spot> found;
  const Reading& reading = job.reading();
  const Word* const words = reading.words.data();
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const Word& one = words[i];
      const Word& two = words[i + 1];
      if (one.hash != two.hash || one.kind != WordKind::word || two.kind != WordKind::word ||
          two.glued || one.letter_case == LetterCase::upper)
        continue;
      // "that that", "had had", names such as "Pago Pago" and "the Outbox outbox" are right.
      const bool name = one.letter_case != LetterCase::lower && i != sentence.first;
      if (name || two.letter_case != LetterCase::lower || job.hits().in(job.rule().unless, at))
        continue;
      found.push_back({at, i, i + 2});
      ++i;
    }
  }
  return found;
}

void doubled_word(Job& job) {
  const Reading& reading = job.reading();
  for (const Spot& spot : job.spots(doubled_words)) {
    const auto level = job.level(spot.sentence);
    if (!level) continue;
    Finding* finding =
        job.report_span(spot.sentence, reading.span_of(spot.first, spot.last), *level);
    finding->fixes.push_back({finding->span, std::string(reading.of(reading.words[spot.first])),
                              lexicon::Safety::safe});
  }
}

// A subject that is there and says nothing: words of the class <empty-subject> only, or only marks.
bool says_nothing(const Job& job, std::string_view subject) {
  std::vector<Word> words;
  tokenise(subject, {0, static_cast<std::uint32_t>(subject.size())}, {}, words);
  return std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return word.kind == WordKind::punctuation ||
           job.facts().language.in_class(word.hash, "empty-subject");
  });
}

// A reply keeps the subject of its thread, whatever that is; one that does not has to say
// something.
void vague_subject(Job& job) {
  const mail::Document& document = job.facts().mail.document;
  const Message* incoming = job.facts().incoming;
  const bool kept =
      incoming ? utf8::lower(incoming->document.subject) == utf8::lower(document.subject)
               : !document.in_reply_to.empty();
  if (kept) return;
  const std::string subject = utf8::lower(document.subject);
  const std::string_view rest = ascii::trim(subject);
  if (mail::says_reply(rest) || mail::says_forward(rest)) return;
  if (says_nothing(job, rest)) job.report_mail();
}

// %APPDATA% and its kin are places on a Windows machine, not fields of a template.
bool is_windows_variable(std::string_view text) {
  constexpr std::array<std::string_view, 16> kVariables = {
      "%appdata%", "%localappdata%", "%userprofile%", "%temp%", "%tmp%", "%path%", "%windir%",
      "%systemroot%", "%programfiles%", "%programdata%", "%homepath%", "%username%",
      "%computername%", "%systemdrive%", "%homedrive%", "%public%"};
  return std::find(kVariables.begin(), kVariables.end(), utf8::lower(text)) != kVariables.end();
}

// "bp-xxxx-xxxx" shows what a number looks like, and TBd is a product's name.
bool is_pattern_or_name(const Reading& reading, const match::Hit& hit) {
  const auto hyphen = [&](std::size_t at) {
    return at < reading.text.size() && reading.text[at] == '-';
  };
  const Word& word = reading.words[hit.first];
  return hit.last == hit.first + 1 && word.kind == WordKind::word &&
         (word.letter_case == LetterCase::mixed || hyphen(word.span.end) ||
          (word.span.begin > 0 && hyphen(word.span.begin - 1)));
}

// {{first_name}}, where they wrote of their column first_name: the field is what the mail is about.
bool is_field_of_theirs(const Job& job, std::string_view field) {
  constexpr std::size_t kMostTheirs = 1 << 16;  // bytes that are looked through for one
  if (!job.facts().incoming) return false;
  while (!field.empty() && !ascii::is_alnum(field.front())) field.remove_prefix(1);
  while (!field.empty() && !ascii::is_alnum(field.back())) field.remove_suffix(1);
  return field.find_first_of("_.-") != field.npos &&
         job.facts().incoming->reading.text.substr(0, kMostTheirs).find(field) != field.npos;
}

// A template is full of fields, and that is right.
void unfilled_placeholder(Job& job) {
  if (job.facts().is_template) return;
  const Reading& reading = job.reading();
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (const std::string_view field = reading.of(reading.span_of(hit.first, hit.last));
        !is_windows_variable(field) && !is_pattern_or_name(reading, hit) &&
        !is_field_of_theirs(job, field))
      job.report(hit.sentence, hit.first, hit.last);
}

// "Choose File, Open, Browse": what a menu says is no step, and is written with a capital.
bool names_a_menu(const Job& job, const match::Hit& hit) {
  const std::vector<Word>& words = job.reading().words;
  const lexicon::Language& language = job.facts().language;
  for (std::uint32_t at = hit.first + 1; at < hit.last; ++at)
    if (words[at].letter_case == LetterCase::title &&
        (words[at - 1].mark == ',' || language.in_class(words[at].hash, "command") ||
         language.in_class(words[at].hash, "command_noun")))
      return true;
  return false;
}

// How many steps does the sentence tell, each at the beginning of its clause? “To print it,” is
// none.
std::uint32_t steps_told(const Job& job, const Sentence& sentence) {
  const std::vector<Word>& words = job.reading().words;
  const lexicon::Language& language = job.facts().language;
  std::uint32_t steps = 0;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    const Word& word = words[at];
    if (!language.in_class(word.hash, "command") && !language.in_class(word.hash, "command_noun"))
      continue;
    const bool behind_mark = at > sentence.first && words[at - 1].kind == WordKind::punctuation &&
                             words[at - 1].mark != '"';
    steps += at == sentence.first || behind_mark ||
             language.in_class(words[at - 1].hash, "and-then") ||
             language.in_class(words[at - 1].hash, "softener");
  }
  return steps;
}

// Two and what they are for are no list, and three are read in one go.
void steps_in_prose(Job& job) {
  constexpr std::uint32_t kFew = 2, kList = 4;
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) {
    const std::uint32_t steps = steps_told(job, job.reading().sentences[hit.sentence]);
    if (steps == kFew) continue;
    Finding* finding = job.report(hit.sentence, hit.first, hit.last);
    if (finding && (names_a_menu(job, hit) || steps < kList))
      finding->level = std::min(finding->level, lexicon::Level::coach);
  }
}

struct Named {
  std::string_view name;
  void (*run)(Job&);
};
constexpr std::array kChecks = std::to_array<Named>({
    {"article", article},
    {"casing-punctuation", casing_punctuation},
    {"doubled-word", doubled_word},
    {"empty-reply", empty_reply},
    {"gushing", gushing},
    {"macro-residue", macro_residue},
    {"missing-attachment", missing_attachment},
    {"no-human-name", no_human_name},
    {"shouting", shouting},
    {"steps-in-prose", steps_in_prose},
    {"text-speak", text_speak},
    {"unfilled-placeholder", unfilled_placeholder},
    {"vague-subject", vague_subject},
});
static_assert(std::equal(kChecks.begin(), kChecks.end(), lexicon::kMechanicsChecks.begin(),
                         lexicon::kMechanicsChecks.end(),
                         [](const Named& one, std::string_view name) { return one.name == name; }));

}  // namespace

void mechanics(Job& job) {
  for (const Named& one : kChecks)
    if (one.name == job.rule().check) return one.run(job);
  phrase(job);
}

}  // namespace dsk::rules
