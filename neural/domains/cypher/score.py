"""Execution accuracy: does the answer do, or return, what the right query does?"""

from collections import Counter
from collections.abc import Callable, Iterator

from neural.domains.cypher.engine import Engine, Outcome, on_engines
from neural.domains.cypher.graph import build
from neural.errors import UserError

HEADLINE = "execution"


def score(
    rows: list[dict],
    answers: list[str],
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> list[dict[str, bool]]:
    """For each row whether the answer is `valid` (the engine accepts it), right by `execution`
    (same rows, in order only under ORDER BY; same graph after a write) and `exact`ly the same."""
    scores: list[dict[str, bool]] = [{} for _ in rows]

    def work(engine: Engine, members: list[int]) -> None:
        engine.load(build(rows[members[0]]["graph"]).create())
        for i in members:
            scores[i] = _score(engine, rows[i]["output"], answers[i].strip())

    for members, _ in zip(*_by_graph(rows, work), strict=True):
        progress(len(members))
    return scores


def verify(
    rows: list[dict], progress: Callable[..., None] = lambda n=1, note="": None
) -> list[tuple[int, str]]:
    """(index, problem) of every row whose query the engine refuses or whose graph is unknown."""
    problems: list[tuple[int, str]] = []

    def work(engine: Engine, members: list[int]) -> None:
        try:
            graph = build(rows[members[0]].get("graph", ""))
        except UserError as error:
            problems.extend((i, str(error)) for i in members)
            return
        engine.load(graph.create())
        for i in members:
            if graph.schema.text() != rows[i]["input"]:
                problems.append((i, f"its schema is not that of graph {graph.id}"))
            executed = rows[i].get("executed", True)
            if executed and (error := engine.run(rows[i]["output"]).error):
                problems.append((i, f"the engine refuses its query: {error}"))

    for members, _ in zip(*_by_graph(rows, work), strict=True):
        progress(len(members))
    return sorted(problems)


def _by_graph(rows: list[dict], work: Callable) -> tuple[list[list[int]], Iterator]:
    """The rows' numbers by graph, and the work on each graph under way in the same order."""
    groups: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(row.get("graph", ""), []).append(i)
    return list(groups.values()), on_engines(work, groups.values())


def same_result(gold: Outcome, found: Outcome, ordered: bool) -> bool:
    """Whether two outcomes are equal: column names never count, order only when asked for."""
    if gold.error or found.error or gold.is_write != found.is_write:
        return False
    if gold.is_write:
        return gold.state == found.state
    one, other = ([_row(row) for row in outcome.rows] for outcome in (gold, found))
    return one == other if ordered else Counter(one) == Counter(other)


def _score(engine: Engine, gold: str, answer: str) -> dict[str, bool]:
    if answer == gold:  # it was run when it was made
        return {"valid": True, "execution": True, "exact": True}
    found = engine.run(answer) if answer else Outcome(error="no answer")
    right = same_result(engine.run(gold), found, "ORDER BY" in gold)
    return {"valid": found.error is None, "execution": right, "exact": False}


def _row(row: tuple) -> tuple:
    """Column order does not count either."""
    return tuple(sorted(map(repr, row)))
