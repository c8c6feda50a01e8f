// Shell completions, written from the tables the commands are read with.
#include "commands.hpp"
#include "output.hpp"

namespace dsk::cli {
namespace {

bool takes_file(const Flag& flag) {
  const std::string_view value = flag.value ? flag.value : "";
  return value == "FILE" || value == "DIR";
}

std::string names() {
  std::string all;
  for (const Command* command : commands)
    all += (all.empty() ? "" : " ") + std::string(command->name);
  return all;
}

std::string bash() {
  std::string out =
      "# bash completion for deskside\n"
      "_deskside() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]-} options=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W '" +
      names() + " --help --version' -- \"$word\")\n    return\n  fi\n  case $command in\n";
  for (const Command* command : commands) {
    out += std::string("  ") + command->name + ") options='--help";
    for (std::size_t at = 0; at < command->flag_count; ++at)
      out += std::string(" ") + command->flags[at].name;
    out += "' ;;\n";
  }
  return out +
         "  esac\n"
         "  case $word in\n"
         "  -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\") ;;\n"
         "  *) mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _deskside deskside\n";
}

// Single quotes, brackets and colons mean something to zsh.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':')
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

std::string zsh() {
  std::string out = "#compdef deskside\n_deskside() {\n  local -a commands=(\n";
  for (const Command* command : commands)
    out += "    '" + std::string(command->name) + ":" + zsh_text(command->summary) + "'\n";
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command* command : commands) {
    out += std::string("  ") + command->name + ") _arguments";
    for (std::size_t at = 0; at < command->flag_count; ++at) {
      const Flag& flag = command->flags[at];
      out += " \\\n    '*" + std::string(flag.name) + "[" + zsh_text(flag.help) + "]" +
             (flag.value ? ":" + std::string(flag.value) + ":" + (takes_file(flag) ? "_files" : "")
                         : "") +
             "'";
    }
    out += " \\\n    '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n_deskside \"$@\"\n";
}

std::string fish_text(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("\\'") : std::string(1, c);
  return out;
}

std::string fish() {
  std::string out = "# fish completion for deskside\n";
  for (const Command* command : commands) {
    out += "complete -c deskside -f -n __fish_use_subcommand -a " + std::string(command->name) +
           " -d '" + fish_text(command->summary) + "'\n";
    for (std::size_t at = 0; at < command->flag_count; ++at) {
      const Flag& flag = command->flags[at];
      const std::string_view name = flag.name;
      const bool is_long = name.substr(0, 2) == "--";
      out += "complete -c deskside -n '__fish_seen_subcommand_from " + std::string(command->name) +
             "' " + (is_long ? "-l " : name.size() == 2 ? "-s " : "-o ") +
             std::string(name.substr(is_long ? 2 : 1)) +
             (flag.value ? (takes_file(flag) ? " -r -F" : " -x") : "") + " -d '" +
             fish_text(flag.help) + "'\n";
    }
  }
  return out;
}

int completion(const Arguments& arguments) {
  arguments.expect_operands(1, 1);
  const std::string& shell = arguments.operands().front();
  if (shell == "bash")
    print(bash());
  else if (shell == "zsh")
    print(zsh());
  else if (shell == "fish")
    print(fish());
  else
    throw Misuse("there are completions for bash, zsh and fish, not for \"" + shell + "\"");
  return 0;
}

}  // namespace

const Command completion_command = {
    "completion", "bash|zsh|fish", "print a shell completion", "", nullptr, 0, completion};

}  // namespace dsk::cli
