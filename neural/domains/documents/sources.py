"""The documents of files and folders, each file accounted for: read, or left out and why."""

import gzip
import os
import signal
import stat
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from neural.domains.documents.convert import Unreadable, kind_of, tree
from neural.domains.documents.outline import Section, outline
from neural.errors import UserError

LARGEST = 4 << 20  # bytes, unpacked: a book has less
SECONDS = 20  # for one file: beyond it a parser is lost in it


class Document(NamedTuple):
    """`name`: the file below what was given; `unit`: what its numbers count, line or page."""

    name: str
    kind: str
    unit: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].path[0]


class Reading(NamedTuple):
    """Documents in the order of their names, and the files left out: name and reason."""

    documents: list[Document]
    left: list[tuple[str, str]]

    def reasons(self) -> list[tuple[str, int]]:
        """How many files were left out for which reason, most first."""
        return Counter(why for _, why in self.left).most_common()


def read(inputs: Iterable[str | Path], pdf: bool = False) -> Reading:
    """Reads files, and folders with all that is in them. Links are not followed."""
    made = Reading([], [])
    seen: set[tuple[int, int]] = set()
    for root in map(Path, inputs):
        if not root.exists():
            raise UserError(f"{name(root)}: no such file or folder. Check --input.")
        folder = root if root.is_dir() else root.parent
        for path in files(root) if root.is_dir() else [root]:
            shown = name(path.relative_to(folder))
            try:
                made.documents.append(_document(path, shown, pdf, seen))
            except Unreadable as why:
                made.left.append((shown, str(why)))
    return made


def files(root: Path) -> Iterator[Path]:
    """Everything in a folder that is no folder, sorted by name; hidden folders are not entered."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(n for n in inner if not n.startswith("."))
        links = [n for n in inner if os.path.islink(os.path.join(folder, n))]
        for one in sorted([*names, *links]):
            yield Path(folder, one)


def name(path: Path) -> str:
    """A path as text that can be written, whatever its bytes are."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace("\n", "\\n")


def _document(path: Path, shown: str, pdf: bool, seen: set) -> Document:
    data, suffixed = _bytes(path, seen)
    kind = kind_of(suffixed, data[:4096], pdf)
    try:
        with _limited(SECONDS):
            body, lines = tree(kind, data)
            sections = outline(body, lines, Path(shown).name)
    except _TooLong:
        raise Unreadable(f"took more than {SECONDS} s to read") from None
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except Unreadable:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError) as e:
        # docutils and lxml let such through for broken input.
        raise Unreadable(f"damaged {kind} ({type(e).__name__})") from None
    if not sections:
        raise Unreadable("no text under any heading")
    return Document(shown, kind, lines.unit, tuple(sections))


def _bytes(path: Path, seen: set) -> tuple[bytes, Path]:
    """A file's bytes, unpacked, and its path without the packer's ending."""
    try:
        about = os.lstat(path)
        if stat.S_ISLNK(about.st_mode):
            raise Unreadable("a link")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("no plain file")
        if about.st_size > LARGEST:
            raise Unreadable(f"larger than {LARGEST >> 20} MiB")
        if (about.st_dev, about.st_ino) in seen:
            raise Unreadable("given twice")
        seen.add((about.st_dev, about.st_ino))
        packed = path.suffix == ".gz"
        with gzip.open(path) if packed else open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError):
        raise Unreadable("damaged gzip") from None
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror})") from None
    if len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST >> 20} MiB")
    return data, path.with_suffix("") if packed else path


class _TooLong(BaseException):
    """No Exception, so that no parser takes it for a fault of its own."""


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """Ends the block after so many seconds. Signals reach only a program's main thread."""

    def stop(*_: object) -> None:
        raise _TooLong

    try:
        before = signal.signal(signal.SIGALRM, stop)
    except ValueError:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
