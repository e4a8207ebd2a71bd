"""Whether a meaning's result says something, and whether its query gives that result."""

from dataclasses import replace
from datetime import date, datetime
from random import Random

from neural.domains.cypher.answers import Answer, World, answer
from neural.domains.cypher.engine import Engine, plain
from neural.domains.cypher.graph import Graph
from neural.domains.cypher.model import ADMIN, WRITES, FullText, Index, Plan, Similar
from neural.domains.cypher.mutants import mutants
from neural.domains.cypher.render import cypher
from neural.domains.cypher.syntax import Point
from neural.errors import BUG, UserError


def proven(engine: Engine, meaning: object, world: World, rng: Random) -> bool:
    """Whether a row may be made of a meaning: its query runs, does what is meant, and every mutant
    does something else. UserError where the query fails or does not mean it."""
    if isinstance(meaning, Plan):
        meaning = meaning.question
    if isinstance(meaning, ADMIN):
        return _manages(engine, meaning)
    if isinstance(meaning, WRITES):
        return changes(engine, meaning, world.graph, rng)
    if not telling(meaning, world, rng):
        return False
    agree(engine, meaning, world)
    return True


def _manages(engine: Engine, meaning: object) -> bool:
    if isinstance(meaning, (FullText, Similar)):
        return True  # the engine has no such index: Neo4j's checker alone judges them
    queries = [cypher(meaning)]
    if isinstance(meaning, Index):  # leaves the database as it was
        made, dropped = (cypher(replace(meaning, drop=drop)) for drop in (False, True))
        queries = [made, dropped]
    for query in queries:
        if error := engine.run(query).error:
            raise UserError(f"a generated query fails: {query}\n{error}\n{BUG}")
    return True


def telling(meaning: object, world: World, rng: Random) -> bool:
    """Whether a question's answer says something: not empty, not only nothing or zero, no ties in
    what it sorts by, and another one for every mutant."""
    found = answer(meaning, world)
    if found.tied or not _says_something(found):
        return False
    return not any(
        found.same(answer(mutant, world)) for _, mutant in mutants(meaning, world.graph, rng)
    )


def agree(engine: Engine, meaning: object, world: World) -> None:
    """UserError unless the engine's result of the query is the answer."""
    query, found = cypher(meaning), answer(meaning, world)
    outcome = engine.run(query)
    if outcome.error:
        raise UserError(f"a generated query fails: {query}\n{outcome.error}\n{BUG}")
    worked_out = replace(found, rows=tuple(tuple(map(_given, row)) for row in found.rows))
    if not worked_out.same(Answer(outcome.rows, ordered=True)):
        raise UserError(
            f"a generated query does not give what is meant: {query}\n"
            f"on graph {world.graph.id}: {outcome.rows}\nmeant: {worked_out.rows}\n{BUG}"
        )


def changes(engine: Engine, meaning: object, graph: Graph, rng: Random) -> bool:
    """Whether a write changes the graph, and every mutant changes it otherwise."""
    query = cypher(meaning)
    outcome = engine.run(query)
    if outcome.error:
        raise UserError(f"a generated query fails: {query}\n{outcome.error}\n{BUG}")
    if outcome.state == engine.state():
        return False
    others = (engine.run(cypher(mutant)) for _, mutant in mutants(meaning, graph, rng))
    return all(other.state != outcome.state for other in others)


def _says_something(found: Answer) -> bool:
    values = [value for row in found.rows for value in row]
    return any(isinstance(value, bool) or value not in (None, 0, (), "") for value in values)


def _given(value: object) -> object:
    """A value in the form in which the engine gives it back."""
    if isinstance(value, Point):
        place = {"latitude": value.latitude, "longitude": value.longitude}
        xy = {"x": value.longitude, "y": value.latitude}
        return plain({**place, **xy, "crs": "WGS-84", "srid": 4326})
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else plain(value)
