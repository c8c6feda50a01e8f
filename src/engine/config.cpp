// deskside.toml: the configuration of a person, a team or a machine.
//
//   format = 1
//   language = "en-GB"          any option by its name
//   profile = "hand-holding"
//   words = ["Contoso"]         spelt right here, one word each
//   [rules]
//   "tone-*" = "suggestion"
//   [profile.incident]          a profile of one's own: options and rules that hold with it
//   gate = "error"
//   rules = { "closing-*" = "off" }
//   [[when]]
//   to = ["*@colleagues.example"]
//   profile = "internal"        or: off = true
#include <algorithm>

#include "engine/options.hpp"
#include "lexicon/strict_table.hpp"

namespace dsk {

using lexicon::StrictTable;

namespace {

// The keys of a table as they were written: toml++ sorts them by name, and the last rule that fits
// wins.
std::vector<std::pair<const toml::key*, const toml::node*>> in_order(const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> all;
  for (const auto& [key, value] : table) all.emplace_back(&key, &value);
  const auto place = [](const toml::key& key) {
    return std::pair(key.source().begin.line, key.source().begin.column);
  };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return place(*a.first) < place(*b.first);
  });
  return all;
}

// The mistakes of a file, told together, so that a person mends them in one go.
class Faults {
 public:
  template <class Step>
  void gather(Step step) {
    try {
      step();
    } catch (const Error& error) {
      found_.push_back(error);
    }
  }

  // Throws where there are any: a line each, and the place of the first.
  void tell() {
    if (found_.empty()) return;
    std::stable_sort(found_.begin(), found_.end(), [](const Error& a, const Error& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    std::string all = found_.front().what();
    for (std::size_t at = 1; at < std::min(found_.size(), most); ++at)
      all.append("\n").append(found_[at].what());
    if (found_.size() > most)
      all += "\nand " + std::to_string(found_.size() - most) + " more";
    throw Error(found_.front().status, all, found_.front().line, found_.front().column);
  }

 private:
  static constexpr std::size_t most = 10;
  std::vector<Error> found_;
};

}  // namespace

// Reads into a copy, so that a file with a fault in it changes nothing.
class ConfigReader {
 public:
  ConfigReader(Options& options, std::string_view file, bool trusted)
      : options_(options), file_(file), trusted_(trusted) {}

  void run(std::string_view text) {
    const toml::table table = lexicon::parse(file_, text);
    StrictTable top(file_, table, "the configuration");
    // What another format says is not to be judged by this one.
    if (table.contains("format")) top.expect_format("a configuration");
    else faults_.gather([&] { top.expect_format("a configuration"); });
    for (const auto& [key, value] : in_order(table)) {
      const std::string_view name = key->str();
      if (name == "rules" || name == "profile" || is_section(name)) continue;
      top.node(name);
      const auto where = place(value->source());
      option(*key, *value, "[rules]", [&](std::string_view n, std::string_view v) {
        options_.set(n, v, file_, where);
      });
    }
    faults_.gather([&] { words(top); });
    faults_.gather([&] {
      rules(top.node("rules"), [&](std::string_view n, std::string_view v) {
        options_.set(n, v, file_);
      });
    });
    faults_.gather([&] { profiles(top); });
    faults_.gather([&] { whens(top); });
    // Keys of programs that use the library: checked for trust here, read by them.
    if (top.node("sendmail") && !trusted_)
      faults_.gather([&] {
        top.fail("sendmail", "[sendmail] names programs and mailboxes: it counts only in your own "
                             "configuration or in /etc/deskside, so move it there");
      });
    faults_.gather([&] { top.done(); });
    faults_.tell();
  }

 private:
  [[noreturn]] void fail(const toml::source_region& where, const std::string& why) const {
    lexicon::fail_at(file_, where, why);
  }

