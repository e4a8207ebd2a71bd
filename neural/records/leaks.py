"""Questions that a model will be tested on, found again in what it is trained on.

A row leaks where it asks the same question, is of the same scenario, or shares most of the
question's passages of some words. Questions shorter than a passage are only compared as a whole.
A list of questions needs no answers.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np

from neural.errors import UserError
from neural.records import forms, reader, similar
from neural.records.dedupe import digest, question_key

# A file so named is for testing: test.jsonl, my-val.jsonl.gz, validation-00000-of-00001.parquet
NAME = re.compile(r"(?:^|[._-])(?:test|val|valid|validation|dev|eval|heldout|held_out|benchmark)"
                  r"(?:[._-]|$)", re.IGNORECASE)  # fmt: skip

ALONE = ("instruction", "prompt", "question", "text")  # keys of a question without its answer

_decode = msgspec.json.Decoder().decode


def is_held_out(path: str) -> bool:
    """Whether a file's name says that it is for testing or choosing, not for training."""
    return NAME.search(Path(path).name) is not None


class HeldOut:
    """The questions of some files, to be looked for in rows.

    `lists` hold nothing else: UserError at a line without one. Other lines of `tests` are passed
    over, for these files are scanned, too. `width`: words of a passage; `share`: part of a
    question's passages that make a leak.
    """

    def __init__(
        self, lists: Iterable[str], tests: Iterable[str], width: int, share: float
    ) -> None:
        self.width, self.share = width, share
        self.places: list[str] = []
        self.questions: dict[int, int] = {}
        self.ids: dict[int, int] = {}
        asked: list[str] = []
        lists = list(lists)
        for file in [*lists, *tests]:
            for number, line in reader.lines(file):
                row = _row(line)
                if row is None and file in lists and not line.isspace():
                    raise UserError(
                        f"{file}:{number}: no question; expected a row as for training, or its "
                        f"question alone as {', '.join(ALONE)}. Mend or delete the line."
                    )
                if row is None:
                    continue
                item = len(self.places)
                self.places.append(f"{file}:{number}")
                self.questions.setdefault(question_key(row), item)
                if isinstance(row.get("id"), str) and row["id"]:
                    self.ids.setdefault(digest(row["id"]), item)
                said = forms.parts(row)
                asked.append(said.question or said.answer)
        words = similar.words(asked)
        hashes, items = self._whole(words)
        pairs = np.unique(np.stack([hashes, items.astype(np.uint64)], 1), axis=0)
        self.hashes, self.items = pairs[:, 0], pairs[:, 1].astype(np.int64)
        self.sizes = np.bincount(self.items, minlength=len(self.places))

    def same(self, row: dict) -> str | None:
        """Which held-out row asks the same or is of the same scenario, or None."""
        item = self.questions.get(question_key(row))
        if item is not None:
            return f"same question as {self.places[item]}"
        item = self.ids.get(digest(row["id"])) if row.get("id") else None
        return f"same id as {self.places[item]}" if item is not None else None

    def passages_in(self, words: similar.Words) -> Iterator[tuple[int, str]]:
        """(place, detail) of each of the texts that shares most of a question's passages."""
        hashes, rows = self._whole(words)
        if not len(self.hashes) or not len(hashes):
            return
        found = np.searchsorted(self.hashes, hashes).clip(max=len(self.hashes) - 1)
        hit = self.hashes[found] == hashes
        shared: dict[int, set[int]] = {}
        for row, value in zip(rows[hit].tolist(), hashes[hit].tolist(), strict=True):
            shared.setdefault(row, set()).add(value)
        for row, values in shared.items():
            wanted = np.array(sorted(values), np.uint64)
            first, last = (np.searchsorted(self.hashes, wanted, side) for side in ("left", "right"))
            spans = zip(first.tolist(), last.tolist(), strict=True)
            counts = np.bincount(np.concatenate([self.items[a:b] for a, b in spans]))
            parts = counts / self.sizes[: len(counts)].clip(min=1)
            item = int(parts.argmax())
            if parts[item] >= self.share:
                yield row, f"{parts[item]:.0%} of the passages of {self.places[item]}"

    def _whole(self, words: similar.Words) -> tuple[np.ndarray, np.ndarray]:
        """The passages that do not run over their text's end, and the text of each."""
        lengths = np.diff(words.ends)
        row = np.repeat(np.arange(len(lengths)), lengths)
        whole = np.arange(len(words.hashes)) + self.width <= words.ends[1:][row]
        return similar.passages(words, self.width)[whole], row[whole]


def _row(line: bytes) -> dict | None:
    """The line as a plain row, its answer empty if it has none; None where it asks nothing."""
    try:
        row = _decode(line.removeprefix(forms.BOM))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    if not isinstance(row, dict):
        return None
    form = forms.form(row)
    if not forms.missing(row, form) and not any(forms.wrong(row, form)):
        return forms.plain(row, form)
    asked = next((row[key] for key in ALONE if isinstance(row.get(key), str)), "")
    context = row.get("input") if isinstance(row.get("input"), str) else ""
    only = {"id": row.get("id"), "instruction": asked, "input": context, "output": ""}
    return only if asked.strip() else None
