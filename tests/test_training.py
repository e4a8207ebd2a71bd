"""Fine-tuning on a tiny model: what is learned, what is refused, and the same bytes always."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import pairwise

import pytest
import tiny_qwen2
from hypothesis import given
from hypothesis import strategies as st

from neural import prompt
from neural.errors import UserError
from neural.records import jsonl
from neural.training import preflight, rows
from neural.training.rows import IGNORED

TRAIN = tiny_qwen2.rows(160, seed=1)
VAL = tiny_qwen2.rows(16, seed=2)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_qwen2.build(tmp_path_factory.mktemp("base"), dtype="float32")


@pytest.fixture(scope="module")
def tokenizer(base):
    return preflight.load_tokenizer(base)


@pytest.fixture(scope="module")
def folder(base, tmp_path_factory):
    """A working folder with the base and rows, where train.py can be asked."""
    made = tmp_path_factory.mktemp("work")
    shutil.copytree(base, made / "base")
    jsonl.write(made / "train.jsonl", TRAIN)
    jsonl.write(made / "val.jsonl", VAL)
    return made


def command(name, *more):
    return [
        sys.executable,
        os.path.abspath("scripts/train.py"),
        *("--preset", "nano", "--base", "base", "--dataset", "train.jsonl", "--val", "val.jsonl"),
        *("--output_dir", f"{name}/adapter", "--metrics", f"{name}/metrics.jsonl"),
        *("--state-dir", f"{name}/state", "--threads", "1", "--epochs", "3"),
        *("--batch_size", "8", "--gradient_accumulation", "1", *more),
    ]


def environment():
    return os.environ | {"PYTHONPATH": os.path.abspath("."), "OMP_WAIT_POLICY": "PASSIVE"}


def train(folder, name, *more):
    return subprocess.run(
        command(name, *more), cwd=folder, env=environment(), capture_output=True, text=True
    )


def digests(folder, name):
    paths = sorted(path for path in (folder / name).rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder / name)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.name != "lock"
    }


@pytest.fixture(scope="module")
def undisturbed(folder):
    done = train(folder, "one")
    assert done.returncode == 0, done.stderr
    return digests(folder, "one")


# Rows


def test_answer_and_stop_token_are_learned_and_nothing_else(tokenizer):
    encoded = rows.encode(TRAIN, tokenizer, 512, "train.jsonl")
    for row, example in zip(TRAIN, encoded.examples, strict=True):
        learned = [label for label in example["labels"] if label != IGNORED]
        assert tokenizer.decode(learned) == row["output"] + prompt.END
        asked = len(example["labels"]) - len(learned)
        expected = tokenizer.apply_chat_template(
            prompt.messages(row)[:-1], add_generation_prompt=True, tokenize=False
        )
        assert tokenizer.decode(example["input_ids"][:asked]) == expected


@given(answer=st.text(min_size=1, max_size=40))
def test_any_answer_continues_the_prompt_it_is_asked_with(tokenizer, answer):
    """Also one that begins with a newline, which the tokenizer would merge with the prompt's."""
    row = {"instruction": "Say it.", "output": answer}
    example = rows.encode([row], tokenizer, 512, "x").examples[0]
    asked = tokenizer(prompt.prompt_and_answer(row)[0])["input_ids"]
    assert example["input_ids"][: len(asked)] == asked
    assert example["labels"][: len(asked)] == [IGNORED] * len(asked)
    assert example["labels"][len(asked) :] == example["input_ids"][len(asked) :]
    assert example["labels"][-1] == tokenizer.convert_tokens_to_ids(prompt.END)


def test_too_long_rows_are_counted_and_named(tokenizer):
    long = {"id": "x7", "instruction": "Say apple.", "output": "apple " * 600}
    encoded = rows.encode([TRAIN[0], long, TRAIN[1]], tokenizer, 512, "t.jsonl")
    assert len(encoded.examples) == 2
    (named,) = encoded.too_long
    assert named.startswith("t.jsonl: row 2 (id x7): ")
    with pytest.raises(UserError, match="all 1 rows are longer"):
        rows.encode([long], tokenizer, 512, "t.jsonl")


