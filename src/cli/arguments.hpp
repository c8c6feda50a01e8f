// The command line, read against a table. The table is constant data, because CLI11 would cost
// half a millisecond a start (two thirds of what a check of one mail takes), and because the same
// table writes the help and the shell completions.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dsk::cli {

// The caller's mistake: the process ends with 2.
struct Misuse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One option. `name` may hold a short form, "-l", or a long one, "--label".
struct Flag {
  const char* name;
  const char* value;  // what stands for the value in the help, "FILE"; nullptr for a switch
  const char* help;
};

class Arguments;

struct Command {
  const char* name;
  const char* operands;  // as the help shows them: "FILE…|-"
  const char* summary;   // one line
  const char* details;   // the rest of the help; may be ""
  const Flag* flags;
  std::size_t flag_count;
  int (*run)(const Arguments&);
  bool passes_on = false;  // words it does not know are operands, for another program
};

// What was given. Options may stand before and after operands; "--" ends them.
class Arguments {
 public:
  // Throws Misuse for an option the command does not have, or one without its value.
  Arguments(const Command& command, int count, char** values);

  bool has(std::string_view flag) const;
  std::optional<std::string> value(std::string_view flag) const;  // the last one given
  std::string value_or(std::string_view flag, std::string_view otherwise) const;
  std::vector<std::string> values(std::string_view flag) const;
  const std::vector<std::string>& operands() const { return operands_; }

  // The value of `flag`, which must be one of `choices`, the first of them where it is not given.
  std::string choice(std::string_view flag, std::initializer_list<std::string_view> choices) const;

  // Throws Misuse unless there are between `least` and `most` operands.
  void expect_operands(std::size_t least, std::size_t most) const;

 private:
  const Flag& find(std::string_view name) const;

  const Command* command_;
  std::vector<std::pair<const Flag*, std::string>> given_;
  std::vector<std::string> operands_;
};

// "deskside check [options] FILE…|-", and a line for each option.
std::string help(const Command& command);

// The name in `names` that `typed` most likely meant, "" where none is near.
std::string nearest(std::string_view typed, const std::vector<std::string>& names);

}  // namespace dsk::cli
