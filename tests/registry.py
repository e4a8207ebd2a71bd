"""A small project for tests and benches of versions, with stand-ins for artifacts: FOLDER/project
under git and DVC, its git remote FOLDER/origin.git and its DVC remote FOLDER/storage."""

import json
import subprocess
from pathlib import Path

import yaml

from neural.files import sha256
from tests import checkout

DVC = checkout.ROOT / ".venvs/dvc/bin/dvc"
ALL = ("all", "release/cypher/SHA256SUMS")
MODEL = "models/cypher-q4_k_m.gguf"
BUNDLED = "release/cypher/cypher-q4_k_m.gguf"
METRICS = "reports/cypher/metrics.json"


def make(folder: Path) -> Path:
    """One dataset, one model, everything made; nothing is released yet."""
    project = begin(folder, small)
    checkout.stand_in(project, *ALL)
    measured(project, 0.8)
    commit(project, "begun")
    return project


def begin(folder: Path, change) -> Path:
    """A project under git and DVC with a changed config; nothing is made or committed yet."""
    project = checkout.make(folder / "project")
    (project / ".venvs").symlink_to(checkout.ROOT / ".venvs")
    with open(project / ".gitignore", "a") as ignored:
        ignored.write("/.venv\n/.venvs\n/build.log\n")
    configure(project, change)
    run(project, "scripts/write_dvc_yaml.py")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(project, "init", "--quiet", "--initial-branch=main")
    identify(project)
    git(project, "remote", "add", "origin", "../origin.git")
    dvc(project, "remote", "add", "--default", "storage", "../storage")
    dvc(project, "remote", "modify", "storage", "verify", "true")
    return project


def clone(project: Path, folder: Path) -> Path:
    """Another person's clone: no data, no records of Snakemake's, the shared environments."""
    git(folder.parent, "clone", "--quiet", str(project), str(folder))
    (folder / ".venv").symlink_to(checkout.BIN.parent)
    (folder / ".venvs").symlink_to(checkout.ROOT / ".venvs")
    identify(folder)
    return folder


def small(config: dict) -> None:
    """One dataset and one model of two quantizations, one of which ships."""
    config["datasets"] = {"english": config["datasets"]["english"] | {"num_examples": 50}}
    model = config["models"]["cypher"] | {"mix": {"english": 1.0}}
    model |= {"quantizations": ["f16", "q4_k_m"]}
    model["gate"] = {"quantizations": ["q4_k_m"], "minimum": {"all": {"execution": 0.7}}}
    config["models"] = {"cypher": model}


def measured(project: Path, rate: float) -> None:
    """Other weights that were measured so: models, metrics and the ledger's line."""
    figures = {"headline": "execution", "rows": 900, "bytes": 30, "all": {"execution": rate}}
    text = json.dumps({"f16": figures, "q4_k_m": figures}, indent=1)
    (project / METRICS).write_text(text)
    curve = f"step,loss,val_loss\n0,,3.5\n1,3.0,\n2,2.5,{3 - rate}\n"
    (project / "reports/cypher/training.csv").write_text(curve)
    for name in (MODEL, BUNDLED):
        (project / name).write_text(f"weights of rate {rate}\n")
    sums = f"{sha256(project / BUNDLED)}  {Path(BUNDLED).name}\n"
    (project / "release/cypher/SHA256SUMS").write_text(sums)
    wrong = [str(row) for row in range(round(900 * (1 - rate)))]
    entry = {"q4_k_m.gguf": {"headline": "execution", "overall": {"execution": {"rate": rate}}}}
    entry["q4_k_m.gguf"]["wrong"] = wrong
    with open(project / "releases.jsonl", "a") as ledger:
        ledger.write(json.dumps({"model": "cypher", "files": {}, "measured": entry}) + "\n")
    checkout.touch(project, *ALL)


def configure(project: Path, change) -> None:
    """Changes config.yaml as a value."""
    config = yaml.safe_load((project / "config.yaml").read_text())
    change(config)
    (project / "config.yaml").write_text(yaml.safe_dump(config))


def run(project: Path, *arguments: str, fails: bool = False) -> str:
    """Runs Python in the project; what it printed."""
    return _checked(checkout.run(project, ".venv/bin/python", *arguments), fails)


def dvc(project: Path, *arguments: str, fails: bool = False) -> str:
    return _checked(checkout.run(project, str(DVC), *arguments), fails)


def git(folder: Path, *arguments: str) -> str:
    return _checked(checkout.run(folder, "git", *arguments), False)


def commit(project: Path, message: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", message)


def identify(project: Path) -> None:
    git(project, "config", "user.email", "a@example.org")
    git(project, "config", "user.name", "A")


def _checked(done: subprocess.CompletedProcess, fails: bool) -> str:
    assert (done.returncode != 0) == fails, done.stdout
    assert "Traceback" not in done.stdout, done.stdout
    return done.stdout
