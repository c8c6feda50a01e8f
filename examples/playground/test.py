"""Drives the page in headless Chromium over its debugging pipe: test.py FOLDER CHROMIUM"""

import fcntl
import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time

folder, chromium = sys.argv[1:3]


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map,
                      ".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
threading.Thread(target=server.serve_forever, daemon=True).start()


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
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
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


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    page = Page(f"http://127.0.0.1:{server.server_address[1]}/", profile)
    try:
        page.until("document.documentElement?.dataset.ready === 'yes'")
        found = '[data-rule="tone-blaming-you"]'
        assert page.value(f"document.querySelectorAll('{found}').length") == 1
        assert page.value("CSS.highlights.get('confirm').size") >= 1
        page.value(f"""[...document.querySelectorAll('{found} button')]
            .find(it => it.textContent.startsWith('Replace with')).click()""")
        page.until(f"document.querySelectorAll('{found}').length === 0")
        assert "It looks like the tag was not entered." in page.value("document.getElementById('reply').textContent")
        page.value("document.execCommand('undo')")
        page.until(f"document.querySelectorAll('{found}').length === 1")
        # What is typed is read, and a mail that is opened too.
        page.value("""document.getElementById('reply').textContent = 'Thank you, Ann.';
            document.getElementById('reply').dispatchEvent(new InputEvent('input'))""")
        page.until(f"document.querySelectorAll('{found}').length === 0")
        page.value("""(() => { const data = new DataTransfer();
            data.items.add(new File(['Subject: A\\nFrom: a@b.example\\nTo: c@d.example\\n\\n' +
              'Hi Ann,\\n\\nYou failed to enter the tag.\\n'], 'a.eml'));
            document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, cancelable: true})); })()""")
        page.until(f"document.querySelectorAll('{found}').length === 1")
        for choice in ("profile", "stage"):
            page.value(f"""(() => {{ const it = document.getElementById('{choice}');
                it.selectedIndex = 1; it.dispatchEvent(new Event('change')); }})()""")
        assert "profile" not in page.value("document.getElementById('verdict').textContent")
        unnamed = page.value("""[...document.querySelectorAll('select, input, textarea, [role=textbox]')]
            .filter(it => !(it.labels?.length || it.getAttribute('aria-labelledby'))).length""")
        assert unnamed == 0, "a field without a name"
        assert page.complaints == [], page.complaints
        print("the playground works in Chromium")
    finally:
        page.process.terminate()
        page.process.wait(20)
