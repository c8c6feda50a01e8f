"""An hour's worth of writing with the add-on: session.py XPI [KEYSTROKES]

Types so many keystrokes (12,000: an hour at 200 a minute), mail after mail, with slips, pauses,
fixes, panels and sleep in between; once with the add-on installed from its file, once by an
enterprise policy. Prints what it did and what the console complained of; exits 1 where that was
anything of ours."""

import contextlib
import pathlib
import sys
import time

from scenario import QUESTION
from sink import Sink
from thunderbird import ADDON, Display, Thunderbird, policy

XPI = pathlib.Path(sys.argv[1]).resolve()
KEYSTROKES = int(sys.argv[2]) if len(sys.argv) > 2 else 12_000
SETTINGS = {"listening": {"left": 0, "stopped": 0, "rules": {}}, "underline": True, "promises": True}

# “<” is a slip taken back: Backspace.
MAILS = [
    "Hi Ann,\n\nThank you for the photo. It shows that the prinr<<ter still uses the old router.\n\n"
    "Could you please open its menu, choose Network and then Restore Defaults? It takes a minute and "
    "prints a page when it is done. If it does not show up after that, please send me the page.\n\n"
    "Best regards,\nBo",
    "Hello Ann,\n\nYou failed to enter the tag of the printer. As I already said, it is on the back. "
    "Send it asap!!\n\nBo",
    "Hi Ann,\n\nI am sorry that the screen went dark in the midle of your talk. I have orderd a new "
    "cable and will call you tomorrow at 10:00 to see whether it arrived.\n\nUntil then the spare "
    "screen from room 4 is yours; the desk there knows about it.\n\nKind regards,\nBo",
    "Dear Ann,\n\nthe update is through and your old fonts are back. Is there anything that still "
    "looks odd to you? I will leave this open until Friday, so that you can tell me.\n\n"
    "Best regards,\nBo",
    "Hi Ann,\n\nthe right driver is version 4. You find it on the page of the maker, below "
    "Downloads, and it installs in about two minutes. Could you please try it and tell me how it "
    "goes?\n\nBest regards,\nBo",
]


class Session:
    def __init__(self, thunderbird, sink):
        self.thunderbird, self.sink = thunderbird, sink
        self.typed = self.slips = self.mails = self.held = self.fixes = 0

    def type(self, compose, text):
        self.typed += len(text)
        self.slips += text.count("<")
        self.thunderbird.run(self.thunderbird.window(compose) + """
          const page = win.document.getElementById("messageEditor").contentWindow;
          win.focus();
          page.focus();
          await until("the focus", () => Services.focus.focusedWindow == page);
          const tip = Cc["@mozilla.org/text-input-processor;1"]
            .createInstance(Ci.nsITextInputProcessor);
          if (!tip.beginInputTransaction(page, () => true)) throw new Error("no keyboard");
          const named = {"\\n": ["Enter", 13], "<": ["Backspace", 8]};
          for (const character of args[0]) {
            const [key, keyCode] = named[character] ?? [character, 0];
            const event = new page.KeyboardEvent("", {key, keyCode});
            tip.keydown(event);
            tip.keyup(event);
            await sleep(character == "\\n" ? 300 : 2);
          }""", text)

    def mail(self, number):
        text = MAILS[number % len(MAILS)]
        plain = number % 3 == 2
        if number % 2:
            compose = self.thunderbird.answer("", plain=plain)
        else:
            compose = self.thunderbird.write("", subject=f"Mail {number}", plain=plain)
        self.type(compose, text)
        time.sleep(1)  # the underlines
        if number % 4 == 3:
            self.thunderbird.suspend()
        if number % 5 == 0:
            self.thunderbird.run(self.thunderbird.popup(compose) + """
              page.closest("panel").hidePopup();""")
        self.send(compose)

    def send(self, compose):
        count = len(self.sink.mails)
        self.thunderbird.press_send(compose)
        went = self.thunderbird.run("""
          return until("a panel, or the end", async () => panels().length ? "held" :
            args[0] && !composers().find(w => w.docShell.outerWindowID == args[0]) ? "went" : "");""",
            compose)
        if went == "held":
            self.held += 1
            self.thunderbird.panel()
            self.fixes += self.thunderbird.run("""
              const page = panels().at(-1);
              const fixes = await inPage(page, `
                const first = document.querySelector("button.fix");
                first?.click();
                return first ? 1 : 0;`);
              await sleep(700);
              return fixes;""")
            self.thunderbird.click("#anyway")
            self.thunderbird.no_panel()
        assert self.sink.wait(count + 1, 30), "a mail did not arrive"
        self.mails += 1


def complaints(thunderbird):
    """What any page said in the console since the start, as lines: of ours, and of Thunderbird's."""
    said = thunderbird.run("""
      return Services.console.getMessageArray()
        .filter(it => it instanceof Ci.nsIScriptError && !(it.flags & Ci.nsIScriptError.warningFlag))
        .map(it => it.errorMessage + " " + it.sourceName + ":" + it.lineNumber);""")
    said += [line for line in (thunderbird.home / "log").read_text(errors="replace").splitlines()
             if "console.error" in line]
    ours = [line for line in said if "moz-extension" in line or "deskside" in line.lower()]
    return ours, [line for line in said if line not in ours]


def session(how, thunderbird, sink):
    thunderbird.receive(QUESTION)
    work = Session(thunderbird, sink)
    begun = time.monotonic()
    number = 0
    while work.typed < KEYSTROKES:
        work.mail(number)
        number += 1
    ours, others = complaints(thunderbird)
    print(f"{how}: {work.typed} keystrokes ({work.slips} taken back), {work.mails} mails sent, "
          f"{work.held} of them held first, {work.fixes} fixes, in "
          f"{(time.monotonic() - begun) / 60:.1f} minutes; errors in the console: {len(ours)} of the "
          f"add-on, {len(others)} of Thunderbird", flush=True)
    for line in ours + others:
        print(f"  {line}")
    # A console that nobody listens to is silent too.
    thunderbird.in_addon('Promise.resolve(console.error("deskside: said on purpose"))')
    time.sleep(1)
    assert len(complaints(thunderbird)[0]) == len(ours) + 1, "what is said in the console is not heard"
    return len(ours)


def main():
    errors = 0
    for how in ("from the file", "by policy"):
        with contextlib.ExitStack() as stack:
            if how == "by policy":
                stack.enter_context(policy({
                    "ExtensionSettings": {ADDON: {"installation_mode": "force_installed",
                                                  "install_url": XPI.as_uri()}},
                    "3rdparty": {"Extensions": {ADDON: SETTINGS}}}))
            display, sink = Display(), Sink()
            stack.callback(display.close)
            thunderbird = Thunderbird(display, sink.port, {"devtools.console.stdout.content": True})
            stack.callback(thunderbird.close)
            if how == "by policy":
                thunderbird.installed()
            else:
                thunderbird.install(XPI)
                thunderbird.settings(**SETTINGS)
            errors += session(how, thunderbird, sink)
    sys.exit(1 if errors else 0)


main()
