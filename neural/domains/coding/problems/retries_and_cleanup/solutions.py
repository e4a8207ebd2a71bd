"""Solutions of spec.py's families; see AUTHORING.md."""


#: family explain
def explain(failure: BaseException) -> str:
    messages = []
    cause: BaseException | None = failure
    while cause is not None:
        messages.append(str(cause))
        cause = cause.__cause__
    return ": ".join(messages)  #: what=outer
    return " -> ".join(reversed(messages))  #: what=inner
    #: what=ends
    first, last = messages[0], messages[-1]
    return f"{first} ({last})" if len(messages) > 1 else first
    #: end


#: driver
def explained(messages):
    failure = None
    for message in reversed(messages):
        outer = RuntimeError(message)
        outer.__cause__ = failure
        failure = outer
    return explain(failure)


#: family retry_if
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def retry_if(
    operation: Callable[[], T], attempts: int, retryable: Callable[[Exception], bool]
) -> T:
    for _ in range(attempts - 1):
        try:
            return operation()
        except Exception as error:
            if not retryable(error):
                raise
    return operation()  #: exhausted=pass
    #: exhausted=give_up
    try:
        return operation()
    except Exception as error:
        if retryable(error):
            raise RuntimeError("gave up") from error
        raise
    #: end


#: driver
def tries(outcomes, attempts):
    left = list(outcomes)
    calls = 0

    def operation():
        nonlocal calls
        calls += 1
        outcome = left.pop(0) if left else "ok"
        if outcome != "ok":
            raise ValueError(outcome)
        return "done"

    return retry_if(operation, attempts, lambda error: str(error) == "busy"), calls


#: family run_or_undo
from collections.abc import Callable, Sequence


def run_or_undo(
    actions: Sequence[Callable[[], None]], undos: Sequence[Callable[[], None]]
) -> None:
    done = []
    for action, undo in zip(actions, undos, strict=True):
        try:
            done.append(undo)  #: scope=failed
            action()
        except Exception:
            for each in reversed(done):  #: scope!=forward
            for each in done:  #: scope=forward
                each()
            raise
        done.append(undo)  #: scope!=failed


#: driver
def undone(steps):
    called = []

    def action(name):
        called.append(name)
        if name.startswith("x"):
            raise ValueError(f"{name} failed")

    actions = [lambda name=name: action(name) for name in steps]
    undos = [lambda name=name: called.append(f"undo {name}") for name in steps]
    try:
        run_or_undo(actions, undos)
    except ValueError as error:
        called.append(str(error))
    return called


#: family run_every
from collections.abc import Callable, Sequence


def run_every(jobs: Sequence[Callable[[], None]]) -> int:
    failures = 0
    for called, job in enumerate(jobs, 1):  #: policy=two
    for job in jobs:  #: policy=all
        try:
            job()
        except Exception:
            failures += 1
            #: policy=two
            if failures == 2:
                raise RuntimeError(f"2 of {called} jobs failed") from None
            #: end
    if failures:
        raise RuntimeError(f"{failures} of {len(jobs)} jobs failed")
    return len(jobs)


#: driver
def ran(tasks):
    def job(name):
        if name == "x":
            raise ValueError(name)

    return run_every([lambda name=name: job(name) for name in tasks])


#: family close_all
from collections.abc import Callable, Sequence


def close_all(closers: Sequence[Callable[[], None]]) -> None:
    failures = []
    for close in reversed(closers):
        try:
            close()
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]  #: how=first
        raise failures[-1]  #: how=last
        raise RuntimeError("; ".join(map(str, failures)))  #: how=all


#: driver
def closed(resources):
    called = []

    def close(name):
        called.append(name)
        if name.startswith("x"):
            raise ValueError(f"{name} is stuck")

    try:
        close_all([lambda name=name: close(name) for name in resources])
    except Exception as error:
        called.append(f"failed: {error}")
    return called


#: family error_budget
class BudgetSpentError(Exception):
    pass


class ErrorBudget:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._left = limit

    def record(self, ok: bool) -> int:
        #: rule=total
        if not ok:
            self._spend()
        #: rule=row
        if ok:
            self._left = self._limit
        else:
            self._spend()
        #: rule=repay
        if ok:
            self._left = min(self._left + 1, self._limit)
        else:
            self._spend()
        #: end
        return self._left

    def _spend(self) -> None:
        if self._left == 0:
            raise BudgetSpentError("too many failures")
        self._left -= 1


#: family time_to_success
from typing import NamedTuple


class DeadlineExceededError(Exception):
    pass


class Try(NamedTuple):
    seconds: int
    ok: bool


def time_to_success(tries: list[Try], pause: int, deadline: int) -> int:
    now = 0
    for seconds, ok in tries:
        if now >= deadline:  #: rule=start
        if now + seconds > deadline:  #: rule=end
            raise DeadlineExceededError("deadline exceeded")
        now += seconds
        if ok:
            return now
        now += pause
    raise RuntimeError("all tries failed")


#: family backoff_delays
def backoff_delays(attempts: int, base: int, cap: int) -> list[int]:
    if attempts < 1:
        raise ValueError("attempts must be at least 1")
    #: growth=doubled
    return [min(base * 2**n, cap) for n in range(attempts - 1)]
    #: growth=linear
    return [min(base * n, cap) for n in range(1, attempts)]
    #: growth=fibonacci
    delays = []
    delay, following = base, base
    for _ in range(attempts - 1):
        delays.append(min(delay, cap))
        delay, following = following, delay + following
    return delays
    #: end


#: family retry_delay
def retry_delay(status: int, header: str | None, attempt: int) -> int | None:
    if status in (429, 503):
        if header and header.isascii() and header.isdigit():
            return int(header)
    elif not 500 <= status <= 599:  #: others=server
    else:  #: others=no
        return None
    return min(2**attempt, MOST)


#: family retry_queue
from collections import deque


class RetryQueue:
    def __init__(self, attempts: int) -> None:
        self._attempts = attempts
        self._waiting: deque[str] = deque()
        self._working: set[str] = set()
        self._failures: dict[str, int] = {}
        self._dead: list[str] = []

    def add(self, name: str) -> None:
        if name in self._failures:
            raise ValueError("added before")
        self._failures[name] = 0
        self._waiting.append(name)

    def next(self) -> str | None:
        if not self._waiting:
            return None
        name = self._waiting.popleft()
        self._working.add(name)
        return name

    def fail(self, name: str) -> bool:
        if name not in self._working:
            raise RuntimeError("not handed out")
        self._working.remove(name)
        self._failures[name] += 1
        if self._failures[name] == self._attempts:
            self._dead.append(name)
            return False
        self._waiting.append(name)  #: place=end
        self._waiting.appendleft(name)  #: place=front
        return True

    def dead(self) -> list[str]:
        return list(self._dead)
