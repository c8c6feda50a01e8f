#include "mail/exempt.hpp"

#include "mail/bytes.hpp"

namespace dsk::mail {

Exempt exempt_by_header(const Message& message) {
  const HeaderBlock& headers = message.headers;
  for (const Part& part : message.parts) {
    if (part.type == "multipart/encrypted" ||
        (part.type == "application/pkcs7-mime" && part.parent == kNoPart) ||
        (part.type == "application/x-pkcs7-mime" && part.parent == kNoPart))
      return Exempt::encrypted;
    if (part.type == "multipart/report")
      return part.report == "disposition-notification" ? Exempt::receipt : Exempt::auto_submitted;
    if (part.type == "text/calendar" && (part.method == "reply" || part.method == "counter"))
      return Exempt::calendar;
  }
  const std::string automatic = lowered(headers.value("auto-submitted"));
  if (!automatic.empty() && automatic.compare(0, 2, "no") != 0) return Exempt::auto_submitted;
  if (headers.find("x-autoreply") || headers.find("x-autorespond")) return Exempt::auto_submitted;
  const std::string precedence = lowered(headers.value("precedence"));
  if (precedence == "auto_reply") return Exempt::auto_submitted;
  if (precedence == "list" || headers.find("list-id") || headers.find("list-post"))
    return Exempt::list;
  if (precedence == "bulk" || precedence == "junk" || headers.find("list-unsubscribe"))
    return Exempt::bulk;
  if (headers.find("disposition-notification-options")) return Exempt::receipt;
  return Exempt::none;
}

Exempt exempt_by_text(std::string_view text) {
  // At the start of a line: quoted armour is somebody else's.
  constexpr std::string_view kArmour = "-----BEGIN PGP ";
  for (std::size_t at = text.find(kArmour); at != std::string_view::npos;
       at = text.find(kArmour, at + 1)) {
    const std::string_view what = text.substr(at + kArmour.size(), 14);
    const bool own_line = at == 0 || text[at - 1] == '\n';
    if (own_line && (starts(what, "message") || starts(what, "signed message")))
      return Exempt::encrypted;
  }
  const auto has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
  // The rarest mark first.
  const bool diff = has("@@ -") && has("\n@@ -") && has("\n--- a/") && has("\n+++ b/");
  return diff ? Exempt::patch : Exempt::none;
}

}  // namespace dsk::mail
