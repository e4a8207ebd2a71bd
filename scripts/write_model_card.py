"""Writes a model's card in Hugging Face's format from its reports.

    python scripts/write_model_card.py --model cypher --evaluation reports/cypher/q4_k_m.json \\
        --mix reports/cypher/mix.json --training reports/cypher/training.jsonl --output card.md
"""

from neural import cli
from neural.evaluation import report
from neural.files import atomic_write
from neural.records import jsonl
from neural.release.card import card


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--model", required=True, help="its name")
    parser.add_argument("--evaluation", action="append", required=True, help="report (repeat)")
    parser.add_argument("--mix", required=True, help="report of the mix")
    parser.add_argument("--training", required=True, help="metrics of the training, JSONL")
    parser.add_argument("--lineage", type=cli.settings, default={}, help="JSON object")
    parser.add_argument("--license", help="SPDX name, e.g. apache-2.0")
    parser.add_argument("--output", required=True)
    args = cli.parse(parser)
    text = card(
        args.model,
        [report.read(path) for path in args.evaluation],
        report.read(args.mix),
        list(jsonl.read(args.training)),
        args.lineage,
        args.license,
    )
    with atomic_write(args.output) as file:
        file.write(text)
    cli.say(f"{args.output}: {len(args.evaluation)} quantizations")


if __name__ == "__main__":
    cli.run(main)
