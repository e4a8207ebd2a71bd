"""Which rows are for training and which for testing: by group and scenario, never by row.

Every choice is a keyed hash of a name, so that neither the order of the rows nor rows that are
added later move the others about more than they must.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import floor
from typing import NamedTuple

from neural.records.dedupe import digest

SEEN_SHARE = 0.02  # of the scenarios of training groups: enough to compare seen with unseen


class Split(NamedTuple):
    """The rows of one source by purpose; each test row carries its `test_set`."""

    train: list[dict]
    val: list[dict]
    test: list[dict]


def choose(names: Iterable[str], share: float, seed: int, purpose: str) -> set[str]:
    """A `share` of the distinct names, at least one of two or more, the same for any order."""
    return choose_evenly(dict.fromkeys(names, ""), share, seed, purpose)


def choose_evenly(strata: dict[str, str], share: float, seed: int, purpose: str) -> set[str]:
    """As `choose`, and as nearly as can be the same share of each stratum. `strata`: by name."""
    count = max(0, min(max(1, round(share * len(strata))), len(strata) - 1))
    members: dict[str, list[str]] = {}
    for name in sorted(strata, key=lambda name: digest(seed, purpose, name)):
        members.setdefault(strata[name], []).append(name)
    exact = {one: Fraction(count * len(names), len(strata)) for one, names in members.items()}
    sizes = rounded(exact, count)
    return {name for one, names in members.items() for name in names[: sizes[one]]}


def rounded(exact: dict[str, Fraction], total: int) -> dict[str, int]:
    """Whole numbers that sum to `total`, each less than 1 from its exact one."""
    sizes = {name: floor(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (sizes[name] - exact[name], name))
    for name in by_remainder[: total - sum(sizes.values())]:
        sizes[name] += 1
    return sizes


def strata(rows: Iterable[dict]) -> dict[str, str]:
    """The category of each split group, "" where its rows have several."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["split_group"], set()).add(str(row.get("category") or ""))
    return {group: min(names) if len(names) == 1 else "" for group, names in found.items()}


def unseen_key(row: dict, unseen: dict[str, list]) -> str | None:
    """The first key of which the row has a value that is held out from training."""
    return next((key for key, values in unseen.items() if row.get(key) in values), None)


def split(
    rows: list[dict], held_out: set[str], unseen: dict[str, list], seed: int, val: float
) -> Split:
    """Rows for training, for choosing (`val`, a share of the scenarios), and for testing.

    Test sets: `unseen_schema` (a held-out group), `unseen_KEY` (a held-out value of that key),
    `unseen_both`, and `seen` (scenarios of training groups).
    """
    known, test = [], []
    for row in rows:
        group, key = row["split_group"] in held_out, unseen_key(row, unseen)
        if group or key:
            name = "unseen_both" if group and key else f"unseen_{key or 'schema'}"
            test.append({**row, "test_set": name})
        else:
            known.append(row)
    seen = choose((row["id"] for row in known), SEEN_SHARE, seed, "seen")
    test += [{**row, "test_set": "seen"} for row in known if row["id"] in seen]
    known = [row for row in known if row["id"] not in seen]
    chosen = choose((row["id"] for row in known), val, seed, "val")
    return Split(
        [row for row in known if row["id"] not in chosen],
        [row for row in known if row["id"] in chosen],
        test,
    )
