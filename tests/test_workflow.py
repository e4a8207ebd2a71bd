"""What is rebuilt after a change and what is not; what a mistake in a request says."""

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import yaml
from test_stages import GATED

from neural import lineage, provenance
from neural.errors import UserError
from tests import checkout

AFTER_TRAINING = {"merge", "export", "quantize", "parity", "evaluate", "loss", "release", "card"}
AFTER_TRAINING |= {"metrics"}
TRAINING = {"preflight", "train"} | AFTER_TRAINING
EVERYTHING = {"generate", "validate", "mix", "train_nano"} | TRAINING


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A checkout with a stand-in for every artifact, which Snakemake takes for its own work."""
    folder = checkout.make(tmp_path_factory.mktemp("built") / "project")
    checkout.stand_in(folder)
    return folder


@pytest.fixture
def project(built, tmp_path) -> Path:
    shutil.copytree(built, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def configure(project: Path, change) -> None:
    """Changes config.yaml as a value; its comments are lost, which must not matter."""
    config = yaml.safe_load((project / "config.yaml").read_text())
    change(config)
    (project / "config.yaml").write_text(yaml.safe_dump(config))


@pytest.mark.slow
def test_asking_again_or_touching_every_file_rebuilds_nothing(project):
    assert checkout.stale(project) == set()
    for path in project.rglob("*"):
        if path.is_file() and ".venv" not in path.parts and ".snakemake" not in path.parts:
            path.touch()
    assert checkout.stale(project) == set()


@pytest.mark.slow
def test_comments_and_docstrings_rebuild_nothing(project):
    for path in [*project.glob("neural/**/*.py"), *project.glob("scripts/*.py")]:
        if lineage.DATA & set(path.parts):
            continue
        text = path.read_text()
        path.write_text(f"# a new comment\n\n{text}\n\n# and one more\n")
    edit(project / "neural/files.py", '"""Hex digest of', '"""The hex digest of')
    edit(project / "config.yaml", "# What is built.", "# What will be built.")
    assert checkout.stale(project) == set()


@pytest.mark.slow
def test_a_changed_helper_rebuilds_exactly_the_rules_whose_script_imports_it(project):
    edit(
        project / "neural/records/split.py",
        "def split(",
        "def extra():\n    return 1\n\n\ndef split(",
    )
    assert checkout.stale(project) == EVERYTHING - {"generate", "validate"}


@pytest.mark.slow
def test_a_changed_helper_of_the_last_stage_rebuilds_only_the_last_stage(project):
    helper = project / "scripts/write_model_card.py"
    helper.write_text(helper.read_text() + "\n\ndef extra():\n    return 1\n")
    assert checkout.stale(project) == {"card"}


@pytest.mark.slow
def test_a_changed_file_of_a_domain_rebuilds_what_loads_that_domain(project):
    helper = project / "neural/domains/english/__init__.py"
    helper.write_text(helper.read_text() + "\n\ndef extra():\n    return 1\n")
    plan = checkout.snakemake(project, "-n", "data/raw/english.jsonl", "data/raw/cypher.jsonl")
    assert "wildcards: dataset=english" in plan.stdout
    assert "wildcards: dataset=cypher" not in plan.stdout


@pytest.mark.slow
def test_a_changed_learning_rate_rebuilds_from_training_on(project):
    configure(project, lambda c: c["models"]["cypher"]["train"].update(learning_rate=0.0123))
    assert checkout.stale(project) == TRAINING


@pytest.mark.slow
def test_a_full_training_writes_the_model_that_is_exported(project):
    configure(project, lambda c: c["models"]["cypher"]["train"].update(full=True))
    shutil.rmtree(project / "models/cypher/adapter")  # as in a new checkout: none is wanted
    full = TRAINING - {"train", "merge"} | {"train_full"}
    assert checkout.stale(project) == full


@pytest.mark.slow
def test_another_number_of_questions_only_measures_again(project):
    configure(project, lambda c: c["models"]["cypher"]["evaluation"].update(rows=77))
    assert checkout.stale(project) == {"evaluate", "release", "card", "metrics"}


@pytest.mark.slow
def test_another_preset_fetches_another_base(project):
    stale = checkout.stale(project, "--config", "preset=qwen_0_5b")
    assert stale == {"fetch_base"} | TRAINING


@pytest.mark.slow
def test_changed_bytes_of_a_dataset_are_seen_whatever_their_time(project):
    raw = project / "data/raw/english.jsonl"
    raw.write_text("other bytes\n")
    assert "validate" in checkout.stale(project)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["models/cypher-q4_k_n.gguf"],
            "q4_k_m, q4_k_s, iq4_xs, q3_k_m, q2_k. Did you mean 'q4_k",
        ),
        (["models/cyper-q4_k_m.gguf"], "unknown model 'cyper'; known: cypher"),
        (["all", "--config", "preset=nanno"], "preset: 'nanno' is none of nano"),
    ],
)
def test_a_wrong_request_gets_one_message_before_any_work(project, arguments, said):
    answer = checkout.snakemake(project, "--cores", "1", *arguments)
    assert answer.returncode != 0
    assert said in answer.stdout
    assert "Traceback" not in answer.stdout and "Building DAG" not in answer.stdout


@pytest.mark.slow
def test_corrupt_yaml_is_named_with_its_line(project):
    edit(project / "config.yaml", "datasets:", "datasets: [")
    answer = checkout.snakemake(project, "--cores", "1")
    assert answer.returncode != 0
    assert re.search(r"error: config.yaml:\d+: not YAML", answer.stdout)
    assert "Traceback" not in answer.stdout


@pytest.mark.slow
def test_the_picture_in_the_docs_shows_the_rules_and_their_order(project):
    def edges(text: str) -> set[tuple[str, str]]:
        names = dict(re.findall(r"(id\d+)\[(\w+)\]", text))
        return {(names[a], names[b]) for a, b in re.findall(r"(id\d+) --> (id\d+)", text)}

    drawn = edges((project / "docs/workflow.md").read_text())
    assert drawn == edges(checkout.snakemake(project, "--rulegraph", "mermaid-js").stdout)
    assert ("evaluate", "release") in drawn


@pytest.mark.slow
def test_dvc_yaml_says_what_the_workflow_makes(project):
    write = [str(checkout.BIN / "python"), "scripts/write_dvc_yaml.py"]
    assert checkout.run(project, *write).returncode == 0
    assert checkout.run(project, *write, "--check").returncode == 0
    stages = yaml.safe_load((project / "dvc.yaml").read_text())["stages"]
    held = [
        o
        for s in stages.values()
        for kind in ("outs", "metrics", "plots")
        for e in s.get(kind, [])
        for o in e
    ]
    bundles = [f"release/{model}/SHA256SUMS" for model in GATED]
    assert sorted(held) == checkout.outputs(project, "all", *bundles)
    assert set(bundles) <= set(held)
    configure(project, lambda c: c["models"]["cypher"].update(quantizations=["q4_k_m"]))
    old = checkout.run(project, *write, "--check")
    assert old.returncode == 1 and "dvc.yaml: old" in old.stdout


def restore(folder: Path, monkeypatch, artifacts: list[str]) -> int:
    monkeypatch.chdir(folder)
    return provenance.restore("provenance.jsonl", artifacts)


@pytest.mark.slow
def test_a_clone_with_pulled_artifacts_has_nothing_to_do_and_sees_a_changed_key(
    project, monkeypatch
):
    artifacts = checkout.outputs(project)
    monkeypatch.chdir(project)
    assert provenance.save("provenance.jsonl", artifacts) == len(artifacts)
    shutil.rmtree(project / ".snakemake")
    for number, name in enumerate(reversed(artifacts)):  # a pull writes them in any order
        (project / name).touch()
        time.sleep(0.002 * (number % 2))
    assert restore(project, monkeypatch, artifacts) == len(artifacts)
    assert checkout.stale(project) == set()
    configure(project, lambda c: c["models"]["cypher"]["train"].update(learning_rate=0.0123))
    assert checkout.stale(project) == TRAINING


@pytest.mark.slow
def test_artifacts_without_a_record_are_refused_not_passed_off_as_up_to_date(project, monkeypatch):
    artifacts = checkout.outputs(project)
    shutil.rmtree(project / ".snakemake")
    configure(project, lambda c: c["models"]["cypher"]["train"].update(learning_rate=0.0123))
    with pytest.raises(UserError, match=r"models/cypher/adapter/adapter_model\.safetensors"):
        restore(project, monkeypatch, artifacts)


@pytest.mark.slow
def test_foreign_bytes_are_refused_by_name(project, monkeypatch):
    artifacts = checkout.outputs(project)
    monkeypatch.chdir(project)
    provenance.save("provenance.jsonl", artifacts)
    with open(project / "models/cypher-q4_k_m.gguf", "a") as file:
        file.write("junk")
    with pytest.raises(UserError) as caught:
        restore(project, monkeypatch, artifacts)
    assert "models/cypher-q4_k_m.gguf" in str(caught.value)
    assert "models/cypher-q8_0.gguf" not in str(caught.value)
    saved = [json.loads(line) for line in Path("provenance.jsonl").read_text().splitlines()]
    provenance.save("provenance.jsonl", artifacts)
    again = [json.loads(line) for line in Path("provenance.jsonl").read_text().splitlines()]
    assert [line for line in saved if line["path"] != "models/cypher-q4_k_m.gguf"] == again


@pytest.mark.slow
def test_an_artifact_of_other_inputs_is_made_again_after_restore(project, monkeypatch):
    artifacts = checkout.outputs(project)
    monkeypatch.chdir(project)
    provenance.save("provenance.jsonl", artifacts)
    lines = [json.loads(line) for line in Path("provenance.jsonl").read_text().splitlines()]
    (project / "data/raw/english.jsonl").write_text("rows of another branch\n")
    for line in lines:
        if line["path"] == "data/raw/english.jsonl":
            line["sha256"] = provenance.sha256("data/raw/english.jsonl")
    Path("provenance.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    shutil.rmtree(project / ".snakemake")
    for name in artifacts:
        if name != "data/raw/english.jsonl":
            (project / name).touch()  # newer than their changed input
    restore(project, monkeypatch, artifacts)
    assert (project / "reports/datasets/english.json").stat().st_mtime == 1  # 1970
    assert {"validate", "mix"} <= checkout.stale(project)


@pytest.mark.slow
def test_a_second_build_in_the_same_folder_is_refused_and_a_dead_one_leaves_no_lock(project):
    (project / "data/raw/english.jsonl").unlink()
    holder = (
        "import fcntl, time; f = open('.snakemake/build.lock', 'w'); f.write('4711'); f.flush();"
    )
    holder += "fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(600)"
    other = subprocess.Popen(
        [str(checkout.BIN / "python"), "-c", holder], cwd=project, stdout=subprocess.PIPE
    )
    try:
        assert other.stdout.readline() == b"held\n"
        refused = checkout.snakemake(project, "data/raw/english.jsonl", "--cores", "1")
        assert refused.returncode != 0
        assert "another build (process 4711) works in this folder" in refused.stdout
        assert not (project / "data/raw/english.jsonl").exists()
    finally:
        other.kill()
        other.wait()
    answer = checkout.snakemake(project, "data/raw/english.jsonl", "--cores", "1")
    assert answer.returncode == 0, answer.stdout
