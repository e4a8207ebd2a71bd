# PYTHON_ARGCOMPLETE_OK
"""Questions about the code of repositories, each answered out of named lines of it.

python scripts/generate_repository_dataset.py --repo . --output data/raw/repository.jsonl
python scripts/generate_repository_dataset.py --repo https://host/user/project@v1.2.0 ../other \\
    --num-examples 5000 --output data/raw/ours.jsonl
"""

from neural import cli
from neural.domains import repository
from neural.domains.repository import languages
from neural.records import jsonl


def main(doc: str | None = __doc__) -> None:
    parser = cli.parser(doc)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    parser.add_argument(
        "--repo",
        nargs="+",
        default=["."],
        metavar="PATH_OR_URL[@REVISION]",
        help="repositories; of a git repository what is committed is read, of a plain folder all",
    )
    parser.add_argument(
        "--language",
        nargs="+",
        default=list(languages.NAMES),
        choices=languages.NAMES,
        help="only code in these languages; Markdown is always read",
    )
    parser.add_argument(
        "--num-examples", "--count", type=int, metavar="N", help="so many rows, not all there are"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--categories", nargs="+", metavar="NAME", help="only these questions")
    parser.add_argument(
        "--license", default="", help="SPDX name for repositories in which none is found"
    )
    parser.add_argument(
        "--history", action="store_true", help="also commit messages with their changes"
    )
    parser.add_argument(
        "--longest", type=int, default=9000, metavar="N", help="characters that a row may have"
    )
    parser.add_argument("--threads", type=int, default=1)
    args = cli.parse(parser)
    with cli.progress("files and rows", None) as advance:
        rows = repository.generate(
            args.num_examples,
            args.seed,
            repos=args.repo,
            language=args.language,
            categories=args.categories,
            license=args.license,
            history=args.history,
            longest=args.longest,
            threads=args.threads,
            told=lambda loaded, dropped: cli.say(*loaded.told(dropped)),
            progress=advance,
        )
        count = jsonl.write(args.output, rows)
    cli.say(f"{args.output}: {count} rows, each with file, lines, revision and licence")


if __name__ == "__main__":
    cli.run(main)
