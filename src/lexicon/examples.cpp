#include "lexicon/examples.hpp"

#include <algorithm>
#include <array>
#include <deque>

#include "lexicon/pack.hpp"
#include "lexicon/settings.hpp"

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, 18> kParts = {
    "text",    "html",    "subject",    "to",       "from", "cc",     "bcc",   "incoming",
    "attachment", "promise", "date", "now", "profile", "stage", "thread", "language", "fragment",
    "template"};

std::string text_of(std::string_view file, const toml::node& value) {
  if (value.is_string()) return **value.as_string();
  if (!value.is_array()) fail_at(file, value.source(), "write a string or a list of strings here");
  std::string text;
  for (const toml::node& line : *value.as_array()) {
    if (!line.is_string()) fail_at(file, line.source(), "write strings here");
    text += (text.empty() ? "" : "\n") + **line.as_string();
  }
  return text;
}

}  // namespace

std::string read_examples(StrictTable& table, std::string_view key, bool good) {
  const toml::node* node = table.node(key);
  if (!node) return "";
  if (!node->is_array()) table.fail(key, "\"" + std::string(key) + "\" has to be a list");
  std::string all;
  for (const toml::node& item : *node->as_array()) {
    if (item.is_string()) {
      all += written({good, {{"text", **item.as_string()}, {"fragment", "yes"}}});
      continue;
    }
    if (!item.is_table())
      fail_at(table.file(), item.source(), "an example is a string or a table of parts");
    Example example{good, {}};
    std::deque<std::string> texts;
    for (const auto& [part, value] : *item.as_table()) {
      if (std::find(kParts.begin(), kParts.end(), part.str()) == kParts.end())
        fail_at(table.file(), part.source(),
                "a mail has no part \"" + std::string(part.str()) + "\"" +
                    did_you_mean(part.str(), {kParts.begin(), kParts.end()}));
      example.parts.push_back({part.str(), texts.emplace_back(text_of(table.file(), value))});
    }
    all += written(example);
  }
  return all;
}

}  // namespace dsk::lexicon
