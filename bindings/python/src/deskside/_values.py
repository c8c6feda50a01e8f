"""What a check gives back: frozen values that hold no C memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How much a finding matters. A coach remark is shown on request only."""

    COACH = 0
    SUGGESTION = 1
    WARNING = 2
    ERROR = 3


class Verdict(IntEnum):
    """What a gate should do: let it go, or ask the person first (CONFIRM), and why (BLOCK)."""

    PASS = 0
    ADVISE = 1
    CONFIRM = 2
    BLOCK = 3


class Side(IntEnum):
    """Which message a range lies in: EARLIER is one of the thread, and the fact's name says which."""

    MAIL = 0
    INCOMING = 1
    EARLIER = 2


class Safety(IntEnum):
    """May a fix be applied without looking?"""

    SAFE = 0
    PREVIEW = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and its texts; `message` with `{match}` and the like unfilled."""

    id: str
    name: str
    pillar: str
    family: str
    kind: str
    level: Level
    active: bool
    reads_own: bool
    message: str
    why: str
    instead: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing read in a message; its range is one of `report.body` where `side` is MAIL."""

    kind: str
    name: str
    side: Side
    begin: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace [begin, end) of the finding's part by `replacement`."""

    begin: int
    end: int
    replacement: str
    safety: Safety


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at again; begin and end are 0 where it is about the mail as a whole."""

    rule: Rule
    level: Level
    blocks: bool
    part: str  # what the range is a range of: "body"
    begin: int
    end: int
    line: int  # 1-based, in the message as given
    column: int  # 1-based, in bytes
    text: str  # the words in question; a secret is masked
    message: str
    fingerprint: str
    related: tuple[Fact, ...]
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not judged, and why; `rule` is "" for all rules."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one mail, in text order; iterating gives the findings."""

    verdict: Verdict
    stage: str
    language: str  # "" where the mail was not judged
    body: str  # what offsets count in: decoded; HTML stays HTML
    findings: tuple[Finding, ...]
    dropped: int  # how many more findings there were
    first: tuple[Finding, ...]  # those worth showing first, at most three
    facts: tuple[Fact, ...]
    skipped: tuple[Skipped, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        """A report is there even where nothing was found."""
        return True

    def facts_of(self, kind: str) -> tuple[Fact, ...]:
        """The facts of one kind: "zone", "act", "signal", "promise", "secret", ..."""
        return tuple(fact for fact in self.facts if fact.kind == kind)
