"""How each artifact was made, in git, so that a checkout or pull cannot pass off old bytes as new.

Snakemake judges an artifact by its record in .snakemake/metadata. A clone has the artifacts (by
DVC) but not the records, and a file without a record counts as up to date whatever the config
says. provenance.jsonl carries the records, each bound to the bytes it speaks of.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from neural.errors import UserError
from neural.files import atomic_write, sha256
from neural.records import jsonl

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


def save(path: str | Path) -> int:
    """Writes one line for each artifact whose origin is known; returns how many."""
    saved = _saved(path)
    lines = []
    for artifact in sorted(name for name in _recorded() if Path(name).is_file()):
        line = saved.get(artifact)
        if _made_here(artifact):
            kept = {key: _record(artifact)[key] for key in JUDGED}
            lines.append({"path": artifact, "sha256": _sum(artifact), "record": kept})
        elif line and line["sha256"] == _sum(artifact):
            lines.append(line)
    return jsonl.write(path, lines)


def restore(path: str | Path, artifacts: Iterable[str]) -> int:
    """Gives the artifacts that are there their records; returns how many were given one.

    UserError names those of unknown origin: bytes that are neither the recorded ones nor
    untouched since Snakemake made them here. An artifact whose inputs are not the recorded ones
    is made older than they are, so that Snakemake compares.
    """
    saved = _saved(path)
    strangers = []
    given = 0
    for artifact in (name for name in artifacts if Path(name).is_file()):
        line = saved.get(artifact)
        if line and line["sha256"] == _sum(artifact):
            given += _give(artifact, line["record"])
        elif not _made_here(artifact):
            strangers.append(artifact)
    if strangers:
        raise UserError(
            "nobody knows how these files were made:\n  "
            + "\n  ".join(strangers)
            + "\nDelete them, or get the recorded ones by `dvc checkout`; then ask again."
        )
    return given


def _give(artifact: str, record: dict) -> bool:
    """Writes the record unless it stands already; ages the artifact of other inputs."""
    checksums = (record["input_checksums"] or {}).items()
    if any(Path(name).is_file() and _sum(name) != _hex(value) for name, value in checksums):
        os.utime(artifact, (1, 1))  # Snakemake takes the time 0 for none
    existing = _record(artifact) or {}
    if all(existing.get(key) == record[key] for key in JUDGED) and _made_here(artifact):
        return False
    time = os.stat(artifact).st_mtime
    with atomic_write(_place(METADATA, artifact)) as file:
        json.dump({**record, "starttime": time, "endtime": time, "incomplete": False}, file)
    return True


def _made_here(artifact: str) -> bool:
    """Whether Snakemake made exactly this file: it records the time the file then had."""
    record = _record(artifact)
    done = record and not _place(INCOMPLETE, artifact).exists()
    return bool(done) and record["endtime"] == os.stat(artifact).st_mtime


def _saved(path: str | Path) -> dict[str, dict]:
    return {line["path"]: line for line in jsonl.read(path)} if Path(path).exists() else {}


def _sum(path: str) -> str:
    state = os.stat(path)
    return _sum_of(path, state.st_mtime_ns, state.st_size)


@cache
def _sum_of(path: str, time: int, size: int) -> str:
    return sha256(path)


def _hex(checksum: str) -> str:
    return checksum.removeprefix("sha256:")


def _record(artifact: str) -> dict | None:
    place = _place(METADATA, artifact)
    return json.loads(place.read_text()) if place.is_file() else None


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
