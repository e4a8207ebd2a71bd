import json

import pytest
import yaml
from test_evaluation import made_report, run

from neural.errors import UserError
from neural.evaluation import report
from neural.evaluation.ask import ask
from neural.files import sha256
from neural.gguf import reader
from neural.records import jsonl
from neural.release import stamp
from neural.release.card import card, code, table

PASSED = {"ok": True, "checks": {"logits": {"ok": True}}}
LINEAGE = {"recipe": {"base": {"preset": "nano"}}, "digest": "12ab"}
SAID = {"lineage": LINEAGE, "license": {"license": "Apache-2.0", "problems": [], "notes": []}}


@pytest.fixture
def evaluation(tiny_gguf):
    made = made_report()
    made["file"]["sha256"] = sha256(tiny_gguf)
    return made


def test_release_carries_lineage_and_metrics(tiny_gguf, evaluation, tmp_path):
    stamp.release(tiny_gguf, evaluation, PASSED, LINEAGE, tmp_path / "x.gguf")
    found = stamp.stamped(tmp_path / "x.gguf")
    assert found["lineage"] == LINEAGE
    assert found["metrics"]["overall"] == evaluation["overall"]
    assert "speed" not in json.dumps(found)
    before, after = reader.read(tiny_gguf), reader.read(tmp_path / "x.gguf")
    assert {k: v for k, v in after.keys.items() if not k.startswith("neural.")} == before.keys
    assert after.keys["neural.file"] == "x.gguf"
    prompts = ["<|im_start|>user\nSay apple twice.<|im_end|>\n<|im_start|>assistant\n"]
    answers = [ask(p, prompts, max_tokens=9).answers for p in (tiny_gguf, tmp_path / "x.gguf")]
    assert answers[0] == answers[1]


def test_speed_does_not_change_the_bytes(tiny_gguf, evaluation, tmp_path):
    stamp.release(tiny_gguf, evaluation, PASSED, LINEAGE, tmp_path / "x.gguf")
    before = (tmp_path / "x.gguf").read_bytes()
    evaluation["speed"]["seconds"] = 99.0
    stamp.release(tiny_gguf, evaluation, PASSED, LINEAGE, tmp_path / "x.gguf")
    assert (tmp_path / "x.gguf").read_bytes() == before


def test_stamping_again_replaces(tiny_gguf, tmp_path):
    stamp.stamp(tiny_gguf, tmp_path / "x.gguf", {"lineage": {"a": 1}, "note": {"n": "é"}})
    stamp.stamp(tmp_path / "x.gguf", tmp_path / "y.gguf", {"lineage": {"a": 2}})
    assert stamp.stamped(tmp_path / "y.gguf") == {"lineage": {"a": 2}, "note": {"n": "é"}}


@pytest.mark.parametrize("parity", [{}, {"ok": False, "checks": {"logits": {"ok": False}}}])
def test_failed_parity_stops_the_release(tiny_gguf, evaluation, tmp_path, parity):
    with pytest.raises(UserError, match="not released: it differs"):
        stamp.release(tiny_gguf, evaluation, parity, LINEAGE, tmp_path / "x.gguf")
    assert not list(tmp_path.iterdir())


def test_measurement_of_another_file_stops_the_release(tiny_gguf, tmp_path):
    with pytest.raises(UserError, match="the evaluation is of"):
        stamp.release(tiny_gguf, made_report(), PASSED, LINEAGE, tmp_path / "x.gguf")
    assert not list(tmp_path.iterdir())


def test_script_prints_the_accuracy(tiny_gguf, evaluation, tmp_path):
    report.write(evaluation, tmp_path / "e.json")
    report.write(PASSED, tmp_path / "p.json")
    command = ["scripts/release_gguf.py", "--gguf", tiny_gguf]
    command += ["--evaluation", tmp_path / "e.json", "--parity", tmp_path / "p.json"]
    jsonl.write(tmp_path / "t.jsonl", [{"license": "MIT"}, {"license": "CC-BY-4.0"}])
    command += ["--train", tmp_path / "t.jsonl", "--made-from", tmp_path / "t.jsonl"]
    settings = {"lineage": LINEAGE, "base_license": "Apache-2.0", "hub": "a/b"}
    command += ["--settings", json.dumps(settings), "--output", tmp_path / "x.gguf"]
    done = run(*command)
    assert done.returncode == 0, done.stderr
    said = stamp.stamped(tmp_path / "x.gguf")
    assert "75.0%" in done.stdout and said["lineage"]["recipe"] == LINEAGE["recipe"]
    assert set(said["lineage"]["files"]) == {str(tmp_path / "t.jsonl"), str(tiny_gguf)}
    assert said["license"]["license"] == "Apache-2.0" and "CC-BY-4.0" in said["license"]["notes"][0]
    assert said["quantization"]["type"] == "f16"
    keys = reader.read(tmp_path / "x.gguf").keys
    assert keys["general.license"] == "Apache-2.0" and keys["general.name"] == "x"
    assert keys["general.base_model.0.organization"] == "a"
    (tmp_path / "e.json").write_text('{"rows": ')
    done = run(*command)
    assert done.returncode == 1 and "e.json: not JSON" in done.stderr


def test_card_has_a_head_that_parses_and_all_parts():
    mix = {"sources": {"cypher": {"train": 900}, "english": {"train": 100}}, "shares": {}}
    training = [{"step": i, "loss": 3 / (i + 1)} for i in range(200)]
    text = card("cypher", [made_report()], mix, training, SAID)
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["license"] == "Apache-2.0" and head["datasets"] == ["cypher", "english"]
    assert head["model-index"][0]["results"][0]["metrics"][0] == {
        "type": "exact",
        "value": round(made_report()["test_sets"]["seen"]["exact"]["rate"], 4),
        "name": "x.gguf",
    }
    for part in (
        "75.0%",
        "BATCH_SIZE=512",
        "CONTEXT_SIZE=512",
        "digest: 12ab",
        "| 199 |",
        "Wrong:",
    ):
        assert part in text
    assert "1 answers did not end" in text


def test_card_names_the_base_and_survives_empty_training():
    said = SAID | {"lineage": {"hub": "Qwen/Qwen2.5-0.5B"}}
    said |= {"license": {"license": None, "problems": ["nobody said"], "notes": []}}
    text = card("x", [made_report()], {}, [], said)
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["base_model"] == "Qwen/Qwen2.5-0.5B" and "license" not in head
    assert "Licence: none: nobody said" in text


def test_answers_cannot_break_the_markdown():
    assert code("a\n```\nb").startswith("````\n")
    assert table(["a"], [["x|y\nz"]]).splitlines()[-1] == "| x\\|y z |"
