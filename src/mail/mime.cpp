#include "mail/mime.hpp"

#include <algorithm>

#include "mail/bytes.hpp"

namespace dsk::mail {
namespace {

class Reader {
 public:
  Reader(std::string_view bytes, Message& out) : bytes_(bytes), out_(out) {}

  void read() {
    out_.headers = read_headers(bytes_, starts_with_mark(bytes_) ? kMark.size() : 0);
    at_ = out_.headers.end;
    entity(out_.headers, kNoPart, "text/plain");
  }

 private:
  // Which open boundary a delimiter line belongs to.
  struct Delimiter {
    std::size_t level = 0;  // index into boundaries_, or its size at the end of the file
    bool closing = false;
    std::size_t line_begin = 0;  // where the content before it ends
  };

  void entity(const HeaderBlock& headers, std::size_t parent, std::string_view usual_type) {
    const std::size_t index = out_.parts.size();
    out_.parts.push_back(describe(headers, usual_type));
    out_.parts[index].parent = parent;
    out_.parts[index].content_begin = at_;
    const bool container = out_.parts[index].multipart() && !boundary_.empty();
    if (container && boundaries_.size() >= kMaxDepth) out_.too_deep = true;
    if (container && boundaries_.size() < kMaxDepth)
      children(index);
    else
      last_ = skip();
    out_.parts[index].content_end = std::max(last_.line_begin, out_.parts[index].content_begin);
  }

  void children(std::size_t index) {
    const std::string_view usual =
        out_.parts[index].type == "multipart/digest" ? "message/rfc822" : "text/plain";
    const std::size_t level = boundaries_.size();
    boundaries_.push_back(std::move(boundary_));
    last_ = skip();  // the preamble
    while (last_.level == level && !last_.closing) {
      if (out_.parts.size() >= kMaxParts) {
        out_.too_many = true;
        last_ = skip_to_level(level);
        break;
      }
      const HeaderBlock headers = read_headers(bytes_, at_);
      // A part's header must not run over the next delimiter: "--x" is never a field, so
      // read_headers has stopped there.
      at_ = headers.end;
      entity(headers, index, usual);
    }
    boundaries_.pop_back();
    if (last_.level == level && last_.closing) last_ = skip();  // the epilogue
  }

  // Past the parts that are too many, up to what closes this multipart or belongs further out.
  Delimiter skip_to_level(std::size_t level) {
    Delimiter found = skip();
    while (found.level == level && !found.closing) found = skip();
    return found;
  }

  // On to the next delimiter line of any open multipart; at_ is then after that line.
  Delimiter skip() {
    while (!boundaries_.empty() && at_ < bytes_.size()) {
      std::size_t line = at_;
      if (bytes_.compare(at_, 2, "--") != 0 || (at_ > 0 && bytes_[at_ - 1] != '\n')) {
        line = bytes_.find("\n--", at_);
        if (line == std::string_view::npos) break;
        ++line;
      }
      std::size_t end = bytes_.find('\n', line);
      if (end == std::string_view::npos) end = bytes_.size();
      at_ = std::min(end + 1, bytes_.size());
      std::string_view text = bytes_.substr(line + 2, end - line - 2);
      while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
      for (std::size_t level = boundaries_.size(); level-- > 0;) {
        const std::string& boundary = boundaries_[level];
        const bool plain = text == boundary;
        const bool closing = !plain && text.size() == boundary.size() + 2 &&
                             text.substr(0, boundary.size()) == boundary &&
                             text.substr(boundary.size()) == "--";
        if (plain || closing) return {level, closing, before(line)};
      }
      // Step back onto the line's end: a delimiter may begin right after it.
      if (at_ > 0 && at_ < bytes_.size()) at_ = end;
    }
    at_ = bytes_.size();
    return {boundaries_.size(), true, bytes_.size()};
  }

  // The line end before a delimiter belongs to the delimiter (RFC 2046 5.1.1).
  std::size_t before(std::size_t line) const {
    if (line > 0 && bytes_[line - 1] == '\n') --line;
    if (line > 0 && bytes_[line - 1] == '\r') --line;
    return line;
  }

  Part describe(const HeaderBlock& headers, std::string_view usual_type) {
    Part out;
    boundary_.clear();
    out.type = usual_type;
    if (const HeaderField* field = headers.find("content-type")) {
      const Parameters type = read_parameters(field->value);
      const std::size_t slash = type.value.find('/');
      if (slash != std::string::npos && slash > 0 && slash + 1 < type.value.size())
        out.type = type.value;
      else if (type.value == "text")
        out.type = "text/plain";
      out.charset = type.get("charset");
      out.name = type.get("name");
      out.flowed = same(type.get("format"), "flowed");
      out.delsp = same(type.get("delsp"), "yes");
      out.method = lowered(type.get("method"));
      out.report = lowered(type.get("report-type"));
      out.start = type.get("start");
      boundary_ = type.get("boundary");
      while (!boundary_.empty() && is_space(boundary_.back())) boundary_.pop_back();
    }
    if (const HeaderField* field = headers.find("content-disposition")) {
      const Parameters disposition = read_parameters(field->value);
      out.disposition = disposition.value;
      const std::string_view name = disposition.get("filename");
      if (!name.empty()) out.name = name;
    }
    out.content_id = headers.value("content-id");
    if (const HeaderField* field = headers.find("content-transfer-encoding"))
      out.transfer = transfer_named(unfold(field->value));
    return out;
  }

  std::string_view bytes_;
  Message& out_;
  std::size_t at_ = 0;
  std::vector<std::string> boundaries_;
  std::string boundary_;  // of the part described last
  Delimiter last_;
};

}  // namespace

Message read_message(std::string_view bytes) {
  Message out;
  Reader(bytes, out).read();
  return out;
}

Decoded decode_part(std::string_view bytes, const Part& part) {
  Decoded out;
  std::string_view content =
      bytes.substr(part.content_begin, part.content_end - part.content_begin);
  if (content.size() > kMaxBody) {
    content = content.substr(0, kMaxBody);
    out.cut = true;
  }
  Derived raw;
  std::string_view decoded = content;
  if (part.transfer == Transfer::quoted_printable)
    decode_quoted_printable(content, part.content_begin, raw);
  else if (part.transfer == Transfer::base64)
    decode_base64(content, part.content_begin, raw);
  const bool encoded = part.transfer != Transfer::identity;
  if (encoded) decoded = raw.text;

  Derived text;
  out.charset = to_utf8(decoded, part.charset, text);
  if (out.charset == Conversion::none) {
    out.verbatim = !encoded;
    if (encoded) out.out = std::move(raw);
    return out;
  }
  if (encoded) {
    text.pieces = compose(text.pieces, raw.pieces);
  } else {
    for (SourceMap::Piece& piece : text.pieces)
      piece.source += static_cast<std::uint32_t>(part.content_begin);
  }
  out.out = std::move(text);
  return out;
}

}  // namespace dsk::mail
