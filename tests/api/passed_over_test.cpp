// What a reply can pass over, in seventy ways: how much of it is noticed at all.
#include <string>
#include <vector>

#include "support.hpp"

namespace {

struct Case {
  const char* rule;
  const char* incoming;
  const char* reply;
};

const std::vector<Case> cases = {
    {"ack-unanswered-question",
     "Hi, does the annual pass cover the sauna as well, and can my son use it on "
     "weekends? Greta",
     "Hi Greta,\n\nthe annual pass covers the sauna on every day of the week. It's in the "
     "post.\n\nBest,\nTom"},
    {"ack-unanswered-question",
     "The left speaker of my set is dead. Is there a way to get only the left one? And "
     "what would it cost? Aldo",
     "Hello Aldo,\n\nsorry about the dead speaker. We sell the left one on its own; the "
     "order page takes the serial number of the set.\n\nLena"},
    {"ack-unanswered-question",
     "Hello, who do I talk to about exporting our ledger? We also need to know how long "
     "you keep closed accounts. M. Abel",
     "Dear M. Abel,\n\nDana Pryce in onboarding does the exports and expects your "
     "mail.\n\nKind regards,\nJo"},
    {"ack-unanswered-question",
     "My train card was swallowed by the machine at platform 4. When do I get it back, "
     "and may I ride without it till then? Ned",
     "Hi Ned,\n\nthe machine at platform 4 keeps cards that it can't read, and the "
     "technician empties it on Mondays. Yours is with us by Tuesday.\n\nAmy"},
    {"ack-unanswered-question",
     "Can you ship the desk to Ireland? I'd also like to know if assembly is included.",
     "Hello,\n\nyes, we ship the desk to Ireland, and it takes nine days.\n\nBest,\nUlf"},
    {"ack-unanswered-question",
     "Why is my bill 14 euros higher than in May? Could you send me a breakdown? Rita",
     "Dear Rita,\n\nthe bill has the new network fee of 14 euros in it, which the "
     "regulator raised on 1 June.\n\nRegards,\nPaul"},
    {"ack-unanswered-question",
     "Should I send the camera to you or to the shop? Is the strap needed too?",
     "Hi,\n\nwe are glad you wrote to us about the camera. Our workshop has a good name "
     "for quick repairs.\n\nBest,\nKim"},
    {"ack-complaint-ignored",
     "I asked for the same certificate in March and in April. Please send it now. J. Hall",
     "Dear Mr Hall,\n\nthe certificate is attached to your account under "
     "Documents.\n\nKind regards,\nLea"},
    {"ack-complaint-ignored",
     "Your technician left mud all over the hallway and didn't say a word. The boiler is "
     "still cold.",
     "Hello,\n\nthe boiler needs its pressure at 1.5 bar. I've booked a visit for "
     "Thursday at ten.\n\nBest,\nPia"},
    {"ack-complaint-ignored",
     "Third engineer in a month, and the line still drops. We pay 90 a month for this.",
     "Hi,\n\nI have booked an engineer for the line on Friday between 8 and "
     "12.\n\nBest,\nRon"},
    {"ack-complaint-ignored",
     "The lady on the phone laughed when I asked about the form. Where is it?",
     "Hello,\n\nthe form is on our page under Downloads, number 12.\n\nBest,\nMo"},
    {"ack-complaint-ignored",
     "After 50 minutes in your queue I was disconnected. I only want to change my address "
     "to 5 Mill Lane.",
     "Hello,\n\nyour address is 5 Mill Lane now.\n\nBest,\nMo"},
    {"ack-complaint-ignored",
     "You assured me the hole would be patched before the weekend. It rained in on Sunday.",
     "Hello,\n\nthe roofers come on Wednesday at 9 to patch the hole.\n\nBest,\nMo"},
    {"ack-complaint-ignored",
     "It's always the same with you: the parcel is left in the rain. Please send a new "
     "book.",
     "Hello,\n\na new book leaves us today.\n\nBest,\nMo"},
    {"ack-repeats-tried-step",
     "The scanner won't pair. I already took the battery out and put it back, and I "
     "changed the channel. Vera",
     "Hi Vera,\n\nplease take the battery out for a minute and put it back in. Then pair "
     "again.\n\nBest,\nAbe"},
    {"ack-repeats-tried-step",
     "Mail doesn't sync on my phone. Removed the account and added it again, no change. "
     "Jan",
     "Hi Jan,\n\ncould you remove the account from the phone and add it again? That often "
     "helps with sync.\n\nBest,\nAbe"},
    {"ack-repeats-tried-step",
     "Kettle trips the fuse. Different socket, different room, same thing. Lou",
     "Hi Lou,\n\nwould you try the kettle in another socket, please? Then we know whether "
     "it's the wall.\n\nBest,\nAbe"},
    {"ack-repeats-tried-step",
     "The video stutters. We've lowered the resolution and closed every other program "
     "already. Fay",
     "Hi Fay,\n\nclosing other programs usually helps with video that stutters, so please "
     "do that first.\n\nBest,\nAbe"},
    {"ack-repeats-tried-step",
     "App crashes on opening a map. Deleted it and installed it fresh, rebooted the "
     "phone. Ari",
     "Hi Ari,\n\nplease uninstall the app and install it again from the store, and then "
     "switch the phone off and on.\n\nBest,\nAbe"},
    {"ack-repeats-tried-step",
     "Printer says offline, although I have updated the driver and power-cycled it. Kay",
     "Hi Kay,\n\nan offline printer often needs a new driver. Have you updated the "
     "driver?\n\nBest,\nAbe"},
    {"ack-asks-known-info",
     "My booking is RT-5521 for two nights. The confirmation shows one. Ben",
     "Hi Ben,\n\nthanks for writing. Which booking is it about, and for how many "
     "nights?\n\nBest,\nAbe"},
    {"ack-asks-known-info",
     "On Chrome 129 the pay button is grey since Tuesday. Kim",
     "Hi Kim,\n\nsorry about the grey button. Which browser do you use, and since when is "
     "it so?\n\nBest,\nAbe"},
    {"ack-asks-known-info",
     "The controller shows \"LOW 3\" in red and stops. Uma",
     "Hi Uma,\n\nwhat does the controller show when it stops?\n\nBest,\nAbe"},
    {"ack-asks-known-info",
     "I'm on 0171 555 2233 all day. Please call about the lease. Gil",
     "Hi Gil,\n\nI'd be glad to. What number can I reach you on?\n\nBest,\nAbe"},
    {"ack-asks-known-info",
     "Bought on 3 May in your Leeds shop, receipt attached. The zip is broken. Ola",
     "Hi Ola,\n\nsorry about the zip. When did you buy it, and in which "
     "shop?\n\nBest,\nAbe"},
    {"mechanics-reference-mismatch",
     "Parcel JD0024418 has been in Hull for a week. Zoe",
     "Hi Zoe,\n\nI'm sorry that JD0024481 has been in Hull for a week. It moves "
     "tonight.\n\nBest,\nAbe"},
    {"mechanics-reference-mismatch",
     "Please move my appointment on 14 June at 15:30 to the afternoon of the 16th. Zoe",
     "Hi Zoe,\n\nyour appointment of 14 July is now on the 16th at 15:30.\n\nBest,\nAbe"},
    {"mechanics-reference-mismatch",
     "You took 318.50 from our account instead of 31.85. Zoe",
     "Hi Zoe,\n\nsorry for the slip. The 381.50 goes back today, and 31.85 "
     "stays.\n\nBest,\nAbe"},
    {"greeting-wrong-name",
     "The lamp flickers.\n\nThanks,\nMargit",
     "Hi Margaret Lowe,\n\nthe lamp gets a new driver on Friday.\n\nBest,\nAbe"},
    {"greeting-wrong-name",
     "From: Petra Vogel <petra@x.example>\nSubject: lamp\n\nThe lamp flickers. Petra",
     "Hi Paul,\n\nthe lamp gets a new driver on Friday.\n\nBest,\nAbe"},
    {"greeting-ignores-known-issue",
     "The gate in row C doesn't close since the storm. Petra",
     "Hi Petra,\n\nthank you for contacting us. What can we do for you?\n\nBest,\nAbe"},
    {"greeting-ignores-known-issue",
     "The gate in row C doesn't close since the storm. Petra",
     "Hi Petra,\n\nthank you for your mail. Please let us know what the problem is, and "
     "we'll be glad to help.\n\nBest,\nAbe"},
    {"ack-no-restatement",
     "The gate in row C doesn't close since the storm, and sheep walk through. Petra",
     "Hi Petra,\n\nthank you for reaching out. Your request has been forwarded to the "
     "team. We appreciate your business.\n\nBest,\nAbe"},
    {"ack-other-message",
     "From: Petra Vogel <petra@x.example>\nTo: farm@desk.example\nSubject: gate\n\nThe "
     "gate in row C doesn't close since the storm, and sheep walk through. Petra",
     "From: Abe <farm@desk.example>\nTo: Petra Vogel <petra@x.example>\nSubject: Re: "
     "gate\n\nHi Petra,\n\nyour milk order for the nursery is confirmed, eight crates on "
     "Monday. The invoice follows with the usual statement.\n\nBest,\nAbe"},
    {"clarity-fix-before-clarify",
     "My tablet is acting up again. Help please. Gwen",
     "Hi Gwen,\n\nplease reset the tablet to factory settings and set it up "
     "anew.\n\nBest,\nAbe"},
    {"clarity-fix-before-clarify",
     "It doesn't work. Gwen",
     "Hi Gwen,\n\nthat is the cache. Please clear it under Settings.\n\nBest,\nAbe"},
    {"empathy-missing-on-distress",
     "I've spent the whole night on this and my boss is going to kill me. The slides "
     "won't open! Leo",
     "Hi Leo,\n\nwhich version are the slides? Please send the file.\n\nBest,\nAbe"},
    {"empathy-missing-on-distress",
     "My mother died last week and I have to close her account. I don't know where to "
     "begin. Leo",
     "Hi Leo,\n\nplease send the death certificate and form 12.\n\nBest,\nAbe"},
    {"empathy-missing-on-distress",
     "We open in two hours and the till is dead!! Nobody can pay! Leo",
     "Hi Leo,\n\nplease send the serial number of the till.\n\nBest,\nAbe"},
    {"empathy-missing-on-distress",
     "I feel so stupid, I clicked on the link and now my savings are gone. Leo",
     "Hi Leo,\n\nplease fill in the fraud form and sign page 2.\n\nBest,\nAbe"},
    {"ack-no-thanks-for-effort",
     "I went through all 40 rooms last night and noted which sensors fail; the list is "
     "below. Rooms 4, 9, 31. Leo",
     "Hi Leo,\n\nsensors 4, 9 and 31 get new batteries on Monday.\n\nBest,\nAbe"},
    {"empathy-no-apology",
     "My cake arrived squashed on one side, for a birthday tomorrow. Leo",
     "Hi Leo,\n\na new cake leaves the bakery at six and is with you before "
     "nine.\n\nBest,\nAbe"},
    {"tone-casual-when-serious",
     "Our server burnt out and three weeks of patient data are lost. Leo",
     "Hi Leo,\n\nwell, that's one way to tidy up! I'm looking at the backup tapes now and "
     "call you at four.\n\nBest,\nAbe"},
    {"ack-unanswered-question",
     "Do you repair watches bought abroad? If so, how long would mine be gone? Ester",
     "Hi Ester,\n\nwe repair watches from every country, whoever sold them.\n\nBest,\nIvo"},
    {"ack-unanswered-question",
     "Two things: the invoice has the wrong VAT id, and is it normal that the reminder "
     "came a day after it?",
     "Hello,\n\nthe invoice with the right VAT id is in your portal.\n\nBest,\nIvo"},
    {"ack-unanswered-question",
     "I can't tell which filter fits model K2. Also curious how often it should be "
     "changed.",
     "Hello,\n\nfilter F-11 fits the K2, and you find it in our shop in packs of "
     "three.\n\nBest,\nIvo"},
    {"ack-unanswered-question",
     "Where can I leave the old fridge when the new one comes? Does the driver unpack it?",
     "Hello,\n\nyour fridge arrives on Friday between 9 and 11. The driver rings half an "
     "hour before.\n\nBest,\nIvo"},
    {"ack-unanswered-question",
     "Was the February payment booked? And what's your new IBAN?",
     "Hello,\n\nthank you. The February payment was booked on the 3rd.\n\nBest,\nIvo"},
    {"ack-unanswered-question",
     "Is it OK to run the dryer on an extension lead?",
     "Hello,\n\nthanks for choosing our dryer! It has a five-year guarantee and an energy "
     "label A.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "My order took five weeks although the page says three days. Now I need the invoice "
     "as a PDF.",
     "Hello,\n\nthe invoice is under My orders as a PDF.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "Nobody in the branch could tell me anything, they sent me home twice. Which form do "
     "I need?",
     "Hello,\n\nyou need form 7, it's under Downloads.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "For 1200 euros I'd expect a chair that doesn't squeak. What can I do?",
     "Hello,\n\nplease tighten the four screws below the seat.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "I sent this in writing on 4 May and again on 20 May. Where is my refund?",
     "Hello,\n\nthe refund is booked for Tuesday.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "Your chat closed on me three times before I could finish. How do I change my tariff?",
     "Hello,\n\nthe tariff is changed under Contract, Options.\n\nBest,\nIvo"},
    {"ack-complaint-ignored",
     "Honestly, I'm starting to regret choosing you. The report is empty again.",
     "Hello,\n\nthe report needs the month to be set at the top. Could you set "
     "May?\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "The tap drips. I've replaced the washer, tightened the nut. Still drips. Bea",
     "Hi Bea,\n\na dripping tap mostly needs a new washer. Could you replace the "
     "washer?\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "Sound is gone on the TV. Cables are fine, we checked them all, and the volume is "
     "up. Bea",
     "Hi Bea,\n\nplease check the cables behind the TV and turn the volume "
     "up.\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "Can't log in, although I used the Forgot password link and set a new one. Bea",
     "Hi Bea,\n\njust click Forgot password and set a new password.\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "Lawn robot stuck in dock. I pulled the plug for ten minutes, nothing. Bea",
     "Hi Bea,\n\ntry unplugging the robot's dock for a few minutes, please.\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "I followed all steps in article 114, the tray still jams. Bea",
     "Hi Bea,\n\nplease follow the steps in article 114, they clear most "
     "jams.\n\nBest,\nIvo"},
    {"ack-repeats-tried-step",
     "The page is blank in private mode and on my wife's laptop too. Bea",
     "Hi Bea,\n\ncould you open the page in private mode or on another "
     "laptop?\n\nBest,\nIvo"},
    {"ack-asks-known-info",
     "Our contract 77-4410 ends in May. I'd like two more lines. Nadia Voss, 040 555 01 77",
     "Dear Ms Voss,\n\ngladly. What is your contract number, and what number can we "
     "call?\n\nBest,\nIvo"},
    {"ack-asks-known-info",
     "It happens on my iPad with iPadOS 17, only in landscape. Nadia",
     "Hi Nadia,\n\nwhich device and which version of the system do you have?\n\nBest,\nIvo"},
    {"ack-asks-known-info",
     "The blender smells burnt after a minute. I make soup with it, 1.5 litres. Nadia",
     "Hi Nadia,\n\nhow much soup do you make at once, and after how long does it "
     "smell?\n\nBest,\nIvo"},
    {"ack-asks-known-info",
     "My name is spelt Nadja Voß, and I live in Mainz. The card says Nadia. ",
     "Hello,\n\nhow is your name spelt?\n\nBest,\nIvo"},
    {"empathy-missing-on-distress",
     "I'm 74 and alone and I don't dare touch the computer any more since that man "
     "called. Ruth",
     "Dear Ruth,\n\nplease open the settings and check the list of programs.\n\nBest,\nIvo"},
    {"empathy-missing-on-distress",
     "Because of this mess we missed our flight. My kids cried at the gate. Ruth",
     "Dear Ruth,\n\nthe voucher is valid for a year and can be used online.\n\nBest,\nIvo"},
    {"empathy-missing-on-distress",
     "ARE YOU SERIOUS? The whole shop is down on Black Friday. Ruth",
     "Dear Ruth,\n\nwhich payment provider do you use?\n\nBest,\nIvo"},
    {"greeting-ignores-known-issue",
     "The van's tail lift stops halfway up. Reg WX21 KLO. Ruth",
     "Hi Ruth,\n\nhow may we assist you with your vehicle?\n\nBest,\nIvo"},
    {"greeting-wrong-name",
     "The van's tail lift stops halfway up.\n\nKind regards\nRuth Adeyemi",
     "Dear Mr Adams,\n\nthe lift stops halfway when its fuse is old. A new one is on its "
     "way.\n\nBest,\nIvo"},
    {"clarity-fix-before-clarify",
     "The app is weird since yesterday. Ruth",
     "Hi Ruth,\n\nplease delete the app and install it again.\n\nBest,\nIvo"},
    {"ack-no-thanks-for-effort",
     "Here are the three recordings you asked for, with times. It took me most of Sunday. "
     "Ruth",
     "Hi Ruth,\n\nthe second recording shows that the pump starts too late. We send a new "
     "board.\n\nBest,\nIvo"},
    {"empathy-no-apology",
     "Our heating has been off since Friday, it's 12 degrees in the nursery. Ruth",
     "Dear Ruth,\n\nthe fitter comes at 14:00 today with a new pump.\n\nBest,\nIvo"},
};

}  // namespace

TEST_CASE("most of what a reply passes over is noticed") {
  std::size_t found = 0, shown = 0;
  for (const Case& one : cases) {
    deskside::mail mail;
    mail.set(std::string(one.reply).compare(0, 5, "From:") == 0 ? "raw" : "text", one.reply);
    mail.set("incoming", one.incoming);
    bool noticed = false, told = false;
    for (const deskside::finding finding : test::shipped().check(mail)) {
      if (finding.rule().id() != one.rule) continue;
      noticed = true;
      told = told || finding.level() != deskside::level::coach;
    }
    found += noticed;
    shown += told;
  }
  MESSAGE("noticed " << found << " of " << cases.size() << ", " << shown << " of them above coach");
  CHECK(found * 10 >= cases.size() * 8);
}
