// The rule contract: what every rule's own examples must show. The same checks hold for shipped
// packs and for anybody's.
#pragma once

#include <cstddef>
#include <deskside/deskside.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dsk::cli {

// An example as mail parts; `begin` and `end` are what its marks enclose.
struct Example {
  std::vector<std::pair<std::string, std::string>> parts;  // all but the judged text
  std::string before;
  std::string marked;
  std::string after;
  bool has_marks = false;

  std::string text() const { return before + marked + after; }
};

Example read_example(const deskside::rule::example& example);

// `example` with the judged part replaced.
deskside::mail mail_of(const Example& example, const std::string& part, std::string_view value);

struct Breach {
  std::string rule;
  std::string example;
  std::string what;
};

struct Tally {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::size_t variations = 0;
  std::vector<Breach> breaches;
};

// Tests one rule. `every` has each rule switched on, `usual` is what people run.
void test_rule(const deskside::engine& every, const deskside::engine& usual,
               const deskside::rule& rule, Tally& tally);

// The generated half: an example moved into a quote is silent, one in CRLF still fires, and so on.
void test_variations(const deskside::engine& every, const deskside::rule& rule,
                     const Example& example, Tally& tally);

}  // namespace dsk::cli
