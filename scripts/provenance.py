"""Carries the records of how artifacts were made between Snakemake and provenance.jsonl in git.

python scripts/provenance.py restore   # after a checkout or pull, before snakemake
python scripts/provenance.py save      # after snakemake
"""

from pathlib import Path

import yaml

from neural import cli, provenance


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("action", choices=("save", "restore"))
    parser.add_argument("--file", type=Path, default=Path("provenance.jsonl"))
    parser.add_argument("--stages", type=Path, default=Path("dvc.yaml"), help="names the artifacts")
    args = cli.parse(parser)
    if args.action == "save":
        cli.say(f"{args.file}: {provenance.save(args.file)} artifacts")
    else:
        count = provenance.restore(args.file, artifacts(args.stages))
        cli.say(f"{count} artifacts were given their record")


def artifacts(stages: Path) -> list[str]:
    """The files that the stages of dvc.yaml make."""
    made = []
    for stage in yaml.safe_load(stages.read_text(encoding="utf-8"))["stages"].values():
        for kind in ("outs", "metrics", "plots"):
            made += [path for entry in stage.get(kind, []) for path in entry]
    return made


if __name__ == "__main__":
    cli.run(main)
