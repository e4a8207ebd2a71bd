"""An evaluation as a table on the terminal and as a plot."""

import json
from collections.abc import Iterator
from pathlib import Path

from rich.table import Table

from neural.errors import UserError
from neural.files import atomic_path, atomic_write

GROUPS = {  # part of a report: key of the rows that it tells apart
    "test_sets": "test_set",
    "categories": "category",
    "depths": "depth",
    "wordings": "wording",
    "languages": "language",
    "tasks": "task",
}


def read(path: str | Path) -> dict:
    """A JSON report; UserError where there is none."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(f"{path}: no such report. Build it first, or check the name.") from None
    except ValueError as error:
        raise UserError(f"{path}: not JSON ({error}). Delete it and build it again.") from None


def write(report: dict, path: str | Path) -> None:
    """Writes a JSON report."""
    with atomic_write(path) as file:
        json.dump(report, file, indent=1, ensure_ascii=False)
        file.write("\n")


def table(report: dict) -> Table:
    """Rates with their intervals: by test set, category and so on, then of all rows."""
    metrics = list(report["overall"])
    made = Table(title=f"{report['file']['name']}: {report['rows']} held-out rows")
    made.add_column("")
    made.add_column("rows", justify="right")
    for metric in metrics:
        made.add_column(
            metric, justify="right", style="bold" if metric == report["headline"] else ""
        )
    for _, section in sections(report):
        for name, rates in section:
            cells = [percent(rates[m]) if m in rates else "" for m in metrics]
            made.add_row(name, str(max(rate["of"] for rate in rates.values())), *cells)
        made.add_section()
    return made


def sections(report: dict) -> Iterator[tuple[str, list[tuple[str, dict]]]]:
    """(title, (name, rates) of each part), last that of all rows."""
    for part, key in GROUPS.items():
        title = key.replace("_", " ")
        names = report[part].items()
        if names:
            yield title, [(f"{title} {n}" if n.isdigit() else n, rates) for n, rates in names]
    yield "all rows", [("all", report["overall"])]


def percent(rate: dict) -> str:
    """'85.0% (82-88)': the rate and its 95% interval."""
    return f"{rate['rate']:.1%} ({100 * rate['low']:.0f}-{100 * rate['high']:.0f})"


def speed(report: dict) -> str:
    """One line: how long it took, how big the file is. Of a report with a model's file."""
    done, file = report["speed"], report["file"]
    return (
        f"{done['tokens']} tokens in {done['seconds']:.1f} s, {done['tokens_per_second']:.0f} a "
        f"second; {file['bytes'] / 1e6:.1f} MB, {file['bits_per_weight']:.2f} bits per weight"
    )


def plot(report: dict, path: str | Path) -> None:
    """Writes an SVG of the headline rate for each test set and category; same bytes each time."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "neural"  # element ids are random without it
    headline = report["headline"]
    parts = [bar for _, section in sections(report) for bar in section]
    bars = [bar for bar in parts if headline in bar[1]][::-1]
    rates = [rates[headline] for _, rates in bars]
    reach = [
        [max(0.0, r["rate"] - r["low"]) for r in rates],
        [max(0.0, r["high"] - r["rate"]) for r in rates],
    ]
    figure = Figure(figsize=(7, 1.2 + 0.3 * len(bars)), layout="constrained")
    axes = figure.subplots()
    names = [f"{name} ({rate['of']})" for (name, _), rate in zip(bars, rates, strict=True)]
    axes.barh(names, [r["rate"] for r in rates], xerr=reach, color="#4c78a8", capsize=3)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter("{x:.0%}")
    axes.set_title(f"{report['file']['name']}: {headline}, 95% interval")
    with atomic_path(path) as part:
        figure.savefig(part, format="svg", metadata={"Date": None})
