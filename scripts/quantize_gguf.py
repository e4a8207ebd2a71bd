# PYTHON_ARGCOMPLETE_OK
"""Quantizes a GGUF with llama.cpp's quantizer.

python scripts/quantize_gguf.py --input f16.gguf --output q4_k_m.gguf --quant_type q4_k_m
"""

from neural import cli
from neural.gguf import quantize


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--input", required=True, help="an F32, F16 or BF16 GGUF")
    parser.add_argument("--output", required=True)
    parser.add_argument("--quant_type", required=True, help=", ".join(quantize.QUANTS))
    parser.add_argument("--imatrix", help="importance matrix (scripts/measure_importance.py)")
    parser.add_argument("--threads", type=int, default=2)
    args = cli.parse(parser)
    quantize.quantize(args.input, args.output, args.quant_type, args.threads, args.imatrix)
    cli.say(f"{args.output}: {quantize.describe(args.output)}")


if __name__ == "__main__":
    cli.run(main)
