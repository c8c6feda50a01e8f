// Names: the one they are greeted by, and the ones that stand in the text. Better silent than
// wrong: a word of the dictionary is never taken for a name, and anyone in the thread may be meant.
#include <algorithm>
#include <bit>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"
#include "spell/distance.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

constexpr std::size_t kLongName = 5;      // letters from which a name is looked for in the text
constexpr std::uint32_t kGreetingWords = 5;

struct Greeting {
  std::uint32_t sentence = kNoSentence;
  std::uint32_t begin = 0;          // the salutation's words
  std::uint32_t end = 0;            // where the words of address end
  std::vector<std::uint32_t> names;  // words in title case that are not titles and the like
};

bool is_dictionary_word(const Job& job, std::string_view word) {
  const std::string low = utf8::lower(word);
  if (job.facts().own_words && job.facts().own_words->has(word)) return true;
  if (job.facts().language.in_class(hash_folded(low), "function-word")) return true;
  return job.facts().speller && job.facts().speller->knows(low);
}

// "Linda, thank you for …": nobody greets, and somebody is called by a name. "Outlook, for one" is
// none.
bool called(const Job& job, const Sentence& first) {
  const std::vector<Word>& words = job.reading().words;
  const std::uint32_t at = first.first;
  return at + 2 < first.last && words[at].kind == WordKind::word &&
         words[at].letter_case == LetterCase::title && words[at + 1].mark == ',' &&
         words[at + 2].letter_case == LetterCase::lower &&
         !job.facts().language.in_class(words[at].hash, "no-name") &&
         !is_dictionary_word(job, job.reading().of(words[at])) && job.facts().speller &&
         !job.facts().speller->knows_term(job.reading().of(words[at]));
}

// "Dear Ms Okafor," / "Hi Gail!" / "Good morning Gail": the words up to a mark or an ordinary word.
Greeting greeting_of(const Job& job) {
  Greeting greeting;
  const Reading& reading = job.reading();
  const lexicon::Language& language = job.facts().language;
  if (reading.sentences.empty()) return greeting;
  const Sentence& first = reading.sentences.front();
  std::uint32_t at = first.first;
  const auto in = [&](std::uint32_t word, std::string_view name) {
    return language.in_class(reading.words[word].hash, name);
  };
  if (at >= first.last) return greeting;
  if (!in(at, "salutation")) {
    if (!called(job, first)) return greeting;
    greeting.sentence = 0;
    greeting.begin = at;
    greeting.end = at + 1;
    greeting.names.push_back(at);
    return greeting;
  }
  greeting.sentence = 0;
  greeting.begin = at++;
  while (at < first.last && in(at, "salutation-part")) ++at;
  for (std::uint32_t count = 0; at < first.last && count < kGreetingWords; ++at, ++count) {
    const Word& word = reading.words[at];
    if (word.kind == WordKind::punctuation && count == 0 && word.mark == ',')
      continue;  // "Hi, Ann"
    if (word.kind == WordKind::punctuation && word.mark == '.' && at > first.first &&
        in(at - 1, "no-name"))
      continue;  // "Dr. Weiss"
    if (word.kind != WordKind::word || word.letter_case == LetterCase::lower ||
        word.letter_case == LetterCase::none)
      break;
    if (reading.of(word).find_first_of("0123456789_") != std::string_view::npos) break;
    if (!in(at, "no-name")) greeting.names.push_back(at);
  }
  // "Hi Firefox user"
  if (at < first.last && in(at, "no-name")) greeting.names.clear();
  while (at > greeting.begin + 1 && reading.words[at - 1].kind == WordKind::punctuation) --at;
  greeting.end = at;
  return greeting;
}

bool titled(const Reading& reading, std::uint32_t at, const lexicon::Language& language) {
  if (at > 0 && reading.words[at - 1].mark == '.') --at;  // "Dr. Weiss"
  return at > 0 && language.in_class(reading.words[at - 1].hash, "title");
}

// "Hi Mark", "Hi Peter": in a greeting that is somebody, whatever else the word means.
bool is_given_name(const Job& job, std::string_view word) {
  const lexicon::Language& language = job.facts().language;
  const std::uint64_t hash = hash_folded(utf8::lower(word));
  return language.in_class(hash, "given-name") || language.share_class(hash, hash, "nick-");
}

// "Charlotte" is a cake as well, but hardly one that is greeted.
bool is_common_word(const Job& job, std::string_view word) {
  const spell::Speller* speller = job.facts().speller;
  return is_dictionary_word(job, word) &&
         (!speller || speller->rarity(utf8::lower(word)) < kRareWord ||
          !speller->knows(word) || speller->knows_term(word));
}

const People& people(const Job& job) { return job.facts().conversation->people; }

