"""What the kinds of rows share: a draft of a row, and ways to say where things are."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from neural.domains.repository.index import Index
from neural.domains.repository.record import Definition

SHOWN = 8  # things of a list that an answer tells


class Draft(NamedTuple):
    """A question with its answer, and the lines it was made of.

    `task` is the kind of question; `key` is what is asked, apart from the wording; `code` says
    that the answer is code of these lines.
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


def listed(lines: Sequence[str]) -> str:
    """A bullet list, cut where it would be tedious."""
    count = SHOWN if len(lines) > SHOWN + 1 else len(lines)
    shown = "\n".join(f"- {line}" for line in lines[:count])
    return f"{shown}\n- and {len(lines) - count} more" if len(lines) > count else shown


def trimmed(lines: Sequence[str]) -> tuple[int, list[str]]:
    """Some of a text's lines without what is closed before it begins, moved to the left margin,
    and how many were cut off at the start."""
    first, last = 0, len(lines)
    while first < last and lines[first].strip(" \t})];,") == "":
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    kept = lines[first:last]
    margin = min((len(line) - len(line.lstrip()) for line in kept if line.strip()), default=0)
    return first, [line[margin:] for line in kept]
