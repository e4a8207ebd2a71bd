# PYTHON_ARGCOMPLETE_OK
"""Asks a GGUF held-out questions through llama.cpp and scores its answers.

    python scripts/evaluate.py --gguf models/cypher/gguf/q4_k_m.gguf \\
        --dataset data/cypher/test.jsonl --domain cypher --report q4_k_m.json --html q4_k_m.html

Any model: --answers FILE instead of --gguf takes lines of {"id": ..., "answer": ...}, or without
id in the order of the data set; all rows are then scored, and --rows does not count.

Any data set: for cypher rows of {"schema", "question", "cypher"} will do, and "graph", a script of
CREATE statements or the path of one from the data set's folder. Without a graph no result can be
compared: answers are compared as text, and are valid if the engine takes them on an empty graph.
"""

from neural import cli, domains
from neural.evaluation import dataset, measure, page, report


def arguments():
    parser = cli.parser(__doc__, result=True)
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--gguf", help="the model to ask")
    asked.add_argument("--answers", help="JSONL of another model's answers, to score instead")
    parser.add_argument(
        "--dataset", required=True, help="held-out rows, e.g. data/cypher/test.jsonl"
    )
    parser.add_argument("--domain", required=True, help="whose metrics to use")
    parser.add_argument(
        "--source", help="only rows of this dataset (default: named as the domain), or all"
    )
    parser.add_argument("--rows", type=int, default=1000, help="how many, equally per test set")
    parser.add_argument("--max-tokens", type=int, default=256, help="longest answer")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", required=True, help="JSON to write")
    parser.add_argument("--plot", help="SVG to write: the rates")
    parser.add_argument("--html", help="page to write: rates, and wrong answers to read")
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    domain = domains.load(args.domain)
    source = None if args.source == "all" else args.source or args.domain
    rows = dataset.read(args.dataset, domain, source)
    if args.answers:
        found = measure.judge(args.answers, rows, dataset.answers(args.answers, rows), domain)
    else:
        rows = dataset.choose(rows, args.rows)
        with cli.progress(f"asking {args.gguf}", len(rows)) as advance:
            found = measure.measure(args.gguf, rows, domain, args.max_tokens, args.threads, advance)
    if args.plot:
        report.plot(found, args.plot)
    if args.html:
        page.write(found, args.html)
    report.write(found, args.report)
    cli.say(report.table(found))
    if "speed" in found:
        cli.say(report.speed(found))
    if found["too_long"]:
        cli.say(f"{len(found['too_long'])} prompts longer than the context: {found['too_long']}")
    counted = found["overall"][found["headline"]]["of"]
    if counted < len(rows):
        cli.say(
            f"{found['headline']} is of {counted} of {len(rows)} rows, as far as it concerns them"
        )
    cli.result(args, found)


if __name__ == "__main__":
    cli.run(main)
