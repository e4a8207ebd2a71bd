"""Which quantization should I take? All of them in one table and one picture."""

from collections.abc import Sequence
from math import comb
from pathlib import Path

from neural.evaluation.report import percent
from neural.files import atomic_path

HEAD = (
    "quantization",
    "MB",
    "bits per weight",
    "fallback matrices",
    "KL from f16",
    "99.9% KL",
    "same first token",
    "perplexity",
    "tokens/s",
    "load",
)
SIGNIFICANT = 0.05


def best(evaluations: Sequence[dict]) -> dict:
    """The smallest file that is not measurably worse than the largest."""
    by_size = sorted(evaluations, key=lambda report: report["file"]["bytes"])
    return next(report for report in by_size if not worse(report, by_size[-1]))


def worse(report: dict, full: dict) -> bool:
    """Whether it answers fewer of the same questions than `full`: one-sided sign test, 5%.

    Paired, it sees losses that two intervals side by side would hide.
    """
    ours, theirs = ({str(row["id"]) for row in one["wrong"]} for one in (report, full))
    lost, gained = len(ours - theirs), len(theirs - ours)
    changed = lost + gained
    chance = sum(comb(changed, n) for n in range(lost, changed + 1)) / 2**changed
    return lost > gained and chance < SIGNIFICANT


def lines(evaluations: Sequence[dict], losses: Sequence[dict]) -> list[tuple[str, ...]]:
    """A line for each quantization, largest first: HEAD, then the headline with its interval."""
    by_file = {loss["file"]["sha256"]: loss for loss in losses}
    made = []
    for report in sorted(evaluations, key=lambda report: -report["file"]["bytes"]):
        file, loss = report["file"], by_file.get(report["file"]["sha256"])
        made.append(
            (
                Path(file["name"]).stem,
                f"{file['bytes'] / 1e6:.1f}",
                f"{file['bits_per_weight']:.2f}",
                str(len(file["fallbacks"])),
                *(_loss(loss) if loss else [""] * 6),
                percent(report["overall"][report["headline"]]),
            )
        )
    return made


def _loss(loss: dict) -> list[str]:
    return [
        f"{loss['mean_kl']:.4f}",
        f"{loss['tail_kl']:.3f}",
        f"{loss['top1']:.1%}",
        f"{loss['perplexity']:.4f}",
        f"{loss['tokens_per_second']:.0f}",
        f"{loss['load_seconds']:.2f} s",
    ]


def plot(evaluations: Sequence[dict], losses: Sequence[dict], path: str | Path) -> None:
    """Writes an SVG: headline rate and distance from F16 by size; same bytes each time."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "neural"  # element ids are random without it
    taken = best(evaluations)["file"]["name"]
    headline = evaluations[0]["headline"]
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2)
    for report in evaluations:
        rate, file = report["overall"][headline], report["file"]
        reach = [[max(0.0, rate["rate"] - rate["low"])], [max(0.0, rate["high"] - rate["rate"])]]
        color = "#d62728" if file["name"] == taken else "#4c78a8"
        left.errorbar(
            file["bytes"] / 1e6, rate["rate"], yerr=reach, fmt="o", color=color, capsize=3
        )
        _name(left, file, rate["rate"])
    for loss in losses:
        if loss["mean_kl"] > 0:  # F16 itself has no place on a logarithm
            file = loss["file"]
            color = "#d62728" if file["name"] == taken else "#4c78a8"
            right.plot(file["bytes"] / 1e6, loss["mean_kl"], "o", color=color)
            _name(right, file, loss["mean_kl"])
    left.yaxis.set_major_formatter("{x:.0%}")
    left.set_title(f"{headline}, 95% interval")
    right.set_title("mean KL from F16, answer tokens")
    if any(loss["mean_kl"] > 0 for loss in losses):
        right.set_yscale("log")
    for axes in (left, right):
        axes.set_xlabel("MB")
        axes.margins(x=0.15, y=0.15)
    with atomic_path(path) as part:
        figure.savefig(part, format="svg", metadata={"Date": None})


def _name(axes, file: dict, height: float) -> None:
    axes.annotate(
        Path(file["name"]).stem,
        (file["bytes"] / 1e6, height),
        xytext=(6, 5),
        textcoords="offset points",
        fontsize=8,
    )
