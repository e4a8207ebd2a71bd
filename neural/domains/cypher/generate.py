"""Rows: a schema, a question and a query that ran on a small graph with a telling result."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

import xxhash

from neural.domains.cypher.answers import World
from neural.domains.cypher.checker import Checker
from neural.domains.cypher.composition import depth as depth_of
from neural.domains.cypher.composition import form, parts
from neural.domains.cypher.engine import Engine, cores, on_engines
from neural.domains.cypher.grammar import REQUESTS, NotHere, Request, Scene
from neural.domains.cypher.graph import build
from neural.domains.cypher.model import FullText, Index, Plan, Similar, VersusAverage
from neural.domains.cypher.nornic import nornic_safe
from neural.domains.cypher.own import family_from
from neural.domains.cypher.proof import proven
from neural.domains.cypher.render import cypher
from neural.domains.cypher.schema import Family, families
from neural.domains.cypher.tasks import TASKS, Asked, Row
from neural.domains.cypher.voice import english
from neural.domains.cypher.voice.typos import mistyped
from neural.errors import BUG, UserError, nearest

# What their result does not show: an answer to these is right when it says the same.
UNSCORED = (Index, FullText, Similar, Plan)
TYPOS = 0.05  # share of the freely worded questions
PARAMETERS = ("queryVector",)
TRIES = 30  # draws of one request on one graph before it counts as impossible there


@dataclass(frozen=True)
class Settings:
    """What rows are made of; see `generate`."""

    per_graph: int
    natural: float
    depth: int
    deep: float
    longer: float
    full: bool
    tasks: tuple[tuple[str, float], ...]
    action: str
    own: Family | None


def generate(
    count: int,
    seed: int,
    per_graph: int = 8,
    natural: float = 0.2,
    labels: int | None = None,
    depth: int = 3,
    deep: float = 0.7,
    longer: float = 0.0,
    grammar: str = "full",
    tasks: dict[str, float] | None = None,
    action: str = "heimdall.watcher.query",
    graph: str | None = None,
    graph_values: bool = False,
    note: Callable[[str], None] = lambda text: None,
    threads: int = 0,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Iterator[dict]:
    """`count` distinct rows, `per_graph` on each graph, each executed.

    `natural` is the share of questions worded freely, by the family's own phrases; the others
    keep near the schema's identifiers. Schemas have 2 to `labels` labels (4). A share of `deep`
    queries has 2 to `depth` conditions, hops and orders, one of `longer` one more. `grammar` is
    "full" or "core". `tasks` are shares of what is asked for (see TASKS), and `action` is what the
    host calls running a query. Every family is used equally often; `graph` names the user's own
    instead (see family_from; `graph_values` and `note` are its), whose schemas have all its labels.
    Rows and order depend on the arguments alone, not on `threads`.
    """
    own = family_from(graph, graph_values, note) if graph else None
    labels = labels or (len(own.nodes) if own else 4)
    shares = tuple(_checked(tasks or {"generate": 1.0}).items())
    settings = Settings(
        per_graph, natural, depth, deep, longer, grammar == "full", shares, action, own
    )
    graphs = -(-count // per_graph)
    names = [own.name] if own else list(families())
    ids = [f"{names[i % len(names)]}-{i // len(names)}-{seed}-{labels}" for i in range(graphs * 2)]
    seen: set[str] = set()
    made = 0
    with Checker(threads or cores()) as checker:
        work = partial(_rows, checker=checker, settings=settings)
        for rows in on_engines(work, ids, threads):
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


def _rows(engine: Engine, graph_id: str, checker: Checker, settings: Settings) -> list[dict]:
    """Rows of one graph, of different requests as far as they go."""
    graph = build(graph_id, settings.own)
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
        row = _row(engine, checker, world, request, rng, settings)
        if row:
            rows.append(row)
        if len(rows) == settings.per_graph:
            break
    return rows


def _row(
    engine: Engine,
    checker: Checker,
    world: World,
    request: Request,
    rng: Random,
    settings: Settings,
) -> dict | None:
    graph = world.graph
    natural = rng.random() < settings.natural
    depth = (
        rng.randint(min(2, settings.depth), settings.depth) if rng.random() < settings.deep else 1
    )
    depth = settings.depth + 1 if rng.random() < settings.longer else depth
    scene = Scene(world, rng, natural, settings.full, depth)
    for _ in range(TRIES):
        try:
            meaning = request.make(scene)
        except NotHere:
            continue
        averages = sum(isinstance(part, VersusAverage) for part in parts(meaning))
        # One WITH holds one average.
        if depth_of(meaning) <= depth and averages < 2 and proven(engine, meaning, world, rng):
            break
    else:
        return None
    query = cypher(meaning)
    if problems := checker.check(query, graph.schema, parameters=PARAMETERS):
        raise UserError(
            f"Neo4j's checker refuses a generated query: {query}\n{problems[0].message}\n{BUG}"
        )
    question = english(meaning, rng, natural)
    if natural and rng.random() < TYPOS:
        question = mistyped(question, query, rng)
    proven_row = Row(meaning, question, query, graph.schema.text(), natural, settings.action)
    task, asked = _task(proven_row, engine, rng, settings)
    texts = asked.schema, asked.instruction, asked.output
    return {
        "id": xxhash.xxh3_128_hexdigest("\0".join(texts).encode()),
        "system": asked.system,
        "instruction": asked.instruction,
        "input": asked.schema,
        "output": asked.output,
        "task": task,
        "category": request.category if task == "generate" else task,
        "form": form(meaning),
        "depth": depth_of(meaning),
        "wording": "natural" if natural else "plain",
        # A user's own family is in no folder: its rows carry the graph itself.
        "graph": graph.create() if settings.own else graph.id,
        "executed": task not in ("explain", "refuse") and not isinstance(meaning, UNSCORED),
        "nornic_safe": nornic_safe(query),
        "source": "cypher",
        "license": "Apache-2.0",
        "split_group": form(meaning) if settings.own else graph.schema.family,
    }


def _task(row: Row, engine: Engine, rng: Random, settings: Settings) -> tuple[str, Asked]:
    """A task by its share; writing the query where the drawn one does not suit it."""
    names, shares = zip(*settings.tasks, strict=True)
    name = rng.choices(names, shares)[0]
    asked = TASKS[name](row, engine, rng)
    return (name, asked) if asked else ("generate", TASKS["generate"](row, engine, rng))


def _checked(tasks: dict[str, float]) -> dict[str, float]:
    for name, share in tasks.items():
        if name not in TASKS:
            known = ", ".join(TASKS)
            raise UserError(f"--tasks: unknown {name!r}; known: {known}.{nearest(name, TASKS)}")
        number = isinstance(share, int | float) and not isinstance(share, bool)
        if not number or share < 0:
            raise UserError(f"--tasks: {name}: found {share!r}, expected a share of 0 or more.")
    if not sum(tasks.values()):
        raise UserError("--tasks: the shares sum to 0; expected more.")
    return tasks
