#include "acts/people.hpp"

#include <algorithm>

#include "acts/message.hpp"
#include "ascii.hpp"
#include "spell/speller.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::size_t kSignature = 5;  // sentences, as lines of a signature are read
constexpr std::size_t kSignOffWords = 5;

// The base letter of U+00C0 to U+017F; '.' keeps the letter as it is.
constexpr std::string_view kBase =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
    ".llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";

bool letter(char c) { return ascii::is_alpha(c) || ascii::is_high(c); }

// "Li" and "Bo", not the initials "AJ".
bool long_enough(std::string_view word) {
  return word.size() > 2 || (word.size() == 2 && utf8::is_upper(utf8::decode(word, 0).point) &&
                             ascii::is_lower(word[1]));
}

// "OKAFOR, Gail (Finance)" -> OKAFOR, Gail; initials and titles are no names to greet by.
std::vector<std::string> name_words(std::string_view display, const lexicon::Language& language) {
  std::vector<std::string> words;
  std::string word;
  int depth = 0;
  bool house = false;  // "Finance Team", as its last word tells
  for (std::size_t at = 0; at <= display.size(); ++at) {
    const char c = at < display.size() ? display[at] : ' ';
    if (c == '(') ++depth;
    if (depth == 0 && (letter(c) || ((c == '-' || c == '\'') && !word.empty()))) {
      word.push_back(c);
      continue;
    }
    if (c == ')' && depth > 0) --depth;
    if (c == '@' || ascii::is_digit(c)) return {};  // an address or a ticket is no name
    const std::uint64_t hash = hash_folded(utf8::lower(word));
    const bool known = language.in_class(hash, "no-name");
    const bool title = known && language.in_class(hash, "title");
    // "Hotel Seeblick" is a house, "Dr Weiss" a person.
    if (known && words.empty() && !title) return {};
    if (!word.empty()) house = known && !title;
    if (long_enough(word) && !known) words.push_back(word);
    word.clear();
  }
  if (house) words.clear();
  return words;
}

std::string local_part(std::string_view address) {
  return utf8::lower(address.substr(0, address.find_first_of("@+")));
}

// "support", "support.berlin" and "no-reply" are read by several people, "supporter" is one.
bool shared_mailbox(const mail::Address& one, const lexicon::Language& language) {
  std::uint64_t hash = kHashSeed;  // of what stands before `c`
  for (const char c : local_part(one.address) + '@') {
    if (!letter(c) && language.in_class(hash, "shared-mailbox")) return true;
    hash = hash_byte(hash, static_cast<unsigned char>(c));
  }
  return false;
}

// "Gail", "McKay" and "Lee-Ann", not "WTF" or "SweetTasha".
bool title_case(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded next = utf8::decode(word, at);
    if (utf8::is_upper(next.point)) {
      if (at > 3 && word[at - 1] != '-' && word[at - 1] != '\'') return false;
      ++capitals;
    } else if (at == 0) {
      return false;
    }
    at += next.size;
  }
  return word.size() < 3 || capitals <= 2;
}

// "Jürgen" as people without the letter write him: "Juergen".
std::string spelt_out(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded next = utf8::decode(name, at);
    at += next.size;
    switch (utf8::to_lower(next.point)) {
      case 0xE4: case 0xE6: out += "ae"; break;
      case 0xF6: case 0xF8: out += "oe"; break;
      case 0xFC: out += "ue"; break;
      case 0xE5: out += "aa"; break;
      case 0xDF: out += "ss"; break;
      default: utf8::append(out, utf8::to_lower(next.point));
    }
  }
  return plain(out);
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// "van", "de": between the names, and no name to greet by.
bool particle(std::string_view word) {
  return word.size() <= 3 && word.front() >= 'a' && word.front() <= 'z';
}

// Not the "" or "R." that stands for a first name.
bool in_full(std::string_view name) { return !name.empty() && name.back() != '.'; }

// At most three names that stand alone on a line: "Dr. Marijke van der Berg" is two. The first is
// "R." for "R. Feldman", and empty where only a title stands for it: "Mrs Price".
std::vector<std::string> names_alone(std::string_view line, const lexicon::Language& language) {
  while (!line.empty() && !letter(line.front())) line.remove_prefix(1);
  while (!line.empty() && !letter(line.back())) line.remove_suffix(1);
  if (line.empty() || line.size() > 40 || line.find_first_of("@:/0123456789|") != line.npos)
    return {};
  std::vector<std::string> names;
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
    if (!title_case(word) || language.in_class(hash, "no-name") || language.in_class(hash, "day"))
      return {};
    if (long_enough(word)) names.emplace_back(word);
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
  std::vector<std::string> names = names_alone(line, language);
  const std::size_t comma = line.find(',');
  if (!names.empty() || comma == std::string_view::npos) return names;
  // "Many thanks in advance, Wanda Krol"
  if (signs_off(line.substr(0, comma), language))
    return names_alone(line.substr(comma + 1), language);
  names = names_alone(line.substr(0, comma), language);
  return names.size() > 1 ? names : std::vector<std::string>();
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

// "R. Feldman <rf@example.com>"
bool begins_with_initial(const std::vector<mail::Address>& to) {
  const std::string_view name = to.size() == 1 ? std::string_view(to.front().name) : "";
  return name.size() > 2 && letter(name[0]) && (name[1] == '.' || name[1] == ' ');
}

bool has_long_form(std::string_view name, const lexicon::Language& language) {
  const std::uint64_t hash = hash_folded(plain(name));
  return language.share_class(hash, hash, "nick-");
}

// The first name that is written out, of those on a line.
const std::string& known_of(const std::vector<std::string>& names) {
  return names[in_full(names.front()) ? 0 : 1];
}

}  // namespace

