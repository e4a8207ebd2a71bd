"""Execution accuracy: does the answer do, or return, what the right query does?"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator

from neural.domains.cypher.compare import order_of, same_result, same_text
from neural.domains.cypher.engine import Engine, Outcome, on_engines
from neural.domains.cypher.foreign import foreign
from neural.domains.cypher.graph import build
from neural.domains.cypher.mistake import mistake
from neural.errors import UserError

METRICS = {
    "execution": "It gives the rows of the expected query, whatever the names and order of the "
    "columns, in the same order where the expected query sorts; a write leaves the same graph.",
    "same_text": "It is the expected query but for spacing, comments, case, kind of quotes and "
    "names of variables. Of questions whose queries cannot be run and compared.",
    "refuses": "It says that the schema does not have what is asked for, where that is so.",
    "exact": "It is the expected answer letter for letter.",
    "valid": "The engine accepts it.",
    "in_schema": "Every label, relationship type and property that it names is in the schema.",
    "words": "Share of words in common with the expected text (F1), of answers that are no query.",
}
TEXTS = ("explain", "refuse")  # tasks whose answers are no queries
REFUSAL = "Not possible with this schema"
FENCED = re.compile(r"```\w*\s(.*)```", re.DOTALL)
EMPTY = "RETURN 1"  # makes a graph without nodes


def score(
    rows: list[dict],
    answers: list[str],
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> list[dict]:
    """For each row those of METRICS that concern it, and "mistake" where the answer is wrong.

    Answers to rows that say `executed: false` are compared as text; so are those to rows without
    a graph, which are run on an empty one to see whether they are valid. UserError names the row
    whose graph cannot be made.
    """
    scores: list[dict] = [{} for _ in rows]

    def work(engine: Engine, members: list[int]) -> None:
        first = rows[members[0]]
        try:
            _load(engine, first) if first.get("graph") else engine.load(EMPTY)
        except UserError as error:
            raise UserError(f"row {first.get('id')}: {error}") from None
        for i in members:
            scores[i] = _score(engine, rows[i], answers[i].strip())

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
            schema = _load(engine, rows[members[0]])
        except UserError as error:
            problems.extend((i, str(error)) for i in members)
            return
        for i in members:
            row = rows[i]
            if schema not in (None, row["input"]) and row.get("task") != "refuse":
                problems.append((i, f"its schema is not that of graph {row['graph']}"))
            if _is_run(row) and (error := engine.run(_query(row, row["output"])).error):
                problems.append((i, f"the engine refuses its query: {error}"))

    for members, _ in zip(*_by_graph(rows, work), strict=True):
        progress(len(members))
    return sorted(problems)


def _by_graph(rows: list[dict], work: Callable) -> tuple[list[list[int]], Iterator]:
    """The rows' numbers by graph, and the work on each graph under way in the same order."""
    groups: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(row.get("graph") or "", []).append(i)
    return list(groups.values()), on_engines(work, groups.values())


def _is_run(row: dict) -> bool:
    return row.get("executed", True)


def _is_compared(row: dict) -> bool:
    return _is_run(row) and bool(row.get("graph"))


def _load(engine: Engine, row: dict) -> str | None:
    """Loads a row's graph: a script, or by its name. Returns the schema's text if that is known."""
    name = row.get("graph") or ""
    if "(" in name:
        engine.load(name)
        return None
    graph = build(name)
    engine.load(graph.create())
    return graph.schema.text()


def _score(engine: Engine, row: dict, answer: str) -> dict:
    if row.get("task") in TEXTS:
        return _text_score(row["output"], answer)
    gold, query = _query(row, row["output"]), _query(row, answer)
    lacking = foreign(query, row.get("input") or "", gold)
    scores = {"exact": answer == row["output"], "in_schema": not lacking}
    expected = found = Outcome()  # the expected query was run when it was made
    if _is_run(row):
        if query != gold:
            found = engine.run(query) if query else Outcome(error="no query")
        scores["valid"] = found.error is None
    if query != gold and _is_compared(row):
        expected = engine.run(gold)
    if _is_compared(row) and not expected.error:
        order = order_of(gold)
        right = scores["execution"] = same_result(expected, found, order.rows, order.lists)
    else:
        expected = None
        right = scores["same_text"] = same_text(gold, query)
    return scores if right else scores | {"mistake": mistake(query, lacking, expected, found)}


def _text_score(gold: str, answer: str) -> dict:
    one, other = (Counter(re.findall(r"\w+", text.lower())) for text in (gold, answer))
    words = 2 * (one & other).total() / max((one + other).total(), 1)
    scores = {"exact": answer == gold, "words": words}
    if gold.startswith(REFUSAL):
        scores["refuses"] = answer.startswith(REFUSAL)
    return scores


def _query(row: dict, answer: str) -> str:
    """The query that an answer holds: in a fenced block, as chat models write, or in the action
    that the row asks for. Empty where there is none."""
    fenced = FENCED.fullmatch(answer)
    text = fenced.group(1).strip() if fenced else answer
    if row.get("task") != "act":
        return text
    try:
        action, expected = json.loads(text), json.loads(row["output"])
        expected["params"]["cypher"] = action["params"]["cypher"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return ""
    return str(action["params"]["cypher"]) if action == expected else ""
