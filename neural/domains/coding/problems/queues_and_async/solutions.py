"""Solutions of spec.py's families; see AUTHORING.md."""


#: family in_batches
from collections.abc import Awaitable, Callable


async def in_batches(
    items: list[int], size: int, load: Callable[[list[int]], Awaitable[list[int]]]
) -> list[int]:
    batches = [items[start : start + size] for start in range(0, len(items), size)]
    #: last=merged
    if len(batches) > 1 and 2 * len(batches[-1]) < size:
        short = batches.pop()
        batches[-1] = batches[-1] + short
    #: end
    results: list[int] = []
    for batch in batches:
        results += await load(batch)
    return results


#: driver
async def batched_calls(values, size):
    sizes = []

    async def load(batch):
        sizes.append(len(batch))
        return [value * value for value in batch]

    return await in_batches(values, size, load), sizes


#: family pipeline
from collections.abc import Iterable, Iterator


def pipeline(numbers: Iterable[int]) -> Iterator[int]:
    total = 0  #: map=total
    before = None  #: filter=change
    for number in numbers:
        if number % 2 != 0:  #: filter=even
        if number <= 0:  #: filter=positive
        if number == before:  #: filter=change
            continue
        before = number  #: filter=change
        yield 2 * number  #: map=double
        #: map=total
        total += number
        yield total
        #: end


#: driver
def piped(values, limit):
    results = pipeline(iter(values))
    return [result for _, result in zip(range(limit), results, strict=False)]


#: family with_fallback
from collections.abc import Awaitable, Callable


async def with_fallback(
    sources: list[Callable[[], Awaitable[int]]], fallback: int
) -> list[int]:
    answers: list[int] = []
    for source in sources:
        try:
            answers.append(await source())
        except Exception:
            answers.append(fallback)  #: instead=value
            answers.append(answers[-1] if answers else fallback)  #: instead=before
            #: instead=again
            try:
                answers.append(await source())
            except Exception:
                answers.append(fallback)
            #: end
    return answers


#: driver
async def fetched(answers, fallback):
    def source(place, answer):
        asked = 0

        async def ask():
            nonlocal asked
            asked += 1
            if answer is None and (asked == 1 or place % 2 == 0):
                raise ValueError("down")
            return -1 if answer is None else answer

        return ask

    sources = [source(place, answer) for place, answer in enumerate(answers)]
    return await with_fallback(sources, fallback)


#: family debounced
from itertools import pairwise  #: policy!=throttle


def debounced(times: list[int], delay: int) -> list[int]:
    #: policy=trailing
    runs = [time + delay for time, after in pairwise(times) if after - time >= delay]
    return [*runs, times[-1] + delay] if times else []
    #: policy=leading
    runs = [after for time, after in pairwise(times) if after - time >= delay]
    return times[:1] + runs
    #: policy=throttle
    runs: list[int] = []
    for time in times:
        if not runs or time - runs[-1] >= delay:
            runs.append(time)
    return runs
    #: end


#: family round_robin
from collections import deque
from typing import NamedTuple


class Task(NamedTuple):
    name: str
    work: int


def round_robin(tasks: list[Task], slice: int) -> list[str]:
    queue = deque(tasks)
    done = []
    while queue:
        name, work = queue.popleft()
        if work <= slice:
            done.append(name)
        else:
            queue.append(Task(name, work - slice))  #: back=end
            queue.insert(1, Task(name, work - slice))  #: back=second
    return done


#: family waiting_times
import heapq


def waiting_times(arrivals: list[int], service: int) -> list[int]:
    free = [0] * CLERKS  # when each clerk is free again
    waits = []
    for arrival in arrivals:
        begins = max(arrival, free[0])
        heapq.heapreplace(free, begins + service)
        waits.append(begins - arrival)
    return waits


#: family delay_queue
class DelayQueue:
    def __init__(self) -> None:
        self._now = 0
        self._items: list[tuple[int, str]] = []

    def put(self, item: str, delay: int) -> None:
        self._items.append((self._now + delay, item))

    def advance(self, time: int) -> list[str]:
        self._now += time
        ready = [entry for entry in self._items if entry[0] <= self._now]
        self._items = [entry for entry in self._items if entry[0] > self._now]
        ready.sort(key=lambda entry: entry[0])  #: order=ready
        ready.sort(key=lambda entry: -entry[0])  #: order=latest
        return [item for _, item in ready]

    def pending(self) -> int:
        return len(self._items)


#: family two_stack_queue
class TwoStackQueue:
    def __init__(self) -> None:
        self._back: list[int] = []
        self._front: list[int] = []  # its last item is the oldest of all

    def push(self, item: int) -> None:
        self._back.append(item)

    def pop(self) -> int | None:
        self._shift()
        return self._front.pop() if self._front else None

    def peek(self) -> int | None:
        self._shift()
        return self._front[-1] if self._front else None

    def size(self) -> int:
        return len(self._back) + len(self._front)

    def _shift(self) -> None:
        if not self._front:
            while self._back:
                self._front.append(self._back.pop())


#: family hot_potato
from collections import deque


def hot_potato(names: list[str], count: int) -> list[str]:
    circle = deque(names)
    left = []
    while circle:
        circle.rotate(1 - count)
        left.append(circle.popleft())
    return left  #: what=order
    return left[-1:]  #: what=survivor
