# PYTHON_ARGCOMPLETE_OK
"""Writes a merged Hugging Face folder, or a base with its adapter, as GGUF, quantized where asked.

    python scripts/export_to_gguf.py --model_dir models/cypher/merged --output cypher.gguf \\
        --quant_type q4_k_m
    python scripts/export_to_gguf.py --model_dir models/cypher/adapter --merge_adapters \\
        --base models/cypher/base --output cypher.gguf
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from neural import cli
from neural.errors import UserError
from neural.gguf import adapter, checkpoint, quantize, writer


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("--model_dir", required=True, help="merged model, or adapter (see below)")
    parser.add_argument("--output", required=True)
    parser.add_argument("--quant_type", default="f16", help=", ".join(quantize.QUANTS))
    parser.add_argument(
        "--merge_adapters",
        action="store_true",
        help="model_dir is a LoRA adapter to merge",
    )
    parser.add_argument("--base", help="its base's folder (default: as the adapter names it)")
    parser.add_argument(
        "--adapter_only", action="store_true", help="write the adapter alone, as a LoRA-GGUF"
    )
    parser.add_argument("--imatrix", help="importance matrix (scripts/measure_importance.py)")
    parser.add_argument("--name", help="general.name in the file (default: the folder's name)")
    parser.add_argument("--license", help="general.license in the file, e.g. apache-2.0")
    parser.add_argument("--threads", type=int, default=2)
    return cli.parse(parser)


def main() -> None:
    args = arguments()
    folder, quant = Path(args.model_dir), quantize.known(args.quant_type)
    general = {k: v for k, v in (("name", args.name), ("license", args.license)) if v}
    if args.adapter_only:
        adapter.write(folder, base_of(folder, args.base), args.output, **general)
        cli.say(f"{args.output}: the adapter alone; add it to its base's GGUF")
        return
    if not args.merge_adapters and (folder / "adapter_config.json").exists():
        raise UserError(f"{folder}: a LoRA adapter; add --merge_adapters, or --adapter_only.")
    with tempfile.TemporaryDirectory(prefix=".export-", dir=scratch_for(args.output)) as scratch:
        coarse = quant not in writer.TYPES
        full = Path(scratch) / "f16.gguf" if coarse else Path(args.output)
        general = {"name": writer.default_name(folder)} | general
        if args.merge_adapters:
            base = base_of(folder, args.base)
            if not adapter.merge(folder, base, full, "f16" if coarse else quant, **general):
                merge_first(base, folder, Path(scratch) / "merged")
                folder, args.merge_adapters = Path(scratch) / "merged", False
        if not args.merge_adapters:
            writer.write(folder, full, "f16" if coarse else quant, **general)
        if coarse:
            quantize.quantize(full, args.output, quant, args.threads, args.imatrix)
    cli.say(f"{args.output}: {quantize.describe(args.output)}")


def scratch_for(output: str) -> Path:
    """The output's folder: it has room for the model, which a small /tmp may not."""
    folder = Path(output).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def base_of(folder: Path, base: str | None) -> Path:
    """The base's folder: as given, or as the adapter names it."""
    named = checkpoint.read_json(folder, "adapter_config.json").get("base_model_name_or_path")
    found = Path(base or str(named))
    if not (found / "config.json").exists():
        raise UserError(
            f"{folder}: its base {found} is no folder here. Give the folder of the 16-bit base "
            "with --base; scripts/fetch_base.py makes one of a hub id."
        )
    return found


def merge_first(base: Path, folder: Path, output: Path) -> None:
    """Merges in a process of its own: a plain export needs neither torch nor a rebuild when
    merging changes."""
    command = [sys.executable, Path(__file__).with_name("merge_adapter.py")]
    flags = ["--base", str(base), "--adapter", folder, "--output-dir", output]
    if subprocess.run([*command, *flags]).returncode:
        raise UserError(f"{folder}: cannot be merged into its base {base}; see above.")


if __name__ == "__main__":
    cli.run(main)
