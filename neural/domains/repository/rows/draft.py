"""What the kinds of rows share: a draft of a row, and ways to say where things are."""

import re
from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import NamedTuple

from neural.domains.repository.index import Index
from neural.domains.repository.record import Definition

SHOWN = 20  # things of a list that an answer tells
SHORT = 30  # as many are still told whole
BEYOND = 7  # more lines in which a statement may end
STRINGS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`[^`]*`|//.*|(?<!\S)#.*")
OPENS = re.compile(r"\s*(?://|#|/?\*|\}? ?(?:else|catch|except|finally|case|default)\b)")


class Draft(NamedTuple):
    """A question with its answer, and the lines it was made of.

    `task` is the kind of question; `key` is what is asked, apart from the wording and from where
    in the file it stands; `code` says that the answer is code of these lines.
    """

    task: str
    key: str
    question: str
    answer: str
    path: str
    start: int
    end: int
    context: str = ""
    code: bool = False


def dice(seed: int, *parts: object) -> Random:
    """The same choices for the same thing, whatever else there is."""
    return Random(" ".join(map(str, (seed, *parts))))


def say(rng: Random, wordings: Sequence[str], **values: object) -> str:
    """One of the wordings with its values, the first letter a capital."""
    text = rng.choice(wordings).format(**values)
    return text[0].upper() + text[1:]


def place(path: str, start: int, end: int) -> str:
    """`pkg/store.go`, lines 10-20."""
    return f"`{path}`, " + (f"line {start}" if start == end else f"lines {start}-{end}")


def spot(path: str, start: int, end: int) -> str:
    """`pkg/store.go:10-20`, for lists."""
    return f"`{path}:{start}`" if start == end else f"`{path}:{start}-{end}`"


def key(one: Definition) -> str:
    """What tells a definition from the others of its file, overloads of its name too, wherever in
    the file it stands."""
    return f"{one.path} {one.signature}"


def of(index: Index, one: Definition) -> str:
    """A definition's place."""
    return place(index.where[one], one.start, one.end)


def block(index: Index, path: str, text: str) -> str:
    """Code in a fence, which is longer than any inside."""
    mark = "````" if "```" in text else "```"
    return f"{mark}{index.fence(path)}\n{text}\n{mark}"


def word(one: Definition) -> str:
    """What a definition is called by people."""
    if one.name in ("__init__", "constructor") or one.owner.rpartition(".")[2] == one.name:
        return "constructor"
    return one.kind


def is_overload(one: Definition) -> bool:
    """Whether it is only the head of a Python function, for those who check types."""
    return any(re.search(r"\boverload\b", base) for base in one.bases)


def listed(lines: Sequence[str]) -> str:
    """A bullet list, cut where it would be tedious."""
    count = SHOWN if len(lines) > SHORT else len(lines)
    shown = "\n".join(f"- {line}" for line in lines[:count])
    return f"{shown}\n- and {len(lines) - count} more" if len(lines) > count else shown


@lru_cache(64)
def lines_of(one: Definition) -> list[str]:
    """The lines of a definition, which questions about its calls ask for one after the other."""
    return one.text.split("\n")


def around(one: Definition, line: int, reach: int) -> tuple[int, str]:
    """The statements of a definition around one of the file's lines, moved to the left margin,
    and the line with which they begin."""
    lines = lines_of(one)
    inside = one.doc_lines[1] - one.start + 1  # the lines after a docstring
    at = line - one.start
    first, last = _whole(lines, at, max(0, inside if inside <= at else 0, at - reach), reach)
    cut, part = trimmed(lines[first:last])
    return one.start + first + cut, "\n".join(part)


def _whole(lines: Sequence[str], at: int, first: int, reach: int) -> tuple[int, int]:
    """Lines from about `first` to about `reach` beyond `at` that close no bracket which opened
    before them, and leave as few open as can be."""
    for number in range(at, first, -1):  # of a block that is left before, nothing is shown
        margin = min(_margin(line) for line in lines[number : at + 1] if line.strip())
        if lines[number - 1].strip() and _margin(lines[number - 1]) > margin:
            first = number
            break
    depth = 0
    for number in range(first, at):
        depth += _step(lines[number])
        if depth < 0 or (depth == 0 and lines[number].lstrip()[:1] in (")", "}", "]")):
            first, depth = number + 1, 0
    last, least = at, None
    for number in range(first, min(len(lines), at + reach + BEYOND)):
        depth = depth + _step(lines[number]) if number > first else _step(lines[number])
        near = number <= at + reach
        if number < at:
            continue
        if depth < 0 or (not near and least == 0):
            break
        if depth == 0 or (near and (least is None or depth <= least)):
            last, least = number, depth
    while last > at and OPENS.match(lines[last]):
        last -= 1
    return first, last + 1


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _step(line: str) -> int:
    """How many more brackets a line opens than it closes."""
    bare = STRINGS.sub("", line)
    return sum(bare.count(sign) for sign in "([{") - sum(bare.count(sign) for sign in ")]}")


def trimmed(lines: Sequence[str]) -> tuple[int, list[str]]:
    """Some of a text's lines without what is closed before it begins, moved to the left margin,
    and how many were cut off at the start."""
    first, last = 0, len(lines)
    while first < last and lines[first].strip(" \t})];,") == "":
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    kept = lines[first:last]
    margin = min((_margin(line) for line in kept if line.strip()), default=0)
    return first, [line[margin:] for line in kept]
