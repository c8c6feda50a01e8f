// What they wrote as a password or a code, written again by us.
#include <algorithm>

#include "ascii.hpp"
#include "rules/secret_words.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::size_t kFewestMixed = 6;  // letters and digits that no word of prose has

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20");
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789 -") == word.npos;
}

// "tc-prod-2": what the token is called, in words and a small number.
bool is_called(std::string_view word) {
  constexpr std::size_t kSmall = 2;
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= word.size(); ++parts) {
    const std::size_t end = std::min(word.find('-', at), word.size());
    const std::string_view part = word.substr(at, end - at);
    const bool number = !part.empty() && part.size() <= kSmall &&
                        std::all_of(part.begin(), part.end(), ascii::is_digit);
    if (!number && (part.empty() || !std::all_of(part.begin(), part.end(), ascii::is_lower)))
      return false;
    at = end + 1;
  }
  return parts > 2;
}

// A word or a number that may as well stand for something else: only beside what names a secret.
bool is_everyday(std::string_view word) {
  if (is_number(word) || is_called(word)) return true;
  const bool digit = std::any_of(word.begin(), word.end(), ascii::is_digit);
  const bool phrase = word.find(' ') != word.npos;
  return !phrase && (!digit || word.size() < kFewestMixed);
}

struct Heard {
  std::string_view word;
  Span theirs;  // in the message answered; empty where it stands in a quote alone
};

std::vector<Heard> heard_in(const Job& job) {
  std::vector<Heard> all;
  const Secrets secrets(job.facts().language);
  const auto add = [&](std::string_view text, Span found, bool incoming) {
    if (Secrets::begins_key(found.of(text))) return;
    const Span secret = secrets.secret_in(found.of(text));
    all.push_back({secret.of(found.of(text)), incoming ? found : Span{}});
  };
  const Message& incoming = *job.facts().incoming;
  for (const Span found : incoming.secrets) add(incoming.document.text(), found, true);
  const mail::Document& mail = job.facts().mail.document;
  for (const Finding& one : job.findings())
    if (one.rule->secret && !one.span.empty() && is_quoted(mail, one.span))
      add(mail.text(), one.span, false);
  std::stable_sort(all.begin(), all.end(),
                   [](const Heard& a, const Heard& b) { return a.word < b.word; });
  return all;
}

// It has to stand there as a word of its own.
bool is_whole(std::string_view text, Span place) {
  const auto goes_on = [](char c) { return ascii::is_alnum(c) || c == '_' || c == '-'; };
  return (place.begin == 0 || !goes_on(text[place.begin - 1])) &&
         (place.end == text.size() || !ascii::is_alnum(text[place.end]));
}

}  // namespace

// The rule's phrases name a secret. Its own words are told by the rules that found them.
void repeats_secret(Job& job) {
  const std::vector<Heard> heard = heard_in(job);
  if (heard.empty()) return;
  SoughtWords sought;
  for (const Heard& one : heard) sought.add(one.word);
  const std::string_view text = job.reading().text;
  std::vector<Span> places, told;
  sought.find(text, places);
  for (const Finding& one : job.findings())
    if (one.rule->secret && !one.span.empty()) told.push_back(one.span);
  merge(told);
  for (const Span place : places) {
    const std::uint32_t sentence = sentence_at(job.reading(), place.begin);
    if (sentence == kNoSentence || !is_whole(text, place) || cuts_into(told, place)) continue;
    const auto it = std::lower_bound(
        heard.begin(), heard.end(), place.of(text),
        [](const Heard& one, std::string_view word) { return one.word < word; });
    if (it == heard.end() || it->word != place.of(text)) continue;
    const lexicon::SetId names = job.rule().phrases;
    if (is_everyday(it->word) && !job.hits().in(names, sentence)) {
      const Message& incoming = *job.facts().incoming;
      const std::uint32_t asked = sentence_at(incoming.reading, it->theirs.begin);
      const bool named =
          !it->theirs.empty() && asked != kNoSentence && incoming.hits.in(names, asked);
      if (!named || !is_number(it->word) || is_year(it->word)) continue;
    }
    const auto level = job.level(sentence);
    if (!level || !job.allowed(sentence)) continue;
    Finding* finding = job.report_span(sentence, place, *level);
    if (!it->theirs.empty())
      finding->related.push_back({it->theirs, true, label(job.facts(), lexicon::Text::they_wrote)});
  }
}

}  // namespace dsk::rules
