"""smtp_sink.py FOLDER: an SMTP server on loopback that writes each mail to FOLDER/mail.

Prints its port. Lines end as in a file, so that tests can compare with what was typed.
"""

import os
import socketserver
import sys


class Session(socketserver.StreamRequestHandler):
    def say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self) -> None:
        self.say("220 sink")
        while line := self.rfile.readline():
            verb = line[:4].upper().strip()
            if verb == b"DATA":
                self.say("354 go on")
                self.take()
                self.say("250 taken")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def take(self) -> None:
        mail = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            mail += line.removeprefix(b".") if line.startswith(b"..") else line
        part = os.path.join(sys.argv[1], "part")
        with open(part, "wb") as file:
            file.write(mail.replace(b"\r\n", b"\n"))
        os.rename(part, os.path.join(sys.argv[1], "mail"))


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as server:
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()
