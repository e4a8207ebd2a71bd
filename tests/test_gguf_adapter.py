"""An adapter folded into its base on the way, or written alone: as PEFT and llama.cpp do it."""

import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
import tiny_qwen2
from safetensors.numpy import load_file, save_file
from test_evaluation import run
from test_gguf_architectures import CASES, SOURCES, vendored
from test_merge import adapter_for

from neural import prompt
from neural.errors import UserError
from neural.gguf import adapter, reader, writer
from neural.training.merge import merge

NAMES = ("qwen2", "tinyllama", "phi")


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    """Base and adapter of three architectures, and what PEFT merges them to. Weights are random;
    those of two also have trained rows of tokens."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    root = tmp_path_factory.mktemp("adapters")
    made = {}
    for name in NAMES:
        arch, words, more = CASES[name]
        base = tiny_qwen2.build(root / name / "base", arch=arch, words=words(), **more)
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
        rows = {"embed_tokens": [5, 300], "lm_head": [5, 300]} if name != "qwen2" else None
        config = LoraConfig(
            r=4, lora_alpha=6, use_rslora=name == "phi", target_modules="all-linear",
            trainable_token_indices=rows,
        )  # fmt: skip
        tuned = get_peft_model(model, config)
        torch.manual_seed(1)
        with torch.no_grad():
            for parameter in tuned.parameters():
                if parameter.requires_grad:
                    parameter.normal_(std=0.05)
        tuned.save_pretrained(root / name / "adapter", save_embedding_layers=False)
        merged = root / name / "merged"
        tuned.merge_and_unload().save_pretrained(merged)
        for file in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(base / file, merged / file)
        made[name] = (base, root / name / "adapter", merged)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("type", ["f16", "bf16"])
def test_one_pass_gives_the_bytes_of_pefts_merge_and_export(pairs, tmp_path, name, type):
    base, folder, merged = pairs[name]
    two = writer.write(merged, tmp_path / "two.gguf", type, name="x")
    assert adapter.merge(folder, base, tmp_path / "one.gguf", type, name="x")
    plain = writer.write(base, tmp_path / "base.gguf", type, name="x")
    assert (tmp_path / "one.gguf").read_bytes() == two.read_bytes() != plain.read_bytes()


CONVERT = """
import runpy, sys
sys.path.insert(0, sys.argv[1])
sys.argv = ["convert_lora_to_gguf.py", *sys.argv[2:]]
runpy.run_path(sys.path[0] + "/convert_lora_to_gguf.py", run_name="__main__")
"""


@vendored
@pytest.mark.slow
def test_adapter_alone_is_that_of_the_official_converter(tmp_path):
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    arch, words, more = CASES["tinyllama"]
    base = tiny_qwen2.build(tmp_path / "base", arch=arch, words=words(), **more)
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    tuned = get_peft_model(model, LoraConfig(r=4, lora_alpha=6, target_modules="all-linear"))
    with torch.no_grad():
        for parameter in tuned.parameters():
            if parameter.requires_grad:
                parameter.normal_(std=0.05)
    tuned.save_pretrained(tmp_path / "adapter")
    command = [sys.executable, "-c", CONVERT, SOURCES[-1], tmp_path / "adapter", "--base", base]
    done = subprocess.run(
        [*command, "--outfile", tmp_path / "theirs.gguf"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": "", "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    adapter.write(tmp_path / "adapter", base, tmp_path / "ours.gguf")
    ours, theirs = (reader.read(tmp_path / f"{name}.gguf") for name in ("ours", "theirs"))
    assert set(ours.tensors) == set(theirs.tensors) and len(ours.tensors) == 2 * 2 * 7
    for name, one in ours.tensors.items():
        two = theirs.tensors[name]
        assert (one.shape, one.type) == (two.shape, two.type), name
        parts = [np.fromfile(h.path, np.uint8, t.nbytes, offset=t.offset)
                 for h, t in ((ours, one), (theirs, two))]  # fmt: skip
        assert np.array_equal(*parts), name
    for key in ("general.type", "general.architecture", "adapter.type", "adapter.lora.alpha"):
        assert ours.keys[key] == theirs.keys[key], key


@pytest.mark.slow
def test_dora_takes_two_steps_and_what_does_not_fit_is_said(pairs, tmp_path):
    base, folder, _ = pairs["qwen2"]
    dora = adapter_for(base, tmp_path / "dora", use_dora=True)
    output = tmp_path / "out" / "x.gguf"
    assert not adapter.merge(dora, base, output)
    with pytest.raises(UserError, match="belongs to another"):
        adapter.merge(folder, pairs["phi"][0], output)
    for one, of in ((pairs["phi"][1], pairs["phi"][0]), (dora, base)):
        with pytest.raises(UserError, match="LoRA-GGUF cannot hold"):
            adapter.write(one, of, output)
    assert not output.exists()
    command = ["scripts/export_to_gguf.py", "--model_dir", dora, "--merge_adapters"]
    done = run(*command, "--base", base, "--output", output, "--name", "x")
    assert done.returncode == 0, done.stderr
    merge(base, dora, tmp_path / "merged")
    two = writer.write(tmp_path / "merged", tmp_path / "two.gguf", name="x")
    assert output.read_bytes() == two.read_bytes()


@pytest.mark.slow
def test_diverged_adapter_is_named_and_leaves_nothing(pairs, tmp_path):
    base, folder, _ = pairs["qwen2"]
    copy = shutil.copytree(folder, tmp_path / "adapter")
    tensors = load_file(copy / "adapter_model.safetensors")
    next(iter(tensors.values()))[0, 0] = np.inf
    save_file(tensors, copy / "adapter_model.safetensors")
    with pytest.raises(UserError, match="diverged"):
        adapter.merge(copy, base, tmp_path / "out" / "x.gguf")
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.slow
def test_script_merges_and_quantizes_or_says_what_is_missing(pairs, tmp_path):
    base, folder, merged = pairs["qwen2"]
    output = tmp_path / "out" / "x.gguf"
    command = ["scripts/export_to_gguf.py", "--model_dir", folder, "--output", output]
    refused = run(*command)
    assert refused.returncode == 1 and "--merge_adapters" in refused.stderr
    lost = run(*command, "--merge_adapters", "--base", tmp_path)
    assert lost.returncode == 1 and "--base" in lost.stderr and not output.exists()
    done = run(*command, "--merge_adapters", "--base", base, "--quant_type", "q8_0")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in output.parent.iterdir()] == ["x.gguf"]
    whole = run("scripts/export_to_gguf.py", "--model_dir", merged, "--output", tmp_path / "y.gguf",
                "--quant_type", "q8_0", "--name", "adapter")  # fmt: skip
    assert whole.returncode == 0, whole.stderr
    assert output.read_bytes() == (tmp_path / "y.gguf").read_bytes()
    keys = reader.read(output).keys
    assert keys["tokenizer.chat_template"] == prompt.CHAT_TEMPLATE
