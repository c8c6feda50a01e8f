// The subcommands; each stands in the file of its name.
#pragma once

#include "arguments.hpp"

namespace dsk::cli {

extern const Command check_command;
extern const Command completion_command;
extern const Command config_command;
extern const Command dictionary_command;
extern const Command explain_command;
extern const Command fix_command;
extern const Command incoming_command;
extern const Command ledger_command;
extern const Command promises_command;
extern const Command rules_command;
extern const Command sendmail_command;
extern const Command spell_command;
extern const Command suggest_command;
extern const Command test_command;
extern const Command tips_command;
extern const Command words_command;
extern const Command zones_command;

// In the order the help shows them.
inline constexpr const Command* commands[] = {
    &check_command,   &fix_command,   &explain_command,    &rules_command,
    &tips_command,    &zones_command, &incoming_command,   &promises_command, &ledger_command,
    &suggest_command, &spell_command, &dictionary_command, &words_command,
    &config_command,  &test_command,  &sendmail_command,   &completion_command,
};

}  // namespace dsk::cli
