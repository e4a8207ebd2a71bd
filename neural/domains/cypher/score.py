"""Execution accuracy: does the answer do, or return, what the right query does?"""

from collections import Counter
from collections.abc import Callable
from itertools import groupby

from neural.domains.cypher.engine import Engine, Outcome
from neural.domains.cypher.graph import build

HEADLINE = "execution"


def score(
    rows: list[dict],
    answers: list[str],
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> list[dict[str, bool]]:
    """For each row whether the answer is `valid` (the engine accepts it), right by `execution`
    (same rows, in order only under ORDER BY; same graph after a write) and `exact`ly the same."""
    scores: list[dict[str, bool]] = [{} for _ in rows]
    by_graph = sorted(range(len(rows)), key=lambda i: rows[i]["graph"])
    with Engine() as engine:
        for graph_id, members in groupby(by_graph, key=lambda i: rows[i]["graph"]):
            engine.load(build(graph_id).create())
            for i in members:
                scores[i] = _score(engine, rows[i]["output"], answers[i].strip())
                progress(1)
    return scores


def verify(
    rows: list[dict], progress: Callable[..., None] = lambda n=1, note="": None
) -> list[tuple[int, str]]:
    """(index, problem) of every row whose query the engine refuses or whose graph is unknown."""
    problems = []
    by_graph = sorted(range(len(rows)), key=lambda i: rows[i]["graph"])
    with Engine() as engine:
        for graph_id, members in groupby(by_graph, key=lambda i: rows[i]["graph"]):
            graph = build(graph_id)
            engine.load(graph.create())
            for i in members:
                progress(1)
                if graph.schema.text() != rows[i]["input"]:
                    problems.append((i, f"its schema is not that of graph {graph_id}"))
                error = engine.run(rows[i]["output"]).error
                if error:
                    problems.append((i, f"the engine refuses its query: {error}"))
    return problems


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
