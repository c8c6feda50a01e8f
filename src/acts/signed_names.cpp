// By whom a message is signed.
#include <algorithm>

#include "acts/message.hpp"
#include "acts/names.hpp"
#include "acts/signing.hpp"
#include "spell/speller.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kSignOffWords = 5;

// "van", "de": between the names, and no name to greet by.
bool particle(std::string_view word) {
  return word.size() <= 3 && word.front() >= 'a' && word.front() <= 'z';
}

// At most three names that stand alone on a line: "Dr. Marijke van der Berg" is two. The first is
// "R." for "R. Feldman", and empty where only a title stands for it: "Mrs Price".
Names names_alone(std::string_view line, const lexicon::Language& language) {
  while (!line.empty() && !is_letter(line.front())) line.remove_prefix(1);
  while (!line.empty() && !is_letter(line.back())) line.remove_suffix(1);
  if (line.empty() || line.size() > 40 || line.find_first_of("@:/0123456789|") != line.npos)
    return {};
  Names names;
  std::size_t count = 0;
  bool titled = false;
  std::string initial;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = line.find_first_of(" .,", at);
    if (end == std::string_view::npos) end = line.size();
    const std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::uint64_t hash = hash_folded(utf8::lower(word));
    const bool title = language.in_class(hash, "title");
    if (count == 0 && (title || language.in_class(hash, "sign-off-word"))) {
      titled = titled || title;
      continue;
    }
    if (count > 0 && particle(word)) continue;
    if (!is_title_case(word) || language.in_class(hash, "no-name") ||
        language.in_class(hash, "day"))
      return {};
    if (is_long_enough(word)) names.emplace_back(word);
    else if (count == 0) initial = std::string(word) + '.';
    if (++count > 3) return {};
  }
  if (!names.empty() && (!initial.empty() || (titled && names.size() == 1)))
    names.insert(names.begin(), initial);
  return names;
}

// A few words with one of leave among them.
bool signs_off(std::string_view line, const lexicon::Language& language) {
  std::size_t words = 0;
  bool found = false;
  for (std::size_t at = 0; at < line.size(); ++words) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    found = found ||
            language.in_class(hash_folded(utf8::lower(line.substr(at, end - at))), "sign-off-word");
    at = end + 1;
  }
  return found && words <= kSignOffWords;
}

// "Sue Hanley, 4th grade": what follows a full name and a comma tells what she does.
std::vector<std::string> lone_name(std::string_view line, const lexicon::Language& language) {
  Names names = names_alone(line, language);
  const std::size_t comma = line.find(',');
  if (!names.empty() || comma == std::string_view::npos) return names;
  // "Many thanks in advance, Wanda Krol"
  if (signs_off(line.substr(0, comma), language))
    return names_alone(line.substr(comma + 1), language);
  names = names_alone(line.substr(0, comma), language);
  return names.size() > 1 ? names : Names();
}

