# PYTHON_ARGCOMPLETE_OK
"""Measures an importance matrix on training rows, for scripts/quantize_gguf.py --imatrix.

    python scripts/measure_importance.py --model_dir models/cypher/merged \\
        --dataset data/cypher/train.jsonl --rows 300 --output models/cypher/gguf/imatrix.gguf
"""

from neural import cli
from neural.evaluation.dataset import choose
from neural.gguf import importance
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--model_dir", required=True, help="the merged Hugging Face folder")
    parser.add_argument("--dataset", required=True, help="training rows")
    parser.add_argument("--rows", type=int, default=300, help="how many of them")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", required=True)
    args = cli.parse(parser)
    rows = choose(list(jsonl.read(args.dataset)), args.rows)
    with cli.progress("measuring importance", len(rows)) as advance:
        count = importance.write(args.model_dir, rows, args.output, args.threads, advance)
    cli.say(f"{args.output}: {count} matrices on {len(rows)} rows")


if __name__ == "__main__":
    cli.run(main)
