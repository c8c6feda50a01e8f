// How much more one engine checks with two threads than with one: both in turn, several times, the
// best of each. Prints mails a second and the ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deskside/deskside.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int kMails = 4000;
constexpr int kTurns = 9;

const std::string kMail =
    "Hi Tom,\n\nThank you for the photo of the display. As I already said, the printer on floor 3 "
    "asks for a PIN because it was moved to the secure queue last night. Your PIN is the last four "
    "digits of your badge number. Please restart it and tell me wether the page comes out!!\n\n"
    "If it does not, I will look at the queue by noon tomorrow.\n\nKind regards,\nMara\n\n"
    "> The printer on floor 3 suddenly wants a PIN. What is the PIN?\n";

double mails_a_second(const deskside::engine& engine, int threads) {
  const auto began = std::chrono::steady_clock::now();
  std::vector<std::thread> all;
  for (int at = 0; at < threads; ++at)
    all.emplace_back([&] {
      deskside::mail mail;
      mail.set("text", kMail);
      for (int turn = 0; turn < kMails / threads; ++turn) engine.check(mail);
    });
  for (std::thread& thread : all) thread.join();
  return kMails /
         std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main() {
  const deskside::engine engine;
  double one = 0, two = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    one = std::max(one, mails_a_second(engine, 1));
    two = std::max(two, mails_a_second(engine, 2));
  }
  std::printf("one thread %8.0f mails/s\ntwo threads %7.0f mails/s, %.2f times\n", one, two,
              two / one);
}
