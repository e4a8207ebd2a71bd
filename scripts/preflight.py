# PYTHON_ARGCOMPLETE_OK
"""Checks everything that makes a fine-tuning fail silently, in seconds; trains nothing.

  python scripts/preflight.py --base models/cypher/base --dataset data/cypher/train.jsonl \\
      --val data/cypher/val.jsonl --report preflight.html

The flags are those of scripts/train.py. The first fault ends it with the row and the remedy.
"""

import os
import tempfile
from pathlib import Path

from neural import cli, presets
from neural.training import recipe as recipes


def main() -> None:
    parser = cli.parser(__doc__, result=True)
    flag = parser.add_argument
    flag("--preset", choices=list(presets.PRESETS), default="nano", help="base and its recipe")
    flag("--base", type=Path, required=True, help="the base's folder")
    flag("--dataset", type=Path, required=True, help="JSONL rows to train on")
    flag("--val", type=Path, help="JSONL rows for the validation loss")
    flag("--report", type=Path, required=True, help="HTML page of what was found and is learned")
    flag("--threads", type=int, default=0, help="CPU threads (0: all cores)")
    flag("--use_metal", action="store_true", help="as for the training")
    recipes.add_flags(parser)
    args = cli.parse(parser)
    recipe = recipes.from_flags(args, presets.get(args.preset).recipe)

    from neural.training import exportable, inputs, page

    tokenizer, encoded, found = inputs.read(args.base, recipe, args.dataset, args.val)
    found["export"] = exportable.check(args.base)

    import torch

    from neural.training import device, sft, trial

    torch.set_num_threads(args.threads or os.cpu_count())
    where = device.choose(args.use_metal)
    with tempfile.TemporaryDirectory(prefix="preflight-") as state:
        parts = (encoded["train"], encoded.get("val"), Path(state), where)
        trainer = sft.prepare(args.base, tokenizer, recipe, *parts)
        found |= trial.check(trainer)
    cli.say(page.table(found, "preflight"), f"peak of memory: {trial.peak(trainer)}")
    shown = page.table(found, ""), page.previews(tokenizer, encoded["train"])
    cli.result(args, found)
    page.write(args.report, "Preflight: what is learned stands in green", *shown)


if __name__ == "__main__":
    cli.run(main)
