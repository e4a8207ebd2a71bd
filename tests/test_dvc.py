"""DVC and Snakemake as one: repeat, change, clone, and no old bytes under a new name."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests import checkout

DVC = checkout.ROOT / ".venvs/dvc/bin/dvc"
ROWS = "data/raw/english.jsonl"
STAGE = "dataset_english"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DVC.exists(), reason="no .venvs/dvc; `make repro` makes it"),
]


def repro(folder: Path) -> subprocess.CompletedProcess:
    return checkout.run(folder, str(DVC), "repro", STAGE)


def configure(folder: Path, **values) -> None:
    config = yaml.safe_load((folder / "config.yaml").read_text())
    config["datasets"]["english"] |= values
    (folder / "config.yaml").write_text(yaml.safe_dump(config))


def locked_seed(folder: Path) -> int:
    """The seed that DVC believes the rows are of."""
    lock = yaml.safe_load((folder / "dvc.lock").read_text())
    return lock["stages"][STAGE]["params"]["config.yaml"]["datasets.english"]["seed"]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = checkout.make(tmp_path_factory.mktemp("dvc") / "project")
    assert checkout.run(folder, "git", "init", "-q").returncode == 0
    configure(folder, num_examples=50, seed=1)
    build = repro(folder)
    assert build.returncode == 0, build.stdout
    return folder


@pytest.fixture
def project(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def test_a_repeat_skips_and_a_comment_in_a_helper_builds_nothing(project):
    assert f"Stage '{STAGE}' didn't change, skipping" in repro(project).stdout
    helper = project / "neural/files.py"
    helper.write_text(f"# why\n{helper.read_text()}")
    again = repro(project)
    assert again.returncode == 0 and "Nothing to be done" in again.stdout


def test_a_changed_key_builds_anew(project):
    before = (project / ROWS).read_bytes()
    configure(project, seed=2)
    assert repro(project).returncode == 0
    assert (project / ROWS).read_bytes() != before
    assert locked_seed(project) == 2


def test_a_clone_without_snakemakes_records_does_not_pass_off_old_rows_as_new(project):
    """With a bare snakemake in the stage, the old rows were recorded under the new seed."""
    before = (project / ROWS).read_bytes()
    shutil.rmtree(project / ".snakemake")
    configure(project, seed=2)
    build = repro(project)
    assert build.returncode == 0, build.stdout
    assert (project / ROWS).read_bytes() != before
    assert locked_seed(project) == 2


def test_rows_of_unknown_origin_are_refused_and_nothing_is_recorded(project):
    shutil.rmtree(project / ".snakemake")
    (project / "provenance.jsonl").unlink()
    configure(project, seed=2)
    refused = repro(project)
    assert refused.returncode != 0
    assert "nobody knows how these files were made" in refused.stdout and ROWS in refused.stdout
    assert locked_seed(project) == 1


def test_rows_back_from_the_cache_need_no_build(project):
    (project / ROWS).unlink()
    shutil.rmtree(project / ".snakemake")
    assert checkout.run(project, str(DVC), "checkout", STAGE).returncode == 0
    restored = checkout.run(project, ".venv/bin/python", "scripts/provenance.py", "restore")
    assert restored.returncode == 0, restored.stdout
    assert checkout.stale(project, ROWS) == set()


def test_provenance_names_each_artifact_and_holds_no_time(project):
    lines = [json.loads(line) for line in (project / "provenance.jsonl").read_text().splitlines()]
    endings = ("croissant.json", "html", "json", "md")
    reports = [f"reports/datasets/english.{ending}" for ending in endings]
    assert [line["path"] for line in lines] == [ROWS, *reports]
    assert all({"starttime", "endtime"}.isdisjoint(line["record"]) for line in lines)


def test_of_two_make_repros_at_once_the_second_waits_and_finds_the_work_done(project):
    """What `make repro` runs, for one stage only."""
    shutil.copy(checkout.ROOT / "Makefile", project)
    (project / ".venvs").symlink_to(checkout.ROOT / ".venvs")
    recipe = checkout.run(project, "make", "--dry-run", "repro", "SETUP=true").stdout
    command = [*recipe.splitlines()[-1].split(), STAGE]
    configure(project, seed=3)
    first, second = (
        subprocess.Popen(
            command,
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(project)},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for _ in range(2)
    )
    said = [process.communicate()[0] for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said
    waited, worked = sorted(said, key=lambda text: not text.startswith("Waiting for"))
    assert "dvc repro" in waited.splitlines()[0] and "build/dvc.lock" in waited.splitlines()[0]
    assert f"Stage '{STAGE}' didn't change, skipping" in waited
    assert f"Running stage '{STAGE}'" in worked and "Waiting" not in worked
    assert locked_seed(project) == 3
