#include "config_text.hpp"

#include <algorithm>
#include <cstdio>

#include "own_words.hpp"
#include "setup.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr std::size_t remarks_column = 52;

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7F; }

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    char escaped[8] = {c};
    if (c == '"' || c == '\\') escaped[0] = '\\', escaped[1] = c;
    if (is_control(static_cast<unsigned char>(c)))
      std::snprintf(escaped, sizeof escaped, "\\u%04X", static_cast<unsigned>(c));
    out += escaped;
  }
  return out + '"';
}

std::string key(std::string_view name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
  });
  return bare ? std::string(name) : quoted(name);
}

std::string setting(std::string_view name, std::string_view value) {
  return key(name) + " = " + quoted(value);
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + quoted(text);
  return "[" + all + "]";
}

// "a, b": what an option has several of, none of which holds a blank.
std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(", "), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return all;
}

bool is_rule(const deskside::option& one) { return one.name.rfind("rule.", 0) == 0; }
bool is_default(const deskside::option& one) { return one.origin == "default"; }
bool of_profile(const deskside::option& one) { return one.origin.rfind("profile ", 0) == 0; }

std::string source_of(const deskside::option& one) {
  return one.origin == "set" ? "the command line" : one.origin;
}

class Writer {
 public:
  Writer(const InForce& it, bool changed) : it_(it), changed_(changed) {}

  std::string run() {
    out_ = "format = 1\n";
    for (const deskside::option& one : it_.given)
      if (!is_rule(one) && one.name != "words" && one.name != "when") option(one);
    words();
    for (const std::string& one : it_.no_words)
      line("# " + quoted(one) + " is more than one word: write each on a line of its own",
           own_words_path());
    rules();
    for (const deskside::fact& profile : it_.profiles) own(profile);
    for (const deskside::option& one : it_.given)
      if (one.name == "when") when(one);
    sending();
    return std::move(out_);
  }

 private:
  // A remark is one line without control characters, whatever a file is called.
  void line(std::string text, std::string_view remark) {
    text.resize(std::max(text.size() + 2, remarks_column), ' ');
    std::string safe = visible(remark);
    std::replace_if(safe.begin(), safe.end(), is_control, ' ');
    out_ += text + "# " + safe + "\n";
  }

  void option(const deskside::option& given) {
    const auto now = std::find_if(it_.in_force.begin(), it_.in_force.end(),
                                  [&](const auto& one) { return one.name == given.name; });
    const bool changed_by_profile = now != it_.in_force.end() && of_profile(*now);
    // Beside tables [profile.NAME] there is no room for a key of that name.
    const bool chooses = given.name == "profile" && !it_.profiles.empty();
    const std::string text =
        chooses ? "profile.use = " + quoted(given.value) : setting(given.name, given.value);
    if (!is_default(given))
      line(text, source_of(given) +
                     (changed_by_profile ? "; " + now->origin + " has " + quoted(now->value) : ""));
    else if (changed_by_profile)
      line("# " + setting(now->name, now->value), now->origin);
    else if (!changed_)
      line("# " + text, "default");
  }

  void words() {
    const auto is_words = [](const deskside::option& one) { return one.name == "words"; };
    if (std::none_of(it_.given.begin(), it_.given.end(), is_words)) return;
    out_ += "words = [\n";
    for (const deskside::option& one : it_.given) {
      if (!is_words(one)) continue;
      std::string all = list_of(parts(one.value));
      line("  " + all.substr(1, all.size() - 2) + ",", one.origin);
    }
    out_ += "]\n";
  }

  // The later of two that fit wins. What a shipped profile sets stands below what a person set,
  // what their own sets above.
  void rules() {
    const auto is_given = [&](const deskside::option& one) {
      return is_rule(one) && !of_profile(one);
    };
    const auto& now = it_.in_force;
    const auto first = std::find_if(now.begin(), now.end(), is_given);
    if (std::any_of(it_.given.begin(), it_.given.end(), is_rule) ||
        std::any_of(now.begin(), now.end(), is_rule))
      out_ += "\n[rules]\n";
    const auto remark = [&](const deskside::option& one) {
      if (is_rule(one) && of_profile(one))
        line("# " + setting(one.name.substr(5), one.value), one.origin);
    };
    std::for_each(now.begin(), first, remark);
    for (const deskside::option& one : it_.given) {
      if (!is_rule(one)) continue;
      const bool counts = std::any_of(now.begin(), now.end(), [&](const auto& other) {
        return other.name == one.name && other.origin == one.origin;
      });
      line(setting(one.name.substr(5), one.value),
           source_of(one) + (counts ? "" : "; " + it_.instead.at(one.name)));
    }
    std::for_each(first, now.end(), remark);
  }

  void own(const deskside::fact& profile) {
    const std::string name = "profile." + key(profile.name());
    out_ += "\n[" + name + "]\n";
    std::string rules;
    for (const auto& [what, value] : settings_of(profile)) {
      if (what.substr(0, 5) == "rule.") rules += setting(what.substr(5), value) + "\n";
      else out_ += setting(what, value) + "\n";
    }
    if (!rules.empty()) out_ += "\n[" + name + ".rules]\n" + rules;
  }

  // "from a@b, to *@c, *@d: profile internal"
  void when(const deskside::option& one) {
    std::string_view text = one.value;
    out_ += "\n";
    line("[[when]]", one.origin);
    const std::size_t colon = text.find(": ");
    const std::string_view then = text.substr(colon + 2);
    std::string_view mails = text.substr(0, colon);
    const auto write = [&](const char* name, std::string_view globs) {
      out_ += std::string(name) + " = " + list_of(parts(globs)) + "\n";
    };
    if (mails.substr(0, 5) == "from ") {
      const std::size_t end = std::min(mails.find(", to "), mails.size());
      write("from", mails.substr(5, end - 5));
      mails.remove_prefix(std::min(end + 2, mails.size()));
    }
    if (mails.substr(0, 3) == "to ") write("to", mails.substr(3));
    out_ += then == "off" ? "off = true\n" : setting("profile", then.substr(8)) + "\n";
  }

  void sending() {
    const std::pair<const char*, const SendmailSetting*> keys[] = {
        {"senders", &it_.sending.senders},
        {"transport", &it_.sending.transport},
        {"mailbox", &it_.sending.mailbox}};
    const bool any = std::any_of(std::begin(keys), std::end(keys), [](const auto& one) {
      return one.second->origin != "default";
    });
    if (!any && changed_) return;
    out_ += "\n";
    line(any ? "[sendmail]" : "# [sendmail]", "only in your own configuration and /etc/deskside");
    for (const auto& [name, given] : keys) {
      const bool set = given->origin != "default";
      if (set || !changed_)
        line((set ? "" : "# ") + key(name) + " = " + list_of(given->values), given->origin);
    }
  }

  const InForce& it_;
  bool changed_;
  std::string out_;
};

}  // namespace

std::string as_configuration(const InForce& it, bool changed) { return Writer(it, changed).run(); }

}  // namespace dsk::cli
