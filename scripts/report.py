# PYTHON_ARGCOMPLETE_OK
"""Writes one page of all that is built: data, losses, accuracy, wrong answers, cards.

python scripts/report.py --output reports/report.html

It is Snakemake's report of those files of config.yaml that are there; the page needs no network.
"""

import os
import subprocess
import sys
from pathlib import Path

from neural import cli, config
from neural.errors import UserError


def built(experiments: dict) -> list[str]:
    """The files that people ask for, as far as they are there."""
    names = [
        f"models/{name}-{quant}.gguf"
        for name, model in experiments["models"].items()
        for quant in model["quantizations"]
    ]
    names += [f"reports/{name}/card.md" for name in experiments["models"]]
    names += [f"reports/datasets/{name}.md" for name in experiments["datasets"]]
    return [name for name in names if Path(name).exists()]


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", default="reports/report.html", help="HTML to write")
    args = cli.parse(parser)
    targets = built(config.read("config.yaml"))
    if not targets:
        raise UserError("nothing is built yet. Build a model: make models/cypher-q4_k_m.gguf")
    output = Path(args.output)
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.parent / f".{os.getpid()}.part.html"
    command = [sys.executable, "-m", "snakemake", *targets, "--report", str(part), "--quiet"]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            said = (done.stdout + done.stderr).strip().splitlines()[-5:]
            raise UserError("\n".join(said) + "\nSnakemake makes no report; mend what is above.")
        os.replace(part, output)
    finally:
        part.unlink(missing_ok=True)
    files = "1 file" if len(targets) == 1 else f"{len(targets)} files"
    cli.say(f"{output}: {files}, {output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    cli.run(main)
