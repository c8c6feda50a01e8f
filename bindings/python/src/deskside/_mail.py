"""From what Python calls a mail to the named parts of the C one."""

from collections.abc import Iterable
from datetime import datetime
from email.message import Message
from email.policy import compat32
from typing import TypeVar, Union

from .errors import EncodingError

# A str is a body of plain text, bytes are a whole message, and an email.message.EmailMessage (or
# what mailbox yields) is itself.
Mail = Union[str, bytes, Message]

T = TypeVar("T")


def wants(what: str, given: object) -> TypeError:
    return TypeError(f"please pass {what}, not {type(given).__name__}")


def several(what: str, values: Iterable[T]) -> list[T]:
    """A str alone would be taken letter by letter."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise wants(f"a list of {what}", values)
    return list(values)


def utf8(text: str) -> bytes:
    if not isinstance(text, str):
        raise wants("a str", text)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(
            f"character {error.start} of the text is half of a surrogate pair; decode the text "
            "with errors='replace'",
            -3,
        ) from error


def raw(mail: Mail) -> bytes:
    """The message as bytes, however broken its headers are."""
    if isinstance(mail, str):
        return utf8(mail)
    if isinstance(mail, bytes):
        return mail
    if not isinstance(mail, Message):
        raise wants("a mail: a str (its body), bytes (all of it) or an email.message.EmailMessage", mail)
    try:
        return mail.as_bytes()
    except (UnicodeError, LookupError, ValueError, AttributeError, TypeError):
        # The email package cannot write every message that it can read.
        return mail.as_bytes(policy=compat32)


def stamp(moment: datetime | str) -> str:
    """RFC 3339; a time without a zone is meant as local."""
    if isinstance(moment, str):
        return moment
    if not isinstance(moment, datetime):
        raise wants("a time: a datetime or a str", moment)
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="seconds")
