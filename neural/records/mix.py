"""One model's training, validation and test rows out of several sources."""

from collections import Counter
from itertools import cycle, islice
from typing import NamedTuple

from neural.errors import UserError, nearest
from neural.prompt import is_chat
from neural.records.amounts import Amounts, amounts, tempered
from neural.records.dedupe import content_key, digest, question_key, unique
from neural.records.split import Split, choose_evenly, split, strata


class Mixed(NamedTuple):
    """Rows in the order in which they are written, and what was done as plain JSON values."""

    train: list[dict]
    val: list[dict]
    test: list[dict]
    report: dict


def mix(
    sources: dict[str, list[dict]],
    shares: dict[str, float],
    *,
    seed: int,
    test: float,
    val: float,
    unseen: dict[str, list] | None = None,
    wanted: Amounts = Amounts(),  # noqa: B008 (immutable)
) -> Mixed:
    """Splits each source, takes `shares` of the training rows, removes leaks from val and test.

    `shares` are parts of the final training rows and sum to 1. Unless `wanted` says otherwise the
    scarcest source sets the total, and nothing is repeated. `test` is the held-out part of each
    source's groups, and of each category's where groups have one; `val` is a part of the remaining
    scenarios. UserError where a source cannot give what is asked.
    """
    unseen = unseen or {}
    _check_shares(shares, sources)
    _check_part("test", test)
    _check_part("val", val)
    kept, copies = {}, {}
    for name in sorted(sources):
        _check_rows(name, sources[name])
        rows = [{**row, "source": row.get("source", name)} for row in sources[name]]
        # Sorted first, so that which of two copies stays does not hang on the order of the rows.
        rows.sort(key=lambda row: digest(*sorted(row.items())))
        kept[name], copies[name] = unique(rows)
    _check_unseen(unseen, kept)
    held_out = _held_out(kept, seed, test)
    parts = {name: split(rows, held_out, unseen, seed, val) for name, rows in kept.items()}
    available = {name: len(part.train) for name, part in parts.items()}
    sizes = amounts(available, shares, wanted)

    train = {name: _taken(name, part.train, sizes[name], seed) for name, part in parts.items()}
    val_rows, val_leaks = _without_leaks({n: p.val for n, p in parts.items()}, train)
    test_rows, test_leaks = _without_leaks({n: p.test for n, p in parts.items()}, train, val_rows)
    _check_left(kept, train=train, val=val_rows, test=test_rows)
    report = {
        "seed": seed,
        "unseen": unseen,
        "shares": tempered(available, shares, wanted.temperature),
        "amounts": wanted._asdict(),
        "rows": {"train": _size(train), "val": _size(val_rows), "test": _size(test_rows)},
        "sources": {
            name: _account(sources[name], copies[name], kept[name], parts[name], held_out)
            | {
                "train": len(train[name]),
                "unused": max(0, available[name] - sizes[name]),
                "repeated": max(0, sizes[name] - available[name]),
                "val": len(val_rows[name]),
                "test": _count(test_rows[name], "test_set"),
                "train_categories": _count(train[name], "category"),
                "test_categories": _count(test_rows[name], "category"),
            }
            for name in kept
        },
        "leaks_removed": {"val": val_leaks, "test": test_leaks},
    }
    return Mixed(_join(train, seed), _join(val_rows, seed), _join(test_rows, seed), report)


def _held_out(sources: dict[str, list[dict]], seed: int, test: float) -> set[str]:
    # A group that two sources share is held out in both.
    held_out = set()
    for name, rows in sources.items():
        groups = {row["split_group"] for row in rows}
        if len(groups) < 2:
            raise UserError(
                f"source {name}: all rows are of one split_group, so none can be held out for "
                "the test; expected at least two groups. Generate more rows."
            )
        held_out |= choose_evenly(strata(rows), test, seed, "test")
    return held_out


def _without_leaks(
    parts: dict[str, list[dict]], *trained: dict[str, list[dict]]
) -> tuple[dict[str, list[dict]], dict[str, int]]:
    """The rows that no trained row gives away, and how many were removed for which reason."""
    against = [row for part in trained for rows in part.values() for row in rows]
    ids = {row["id"] for row in against}
    questions = {question_key(row) for row in against}
    # With the context left out: the same question to another rendering of the same schema.
    answers = {content_key(_without_context(row)) for row in against}
    leaks = Counter(same_id=0, same_question=0, same_question_and_answer=0)

    def leak(row: dict) -> str | None:
        if row["id"] in ids:
            return "same_id"
        if question_key(row) in questions:
            return "same_question"
        if row.get("test_set") == "seen" and content_key(_without_context(row)) in answers:
            return "same_question_and_answer"
        return None

    kept = {}
    for name, rows in parts.items():
        found = [leak(row) for row in rows]
        leaks.update(filter(None, found))
        kept[name] = [row for row, why in zip(rows, found, strict=True) if not why]
    return kept, dict(leaks)


