#include "mail/document.hpp"

#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/charset.hpp"
#include "mail/exempt.hpp"
#include "mail/flowed.hpp"
#include "mail/kept.hpp"
#include "mail/mime.hpp"
#include "mail/selection.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::string_view kCut = "The text is longer than 64 MiB: only its beginning was read.";

void read_fields(const HeaderBlock& headers, Document& out) {
  if (const HeaderField* field = headers.find("subject")) out.subject = decode_words(field->value);
  for (const HeaderField& field : headers.fields) {
    std::vector<Address>* list = nullptr;
    if (same(field.name, "from"))
      list = &out.from;
    else if (same(field.name, "reply-to"))
      list = &out.reply_to;
    else if (same(field.name, "to"))
      list = &out.to;
    else if (same(field.name, "cc"))
      list = &out.cc;
    else if (same(field.name, "bcc"))
      list = &out.bcc;
    else if (same(field.name, "x-deskside-ignore"))
      out.ignores.push_back(unfold(field.value));
    if (!list) continue;
    std::vector<Address> more = read_addresses(field.value);
    list->insert(list->end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  }
  out.date = headers.value("date");
  out.message_id = headers.value("message-id");
  out.in_reply_to = headers.value("in-reply-to");
  const std::string thread = headers.value("references");
  out.references = static_cast<std::size_t>(std::count(thread.begin(), thread.end(), '<'));
}

// text = body without carriage returns before line ends; nothing is done where there are none.
void normalise_lines(Document& out) {
  const std::string_view body = out.body;
  if (body.find('\r') == std::string_view::npos) return;
  Derived text;
  text.text.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    std::size_t end = body.find('\r', at);
    if (end == std::string_view::npos) end = body.size();
    text.copy(body.substr(at, end - at), at);
    if (end < body.size() && (end + 1 == body.size() || body[end + 1] != '\n')) text.put("\n", end);
    at = end + 1;
  }
  out.text_to_body = text.map(body.size());
  out.rendered = std::move(text.text);
  out.rendered_used = true;
}

// Marks over the body become marks over the text.
std::vector<Mark> marks_of(const std::vector<KnownRange>& known, const Document& out) {
  std::vector<Mark> marks;
  if (known.empty()) return marks;
  std::vector<KnownRange> sorted = known;
  std::sort(sorted.begin(), sorted.end(),
            [](const KnownRange& a, const KnownRange& b) { return a.body.begin < b.body.begin; });
  // Text offsets grow with body offsets: one walk over the lines finds where each range falls.
  const std::string_view text = out.text();
  std::size_t next = 0;
  for (const Line& line : split_lines(text).list) {
    if (line.blank) continue;
    const Span body = out.to_body({line.content, line.content + 1});
    while (next < sorted.size() && sorted[next].body.end <= body.begin) ++next;
    if (next == sorted.size()) break;
    if (sorted[next].body.begin > body.begin) continue;
    const ZoneKind kind = sorted[next].kind;
    const bool others = kind == ZoneKind::quote;
    marks.push_back({{line.begin, line.end}, kind, static_cast<std::uint8_t>(others ? 1 : 0)});
  }
  return marks;
}

// Known ranges win over what was found.
std::vector<Mark> merge(std::vector<Mark> found, const std::vector<Mark>& known) {
  if (known.empty()) return found;
  std::vector<Mark> out = known;
  for (const Mark& mark : found) {
    std::uint32_t at = mark.span.begin;
    auto over = std::lower_bound(known.begin(), known.end(), at,
                                 [](const Mark& a, std::uint32_t b) { return a.span.end <= b; });
    for (; over != known.end() && over->span.begin < mark.span.end; ++over) {
      if (at < over->span.begin) out.push_back({{at, over->span.begin}, mark.kind, mark.depth});
      at = over->span.end;
    }
    if (at < mark.span.end) out.push_back({{at, mark.span.end}, mark.kind, mark.depth});
  }
  std::sort(out.begin(), out.end(),
            [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  return out;
}

template <class Marks>
bool begins_with_one(std::string_view subject, const Marks& marks) {
  subject = trim(subject);
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return starts(subject, mark); });
}

}  // namespace

bool says_reply(std::string_view subject) {
  static constexpr std::string_view kMarks[] = {"re:", "re[",  "aw:", "antw:",
                                                "sv:", "odp:", "res:"};
  return begins_with_one(subject, kMarks);
}

bool says_forward(std::string_view subject) {
  static constexpr std::string_view kMarks[] = {
      "fwd:",    "fw:", "wg:", "tr:", "rv:",        "enc:", "i:",
      "doorst:", "pd:", "vb:", "vs:", "vidarebef:", "rif:"};
  return begins_with_one(subject, kMarks);
}

