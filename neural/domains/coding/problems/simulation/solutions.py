"""Solutions of spec.py's families; see AUTHORING.md."""


#: family lfu_cache
class LfuCache:
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._values: dict[str, int] = {}
        self._uses: dict[str, int] = {}

    def get(self, key: str) -> int | None:
        if key in self._values:
            self._use(key)
        return self._values.get(key)

    def put(self, key: str, value: int) -> None:
        if key not in self._values and len(self._values) == self._capacity:
            victim = min(self._uses, key=self._uses.__getitem__)
            del self._values[victim], self._uses[victim]
        self._values[key] = value
        self._use(key)

    def _use(self, key: str) -> None:
        self._uses[key] = self._uses.get(key, 0) + 1  #: tie=oldest
        self._uses[key] = self._uses.pop(key, 0) + 1  #: tie=stale


#: family ttl_cache
class TtlCache:
    def __init__(self, lifetime: int) -> None:
        self._lifetime = lifetime
        self._now = 0
        self._entries: dict[str, tuple[int, int]] = {}

    def put(self, key: str, value: int) -> None:
        self._entries[key] = (value, self._now + self._lifetime)

    def get(self, key: str) -> int | None:
        value, end = self._entries.get(key, (None, 0))
        if end <= self._now:
            return None
        self.put(key, value)  #: since=used
        return value

    def advance(self, seconds: int) -> None:
        self._now += seconds

    def size(self) -> int:
        return sum(end > self._now for _, end in self._entries.values())


#: family checkout_time
import heapq  #: queue=shared


def checkout_time(customers: list[int], tills: int) -> int:
    if tills < 1:
        raise ValueError("there must be a till")
    #: queue=shared
    free_at = [0] * tills
    for minutes in customers:
        heapq.heappush(free_at, heapq.heappop(free_at) + minutes)
    return max(free_at)
    #: queue=fixed
    return max(sum(customers[till::tills]) for till in range(tills))
    #: end


#: family ticket_desk
from collections import deque


class TicketDesk:
    def __init__(self) -> None:
        self._last = 0
        self._urgent: deque[int] = deque()
        self._ordinary: deque[int] = deque()
        self._was_urgent = False  #: order=fair

    def take(self, urgent: bool) -> int:
        self._last += 1
        (self._urgent if urgent else self._ordinary).append(self._last)
        return self._last

    def call(self) -> int | None:
        #: order=always
        queue = self._urgent or self._ordinary
        #: order=fair
        if self._was_urgent and self._ordinary:
            queue = self._ordinary
        else:
            queue = self._urgent or self._ordinary
        if queue:
            self._was_urgent = queue is self._urgent
        #: end
        return queue.popleft() if queue else None


#: family stock_cost
from collections import deque  #: which=oldest


class StockCost:
    def __init__(self) -> None:
        self._prices: deque[int] = deque()  #: which=oldest
        self._prices: list[int] = []  #: which!=oldest

    def buy(self, count: int, price: int) -> None:
        self._prices.extend([price] * count)
        self._prices.sort()  #: which=dearest

    def sell(self, count: int) -> int:
        if count > len(self._prices):
            raise RuntimeError("not enough in stock")
        return sum(self._prices.popleft() for _ in range(count))  #: which=oldest
        return sum(self._prices.pop() for _ in range(count))  #: which!=oldest

    def left(self) -> int:
        return len(self._prices)


#: family page_faults
def page_faults(pages: list[int], frames: int) -> int:
    loaded: list[int] = []
    faults = 0
    for page in pages:  #: victim!=optimal
    for place, page in enumerate(pages):  #: victim=optimal
        if page in loaded:
            #: victim=lru
            loaded.remove(page)
            loaded.append(page)
            #: end
            continue
        faults += 1
        if len(loaded) == frames:
            loaded.pop(0)  #: victim!=optimal
            #: victim=optimal
            uses = [next_use(pages, place, each) for each in loaded]
            loaded.pop(uses.index(max(uses)))
            #: end
        loaded.append(page)
    return faults


