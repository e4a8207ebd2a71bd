"""Rows in and out of data files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from neural.errors import UserError
from neural.files import atomic_write
from neural.records import reader

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


def read(path: str | Path) -> Iterator[dict]:
    """Rows of a file, one JSON object a line. UserError names the file and line of a bad one."""
    return (row for _, row in numbered(path))


def numbered(path: str | Path) -> Iterator[tuple[int, dict]]:
    """The rows with the numbers of their lines, from 1; else as `read`."""
    for number, line in reader.lines(path):
        if not line.strip():
            continue
        try:
            row = _decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UserError(
                f"{path}:{number}: not JSON ({error}); expected one JSON object a line. "
                "Mend or delete the line."
            ) from None
        if not isinstance(row, dict):
            raise UserError(f"{path}:{number}: found {type(row).__name__}, expected a JSON object.")
        yield number, row


def write(path: str | Path, rows: Iterable[dict]) -> int:
    """Writes rows in the given order, whole or not at all; returns how many."""
    count = 0
    with atomic_write(path, "wb") as file:
        for row in rows:
            file.write(_encode(row) + b"\n")
            count += 1
    return count
