"""Solutions of spec.py's families; see AUTHORING.md."""


#: family count_between
def count_between(values: list[int], low: int, high: int) -> int:
    return sum(low <= value <= high for value in values)  #: bounds=closed
    return sum(low <= value < high for value in values)  #: bounds=half_open
    return sum(low < value < high for value in values)  #: bounds=open


#: family chunked
def chunked(values: list[int], size: int) -> list[list[int]]:
    if size < 1:
        raise ValueError("size must be at least 1")
    end = len(values)  #: rest=keep
    end = len(values) - len(values) % size  #: rest=drop
    return [values[start : start + size] for start in range(0, end, size)]


#: family run_lengths
from itertools import groupby


def run_lengths(text: str) -> list[tuple[str, int]]:
    runs = [(letter, len(list(run))) for letter, run in groupby(text)]
    return runs  #: single=kept
    return [(letter, length) for letter, length in runs if length > 1]  #: single=skipped


#: family merge_intervals
from typing import NamedTuple


class Interval(NamedTuple):
    start: int
    end: int


def merge_intervals(intervals: list[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for interval in sorted(intervals):
        if merged and interval.start <= merged[-1].end:  #: touching=joined
        if merged and interval.start < merged[-1].end:  #: touching=apart
            last = merged.pop()
            interval = Interval(last.start, max(last.end, interval.end))
        merged.append(interval)
    return merged


#: family moving_average
def moving_average(values: list[float], size: int) -> list[float]:
    averages = []
    total = 0.0
    for i, value in enumerate(values):
        total += value
        if i >= size:
            total -= values[i - size]
        #: start=full
        if i >= size - 1:
            averages.append(total / size)
        #: start=growing
        averages.append(total / min(i + 1, size))
        #: end
    return averages


#: family most_common
from collections import Counter


def most_common(words: list[str]) -> str | None:
    counts = Counter(words)
    return max(counts, key=counts.__getitem__, default=None)  #: tie=first
    return min(counts, key=lambda word: (-counts[word], word), default=None)  #: tie=alphabetical
    return max(counts, key=lambda word: (counts[word], len(word)), default=None)  #: tie=longest


#: family first_gap
def first_gap(numbers: list[int]) -> int | None:
    for number, following in zip(numbers, numbers[1:], strict=False):
        if following != number + STEP:
            return number + STEP
    return None


#: family group_by_length
from collections import defaultdict


def group_by_length(words: list[str]) -> dict[int, list[str]]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:  #: order=given
    for word in sorted(words):  #: order=sorted
    for word in dict.fromkeys(words):  #: order=distinct
        groups[len(word)].append(word)
    return dict(groups)


#: family merge_counts
def merge_counts(left: dict[str, int], right: dict[str, int]) -> dict[str, int]:
    #: conflict=sum
    merged = dict(left)
    for key, count in right.items():
        merged[key] = merged.get(key, 0) + count
    return merged
    #: conflict=larger
    keys = left.keys() | right.keys()
    return {key: max(left.get(key, 0), right.get(key, 0)) for key in keys}
    #: conflict=right
    return {**left, **right}
    #: end


#: family rotate
def rotate(values: list[int], steps: int) -> None:
    if not values:
        return
    steps %= len(values)
    values[:] = values[steps:] + values[:steps]  #: direction=left
    values[:] = values[-steps:] + values[:-steps]  #: direction=right


#: family insertion_point
from typing import TypeVar

T = TypeVar("T", int, float, str)


def insertion_point(values: list[T], item: T) -> int:
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < item:  #: side=left
        if not item < values[middle]:  #: side=right
            low = middle + 1
        else:
            high = middle
    return low


#: family parse_duration
import re

DURATION = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", re.ASCII)


def parse_duration(text: str) -> int:
    match = DURATION.fullmatch(text)
    if not text or not match:
        raise ValueError(f"not a duration: {text!r}")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds  #: unit=seconds
    return hours * 60 + minutes + seconds // 60  #: unit=minutes


#: family bounded_queue
from collections import deque


class BoundedQueue:
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[int] = deque()

    def push(self, item: int) -> bool:
        if len(self._items) == self._capacity:
            return False  #: full=refuse
            self._items.popleft()  #: full=evict
        self._items.append(item)
        return True

    def pop(self) -> int:
        if not self._items:
            raise RuntimeError("the queue is empty")
        return self._items.popleft()

    def size(self) -> int:
        return len(self._items)


#: family lru_cache
from collections import OrderedDict


class LruCache:
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._entries: OrderedDict[str, int] = OrderedDict()

    def get(self, key: str) -> int | None:
        #: used=read_or_written
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key]
        #: used=written|added
        return self._entries.get(key)
        #: end

    def put(self, key: str, value: int) -> None:
        self._entries[key] = value
        self._entries.move_to_end(key)  #: used=read_or_written|written
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)

    def keys(self) -> list[str]:
        return list(self._entries)


#: family inventory
class OutOfStockError(Exception):
    pass


class Inventory:
    def __init__(self) -> None:
        self._amounts: dict[str, int] = {}

    def add(self, name: str, amount: int) -> None:
        self._check(amount)
        self._amounts[name] = self._amounts.get(name, 0) + amount

    def remove(self, name: str, amount: int) -> int:
        self._check(amount)
        if name not in self._amounts:
            raise KeyError(f"unknown: {name}")
        left = self._amounts[name]
        if left < amount:
            raise OutOfStockError(f"only {left} left")
        self._amounts[name] = left - amount
        #: gone=dropped
        if left == amount:
            del self._amounts[name]
        #: end
        return left - amount

    def stock(self) -> dict[str, int]:
        return dict(self._amounts)

    @staticmethod
    def _check(amount: int) -> None:
        if amount < 1:
            raise ValueError("amount must be positive")
