#include "mail/selection.hpp"

#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/html.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kMostPieces = 64;

// Which parts make up what the reader sees.
class Selection {
 public:
  Selection(std::string_view bytes, const Message& message) : bytes_(bytes), message_(message) {
    children_.resize(message.parts.size());
    for (std::size_t i = 0; i < message.parts.size(); ++i)
      if (message.parts[i].parent != kNoPart) children_[message.parts[i].parent].push_back(i);
  }

  // The judged part below `index`, kNoPart where there is none.
  std::size_t judged(std::size_t index) const {
    const Part& part = message_.parts[index];
    const std::vector<std::size_t>& children = children_[index];
    if (!part.multipart() || children.empty()) {
      if (part.multipart()) return index;  // no boundary found: read it as the text it is
      return is_body(part) ? index : kNoPart;
    }
    if (part.type == "multipart/alternative") return alternative(children);
    if (part.type == "multipart/related" && !part.start.empty())
      for (const std::size_t child : children)
        if (message_.parts[child].content_id == part.start) return judged(child);
    for (const std::size_t child : children) {
      const std::size_t found = judged(child);
      if (found != kNoPart) return found;
      // Only the first part of these is the message; what follows describes it.
      if (part.type == "multipart/related" || part.type == "multipart/signed") break;
    }
    return kNoPart;
  }

 private:
  static bool is_body(const Part& part) {
    return (part.type == "text/plain" || part.type == "text/html" ||
            part.type == "text/enriched") &&
           part.disposition != "attachment";
  }

  std::size_t alternative(const std::vector<std::size_t>& children) const {
    std::size_t plain = kNoPart;
    std::size_t html = kNoPart;
    for (const std::size_t child : children) {
      const std::size_t found = judged(child);
      if (found == kNoPart) continue;
      (message_.parts[found].type == "text/html" ? html : plain) = found;
    }
    if (html == kNoPart) return plain;
    if (plain == kNoPart || shows_text(html)) return html;
    return plain;
  }

  bool shows_text(std::size_t index) const {
    const Part& part = message_.parts[index];
    const Decoded decoded = decode_part(bytes_, part);
    return html_shows_text(
        decoded.verbatim ? bytes_.substr(part.content_begin, part.content_end - part.content_begin)
                         : std::string_view(decoded.out.text));
  }

  std::string_view bytes_;
  const Message& message_;
  std::vector<std::vector<std::size_t>> children_;
};

}  // namespace

std::vector<std::size_t> judged_parts(std::string_view bytes, const Message& message) {
  std::vector<std::size_t> out;
  const std::size_t first = Selection(bytes, message).judged(0);
  if (first == kNoPart) return out;
  out.push_back(first);
  const Part& start = message.parts[first];
  if (start.parent == kNoPart || message.parts[start.parent].type != "multipart/mixed") return out;
  for (std::size_t i = first + 1; i < message.parts.size() && out.size() < kMostPieces; ++i) {
    const Part& part = message.parts[i];
    if (part.parent == start.parent && part.type == start.type && part.name.empty() &&
        part.disposition != "attachment")
      out.push_back(i);
  }
  return out;
}

std::vector<Attachment> attachments_of(const Message& message,
                                       const std::vector<std::size_t>& judged) {
  std::vector<Attachment> out;
  for (std::size_t i = 0; i < message.parts.size(); ++i) {
    const Part& part = message.parts[i];
    if (part.multipart() || std::find(judged.begin(), judged.end(), i) != judged.end()) continue;
    const bool image = part.type.compare(0, 6, "image/") == 0;
    const bool named = !part.name.empty() || part.disposition == "attachment";
    if (part.text() && !named) continue;
    if (part.type == "application/pgp-signature" || part.type == "application/pkcs7-signature" ||
        part.type == "application/x-pkcs7-signature" || part.type == "message/delivery-status" ||
        part.type == "message/disposition-notification")
      continue;
    const bool shown = image && part.disposition != "attachment" &&
                       (!part.content_id.empty() || part.disposition == "inline");
    out.push_back({part.name, part.type, shown});
  }
  return out;
}

}  // namespace dsk::mail
