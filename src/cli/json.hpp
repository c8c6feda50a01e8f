// JSON written as a stream: nothing is kept, so ten thousand findings cost what their bytes cost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dsk::cli {

// The name of a member of ours with its marks, put together by the compiler: nothing in it is escaped.
struct JsonName {
  // NOLINTNEXTLINE(google-explicit-constructor): a name is written as a literal
  consteval JsonName(const char* name) {
    for (const char* at = name; *at != 0; ++at) text[2 + size++] = *at;
    text[2 + size] = '"';
    text[3 + size] = ':';
  }
  char text[28] = {',', '"'};
  std::size_t size = 0;
};

class Json {
 public:
  // Appends to `out`.
  explicit Json(std::string& out) : out_(&out) {}

  Json& begin_object() { return open('{'); }
  Json& end_object() { return close('}'); }
  Json& begin_array() { return open('['); }
  Json& end_array() { return close(']'); }
  // The name of somebody else's thing, which may have something to escape.
  Json& quoted_key(std::string_view name);
  Json& key(const JsonName& name) {
    const std::size_t skipped = comma_ ? 0 : 1;
    out_->append(name.text + skipped, name.size + 4 - skipped);
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
    *out_ += mark;
    comma_ = false;
    return *this;
  }
  Json& close(char mark) {
    *out_ += mark;
    comma_ = true;
    return *this;
  }
  void separate() {
    if (comma_) *out_ += ',';
    comma_ = true;
  }
  void quote(std::string_view text);

  std::string* out_;
  bool comma_ = false;  // something stands before on this level
};

}  // namespace dsk::cli
