// What a check costs after one edit in a mail of 150 words: as a draft, and in full. Prints
// percentiles in microseconds of processor time and by the clock on the wall.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <deskside/deskside.hpp>
#include <random>
#include <string>
#include <vector>

namespace {

const std::string kMail =
    "Hi Tom,\n\n"
    "Thank you for the photo of the display and for trying it twice, that saved us both a round "
    "of questions.\n\n"
    "The printer on floor 3 asks for a PIN because it was moved to the secure queue last night. "
    "Nobody told your team, and I am sorry about that. Your PIN is the last four digits of your "
    "badge number. Could you please print one page with it and tell me whether it comes out?\n\n"
    "If the page does not come out, these two things would help me to find the cause:\n\n"
    "- the colour of the light at the front while the printer waits\n"
    "- the name of the queue that your computer shows in the list of printers\n\n"
    "I will look at the queue myself as soon as I have your answer, by noon tomorrow at the "
    "latest. If your meeting starts before that, the printer next to the lift on floor 2 works "
    "without a PIN.\n\n"
    "Do write back if anything else is in the way.\n\n"
    "Kind regards,\nMara Lindqvist\n";

const std::string kIncoming =
    "Hello,\n\nthe printer on floor 3 suddenly wants a PIN. I have a board meeting at two and need "
    "twelve copies of the report for it. I tried to print from the other computer as well, and it "
    "says error 0x80070005 there. What is the PIN? And who decided this?\n\nTom Okafor\n";

// One edit as people make them: a letter, a word, a paragraph.
void edit(std::string& text, std::mt19937& dice) {
  const std::size_t at = dice() % text.size();
  const std::size_t space = text.find(' ', at);
  switch (dice() % 6) {
    case 0: text.insert(at, 1, static_cast<char>('a' + dice() % 26)); break;
    case 1: text.erase(at, 1); break;
    case 2: if (space != std::string::npos) text.insert(space, " really"); break;
    case 3: if (space != std::string::npos) text.replace(space, 1, "\n\n"); break;
    case 4: if (space != std::string::npos) text.erase(space, text.find(' ', space + 1) - space); break;
    default: text.insert(at, 1, ".,? "[dice() % 4]); break;
  }
}

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e3;
}

double wall_time() {
  return std::chrono::duration<double, std::micro>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void show(const char* name, const char* clock, std::vector<double>& all) {
  std::sort(all.begin(), all.end());
  const auto part = [&](double share) {
    return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
  };
  std::printf("%-34s %-9s p50 %7.1f  p90 %7.1f  p99 %7.1f us\n", name, clock, part(0.5), part(0.9),
              part(0.99));
}

// Before each edit the mail is whole again, and checked as it was.
template <class Check>
void measure(const char* name, deskside::mail& mail, Check check) {
  constexpr int kEdits = 5000;
  std::mt19937 dice(1);
  std::vector<double> processor, wall;
  for (int at = 0; at < kEdits; ++at) {
    mail.set("text", kMail);
    check();
    std::string text = kMail;
    edit(text, dice);
    const double started = processor_time(), began = wall_time();
    mail.set("text", text);
    check();
    wall.push_back(wall_time() - began);
    processor.push_back(processor_time() - started);
  }
  show(name, "processor", processor);
  show(name, "wall", wall);
}

}  // namespace

int main() {
  const deskside::engine engine;
  for (const bool answer : {false, true}) {
    deskside::mail mail;
    mail.set("to", "Tom Okafor <tom@customer.example>");
    mail.set("subject", "Re: Printer on floor 3 asks for a PIN");
    if (answer) mail.set("incoming", kIncoming);
    deskside::draft draft(engine);
    measure(answer ? "a draft of an answer" : "a draft", mail, [&] { draft.check(mail); });
    measure(answer ? "a full check of an answer" : "a full check", mail,
            [&] { engine.check(mail); });
  }
}
