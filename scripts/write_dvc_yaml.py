"""Writes dvc.yaml from Snakemake's own list of artifacts, or checks that it says the same.

DVC asks whether a dataset or model may have changed; Snakemake then decides job by job. So a
stage depends on all code at once, and Snakemake does nothing where only a comment changed.
"""

import csv
import subprocess
import sys
from pathlib import Path

import yaml

from neural import cli, config
from neural.errors import UserError
from neural.files import atomic_write

CODE = ["Snakefile", "config.schema.yaml", "neural", "rules", "scripts"]
HEADER = (
    "# Written by scripts/write_dvc_yaml.py from the workflow; `--check` tells when it is old.\n"
)


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    parser.add_argument("--output", type=Path, default=Path("dvc.yaml"))
    args = cli.parse(parser)
    experiments = config.read("config.yaml")
    text = HEADER + yaml.safe_dump(stages(experiments, outputs()), sort_keys=False, width=100)
    if args.check:
        if not args.output.exists() or args.output.read_text(encoding="utf-8") != text:
            raise UserError(f"{args.output} is old. Run scripts/write_dvc_yaml.py and commit it.")
        cli.say(f"{args.output} is up to date")
        return
    with atomic_write(args.output) as file:
        file.write(text)
    cli.say(f"{args.output} written")


def outputs() -> list[str]:
    """All files that the workflow's default target makes, sorted."""
    command = [str(Path(sys.executable).with_name("snakemake")), "--detailed-summary"]
    listing = subprocess.run(command, capture_output=True, text=True)
    if listing.returncode:
        raise UserError(f"{' '.join(command)}: {listing.stderr.strip()}")
    rows = csv.DictReader(listing.stdout.splitlines(), delimiter="\t")
    files = {row["output_file"] for row in rows}
    return sorted(name for name in files if not name.startswith("state/"))  # parts of datasets


def stages(experiments: dict, files: list[str]) -> dict:
    """dvc.yaml as a value: a stage for each dataset and each model."""
    made: dict[str, dict] = {}
    for dataset in experiments["datasets"]:
        endings = ("croissant.json", "html", "json", "md")
        reports = [f"reports/datasets/{dataset}.{ending}" for ending in endings]
        outs = [f"data/raw/{dataset}.jsonl", *reports]
        keys = [f"datasets.{dataset}", *(["validation"] if "validation" in experiments else [])]
        made[f"dataset_{dataset}"] = stage(outs, CODE, keys, outs)
    for model, entry in experiments["models"].items():
        folders = (f"data/{model}/", f"models/{model}/", f"models/{model}-", f"reports/{model}/")
        outs = [file for file in files if file.startswith(folders)]
        raw = [f"data/raw/{dataset}.jsonl" for dataset in entry["mix"]]
        keys = [f"models.{model}", "preset", *(["base"] if "base" in experiments else [])]
        final = [file for file in outs if file.startswith(f"models/{model}-")]
        measured = [f"reports/{model}/{quant}.json" for quant in entry["quantizations"]]
        drawn = [file for file in outs if file.endswith(".svg")]
        targets = [*final, f"reports/{model}/card.md"]
        made[f"model_{model}"] = stage(targets, [*CODE, *raw], keys, outs, measured, drawn)
    left = set(files) - {out for one in made.values() for out in _paths(one)}
    if left:
        raise UserError(f"no stage of dvc.yaml would hold {', '.join(sorted(left))}")
    return {"stages": made}


def stage(
    targets: list[str],
    deps: list[str],
    keys: list[str],
    outs: list[str],
    metrics: tuple | list = (),
    plots: tuple | list = (),
) -> dict:
    """One stage. `persist` keeps the files, so that Snakemake finds what is still right."""
    bin = ".venv/bin"
    value = {
        "cmd": [
            f"{bin}/python -m scripts.provenance restore",
            f"{bin}/snakemake {' '.join(targets)}",
            f"{bin}/python -m scripts.provenance save",
        ],
        "deps": sorted(deps),
        "params": [{"config.yaml": keys}],
        "outs": [{out: {"persist": True}} for out in outs if out not in (*metrics, *plots)],
    }
    for kind, found in (("metrics", metrics), ("plots", plots)):
        if found:
            value[kind] = [{out: {"persist": True}} for out in found]
    return value


def _paths(one: dict) -> list[str]:
    return [
        path
        for kind in ("outs", "metrics", "plots")
        for entry in one.get(kind, [])
        for path in entry
    ]


if __name__ == "__main__":
    cli.run(main)
