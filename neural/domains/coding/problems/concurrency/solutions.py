"""Solutions of spec.py's families; see AUTHORING.md."""


#: family bounded_map
import asyncio
from collections.abc import Awaitable, Callable, Iterable


async def bounded_map(
    items: Iterable[int], limit: int, work: Callable[[int], Awaitable[int]]
) -> list[int]:  #: failure=stops
) -> list[int | None]:  #: failure=is_none
    semaphore = asyncio.Semaphore(limit)

    async def guarded(item: int) -> int:  #: failure=stops
    async def guarded(item: int) -> int | None:  #: failure=is_none
        async with semaphore:
            #: failure=stops
            return await work(item)
            #: failure=is_none
            try:
                return await work(item)
            except Exception:
                return None
            #: end

    return await asyncio.gather(*map(guarded, items))


#: driver
async def bounded_results(values, limit):
    running = peak = 0

    async def work(value):
        nonlocal running, peak
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0)
        running -= 1
        if value == 13:
            raise ValueError("unlucky")
        return value * value

    return await bounded_map(values, limit, work), peak <= limit


#: family retry
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def retry(operation: Callable[[], T], attempts: int, pause: Callable[[int], None]) -> T:
    #: backoff=doubled
    delay = 100
    #: end
    for _ in range(attempts - 1):  #: limit=total
    for _ in range(attempts):  #: limit=more
        try:
            return operation()
        except Exception:
            pause(100)  #: backoff=fixed
            #: backoff=doubled
            pause(delay)
            delay *= 2
            #: end
    return operation()


#: driver
def retried(failures, attempts):
    calls = 0
    pauses = []

    def operation():
        nonlocal calls
        calls += 1
        if calls <= failures:
            raise ValueError(f"failure {calls}")
        return calls

    return retry(operation, attempts, pauses.append), pauses


#: family memoize
from collections.abc import Callable


def memoize(compute: Callable[[int], int]) -> Callable[[int], int]:
    #: memory=all
    results: dict[int, int] = {}

    def remembering(value: int) -> int:
        if value not in results:
            results[value] = compute(value)
        return results[value]

    #: memory=last
    latest: tuple[int, int] | None = None

    def remembering(value: int) -> int:
        nonlocal latest
        if latest is None or latest[0] != value:
            latest = value, compute(value)
        return latest[1]

    #: end
    return remembering


#: driver
def evaluations(inputs):
    calls = 0

    def square(value):
        nonlocal calls
        calls += 1
        return value * value

    remembering = memoize(square)
    return [remembering(each) for each in inputs], calls


#: family emitter
from collections import defaultdict
from collections.abc import Callable

Listener = Callable[[str], None]


class Emitter:
    def __init__(self) -> None:
        self._listeners: defaultdict[str, list[tuple[Listener, bool]]]
        self._listeners = defaultdict(list)

    def on(self, event: str, listener: Listener) -> None:
        self._listeners[event].append((listener, False))

    def once(self, event: str, listener: Listener) -> None:
        self._listeners[event].append((listener, True))

    def off(self, event: str) -> None:
        self._listeners.pop(event, None)

    def emit(self, event: str, value: str) -> None:
        listeners = self._listeners.pop(event, [])
        self._listeners[event] = [each for each in listeners if not each[1]]
        for listener, _ in listeners:  #: order=first
        for listener, _ in reversed(listeners):  #: order=last
            listener(value)


#: driver
def heard(steps):
    emitter = Emitter()
    log = []
    for number, step in enumerate(steps):
        action, event = step.split()
        if action == "emit":
            emitter.emit(event, str(number))
        elif action == "off":
            emitter.off(event)
        else:
            getattr(emitter, action)(
                event, lambda value, n=number: log.append(f"{n}:{value}")
            )
    return log


#: family first_success
from collections.abc import Awaitable, Callable, Iterable


async def first_success(sources: Iterable[Callable[[], Awaitable[int]]]) -> int:
    failure: Exception | None = None
    for source in sources:
        try:
            return await source()
        except Exception as error:
            failure = failure or error  #: which=first
            failure = error  #: which=last
    raise failure or ValueError("no sources")


#: driver
async def first_answer(answers):
    def source(place, answer):
        async def ask():
            if answer is None:
                raise ValueError(f"source {place} is down")
            return answer

        return ask

    return await first_success([source(*each) for each in enumerate(answers)])


#: family count_words
from collections import Counter
from concurrent.futures import ThreadPoolExecutor


def count_words(texts: list[str]) -> dict[str, int]:
    with ThreadPoolExecutor() as pool:
        counts = pool.map(lambda text: Counter(text.split()), texts)  #: case=kept
        counts = pool.map(lambda text: Counter(text.lower().split()), texts)  #: case=folded
        return dict(sum(counts, Counter()))


#: family sum_of_powers
from concurrent.futures import ThreadPoolExecutor


def sum_of_powers(values: list[int]) -> int:
    middle = len(values) // 2
    halves = values[:middle], values[middle:]
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(lambda half: sum(v**EXPONENT for v in half), halves))


#: family account
from threading import Lock


class InsufficientFundsError(Exception):
    pass


class Account:
    def __init__(self, balance: int) -> None:
        self._balance = balance
        self._lock = Lock()

    def deposit(self, amount: int) -> int:
        self._check(amount)
        with self._lock:
            self._balance += amount
            return self._balance

    def withdraw(self, amount: int) -> int:
        self._check(amount)
        with self._lock:
            if self._balance - amount < FLOOR:
                raise InsufficientFundsError("insufficient funds")
            self._balance -= amount
            return self._balance

    def balance(self) -> int:
        with self._lock:
            return self._balance

    @staticmethod
    def _check(amount: int) -> None:
        if amount < 1:
            raise ValueError("amount must be positive")


#: family task_queue
import heapq
from itertools import count


class TaskQueue:
    def __init__(self) -> None:
        self._heap: list[tuple[int, int, str]] = []
        self._numbers = count()  #: tie=first
        self._numbers = count(0, -1)  #: tie=last

    def add(self, name: str, priority: int) -> None:
        heapq.heappush(self._heap, (-priority, next(self._numbers), name))  #: best=highest
        heapq.heappush(self._heap, (priority, next(self._numbers), name))  #: best=lowest

    def next(self) -> str | None:
        return heapq.heappop(self._heap)[2] if self._heap else None


#: family rate_limiter
from collections import deque  #: window=sliding


class RateLimiter:
    #: window=sliding
    def __init__(self, limit: int, period: int) -> None:
        self._limit = limit
        self._period = period
        self._now = 0
        self._events: deque[int] = deque()

    def allow(self, wait: int) -> bool:
        self._now += wait
        while self._events and self._events[0] <= self._now - self._period:
            self._events.popleft()
        if len(self._events) >= self._limit:
            return False
        self._events.append(self._now)
        return True

    #: window=fixed
    def __init__(self, limit: int, period: int) -> None:
        self._limit = limit
        self._period = period
        self._now = 0
        self._block = 0
        self._count = 0

    def allow(self, wait: int) -> bool:
        self._now += wait
        block = self._now // self._period
        if block != self._block:
            self._block = block
            self._count = 0
        if self._count >= self._limit:
            return False
        self._count += 1
        return True
    #: end


#: family differences
from collections.abc import Iterable, Iterator
from itertools import pairwise


def differences(values: Iterable[int]) -> Iterator[int]:
    for earlier, later in pairwise(values):
        yield later - earlier  #: sign=signed
        yield abs(later - earlier)  #: sign=absolute


#: driver
def all_differences(values):
    return list(differences(iter(values)))
