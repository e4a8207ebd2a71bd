"""Predicted beside measured peak of memory: real shapes, random weights, real training steps.

  python bench/memory.py --preset qwen_0_5b tinyllama_1b

Each preset trains two steps in a process of its own, by the same code as scripts/train.py; on a
CPU its resident set is read, on CUDA torch's own maximum.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.table import Table

from neural import cli, presets
from neural.training import recipe as recipes


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--preset", nargs="+", default=["qwen_0_5b", "tinyllama_1b"])
    parser.add_argument("--method", nargs="+", default=["lora"], choices=["lora", "qlora", "full"])
    parser.add_argument("--batch_size", type=int, default=2)
    parser.add_argument("--max_length", type=int, default=512)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--child", action="store_true")
    args = cli.parse(parser)
    if args.child:
        return child(args, args.preset[0], args.method[0])
    table = Table("", "method", "predicted GB", "measured GB", "predicted / measured")
    for preset in args.preset:
        for method in args.method:
            command = [sys.executable, __file__, "--child", "--preset", preset, "--method", method]
            for name in ("batch_size", "max_length", "threads"):
                command += [f"--{name}", str(getattr(args, name))]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
            if done.returncode:
                cli.say(f"{preset}, {method}: failed")
                continue
            found = json.loads(done.stdout.splitlines()[-1])
            predicted, measured = found["predicted"], found["measured"]
            ratio = f"{predicted / measured:.3f}"
            row = (f"{predicted / 1e9:.2f}", f"{measured / 1e9:.2f}", ratio)
            table.add_row(preset, method, *row)
            parts = (f"{name} {size / 1e9:.2f}" for name, size in found["parts"].items())
            cli.say(f"{preset}, {method} on {found['device']}: {', '.join(parts)}")
    size = f"{args.batch_size} rows of {args.max_length} tokens"
    table.title = f"{size}, {args.threads} threads"
    cli.say(table)


def child(args, name: str, method: str) -> None:
    import torch
    from training import tokenizer

    from neural.training import device, memory, sft
    from neural.training.rows import IGNORED, Encoded

    torch.set_num_threads(args.threads)
    preset, where = presets.get(name), device.choose()
    given = {"batch_size": args.batch_size, "max_length": args.max_length, "epochs": 1.0}
    given |= {"gradient_accumulation": 1, "use_qlora": method == "qlora", "full": method == "full"}
    recipe = recipes.override(preset.recipe, given)
    parts = memory.estimate(preset.shape, recipe, where)
    draw, encoded = random.Random(0), Encoded()
    asked = round(args.max_length * (1 - memory.ANSWERS))
    for _ in range(2 * args.batch_size):
        ids = [draw.randrange(4, 2000) for _ in range(args.max_length - 1)] + [2]
        encoded.examples.append({"input_ids": ids, "labels": [IGNORED] * asked + ids[asked:]})
    scratch = Path(tempfile.mkdtemp())
    try:
        weights = subprocess.run([sys.executable, "-c", BUILD, name, str(scratch / "base")])
        weights.check_returncode()  # apart: building takes more memory than training
        given = (scratch / "base", tokenizer(), recipe, encoded, None, scratch / "state", where)
        sft._run(sft.prepare(*given), recipe, scratch / "state", 1e9)
        measured = device.peak(where)
    finally:
        shutil.rmtree(scratch)
    what = torch.cuda.get_device_name() if where == "cuda" else where
    total = sum(parts.values()) - (parts["libraries"] if where == "cuda" else 0)
    found = {"predicted": total, "measured": measured, "parts": parts, "device": what}
    print(json.dumps(found))


BUILD = """
import sys, torch
from transformers import AutoModelForCausalLM
from neural import presets
from neural.training import memory
torch.set_default_dtype(torch.bfloat16)
config = memory._config(presets.get(sys.argv[1]).shape)
AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16).save_pretrained(sys.argv[2])
"""


if __name__ == "__main__":
    cli.run(main)
