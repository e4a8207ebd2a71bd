"""General English: small tasks with answers that are right by construction.

Grounds a model in following requests and answering shortly; it teaches no knowledge of the world.
"""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from neural.domains.english import (
    arithmetic,
    dates,
    dialogues,
    extraction,
    formats,
    lists,
    reading,
    units,
    vocabulary,
)
from neural.domains.english.task import Kind, Task, group, plain, polite
from neural.errors import UserError, nearest
from neural.records.dedupe import digest

METRICS = {"exact": "It is the expected answer, up to white space at its ends."}
CATEGORIES: dict[str, tuple[float, tuple[Kind, ...]]] = {  # share of the rows, kinds of task
    "arithmetic": (0.18, arithmetic.KINDS),
    "units": (0.08, units.KINDS),
    "dates": (0.11, dates.KINDS),
    "lists": (0.14, lists.KINDS),
    "formats": (0.12, formats.KINDS),
    "extraction": (0.11, extraction.KINDS),
    "vocabulary": (0.08, vocabulary.KINDS),
    "reading": (0.13, reading.KINDS),
    "dialogue": (0.05, dialogues.KINDS),
}
SYSTEMS = ("",) * 8 + ("You are a helpful assistant.", "Answer briefly.")
UNREADABLE = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ZeroDivisionError,
    StopIteration,
)
PLEASE = 0.15  # of the requests
PATIENCE = 1000  # draws without a new row after which a kind counts as used up


def generate(count: int, seed: int, categories: list[str] | None = None) -> Iterator[dict]:
    """Yields `count` rows with distinct questions; UserError where there are not so many.

    A category that is used up leaves its share to the others.
    """
    for name in categories or ():
        if name not in CATEGORIES:
            raise UserError(
                f"unknown category {name!r}; known: {', '.join(CATEGORIES)}."
                f"{nearest(name, CATEGORIES)}"
            )
    rng = Random(seed)
    pool = [
        (name, kind, share * kind.weight / sum(k.weight for k in kinds))
        for name, (share, kinds) in CATEGORIES.items()
        if not categories or name in categories
        for kind in kinds
    ]
    weights = list(accumulate(weight for *_, weight in pool))
    seen: set[int] = set()
    while len(seen) < count and pool:
        category, kind, _ = chosen = rng.choices(pool, cum_weights=weights)[0]
        for _ in range(PATIENCE):
            task = kind.draw(rng)
            if rng.random() < PLEASE:
                task = task._replace(question=polite(task.question))
            key = digest(task.context, task.question)
            if key not in seen:
                seen.add(key)
                yield _row(category, kind, task, rng.choice(SYSTEMS))
                break
        else:
            pool.remove(chosen)
            weights = list(accumulate(weight for *_, weight in pool))
    if len(seen) < count:
        raise UserError(
            f"asked for {count} rows, but only {len(seen)} distinct ones can be made"
            f"{' in ' + ', '.join(categories) if categories else ''}; ask for at most "
            f"{len(seen)}{', or add categories' if categories else ''}."
        )


def verify(rows: list[dict]) -> list[tuple[int, str]]:
    """(index, what is wrong) of each row whose answer does not come out again from its text."""
    kinds = {
        (category, kind.name): kind
        for category, (_, of_category) in CATEGORIES.items()
        for kind in of_category
    }
    problems = []
    for index, row in enumerate(rows):
        kind = kinds.get((str(row.get("category")), str(row.get("task"))))
        if kind is None:
            what = f"unknown task {row.get('category')}/{row.get('task')}"
        else:
            what = _fault(kind, row)
        if what:
            problems.append((index, what))
    return problems


def score(rows: list[dict], answers: list[str]) -> list[dict[str, bool]]:
    """Whether each answer is the row's, up to white space at its ends."""
    return [
        {"exact": answer.strip() == row["output"].strip()}
        for row, answer in zip(rows, answers, strict=True)
    ]


def _fault(kind: Kind, row: dict) -> str | None:
    try:
        right = kind.solve(plain(row["instruction"]), row.get("input") or "", row["output"])
    except UNREADABLE as error:
        # The solvers read generated text only; a row that was altered may not parse at all.
        return f"cannot be read as {kind.name} ({error!r})"
    return None if right == row["output"] else f"expected {right!r}, found {row['output']!r}"


def _row(category: str, kind: Kind, task: Task, system: str) -> dict:
    return {
        "id": f"{digest('english', category, kind.name, task.scenario):032x}",
        "system": system,
        "instruction": task.question,
        "input": task.context,
        "output": task.answer,
        "category": category,
        "task": kind.name,
        "source": "english",
        "license": "Apache-2.0",
        "split_group": group(kind, category, task.scenario),
    }
