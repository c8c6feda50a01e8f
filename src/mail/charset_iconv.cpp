#include "mail/charset_iconv.hpp"

#ifdef DESKSIDE_ICONV
#include <iconv.h>

#include <cerrno>
#include <string>
#endif

namespace dsk::mail {

#ifdef DESKSIDE_ICONV
namespace {

class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  ~Converter() {
    if (good()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool good() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Each byte that fits no character becomes U+FFFD.
  void convert(std::string_view bytes, std::string& out) {
    char* in = const_cast<char*>(bytes.data());  // iconv takes char**, and does not write to it
    std::size_t left = bytes.size();
    char buffer[1024];
    while (left > 0) {
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t result = iconv(handle_, &in, &left, &to, &room);
      out.append(buffer, static_cast<std::size_t>(to - buffer));
      if (result != static_cast<std::size_t>(-1)) continue;
      if (errno == E2BIG) continue;
      if (left == 0) break;
      out.append("\xEF\xBF\xBD");
      ++in;
      --left;
    }
  }
  // The last character, where it waited for a mark to come behind it (windows-1258).
  void finish(std::string& out) {
    char buffer[64];
    char* to = buffer;
    std::size_t room = sizeof buffer;
    iconv(handle_, nullptr, nullptr, &to, &room);
    out.append(buffer, static_cast<std::size_t>(to - buffer));
  }

 private:
  iconv_t handle_;
};

}  // namespace

bool from_iconv(std::string_view bytes, std::string_view charset, Derived& out) {
  if (charset.size() > 64 || charset.find_first_of(std::string_view("/\0", 2)) != charset.npos)
    return false;
  Converter converter{std::string(charset)};
  if (!converter.good()) return false;
  // Line by line: a piece of the map each. Shift states do not outlive a line (RFC 1468).
  std::string line;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = bytes.find('\n', at);
    end = end == std::string_view::npos ? bytes.size() : end + 1;
    const std::string_view source = bytes.substr(at, end - at);
    line.clear();
    converter.convert(source, line);
    if (end == bytes.size()) converter.finish(line);
    if (line == source)
      out.copy(source, at);
    else
      out.put(line, at);
    at = end;
  }
  return true;
}

#else

bool from_iconv(std::string_view, std::string_view, Derived&) { return false; }

#endif

}  // namespace dsk::mail