#: victim=optimal
def next_use(pages: list[int], place: int, page: int) -> int:
    return pages.index(page, place) if page in pages[place:] else len(pages)


#: end
#: family run_order
from fractions import Fraction  #: policy=ratio
from typing import NamedTuple


class Job(NamedTuple):
    name: str
    arrival: int
    duration: int


def run_order(jobs: list[Job]) -> list[str]:
    waiting = list(jobs)
    order = []
    now = 0
    while waiting:
        now = max(now, min(job.arrival for job in waiting))
        arrived = [job for job in waiting if job.arrival <= now]
        job = min(arrived, key=lambda each: each.duration)  #: policy=shortest
        job = max(arrived, key=lambda each: each.arrival)  #: policy=latest
        #: policy=ratio
        # Without the 1 that all ratios have in common, it is waiting time by duration.
        waits = [Fraction(now - each.arrival, each.duration) for each in arrived]
        job = arrived[waits.index(max(waits))]
        #: end
        waiting.remove(job)
        order.append(job.name)
        now += job.duration
    return order


#: family allocator
class Allocator:
    def __init__(self, size: int) -> None:
        self._size = size
        self._blocks: dict[int, int] = {}

    def allocate(self, length: int) -> int | None:
        gaps = [gap for gap in self._gaps() if gap[1] >= length]
        if not gaps:
            return None
        start, _ = gaps[0]  #: gap=first
        start, _ = min(gaps, key=lambda gap: gap[1])  #: gap=best
        start, _ = max(gaps, key=lambda gap: gap[1])  #: gap=worst
        self._blocks[start] = length
        return start

    def release(self, start: int) -> None:
        if start not in self._blocks:
            raise KeyError("no block begins there")
        del self._blocks[start]

    def _gaps(self) -> list[tuple[int, int]]:
        """Start and length of each stretch of free cells."""
        gaps = []
        reached = 0
        for start, length in [*sorted(self._blocks.items()), (self._size, 0)]:
            if start > reached:
                gaps.append((reached, start - reached))
            reached = start + length
        return gaps


#: family head_travel
#: order!=nearest
from itertools import pairwise


#: end
def head_travel(start: int, requests: list[int]) -> int:
    #: order=given
    stops = [start, *requests]
    return sum(abs(b - a) for a, b in pairwise(stops))
    #: order=sweep
    above = sorted(track for track in requests if track >= start)
    below = sorted((track for track in requests if track < start), reverse=True)
    stops = [start, *above, *below]
    return sum(abs(b - a) for a, b in pairwise(stops))
    #: order=nearest
    waiting = list(requests)
    travel = 0
    place = start
    while waiting:
        track = min(waiting, key=lambda each: (abs(each - place), each))
        waiting.remove(track)
        travel += abs(track - place)
        place = track
    return travel
    #: end


#: family months_to_repay
def months_to_repay(debt: int, percent: int, payment: int) -> int | None:
    months = 0
    while debt > 0:
        #: order=interest
        owed = debt + debt * percent // 100
        left = max(owed - payment, 0)
        #: order=payment
        unpaid = max(debt - payment, 0)
        left = unpaid + unpaid * percent // 100
        #: end
        if left >= debt:
            return None
        debt = left
        months += 1
    return months


#: family server_loads
def server_loads(tasks: list[int], servers: int) -> list[int]:
    if servers < 1:
        raise ValueError("servers must be at least 1")
    return [sum(tasks[server::servers]) for server in range(servers)]  #: policy=turns
    #: policy!=turns
    loads = [0] * servers
    for work in tasks:  #: policy=least
    for work in sorted(tasks, reverse=True):  #: policy=largest
        loads[loads.index(min(loads))] += work
    return loads
    #: end
