# PYTHON_ARGCOMPLETE_OK
"""Writes a model's card in Hugging Face's format from its reports.

    python scripts/write_model_card.py --model cypher --evaluation reports/cypher/q4_k_m.json \\
        --mix reports/cypher/mix.json --training reports/cypher/training.jsonl \\
        --gguf models/cypher-q4_k_m.gguf --output card.md
"""

from pathlib import Path

from neural import cli
from neural.evaluation import report
from neural.files import atomic_write
from neural.records import jsonl
from neural.release import choice, stamp
from neural.release.card import card


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--model", required=True, help="its name")
    parser.add_argument("--evaluation", action="append", required=True, help="report (repeat)")
    parser.add_argument("--loss", nargs="*", default=[], help="loss reports of the same files")
    parser.add_argument("--mix", required=True, help="report of the mix")
    parser.add_argument("--training", required=True, help="metrics of the training, JSONL")
    parser.add_argument("--gguf", required=True, help="one of the released files")
    parser.add_argument("--plot", help="SVG to write: accuracy and loss by size")
    parser.add_argument("--output", required=True)
    args = cli.parse(parser)
    evaluations = [report.read(path) for path in args.evaluation]
    losses = [report.read(path) for path in args.loss]
    if args.plot:
        choice.plot(evaluations, losses, args.plot)
    text = card(
        args.model,
        evaluations,
        report.read(args.mix),
        list(jsonl.read(args.training)),
        stamp.stamped(args.gguf),
        losses,
        Path(args.plot).name if args.plot else None,
    )
    with atomic_write(args.output) as file:
        file.write(text)
    taken = choice.best(evaluations)["file"]["name"]
    cli.say(f"{args.output}: {len(evaluations)} quantizations; take {taken}")


if __name__ == "__main__":
    cli.run(main)
