#include "acts/promises.hpp"

#include <doctest/doctest.h>

#include <string>

#include "../english.hpp"
#include "acts/message.hpp"

using namespace dsk;

namespace {

// A Monday in Berlin.
constexpr const char* kMonday = "Mon, 16 Mar 2026 10:00:00 +0100";

// Of every promise "when: its words; ", without seconds and zone.
std::string promised(const std::string& text) {
  const lexicon::Language& language = english();
  Message mail;
  mail.document = mail::read_text(text);
  mail.reading = read_own(mail.document, language.abbreviations());
  mail.hits = match::find(mail.reading, language.layers());
  mail.acts = find_acts(mail.reading, mail.hits, language);
  std::string all;
  const auto times = find_times(mail.reading, read_moment(kMonday), language);
  for (const Promise& one : find_promises(mail, times, language)) {
    const bool due = one.when && one.when->due;
    all += due ? rfc3339(*one.when->due).substr(5, 11) : "open";
    all += ": " + std::string(mail.reading.of(one.what)) + "; ";
  }
  return all;
}

// Only when the first one is due, "" where nothing is promised.
std::string due(const std::string& text) {
  const std::string all = promised(text);
  return all.substr(0, all.find(": "));
}

}  // namespace

TEST_CASE("the time of a promise is that of what is promised, not of what it is good for") {
  CHECK(due("I'll call you tomorrow at 9 so it is ready for Wednesday.") == "03-17T09:00");
  CHECK(due("I'll bring it on Tuesday because you need it by Friday.") == "03-17T23:59");
  CHECK(due("By Wednesday I'll have set up the account you need for the 1st of April.") == "03-18T23:59");
  CHECK(due("I'll restart it tonight at 10 pm, after the backup of 8 pm has finished.") == "03-16T22:00");
  CHECK(due("I'll phone you tomorrow at 4 pm, before the meeting on Thursday.") == "03-17T16:00");
  CHECK(due("I'll write to you tomorrow about the visit on Friday.") == "03-17T23:59");
}

TEST_CASE("of two times of one deed the later is promised, and where there is one only, that one") {
  CHECK(due("I'll check it on Tuesday and write to you by Wednesday noon.") == "03-18T12:00");
  CHECK(due("I'll ask why it failed on Tuesday and write to you by Friday.") == "03-20T23:59");
  CHECK(due("I'll make sure that it is shipped by Friday.") == "03-20T23:59");
  CHECK(due("I'll call you before Friday.") == "03-19T23:59");
  CHECK(due("I'll write as soon as I hear from them, on Friday at the latest.") == "03-20T23:59");
  CHECK(due("After the meeting on Thursday I'll write to you.") == "03-19T23:59");
}

TEST_CASE("a time of the past is not when a promise is due") {
  CHECK(due("I'll try to find out what you saw on Friday.") == "open");
  CHECK(due("I'll look into the error that started on 12 March.") == "open");
  CHECK(due("The router was replaced on Friday, so I'll close the ticket.") == "open");
  CHECK(due("The talk of last Thursday showed the cause, so I'll ask the vendor.") == "open");
  // But what is promised for the past is told as it is written.
  CHECK(due("I will call you on 12 March.") == "03-12T23:59");
}

TEST_CASE("a clause that begins with its time has it for its own") {
  CHECK(promised("I'll call you today, and on Friday we will ship it.") ==
        "03-16T23:59: I'll call you today; 03-20T23:59: we will ship it; ");
}

TEST_CASE("what they are asked to do by a time is not promised by it") {
  CHECK(due("Please answer this email before 6 pm and I will help you.") == "open");
  CHECK(due("Please call me before noon tomorrow, and I'll walk you through it.") == "open");
  CHECK(due("Send me the log by noon and I will look at it by Friday.") == "03-20T23:59");
  CHECK(due("Please keep it charged, and on Friday I will collect it.") == "03-20T23:59");
  CHECK(due("Please do not worry, tomorrow at 9 am I will call you.") == "03-17T09:00");
  CHECK(due("Let me ask them and call you by noon.") == "03-16T12:00");
}

TEST_CASE("to look after something waits for nothing") {
  CHECK(promised("I will look after this myself.") == "open: I will look after this myself; ");
  CHECK(due("I will look after your laptop by Friday.") == "03-20T23:59");
}

TEST_CASE("one who is at it and says what comes then promises that") {
  CHECK(due("I'm going through the log at the moment and will tell you by 15:30") == "03-16T15:30");
  CHECK(due("I am looking at it now and will explain it by Friday.") == "03-20T23:59");
}

TEST_CASE("what will be there by a day is promised, for whomever it is") {
  CHECK(due("Both will be on her desk by Tuesday.") == "03-17T23:59");
  CHECK(due("It will be with you by Tuesday.") == "03-17T23:59");
  CHECK(due("It will be on her desk.").empty());
}

