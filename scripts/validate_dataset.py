"""Checks dataset files and says what to mend first.

Exit code: 0 clean or only warnings, 1 errors (with --strict also warnings), 2 wrong usage.
"""

import json
from pathlib import Path

from rich.markup import escape

from neural import cli, domains
from neural.files import atomic_write
from neural.records.validate import validate


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="JSONL, one row a line")
    parser.add_argument("--report", type=Path, help="write all findings and statistics as JSON")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--domain", help="also check the answers by this domain's own rules")
    args = cli.parse(parser)
    for path in args.files:
        if not Path(path).is_file():
            parser.error(f"{path}: no such file")
    if args.domain and args.domain not in domains.names():
        parser.error(f"unknown domain {args.domain!r}; known: {', '.join(domains.names())}")
    return args


def main() -> int:
    args = arguments()
    report = validate(args.files, args.domain)
    if args.report:
        with atomic_write(args.report) as file:
            json.dump(report, file, indent=2, ensure_ascii=False)
            file.write("\n")
    show(report)
    return 1 if report["verdict"] == "error" or (args.strict and report["findings"]) else 0


def show(report: dict) -> None:
    """Prints what to mend first, then how the rows are spread."""
    for place, finding in enumerate(report["findings"]):
        word = "fix first" if place == 0 and finding["level"] == "error" else finding["level"]
        cli.say(escape(f"{word}: {finding['count']} {finding['kind']}: {finding['remedy']}"))
        for first in finding["first"][:3]:
            where = f"{first['file']}:{first['line']}" if first["line"] else first["file"]
            cli.say(escape(f"    {where}{': ' if first['detail'] else ''}{first['detail']}"))
    words = report["words"]["output"]
    cli.say(
        f"{report['verdict']}: {report['rows']} rows of {report['lines']} lines, "
        f"{len(report['categories'])} categories, {report['split_groups']} split groups; "
        f"output median {words['median']}, longest {words['max']} words"
    )


if __name__ == "__main__":
    cli.run(main)