namespace {

// The body is in place: make the text, and find out whose words it holds.
struct Flow {
  bool flowed = false;
  bool delete_space = false;
};
void finish(Document& out, Kept* kept, const std::vector<KnownRange>& known, Flow flow = {}) {
  std::vector<Mark> marks;
  std::vector<Inline> inlines;
  std::vector<Tint> tints;
  if (out.is_html) {
    Rendered rendered = render_html(out.body);
    out.text_to_body = rendered.out.map(out.body.size());
    out.rendered = std::move(rendered.out.text);
    out.rendered_used = true;
    marks = std::move(rendered.marks);
    inlines = std::move(rendered.inlines);
    tints = std::move(rendered.tints);
    out.ignores.insert(out.ignores.end(), rendered.ignores.begin(), rendered.ignores.end());
  } else if (flow.flowed) {
    Derived text = unflow(out.body, flow.delete_space);
    out.text_to_body = text.map(out.body.size());
    out.rendered = std::move(text.text);
    out.rendered_used = true;
  } else {
    normalise_lines(out);
  }
  marks = merge(std::move(marks), marks_of(known, out));
  Lines lines = kept ? kept->lines(out.text()) : split_lines(out.text());
  out.zones = find_zones(lines, marks, tints, {says_forward(out.subject)});
  out.inlines = kept ? kept->inlines(out.zones) : find_inlines(out.text(), out.zones);
  if (kept) kept->keep(std::move(lines.answers));
  out.inlines = merge_inlines(std::move(out.inlines), inlines, out.zones);
  if (out.exempt == Exempt::none) out.exempt = exempt_by_text(out.text());
  if (out.exempt == Exempt::none && !out.zones.empty()) {
    const auto kind_is = [&](auto test) {
      return std::any_of(out.zones.begin(), out.zones.end(), test);
    };
    const bool forwards =
        kind_is([](const Zone& zone) { return zone.kind == ZoneKind::forwarded; });
    const bool own = kind_is([](const Zone& zone) { return is_own(zone.kind); });
    if (forwards && !own) out.exempt = Exempt::forward_only;
  }
}

std::string_view capped(std::string_view bytes, Document& out) {
  if (bytes.size() <= kMaxBody) return bytes;
  out.warnings.emplace_back(kCut);
  return bytes.substr(0, kMaxBody);
}

// The judged parts, decoded, one below the other.
void take_body(const Message& message, const std::vector<std::size_t>& judged, Document& out) {
  Derived body;
  std::size_t end = 0;
  for (const std::size_t index : judged) {
    const Part& part = message.parts[index];
    Decoded decoded = decode_part(out.file, part);
    if (decoded.cut) out.warnings.emplace_back(kCut);
    if (decoded.charset == Conversion::mended)
      out.warnings.emplace_back("The text is not all UTF-8, as it says: a “�” stands for the rest.");
    if (decoded.charset == Conversion::guessed)
      out.warnings.emplace_back("The text does not fit its charset: it was read as windows-1252.");
    const std::size_t size = std::min(part.content_end - part.content_begin, kMaxBody);
    end = part.content_begin + size;
    if (decoded.verbatim)
      decoded.out.copy(std::string_view(out.file).substr(part.content_begin, size),
                       part.content_begin);
    if (judged.size() == 1) {
      out.body_verbatim = decoded.verbatim;
      body = std::move(decoded.out);
      break;
    }
    if (body.text.size() + decoded.out.text.size() > kMaxBody) {
      out.warnings.emplace_back(kCut);
      break;
    }
    if (!body.text.empty() && body.text.back() != '\n') body.put("\n", part.content_begin);
    const auto shift = static_cast<std::uint32_t>(body.text.size());
    for (const SourceMap::Piece& piece : decoded.out.pieces)
      body.pieces.push_back({piece.text + shift, piece.source, piece.verbatim});
    body.text += decoded.out.text;
  }
  out.body_to_file = body.map(end);
  out.body = std::move(body.text);
}

}  // namespace

std::string_view name(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::body:
      return "body";
    case ZoneKind::list:
      return "list";
    case ZoneKind::heading:
      return "heading";
    case ZoneKind::quote:
      return "quote";
    case ZoneKind::attribution:
      return "attribution";
    case ZoneKind::forwarded:
      return "forwarded";
    case ZoneKind::signature:
      return "signature";
    case ZoneKind::disclaimer:
      return "disclaimer";
    case ZoneKind::footer:
      return "footer";
    case ZoneKind::code:
      return "code";
    case ZoneKind::log:
      return "log";
    case ZoneKind::table:
      return "table";
  }
  return "";
}

