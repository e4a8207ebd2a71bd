# PYTHON_ARGCOMPLETE_OK
"""Generate coding tasks with their answers, every line of code compiled and run.

python scripts/generate_coding_dataset.py --output data/raw/coding.jsonl --num-examples 1000
"""

from rich.markup import escape

from neural import cli
from neural.domains import coding
from neural.records import jsonl
from neural.sandbox import box, toolchains


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    parser.add_argument("--num-examples", "--count", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--language",
        nargs="+",
        metavar="NAME",
        help=f"only these of {', '.join(toolchains.LANGUAGES)}",
    )
    parser.add_argument(
        "--shares",
        type=cli.settings,
        help='of the categories: {"generation": 0.4, "bug_fixing": 0.3, "understanding": 0.2, '
        '"tests": 0.1}',
    )
    parser.add_argument(
        "--problems", nargs="+", default=[], metavar="FOLDER", help="your own, beside the library"
    )
    parser.add_argument(
        "--unsafe", action="store_true", help="run the solutions without bubblewrap"
    )
    parser.add_argument("--threads", type=int, default=0, help="boxes side by side (0: two)")
    args = cli.parse(parser)
    if args.num_examples < 1:
        parser.error(f"--num-examples {args.num_examples}: expected 1 or more")
    languages = [args.language] if isinstance(args.language, str) else args.language
    cli.say(escape(box.description()))
    with cli.progress("coding rows", args.num_examples) as advance:
        rows = coding.generate(
            args.num_examples,
            args.seed,
            languages=languages,
            shares=args.shares,
            problems=args.problems,
            unsafe=args.unsafe,
            threads=min(args.threads or 2, 4),
            note=lambda text: cli.say(escape(text)),
            progress=advance,
        )
        count = jsonl.write(args.output, rows)
    cli.say(f"{args.output}: {count} rows, each run in the sandbox")


if __name__ == "__main__":
    cli.run(main)
