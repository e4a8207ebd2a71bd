"""A base that speaks another chat format learns ChatML: tokens, rows, training, merge."""

import json

import pytest
import tiny_qwen2
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from neural import prompt
from neural.base import fetch
from neural.training import merge, preflight, rows, save, sft
from neural.training.recipe import Recipe

ARCHITECTURES = [("Llama", False), ("Llama", True), ("Phi3", False)]  # tinyllama, llama3, phi3


def foreign(folder, arch="Llama", tied=False, steps=0):
    """A base as the hub has it, and what fetch makes of it."""
    options = {"arch": arch, "tied": tied, "dtype": "float32", "chatml": False}
    source = tiny_qwen2.build(folder / "source", steps, **options)
    added = fetch.write(source, folder / "base")
    return source, folder / "base", added


@pytest.mark.parametrize(("arch", "tied"), ARCHITECTURES)
def test_tokens_begin_as_the_bases_own(tmp_path, arch, tied):
    source, base, added = foreign(tmp_path, arch, tied)
    assert set(added) == set(prompt.TOKENS)
    tokenizer = preflight.load_tokenizer(base)
    start, end, pad = (
        tokenizer.convert_tokens_to_ids(token) for token in (prompt.START, prompt.END, prompt.PAD)
    )
    config = json.loads((base / "config.json").read_text())
    assert config["new_tokens"] == [start, end]
    assert config["eos_token_id"] == end and config["pad_token_id"] == pad
    old = Tokenizer.from_file(str(source / "tokenizer.json"))
    before, after = (load_file(folder / "model.safetensors") for folder in (source, base))
    for name in ["model.embed_tokens.weight"] + ["lm_head.weight"] * (not tied):
        count = len(before[name])
        assert len(after[name]) == config["vocab_size"] >= max(start, end, pad) + 1
        kept = [i for i in range(count) if i not in (start, end, pad)]
        assert torch.equal(after[name][kept], before[name][kept])
        # the template has <turn>user after the answer's <eos>
        opening = old.encode("<turn>user ", add_special_tokens=False).ids
        assert torch.equal(after[name][end], before[name][old.token_to_id("<eos>")])
        assert torch.allclose(after[name][start], before[name][opening].mean(0), atol=1e-6)


def test_text_gets_the_ids_it_had(tmp_path):
    source, base, _ = foreign(tmp_path)
    text = "MATCH (p:Person {name: 'Ada'}) RETURN p.name, größer 東京"
    old, new = (Tokenizer.from_file(str(f / "tokenizer.json")) for f in (source, base))
    assert old.encode(text).ids == new.encode(text).ids
    asked = f"{prompt.START}user\n{text}{prompt.END}\n"
    assert preflight.load_tokenizer(base)(asked)["input_ids"] == new.encode(asked).ids


def test_a_chatml_base_stays_as_it_is(tmp_path):
    source = tiny_qwen2.build(tmp_path / "source")
    assert fetch.write(source, tmp_path / "base") == []
    assert "new_tokens" not in (tmp_path / "base/config.json").read_text()
    same = [(f / "tokenizer.json").read_bytes() for f in (source, tmp_path / "base")]
    assert same[0] == same[1]


@pytest.mark.slow
@pytest.mark.parametrize(("arch", "tied"), ARCHITECTURES[1:])
def test_trained_rows_end_in_the_merged_model(tmp_path, arch, tied):
    """It learns to stop with a token that it did not have, and stops still after the merge."""
    from transformers import AutoModelForCausalLM

    _, base, _ = foreign(tmp_path, arch, tied, steps=120)
    tokenizer = preflight.load_tokenizer(base)
    data = [tiny_qwen2.row(word) for word in tiny_qwen2.WORDS[:2]]
    encoded = rows.encode(data, tokenizer, 512, "t.jsonl")
    recipe = Recipe(batch_size=2, gradient_accumulation=1, epochs=200, learning_rate=3e-3)
    trained = sft.train(base, tokenizer, recipe, encoded, encoded, tmp_path / "state", "cpu")
    assert trained.after < 0.3 < trained.before
    (tmp_path / "state").mkdir(exist_ok=True)
    save.adapter(trained.trainer, tmp_path / "adapter", str(base))
    merge.merge(base, tmp_path / "adapter", tmp_path / "merged")
    ids = json.loads((base / "config.json").read_text())["new_tokens"]
    before, after = (
        load_file(folder / "model.safetensors") for folder in (base, tmp_path / "merged")
    )
    changed = (before["model.embed_tokens.weight"] != after["model.embed_tokens.weight"]).any(1)
    assert changed.nonzero().flatten().tolist() == ids
    model = AutoModelForCausalLM.from_pretrained(tmp_path / "merged")
    for row in data:
        asked, answer = prompt.prompt_and_answer(row)
        given = tokenizer(asked, return_tensors="pt")
        said = model.generate(**given, max_new_tokens=30, do_sample=False)[0]
        assert tokenizer.decode(said[given["input_ids"].shape[1] :]) == answer
