#include "arguments.hpp"

#include <algorithm>
#include <numeric>

#include "style.hpp"

namespace dsk::cli {

namespace {

bool has_flag(const Command& command, std::string_view name) {
  return std::any_of(command.flags, command.flags + command.flag_count,
                     [&](const Flag& flag) { return name == flag.name; });
}

}  // namespace

Arguments::Arguments(const Command& command, int count, char** values) : command_(&command) {
  bool options = true;
  for (int at = 0; at < count; ++at) {
    const std::string_view word = values[at];
    if (!options || word == "-" || word.empty() || word.front() != '-') {
      operands_.emplace_back(word);
      continue;
    }
    if (word == "--") {
      options = false;
      if (command.passes_on) operands_.emplace_back(word);
      continue;
    }
    const std::size_t equals = word.substr(0, 2) == "--" ? word.find('=') : std::string_view::npos;
    const std::string_view name = word.substr(0, equals);
    if (command.passes_on && !has_flag(command, name)) {
      operands_.emplace_back(word);
      continue;
    }
    const Flag& flag = find(name);
    if (flag.value == nullptr) {
      if (equals != std::string_view::npos) throw Misuse(std::string(name) + " takes no value");
      given_.emplace_back(&flag, "");
    } else if (equals != std::string_view::npos) {
      given_.emplace_back(&flag, word.substr(equals + 1));
    } else if (at + 1 < count) {
      given_.emplace_back(&flag, values[++at]);
    } else {
      throw Misuse(std::string(name) + " needs a value: " + std::string(name) + " " + flag.value);
    }
  }
}

const Flag& Arguments::find(std::string_view name) const {
  std::vector<std::string> known;
  for (std::size_t at = 0; at < command_->flag_count; ++at) {
    if (name == command_->flags[at].name) return command_->flags[at];
    known.emplace_back(command_->flags[at].name);
  }
  // Of letters none is nearer than another.
  const std::string meant = name.size() > 2 ? nearest(name, known) : "";
  throw Misuse("there is no option " + std::string(name) + "; " +
               (meant.empty() ? std::string("\"deskside ") + command_->name + " --help\" lists them"
                              : "did you mean " + meant + "?"));
}

bool Arguments::has(std::string_view flag) const {
  return std::any_of(given_.begin(), given_.end(),
                     [&](const auto& one) { return flag == one.first->name; });
}

std::optional<std::string> Arguments::value(std::string_view flag) const {
  for (auto one = given_.rbegin(); one != given_.rend(); ++one)
    if (flag == one->first->name) return one->second;
  return std::nullopt;
}

std::string Arguments::value_or(std::string_view flag, std::string_view otherwise) const {
  return value(flag).value_or(std::string(otherwise));
}

std::vector<std::string> Arguments::values(std::string_view flag) const {
  std::vector<std::string> all;
  for (const auto& one : given_)
    if (flag == one.first->name) all.push_back(one.second);
  return all;
}

std::string Arguments::choice(std::string_view flag,
                              std::initializer_list<std::string_view> choices) const {
  const std::string given = value_or(flag, *choices.begin());
  if (std::find(choices.begin(), choices.end(), given) != choices.end()) return given;
  std::string all;
  for (const std::string_view one : choices) all += (all.empty() ? "" : ", ") + std::string(one);
  throw Misuse(std::string(flag) + " takes one of " + all + ", not \"" + given + "\"");
}

void Arguments::expect_operands(std::size_t least, std::size_t most) const {
  if (operands_.size() >= least && operands_.size() <= most) return;
  throw Misuse(operands_.size() < least
                   ? std::string("something is missing: deskside ") + command_->name + " " +
                         command_->operands
                   : "there is one word too many: \"" + operands_[most] + "\"");
}

std::string help(const Command& command) {
  std::string text = std::string("Usage: deskside ") + command.name +
                     (command.flag_count ? " [option…]" : "") + (*command.operands ? " " : "") +
                     command.operands + "\n\n" + command.summary + "\n";
  if (*command.details) text += std::string("\n") + command.details + "\n";
  if (command.flag_count) text += "\nOptions:\n";
  for (std::size_t at = 0; at < command.flag_count; ++at) {
    const Flag& flag = command.flags[at];
    std::string line = std::string("  ") + flag.name;
    if (flag.value) line += std::string(" ") + flag.value;
    line.resize(std::max<std::size_t>(line.size() + 2, 28), ' ');
    text += wrapped(flag.help, line, std::string(28, ' '));
  }
  return text;
}

namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& names) {
  std::string best;
  std::size_t least = std::max<std::size_t>(typed.size() / 3, 2) + 1;
  if (typed.size() > 64) return best;
  for (const std::string& name : names) {
    const std::size_t far = distance(typed, name);
    if (far < least) {
      least = far;
      best = name;
    }
  }
  return best;
}

}  // namespace dsk::cli
