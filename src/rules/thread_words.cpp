// Words that are right in one conversation and wrong in another: set phrases, jokes, technical
// terms, and "your issue" where the thing has a name.
#include <algorithm>
#include <array>
#include <set>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

constexpr std::array kNamed = {&People::recipient, &People::signature, &People::others};

// What is done about it: no detail of what they went through, though their words stand there.
bool tells_of_help(const Job& job, std::uint32_t sentence) {
  constexpr std::array kHelp = std::to_array<std::string_view>(
      {"resolution", "runs-again", "does-something", "reports-deed", "promise", "command",
       "instruction", "request"});
  return std::any_of(kHelp.begin(), kHelp.end(), [&](std::string_view act) {
    return job.acts().has_in(act, sentence);
  });
}

// Words from the incoming message in this sentence or the next, the hit's own not counted.
bool specifics_follow(const Job& job, std::uint32_t sentence, std::uint32_t first,
                      std::uint32_t last) {
  const Conversation& talk = *job.facts().conversation;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  const bool goes_on = sentence + 1 < sentences.size() && !tells_of_help(job, sentence + 1);
  const std::uint32_t end = sentences[goes_on ? sentence + 1 : sentence].last;
  return shared_weight(talk.mail.within(sentences[sentence].first, first), talk.incoming) > 0 ||
         shared_weight(talk.mail.within(last, end), talk.incoming) > 0;
}

// "(the DHCP lease)", "DHCP (the service that ...)", "DHCP - it hands out ..."
bool explained(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  const auto mark = [&](std::uint32_t word, std::string_view marks) {
    return reading.words[word].kind == WordKind::punctuation &&
           marks.find(reading.words[word].mark) != std::string_view::npos;
  };
  if (at + 1 < sentence.last && mark(at + 1, "(-,")) return true;
  for (std::uint32_t back = at; back > sentence.first && at - back < 4; --back)
    if (mark(back - 1, "(")) return true;
  return false;
}

// PDF, USB, and words in capitals.
bool everyday_capitals(const Job& job, const Reading& reading, const Word& word) {
  if (word.letter_case != LetterCase::upper || job.facts().language.in_class(word.hash, "jargon"))
    return false;
  const spell::Speller* speller = job.facts().speller;
  return word.span.size() < 3 || job.facts().language.in_class(word.hash, "plain-caps") ||
         (speller && speller->knows(utf8::lower(reading.of(word))));
}

// Two things that nobody says who is not at home there: "traceroute" and "sysadmin", or code.
constexpr std::size_t kAtHome = 2;

bool is_of_the_trade(const Job& job, const Reading& reading, const Word& word) {
  // "/v2/prices", and not "C:\Users"
  if (word.kind == WordKind::inline_item)
    return word.inline_kind == mail::InlineKind::code ||
           (word.inline_kind == mail::InlineKind::path && reading.of(word).starts_with('/'));
  return job.facts().language.in_class(word.hash, "trade-word");
}

// A VPN is no more than a word by now: whoever speaks of it may not know the rest.
bool speaks_of_the_trade(const Job& job) {
  if (!job.facts().incoming) return false;
  const Reading& reading = job.facts().incoming->reading;
  const auto hits = job.facts().incoming->hits.of(job.rule().phrases);
  if (std::any_of(hits.begin(), hits.end(), [&](const match::Hit& hit) {
        return !everyday_capitals(job, reading, reading.words[hit.first]);
      }))
    return true;
  std::set<std::uint64_t> theirs;
  for (const Word& word : reading.words)
    if (is_of_the_trade(job, reading, word)) theirs.insert(word.hash);
  return theirs.size() >= kAtHome;
}

// The words of the subject where it is theirs, of their message or of a reply to it, and of the
// address they wrote to.
std::set<std::uint64_t> known_beforehand(const Job& job) {
  std::vector<Word> words;
  const auto read = [&](std::string_view subject) {
    tokenise(subject, {0, static_cast<std::uint32_t>(subject.size())}, {}, words);
  };
  const std::string_view own = job.facts().mail.document.subject;
  if (mail::says_reply(own)) read(own);
  if (job.facts().incoming) read(job.facts().incoming->document.subject);
  for (const mail::Address& sender : job.facts().mail.document.from) read(sender.address);
  std::set<std::uint64_t> hashes;
  for (const Word& word : words) hashes.insert(word.hash);
  return hashes;
}

// An arrow or a tick is no smile.
bool smiles(const Reading& reading, const Word& word) {
  if (word.kind != WordKind::inline_item) return true;
  const char32_t point = utf8::decode(reading.of(word), 0).point;
  // Sad and in tears, they feel with somebody.
  constexpr std::u32string_view kMourn =
      U"\U0001F614\U0001F61E\U0001F61F\U0001F622\U0001F625\U0001F62D\U0001F97A";
  if (kMourn.find(point) != kMourn.npos) return false;
  return point < 0x80 || point == 0x263A || (point >= 0x1F600 && point <= 0x1F64F) ||
         (point >= 0x1F910 && point <= 0x1F97A);
}

