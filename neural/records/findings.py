"""What can be wrong with a dataset, how bad it is, and what to do about it."""

from collections import Counter, defaultdict
from typing import NamedTuple

FIRST = 5  # places that are named for each kind of finding


class Kind(NamedTuple):
    """`level` is "error" (the file must not be trained on) or "warning"."""

    level: str
    remedy: str


# In the order in which they should be mended: a later one may be the echo of an earlier one.
KINDS = {
    "empty-file": Kind("error", "build the dataset again; there is nothing to train on"),
    "not-utf8": Kind("error", "convert the file to UTF-8"),
    "byte-order-mark": Kind("error", "save the file as UTF-8 without a byte-order mark"),
    "not-json": Kind("error", "write one JSON object a line"),
    "not-an-object": Kind("error", "write one JSON object a line"),
    "missing-key": Kind("error", "give each row instruction and output, or messages"),
    "wrong-type": Kind("error", "write these keys as text"),
    "empty-text": Kind("error", "fill in the text or delete the row"),
    "bad-messages": Kind("error", "alternate user and assistant, at most one system turn first"),
    "mixed-formats": Kind("error", "keep instruction rows and messages rows in separate files"),
    "control-token": Kind("error", "remove the chat markers; the prompt template adds them"),
    "control-character": Kind("error", "remove the control characters"),
    "mojibake": Kind("error", "decode the source with its own encoding and build the file again"),
    "domain": Kind("error", "mend the generator or delete the rows"),
    "id-in-two-groups": Kind("error", "give a scenario one split_group, or the test set leaks"),
    "exact-duplicate": Kind("error", "delete the copies"),
    "conflicting-outputs": Kind("error", "keep one output for each prompt"),
    "repeats-instruction": Kind("error", "cut the instruction out of the output"),
    "blank-line": Kind("warning", "delete the blank lines"),
    "missing-id": Kind("warning", "add id; mixing needs it to keep paraphrases together"),
    "missing-split-group": Kind("warning", "add split_group; mixing needs it to hold groups out"),
    "missing-category": Kind("warning", "add category, so that results can be told apart"),
    "missing-licence": Kind("warning", "add license, an SPDX name, to each row"),
    "missing-source": Kind("warning", "add source, where the row comes from"),
    "imbalance": Kind("warning", "add rows to the small categories or drop some of the large"),
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
    """Counts of findings by kind, with the first places of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, list[Place]] = defaultdict(list)

    def add(self, kind: str, file: str, line: int, detail: str = "") -> None:
        self.counts[kind] += 1
        if len(self.first[kind]) < FIRST:
            self.first[kind].append(Place(file, line, detail))

    def level(self) -> str:
        """The worst: "error", "warning" or "clean"."""
        levels = {KINDS[kind].level for kind in self.counts}
        return "error" if "error" in levels else "warning" if levels else "clean"

    def listed(self) -> list[dict]:
        """Plain values for the report, what to mend first on top."""
        return [
            {
                "kind": kind,
                "level": KINDS[kind].level,
                "count": self.counts[kind],
                "remedy": KINDS[kind].remedy,
                "first": [place._asdict() for place in self.first[kind]],
            }
            for kind in KINDS
            if kind in self.counts
        ]
