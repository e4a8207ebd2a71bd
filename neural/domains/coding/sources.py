"""Solutions in their files: the section of a family, and the text of one variant."""

import json
import re
from collections.abc import Mapping
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


@dataclass(frozen=True)
class Source:
    """A variant's solution and, apart, the driver that tests call it by; `lines` holds the line
    in the author's file of each line of `whole`."""

    solution: str
    driver: str
    lines: tuple[int, ...]

    @property
    def whole(self) -> str:
        """Solution and driver, to be compiled."""
        return f"{self.solution}\n\n{self.driver}" if self.driver else self.solution


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
                kept = directive[1] == "end" or self._holds(directive[1], params, number)
            elif kept:
                trailing = TRAILING.fullmatch(line)
                if trailing and not self._holds(trailing[2], params, number):
                    continue
                text = trailing[1] if trailing else line
                parts[part].append((number, _fill(text, language, params)))
        solution, driver = _trim(parts["solution"]), _trim(parts["driver"])
        numbers = [n for n, _ in solution] + [n for n, _ in driver[:1]] + [n for n, _ in driver]
        return Source(_join(solution), _join(driver), tuple(numbers))

    def _holds(self, condition: str, params: Mapping[str, Any], number: int) -> bool:
        for term in condition.split(" and "):
            match = TERM.fullmatch(term.strip())
            if not match or match[1] not in params:
                raise UserError(
                    f"{self.path}:{number}: {term!r}: expected family NAME, driver, end or "
                    f"PARAMETER=VALUE|VALUE{' of ' + ', '.join(params) if params else ''}"
                )
            found = str(params[match[1]]) in match[3].split("|")
            if found != (match[2] == "="):
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
                raise UserError(f"{path}:{number}: a second section for {name}")
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
