"""Whether the files of one commit agree with each other, told without any data."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from neural import provenance, stages
from neural.evaluation import report
from neural.files import sha256
from neural.release import gate, ledger, metrics


def disagreements(path: str | Path) -> list[str]:
    """Where dvc.lock and the metrics in git are not what `path`, the records, speak of."""
    lines, known = provenance.lines_of(path), stages.read(stages.places())
    found = []
    for name, stage in stages.locked().items():
        if name not in known:
            found.append(f"dvc.lock: {name} is no stage of dvc.yaml; run dvc repro")
            continue
        made, wanted = (
            {out["path"] for out in stage.get("outs", [])},
            set(stages.paths(known[name])),
        )
        found += [f"dvc.lock: {name} lacks {out}; run dvc repro" for out in wanted - made]
        found += [f"{path}: no record of {out}, which dvc.lock has" for out in made - set(lines)]
    for place in sorted(Path().glob("reports/*/metrics.json")):
        line = lines.get(place.as_posix())
        if not line or line["sha256"] != sha256(place):
            found.append(f"{place}: not the recorded bytes; build it, do not edit it")
    return sorted(found)


def failed_gates(config: Mapping) -> list[str]:
    """The limits that the committed metrics do not keep, of each model that has both."""
    return [text for model in config["models"] for text in _failed(config, model)]


def _failed(config: Mapping, model: str) -> Iterator[str]:
    limits, place = config["models"][model].get("gate"), Path(f"reports/{model}/metrics.json")
    if not limits or not place.exists():
        return
    figures = report.read(place)
    wanted = [*limits["quantizations"], "f16"]
    if missing := [quant for quant in wanted if quant not in figures]:
        yield f"{place}: lacks {', '.join(missing)}, which the gate asks for"
        return
    reports = {quant: metrics.as_report(quant, figures[quant]) for quant in wanted}
    shipped = [reports[quant] for quant in limits["quantizations"]]
    last = ledger.last("releases.jsonl", model)
    for check in gate.checks(shipped, reports["f16"], limits, shipped, last):
        if not check.ok:
            yield f"{model}: {check.file}: {check.what} {check.limit:g}, found {check.found:.4f}"
