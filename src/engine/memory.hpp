// What was read of a mail that is being written, kept from one check to the next.
//
// A zone is known again by its text, and so are its words and where its sentences end. A sentence
// is read as a message of its own and known again by its words. What is kept of either follows from
// them alone, never from its neighbours or its place: so a mail put together from remembered
// sentences is the mail read anew. Whose words each line is is found afresh each time, because one
// line more can make a quote or a signature of the lines below it, from what is known of each line
// by itself (mail/kept.hpp). All that rules see of the mail as a whole is put together afresh, too,
// and each of them looks at the new sentences alone (rules/part.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/reader.hpp"
#include "mail/kept.hpp"
#include "rules/part.hpp"
#include "spell/memo.hpp"

namespace dsk {

// Belongs to one thread at a time. Holds what the last check looked at and no more.
class Memory {
 public:
  // As Reader::read, with what rules need beyond it. `sent` is when the mail is sent; without an
  // incoming message nobody asks for terms.
  std::unique_ptr<Message> read(const Reader& reader, mail::Document document,
                                const std::optional<Moment>& sent,
                                const std::shared_ptr<const Message>& incoming);

  // A message of somebody else, read by `read` unless these bytes, told apart by `how`, were read
  // in the last check.
  template <class Read>
  std::shared_ptr<const Message> other(const Reader& reader, std::string_view how,
                                       std::string_view bytes, Read read) {
    for (Other& one : others_) {
      if (one.how != how || one.bytes != bytes) continue;
      one.check = check_;
      return one.message;
    }
    others_.push_back(
        {std::string(how), std::string(bytes), remembered(reader, read()), check_});
    return others_.back().message;
  }

  // Of the mail's own text.
  mail::Kept& document() { return document_; }

  // The check is over: what it did not look at goes.
  void forget_the_rest();

 private:
  struct Known {
    explicit Known(const Reader& reader) : part(reader.facts(message)) {}

    std::string text;
    Message message;  // of the one sentence; `remembered` is set
    std::vector<match::Hit> hits;  // of it, without those that only its acts asked for
    rules::Part part;
    bool has_times = false, has_terms = false;
    std::optional<Moment> sent;     // what its times count from
    std::uint64_t judged_with = 0;  // version of `right_here_` its doubts were judged with; 0: none
    std::uint64_t check = 0;        // the last one that looked at it
  };
  struct Zone {
    std::string text;
    mail::ZoneKind kind = mail::ZoneKind::body;
    std::vector<mail::Inline> inlines;
    Reading reading;  // all places count from the zone's beginning
    std::vector<std::shared_ptr<Known>> sentences;
    bool foreign = false;  // it has a paragraph in another language
    std::uint64_t check = 0;
  };
  struct Other {
    std::string how, bytes;
    std::shared_ptr<const Message> message;
    std::uint64_t check = 0;
  };

  // Puts the words of the author's zones together; returns their sentences, but for foreign ones.
  std::vector<std::shared_ptr<Known>> read_zones(const Reader& reader, Message& mail);
  const Zone& zone(const Reader& reader, const mail::Document& document, const mail::Zone& here,
                   std::vector<mail::Inline> inlines);
  std::shared_ptr<Known> sentence(const Reader& reader, const Reading& reading,
                                  const Sentence& sentence);
  void find_right_words(const Message& mail, const std::shared_ptr<const Message>& incoming);
  void judge(const Reader& reader, Known& sentence);
  // What was read in sentences, told in the words and bytes of the whole mail.
  static void join(Message& mail, const std::vector<std::shared_ptr<Known>>& parts,
                   const lexicon::Language& language);
  static std::shared_ptr<const Message> remembered(const Reader& reader,
                                                   std::unique_ptr<Message> message);

  mail::Kept document_;
  std::unordered_map<std::size_t, std::unique_ptr<Zone>> zones_;  // by hash of their text
  std::unordered_map<std::uint64_t, std::shared_ptr<Known>> sentences_;  // by hash of their words
  std::vector<Other> others_;
  rules::Parts parts_;                 // of the mail last read
  std::optional<rules::Signs> signs_;  // of the document's text
  spell::WordSet right_here_;  // words that are right in this mail, made of:
  std::string right_text_;
  std::shared_ptr<const Message> right_incoming_;
  std::uint64_t right_version_ = 0;
  std::optional<Stemmer> stemmer_;
  std::vector<bool> for_acts_;  // by set: do only acts ask for its hits?
  spell::Memo memo_;
  std::uint64_t check_ = 1;
};

}  // namespace dsk
