"""The faults that would let a training fail silently, each planted: preflight names it.

What the tokenizer's files get wrong (stop token, padding, template) is in test_training.py.
"""

import json
import math
import os
import shutil
import subprocess
import sys

import pytest
import tiny_qwen2
import torch
from safetensors.torch import load_file, save_file

from neural import prompt
from neural.errors import UserError
from neural.records import jsonl
from neural.training import exportable, page, preflight, rows, sft, trial
from neural.training.recipe import Recipe
from neural.training.rows import IGNORED

ROWS = tiny_qwen2.rows(24, seed=1)


@pytest.fixture
def base(tiny32):
    return tiny32


@pytest.fixture
def tokenizer(base):
    return preflight.load_tokenizer(base)


@pytest.fixture
def encoded(tokenizer):
    return rows.encode(ROWS, tokenizer, 512, "t.jsonl")


def spoiled(base, tmp_path, name, change):
    folder = shutil.copytree(base, tmp_path / "spoiled")
    value = json.loads((folder / name).read_text())
    change(value)
    (folder / name).write_text(json.dumps(value))
    return folder


def trainer(base, tokenizer, encoded, tmp_path, **recipe):
    return sft.prepare(base, tokenizer, Recipe(**recipe), encoded, None, tmp_path / "state", "cpu")


def test_nothing_is_found_in_a_good_base(base, tokenizer, encoded, tmp_path):
    """And nothing changes: the training after it gives the weights of one without it."""
    found = preflight.check(tokenizer, base, ROWS, encoded)
    asked = trainer(base, tokenizer, encoded, tmp_path, packing="on", max_length=256)
    before = {name: p.clone() for name, p in asked.model.named_parameters()}
    found |= trial.check(asked)
    assert exportable.check(base).endswith("qwen2")
    assert all(torch.equal(p, before[name]) for name, p in asked.model.named_parameters())
    assert all(p.grad is None for p in asked.model.parameters())
    assert asked.learned == asked.seen == 0
    learned = sum(len(tokenizer(row["output"])["input_ids"]) + 1 for row in ROWS)
    assert found["labels"].startswith(f"{learned} of ")
    assert "q_proj" in found["trained weights"]
    assert "rows alone" in found["packing"]


def test_page_shows_what_is_learned(tokenizer, encoded, tmp_path):
    for name in "ab":
        page.write(tmp_path / name, "Preflight", page.previews(tokenizer, encoded))
    text = (tmp_path / "a").read_text()
    assert text == (tmp_path / "b").read_text()
    answer = max(ROWS, key=lambda row: len(tokenizer(row["output"])["input_ids"]))["output"]
    green = [part.partition("</span>")[0] for part in text.split('<span style="color: #0')[1:]]
    shown = "".join(part.partition(">")[2] for part in green)
    assert answer.split()[0] in shown and "&lt;|im_end|&gt;" in shown
    assert "You repeat" in text and "You repeat" not in shown


# Tokens and rows


def test_id_beyond_the_embedding(base, tokenizer, encoded, tmp_path):
    folder = spoiled(base, tmp_path, "config.json", lambda config: config.update(vocab_size=50))
    with pytest.raises(UserError, match=r"t\.jsonl: row 1 .*id.*vocab_size 50|row 1: token id"):
        preflight.check(tokenizer, folder, ROWS, encoded)


def test_doubled_bos(base, encoded):
    tokenizer = preflight.load_tokenizer(base)
    tokenizer.bos_token = "<|endoftext|>"
    one = encoded.examples[2]
    for key in one:
        label = tokenizer.bos_token_id if key == "input_ids" else IGNORED
        one[key] = [label, label, *one[key]]
    with pytest.raises(UserError, match=r"row 3: begins with <\|endoftext\|> twice"):
        preflight.check(tokenizer, base, ROWS, encoded)


def test_many_rows_too_long(base, tokenizer):
    """A few are counted, many refused: silently training on the short half is no training."""
    data = [*ROWS, {"instruction": "Say apple.", "output": "apple " * 150}]
    few = rows.encode(data, tokenizer, 128, "t.jsonl")
    assert len(few.too_long) == 1
    assert "1 of 25 are left out" in preflight.check(tokenizer, base, data, few)["lengths"]
    lengths = sorted(len(one["input_ids"]) for one in few.examples)
    many = rows.encode(ROWS, tokenizer, lengths[12], "t.jsonl")
    with pytest.raises(UserError, match=r"of 24 rows are longer than max_length, first t\.jsonl"):
        preflight.check(tokenizer, base, ROWS, many)


def test_pre_tokenizer_that_the_exporter_does_not_know(base, tmp_path):
    def change(value):
        value["pre_tokenizer"]["pretokenizers"][0]["pattern"] = {"Regex": r"\s+|\S+"}

    folder = spoiled(base, tmp_path, "tokenizer.json", change)
    with pytest.raises(UserError, match="pre-tokenizer"):
        exportable.check(folder)


def test_architecture_that_the_exporter_does_not_know(base, tmp_path):
    def change(config):
        config["architectures"] = ["GPT2LMHeadModel"]

    folder = spoiled(base, tmp_path, "config.json", change)
    with pytest.raises(UserError, match="GPT2LMHeadModel"):
        exportable.check(folder)


# The model


def test_architecture_that_contaminates_packed_rows(base, tokenizer, encoded, tmp_path):
    """Attention over the whole pack, as of a model that takes no notice of positions."""
    asked = trainer(base, tokenizer, encoded, tmp_path, packing="on", max_length=256)
    inner = asked.model.get_base_model().model
    forward = inner.forward

    def blind(*args, position_ids=None, **kwargs):
        return forward(*args, **kwargs)

    inner.forward = blind
    with pytest.raises(UserError, match="rows of a pack see each other"):
        trial.check(asked)


