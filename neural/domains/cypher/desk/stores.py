"""Where a person's queries are run: on a small graph in the embedded engine, or on a database."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from math import isfinite
from queue import Empty, Queue
from threading import Thread

from neural.domains.cypher.engine import Engine
from neural.domains.cypher.graph import Graph
from neural.domains.cypher.own.reading import address, over_http
from neural.domains.desk import Result
from neural.errors import UserError

Run = Callable[[str, int, bool], Result]  # query, most rows, whether it may write
PATIENCE = 35  # seconds: a database gives up after 30 by itself, if it keeps to what it is told


@contextmanager
def embedded(graph: Graph) -> Iterator[Run]:
    """Runs queries on the graph, in which writes stay until the end."""
    dates = {
        prop.name: prop.type
        for owner in (*graph.schema.kinds, *graph.schema.links)
        for prop in owner.props
        if prop.type in ("DATE", "DATETIME")
    }
    begun: list[Engine] = []

    def begin() -> Engine:
        begun.append(Engine())
        begun[-1].load(graph.create())
        return begun[-1]

    with ThreadPoolExecutor(1) as pool:
        engine = pool.submit(begin)  # takes seconds, in which people read and type

        def run(query: str, limit: int, write: bool) -> Result:
            nonlocal engine
            try:
                found = engine.result().show(query, limit, write)
            except KeyboardInterrupt:
                if engine.done():
                    begun.pop().close()  # what it still answers would be taken for the next answer
                    engine = pool.submit(begin)
                raise
            rows = tuple(tuple(_dated(value, dates) for value in row) for row in found.rows)
            return replace(found, rows=rows, error=found.error and _said(found.error))

        try:
            yield run
        finally:
            engine.cancel()
            pool.shutdown()
            for one in begun:
                one.close()


def _dated(value: object, dates: dict[str, str]) -> object:
    """Dates in whole nodes arrive as milliseconds."""
    if isinstance(value, list):
        return [_dated(one, dates) for one in value]
    if isinstance(value, dict):
        pairs = value.items()
        return {key: _date(one, dates.get(key)) or _dated(one, dates) for key, one in pairs}
    return value


def _date(value: object, kind: str | None) -> str | None:
    if kind is None or not isinstance(value, int) or isinstance(value, bool):
        return None
    when = datetime.fromtimestamp(value / 1000, UTC)
    return when.date().isoformat() if kind == "DATE" else when.isoformat("T", "minutes")[:16]


def _said(error: str) -> str:
    """What the engine says, without the names of its classes."""
    parts = [part for part in error.split(": ") if not part.startswith("com.")]
    return ": ".join(parts).removeprefix("Query failed: ").removeprefix("Command failed: ")


@contextmanager
def database(where: address.Address) -> Iterator[Run]:
    """Runs queries on a running database: reading ones in a session that may only read."""
    with ExitStack() as stack:
        if where.scheme in address.HTTP:
            ask = over_http.asking(where)
        else:
            from neural.domains.cypher.own.reading import over_bolt  # takes a while to load

            ask = stack.enter_context(over_bolt.asking(where))

        def run(query: str, limit: int, write: bool) -> Result:
            try:
                found = _in_time(lambda: ask(query, limit, write), where.place)
            except UserError as error:
                return Result(error=str(error).removesuffix(f"\n{query}"))
            return replace(found, rows=tuple(tuple(map(plain, row)) for row in found.rows))

        yield run


def _in_time(work: Callable[[], Result], place: str) -> Result:
    """The work's result; UserError where it takes too long, and then nobody waits for it."""
    done: Queue = Queue()

    def job() -> None:
        try:
            done.put((work(), None))
        except BaseException as error:
            done.put((None, error))

    Thread(target=job, daemon=True).start()
    try:
        result, error = done.get(timeout=PATIENCE)
    except Empty:
        raise UserError(
            f"{place}: no answer within {PATIENCE} s; the database may still be at it. Ask for "
            "less, or add a LIMIT."
        ) from None
    if error:
        raise error
    return result


def plain(value: object) -> object:
    """A database's value as text, number, list or map. The driver's classes are known by what they
    have, as it need not be loaded."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON has none of these
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if hasattr(value, "nodes") and hasattr(value, "relationships") and not hasattr(value, "type"):
        return {
            "nodes": plain(list(value.nodes)),
            "relationships": plain(list(value.relationships)),
        }
    if hasattr(value, "element_id"):
        return {str(key): plain(one) for key, one in value.items()}
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, (list, tuple, set)):
        return [plain(one) for one in value]
    return str(value)