std::string_view name(InlineKind kind) {
  switch (kind) {
    case InlineKind::url:
      return "url";
    case InlineKind::path:
      return "path";
    case InlineKind::email:
      return "email";
    case InlineKind::host:
      return "host";
    case InlineKind::identifier:
      return "identifier";
    case InlineKind::code:
      return "code";
    case InlineKind::label:
      return "label";
    case InlineKind::key:
      return "key";
    case InlineKind::placeholder:
      return "placeholder";
    case InlineKind::emoji:
      return "emoji";
  }
  return "";
}

std::string_view reason(Exempt exempt) {
  switch (exempt) {
    case Exempt::none:
      return "";
    case Exempt::auto_submitted:
      return "an automatic reply";
    case Exempt::bulk:
      return "a bulk mail";
    case Exempt::list:
      return "a mail to a list";
    case Exempt::encrypted:
      return "an encrypted or signed text";
    case Exempt::receipt:
      return "a receipt";
    case Exempt::calendar:
      return "an answer to an invitation";
    case Exempt::patch:
      return "a patch";
    case Exempt::forward_only:
      return "a forwarded mail without words of its own";
  }
  return "";
}

Document read(std::string_view bytes, Kept* kept) {
  if (bytes.size() > 0xFFFFFFF0U) bytes = bytes.substr(0, 0xFFFFFFF0U);
  if (!looks_like_mail(bytes)) {
    Document out;
    Derived text;
    std::string_view body = capped(bytes, out);
    const Conversion how = to_utf8(body, "", text);
    Document read =
        read_text(how == Conversion::none ? body : std::string_view(text.text), {}, kept);
    if (how != Conversion::none) {
      read.file = std::string(bytes);
      read.body_verbatim = false;
      read.body_to_file = text.map(bytes.size());
      read.warnings.emplace_back("The text is not UTF-8: it was read as windows-1252.");
    }
    read.warnings.insert(read.warnings.end(), out.warnings.begin(), out.warnings.end());
    return read;
  }

  Document out;
  out.file = std::string(bytes);
  out.is_mail = true;
  const Message message = read_message(out.file);
  read_fields(message.headers, out);
  out.exempt = exempt_by_header(message);
  if (message.too_deep)
    out.warnings.emplace_back("Parts nested deeper than 64 levels were not read.");
  if (message.too_many) out.warnings.emplace_back("Only the first 10,000 parts were read.");

  const std::vector<std::size_t> judged = judged_parts(out.file, message);
  out.attachments = attachments_of(message, judged);
  Flow flow;
  if (!judged.empty()) {
    const Part& first = message.parts[judged.front()];
    flow = {first.flowed && first.type == "text/plain", first.delsp};
    out.is_html = first.type == "text/html";
    take_body(message, judged, out);
  }
  finish(out, kept, {}, flow);
  return out;
}

Document read_text(std::string_view utf8, const std::vector<KnownRange>& known, Kept* kept) {
  Document out;
  out.body = std::string(capped(utf8, out));
  out.body_verbatim = true;
  finish(out, kept, known);
  return out;
}

Document read_html(std::string_view utf8, const std::vector<KnownRange>& known, Kept* kept) {
  Document out;
  out.body = std::string(capped(utf8, out));
  out.body_verbatim = true;
  out.is_html = true;
  finish(out, kept, known);
  return out;
}

std::string quoted_message(const Document& reply) {
  std::string out;
  const std::string_view text = reply.text();
  std::uint32_t last_end = 0;
  for (const Zone& zone : reply.zones) {
    if (zone.kind != ZoneKind::quote && zone.kind != ZoneKind::forwarded) continue;
    if (!out.empty() && zone.span.begin > last_end + 1) out.push_back('\n');
    last_end = zone.span.end;
    for (const Line& line : split_lines(zone.span.of(text)).list) {
      std::string_view words = zone.span.of(text).substr(line.begin, line.end - line.begin);
      // One level of marks goes, with the blank and the initials that belong to it.
      std::size_t at = 0, letters = 0;
      while (at < words.size() && is_blank(words[at])) ++at;
      for (; at < words.size() && letters < 14 && is_alpha(words[at]); ++at) ++letters;
      const bool bar = at < words.size() && words[at] == '|' && letters == 0;
      if (at < words.size() && (words[at] == '>' || bar) && zone.kind == ZoneKind::quote) {
        words.remove_prefix(at + 1);
        if (!words.empty() && words[0] == ' ') words.remove_prefix(1);
      }
      out.append(words);
      out.push_back('\n');
    }
  }
  // The header of the mail that is answered may stand inside the quote.
  out.erase(0, words_below_header(out));
  return out;
}

}  // namespace dsk::mail