// The last line, where its first word would have fitted in the one before; "" where it may have
// been wrapped.
std::string_view broken_off(std::string_view lines) {
  constexpr std::size_t narrowest = 60, widest = 80;  // of the lines that mail clients wrap at
  const std::size_t end = lines.rfind('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = lines.substr(end + 1);
  const std::string_view before = lines.substr(0, end);
  const std::size_t width = before.size() - (before.rfind('\n') + 1);
  const bool fits = width + 1 + line.substr(0, line.find(' ')).size() <= narrowest;
  return fits || width > widest ? line : std::string_view();
}

bool has_long_form(std::string_view name, const lexicon::Language& language) {
  const std::uint64_t hash = hash_folded(plain(name));
  return language.share_class(hash, hash, "nick-");
}

// The first name that is written out, of those on a line.
const std::string& known_of(const Names& names) {
  return names[in_full(names.front()) ? 0 : 1];
}

class SignatureReader {
 public:
  SignatureReader(const Message& message, const lexicon::Language& language,
                  const spell::Speller* speller)
      : message_(message),
        language_(language),
        speller_(speller),
        text_(message.document.text()),
        sentences_(message.reading.sentences) {}

  // The first line of the signature, or the last line of the text where it follows a sign-off or is
  // one of the sender's names.
  Names read() const {
    for (const mail::Zone& zone : message_.document.zones) {
      if (zone.kind != mail::ZoneKind::signature) continue;
      if (Names names = in_signature(zone.span.of(text_)); !names.empty()) return names;
    }
    if (sentences_.empty()) return {};
    for (const auto look : {&SignatureReader::below_sign_off, &SignatureReader::broken_off_line,
                            &SignatureReader::above_house})
      if (Names names = (this->*look)(); !names.empty()) return names;
    return in_last_sentence();
  }

 private:
  bool takes_leave(const Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      if (language_.in_class(message_.reading.words[at].hash, "sign-off-word")) return true;
    return false;
  }
  bool common(const std::string& name) const {
    return !in_full(name) || (speller_ && speller_->rarity(utf8::lower(name)) < kRareWord);
  }
  // "Sue" may be a verb, "Sue Hanley" is a person.
  bool ordinary(const Names& all) const {
    return std::all_of(all.begin(), all.end(),
                       [&](const std::string& name) { return common(name); });
  }
  bool is_product(const std::string& name) const { return speller_ && speller_->knows_term(name); }
  Names lone(const Sentence& sentence) const {
    const std::string_view line = message_.reading.of(sentence);
    if (Names names = below_mood(line); !names.empty()) return names;
    return lone_name(line, language_);
  }
  // "Confused, Carl": a word of every day before the comma is how they are, and not who.
  Names below_mood(std::string_view line) const {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos || line.find(' ') < comma || !speller_) return {};
    Names below = lone_name(line.substr(comma + 1), language_);
    if (below.empty()) return {};  // asked first, since the words of a sentence cost more
    const std::string first = utf8::lower(line.substr(0, comma));
    // One word is looked up, since a line of hyphens can be parted in a thousand ways.
    if (!std::all_of(first.begin(), first.end(), is_letter) || !speller_->knows(first) ||
        speller_->rarity(first) >= kRareWord || is_first_name(first))
      return {};
    return below;
  }
  bool is_first_name(std::string_view word) const {
    return has_long_form(word, language_) || language_.in_class(hash_folded(word), "given-name");
  }
  bool begins_line(const Sentence& sentence) const {
    return sentence.span.begin > 0 && text_[sentence.span.begin - 1] == '\n';
  }

  Names in_signature(std::string_view block) const {
    if (block.substr(0, 2) == "--") {
      block.remove_prefix(std::min(block.size(), block.find('\n')));
    } else if (Names names = below_sign_off(); !names.empty()) {
      return names;
    }
    while (!block.empty()) {
      const std::size_t end = std::min(block.find('\n'), block.size());
      if (Names names = lone_name(block.substr(0, end), language_); !names.empty()) return names;
      block.remove_prefix(std::min(block.size(), end + 1));
    }
    return {};
  }

  // "Best regards,\nYuki Tanaka\nKobayashi Trading": the line after the sign-off, not the last one.
  Names below_sign_off() const {
    for (std::size_t back = 2; back <= std::min(kSignature, sentences_.size()); ++back) {
      const std::size_t at = sentences_.size() - back;
      if (sentences_[at].size() > kSignOffWords || !takes_leave(sentences_[at])) continue;
      const Sentence& below = sentences_[at + 1];
      Names names = lone(below);
      // "Thanks,\nMark": nothing but the name follows.
      const bool alone =
          back == 2 && below.size() == 1 && below.ending == Ending::none && begins_line(below);
      if (!names.empty() && (alone || names.size() > 1 || !ordinary(names))) return names;
    }
    return {};
  }

  // "… please send someone\nPriya": a sentence without an end, and a line broken off for the name.
  Names broken_off_line() const {
    const Sentence& last = sentences_.back();
    const std::string_view line = broken_off(message_.reading.of(last));
    if (line.empty() || last.ending != Ending::none) return {};
    Names below = lone_name(line, language_);
    if (below.empty() || ordinary(below) || is_product(known_of(below))) return {};
    return below;
  }

  // "Harriet Lowndes\nLowndes Bakes", "Thijs\nService Desk": the person stands above.
  Names above_house() const {
    const Sentence& last = sentences_.back();
    std::size_t top = sentences_.size() - 1;
    while (top > 0 && sentences_.size() - top < kSignature &&
           sentences_[top - 1].paragraph == last.paragraph &&
           sentences_[top - 1].ending == Ending::none)
      --top;
    const bool begins = top == 0 || sentences_[top - 1].paragraph != last.paragraph;
    if (!begins || top + 1 >= sentences_.size() || last.ending != Ending::none) return {};
    Names person = lone(sentences_[top]);
    if (person.empty() || common(known_of(person))) return {};
    const Names house = lone(last);
    person.insert(person.end(), house.begin(), house.end());
    return person;
  }

  Names in_last_sentence() const {
    const Sentence& last = sentences_.back();
    const Names names = lone(last);
    if (names.empty() || last.ending == Ending::question) return {};
    const std::string& name = known_of(names);
    for (const mail::Address& from : message_.document.from)
      if (among(name, name_words(from.name, language_), language_)) return names;
    const bool leaves = takes_leave(last) || (sentences_.size() > 1 &&
                                              takes_leave(sentences_[sentences_.size() - 2]));
    // "Kind regards, Frank Archer" is a person, whatever his names mean; "Thanks, Merry Christmas!"
    // not.
    const bool full = leaves && names.size() > 1 && last.ending != Ending::exclamation;
    // "Can you help me?\nSue": short for Susan, and below a sentence hardly a verb.
    const bool nickname = begins_line(last) && last.size() == 1 && last.ending == Ending::none &&
                          has_long_form(name, language_);
    if (ordinary(names) && !full && !nickname) return {};
    if (leaves) return names;
    // "… is it ready?\n\nPriya": a name in a paragraph of its own, and no product's. "… is it
    // ready? Priya": one that is a sentence of its own.
    if (sentences_.size() < 2) return {};
    const Sentence& before = sentences_[sentences_.size() - 2];
    const bool own_sentence = names.size() == 1 && last.size() == 1 && before.size() > 1 &&
                              before.ending != Ending::none && before.ending != Ending::colon;
    const bool alone = own_sentence || last.paragraph != before.paragraph ||
                       (begins_line(last) && message_.reading.of(last).find(' ') !=
                                                 std::string_view::npos);
    return alone && !is_product(name) ? names : Names();
  }

  const Message& message_;
  const lexicon::Language& language_;
  const spell::Speller* speller_;
  std::string_view text_;
  const std::vector<Sentence>& sentences_;
};

}  // namespace

std::vector<std::string> signed_names(const Message& message, const lexicon::Language& language,
                                      const spell::Speller* speller) {
  return SignatureReader(message, language, speller).read();
}

}  // namespace dsk
