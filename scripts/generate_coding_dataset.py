# PYTHON_ARGCOMPLETE_OK
"""Generate coding tasks with their answers, every line of code compiled and run.

python scripts/generate_coding_dataset.py --output data/raw/coding.jsonl --num-examples 1000
python scripts/generate_coding_dataset.py --output data/raw/ours.jsonl --repo ../service --only-repo
"""

import argparse

from neural import cli
from neural.domains import coding
from neural.domains.coding.history import Told
from neural.files import atomic_write
from neural.records import jsonl
from neural.sandbox import box, toolchains

ROWS = 1000


def arguments() -> argparse.Namespace:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    parser.add_argument(
        "--num-examples",
        "--count",
        type=int,
        metavar="N",
        help=f"rows (default: {ROWS}; with --only-repo all that there are)",
    )
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
        "--repo",
        nargs="+",
        default=[],
        metavar="PATH_OR_URL[@REVISION]",
        help="git repositories: bugs that their commits mended come first, then the library",
    )
    parser.add_argument("--only-repo", action="store_true", help="no rows of the library")
    parser.add_argument(
        "--commits", type=int, default=500, metavar="N", help="of each, the last ones that are read"
    )
    parser.add_argument("--accounts", metavar="FILE", help="write what became of each commit (TSV)")
    parser.add_argument(
        "--license", default="", help="SPDX name for repositories in which none is found"
    )
    parser.add_argument(
        "--python", metavar="PROGRAM", help="a Python that has what the repositories' tests need"
    )
    parser.add_argument(
        "--unsafe", action="store_true", help="run the solutions without bubblewrap"
    )
    parser.add_argument("--threads", type=int, default=0, help="boxes side by side (0: two)")
    args = cli.parse(parser)
    if args.num_examples is not None and args.num_examples < 1:
        parser.error(f"--num-examples {args.num_examples}: expected 1 or more")
    if args.commits < 1:
        parser.error(f"--commits {args.commits}: expected 1 or more")
    if args.only_repo and not args.repo:
        parser.error("--only-repo: without --repo there are no rows")
    return args


def main() -> None:
    args = arguments()
    count = args.num_examples or (None if args.only_repo else ROWS)
    languages = [args.language] if isinstance(args.language, str) else args.language
    cli.say(box.description())
    accounts: list[Told] = []

    def told(account: Told) -> None:
        accounts.append(account)
        cli.say(*account.lines())

    with cli.progress("coding rows", count) as advance:
        rows = coding.generate(
            count,
            args.seed,
            languages=languages,
            shares=args.shares,
            problems=args.problems,
            repos=[args.repo] if isinstance(args.repo, str) else args.repo,
            library_too=not args.only_repo,
            license=args.license,
            commits=args.commits,
            python=args.python,
            unsafe=args.unsafe,
            threads=min(args.threads or 2, 4),
            note=cli.say,
            told=told,
            progress=advance,
        )
        written = jsonl.write(args.output, rows)
    if args.accounts:
        _write(args.accounts, accounts)
    cli.say(f"{args.output}: {written} rows, each run in the sandbox")


def _write(path: str, accounts: list[Told]) -> None:
    with atomic_write(path) as file:
        for account in accounts:
            for revision, subject, why in account.commits:
                file.write(f"{account.place}\t{revision}\t{why}\t{subject}\n")


if __name__ == "__main__":
    cli.run(main)
