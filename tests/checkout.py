"""A second checkout of the project for tests that build, change code or are killed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from neural.lineage import KEPT

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
FILES = ("Snakefile", "config.yaml", "config.schema.yaml", "dvc.yaml", ".dvcignore", ".gitignore")
FILES += ("README.md",)  # a dataset is made of it
FOLDERS = ("bench", "docs", "envs", "neural", "profiles", "rules", "scripts", "tests")


def make(folder: Path) -> Path:
    """Copies the sources, not the artifacts; the environment is shared."""
    folder.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__")
    for name in FILES:
        shutil.copy2(ROOT / name, folder / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    (folder / ".dvc").mkdir()
    for name in ("config", ".gitignore"):
        shutil.copy2(ROOT / ".dvc" / name, folder / ".dvc")
    if (ROOT / KEPT).exists():  # what it says hangs on each file's bytes, not on where it lies
        (folder / KEPT).parent.mkdir()
        shutil.copy2(ROOT / KEPT, folder / KEPT)
    (folder / ".venv").symlink_to(BIN.parent)
    return folder


def command(*arguments: str) -> list[str]:
    return [str(BIN / "snakemake"), *arguments]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Runs a command in the checkout; its output, both streams, in `stdout`."""
    environment = os.environ | {"PYTHONPATH": str(folder)}
    environment.pop("MAKELEVEL", None)  # within `make test`, make would tell each folder
    environment.pop("MAKEFLAGS", None)
    return subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def snakemake(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return run(folder, *command(*arguments))


def stand_in(folder: Path, *targets: str) -> None:
    """A stand-in for every artifact, which Snakemake takes for its own work."""
    for name in outputs(folder, *targets):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"stand-in for {name}\n")
    touch(folder, *targets)


def touch(folder: Path, *targets: str) -> None:
    """Lets Snakemake take every artifact for made by the present config and code."""
    done = snakemake(folder, "--touch", "--forceall", *targets)
    assert done.returncode == 0, done.stdout


def outputs(folder: Path, *arguments: str) -> list[str]:
    """The artifacts of a request, as Snakemake lists them."""
    listing = snakemake(folder, "--detailed-summary", *arguments)
    assert listing.returncode == 0, listing.stdout
    rows = [line.split("\t") for line in listing.stdout.splitlines() if line.count("\t") > 5]
    return sorted({row[0] for row in rows[1:]})


def stale(folder: Path, *arguments: str) -> set[str]:
    """The rules that a request would run."""
    plan = snakemake(folder, "-n", *arguments)
    assert plan.returncode == 0, plan.stdout
    rules = set(re.findall(r"^(?:local)?rule (\w+):", plan.stdout, re.M)) - {"all"}
    assert rules or "Nothing to be done" in plan.stdout, plan.stdout
    return rules
