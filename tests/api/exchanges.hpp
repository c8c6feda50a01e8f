// Mails about different products with their answers, each from another desk and in another hand.
#pragma once

#include <string>
#include <vector>

namespace test {

struct Exchange {
  const char* name;
  const char* address;
  const char* subject;
  const char* incoming;
  const char* desk;
  const char* desk_address;
  const char* reply;
};

inline const std::vector<Exchange>& exchanges() {
  static const std::vector<Exchange> all = {
    {"Harriet Lowndes", "harriet@lowndes-bakes.example", "Oven profile lost",
     "Good morning,\n\n"
     "since the power cut on Saturday our deck oven has forgotten the sourdough profile. "
     "It only shows Factory 1 to 4. Do I have to key in all twelve phases again?\n\n"
     "Harriet Lowndes\n"
     "Lowndes Bakes",
     "Viktor", "help@ovenworks.example",
     "Good morning Harriet,\n\n"
     "you won't have to key anything in. The oven keeps a copy of every profile on its "
     "service card: hold Menu and Steam together for five seconds, choose Restore, and "
     "sourdough comes back with all twelve phases. The power cut only wiped the working "
     "memory.\n\n"
     "Should the list stay at Factory 1 to 4, ring me and we'll look at the card "
     "together.\n\n"
     "Viktor"},
    {"Samir", "samir.b@post.example", "e-bike",
     "Hi, the battery of my Kestrel e-bike shows 5 bars but dies after 9 km. Bought in "
     "April. Warranty? Samir",
     "Jolanda", "service@kestrelbikes.example",
     "Hi Samir,\n\n"
     "5 bars and then nothing after 9 km means one cell group is weak, and that is a "
     "warranty case. Any Kestrel shop swaps the battery while you wait; all they need is "
     "the frame number and the receipt from April.\n\n"
     "Have a good ride,\n"
     "Jolanda"},
    {"M. Okonjo", "m.okonjo@brightwater.example", "Your library card",
     "Dear Library, my card was refused at the self-service desk in the Eastgate branch "
     "with \"expired\", but it says 2029 on the front. I have four books here which are "
     "due on Monday and would like to renew them. With kind regards, M. Okonjo (Ms)",
     "Fern Addison", "eastgate@citylibrary.example",
     "Dear Ms Okonjo,\n\n"
     "the year on the front is when the plastic expires; the membership behind it ran out "
     "last week, and I have extended it to next July. Your four books are renewed until "
     "the 28th, so Monday needn't worry you. The desk in Eastgate takes the card again "
     "from tomorrow morning.\n\n"
     "Kind regards,\n"
     "Fern Addison"},
    {"Dougie", "dougie@strongroom.example", "Turnstile",
     "turnstile 2 lets nobody in since the firmware thing last night. 1 and 3 fine. "
     "members queueing. Dougie, Strongroom Gym",
     "Mei", "ops@gatekey.example",
     "Hi Dougie,\n\n"
     "a queue at the door at seven in the morning is the last thing you need, sorry. "
     "Turnstile 2 missed the second half of last night's firmware; I've sent it again "
     "from here, and it should blink green twice and then let members in.\n\n"
     "I'm watching it until eight. Call 0800 55 21 if it stays shut.\n\n"
     "Mei"},
    {"Aurélie Besson", "aurelie.besson@notes-et-marteaux.example", "Booking for the grand piano",
     "Hello! I booked a tuning for the grand in the chamber hall on 3 May, but the "
     "confirmation says upright, and the price is the upright's too. Which will be tuned? "
     "Best, Aurélie",
     "Constance", "bookings@trueforks.example",
     "Hello Aurélie,\n\n"
     "it is the grand that will be tuned on 3 May. The form has both pianos of the "
     "chamber hall in one list, and ours slipped to the upright; a new confirmation with "
     "the right instrument is on its way. The price stays at what you were quoted, as the "
     "slip was ours.\n\n"
     "See you in May,\n"
     "Constance"},
    {"Per Lindqvist", "per@lindqvist-tomat.example", "heater in house 3",
     "Heater in greenhouse 3 cuts out every night around 02:00, alarm F7, temp drops to "
     "8. Restart gets it going. 400 tomato plants. What does F7 mean? /Per",
     "Oona", "support@warmglas.example",
     "Hi Per,\n\n"
     "F7 is the flue sensor: it reports too little draught, and the heater shuts down to "
     "be safe. At two in the morning that is nearly always wind on the chimney of the "
     "greenhouse, which fits your restarts. Fitting the cowl (part 30-114, two screws) "
     "cures it; a spare left us at noon by courier and is with you tomorrow before ten.\n\n"
     "For tonight, set the night minimum to 12 degrees, so that it runs through.\n\n"
     "Oona"},
    {"Colin Ashby", "c.ashby@home.example", "Sat nav takes me through the ford",
     "My new NavPoint insists on the ford at Little Wick, which is two feet deep after "
     "rain. I've marked Avoid Unpaved Roads. It's not unpaved, it's a river. Can one road "
     "be banned? Colin Ashby",
     "Raj", "hello@navpoint.example",
     "Dear Mr Ashby,\n\n"
     "thank you for making me laugh; a river it is. A single road can be banned: tap it "
     "on the map, hold, and choose Never Use. I have also told the map people about the "
     "ford at Little Wick, and they mark it as impassable with the June maps.\n\n"
     "Drive safely,\n"
     "Raj"},
    {"Beatriz", "beatriz@casamento.example", "album pages 14/15",
     "Hey, in the proof of our wedding album page 14 and 15 have the same photo (the "
     "cake), and my grandmother's is missing. Can you still swap it? Printing is Thursday "
     "right? Beatriz",
     "Lenny", "studio@foldandfoil.example",
     "Hi Beatriz,\n\n"
     "yes, there's time: printing starts on Thursday at noon. The cake now stands on page "
     "14 only, and your grandmother has page 15 to herself. The new proof is in the same "
     "link as before; a thumbs up by Wednesday evening is all I need.\n\n"
     "Lenny"},
    {"Gunnar Holt", "gunnar@fjordhire.example", "Kayak calendar",
     "The booking widget shows our double kayaks as free on the 17th though all six went "
     "out by phone. How do I block a day by hand?",
     "Pia", "care@slotly.example",
     "Hello Gunnar,\n\n"
     "phone bookings can be put in by hand: open Inventory, pick Double kayak, click the "
     "17th and type the number that went out. The widget shows them as taken within a "
     "minute. It also works from the phone app, so you can do it on the jetty.\n\n"
     "Pia"},
    {"Mrs T. Abara", "t.abara@stclement.example", "Year 9 timetable",
     "Year 9 sees Friday's timetable on Thursdays in the app, parents are writing to me. "
     "The web page is right. Please advise. T. Abara, Deputy Head",
     "Kit", "school-desk@classgrid.example",
     "Dear Mrs Abara,\n\n"
     "the app had Thursday's bank holiday twice and moved the rest of the week by a day; "
     "the web page doesn't use that calendar. It is corrected since 9:40, and Year 9 sees "
     "the right timetable as soon as the app is opened. I've drafted two lines that you "
     "could send to parents, in case it helps; they are below.\n\n"
     "Kit"},
    {"Wojtek", "wojtek@halinska.example", "Permit H-2207",
     "I moved from 12 to 41 Halinska street. Is my parking permit H-2207 still good, or "
     "do I need a new sticker?",
     "Parking office", "permits@ratusz.example",
     "Hello Wojtek,\n\n"
     "your permit H-2207 covers the whole of Halinska street, so the sticker stays as it "
     "is. I've changed 12 to 41 in the register for the next renewal.\n\n"
     "Parking office, Mrs Zaremba"},
    {"Noor", "noor@sunroof.example", "Inverter beeps",
     "The inverter in the cellar beeps once a minute and shows a yellow triangle. The "
     "panels make power as usual, says the app. Is it dangerous? It keeps the baby awake. "
     "Noor",
     "Thijs", "help@zonnestroom.example",
     "Hi Noor,\n\n"
     "it isn't dangerous. A yellow triangle with one beep a minute asks for a new clock "
     "battery; the panels don't depend on it. Press OK for three seconds and the beeping "
     "is off for a month, tonight included. The battery itself comes with the yearly "
     "service on the 12th.\n\n"
     "Sleep well, all three of you,\n"
     "Thijs"},
    {"Ingeborg Frank", "i.frank@naehstube.example", "Stitch width",
     "Good day. My Alba 600 sews zigzag only half as wide as set since I oiled it. "
     "Straight stitch is perfect. I followed page 31 of the manual exactly. I. Frank",
     "Tessa", "atelier@albasewing.example",
     "Good day Ms Frank,\n\n"
     "thank you for telling me about page 31, that saved us a letter. On the Alba 600 one "
     "drop too many can reach the zigzag cam, which then slips at half its width. Sewing "
     "ten minutes of widest zigzag on scrap cotton draws the oil out again in most cases. "
     "If the width isn't back by then, the workshop cleans the cam for nothing within the "
     "first two years.\n\n"
     "Tessa"},
    {"Ollie Grant", "ollie@grantplumbing.example", "VAT return rejected",
     "Your software says submitted, HMRC says they have nothing. Deadline was the 7th!! "
     "Quarter ending March. Who pays the fine? Ollie",
     "Sunita", "support@ledgerleaf.example",
     "Hi Ollie,\n\n"
     "that must have been a nasty letter to open, and the fine is ours, not yours. The "
     "return for the March quarter left us on the 6th and was turned down for a missing "
     "digit in the agent code, and our software failed to say so. I filed it again at "
     "10:15 with HMRC's receipt attached here. Please send the fine's notice on to me "
     "when it comes, and we'll pay it.\n\n"
     "I'll ring on Thursday to hear whether their page shows it.\n\n"
     "Sunita"},
    {"Keiko", "keiko@tabi.example", "Museum tickets for a group",
     "Hello, I bought 14 tickets for the Porcelain Museum for 11:00 but two of us come by "
     "a later train. Can 2 tickets be changed to 13:00? Thank you, Keiko",
     "Desk", "tickets@porcelain.example",
     "Hello Keiko,\n\n"
     "two of the 14 tickets are now for 13:00; the new codes are attached, and the twelve "
     "others stay at eleven. Should the train be late as well, the porcelain waits until "
     "14:30 without another change.\n\n"
     "Enjoy the museum,\n"
     "Marta at the ticket desk"},
    {"Fiona Tait", "fiona.tait@croft.example", "Repeat prescription for Bramble",
     "Bramble's worming tablets: the portal says one box left but won't let me order, "
     "\"weight required\". She is 31 kg. Fiona",
     "Anselm", "dispensary@hillvets.example",
     "Hi Fiona,\n\n"
     "thanks for Bramble's weight. With 31 kg on her card the portal has let the order "
     "through, and the worming tablets are ready at the counter from four today. The last "
     "box counted in March, so it will ask again in the autumn.\n\n"
     "Anselm"},
    {"Dev", "dev@knightfork.example", "analysis board",
     "premoves on the analysis board are gone in 5.2?? android. in 5.1 you could drag "
     "while the engine thinks",
     "Lotte", "mail@sixtyfour.example",
     "Hi Dev,\n\n"
     "premoves are still there in 5.2, they've moved behind the lightning sign under the "
     "board, because people dragged pieces by accident while the engine was thinking. One "
     "tap and it stays on for good.\n\n"
     "Lotte"},
    {"Carmen Ruiz", "carmen@ruiz-familia.example", "Two bags instead of one",
     "I got two bags of Yirgacheffe this month and paid for both, my plan is one bag. I "
     "don't mind the coffee, but the next one please single again. Carmen",
     "Bo", "hola@slowroast.example",
     "Hi Carmen,\n\n"
     "the second bag came from the Easter offer, which renewed itself when it should have "
     "ended. Your plan is back at one bag of Yirgacheffe from May on, and what you paid "
     "for the extra one goes back to your card this week. Keep the coffee.\n\n"
     "Bo"},
    {"Leonard P.", "leonard.p@dsl.example", "no internet in attic",
     "The repeater in the attic has a red light since you changed my router. I pressed "
     "WPS on both, twice. Downstairs works. Leonard P.",
     "Ayla", "technik@fibrenet.example",
     "Hello Leonard,\n\n"
     "since WPS twice didn't do it, let's leave the buttons alone. The new router speaks "
     "a newer kind of encryption than your repeater knows. On the router's page, under "
     "Wireless, choose WPA2 + WPA3, save, and the light in the attic should turn green "
     "within two minutes.\n\n"
     "If it stays red, a repeater that fits is yours on loan; one word from you and it "
     "goes into the post.\n\n"
     "Ayla"},
    {"Hotel Seeblick", "rezeption@seeblick.example", "Gate opens by itself",
     "our sliding gate opened on its own three times tonight. Guests' cars stand there. "
     "Log attached.",
     "Renzo", "service@porta.example",
     "Good evening,\n\n"
     "thank you for the log, it shows the answer: each opening came from remote number "
     "14, which was taught last year. Somebody nearby drives with it. I have deleted 14, "
     "and the gate has stayed shut since 21:50. If one of your guests holds that remote, "
     "the reception can teach it anew in the menu Remotes.\n\n"
     "Renzo"},
    {"Yasmin", "yasmin@mail.example", "Check-up moved?",
     "I have two texts for my check-up, one says 8:40 Tuesday, one says 9:20 Wednesday. "
     "Which? I'd need to tell work",
     "Praxis Dr. Immel", "team@immel-dental.example",
     "Hello Yasmin,\n\n"
     "Wednesday, 9:20 is the right one. Tuesday was freed when Dr. Immel's course was "
     "announced, and the old text should have been withdrawn. It takes about half an "
     "hour, so you can be at work by ten.\n\n"
     "Ute, Praxis Dr. Immel"},
    {"Rolf Maurer", "maurer@maurer-praezision.example", "Spindle warm-up",
     "Machine 2 (VX-40) skips the spindle warm-up after the March patch, alarm list is "
     "empty. We do aerospace parts and need the warm-up logged for each shift. R. Maurer",
     "Ida", "support@vxcontrols.example",
     "Dear Mr Maurer,\n\n"
     "the March patch reads the warm-up from a new parameter, 7114, which is zero on a "
     "VX-40 that was delivered before 2021. Set it to 1, and the spindle warms up at each "
     "start and writes its line to the shift log as before. For the parts made since "
     "March, I can draw the spindle temperatures from the black box, if your auditors "
     "want them.\n\n"
     "Ida"},
    {"Tamsin", "tamsin@quietpod.example", "Episode 48 stuck",
     "Episode 48 is \"processing\" for 9 hours. 47 took ten minutes. It should be out at "
     "6 tomorrow for our sponsor. Tamsin",
     "Jules", "crew@castport.example",
     "Hi Tamsin,\n\n"
     "episode 48 is through. Its cover was a 90-megapixel photo, at which the scaler gave "
     "up silently; I've made a smaller one of it and started the processing again. It "
     "goes out at 6 as planned, and your sponsor's link is in place.\n\n"
     "Jules"},
    {"Haus 7 c/o Brandt", "brandt@haus7.example", "Intercom in the lift",
     "The intercom in lift B crackles so loudly that residents cannot understand the "
     "operator. The inspector comes on the 20th. Brandt, caretaker",
     "Nadia", "lifts@aufwaerts.example",
     "Dear Mr Brandt,\n\n"
     "Mr Köster comes on the 16th between 8 and 10 with a new microphone for lift B, four "
     "days ahead of the inspector. The crackling is the old one's cable, which gets bent "
     "with each ride. Until then the operator calls the caretaker's phone when lift B "
     "rings, so nobody is left alone in there.\n\n"
     "Nadia"},
    {"Pippa", "pippa@tanks.example", "Pump hum",
     "My AquaFlow 300 hums like a fridge after I cleaned the filter. The fish seem fine. "
     "Normal?",
     "Gus", "ask@aquaflow.example",
     "Hi Pippa,\n\n"
     "a hum right after the filter was cleaned is trapped air. Tilt the pump under water "
     "until the bubbles stop, and it should be as quiet as before. It does the fish no "
     "harm in the meantime.\n\n"
     "Gus"},
    {"Dr. E. Wolfe", "e.wolfe@wolfe-labs.example", "Salt use",
     "The water softener has used 25 kg of salt in 8 days; the data sheet says 25 kg a "
     "month. Nobody here uses more water than usual. E. Wolfe",
     "Hollis", "water@softline.example",
     "Dear Dr. Wolfe,\n\n"
     "25 kg in eight days means that the softener regenerates each night, whether it "
     "needs to or not. Somebody has probably set the hardness to 35 instead of 15: it is "
     "on the second page of the display, under H. With 15 there, a bag lasts the month "
     "again. If H does say 15, the meter is stuck, and I'd send Frank with a new one.\n\n"
     "Hollis"},
    {"Arun", "arun@makerden.example", "First layer",
     "Prints on the Forge Mini come loose at the left front corner since the new bed. "
     "Levelled it three times, glue stick too. PETG. Arun",
     "Wil", "bench@forgeprint.example",
     "Hi Arun,\n\n"
     "three levellings and a glue stick rule out the usual things, thank you. The new bed "
     "is 0.2 mm thinner, and the Mini doesn't know it yet: send M851 Z-0.2, then M500, "
     "and the left front corner should hold PETG without glue.\n\n"
     "A photo of the next first layer would tell me whether it's enough.\n\n"
     "Wil"},
    {"Sinead Walsh", "sinead.w@isle.example", "Ferry 4 August",
     "Hello, our car has a roof box now, 2.31 m in all. The booking says 1.90. Do we "
     "still fit on the 4 August sailing, ref FX7731? Sinead Walsh",
     "Tormod", "post@fjordline-north.example",
     "Hello Sinead,\n\n"
     "you fit: FX7731 is moved to the high deck, which takes cars of up to 2.40 m. The "
     "difference is 18 euros, to be paid at the quay. Please be there 45 minutes before "
     "the sailing, as the high deck is loaded first.\n\n"
     "Tormod"},
    {"Ulla", "ulla@leserin.example", "book vanished",
     "The novel I was reading (62 %) has vanished from my reader after the update, all "
     "others are there. I'd hate to lose my notes in it. Ulla",
     "Bastian", "hilfe@pageone.example",
     "Hello Ulla,\n\n"
     "your notes are safe, they live in your account and not in the book. The novel was "
     "withdrawn by its publisher and replaced by a new edition the same night; open "
     "Library, All editions, and load the 2nd. It opens at 62 %, notes and all.\n\n"
     "Sorry that it vanished in the middle of the story.\n\n"
     "Bastian"},
    {"Kwame", "kwame@aerial.example", "Drone refuses to start",
     "App: \"compass interference\", on an open field, no metal. I calibrated 4x, moved "
     "200 m, other phone. Shoot is on Saturday, clients booked. Kwame",
     "Selma", "pilots@skylark.example",
     "Hi Kwame,\n\n"
     "four calibrations on an open field are three more than it should take, thank you "
     "for all of that. Compass interference in every place points at the drone: in the "
     "March series the left arm's screw was magnetised. You have one of those by its "
     "number on the invoice. A replacement drone leaves today by express, so you can "
     "shoot on Saturday; the old one goes back in the same box.\n\n"
     "I'll check on Friday at noon that it has reached you.\n\n"
     "Selma"},
  };
  return all;
}

}  // namespace test
