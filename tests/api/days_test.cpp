// A day of theirs, told as another one.
#include <string>

#include "support.hpp"

namespace {

bool told(const char* incoming, const char* reply) {
  deskside::mail mail;
  mail.set("text", std::string("Hello Rita,\n\n") + reply + "\n\nOle Brandt");
  mail.set("incoming", incoming);
  return test::has(test::shipped().check(mail), "mechanics-reference-mismatch");
}

}  // namespace

TEST_CASE("the only day they wrote is not another one") {
  const char* incoming = "Our visitors come on Thursday. Could you test the wifi before?";
  CHECK(told(incoming, "You wrote that your visitors come on Wednesday, so I test it on Tuesday."));
  CHECK(told(incoming, "As you said, the visitors come on Friday."));
  for (const char* reply :
       {"You wrote that your visitors come on Thursday, so I test it on Wednesday.",
        "You wrote on Wednesday that your visitors come.", "You said that on Monday.",
        "You asked for Thursday, and I can do Friday.", "As you said, the visitors come early, so on Tuesday it is done.",
        "You mentioned the visitors in your call on Monday.", "I can do it on Wednesday.",
        "You asked whether it can wait until Friday: it can."})
    CHECK_FALSE_MESSAGE(told(incoming, reply), reply);
}

TEST_CASE("where they wrote of two days, or of yesterday, no day is held against another") {
  for (const char* incoming : {"It broke on Monday. Can you come on Thursday?", "It broke yesterday.", "It broke."})
    CHECK_FALSE_MESSAGE(told(incoming, "You wrote that it broke on Tuesday."), incoming);
}
