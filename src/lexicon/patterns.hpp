// The parts of regexes that a pack names once, under [pattern]: "\b{password}\s+is".
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace dsk::lexicon {

class Patterns {
 public:
  // A name is of a-z, 0-9 and '-' and begins with a letter, by which {sha256} is told from the
  // count {2,4}. Throws Error{lexicon} where it is another, and where it is there already.
  void add(std::string_view name, std::string_view regex);

  // The regex with each {name} written out as a group. Throws Error{lexicon} where there is no such
  // pattern, and where one would hold itself. Braces of counts and escapes, {2,4} and \p{lu}, stay.
  std::string write_out(std::string_view regex) const;

 private:
  void write_out(std::string_view regex, int depth, std::string& out) const;

  std::map<std::string, std::string, std::less<>> all_;
};

}  // namespace dsk::lexicon
