// JSON written as a stream: nothing is kept, so ten thousand findings cost what their bytes cost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dsk::cli {

class Json {
 public:
  // Appends to `out`.
  explicit Json(std::string& out) : out_(&out) {}

  Json& begin_object() { return open('{'); }
  Json& end_object() { return close('}'); }
  Json& begin_array() { return open('['); }
  Json& end_array() { return close(']'); }
  // A name of ours, which has nothing in it to escape; that of somebody else's thing may have.
  Json& key(const char* name);
  Json& key(const std::string& name);
  Json& value(std::string_view text);
  Json& value(const char* text) { return value(std::string_view(text)); }
  Json& value(std::size_t number);
  Json& value(bool truth);

  template <class Value>
  Json& member(const char* name, const Value& it) {
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
