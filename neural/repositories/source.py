"""Where code comes from: git repositories at a revision, by path or URL, and plain folders.

Only git's plumbing reads them: no work tree is made, no hook, filter or external diff is run, no
link is followed.
"""

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from neural.errors import UserError
from neural.files import exclusive

CLONES = Path("build/repositories")
LARGEST = 1 << 20  # bytes of a file that may still be somebody's writing
URL = re.compile(r"(?:https?|ssh|git|file)://|[\w.-]+@[\w.-]+:")
# Foreign repositories may belong to other users; their configuration must start no program.
SAFE = {
    "GIT_CONFIG_COUNT": "4",
    "GIT_CONFIG_KEY_0": "safe.directory",
    "GIT_CONFIG_VALUE_0": "*",
    "GIT_CONFIG_KEY_1": "core.fsmonitor",
    "GIT_CONFIG_VALUE_1": "false",
    "GIT_CONFIG_KEY_2": "core.hooksPath",
    "GIT_CONFIG_VALUE_2": "/dev/null",
    "GIT_CONFIG_KEY_3": "core.quotePath",
    "GIT_CONFIG_VALUE_3": "false",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


class Blob(NamedTuple):
    """A file of a repository at a revision."""

    path: str
    hash: str  # git's, of the content
    size: int


class Repository:
    """One repository at one revision; `left` counts what is no readable file, by reason."""

    def __init__(self, place: str, history: bool = False) -> None:
        """`place`: a path or URL, with @REVISION where it is not what is checked out.

        UserError where there is no such repository or revision, or no git.
        """
        self.place = place
        self.left: dict[str, list[str]] = {}
        path, self.revision = _parted(place)
        self.name = re.sub(r"\.git$", "", re.split(r"[/:]", path.rstrip("/"))[-1])
        self.url = path if URL.match(path) else ""
        if self.url:
            self._git, self.revision = _cloned(path, self.revision, history)
            self.prefix = ""
        else:
            self._open(Path(path).expanduser())
        self.blobs = sorted(self._listed())
        if not self.revision:
            told = "".join(f"{blob.hash} {blob.path}\n" for blob in self.blobs)
            self.revision = hashlib.sha256(told.encode()).hexdigest()[:40]

    def read(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """The blobs with their bytes, in their order."""
        if self._git:
            yield from self._batch(blobs)
            return
        for blob in blobs:
            try:
                with open(self._folder / blob.path, "rb", opener=_no_link) as file:
                    yield blob, file.read(LARGEST + 1)
            except OSError as error:
                self._leave(f"unreadable ({error.strerror})", blob.path)

    def git(self, *arguments: str) -> bytes:
        """What git prints about this repository. UserError with git's words where it fails."""
        if not self._git:
            raise UserError(f"{self.place}: a plain folder; it has no history.")
        return _git("-C", self._git, *arguments)

    def remember(self, name: str, value: str) -> None:
        """Keeps a setting with the clone, for who reads it later."""
        self.git("config", f"neural.{name}", value)

    def remembered(self, name: str) -> str:
        """A setting kept with the clone, "" where there is none."""
        found = _tried("-C", self._git, "config", f"neural.{name}") if self._git else None
        return found.stdout.decode().strip() if found else ""

    def _open(self, path: Path) -> None:
        if not path.is_dir():
            raise UserError(
                f"{self.place}: no such folder. Give the path or URL of a repository, with "
                "@REVISION where another than the one checked out is meant."
            )
        self.name = self.name if self.name not in ("", ".", "..") else path.resolve().name
        found = _tried("-C", str(path), "rev-parse", "--show-prefix")
        self.prefix = found.stdout.decode(errors="replace").strip() if found else ""
        self._git, self._folder = None, path.resolve()
        if found is None:
            if self.revision:
                raise UserError(
                    f"{self.place}: no git repository, so it has no revisions. Leave @ out."
                )
            return
        commit = _tried(
            "-C",
            str(path),
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            f"{self.revision or 'HEAD'}^{{commit}}",
        )
        tracked = commit and _tried(
            "-C",
            str(path),
            "rev-parse",
            "--verify",
            "--quiet",
            f"{commit.stdout.decode().strip()}:{self.prefix}".rstrip("/"),
        )
        if self.revision and not commit:
            raise UserError(
                f"{self.place}: the repository has no revision {self.revision!r}. Check the name."
            )
        if tracked:
            self._git, self.revision = str(path), commit.stdout.decode().strip()

    def _listed(self) -> Iterator[Blob]:
        if not self._git:
            yield from self._walked()
            return
        listing = _git(
            "-C", self._git, "ls-tree", "-r", "-z", "-l", f"{self.revision}:{self.prefix}"
        )
        for entry in listing.split(b"\0")[:-1]:
            about, _, raw = entry.partition(b"\t")
            mode, kind, name, size = about.decode().split()
            path = self._name(raw)
            if path is None:
                continue
            if mode == "120000" or kind != "blob":
                self._leave("link" if kind == "blob" else "submodule", path)
            elif not size.isdigit():
                self._leave("missing object", path)  # of a clone that is not whole
            elif int(size) > LARGEST:
                self._leave("too large", path)
            else:
                yield Blob(path, name, int(size))

    def _walked(self) -> Iterator[Blob]:
        """The files of a plain folder that its .gitignore files do not name."""
        with tempfile.TemporaryDirectory() as empty:
            _git("init", "-q", "--bare", empty)
            folder = str(self._folder)
            where = ("--git-dir", empty, "--work-tree", folder, "-C", folder)
            listing = _git(
                *where, "-c", "core.bare=false", "ls-files", "-z", "--others", "--exclude-standard"
            )
        for raw in listing.split(b"\0")[:-1]:
            path = self._name(raw)
            if path is None:
                continue
            place = self._folder / path
            if place.is_symlink() or not place.is_file():
                self._leave("link" if place.is_symlink() else "submodule", path)
            elif (size := place.stat().st_size) > LARGEST:
                self._leave("too large", path)
            else:
                try:
                    data = place.read_bytes()
                except OSError as error:
                    self._leave(f"unreadable ({error.strerror})", path)
                    continue
                head = f"blob {len(data)}\0".encode()
                yield Blob(path, hashlib.sha1(head + data, usedforsecurity=False).hexdigest(), size)

    def _name(self, raw: bytes) -> str | None:
        """A path as text; None where it is none that can be shown in one line."""
        path = raw.decode(errors="backslashreplace")
        climbs = {"", ".", ".."} & set(path.split("/"))
        if path.encode() != raw or not path.isprintable() or climbs:
            self._leave("hostile name", repr(path)[1:-1])
            return None
        return path

    def _leave(self, why: str, path: str) -> None:
        self.left.setdefault(why, []).append(path)

    def _batch(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        blobs = list(blobs)
        if not blobs:
            return
        asked = tempfile.TemporaryFile()  # noqa: SIM115 (closed below)
        with asked:
            asked.write("".join(f"{blob.hash}\n" for blob in blobs).encode())
            asked.seek(0)
            with subprocess.Popen(
                ["git", "-C", self._git, "cat-file", "--batch", "--buffer"],
                stdin=asked,
                stdout=subprocess.PIPE,
                env=os.environ | SAFE,
            ) as process:
                for blob in blobs:
                    head = process.stdout.readline().split()
                    if len(head) != 3:
                        self._leave("missing object", blob.path)
                        continue
                    data = process.stdout.read(int(head[2]))
                    process.stdout.read(1)
                    yield blob, data


def with_history(place: str) -> Repository:
    """The repository as a clone with all its commits, which `holding` finds again.

    UserError where a path is no repository.
    """
    path, revision = _parted(place)
    if not URL.match(path):
        folder = str(Path(path).expanduser().resolve())
        found = _tried("-C", folder, "rev-parse", "--show-toplevel") or _tried(
            "-C", folder, "rev-parse", "--absolute-git-dir"
        )
        if not found:
            raise UserError(
                f"{place}: no git repository, so it has no history. Leave --history out."
            )
        path = f"file://{found.stdout.decode().strip()}"
    return Repository(f"{path}@{revision}" if revision else path, history=True)


def at_commit(repository: Repository, revision: str) -> Repository:
    """The same clone at another of its commits."""
    return Repository(f"{repository.url}@{revision}", history=True)


def holding(revision: str) -> Repository | None:
    """The clone of an earlier run that has this commit, at it; None where there is none."""
    for folder in sorted(CLONES.glob("*/whole")):
        where = ("-C", str(folder.parent))
        if _tried(*where, "cat-file", "-e", f"{revision}^{{commit}}"):
            url = _git(*where, "config", "remote.origin.url").decode().strip()
            return Repository(f"{url}@{revision}", history=True)
    return None


def _parted(place: str) -> tuple[str, str]:
    """Path or URL, and the revision behind its last @, "" where there is none."""
    if Path(place).expanduser().is_dir():
        return place, ""
    path, at, revision = place.rpartition("@")
    if not at or (URL.match(place) and not URL.match(path)) or "/" in revision.partition(":")[2]:
        return place, ""
    return path, revision


def _cloned(url: str, revision: str, history: bool) -> tuple[str, str]:
    """A bare clone that holds the revision, fetched where it is not there yet, and its commit."""
    key = hashlib.sha256(url.encode()).hexdigest()[:16]
    folder = CLONES / f"{re.sub(r'[^A-Za-z0-9]+', '-', url)[-40:].strip('-')}-{key}"
    with exclusive(CLONES / f"{key}.lock"):
        if not (folder / "HEAD").exists():
            _git("init", "-q", "--bare", str(folder))
            _git("-C", str(folder), "config", "remote.origin.url", url)
        whole = history and not (folder / "whole").exists()
        pinned = re.fullmatch(r"[0-9a-f]{40}", revision)
        have = pinned and _tried("-C", str(folder), "cat-file", "-e", f"{revision}^{{commit}}")
        if have and not whole:
            return str(folder), revision
        depth = [] if history else ["--depth", "1"]
        unshallow = ["--unshallow"] if whole and (folder / "shallow").exists() else []
        _git(
            "-C",
            str(folder),
            "fetch",
            "-q",
            "--no-tags",
            *depth,
            *unshallow,
            "--",
            url,
            revision or "HEAD",
        )
        if history:
            (folder / "whole").touch()
        return str(folder), _git("-C", str(folder), "rev-parse", "FETCH_HEAD").decode().strip()


def _tried(*arguments: str) -> subprocess.CompletedProcess | None:
    """A git command's result, None where git says no."""
    found = _ran(*arguments)
    return found if found.returncode == 0 else None


def _git(*arguments: str) -> bytes:
    found = _ran(*arguments)
    if found.returncode:
        said = found.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise UserError(f"git {' '.join(arguments[2:5])}: {said[-1]}")
    return found.stdout


def _ran(*arguments: str) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(
            ["git", *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=os.environ | SAFE,
        )
    except FileNotFoundError:
        raise UserError("git is not installed; it reads the repositories. Install it.") from None


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)
