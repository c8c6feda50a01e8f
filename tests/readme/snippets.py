"""snippets.py REPOSITORY DESKSIDE INCLUDE LIBRARY: every snippet of every README is run.

A fence's language says how: python, c and cpp are run, console commands ("$ ...") too; where a fence
of text follows, or a command has output below it, that is what it must print. toml, json and the
settings of clients are read by their own parser or by the test of the client that the folder is for.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FENCE = re.compile(r"^( *)```([\w-]*)[^\n]*\n(.*?)^\1```", re.M | re.S)
BY_CLIENT = {"muttrc", "mailrc", "vim", "lua", "ini", "elisp", "msmtprc"}
PLAIN = {"", "text"}

repository, deskside, include, library = (Path(one).resolve() for one in sys.argv[1:5])
failures = 0


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{deskside.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(repository / "bindings/python/src"),
        "DESKSIDE_LIBRARY": str(library),
        "XDG_CONFIG_HOME": "/nonexistent",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }


def run(command: list[str], folder: Path, inputs: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(), input=inputs, capture_output=True, text=True,
        timeout=120,
    )


def stage(folder: Path) -> None:
    """The files that snippets speak of."""
    messages = repository / "examples/messages"
    (folder / "reply.eml").write_bytes((messages / "3-reproach.eml").read_bytes())
    (folder / "examples").symlink_to(repository / "examples")
    with open(folder / "sent.mbox", "wb") as box:
        for file in sorted(messages.glob("*.eml")):
            box.write(b"From mara@helpdesk.example Wed Nov 18 09:05:00 2026\n")
            box.write(file.read_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n")


def folded(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def console(code: str, folder: Path) -> str:
    """Each "$ command" and, where it is given, its output."""
    for block in re.split(r"^\$ ", code, flags=re.M)[1:]:
        command, _, expected = block.partition("\n")
        done = run(["bash", "-c", command], folder)
        if done.returncode not in (0, 1):
            return f"$ {command}\nexit status {done.returncode}\n{done.stdout}{done.stderr}"
        if expected.strip() and folded(done.stdout) != folded(expected):
            return f"$ {command}\nprinted\n{done.stdout}{done.stderr}but the README says\n{expected}"
    return ""


def compiled(code: str, language: str, folder: Path) -> tuple[str, str]:
    source = folder / f"snippet.{language}"
    source.write_text(code)
    program = folder / "snippet"
    compiler = ["cc", "-std=c99"] if language == "c" else ["c++", "-std=c++17"]
    if "main(" not in code:
        # A piece of a program: that it compiles is what can be said of it.
        headers = "#include <deskside/deskside.hpp>\n#include <iostream>\n"
        source.write_text(f"{headers if language == 'cpp' else ''}void piece() {{\n{code}}}\n")
        compiler += ["-fsyntax-only"]
    done = run([*compiler, f"-I{include}", str(source), str(library), f"-Wl,-rpath,{library.parent}",
                "-o", str(program)], folder)
    if done.returncode or "main(" not in code:
        return done.stderr if done.returncode else "", ""
    done = run([str(program)], folder)
    return (done.stderr if done.returncode not in (0, 1) else ""), done.stdout


def check(language: str, code: str, expected: str | None) -> str:
    """Why the snippet is wrong; "" where it is right."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stage(folder)
        printed = None
        if language == "python":
            done = run([sys.executable, "-c", code], folder)
            if done.returncode:
                return done.stderr
            printed = done.stdout
        elif language in ("c", "cpp"):
            wrong, printed = compiled(code, language, folder)
            if wrong:
                return wrong
        elif language == "console":
            return console(code, folder)
        elif language in ("sh", "bash"):
            done = run(["bash", "-n"], folder, code)
            return done.stderr
        elif language == "toml":
            tomllib.loads(code)
        elif language == "json":
            json.loads(code)
        elif language in ("js", "javascript", "mjs"):
            done = run(["node", "--check", "--input-type=module", "-"], folder, code)
            return done.stderr if done.returncode else ""
        elif language not in BY_CLIENT | PLAIN:
            return f"no way to test a snippet of {language}"
        if printed is not None and expected is not None and folded(printed) != folded(expected):
            return f"printed\n{printed}\nbut the README says\n{expected}"
    return ""


for readme in sorted(repository.rglob("README.md")):
    place = readme.relative_to(repository)
    if {"build", "node_modules"} & set(place.parts) or place.parts[0].startswith("build"):
        continue
    text = readme.read_text("utf-8")
    fences = list(FENCE.finditer(text))
    for at, fence in enumerate(fences):
        indent, language, code = fence.groups()
        code = re.sub(f"^{indent}", "", code, flags=re.M)
        follower = fences[at + 1] if at + 1 < len(fences) else None
        shown = follower and follower[2] == "text" and not text[fence.end() : follower.start()].strip()
        try:
            wrong = check(language, code, follower[3] if shown and follower else None)
        except (ValueError, OSError, subprocess.TimeoutExpired) as error:
            wrong = str(error)
        line = text[: fence.start()].count("\n") + 1
        if wrong:
            failures += 1
        print(f"{place}:{line}: {language or 'plain'}: {'WRONG' if wrong else 'fine'}")
        if wrong:
            print(wrong)
sys.exit(1 if failures else 0)
