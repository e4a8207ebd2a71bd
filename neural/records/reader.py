"""Lines of data files, whatever they are packed in: JSONL, gzip, zstd, Parquet, folders of these.

How a file is packed is told by its first bytes, never by its name.
"""

import atexit
import gzip
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import msgspec

from neural import files
from neural.errors import UserError

if TYPE_CHECKING:  # its import takes a tenth of a second, and every script reads rows
    import numpy as np

GZIP, ZSTD, PARQUET = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PAR1"
SHARD = (".jsonl", ".ndjson", ".json", ".parquet")  # in a folder, also with .gz or .zst
STDIN = "-"
BLOCK = 4 << 20
LONGEST = 64 << 20  # bytes of a line: beyond it the file is no JSONL


class Block(NamedTuple):
    """Whole lines of a file: the number of the first, from 1, its byte offset, the bytes."""

    file: str
    first: int
    start: int
    data: bytes


def shards(paths: Iterable[str | Path]) -> tuple[list[str], list[str]]:
    """The files to read, folders expanded in the order of their names, and those left out."""
    found, left = [], []
    for path in map(Path, paths):
        if str(path) == STDIN:
            found.append(STDIN)
            continue
        if not path.exists():
            raise UserError(f"{path}: no such file or folder. Build it first, or check the name.")
        if not path.is_dir():
            found.append(str(path))
            continue
        inside = sorted(p for p in path.rglob("*") if p.is_file())
        for file in inside:
            name = file.name.lower().removesuffix(".gz").removesuffix(".zst")
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            (found if name.endswith(SHARD) and not hidden else left).append(str(file))
        if not any(str(file) in found for file in inside):
            raise UserError(
                f"{path}: no data file in this folder; expected names that end in "
                f"{', '.join(SHARD)}, or with .gz or .zst after that."
            )
    odd = next((file for file in found if not file.isprintable()), None)
    if odd:  # it could not be written into a report
        raise UserError(f"{odd!r}: a name that cannot be shown. Rename the file.")
    twice = next((file for place, file in enumerate(found) if file in found[:place]), None)
    if twice:
        raise UserError(f"{twice}: given twice; each of its rows would be a copy.")
    return found, left


def blocks(path: str | Path, size: int = BLOCK) -> Iterator[Block]:
    """A file's lines in order, about `size` bytes at a time, unpacked. UserError where it is
    damaged or a line has no end."""
    number, offset, kept = 1, 0, b""
    for chunk in chunks(path, size):
        cut = chunk.rfind(b"\n") + 1
        if not cut:
            kept += chunk
            if len(kept) > LONGEST:
                raise UserError(
                    f"{path}:{number}: longer than {LONGEST >> 20} MiB without a line break; "
                    "expected one JSON object a line. Convert the file to JSONL."
                )
            continue
        data, kept = kept + chunk[:cut], chunk[cut:]
        yield Block(str(path), number, offset, data)
        number += data.count(b"\n")
        offset += len(data)
    if kept:
        yield Block(str(path), number, offset, kept)


def chunks(path: str | Path, size: int = BLOCK) -> Iterator[bytes]:
    """A file's bytes, unpacked, about `size` at a time. UserError where it is damaged."""
    with _unpacked(path) as file:
        while chunk := _read(file, size, path):
            yield chunk


def lines(path: str | Path) -> Iterator[tuple[int, bytes]]:
    """A file's lines with their numbers, from 1."""
    for block in blocks(path):
        yield from enumerate(io.BytesIO(block.data), block.first)


def holding(path: str | Path, numbers: "np.ndarray") -> Iterator[tuple[Block, int, int]]:
    """The blocks that hold lines with these numbers, which must ascend: numbers[start:end]."""
    for block in blocks(path) if len(numbers) else ():
        after = block.first + block.data.count(b"\n") + (not block.data.endswith(b"\n"))
        start, end = numbers.searchsorted([block.first, after])
        if end > start:
            yield block, int(start), int(end)
        if end == len(numbers):
            return


