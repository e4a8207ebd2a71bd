"""A repository as rows and reports want it: read, filtered, linked; and what was left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from neural.domains.repository import extract, languages
from neural.domains.repository.index import Index, Origin
from neural.domains.repository.modules import Modules
from neural.domains.repository.record import File
from neural.errors import UserError, nearest
from neural.records import licences
from neural.repositories import licence
from neural.repositories.source import Repository

MODULE = re.compile(rb"^module\s+(\S+)", re.M)


@dataclass
class Loaded:
    """A repository's index; `left`: paths that were left out by reason; `dropped`: parts of files
    of which no row is made, by reason."""

    repository: Repository
    index: Index
    left: dict[str, list[str]]
    dropped: Counter[str]

    def told(self, dropped: Counter[str]) -> list[str]:
        """What was read and what was not, in a line each."""
        origin = self.index.origin
        all_dropped = sorted((self.dropped + dropped).items())
        return [
            f"{origin.place}: {len(self.index.files)} files at {origin.revision[:12]}, "
            f"licence {origin.license or 'as the files say'}",
            "  left out: " + _counted({why: len(paths) for why, paths in self.left.items()}),
            "  no row is made of: " + _counted(dict(all_dropped)),
        ]


def load(
    place: str,
    wanted: Iterable[str] = languages.NAMES,
    license: str = "",
    history: bool = False,
    threads: int = 1,
    kept: Path | None = extract.CACHE,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Loaded:
    """Reads a repository. `license`: of files that name none, where no licence file is known.

    UserError where there is no such repository, an unknown language or no licence.
    """
    for name in wanted:
        if name not in languages.NAMES:
            known = ", ".join(languages.NAMES)
            raise UserError(
                f"unknown language {name!r}; known: {known}.{nearest(name, languages.NAMES)}"
            )
    repository = Repository(place, history)
    files, left = extract.extract(repository, wanted, threads, kept, progress)
    own = license or licence.nearest(repository)
    files = _licensed(files, own, left)
    if not files and left.get("unknown licence"):
        raise UserError(
            f"{place}: no licence file is known, and no file names its licence, so nobody may "
            "learn from it. If the code is yours, say its licence: --license MIT (an SPDX name)."
        )
    origin = Origin(repository.name, place, repository.revision, own)
    index = Index(origin, files, Modules(files, _go_modules(repository), repository.name))
    index.drop_duplicates()
    dropped: Counter[str] = Counter()
    for file in files.values():
        dropped.update(file.counts)
    dropped["near-duplicate"] += index.duplicates
    return Loaded(repository, index, left, dropped)


def _counted(found: dict[str, int]) -> str:
    return ", ".join(f"{count} {why}" for why, count in sorted(found.items())) or "nothing"


def _licensed(files: dict[str, File], own: str, left: dict[str, list[str]]) -> dict[str, File]:
    """The files that one may learn from, each with its licence."""
    kept = {}
    judged: dict[str, str] = {}
    for path, file in files.items():
        file.license = file.license or own
        if file.license not in judged:
            fault = licences.kind_of_fault(file.license)
            judged[file.license] = fault[0].replace("-", " ") if fault else ""
        if why := judged[file.license]:
            left.setdefault(why, []).append(path)
        else:
            kept[path] = file
    return kept


def _go_modules(repository: Repository) -> dict[str, str]:
    found = {}
    asked = [blob for blob in repository.blobs if re.search(r"(?:^|/)go\.mod$", blob.path)]
    for blob, data in repository.read(asked):
        if name := MODULE.search(data):
            found[name[1].decode(errors="replace")] = blob.path.rpartition("/")[0] or "."
    return found
