// Decoded text parts against GMime's, part by part, over real mail.
//   mime_eval [--list]
// GMime is the oracle but for what it is known to lose: 8-bit bytes in parts that say they are
// ASCII, bytes behind a NUL. Those are set aside and counted, each other difference is printed.
#include <gmime/gmime.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "mail/bytes.hpp"
#include "mail/charset.hpp"
#include "mail/mime.hpp"

namespace {

using namespace dsk::mail;
namespace fs = std::filesystem;

// Line ends made one, blanks at the very end dropped: both are the transport's, not the text's.
std::string normalised(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\r') out.push_back(c);
  while (!out.empty() && is_space(out.back())) out.pop_back();
  return out;
}

struct Text {
  std::string type, text, charset;
  std::string_view raw;
};

void collect(GMimeObject* object, std::vector<Text>& out) {
  if (GMIME_IS_MULTIPART(object)) {
    auto* multipart = reinterpret_cast<GMimeMultipart*>(object);
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; ++i) collect(g_mime_multipart_get_part(multipart, i), out);
  } else if (GMIME_IS_TEXT_PART(object)) {
    auto* part = reinterpret_cast<GMimeTextPart*>(object);
    char* text = g_mime_text_part_get_text(part);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    Text found;
    found.type = lowered(std::string("text/") + g_mime_content_type_get_media_subtype(type));
    found.text = normalised(text ? text : "");
    out.push_back(std::move(found));
    g_free(text);
  }
}

std::vector<Text> by_gmime(const std::string& bytes) {
  std::vector<Text> out;
  GMimeStream* stream = g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size());
  GMimeParser* parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage* message = g_mime_parser_construct_message(parser, nullptr);
  if (message) {
    if (GMimeObject* top = g_mime_message_get_mime_part(message)) collect(top, out);
    g_object_unref(message);
  }
  g_object_unref(parser);
  g_object_unref(stream);
  return out;
}

std::vector<Text> by_us(const std::string& bytes) {
  std::vector<Text> out;
  const Message message = read_message(bytes);
  for (const Part& part : message.parts) {
    if (!part.text()) continue;
    const Decoded decoded = decode_part(bytes, part);
    const std::string_view raw(bytes.data() + part.content_begin,
                               part.content_end - part.content_begin);
    Text found;
    found.type = part.type;
    found.text = normalised(decoded.verbatim ? raw : std::string_view(decoded.out.text));
    found.charset = lowered(part.charset);
    found.raw = raw;
    out.push_back(std::move(found));
  }
  return out;
}

// Why two readings may differ with good reason; empty where there is none.
std::string intended(const Text& ours, const Text& theirs) {
  if (ours.raw.find('\0') != std::string_view::npos || ours.text.find('\0') != std::string::npos)
    return "NUL: GMime stops at it";
  const bool eight_bit = !is_ascii(ours.text);
  if (ours.charset.empty() || ours.charset == "us-ascii" || ours.charset == "ascii") {
    if (eight_bit) return "8-bit bytes in a part that says ASCII";
  }
  static constexpr std::string_view kLatin[] = {"iso-8859-1", "latin1", "windows-1252"};
  if (std::find(std::begin(kLatin), std::end(kLatin), ours.charset) != std::end(kLatin) &&
      eight_bit)
    return "latin-1 read as windows-1252, as every client does";
  if (ours.charset == "utf-8" && ours.text.find("\xEF\xBF\xBD") != std::string::npos)
    return "bytes that are no UTF-8";
  // A rule of unencoded "=" in quoted-printable: RFC 2045 makes its last one a soft break.
  if (ours.raw.find("==\n") != std::string_view::npos ||
      ours.raw.find("==\r\n") != std::string_view::npos)
    return "quoted-printable that is none: \"==\" at the end of a line";
  if (eight_bit && theirs.text.empty()) return "a charset GMime does not know";
  return {};
}

std::vector<std::string> messages(const fs::path& root) {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const std::string all = bytes.str();
    if (entry.path().extension() != ".mbox") {
      if (entry.path().filename() != "LICENSE") out.push_back(all);
      continue;
    }
    for (std::size_t at = 0; at < all.size();) {
      std::size_t next = all.find("\nFrom ", at + 1);
      next = next == std::string::npos ? all.size() : next + 1;
      const std::size_t body = all.find('\n', at) + 1;  // behind the "From " line
      out.push_back(all.substr(body, next - body));
      at = next;
    }
  }
  return out;
}

void show(const std::string& ours, const std::string& theirs) {
  std::size_t at = 0;
  while (at < ours.size() && at < theirs.size() && ours[at] == theirs[at]) ++at;
  const std::size_t from = at > 20 ? at - 20 : 0;
  const auto printable = [](std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  };
  std::cout << "    at " << at << " of " << ours.size() << " / " << theirs.size() << "\n    ours   "
            << printable(ours.substr(from, 70)) << "\n    GMime  "
            << printable(theirs.substr(from, 70)) << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  const char* data = std::getenv("DESKSIDE_DATA");
  if (!data || !fs::exists(fs::path(data) / "real-mail")) {
    std::cout << "skipped: DESKSIDE_DATA is not set, or holds no real-mail\n";
    return 0;
  }
  const bool list = argc > 1 && std::strcmp(argv[1], "--list") == 0;
  g_mime_init();
  std::map<std::string, int> aside;
  int parts = 0, equal = 0, other = 0, shapes = 0, mails = 0;
  for (const std::string& bytes : messages(fs::path(data) / "real-mail")) {
    ++mails;
    const std::vector<Text> ours = by_us(bytes);
    const std::vector<Text> theirs = by_gmime(bytes);
    if (ours.size() != theirs.size()) {
      ++shapes;
      if (list) {
        std::cout << "  " << ours.size() << " text parts here, " << theirs.size()
                  << " by GMime: " << bytes.substr(0, 60) << "\n";
      }
      continue;
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
      ++parts;
      if (ours[i].text == theirs[i].text) {
        ++equal;
        continue;
      }
      const std::string reason = intended(ours[i], theirs[i]);
      if (!reason.empty()) {
        ++aside[reason];
        continue;
      }
      ++other;
      std::cout << "  differs: " << ours[i].type << " charset=" << ours[i].charset << "\n";
      if (list) show(ours[i].text, theirs[i].text);
    }
  }
  g_mime_shutdown();
  int set_aside = 0;
  for (const auto& [reason, count] : aside) {
    std::cout << "set aside: " << count << " parts: " << reason << "\n";
    set_aside += count;
  }
  const double compared = parts - set_aside;
  std::cout << mails << " mails, " << parts << " text parts: " << equal << " equal, " << other
            << " differ (" << (compared > 0 ? 100.0 * equal / compared : 0.0) << " % equal of "
            << compared << " compared); " << shapes << " mails with another number of text parts\n";
  return equal >= 0.995 * compared ? 0 : 1;
}
