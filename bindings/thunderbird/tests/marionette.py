"""A Marionette client of one screen: just what driving Thunderbird needs."""

import json
import socket
import time


class MarionetteError(Exception):
    pass


class Marionette:
    def __init__(self, port, patience=60):
        until = time.monotonic() + patience
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
                self._buffer = b""
                self._receive()  # the greeting
                break
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        self._id = 0
        self.call("WebDriver:NewSession", {"capabilities": {}})
        self.call("Marionette:SetContext", {"value": "chrome"})
        self.call("WebDriver:SetTimeouts", {"script": 60000})

    def _receive(self):
        while b":" not in self._buffer:
            self._more()
        size, _, rest = self._buffer.partition(b":")
        while len(rest) < int(size):
            self._more()
            size, _, rest = self._buffer.partition(b":")
        self._buffer = rest[int(size):]
        return json.loads(rest[:int(size)])

    def _more(self):
        data = self.socket.recv(65536)
        if not data:
            raise OSError("Thunderbird has gone")
        self._buffer += data

    def call(self, name, parameters):
        self._id += 1
        message = json.dumps([0, self._id, name, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise MarionetteError(f"{error['error']}: {error['message']}\n{error.get('stacktrace', '')}")
        return result

    def run(self, script, *arguments):
        """Runs an async function's body in Thunderbird's own pages; `args` holds the arguments."""
        answer = self.call("WebDriver:ExecuteAsyncScript", {
            "script": """
              const done = arguments[arguments.length - 1];
              const args = Array.from(arguments).slice(0, -1);
              (async () => {%s})().then(value => done({value}),
                                        error => done({error: String(error) + "\\n" + error.stack}));
            """ % script,
            "args": list(arguments),
            "sandbox": "system",
            "newSandbox": False,
        })["value"]
        if "error" in answer:
            raise MarionetteError(answer["error"])
        return answer.get("value")

    def close(self):
        self.socket.close()
