// A finding a line, as compilers write theirs, so that every editor can jump to it.
#include "output.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

// What readers of compilers' output know; they know nothing below a note.
const char* severity(deskside::level level) {
  switch (level) {
    case deskside::level::error:
      return "error";
    case deskside::level::warning:
      return "warning";
    default:
      return "note";
  }
}

// One line whatever the message holds.
std::string on_one_line(std::string_view text) {
  std::string line = visible(text);
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return line;
}

class GccFormat : public Format {
 public:
  explicit GccFormat(const Wishes& wishes) : wishes_(wishes) {}

  Piece piece(const Checked& checked) const override {
    Piece piece;
    piece.verdict = checked.report.verdict();
    const std::string file = on_one_line(checked.origin.file);
    for (const deskside::finding finding : checked.report) {
      if (finding.level() == deskside::level::coach && !wishes_.coach) continue;
      piece.text += file + place(checked.origin, finding.line(), finding.column()) +
                    severity(finding.level()) + ": " + on_one_line(finding.message()) +
                    other_words(checked, finding) + " [" + std::string(finding.rule().id()) +
                    (finding.level() == deskside::level::coach ? ",coach]\n" : "]\n");
    }
    for (const Remark& remark : ignores_told(checked, wishes_.coach))
      piece.text +=
          file + place(checked.origin, 1, 1) + "note: " + on_one_line(remark.sentence) + "\n";
    // As compilers name the function that what follows is about.
    if (checked.origin.number > 0 && !piece.text.empty())
      piece.text.insert(0, file + ": In mail " + std::to_string(checked.origin.number) + ":\n");
    return piece;
  }

 private:
  static std::string place(const Origin& origin, std::size_t line, std::size_t column) {
    return ":" + std::to_string(origin.line(line)) + ":" +
           std::to_string(origin.column(line, column)) + ": ";
  }

  // " Or all ready?": the message itself may ask for the likeliest word, in whatever words a pack
  // has.
  std::string other_words(const Checked& checked, const deskside::finding& finding) const {
    if (!wishes_.suggest) return "";
    const std::vector<deskside::fix> fixes = finding.fixes();
    const std::string likeliest(fixes.empty() ? std::string_view() : fixes.front().replacement());
    const bool asked = !likeliest.empty() &&
                       finding.message().find("“" + likeliest + "”") != std::string_view::npos;
    std::string others;
    for (const std::string& word : suggestions_for(checked, finding))
      if (!asked || word != likeliest)
        others += (!others.empty() ? ", " : asked ? " Or " : " Did you mean ") + word;
    return others.empty() ? "" : others + "?";
  }

  Wishes wishes_;
};

}  // namespace

std::unique_ptr<Format> make_gcc_format(const Wishes& wishes) {
  return std::make_unique<GccFormat>(wishes);
}

}  // namespace dsk::cli
