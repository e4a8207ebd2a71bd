# PYTHON_ARGCOMPLETE_OK
"""Compares a merged model with its GGUF; exit code 1 and the differences' names where they differ.

    python scripts/check_parity.py --model_dir models/cypher/merged \\
        --gguf models/cypher/gguf/f16.gguf --dataset data/cypher/test.jsonl --report parity.json
"""

import json

from rich.text import Text

from neural import cli
from neural.evaluation import report
from neural.evaluation.dataset import choose
from neural.gguf import parity
from neural.records import jsonl


def main() -> int:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("--model_dir", required=True, help="the merged Hugging Face folder")
    parser.add_argument("--gguf", required=True, help="F32, F16 or BF16")
    parser.add_argument("--dataset", required=True, help="held-out rows")
    parser.add_argument("--rows", type=int, default=32, help="rows to ask")
    parser.add_argument("--strings", type=int, default=2000, help="hostile strings to tokenize")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", required=True, help="JSON to write")
    args = cli.parse(parser)
    rows = choose(list(jsonl.read(args.dataset)), args.rows)
    with cli.progress(f"comparing {args.gguf}", parity.CHECKS) as advance:
        found = parity.compare(
            args.model_dir, args.gguf, rows, args.strings, args.seed, args.threads, advance
        )
    report.write(found, args.report)
    show(found)
    cli.result(args, found)
    return 0 if found["ok"] else 1


def show(found: dict) -> None:
    """One line for each check; the differences of those that failed."""
    for name, check in found["checks"].items():
        result = "equal" if check["ok"] else f"{check['different']} DIFFER"
        largest = f", largest difference {check['largest']:.2g}" if "largest" in check else ""
        cli.say(f"{name}: {result} of {check['compared']}{largest}")
        for example in check["examples"]:
            cli.say(Text(f"  {json.dumps(example, ensure_ascii=False)}"))
    if found["control_by_look"]:
        cli.say(f"llama.cpp reads as control tokens in any text: {found['control_by_look']}")
    same = found["rounding"]
    cli.say(
        f"text after rounding the weights: {same['same_text_as_f32']} of {same['compared']} same"
    )


if __name__ == "__main__":
    cli.run(main)
