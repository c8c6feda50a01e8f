"""Opens the page from disk in headless Chromium and drives it over the debugging pipe:

test.py FOLDER CHROMIUM [SHOTS]    SHOTS: a folder for pictures of what there was to see
"""

import base64
import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

folder, chromium = Path(sys.argv[1]), sys.argv[2]
shots = Path(sys.argv[3]) if len(sys.argv) > 3 else None


class Page:
    def __init__(self, address, profile):
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()

        def channels():
            os.dup2(to_read, 3)
            os.dup2(to_write, 4)

        # Above 4, so that making 3 and 4 does not close one of them.
        to_read, to_write = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, to_write))
        self.process = subprocess.Popen(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000", "--remote-debugging-pipe",
             f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=channels, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.complaints = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Runtime.enable")
        self.call("Page.enable")
        self.call("Page.navigate", url=address)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.buffer:
                data = os.read(self.read, 65536)
                if not data:
                    raise RuntimeError("Chromium has gone")
                self.buffer += data
            head, _, self.buffer = self.buffer.partition(b"\0")
            answer = json.loads(head)
            if answer.get("method") == "Runtime.exceptionThrown":
                self.complaints.append(answer["params"]["exceptionDetails"]["text"])
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"]["description"])
        return result["result"].get("value")

    def until(self, expression, seconds=30):
        end = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > end:
                raise AssertionError("waited in vain for " + expression)
            time.sleep(0.05)

    def key(self, name, code=0, modifiers=0):
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, modifiers=modifiers,
                      windowsVirtualKeyCode=code)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def picture(self, name):
        if shots:
            data = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
            (shots / (name + ".png")).write_bytes(base64.b64decode(data))

    def drop(self, box, name, text):
        self.value(f"""(() => {{ const data = new DataTransfer();
            data.items.add(new File([{json.dumps(text)}], {json.dumps(name)}));
            document.getElementById('{box}').dispatchEvent(new DragEvent('drop',
              {{dataTransfer: data, cancelable: true, bubbles: true}})); }})()""")


SHIFT = 8
CONTROL = 2
found = '[data-rule="tone-blaming-you"]'


def count(selector):
    return f"document.querySelectorAll('{selector}').length"


def shows_and_mends(page):
    assert page.value(count(found)) == 1
    assert page.value("CSS.highlights.get('confirm').size") >= 1
    assert page.value(count("#pillars section[data-pillar] .done li")) >= 1, "nothing done well?"
    assert "remarks" in page.value("document.getElementById('verdict').textContent")
    page.picture("light")
    page.value(f"""[...document.querySelectorAll('{found} button')]
        .find(it => it.textContent.startsWith('Replace with')).click()""")
    page.until(count(found) + " === 0")
    assert "It looks like the tag was not entered." in page.value(
        "document.getElementById('reply').textContent")
    page.value("document.execCommand('undo')")
    page.until(count(found) + " === 1")


def works_from_the_keyboard(page):
    page.value("document.getElementById('reply').focus()")
    page.key("F8", 119)
    assert page.value("document.activeElement.classList.contains('current')")
    assert page.value("document.activeElement.ariaLabel.length > 0")
    assert page.value("CSS.highlights.get('current').size") == 1
    first = page.value("document.activeElement.dataset.rule")
    page.key("F8", 119)
    page.key("F8", 119, SHIFT)
    assert page.value("document.activeElement.dataset.rule") == first
    page.key("Escape", 27)
    assert page.value("document.activeElement.id") == "reply"
    # Clicking into what is marked shows what is said of it.
    page.value("""(() => { const node = document.getElementById('reply').firstChild;
        getSelection().collapse(node, node.data.indexOf('failed') + 2); })()""")
    page.until(f"document.querySelector('{found}').classList.contains('current')")


def reads_while_one_types(page):
    page.value("document.getElementById('reply').focus()")
    page.key("a", 65, CONTROL)
    page.value("document.execCommand('selectAll')")
    page.type("Hi Ann, I have recieved")
    misspelt = '[data-rule="spelling-unknown-word"]'
    page.until(count(found) + " === 0")
    assert page.value(count(misspelt)) == 0, "a word still being written was called misspelt"
    page.type(" it.")
    page.until(count('[data-rule^="spelling-"]') + " === 1")


def opens_mails(page):
    page.drop("reply", "a.eml", "Subject: A\nFrom: a@b.example\nTo: c@d.example\n\n"
              "Hi Ann,\n\nYou failed to enter the tag.\n")
    page.until(count(found) + " === 1")
    assert page.value("document.getElementById('subject').value") == "A"
    page.drop("incoming", "b.eml", "Subject: B\nFrom: Ann <c@d.example>\nTo: a@b.example\n\n"
              "Hello,\n\nwhich cable do I need?\n")
    page.until("document.getElementById('incoming').value.includes('which cable')")
    page.until(count('[data-rule^="ack-"]') + " >= 1")


def fits_every_choice(page):
    for choice in ("profile", "stage"):
        options = page.value(f"document.getElementById('{choice}').options.length")
        for at in list(range(options)) + [0]:
            page.value(f"""(() => {{ const it = document.getElementById('{choice}');
                it.selectedIndex = {at}; it.dispatchEvent(new Event('change')); }})()""")
            said = page.value("document.getElementById('verdict').textContent")
            assert "go" in said, f"{choice} {at}: {said}"
    unnamed = page.value("""[...document.querySelectorAll('select, input, textarea, [role=textbox]')]
        .filter(it => !(it.labels?.length || it.getAttribute('aria-labelledby'))).length""")
    assert unnamed == 0, "a field without a name"


CONTRAST = """(() => {
  const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map((it) => {
    const part = it / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = (it) => { for (; it; it = it.parentElement) {
    const colour = getComputedStyle(it).backgroundColor;
    if (!colour.endsWith(', 0)')) return colour; } return 'rgb(255, 255, 255)'; };
  let least = 99;
  for (const it of document.querySelectorAll('p, li, h1, h2, h3, b, button, label, summary, select')) {
    if (!it.checkVisibility() || !it.textContent.trim()) continue;
    const [a, b] = [getComputedStyle(it).color, behind(it)].map(light);
    if (Number.isNaN(a + b)) continue;
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return least; })()"""


def can_be_read_light_and_dark(page):
    for colours in ("light", "dark"):
        page.value(f"""(() => {{ const it = document.getElementById('colours');
            it.value = '{colours}'; it.dispatchEvent(new Event('change')); }})()""")
        least = page.value(CONTRAST)
        assert least >= 4.5, f"{colours}: a contrast of {least:.1f}"
        page.picture("after-" + colours)


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    page = Page((folder / "index.html").resolve().as_uri(), profile)
    try:
        page.until("document.documentElement?.dataset.ready === 'yes'")
        for part in (shows_and_mends, works_from_the_keyboard, reads_while_one_types, opens_mails,
                     fits_every_choice, can_be_read_light_and_dark):
            part(page)
            print("ok", part.__name__.replace("_", " "))
        assert page.complaints == [], page.complaints
        print("the playground works in Chromium")
    finally:
        page.process.terminate()
        page.process.wait(20)
