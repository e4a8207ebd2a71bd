"""Solutions in their files: the section of a family, and the text of one variant."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neural.errors import UserError

NAMES = {
    "python": "solutions.py",
    "go": "solutions.go",
    "javascript": "solutions.js",
    "java": "Solutions.java",
}
DIRECTIVE = re.compile(r"\s*(?:#|//): *(\S.*?)\s*")
TRAILING = re.compile(r"(.*?\S)\s+(?:#|//): *(\S.*?)\s*")
TERM = re.compile(r"(\w+)(!?=)(.+)")
IMPORTS = {
    "go": re.compile(r'\s*(?:import (?:\([^)]*\)|"[^"]*")\n\s*)+'),
    "java": re.compile(r"\s*(?:import [^;]*;\n\s*)+"),
}


@dataclass(frozen=True)
class Source:
    """A variant's solution and, apart, the driver that tests call it by. `whole` is what is
    compiled; `lines` holds the line in the author's file of each of its lines."""

    solution: str
    driver: str
    whole: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Section:
    """A family's lines in a solutions file, numbered."""

    path: Path
    lines: tuple[tuple[int, str], ...]

    def render(self, language: str, params: Mapping[str, Any]) -> Source:
        """The lines whose conditions hold, with values in their places."""
        parts: dict[str, list[tuple[int, str]]] = {"solution": [], "driver": []}
        part, kept = "solution", True
        for number, line in self.lines:
            directive = DIRECTIVE.fullmatch(line)
            if directive and directive[1] == "driver":
                part, kept = "driver", True
            elif directive:
                kept = directive[1] == "end" or _holds(directive[1], params)
            elif kept:
                trailing = TRAILING.fullmatch(line)
                if trailing and not _holds(trailing[2], params):
                    continue
                text = trailing[1] if trailing else line
                parts[part].append((number, _fill(text, language, params)))
        solution, driver = _trim(parts["solution"]), _trim(parts["driver"])
        whole = _together(solution, driver, language) if driver else solution
        return Source(_join(solution), _join(driver), _join(whole), tuple(n for n, _ in whole))

    def conditions(self) -> Iterator[tuple[int, str, list[str]]]:
        """Line, parameter and values of each condition."""
        for number, line in self.lines:
            found = DIRECTIVE.fullmatch(line)
            text = found[1] if found else (found := TRAILING.fullmatch(line)) and found[2]
            if not text or text in ("driver", "end"):
                continue
            for term in text.split(" and "):
                match = TERM.fullmatch(term.strip())
                if not match:
                    raise UserError(
                        f"{self.path}:{number}: {text!r}: expected family NAME, driver, end or "
                        "PARAMETER=VALUE"
                    )
                yield number, match[1], match[3].split("|")


def _holds(condition: str, params: Mapping[str, Any]) -> bool:
    for term in condition.split(" and "):
        name, equal, values = TERM.fullmatch(term.strip()).groups()
        if (str(params[name]) in values.split("|")) != (equal == "="):
            return False
    return True


def read(path: Path) -> dict[str, Section]:
    """Sections by family; what stands before the first is for editors only."""
    sections: dict[str, list[tuple[int, str]]] = {}
    current: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        directive = DIRECTIVE.fullmatch(line)
        if directive and directive[1].startswith("family "):
            name = directive[1].removeprefix("family ").strip()
            if name in sections:
                raise UserError(f"{path}:{number}: a second section for {name}; remove one")
            current = sections.setdefault(name, [])
        else:
            current.append((number, line))
    return {name: Section(path, tuple(lines)) for name, lines in sections.items()}


def literal(value: Any, language: str) -> str:
    """A parameter's value as source text."""
    if isinstance(value, bool):
        return str(value) if language == "python" else str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    text = json.dumps(value, ensure_ascii=False)
    if language == "javascript":
        text = "'" + text[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
    return text


def _fill(line: str, language: str, params: Mapping[str, Any]) -> str:
    for name, value in params.items():
        place = name.upper()
        if place not in line:
            continue
        inner = literal(value, language)[1:-1] if isinstance(value, str) else str(value)
        line = re.sub(rf"(?<=')\b{place}\b(?=')|(?<=\")\b{place}\b(?=\")", lambda _: inner, line)  # noqa: B023
        text = literal(value, language)
        line = re.sub(rf"\b{place}\b", lambda _: text, line)  # noqa: B023
    return line


def merged(code: str, driver: str, language: str) -> str:
    """An answer's code and a driver in one text, as `Source.whole` has them; the code alone where
    it holds the driver already."""
    found = IMPORTS[language].match(driver) if language in IMPORTS else None
    if driver[found.end() if found else 0 :].strip() in code:
        return code
    parts = ([(0, line) for line in text.splitlines()] for text in (code, driver))
    return _join(_together(*parts, language))


def _together(solution: list, driver: list, language: str) -> list[tuple[int, str]]:
    """Solution and driver in one text, where a language wants all imports at the top."""
    blank = [(driver[0][0], "")] * (2 if language == "python" else 1)
    found = IMPORTS[language].match(_join(driver)) if language in IMPORTS else None
    if not found:
        return [*solution, *blank, *driver]
    count = found[0].count("\n")
    if language == "go":
        own = IMPORTS["go"].match(_join(solution))
        head = own[0].count("\n") if own else 0
        imports = _imported([*solution[:head], *driver[:count]])
        return [*imports, *blank, *_trim(solution[head:]), *blank, *driver[count:]]
    return [*_trim(driver[:count]), *blank, *solution, *blank, *driver[count:]]


def _imported(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """One import of what several of Go's import."""
    first = lines[0][0]
    paths = {}
    for number, line in lines:
        if named := re.search(r'(?:[\w.]+ )?"[^"]+"', line.removeprefix("import ")):
            paths.setdefault(named[0], number)
    if len(paths) == 1:
        return [(number, f"import {path}") for path, number in paths.items()]
    inside = [(number, f"\t{path}") for path, number in sorted(paths.items())]
    return [(first, "import ("), *inside, (first, ")")]


def _trim(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without blank lines at the ends, and never more than two of them together."""
    kept: list[tuple[int, str]] = []
    for number, line in lines:
        blank = not line.strip()
        if blank and (not kept or [text for _, text in kept[-2:]] == ["", ""]):
            continue
        kept.append((number, "" if blank else line))
    while kept and not kept[-1][1]:
        kept.pop()
    return kept


def _join(lines: list[tuple[int, str]]) -> str:
    return "".join(f"{line}\n" for _, line in lines)
