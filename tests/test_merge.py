"""Merging: PEFT's own merge is the oracle."""

import json
import shutil

import pytest
import tiny_qwen2
import torch
from safetensors.torch import load_file, save_file

from neural.errors import UserError
from neural.prompt import CHAT_TEMPLATE
from neural.training.merge import merge


def adapter_for(base, folder, **options):
    """A random adapter: B, too, or there would be nothing to merge."""
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(base, dtype="auto")
    config = {"r": 4, "lora_alpha": 7, "target_modules": "all-linear", "task_type": "CAUSAL_LM"}
    torch.manual_seed(1)
    peft = get_peft_model(model, LoraConfig(**config | options))
    for name, parameter in peft.named_parameters():
        if "lora_B" in name or "trainable_tokens" in name:
            torch.nn.init.normal_(parameter, std=0.1)
        if "magnitude" in name:
            parameter.data *= 1.1
    peft.save_pretrained(folder)
    return folder


def peft_merged(base, adapter):
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(base, dtype="auto")
    return PeftModel.from_pretrained(model, adapter).merge_and_unload().state_dict()


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_qwen2.build(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def adapter(base, tmp_path_factory):
    return adapter_for(base, tmp_path_factory.mktemp("adapter"))


@pytest.mark.parametrize("dtype", ["bfloat16", "float16", "float32"])
@pytest.mark.parametrize("kind", ["plain", "use_rslora", "use_dora"])
def test_equals_peft_bit_for_bit(tmp_path, dtype, kind):
    base = tiny_qwen2.build(tmp_path / "base", dtype=dtype)
    adapter = adapter_for(base, tmp_path / "adapter", **{} if kind == "plain" else {kind: True})
    assert merge(base, adapter, tmp_path / "merged") == 14
    merged = load_file(tmp_path / "merged" / "model.safetensors")
    expected = peft_merged(base, adapter)
    expected.pop("lm_head.weight")  # tied
    assert merged.keys() == expected.keys()
    original = load_file(base / "model.safetensors")
    for name, tensor in merged.items():
        assert tensor.dtype == getattr(torch, dtype)
        assert torch.equal(tensor, expected[name]), name
        assert torch.equal(tensor, original[name]) != ("proj.weight" in name), name


@pytest.mark.parametrize("arch", ["Qwen2", "Llama", "Phi3"])
@pytest.mark.parametrize("tied", [False, True])
def test_rows_of_new_tokens(tmp_path, arch, tied):
    """Merged as PEFT merges, and the merged model's logits are the adapted model's."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    base = tiny_qwen2.build(tmp_path / "base", arch=arch, tied=tied, dtype="float32")
    change_config(base, new_tokens=[1, 2])
    trained = {"embed_tokens": [1, 2]} | ({} if tied else {"lm_head": [1, 2]})
    adapter = adapter_for(base, tmp_path / "adapter", trainable_token_indices=trained)
    merge(base, adapter, tmp_path / "merged")
    expected = peft_merged(base, adapter)
    merged = load_file(tmp_path / "merged" / "model.safetensors")
    assert ("lm_head.weight" in merged) != tied
    assert all(torch.equal(tensor, expected[name]) for name, tensor in merged.items())
    plain = AutoModelForCausalLM.from_pretrained(base)
    adapted = PeftModel.from_pretrained(plain, adapter).eval()
    alone = AutoModelForCausalLM.from_pretrained(tmp_path / "merged").eval()
    ids = torch.tensor([[1, 5, 9, 2, 1, 7]])
    assert torch.allclose(adapted(ids).logits, alone(ids).logits, atol=1e-4)
    assert "new_tokens" not in (tmp_path / "merged" / "config.json").read_text()


def change_config(folder, **values):
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_untied_head_and_shards(tmp_path, base, adapter):
    from transformers import AutoModelForCausalLM

    whole = tiny_qwen2.build(tmp_path / "whole", tied=False)
    adapter = adapter_for(whole, tmp_path / "adapter")
    sharded = tmp_path / "sharded"
    AutoModelForCausalLM.from_pretrained(whole, dtype="auto").save_pretrained(
        sharded, max_shard_size="500KB"
    )
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(whole / name, sharded)
    assert len(list(sharded.glob("*.safetensors"))) > 1
    merge(whole, adapter, tmp_path / "a")
    merge(sharded, adapter, tmp_path / "b")
    a, b = ((tmp_path / x / "model.safetensors").read_bytes() for x in "ab")
    assert a == b
    assert "lm_head.weight" in load_file(tmp_path / "a" / "model.safetensors")


def test_same_bytes_twice_and_loads_with_the_template(tmp_path, base, adapter):
    from transformers import AutoModelForCausalLM, AutoTokenizer

    merge(base, adapter, tmp_path / "a")
    merge(base, adapter, tmp_path / "b")
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == [
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    ]
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    AutoModelForCausalLM.from_pretrained(tmp_path / "a")
    assert AutoTokenizer.from_pretrained(tmp_path / "a").chat_template == CHAT_TEMPLATE


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("modules_to_save", ["lm_head"]),
        ("bias", "all"),
        ("fan_in_fan_out", True),
        ("alpha_pattern", {"q_proj": 3}),
        ("rank_pattern", {"q_proj": 3}),
        ("init_lora_weights", "pissa"),
        ("peft_type", "LOHA"),
    ],
)
def test_refuses_what_it_cannot_merge(tmp_path, base, adapter, key, value):
    shutil.copytree(adapter, tmp_path / "adapter")
    path = tmp_path / "adapter" / "adapter_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {key: value}))
    with pytest.raises(UserError, match=key):
        merge(base, tmp_path / "adapter", tmp_path / "merged")
    assert not (tmp_path / "merged").exists()


def change_adapter(adapter, tmp_path, change):
    shutil.copytree(adapter, tmp_path / "adapter")
    path = tmp_path / "adapter" / "adapter_model.safetensors"
    tensors = load_file(path)
    change(tensors)
    save_file(tensors, path)
    return tmp_path / "adapter"


NAME = "base_model.model.model.layers.0.mlp.up_proj.lora_A.weight"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t.pop(NAME), "damaged"),
        (lambda t: t.update({NAME: t[NAME][:, 1:].contiguous()}), "belongs to another"),
        (lambda t: t.update({NAME.replace("s.0.", "s.9."): t[NAME].clone()}), "another base"),
        (lambda t: t.update({NAME: t[NAME] * float("nan")}), "diverged"),
        (lambda t: t.update({"x": t[NAME].clone()}), "no part of a LoRA"),
        (lambda t: t.clear(), "empty"),
    ],
)
def test_adapter_and_base_must_fit(tmp_path, base, adapter, change, says):
    with pytest.raises(UserError, match=says):
        merge(base, change_adapter(adapter, tmp_path, change), tmp_path / "merged")
    assert not list((tmp_path / "merged").glob("*"))


def test_cut_off_base(tmp_path, base, adapter):
    shutil.copytree(base, tmp_path / "base")
    path = tmp_path / "base" / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(UserError, match="cut off"):
        merge(tmp_path / "base", adapter, tmp_path / "merged")


def test_foreign_template(tmp_path, base, adapter):
    shutil.copytree(base, tmp_path / "base")
    (tmp_path / "base" / "tokenizer_config.json").write_text('{"chat_template": "x"}')
    with pytest.raises(UserError, match="chat_template"):
        merge(tmp_path / "base", adapter, tmp_path / "merged")
