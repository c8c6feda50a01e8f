#include "mail/html_tags.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "mail/bytes.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestName = 16;  // of an element or attribute that matters

// Elements that matter; the others are passed over, and their text is kept.
constexpr Tag kTags[] = {
    {"a", kInline},
    {"address", kBlock},
    {"article", kBlock},
    {"aside", kBlock},
    {"b", kInline},
    {"blockquote", kBlock | kGap},
    {"body", 0},
    {"br", kVoid},
    {"caption", kBlock},
    {"center", kBlock},
    {"code", kInline},
    {"dd", kBlock},
    {"details", kBlock},
    {"div", kBlock},
    {"dl", kBlock},
    {"dt", kBlock},
    {"em", kInline},
    {"fieldset", kBlock},
    {"figcaption", kBlock},
    {"figure", kBlock},
    {"font", kInline},
    {"footer", kBlock},
    {"form", kBlock},
    {"h1", kBlock | kGap},
    {"h2", kBlock | kGap},
    {"h3", kBlock | kGap},
    {"h4", kBlock | kGap},
    {"h5", kBlock | kGap},
    {"h6", kBlock | kGap},
    {"header", kBlock},
    {"hr", kVoid | kBlock},
    {"i", kInline},
    {"img", kVoid},
    {"kbd", kInline},
    {"legend", kBlock},
    {"li", kBlock},
    {"main", kBlock},
    {"nav", kBlock},
    {"ol", kBlock},
    {"p", kBlock | kGap},
    {"pre", kBlock | kGap},
    {"samp", kInline},
    {"script", kRaw},
    {"section", kBlock},
    {"select", kRaw},
    {"small", kInline},
    {"span", kInline},
    {"strong", kInline},
    {"style", kRaw},
    {"summary", kBlock},
    {"table", kBlock | kBarrier},
    {"tbody", 0},
    {"td", kBarrier},
    {"template", kRaw},
    {"textarea", kRaw},
    {"th", kBarrier},
    {"thead", 0},
    {"title", kRaw},
    {"tr", kBlock},
    {"tt", kInline},
    {"u", kInline},
    {"ul", kBlock},
};

bool zero_follows(std::string_view style, std::string_view property) {
  const std::size_t at = style.find(property);
  if (at == std::string_view::npos) return false;
  if (at > 0 && style[at - 1] == '-') return false;
  const std::string_view rest = style.substr(at + property.size());
  if (rest.empty() || rest[0] != '0') return false;
  return rest.size() == 1 || (rest[1] != '.' && !is_digit(rest[1]));
}

// "#c00000", "#f00", "rgb(192,0,0)" or a name; kPlain where it is none of them.
std::uint32_t read_colour(std::string_view value) {
  struct Named {
    std::string_view name;
    std::uint32_t colour;
  };
  static constexpr Named kNames[] = {
      {"red", 0xFF0000},     {"blue", 0x0000FF},     {"green", 0x008000},     {"navy", 0x000080},
      {"maroon", 0x800000},  {"purple", 0x800080},   {"lime", 0x00FF00},      {"teal", 0x008080},
      {"orange", 0xFFA500},  {"yellow", 0xFFFF00},   {"fuchsia", 0xFF00FF},   {"magenta", 0xFF00FF},
      {"darkred", 0x8B0000}, {"darkblue", 0x00008B}, {"darkgreen", 0x006400}, {"black", 0},
      {"windowtext", 0}};
  if (value.substr(0, 1) == "#" && (value.size() == 4 || value.size() == 7)) {
    std::uint32_t colour = 0;
    for (const char c : value.substr(1)) {
      const int digit = hex_value(c);
      if (digit < 0) return Look::kPlain;
      colour = colour << 4U | static_cast<std::uint32_t>(digit);
      if (value.size() == 4) colour = colour << 4U | static_cast<std::uint32_t>(digit);
    }
    return colour;
  }
  if (value.substr(0, 3) == "rgb") {
    std::uint32_t colour = 0, part = 0;
    int parts = 0;
    for (const char c : value.substr(std::min(value.find('('), value.size()))) {
      if (is_digit(c))
        part = std::min(part * 10 + static_cast<std::uint32_t>(c - '0'), 255U);
      else if ((c == ',' || c == ')') && parts++ < 3)
        colour = colour << 8U | std::exchange(part, 0);
    }
    return parts >= 3 ? colour : Look::kPlain;
  }
  for (const Named& one : kNames)
    if (one.name == value) return one.colour;
  return Look::kPlain;
}

// What `style` sets a property to that is named `property`, with its colon.
std::string_view value_of_property(std::string_view style, std::string_view property) {
  for (std::size_t at = style.find(property); at != style.npos; at = style.find(property, at + 1))
    if (at == 0 || style[at - 1] == ';') {
      const std::string_view value = style.substr(at + property.size());
      return value.substr(0, value.find_first_of(";!"));
    }
  return {};
}

// Parts of no size are none: "1em", "120%", "larger".
Size size_of_letters(std::string_view style) {
  if (zero_follows(style, "font-size:")) return Size::none;
  const std::string_view size = value_of_property(style, "font-size:");
  const std::string_view font = value_of_property(style, "font:");  // has a size in it
  const bool part = size == "larger" || size == "smaller" || size == "inherit" || ends(size, "%") ||
                    (ends(size, "em") && !ends(size, "rem"));
  const bool set = size.empty() ? !font.empty() && font != "inherit" : !part;
  return set ? Size::some : Size::same;
}

