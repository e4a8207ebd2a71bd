"""A person's questions about a graph: asked with its schema, checked, run, shown."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Thread

from neural.domains.cypher.answers import World
from neural.domains.cypher.checker import Checker
from neural.domains.cypher.desk import stores
from neural.domains.cypher.desk.changes import changes
from neural.domains.cypher.foreign import foreign
from neural.domains.cypher.grammar import REQUESTS, NotHere, Scene
from neural.domains.cypher.graph import Graph, build
from neural.domains.cypher.model import ADMIN, WRITES, depth
from neural.domains.cypher.nornic import nornic_safe
from neural.domains.cypher.own import family_from
from neural.domains.cypher.own.reading import address
from neural.domains.cypher.proof import telling
from neural.domains.cypher.schema import Schema, families
from neural.domains.cypher.score import FENCED, REFUSAL
from neural.domains.cypher.tasks import GENERATE
from neural.domains.cypher.voice import english
from neural.domains.desk import Desk, Reading, Result

EXAMPLE = "movies-1-0-2"  # the graph for those who bring none: two labels, as nano knows them
EXAMPLES = 4
TRIES = 200  # draws of an example question
ODD = "NornicDB is known to answer queries of this form wrongly; Neo4j does not."


@contextmanager
def open_desk(about: str | None, note: Callable[[str], None]) -> Iterator[Desk]:
    """Questions about a graph: a YAML file or schema dump of one, the address of a running
    database, the name of a family of `families/` or of a generated graph (None: an example)."""
    about = about or EXAMPLE
    if "://" in about:
        where = address.parse(about)
        schema = _own(about, note).schema
        title = f"{where.place}, read-only unless you say yes"
        with stores.database(where) as run, Checker() as checker:
            yield _Desk(title, schema, run, checker)
        return
    known = about.rsplit("-", 3)[0]
    if known in families() and not Path(about).exists():
        graph = build(about if known != about else f"{about}-0-0-{len(families()[about].nodes)}")
        title = f"{known.replace('_', ' ')}, an example graph"
    else:
        graph = _own(about, note)
        title = f"{about}, with invented values"
    with stores.embedded(graph) as run, Checker() as checker:
        yield _Desk(title, graph.schema, run, checker, graph)


def _own(source: str, note: Callable[[str], None]) -> Graph:
    family = family_from(source, note=note)
    return build(f"{family.name}-0-0-{len(family.nodes)}", family)


class _Desk(Desk):
    """`graph`: where its values are known, and not only its schema."""

    language = "cypher"

    def __init__(
        self,
        title: str,
        schema: Schema,
        run: stores.Run,
        checker: Checker,
        graph: Graph | None = None,
    ) -> None:
        self.title, self.schema, self._run, self.checker = title, schema, run, checker
        # Its start takes seconds, in which people read and type. Errors come again at its use.
        Thread(target=checker.check, args=("RETURN 1",), daemon=True).start()
        self.text = schema.text()
        self.words = _words(schema, graph)
        self.examples = _examples(graph) if graph else ()

    def row(self, question: str) -> dict:
        return {"system": GENERATE, "input": self.text, "instruction": question}

    def read(self, question: str, answer: str) -> Reading:
        fenced = FENCED.search(answer)
        query = (fenced[1] if fenced else answer).strip()
        if not query:
            return Reading("", problems=("The model said nothing.",))
        if query.startswith(REFUSAL):
            return Reading(query)
        found = self.checker.check(query, self.schema)
        wrong = [one for one in found if one.severity == "error"]
        doubts = [f"{one.message}" for one in found if one.severity == "warning"]
        if not doubts and (lacking := foreign(query, self.text)):
            doubts = [f"Not in the schema: {', '.join(lacking)}."]
        if not wrong and not nornic_safe(query):
            doubts.append(ODD)
        return Reading(
            query,
            "cypher",
            tuple(f"line {one.line}, column {one.column}: {one.message}" for one in wrong),
            tuple(doubts),
            runs=not wrong,
            changes=changes(query),
        )

    def run(self, reading: Reading, limit: int) -> Result:
        return self._run(reading.text, limit, reading.changes)


def _words(schema: Schema, graph: Graph | None) -> tuple[str, ...]:
    """What a question may name: labels, types, properties as they are and as words, and nodes."""
    named = [name for kind in schema.kinds for name in (kind.label, kind.singular, kind.plural)]
    named += [link.type for link in schema.links]
    for owner in (*schema.kinds, *schema.links):
        named += [name for prop in owner.props for name in (prop.name, prop.words)]
    for kind in schema.kinds if graph else ():
        named += [str(node[kind.key.name]) for node in graph.nodes[kind.label]]
    return tuple(dict.fromkeys(name for name in named if re.search(r"\w", name)))


def _examples(graph: Graph) -> tuple[str, ...]:
    """Questions of different kinds that have an answer on this graph, always the same."""
    rng, world = Random(f"examples of {graph.id}"), World(graph)
    used = [one for one in REQUESTS.values() if one.core]
    found: dict[str, str] = {}
    for _ in range(TRIES):
        request = rng.choice(used)
        try:
            meaning = request.make(Scene(world, rng, False, False, 1))
        except NotHere:
            continue
        asks = not isinstance(meaning, (*ADMIN, *WRITES)) and depth(meaning) == 1
        if request.name not in found and asks and telling(meaning, world, rng):
            found[request.name] = english(meaning, rng, natural=False)
        if len(found) == EXAMPLES:
            break
    return tuple(found.values())
