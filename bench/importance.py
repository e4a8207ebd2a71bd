"""Does an importance matrix help? Each quantization with and without, beside F16, on held-out rows.

python bench/importance.py --model_dir models/cypher/merged --full models/cypher/gguf/f16.gguf \\
    --train data/cypher/train.jsonl --test data/cypher/test.jsonl
"""

import tempfile
from pathlib import Path

from rich.table import Table

from neural import cli
from neural.evaluation.dataset import choose
from neural.gguf import importance, quantize
from neural.gguf.loss import loss
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--model_dir", required=True, help="the merged Hugging Face folder")
    parser.add_argument("--full", required=True, help="its F16 file")
    parser.add_argument("--train", required=True, help="rows to measure importance on")
    parser.add_argument("--test", required=True, help="rows to compare on")
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--quants", nargs="*", default=["q4_k_m", "iq4_xs", "q3_k_m", "q2_k"])
    parser.add_argument("--threads", type=int, default=2)
    args = cli.parse(parser)
    train, test = (choose(list(jsonl.read(p)), args.rows) for p in (args.train, args.test))
    table = Table(title=f"{args.full}: {len(test)} held-out rows")
    for column in ("", "KL", "KL with", "ratio", "99.9% KL", "with", "same token", "with"):
        table.add_column(column, justify="right" if column else "left")
    with tempfile.TemporaryDirectory() as scratch:
        matrix = Path(scratch) / "imatrix.gguf"
        importance.write(args.model_dir, train, matrix, args.threads)
        for quant in args.quants:
            plain, guided = (
                measured(args, quant, given, scratch, test) for given in (None, matrix)
            )
            ratio = guided["mean_kl"] / plain["mean_kl"]
            pairs = [(one[key], form) for key, form in (("tail_kl", ".3f"), ("top1", ".2%"))
                     for one in (plain, guided)]  # fmt: skip
            figures = (f"{plain['mean_kl']:.5f}", f"{guided['mean_kl']:.5f}", f"{ratio:.2f}")
            table.add_row(quant, *figures, *(format(value, form) for value, form in pairs))
    cli.say(table)


def measured(args, quant: str, matrix: Path | None, scratch: str, rows: list[dict]) -> dict:
    """The loss report of one quantization."""
    path = Path(scratch) / "x.gguf"
    quantize.quantize(args.full, path, quant, args.threads, matrix)
    return loss(path, args.full, rows, args.threads)


if __name__ == "__main__":
    cli.run(main)