  // `below` is the section that rules are set in, should it be one.
  template <class Set>
  void option(const toml::key& key, const toml::node& value, std::string_view below, Set set) {
    faults_.gather([&] {
      const std::string name(key.str());
      if (!is_option(name) && !rules_of(name))
        fail(key.source(), no_option(name, value, std::string(below)));
      set_to(name, name + " = ", value, set);
    });
  }

  // What to write instead of an option that there is not.
  static std::string no_option(const std::string& name, const toml::node& value,
                               const std::string& below) {
    if (is_section(name))
      return "\"" + name + "\" holds for every mail: write it above the first [section]";
    if (!value.is_table() && name.find_first_of("-*?") != name.npos)
      return "\"" + name + "\" is no option; rules are set below a line with " + below + ": \"" +
             name + "\" = \"off\"";
    if (name == "rule" && value.is_array())
      return "rules of your own are a pack, a folder of such files for --pack; [rules] sets levels";
    std::vector<std::string_view> names = option_names();
    names.insert(names.end(), {"rules", "when", "words"});
    const std::string meant = did_you_mean(name, names);
    if (value.is_table() && meant.empty())
      return "there is no section [" + name + "]; options stand above all sections, on their own";
    return "there is no option \"" + name + "\"" + meant + "; `deskside config` lists them all";
  }

  // What stands at the top beside options.
  static bool is_section(std::string_view name) {
    return name == "words" || name == "when" || name == "format" || name == "sendmail";
  }

  static bool is_option(std::string_view name) {
    const std::vector<std::string_view> names = option_names();
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  // `is` is how the line begins.
  template <class Set>
  void set_to(const std::string& name, const std::string& is, const toml::node& value, Set set) {
    std::string text;
    if (value.is_string())
      text = **value.as_string();
    else if (value.is_boolean())
      text = value_for(name, **value.as_boolean());
    if (text.empty() && !value.is_string())
      fail(value.source(), "a text in quotes belongs here: " + is + "\"" +
                               std::string(example_of(name)) + "\"");
    try {
      set(name, text);
    } catch (const Error& error) {
      fail(value.source(), error.what());
    }
  }

  void words(StrictTable& top) {
    const std::vector<std::string> words = top.texts("words");
    for (std::size_t at = 0; at < words.size(); ++at)
      faults_.gather([&] {
        if (words[at].empty() || words[at].find_first_of(" \t\n,;") != std::string::npos)
          fail(top.where("words", at),
               "\"" + words[at] + "\" is " + (words[at].empty() ? "no" : "more than one") +
                   " word; write a list, each in quotes of its own: "
                   "words = [\"Contoso\", \"Fabrikam\"]");
        options_.words_.add(words[at]);
      });
    list("words", joined(words));
  }

  // What is no option is listed with them: where several files say something, each has its line.
  void list(std::string_view name, std::string value) {
    if (!value.empty())
      options_.settings_.push_back({std::string(name), std::move(value), file_, {}});
  }

  static std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all.append(all.empty() ? "" : ", ").append(text);
    return all;
  }

  template <class Set>
  void rules(const toml::node* node, Set set) {
    if (!node) return;
    if (!node->is_table())
      fail(node->source(),
           "rules stand below a line with [rules], one a line: \"tone-*\" = \"off\"");
    for (const auto& [glob, value] : in_order(*node->as_table())) {
      const std::string name(glob->str());
      const toml::source_region where = glob->source();
      faults_.gather([&, &level = *value] {
        if (is_section(name) || is_option(name))
          fail(where, "\"" + name + "\" is no rule: write it above the first [section]");
        set_to(rule_option(name), "\"" + name + "\" = ", level, set);
      });
    }
  }

