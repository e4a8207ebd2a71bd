# PYTHON_ARGCOMPLETE_OK
"""Generate questions to a Magic judge with their rulings, each derived by the rules engine.

python scripts/generate_mtg_dataset.py --output data/raw/mtg.jsonl --num-examples 1000
"""

from neural import cli
from neural.domains import mtg
from neural.domains.mtg import imports
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    parser.add_argument("--num-examples", "--count", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--include-advanced",
        action="store_true",
        help="also layers, the order of replacement effects, and scenes of three and more",
    )
    parser.add_argument("--kinds", nargs="+", metavar="KIND", help="only these kinds of questions")
    parser.add_argument(
        "--rules",
        metavar="FOLDER",
        help="cr.txt, ipg.txt, mtr.txt, jar.txt: stop unless every citation holds in them",
    )
    parser.add_argument(
        "--cards",
        metavar="FILE",
        help="your Scryfall oracle cards or MTGJSON AtomicCards: scenes also use those of its "
        "cards whose whole text is understood",
    )
    args = cli.parse(parser)
    cards = []
    if args.cards:
        with cli.progress("cards", None) as advance:
            imported = imports.read(args.cards, advance)
        cli.say(f"{args.cards}:", *imported.summary())
        cards = [imported.lines[name] for name in sorted(imported.lines)]
    with cli.progress("mtg rows", args.num_examples) as advance:
        rows = mtg.generate(
            args.num_examples,
            args.seed,
            include_advanced=args.include_advanced,
            kinds=args.kinds,
            rules=args.rules,
            cards=cards,
            progress=advance,
        )
        count = jsonl.write(args.output, rows)
    cli.say(f"{args.output}: {count} rows, each ruling derived from a replayed scenario")


if __name__ == "__main__":
    cli.run(main)
