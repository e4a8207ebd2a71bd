"""Which artifacts would be made anew, told from git alone: no data is needed."""

import csv
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from neural import config, provenance
from neural.errors import UserError
from neural.release import bundle

FOLDERS = {"data", "models", "reports", "release", "state", "logs", "log", "benchmarks", "build"}
HIDDEN = {".snakemake", ".git", ".dvc"}


@dataclass(frozen=True)
class Stale:
    """A job whose recorded artifacts the present config, code or inputs would make anew."""

    rule: str
    why: str
    paths: list[str]

    def __str__(self) -> str:
        return f"{self.rule}: {', '.join(self.paths)} ({self.why})"


def targets() -> list[str]:
    """What is asked for when all is asked for: everything that config.yaml names, and releases."""
    read = config.read("config.yaml")
    gated = (name for name in read["models"] if config.has_gate(read, name))
    return ["all", *(f"release/{name}/{bundle.SUMS}" for name in gated)]


def files() -> list[str]:
    """All files that the workflow makes, sorted; without the parts that a dataset is made of."""
    made = {row["output_file"] for row in _summary(Path.cwd())}
    return sorted(name for name in made if not name.startswith("state/"))


def stale(path: str | Path) -> list[Stale]:
    """The jobs that would be done again, in Snakemake's order. `path`: the records.

    Snakemake plans in a folder of empty stand-ins that have the records and the right ages.
    """
    lines = provenance.lines_of(path)
    if not lines:
        return []
    with tempfile.TemporaryDirectory(prefix="plan-") as name:
        folder = Path(name)
        provenance.stand_in(lines.values(), folder)
        _link(folder, set(lines))
        found = _summary(folder)
    jobs: dict[tuple[str, str], Stale] = {}
    for row in found:
        if row["output_file"] in lines and row["plan"] != "no update":
            why = "follows from another" if row["status"] == "ok" else row["status"]
            job = jobs.setdefault((row["rule"], row["log-file(s)"]), Stale(row["rule"], why, []))
            job.paths.append(row["output_file"])
    return list(jobs.values())


def _link(folder: Path, recorded: set[str]) -> None:
    """Links the project's sources into the folder; of the artifacts' folders what git keeps."""
    for entry in Path.cwd().iterdir():
        if entry.name not in FOLDERS | HIDDEN:
            (folder / entry.name).symlink_to(entry)
    listing = subprocess.run(["git", "ls-files", "-z", *FOLDERS], capture_output=True, text=True)
    for name in set(listing.stdout.split("\0")) - recorded - {""}:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(Path.cwd() / name)


def _summary(folder: Path) -> list[dict]:
    """What Snakemake says of each file: `output_file`, `rule`, `status`, `plan` and so on."""
    snakemake = str(Path(sys.executable).with_name("snakemake"))
    command = [snakemake, "--detailed-summary", *targets()]
    paths = os.pathsep.join((str(Path.cwd()), os.environ.get("PYTHONPATH", "")))
    listing = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )
    if listing.returncode:
        raise UserError(f"{' '.join(command)}: {listing.stderr.strip()}")
    return list(csv.DictReader(listing.stdout.splitlines(), delimiter="\t"))