bool known_to_thread(const Job& job, std::string_view word) {
  const People& it = people(job);
  if (among(word, it.recipient, job.facts().language) ||
      among(word, it.others, job.facts().language))
    return true;
  const std::string low = plain(word);
  return low.size() > 2 &&
         std::any_of(it.mailboxes.begin(), it.mailboxes.end(), [&](const std::string& mailbox) {
           return mailbox.find(low) != std::string::npos;
         });
}

// "Raj" for Rajesh, "Seun" for Oluwaseun: who is called by the beginning or the end of a name.
bool is_short_for(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kShortest = 3;
  const std::string mine = plain(word);
  return mine.size() >= kShortest &&
         std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           const std::string theirs = plain(name);
           const std::size_t at = theirs.size() - std::min(mine.size(), theirs.size());
           return theirs.rfind(mine, 0) == 0 || theirs.find(mine, at) != theirs.npos;
         });
}

// Known from a signature alone, they may go by any name that they write; else by what they sign
// with, however short, in whatever case: "Lu", "roz".
bool named_in_text(const Job& job, std::string_view word) {
  const Message* incoming = job.facts().incoming;
  if (!incoming || incoming->reading.sentences.empty()) return false;
  const Reading& theirs = incoming->reading;
  const std::uint32_t from =
      incoming->document.from.empty() ? 0 : theirs.sentences.back().first;
  const std::uint64_t hash = hash_folded(utf8::lower(word));
  return std::any_of(theirs.words.begin() + from, theirs.words.end(),
                     [&](const Word& one) { return one.hash == hash; });
}

// “I am writing on behalf of Tom Weller”: then it is Tom who is answered.
bool is_written_for(const Job& job, std::string_view word) {
  const Message* incoming = job.facts().incoming;
  if (!incoming) return false;
  const auto hits = incoming->acts.named("writes-for");
  return std::any_of(hits.begin(), hits.end(), [&](const ActHit& hit) {
    const Sentence& there = incoming->reading.sentences[hit.sentence];
    const auto words = incoming->reading.words.begin();
    return std::any_of(words + there.first, words + there.last, [&](const Word& one) {
      return incoming->reading.of(one) == word;
    });
  });
}

// The recipient's names, to look for slips of them.
class Names {
 public:
  explicit Names(const Job& job) {
    for (const std::string& name : people(job).recipient)
      names_.push_back({name, plain(name), letters_of(name)});
  }

  // The one that this word is a slip of, "" where it is none.
  std::string_view meant(std::string_view word) const {
    if (word.size() < 3 || !any_near(letters_of(word))) return {};
    const std::string mine = plain(word);
    for (const auto& [name, theirs, letters] : names_) {
      const std::size_t limit = std::min(word.size(), name.size()) > kLongName ? 2 : 1;
      // A plural or a possessive without its apostrophe is no slip.
      if (mine.size() == theirs.size() + 1 && mine.back() == 's' && mine.rfind(theirs, 0) == 0)
        return {};
      if (name.size() > 2 && spell::distance(mine, theirs, limit) <= limit) return name;
    }
    return {};
  }

 private:
  struct Name {
    std::string_view written;
    std::string plain;
    std::uint32_t letters;
  };
  static constexpr std::uint32_t kBeyond = 1u << 31;  // letters that are not ASCII

  // A bit for each letter that is there.
  static std::uint32_t letters_of(std::string_view text) {
    std::uint32_t bits = 0;
    for (const char c : text)
      bits |= static_cast<unsigned char>(c) < 0x80 ? 1u << (c & 31) % 31 : kBeyond;
    return bits;
  }
  // Two slips bring two letters that the name has not, at most, and take two away.
  bool any_near(std::uint32_t mine) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
      return ((mine | name.letters) & kBeyond) != 0 ||
             (std::popcount(mine & ~name.letters) <= 2 && std::popcount(name.letters & ~mine) <= 2);
    });
  }

  std::vector<Name> names_;
};

// "Katherine" is a short form's sister of "Catherine", and yet not how Catherine writes it: one
// letter off, neither the beginning of the other, and no name of theirs outright.
bool variant(std::string_view word, const std::vector<std::string>& names,
             const lexicon::Language& language) {
  const std::string mine = plain(word);
  const auto varies = [&](const std::string& name) {
    const std::string theirs = plain(name);
    const std::size_t limit = std::min(mine.size(), theirs.size()) > kLongName ? 2 : 1;
    // "Juergen" is Jürgen as people without the letter write him.
    return theirs == utf8::lower(name) && mine.size() >= kLongName && theirs.size() >= kLongName &&
           mine != theirs && mine.substr(0, theirs.size()) != theirs &&
           theirs.substr(0, mine.size()) != mine && same_name(word, name, language) &&
           spell::distance(mine, theirs, limit) <= limit;
  };
  const auto theirs = [&](const std::string& name) { return plain(name) == mine; };
  return std::any_of(names.begin(), names.end(), varies) &&
         std::none_of(names.begin(), names.end(), theirs);
}