def test_real_hybrid_architecture_packs_right_or_is_refused(tokenizer, encoded, tmp_path):
    """LFM2's convolutions run over a pack's seams unless they are told where these are."""
    from transformers import Lfm2Config, Lfm2ForCausalLM

    config = Lfm2Config(
        vocab_size=405,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        layer_types=["conv", "full_attention"],
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
    )
    torch.manual_seed(0)
    Lfm2ForCausalLM(config).save_pretrained(tmp_path / "lfm2")
    asked = trainer(tmp_path / "lfm2", tokenizer, encoded, tmp_path, packing="on", max_length=256)
    try:
        pack = asked._prepare_inputs(asked.data_collator([asked.train_dataset[0]]))
        first = asked.train_dataset[0]["seq_lengths"][0]
        pack.pop("labels")
        with torch.no_grad():
            kept = asked.model(**pack, use_cache=False).logits[0, first:]
            pack["input_ids"][0, :first] = 7  # another first row
            same = torch.allclose(kept, asked.model(**pack, use_cache=False).logits[0, first:])
    except ValueError:
        same = False  # transformers itself refuses
    if same:
        assert "rows alone" in trial.check(asked)["packing"]
    else:
        with pytest.raises(UserError, match="Set packing to off"):
            trial.check(asked)


def test_lora_on_a_tied_matrix(base, tokenizer, encoded, tmp_path, monkeypatch):
    from peft import LoraConfig

    target = LoraConfig(target_modules=["q_proj", "embed_tokens"], task_type="CAUSAL_LM")
    monkeypatch.setattr(sft, "lora", lambda recipe, config: target)
    with pytest.raises(UserError, match="LoRA on embed_tokens, which this base ties"):
        trial.check(trainer(base, tokenizer, encoded, tmp_path))


def test_weights_that_the_adapter_would_not_hold(base, tokenizer, encoded, tmp_path):
    asked = trainer(base, tokenizer, encoded, tmp_path)
    asked.model.get_input_embeddings().weight.requires_grad = True
    with pytest.raises(UserError, match=r"embed_tokens.weight is trained, but the adapter"):
        trial.check(asked)


def test_adapter_that_learns_nothing(base, tokenizer, encoded, tmp_path):
    asked = trainer(base, tokenizer, encoded, tmp_path)
    for parameter in asked.model.parameters():
        parameter.requires_grad = False
    with pytest.raises(UserError, match="no weight is trainable"):
        trial.check(asked)


def test_gradients_that_do_not_arrive(base, tokenizer, encoded, tmp_path):
    """LoRA's A and B both zero: the loss is right, and never moves."""
    asked = trainer(base, tokenizer, encoded, tmp_path)
    for name, parameter in asked.model.named_parameters():
        if "lora_" in name:
            parameter.data.zero_()
    with pytest.raises(UserError, match="no weight has a gradient"):
        trial.check(asked)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t * math.nan, "not finite"),
        (lambda t: t.flip(0) * 60, "weights and its tokenizer are not of one model"),
    ],
)
def test_weights_that_are_not_the_tokenizers(base, tokenizer, encoded, tmp_path, change, says):
    folder = shutil.copytree(base, tmp_path / "spoiled")
    path = folder / "model.safetensors"
    tensors = load_file(path)
    name = "model.embed_tokens.weight"
    tensors[name] = change(tensors[name]).contiguous()
    save_file(tensors, path, {"format": "pt"})
    with pytest.raises(UserError, match=says):
        trial.check(trainer(folder, tokenizer, encoded, tmp_path))


def test_loss_that_is_not_the_models_own(base, tokenizer, encoded, tmp_path):
    """Logits that are scaled after the output layer, where only the layer's product is trained."""
    asked = trainer(base, tokenizer, encoded, tmp_path)
    model = asked.model.get_base_model()
    forward = model.forward

    def scaled(*args, **kwargs):
        out = forward(*args, **kwargs)
        out.logits = out.logits * 3
        return out

    model.forward = scaled
    with pytest.raises(UserError, match="the model's own logits give"):
        trial.check(asked)


@pytest.mark.slow
def test_script_writes_the_page_or_says_what_is_wrong(base, tmp_path):
    jsonl.write(tmp_path / "rows.jsonl", ROWS)
    files = ["--base", base, "--dataset", "rows.jsonl", "--report", "page.html", "--threads", "1"]
    command = [sys.executable, os.path.abspath("scripts/preflight.py"), *map(str, files)]
    environment = os.environ | {"PYTHONPATH": os.path.abspath(".")}
    options = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True}
    assert subprocess.run(command, **options).returncode == 0
    assert "longest batch" in (tmp_path / "page.html").read_text()
    (tmp_path / "page.html").unlink()
    failed = subprocess.run([*command, "--max_length", "60"], **options)
    assert failed.returncode == 1 and "longer than max_length" in failed.stderr
    assert not (tmp_path / "page.html").exists() and "Traceback" not in failed.stderr


def test_message_shows_the_row(base, tokenizer, encoded):
    encoded.examples[4]["labels"] = [IGNORED] * len(encoded.examples[4]["labels"])
    with pytest.raises(UserError) as error:
        preflight.check(tokenizer, base, ROWS, encoded)
    assert "row 5" in str(error.value) and ROWS[4]["output"] + prompt.END in str(error.value)
