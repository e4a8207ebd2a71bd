"""Files that are either whole or absent, and locks that die with their holder."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from neural.errors import UserError


@contextmanager
def atomic_path(path: str | Path) -> Iterator[Path]:
    """Yields a temporary path beside `path`; on success it is fsynced and renamed to `path`.

    The temporary name holds the process id, so that an orphan of a killed build and its
    successor never write to one file; names left by dead processes are removed first.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    for stale in path.parent.glob(f".{path.name}.*.part"):
        if not _alive(stale.name.rsplit(".", 2)[1]):
            stale.unlink(missing_ok=True)
    part = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        yield part
        with open(part, "rb") as done:
            os.fsync(done.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def atomic_write(path: str | Path, mode: str = "w") -> Iterator[IO]:
    """An open file whose content appears at `path` only when the block ends without error."""
    encoding = None if "b" in mode else "utf-8"
    newline = None if "b" in mode else "\n"
    with atomic_path(path) as part, open(part, mode, encoding=encoding, newline=newline) as file:
        yield file


def write_report(report: dict, path: str | Path, page: str) -> None:
    """Writes a report as JSON to `path`, and the same as a page, FILE.html, beside it."""
    path = Path(path)
    with atomic_write(path) as file:
        json.dump(report, file, indent=2, ensure_ascii=False)
        file.write("\n")
    with atomic_write(path.with_suffix(".html")) as file:
        file.write(page)


@contextmanager
def exclusive(
    path: str | Path, waiting: Callable[[str], object] = lambda holder: None
) -> Iterator[None]:
    """Holds a lock file; waits for another holder, whom `waiting` is told of. The kernel frees it
    when the holder dies."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read() or "of unknown number"
            waiting(f"process {holder.removeprefix('process ')}, which holds {path}")
            fcntl.flock(file, fcntl.LOCK_EX)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def sha256(path: str | Path) -> str:
    """Hex digest of a file's bytes."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def require(path: str | Path, what: str, remedy: str) -> Path:
    """The path as Path; UserError with the remedy where it does not exist."""
    path = Path(path)
    if not path.exists():
        raise UserError(f"{path}: {what} not found. {remedy}")
    return path


def _alive(pid: str) -> bool:
    return pid.isdigit() and Path(f"/proc/{pid}").exists() if os.path.isdir("/proc") else True