// “Hello Maria,” to Marta: a word or a name by itself, and between a salutation and its comma
// nothing but theirs with a slip. No name of theirs is farther off than one.
bool stands_for_theirs(const Job& job, const Greeting& greeting, std::string_view word,
                       std::string_view name) {
  const Reading& reading = job.reading();
  const bool closed = greeting.end == reading.sentences[greeting.sentence].last ||
                      reading.words[greeting.end].kind == WordKind::punctuation;
  const auto strange = std::count_if(
      greeting.names.begin(), greeting.names.end(), [&](std::uint32_t at) {
        return !among(reading.of(reading.words[at]), people(job).recipient, job.facts().language);
      });
  return closed && strange == 1 && !named_in_text(job, word) &&
         spell::distance(plain(word), plain(name), 1) <= 1;
}

bool greets_them(const Job& job, const Greeting& greeting) {
  const Reading& reading = job.reading();
  return std::any_of(greeting.names.begin(), greeting.names.end(), [&](std::uint32_t at) {
    return among(reading.of(reading.words[at]), people(job).recipient, job.facts().language);
  });
}

// A product's name, spelt as its makers will, or another person's: Diana beside Dana and, in a mail
// that greets Maria, “the account of Mario Santos”, since nobody is told of herself by a surname.
// What varies theirs may be meant for it, though it is a name, unless they are greeted by the right
// one.
bool is_another_name(const Job& job, std::uint32_t sentence, std::uint32_t at, bool varies,
                     bool greeted_right) {
  const Reading& reading = job.reading();
  const std::string_view word = reading.of(reading.words[at]);
  const spell::Speller* speller = job.facts().speller;
  if (speller && (speller->knows_term(word) ||
                  ((greeted_right || !varies) && speller->knows(word))))
    return true;
  const std::uint32_t next = at + 1;
  return greeted_right && next < reading.sentences[sentence].last &&
         reading.words[next].kind == WordKind::word &&
         reading.words[next].letter_case == LetterCase::title &&
         !among(reading.of(reading.words[next]), people(job).recipient, job.facts().language);
}

void relate(const Job& job, Finding* finding, std::string_view name) {
  if (!finding || !job.facts().incoming) return;
  // Where they sign: the last place their name stands in their own text.
  const std::string_view text = job.facts().incoming->document.text();
  const std::size_t at = text.rfind(name);
  if (at == std::string_view::npos) return;
  const auto begin = static_cast<std::uint32_t>(at);
  finding->related.push_back(
      {{begin, begin + static_cast<std::uint32_t>(name.size())},
       true,
       label(job.facts(), lexicon::Text::they_sign)});
}

}  // namespace

namespace {

// “Hi sweetie,”: the name takes the place of the one word that stands before the comma.
std::uint32_t end_of_address(const Reading& reading, const Sentence& sentence,
                             std::uint32_t greeted) {
  const bool one_word = greeted + 1 < sentence.last &&
                        reading.words[greeted].kind == WordKind::word &&
                        reading.words[greeted + 1].mark == ',';
  return reading.words[one_word ? greeted : greeted - 1].span.end;
}

}  // namespace

void no_name(Job& job) {
  const People& it = people(job);
  if (it.first_name.empty() || it.several || job.facts().is_template) return;
  const Greeting greeting = greeting_of(job);
  if (greeting.sentence == kNoSentence || !greeting.names.empty()) return;
  // "hi gail", and a name further on in the sentence, are names as well.
  const Sentence& sentence = job.reading().sentences[greeting.sentence];
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (among(job.reading().of(job.reading().words[at]), it.recipient, job.facts().language))
      return;
  // "Dear all" means more than one, whoever stands in the header.
  if (greeting.end < sentence.last &&
      job.facts().language.in_class(job.reading().words[greeting.end].hash, "no-name"))
    return;
  // "Dear {{first_name}}", "Hi @ana": what stands there is no word, and more than none.
  if (greeting.end < sentence.last &&
      job.reading().words[greeting.end].kind == WordKind::inline_item)
    return;
  // "Hi kestrel," is the name that they go by here.
  if (greeting.end + 1 < sentence.last &&
      job.reading().words[greeting.end].kind == WordKind::word &&
      job.reading().words[greeting.end + 1].kind == WordKind::punctuation &&
      !is_dictionary_word(job, job.reading().of(job.reading().words[greeting.end])))
    return;
  // "Dear customer" is another rule's; a title alone means that somebody is meant.
  if (greeting.end > greeting.begin + 1 &&
      job.reading().words[greeting.end - 1].kind == WordKind::word &&
      !job.facts().language.in_class(job.reading().words[greeting.end - 1].hash, "salutation-part"))
    return;
  const auto level = job.level(greeting.sentence);
  if (!level || !job.allowed(greeting.sentence)) return;
  const std::uint32_t last = std::max(greeting.begin + 1, greeting.end);
  const Span span = job.reading().span_of(greeting.begin, last);
  Finding* finding = job.report_span(greeting.sentence, span, *level);
  finding->message =
      fill(job.rule().message, span.of(job.reading().text), {{"name", it.first_name}});
  finding->fixes.push_back({{span.end, end_of_address(job.reading(), sentence, last)},
                            " " + it.first_name, lexicon::Safety::preview});
  relate(job, finding, it.first_name);
}

