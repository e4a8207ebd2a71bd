"""A validation as plain values: what is wrong, how the rows are spread, which ones to read."""

import numpy as np
import polars as pl

from neural.records import compare, forms
from neural.records.findings import WITHHELD, level
from neural.records.validate import Validation

CLUSTERS = 20  # the largest are shown
WORST = 20  # rows
EXCERPT = 240  # characters of a text
BINS = 24
WEIGHTS = {"error": 100, "warning": 1, "info": 0}


def report(made: Validation) -> dict:
    """The same values for the same files; `neural.records.page` shows them."""
    levels, rows = made.limits.levels, made.rows
    sizes = {
        unit: {part: rows[f"{part}_{key}"].to_numpy() for part in ("prompt", "output")}
        for unit, key in (("characters", "chars"), ("words", "words"))
    }
    if made.options.tokenizer:
        sizes["tokens"] = {"row": made.tokens}
    return {
        "verdict": made.findings.verdict(levels),
        "files": made.files,
        "lines": made.lines,
        "rows": len(rows),
        "scenarios": rows["id"].n_unique() - bool((rows["id"] == 0).any()),
        "split_groups": rows["group"].n_unique() - bool((rows["group"] == 0).any()),
        "categories": compare.counted(rows, "category"),
        "licenses": compare.counted(rows, "license"),
        "sources": compare.counted(rows, "source"),
        "languages": made.languages,
        **{
            u: {part: lengths(found) for part, found in parts.items()} for u, parts in sizes.items()
        },
        "histograms": {
            unit: {part: histogram(found) for part, found in parts.items()}
            for unit, parts in sizes.items()
        },
        "findings": made.findings.listed(levels),
        **_excerpts(made),
    }


def lengths(found: np.ndarray) -> dict[str, float]:
    """Smallest, median, mean, 95th percentile, largest, total; all 0 for no rows."""
    ranked = np.sort(found) if len(found) else np.zeros(1, np.int64)
    return {
        "min": int(ranked[0]),
        "median": int(ranked[len(ranked) // 2]),
        "mean": round(float(ranked.mean()), 2),
        "p95": int(ranked[int(0.95 * (len(ranked) - 1))]),
        "max": int(ranked[-1]),
        "total": int(ranked.sum()),
    }


def histogram(found: np.ndarray) -> dict[str, list[int]]:
    """Rows by length: `counts[i]` from `edges[i]` up to, not including, `edges[i + 1]`.

    Each edge is about the same multiple of the one before: lengths are spread over magnitudes.
    """
    if not len(found):
        return {"edges": [], "counts": []}
    shortest = max(1, int(found.min()))
    longest = max(shortest, int(found.max())) + 1
    edges = np.unique(np.geomspace(shortest, longest, BINS + 1).round().astype(np.int64))
    edges[0] = min(edges[0], found.min())
    # The last bin of numpy holds its right edge too, which no length reaches.
    return {"edges": edges.tolist(), "counts": np.histogram(found, edges)[0].tolist()}


def _excerpts(made: Validation) -> dict:
    """Near-duplicates and the rows with most findings, each with the beginning of its texts."""
    worst = _worst(made)
    clusters = made.clusters[:CLUSTERS]
    places = {made.place(row): row for cluster in clusters for row in cluster.rows[:2]}
    numbered = made.rows["file", "line"].with_row_index("row")
    for row, file, line in numbered.join(worst, on=["file", "line"], how="semi").iter_rows():
        places[file, line] = row
    chosen = np.array(sorted(places.values()), np.int64)
    texts = {row: _texts(forms.parsed(line)) for row, line in made.raw(chosen)}

    def told(place: tuple[str, int]) -> dict:
        kinds = made.findings.kinds_at(*place)
        shown = {"file": place[0], "line": place[1], "kinds": kinds}
        if set(kinds) & set(WITHHELD):
            return shown | {"withheld": True}
        return shown | texts.get(places.get(place), {})

    return {
        "near_duplicates": {
            "clusters": len(made.clusters),
            "rows": sum(len(cluster.rows) - 1 for cluster in made.clusters),
            "largest": [
                {
                    "rows": len(cluster.rows),
                    "similar": round(cluster.similar, 3),
                    "first": [told(made.place(row)) for row in cluster.rows[:2]],
                }
                for cluster in clusters
            ],
        },
        "worst": [told(place) for place in worst.iter_rows()],
    }


def _worst(made: Validation) -> pl.DataFrame:
    """File and line of the rows with most errors, then most warnings."""
    levels = made.limits.levels
    parts = [pl.DataFrame(schema={"file": pl.String, "line": pl.UInt32, "weight": pl.Int64})]
    for kind, files in made.findings.lines.items():
        for file, lines in files.items():
            numbers = pl.Series("line", np.unique(lines), pl.UInt32)
            weight = WEIGHTS[level(kind, levels)]
            parts.append(
                numbers.to_frame().select(pl.lit(file).alias("file"), "line", weight=weight)
            )
    found = pl.concat(parts, how="vertical_relaxed").filter(pl.col("line") > 0)
    found = found.group_by("file", "line").agg(pl.col("weight").sum()).filter(pl.col("weight") > 0)
    return found.sort(-pl.col("weight"), "file", "line").head(WORST)["file", "line"]


def _texts(row: dict) -> dict:
    said = forms.parts(row)
    names = ("context", "question", "answer")
    return {
        name: text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"
        for name, text in zip(names, said, strict=True)
        if text
    }
