// How the time to read a hostile mail grows: each shape at a quarter, half and all of its size.
// Prints milliseconds of processor time; exits 1 where a shape takes over a second, or grows faster
// than its size.
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>

#include "mail/document.hpp"

namespace {

using namespace dsk::mail;

std::string repeated(const std::string& piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

struct Shape {
  const char* name;
  std::size_t count;
  std::function<std::string(std::size_t)> make;
  bool html;
};

constexpr const char* kHead = "From: a@example.test\nTo: b@example.test\nContent-Type: ";

const Shape kShapes[] = {
    {"nested <div>", 100000,
     [](std::size_t n) { return repeated("<div>", n) + "words" + repeated("</div>", n); }, true},
    {"nested <blockquote>, never closed", 100000,
     [](std::size_t n) { return repeated("<blockquote>x", n); }, true},
    {"end tags of nothing", 300000,
     [](std::size_t n) { return "<b>" + repeated("<span>", n / 2) + repeated("</b>", n / 2); },
     true},
    {"tags never closed", 500000, [](std::size_t n) { return repeated("<a ", n); }, true},
    {"MIME parts", 100000,
     [](std::size_t n) {
       return kHead + std::string("multipart/mixed; boundary=b\n\n") +
              repeated("--b\nContent-Type: text/plain\n\nwords\n", n) + "--b--\n";
     },
     false},
    {"multiparts in multiparts", 100000,
     [](std::size_t n) {
       return kHead + std::string("multipart/mixed; boundary=b\n\n") +
              repeated("--b\nContent-Type: multipart/mixed; boundary=b\n\n", n);
     },
     false},
    {"one line of words, MB", 50,
     [](std::size_t n) { return repeated("all these words ", n * 65536); }, false},
    {"one line without a space, MB", 50, [](std::size_t n) { return std::string(n << 20, 'x'); },
     false},
    {"one line of '>', MB", 50, [](std::size_t n) { return std::string(n << 20, '>'); }, false},
    {"lines that end with a colon", 100000,
     [](std::size_t n) { return repeated("On 1.1.2024 a@b.c:\n", n); }, false},
    {"attributions with quotes", 100000,
     [](std::size_t n) { return repeated("On 1 Jan 2024, Ann wrote:\n> x\nmine\n", n); }, false},
    {"reply headers", 100000, [](std::size_t n) { return repeated("From: a\nTo: b\n\n", n); },
     false},
    {"brackets", 1000000, [](std::size_t n) { return repeated("[{<`\"", n); }, false},
    {"tokens of closing brackets", 2000,
     [](std::size_t n) { return repeated(std::string(2000, ')') + "x ", n); }, false},
    {"quoted-printable, MB", 10,
     [](std::size_t n) {
       return kHead +
              std::string(
                  "text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n") +
              repeated("=C3=A9 word=\n", n * 80660);
     },
     false},
};

double milliseconds(const std::string& bytes, bool html) {
  const std::clock_t start = std::clock();
  const Document mail = html ? read_html(bytes) : read(bytes);
  const std::clock_t end = std::clock();
  if (mail.body.size() > bytes.size() * 4) std::puts("the body outgrew its mail");
  return 1000.0 * static_cast<double>(end - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
  bool fine = true;
  for (const Shape& shape : kShapes) {
    const double quarter = milliseconds(shape.make(shape.count / 4), shape.html);
    const double half = milliseconds(shape.make(shape.count / 2), shape.html);
    const double all = milliseconds(shape.make(shape.count), shape.html);
    // Twice the size may take three times as long on a busy machine, not four times.
    const bool linear = all < 50 || all < 3.2 * half;
    const bool quick = all < 1000;
    fine = fine && linear && quick;
    std::printf("%-36s %8zu: %8.1f %8.1f %8.1f ms%s%s\n", shape.name, shape.count, quarter, half,
                all, linear ? "" : "  not linear", quick ? "" : "  over a second");
  }
  return fine ? 0 : 1;
}
