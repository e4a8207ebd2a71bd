"""Fine-tunes a base with LoRA on a dataset's answers; writes the adapter and the loss log.

  scripts/train.py --preset nano --base models/cypher/base --dataset data/cypher/train.jsonl \\
      --val data/cypher/val.jsonl --output_dir models/cypher/adapter
  scripts/train.py --preset qwen_1_5b --estimate_memory

A killed run goes on where it was when asked again.
"""

import os
import random
import shutil
from pathlib import Path

from neural import cli, presets
from neural.errors import UserError
from neural.files import exclusive, require, sha256
from neural.records import jsonl
from neural.training import recipe as recipes


def arguments():
    parser = cli.parser(__doc__)
    flag = parser.add_argument
    flag("--preset", choices=list(presets.PRESETS), default="nano", help="base and its recipe")
    flag("--base", type=Path, help="the base's folder, as scripts/fetch_base.py writes it")
    flag("--dataset", type=Path, help="JSONL rows to train on")
    flag("--val", type=Path, help="JSONL rows for the validation loss")
    flag("--output_dir", "--output-dir", type=Path, help="folder of the adapter")
    flag("--metrics", type=Path, help="JSONL file for the losses")
    flag("--state-dir", type=Path, help="checkpoints (default: state/ and the output's path)")
    flag("--save_seconds", type=float, default=30.0, help="time between checkpoints")
    flag("--threads", type=int, default=0, help="CPU threads (0: all cores)")
    flag("--use_metal", action="store_true", help="train on a Mac's GPU")
    flag("--estimate_memory", action="store_true", help="print what it would need, and stop")
    settings = parser.add_argument_group("recipe (default: the preset's)")
    for name, (kind, words, text) in recipes.described().items():
        names = dict.fromkeys([f"--{name}", f"--{name.replace('_', '-')}"])
        if kind is bool:
            settings.add_argument(*names, action="store_true", default=None, help=text)
        else:
            settings.add_argument(*names, type=kind, choices=words, help=text)
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    preset = presets.get(args.preset)
    given = {name: getattr(args, name) for name in recipes.Recipe.__struct_fields__}
    recipe = recipes.override(preset.recipe, given)
    if args.estimate_memory:
        return estimate(args, preset, recipe)
    for name in ("base", "dataset", "output_dir"):
        if getattr(args, name) is None:
            raise UserError(f"--{name} is missing; scripts/train.py --help shows an example.")
    # Threads that wait must sleep: spinning ones halve each other's speed on shared cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ["OMP_NUM_THREADS"] = str(args.threads or os.cpu_count())
    args.state_dir = args.state_dir or Path("state", *args.output_dir.parts[-2:])
    with exclusive(args.state_dir / "lock"):
        train(args, recipe)


def train(args, recipe) -> None:
    """Checks, trains, writes the results, then clears the state."""
    # Rows and tokenizer first: torch and TRL take longer to import than they take to check.
    from neural.training import preflight, rows

    tokenizer = preflight.load_tokenizer(args.base)
    encoded = {}
    for part, path in (("train", args.dataset), ("val", args.val)):
        if path is None:
            continue
        read = list(jsonl.read(path))
        if part == "train" and 0 < recipe.max_rows < len(read):
            chosen = sorted(random.Random(recipe.seed).sample(range(len(read)), recipe.max_rows))
            read = [read[i] for i in chosen]
        encoded[part] = rows.encode(read, tokenizer, recipe.max_length, str(path))
        preflight.check(tokenizer, args.base, read, encoded[part])
        report(part, encoded[part])
    cli.say("one row as the model sees it; green is what it learns:")
    cli.say(preflight.preview(tokenizer, encoded["train"].examples[0]))

    import torch
    import transformers

    from neural.training import device, sft

    torch.set_num_threads(args.threads or os.cpu_count())
    where = device.choose(args.use_metal)
    state = args.state_dir / recipe.digest(
        base={name: sha256(args.base / name) for name in ("config.json", "model.safetensors")},
        tokenizer=sha256(args.base / "tokenizer.json"),
        rows=[sha256(path) for path in (args.dataset, args.val) if path],
        device=[where, torch.get_num_threads()],  # sums round otherwise with other threads
        versions=[torch.__version__, transformers.__version__],
    )
    for other in args.state_dir.iterdir():
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
    )
    sft.save_adapter(trained, args.output_dir, str(args.base))
    if args.metrics:
        jsonl.write(args.metrics, trained.history)
    shutil.rmtree(state)
    if trained.before is not None:
        cli.say(f"validation loss {trained.before:.4f} before, {trained.after:.4f} after")
    cli.say(f"{args.output_dir}: adapter of {trained.trainer.state.global_step} steps on {where}")


def report(part: str, encoded) -> None:
    """Says how much is learned, and names rows that were left out."""
    tokens = sum(len(one["input_ids"]) for one in encoded.examples)
    cli.say(
        f"{part}: {len(encoded.examples)} rows, {tokens} tokens, of which {encoded.answer_tokens} "
        f"are learned; longest row {encoded.longest}"
    )
    if encoded.too_long:
        named = "\n  ".join(encoded.too_long[:5])
        more = len(encoded.too_long) - 5
        cli.say(
            f"warning: {len(encoded.too_long)} rows are longer than max_length and left out:\n"
            f"  {named}" + (f"\n  and {more} more" if more > 0 else "")
        )


def estimate(args, preset, recipe) -> None:
    """Prints the memory that training would need."""
    from neural.training import device, memory

    if args.base is not None:
        require(args.base / "config.json", "the base's config.json", "Check --base.")
    elif not preset.shape:
        raise UserError(
            f"--estimate_memory: {args.preset} is built here; name its folder with --base."
        )
    where = device.choose(args.use_metal)
    parts = memory.estimate(args.base or preset.shape, recipe, where)
    kind = "QLoRA" if recipe.use_qlora else "LoRA"
    rows = f"{recipe.batch_size} rows of {recipe.max_length} tokens"
    cli.say(memory.table(parts, where, f"{args.base or args.preset}, {kind}, {rows}"))


if __name__ == "__main__":
    cli.run(main)
