"""Records of earlier runs, kept by what a file holds and by the code that read it."""

import hashlib
import sqlite3
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec
from xxhash import xxh3_128_digest

from neural.domains.repository.record import File
from neural.records import private, secrets, similar, texts
from neural.repositories import foreign
from neural.repositories.source import Blob

SEAL = 16  # bytes of a value's hash
PACKAGES = (
    "tree-sitter",
    *(
        f"tree-sitter-{name}"
        for name in ("go", "java", "javascript", "markdown", "python", "typescript")
    ),
)
WAITS = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
)
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(File | str).decode


class Kept:
    """Records of earlier runs, by blob, path and the code that made them.

    Each value carries its hash: what is damaged, or what another wrote there, counts as not kept,
    and so does a file that is no base.
    """

    def __init__(self, path: Path | None) -> None:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path

    def __enter__(self) -> "Kept":
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            if _waits(error):
                raise
            self._base.close()
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            self._open()
        return self

    def _open(self) -> None:
        self._base = sqlite3.connect(self._path or ":memory:", timeout=60)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=NORMAL")
        self._base.execute("CREATE TABLE IF NOT EXISTS records (key BLOB PRIMARY KEY, value BLOB)")
        self._base.execute("SELECT key, value FROM records LIMIT 1")

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def read(self, blobs: list[Blob]) -> dict[Blob, File | str]:
        keys = {_key(blob): blob for blob in blobs}
        found = {}
        names = list(keys)
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM records WHERE key IN ({marks})"
            try:
                rows = self._base.execute(query, some).fetchall()
            except sqlite3.DatabaseError as error:
                if _waits(error):
                    raise
                continue  # a damaged page: these are made again
            for key, value in rows:
                if isinstance(value, bytes) and value[:SEAL] == _seal(key, value[SEAL:]):
                    found[keys[key]] = _decode(value[SEAL:])
        return found

    def write(self, records: dict[Blob, File | str]) -> None:
        rows = []
        for blob, record in records.items():
            key, value = _key(blob), _encode(record)
            rows.append((key, _seal(key, value) + value))
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", rows)
        except sqlite3.DatabaseError as error:
            if _waits(error):
                raise  # otherwise the next run makes them again


def _waits(error: sqlite3.DatabaseError) -> bool:
    """Whether a base is whole and only cannot be had: locked, full, not allowed."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in WAITS


def _seal(key: bytes, value: bytes) -> bytes:
    """What tells that a value is whole and stands under its own key."""
    return xxh3_128_digest(value + key)


def _key(blob: Blob) -> bytes:
    return hashlib.blake2b(f"{made_by()} {blob.hash} {blob.path}".encode(), digest_size=16).digest()


@cache
def made_by() -> str:
    """A digest of the code and grammars that records depend on."""
    here = Path(__file__).parent
    made = hashlib.sha256(" ".join(version(name) for name in PACKAGES).encode())
    for name in (
        "record.py",
        "extract.py",
        "filters.py",
        "documents.py",
        "prose.py",
        "languages/*.py",
    ):
        for path in sorted(here.glob(name)):
            made.update(path.read_bytes())
    for module in (foreign, secrets, private, similar, texts):
        made.update(Path(module.__file__).read_bytes())
    return made.hexdigest()
