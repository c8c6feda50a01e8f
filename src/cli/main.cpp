// deskside: the command. Exit status: 0 the mail may go, 1 ask first, 2 the caller's mistake, 70 a
// fault of its own, 74 no room for its output, so that whoever wraps it can let the mail go on
// anything but 1.
#include <cstdio>
#include <cstring>
#include <deskside/deskside.hpp>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

std::string overview() {
  std::string text =
      "Usage: deskside COMMAND [option…]\n\n"
      "Looks over a support mail before it is sent: spelling, and the manners a spell\n"
      "checker cannot see. Nothing leaves this machine.\n\n"
      "  deskside check reply.eml                        a mail, or - for standard input\n"
      "  deskside check --incoming question.eml reply.txt   judged as an answer\n\n"
      "Commands:\n";
  for (const Command* command : commands) {
    std::string line = std::string("  ") + command->name;
    line.resize(14, ' ');
    text += line + command->summary + "\n";
  }
  return text +
         "\n\"deskside COMMAND --help\" tells more. Exit status: 0 the mail may go, 1 look\n"
         "again first, 2 a mistake in the call, 70 a fault of deskside, 74 its output could\n"
         "not be written.\n";
}

const Command& find(std::string_view name) {
  std::vector<std::string> known;
  for (const Command* command : commands) {
    if (name == command->name) return *command;
    known.emplace_back(command->name);
  }
  known.insert(known.end(), {"--help", "--version"});
  const bool is_flag = name.size() > 1 && name[0] == '-';
  const bool is_file = name == "-" || (!is_flag && name.find_first_of("./") != name.npos);
  if (is_file)
    throw Misuse("say first what to do with " + std::string(name) + ": deskside check " +
                 std::string(name));
  const std::string meant = nearest(name, known);
  throw Misuse("there is no command \"" + std::string(name) + "\"; " +
               (meant.empty() ? "\"deskside --help\" lists them"
                              : "did you mean \"deskside " + meant + "\"?"));
}

// Clients that take a program and no words call a link of this name.
bool called_as_sendmail(std::string_view program) {
  const std::string_view name = program.substr(program.find_last_of('/') + 1);
  return name == "deskside-sendmail" || name == "sendmail";
}

// Editors name a program and no command: they call it with the options of ispell.
bool called_as_ispell(std::string_view first) {
  return first.size() > 1 && first[0] == '-' && first[1] != '-';
}

int run(int count, char** values) {
  if (count > 0 && called_as_sendmail(values[0]))
    return sendmail_command.run(Arguments(sendmail_command, count - 1, values + 1));
  if (count < 2) {
    std::fputs(overview().c_str(), stderr);
    return 2;
  }
  const std::string_view first = values[1];
  if (first == "--help" || first == "-h" || first == "help") {
    print(count > 2 ? help(find(values[2])) : overview());
    return 0;
  }
  if (first == "--version" || first == "-V") {
    print("deskside " + std::string(deskside::version()) + "\n");
    return 0;
  }
  if (called_as_ispell(first))
    return spell_command.run(Arguments(spell_command, count - 1, values + 1));
  const Command& command = find(first);
  for (int at = 2; at < count && std::strcmp(values[at], "--") != 0; ++at) {
    const bool brief = std::strcmp(values[at], "-h") == 0 && !command.passes_on;
    if (!brief && std::strcmp(values[at], "--help") != 0) continue;
    print(help(command));
    return 0;
  }
  return command.run(Arguments(command, count - 2, values + 2));
}

}  // namespace
}  // namespace dsk::cli

int main(int count, char** values) {
  using namespace dsk::cli;
  try {
    const int status = run(count, values);
    flush();
    return status;
  } catch (const Misuse& mistake) {
    complain(mistake.what());
    return 2;
  } catch (const deskside::error& error) {
    complain(error.what());
    return exit_status(error.status());
  } catch (const CannotWrite& fault) {
    complain(fault.what());
    return 74;  // EX_IOERR of sysexits.h
  } catch (const std::exception& fault) {
    complain(fault.what());
    return 70;
  }
}