TEST_CASE("to be away is no promise, and takes none back") {
  for (const char* none :
       {"I'll be away until Wednesday.", "I will be on annual leave next week.",
        "I'll be travelling tomorrow.", "I'm going to be off on Friday.", "I'll be in a training all day tomorrow.",
        "I am on holiday until Monday.", "I will be back in the office on Tuesday.",
        "I will return to the office on Monday.", "I'll be working from home on Wednesday.", "I'll be late on Tuesday.", "I'll be honest, this took us too long."})
    CHECK_MESSAGE(due(none).empty(), none);
  CHECK(promised("I'll be away until Wednesday, but I'll call you on Thursday.") ==
        "03-19T23:59: I'll call you on Thursday; ");
  CHECK(promised("I'll be on leave until the 25th and will finish it by 27 March.") ==
        "03-27T23:59: will finish it by 27 March; ");
  CHECK(due("I'll be off on Tuesday and will not finish it before Friday.").empty());
  CHECK(due("I'll be off on Tuesday and will be busy until Friday.").empty());
  CHECK(due("We will not need the key and I'll bring it back tomorrow.") == "03-17T23:59");
  CHECK(due("I'll be at your office tomorrow at 10.") == "03-17T10:00");
  CHECK(due("I'll be working on it on Wednesday.") == "03-18T23:59");
  CHECK(due("I'll be reaching out to you by Friday.") == "03-20T23:59");
}

TEST_CASE("a promise may be told in the present tense where it says when") {
  CHECK(due("Give me an hour and half, I send you the new link then.") == "03-16T11:30");
  CHECK(due("I come back to you on coming Monday with the quotation.") == "03-23T23:59");
  CHECK(due("We send you new codes every Monday.").empty());
  CHECK(due("When I call you on Monday, please have it at hand.").empty());
  CHECK(due("I send you the link.").empty());
  CHECK(due("My colleague Raj will phone you on 19/03 at 13:00.") == "03-19T13:00");
  CHECK(due("Expect to hear from us no later than Friday 5pm.") == "03-20T17:00");
}

TEST_CASE("the time of a condition is not the promise's") {
  CHECK(due("If the SMS does not arrive within 2 minutes, call me and I'll give you a one-time pass.") == "open");
  CHECK(due("If you send it by Friday, I'll look at it.") == "open");
  CHECK(due("Should it not work by noon, I'll call you.") == "open");
  CHECK(due("It is on its way; should it not be there by noon, I'll call you at 3 pm.") == "03-16T15:00");
  CHECK(due("I'll call you if it has not come by noon.") == "open");
  CHECK(due("Unless it is back by noon, I'll call you at 3 pm.") == "03-16T15:00");
  CHECK(due("If the part is here, I'll bring it on Tuesday.") == "03-17T23:59");
  CHECK(due("I'll call you if possible by Friday.") == "03-20T23:59");
}

TEST_CASE("what was said, and a threat, is no promise") {
  for (const char* none :
       {"Last week I said \"I'll send the file on Monday\".", "I told you I'll send it on Monday.",
        "He wrote that we will pay on Friday.", "She told me we will get it on Friday.", "I need it by EOD or I will close the ticket.",
        "Reply by Friday, otherwise we will close it."})
    CHECK_MESSAGE(due(none).empty(), none);
  CHECK(due("As I said, I'll send it on Tuesday.") == "03-17T23:59");
  CHECK(due("As promised, I will call you on Tuesday.") == "03-17T23:59");
  CHECK(due("As mentioned we will bring it on Tuesday.") == "03-17T23:59");
  CHECK(due("Otherwise, I'll call you on Tuesday.") == "03-17T23:59");
  CHECK(due("I'll call you today or I'll write by Tuesday.") == "03-17T23:59");
}

TEST_CASE("what comes to them, and who comes to them, is promised where it says when") {
  CHECK(due("The refund will be on your card by Monday, 23 March.") == "03-23T23:59");
  CHECK(due("Ravi calls you within two hours.") == "03-16T12:00");
  CHECK(due("A new SIM should be with you tomorrow before noon.") == "03-17T12:00");
  CHECK(due("Our technician visits you on Tuesday.") == "03-17T23:59");
  CHECK(due("When Ravi calls you on Tuesday, have it at hand.").empty());
  CHECK(due("Ravi always calls you on Tuesday.").empty());
  CHECK(due("The invoice should be paid by Friday.").empty());
}

TEST_CASE("what they hear, have and find is promised in the present tense, too") {
  for (const char* given :
       {"You hear from me by Tuesday.", "The new dock reaches you on Tuesday.", "You have it on your desk by Tuesday.",
        "You get the invoice from us by Tuesday.", "You find the report in your inbox on Tuesday.",
        "Your laptop comes back to you on Tuesday.", "The second half follows on Tuesday.",
        "Our courier is at your door on Tuesday.", "You can expect the dock on Tuesday.",
        "The access will be yours by Tuesday.", "Priya looks into it on Tuesday."})
    CHECK_MESSAGE(due(given) == "03-17T23:59", given);
  for (const char* none :
       {"The office opens at 9.", "It usually takes two days.", "You hear a beep on Tuesday.", "You have until Tuesday.",
        "You have the training on Tuesday.", "I am back in the office on Tuesday.", "You get a code every Tuesday.",
        "The next course follows the same plan on Tuesday.", "If you hear from me on Tuesday, all is well.",
        "When the dock reaches you on Tuesday, please sign for it.", "Do you hear from us by Tuesday?"})
    CHECK_MESSAGE(due(none).empty(), none);
}

TEST_CASE("a sentence that promises and takes back over and over is read in one pass") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "I will not call, and will be away on Friday, ";
  CHECK(promised(text + "I will call you today.").find("I will call you today") != std::string::npos);
}

TEST_CASE("a sentence that reports promises over and over is read in one pass") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "I said I will call you, ";
  CHECK(promised(text + "and I will call you today.").find("I will call you today") != std::string::npos);
}
