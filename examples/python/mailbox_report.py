"""mailbox_report.py MBOX: which sent mails deserved another look, in ten lines."""

import mailbox
import sys

import deskside

engine = deskside.Engine()
for message in mailbox.mbox(sys.argv[1], create=False):
    report = engine.check(message)
    for finding in report.first:
        print(f"{message['subject']}: line {finding.line}: {finding.message}")