def pick(path: str | Path, numbers: "np.ndarray") -> Iterator[bytes]:
    """The lines with these numbers, which must ascend."""
    for block, start, end in holding(path, numbers):
        wanted = iter(numbers[start:end].tolist())
        number = next(wanted, None)
        for here, line in enumerate(io.BytesIO(block.data), block.first):
            if here == number:
                yield line
                number = next(wanted, None)


def sha256(path: str | Path) -> str:
    """Hex digest of a file as it is packed."""
    return files.sha256(local(path))


def local(path: str | Path) -> str:
    """Where a file's bytes are: standard input ("-") and pipes are kept in files, to be read
    twice."""
    return _kept(str(path)) if str(path) == STDIN or Path(path).is_fifo() else str(path)


@cache
def _kept(path: str) -> str:
    kept = tempfile.NamedTemporaryFile(prefix="rows-", delete=False)  # noqa: SIM115
    atexit.register(Path(kept.name).unlink, missing_ok=True)
    with kept, nullcontext(sys.stdin.buffer) if path == STDIN else open(path, "rb") as given:
        shutil.copyfileobj(given, kept)
    return kept.name


def _read(file: IO[bytes], size: int, path: str | Path) -> bytes:
    try:
        return file.read(size)
    except (EOFError, gzip.BadGzipFile, zlib.error, _Damaged) as error:
        raise UserError(f"{path}: damaged or cut off ({error}). Fetch or write it again.") from None


class _Damaged(Exception):
    """A library's own error about a file's content."""


@contextmanager
def _unpacked(path: str | Path) -> Iterator[IO[bytes]]:
    try:
        file = open(local(path), "rb")  # noqa: SIM115 (closed by the with below)
    except FileNotFoundError:
        raise UserError(f"{path}: no such file. Build it first, or check the name.") from None
    except IsADirectoryError:
        raise UserError(f"{path}: a folder; expected a file of rows.") from None
    with file:
        head = file.peek(4)[:4]
        if head.startswith(GZIP):
            with gzip.open(file) as unpacked:
                yield unpacked
        elif head == ZSTD:
            yield _Zstd(file)
        elif head == PARQUET:
            yield _Parquet(file)
        else:
            yield file


class _Zstd(io.RawIOBase):
    """zstandard's reader, which says nothing where a frame is cut off."""

    def __init__(self, file: IO[bytes]) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._file, self._decompressor = file, zstandard.ZstdDecompressor()
        self._frame = self._decompressor.decompressobj()
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, about as many as the packed ones that were read; b"" at the end."""
        made = b""
        while not made:
            packed = self._rest or self._file.read(1 << 18)
            if not packed:
                if not self._frame.eof:
                    raise _Damaged("the last zstd frame has no end")
                return b""
            if self._frame.eof:
                self._frame = self._decompressor.decompressobj()
            try:
                made = self._frame.decompress(packed)
            except self._error as error:
                raise _Damaged(error) from None
            self._rest = self._frame.unused_data
        return made


class _Parquet(io.RawIOBase):
    """A table's rows as JSON lines."""

    def __init__(self, file: IO[bytes]) -> None:
        import pyarrow
        import pyarrow.parquet

        # ValueError: texts that are no UTF-8, times that Python has no date for.
        self._error = (pyarrow.ArrowException, OSError, ValueError, OverflowError)
        try:
            self._batches = pyarrow.parquet.ParquetFile(file).iter_batches(4096)
        except self._error as error:
            self._batches = iter(())
            self._broken = error
        else:
            self._broken = None

    def read(self, size: int = -1) -> bytes:
        """The lines of the next rows; b"" at the end."""
        if self._broken:
            raise _Damaged(self._broken)
        try:
            batch = next(self._batches, None)
            rows = batch.to_pylist() if batch is not None else []
        except self._error as error:
            raise _Damaged(error) from None
        # What JSON has no type for is of no text that is trained on: times in nanoseconds.
        return b"".join(msgspec.json.encode(row, enc_hook=str) + b"\n" for row in rows)
