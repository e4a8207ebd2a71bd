# PYTHON_ARGCOMPLETE_OK
"""Splits datasets and mixes them into one model's train.jsonl, val.jsonl and test.jsonl.

The test set holds out whole split groups (unseen_schema), held-out values (unseen_KEY), both
(unseen_both), and a few scenarios of training groups (seen), each row marked in `test_set`.

    python scripts/mix_dataset.py --source cypher=data/raw/cypher.jsonl \\
        --source english=data/raw/english.jsonl --mix '{"cypher": 0.8, "english": 0.2}' \\
        --output-dir data/cypher --report reports/cypher/mix.json
"""

import json
from pathlib import Path

from neural import cli
from neural.errors import UserError
from neural.files import atomic_write, sha256
from neural.records import jsonl
from neural.records.amounts import SHORT, Amounts, usual
from neural.records.mix import mix


def arguments():
    parser = cli.parser(__doc__, result=True)
    parser.add_argument(
        "--source", action="append", required=True, metavar="NAME=FILE", help="a dataset (repeat)"
    )
    parser.add_argument(
        "--mix",
        type=cli.settings,
        help='shares of the training rows: {"NAME": 0.7}; without it '
        "70%% of the first source (the domain), 20%% of the second (general English), 10%% of the "
        "third (the domain with explanations)",
    )
    parser.add_argument("--rows", type=int, help="training rows in all, not as many as there are")
    parser.add_argument(
        "--short", choices=SHORT, default="error", help="where a source has too few for --rows"
    )
    parser.add_argument("--temperature", type=float, help="shares times size ** (1 / temperature)")
    parser.add_argument(
        "--caps", type=cli.settings, default={}, help='the most rows of a source: {"NAME": 5000}'
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--test", type=float, default=0.1, help="held-out share of split groups")
    parser.add_argument("--val", type=float, default=0.02, help="share of the other scenarios")
    parser.add_argument(
        "--unseen", type=cli.settings, default={}, help='values never trained: {"form": ["…"]}'
    )
    parser.add_argument("--output-dir", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    paths = {}
    for source in args.source:
        name, equals, path = source.partition("=")
        if not (name and equals and path) or name in paths:
            raise UserError(f"--source {source}: expected NAME=FILE, each name once.")
        paths[name] = path
    sources = {name: list(jsonl.read(path)) for name, path in paths.items()}
    mixed = mix(
        sources,
        args.mix or usual(list(sources)),
        seed=args.seed,
        test=args.test,
        val=args.val,
        unseen=args.unseen,
        wanted=Amounts(args.rows, args.short, args.temperature, args.caps),
    )
    report = mixed.report
    for name, path in paths.items():
        report["sources"][name]["sha256"] = sha256(path)
    report["sha256"] = {}
    for part in ("train", "val", "test"):
        path = args.output_dir / f"{part}.jsonl"
        jsonl.write(path, getattr(mixed, part))
        report["sha256"][part] = sha256(path)
    with atomic_write(args.report) as file:
        json.dump(report, file, indent=2, sort_keys=True, ensure_ascii=False)
        file.write("\n")
    show(report)
    cli.result(args, report)


def show(report: dict) -> None:
    """Prints what each source gave and what was left out."""
    for name, source in report["sources"].items():
        tests = ", ".join(f"{count} {test_set}" for test_set, count in source["test"].items())
        cli.say(
            f"{name}: {source['read']} rows read, {source['train']} train, {source['val']} val, "
            f"test {tests}; {source['unused']} unused, "
            f"{source['repeated']} repeated, {source['copies_dropped']} copies dropped; "
            f"{source['groups_held_out']} of {source['groups']} groups held out"
        )
    for part, leaks in report["leaks_removed"].items():
        if any(leaks.values()):
            why = ", ".join(f"{count} {reason}" for reason, count in leaks.items() if count)
            cli.say(f"removed from {part} because training shows them: {why.replace('_', ' ')}")
    rows = report["rows"]
    cli.say(f"{rows['train']} train, {rows['val']} val, {rows['test']} test rows")


if __name__ == "__main__":
    cli.run(main)
