"""A PEP 517 backend for one package: libdeskside and what it needs, side by side in a wheel.

No compiler runs for Python's sake. The library is the one $DESKSIDE_LIBRARY names; without it, it is
built by CMake from the repository this folder stands in.
"""

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sysconfig
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
SONAME = "libdeskside.so.0"
# What every Linux with the wheel's glibc has; all else travels in the wheel.
SYSTEM = ("linux-vdso", "ld-linux", "libc.", "libm.", "libdl.", "libpthread.", "libgcc_s.", "libstdc++.")
# Where the word list linked into the library comes from.
WORDS = ("hunspell-en-us", "scowl")


def _project() -> dict[str, str]:
    with open(HERE / "pyproject.toml", "rb") as file:
        return tomllib.load(file)["project"]


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def _library(folder: Path) -> Path:
    """A copy of libdeskside in `folder` that looks for its companions beside itself."""
    named = os.environ.get("DESKSIDE_LIBRARY")
    if named:
        found = Path(named)
    elif (REPOSITORY / "include/deskside/deskside.h").exists():
        build = folder / "build"
        _run("cmake", "-S", REPOSITORY, "-B", build, "-DCMAKE_BUILD_TYPE=Release",
             "-DBUILD_SHARED_LIBS=ON", "-DBUILD_TESTING=OFF")
        _run("cmake", "--build", build, "--target", "deskside", "-j", str(os.cpu_count() or 1))
        found = build / "src" / "libdeskside.so"
    else:
        raise RuntimeError(
            "there is no C++ source beside this package: set DESKSIDE_LIBRARY to a libdeskside.so"
        )
    library = folder / SONAME
    shutil.copyfile(found, library)
    if shutil.which("strip"):
        _run("strip", "--strip-unneeded", library)
    if b"$ORIGIN\0" not in library.read_bytes():
        if not shutil.which("patchelf"):
            raise RuntimeError(f"{found} has no RUNPATH of $ORIGIN: install patchelf to set it")
        _run("patchelf", "--set-rpath", "$ORIGIN", library)
    return library


def _companions(library: Path) -> list[Path]:
    found = []
    for line in _run("ldd", library).splitlines():
        name, arrow, rest = line.strip().partition(" => ")
        if not arrow or name.startswith(SYSTEM):
            continue
        if rest.startswith("not found"):
            raise RuntimeError(f"{name}, which libdeskside needs, is not installed")
        found.append(Path(rest.split(" (")[0]))
    return found


def _copyright(package: str) -> str:
    file = Path("/usr/share/doc") / package / "copyright"
    return file.read_text("utf-8") if file.exists() else ""


def _package_of(path: Path) -> str:
    # dpkg knows a file by the name it was packed under, before /lib became a link to /usr/lib.
    for name in (path, path.resolve(), Path("/usr" + str(path)), Path("/usr" + str(path.resolve()))):
        try:
            return _run("dpkg", "-S", name).split(":")[0]
        except (RuntimeError, OSError):
            continue
    return ""


def _notices(companions: list[Path]) -> str:
    text = "This wheel holds, beside deskside itself (MIT):\n\n"
    for path in companions:
        text += f"- {path.name}\n"
    text += "- inside libdeskside: the English word list of hunspell-en-us (SCOWL)\n"
    for package in dict.fromkeys([*map(_package_of, companions), *WORDS]):
        notice = _copyright(package) if package else ""
        if notice:
            text += f"\n{'=' * 72}\n{package}\n{'=' * 72}\n\n{notice}"
    return text


def _tag() -> str:
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    try:
        libc, version = os.confstr("CS_GNU_LIBC_VERSION").split()
    except (AttributeError, ValueError, OSError):
        libc = ""
    if libc == "glibc" and platform.startswith("linux_"):
        platform = f"manylinux_{version.replace('.', '_')}_{platform.removeprefix('linux_')}"
    return f"py3-none-{platform}"


def _metadata(project: dict[str, str]) -> str:
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"License: {project['license']['text']}",
        f"Requires-Python: {project['requires-python']}",
        *(f"Classifier: {one}" for one in project["classifiers"]),
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + (HERE / project["readme"]).read_text("utf-8")


class _Wheel:
    """A zip with the RECORD that pip wants; the same input gives the same bytes."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self._record = ""

    def add(self, name: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.external_attr = (0o755 if ".so" in name else 0o644) << 16
        self._zip.writestr(entry, data, zipfile.ZIP_DEFLATED)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        self._record += f"{name},sha256={digest},{len(data)}\n"

    def close(self, info: str) -> None:
        self._record += f"{info}/RECORD,,\n"
        self.add(f"{info}/RECORD", self._record.encode())
        self._zip.close()


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    project = _project()
    tag = _tag()
    info = f"{project['name']}-{project['version']}.dist-info"
    name = f"{project['name']}-{project['version']}-{tag}.whl"
    with tempfile.TemporaryDirectory() as scratch:
        library = _library(Path(scratch))
        companions = _companions(library)
        wheel = _Wheel(Path(wheel_directory) / name)
        for file in sorted((HERE / "src/deskside").iterdir()):
            if file.suffix == ".py" or file.name == "py.typed":
                wheel.add(f"deskside/{file.name}", file.read_bytes())
        wheel.add(f"deskside/_lib/{SONAME}", library.read_bytes())
        for path in companions:
            wheel.add(f"deskside/_lib/{path.name}", path.read_bytes())
        wheel.add(f"{info}/METADATA", _metadata(project).encode())
        licence = REPOSITORY / "LICENSE"
        if licence.exists():
            wheel.add(f"{info}/LICENSE", licence.read_bytes())
        wheel.add(f"{info}/THIRD-PARTY-NOTICES", _notices(companions).encode())
        wheel.add(
            f"{info}/WHEEL",
            f"Wheel-Version: 1.0\nGenerator: deskside\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(),
        )
        wheel.close(info)
    return name


def build_sdist(sdist_directory, config_settings=None):
    project = _project()
    base = f"{project['name']}-{project['version']}"
    with tarfile.open(Path(sdist_directory) / f"{base}.tar.gz", "w:gz") as archive:
        for pattern in ("pyproject.toml", "README.md", "*.py", "src/deskside/*", "tests/*.py"):
            for file in sorted(HERE.glob(pattern)):
                if file.is_file():
                    archive.add(file, f"{base}/{file.relative_to(HERE)}")
        data = _metadata(project).encode()
        entry = tarfile.TarInfo(f"{base}/PKG-INFO")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    return f"{base}.tar.gz"
