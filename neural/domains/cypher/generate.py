"""Rows: a schema, a question and a query that ran on a small graph with a telling result."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from random import Random

import xxhash

from neural.domains.cypher.engine import Engine, Outcome, on_engines
from neural.domains.cypher.graph import Graph, build
from neural.domains.cypher.scene import NotHere, Scene
from neural.domains.cypher.schema import families
from neural.domains.cypher.shapes import SHAPES, Draft
from neural.domains.cypher.variables import named
from neural.domains.cypher.wording import sentence
from neural.errors import UserError

SYSTEM = "Answer with one Cypher query."
TRIES = 12  # draws of one shape on one graph before it counts as impossible there


def generate(
    count: int,
    seed: int,
    per_graph: int = 8,
    natural: float = 0.2,
    labels: int = 4,
    shapes: str = "all",
    threads: int = 0,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Iterator[dict]:
    """`count` distinct rows, `per_graph` on each graph, each executed.

    `natural` is the share of questions worded freely, by the family's own phrases; the others
    keep near the schema's identifiers. Schemas have 2 to `labels` labels. `shapes` is "all" or
    "core". Every family and every shape is used equally often. Rows and order depend on the
    arguments alone, not on `threads`.
    """
    graphs = -(-count // per_graph)
    names = list(families())
    ids = [f"{names[i % len(names)]}-{i // len(names)}-{seed}-{labels}" for i in range(graphs * 2)]
    seen: set[str] = set()
    made = 0
    used = [name for name, shape in SHAPES.items() if shape.core or shapes == "all"]
    work = partial(_rows, shapes=used, per_graph=per_graph, natural=natural)
    for rows in on_engines(work, enumerate(ids), threads):
        for row in rows:
            if made < count and row["id"] not in seen:
                seen.add(row["id"])
                made += 1
                progress(1)
                yield row
        if made == count:
            return
    raise UserError(
        f"asked for {count} rows, only {made} distinct ones could be made from {len(ids)} graphs. "
        "Ask for fewer, or raise per_graph."
    )


def _rows(
    engine: Engine, job: tuple[int, str], shapes: list[str], per_graph: int, natural: float
) -> list[dict]:
    """Rows of one graph. Shapes go round, so that all are used equally often where they fit."""
    number, graph_id = job
    graph = build(graph_id)
    rng = Random(f"rows of {graph_id}")
    engine.load(graph.create())
    order = shapes[:]
    Random(number * per_graph // len(shapes)).shuffle(order)
    at = number * per_graph % len(shapes)
    rows: list[dict] = []
    for name in order[at:] + order[:at]:
        row = _row(engine, graph, name, rng, rng.random() < natural)
        if row:
            rows.append(row)
        if len(rows) == per_graph:
            break
    return rows


def _row(engine: Engine, graph: Graph, name: str, rng: Random, natural: bool) -> dict | None:
    shape = SHAPES[name]
    scene = Scene(graph, rng, natural)
    for _ in range(TRIES):
        try:
            draft = shape.make(scene)
        except NotHere:
            continue
        draft = replace(draft, cypher=named(draft.cypher))
        if telling_result(engine, draft):
            break
    else:
        return None
    question = sentence(draft.question)
    return {
        "id": xxhash.xxh3_128_hexdigest(
            f"{graph.schema.text()}\0{question}\0{draft.cypher}".encode()
        ),
        "system": SYSTEM,
        "instruction": question,
        "input": graph.schema.text(),
        "output": draft.cypher,
        "category": shape.category,
        "shape": name,
        "wording": "natural" if natural else "plain",
        "graph": graph.id,
        "source": "cypher",
        "license": "Apache-2.0",
        "split_group": graph.schema.family,
    }


def telling_result(engine: Engine, draft: Draft) -> bool:
    """Whether the query runs and its result says something: not empty, not only nothing or zero,
    a changed graph after a write, no ties in what it sorts by."""
    outcome = engine.run(draft.cypher)
    if outcome.error:
        raise UserError(f"a generated query fails: {draft.cypher}\n{outcome.error}")
    if outcome.is_write:
        return outcome.state != engine.state()
    if not _says_something(outcome):
        return False
    if draft.order is None:
        return True
    values = [row[0] for row in engine.run(draft.order).rows]
    first = values[: draft.top + 1] if draft.top else values
    return len(values) > (draft.top or 1) and len(set(first)) == len(first)


def _says_something(outcome: Outcome) -> bool:
    values = [value for row in outcome.rows for value in row]
    return any(isinstance(value, bool) or value not in (None, 0, (), "") for value in values)
