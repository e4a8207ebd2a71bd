"""Nothing ships that its limits forbid, and what ships can be taken by a host as it is."""

import json
import subprocess
import sys

import pytest
import tiny_qwen2
from test_evaluation import REPEAT, ROWS
from test_stages import GATED, GOOD

from neural import domains, prompt
from neural.errors import UserError
from neural.evaluation import measure, report
from neural.evaluation.ask import ask
from neural.gguf import loss, quantize
from neural.records import jsonl
from neural.release import choice, gate, hosts, ledger, smoke, stamp

HELD_OUT = tiny_qwen2.rows(24, seed=99)


@pytest.fixture(scope="module")
def shelf(trained_gguf, tmp_path_factory):
    """Measured files of one model: F16 and two quantizations, with reports. What F16 says counts
    as right, so that each row that a quantization changes is a loss."""
    folder = tmp_path_factory.mktemp("shelf")
    said = ask(trained_gguf, [prompt.prompt_and_answer(row)[0] for row in ROWS], 24).answers
    rows = [r | {"output": a.text} for r, a in zip(ROWS, said, strict=True) if a.stopped]
    jsonl.write(folder / "test.jsonl", rows)
    for quant in ("f16", "q8_0", "q2_k"):
        gguf = folder / f"{quant}.gguf"
        quantize.quantize(trained_gguf, gguf, quant)
        found = measure.measure(gguf, rows, REPEAT, max_tokens=24)
        report.write(found, folder / f"{quant}.json")
        report.write(loss.loss(gguf, trained_gguf, HELD_OUT), folder / f"{quant}-loss.json")
        terms = {"license": "MIT", "problems": [], "notes": []}
        values = {"lineage": {"recipe": {"base": {}}, "files": {}}, "license": terms}
        stamp.stamp(gguf, folder / f"say-{quant}.gguf", values)
    (folder / "card.md").write_text("# say\n")
    return folder


def reports(shelf, *names):
    return [report.read(shelf / f"{name}.json") for name in names]


def test_each_limit_is_a_check_and_names_the_rows(shelf):
    q8, q2, full = reports(shelf, "q8_0", "q2_k", "f16")
    limits = {"minimum": {"all": {"exact": 0.5}, "unseen_schema": {"stopped": 0.9}}, "drop": 0.2}
    good = gate.checks([q8], full, limits)
    assert len(good) == 3 and all(check.ok for check in good)
    strict = {"minimum": {"all": {"exact": 1.0}}, "drop": 0.0}
    found = {check.what.split(",")[0]: check for check in gate.checks([q2], full, strict)}
    lost = found["exact lost against f16"]
    assert full["wrong"] == [] and not lost.ok and lost.rows == q2["wrong"]
    assert not found["exact"].ok and found["exact"].rows == q2["wrong"]
    text = "\n".join(gate.failures(list(found.values())))
    assert q2["wrong"][0]["id"] in text and "expected" in text


def test_regression_is_against_the_last_release(shelf, tmp_path):
    q8, q2 = reports(shelf, "q8_0", "q2_k")
    book = tmp_path / "releases.jsonl"
    assert ledger.last(book, "say") is None
    assert ledger.append(book, ledger.entry("say", [q8], {"say-q8_0.gguf": "1"}))
    assert not ledger.append(book, ledger.entry("say", [q8], {"say-q8_0.gguf": "1"}))
    last = ledger.last(book, "say")
    q2["file"]["name"] = "q8_0.gguf"  # the same file, made worse
    (same,) = gate.checks([q8], q8, {"regression": 0.0}, last=last)
    (worse,) = gate.checks([q2], q8, {"regression": 0.05}, last=last)
    assert same.ok and not worse.ok
    known = set(last["measured"]["q8_0.gguf"]["wrong"])
    assert worse.rows and not known & {row["id"] for row in worse.rows}
    assert gate.checks([q8], q8, {"regression": 0.0}, last=ledger.last(book, "other")) == []


@pytest.mark.parametrize(
    ("minimum", "said"),
    [({"unsen_schema": {}}, "Did you mean 'unseen_schema'"), ({"all": {"exat": 1}}, "'exact'")],
)
def test_a_limit_on_nothing_is_a_message(shelf, minimum, said):
    (q8,) = reports(shelf, "q8_0")
    with pytest.raises(UserError, match=said):
        gate.checks([q8], q8, {"minimum": minimum})


