# PYTHON_ARGCOMPLETE_OK
"""Fetches a base from the hub at a pinned revision, or takes it from a local folder.

python scripts/fetch_base.py --preset qwen_0_5b --output-dir models/cypher/base
python scripts/fetch_base.py --base my/model --output-dir models/cypher/base
python scripts/fetch_base.py --base owner/model --revision 40-HEX-DIGITS --output-dir base
"""

from pathlib import Path

from neural import cli, presets
from neural.base import fetch
from neural.errors import UserError


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--preset", choices=list(presets.PRESETS))
    parser.add_argument("--base", help="local folder or hub id; wins over --preset")
    parser.add_argument("--revision", help="commit on the hub (default: the preset's)")
    parser.add_argument("--output-dir", type=Path, required=True)
    args = cli.parse(parser)
    base, revision = args.base, args.revision
    if base is None:
        if args.preset is None:
            raise UserError("nothing is named to be fetched. Give --preset or --base.")
        preset = presets.get(args.preset)
        if preset.hub is None:
            raise UserError(
                f"--preset {args.preset} is built, not fetched. Use scripts/build_nano.py."
            )
        base, revision = preset.hub, revision or preset.revision
    folder = Path(base) if Path(base).is_dir() else fetch.from_hub(base, revision)
    added = fetch.write(folder, args.output_dir)
    cli.say(f"{args.output_dir}: {base}" + ("" if Path(base).is_dir() else f" at {revision}"))
    if added:
        cli.say(f"it speaks no ChatML: {', '.join(added)} added, for training to learn")


if __name__ == "__main__":
    cli.run(main)
