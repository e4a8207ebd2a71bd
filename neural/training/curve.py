"""The losses of a training as a picture."""

from collections.abc import Sequence
from pathlib import Path

from neural.files import atomic_path


def draw(history: Sequence[dict], path: Path, title: str) -> None:
    """Writes an SVG of the training's and the validation's loss by step; the same bytes for the
    same history (rows of `sft.Trained.history`)."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "neural"  # element ids are random without it
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    for key, name, style in (("loss", "training", "-"), ("val_loss", "validation", "o--")):
        points = [(row["step"], row[key]) for row in history if key in row]
        if points:
            axes.plot(*zip(*points, strict=True), style, label=name)
    axes.set(xlabel="step", ylabel="loss of an answer token (nats)", title=title)
    if axes.lines:
        axes.legend()
    axes.grid(alpha=0.3)
    with atomic_path(path) as part:
        figure.savefig(part, format="svg", metadata={"Date": None})
