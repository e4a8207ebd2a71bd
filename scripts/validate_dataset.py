# PYTHON_ARGCOMPLETE_OK
"""Checks dataset files and says what to mend first.

    python scripts/validate_dataset.py data/raw/cypher.jsonl --domain cypher
    python scripts/validate_dataset.py train.jsonl test.jsonl --report reports/mine --fix mended

FILE is JSONL, also packed with gzip or zstd, or Parquet, a folder of these, or - for standard
input. Rows are of one of five forms: instruction, messages, conversations, prompt with completion,
text (--schema prints them as JSON Schema). Files whose names say test, val, … are held out: what
the other files share with them is a leak.

Exit code: 0 clean or only warnings, 1 errors (with --strict also warnings), 2 wrong usage.
"""

import json
from pathlib import Path

from neural import cli, domains
from neural.errors import UserError
from neural.files import require
from neural.presets import PRESETS
from neural.records import fix, forms, limits, page, pool
from neural.records.findings import KINDS
from neural.records.report import report
from neural.records.validate import Options, Validation


def arguments():
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file or folder, or -")
    parser.add_argument(
        "--report", type=Path, metavar="DIR", help="write report.json and report.html there "
        "(or FILE.json, and FILE.html beside it)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument(
        "--fix", type=Path, metavar="DIR", help="write the files there without the rows that are "
        "wrong, and removed.jsonl, which says why",
    )  # fmt: skip
    parser.add_argument("--domain", help="also check the answers by this domain's own rules")
    parser.add_argument("--form", choices=forms.FORMS, help="the only form of rows that is welcome")
    parser.add_argument("--license", default="", help="of rows that name none (SPDX)")
    parser.add_argument(
        "--against", nargs="+", default=[], metavar="FILE", help="questions not to be trained on"
    )
    parser.add_argument("--tokenizer", help="tokenizer.json, or a folder with one: count tokens")
    parser.add_argument("--preset", choices=PRESETS, help="its context is the limit in tokens")
    parser.add_argument("--limits", type=cli.settings, default={}, help='{"similar": 0.9, …}')
    parser.add_argument("--threads", type=int, default=pool.available())
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of a row")
    args = cli.parse(parser)
    if not args.files and not args.schema:
        parser.error("no FILE is given; name a file or a folder of rows, or -")
    if args.domain and args.domain not in domains.names():
        parser.error(f"unknown domain {args.domain!r}; known: {', '.join(domains.names())}")
    return args


def main() -> int:
    args = arguments()
    if args.schema:
        print(json.dumps(forms.schema(), indent=2))
        return 0
    found = limits.read(args.limits, KINDS)
    options = Options(
        domain=args.domain,
        limits=found,
        form=args.form,
        license=args.license,
        against=tuple(args.against),
        tokenizer=args.tokenizer and str(tokenizer(Path(args.tokenizer))),
        context=found.context or (PRESETS[args.preset].context if args.preset else 0),
        threads=args.threads,
    )
    if options.context and not options.tokenizer:
        raise UserError("a limit in tokens (--preset, context), and no --tokenizer. Name one.")
    made = Validation(
        args.files, options, progress=cli.console.log if cli.console.is_terminal else str
    )
    result = report(made)
    if args.report:
        page.write(result, args.report)
    show(result)
    cli.result(args, result)
    if args.fix:
        for file in fix.fix(made, args.fix, args.strict):
            cli.say(f"{file['cleaned']}: {file['kept']} rows kept, {file['removed']} removed")
    return 1 if result["verdict"] in ("error", "warning" if args.strict else "error") else 0


def tokenizer(path: Path) -> Path:
    """The tokenizer.json that is meant; UserError where there is none."""
    file = path / "tokenizer.json" if path.is_dir() else path
    return require(file, "tokenizer", "Name a tokenizer.json or a model's folder.")


def show(report: dict) -> None:
    """Prints what to mend first, then how the rows are spread."""
    for place, finding in enumerate(report["findings"]):
        word = "fix first" if place == 0 and finding["level"] == "error" else finding["level"]
        cli.say(f"{word}: {finding['count']} {finding['kind']}: {finding['remedy']}")
        for first in finding["first"][:3]:
            where = f"{first['file']}:{first['line']}" if first["line"] else first["file"]
            cli.say(f"    {where}{': ' if first['detail'] else ''}{first['detail']}")
    words = report["words"]["output"]
    cli.say(
        f"{report['verdict']}: {report['rows']} rows of {report['lines']} lines, "
        f"{len(report['categories'])} categories, {report['split_groups']} split groups; "
        f"output median {words['median']}, longest {words['max']} words"
    )


if __name__ == "__main__":
    cli.run(main, mistake=2)
