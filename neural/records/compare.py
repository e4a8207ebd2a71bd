"""What is wrong between rows: copies, other answers, groups that share a scenario, sizes.

Rows come as the table that `scan` makes, in the order of the files, with `file` for each.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import polars as pl

from neural.records import licences, similar
from neural.records.limits import Limits

Found = Callable[[str, str, int, str], None]  # kind, file, line, detail


class Cluster(NamedTuple):
    """Near-duplicates: numbers of rows, the first first, and the least similarity of a pair."""

    rows: list[int]
    similarity: float


def copies(rows: pl.DataFrame, found: Found) -> np.ndarray:
    """Tells copies and other answers to one prompt; returns which rows are no copies."""
    first = _first(rows, "content")
    where = _places(rows)
    for row in np.flatnonzero(first != np.arange(len(first))).tolist():
        found("exact-duplicate", *where(row), f"copy of {at(where(int(first[row])))}")
    kept = first == np.arange(len(first))
    asked = _first(rows.with_columns(pl.when(pl.lit(kept)).then("prompt").otherwise(0)), "prompt")
    for row in np.flatnonzero(kept & (asked != np.arange(len(asked)))).tolist():
        found("conflicting-outputs", *where(row), f"other output at {at(where(int(asked[row])))}")
    return kept


def groups(rows: pl.DataFrame, found: Found) -> None:
    """Tells rows whose id has come in another split group."""
    known = rows.with_row_index("row").filter((pl.col("id") != 0) & (pl.col("group") != 0))
    known = known.with_columns(
        pl.col("group").first().over("id").alias("former"),
        pl.col("row").min().over("id").alias("first"),
    )
    where = _places(rows)
    for row, first in known.filter(pl.col("group") != pl.col("former"))["row", "first"].iter_rows():
        found("id-in-two-groups", *where(row), f"its id is in another group at {at(where(first))}")


def licensed(rows: pl.DataFrame, limits: Limits, found: Found) -> None:
    """Tells rows whose licence is unknown or denied."""
    wrong = {}
    for text in rows["license"].unique():
        fault = None if text in limits.allowed_licenses else licences.kind_of_fault(text)
        if fault:
            wrong[text] = fault
    where = _places(rows)
    chosen = rows.with_row_index("row").filter(pl.col("license").is_in(list(wrong)))
    for row, text in chosen["row", "license"].iter_rows():
        found(wrong[text][0], *where(row), wrong[text][1])


def balance(rows: pl.DataFrame, limits: Limits, found: Found) -> None:
    """Tells categories that are much larger than others."""
    sizes = counted(rows, "category")
    sizes.pop("", None)
    if len(sizes) < 2:
        return
    most = max(sizes, key=lambda name: (sizes[name], name))
    least = min(sizes, key=lambda name: (sizes[name], name))
    ratio = sizes[most] / sizes[least]
    if ratio > limits.uneven:
        kind = "imbalance" if ratio > limits.imbalance else "uneven"
        detail = f"{most} has {sizes[most]} rows, {least} has {sizes[least]}: {ratio:.0f} to 1"
        found(kind, rows["file"][0], 0, detail)


def near(
    rows: pl.DataFrame,
    pairs: np.ndarray,
    said: dict[int, tuple[np.ndarray, np.ndarray]],
    limits: Limits,
    found: Found,
) -> list[Cluster]:
    """Tells near-duplicates among the candidates `pairs`; returns their clusters, largest first.

    `said`: the shingles of a row's own text and of its context.
    """
    alike: dict[int, tuple[float, int]] = {}
    joined: list[tuple[int, int]] = []
    least: dict[int, float] = {}
    for one, other in pairs.tolist():
        share = min(map(similar.jaccard, said[one], said[other]))
        if share >= limits.similar:
            joined.append((one, other))
            least[other] = min(share, least.get(other, 1.0))
            alike[other] = max((share, -one), alike.get(other, (0.0, 0)))
    first = similar.clusters(len(rows), joined)
    where = _places(rows)
    for row in sorted(alike):
        share, earlier = alike[row]
        found("near-duplicate", *where(row), f"{share:.0%} like {at(where(-earlier))}")
    if len(alike) > limits.similar_share * len(rows):
        detail = f"{len(alike)} of {len(rows)} rows"
        found("near-duplicates", rows["file"][0], 0, detail)
    members: dict[int, list[int]] = {}
    for row in sorted(alike):
        members.setdefault(int(first[row]), [int(first[row])]).append(row)
    ranked = sorted(members.values(), key=lambda rows: (-len(rows), rows))
    return [Cluster(rows, min(least[row] for row in rows[1:])) for rows in ranked]


def counted(rows: pl.DataFrame, key: str) -> dict[str, int]:
    """How many rows have each value, in the values' order."""
    return dict(rows[key].value_counts(name="rows").sort(key).iter_rows())


def at(place: tuple[str, int]) -> str:
    return f"{place[0]}:{place[1]}"


def _places(rows: pl.DataFrame) -> Callable[[int], tuple[str, int]]:
    files, lines = rows["file"], rows["line"]
    return lambda row: (files[row], lines[row])


def _first(rows: pl.DataFrame, key: str) -> np.ndarray:
    """For each row the first with its value; itself where the value is 0, which says none."""
    index = pl.int_range(pl.len())
    firsts = pl.when(pl.col(key) == 0).then(index).otherwise(index.min().over(key))
    return rows.select(firsts.alias("first"))["first"].to_numpy()
