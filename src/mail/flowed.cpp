#include "mail/flowed.hpp"

namespace dsk::mail {

Derived unflow(std::string_view body, bool delete_space) {
  Derived out;
  out.text.reserve(body.size());
  bool open = false;        // the line before ended softly
  std::size_t depth = 0;    // of the line before
  std::size_t soft_at = 0;  // where its end is in the body
  for (std::size_t at = 0; at < body.size();) {
    std::size_t end = body.find('\n', at);
    const std::size_t next = end == std::string_view::npos ? body.size() : end + 1;
    const bool ended = end != std::string_view::npos;
    if (!ended) end = body.size();
    if (end > at && body[end - 1] == '\r') --end;

    std::size_t marks = 0;
    while (at + marks < end && body[at + marks] == '>') ++marks;
    std::size_t content = at + marks;
    if (content < end && body[content] == ' ') ++content;  // stuffing
    const std::string_view words = body.substr(content, end - content);
    const bool signature = words == "-- ";
    const bool joins = open && marks == depth && !signature;
    if (open && !joins) out.put("\n", soft_at);
    if (!joins) {
      out.copy(body.substr(at, marks), at);
      if (marks > 0 && content > at + marks) out.copy(" ", content - 1);
    }
    open = ended && !words.empty() && words.back() == ' ' && !signature;
    const bool drop = open && delete_space;
    out.copy(words.substr(0, words.size() - (drop ? 1 : 0)), content);
    soft_at = end;
    depth = marks;
    if (!open && ended) out.put("\n", end);
    at = next;
  }
  if (open) out.put("\n", soft_at);
  return out;
}

}  // namespace dsk::mail
