"""Asks a GGUF held-out questions through llama.cpp and scores its answers.

    python scripts/evaluate.py --gguf models/cypher/gguf/q4_k_m.gguf \\
        --dataset data/cypher/test.jsonl --domain cypher --report q4_k_m.json --plot q4_k_m.svg
"""

from neural import cli, domains
from neural.evaluation import measure, report
from neural.records import jsonl


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("--gguf", required=True)
    parser.add_argument(
        "--dataset", required=True, help="held-out rows, e.g. data/cypher/test.jsonl"
    )
    parser.add_argument("--domain", required=True, help="whose metrics to use")
    parser.add_argument("--source", help="only rows of this dataset (default: named as the domain)")
    parser.add_argument("--rows", type=int, default=1000, help="how many, equally per test set")
    parser.add_argument("--max-tokens", type=int, default=256, help="longest answer")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", required=True, help="JSON to write")
    parser.add_argument("--plot", required=True, help="SVG to write")
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    domain = domains.load(args.domain)
    rows = measure.choose(list(jsonl.read(args.dataset)), args.rows, args.source or args.domain)
    with cli.progress(f"asking {args.gguf}", len(rows)) as advance:
        found = measure.measure(args.gguf, rows, domain, args.max_tokens, args.threads, advance)
    report.plot(found, args.plot)
    report.write(found, args.report)
    cli.say(report.table(found), report.speed(found))
    if found["too_long"]:
        cli.say(f"{len(found['too_long'])} prompts longer than the context: {found['too_long']}")


if __name__ == "__main__":
    cli.run(main)
