# PYTHON_ARGCOMPLETE_OK
"""Writes a model's metrics.json and training.csv, which `dvc metrics` and `dvc plots` compare.

    python scripts/write_metrics.py --evaluation reports/cypher/q4_k_m.json \\
        --loss reports/cypher/q4_k_m-loss.json --training reports/cypher/training.jsonl \\
        --output metrics.json --curve training.csv
"""

import csv

from neural import cli
from neural.evaluation import report
from neural.files import atomic_write
from neural.records import jsonl
from neural.release.metrics import metrics

COLUMNS = ("step", "loss", "val_loss")


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--evaluation", nargs="+", required=True, help="one a quantization")
    parser.add_argument("--loss", nargs="*", default=[], help="loss reports of the same files")
    parser.add_argument("--training", required=True, help="metrics of the training, JSONL")
    parser.add_argument("--output", required=True, help="JSON file to write")
    parser.add_argument("--curve", required=True, help="CSV file to write: loss by step")
    args = cli.parse(parser)
    found = metrics(
        *([report.read(path) for path in paths] for paths in (args.evaluation, args.loss))
    )
    with atomic_write(args.curve) as file:
        lines = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        lines.writeheader()
        lines.writerows(jsonl.read(args.training))
    report.write(found, args.output)
    cli.say(f"{args.output}: {len(found)} quantizations")


if __name__ == "__main__":
    cli.run(main)
