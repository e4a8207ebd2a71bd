# PYTHON_ARGCOMPLETE_OK
"""Writes a dataset's card in Hugging Face's format and its metadata in Croissant's.

    python scripts/write_dataset_card.py --name cypher --recipe '{"domain": "cypher", "seed": 1}' \\
        --dataset data/raw/cypher.jsonl --report reports/datasets/cypher.json \\
        --output cypher.md --croissant cypher.croissant.json
"""

import json
from itertools import islice
from pathlib import Path

from neural import cli
from neural.errors import UserError
from neural.evaluation import report
from neural.files import atomic_write, sha256
from neural.records import jsonl
from neural.release.dataset import card, croissant

SAMPLE = 1000  # rows that tell the keys


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--name", required=True)
    parser.add_argument("--recipe", type=cli.settings, required=True, help="as in config.yaml")
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--report", required=True, help="of its validation")
    parser.add_argument("--output", required=True, help="the card to write")
    parser.add_argument("--croissant", required=True, help="the metadata to write")
    args = cli.parse(parser)
    validation = report.read(args.report)
    if [file["sha256"] for file in validation["files"]] != [sha256(args.dataset)]:
        raise UserError(f"{args.report} is not of {args.dataset} as it is now. Validate it again.")
    rows = list(islice(jsonl.read(args.dataset), SAMPLE))
    with atomic_write(args.output) as file:
        file.write(card(args.name, validation, args.recipe, rows))
    with atomic_write(args.croissant) as file:
        json.dump(croissant(args.name, validation, args.recipe, rows), file, indent=2)
        file.write("\n")
    cli.say(f"{args.output}, {args.croissant}: {validation['rows']} rows")


if __name__ == "__main__":
    cli.run(main)
