"""A person's questions about a graph: asked with its schema, checked, run, shown."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random

from neural.domains.cypher.answers import World
from neural.domains.cypher.checker import Checker, Problem
from neural.domains.cypher.composition import depth
from neural.domains.cypher.desk import stores
from neural.domains.cypher.desk.changes import changes, is_query
from neural.domains.cypher.foreign import foreign
from neural.domains.cypher.grammar import REQUESTS, NotHere, Scene
from neural.domains.cypher.graph import Graph, build
from neural.domains.cypher.model import ADMIN, WRITES
from neural.domains.cypher.nornic import nornic_safe
from neural.domains.cypher.own import family_from
from neural.domains.cypher.own.reading import address
from neural.domains.cypher.own.source import FORMS
from neural.domains.cypher.proof import telling
from neural.domains.cypher.schema import families
from neural.domains.cypher.score import FENCED, REFUSAL
from neural.domains.cypher.tasks import GENERATE
from neural.domains.cypher.voice import english
from neural.domains.desk import Desk, Reading, Result
from neural.errors import UserError, nearest

EXAMPLE = "movies-1-0-2"  # the graph for those who bring none: two labels, as nano knows them
EXAMPLES = 4
PROBLEMS = 3  # shown of a query: the first one tends to bring the others
TRIES = 200  # draws of an example question
ODD = "NornicDB is known to answer queries of this form wrongly; Neo4j does not."


@contextmanager
def open_desk(about: str | None, note: Callable[[str], None]) -> Iterator[Desk]:
    """Questions about a graph: a YAML file or schema dump of one, the address of a running
    database, the name of a family of `families/` or of a generated graph (None: an example)."""
    about = about or EXAMPLE
    name, live = about.rsplit("-", 3)[0], "://" in about
    if live:
        place = address.parse(about).place
        title, graph = f"{place}, a running database", _own(about, note)
    elif name in families() and not Path(about).exists():
        whole = f"{name}-0-0-{len(families()[name].nodes)}"
        title = f"{name.replace('_', ' ')}, an example graph"
        graph = build(whole if name == about else about)
    elif re.fullmatch(r"[\w-]+", about) and not Path(about).exists():
        raise UserError(
            f"{about}: no such file, and none of the {len(families())} example graphs."
            f"{nearest(about, families())} Give {FORMS}, or an example such as movies."
        )
    else:
        title, graph = f"{about}, with invented values", _own(about, note)
    store = stores.database(address.parse(about)) if live else stores.embedded(graph)
    with store as run, ThreadPoolExecutor(1) as pool, Checker() as checker:
        pool.submit(checker.check, "RETURN 1")  # its start takes seconds, in which people type
        yield _Desk(title, graph, not live, run, checker)


def _own(source: str, note: Callable[[str], None]) -> Graph:
    family = family_from(source, note=note)
    return build(f"{family.name}-0-0-{len(family.nodes)}", family)


class _Desk(Desk):
    """`filled`: the graph's values are those that queries find, not only its schema."""

    language = "cypher"

    def __init__(
        self, title: str, graph: Graph, filled: bool, run: stores.Run, checker: Checker
    ) -> None:
        self.title, self.schema, self._run, self.checker = title, graph.schema, run, checker
        self.text = self.schema.text()
        self.words = _words(graph, filled)
        self.examples = _examples(graph) if filled else ()

    def row(self, question: str) -> dict:
        return {"system": GENERATE, "input": self.text, "instruction": question}

    def read(self, question: str, answer: str) -> Reading:
        fenced = FENCED.search(answer)
        query = (fenced[1] if fenced else answer).strip()
        if not query:
            return Reading("", problems=("The model said nothing.",))
        if query.startswith(REFUSAL):
            return Reading(query)
        if not is_query(query):
            return Reading(query, problems=("This is no query.",))
        found = self.checker.check(query, self.schema)
        wrong = [one for one in found if one.severity == "error"]
        doubts = [one.message for one in found if one.severity == "warning"]
        if not doubts and (lacking := foreign(query, self.text)):
            doubts = [f"Not in the schema: {', '.join(lacking)}."]
        if not wrong and not nornic_safe(query):
            doubts.append(ODD)
        return Reading(
            query,
            "cypher",
            tuple(f"{_place(one, query)}{_short(one.message)}" for one in wrong[:PROBLEMS]),
            tuple(doubts),
            runs=not wrong,
            changes=changes(query),
        )

    def run(self, reading: Reading, limit: int) -> Result:
        return self._run(reading.text, limit, reading.changes)


def _place(problem: Problem, query: str) -> str:
    line = f"line {problem.line}, " if "\n" in query else ""
    return f"{line}column {problem.column}: "


def _short(message: str) -> str:
    """Without what else could stand there, or was there, where that is nearly anything."""
    message = re.sub(r"(, |: )expected (?:'[^']+',? ?(?:or )?){9,}\.?$", "", message)
    return re.sub(r" but was (?:[\w<>]+(?:, | or )){9,}[\w<>]+$", "", message)


def _words(graph: Graph, filled: bool) -> tuple[str, ...]:
    """What a question may name: labels, types, properties as they are and as words, and nodes."""
    schema = graph.schema
    named = [name for kind in schema.kinds for name in (kind.label, kind.singular, kind.plural)]
    named += [link.type for link in schema.links]
    for owner in (*schema.kinds, *schema.links):
        named += [name for prop in owner.props for name in (prop.name, prop.words)]
    for kind in schema.kinds if filled else ():
        named += [str(node[kind.key.name]) for node in graph.nodes[kind.label]]
    return tuple(dict.fromkeys(named))


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