std::string plain(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded next = utf8::decode(name, at);
    const char32_t low = utf8::to_lower(next.point);
    at += next.size;
    if (low >= 0xC0 && low < 0xC0 + kBase.size() && kBase[low - 0xC0] != '.')
      out.push_back(kBase[low - 0xC0]);
    else
      utf8::append(out, low);
  }
  return out;
}

bool same_name(std::string_view a, std::string_view b, const lexicon::Language& language) {
  const std::string one = plain(a), two = plain(b);
  return one == two || spelt_out(a) == spelt_out(b) ||
         language.share_class(hash_folded(one), hash_folded(two), "nick-");
}

bool among(std::string_view word, const std::vector<std::string>& names,
           const lexicon::Language& language) {
  while (!word.empty() && word.back() == '\'') word.remove_suffix(1);  // the O' of O'Brien
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    if (same_name(word, name, language)) return true;
    // Anne and Marie are both Anne-Marie.
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find_first_of("-'", at), name.size());
      if (end - at < name.size() && same_name(word, name.substr(at, end - at), language))
        return true;
      at = end + 1;
    }
    return false;
  });
}

// The first line of the signature, or the last line of the text where it follows a sign-off or is
// one of the sender's names.
std::vector<std::string> signed_names(const Message& message, const lexicon::Language& language,
                                      const spell::Speller* speller) {
  const std::string_view text = message.document.text();
  const std::vector<Sentence>& sentences = message.reading.sentences;
  const auto takes_leave = [&](const Sentence& sentence) {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      if (language.in_class(message.reading.words[at].hash, "sign-off-word")) return true;
    return false;
  };
  const auto common = [&](const std::string& name) {
    return !in_full(name) || (speller && speller->rarity(utf8::lower(name)) < kRareWord);
  };
  // "Sue" may be a verb, "Sue Hanley" is a person.
  const auto ordinary = [&](const std::vector<std::string>& all) {
    return std::all_of(all.begin(), all.end(), common);
  };
  const auto below_sign_off = [&]() -> std::vector<std::string> {
    // "Best regards,\nYuki Tanaka\nKobayashi Trading": the line after the sign-off, not the last
    // one.
    for (std::size_t back = 2; back <= std::min(kSignature, sentences.size()); ++back) {
      const std::size_t at = sentences.size() - back;
      if (sentences[at].size() > kSignOffWords || !takes_leave(sentences[at])) continue;
      std::vector<std::string> names = lone_name(message.reading.of(sentences[at + 1]), language);
      // "Thanks,\nMark": nothing but the name follows.
      const bool alone = back == 2 && sentences[at + 1].size() == 1 &&
                         sentences[at + 1].ending == Ending::none &&
                         text[sentences[at + 1].span.begin - 1] == '\n';
      if (!names.empty() && (alone || names.size() > 1 || !ordinary(names))) return names;
    }
    return {};
  };
  for (const mail::Zone& zone : message.document.zones) {
    if (zone.kind != mail::ZoneKind::signature) continue;
    std::string_view block = zone.span.of(text);
    if (block.substr(0, 2) == "--") {
      block.remove_prefix(std::min(block.size(), block.find('\n')));
    } else if (std::vector<std::string> names = below_sign_off(); !names.empty()) {
      return names;
    }
    while (!block.empty()) {
      const std::size_t end = std::min(block.find('\n'), block.size());
      std::vector<std::string> names = lone_name(block.substr(0, end), language);
      if (!names.empty()) return names;
      block.remove_prefix(std::min(block.size(), end + 1));
    }
  }
  if (sentences.empty()) return {};
  if (std::vector<std::string> names = below_sign_off(); !names.empty()) return names;
  const Sentence& last = sentences.back();
  const std::string_view said = message.reading.of(last);
  const std::vector<std::string> names = lone_name(said, language);
  // "… please send someone\nPriya": a sentence without an end, and a line broken off for the name.
  if (const std::string_view line = broken_off(said);
      !line.empty() && last.ending == Ending::none) {
    std::vector<std::string> below = lone_name(line, language);
    const bool product = speller && !below.empty() && speller->knows_term(known_of(below));
    if (!below.empty() && !ordinary(below) && !product) return below;
  }
  // "Harriet Lowndes\nLowndes Bakes", "Thijs\nService Desk": the person stands above.
  std::size_t top = sentences.size() - 1;
  while (top > 0 && sentences.size() - top < kSignature &&
         sentences[top - 1].paragraph == last.paragraph &&
         sentences[top - 1].ending == Ending::none)
    --top;
  const bool begins = top == 0 || sentences[top - 1].paragraph != last.paragraph;
  if (begins && top + 1 < sentences.size() && last.ending == Ending::none) {
    std::vector<std::string> person = lone_name(message.reading.of(sentences[top]), language);
    if (!person.empty() && !common(known_of(person))) {
      append(person, names);
      return person;
    }
  }
  if (names.empty() || last.ending == Ending::question) return {};
  const std::string& name = known_of(names);
  for (const mail::Address& from : message.document.from)
    if (among(name, name_words(from.name, language), language)) return names;
  const bool leaves = takes_leave(last) ||
                      (sentences.size() > 1 && takes_leave(sentences[sentences.size() - 2]));
  // "Kind regards, Frank Archer" is a person, whatever his names mean; "Thanks, Merry Christmas!"
  // not.
  const bool full = leaves && names.size() > 1 && last.ending != Ending::exclamation;
  const bool own_line = last.span.begin > 0 && text[last.span.begin - 1] == '\n';
  // "Can you help me?\nSue": short for Susan, and below a sentence hardly a verb.
  const bool nickname = own_line && last.size() == 1 && last.ending == Ending::none &&
                        has_long_form(name, language);
  if (ordinary(names) && !full && !nickname) return {};
  if (leaves) return names;
  // "… is it ready?\n\nPriya": a name in a paragraph of its own, and no product's. "… is it ready?
  // Priya": one that is a sentence of its own.
  if (sentences.size() < 2) return {};
  const Sentence& before = sentences[sentences.size() - 2];
  const bool own_sentence = names.size() == 1 && last.size() == 1 && before.size() > 1 &&
                            before.ending != Ending::none && before.ending != Ending::colon;
  const bool alone = own_sentence || last.paragraph != before.paragraph ||
                     (own_line && message.reading.of(last).find(' ') != std::string_view::npos);
  return alone && !(speller && speller->knows_term(name)) ? names : std::vector<std::string>();
}

