"""releases.jsonl: what each release measured, kept in git, so that the next one can be compared."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from neural.errors import UserError
from neural.records import jsonl


def last(path: str | Path, model: str) -> dict | None:
    """The last release of a model, None before the first."""
    found = [entry for entry in _entries(path) if entry.get("model") == model]
    if found and not isinstance(found[-1].get("measured"), dict):
        raise UserError(f"{path}: its last entry of {model} is damaged; take it back from git.")
    return found[-1] if found else None


def entry(model: str, evaluations: Sequence[dict], files: dict[str, str]) -> dict:
    """A release: SHA-256 of its files, its rates, and the ids of the rows answered wrongly."""
    measured = {
        report["file"]["name"]: {
            "headline": report["headline"],
            "overall": report["overall"],
            "test_sets": report["test_sets"],
            "wrong": sorted(str(row["id"]) for row in report["wrong"]),
        }
        for report in evaluations
    }
    return {"model": model, "commit": _commit(), "files": files, "measured": measured}


def append(path: str | Path, made: dict) -> bool:
    """Adds a release, unless the last one of its model has the same files. Whether it was added."""
    before = last(path, made["model"])
    if before and before["files"] == made["files"]:
        return False
    jsonl.write(path, [*_entries(path), made])
    return True


def _entries(path: str | Path) -> list[dict]:
    return list(jsonl.read(path)) if Path(path).exists() else []


def _commit() -> str | None:
    """The commit of the code, None outside a git checkout."""
    asked = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True)
    return asked.stdout.strip() or None
