"""Finding libdeskside: $DESKSIDE_LIBRARY, else the one in the wheel, else the system's."""

import os
from collections.abc import Iterator
from ctypes import CDLL
from ctypes.util import find_library
from pathlib import Path

from . import _abi

SONAME = "libdeskside.so.0"


def _candidates() -> Iterator[str]:
    named = os.environ.get("DESKSIDE_LIBRARY")
    if named:
        # Who names a library means that one: never fall through to another.
        yield named
        return
    bundled = Path(__file__).parent / "_lib" / SONAME
    if bundled.exists():
        yield str(bundled)
    yield SONAME
    found = find_library("deskside")
    if found and found != SONAME:
        yield found


def load() -> CDLL:
    """Load and bind the library. An ImportError lists everything that was tried."""
    tried = []
    for candidate in _candidates():
        try:
            return _abi.bind(CDLL(candidate))
        except OSError as error:
            tried.append(f"  {candidate}: {error}")
        except AttributeError as error:
            tried.append(f"  {candidate}: another version of the library ({error})")
    raise ImportError(
        "libdeskside was not found. Install the wheel or the package libdeskside0, or set "
        "DESKSIDE_LIBRARY to the library's path. Tried:\n" + "\n".join(tried)
    )
