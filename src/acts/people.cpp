#include "acts/people.hpp"

#include <algorithm>

#include "acts/message.hpp"
#include "acts/names.hpp"
#include "acts/signing.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

std::string local_part(std::string_view address) {
  return utf8::lower(address.substr(0, address.find_first_of("@+")));
}

// "support", "support.berlin" and "no-reply" are read by several people, "supporter" is one.
bool shared_mailbox(const mail::Address& one, const lexicon::Language& language) {
  std::uint64_t hash = kHashSeed;  // of what stands before `c`
  for (const char c : local_part(one.address) + '@') {
    if (!is_letter(c) && language.in_class(hash, "shared-mailbox")) return true;
    hash = hash_byte(hash, static_cast<unsigned char>(c));
  }
  return false;
}

// "R. Feldman <rf@example.com>"
bool begins_with_initial(const std::vector<mail::Address>& to) {
  const std::string_view name = to.size() == 1 ? std::string_view(to.front().name) : "";
  return name.size() > 2 && is_letter(name[0]) && (name[1] == '.' || name[1] == ' ');
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

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
