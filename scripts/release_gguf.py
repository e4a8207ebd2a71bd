# PYTHON_ARGCOMPLETE_OK
"""Writes the GGUF that ships: the measured file with its lineage and metrics in its own keys.

    python scripts/release_gguf.py --gguf models/cypher/gguf/q4_k_m.gguf \\
        --evaluation reports/cypher/q4_k_m.json --parity reports/cypher/parity.json \\
        --train data/cypher/train.jsonl --lineage '{"recipe": {}}' \\
        --output models/cypher-q4_k_m.gguf
"""

from collections import Counter
from importlib.metadata import version
from pathlib import Path

from neural import cli
from neural.evaluation import report
from neural.gguf import quantize
from neural.records import jsonl
from neural.release import licenses, lineage, stamp


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--gguf", required=True, help="the file that was evaluated")
    parser.add_argument("--evaluation", required=True, help="its report")
    parser.add_argument("--parity", required=True, help="report of its F16 file")
    parser.add_argument("--train", required=True, help="the training rows, which name licences")
    parser.add_argument("--made-from", nargs="*", default=[], help="files to name with their hash")
    parser.add_argument("--lineage", type=cli.settings, required=True, help="JSON object")
    parser.add_argument("--name", default="", help="the model's name (default: the output's)")
    parser.add_argument("--hub", help="hub id of the base")
    parser.add_argument("--base-license", help="the base's licence, an SPDX name")
    parser.add_argument("--imatrix", help="the importance matrix that was used")
    parser.add_argument("--output", required=True)
    args = cli.parse(parser)
    evaluation = report.read(args.evaluation)
    counts = Counter(str(row.get("license") or "") for row in jsonl.read(args.train))
    terms = licenses.combine(args.base_license, counts)
    quantization = quantize.recipe(args.gguf, args.imatrix)
    recipe = args.lineage.get("recipe", {})
    stamp.release(
        args.gguf,
        evaluation,
        report.read(args.parity),
        args.lineage | {"hub": args.hub, "files": lineage.of([*args.made_from, args.gguf])},
        args.output,
        lineage.general(
            args.name or Path(args.output).stem,
            recipe.get("base", {}),
            args.hub,
            terms.license,
            sorted(recipe.get("mix", {})),
        ),
        license=vars(terms) | {"base": args.base_license, "rows": dict(sorted(counts.items()))},
        quantization=quantization | {"llama-cpp-python": version("llama_cpp_python")},
    )
    cli.say(report.table(evaluation), f"{Path(args.output)}: released")


if __name__ == "__main__":
    cli.run(main)
