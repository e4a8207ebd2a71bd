"""What is wrong between rows: copies, other answers, groups that share a scenario, sizes.

Rows come as the table that `scan` makes, in the order of the files, with `file` for each.
"""

from collections.abc import Callable, Mapping
from math import exp, lgamma, log1p
from typing import NamedTuple

import numpy as np
import polars as pl

from neural.records import licences, similar
from neural.records.limits import Limits

Found = Callable[[str, str, int, str], None]  # kind, file, line, detail
CHANCE = 0.01  # so often a file whose categories are within the limit may be called uneven
ALONE = 0.9  # of the rows: a category that has more leaves no other to speak of


class Cluster(NamedTuple):
    """Near-duplicates: numbers of rows, ascending; each is `similar` to an earlier one, or more."""

    rows: list[int]
    similar: float


def copies(rows: pl.DataFrame, found: Found) -> np.ndarray:
    """Tells copies and other answers to one prompt; returns which rows are no copies."""
    first = _first(rows, "content")
    where = _places(rows)
    for row in np.flatnonzero(first != np.arange(len(first))).tolist():
        found("exact-duplicate", *where(row), f"copy of {at(where(int(first[row])))}")
    kept = first == np.arange(len(first))
    told = pl.Series("prompt", np.where(kept, rows["prompt"].to_numpy(), 0))
    asked = _first(rows.with_columns(told), "prompt")
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


def balance(
    rows: pl.DataFrame, limits: Limits, found: Found, meant: Mapping[str, float] | None = None
) -> None:
    """Tells categories that are much larger than others, unless a small file gives it by chance.

    `meant`: shares in which a domain makes its categories; sizes are measured by them.
    """
    sizes = counted(rows, "category")
    sizes.pop("", None)
    if len(sizes) < 2:
        return
    usual = sum(meant.values()) / len(meant) if meant else 1
    shares = {name: (meant or {}).get(name, usual) for name in sizes}
    most = max(sizes, key=lambda name: (sizes[name] / shares[name], name))
    least = min(sizes, key=lambda name: (sizes[name] / shares[name], name))
    allowed = shares[most] / shares[least]
    ratio = sizes[most] / sizes[least] / allowed
    if ratio <= limits.uneven:
        return
    alone = sizes[most] > ALONE * sum(sizes.values())
    if not alone and chance(sizes[least], sizes[most], limits.uneven * allowed) > CHANCE:
        return
    kind = "imbalance" if ratio > limits.imbalance else "uneven"
    detail = f"{most} has {sizes[most]} rows, {least} has {sizes[least]}: {ratio:.0f} to 1"
    found(kind, rows["file"][0], 0, f"{detail}, measured by usual shares" if meant else detail)


def chance(few: int, many: int, odds: float) -> float:
    """The probability that of `few + many` draws at most `few` are of one kind, where the other is
    drawn `odds` times as often."""
    draws, log_few, log_many = few + many, -log1p(odds), -log1p(1 / odds)
    return sum(
        exp(
            lgamma(draws + 1)
            - lgamma(taken + 1)
            - lgamma(draws - taken + 1)
            + taken * log_few
            + (draws - taken) * log_many
        )
        for taken in range(few + 1)
    )


def near(
    rows: pl.DataFrame, pairs: np.ndarray, shares: np.ndarray, limits: Limits, found: Found
) -> list[Cluster]:
    """Tells near-duplicates; returns their clusters, largest first. `shares`: how like the rows of
    each pair are."""
    alike = shares >= limits.similar
    pairs, shares = pairs[alike], shares[alike]
    first = similar.clusters(len(rows), pairs.tolist())
    # Of each row's earlier likenesses the greatest, and of those as great the first.
    order = np.lexsort((pairs[:, 0], -shares, pairs[:, 1]))
    later, chosen = np.unique(pairs[order, 1], return_index=True)
    where = _places(rows)
    members: dict[int, list[int]] = {}
    least: dict[int, float] = {}
    for row, best in zip(later.tolist(), order[chosen].tolist(), strict=True):
        share, head = float(shares[best]), int(first[row])
        found("near-duplicate", *where(row), f"{share:.0%} like {at(where(int(pairs[best, 0])))}")
        members.setdefault(head, [head]).append(row)
        least[head] = min(share, least.get(head, 1.0))
    if len(later) > limits.similar_share * len(rows):
        found("near-duplicates", rows["file"][0], 0, f"{len(later)} of {len(rows)} rows")
    ranked = sorted(members, key=lambda head: (-len(members[head]), head))
    return [Cluster(members[head], least[head]) for head in ranked]


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
    first = pl.when(pl.col(key) == 0).then("row").otherwise(pl.col("row").min().over(key))
    return rows.with_row_index("row").select(first)["row"].to_numpy()
