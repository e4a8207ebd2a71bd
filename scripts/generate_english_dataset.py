# PYTHON_ARGCOMPLETE_OK
"""Writes general English rows, right by construction: sums, lists, dates, short dialogues.

python scripts/generate_english_dataset.py --output data/raw/english.jsonl --num-examples 1000
"""

from pathlib import Path

from neural import cli
from neural.domains import english
from neural.records import jsonl


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("--output", type=Path, required=True, help="JSONL file to write")
    parser.add_argument("--num-examples", "--count", type=int, default=12_000, dest="num_examples")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--categories",
        nargs="+",
        metavar="NAME",
        help=f"only these of {', '.join(english.CATEGORIES)}",
    )
    args = cli.parse(parser)
    if args.num_examples < 1:
        parser.error(f"--num-examples {args.num_examples}: expected 1 or more")
    return args


def main() -> None:
    args = arguments()
    with cli.progress("english", args.num_examples) as advance:

        def counted():
            for row in english.generate(args.num_examples, args.seed, args.categories):
                yield row
                advance()

        jsonl.write(args.output, counted())
    cli.say(f"{args.output}: {args.num_examples} rows")


if __name__ == "__main__":
    cli.run(main)
