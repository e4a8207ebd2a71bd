"""dvc.yaml of more stages than one file bears; what a stage depends on."""

import pytest
import yaml

from neural import config, stages
from neural.errors import UserError
from neural.release import bundle
from tests import registry

GOOD = config.read("config.yaml")
GATED = [name for name in GOOD["models"] if config.has_gate(GOOD, name)]


def large(datasets: int) -> tuple[dict, list[str]]:
    """A config of so many datasets and the files that the workflow would make."""
    experiments = yaml.safe_load(yaml.safe_dump(GOOD))
    entry = experiments["datasets"]["english"]
    more = datasets - len(GOOD["datasets"])
    experiments["datasets"] |= {f"more{number}": entry for number in range(more)}
    files = [f"data/raw/{name}.jsonl" for name in experiments["datasets"]]
    files += [f"models/{name}-q4_k_m.gguf" for name in experiments["models"]]
    for name in GATED:
        files += bundle.files(name, GOOD["models"][name]["gate"]["quantizations"])
    return experiments, files


def test_more_than_a_hundred_stages_go_on_in_another_file():
    experiments, files = large(150)
    found = {
        name: yaml.safe_load(text) for name, text in stages.documents(experiments, files).items()
    }
    assert list(found) == ["dvc.yaml", "stages/1/dvc.yaml"]
    first, second = (value["stages"] for value in found.values())
    assert (len(first), len(second)) == (100, 50 + len(GOOD["models"]) + len(GATED))
    assert "release_cypher" in first and found["dvc.yaml"]["artifacts"]["cypher"]
    assert all(stage["wdir"] == "../.." for stage in second.values())
    assert not set(first) & set(second)


@pytest.mark.slow
@pytest.mark.skipif(not registry.DVC.exists(), reason="no .venvs/dvc; `make pull` makes it")
def test_dvc_follows_the_graph_across_files(tmp_path, monkeypatch):
    experiments, files = large(101)
    for name, text in stages.documents(experiments, files).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    registry.git(tmp_path, "init", "--quiet")
    registry.dvc(tmp_path, "init", "--quiet")
    drawn = registry.dvc(tmp_path, "dag", "--dot", "stages/1/dvc.yaml:model_cypher")
    assert '"dataset_cypher" -> "stages/1/dvc.yaml:model_cypher"' in drawn
    monkeypatch.chdir(tmp_path)
    needed = {"release_cypher", "model_cypher", "dataset_cypher", "dataset_english"}
    assert set(stages.needed(["release_cypher"])) == needed
    last = list(experiments["datasets"])[-1]
    assert f"data/raw/{last}.jsonl" in stages.artifacts()


def test_a_file_that_no_stage_holds_is_named():
    experiments, files = large(3)
    with pytest.raises(UserError, match=r"no stage .* odd/file"):
        stages.documents(experiments, [*files, "odd/file"])


@pytest.mark.parametrize("name", GATED)
def test_a_gate_changes_the_release_and_not_the_model(name):
    stage = yaml.safe_load(stages.documents(*large(3))["dvc.yaml"])["stages"]
    model, release = (
        stage[f"{kind}_{name}"]["params"][0]["config.yaml"] for kind in ("model", "release")
    )
    assert f"models.{name}.gate" in release and f"models.{name}.gate" not in model
    assert {f"models.{name}.train", f"datasets.{name}", "preset"} <= set(model)


def test_a_local_base_is_a_dependency():
    experiments, files = large(3)
    experiments["models"]["mtg"]["base"] = "own/base"
    stage = yaml.safe_load(stages.documents(experiments, files)["dvc.yaml"])["stages"]
    assert "own/base" in stage["model_mtg"]["deps"]
    assert "own/base" not in stage["model_cypher"]["deps"]
