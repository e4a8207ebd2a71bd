"""Runs Cypher on ArcadeDB in a process of its own, so that no query can hang or harm us."""

import multiprocessing
import os
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from queue import Queue
from typing import TypeVar

from neural.domains.desk import Result
from neural.errors import BUG, UserError

T, R = TypeVar("T"), TypeVar("R")
LOADING = 120  # seconds for a graph: a fresh engine is slow at first, a busy machine too
# A run is too short for what the second compiler wins to pay for its work.
JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
TIMEOUT = 10  # seconds for one query on a graph of some dozen nodes


@dataclass(frozen=True)
class Outcome:
    """What a query did: its rows in order, or an error; the graph's state after a write."""

    rows: tuple[tuple, ...] = ()
    error: str | None = None
    state: tuple | None = None  # after a write: all nodes and edges

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
            raise UserError(f"the engine refuses a generated graph: {error}\n{script[:300]}\n{BUG}")

    def state(self) -> tuple:
        """All nodes and edges of the loaded graph, in the form that a write's outcome has."""
        return self._ask(("state", ""))

    def run(self, query: str) -> Outcome:
        """Runs a query; a write is undone afterwards. Errors and time-outs are outcomes."""
        return self._ask(("run", query), TIMEOUT, lambda problem: Outcome(error=problem))

    def show(self, query: str, limit: int, write: bool = False) -> Result:
        """The first `limit` rows of a query with the names of their columns, as the engine writes
        them. Only with `write` may it change the graph, which then stays changed."""
        request = ("show", query, limit, write)
        return self._ask(request, TIMEOUT, lambda problem: Result(error=problem))

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

    def _ask(
        self, request: tuple, limit: int = LOADING, failed: Callable[[str], R] = str
    ) -> Outcome | Result | R | None:
        self._pipe.send(request)
        try:
            if self._pipe.poll(limit):
                return self._pipe.recv()
            problem = f"no answer within {limit} s"
        except (EOFError, ConnectionError):
            problem = "the engine died on this query"
        self.close()
        self._start()
        if self._script and request[0] in ("run", "show"):
            self._ask(("load", self._script))
        return failed(problem)


def cores() -> int:
    """As many as this process may use, which Snakemake says in OMP_NUM_THREADS."""
    return int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1


def on_engines(work: Callable[[Engine, T], R], items: Iterable[T], threads: int = 0) -> Iterator[R]:
    """`work(engine, item)` of each item, in order, on `threads` engines side by side (0: as many
    as there are cores)."""
    threads = threads or cores()
    free: Queue[Engine] = Queue()

    def job(item: T) -> R:
        engine = free.get()
        try:
            return work(engine, item)
        finally:
            free.put(engine)

    with ExitStack() as stack:
        for _ in range(threads):
            free.put(stack.enter_context(Engine()))
        pool = stack.enter_context(ThreadPoolExecutor(threads))
        open_jobs: deque = deque()
        try:
            for item in items:
                open_jobs.append(pool.submit(job, item))
                if len(open_jobs) > 2 * threads:  # no further ahead: the caller may stop early
                    yield open_jobs.popleft().result()
            while open_jobs:
                yield open_jobs.popleft().result()
        finally:
            for one in open_jobs:
                one.cancel()


def _serve(pipe: Connection, folder: str) -> None:
    os.setsid()  # Ctrl-C is the parent's, which may want to go on
    silent = os.open(os.devnull, os.O_WRONLY)  # the JVM prints warnings that help nobody
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    os.environ.setdefault("ARCADEDB_JVM_ARGS", JVM)  # read at the import
    import arcadedb_embedded

    answer = _Graph(arcadedb_embedded.create_database(os.path.join(folder, "graph"))).answer
    pipe.send("ready")
    while True:
        try:
            request = pipe.recv()
        except EOFError:
            return
        pipe.send(answer(*request))


def _die_with(parent: int) -> None:
    """A killed script must not leave its engine behind in a query that never ends."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


class _Graph:
    """The database with one graph, which is committed; each query's changes are rolled back."""

    def __init__(self, database: object) -> None:
        self.database = database
        self.script = "RETURN 1"
        self.first_state: tuple | None = None

    def answer(self, verb: str, text: str, *how: int) -> "Outcome | Result | str | tuple | None":
        if verb == "load":
            self.script, self.first_state = text, None
            return self.load()
        if verb == "state":
            if self.first_state is None:
                self.first_state = self.within(lambda: _state(self.database))
            return self.first_state
        if verb == "show":
            limit, write = how
            if write:
                return self.change(text, limit)
            return self.within(lambda: _table(self.database.query, text, limit))
        return self.within(lambda: _run(self.database, text))

    def load(self) -> str | None:
        """What the engine says against the graph's script."""
        for script in ("MATCH (n) DETACH DELETE n", self.script):
            try:
                self.database.begin()
                self.database.command("opencypher", script)
                self.database.commit()
            except Exception as error:  # whatever the engine raises is the answer
                if self.database.is_transaction_active():
                    self.database.rollback()
                return str(error)
        return None

    def change(self, query: str, limit: int) -> Result:
        """What a query returns, whose changes stay if it ends well."""
        self.database.begin()
        table = _table(self.database.command, query, limit, whole=True)
        try:
            if self.database.is_transaction_active():
                (self.database.rollback if table.error else self.database.commit)()
        except Exception as error:
            return Result(error=str(error)[:500])
        return table

    def within(self, work: Callable[[], T]) -> T:
        """The work's result; whatever it changed is undone."""
        self.database.begin()
        result = work()
        if self.database.is_transaction_active():
            self.database.rollback()
        else:  # as after a change of the schema, and after IN TRANSACTIONS
            self.load()
        return result


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


def _table(ask: Callable, query: str, limit: int, whole: bool = False) -> Result:
    """`whole`: read to the end, as a write that nobody reads on does not go on either."""
    try:
        batches = ask("opencypher", query).iter_json_batches(batch_size=limit + 1)
        rows = [row for batch in (batches if whole else islice(batches, 1)) for row in batch]
    except Exception as error:
        return Result(error=str(error)[:500])
    # A row has no place for a value that is missing in all of them.
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    shown = tuple(tuple(row.get(name) for name in columns) for row in rows[:limit])
    return Result(columns, shown, cut=len(rows) > limit)


def _rows(result: object) -> tuple[tuple, ...]:
    return tuple(tuple(map(plain, row.values())) for row in result.to_json_list())


def _state(database: object) -> tuple:
    """Nodes as (labels, properties), edges as (type, properties, source, target), sorted."""
    found = _rows(database.query("opencypher", "MATCH (n) RETURN elementId(n), labels(n), n"))
    nodes = {number: node for number, *node in found}
    query = "MATCH (a)-[r]->(b) RETURN elementId(a), elementId(b), type(r), r"
    edges = _rows(database.query("opencypher", query))
    whole = [(*edge, nodes[source], nodes[target]) for source, target, *edge in edges]
    return tuple(sorted(map(repr, [*nodes.values(), *whole])))


def plain(value: object) -> object:
    """Values made comparable: numbers rounded, maps and lists as tuples."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return round(float(value), 6)
    if isinstance(value, dict):
        return tuple(sorted((key, plain(item)) for key, item in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(map(plain, value))
    return value
