// Is there anything of one's own between the greeting and the name below?
#include <algorithm>

#include "acts/conversation.hpp"
#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

// More words and marks than these are more than a greeting or a sign-off.
constexpr std::uint32_t kEdgeWords = 7;

// Under a header block of the mail answered everything counts as quoted. Where lines with ">" come
// first and lines without after them, somebody answered below.
bool answered_below(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    if (line == "--" || line == "-- ") break;  // a signature
    if (line[first] == '>')
      quoted = true;
    else if (quoted && line.back() != ':')
      return true;
  }
  return false;
}

// What a mail begins and ends with. Below a leave stand names and titles, “Al Reed, Senior Analyst”;
// elsewhere a name has to be known.
class Edges {
 public:
  explicit Edges(const Job& job) : job_(job), acts_(job.rule().acts) {}

  // Is the sentence a greeting, a leave or a name, and no more?
  bool pass(std::uint32_t at) {
    const Sentence& sentence = job_.reading().sentences[at];
    if (sentence.size() > kEdgeWords) return false;
    const std::vector<Word>& words = job_.reading().words;
    bool greeting = false;
    std::uint32_t covered = sentence.first;  // by a greeting or a leave, to here
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (i >= covered) {
        if (const std::uint32_t end = hit_from(acts_.front(), at, i)) {
          greeted = greeting = true;
          covered = end;
        } else if (const std::uint32_t leave = hit_from(acts_.back(), at, i)) {
          // “Thanks!” says something.
          if (sentence.ending == Ending::exclamation) return false;
          // "Ann," is how some greet.
          left = left || !is_among_us(words[i]) || !greeted;
          covered = leave;
        }
      }
      const Word& word = words[i];
      if (i < covered) continue;
      if (word.kind == WordKind::punctuation) {
        // "Hi Ann, Sorted": behind the comma begins what is said.
        greeting = greeting && word.mark == '.';
        continue;
      }
      if (word.kind != WordKind::word || word.letter_case == LetterCase::lower) return false;
      if (greeting || left) continue;
      if (!is_among_us(word)) return false;
    }
    return true;
  }

  bool greeted = false;
  bool left = false;  // took leave

 private:
  // The end of a hit of the act that begins at the word; 0 where there is none.
  std::uint32_t hit_from(lexicon::ActId act, std::uint32_t at, std::uint32_t word) const {
    for (const ActHit& hit : job_.acts().of(act, at))
      if (hit.first <= word && hit.last > word) return hit.last;
    return 0;
  }
  // A name of the two who write; the reader's is a greeting.
  bool is_among_us(const Word& word) {
    const People& people = job_.facts().conversation->people;
    const std::string_view name = job_.reading().of(word);
    const lexicon::Language& language = job_.facts().language;
    const bool reader = among(name, people.recipient, language);
    greeted = greeted || reader;
    return reader || among(name, people.others, language);
  }

  const Job& job_;
  const lexicon::ActIds acts_;
};

}  // namespace

// The rule's acts are a greeting and a leave: what holds nothing else says nothing.
void empty_reply(Job& job) {
  const mail::Document& document = job.facts().mail.document;
  if (job.facts().mail.foreign_paragraphs > 0) return;
  if (!document.attachments.empty() || document.exempt != mail::Exempt::none) return;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  if (job.rule().acts.empty() && !sentences.empty()) return;
  Edges edges(job);
  for (std::uint32_t at = 0; at < sentences.size(); ++at)
    if (!edges.pass(at)) return;
  if (!edges.greeted && !sentences.empty()) return;
  // Nothing at all is no mail yet, however many blank lines it has, and neither is “Hello.”
  const bool only_own = std::all_of(document.zones.begin(), document.zones.end(),
                                    [](const mail::Zone& zone) { return mail::is_own(zone.kind); });
  if (!document.is_mail && only_own && sentences.size() < 2 && !edges.left) return;
  if (!answered_below(document.text())) job.report_mail();
}

}  // namespace dsk::rules
