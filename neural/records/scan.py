"""The first look at each row: is it well-formed, is its text sound, and what to compare it by.

Blocks of lines are scanned apart from each other, so that processes can share the work; what
concerns several rows is left to `compare`.
"""

import io
from collections import defaultdict
from typing import NamedTuple

import msgspec
import numpy as np
import polars as pl

from neural import prompt
from neural.records import dedupe, forms, private, secrets, similar, texts
from neural.records.findings import Findings
from neural.records.leaks import HeldOut
from neural.records.reader import Block

BOM = b"\xef\xbb\xbf"
HALF = (1 << 64) - 1
HASHES = ("content", "prompt", "id", "group")  # 64 bits of each; 0: the row has none
SIZES = ("bytes", "turns", "prompt_chars", "output_chars", "prompt_words", "output_words")
LABELS = ("category", "license", "source")
SCHEMA = {
    "line": pl.UInt32,
    **dict.fromkeys(HASHES, pl.UInt64),
    **dict.fromkeys(LABELS, pl.String),
    **dict.fromkeys(SIZES, pl.UInt32),
}

_decode = msgspec.json.Decoder().decode


class Scanned(NamedTuple):
    """What a block holds; `bands`: see `similar`, in the order of `rows`."""

    findings: Findings
    lines: int  # that are not blank
    forms: dict[str, int]  # the line at which each form is first met
    rows: pl.DataFrame  # a line for each well-formed row: line, HASHES, LABELS, SIZES
    bands: np.ndarray


def scan(block: Block, license: str, held_out: HeldOut | None) -> Scanned:
    """Checks a block's rows one by one. `license` is that of rows that name none."""
    return _Scan(block, license, held_out).done()


class _Scan:
    def __init__(self, block: Block, license: str, held_out: HeldOut | None) -> None:
        self.file = block.file
        self.license, self.held_out = license, held_out
        self.findings = Findings()
        self.lines = 0
        self.forms: dict[str, int] = {}
        self.columns: dict[str, list] = defaultdict(list)
        self.said: list[str] = []
        self.contexts: list[str] = []
        offset = block.start
        for number, line in enumerate(io.BytesIO(block.data), block.first):
            self._line(number, line, offset)
            offset += len(line)

    def done(self) -> Scanned:
        words = similar.words(self.said)
        if self.held_out:
            for place, detail in self.held_out.passages_in(words):
                self._found("leak", self.columns["line"][place], detail)
        return Scanned(
            self.findings,
            self.lines,
            self.forms,
            pl.DataFrame(self.columns, schema=SCHEMA),
            similar.bands(words, self.contexts),
        )

    def _found(self, kind: str, number: int, detail: str = "") -> None:
        self.findings.add(kind, self.file, number, detail)

    def _line(self, number: int, line: bytes, offset: int) -> None:
        if number == 1 and line.startswith(BOM):
            self._found("byte-order-mark", number)
            line, offset = line[len(BOM) :], offset + len(BOM)
        if not line or line.isspace():
            self._found("blank-line", number)
            return
        self.lines += 1
        row = self._row(line, number, offset)
        if row is None:
            return
        form = forms.form(row)
        self.forms.setdefault(form, number)
        if not self._well_formed(row, form, number):
            return
        row = forms.plain(row, form)
        self._texts(row, number)
        self._labels(row, number)
        self._keys(row, form, number, len(line))

    def _row(self, line: bytes, number: int, offset: int) -> dict | None:
        try:
            row = _decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as wrong:
                where = f"byte 0x{line[wrong.start]:02X} at offset {offset + wrong.start}"
                self._found("not-utf8", number, where)
            else:
                array = number == 1 and line.strip() in (b"[", b"[{")
                self._found("json-array" if array else "not-json", number, str(error))
            return None
        if isinstance(row, dict):
            return row
        array = number == 1 and isinstance(row, list) and row and isinstance(row[0], dict)
        self._found("json-array" if array else "not-an-object", number, _type(row))
        return None

    def _well_formed(self, row: dict, form: str, number: int) -> bool:
        missing = forms.missing(row, form)
        if missing:
            found = ", ".join(sorted(row)[:8]) or "no keys"
            self._found("missing-key", number, f"no {' and no '.join(missing)}; found {found}")
        faults = list(forms.wrong(row, form))
        for kind, detail in faults:
            self._found(kind, number, detail)
        return not missing and not faults

    def _texts(self, row: dict, number: int) -> None:
        for turn in prompt.messages(row):
            text = turn["content"]
            for kind, check in CHECKS:
                found = check(text)
                if found:
                    self._found(kind, number, f"{turn['role']}: {found}")

    def _labels(self, row: dict, number: int) -> None:
        for key in forms.LABELS:
            value = row.get(key)
            if value is not None and not isinstance(value, str):
                self._found("wrong-type", number, f"{key} is {_type(value)}")
                row[key] = None
            elif not value and key != "license":
                self._found(f"missing-{key.replace('_', '-')}", number)

    def _keys(self, row: dict, form: str, number: int, size: int) -> None:
        said, chat, columns = forms.parts(row), prompt.messages(row), self.columns
        asked = row.get("instruction") or (chat[-2]["content"] if len(chat) > 1 else "")
        if texts.repeats(asked, said.answer):
            self._found("repeats-instruction", number)
        columns["line"].append(number)
        columns["content"].append(dedupe.content_key(row) & HALF or 1)
        columns["prompt"].append(dedupe.prompt_key(row) & HALF or 1 if said.question else 0)
        id = row.get("id")
        columns["id"].append(dedupe.digest(id) & HALF or 1 if id else 0)
        group = row.get("split_group")
        columns["group"].append(dedupe.digest(group) & HALF or 1 if group else 0)
        for key in LABELS:
            columns[key].append(row.get(key) or "")
        if not columns["license"][-1]:
            columns["license"][-1] = self.license
        columns["bytes"].append(size)
        columns["turns"].append(len(chat))
        columns["prompt_chars"].append(sum(len(turn["content"]) for turn in chat[:-1]))
        columns["output_chars"].append(len(said.answer))
        columns["prompt_words"].append(sum(len(turn["content"].split()) for turn in chat[:-1]))
        columns["output_words"].append(len(said.answer.split()))
        self.said.append(f"{said.question}\n{said.answer}" if said.question else said.answer)
        self.contexts.append(said.context)
        if self.held_out and said.question:
            found = self.held_out.same(row)
            if found:
                self._found("leak", number, found)


CHECKS = (
    ("control-character", texts.control_character),
    ("control-token", texts.control_token),
    ("mojibake", texts.mojibake),
    ("secret", secrets.secret),
    ("personal-data", private.personal),
)


def _type(value: object) -> str:
    return type(value).__name__
