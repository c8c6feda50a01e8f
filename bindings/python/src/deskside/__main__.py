"""python -m deskside [--incoming FILE] FILE...: a finding a line; 1 where the mail should wait."""

import argparse
import sys
from datetime import datetime
from email.parser import BytesHeaderParser
from pathlib import Path

from . import Engine, Level, Verdict, version
from .errors import DesksideError


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m deskside", description="Look over a support mail before it is sent."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a mail, or - for standard input")
    parser.add_argument("--incoming", metavar="FILE", help="the message being answered")
    parser.add_argument("--language", metavar="TAG", help="auto, en-US, en-GB, ...")
    parser.add_argument("--profile", metavar="NAME")
    parser.add_argument("--coach", action="store_true", help="show coaching remarks too")
    parser.add_argument("--version", action="version", version=f"deskside {version()}")
    given = parser.parse_args()
    try:
        engine = Engine(language=given.language, profile=given.profile)
        incoming = _read(given.incoming) if given.incoming else None
        stop = False
        for name in given.files:
            mail = _read(name)
            # A mail speaks from its own date; one without speaks from now.
            dated = "date" in BytesHeaderParser().parsebytes(mail)
            now = "" if dated else datetime.now().astimezone().isoformat(timespec="seconds")
            report = engine.check(mail, incoming=incoming, now=now)
            for finding in report:
                if finding.level > Level.COACH or given.coach:
                    print(
                        f"{name}:{finding.line}:{finding.column}: {finding.level.name.lower()}: "
                        f"{finding.message} [{finding.rule.id}]"
                    )
            stop = stop or report.verdict >= Verdict.CONFIRM
    except (DesksideError, OSError) as error:
        print(f"deskside: {error}", file=sys.stderr)
        return 2
    return 1 if stop else 0


if __name__ == "__main__":
    sys.exit(main())
