"""Runs Cypher on ArcadeDB in a process of its own, so that no query can hang or harm us."""

import multiprocessing
import os
import tempfile
from dataclasses import dataclass
from multiprocessing.connection import Connection

from neural.errors import UserError

TIMEOUT = 10  # seconds for one query on a graph of some dozen nodes


@dataclass(frozen=True)
class Outcome:
    """What a query did: its rows in order, or an error; the graph's state after a write."""

    rows: tuple[tuple, ...] = ()
    error: str | None = None
    state: tuple | None = None  # after a write: all nodes and edges, sorted

    @property
    def is_write(self) -> bool:
        return self.state is not None


class Engine:
    """One embedded database. `load` a graph, `run` queries on it; each starts from that graph."""

    def __init__(self) -> None:
        self._script: str | None = None
        self._start()

    def load(self, script: str) -> None:
        """Replaces the graph by what one CREATE statement makes."""
        self._script = script
        error = self._ask(("load", script))
        if error:
            raise UserError(f"the engine refuses a generated graph: {error}\n{script[:300]}")

    def state(self) -> tuple:
        """All nodes and edges of the loaded graph, in the form that a write's outcome has."""
        return self._ask(("state", ""))

    def run(self, query: str) -> Outcome:
        """Runs a query; a write is undone afterwards. Errors and time-outs are outcomes."""
        return self._ask(("run", query))

    def close(self) -> None:
        """Ends the process and removes its files."""
        self._process.kill()
        self._process.join()
        self._folder.cleanup()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a JVM does not survive a fork
        self._folder = tempfile.TemporaryDirectory(prefix="cypher-engine-")
        self._pipe, theirs = context.Pipe()
        arguments = (theirs, self._folder.name)
        self._process = context.Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.recv()

    def _ask(self, request: tuple) -> Outcome | str | None:
        self._pipe.send(request)
        try:
            if self._pipe.poll(TIMEOUT):
                return self._pipe.recv()
            problem = f"no answer within {TIMEOUT} s"
        except (EOFError, ConnectionError):
            problem = "the engine died on this query"
        self.close()
        self._start()
        if self._script and request[0] == "run":
            self._ask(("load", self._script))
        return Outcome(error=problem) if request[0] == "run" else problem


def _serve(pipe: Connection, folder: str) -> None:
    silent = os.open(os.devnull, os.O_WRONLY)  # the JVM prints warnings that help nobody
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    import arcadedb_embedded

    database = arcadedb_embedded.create_database(os.path.join(folder, "graph"))
    script = None
    pipe.send("ready")
    while True:
        try:
            verb, text = pipe.recv()
        except EOFError:
            return
        if verb == "load":
            script = text
            pipe.send(_load(database, script))
            continue
        if verb == "state":
            pipe.send(_state(database))
            continue
        outcome = _run(database, text)
        if outcome.is_write or not database.is_transaction_active():
            _load(database, script)
        pipe.send(outcome)


def _load(database: object, script: str) -> str | None:
    try:
        if database.is_transaction_active():
            database.rollback()
        database.begin()  # never committed: the next graph starts from nothing
        database.command("opencypher", script)
    except Exception as error:  # whatever the engine raises is the answer
        return str(error)
    return None


def _run(database: object, query: str) -> Outcome:
    try:
        return Outcome(_rows(database.query("opencypher", query)))
    except Exception as error:
        if "idempotent" not in str(error):
            return Outcome(error=str(error)[:500])
    try:
        rows = _rows(database.command("opencypher", query))
        return Outcome(rows, state=_state(database))
    except Exception as error:
        return Outcome(error=str(error)[:500], state=())


def _rows(result: object) -> tuple[tuple, ...]:
    return tuple(tuple(_plain(value) for value in row.values()) for row in result.to_list())


def _state(database: object) -> tuple:
    nodes = database.query("opencypher", "MATCH (n) RETURN n")
    edges = database.query("opencypher", "MATCH (a)-[r]->(b) RETURN a, type(r) AS t, r, b")
    plain = [
        tuple(_plain(value) for value in row.values())
        for result in (nodes, edges)
        for row in result.to_list()
    ]
    return tuple(sorted(plain, key=repr))


def _plain(value: object) -> object:
    """Values of the engine as plain Python: numbers rounded, maps and lists as tuples."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, float)):
        return round(float(value), 6)
    if isinstance(value, dict):
        return tuple(sorted((str(k), _plain(v)) for k, v in value.items()))
    if isinstance(value, (list, tuple, set)):
        return tuple(_plain(v) for v in value)
    if hasattr(value, "propertiesAsMap"):
        kind = str(value.getTypeName())
        properties = {str(k): _plain(v) for k, v in dict(value.propertiesAsMap()).items()}
        return (kind, _plain(properties))
    if hasattr(value, "entrySet"):
        return tuple(sorted((str(k), _plain(v)) for k, v in dict(value).items()))
    if hasattr(value, "iterator"):
        return tuple(_plain(v) for v in value)
    return str(value)
