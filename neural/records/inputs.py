"""Files that people give: whatever lies in their folders, each read or left out with a reason."""

import gzip
import os
import re
import signal
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from neural.errors import UserError


class Unreadable(Exception):
    """Why a file is left out, for its account."""


class _TooLong(BaseException):
    """No Exception, so that no parser takes it for a fault of its own."""


def files(root: Path) -> Iterator[Path]:
    """Everything in a folder that is no folder, sorted by name; links to folders are named and not
    entered, hidden folders are passed over."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(n for n in inner if not n.startswith("."))
        links = [n for n in inner if os.path.islink(os.path.join(folder, n))]
        for one in sorted([*names, *links]):
            yield Path(folder, one)


def under(roots: Iterable[str | Path]) -> Iterator[tuple[Path, str]]:
    """Each file of files and folders, and its name as it is shown: below its folder, and with that
    where several are given. UserError where one does not exist."""
    roots = [Path(root) for root in roots]
    for root in roots:
        if not root.exists():
            raise UserError(f"{name(root)}: no such file or folder. Check --input.")
        if not root.is_dir():
            yield root.resolve(), name(Path(root.name))  # who names a link means its file
            continue
        above = root.resolve().parent if len(roots) > 1 else root
        for path in files(root.resolve() if len(roots) > 1 else root):
            yield path, name(path.relative_to(above))


def name(path: Path) -> str:
    """A path as text that can be written, whatever its bytes are."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace("\n", "\\n")


def content(path: Path, largest: int, seen: set[tuple[int, int]]) -> tuple[bytes, Path]:
    """A plain file's bytes, unpacked, and its path without .gz. `seen`: files that were read.

    Unreadable for links, devices, what is larger than `largest` bytes, damaged, or given twice.
    """
    try:
        about = os.lstat(path)
        if stat.S_ISLNK(about.st_mode):
            raise Unreadable("a link")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("no plain file")
        if about.st_size > largest:
            raise Unreadable(f"larger than {largest >> 20} MiB")
        if (about.st_dev, about.st_ino) in seen:
            raise Unreadable("given twice")
        seen.add((about.st_dev, about.st_ino))
        packed = path.suffix == ".gz"
        with gzip.open(path) if packed else open(path, "rb") as file:
            data = file.read(largest + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError):
        raise Unreadable("damaged gzip") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such name"
        raise Unreadable(f"cannot be opened ({reason})") from None
    if len(data) > largest:
        raise Unreadable(f"larger than {largest >> 20} MiB")
    return data, path.with_suffix("") if packed else path


def decoded(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 with its mark, or what they look like."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                           (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return tidy(data.decode(encoding, "replace"))
    if b"\0" in data:
        raise Unreadable("binary, no text")
    try:
        return tidy(data.decode("utf-8"))
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[: 1 << 16]).best()
        if best is None:
            raise Unreadable("in no encoding that is known") from None
        return tidy(data.decode(best.encoding, "replace"))


def tidy(text: str) -> str:
    """Lines end with a line feed, and control characters that no text needs become blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd]", " ", text)
    return re.sub(r"[\ufff9-\ufffb\ud800-\udfff]", " ", text)


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Unreadable after so many seconds of computing, which a busy machine does not shorten. Signals
    reach only a program's main thread."""

    def stop(*_: object) -> None:
        raise _TooLong

    try:
        before = signal.signal(signal.SIGVTALRM, stop)
    except ValueError:
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except _TooLong:
        raise Unreadable(f"took more than {seconds} s to read") from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
