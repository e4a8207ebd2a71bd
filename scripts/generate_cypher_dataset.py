# PYTHON_ARGCOMPLETE_OK
"""Generate questions about graphs with the Cypher queries that answer them, each one executed.

python scripts/generate_cypher_dataset.py --output data/raw/cypher.jsonl --num-examples 1000
"""

from neural import cli
from neural.domains import cypher
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    parser.add_argument("--num-examples", "--count", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-graph", type=int, default=8, help="rows on each sampled graph")
    parser.add_argument("--natural", type=float, default=0.2, help="share of freely worded rows")
    parser.add_argument("--labels", type=int, help="most labels of a schema (default: 4)")
    parser.add_argument("--depth", type=int, default=3, help="most conditions, hops and orders")
    parser.add_argument("--deep", type=float, default=0.7, help="share of rows deeper than one")
    parser.add_argument("--longer", type=float, default=0.0, help="share of rows one deeper")
    parser.add_argument("--grammar", choices=("full", "core"), default="full")
    parser.add_argument(
        "--tasks",
        type=cli.settings,
        help='shares of what is asked for: {"generate": 1, "repair": 0}',
    )
    parser.add_argument(
        "--action", default="heimdall.watcher.query", help="what the host calls running a query"
    )
    parser.add_argument("--threads", type=int, default=0, help="engines side by side (0: all)")
    parser.add_argument(
        "--graph", metavar="SOURCE", help="your own graph: YAML, schema dump, bolt:// or http://"
    )
    parser.add_argument(
        "--graph-values", action="store_true", help="take texts and ranges from the graph itself"
    )
    args = cli.parse(parser)
    with cli.progress("cypher rows", args.num_examples) as advance:
        rows = cypher.generate(
            args.num_examples,
            args.seed,
            per_graph=args.per_graph,
            natural=args.natural,
            labels=args.labels,
            depth=args.depth,
            deep=args.deep,
            longer=args.longer,
            grammar=args.grammar,
            tasks=args.tasks,
            action=args.action,
            graph=args.graph,
            graph_values=args.graph_values,
            note=cli.say,
            threads=args.threads,
            progress=advance,
        )
        count = jsonl.write(args.output, rows)
    cli.say(f"{args.output}: {count} rows, each executed on a graph of its schema")


if __name__ == "__main__":
    cli.run(main)
