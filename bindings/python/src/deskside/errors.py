"""What can go wrong, as exceptions. Finding something in a mail is not among them."""


class DesksideError(Exception):
    """A call failed; the message says why and what to do."""

    def __init__(self, message: str, status: int, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.status = status
        self.line = line  # of the pack or configuration at fault, 0 where there is none
        self.column = column


class EncodingError(DesksideError, ValueError):
    """Text that is not UTF-8."""


class OptionError(DesksideError, ValueError):
    """An unknown option or part, or a value it cannot take."""


class LexiconError(DesksideError, ValueError):
    """A rule pack or a configuration that does not parse; `line` and `column` say where."""


class DictionaryError(DesksideError, LookupError):
    """A spelling dictionary that is missing or broken; the message names the package."""


BY_STATUS: dict[int, type[DesksideError]] = {
    -3: EncodingError,
    -4: OptionError,
    -5: LexiconError,
    -6: DictionaryError,
}
