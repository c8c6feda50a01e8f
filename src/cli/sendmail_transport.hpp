// The program that really sends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dsk::cli {

// Are we behind ourselves, called by a transport that leads back here? Then the mail has been
// looked over already.
bool behind_ourselves();

// The command that sends: `named`, else msmtp or sendmail, whichever is found; never this program
// under another name, and never the one that led back here. Empty where there is none, and
// `trouble` says so.
std::vector<std::string> find_transport(std::vector<std::string> named, std::string& trouble);

// Runs it with `mail` on its standard input; its words and its exit status are the client's own. A
// transport that a signal ended gives EX_TEMPFAIL. What stops us is handed to it.
int run_transport(const std::vector<std::string>& command, std::string_view mail);

// Becomes it, standard input untouched. Comes back only where that fails.
int become_transport(const std::vector<std::string>& command);

}  // namespace dsk::cli