def test_loss_grows_as_bits_go(shelf):
    f16, q8, q2 = reports(shelf, "f16-loss", "q8_0-loss", "q2_k-loss")
    assert f16["mean_kl"] == 0 and f16["top1"] == 1
    assert 0 < q8["mean_kl"] < q2["mean_kl"] <= q2["tail_kl"] and q2["top1"] < q8["top1"]
    answers = sum(len(row["output"]) > 0 for row in HELD_OUT)
    assert q8["rows"] == answers and q8["tokens"] > 2 * answers
    limits = {"loss": {"mean_kl": q8["mean_kl"], "top1": q8["top1"]}}
    assert [c.ok for c in gate.checks([], {}, limits, [q8, q2])] == [True, True, False, False]


def test_choice_is_the_smallest_as_good_as_the_largest(shelf, tmp_path):
    found, losses = (
        reports(shelf, *(q + end for q in ("q2_k", "f16", "q8_0"))) for end in ("", "-loss")
    )
    assert choice.best(found)["file"]["name"] == "q8_0.gguf"
    assert choice.worse(found[0], found[1]) and not choice.worse(found[2], found[1])
    lines = choice.lines(found, losses)
    assert [line[0] for line in lines] == ["f16", "q8_0", "q2_k"]
    assert {len(line) for line in lines} == {len(choice.HEAD) + 1}
    for name in ("a.svg", "b.svg"):
        choice.plot(found, losses, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_a_loss_counts_when_chance_does_not_explain_it():
    def wrong(*ids):
        return {"wrong": [{"id": id} for id in ids]}

    full = wrong(*range(100))
    assert not choice.worse(wrong(*range(104)), full)  # 4 lost of 4: 1 in 16
    assert choice.worse(wrong(*range(105)), full)  # 5 of 5: 1 in 32
    assert not choice.worse(wrong(*range(8, 112)), full)  # 12 lost, 8 gained
    assert not choice.worse(wrong(*range(90)), full)


def release(shelf, folder, quant, limits, book, measured=None):
    """`measured`: a folder with other reports than the shelf's."""
    measured = measured or shelf
    command = [sys.executable, "scripts/release_model.py", "--model", "say"]
    command += ["--gguf", shelf / f"say-{quant}.gguf", "--evaluation", measured / f"{quant}.json"]
    command += ["--full", measured / "f16.json", "--loss", shelf / f"{quant}-loss.json"]
    command += ["--gate", json.dumps(limits), "--dataset", shelf / "test.jsonl"]
    command += ["--card", shelf / "card.md", "--ledger", book, "--output", folder]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.slow
def test_a_model_that_passes_becomes_a_folder_for_hosts(shelf, tmp_path):
    done = release(shelf, tmp_path / "say", "q8_0", {"drop": 0.2}, tmp_path / "book.jsonl")
    assert done.returncode == 0, done.stderr
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / "say", capture_output=True).returncode == 0
    names = {path.name for path in (tmp_path / "say").iterdir()}
    assert {"say-q8_0.gguf", "README.md", "nornicdb.yaml", "Modelfile", "gate.json"} <= names
    assert {"ask-nornicdb.json", "ask-openai.json", "ask-say-q8_0.txt"} <= names
    assert "CONTEXT_SIZE=512\n" in (tmp_path / "say/nornicdb.env").read_text()
    assert ledger.last(tmp_path / "book.jsonl", "say")["files"].keys() == {"say-q8_0.gguf"}


@pytest.mark.slow
def test_a_model_that_fails_leaves_nothing_and_shows_the_rows(shelf, tmp_path):
    limits = {"minimum": {"all": {"exact": 1.0}}}
    done = release(shelf, tmp_path / "say", "q2_k", limits, tmp_path / "book.jsonl")
    assert done.returncode == 1 and "FAILS" in done.stdout
    (q2,) = reports(shelf, "q2_k")
    assert str(q2["wrong"][0]["id"]) in done.stdout and "not released" in done.stderr
    assert not list(tmp_path.iterdir())


def limits_of(model):
    return {k: v for k, v in GOOD["models"][model]["gate"].items() if k != "quantizations"}


def as_measured(report, model, less=0.0):
    """The report with the domain's metrics, each as low as the model's gate allows, or `less`."""
    metrics = domains.load(GOOD["models"][model]["domain"]).METRICS | measure.STOPPED
    floors = limits_of(model)["minimum"]
    sets = {
        name: {
            metric: {"rate": floors.get(name, {}).get(metric, 1.0) - less, "of": 900}
            for metric in metrics
        }
        for name in ("seen", "unseen_schema")
    }
    overall = sets["unseen_schema"]
    return report | {"headline": next(iter(metrics)), "overall": overall, "test_sets": sets}


