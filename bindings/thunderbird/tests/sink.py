"""An SMTP server on loopback that keeps what it is given."""

import socketserver
import threading
import time


class _Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self._talk()
        except ConnectionError:
            pass  # a client may go when it likes

    def _talk(self):
        self._say("220 sink")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"EHLO":
                self.wfile.write(b"250-sink\r\n250 8BITMIME\r\n")
            elif verb == b"MAIL":
                asked = time.time()
                self._say("250 fine")
            elif verb == b"DATA":
                self._say("354 go on")
                body = b""
                while (line := self.rfile.readline()) != b".\r\n":
                    if not line:
                        return  # gone in the middle of a mail
                    body += line[1:] if line.startswith(b"..") else line
                with self.server.sink.changed:
                    self.server.sink.mails.append((asked, body))
                    self.server.sink.changed.notify_all()
                self._say("250 taken")
            elif verb == b"QUIT":
                # Without a word: Thunderbird leaves five seconds after a mail, and where the next one
                # is just going it takes an old connection's farewell for the new one's greeting.
                return
            else:
                self._say("250 fine")

    def _say(self, text):
        self.wfile.write(text.encode() + b"\r\n")


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64


class Sink:
    def __init__(self):
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.sink = self
        self.port = self.server.server_address[1]
        self.mails = []
        self.changed = threading.Condition()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, count, seconds):
        """The `count`-th mail as (time of MAIL FROM, bytes), or None where it does not come in time."""
        with self.changed:
            self.changed.wait_for(lambda: len(self.mails) >= count, seconds)
            return self.mails[count - 1] if len(self.mails) >= count else None
