"""Writes a merged Hugging Face folder as GGUF, quantized where asked.

    python scripts/export_to_gguf.py --model_dir models/cypher/merged --output cypher.gguf \\
        --quant_type q4_k_m
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from neural import cli
from neural.errors import UserError
from neural.gguf import checkpoint, quantize, writer


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("--model_dir", required=True, help="merged model, or adapter (see below)")
    parser.add_argument("--output", required=True)
    parser.add_argument("--quant_type", default="f16", help=", ".join(quantize.QUANTS))
    parser.add_argument(
        "--merge_adapters", action="store_true", help="model_dir is a LoRA adapter: merge it first"
    )
    parser.add_argument("--name", help="general.name in the file (default: the folder's name)")
    parser.add_argument("--license", help="general.license in the file, e.g. apache-2.0")
    parser.add_argument("--threads", type=int, default=2)
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    quant = quantize.known(args.quant_type)
    general = {k: v for k, v in (("name", args.name), ("license", args.license)) if v}
    with tempfile.TemporaryDirectory(prefix="export-") as scratch:
        folder = Path(args.model_dir)
        if args.merge_adapters:
            folder = merged(folder, Path(scratch) / "merged")
        elif (folder / "adapter_config.json").exists():
            raise UserError(f"{folder}: a LoRA adapter; add --merge_adapters.")
        if quant in writer.TYPES:
            writer.write(folder, args.output, quant, **general)
        else:
            full = writer.write(folder, Path(scratch) / "f16.gguf", "f16", **general)
            quantize.quantize(full, args.output, quant, args.threads)
    cli.say(f"{args.output}: {quantize.describe(args.output)}")


def merged(adapter: Path, output: Path) -> Path:
    """Merges an adapter into the base that it names.

    A process of its own: a plain export needs neither torch nor a rebuild when merging changes.
    """
    base = checkpoint.read_json(adapter, "adapter_config.json").get("base_model_name_or_path")
    command = [sys.executable, Path(__file__).with_name("merge_adapter.py")]
    flags = ["--base", str(base), "--adapter", adapter, "--output-dir", output]
    if subprocess.run([*command, *flags]).returncode:
        raise UserError(f"{adapter}: cannot be merged into its base {base}; see above.")
    return output


if __name__ == "__main__":
    cli.run(main)
