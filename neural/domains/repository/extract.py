"""One file's record: parsed, filtered, checked for secrets; kept by what the file holds."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from neural import lineage
from neural.domains.repository import documents, filters, languages, prose
from neural.domains.repository.kept import Kept
from neural.domains.repository.record import Definition, File
from neural.records import pool, private, secrets, similar, texts
from neural.repositories import foreign
from neural.repositories.source import Blob, Repository

CACHE = lineage.ROOT / "build" / "repositories" / "records.sqlite"
TOGETHER = 40  # files that a process is given at once
FEW = 400  # files for which starting processes takes longer than it saves
# What every personal datum has in its line; see neural.records.private.
SUSPECT = re.compile(r"@|\d[\d ().-]{5}")


def extract(
    repository: Repository,
    wanted: Iterable[str] = languages.NAMES,
    threads: int = 1,
    kept: Path | None = CACHE,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> tuple[dict[str, File], dict[str, list[str]]]:
    """The records of a repository's files by path, and the paths left out, by reason.

    `wanted`: languages; documents are always read. `kept`: where records of earlier runs lie.
    """
    files: dict[str, File] = {}
    left: dict[str, list[str]] = {}
    chosen = []
    for blob in repository.blobs:
        why = _unread(blob.path, wanted) or foreign.name_fault(blob.path)
        if why:
            left.setdefault(why, []).append(blob.path)
        else:
            chosen.append(blob)
    with Kept(kept) as store:
        known = store.read(chosen)
        fresh = [blob for blob in chosen if blob not in known]
        progress(len(known))
        groups = iter(partial(_group, repository.read(fresh)), [])
        processes = threads if len(fresh) > FEW else 1
        for group in pool.run(_records, groups, processes):
            known |= group
            store.write(group)
            progress(len(group))
    for blob in chosen:
        record = known.get(blob)
        if isinstance(record, File):
            files[blob.path] = record
        elif record:
            left.setdefault(record, []).append(blob.path)
    for why, paths in repository.left.items():
        left.setdefault(why, []).extend(paths)
    return files, left


def _unread(path: str, wanted: Iterable[str]) -> str | None:
    if path.lower().endswith(documents.SUFFIXES):
        return None
    grammar = languages.grammar(path)
    if grammar is None:
        return "other file"
    return None if grammar.name.replace("tsx", "typescript") in wanted else "other language"


def _group(blobs: Iterator[tuple[Blob, bytes]]) -> list[tuple[Blob, bytes]]:
    return list(islice(blobs, TOGETHER))


def _records(group: list[tuple[Blob, bytes]]) -> dict[Blob, File | str]:
    made = {blob: record(data, blob.path) for blob, data in group}
    definitions = [
        one
        for file in made.values()
        if isinstance(file, File)
        for one in file.definitions
        if not (one.unfit or one.is_type)  # all others are never compared
    ]
    bare = [one.said for one in definitions]
    bands = similar.bands(bare, [""] * len(bare))
    for one, values in zip(definitions, bands, strict=True):
        one.bands = values.tobytes()
    return made


def record(data: bytes, path: str) -> File | str:
    """A file's record, or why there is none."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    document = path.lower().endswith(documents.SUFFIXES)
    why = foreign.content_fault(data)
    if why and not (why == "minified" and document):
        return why
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if document:
        found = documents.read(data, path)
    else:
        found = languages.parse(languages.grammar(path), data, path)
    found.license = foreign.license_of(data)
    counts = _judge(found, data.decode())
    found.counts = dict(sorted(counts.items()))
    return found


def _judge(found: File, text: str) -> Counter[str]:
    """Marks what no row may be made of; how many parts for which reason."""
    counts: Counter[str] = Counter()
    # What the file as a whole is free of need not be looked for in its parts.
    doubtful = secrets.secret(text) is not None or _unclean(text)
    lines = _personal(text)
    marked = found.language not in ("go", "markdown")
    if marked:
        found.doc = prose.clean(found.doc)
    for one in found.definitions:
        if marked and one.doc:
            doc = prose.clean(one.doc)
            said = re.match(r"[a-z]+\b(?![.(_])", doc)
            one.doc = doc[:1].upper() + doc[1:] if said and said[0] != one.name else doc
        if one.doc and filters.says_nothing(one.doc, one.name):
            one.doc = ""
            counts["empty documentation"] += 1
        why = (doubtful and (_unfit(one.text) or _unfit(one.doc))) or None
        if why is None and _unclean(one.doc):  # an escape in a clean text: "\b" of a docstring
            why = "unclean text"
        first = min(one.start, one.doc_lines[0] or one.start)
        if why is None and any(first <= line <= one.end for line in lines):
            why = "personal data"
        if why is None and not one.is_type and filters.is_trivial(one.bare, one.statements):
            why = "trivial"
        if why is None and one.end - one.start >= filters.LONGEST:
            why = "too long"
        if why:
            one.unfit = why
            counts[why] += 1
    for place, section in enumerate(found.sections):
        why = (doubtful and _unfit(section.text)) or None
        if why is None and any(section.start <= line <= section.end for line in lines):
            why = "personal data"
        if why:
            counts[why] += 1
            found.sections[place] = msgspec.structs.replace(section, unfit=why)
    if found.doc and (
        _unclean(found.doc)
        or (doubtful and _unfit(found.doc))
        or filters.says_nothing(found.doc, "")
    ):
        found.doc = ""
    return counts


def _personal(text: str) -> list[int]:
    """The lines that hold personal data, from 1."""
    found, line, counted, end = [], 1, 0, 0
    for suspect in SUSPECT.finditer(text):
        if suspect.start() < end:
            continue  # of a line that was looked at
        start = text.rfind("\n", 0, suspect.start()) + 1
        end = text.find("\n", suspect.start())
        end = len(text) if end < 0 else end
        line, counted = line + text.count("\n", counted, start), start
        if private.personal(text[start:end]):
            found.append(line)
    return found


def _unfit(text: str) -> str | None:
    if secrets.secret(text):
        return "secret"
    return "unclean text" if _unclean(text) else None


def _unclean(text: str) -> bool:
    return bool(texts.control_character(text) or texts.control_token(text) or texts.mojibake(text))


def parts(files: dict[str, File]) -> Iterator[tuple[str, Definition]]:
    """All definitions with their files' paths."""
    for path, file in files.items():
        for one in file.definitions:
            yield path, one