  void profiles(StrictTable& top) {
    const toml::node* node = top.node("profile");
    if (!node) return;
    if (node->is_string()) return choose(*node);
    if (!node->is_table()) top.fail("profile", "name a profile, or write [profile.NAME] tables");
    for (const auto& [name, value] : in_order(*node->as_table())) {
      if (!value->is_table()) {
        faults_.gather([&, &given = *value, &key = *name] {
          if (key.str() != "use" || !given.is_string())
            fail(given.source(),
                 "write [profile.NAME] tables, and profile.use = \"NAME\" to choose one");
          choose(given);
        });
        continue;
      }
      NamedProfile profile;
      profile.name = name->str();
      const auto keep = [&](std::string_view n, std::string_view v) {
        check_option(n, v);
        profile.settings.emplace_back(n, v);
      };
      for (const auto& [key, inner] : in_order(*value->as_table())) {
        if (key->str() == "rules")
          faults_.gather([&, rules_of_it = inner] { rules(rules_of_it, keep); });
        else
          option(*key, *inner, "[profile." + profile.name + ".rules]", keep);
      }
      options_.profiles_.push_back(std::move(profile));
    }
  }

  void choose(const toml::node& name) {
    options_.set("profile", **name.as_string(), file_, place(name.source()));
  }

  static Place place(const toml::source_region& where) {
    return {where.begin.line, where.begin.column};
  }

  void whens(StrictTable& top) {
    const toml::node* node = top.node("when");
    if (!node) return;
    if (!node->is_array()) top.fail("when", "write [[when]], in two brackets");
    for (const toml::node& item : *node->as_array())
      faults_.gather([&] { when(item); });
  }

  void when(const toml::node& item) {
    if (!item.is_table()) fail(item.source(), "write [[when]], in two brackets");
    StrictTable table(file_, *item.as_table(), "[[when]]");
    When when;
    when.from = table.texts("from");
    when.to = table.texts("to");
    when.profile = table.text("profile");
    when.off = table.flag("off", false);
    when.file = file_;
    when.place = place(table.where("profile"));
    for (const auto& [key, value] : *item.as_table()) misplaced(key);
    table.done();
    addresses(table, "from", when.from);
    addresses(table, "to", when.to);
    if (when.from.empty() && when.to.empty())
      table.fail("", "[[when]] needs a \"from\" or a \"to\", such as to = [\"*@example.com\"]");
    if (when.profile.empty() == !when.off)
      table.fail("", "[[when]] needs either a \"profile\" or off = true");
    std::string mails = when.from.empty() ? "" : "from " + joined(when.from);
    if (!when.to.empty()) mails += (mails.empty() ? "to " : ", to ") + joined(when.to);
    list("when", mails + ": " + (when.off ? "off" : "profile " + when.profile));
    options_.whens_.push_back(std::move(when));
  }

  // A setting below [[when]]: often one that was to hold for every mail.
  void misplaced(const toml::key& key) {
    const std::string_view name = key.str();
    if (name == "profile" || (name != "rules" && !is_section(name) && !is_option(name))) return;
    fail(key.source(), "[[when]] only chooses a profile: write \"" + std::string(name) + "\" " +
                           (name == "rules" ? "" : "above the first [section]") +
                           (name == "rules" || is_section(name) ? "" : ", or ") +
                           (is_section(name) ? "" : "in a [profile.NAME] of yours"));
  }

  // A glob that no address fits, such as a domain alone, would never hold.
  void addresses(const StrictTable& table, std::string_view key,
                 const std::vector<std::string>& globs) {
    for (std::size_t at = 0; at < globs.size(); ++at) {
      const std::string& glob = globs[at];
      const std::size_t sign = glob.find('@');
      if (glob.find_first_of(" <>,;") == glob.npos &&
          (glob.find_first_of("*?") != glob.npos || (sign != glob.npos && sign != 0)))
        continue;
      fail(table.where(key, at), "no address is like \"" + glob +
                                     "\"; write \"ann@example.com\", or \"*@example.com\" for all "
                                     "that end so");
    }
  }

  Options& options_;
  std::string file_;
  bool trusted_;
  Faults faults_;
};

void Options::add_config(std::string_view name, std::string_view toml, bool trusted) {
  Options copy = *this;
  ConfigReader(copy, name, trusted).run(toml);
  *this = std::move(copy);
}

}  // namespace dsk
