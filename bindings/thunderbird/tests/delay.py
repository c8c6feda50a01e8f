"""How much longer Send takes with the add-on: delay.py XPI [ROUNDS [SECONDS]]

Three Thunderbirds: one without the add-on, one with it, and one where its page is put to sleep by
force just before each Send. In each, a mail a round is written for so many seconds (120), all at
the same time; then they are sent in turn, so that whatever else the machine does meets all three.

Two times a mail, both from the Send command, in milliseconds: until Thunderbird goes on with the
message, which is what the add-on adds to; and until MAIL FROM reaches a server on loopback."""

import pathlib
import statistics
import sys
import time

from sink import Sink
from thunderbird import Display, Thunderbird

XPI = pathlib.Path(sys.argv[1]).resolve()
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 10
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 120
PROMISED = {"awake": 50, "asleep": 300}

# A clean mail, as long as two minutes of quick writing.
TEXT = """Hi Ann,

Thank you for the photo of the display. It shows that the printer gets its address from the old
router, and that is why your new computer cannot see it.

Could you please open the menu of the printer, choose Network, and then Restore Defaults? It takes
about a minute and prints a page when it is done. After that the printer will ask the new router for
an address by itself, and your computer should list it again.

If it does not show up, please send me a photo of the page it prints, and I will find the address
with you.

Best regards,
Bo"""


class Condition:
    def __init__(self, name):
        self.name = name
        self.display, self.sink = Display(), Sink()
        self.thunderbird = Thunderbird(self.display, self.sink.port)
        self.times = []
        if name != "without":
            self.thunderbird.install(XPI)
            self.thunderbird.settings(listening={"left": 0, "stopped": 0, "rules": {}})
            self.thunderbird.close_tabs()

    def open(self):
        self.windows = [self.thunderbird.write("", subject=f"Your printer, {at + 1}")
                        for at in range(ROUNDS)]

    def type(self, words):
        self.thunderbird.run("""
          for (const id of args[0]) {
            const { editor } = composers().find(w => w.docShell.outerWindowID == id).gMsgCompose;
            for (const part of args[1].split(/(\\n)/))
              if (part == "\\n") editor.insertLineBreak();
              else if (part) editor.insertText(part);
          }""", self.windows, words)

    def send(self, at):
        pressed, went = self.thunderbird.run(self.thunderbird.window(self.windows[at]) + """
          win.focus();
          await sleep(1000);
          const extension = policyOf()?.extension;
          if (args[0] == "asleep") {
            await extension.terminateBackground({ignoreDevToolsAttached: true});
            await until("sleep", () => extension.backgroundState == "stopped");
          } else if (extension && extension.backgroundState != "running") {
            throw new Error("the page fell asleep while somebody wrote");
          }
          const clock = () => performance.timeOrigin + performance.now();
          let went;
          win.addEventListener("compose-send-message", () => { went = clock(); }, {capture: true});
          const pressed = clock();
          win.goDoCommand("cmd_sendNow");
          await until("the send", () => went);
          return [pressed, went];""", self.name)
        mail = self.sink.wait(at + 1, 30)
        assert mail, f"a clean mail did not arrive ({self.name})"
        self.times.append((went - pressed, mail[0] * 1000 - pressed))

    def close(self):
        self.thunderbird.close()
        self.display.close()


def main():
    conditions = [Condition(name) for name in ("without", "awake", "asleep")]
    try:
        for condition in conditions:
            condition.open()
        pieces = [word for word in TEXT.replace("\n", " \n ").split(" ") if word]
        begun = time.monotonic()
        for at, word in enumerate(pieces):
            for condition in conditions:
                condition.type(word if word == "\n" else word + " ")
            time.sleep(max(0, begun + SECONDS * (at + 1) / len(pieces) - time.monotonic()))
        for at in range(ROUNDS):
            for condition in conditions[at % 3:] + conditions[:at % 3]:
                condition.send(at)
    finally:
        for condition in conditions:
            condition.close()
    report({condition.name: condition.times for condition in conditions})


def report(times):
    print(f"Send of a clean mail after {SECONDS:.0f} s of writing, medians of {ROUNDS} (least to most)"
          " in ms: until Thunderbird goes on, and until MAIL FROM")
    medians = {}
    for name, pairs in times.items():
        columns = [sorted(column) for column in zip(*pairs)]
        medians[name] = [statistics.median(column) for column in columns]
        shown = "   ".join(f"{median:6.0f} ({column[0]:.0f} to {column[-1]:.0f})"
                           for median, column in zip(medians[name], columns))
        print(f"  {name:8} {shown}")
    for name, limit in PROMISED.items():
        added = [mine - bare for mine, bare in zip(medians[name], medians["without"])]
        print(f"  {name} adds {added[0]:.0f} ms until Thunderbird goes on, {added[1]:.0f} ms until"
              f" MAIL FROM; promised are at most {limit}")


main()
