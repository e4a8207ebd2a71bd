"""dvc.yaml as values: a stage for each dataset, model and release, from the workflow's files.

DVC asks whether a dataset, model or release may have changed; Snakemake then decides job by job.
So a stage depends on all code at once, and Snakemake does nothing where only a comment changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from neural import config as experiments
from neural.errors import UserError
from neural.release import bundle

CODE = ["Snakefile", "config.schema.yaml", "neural", "rules", "scripts"]
KINDS = ("outs", "metrics", "plots")
# DVC reads and writes a file as a whole: a thousand stages in one take it minutes.
MOST = 100
HEADER = (
    "# Written by scripts/write_dvc_yaml.py from the workflow; `--check` tells when it is old.\n"
)


def documents(config: Mapping, files: Sequence[str]) -> dict[str, str]:
    """The text of each dvc.yaml by its path. `files`: all that the workflow makes.

    Releases stand first, so that they and their artifacts are in the root's file. UserError where
    no stage would hold a file, or where releases alone are too many for one.
    """
    releases, others = _releases(config), {**_datasets(config), **_models(config, files)}
    if len(releases) > MOST:
        raise UserError(f"config.yaml: {len(releases)} models with a gate; DVC bears {MOST}.")
    stages = list((releases | others).items())
    left = set(files) - {path for _, one in stages for path in paths(one)}
    if left:
        raise UserError(
            f"no stage of dvc.yaml would hold {', '.join(sorted(left))}. "
            "Its rule is of no dataset and no model: neural/stages.py has to know it."
        )
    found = {}
    for start in range(0, len(stages), MOST):
        part = dict(stages[start : start + MOST])
        if start:
            place = f"stages/{start // MOST}/dvc.yaml"
            value = {"stages": {name: {"wdir": "../..", **one} for name, one in part.items()}}
        else:
            place, value = "dvc.yaml", {"stages": part, **_top(config)}
        found[place] = HEADER + yaml.safe_dump(value, sort_keys=False, width=100)
    return found


def old(config: Mapping, files: Sequence[str]) -> list[str]:
    """The dvc.yaml files that do not say what the workflow makes."""
    texts = documents(config, files)
    there = {str(path): path.read_text(encoding="utf-8") for path in places()}
    return [name for name in texts | there if texts.get(name) != there.get(name)]


def places() -> list[Path]:
    """The dvc.yaml files that are there, the root's first."""
    return [*Path().glob("dvc.yaml"), *sorted(Path().glob("stages/*/dvc.yaml"))]