// A name that both messages sign or greet with is nothing that they have to do with each other.
bool names_somebody(const Job& job, const Term& term) {
  const People& people = job.facts().conversation->people;
  const std::string_view word =
      job.reading().words[term.word].span.of(job.reading().text);
  return std::any_of(kNamed.begin(), kNamed.end(), [&](auto names) {
    return among(word, people.*names, job.facts().language);
  });
}

}  // namespace

// The rule's phrases are empathy from a form letter, unless something they wrote stands by it; its
// acts are so whatever stands there.
void canned_understanding(Job& job) {
  const auto tell = [&](Finding* finding) {
    const std::vector<Term>& theirs = job.facts().conversation->incoming.all();
    if (finding && !theirs.empty())
      finding->related.push_back(
          {job.facts().incoming->reading.sentences[theirs.front().sentence].span, true,
           label(job.facts(), lexicon::Text::they_wrote)});
  };
  for (const match::Hit& hit : job.hits().of(job.rule().phrases))
    if (!job.facts().incoming || !specifics_follow(job, hit.sentence, hit.first, hit.last))
      tell(job.report(hit.sentence, hit.first, hit.last));
  for (const lexicon::ActId act : job.rule().acts)
    for (const ActHit& hit : job.acts().of(act))
      tell(job.report(hit.sentence, hit.first, hit.last));
}

// The rule's phrases joke; its when_acts in the incoming message, or its partner acts
// here, say that it is no time for that.
void casual_when_serious(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const ActHit* cause = job.facts().incoming ? first_cause(job, rule.when_acts) : nullptr;
  if (!cause && !job.acts().any_of(rule.partner)) return;
  // Our own words alone, if only a deep regret, tell less surely that it is serious.
  const bool surely =
      cause || (!rule.partner.empty() && !job.acts().of(rule.partner.front()).empty());
  const auto tell = [&](Finding* finding) {
    if (finding && !surely) finding->level = std::min(finding->level, lexicon::Level::coach);
    if (finding && cause)
      tell_cause(job, finding, job.facts().incoming->reading.span_of(cause->first, cause->last));
  };
  // “The page says ‘Oops’”, as they wrote.
  const auto hits = job.hits().of(rule.phrases);
  std::vector<std::uint64_t> wrote;
  if (job.facts().incoming && !hits.empty())
    for (const Word& word : job.facts().incoming->reading.words) wrote.push_back(word.hash);
  std::sort(wrote.begin(), wrote.end());
  const auto theirs = [&](const Word& word) {
    return word.kind == WordKind::word && is_among(wrote, word.hash);
  };
  for (const match::Hit& hit : hits) {
    const Word& word = job.reading().words[hit.first];
    if (smiles(job.reading(), word) && !theirs(word))
      tell(job.report(hit.sentence, hit.first, hit.last));
  }
}

// The rule's phrases are terms of the trade. They are fine where they use such terms too, and where
// they are explained.
void jargon(Job& job) {
  if (job.hits().of(job.rule().phrases).empty() || speaks_of_the_trade(job)) return;
  const Conversation& talk = *job.facts().conversation;
  const Stemmer stemmer(job.facts().language.tag());
  const std::set<std::uint64_t> known = known_beforehand(job);
  const auto they_wrote = [&](const Word& word) {
    return (!talk.incoming.empty() && talk.incoming.has(stemmer.hash(job.reading().of(word)))) ||
           known.contains(word.hash);
  };
  std::set<std::uint64_t> told;
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) {
    const Word& word = job.reading().words[hit.first];
    const Sentence& sentence = job.reading().sentences[hit.sentence];
    if (told.contains(word.hash)) continue;
    if (everyday_capitals(job, job.reading(), word) || they_wrote(word)) continue;
    told.insert(word.hash);
    if (explained(job.reading(), sentence, hit.last - 1) ||
        explained(job.reading(), sentence, hit.first))
      continue;
    job.report(hit.sentence, hit.first, hit.last);
  }
}

// The rule's phrases stand in for a thing that has a name in the incoming message and none in the
// paragraph.
void vague_referent(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  const auto& theirs = talk.incoming.all();
  const auto concrete = std::find_if(theirs.begin(), theirs.end(),
                                     [](const Term& term) { return term.weight >= 2; });
  if (concrete == theirs.end()) return;
  std::uint32_t last = 0;  // behind the paragraph that was looked at
  bool named = false;      // by something they wrote of
  for (const match::Hit& hit : job.hits().of(job.rule().phrases)) {
    if (hit.sentence >= last) {
      std::uint32_t first = hit.sentence;
      const std::uint32_t paragraph = sentences[first].paragraph;
      while (first > 0 && sentences[first - 1].paragraph == paragraph) --first;
      for (last = hit.sentence; last < sentences.size(); ++last)
        if (sentences[last].paragraph != paragraph) break;
      const auto near = talk.mail.within(sentences[first].first, sentences[last - 1].last);
      named = std::any_of(near.begin(), near.end(), [&](const Term& term) {
        return term.weight >= 2 && talk.incoming.has(term.key) && !names_somebody(job, term);
      });
    }
    if (!named)
      tell_cause(job, job.report(hit.sentence, hit.first, hit.last),
                 job.facts().incoming->reading.sentences[concrete->sentence].span);
  }
}

}  // namespace dsk::rules
