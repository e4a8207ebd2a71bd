# PYTHON_ARGCOMPLETE_OK
"""Carries the records of how artifacts were made between Snakemake and provenance.jsonl in git.

python scripts/provenance.py pull      # dvc pull, then restore; names of stages pull a part
python scripts/provenance.py restore   # after a checkout, before snakemake
python scripts/provenance.py save      # after snakemake
python scripts/provenance.py check     # names foreign files and stale ones; changes nothing
"""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from neural import cli, plan, provenance, stages, storage
from neural.errors import UserError
from neural.files import exclusive


def main() -> int:
    parser = cli.parser(__doc__)
    parser.add_argument("action", choices=("save", "restore", "pull", "check"))
    parser.add_argument("stages", nargs="*", help="stages of dvc.yaml to pull (default: all made)")
    parser.add_argument("--file", type=Path, default=Path("provenance.jsonl"))
    args = cli.parse(parser)
    if args.action == "check":
        return check(args.file)
    with storage.alone() if args.action == "pull" else nullcontext(), build_lock():
        if args.action == "save":
            cli.say(f"{args.file}: {provenance.save(args.file, stages.artifacts())} artifacts")
            return 0
        if args.action == "pull":
            storage.pull(args.stages)
        count = provenance.restore(args.file, stages.artifacts())
        cli.say(f"{count} artifacts were given their record")
    return 0


def build_lock() -> AbstractContextManager:
    """The lock that a build holds in its folder."""
    return exclusive(".snakemake/build.lock", lambda holder: cli.say(f"Waiting for {holder}"))


def check(file: Path) -> int:
    """1 where a file at hand is of unknown origin or what is recorded would be made anew."""
    found = provenance.check(file, stages.artifacts())
    stale = plan.stale(file)
    cli.say(*(f"foreign: {path}" for path in found.foreign))
    cli.say(*(f"stale: {one}" for one in stale))
    cli.say(
        f"{len(found.known)} known, {len(found.foreign)} foreign, {len(found.absent)} recorded "
        f"but not at hand; {len(stale)} stale"
    )
    if found.foreign:
        raise UserError(
            "nobody knows how the foreign files were made. Delete them, or get the recorded ones "
            "by `dvc checkout --force`."
        )
    return 1 if stale else 0


if __name__ == "__main__":
    cli.run(main)
