"""Time and peak memory from base + adapter to F16 GGUF: one pass here, and the usual way, PEFT's
merge followed by llama.cpp's converter. Says whether the tensors are bit-equal.

python bench/export.py --llama_cpp /path/to/llama.cpp --shape qwen_1_5b

Random weights of a preset's shape; needs about four times the model's size on the disk. Each step
runs in a process of its own, so that its memory is counted alone.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from rich.table import Table

from neural import cli, presets, prompt
from neural.gguf import reader

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import tiny_qwen2  # a small tokenizer: its size counts for neither side

BUILD = """
import json, sys, torch, transformers
from peft import LoraConfig, get_peft_model
folder, shape = sys.argv[1], json.loads(sys.argv[2])
torch.manual_seed(0)
torch.set_default_dtype(torch.bfloat16)
config = transformers.Qwen2Config(**shape, max_position_embeddings=32768)
model = transformers.Qwen2ForCausalLM(config)
model.save_pretrained(folder + "/base", max_shard_size="1GB")
tuned = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules="all-linear"))
for name, parameter in tuned.named_parameters():
    if "lora_B" in name:
        torch.nn.init.normal_(parameter, std=0.02)
tuned.save_pretrained(folder + "/adapter", save_embedding_layers=False)
"""
PEFT = """
import sys, torch
from peft import PeftModel
from transformers import AutoModelForCausalLM
base, adapter, output = sys.argv[1:]
model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
PeftModel.from_pretrained(model, adapter).merge_and_unload().save_pretrained(output)
"""
CONVERT = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/gguf-py"]
from pathlib import Path
import torch, gguf
from conversion import ModelBase, ModelType, get_model_architecture, get_model_class
folder, output = map(Path, sys.argv[2:])
hparams = ModelBase.load_hparams(folder, False)
cls = get_model_class(get_model_architecture(hparams, ModelType.TEXT))
cls.set_vocab = lambda self: None
with torch.inference_mode():
    cls(folder, gguf.LlamaFileType.MOSTLY_F16, output, hparams=hparams).write()
"""


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--llama_cpp", required=True, help="its source, with conversion/")
    parser.add_argument("--shape", default="qwen_0_5b", choices=("qwen_0_5b", "qwen_1_5b"))
    parser.add_argument("--scratch", help="folder with room (default: the system's)")
    args = cli.parse(parser)
    with tempfile.TemporaryDirectory(dir=args.scratch) as scratch:
        folder = Path(scratch)
        prepare(folder, args.shape)
        base, adapter = folder / "base", folder / "adapter"
        export = Path(__file__).parent.parent / "scripts/export_to_gguf.py"
        steps = {
            "PEFT's merge": ["-c", PEFT, base, adapter, folder / "merged"],
            "llama.cpp's converter": [
                *("-c", CONVERT, args.llama_cpp, folder / "merged", folder / "theirs.gguf"),
            ],
            "one pass": [
                *(export, "--model_dir", adapter, "--merge_adapters", "--base", base),
                *("--output", folder / "ours.gguf"),
            ],
        }
        measured = {name: run(command) for name, command in steps.items()}
        usual = [measured[name] for name in list(steps)[:2]]
        both = (sum(seconds for seconds, _ in usual), max(peak for _, peak in usual))
        table = Table(title=f"{args.shape}: base + LoRA to F16 GGUF")
        for column in ("", "seconds", "peak MB"):
            table.add_column(column, justify="right" if column else "left")
        for name, (seconds, peak) in (measured | {"the two together": both}).items():
            table.add_row(name, f"{seconds:.1f}", f"{peak / 1e6:.0f}")
        time_ratio, memory_ratio = (a / b for a, b in zip(measured["one pass"], both, strict=True))
        cli.say(
            table,
            f"one pass takes {time_ratio:.2f} of the time, {memory_ratio:.3f} of the memory",
            equality(folder / "ours.gguf", folder / "theirs.gguf"),
        )


def prepare(folder: Path, shape: str) -> None:
    """Base and adapter of random weights."""
    sizes = {k: v for k, v in presets.get(shape).shape.items() if k != "model_type"}
    run(["-c", BUILD, folder, json.dumps(sizes)])
    tiny_qwen2.tokenizer().save(str(folder / "base/tokenizer.json"))
    described = {"chat_template": prompt.CHAT_TEMPLATE, "eos_token": prompt.END}
    (folder / "base/tokenizer_config.json").write_text(json.dumps(described))


def run(arguments: list) -> tuple[float, int]:
    """Wall seconds and peak resident bytes of a Python process."""
    began = time.monotonic()
    environment = os.environ | {"HF_HUB_OFFLINE": "1"}
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"error: {arguments[:2]}: {said.decode()[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return time.monotonic() - began, usage.ru_maxrss * unit


def equality(ours: Path, theirs: Path) -> str:
    """How many tensors of two files are the same bytes."""
    one, two = reader.read(ours), reader.read(theirs)
    same = sum(
        np.array_equal(
            *(
                np.memmap(h.path, np.uint8, "r", h.tensors[name].offset, h.tensors[name].nbytes)
                for h in (one, two)
            )
        )
        for name in one.tensors.keys() & two.tensors.keys()
    )
    return f"{same} of {len(two.tensors)} tensors are bit-equal"


if __name__ == "__main__":
    cli.run(main)