def _without_context(row: dict) -> dict:
    return row if is_chat(row) else {**row, "input": ""}


def _taken(source: str, rows: list[dict], size: int, seed: int) -> list[dict]:
    """So many of the rows, all of them once before any is taken again."""
    shuffled = sorted(rows, key=lambda row: digest(seed, source, row["id"], content_key(row)))
    return [*islice(cycle(shuffled), size)]


def _join(parts: dict[str, list[dict]], seed: int) -> list[dict]:
    keyed, times = [], Counter()
    for name, rows in parts.items():
        for row in rows:
            key = ("order", name, row["id"], content_key(row))
            times[key] += 1
            again = (times[key],) if times[key] > 1 else ()  # so that repeated rows lie apart
            keyed.append((digest(seed, *key, *again), row))
    return [row for _, row in sorted(keyed, key=lambda pair: pair[0])]


def _account(
    rows: list[dict], copies: int, kept: list[dict], part: Split, held_out: set[str]
) -> dict:
    groups = {row["split_group"] for row in kept}
    return {
        "read": len(rows),
        "copies_dropped": copies,
        "groups": len(groups),
        "groups_held_out": len(groups & held_out),
        "split": {"train": len(part.train), "val": len(part.val), "test": len(part.test)},
    }


def _check_shares(shares: dict[str, float], sources: dict) -> None:
    for name in shares:
        if name not in sources:
            raise UserError(
                f"--mix names the source {name!r}, but no --source gives it; given: "
                f"{', '.join(sorted(sources)) or 'none'}.{nearest(name, sources)}"
            )
    for name in sources:
        if name not in shares:
            raise UserError(f"--source {name} has no share in --mix; add one or leave it out.")
    if not shares:
        raise UserError(
            '--mix is empty; expected shares such as {"cypher": 0.75, "english": 0.25}.'
        )
    for name, share in shares.items():
        number = isinstance(share, int | float) and not isinstance(share, bool)
        if not number or not 0 < share <= 1:
            raise UserError(f"--mix: {name}: found {share!r}, expected a number in (0, 1].")
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise UserError(f"--mix: the shares sum to {sum(shares.values()):g}, expected 1.")


def _check_part(flag: str, value: float) -> None:
    if not 0 < value < 1:
        raise UserError(f"--{flag}: found {value!r}, expected a share between 0 and 1.")


def _check_rows(name: str, rows: list[dict]) -> None:
    if not rows:
        raise UserError(f"source {name}: no rows. Build or choose a dataset that has some.")
    for number, row in enumerate(rows, 1):
        for key in ("id", "split_group"):
            if not isinstance(row.get(key), str) or not row[key]:
                raise UserError(
                    f"source {name}, row {number}: {key} is {row.get(key)!r}, expected a non-empty "
                    "text. Rows are split by it, so that no paraphrase of a training row is "
                    "tested; let the generator write it."
                )
        if not is_chat(row) and not (
            isinstance(row.get("instruction"), str) and isinstance(row.get("output"), str)
        ):
            raise UserError(
                f"source {name}, row {number}: expected the texts instruction and output, or "
                "messages. Run scripts/validate_dataset.py on the file."
            )


def _check_unseen(unseen: dict[str, list], sources: dict[str, list[dict]]) -> None:
    for key, values in unseen.items():
        known = {str(row[key]) for rows in sources.values() for row in rows if key in row}
        if not isinstance(values, list):
            raise UserError(f"--unseen: {key}: found {values!r}, expected a list of values.")
        for value in map(str, values):
            if value not in known:
                raise UserError(
                    f"--unseen: no row has {key} {value!r}; known: "
                    f"{', '.join(sorted(known)) or 'none'}.{nearest(value, known)}"
                )


def _check_left(kept: dict[str, list[dict]], **parts: dict[str, list[dict]]) -> None:
    for what, rows in parts.items():
        for name in kept:
            if not rows[name]:
                raise UserError(
                    f"source {name}: no row is left for {what} (of {len(kept[name])} distinct rows "
                    f"in {_groups(kept[name])} split groups); generate more rows, or lower "
                    "--test and --val."
                )


def _count(rows: list[dict], key: str) -> dict[str, int]:
    return dict(sorted(Counter(str(row.get(key, "")) for row in rows).items()))


def _groups(rows: list[dict]) -> int:
    return len({row["split_group"] for row in rows})


def _size(parts: dict[str, list[dict]]) -> int:
    return sum(len(rows) for rows in parts.values())