void wrong_name(Job& job) {
  const People& it = people(job);
  if (it.recipient.empty() || it.several || job.facts().is_template) return;
  const Greeting greeting = greeting_of(job);
  if (greeting.names.empty()) return;
  const Names names(job);
  for (const std::uint32_t at : greeting.names) {
    const std::string_view word = job.reading().of(job.reading().words[at]);
    // One right name is enough, a slip is another rule's, and a common word may be anything unless
    // a title stands before it: "Mrs Smith".
    if (known_to_thread(job, word) || !names.meant(word).empty()) return;
    if (named_in_text(job, word) || is_short_for(word, it.recipient) || is_written_for(job, word))
      return;
    if (titled(job.reading(), at, job.facts().language)) continue;
    if (!is_given_name(job, word) && is_common_word(job, word)) return;
    // "R. Feldman" may be Ruth.
    if (!it.initial.empty() && plain(word).substr(0, 1) == plain(it.initial)) return;
  }
  const auto level = job.level(greeting.sentence);
  if (!level || !job.allowed(greeting.sentence)) return;
  const Span span = job.reading().span_of(greeting.names.front(), greeting.names.back() + 1);
  const bool greets = greeting.begin != greeting.names.front();
  Finding* finding = job.report_span(
      greeting.sentence, span, greets ? *level : std::min(*level, lexicon::Level::suggestion));
  const std::string& name = it.first_name.empty() ? it.recipient.front() : it.first_name;
  finding->message = fill(job.rule().message, span.of(job.reading().text), {{"name", name}});
  // "Hi Feldman" is no greeting, "Dear Mr Feldman" is.
  if (!it.first_name.empty() || titled(job.reading(), greeting.names.front(), job.facts().language))
    finding->fixes.push_back({span, name, lexicon::Safety::preview});
  relate(job, finding, name);
}

void misspelt_name(Job& job) {
  const People& it = people(job);
  if (it.recipient.empty() || job.facts().is_template) return;
  const Greeting greeting = greeting_of(job);
  const Reading& reading = job.reading();
  const bool greeted_right = greets_them(job, greeting);
  const Names names(job);
  std::vector<std::string_view> told;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    for (std::uint32_t at = reading.sentences[s].first; at < reading.sentences[s].last; ++at) {
      const Word& word = reading.words[at];
      if (word.kind != WordKind::word || word.letter_case == LetterCase::lower || word.glued)
        continue;
      const std::string_view text = reading.of(word);
      const bool greeted = std::find(greeting.names.begin(), greeting.names.end(), at) !=
                           greeting.names.end();
      if (!greeted && text.size() < kLongName) continue;
      // Few words are anything like their name: all else is asked of those alone.
      const std::string_view name = names.meant(text);
      if (name.empty()) continue;
      const lexicon::Language& language = job.facts().language;
      if (language.in_class(word.hash, "no-name") || language.in_class(word.hash, "month") ||
          language.in_class(word.hash, "day") || language.in_class(word.hash, "salutation"))
        continue;
      const bool varies = variant(text, it.recipient, language) ||
                          (greeted && plain(text) == plain(name) + "a");  // Daniela is not Daniel
      if (!varies && (among(text, it.recipient, language) || among(text, it.others, language)))
        continue;
      const bool common =
          !varies && (greeted ? is_common_word(job, text) : is_dictionary_word(job, text));
      if (common && !(greeted && stands_for_theirs(job, greeting, text, name))) continue;
      if (!greeted && is_another_name(job, s, at, varies, greeted_right)) continue;
      if (std::find(told.begin(), told.end(), text) != told.end()) continue;
      auto level = job.level(s);
      if (!level || !job.allowed(s)) continue;
      if (common) level = std::min(*level, lexicon::Level::warning);
      told.push_back(text);
      Finding* finding = job.report_span(s, word.span, *level);
      finding->message = fill(job.rule().message, text, {{"name", std::string(name)}});
      finding->fixes.push_back({word.span, std::string(name), lexicon::Safety::preview});
      relate(job, finding, name);
    }
  }
}

}  // namespace dsk::rules
