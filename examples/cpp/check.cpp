// The smallest complete program in C++: checks a text given as its argument, or a sentence of its
// own, and prints what there is to say.
//
//   c++ -std=c++17 check.cpp $(pkg-config --cflags --libs deskside) -o check && ./check
#include <deskside/deskside.hpp>
#include <iostream>

int main(int count, char** values) try {
  const deskside::engine engine;
  const deskside::report report =
      engine.check(count > 1 ? values[1] : "As I already said, the licence is per device.");
  for (const deskside::finding finding : report)
    std::cout << finding.rule().id() << ": " << finding.message() << '\n';
  return report.verdict() >= deskside::verdict::confirm;
} catch (const deskside::error& error) {
  std::cerr << "check: " << error.what() << '\n';
  return 2;
}
