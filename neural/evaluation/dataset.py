"""Which questions are asked: held-out rows of a file, ours or other people's."""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from neural.errors import UserError
from neural.records import jsonl

TEXTS = ("answer", "response", "prediction", "output", "text")  # where other programs put answers


def read(path: str | Path, domain: ModuleType, source: str | None = None) -> list[dict]:
    """The rows of a source (None: all), in the domain's form; rows that name none belong to it.

    UserError names the line that is wrong, or the sources where none is of this one.
    """
    rows, others = [], set()
    for number, row in jsonl.numbered(path):
        if source not in (None, row.get("source", source)):
            others.add(str(row["source"]))
        elif hasattr(domain, "adopt"):
            rows.append(domain.adopt(row, f"{path}:{number}"))
        else:
            rows.append(row)
    if not rows:
        raise UserError(
            f"{path}: no row has the source {source!r}; there are "
            f"{', '.join(sorted(others)) or 'no rows'}. Set --source."
        )
    return rows


def choose(rows: Sequence[dict], count: int) -> list[dict]:
    """`count` rows (fewer where there are no more), as equally from each `test_set` as can be.

    The choice hangs on the rows' content alone.
    """
    if count < 1:
        raise UserError(f"{count} rows are no measurement; ask for at least 1.")
    by_set = defaultdict(list)
    for row in sorted(rows, key=_digest):
        by_set[str(row.get("test_set"))].append(row)
    chosen: list[dict] = []
    turn = 0
    while len(chosen) < min(count, len(rows)):
        for name in sorted(by_set):
            chosen += by_set[name][turn : turn + 1]
        turn += 1
    return chosen[:count]


def answers(path: str | Path, rows: Sequence[dict]) -> list[str]:
    """Another model's answer to each row: by the rows' `id` where all lines have one (the second
    line with an id answers the second row with it), else in the rows' order. UserError where a row
    has no answer or a line no text."""
    lines = list(jsonl.numbered(path))
    texts = [_text(line, f"{path}:{number}") for number, line in lines]
    if all("id" in line for _, line in lines):
        by_id = defaultdict(deque)
        for (_, line), text in zip(lines, texts, strict=True):
            by_id[str(line["id"])].append(text)
        wanted = Counter(str(row.get("id")) for row in rows)
        missing = [name for name, count in wanted.items() if len(by_id[name]) < count]
        if missing:
            raise UserError(
                f"{path}: no answer to {len(missing)} of {len(rows)} rows, the first with the id "
                f"{missing[0]!r}. Write one line for each row."
            )
        return [by_id[str(row["id"])].popleft() for row in rows]
    if len(texts) != len(rows):
        raise UserError(
            f"{path}: {len(texts)} answers to {len(rows)} rows. Write one line for each row, in "
            "their order, or give each line the id of its row."
        )
    return texts


def _text(line: dict, where: str) -> str:
    for name in TEXTS:
        if isinstance(line.get(name), str):
            return line[name]
    raise UserError(
        f"{where}: expected text in one of the keys {', '.join(TEXTS)}; found "
        f"{', '.join(map(str, line)) or 'no keys'}."
    )


def _digest(row: dict) -> bytes:
    """A draw that is the same each time: ids are digests already, but rows by hand have none."""
    return sha256(str(row.get("id") or json.dumps(row, sort_keys=True)).encode()).digest()
