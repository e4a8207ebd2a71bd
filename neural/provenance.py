"""How each artifact was made, in git, so that a checkout or pull cannot pass off old bytes as new.

Snakemake judges an artifact by its record in .snakemake/metadata. A clone has the artifacts (by
DVC) but not the records, and a file without a record counts as up to date whatever the config
says. provenance.jsonl carries the records, each bound to the bytes it speaks of.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from neural.errors import UserError
from neural.files import sha256
from neural.records import jsonl
from neural.sums import Sums

METADATA = Path(".snakemake/metadata")
INCOMPLETE = Path(".snakemake/incomplete")
# What Snakemake judges by. Its times and job numbers are of one machine and one run.
JUDGED = (
    "rule",
    "input",
    "log",
    "params",
    "code",
    "shellcmd",
    "record_format_version",
    "software_stack_hash",
    "container_img_url",
    "input_checksums",
)
NAME_LIMIT = 254  # Snakemake breaks longer names into folders, all but the last marked by @
# Files from elsewhere bear one date (2000-01-01), older than anything made here: none of them is
# newer than another, so that Snakemake need not read them all to see that nothing changed.
RESTORED = 946684800
AGED = 1  # made of other inputs than are here: older than these. Snakemake takes 0 for no time


@dataclass
class Findings:
    """What `check` found, as paths: bytes that nobody knows, and recorded files not at hand."""

    known: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def save(path: str | Path, artifacts: Iterable[str]) -> int:
    """Writes one line for each artifact whose origin is known; returns how many.

    The line of one of `artifacts` that is not at hand stays: here only a part may be pulled.
    """
    wanted = set(artifacts)
    saved = lines_of(path)
    lines = []
    with Sums() as sums:
        for artifact in sorted({*_recorded(), *saved}):
            line = saved.get(artifact)
            if not Path(artifact).is_file():
                lines += [line] if line and artifact in wanted else []
            elif _made_here(artifact):
                kept = {key: _record(artifact)[key] for key in JUDGED}
                lines.append({"path": artifact, "sha256": sums.of(artifact), "record": kept})
            elif line and line["sha256"] == sums.of(artifact):
                lines.append(line)
    return jsonl.write(path, lines)


def restore(path: str | Path, artifacts: Iterable[str]) -> int:
    """Gives the artifacts that are there their records; returns how many were given one.

    UserError names those of unknown origin: bytes that are neither the recorded ones nor
    untouched since Snakemake made them here. An artifact whose inputs are not the recorded ones
    is made older than they are, so that Snakemake compares.
    """
    saved = lines_of(path)
    written = os.stat(path).st_mtime if saved else 0.0
    strangers = []
    given = 0
    with Sums() as sums:
        for artifact in (name for name in artifacts if Path(name).is_file()):
            line = saved.get(artifact)
            if line and line["sha256"] == sums.of(artifact):
                # Made here after the lines were: the own record is the later one.
                own = _record(artifact) if _made_here(artifact, since=written) else None
                given += _give(artifact, own or line["record"], sums)
            elif not _made_here(artifact):
                strangers.append(artifact)
    if strangers:
        raise UserError(
            "nobody knows how these files were made:\n  "
            + "\n  ".join(strangers)
            + "\nDelete them, or get the recorded ones by `dvc checkout`; then ask again."
        )
    return given


def check(path: str | Path, artifacts: Iterable[str]) -> Findings:
    """Compares every artifact at hand with its line, reading all bytes; changes nothing."""
    saved, found = lines_of(path), Findings()
    for artifact in sorted({*artifacts, *saved}):
        line = saved.get(artifact)
        if not Path(artifact).is_file():
            found.absent += [artifact] if line else []
        elif (line and line["sha256"] == sha256(artifact)) or _made_here(artifact):
            found.known.append(artifact)
        else:
            found.foreign.append(artifact)
    return found


def stand_in(lines: Iterable[dict], folder: Path) -> None:
    """Lays an empty file for each line below `folder`, with its record and the ages that its
    bytes and those of its inputs would have: what `restore` leaves, without any data."""
    lines = list(lines)
    sums = {line["path"]: line["sha256"] for line in lines}
    for line in lines:
        place, checksums = folder / line["path"], line["record"]["input_checksums"] or {}
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
        other = any(sums.get(name, _hex(sum)) != _hex(sum) for name, sum in checksums.items())
        time = AGED if other else RESTORED
        os.utime(place, (time, time))
        _write(folder / _place(METADATA, line["path"]), line["record"], time)


def lines_of(path: str | Path) -> dict[str, dict]:
    """The lines of provenance.jsonl by artifact; none where there is no such file."""
    return {line["path"]: line for line in jsonl.read(path)} if Path(path).exists() else {}


def _give(artifact: str, record: dict, sums: Sums) -> bool:
    """Writes the record unless it stands already; ages the artifact of other inputs."""
    checksums = (record["input_checksums"] or {}).items()
    other = any(Path(name).is_file() and sums.of(name) != _hex(sum) for name, sum in checksums)
    existing = _record(artifact) or {}
    same = all(existing.get(key) == record[key] for key in JUDGED) and _made_here(artifact)
    if same and not other:
        return False
    time = AGED if other else RESTORED
    os.utime(artifact, (time, time))
    _write(_place(METADATA, artifact), record, time)
    return not same


def _write(place: Path, record: dict, time: int) -> None:
    """Whole or not at all, but not forced to the disk, which takes long for hundreds: what a
    power failure takes, `restore` gives again."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.parent / f".{os.getpid()}.part"
    text = json.dumps({**record, "starttime": time, "endtime": time, "incomplete": False})
    part.write_text(text, encoding="utf-8")
    os.replace(part, place)


def _made_here(artifact: str, since: float = 0.0) -> bool:
    """Whether Snakemake made exactly this file: it records the time the file then had."""
    record = _record(artifact)
    done = record and not _place(INCOMPLETE, artifact).exists()
    return bool(done) and record["endtime"] == os.stat(artifact).st_mtime > since


def _hex(checksum: str) -> str:
    return checksum.removeprefix("sha256:")


def _record(artifact: str) -> dict | None:
    place = _place(METADATA, artifact)
    try:
        return json.loads(place.read_text()) if place.is_file() else None
    except ValueError:  # half a record says nothing
        return None


def _place(folder: Path, artifact: str) -> Path:
    """Where Snakemake keeps its record of an artifact."""
    name = urlsafe_b64encode(artifact.encode()).decode()
    parts = [name[start : start + NAME_LIMIT] for start in range(0, len(name), NAME_LIMIT)]
    return folder.joinpath(*(f"@{part}" for part in parts[:-1]), parts[-1])


def _recorded() -> Iterator[str]:
    for place in METADATA.rglob("*"):
        if place.is_file() and not place.name.startswith("."):
            parts = place.relative_to(METADATA).parts
            yield urlsafe_b64decode("".join(part.removeprefix("@") for part in parts)).decode()
