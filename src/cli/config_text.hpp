// What is in force, written as a configuration that says the same: what was set as lines, the rest
// as remarks, so that a default stays one and a profile may still change it.
#pragma once

#include <deskside/deskside.hpp>
#include <map>
#include <string>
#include <vector>

#include "sendmail_settings.hpp"

namespace dsk::cli {

struct InForce {
  std::vector<deskside::option> given;     // defaults, what was set, words and [[when]] sections
  std::vector<deskside::option> in_force;  // the same as the chosen profile leaves it
  std::vector<deskside::fact> profiles;    // those of a person's own
  SendmailSettings sending;
  // What holds in place of a rule set: "profile calm has …".
  std::map<std::string, std::string> instead;
  std::vector<std::string> no_words;           // among a person's own
};

// With `changed` without what is a default.
std::string as_configuration(const InForce& it, bool changed);

}  // namespace dsk::cli
