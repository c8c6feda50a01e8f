// Reads one message as far as words and acts.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "lexicon/language.hpp"
#include "mail/document.hpp"
#include "rules/facts.hpp"
#include "spell/speller.hpp"
#include "spell/word_set.hpp"
#include "text/foreign.hpp"

namespace dsk {

// Borrows the rooms of an engine, which outlives it. Any number of threads.
struct Reader {
  const lexicon::Language& language;
  const spell::Speller* speller = nullptr;
  const spell::WordSet& own_words;

  // Leave out the sentences of another language.
  void drop_foreign(Message& message) const;
  bool has_foreign(const Reading& reading) const;
  // What a message says whose sentences are read. Of one that has more than so many of them, the
  // hits that make its acts, most of all, are not kept.
  void read_acts(Message& message, std::size_t at_once = 4'096) const;

  std::unique_ptr<Message> read(mail::Document document) const;

  // What rules may know of a mail when they know nothing around it.
  Facts facts(const Message& message) const;

 private:
  KnowsWord knows_word() const;
};

// By set: do only acts ask for its hits?
std::vector<bool> sets_of_acts(const lexicon::Language& language);

}  // namespace dsk
