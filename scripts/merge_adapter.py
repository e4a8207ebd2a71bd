# PYTHON_ARGCOMPLETE_OK
"""Merges a LoRA adapter into its 16-bit base and writes a whole model folder.

  python scripts/merge_adapter.py --base models/cypher/base --adapter models/cypher/adapter \\
      --output-dir models/cypher/merged
"""

from pathlib import Path

from neural import cli


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the 16-bit base")
    parser.add_argument("--adapter", type=Path, required=True, help="folder of the adapter")
    parser.add_argument("--output-dir", type=Path, required=True)
    args = cli.parse(parser)

    from neural.training.merge import merge  # torch takes seconds

    count = merge(args.base, args.adapter, args.output_dir)
    cli.say(f"{args.output_dir}: {count} matrices merged")


if __name__ == "__main__":
    cli.run(main)
