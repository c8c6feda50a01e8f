#include "sendmail_settings.hpp"

#include <fnmatch.h>

#include <optional>

#include "../toml.hpp"
#include "files.hpp"

namespace dsk::cli {
namespace {

std::string at_home(const std::string& path) {
  return path.rfind("~/", 0) == 0 ? environment("HOME") + path.substr(1) : path;
}

// "deskside.toml:4:1: "
std::string place(const std::string& path, const toml::source_region& where) {
  return path + ":" + std::to_string(where.begin.line) + ":" +
         std::to_string(where.begin.column) + ": ";
}

std::string did_you_mean(std::string_view key) {
  const std::string meant = nearest(key, {"senders", "transport", "mailbox"});
  return meant.empty() ? "" : " (did you mean " + meant + "?)";
}

// A string, or a list of strings; nothing for anything else.
std::optional<std::vector<std::string>> texts(const toml::node& node) {
  std::vector<std::string> all;
  if (node.is_string()) {
    all.push_back(**node.as_string());
    return all;
  }
  if (!node.is_array()) return std::nullopt;
  for (const toml::node& item : *node.as_array()) {
    if (!item.is_string()) return std::nullopt;
    all.push_back(**item.as_string());
  }
  return all;
}

void read(SendmailSettings& settings, const std::string& path, std::string& trouble) {
  std::optional<std::string> text;
  try {
    text = read_if_there(path);
  } catch (const Misuse& error) {
    trouble += std::string(error.what()) + "\n";
  }
  if (!text) return;
  toml::table file;
  try {
    file = toml::parse(*text, path);
  } catch (const toml::parse_error& error) {
    trouble += place(path, error.source()) + std::string(error.description()) + "\n";
    return;
  }
  const toml::table* table = file["sendmail"].as_table();
  if (!table) return;
  for (const auto& [key, node] : *table) {
    const std::string_view name = key.str();
    std::optional<std::vector<std::string>> values = texts(node);
    if (!values)
      trouble += place(path, node.source()) + "sendmail." + std::string(name) +
                 " has to be a string or a list of them\n";
    else if (name == "senders")
      settings.senders = {std::move(*values), path};
    else if (name == "transport")
      settings.transport = {std::move(*values), path};
    else if (name == "mailbox")
      settings.mailbox = {std::move(*values), path};
    else
      trouble += place(path, key.source()) + "[sendmail] has no key \"" + std::string(name) + "\"" +
                 did_you_mean(name) + "; there are senders, transport and mailbox\n";
  }
}

}  // namespace

SendmailSettings sendmail_settings(const Arguments& arguments, std::string& trouble) {
  SendmailSettings settings;
  if (const auto config = arguments.value("--config")) {
    read(settings, *config, trouble);
  } else {
    read(settings, "/etc/deskside/deskside.toml", trouble);
    const std::string home = config_folder();
    if (!home.empty()) read(settings, home + "/deskside.toml", trouble);
  }
  std::vector<std::string>& transport = settings.transport.values;
  if (!transport.empty()) transport[0] = at_home(transport[0]);
  for (std::string& mailbox : settings.mailbox.values) mailbox = at_home(mailbox);
  return settings;
}

bool listed(const std::vector<std::string>& globs, const std::string& address) {
  if (address.empty()) return false;
  for (const std::string& glob : globs)
    if (::fnmatch(glob.c_str(), address.c_str(), FNM_CASEFOLD) == 0) return true;
  return false;
}

}  // namespace dsk::cli
