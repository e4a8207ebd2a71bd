# PYTHON_ARGCOMPLETE_OK
"""Build the nano base from a model's training rows: its tokenizer, then its weights.

    python scripts/build_nano.py --dataset data/cypher/train.jsonl --output-dir models/cypher/base

A killed run goes on where it was when asked again; the same rows and settings give the same bytes.
"""

from pathlib import Path

from neural import cli
from neural.base.recipe import Recipe, Shape


def main() -> None:
    parser = cli.parser(__doc__)
    flag = parser.add_argument
    flag("--dataset", type=Path, required=True, help="JSONL rows to learn from")
    flag("--output-dir", type=Path, required=True, help="folder of the base")
    flag("--state-dir", type=Path, help="where a training in progress is kept")
    flag("--threads", type=int, default=2, help="micro-batches side by side; changes no byte")
    flag("--merges", type=int, default=1000, help="of the tokenizer, each in three letter cases")
    flag("--hidden", type=int, default=256, help="width; a multiple of 256")
    flag("--layers", type=int, default=4)
    flag("--intermediate", type=int, default=256, help="width inside a layer; a multiple of 256")
    for name, value in vars(Recipe()).items():
        flag(f"--{name.replace('_', '-')}", type=type(value), default=value)
    args = cli.parse(parser)

    from neural.base import build

    recipe = Recipe(**{name: getattr(args, name) for name in vars(Recipe())})
    shape = Shape(args.merges, args.hidden, args.layers, args.intermediate)
    state = args.state_dir or Path("state", *args.output_dir.parts[-2:])
    built = build.nano(args.dataset, args.output_dir, state, shape, recipe, args.threads)
    cli.say(
        f"{args.output_dir}: {built.parameters:,} parameters, {built.steps} steps, "
        f"loss {built.loss:.3f}"
    )


if __name__ == "__main__":
    cli.run(main)
