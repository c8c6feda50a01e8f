// Reports on paper: one class a format. A piece is made from one report alone, so that pieces can
// be made on several cores and still be written in order.
#pragma once

#include <deskside/deskside.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"

namespace dsk::cli {

struct Wishes {
  deskside::unit unit = deskside::unit::bytes;
  bool suggest = false;
  bool all = false;  // every remark in full
  bool coach = false;
  bool incoming_given = false;  // whatever is in it: the option need not be named
  bool sending = false;         // by a mail client: no option can be given, so none is offered
};

struct Checked {
  std::string_view label;
  const Origin& origin;
  const deskside::report& report;
  const deskside::engine& engine;
};

struct Piece {
  std::string text;
  std::vector<std::string> rules;  // that found something
  deskside::verdict verdict = deskside::verdict::pass;
};

class Format {
 public:
  virtual ~Format() = default;

  // Makes the piece of one mail. Any number of threads at once.
  virtual Piece piece(const Checked& checked) const = 0;

  // What goes before the next piece, and after the last one. In order, one thread.
  virtual std::string before(const Piece&) { return ""; }
  virtual std::string after(const deskside::engine&) { return ""; }
};

// "text", "gcc", "json" or "jsonl"; `alone` where there is one mail.
std::unique_ptr<Format> make_format(std::string_view name, const Wishes& wishes, bool alone);

std::unique_ptr<Format> make_text_format(const Wishes& wishes, bool alone);
std::unique_ptr<Format> make_gcc_format(const Wishes& wishes);
std::unique_ptr<Format> make_json_format(const Wishes& wishes, bool lines);

// "coach", "suggestion", "warning", "error".
const char* name_of(deskside::level level);
const char* name_of(deskside::verdict verdict);

// Standard output takes no more: a full disk, say, which is nobody's mistake in the call.
class CannotWrite : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Bytes to standard output. Throws CannotWrite.
void print(std::string_view bytes);
void flush();

// At most five better spellings where the finding is about a spelling, else none.
std::vector<std::string> suggestions_for(const Checked& checked, const deskside::finding& finding);

// What an X-Deskside-Ignore came to. One that hides nothing is most likely a slip, and an error is
// never hidden without a word, other remarks where `all` are asked for; of many, the first few and
// how many more there are.
struct Remark {
  std::string sentence;
  bool slip;
};
std::vector<Remark> ignores_told(const Checked& checked, bool all);

}  // namespace dsk::cli
