// The ispell pipe protocol, so that every editor that can call ispell, aspell or hunspell can call
// this instead.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "commands.hpp"
#include "files.hpp"
#include "output.hpp"
#include "own_words.hpp"
#include "setup.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"-a", nullptr, "speak the ispell pipe protocol on standard input and output"},
    {"-l", nullptr, "print the words that are not known, one a line"},
    {"-d", "NAME", "the dictionary: en_US, en-GB, american, british"},
    {"-i", "NAME", "the encoding; only utf-8 is spoken"},
    {"-v", nullptr, "print the banner of the protocol"},
    {"-vv", nullptr, "the same"},
    {"-m", nullptr, "taken for the sake of callers written for ispell; changes nothing"},
    {"-B", nullptr, "the same"},
    {"-C", nullptr, "the same"},
};
constexpr auto flags = join(own_flags, setup_flags);

std::string banner() {
  return "@(#) International Ispell Version 3.2.06 (but really Deskside " +
         std::string(deskside::version()) + ")\n";
}

// The tag of what -d names: en_US as Hunspell says it, or american as ispell does.
std::string tag_of(std::string name) {
  if (name == "american" || name == "english") return "en-US";
  if (name == "british") return "en-GB";
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

struct Token {
  std::size_t begin;  // in bytes
  std::string_view text;
};

bool is_letter(std::string_view line, std::size_t at) {
  const unsigned char byte = static_cast<unsigned char>(line[at]);
  if (byte < 0x80) return std::isalpha(byte) != 0;
  // U+2000 to U+206F (E2 80 .. E2 81): dashes, quotation marks, spaces. The rest counts as letters.
  if (byte == 0xE2 && at + 1 < line.size())
    return (static_cast<unsigned char>(line[at + 1]) & 0xFE) != 0x80;
  return byte >= 0xC3;
}

std::size_t length_at(std::string_view line, std::size_t at) {
  std::size_t end = at + 1;
  while (end < line.size() && continues(line[end])) ++end;
  return end - at;
}

std::size_t apostrophe_at(std::string_view line, std::size_t at) {
  if (line[at] == '\'') return 1;
  return line.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

// Addresses, paths, identifiers and versions hold no words to spell.
bool is_code(std::string_view chunk) {
  return chunk.find_first_of("0123456789_@/\\") != std::string_view::npos;
}

void add_words(std::string_view line, std::size_t begin, std::size_t end,
               std::vector<Token>& tokens) {
  for (std::size_t at = begin; at < end;) {
    if (!is_letter(line, at)) {
      at += length_at(line, at);
      continue;
    }
    const std::size_t start = at;
    while (at < end) {
      const std::size_t mark = apostrophe_at(line, at);
      if (mark > 0 && at + mark < end && is_letter(line, at + mark))
        at += mark;
      else if (is_letter(line, at))
        at += length_at(line, at);
      else
        break;
    }
    tokens.push_back({start, line.substr(start, at - start)});
  }
}

std::vector<Token> words_of(std::string_view line) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    if (!is_code(line.substr(at, end - at))) add_words(line, at, end, tokens);
    at = end + 1;
  }
  return tokens;
}

class Session {
 public:
  explicit Session(const deskside::engine& engine) : engine_(&engine) {}

  bool known(std::string_view word) const {
    return accepted_.count(std::string(word)) > 0 || engine_->spell(word);
  }

  // One line of the protocol; what is answered goes to `out`.
  void line(std::string_view line, std::string& out) {
    const char mark = line.empty() ? '\0' : line.front();
    const std::string rest(line.substr(line.empty() ? 0 : 1));
    switch (mark) {
      case '*':
        added_.push_back(rest);
        accepted_.insert(rest);
        return;
      case '&': {
        std::string small = rest;
        for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        added_.push_back(small);
        accepted_.insert(small);
        return;
      }
      case '@':
        accepted_.insert(rest);
        return;
      case '#':
        save();
        return;
      case '!':
        terse_ = true;
        return;
      case '%':
        terse_ = false;
        return;
      case '~':
      case '+':
      case '-':
      case '`':
      case '$':
        return;  // formatters and dictionaries of ispell's own
      default:
        answer(line, mark == '^' ? 1 : 0, out);
    }
  }

 private:
  void answer(std::string_view line, std::size_t skipped, std::string& out) {
    for (const Token& word : words_of(line.substr(skipped))) {
      if (known(word.text)) {
        if (!terse_) out += "*\n";
        continue;
      }
      const std::string place = std::to_string(width(line.substr(0, skipped + word.begin)));
      const std::vector<std::string> better = engine_->suggest(word.text, 5);
      if (better.empty()) {
        out += "# " + std::string(word.text) + " " + place + "\n";
        continue;
      }
      out +=
          "& " + std::string(word.text) + " " + std::to_string(better.size()) + " " + place + ":";
      for (const std::string& one : better) out += (&one == &better.front() ? " " : ", ") + one;
      out += "\n";
    }
    out += "\n";
  }

  void save() {
    if (added_.empty() || own_words_path().empty()) return;
    add_own_words(added_);
    added_.clear();
  }

  const deskside::engine* engine_;
  std::set<std::string> accepted_;
  std::vector<std::string> added_;
  bool terse_ = false;
};

void speak(Session& session) {
  print(banner());
  flush();
  char* line = nullptr;
  std::size_t room = 0;
  for (ssize_t size; (size = ::getline(&line, &room, stdin)) > 0;) {
    if (line[size - 1] == '\n') --size;
    std::string out;
    session.line(std::string_view(line, static_cast<std::size_t>(size)), out);
    print(out);
    flush();
  }
  std::free(line);
}

void list(const Session& session, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    for (const Token& word : words_of(text.substr(0, end)))
      if (!session.known(word.text)) print(std::string(word.text) + "\n");
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

int spell(const Arguments& arguments) {
  if (arguments.has("-v") || arguments.has("-vv")) {
    print(banner());
    return 0;
  }
  const std::string encoding = arguments.value_or("-i", "utf-8");
  if (encoding != "utf-8" && encoding != "UTF-8" && encoding != "utf8")
    throw Misuse("deskside spell speaks utf-8 only, not " + encoding);
  deskside::options options = options_from(arguments);
  if (const auto dictionary = arguments.value("-d")) options.set("language", tag_of(*dictionary));
  const deskside::engine engine(options);
  Session session(engine);
  if (arguments.has("-a")) {
    speak(session);
    return 0;
  }
  if (!arguments.has("-l")) throw Misuse("say -a for the pipe protocol or -l for a list of words");
  if (arguments.operands().empty()) list(session, read_file("-"));
  for (const std::string& file : arguments.operands()) list(session, read_file(file));
  return 0;
}

}  // namespace

const Command spell_command = {
    "spell", "-a | -l [FILE…]", "spell for an editor, as ispell, aspell and hunspell do",
    "",      flags.data(),      flags.size(),
    spell};

}  // namespace dsk::cli
