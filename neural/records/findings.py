"""What can be wrong with a dataset, how bad it is, and what to do about it."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

FIRST = 5  # places that are named for each kind of finding
LONGEST = 300  # characters of a place's detail, which may quote the row
WITHHELD = ("secret", "personal-data")  # rows whose text must not be published a second time
LEVELS = ("error", "warning", "info")
# Findings about a share of the rows, and what those rows have: to mend the one, mend the others.
OF_ROWS = {"near-duplicates": "near-duplicate", "languages": "other-language"}


class Kind(NamedTuple):
    """`level`: "error" (must not be trained on), "warning" or "info" (told, judged by nobody)."""

    level: str
    remedy: str


# In the order in which they should be mended: a later one may be the echo of an earlier one.
KINDS = {
    "empty-file": Kind("error", "build the dataset again; there is nothing to train on"),
    "unreadable": Kind("error", "fetch or write the file again"),
    "json-array": Kind("error", "write one object a line: jq -c '.[]' FILE > FILE.jsonl"),
    "not-utf8": Kind("error", "convert the file to UTF-8"),
    "byte-order-mark": Kind("error", "save the file as UTF-8 without a byte-order mark"),
    "not-json": Kind("error", "write one JSON object a line"),
    "not-an-object": Kind("error", "write one JSON object a line"),
    "missing-key": Kind("error", "give each row instruction and output, or messages"),
    "wrong-type": Kind("error", "write these keys as text"),
    "empty-text": Kind("error", "fill in the text or delete the row"),
    "bad-messages": Kind("error", "alternate user and assistant, at most one system turn first"),
    "mixed-formats": Kind("error", "keep rows of different forms in separate files"),
    "other-form": Kind("error", "convert the file, or name its form by --form"),
    "control-token": Kind("error", "remove the chat markers; the prompt template adds them"),
    "control-character": Kind("error", "remove the control characters"),
    "mojibake": Kind("error", "decode the source with its own encoding and build the file again"),
    "secret": Kind("error", "delete the row and revoke the key: it has been published"),
    "leak": Kind("error", "delete the row; the model would be tested on what it has learnt"),
    "domain": Kind("error", "mend the generator or delete the rows"),
    "id-in-two-groups": Kind("error", "give a scenario one split_group, or the test set leaks"),
    "exact-duplicate": Kind("error", "delete the copies"),
    "conflicting-outputs": Kind("error", "keep one output for each prompt"),
    "repeats-instruction": Kind("error", "cut the instruction out of the output"),
    "denied-licence": Kind("error", "leave the source out, or name it in allowed_licenses"),
    "unknown-licence": Kind("error", "add license, an SPDX name, to each row, or give --license"),
    "imbalance": Kind("error", "add rows to the small categories or drop some of the large"),
    "too-long": Kind("warning", "shorten or delete the rows; training leaves them out"),
    "near-duplicates": Kind("warning", "delete all but one of each cluster, or raise the limit"),
    "personal-data": Kind("warning", "replace it by placeholders such as [EMAIL_1]"),
    "languages": Kind("warning", "delete the rows, or name their language in the limits"),
    "uneven": Kind("warning", "add rows to the small categories or drop some of the large"),
    "blank-line": Kind("warning", "delete the blank lines"),
    "missing-id": Kind("warning", "add id; mixing needs it to keep paraphrases together"),
    "missing-split-group": Kind("warning", "add split_group; mixing needs it to hold groups out"),
    "missing-category": Kind("warning", "add category, so that results can be told apart"),
    "missing-source": Kind("warning", "add source, where the row comes from"),
    "near-duplicate": Kind("info", "read some: does each teach something of its own?"),
    "other-language": Kind("info", "read some: is the language wanted?"),
    "left-out": Kind("info", "files of a folder that are no data"),
}


class Place(NamedTuple):
    """Where: `line` counts from 1; 0 stands for the file as a whole."""

    file: str
    line: int
    detail: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.detail}" if self.detail else where


class Findings:
    """Findings by kind: all lines, and the first places with their details."""

    def __init__(self) -> None:
        self.lines: dict[str, dict[str, array]] = defaultdict(partial(defaultdict, new_lines))
        self.first: dict[str, list[Place]] = defaultdict(list)

    def add(self, kind: str, file: str, line: int, detail: str = "") -> None:
        self.lines[kind][file].append(line)
        if len(self.first[kind]) < FIRST:
            self.first[kind].append(Place(file, line, printable(detail)))

    def join(self, later: "Findings") -> None:
        """Takes over the findings of later lines."""
        for kind, files in later.lines.items():
            for file, lines in files.items():
                self.lines[kind][file].extend(lines)
            self.first[kind] = (self.first[kind] + later.first[kind])[:FIRST]

    def count(self, kind: str) -> int:
        return sum(map(len, self.lines[kind].values())) if kind in self.lines else 0

    def verdict(self, levels: Mapping[str, str]) -> str:
        """The worst: "error", "warning" or "clean"."""
        found = {level(kind, levels) for kind in self.lines}
        return next((worst for worst in ("error", "warning") if worst in found), "clean")

    def listed(self, levels: Mapping[str, str]) -> list[dict]:
        """Plain values for the report, what to mend first on top."""
        order = sorted(
            (kind for kind in KINDS if kind in self.lines),
            key=lambda kind: LEVELS.index(level(kind, levels)),
        )
        return [
            {
                "kind": kind,
                "level": level(kind, levels),
                "count": self.count(kind),
                "remedy": KINDS[kind].remedy,
                "first": [place._asdict() for place in self.first[kind]],
            }
            for kind in order
        ]

    def kinds_at(self, file: str, line: int) -> list[str]:
        """The kinds of a line's findings, in the order in which they should be mended."""
        return [kind for kind in KINDS if line in self.lines.get(kind, {}).get(file, ())]

    def withheld(self) -> set[tuple[str, int]]:
        """File and line of the rows that must not be quoted."""
        found = (self.lines[kind] for kind in WITHHELD if kind in self.lines)
        return {(file, line) for files in found for file, lines in files.items() for line in lines}

    def rows_of(self, file: str, kinds: Iterable[str]) -> dict[int, list[str]]:
        """Which of the kinds each line of a file has."""
        rows: dict[int, list[str]] = {}
        for kind in kinds:
            for line in sorted(set(self.lines.get(kind, {}).get(file, ()))):
                if line:
                    rows.setdefault(line, []).append(kind)
        return rows


def level(kind: str, levels: Mapping[str, str]) -> str:
    """The level of a kind of finding; `levels` overrides the usual one."""
    return levels.get(kind, KINDS[kind].level)


def printable(text: str) -> str:
    """What a terminal shows and does not obey."""
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    if cut.isprintable():
        return cut
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in cut
    )


def new_lines() -> array:
    return array("Q")  # a million rows without licence are a million lines
