// Is this an answer to another message altogether? Headers, the recipient and what is quoted tell,
// each by itself only as a doubt.
#include <algorithm>
#include <string>

#include "acts/conversation.hpp"
#include "ascii.hpp"
#include "rules/thread.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

constexpr std::size_t kQuotedLine = 20;   // bytes of a quoted line that can be looked for
constexpr std::size_t kQuotedLines = 12;  // lines looked for, so that the work stays small
constexpr std::size_t kQuotedWords = 60;  // and words

using Addresses = std::vector<mail::Address>;

// Everybody a message is from or to.
std::vector<std::string> addresses_of(const mail::Document& document) {
  std::vector<std::string> all;
  for (const Addresses* list : {&document.from, &document.reply_to, &document.to, &document.cc})
    for (const mail::Address& one : *list)
      if (!one.address.empty()) all.push_back(utf8::lower(one.address));
  return all;
}

// Without headers the signature tells who wrote.
bool signed_by_another(const Job& job) {
  const Addresses& to = job.facts().mail.document.to;
  const std::vector<std::string>& signature = job.facts().conversation->people.signature;
  if (signature.empty() || to.size() != 1 || to.front().name.empty()) return false;
  const std::string known = plain(to.front().name) + " " + utf8::lower(to.front().address) + " ";
  // "G. Tully" may be Greg.
  const bool initials = known.find(". ") != std::string::npos;
  return !initials &&
         std::none_of(signature.begin(), signature.end(), [&](const std::string& name) {
           return name.size() > 2 && known.find(plain(name)) != std::string::npos;
         });
}

// Does the mail go to somebody who has no part in the message it answers?
bool goes_elsewhere(const Job& job) {
  const mail::Document& mail = job.facts().mail.document;
  const mail::Document& incoming = job.facts().incoming->document;
  if (mail.to.empty()) return false;
  if (incoming.from.empty() || incoming.from.front().address.empty()) return signed_by_another(job);
  std::vector<std::string> known = addresses_of(incoming);
  for (const Message* earlier : job.facts().thread) {
    const std::vector<std::string> more = addresses_of(earlier->document);
    known.insert(known.end(), more.begin(), more.end());
  }
  // A form mails for them: then their address or their name stands in the text.
  const std::string text = utf8::lower(incoming.text());
  std::string senders;
  for (const mail::Address& from : incoming.from) senders += utf8::lower(from.name) + " ";
  for (const Addresses* list : {&mail.to, &mail.cc, &mail.bcc}) {
    for (const mail::Address& one : *list) {
      const std::string address = utf8::lower(one.address);
      if (address.empty()) return false;
      if (std::find(known.begin(), known.end(), address) != known.end()) return false;
      if (text.find(address) != std::string::npos) return false;
      const std::string name = utf8::lower(one.name.substr(0, one.name.find(' ')));
      if (name.size() > 2 && (text.find(name) != std::string::npos ||
                              senders.find(name) != std::string::npos))
        return false;
    }
  }
  return true;
}

// Without white space, which quoting breaks and joins at will.
std::string run_together(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '>') out.push_back(c);
  return out;
}

// Shortened or drafted anew, what is quoted keeps a third of their longer words. Where it has none,
// nothing speaks against it.
bool in_other_words(const mail::Document& mail, const Message& message) {
  constexpr std::ptrdiff_t kLong = 5;  // bytes
  const std::string theirs = utf8::lower(message.document.text());
  std::size_t all = 0, there = 0;
  for (const mail::Zone& zone : mail.zones) {
    if (zone.kind != mail::ZoneKind::quote) continue;
    const std::string quote = utf8::lower(zone.span.of(mail.text()));
    const auto in_word = [](char c) { return ascii::is_lower(c) || ascii::is_high(c); };
    for (auto at = quote.begin(); at != quote.end() && all < kQuotedWords;) {
      at = std::find_if(at, quote.end(), in_word);
      const auto end = std::find_if_not(at, quote.end(), in_word);
      if (end - at >= kLong) {
        ++all;
        there += theirs.find(std::string(at, end)) != std::string::npos;
      }
      at = end;
    }
  }
  return 3 * there >= all;
}

