#include <cstdio>
#include <fstream>

#include "support.hpp"

TEST_CASE("words of the language and the trade are spelt right and others are not") {
  for (const char* word : {"received", "Received", "printer", "don't", "don\xE2\x80\x99t"})
    CHECK(test::shipped().spell(word));
  for (const char* word : {"recieved", "accout", "prnter"})
    CHECK_FALSE(test::shipped().spell(word));
}

TEST_CASE("who chose an English is told each word that the other one writes otherwise") {
  const std::string mail = "The color of the lamp and its behavior depend on the color you set.";
  const auto told = [](const char* language, const std::string& text) {
    deskside::options options;
    if (*language) options.set("language", language);
    const deskside::engine engine(options);
    std::string all;
    for (const deskside::finding finding : engine.check(text))
      if (finding.rule().id() == "spelling-mixed-english")
        all += std::string(finding.text()) + ">" + std::string(finding.fixes()[0].replacement()) + " ";
    return all;
  };
  CHECK(told("en-GB", mail) == "color>colour behavior>behaviour color>colour ");
  CHECK(told("en-US", mail) == "");
  CHECK(told("en-US", "The colour of the lamp.") == "colour>color ");
  CHECK(told("en-GB", "The colour of the lamp, which we organized, is on the program's disk.") == "");
  // It prevails even where the other is written more often.
  CHECK(told("en-GB", "The color of the center is our favorite, and the behaviour, too.") ==
        "color>colour center>centre favorite>favourite ");
  // Where none was chosen, a mail is right that keeps to one.
  CHECK(told("", mail) == "");
  CHECK(told("", "The colour of the lamp.") == "");
  CHECK(told("en-GB", "Please open “Color settings” and choose “color”.") == "");
}

TEST_CASE("suggestions come best first and at most as many as asked for") {
  const std::vector<std::string> words = test::shipped().suggest("recieved", 5);
  REQUIRE_FALSE(words.empty());
  CHECK(words.size() <= 5);
  CHECK(words.front() == "received");
  CHECK(test::shipped().suggest("recieved", 1).size() == 1);
  CHECK(test::shipped().suggest("recieved", 0).empty());
}

TEST_CASE("suggestions come from Hunspell where the option says so") {
  deskside::options options;
  options.set("hunspell", "on").set("dictionary.path", "/nonexistent");
  CHECK(test::status_of([&] { deskside::engine{options}; }) == DESKSIDE_E_DICTIONARY);
  if (!std::ifstream("/usr/share/hunspell/en_US.dic")) return;
  options.set("dictionary.path", "/usr/share/hunspell");
  const std::vector<std::string> words = deskside::engine(options).suggest("recieved", 5);
  REQUIRE_FALSE(words.empty());
  CHECK(words.size() <= 5);
  CHECK(words.front() == "received");
}

TEST_CASE("words of the mail are preferred as suggestions") {
  const deskside::report report = test::shipped().check("The conveyor belt and the scanner stop.");
  const std::vector<std::string> words = test::shipped().suggest(report, "scaner", 3);
  REQUIRE_FALSE(words.empty());
  CHECK(words.front() == "scanner");
}

TEST_CASE("a word that is not UTF-8 is refused by suggest and not known to spell") {
  CHECK_FALSE(test::shipped().spell("caf\xE9"));
  CHECK(test::status_of([] { test::shipped().suggest("caf\xE9"); }) == DESKSIDE_E_ENCODING);
}

TEST_CASE("a dictionary that is not there cannot be compiled") {
  CHECK(test::status_of([] {
          deskside::compile_words("de-DE", "/nonexistent.aff", "/nonexistent.dic");
        }) == DESKSIDE_E_DICTIONARY);
}

TEST_CASE("a dictionary whose flags have several characters may join words by a rule") {
  const std::string aff = "flags_test.aff", dic = "flags_test.dic";
  for (const bool number : {true, false}) {
    CAPTURE(number);
    std::ofstream(aff) << "SET UTF-8\nFLAG " << (number ? "num" : "long") << "\nCOMPOUNDRULE 1\n"
                       << "COMPOUNDRULE " << (number ? "(12)*(34)" : "(aa)*(bb)") << "\n";
    std::ofstream(dic) << "2\nlampe\n1/" << (number ? "12" : "aa") << "\n";
    deskside::options options;
    options.set("language", "de-DE");
    options.dictionary("de-DE", deskside::compile_words("de-DE", aff, dic));
    const deskside::engine engine(options);
    CHECK(engine.spell("lampe"));
    CHECK_FALSE(engine.spell("lampf"));
  }
  std::remove(aff.c_str());
  std::remove(dic.c_str());
}

TEST_CASE("what no dictionary has is right in its place: the plural of their word, a signature, a courtesy") {
  const auto told = [](const std::string& text, const char* incoming = "") {
    deskside::mail mail;
    mail.set("text", text);
    if (*incoming) mail.set("incoming", incoming);
    std::string all;
    for (const deskside::finding finding : test::shipped().check(mail))
      if (finding.rule().id() == "spelling-unknown-word") all += std::string(finding.text()) + " ";
    return all;
  };
  const char* text = "Hi Ida,\n\nI will test both beamers at 8:30.\n\nBest,\nAl\n";
  CHECK(told(text) == "beamers ");
  CHECK(told(text, "Hello, who do I call if the beamer fails? Ida") == "");
  const std::string reply = "Hi Ida,\n\nyour order leaves the house at noon.\n\n";
  CHECK(told(reply + "Tom\u00e1s Herrera\nAtencion al cliente, CocinaViva\n") == "");
  CHECK(told(reply + "Call Ann Reed\nif the orderr is late.\n") == "orderr ");
  CHECK(told("Hi Ida,\n\nMs Varley and Dr. Oyelarann decide that.\n\nBest,\nAl\n") == "");
  CHECK(told("Hi Ida,\n\nit stopped in Galway and Athlonne.\n\nBest,\nAl\n") == "");
  CHECK(told("Hi Ida,\n\nplease open Microsoft Outlok once.\n\nBest,\nAl\n") == "Outlok ");
  CHECK(told("Hi Ida,\n\nthe room is yours. Buon appetito to both of you!\n\nBest,\nAl\n") == "");
}
