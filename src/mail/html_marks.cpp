// The marks by which mail clients tell quotes and signatures apart, as data.
#include <string_view>

#include "mail/bytes.hpp"
#include "mail/html_tags.hpp"

namespace dsk::mail {
namespace {

enum class How : std::uint8_t { whole, prefix, suffix, part };

struct ClientMark {
  std::string_view attribute;
  How how;
  std::string_view value;
  Effect effect;
};

// Class names are compared one by one; the first row that fits wins.
constexpr ClientMark kMarks[] = {
    // Gmail. The container "gmail_quote" is no mark: replies between quotes stand in it.
    {"class", How::whole, "gmail_attr", Effect::attribution},
    {"class", How::prefix, "gmail_signature", Effect::signature},
    {"data-smartmail", How::whole, "gmail_signature", Effect::signature},
    // Outlook on the web and desktop
    {"id", How::whole, "divrplyfwdmsg", Effect::quote_after},
    {"id", How::whole, "x_divrplyfwdmsg", Effect::quote_after},
    {"id", How::whole, "appendonsend", Effect::rest_quote},
    {"id", How::whole, "olk_src_body_section", Effect::quote},
    {"id", How::prefix, "mail-editor-reference-message-container", Effect::quote},
    {"id", How::whole, "stopspelling", Effect::rest_quote},
    // Thunderbird
    {"class", How::whole, "moz-cite-prefix", Effect::attribution},
    {"class", How::whole, "moz-forward-container", Effect::forwarded},
    {"class", How::whole, "moz-email-headers-table", Effect::attribution},
    // Yahoo, AOL
    {"class", How::prefix, "yahoo_quoted", Effect::quote},
    {"id", How::prefix, "yahoo_quoted", Effect::quote},
    {"class", How::suffix, "yahoo_quoted", Effect::quote},
    {"class", How::prefix, "aolreplacedbody", Effect::quote},
    {"id", How::prefix, "aol_quote", Effect::quote},
    // Proton, Zimbra, Fastmail, GMX, Mail.ru, Yandex, QQ
    {"class", How::whole, "protonmail_quote", Effect::quote},
    {"data-marker", How::prefix, "__quoted_text", Effect::quote},
    {"data-marker", How::prefix, "__sig_p", Effect::signature},
    {"id", How::whole, "qt", Effect::quote},
    {"name", How::whole, "quote", Effect::quote},
    {"class", How::prefix, "js-readmsg-msg", Effect::quote},
    {"class", How::whole, "qmbox", Effect::quote},
    {"class", How::whole, "qmquote", Effect::quote},
    {"class", How::whole, "reply-intro", Effect::attribution},
    {"id", How::whole, "reply-intro", Effect::attribution},
    // Sparrow, Spark, Airmail, Missive, Superhuman
    {"name", How::whole, "messagereplysection", Effect::quote},
    {"name", How::whole, "messagesignaturesection", Effect::signature},
    {"class", How::whole, "airmail_ext_on", Effect::attribution},
    {"class", How::whole, "airmail_on", Effect::attribution},
    {"class", How::whole, "clean_bq", Effect::quote},
    {"class", How::whole, "missive_quote", Effect::quote},
    // Help desks
    {"class", How::prefix, "zd_quote", Effect::quote},
    {"class", How::prefix, "zd-quote", Effect::quote},
    {"class", How::whole, "freshdesk_quote", Effect::quote},
    {"class", How::prefix, "front-blockquote", Effect::quote},
    {"class", How::prefix, "history_container", Effect::quote},
    {"class", How::whole, "quoted-text", Effect::quote},
    {"class", How::whole, "quoted_reply", Effect::quote},
    // Names that say what they are, whoever wrote them. Apple puts one on a line break before.
    {"id", How::whole, "linebreakatbeginningofsignature", Effect::none},
    {"id", How::whole, "linebreakatbeginningofmessage", Effect::none},
    {"class", How::part, "signature", Effect::signature},
    {"id", How::part, "signature", Effect::signature},
};

bool fits(const ClientMark& mark, std::string_view value) {
  switch (mark.how) {
    case How::whole:
      return value == mark.value;
    case How::prefix:
      return value.substr(0, mark.value.size()) == mark.value;
    case How::suffix:
      return ends(value, mark.value);
    case How::part:
      return value.find(mark.value) != std::string_view::npos;
  }
  return false;
}

}  // namespace

Effect effect_of_attribute(std::string_view name, std::string_view value) {
  for (const ClientMark& mark : kMarks)
    if (mark.attribute == name && fits(mark, value)) return mark.effect;
  return Effect::none;
}

}  // namespace dsk::mail