void read_look(std::string_view style, Attributes& out) {
  for (const std::string_view property : {"color:", "background:", "background-color:"}) {
    const std::uint32_t colour = read_colour(value_of_property(style, property));
    const bool paper = property[0] == 'b' && colour == 0xFFFFFF;
    if (colour != Look::kPlain && !paper) out.colour = colour;
  }
  const std::string_view weight = value_of_property(style, "font-weight:");
  out.bold |= weight == "bold" || weight == "700" || weight == "600";
}

void consider(const Tag& tag, std::string_view name, std::string_view value, Attributes& out) {
  if (name == "name" && tag.name == "a") return;
  const Effect effect = effect_of_attribute(name, value);
  if (effect != Effect::none) out.effect = effect;
}

// Takes one attribute, as written, into account.
void read_attribute(const Tag& tag, std::string_view raw_name, std::string_view raw_value,
                    Attributes& out) {
  const bool is_style = same(raw_name, "style");
  const bool is_class = same(raw_name, "class");
  if (is_style) {
    std::string style;
    for (const char c : raw_value)
      if (!is_space(c)) style.push_back(lower(c));
    out.hidden |= style.find("display:none") != style.npos ||
                  style.find("visibility:hidden") != style.npos ||
                  style.find("mso-hide:all") != style.npos || zero_follows(style, "max-height:") ||
                  zero_follows(style, "opacity:");
    out.size = size_of_letters(style);
    out.preformatted |= style.find("white-space:pre") != style.npos &&
                        style.find("white-space:pre-line") == style.npos;
    read_look(style, out);
    out.tight |= tag.name == "p" && zero_follows(style, "margin:");
    out.indent |= style.find("border:none") != style.npos ||
                  style.find("border:medium") != style.npos ||
                  style.find("margin:00040px") != style.npos;
    return;
  }
  if (same(raw_name, "hidden")) {
    out.hidden = true;
    return;
  }
  if (same(raw_name, "color") && tag.name == "font") {
    out.colour = read_colour(lowered(raw_value.substr(0, 32)));
    return;
  }
  if (same(raw_name, "wrap") && tag.name == "pre") {
    out.wrapped_pre = true;
    return;
  }
  const bool interesting = is_class || same(raw_name, "id") || same(raw_name, "type") ||
                           same(raw_name, "name") || starts(raw_name, "data-");
  if (!interesting || raw_value.size() > 512) return;
  const std::string name = lowered(raw_name);
  const std::string value = lowered(raw_value);
  if (name == "type") {
    out.cite |= value == "cite";
    return;
  }
  if (!is_class) {
    consider(tag, name, value, out);
    return;
  }
  std::string_view rest = value;
  while (!(rest = trim(rest)).empty()) {
    const std::string_view token = rest.substr(0, rest.find_first_of(" \t\r\n"));
    rest.remove_prefix(token.size());
    consider(tag, name, token, out);
    out.tight |= token == "msonormal";
    out.wrapped_pre |= token == "moz-quote-pre";
    out.cite |= token.find("quote") != token.npos || token == "cite";
  }
}

std::string_view attribute_value(std::string_view html, std::size_t& at) {
  while (at < html.size() && is_space(html[at])) ++at;
  if (at >= html.size()) return {};
  const char quote = html[at];
  std::size_t end = at;
  if (quote == '"' || quote == '\'') {
    ++at;
    end = html.find(quote, at);
    if (end == std::string_view::npos) end = html.size();
    const std::string_view value = html.substr(at, end - at);
    at = std::min(end + 1, html.size());
    return value;
  }
  while (end < html.size() && !is_space(html[end]) && html[end] != '>') ++end;
  const std::string_view value = html.substr(at, end - at);
  at = end;
  return value;
}

}  // namespace

const Tag* read_tag_name(std::string_view html, std::size_t& at) {
  const std::size_t begin = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '>' && html[at] != '/') ++at;
  if (at - begin > kLongestName) return nullptr;
  const std::string name = lowered(html.substr(begin, at - begin));
  const auto* found =
      std::lower_bound(std::begin(kTags), std::end(kTags), name,
                       [](const Tag& tag, std::string_view key) { return tag.name < key; });
  return found != std::end(kTags) && found->name == name ? found : nullptr;
}

Attributes read_attributes(const Tag* tag, std::string_view html, std::size_t& at) {
  Attributes out;
  while (at < html.size() && html[at] != '>') {
    if (is_space(html[at]) || html[at] == '/') {
      ++at;
      continue;
    }
    const std::size_t begin = at++;
    while (at < html.size() && !is_space(html[at]) && html[at] != '=' && html[at] != '>' &&
           html[at] != '/')
      ++at;
    const std::string_view name = html.substr(begin, at - begin);
    std::string_view value;
    std::size_t look = at;
    while (look < html.size() && is_space(html[look])) ++look;
    if (look < html.size() && html[look] == '=') {
      at = look + 1;
      value = attribute_value(html, at);
    }
    if (tag && name.size() <= kLongestName && value.size() <= 4096)
      read_attribute(*tag, name, value, out);
  }
  if (at < html.size()) ++at;
  return out;
}

}  // namespace dsk::mail