@pytest.mark.parametrize("model", GATED)
def test_each_model_s_gate_names_what_its_domain_measures(shelf, model):
    limits, full = limits_of(model), as_measured(report.read(shelf / "f16.json"), model)
    floors = [limit for named in limits["minimum"].values() for limit in named.values()]
    good = gate.checks([full], full, limits)
    assert len(good) == len(floors) + 1 and all(check.ok for check in good)
    low = as_measured(full, model, less=0.001)
    missed = [check for check in gate.checks([low], low, limits) if not check.ok]
    assert len(missed) == len(floors) and all(check.limit < 1 for check in missed)
    lost = gate.checks([as_measured(full, model, less=limits["drop"] + 0.001)], full, limits)
    assert [check.ok for check in lost if "lost against f16" in check.what] == [False]


@pytest.mark.slow
@pytest.mark.parametrize("model", GATED)
def test_no_model_is_released_below_its_own_gate(shelf, tmp_path, model):
    low = as_measured(report.read(shelf / "q8_0.json"), model, less=0.001)
    report.write(low, tmp_path / "q8_0.json")
    report.write(as_measured(report.read(shelf / "f16.json"), model), tmp_path / "f16.json")
    made = [tmp_path / name for name in ("q8_0.json", "f16.json")]
    limits = limits_of(model)
    del limits["loss"]  # of the model on the shelf, which is none of these
    done = release(shelf, tmp_path / model, "q8_0", limits, tmp_path / "book.jsonl", tmp_path)
    assert done.returncode == 1 and "FAILS" in done.stdout and "not released" in done.stderr
    assert sorted(tmp_path.iterdir()) == sorted(made)


def test_hosts_own_shapes_reach_the_model_as_it_was_trained(trained_gguf):
    found = smoke.smoke(trained_gguf, HELD_OUT[:2], max_tokens=24)
    by_shape = {one["shape"]: one for one in found}
    assert len(found) == 8 and not any(one["problem"] for one in found)
    assert by_shape["db.infer"]["stopped"] and by_shape["db.infer"]["fits"]
    assert not by_shape["chat, streaming"]["fits"]  # 8,500 characters in a context of 512
    chat = prompt.messages(HELD_OUT[0])[:-1]
    assert smoke.chatml(chat) == prompt.render(chat, add_generation_prompt=True)
    assert 8000 < len(smoke.own_system_prompt()) <= smoke.SYSTEM_CHARACTERS


def test_hosts_get_a_question_that_every_file_answers():
    rows = [{"instruction": str(n), "output": f"({n})->()"} for n in range(3)]

    def spoken(*answers):
        return [
            {"shape": shape, "answer": answer, "stopped": answer != "endless"}
            for answer in answers
            for shape in ("db.infer", "autocomplete")
        ]

    files = {"models/a-q8_0.gguf": spoken("endless", "(1)->()", "(2)->()")}
    files["models/a-q2_k.gguf"] = spoken("(0)->()", "wrong", "(2)->()")
    texts = hosts.question(rows, files)
    request = json.loads(texts["ask-openai.json"])
    assert request["messages"] == [{"role": "user", "content": "2"}]
    (statement,) = json.loads(texts["ask-nornicdb.json"])["statements"]
    assert statement["parameters"] == {"request": request}
    assert texts["ask-a-q8_0.txt"] == texts["ask-a-q2_k.txt"] == "(2)->()"
    files["models/a-q2_k.gguf"] = spoken(
        "(0)->()", "wrong", "\\d"
    )  # JSON could write it as it likes
    texts = hosts.question(rows, files)
    assert (texts["ask-a-q8_0.txt"], texts["ask-a-q2_k.txt"]) == ("(1)->()", "wrong")
    files["models/a-q2_k.gguf"] = spoken("(0)->()", " ", "endless")
    assert hosts.question(rows, files).keys() == texts.keys()
    assert not any(hosts.question(rows, files).values())


def test_settings_for_hosts_hold_one_batch_as_large_as_the_context():
    texts = hosts.files("m-q8_0", 131072, 'Say """no""".')
    assert "batch_size: 8192" in texts["nornicdb.yaml"]
    assert texts["nornicdb.env"].count("=8192") == 2
    assert texts["Modelfile"].count('"""') == 4  # a system message cannot end its own quotes
    assert "--ctx-size 2048" in hosts.files("m", 2048)["llama-server.sh"]
