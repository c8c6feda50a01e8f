#include "mail/headers.hpp"

#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/charset.hpp"
#include "mail/transfer.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kMaxFields = 2000;
constexpr std::size_t kMaxAddresses = 10000;

// Length of the field name that `line` begins with, 0 where it is no field. "--x:y" is none: it
// may delimit parts.
std::size_t field_name(std::string_view line) {
  if (line.substr(0, 2) == "--") return 0;
  std::size_t at = 0;
  while (at < line.size() && line[at] > ' ' && line[at] < 127 && line[at] != ':') ++at;
  if (at == 0) return 0;
  std::size_t colon = at;
  while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t')) ++colon;
  return colon < line.size() && line[colon] == ':' ? at : 0;
}

std::string text_of(std::string_view bytes, std::string_view charset) {
  Derived out;
  if (to_utf8(bytes, charset, out) == Conversion::none) return std::string(bytes);
  return std::move(out.text);
}

// The encoded word at the start of `text`, whole; 0 where there is none.
std::size_t encoded_word(std::string_view text, std::string_view& charset, char& encoding,
                         std::string_view& payload) {
  text = text.substr(0, 4096);  // RFC 2047 says 75; a bound keeps a hostile header linear
  const std::size_t first = text.find('?', 2);
  if (first == std::string_view::npos || first == 2 || first + 2 >= text.size() ||
      text[first + 2] != '?')
    return 0;
  encoding = lower(text[first + 1]);
  if (encoding != 'q' && encoding != 'b') return 0;
  const std::size_t end = text.find("?=", first + 3);
  if (end == std::string_view::npos) return 0;
  charset = text.substr(2, first - 2);
  if (charset.size() > 80 || charset.find_first_of(" \t\r\n") != std::string_view::npos) return 0;
  charset = charset.substr(0, charset.find('*'));  // RFC 2231 language
  payload = text.substr(first + 3, end - first - 3);
  return end + 2;
}

std::string decode_payload(char encoding, std::string_view payload) {
  Derived out;
  if (encoding == 'b') {
    decode_base64(payload, 0, out);
  } else {
    std::string spaced(payload);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    decode_quoted_printable(spaced, 0, out);
  }
  return std::move(out.text);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[at + 2]) : -1;
    if (low >= 0) {
      out.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

// One parameter as written: name*3* = value.
struct RawParameter {
  std::string name;
  int section = -1;
  bool extended = false;
  std::string value;
};

RawParameter raw_parameter(std::string_view name, std::string value) {
  RawParameter out;
  if (!name.empty() && name.back() == '*') {
    out.extended = true;
    name.remove_suffix(1);
  }
  const std::size_t star = name.find('*');
  if (star != std::string_view::npos) {
    out.section = 0;
    for (const char c : name.substr(star + 1))
      if (is_digit(c) && out.section < 10000) out.section = out.section * 10 + (c - '0');
    name = name.substr(0, star);
  }
  out.name = lowered(name);
  out.value = std::move(value);
  return out;
}

// Joins the sections of RFC 2231 and undoes their charset.
void join_sections(std::vector<RawParameter>& raw, Parameters& out) {
  std::stable_sort(raw.begin(), raw.end(), [](const RawParameter& a, const RawParameter& b) {
    if (a.name != b.name) return a.name < b.name;
    // Of "filename" and "filename*" the second says it in full.
    return a.section != b.section ? a.section < b.section : a.extended && !b.extended;
  });
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t end = i + 1;
    if (raw[i].section >= 0)
      while (end < raw.size() && raw[end].name == raw[i].name && raw[end].section >= 0) ++end;
    if (raw[i].section < 0 && !raw[i].extended) {
      out.list.emplace_back(raw[i].name, decode_words(raw[i].value));
    } else {
      std::string charset;
      std::string bytes;
      for (std::size_t k = i; k < end; ++k) {
        std::string_view value = raw[k].value;
        if (raw[k].extended && k == i) {
          const std::size_t first = value.find('\'');
          const std::size_t second =
              first == std::string_view::npos ? first : value.find('\'', first + 1);
          if (second != std::string_view::npos) {
            charset = value.substr(0, first);
            value.remove_prefix(second + 1);
          }
        }
        bytes += raw[k].extended ? percent_decoded(value) : std::string(value);
      }
      out.list.emplace_back(raw[i].name, text_of(bytes, charset));
    }
    i = end;
  }
}

// What is more in a list of addresses than a byte of a name.
constexpr auto kParts = byte_table(
    [](char c) { return std::string_view("\"(<,;:").find(c) != std::string_view::npos; });

// Reads tokens of an address list; comments are set aside, since old mail keeps names in them.
class AddressReader {
 public:
  explicit AddressReader(std::string_view text) : text_(text) {}

