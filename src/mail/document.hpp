// One message, read: who wrote to whom, what it says, and whose words are which.
//
// Three texts, each a range-for-range image of the one before:
//   file   the bytes as given (a raw RFC 5322 message, or the text itself)
//   body   the judged part, transfer decoding and charset undone, UTF-8; HTML stays HTML.
//          Offsets that leave the library are offsets of the body.
//   text   what the reader sees of it, UTF-8, lines ended by '\n'; for plain text it is the body,
//          carriage returns left out.
// Zones, words, sentences, acts and findings are ranges of `text`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_map.hpp"
#include "text/span.hpp"

namespace dsk::mail {

// Whose words a block of text is, and what for. `own` kinds are judged.
enum class ZoneKind : std::uint8_t {
  body,         // own prose
  list,         // own, a bullet or numbered item
  heading,      // own, a line above a block (kept apart: it need not be a sentence)
  quote,        // another person's words
  attribution,  // "On Monday, Ann wrote:", a From/Sent/To block, a reply separator
  forwarded,    // a forwarded message, header block and all
  signature,    // below "-- ", or a name block that looks like one
  disclaimer,   // legal footer
  footer,       // "Sent from my phone", ticket markers, list footers
  code,         // fenced, indented, shell prompts
  log,          // log lines, stack traces
  table,        // tabular text
};
constexpr bool is_own(ZoneKind kind) { return kind <= ZoneKind::heading; }
std::string_view name(ZoneKind kind);

// A zone covers whole lines of `text`. Zones are sorted, do not overlap and leave out blank lines
// only.
struct Zone {
  Span span;
  ZoneKind kind = ZoneKind::body;
  std::uint8_t depth = 0;  // of quoting
};

// Stretches inside own zones that are not prose: never spell-checked, never matched by a phrase.
enum class InlineKind : std::uint8_t {
  url,
  path,
  email,
  host,
  identifier,
  code,
  label,
  key,
  placeholder,
  emoji,
};
std::string_view name(InlineKind kind);

struct Inline {
  Span span;
  InlineKind kind = InlineKind::url;
};

struct Address {
  std::string name;     // display name, decoded; empty where there is none
  std::string address;  // local@domain
};

struct Attachment {
  std::string name;  // decoded; empty where the part has none
  std::string type;  // "image/png"
  bool inline_image = false;
};

// Why a message as a whole is not judged.
enum class Exempt : std::uint8_t {
  none,
  auto_submitted,
  bulk,
  list,
  encrypted,
  receipt,
  calendar,
  patch,
  forward_only,
};
// A reason a person can read: "an automatic reply".
std::string_view reason(Exempt exempt);

struct Document {
  std::string file;  // empty when the body was given already decoded
  std::string body;
  // Backing of `text` when the body is HTML or flowed or has carriage returns; else empty.
  std::string rendered;
  SourceMap body_to_file;
  SourceMap text_to_body;
  bool is_mail = false;  // had a header block
  bool is_html = false;
  bool body_verbatim = false;  // the body stands in the file unencoded, byte for byte

  std::string_view text() const { return rendered_used ? std::string_view(rendered) : body; }
  bool rendered_used = false;

  std::string subject;
  std::vector<Address> from, reply_to, to, cc, bcc;
  std::string date;  // the Date header as written, "" where there is none
  std::string message_id, in_reply_to;
  std::size_t references = 0;  // mails of the thread that the header of that name lists
  std::vector<std::string> ignores;  // X-Deskside-Ignore headers and comments, as written
  std::vector<Attachment> attachments;
  Exempt exempt = Exempt::none;

  std::vector<Zone> zones;
  std::vector<Inline> inlines;        // sorted, inside own zones
  std::vector<std::string> warnings;  // truncated, capped, charset guessed: what was made of it

  Span to_body(Span text_span) const { return text_to_body.to_source(text_span); }
  Span to_file(Span text_span) const { return body_to_file.to_source(to_body(text_span)); }
};

// "Re: ..." and "Fwd: ...", in the languages of the clients.
bool says_reply(std::string_view subject);
bool says_forward(std::string_view subject);

// Ranges of the body that the client already knows (it built the quote itself).
struct KnownRange {
  Span body;
  ZoneKind kind = ZoneKind::quote;
};

// Read a message: RFC 5322 with MIME when `bytes` begins with a header block, else plain text.
// Never throws but bad_alloc; malformed input is read as well as can be, and `warnings` says so.
// Linear in time; caps (64 levels, 10,000 parts, 64 MiB of body) end in a warning. With what was
// `kept` of the text before, an edit is read faster, and the same is read.
class Kept;
Document read(std::string_view bytes, Kept* kept = nullptr);
// Plain text, whatever it looks like.
Document read_text(std::string_view utf8, const std::vector<KnownRange>& known = {},
                   Kept* kept = nullptr);
// An HTML body that a client has parsed out already.
Document read_html(std::string_view utf8, const std::vector<KnownRange>& known = {},
                   Kept* kept = nullptr);

// The message being answered, found in the quotes of a reply: its text without quote marks,
// `text` empty where there is no quote. Read it with read_text.
std::string quoted_message(const Document& reply);

// Whether `bytes` begin with a header block.
bool looks_like_mail(std::string_view bytes);

}  // namespace dsk::mail
