"""Checks of dataset files, line by line: what is wrong, where, and how the rows are spread."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import msgspec

from neural import domains, prompt
from neural.files import sha256
from neural.records import texts
from neural.records.dedupe import content_key, prompt_key
from neural.records.findings import Findings

IMBALANCE = 20  # largest category : smallest; beyond it the small one is hardly learnt
BOM = b"\xef\xbb\xbf"

_decode = msgspec.json.Decoder().decode


class Validation:
    """The state of one check over one or more files; `report()` gives plain JSON values."""

    def __init__(self) -> None:
        self.findings = Findings()
        self.files: list[dict] = []
        self.rows: list[tuple[str, int, dict]] = []  # well-formed ones: file, line, row
        self.lines = 0
        self._content: dict[int, tuple[str, int]] = {}
        self._prompts: dict[int, tuple[str, int, int]] = {}
        self._groups: dict[str, tuple[str, str, int]] = {}

    def file(self, path: str | Path) -> None:
        """Checks one file."""
        name, before, lines = str(path), len(self.rows), self.lines
        formats: dict[str, int] = {}
        for number, row in self._parsed(path, name):
            form = "messages" if "messages" in row else "instruction"
            if form not in formats and formats:
                other, line = next(iter(formats.items()))
                self._found("mixed-formats", name, number, f"{form} row, {other} at line {line}")
            formats.setdefault(form, number)
            if self._well_formed(row, name, number):
                self._check_texts(row, name, number)
                self._check_labels(row, name, number)
                self._check_repeats(row, name, number)
                self.rows.append((name, number, row))
        if self.lines == lines:
            self._found("empty-file", name, 0, "no rows")
        self.files.append({"file": name, "rows": len(self.rows) - before, "sha256": sha256(path)})

    def domain(self, name: str) -> None:
        """Asks the domain whether the answers are right."""
        problems = domains.load(name).verify([row for _, _, row in self.rows])
        for index, what in problems:
            file, line, _ = self.rows[index]
            self._found("domain", file, line, what)

    def balance(self) -> None:
        """Compares the sizes of the categories; call it when all files are read."""
        sizes = self._counts("category")
        sizes.pop("", None)
        if len(sizes) > 1:
            most = max(sizes, key=lambda name: (sizes[name], name))
            least = min(sizes, key=lambda name: (sizes[name], name))
            if sizes[most] > IMBALANCE * sizes[least]:
                detail = f"{most} has {sizes[most]} rows, {least} has {sizes[least]}"
                self._found("imbalance", self.files[0]["file"], 0, detail)

    def report(self) -> dict:
        """Rows, spread, lengths and findings; the same bytes for the same files."""
        chats = [prompt.messages(row) for _, _, row in self.rows]
        return {
            "verdict": self.findings.level(),
            "files": self.files,
            "lines": self.lines,
            "rows": len(self.rows),
            "scenarios": len({row["id"] for _, _, row in self.rows if "id" in row}),
            "split_groups": len(self._counts("split_group").keys() - {""}),
            "categories": self._counts("category"),
            "licenses": self._counts("license"),
            "sources": self._counts("source"),
            "characters": {
                "prompt": _lengths([sum(len(m["content"]) for m in chat[:-1]) for chat in chats]),
                "output": _lengths([len(chat[-1]["content"]) for chat in chats]),
            },
            "words": {
                "prompt": _lengths(
                    [sum(len(m["content"].split()) for m in chat[:-1]) for chat in chats]
                ),
                "output": _lengths([len(chat[-1]["content"].split()) for chat in chats]),
            },
            "findings": self.findings.listed(),
        }

    def _parsed(self, path: str | Path, name: str) -> Iterator[tuple[int, dict]]:
        offset = 0
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                start, offset = offset, offset + len(line)
                if number == 1 and line.startswith(BOM):
                    self._found("byte-order-mark", name, number)
                    line, start = line[len(BOM) :], start + len(BOM)
                if not line.strip():
                    self._found("blank-line", name, number)
                    continue
                self.lines += 1
                row = self._row(line, start, name, number)
                if row is not None:
                    yield number, row

    def _row(self, line: bytes, start: int, name: str, number: int) -> dict | None:
        try:
            row = _decode(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            byte = line[error.start]
            self._found(
                "not-utf8", name, number, f"byte 0x{byte:02X} at offset {start + error.start}"
            )
        except (msgspec.DecodeError, RecursionError) as error:
            self._found("not-json", name, number, str(error))
        else:
            if isinstance(row, dict):
                return row
            self._found("not-an-object", name, number, f"found {type(row).__name__}")
        return None

    def _well_formed(self, row: dict, name: str, number: int) -> bool:
        """Whether `prompt.messages` can be asked about the row."""
        if "messages" in row:
            fault = _fault_in_messages(row["messages"])
            if fault:
                self._found("bad-messages", name, number, fault)
            return not fault
        good = True
        for key in ("instruction", "output"):
            if key not in row:
                found = ", ".join(sorted(row)[:8]) or "no keys"
                self._found("missing-key", name, number, f"no {key}; found {found}")
                good = False
        for key in ("instruction", "output", "input", "system"):
            value = row.get(key, "")
            # Others write null for "no context", and the prompt treats it so.
            if not isinstance(value, str) and not (value is None and key in ("input", "system")):
                self._found("wrong-type", name, number, f"{key} is {type(value).__name__}")
                good = False
            elif key in row and key in ("instruction", "output") and not value.strip():
                self._found("empty-text", name, number, key)
                good = False
        return good

    def _check_texts(self, row: dict, name: str, number: int) -> None:
        for turn in prompt.messages(row):
            for kind, check in (
                ("control-character", texts.control_character),
                ("control-token", texts.control_token),
                ("mojibake", texts.mojibake),
            ):
                found = check(turn["content"])
                if found:
                    self._found(kind, name, number, f"{turn['role']}: {found}")

    def _check_labels(self, row: dict, name: str, number: int) -> None:
        for key, kind in (
            ("id", "missing-id"),
            ("split_group", "missing-split-group"),
            ("category", "missing-category"),
            ("license", "missing-licence"),
            ("source", "missing-source"),
        ):
            value = row.get(key)
            if value is None or value == "":
                self._found(kind, name, number)
            elif not isinstance(value, str):
                self._found("wrong-type", name, number, f"{key} is {type(value).__name__}")
                del row[key]
        if row.get("id") and row.get("split_group"):
            group, file, line = self._groups.setdefault(
                row["id"], (row["split_group"], name, number)
            )
            if group != row["split_group"]:
                detail = f"id {row['id']} is in {row['split_group']}, at {file}:{line} in {group}"
                self._found("id-in-two-groups", name, number, detail)

    def _check_repeats(self, row: dict, name: str, number: int) -> None:
        content = content_key(row)
        file, line = self._content.setdefault(content, (name, number))
        if (file, line) != (name, number):
            self._found("exact-duplicate", name, number, f"copy of {file}:{line}")
        else:
            file, line, first = self._prompts.setdefault(prompt_key(row), (name, number, content))
            if first != content:
                self._found("conflicting-outputs", name, number, f"other output at {file}:{line}")
        chat = prompt.messages(row)
        question = row.get("instruction") or chat[-2]["content"]
        if texts.repeats(question, chat[-1]["content"]):
            self._found("repeats-instruction", name, number)

    def _counts(self, key: str) -> dict[str, int]:
        counted = Counter(row.get(key) or "" for _, _, row in self.rows)
        return dict(sorted(counted.items()))

    def _found(self, kind: str, name: str, number: int, detail: str = "") -> None:
        self.findings.add(kind, name, number, detail)


def validate(paths: list[str | Path], domain: str | None = None) -> dict:
    """The report on the files; with `domain`, that domain also checks the answers."""
    validation = Validation()
    for path in paths:
        validation.file(path)
    validation.balance()
    if domain:
        validation.domain(domain)
    return validation.report()


def _fault_in_messages(chat: object) -> str | None:
    """What is wrong with a `messages` value, or None."""
    if not isinstance(chat, list) or not chat:
        return f"expected a non-empty list, found {type(chat).__name__}"
    for place, turn in enumerate(chat, 1):
        if not isinstance(turn, dict) or not isinstance(turn.get("content"), str):
            return f"turn {place}: expected an object with the texts role and content"
        if not turn["content"].strip():
            return f"turn {place}: empty content"
    roles = [turn.get("role") for turn in chat]
    spoken = roles[1:] if roles[0] == "system" else roles
    expected = ["user", "assistant"] * (len(spoken) // 2)
    if not spoken or spoken != expected:
        wrong = next(
            (i for i, (a, b) in enumerate(zip(spoken, expected, strict=False)) if a != b),
            len(expected),
        )
        place = wrong + len(roles) - len(spoken)
        if place < len(roles) - (len(spoken) % 2):
            return f"turn {place + 1}: role {roles[place]!r}, expected user and assistant in turn"
        return "the last turn must be the assistant's"
    return None


def _lengths(lengths: list[int]) -> dict[str, float]:
    """Smallest, median, mean, 95th percentile, largest; all 0 for no rows."""
    ranked = sorted(lengths) or [0]
    return {
        "min": ranked[0],
        "median": ranked[len(ranked) // 2],
        "mean": round(fmean(ranked), 2),
        "p95": ranked[int(0.95 * (len(ranked) - 1))],
        "max": ranked[-1],
        "total": sum(ranked),
    }
