// Real replies to read and count: DESKSIDE_DATA's support desks, and plain real mail beside them.
#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <deskside/deskside.hpp>

namespace support {

using Row = std::map<std::string, std::string>;

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.
inline std::vector<Row> read_csv(const std::string& path) {
  const std::string text = read_file(path);
  std::vector<std::vector<std::string>> lines(1);
  std::string field;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"')
        field.push_back(c);
      else if (at + 1 < text.size() && text[at + 1] == '"')
        field.push_back(text[++at]);
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      if (!field.empty() && field.back() == '\r') field.pop_back();
      lines.back().push_back(std::move(field));
      field.clear();
      if (c == '\n') lines.emplace_back();
    } else {
      field.push_back(c);
    }
  }
  if (!field.empty()) lines.back().push_back(std::move(field));
  std::vector<Row> rows;
  for (std::size_t line = 1; line < lines.size(); ++line) {
    if (lines[line].size() != lines[0].size()) continue;
    Row row;
    for (std::size_t column = 0; column < lines[0].size(); ++column)
      row[lines[0][column]] = std::move(lines[line][column]);
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Reply {
  std::string source, id, text, incoming;
};

struct Source {
  const char* name;
  const char* file;
  const char* text;
  const char* incoming;
  const char* id;
};
inline constexpr Source kDesks[] = {
    {"sumo", "/support/sumo.csv", "reply_text", "question_text", "answer_id"},
    {"playstore", "/support/playstore.csv", "reply", "review", "review_id"},
    {"twitter", "/support/twitter.csv", "agent_reply", "customer", ""},
};

using Visit = std::function<void(const Reply&)>;

// `id` is the row's own, or its number.
inline void each_reply(const std::string& data, const Visit& visit) {
  for (const Source& desk : kDesks) {
    std::size_t line = 0;
    for (Row& row : read_csv(data + desk.file)) {
      ++line;
      visit({desk.name, *desk.id ? row[desk.id] : std::to_string(line), row[desk.text],
             row[desk.incoming]});
    }
  }
}

// Replies of a public archive that hold plain ASCII text and nothing else, without their headers: as
// list mail they would not be judged at all.
inline void each_plain_mail(const std::string& data, const Visit& visit) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(data + "/real-mail/spamassassin-ham"))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    const std::string mail = read_file(path);
    const std::size_t end = mail.find("\n\n");
    if (end == std::string::npos) continue;
    std::string head = mail.substr(0, end);
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    // Letters: newsletters, of which such an archive is full, answer nobody.
    const bool plain = head.find("in-reply-to:") != std::string::npos &&
                       head.find("multipart") == std::string::npos &&
                       head.find("text/html") == std::string::npos &&
                       head.find("base64") == std::string::npos &&
                       head.find("quoted-printable") == std::string::npos &&
                       std::all_of(mail.begin(), mail.end(),
                                   [](unsigned char c) { return c != 0 && c < 0x80; });
    if (plain) visit({"mail", path.filename().string(), mail.substr(end + 2), ""});
  }
}

inline deskside::mail mail_of(const std::string& text, const std::string& incoming) {
  deskside::mail mail;
  mail.set("text", text);
  if (!incoming.empty()) mail.set("incoming", incoming);
  return mail;
}

inline std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return text;
}

}  // namespace support