@pytest.mark.parametrize("row", [{}, {"instruction": "x"}, {"messages": []}])
def test_rows_without_answer_are_named(tokenizer, row):
    with pytest.raises(UserError, match=r"t\.jsonl: row 2: no question with an answer"):
        rows.encode([TRAIN[0], row], tokenizer, 512, "t.jsonl")
    with pytest.raises(UserError, match="no rows"):
        rows.encode([], tokenizer, 512, "t.jsonl")


# Preflight


def spoil(base, tmp_path, **values):
    folder = shutil.copytree(base, tmp_path / "spoiled")
    path = folder / "tokenizer_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))
    return folder


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"pad_token": prompt.END}, "never learns to stop"),
        ({"eos_token": prompt.PAD}, "would not stop"),
        ({"chat_template": "{{ messages }}"}, "chat_template is not the project's"),
    ],
)
def test_preflight_refuses_a_base_that_would_fail_silently(base, tmp_path, values, says):
    with pytest.raises(UserError, match=says):
        preflight.load_tokenizer(spoil(base, tmp_path, **values))


def test_base_without_chatml(base, tmp_path):
    folder = spoil(base, tmp_path)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        text = (folder / name).read_text()
        (folder / name).write_text(text.replace("<|im_end|>", "<|other|>"))
    with pytest.raises(UserError, match="does not speak ChatML"):
        preflight.load_tokenizer(folder)


@pytest.mark.parametrize("name", ["tokenizer.json", "tokenizer_config.json", "config.json"])
def test_base_with_a_file_missing(base, tmp_path, name):
    folder = spoil(base, tmp_path)
    (folder / name).unlink()
    with pytest.raises(UserError, match=f"{name}.*fetch_base"):
        preflight.load_tokenizer(folder)


def test_tokenizer_that_differs_from_its_file(base, tokenizer, tmp_path):
    folder = spoil(base, tmp_path)
    path = folder / "tokenizer.json"
    raw = json.loads(path.read_text())
    raw["normalizer"] = {"type": "Lowercase"}
    path.write_text(json.dumps(raw))
    odd = [{"instruction": "SAY APPLE", "output": "APPLE"}]
    encoded = rows.encode(odd, tokenizer, 512, "t.jsonl")
    with pytest.raises(UserError, match="different ids"):
        preflight.check(tokenizer, folder, odd, encoded)


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        (lambda ids: [IGNORED] * len(ids), "nothing to learn"),
        (lambda ids: [*ids[:-1], IGNORED], "not the stop token"),
        (lambda ids: [IGNORED] * (len(ids) - 1) + ids[-1:], "answer is empty"),
    ],
)
def test_preflight_names_the_row_with_wrong_labels(base, tokenizer, labels, says):
    encoded = rows.encode(TRAIN[:3], tokenizer, 512, "t.jsonl")
    encoded.examples[1]["labels"] = labels(encoded.examples[1]["input_ids"])
    with pytest.raises(UserError, match=rf"t\.jsonl: row 2.*{says}"):
        preflight.check(tokenizer, base, TRAIN[:3], encoded)


# Batches


@pytest.fixture(scope="module")
def buckets():
    from neural.training.trainer import Buckets

    return Buckets


@given(
    lengths=st.lists(st.integers(1, 50), min_size=1, max_size=200),
    batch=st.integers(1, 20),
    epoch=st.integers(0, 3),
)
def test_buckets_hold_every_row_once_and_rows_of_one_length(buckets, lengths, batch, epoch):
    order = buckets({"input_ids": [[0] * n for n in lengths]}, batch, seed=3)
    order.set_epoch(epoch)
    found = list(order)
    assert found == list(order)  # the same wherever training resumes
    assert sorted(found) == list(range(len(lengths)))
    batches = [
        sorted(lengths[i] for i in found[k : k + batch]) for k in range(0, len(found), batch)
    ]
    batches.sort()
    assert all(a[-1] <= b[0] for a, b in pairwise(batches))


