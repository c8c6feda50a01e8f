"""The package as people use it."""

import email
import email.policy
import gc
import os
import subprocess
import sys
import threading
import unittest
import weakref
from dataclasses import FrozenInstanceError
from datetime import datetime, timezone
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import deskside

REPOSITORY = Path(__file__).parents[3]
MESSAGES = REPOSITORY / "examples/messages"
FLAWED = "Hi Tom,\n\nAs I already said, the licence is per device.\n\nRegards,\nMara\n"

PACK = """format = 1
[[rule]]
id = "own-wobble"
title = "Wobble"
pillar = "tone"
level = "warning"
message = "“{match}” wobbles."
why = "It does."
instead = "Write steady."
source = ["here"]
phrases = ["wibbly wobble"]
fix = [{ replace = "steady", safety = "preview" }]
bad = ["It is >>wibbly wobble<<.", "A >>wibbly wobble<<."]
good = ["It is steady.", "It is wibbly."]
"""


class AReport(unittest.TestCase):
    engine = deskside.Engine(language="en-GB")

    def finding(self, report: deskside.Report) -> deskside.Finding:
        return next(one for one in report if one.rule.id == "tone-as-i-said")

    def test_counts_code_points(self) -> None:
        engine = deskside.Engine(lexicons={"own.toml": PACK})
        report = engine.check("😀é\nIt is a wibbly wobble, Tom.\n", fragment=True)
        finding = next(one for one in report if one.rule.id == "own-wobble")
        self.assertEqual((finding.begin, finding.end), (11, 24))
        self.assertEqual(report.body[finding.begin : finding.end], "wibbly wobble")
        fix = finding.fixes[0]
        self.assertEqual(report.body[fix.begin : fix.end], "wibbly wobble")
        self.assertEqual(fix.replacement, "steady")
        self.assertIs(fix.safety, deskside.Safety.PREVIEW)

    def test_is_frozen_and_outlives_its_engine(self) -> None:
        with deskside.Engine() as engine:
            report = engine.check(FLAWED)
        finding = self.finding(report)
        self.assertEqual(finding.level, deskside.Level.WARNING)
        with self.assertRaises(FrozenInstanceError):
            finding.level = deskside.Level.COACH  # type: ignore[misc]

    def test_is_true_even_when_nothing_was_found(self) -> None:
        self.assertTrue(self.engine.check(""))

    def test_keeps_a_nul_of_the_body(self) -> None:
        self.assertEqual(len(self.engine.check(b"one\0two\n").body), 8)

    def test_is_the_same_from_many_threads(self) -> None:
        expected = self.engine.check(FLAWED)
        got: list[deskside.Report] = []
        threads = [
            threading.Thread(target=lambda: got.append(self.engine.check(FLAWED))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(got, [expected] * 8)


class AMail(unittest.TestCase):
    engine = deskside.Engine()

    def test_may_be_an_email_message(self) -> None:
        for file in sorted(MESSAGES.glob("*.eml")):
            with self.subTest(file.name):
                raw = file.read_bytes()
                modern = email.message_from_bytes(raw, policy=email.policy.default)
                old = email.message_from_bytes(raw)
                expected = self.engine.check(raw).findings
                self.assertEqual(self.engine.check(old).findings, expected)
                self.assertEqual(self.engine.check(modern).findings, expected)

    def test_may_have_a_name_that_is_not_ascii(self) -> None:
        message = EmailMessage()
        message["From"], message["To"] = "Jörg <j@example.com>", "Ann <ann@example.com>"
        message["Subject"] = "Grüße"
        message.set_content(FLAWED)
        report = self.engine.check(message)
        self.assertEqual(report.verdict, deskside.Verdict.CONFIRM)
        self.assertIn("Grüße", [fact.value for fact in report.facts_of("header")])

    def test_may_be_broken(self) -> None:
        raw = b"From: \xff\xfe\nSubject: =?x?q?\xe4?=\nContent-Type: text/plain; charset=nope\n\nHi\xff\n"
        for policy in (email.policy.compat32, email.policy.default):
            self.engine.check(email.message_from_bytes(raw, policy=policy))
        self.engine.check(raw)

    def test_has_parts_with_names(self) -> None:
        report = self.engine.check(
            "Hi Tom,\n\nI will call you by Friday.\n",
            incoming=b"From: tom@example.com\n\nWhen will you call?\n",
            thread=["Hello"],
            subject="Re: call",
            sender="Mara <mara@example.com>",
            to="Tom <tom@example.com>",
            date=datetime(2026, 11, 18, 9, 5, tzinfo=timezone.utc),
            attachments=["log.txt"],
            promises=[(datetime(2026, 11, 17, tzinfo=timezone.utc), "a call")],
            stage="waiting",
        )
        self.assertEqual(report.stage, "waiting")

    def test_tells_which_message_a_fact_stands_in(self) -> None:
        report = self.engine.check(
            "Hello Ana,\n\nCould you send me your order number, please?\n",
            sender="al@example.com",
            incoming=b"From: ana@example.com\n\nHave a good week.\n",
            thread=[b"From: ana@example.com\n\nMy order 88231 came without a cable.\n"],
        )
        related = [fact for finding in report for fact in finding.related]
        self.assertIn((deskside.Side.EARLIER, "88231"), [(one.side, one.text) for one in related])
        self.assertEqual({one.side for one in report.facts_of("act")}, {deskside.Side.MAIL})

    def test_takes_the_ranges_a_client_knows(self) -> None:
        body = "é\nAs I already said, this is my motto."
        self.assertTrue(self.engine.check(body, fragment=True).findings)
        known = self.engine.check(body, fragment=True, ranges=[("signature", 2, len(body))])
        self.assertFalse([one for one in known if one.rule.id == "tone-as-i-said"])


class AMistake(unittest.TestCase):
    def test_of_the_caller_says_what_to_do(self) -> None:
        with self.assertRaisesRegex(deskside.OptionError, "stage"):
            deskside.Engine().check("Hi", stage="dancing")
        with self.assertRaises(ValueError):
            deskside.Engine(options={"no-such-option": "1"})

    def test_of_a_wrong_type_says_which_one_is_meant(self) -> None:
        engine: Any = deskside.Engine()
        for mail, parts, meant in (
            (3, {}, "a str .its body., bytes .all of it. or an email.message.EmailMessage, not int"),
            ("Hi", {"to": 5}, "please pass a str, not int"),
            ("Hi", {"attachments": "a.pdf"}, "please pass a list of names, not str"),
            ("Hi", {"now": 5}, "please pass a time"),
        ):
            with self.subTest(meant), self.assertRaisesRegex(TypeError, meant):
                engine.check(mail, **parts)

    def test_in_a_pack_has_a_place(self) -> None:
        with self.assertRaises(deskside.LexiconError) as caught:
            deskside.Engine(config="format = 1\nlanguage = 7\n")
        self.assertEqual(caught.exception.line, 2)

    def test_of_half_a_surrogate_pair_is_an_encoding_error(self) -> None:
        with self.assertRaises(deskside.EncodingError):
            deskside.Engine().check("\ud83d")

    def test_of_using_a_closed_engine_is_caught(self) -> None:
        engine = deskside.Engine()
        engine.close()
        engine.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            engine.check("Hi")


class AnEngine(unittest.TestCase):
    def test_is_freed_when_collected(self) -> None:
        engine = deskside.Engine()
        gone = weakref.ref(engine)
        del engine
        gc.collect()
        self.assertIsNone(gone())

    def test_can_be_tuned(self) -> None:
        quiet = deskside.Engine(options={"rule.tone-*": "off"})
        self.assertFalse([one for one in quiet.check(FLAWED) if one.rule.pillar == "tone"])
        self.assertTrue([one for one in quiet.rules() if one.sources])

    def test_spells_and_suggests(self) -> None:
        engine = deskside.Engine(language="en-US", words=["zorblat"])
        self.assertTrue(engine.spell("zorblat"))
        self.assertFalse(engine.spell("recieve"))
        self.assertIn("receive", engine.suggest("recieve"))


class TheCommand(unittest.TestCase):
    def run_it(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "deskside", *arguments],
            capture_output=True,
            text=True,
            env={**os.environ, **environment},
        )

    def test_says_where_to_look_and_exits_with_one(self) -> None:
        done = self.run_it(str(MESSAGES / "3-reproach.eml"))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"3-reproach\.eml:12:1: warning: .*\[tone-as-i-said\]")

    def test_exits_with_two_for_a_file_that_is_not_there(self) -> None:
        self.assertEqual(self.run_it("no-such-file.eml").returncode, 2)

    def test_never_falls_through_from_a_library_that_was_named(self) -> None:
        done = self.run_it("--version", DESKSIDE_LIBRARY="/nowhere/libdeskside.so")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("/nowhere/libdeskside.so", done.stderr)
        self.assertNotIn("libdeskside.so.0:", done.stderr)


if __name__ == "__main__":
    unittest.main()
