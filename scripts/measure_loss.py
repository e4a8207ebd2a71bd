# PYTHON_ARGCOMPLETE_OK
"""Measures what a quantization costs: its predictions beside those of F16, over answer tokens.

    python scripts/measure_loss.py --gguf models/cypher/gguf/q4_k_m.gguf \\
        --full models/cypher/gguf/f16.gguf --dataset data/cypher/test.jsonl --report loss.json
"""

from neural import cli
from neural.evaluation import report
from neural.evaluation.dataset import choose
from neural.gguf.loss import loss
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("--gguf", required=True, help="the file to judge")
    parser.add_argument("--full", required=True, help="the F16 file of the same model")
    parser.add_argument("--dataset", required=True, help="held-out rows")
    parser.add_argument("--rows", type=int, default=200, help="how many, equally per test set")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", required=True, help="JSON to write")
    args = cli.parse(parser)
    rows = choose(list(jsonl.read(args.dataset)), args.rows)
    with cli.progress(f"comparing {args.gguf} with {args.full}", len(rows)) as advance:
        found = loss(args.gguf, args.full, rows, args.threads, advance)
    report.write(found, args.report)
    cli.say(
        f"{args.gguf}: KL from F16 {found['mean_kl']:.4f} (99.9%: {found['tail_kl']:.3f}), same "
        f"first token {found['top1']:.1%}, perplexity {found['perplexity']:.4f}, "
        f"{found['tokens']} tokens of {found['rows']} answers"
    )
    cli.result(args, found)


if __name__ == "__main__":
    cli.run(main)