def test_padded_batch_learns_as_its_rows_alone(base, tokenizer, tmp_path):
    """The mask is left out; the sum over a padded batch must be the sum over its rows."""
    import torch
    from transformers import AutoModelForCausalLM

    from neural.training import sft
    from neural.training.recipe import Recipe

    encoded = rows.encode(TRAIN[:8], tokenizer, 512, "t.jsonl")
    trainer = sft.prepare(base, tokenizer, Recipe(batch_size=8), encoded, encoded, tmp_path, "cpu")
    total = 0.0
    plain = AutoModelForCausalLM.from_pretrained(base)
    with torch.no_grad():
        for example in encoded.examples:
            ids, labels = (torch.tensor([example[key]]) for key in ("input_ids", "labels"))
            learned = int((labels != IGNORED).sum())
            total += plain(input_ids=ids, labels=labels).loss.item() * learned
    assert len({len(one["labels"]) for one in encoded.examples}) > 1
    assert trainer.validation_loss() == pytest.approx(total / encoded.answer_tokens, rel=1e-5)


def test_gradients_are_those_of_the_plain_model(base, tokenizer, tmp_path):
    """LoRA is computed in another way here, and the last layer for the learned tokens only."""
    import torch
    from peft import get_peft_model
    from transformers import AutoModelForCausalLM

    from neural.training import sft
    from neural.training.lora import lora
    from neural.training.recipe import Recipe

    def drawn(model):
        """Weights as in the middle of a training: B begins as zeros."""
        draw = torch.Generator().manual_seed(1)
        trained = {name: p for name, p in model.named_parameters() if p.requires_grad}
        for parameter in trained.values():
            parameter.data = 0.1 * torch.randn(parameter.shape, generator=draw)
        return trained

    encoded = rows.encode(TRAIN[:6], tokenizer, 512, "t.jsonl")
    recipe = Recipe(batch_size=6)
    trainer = sft.prepare(base, tokenizer, recipe, encoded, None, tmp_path, "cpu")
    ours = drawn(trainer.model)
    batch = trainer.data_collator(encoded.examples)
    trainer.compute_loss(trainer.model.train(), dict(batch)).backward()
    plain = get_peft_model(AutoModelForCausalLM.from_pretrained(base), lora(recipe))
    theirs = drawn(plain)
    plain.train()(**batch).loss.backward()
    assert ours.keys() == theirs.keys() and len(ours) > 8
    for name, parameter in ours.items():
        torch.testing.assert_close(parameter.grad, theirs[name].grad, rtol=1e-3, atol=1e-6)


# Whole runs


@pytest.mark.slow
def test_training_learns_and_leaves_only_its_results(folder, undisturbed):
    assert sorted(undisturbed) == [
        "adapter/adapter_config.json",
        "adapter/adapter_model.safetensors",
        "metrics.jsonl",
    ]
    metrics = list(jsonl.read(folder / "one" / "metrics.jsonl"))
    assert metrics[-1]["val_loss"] < 0.8 * metrics[0]["val_loss"]
    allowed = {"step", "epoch", "loss", "learning_rate", "grad_norm", "val_loss"}
    assert all(set(row) <= allowed for row in metrics)  # nothing that depends on the clock
    assert [row["epoch"] for row in metrics if "val_loss" in row] == [0, 1, 2, 3]


@pytest.mark.slow
def test_same_bytes_twice(folder, undisturbed):
    assert train(folder, "two").returncode == 0
    assert digests(folder, "two") == undisturbed
    two_threads = ("--threads", "2", "--max_rows", "32", "--epochs", "1")
    for name in ("three", "four"):
        assert train(folder, name, *two_threads).returncode == 0
    assert digests(folder, "three") == digests(folder, "four")