  std::vector<Address> read() {
    while (at_ < text_.size() && out_.size() < kMaxAddresses) step();
    flush();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"') {
      quoted();
    } else if (c == '(') {
      comment();
    } else if (c == '<') {
      const std::size_t end = text_.find('>', at_);
      angle_ = std::string(trim(text_.substr(
          at_ + 1, end == std::string_view::npos ? std::string_view::npos : end - at_ - 1)));
      const std::size_t route = angle_.rfind(':');  // "@relay,@other:local@domain"
      if (!angle_.empty() && angle_.front() == '@' && route != std::string::npos)
        angle_.erase(0, route + 1);
      has_angle_ = true;
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
    } else if (c == ',' || c == ';') {
      flush();
      ++at_;
    } else if (c == ':' && !has_angle_ && !has_at_) {
      words_.clear();  // the name of a group
      name_quoted_ = has_at_ = false;
      ++at_;
    } else {
      std::size_t end = at_;
      do end += std::max<std::size_t>(word_of_name(text_.substr(end)), 1);
      while (end < text_.size() && !at_byte(kParts, text_[end]));
      const std::string_view more = text_.substr(at_, end - at_);
      has_at_ = has_at_ || more.find('@') != more.npos;
      words_.append(more);
      at_ = end;
    }
  }

  // The encoded word at the start of `text`: what marks it has are its own, "=?utf-8?Q?Lee,_Ann?=".
  static std::size_t word_of_name(std::string_view text) {
    if (text.substr(0, 2) != "=?") return 0;
    std::string_view charset, payload;
    char encoding = 0;
    const std::size_t size = encoded_word(text, charset, encoding, payload);
    return payload.find(' ') == payload.npos ? size : 0;
  }

  void quoted() {
    name_quoted_ = true;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      has_at_ = has_at_ || text_[at_] == '@';
      words_.push_back(text_[at_]);
    }
    if (at_ < text_.size()) ++at_;
  }

  void comment() {
    int depth = 0;
    std::string inside;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        inside.push_back(text_[++at_]);
        continue;
      }
      if (c == '(' && depth++ == 0) continue;
      if (c == ')' && --depth == 0) break;
      inside.push_back(c);
    }
    if (at_ < text_.size()) ++at_;
    if (comment_.empty()) comment_ = std::string(trim(inside));
  }

  void flush() {
    Address address;
    const std::string_view words = trim(words_);
    if (has_angle_) {
      address.address = text_of(angle_, "");
      address.name = decode_words(words.empty() ? std::string_view(comment_) : words);
    } else if (!words.empty()) {
      if (has_at_ || !name_quoted_) address.address = text_of(words, "");
      address.name = decode_words(address.address.empty() ? words : std::string_view(comment_));
    }
    if (!address.address.empty() || !address.name.empty()) out_.push_back(std::move(address));
    words_.clear();
    angle_.clear();
    comment_.clear();
    has_angle_ = has_at_ = name_quoted_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Address> out_;
  std::string words_, angle_, comment_;
  bool has_angle_ = false;
  bool has_at_ = false;  // an @ among the words
  bool name_quoted_ = false;
};

}  // namespace

const HeaderField* HeaderBlock::find(std::string_view lowered_name) const {
  for (const HeaderField& field : fields)
    if (same(field.name, lowered_name)) return &field;
  return nullptr;
}

std::string HeaderBlock::value(std::string_view lowered_name) const {
  const HeaderField* field = find(lowered_name);
  if (!field) return {};
  std::string text = unfold(field->value);
  return is_ascii(text) ? text : text_of(text, "");
}

HeaderBlock read_headers(std::string_view bytes, std::size_t begin) {
  constexpr std::size_t kUsualFields = 24;
  HeaderBlock out;
  out.fields.reserve(kUsualFields);
  std::size_t at = begin;
  while (at < bytes.size()) {
    std::size_t end = bytes.find('\n', at);
    if (end == std::string_view::npos) end = bytes.size();
    const std::string_view line = bytes.substr(at, end - at);
    const std::size_t next = std::min(end + 1, bytes.size());
    if (std::all_of(line.begin(), line.end(), is_space)) {
      at = next;
      break;
    }
    const bool continues = line[0] == ' ' || line[0] == '\t';
    const std::size_t name = continues ? 0 : field_name(line);
    if (continues && !out.fields.empty()) {
      HeaderField& field = out.fields.back();
      field.value = bytes.substr(static_cast<std::size_t>(field.value.data() - bytes.data()),
                                 end - static_cast<std::size_t>(field.value.data() - bytes.data()));
    } else if (name > 0) {
      if (out.fields.size() < kMaxFields)
        out.fields.push_back({line.substr(0, name), line.substr(line.find(':', name) + 1)});
    } else if (!(at == begin && starts(line, "from ")) && !starts(line, ">from ")) {
      break;  // no field: the blank line is missing, and this is the body already
    }
    at = next;
  }
  out.end = at;
  return out;
}

