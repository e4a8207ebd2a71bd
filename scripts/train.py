# PYTHON_ARGCOMPLETE_OK
"""Fine-tunes a base on a dataset's answers; writes the adapter and the losses.

  python scripts/train.py --base models/cypher/base --dataset data/cypher/train.jsonl \\
      --val data/cypher/val.jsonl --output_dir models/cypher/adapter
  python scripts/train.py --preset qwen_1_5b --estimate_memory    (without --preset: all of them)
  accelerate launch --num_processes 2 scripts/train.py …

Everything that makes a training fail silently is checked first. A killed run goes on where it was
when asked again.
"""

import os
import shutil
from contextlib import nullcontext
from pathlib import Path

from neural import cli, presets
from neural.errors import UserError
from neural.files import exclusive, require, sha256
from neural.records import jsonl
from neural.training import recipe as recipes

TRACKERS = ("tensorboard", "dvclive")
RANK = int(os.environ.get("RANK", 0))  # of this process, where accelerate launched several


def arguments():
    parser = cli.parser(__doc__, result=True)
    flag = parser.add_argument
    flag("--preset", choices=list(presets.PRESETS), default="nano", help="base and its recipe")
    flag("--base", type=Path, help="the base's folder, as scripts/fetch_base.py writes it")
    flag("--dataset", type=Path, help="JSONL rows to train on")
    flag("--val", type=Path, help="JSONL rows for the validation loss")
    flag("--output_dir", "--output-dir", type=Path, help="folder of the adapter (full: the model)")
    flag("--metrics", type=Path, help="JSONL file for the losses")
    flag("--curve", type=Path, help="SVG file for the losses")
    flag("--track", nargs="*", default=[], choices=TRACKERS, help="log there too")
    flag("--state-dir", type=Path, help="checkpoints (default: state/ and the output's path)")
    flag("--save_seconds", type=float, default=30.0, help="time between checkpoints")
    flag("--threads", type=int, default=0, help="CPU threads (0: all cores)")
    flag("--use_metal", action="store_true", help="train on a Mac's GPU")
    flag(
        "--estimate_memory",
        action="store_true",
        help="print what it would need, and stop; --json belongs to this",
    )
    recipes.add_flags(parser)
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    preset = presets.get(args.preset)
    recipe = recipes.from_flags(args, preset.recipe)
    if args.estimate_memory:
        return estimate(args, preset, recipe)
    for name in ("base", "dataset", "output_dir"):
        if getattr(args, name) is None:
            raise UserError(f"--{name} is missing; scripts/train.py --help shows an example.")
    # Threads that wait must sleep: spinning ones halve each other's speed on shared cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ["OMP_NUM_THREADS"] = str(args.threads or os.cpu_count())
    cli.console.quiet = args.quiet or RANK > 0
    os.environ.setdefault("TENSORBOARD_LOGGING_DIR", f"{args.output_dir}/tensorboard")
    args.state_dir = args.state_dir or Path("state", *args.output_dir.parts[-2:])
    with exclusive(args.state_dir / "lock") if RANK == 0 else nullcontext():
        train(args, recipe)


def train(args, recipe) -> None:
    """Checks, trains, writes the results, then clears the state."""
    # Rows and tokenizer first: torch and TRL take longer to import than they take to check.
    from neural.training import inputs, page

    tokenizer, encoded, found = inputs.read(args.base, recipe, args.dataset, args.val)
    cli.say("a row as the model sees it; green is what it learns:")
    cli.say(page.previews(tokenizer, encoded["train"], 1))

    import torch
    import transformers

    from neural.training import curve, device, save, sft, trial

    torch.set_num_threads(args.threads or os.cpu_count())
    where = device.choose(args.use_metal)
    state = args.state_dir / recipe.digest(
        base={name: sha256(args.base / name) for name in ("config.json", "model.safetensors")},
        tokenizer=sha256(args.base / "tokenizer.json"),
        rows=[sha256(path) for path in (args.dataset, args.val) if path],
        device=[where, torch.get_num_threads()],  # sums round otherwise with other threads
        versions=[torch.__version__, transformers.__version__],
    )
    for other in args.state_dir.iterdir() if RANK == 0 else ():
        if other.is_dir() and other != state:
            shutil.rmtree(other)  # of a recipe that is no longer asked for
    trained = sft.train(
        args.base,
        tokenizer,
        recipe,
        encoded["train"],
        encoded.get("val"),
        state,
        where,
        args.save_seconds,
        tuple(args.track),
        check=lambda trainer: cli.say(page.table(found | trial.check(trainer), "preflight")),
    )
    if recipe.full:
        save.model(trained.trainer, args.output_dir, args.base)
    else:
        save.adapter(trained.trainer, args.output_dir, str(args.base))
    if RANK > 0:
        return
    if args.metrics:
        jsonl.write(args.metrics, trained.history)
    if args.curve:
        curve.draw(trained.history, args.curve, f"Fine-tuning of {args.base}")
    shutil.rmtree(state)
    if trained.before is not None:
        cli.say(f"validation loss {trained.before:.4f} before, {trained.after:.4f} after")
    what = "model" if recipe.full else "adapter"
    cli.say(f"{args.output_dir}: {what} of {trained.trainer.state.global_step} steps on {where}")


def estimate(args, preset, recipe) -> None:
    """Prints the memory that training would need, and what of it fits this device."""
    if args.base is not None:
        require(args.base / "config.json", "the base's config.json", "Check --base.")

    from neural.training import device, fit, memory

    where = device.choose(args.use_metal)
    if args.base is None and not preset.shape:
        where = "cuda" if where == "cpu" else where
        cli.say(*fit.everything(where))
        return cli.result(args, {"device": where, "bytes": fit.needs(where)})
    source, name = args.base or preset.shape, args.base or args.preset
    kind = "full" if recipe.full else "QLoRA" if recipe.use_qlora else "LoRA"
    rows = f"{recipe.batch_size} rows of {recipe.max_length} tokens"
    parts, available = memory.estimate(source, recipe, where), device.available(where)
    cli.say(memory.table(parts, where, f"{name}, {kind}, {rows}"))
    fitting = fit.proposal(source, recipe, where, available)
    changes = fit.changes(recipe, fitting) if fitting else None
    cli.result(args, {"device": where, "bytes": parts, "free": available, "flags": changes})
    room = f"{available / 1e9:.1f} GB are free on this {where}"
    if fitting == recipe:
        cli.say(f"{room}: it fits.")
    elif fitting:
        cli.say(f"{room}: add {changes}")
    else:
        cli.say(f"{room}: no setting fits; lower --max_length or take a smaller base.")


if __name__ == "__main__":
    cli.run(main)
