#include "lexicon/pack_builder.hpp"

#include <algorithm>
#include <numeric>

#include "error.hpp"
#include "lexicon/settings.hpp"

namespace dsk::lexicon {

PackBuilder::PackBuilder(std::string_view language, const Pack* base) : trie(base) {
  pack.language = keep(std::string(language));
  if (base)
    for (const Act& act : base->acts) pack.acts.emplace_back().name = keep(std::string(act.name));
}

std::vector<std::string_view> PackBuilder::keep(const std::vector<std::string>& texts) {
  std::vector<std::string_view> all;
  for (const std::string& text : texts) all.push_back(keep(text));
  return all;
}

void PackBuilder::declare_act(std::string_view name) {
  if (pack.act(name) == pack.acts.size()) pack.acts.emplace_back().name = keep(std::string(name));
}

ActIds PackBuilder::acts(StrictTable& table, std::string_view key) {
  std::vector<ActId>& ids = ids_.emplace_back();
  const std::vector<std::string> names = table.texts(key);
  for (std::size_t at = 0; at < names.size(); ++at) {
    ids.push_back(pack.act(names[at]));
    if (ids.back() != pack.acts.size()) continue;
    std::vector<std::string_view> known;
    for (const Act& act : pack.acts) known.push_back(act.name);
    fail_at(table.file(), table.where(key, at),
            "there is no act \"" + names[at] + "\"" + did_you_mean(names[at], known) +
                "; define it in an [[act]]");
  }
  return ids;
}

void PackBuilder::add(ActIds& to, ActIds more) {
  if (to.empty() || more.empty()) {
    if (to.empty()) to = more;
    return;
  }
  std::vector<ActId>& both = ids_.emplace_back(to.begin(), to.end());
  both.insert(both.end(), more.begin(), more.end());
  to = both;
}

ActIds PackBuilder::by_name() {
  std::vector<ActId>& ids = ids_.emplace_back(pack.acts.size());
  std::iota(ids.begin(), ids.end(), ActId{0});
  std::sort(ids.begin(), ids.end(),
            [&](ActId a, ActId b) { return pack.acts[a].name < pack.acts[b].name; });
  return ids;
}

SetId PackBuilder::phrases(StrictTable& table, std::string_view key, Told told, SetId into) {
  const std::vector<std::string> patterns = table.texts(key);
  if (patterns.empty()) return into;
  const SetId set = into != 0 ? into : trie.new_set();
  for (std::size_t at = 0; at < patterns.size(); ++at) {
    try {
      trie.add(set, patterns[at], told == Told::yes);
    } catch (const Error& error) {
      fail_at(table.file(), table.where(key, at),
              "the phrase \"" + patterns[at] + "\"" +
                  (error.column ? ", at its character " + std::to_string(error.column) : "") +
                  ": " + error.what());
    }
  }
  return set;
}

Stages PackBuilder::stages(StrictTable& table, std::string_view key) {
  std::array<std::string_view, kStages> known;
  for (std::size_t at = 0; at < kStages; ++at) known[at] = name(static_cast<Stage>(at));
  Stages all = 0;
  const std::vector<std::string> names = table.texts(key);
  for (std::size_t at = 0; at < names.size(); ++at)
    all = static_cast<Stages>(
        all | bit(static_cast<Stage>(table.one_of(key, at, names[at], known, "stage"))));
  return all;
}

std::vector<std::string_view> PackBuilder::conditions(StrictTable& table, std::string_view key) {
  const std::vector<std::string> all = table.texts(key);
  for (std::size_t at = 0; at < all.size(); ++at)
    placed(table.file(), table.where(key, at), [&] { check_condition(all[at]); });
  return keep(all);
}

}  // namespace dsk::lexicon
