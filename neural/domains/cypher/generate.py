"""Rows: a schema, a question and a query that ran on a small graph with a telling result."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

import xxhash

from neural.domains.cypher.answers import World
from neural.domains.cypher.engine import Engine, on_engines
from neural.domains.cypher.grammar import REQUESTS, NotHere, Request, Scene
from neural.domains.cypher.graph import build
from neural.domains.cypher.model import depth as depth_of
from neural.domains.cypher.model import FullText, Index, Plan, Similar, form
from neural.domains.cypher.proof import proven
from neural.domains.cypher.render import cypher
from neural.domains.cypher.schema import families
from neural.domains.cypher.voice import english
from neural.errors import UserError

SYSTEM = "Answer with one Cypher query."
# What their result does not show: an answer to these is right when it says the same.
UNSCORED = (Index, FullText, Similar, Plan)
TRIES = 30  # draws of one request on one graph before it counts as impossible there


@dataclass(frozen=True)
class Settings:
    """What rows are made of; see `generate`."""

    per_graph: int = 8
    natural: float = 0.2
    labels: int = 4
    depth: int = 3
    longer: float = 0.0
    full: bool = True


def generate(
    count: int,
    seed: int,
    per_graph: int = 8,
    natural: float = 0.2,
    labels: int = 4,
    depth: int = 3,
    longer: float = 0.0,
    grammar: str = "full",
    threads: int = 0,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Iterator[dict]:
    """`count` distinct rows, `per_graph` on each graph, each executed.

    `natural` is the share of questions worded freely, by the family's own phrases; the others
    keep near the schema's identifiers. Schemas have 2 to `labels` labels, queries up to `depth`
    conditions, hops and orders, a share of `longer` one more. `grammar` is "full" or "core". Every family is used equally often.
    Rows and order depend on the arguments alone, not on `threads`.
    """
    settings = Settings(per_graph, natural, labels, depth, longer, grammar == "full")
    graphs = -(-count // per_graph)
    names = list(families())
    ids = [f"{names[i % len(names)]}-{i // len(names)}-{seed}-{labels}" for i in range(graphs * 2)]
    seen: set[str] = set()
    made = 0
    for rows in on_engines(partial(_rows, settings=settings), ids, threads):
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
        "Ask for fewer, or raise per_graph or depth."
    )


def _rows(engine: Engine, graph_id: str, settings: Settings) -> list[dict]:
    """Rows of one graph, of different requests as far as they go."""
    graph = build(graph_id)
    world = World(graph)
    rng = Random(f"rows of {graph_id}")
    engine.load(graph.create())
    used = [one for one in REQUESTS.values() if one.core or settings.full]
    drawn: Counter[str] = Counter()
    rows: list[dict] = []
    for _ in range(settings.per_graph * 3):
        # What was drawn on this graph before is drawn less often.
        weights = [one.weight / (1 + 2 * drawn[one.name]) for one in used]
        request = rng.choices(used, weights)[0]
        drawn[request.name] += 1
        row = _row(engine, world, request, rng, settings)
        if row:
            rows.append(row)
        if len(rows) == settings.per_graph:
            break
    return rows


def _row(
    engine: Engine, world: World, request: Request, rng: Random, settings: Settings
) -> dict | None:
    graph = world.graph
    natural = rng.random() < settings.natural
    depth = rng.randint(1, settings.depth)
    depth = settings.depth + 1 if rng.random() < settings.longer else depth
    scene = Scene(world, rng, natural, settings.full, depth)
    for _ in range(TRIES):
        try:
            meaning = request.make(scene)
        except NotHere:
            continue
        if depth_of(meaning) <= depth and proven(engine, meaning, world, rng):
            break
    else:
        return None
    query = cypher(meaning)
    question = english(meaning, rng, natural)
    schema = graph.schema.text()
    return {
        "id": xxhash.xxh3_128_hexdigest(f"{schema}\0{question}\0{query}".encode()),
        "system": SYSTEM,
        "instruction": question,
        "input": schema,
        "output": query,
        "category": request.category,
        "form": form(meaning),
        "depth": depth_of(meaning),
        "wording": "natural" if natural else "plain",
        "graph": graph.id,
        "executed": not isinstance(meaning, UNSCORED),
        "source": "cypher",
        "license": "Apache-2.0",
        "split_group": graph.schema.family,
    }
