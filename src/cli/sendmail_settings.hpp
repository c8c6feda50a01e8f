// The [sendmail] table of deskside.toml:
//
//   [sendmail]
//   senders   = ["*@helpdesk.example"]   whose mail may be refused; nobody's where it is missing
//   transport = "msmtp"                  or ["msmtp", "--account=work"]
//   mailbox   = ["~/Maildir", "~/mbox"]  where the message being answered is looked for
//
// It names a program and mailboxes, so it counts only in the person's own file and in /etc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace dsk::cli {

struct SendmailSetting {
  std::vector<std::string> values;
  std::string origin = "default";
};

struct SendmailSettings {
  SendmailSetting senders;
  SendmailSetting transport;
  SendmailSetting mailbox;
};

// From --config, else from /etc and then the person's own file, whose keys win. What is wrong in
// them goes to `trouble`, a sentence a line, and the rest counts: mail has to flow.
SendmailSettings sendmail_settings(const Arguments& arguments, std::string& trouble);

// Does one of `globs` fit the address?
bool listed(const std::vector<std::string>& globs, const std::string& address);

}  // namespace dsk::cli
