"""The engine: options compiled once, mails looked over as often as you like."""

import weakref
from collections.abc import Iterable, Mapping
from ctypes import byref
from datetime import datetime
from types import TracebackType
from typing import Any

from . import _abi
from ._load import load
from ._mail import Mail, raw, several, stamp, utf8
from ._read import Reader, text
from ._values import Report, Rule
from .errors import BY_STATUS, DesksideError

_c = load()


def _call(function: Any, *arguments: Any) -> None:
    """Call a function whose last argument is the error; a bad status becomes an exception."""
    error = _abi.Error()
    status = function(*arguments, byref(error))
    if status == 0:
        return
    try:
        raise BY_STATUS.get(status, DesksideError)(
            text(_c.deskside_error_message(error)) or "the call failed",
            status,
            _c.deskside_error_line(error),
            _c.deskside_error_column(error),
        )
    finally:
        _c.deskside_error_free(error)


def version() -> str:
    """The version of the library in use, which may differ from this package's."""
    return text(_c.deskside_version())


class Engine:
    """Make one and keep it: any number of threads may check mails with it at once.

    `options` takes every option of the C library by name, ``{"rule.tone-*": "off"}``. `config` is
    the text of a deskside.toml, `lexicons` maps the names of rule pack files to their TOML, `words`
    are spelt right for you.
    """

    def __init__(
        self,
        *,
        language: str | None = None,
        profile: str | None = None,
        options: Mapping[str, str] | None = None,
        config: str | None = None,
        lexicons: Mapping[str, str] | None = None,
        words: Iterable[str] = (),
        pack: str = "en",
    ) -> None:
        built = _abi.Options()
        _call(_c.deskside_options_new, byref(built))
        try:
            if config is not None:
                toml = utf8(config)
                _call(_c.deskside_options_add_config, built, b"config", toml, len(toml), 1)
            for name, source in (lexicons or {}).items():
                toml = utf8(source)
                _call(
                    _c.deskside_options_add_lexicon,
                    built,
                    utf8(pack),
                    utf8(name),
                    toml,
                    len(toml),
                )
            known = utf8("\n".join(several("words", words)))
            if known:
                _call(_c.deskside_options_add_words, built, known, len(known))
            chosen = dict(options or {})
            if language is not None:
                chosen["language"] = language
            if profile is not None:
                chosen["profile"] = profile
            for name, value in chosen.items():
                _call(_c.deskside_options_set, built, utf8(name), utf8(value))
            engine = _abi.Engine()
            _call(_c.deskside_engine_new, built, byref(engine))
        finally:
            _c.deskside_options_free(built)
        self._engine = engine
        self._close = weakref.finalize(self, _c.deskside_engine_free, engine)

    def close(self) -> None:
        """Free the engine now rather than when it is collected."""
        self._close()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def check(
        self,
        mail: Mail,
        *,
        incoming: Mail | None = None,
        thread: Iterable[Mail] = (),
        html: bool = False,
        subject: str = "",
        sender: str = "",
        to: str = "",
        cc: str = "",
        bcc: str = "",
        date: datetime | str = "",
        now: datetime | str = "",
        attachments: Iterable[str] = (),
        promises: Iterable[tuple[datetime | str, str]] = (),
        ranges: Iterable[tuple[str, int, int]] = (),
        language: str = "",
        profile: str = "",
        stage: str = "",
        fragment: bool = False,
        template: bool = False,
    ) -> Report:
        """Look a mail over.

        `mail` is a body as str (plain text, or HTML where `html` is true), a whole message as
        bytes, or an email.message.EmailMessage. `incoming` is the message being answered, `thread`
        the earlier ones, oldest first. `ranges` are code points [begin, end) of a str that are
        known to be a "quote", a "signature" and so on.
        """
        body = raw(mail)
        part = ("html" if html else "text") if isinstance(mail, str) else "raw"
        parts = {
            "incoming": b"" if incoming is None else raw(incoming),
            "subject": utf8(subject),
            "from": utf8(sender),
            "to": utf8(to),
            "cc": utf8(cc),
            "bcc": utf8(bcc),
            "date": utf8(stamp(date)),
            "now": utf8(stamp(now)),
            "language": utf8(language),
            "profile": utf8(profile),
            "stage": utf8(stage),
            "fragment": b"yes" if fragment else b"",
            "template": b"yes" if template else b"",
        }
        added = [("thread", raw(message)) for message in several("mails", thread)]
        added += [("attachment", utf8(name)) for name in several("names", attachments)]
        added += [("promise", utf8(f"{stamp(due)}|{what}")) for due, what in promises]

        built = _abi.Mail()
        _call(_c.deskside_mail_new, byref(built))
        try:
            _call(_c.deskside_mail_set, built, utf8(part), body, len(body))
            for name, value in parts.items():
                if value:
                    _call(_c.deskside_mail_set, built, utf8(name), value, len(value))
            for name, value in added:
                _call(_c.deskside_mail_add, built, utf8(name), value, len(value))
            for kind, begin, end in ranges:
                if not isinstance(mail, str):
                    raise TypeError("ranges belong to a body given as str")
                bounds = len(utf8(mail[:begin])), len(utf8(mail[:end]))
                _call(_c.deskside_mail_add_range, built, utf8(kind), *bounds)
            report = _abi.Report()
            _call(_c.deskside_check, self._alive(), built, byref(report))
        finally:
            _c.deskside_mail_free(built)
        try:
            return Reader(_c).report(report)
        finally:
            _c.deskside_report_free(report)

    def rules(self) -> tuple[Rule, ...]:
        """The rules of all packs, sorted by id, those switched off included."""
        engine, reader = self._alive(), Reader(_c)
        return tuple(
            reader.rule(_c.deskside_engine_rule_at(engine, index))
            for index in range(_c.deskside_engine_rule_count(engine))
        )

    def spell(self, word: str) -> bool:
        """Is the word spelt right?"""
        encoded = utf8(word)
        return bool(_c.deskside_spell(self._alive(), encoded, len(encoded)))

    def suggest(self, word: str, limit: int = 5) -> tuple[str, ...]:
        """Better spellings of `word`, best first."""
        encoded = utf8(word)
        words = _abi.Words()
        _call(
            _c.deskside_suggest,
            self._alive(),
            _abi.Report(),
            encoded,
            len(encoded),
            limit,
            byref(words),
        )
        try:
            return tuple(
                text(_c.deskside_words_at(words, index))
                for index in range(_c.deskside_words_count(words))
            )
        finally:
            _c.deskside_words_free(words)

    def _alive(self) -> Any:
        if not self._close.alive:
            raise ValueError("the engine is closed")
        return self._engine