// As whole words: “Al” is not in “Albert wrote:”.
bool holds_word(std::string_view line, std::string_view word) {
  const auto in_word = [&](std::size_t at) {
    return at < line.size() && (ascii::is_alnum(line[at]) || ascii::is_high(line[at]));
  };
  for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1))
    if (!in_word(at - 1) && !in_word(at + word.size())) return true;
  return false;
}

// “On Friday Louis wrote:” in Louis' own mail: what is quoted there is no message that came in.
// Below the first line, a block of headers names whom theirs went to.
bool names_the_writer(const mail::Document& mail, const mail::Zone& attribution) {
  std::string_view line = attribution.span.of(mail.text());
  line = line.substr(0, line.find('\n'));
  return std::any_of(mail.from.begin(), mail.from.end(), [&](const auto& writer) {
    return (!writer.name.empty() && holds_word(line, writer.name)) ||
           (!writer.address.empty() && holds_word(line, writer.address));
  });
}

// Does it quote something, and nothing that stands in the message or the ones before it?
bool quotes_something_else(const Job& job) {
  const mail::Document& mail = job.facts().mail.document;
  std::vector<std::string> lines;
  bool own = false;
  for (const mail::Zone& zone : mail.zones) {
    if (zone.kind == mail::ZoneKind::attribution) own = names_the_writer(mail, zone);
    if (zone.kind != mail::ZoneKind::quote || own) continue;
    std::string_view quote = zone.span.of(mail.text());
    while (!quote.empty() && lines.size() < kQuotedLines) {
      const std::size_t end = std::min(quote.find('\n'), quote.size());
      std::string line = run_together(quote.substr(0, end));
      quote.remove_prefix(std::min(quote.size(), end + 1));
      // "On … Carlos wrote:" inside a quote leads to another one.
      if (line.size() >= kQuotedLine && line.back() != ':') lines.push_back(std::move(line));
    }
  }
  // What they sent along cannot be looked into.
  if (lines.empty() || job.facts().incoming->acts.has("effort")) return false;
  const auto holds_one = [&](const Message& message) {
    const std::string text = run_together(message.document.text());
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return text.find(line) != std::string::npos;
    });
  };
  return !holds_one(*job.facts().incoming) && !in_other_words(mail, *job.facts().incoming) &&
         std::none_of(job.facts().thread.begin(), job.facts().thread.end(),
                      [&](const Message* earlier) { return holds_one(*earlier); });
}

// The In-Reply-To header names another message than this one and those before it.
bool headers_disagree(const Job& job) {
  const std::string& answered = job.facts().mail.document.in_reply_to;
  const std::string& given = job.facts().incoming->document.message_id;
  if (answered.empty() || given.empty() || answered.find(given) != std::string::npos) return false;
  return std::none_of(job.facts().thread.begin(), job.facts().thread.end(),
                      [&](const Message* one) {
                        const std::string& id = one->document.message_id;
                        return !id.empty() && answered.find(id) != std::string::npos;
                      });
}

}  // namespace

void other_message(Job& job) {
  if (job.reading().sentences.empty()) return;
  const Message& incoming = *job.facts().incoming;
  const bool elsewhere = goes_elsewhere(job), quotes = quotes_something_else(job);
  // A header alone may point at one's own last mail.
  if (!elsewhere && !quotes) return;
  const bool sure = (elsewhere && quotes) || headers_disagree(job);
  auto level = job.level(kNoSentence);
  if (!level || !job.allowed(kNoSentence)) return;
  if (!sure) level = std::min(*level, lexicon::Level::suggestion);
  Finding* finding = job.report_span(kNoSentence, {0, 0}, *level);
  const std::string who = incoming.document.from.empty()
                              ? elsewhere ? job.facts().conversation->people.signature.back() : ""
                              : incoming.document.from.front().address;
  const std::string cause =
      elsewhere ? label(job.facts(), lexicon::Text::goes_elsewhere,
                        {{"to", job.facts().mail.document.to.front().address}, {"from", who}})
                : label(job.facts(), lexicon::Text::quotes_elsewhere);
  finding->message = fill(job.rule().message, {}, {{"cause", cause}});
  if (!incoming.reading.sentences.empty())
    finding->related.push_back({incoming.reading.sentences.front().span, true,
                                label(job.facts(), lexicon::Text::they_wrote)});
}

}  // namespace dsk::rules
