# PYTHON_ARGCOMPLETE_OK
"""What a repository holds, and how many rows of each kind can be made of it: JSON and a page.

python scripts/analyze_repository.py --repo . --output reports/repository.json
"""

from rich.table import Table

from neural import cli
from neural.domains.repository import languages, page
from neural.domains.repository.load import load
from neural.domains.repository.report import report


def main() -> None:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("--repo", default=".", metavar="PATH_OR_URL[@REVISION]")
    parser.add_argument("--output", required=True, help="FILE.json; FILE.html is written beside it")
    parser.add_argument(
        "--language", nargs="+", default=list(languages.NAMES), choices=languages.NAMES
    )
    parser.add_argument("--license", default="", help="SPDX name, where none is found")
    parser.add_argument("--history", action="store_true", help="count changes, too")
    parser.add_argument("--threads", type=int, default=1)
    args = cli.parse(parser)
    with cli.progress("files", None) as advance:
        loaded = load(
            args.repo, args.language, args.license, args.history, args.threads, progress=advance
        )
    found = report(loaded, history=args.history)
    page.write(found, args.output)
    table = Table("rows about", "of which", "rows", title=found["repository"])
    for name, tasks in found["rows_by_category"].items():
        told = ", ".join(f"{task} {count}" for task, count in tasks.items())
        table.add_row(name, told, str(sum(tasks.values())))
    cli.say(table, f"{args.output}: {found['rows']} rows are to be expected")
    cli.result(args, found)


if __name__ == "__main__":
    cli.run(main)
