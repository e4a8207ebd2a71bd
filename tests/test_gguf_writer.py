import json
import shutil
import tracemalloc

import gguf
import numpy as np
import pytest
import tiny_qwen2
from safetensors.numpy import load_file, save_file

from neural import prompt
from neural.errors import UserError
from neural.gguf import reader, writer
from neural.gguf.llama import open_model


@pytest.fixture
def folder(tiny, tmp_path):
    """A copy of the tiny model that a test may damage."""
    return shutil.copytree(tiny, tmp_path / "model")


def edit(folder, name, change):
    path = folder / name
    value = json.loads(path.read_text())
    change(value)
    path.write_text(json.dumps(value))


def refusal(folder, tmp_path, type="f16"):
    """The message that writing ends with; nothing may be left behind."""
    output = tmp_path / "out" / "x.gguf"
    with pytest.raises(UserError) as error:
        writer.write(folder, output, type)
    assert not list(tmp_path.glob("out/*")) and not list(tmp_path.glob("out/.*"))
    return str(error.value)


def test_two_exports_have_the_same_bytes(tiny, tmp_path):
    one, two = (writer.write(tiny, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert one == two


def test_llama_cpp_loads_it_and_knows_the_special_tokens(tiny, tmp_path):
    with open_model(writer.write(tiny, tmp_path / "x.gguf")) as model:
        assert model.tokenize(prompt.END) == [model.keys["tokenizer.ggml.eos_token_id"]]
        assert model.stops(model.tokenize(prompt.END)[0])
        assert not model.stops(model.tokenize(prompt.START)[0])
        assert model.n_vocab == 405  # five more rows than the tokenizer has tokens
        assert model.context_length == 512
    assert model.keys["tokenizer.chat_template"] == prompt.CHAT_TEMPLATE
    assert model.keys["tokenizer.ggml.add_bos_token"] is False


@pytest.mark.parametrize("type", writer.TYPES)
def test_weights_are_those_of_the_folder(tiny32, tmp_path, type):
    written = gguf.GGUFReader(writer.write(tiny32, tmp_path / "x.gguf", type))
    tensors = {t.name: gguf.dequantize(t.data, t.tensor_type) for t in written.tensors}
    weights = load_file(tiny32 / "model.safetensors")
    expected = gguf.quantize(weights["model.layers.1.mlp.down_proj.weight"], writer.TYPES[type][0])
    expected = gguf.dequantize(expected, writer.TYPES[type][0])
    assert np.array_equal(tensors["blk.1.ffn_down.weight"], expected)
    norm = weights["model.layers.0.self_attn.q_proj.bias"]
    assert np.array_equal(tensors["blk.0.attn_q.bias"], norm)  # never rounded
    assert "output.weight" not in tensors  # tied


def test_untied_head_is_written(tmp_path):
    folder = tiny_qwen2.build(tmp_path / "untied", tied=False)
    assert "output.weight" in reader.read(writer.write(folder, tmp_path / "x.gguf")).tensors


def test_memory_does_not_grow_with_the_model(tiny32, folder, tmp_path):
    big = np.zeros((60_000, 256), np.float32)
    weights = load_file(tiny32 / "model.safetensors") | {"model.embed_tokens.weight": big}
    save_file(weights, folder / "model.safetensors")
    edit(folder, "config.json", lambda c: c.update(vocab_size=60_000))
    tracemalloc.start()
    writer.write(folder, tmp_path / "x.gguf", "f32")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < big.nbytes  # 61 MB; blocks of 4 MB and the vocabulary


def test_shards_are_found_through_their_index(tiny32, folder, tmp_path):
    whole = writer.write(tiny32, tmp_path / "whole.gguf", name="x").read_bytes()
    weights = load_file(tiny32 / "model.safetensors")
    names = sorted(weights)
    (folder / "model.safetensors").unlink()
    places = {name: f"model-{i % 2}.safetensors" for i, name in enumerate(names)}
    for file in set(places.values()):
        save_file({n: weights[n] for n in names if places[n] == file}, folder / file)
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))
    assert writer.write(folder, tmp_path / "x.gguf", name="x").read_bytes() == whole
    (folder / "model-1.safetensors").unlink()
    assert "model-1.safetensors: no such file" in refusal(folder, tmp_path)


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"]
)
def test_missing_or_broken_file_is_named(folder, tmp_path, name):
    whole = (folder / name).read_bytes()
    for damage in (whole[: len(whole) // 2], b"", b"\xff\xfe\x00"):
        (folder / name).write_bytes(damage)
        assert name in refusal(folder, tmp_path)
    (folder / name).unlink()
    assert name in refusal(folder, tmp_path)


def test_unknown_architecture_names_the_known_ones(folder, tmp_path):
    edit(folder, "config.json", lambda c: c.update(architectures=["Qwen2MoeForCausalLM"]))
    message = refusal(folder, tmp_path)
    assert "Qwen2MoeForCausalLM" in message and "Qwen2ForCausalLM" in message


@pytest.mark.parametrize(
    "change",
    [
        {"rope_parameters": {"rope_type": "yarn", "factor": 4.0}},
        {"use_sliding_window": True},
        {"quantization_config": {"quant_method": "bitsandbytes"}},
        {"vocab_size": 4000},
        {"vocab_size": 100},
        {"hidden_size": None},
        {"num_hidden_layers": 3},
        {"num_hidden_layers": 1},
        {"architectures": []},
    ],
    ids=str,
)
def test_config_that_would_give_another_model_is_refused(folder, tmp_path, change):
    edit(folder, "config.json", lambda c: c.update(change))
    refusal(folder, tmp_path)


def no_nfc(tokenizer):
    tokenizer["normalizer"] = {"type": "Lowercase"}


def other_regex(tokenizer):
    tokenizer["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"] += "|x"


def prefix_space(tokenizer):
    tokenizer["pre_tokenizer"]["pretokenizers"][1]["add_prefix_space"] = True


def bos(tokenizer):
    tokenizer["post_processor"] = {"type": "TemplateProcessing"}


def no_stop_token(tokenizer):
    tokenizer["added_tokens"] = [t for t in tokenizer["added_tokens"] if t["id"] != 2]


def missing_byte(tokenizer):
    tokenizer["model"]["vocab"].pop("Ā")


def strips(tokenizer):
    tokenizer["added_tokens"][0]["lstrip"] = True


def word_pieces(tokenizer):
    tokenizer["model"]["type"] = "WordPiece"


@pytest.mark.parametrize(
    "change",
    [no_nfc, other_regex, prefix_space, bos, no_stop_token, missing_byte, strips, word_pieces],
)
def test_tokenizer_that_llama_cpp_would_read_wrongly_is_refused(folder, tmp_path, change):
    edit(folder, "tokenizer.json", change)
    assert "tokenizer.json" in refusal(folder, tmp_path)


def test_foreign_chat_template_is_refused(folder, tmp_path):
    edit(folder, "tokenizer_config.json", lambda c: c.update(chat_template="{{ messages }}"))
    assert "chat template" in refusal(folder, tmp_path)


def test_template_beside_the_config_is_read(folder, tmp_path):
    edit(folder, "tokenizer_config.json", lambda c: c.pop("chat_template"))
    (folder / "chat_template.jinja").write_text(prompt.CHAT_TEMPLATE)
    writer.write(folder, tmp_path / "x.gguf")


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_of_a_diverged_training_are_refused(tiny32, folder, tmp_path, value):
    weights = load_file(tiny32 / "model.safetensors")
    weights["model.norm.weight"][3] = value
    save_file(weights, folder / "model.safetensors")
    assert "model.norm.weight" in refusal(folder, tmp_path)


def test_value_beyond_f16_asks_for_bf16(tiny32, folder, tmp_path):
    weights = load_file(tiny32 / "model.safetensors")
    weights["model.layers.0.mlp.up_proj.weight"][0, 0] = 1e6
    save_file(weights, folder / "model.safetensors")
    assert "bf16" in refusal(folder, tmp_path)
    writer.write(folder, tmp_path / "x.gguf", "bf16")


def test_tied_head_that_differs_is_refused(tiny32, folder, tmp_path):
    weights = load_file(tiny32 / "model.safetensors")
    weights["lm_head.weight"] = weights["model.embed_tokens.weight"].copy()
    save_file(weights, folder / "model.safetensors")
    writer.write(folder, tmp_path / "x.gguf")
    weights["lm_head.weight"][0, 0] += 1
    save_file(weights, folder / "model.safetensors")
    assert "lm_head" in refusal(folder, tmp_path)


def test_unmerged_adapter_tensors_are_refused(tiny32, folder, tmp_path):
    weights = load_file(tiny32 / "model.safetensors")
    weights["model.layers.0.self_attn.q_proj.lora_A.weight"] = np.ones((4, 256), np.float32)
    save_file(weights, folder / "model.safetensors")
    assert "lora_A" in refusal(folder, tmp_path)


def test_unknown_type_names_the_nearest(tiny, tmp_path):
    assert "Did you mean 'bf16'" in refusal(tiny, tmp_path, "bf-16")
