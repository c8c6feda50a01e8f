// JSON written as a stream: no tree is built, so ten thousand findings cost what their bytes cost.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace dsk::cli {

// The name of a member of ours with its marks, put together by the compiler: nothing in it is
// escaped.
struct JsonName {
  // NOLINTNEXTLINE(google-explicit-constructor): a name is written as a literal
  consteval JsonName(const char* name) {
    for (const char* at = name; *at != 0; ++at) text[2 + size++] = *at;
    text[2 + size] = '"';
    text[3 + size] = ':';
  }
  static constexpr std::size_t kMost = 24;  // letters
  char text[kMost + 5] = {',', '"'};
  std::size_t size = 0;
};

class Json {
 public:
  // What was written so far.
  std::string text() const { return {bytes_.get(), used_}; }

  Json& begin_object() { return open('{'); }
  Json& end_object() { return close('}'); }
  Json& begin_array() { return open('['); }
  Json& end_array() { return close(']'); }
  Json& end_line() {
    put('\n');
    return *this;
  }
  // The name of somebody else's thing, which may have something to escape.
  Json& quoted_key(std::string_view name);
  Json& key(const JsonName& name) {
    const std::size_t skipped = comma_ ? 0 : 1;
    // So many for every name: copied without a loop.
    std::memcpy(room(JsonName::kMost + 4), name.text + skipped, JsonName::kMost + 4);
    used_ += name.size + 4 - skipped;
    comma_ = false;
    return *this;
  }
  Json& value(std::string_view text);
  Json& value(const char* text) { return value(std::string_view(text)); }
  Json& value(std::size_t number);
  Json& value(bool truth);

  template <class Value>
  Json& member(const JsonName& name, const Value& it) {
    return key(name).value(it);
  }

 private:
  Json& open(char mark) {
    separate();
    put(mark);
    comma_ = false;
    return *this;
  }
  Json& close(char mark) {
    put(mark);
    comma_ = true;
    return *this;
  }
  void separate() {
    if (comma_) put(',');
    comma_ = true;
  }
  void quote(std::string_view text);
  void escape(unsigned char byte);

  void put(char c) {
    *room(1) = c;
    ++used_;
  }
  void put(std::string_view plain) {
    std::copy(plain.begin(), plain.end(), room(plain.size()));
    used_ += plain.size();
  }
  // The end of what is written, with so many bytes free behind it.
  char* room(std::size_t size) {
    if (size > size_ - used_) grow(size);
    return bytes_.get() + used_;
  }
  void grow(std::size_t more);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, used_ = 0;
  bool comma_ = false;  // something stands before on this level
};

}  // namespace dsk::cli
