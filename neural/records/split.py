"""Which rows are for training and which for testing: by group and scenario, never by row.

Every choice is a keyed hash of a name, so that neither the order of the rows nor rows that are
added later move the others about more than they must.
"""

from collections.abc import Iterable
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
    ranked = sorted(set(names), key=lambda name: digest(seed, purpose, name))
    count = min(max(1, round(share * len(ranked))), len(ranked) - 1)
    return set(ranked[: max(count, 0)])


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
