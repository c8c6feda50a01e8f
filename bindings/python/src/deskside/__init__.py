"""Look over a support mail before it is sent.

    import deskside

    engine = deskside.Engine(language="en-GB")
    report = engine.check("As I already said, the licence is per device.")
    for finding in report:
        print(finding.rule.id, finding.text, finding.message)

An engine is immutable and may be used by any number of threads at once. A report is plain data:
frozen, comparable, and independent of the engine. Offsets count code points, so that
``report.body[finding.begin:finding.end]`` are the words in question.
"""

from ._engine import Engine, version
from ._values import (
    Fact,
    Finding,
    Fix,
    Level,
    Report,
    Rule,
    Safety,
    Side,
    Skipped,
    Verdict,
)
from .errors import (
    DesksideError,
    DictionaryError,
    EncodingError,
    LexiconError,
    OptionError,
)

__all__ = [
    "DesksideError",
    "DictionaryError",
    "EncodingError",
    "Engine",
    "Fact",
    "Finding",
    "Fix",
    "Level",
    "LexiconError",
    "OptionError",
    "Report",
    "Rule",
    "Safety",
    "Side",
    "Skipped",
    "Verdict",
    "version",
]
