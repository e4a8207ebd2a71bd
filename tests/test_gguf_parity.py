import json
import shutil
import unicodedata

import pytest
import tiny_qwen2
from safetensors.numpy import load_file, save_file

from neural import prompt
from neural.errors import UserError
from neural.gguf import hostile, parity, quantize, writer
from neural.gguf.llama import open_model
from neural.release import stamp

ROWS = tiny_qwen2.rows(6, seed=7)


def failed(report):
    return {name for name, check in report["checks"].items() if not check["ok"]}


def test_strings_are_many_distinct_and_the_same_each_time():
    strings = hostile.strings(2000, seed=1)
    assert strings == hostile.strings(2000, seed=1) != hostile.strings(2000, seed=2)
    assert len(strings) == 2000 and len(set(strings)) > 1900
    assert all(unicodedata.is_normalized("NFC", text) for text in strings)
    for needed in (prompt.END, "\x00", "\u200b", "'LL", "  "):
        assert any(needed in text for text in strings), needed


@pytest.mark.slow
@pytest.mark.parametrize("arch", ["Qwen2", "Qwen3"])
@pytest.mark.parametrize("tied", [True, False])
def test_export_does_what_the_model_does(tmp_path, arch, tied):
    folder = tiny_qwen2.build(tmp_path / "model", arch=arch, tied=tied)
    report = parity.compare(folder, writer.write(folder, tmp_path / "x.gguf"), ROWS)
    assert report["ok"], report
    assert report["checks"]["token ids"]["compared"] == 2006
    assert report["checks"]["logits in F32"]["largest"] < 1e-4


@pytest.mark.slow
def test_trained_model_says_the_same(trained, trained_gguf):
    report = parity.compare(trained, trained_gguf, ROWS, strings=200)
    assert report["ok"], report


def test_changed_weight_is_named(tiny32, tmp_path):
    gguf = writer.write(tiny32, tmp_path / "x.gguf", "f32")
    other = shutil.copytree(tiny32, tmp_path / "other")
    weights = load_file(other / "model.safetensors")
    weights["model.layers.1.mlp.up_proj.weight"][7, 7] += 1e-3
    save_file(weights, other / "model.safetensors")
    assert [d["tensor"] for d in parity.weights(other, gguf)] == ["blk.1.ffn_up.weight"]
    assert parity.weights(tiny32, gguf) == []


def test_other_hyperparameter_shows_in_the_logits(tiny32, tmp_path):
    other = shutil.copytree(tiny32, tmp_path / "other")
    config = json.loads((other / "config.json").read_text())
    config["rope_parameters"]["rope_theta"] = 500.0
    (other / "config.json").write_text(json.dumps(config))
    gguf = writer.write(other, tmp_path / "x.gguf", "f32")
    prompts = [prompt.prompt_and_answer(row)[0] for row in ROWS]
    largest, different, _ = parity.logits(tiny32, gguf, prompts, [[5, 6]] * len(ROWS), 1)
    assert largest > parity.LOGIT_LIMIT
    assert {d["prompt"] for d in different if "logits" in d} == set(prompts)
    assert any("token" in d for d in different)  # 5 and 6 are not what the model would say


def test_other_merges_show_in_the_token_ids(tiny, tmp_path):
    other = shutil.copytree(tiny, tmp_path / "other")
    tokenizer = json.loads((other / "tokenizer.json").read_text())
    tokenizer["model"]["merges"] = tokenizer["model"]["merges"][:20]
    (other / "tokenizer.json").write_text(json.dumps(tokenizer))
    with open_model(writer.write(other, tmp_path / "x.gguf")) as model:
        texts = ["MATCH (p:Person) RETURN p", "x"]
        assert [d["text"] for d in parity.tokenization(tiny, model, texts)] == texts[:1]
        assert parity.tokenization(other, model, texts) == []


def test_foreign_template_and_stop_token_are_named(tiny_gguf):
    with open_model(tiny_gguf) as model:
        chats = [prompt.messages(row) for row in ROWS]
        assert parity.rendering(model, chats) == [] == parity.stopping(model)
        model.keys["tokenizer.chat_template"] = prompt.CHAT_TEMPLATE.replace("<|im_end|>", "</s>")
        model.keys["tokenizer.ggml.eos_token_id"] = 0
        model.keys["tokenizer.ggml.add_bos_token"] = True
        assert len(parity.rendering(model, chats)) == 2 * len(chats)
        expected = {"eos is <|im_end|>", "bos added: None"}
        assert {d["expected"] for d in parity.stopping(model)} == expected


def test_quantized_file_is_no_ground_for_parity(tiny, tiny_gguf, tmp_path):
    quantize.quantize(tiny_gguf, tmp_path / "x.gguf", "q4_k_m")
    with pytest.raises(UserError, match="Give the file that was quantized"):
        parity.compare(tiny, tmp_path / "x.gguf", ROWS, strings=10)


def test_no_rows_is_a_message(tiny, tiny_gguf):
    with pytest.raises(UserError, match="no rows"):
        parity.compare(tiny, tiny_gguf, [])


def test_stamping_changes_nothing_that_is_compared(tiny, tiny_gguf, tmp_path):
    stamp.stamp(tiny_gguf, tmp_path / "x.gguf", {"lineage": {"a": "ü"}})
    assert parity.weights(tiny, tmp_path / "x.gguf") == []


def test_ordinary_token_that_looks_like_control_is_named(tiny, tmp_path):
    folder = shutil.copytree(tiny, tmp_path / "model")
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    tokenizer["model"]["vocab"]["</s>"] = 400  # as in Qwen2.5's own vocabulary
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    with open_model(writer.write(folder, tmp_path / "x.gguf")) as model:
        assert model.overridden() == ["</s>"]
        assert parity.tokenization(folder, model, ["a</s>b"])
    report = parity.compare(folder, tmp_path / "x.gguf", ROWS[:1], strings=60)
    assert report["control_by_look"] == ["</s>"] and report["ok"]
