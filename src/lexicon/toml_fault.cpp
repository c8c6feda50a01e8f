#include "lexicon/toml_fault.hpp"

#include "ascii.hpp"

namespace dsk::lexicon {
namespace {

constexpr const char* kOneALine =
    "behind the value stands something that does not belong there; each setting has a line of its "
    "own";
constexpr const char* kList =
    "a list stands in brackets, each text in quotes, with commas between: "
    "words = [\"Contoso\", \"Fabrikam\"]";

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  return ascii::trim(text.substr(0, text.find('\n')));
}

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
  for (const std::string_view one : all)
    if (text.starts_with(one)) return true;
  return false;
}

// Where the string that `text` begins with ends, behind its closing quote; npos where it does not.
std::size_t string_end(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == text[0]) return at + 1;
    if (text[at] == '\\' && text[0] == '"') ++at;
  }
  return text.npos;
}

// `words` as a text in quotes, a number without; dots where they could not be taken over as they
// are.
std::string in_quotes(std::string_view words) {
  words = ascii::trim(words.substr(0, words.find('#')));
  for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»", "`", "\"", "'", ","}) {
    if (words.starts_with(quote)) words.remove_prefix(quote.size());
    if (words.ends_with(quote)) words.remove_suffix(quote.size());
  }
  words = ascii::trim(words);
  const bool number = words.find_first_not_of("0123456789") == words.npos;
  if (number && !words.empty()) return std::string(words);
  const bool plain = !words.empty() && words.size() <= 60 &&
                     words.find_first_of("\"\\") == words.npos;
  return "\"" + (plain ? std::string(words) : "...") + "\"";
}

std::string quoted_name(std::string_view name) {
  const bool is_bare = name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                              "0123456789-_.\"'") == name.npos;
  return is_bare ? std::string(name) : in_quotes(name);
}

// A name that has a value and is to be a section too. It stands in what the parser says; where it
// stopped may be lines below.
std::string both_fault(std::string_view said) {
  const std::size_t quote = said.find('\'');
  const std::string_view name = quote == said.npos
                                    ? std::string_view()
                                    : said.substr(quote + 1, said.rfind('\'') - quote - 1);
  return "\"" + std::string(name.substr(0, name.find('.'))) +
         "\" has a value above, so it cannot begin the name of a section too" +
         (name.starts_with("profile") ? "; to choose a profile there, write profile.use = \"NAME\""
                                  : "");
}

std::string header_fault(std::string_view line, std::string_view said) {
  const std::string_view closing = line.starts_with("[[") ? "]]" : "]";
  const std::size_t end = line.rfind(closing);
  if (end == line.npos) return "a closing bracket is missing behind the section's name";
  const std::string_view name = line.substr(0, end + closing.size());
  if (said.find("redefine") != said.npos)
    return std::string(name) + " stands here a second time; put what is below both under one";
  if (said.find("comment or whitespace") != said.npos)
    return std::string(name) + " stands in a line of its own";
  return "a section is a name in brackets, such as [rules] or [[when]]; what holds other signs "
         "than "
         "- and _ stands in quotes: [profile.\"my team\"]";
}

std::string value_fault(const std::string& name, std::string_view value, std::string_view said) {
  const std::string is = name + " = ";
  if (value.empty() || value[0] == '#')
    return "the value is missing behind the \"=\": " + is + "\"...\"";
  if (value[0] == '[') return kList;
  if (value[0] == '"' || value[0] == '\'') {
    const std::size_t end = string_end(value);
    if (end == value.npos)
      return "the closing quote is missing: " + is + in_quotes(value.substr(1));
    const std::string_view rest = ascii::trim(value.substr(end));
    if (rest.starts_with(",")) return kList;
    return rest.empty() || rest[0] == '#' ? std::string(said) : kOneALine;
  }
  if (value[0] == '=') return "one \"=\" is enough: " + is + in_quotes(value.substr(1));
  if (begins_with_one_of(value, {"True", "TRUE", "False", "FALSE"}))
    return "true and false are written small: " + is +
           (value[0] == 'T' ? "true" : "false");
  if (begins_with_one_of(value, {"“", "”", "„", "‘", "’", "«", "»", "`"}))
    return "quotes have to be straight ones: " + is + in_quotes(value);
  const std::string_view word = value.substr(0, value.find_first_of(" \t,#"));
  if (word.size() < value.size() && word.find_first_not_of("0123456789") == word.npos)
    return kOneALine;
  return "a text stands in quotes: " + is + in_quotes(value);
}

}  // namespace

std::string fault_of(std::string_view text, std::uint32_t number, std::string_view said) {
  const auto says = [&](std::string_view words) { return said.find(words) != said.npos; };
  const std::string_view line = line_of(text, number);
  for (const char c : line)
    if (static_cast<unsigned char>(c) < ' ' && c != '\t')
      return "there is a character here that cannot be seen; type the line anew";
  if (says("escape sequence") || says("unicode scalar"))
    return "a backslash is written twice between these quotes, \"C:\\\\Users\", or once between "
           "single ones, 'C:\\Users'";
  if (says("as table")) return both_fault(said);
  if (says("parsing array")) return kList;
  if (line.empty()) return std::string(said);
  if (line[0] == ';' || begins_with_one_of(line, {"//", "/*", "--"}))
    return "a comment begins with \"#\"";
  if (line[0] == '{')
    return "this looks like JSON; write a line for each setting instead: profile = \"internal\"";
  if (line[0] == '[') return header_fault(line, said);
  if (line[0] == '=') return "a name is missing before the \"=\"";

  const bool quoted = line[0] == '"' || line[0] == '\'';
  const std::size_t name_end = quoted ? string_end(line) : line.find_first_of("=:");
  if (quoted && name_end == line.npos) return "a closing quote is missing";
  const std::string_view name = ascii::trim(line.substr(0, name_end));
  const std::string_view rest =
      name_end == line.npos ? std::string_view() : ascii::trim(line.substr(name_end));
  const std::string is = quoted_name(name) + " = ";
  if (rest.empty()) return "a setting is a name, \"=\" and a value: " + is + "\"...\"";
  if (rest[0] == ':')
    return "between a name and its value stands \"=\": " + is + in_quotes(rest.substr(1));
  if (rest[0] != '=') return "between a name and its value stands \"=\": " + is + "\"...\"";
  if (says("redefine"))
    return std::string(name) + " is set above already; keep one of the two";
  if (says("'='"))
    return "a name with other signs than - and _ stands in quotes: " + is +
           std::string(ascii::trim(rest.substr(1)));
  return value_fault(quoted_name(name), ascii::trim(rest.substr(1)), said);
}

}  // namespace dsk::lexicon