@pytest.mark.slow
def test_killed_run_ends_with_the_same_bytes(folder, undisturbed):
    """Killed while a checkpoint is being written, then again some steps after one was."""
    state = folder / "killed" / "state"
    for awaited in ("*/checkpoint-*", "*/checkpoint-*/whole"):
        child = subprocess.Popen(
            command("killed", "--save_seconds", "0"),
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        before, deadline = set(state.glob(awaited)), time.monotonic() + 300
        while not set(state.glob(awaited)) - before:
            assert child.poll() is None and time.monotonic() < deadline
            time.sleep(0.001)
        child.send_signal(signal.SIGKILL)
        child.wait()
    done = train(folder, "killed", "--save_seconds", "0")
    assert done.returncode == 0, done.stderr
    assert "from step" in done.stdout
    assert digests(folder, "killed") == undisturbed


def test_checkpoint_that_was_cut_off_does_not_count(tmp_path):
    from neural.training import callbacks

    for step, whole in ((10, True), (100, True), (110, False)):
        path = tmp_path / f"checkpoint-{step}"
        path.mkdir()
        (path / "trainer_state.json").write_text("{")
        if whole:
            (path / callbacks.WHOLE).touch()
    assert callbacks.newest(tmp_path) == tmp_path / "checkpoint-100"
    assert not (tmp_path / "checkpoint-110").exists()
    assert callbacks.newest(tmp_path / "absent") is None


@pytest.mark.slow
def test_other_recipe_drops_the_old_state(folder):
    old = folder / "changed" / "state" / "0123456789abcdef" / "checkpoint-10"
    old.mkdir(parents=True)
    assert train(folder, "changed", "--max_rows", "32", "--epochs", "1").returncode == 0
    assert [path.name for path in (folder / "changed" / "state").iterdir()] == ["lock"]


def one_batch(base, tokenizer, tmp_path, monkeypatch, fits, batch=8):
    """Trains with a device on which no more than `fits` rows have room."""
    import torch

    from neural.training import sft
    from neural.training.recipe import Recipe

    compute = sft.AnswerTrainer.compute_loss

    def limited(self, model, inputs, **more):
        if len(inputs["labels"]) > fits:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")
        return compute(self, model, inputs, **more)

    monkeypatch.setattr(sft.AnswerTrainer, "compute_loss", limited)
    encoded = rows.encode(TRAIN[:32], tokenizer, 512, "t.jsonl")
    recipe = Recipe(batch_size=batch, gradient_accumulation=1, epochs=2)
    return sft.train(base, tokenizer, recipe, encoded, None, tmp_path / "state", "cpu")


def test_out_of_memory_halves_the_batch_and_keeps_the_step(
    base, tokenizer, tmp_path, monkeypatch, capsys
):
    trained = one_batch(base, tokenizer, tmp_path, monkeypatch, fits=2)
    assert trained.trainer.args.per_device_train_batch_size == 2
    assert trained.trainer.args.gradient_accumulation_steps == 4
    assert trained.trainer.state.global_step == 8  # as without: 32 rows, 8 a step, twice
    said = capsys.readouterr().out
    assert "going on with 4 rows at a time, 2 times" in said
    assert "going on with 2 rows at a time, 4 times" in said
    one_batch(base, tokenizer, tmp_path, monkeypatch, fits=2)  # asked again, it knows
    assert "out of memory" not in capsys.readouterr().out


@pytest.mark.parametrize(("fits", "batch"), [(1, 8), (0, 2)])
def test_out_of_memory_to_the_end_says_what_to_do(
    base, tokenizer, tmp_path, monkeypatch, fits, batch
):
    with pytest.raises(UserError, match=r"out of memory on cpu with [12] rows.*use_qlora"):
        one_batch(base, tokenizer, tmp_path, monkeypatch, fits, batch)


def test_other_errors_are_no_lack_of_memory(base, tokenizer, tmp_path, monkeypatch):
    from neural.training import sft

    def broken(self, model, inputs, **more):
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(sft.AnswerTrainer, "compute_loss", broken)
    with pytest.raises(RuntimeError, match="mat1"):
        one_batch(base, tokenizer, tmp_path, monkeypatch, fits=8)


@pytest.mark.slow
def test_all_weights_are_trained_into_a_model(folder, base):
    """The files of a merged model, which transformers reads, with other values than the base's."""
    from safetensors.torch import load_file

    done = train(folder, "full", *("--full", "--epochs", "1", "--learning_rate", "1e-3"))
    assert done.returncode == 0, done.stderr
    made, old = (load_file(f / "model.safetensors") for f in (folder / "full/adapter", base))
    assert made.keys() == old.keys()
    assert not any((made[name] == old[name]).all() for name in old if "proj.weight" in name)
    assert {path.name for path in (folder / "full/adapter").iterdir()} >= {"tokenizer.json"}
    losses = [row for row in jsonl.read(folder / "full/metrics.jsonl") if "val_loss" in row]
    assert losses[-1]["val_loss"] < 0.9 * losses[0]["val_loss"]


@pytest.mark.slow
def test_two_processes_learn_as_one(folder):
    """Each with half the rows of a step, over gloo, saving together."""
    one = ("--epochs", "1")
    assert train(folder, "alone", "--gradient_accumulation", "2", *one).returncode == 0
    launch = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone"),
        "--nproc_per_node=2",
    ]
    asked = [*launch, *command("both", "--save_seconds", "0", *one)[1:]]
    done = subprocess.run(asked, cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    alone, both = (list(jsonl.read(folder / name / "metrics.jsonl")) for name in ("alone", "both"))
    assert len(alone) == len(both) == 3
    for one, two in zip(alone, both, strict=True):
        assert one.keys() == two.keys()
        assert all(one[key] == pytest.approx(two[key], rel=1e-4) for key in one)
    assert sorted(digests(folder, "both")) == sorted(digests(folder, "alone"))
    assert done.stdout.count("a row as the model sees it") == 1


@pytest.mark.slow
def test_early_stopping_keeps_the_best(folder):
    done = train(folder, "early", *("--learning_rate", "0.05", "--epochs", "12", "--patience", "1"))
    assert done.returncode == 0, done.stderr
    losses = [
        row["val_loss"] for row in jsonl.read(folder / "early/metrics.jsonl") if "val_loss" in row
    ]
    assert len(losses) < 13  # the base's and less than 12 epochs'
    assert f"{min(losses):.4f} after" in done.stdout and losses[-1] > min(losses)


@pytest.mark.slow
def test_qlora_on_a_cpu_or_a_clear_message(folder):
    done = train(folder, "four_bits", "--use_qlora", "--max_rows", "32", "--epochs", "1")
    if done.returncode:
        assert "bitsandbytes" in done.stderr and "Traceback" not in done.stderr
    else:
        assert (folder / "four_bits/adapter/adapter_model.safetensors").exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--base", "nowhere"), "nowhere"),
        (("--dataset", "nowhere.jsonl"), "no such file"),
        (("--preset", "qwen"), "invalid choice"),
        (("--epochs", "-1"), "epochs: -1"),
        (("--settings", '{"epoch": 1}'), "Did you mean 'epochs'"),
        (("--max_length", "8"), "longer than max_length"),
        (("--track", "dvclive"), "pip install dvclive"),
    ],
)
@pytest.mark.slow
def test_mistakes_get_one_message(folder, more, says):
    done = train(folder, "wrong", *more)
    assert done.returncode != 0
    assert says in done.stderr and "Traceback" not in done.stderr
    assert not (folder / "wrong" / "adapter").exists()