def read(names: Iterable[Path]) -> dict[str, dict]:
    """Every stage of these dvc.yaml or dvc.lock files by its name."""
    stages: dict[str, dict] = {}
    for name in names:
        # In C: thousands of outputs take seconds otherwise.
        value = yaml.load(name.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        stages |= value.get("stages") or {}
    return stages


def locked() -> dict[str, dict]:
    """Every stage of dvc.lock: those that were made."""
    return read(path for path in (p.with_name("dvc.lock") for p in places()) if path.exists())


def needed(names: Iterable[str]) -> list[str]:
    """The stages and all that they are made from, at any depth."""
    known, found, open_ends = read(places()), [], list(names)
    makers = {path: name for name, stage in known.items() for path in paths(stage)}
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.append(name)
            open_ends += [makers[dep] for dep in known[name]["deps"] if dep in makers]
    return found


def artifacts() -> list[str]:
    """The files that the stages make."""
    return [path for stage in read(places()).values() for path in paths(stage)]


def paths(stage: Mapping) -> Iterator[str]:
    """The files of one stage."""
    for kind in KINDS:
        for entry in stage.get(kind, []):
            yield from entry


def _datasets(config: Mapping) -> dict[str, dict]:
    made = {}
    for dataset in config["datasets"]:
        endings = ("croissant.json", "html", "json", "md")
        reports = [f"reports/datasets/{dataset}.{ending}" for ending in endings]
        outs = [f"data/raw/{dataset}.jsonl", *reports]
        keys = [f"datasets.{dataset}", *(["validation"] if "validation" in config else [])]
        deps = [*CODE, *config.get("validation", {}).get("against", [])]
        made[f"dataset_{dataset}"] = _stage(outs, deps, keys, outs)
    return made


def _models(config: Mapping, files: Sequence[str]) -> dict[str, dict]:
    made = {}
    for model, entry in config["models"].items():
        folders = (f"data/{model}/", f"models/{model}/", f"models/{model}-", f"reports/{model}/")
        outs = [file for file in files if file.startswith(folders)]
        deps = [*CODE, *(f"data/raw/{dataset}.jsonl" for dataset in entry["mix"])]
        deps += [f"reports/datasets/{dataset}.json" for dataset in entry["mix"]]
        base = experiments.base(config, model)
        deps += [base["base"]] if "base" in base and "revision" not in base else []
        # A gate says what may ship; the model is the same whatever it says.
        keys = [f"models.{model}.{key}" for key in entry if key != "gate"]
        # What its files say of their making names the recipe of each dataset.
        keys += [f"datasets.{dataset}" for dataset in entry["mix"]]
        keys += [key for key in ("preset", "base", "revision") if key in config]
        last = [file for file in outs if file.startswith(f"models/{model}-")]
        targets = [*last, f"reports/{model}/card.md", *_metrics(model)]
        drawn = [file for file in outs if file.endswith(".svg")]
        made[f"model_{model}"] = _stage(targets, deps, keys, outs, _metrics(model), drawn)
    return made


def _releases(config: Mapping) -> dict[str, dict]:
    made = {}
    for model, entry in config["models"].items():
        if "gate" not in entry:
            continue
        quants = entry["gate"]["quantizations"]
        outs = bundle.files(model, quants)
        deps = [*CODE, f"data/{model}/test.jsonl"]
        deps += [f"models/{model}-{quant}.gguf" for quant in quants]
        names = [f"{q}{end}.json" for q in quants for end in ("", "-loss")]
        names += ["f16.json", "card.md", "quantizations.svg"]
        deps += {f"reports/{model}/{name}" for name in names}
        keys = [f"models.{model}.gate", f"models.{model}.domain"]
        made[f"release_{model}"] = _stage([f"release/{model}/{bundle.SUMS}"], deps, keys, outs)
    return made


def _top(config: Mapping) -> dict:
    """What belongs to no stage: the curves that revisions are compared by, and the registry."""
    plots = [
        {
            f"reports/{model}/training.csv": {
                **{"x": "step", "x_label": "step", "y_label": "loss"},
                **{"y": ["loss", "val_loss"], "title": f"training of {model}"},
            }
        }
        for model in config["models"]
    ]
    artifacts = {
        model: {"path": f"release/{model}", "type": "model"}
        for model in config["models"]
        if experiments.has_gate(config, model)
    }
    return {"plots": plots} | ({"artifacts": artifacts} if artifacts else {})


def _metrics(model: str) -> list[str]:
    return [f"reports/{model}/metrics.json"]


def _stage(
    targets: Sequence[str],
    deps: Sequence[str],
    keys: Sequence[str],
    outs: Sequence[str],
    metrics: Sequence[str] = (),
    plots: Sequence[str] = (),
) -> dict:
    """One stage. `persist` keeps the files, so that Snakemake finds what is still right."""
    bin = ".venv/bin"
    value = {
        "cmd": [
            f"{bin}/python scripts/provenance.py restore",
            f"{bin}/snakemake {' '.join(targets)}",
            f"{bin}/python scripts/provenance.py save",
        ],
        "deps": sorted(deps),
        "params": [{"config.yaml": list(keys)}],
        "outs": [{out: {"persist": True}} for out in outs if out not in (*metrics, *plots)],
    }
    if metrics:  # in git: compared, and held against the gate, without any data
        value["metrics"] = [{path: {"cache": False, "persist": True}} for path in metrics]
    if plots:
        value["plots"] = [{path: {"persist": True}} for path in plots]
    return value
