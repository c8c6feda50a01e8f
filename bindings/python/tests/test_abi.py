"""The prototype table and the header are one: names, order, results and arguments."""

import ctypes
import re
import unittest
from pathlib import Path

from deskside import _abi

HEADER = Path(__file__).parents[3] / "include/deskside/deskside.h"
PROTOTYPE = re.compile(r"^DESKSIDE_API ([^;]*?)(deskside_\w+)\(([^;]*)\);", re.M)
COMMENT = re.compile(r"/\*.*?\*/", re.S)

SCALARS = {
    "void": None,
    "size_t": ctypes.c_size_t,
    "int32_t": ctypes.c_int32,
    "uint32_t": ctypes.c_uint32,
    "char *": ctypes.c_char_p,
    "void *": ctypes.c_void_p,
    "size_t *": ctypes.POINTER(ctypes.c_size_t),
}


def of_c(declared: str) -> object:
    """The ctypes type of a C one."""
    name = " ".join(declared.replace("const ", "").split()).replace("* *", "**")
    if name in SCALARS:
        return SCALARS[name]
    opaque = re.fullmatch(r"deskside_(\w+) (\*+)", name)
    if not opaque:
        return getattr(_abi, name.removeprefix("deskside_").capitalize())
    handle = getattr(_abi, opaque[1].capitalize())
    return handle if opaque[2] == "*" else ctypes.POINTER(handle)


def declared() -> dict[str, tuple[object, ...]]:
    rows = {}
    for result, name, arguments in PROTOTYPE.findall(COMMENT.sub("", HEADER.read_text("utf-8"))):
        given = [re.sub(r"\w+$", "", one.strip()).strip() for one in arguments.split(",")]
        types = [] if arguments == "void" else [of_c(one) for one in given]
        kind = of_c(result.strip())
        # Text that comes with its size may hold a NUL, so it is not read as a C string.
        if kind is ctypes.c_char_p and "size_t *" in given:
            kind = _abi.Block
        rows[name.removeprefix("deskside_")] = (kind, *types)
    return rows


class TheTable(unittest.TestCase):
    def test_has_the_functions_of_the_header_in_its_order(self) -> None:
        self.assertEqual(list(declared()), list(_abi.FUNCTIONS))

    def test_has_the_types_of_the_header(self) -> None:
        for name, row in declared().items():
            with self.subTest(name):
                self.assertEqual(_abi.FUNCTIONS.get(name), row)

    def test_is_not_read_from_an_empty_header(self) -> None:
        self.assertGreater(len(declared()), 80)


if __name__ == "__main__":
    unittest.main()
