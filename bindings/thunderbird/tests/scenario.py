"""What the scenarios have in common: the mails, and one Thunderbird for all of them."""

import email
import email.policy
import time
import unittest

from sink import Sink
from thunderbird import Display, Thunderbird

CLEAN = ("Hi Ann,\n\nThe new driver is ready. Could you please try it and tell me how it goes?\n\n"
         "Best regards,\nBo")
REPROACH = "You failed to enter the tag of the printer."
BETTER = "It looks like the tag of the printer was not entered."
FLAWED = f"Hi Ann,\n\n{REPROACH}\n\nBest regards,\nBo"
SECRET = ("Hi Ann,\n\nHere is the key you need:\n\n-----BEGIN RSA PRIVATE KEY-----\n"
          "MIIEpAIBAAKCAQEA0Zb3xQ9kT2vWfH7sLr8uYpN1cJdK5eXaGq4tMhRw6yBVnUoE\n"
          "-----END RSA PRIVATE KEY-----\n\nBest regards,\nBo")
RULE = "tone-blaming-you"

HOUSE_RULE = """\
format = 1

[[rule]]
id      = "tone-house-desk"
title   = "Old name of our desk"
pillar  = "tone"
level   = "warning"
message = "“{match}” is now called the night desk."
why     = "Customers know the new name only."
instead = "Write “the night desk”."
source  = ["the team"]
phrases = ["the moonlight desk"]
bad     = [">>The moonlight desk<< will know.", "Please ask >>the moonlight desk<<."]
good    = ["The night desk will know.", "Moonlight is bright tonight."]
"""

# An expression: how much each text of a page stands out from what is behind it.
CONTRASTS = """(() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(it => it / 255)
    .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
    .reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
  const back = element => {
    const of = numbers(getComputedStyle(element).backgroundColor);
    return (of[3] ?? 1) > 0 || !element.parentElement ? of : back(element.parentElement);
  };
  return [...document.querySelectorAll("h1, h2, p, b, button, q, summary, small, code")]
    .filter(it => it.checkVisibility() && it.textContent && !it.disabled)
    .map(it => [light(numbers(getComputedStyle(it).color)), light(back(it))])
    .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
})()"""

QUESTION = """\
From: Ann Lee <ann@customer.example>
To: Bo Ek <bo@support.example>
Subject: Printer
Message-ID: <question@customer.example>
Date: Fri, 20 Nov 2026 09:00:00 +0000
Content-Type: text/plain; charset=utf-8

Hello,

as I already said, the printer is off line. Which driver is the right one?

Ann
"""


class Scenario(unittest.TestCase):
    """Has a Thunderbird with the add-on in it, and two messages to answer."""

    xpi = shots = None  # where the add-on is, and where screenshots go

    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.sink = Sink()
        cls.thunderbird = Thunderbird(cls.display, cls.sink.port)
        cls.addClassCleanup(cls.display.close)
        cls.addClassCleanup(cls.thunderbird.close)
        cls.thunderbird.install(cls.xpi)
        cls.begin()
        cls.thunderbird.receive(QUESTION)
        cls.thunderbird.receive(QUESTION.replace("question@", "long@") +
                                ("I wrote about this too. " * 30 + "\n") * 280)

    @classmethod
    def begin(cls):
        cls.thunderbird.settings(listening={"left": 0, "stopped": 0, "rules": {}}, waved={},
                                 overrides={}, rules={}, gate="warning", fault="", identities=None,
                                 pausedUntil=0, incident=0, underline=False, promises=False,
                                 due=[], words="", attachmentReminder=True)

    def setUp(self):
        self.begin()
        self.count = len(self.sink.mails)

    def tearDown(self):
        # A panel that was told to send closes by itself once the mail has gone.
        self.thunderbird.run('await until("", () => panels().length == 0, 1500).catch(() => {});')
        for compose in self.thunderbird.run("return composers().map(w => w.docShell.outerWindowID)"):
            self.thunderbird.discard(compose)
        self.thunderbird.run("panels().forEach(b => b.ownerDocument.defaultView.close())")

    def shot(self, name):
        if self.shots:
            time.sleep(0.5)
            self.display.shot(self.shots / f"{name}.png")

    def arrives(self, seconds=15):
        mail = self.sink.wait(self.count + 1, seconds)
        self.assertIsNotNone(mail, "nothing arrived")
        self.count += 1
        message = email.message_from_bytes(mail[1], policy=email.policy.default)
        return message, message.get_body(("plain", "html")).get_content()

    def in_the_dark(self):
        self.thunderbird.run('Services.prefs.setIntPref("ui.systemUsesDarkTheme", 1);')
        self.addCleanup(self.thunderbird.run, 'Services.prefs.clearUserPref("ui.systemUsesDarkTheme");')

    def readable(self, contrasts):
        self.assertGreater(len(contrasts), 8)
        self.assertGreater(min(contrasts), 4.5)  # WCAG 2, for text
        self.assertLess(max(contrasts), 21)

    def held(self, compose, panels=1):
        self.thunderbird.press_send(compose)
        panel = self.thunderbird.panel(panels)
        self.assertEqual(len(self.sink.mails), self.count, "a held mail was sent")
        return panel