std::string unfold(std::string_view value) {
  std::string out(trim(value));
  const auto breaks = [](char c) { return c != ' ' && is_space(c); };
  if (std::none_of(out.begin(), out.end(), breaks)) return out;
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r'; });
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::string decode_words(std::string_view value) {
  const std::string text = unfold(value);
  if (text.find("=?") == std::string::npos) return is_ascii(text) ? text : text_of(text, "");
  std::string out;
  std::string bytes;  // of neighbouring words in one charset: a character may be cut between them
  std::string bytes_charset;
  const auto flush = [&] {
    if (!bytes.empty()) out += text_of(bytes, bytes_charset);
    bytes.clear();
  };
  std::string_view rest = text;
  bool after_word = false;
  while (!rest.empty()) {
    const std::size_t gap = rest.find("=?");
    std::string_view charset, payload;
    char encoding = 0;
    if (gap == std::string_view::npos) break;
    const std::size_t size = encoded_word(rest.substr(gap), charset, encoding, payload);
    // White space between two encoded words is dropped.
    if (!(after_word && size > 0 && trim(rest.substr(0, gap)).empty())) {
      flush();
      out += text_of(rest.substr(0, gap), "");
    }
    if (size == 0) {
      flush();
      out += "=?";
      rest.remove_prefix(gap + 2);
      after_word = false;
      continue;
    }
    if (!same(charset, lowered(bytes_charset))) flush();
    bytes_charset = lowered(charset);
    bytes += decode_payload(encoding, payload);
    rest.remove_prefix(gap + size);
    after_word = true;
  }
  flush();
  out += text_of(rest, "");
  return out;
}

std::string_view Parameters::get(std::string_view lowered_name) const {
  for (const auto& [name, text] : list)
    if (name == lowered_name) return text;
  return {};
}

Parameters read_parameters(std::string_view value) {
  Parameters out;
  const std::string text = unfold(value);
  std::size_t at = std::min(text.find(';'), text.size());
  out.value = lowered(trim(std::string_view(text).substr(0, at)));
  // "text/plain charset=x" with no semicolon, and comments, are seen in the wild.
  const std::size_t stop = out.value.find_first_of(" \t(,");
  if (stop != std::string::npos) out.value.resize(stop);
  std::vector<RawParameter> raw;
  while (at < text.size() && raw.size() < 1000) {
    if (text[at] == ';' || is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && text[at] != '=' && text[at] != ';') ++at;
    const std::string_view name = trim(std::string_view(text).substr(begin, at - begin));
    if (at == text.size() || text[at] == ';') continue;
    ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    std::string inside;
    if (at < text.size() && text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() &&
            (text[at + 1] == '"' || text[at + 1] == '\\'))
          ++at;
        inside.push_back(text[at]);
      }
      while (at < text.size() && text[at] != ';') ++at;
    } else {
      const std::size_t from = at;
      while (at < text.size() && text[at] != ';') ++at;
      std::string_view token = std::string_view(text).substr(from, at - from);
      // "us-ascii (Plain text)" has a comment; the name of a file has brackets of its own.
      if (name.find("name") == name.npos) token = token.substr(0, token.find(" ("));
      inside = std::string(trim(token));
    }
    if (!name.empty()) raw.push_back(raw_parameter(name, std::move(inside)));
  }
  join_sections(raw, out);
  return out;
}

std::vector<Address> read_addresses(std::string_view value) {
  const std::string text = unfold(value);
  return AddressReader(text).read();
}

bool looks_like_mail(std::string_view bytes) {
  // Fields that only a real header has, and a correspondent does not type at the top of a text.
  static constexpr std::string_view kSure[] = {"received",
                                               "return-path",
                                               "message-id",
                                               "mime-version",
                                               "content-type",
                                               "delivered-to",
                                               "dkim-signature",
                                               "x-mailer",
                                               "user-agent",
                                               "x-original-to",
                                               "in-reply-to",
                                               "references",
                                               "content-transfer-encoding",
                                               "reply-to",
                                               "list-id",
                                               "auto-submitted",
                                               "precedence",
                                               "list-unsubscribe"};
  static constexpr std::string_view kUsual[] = {"from", "to", "subject", "date", "cc", "bcc"};
  if (starts_with_mark(bytes)) bytes.remove_prefix(kMark.size());
  const bool mbox = bytes.substr(0, 5) == "From ";
  const HeaderBlock block = read_headers(bytes.substr(0, 64 * 1024), 0);
  if (block.fields.empty()) return false;
  int usual = 0;
  for (const HeaderField& field : block.fields) {
    if (same(field.name, "sent") || same(field.name, "attachments")) return false;  // Outlook's
    for (const std::string_view name : kSure)
      if (same(field.name, name)) return true;
    if (starts(field.name, "x-deskside-")) return true;
    for (const std::string_view name : kUsual) usual += same(field.name, name) ? 1 : 0;
  }
  const bool closed = block.end >= 2 && (block.end >= bytes.size() || bytes[block.end - 1] == '\n');
  // A draft may have nothing but its subject yet, and a blank line below it.
  const bool blank =
      closed && bytes[block.end - (bytes[block.end - 2] == '\r' ? 3 : 2)] == '\n';
  const bool only_subject = block.fields.size() == 1 && same(block.fields[0].name, "subject");
  return closed && (usual >= (mbox ? 1 : 2) || (only_subject && blank));
}

}  // namespace dsk::mail
