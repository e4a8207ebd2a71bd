"""A model's figures in a small file that git keeps, so that revisions are compared without data."""

from collections.abc import Mapping, Sequence
from pathlib import Path

LOSS = ("mean_kl", "tail_kl", "top1", "perplexity")


def metrics(evaluations: Sequence[dict], losses: Sequence[dict]) -> dict[str, dict]:
    """By quantization: rates by metric (`all` and each test set), loss against F16, bytes.

    Speed is left out: it is of a machine, not of the model.
    """
    by_file = {loss["file"]["sha256"]: loss for loss in losses}
    found = {}
    for report in evaluations:
        loss, headline = by_file.get(report["file"]["sha256"], {}), report["headline"]
        found[Path(report["file"]["name"]).stem] = {
            "headline": headline,
            "rows": report["overall"][headline]["of"],
            "bytes": report["file"]["bytes"],
            **{key: loss[key] for key in LOSS if key in loss},
            "all": _rates(report["overall"]),
            **{name: _rates(rates) for name, rates in sorted(report["test_sets"].items())},
        }
    return found


def as_report(quant: str, figures: Mapping) -> dict:
    """The figures of one quantization as the gate reads reports: without rows."""
    rates = {
        name: {metric: {"rate": rate, "of": figures["rows"]} for metric, rate in part.items()}
        for name, part in figures.items()
        if isinstance(part, Mapping)
    }
    overall = rates.pop("all")
    return {
        "file": {"name": f"{quant}.gguf"},
        "headline": figures["headline"],
        "overall": overall,
        "test_sets": rates,
        "wrong": [],
        **{key: figures[key] for key in LOSS if key in figures},
    }


def _rates(rates: Mapping[str, Mapping]) -> dict[str, float]:
    return {metric: rate["rate"] for metric, rate in rates.items()}