People read_people(const Message& mail, const Message* incoming,
                   const std::vector<const Message*>& thread, const lexicon::Language& language,
                   const spell::Speller* speller) {
  People people;
  std::vector<mail::Address> to = mail.document.to;
  // Without a To header, the answer goes to who wrote.
  if (to.empty() && incoming)
    to = incoming->document.reply_to.empty() ? incoming->document.from
                                             : incoming->document.reply_to;
  people.several = to.size() + mail.document.cc.size() > 1;
  std::vector<std::string> names;
  bool shared = false;
  for (const mail::Address& one : to) {
    if (to.size() == 1) append(names, name_words(one.name, language));
    else append(people.others, name_words(one.name, language));
    if (!local_part(one.address).empty()) people.mailboxes.push_back(local_part(one.address));
    shared = shared || shared_mailbox(one, language);
  }
  const auto signature_of = [&](const Message& message) {
    if (&message == incoming && !people.signature.empty()) return people.signature;
    return message.remembered && &message != &mail ? message.remembered->signature
                                                   : signed_names(message, language, speller);
  };
  if (incoming) people.signature = signature_of(*incoming);
  const bool is_signed = !people.signature.empty() && to.size() < 2;
  const auto in_signature = [&](const std::string& name) {
    return among(name, people.signature, language);
  };
  if (is_signed && in_full(people.signature.front())) {
    people.first_name = people.signature.front();
  } else if (is_signed && std::all_of(names.begin(), names.end(), in_signature)) {
    people.initial = people.signature.front().substr(0, 1);
  } else if (names.size() == 1 && begins_with_initial(to)) {
    people.initial = to.front().name.substr(0, 1);
  } else if (!names.empty() && !shared) {
    // "OKAFOR, Gail": the family name stands first and in capitals.
    const auto written = to.empty() ? std::string() : to.front().name;
    const std::size_t comma = written.find(',');
    people.first_name = comma == std::string::npos || names.size() < 2 ? names.front() : names[1];
    // "kestrel42" is no name to greet by.
    if (!utf8::is_upper(utf8::decode(people.first_name, 0).point)) people.first_name.clear();
  }
  if (to.size() < 2) {
    for (const std::string& name : people.signature)
      if (in_full(name) && !among(name, names, language)) names.push_back(name);
    people.recipient = names;
  }

  const auto add_people = [&](const Message& message, bool senders_only) {
    for (const mail::Address& one : message.document.from) {
      append(people.others, name_words(one.name, language));
      people.others.push_back(local_part(one.address));
    }
    append(people.others, signature_of(message));
    if (senders_only) return;
    for (const auto* list : {&message.document.to, &message.document.cc})
      for (const mail::Address& one : *list) append(people.others, name_words(one.name, language));
  };
  add_people(mail, true);
  for (const mail::Address& one : mail.document.cc)
    append(people.others, name_words(one.name, language));
  if (incoming) add_people(*incoming, false);
  for (const Message* message : thread) add_people(*message, false);
  return people;
}

}  // namespace dsk
