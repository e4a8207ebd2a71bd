"""Solutions of spec.py's families; see AUTHORING.md."""


#: family deduplicate
from collections import Counter  #: which=unique
from collections.abc import Hashable  #: which!=neighbours
from itertools import groupby  #: which=neighbours
from typing import TypeVar

T = TypeVar("T", bound=Hashable)  #: which!=neighbours
T = TypeVar("T")  #: which=neighbours


def deduplicate(items: list[T]) -> list[T]:
    return list(dict.fromkeys(items))  #: which=first
    return list(dict.fromkeys(reversed(items)))[::-1]  #: which=last
    return [item for item, _ in groupby(items)]  #: which=neighbours
    return [item for item, count in Counter(items).items() if count == 1]  #: which=unique


#: family interleave
from itertools import chain, cycle  #: rest=cycle
from itertools import chain  #: rest!=cycle
from typing import TypeVar

T = TypeVar("T")


def interleave(left: list[T], right: list[T]) -> list[T]:
    #: rest=cycle
    if not left or not right:
        return left + right
    longest = range(max(len(left), len(right)))
    pairs = zip(longest, cycle(left), cycle(right), strict=False)
    return list(chain.from_iterable(pair[1:] for pair in pairs))
    #: rest=stop
    return list(chain.from_iterable(zip(left, right, strict=False)))
    #: rest=append
    both = chain.from_iterable(zip(left, right, strict=False))
    return [*both, *left[len(right) :], *right[len(left) :]]
    #: end


#: family windows
from typing import TypeVar

T = TypeVar("T")


def windows(items: list[T], size: int) -> list[list[T]]:
    if size < 1:
        raise ValueError("size must be at least 1")
    last = len(items) - size  #: step!=padded
    return [items[start : start + size] for start in range(last + 1)]  #: step=one
    #: step=half
    step = (size + 1) // 2
    return [items[start : start + size] for start in range(0, last + 1, step)]
    #: step=padded
    return [items[start : start + size] for start in range(len(items))]
    #: end


#: family transpose
from typing import TypeVar

T = TypeVar("T")


def transpose(rows: list[list[T]]) -> list[list[T]]:
    #: ragged=error
    if len(set(map(len, rows))) > 1:
        raise ValueError("rows differ in length")
    return [list(column) for column in zip(*rows, strict=True)]
    #: ragged=cut
    return [list(column) for column in zip(*rows, strict=False)]
    #: ragged=skip
    width = max(map(len, rows), default=0)
    return [[row[i] for row in rows if i < len(row)] for i in range(width)]
    #: end


#: family rotate_to
from typing import TypeVar

T = TypeVar("T")


def rotate_to(items: list[T], first: T) -> list[T]:
    if first not in items:
        return items[:]  #: absent=same
        raise KeyError("no such element")  #: absent=error
    place = items.index(first)  #: which=first
    place = len(items) - 1 - items[::-1].index(first)  #: which=last
    return items[place:] + items[:place]


#: family bag
from collections import Counter
from typing import Generic, TypeVar

T = TypeVar("T")


class Bag(Generic[T]):
    def __init__(self) -> None:
        self._counts: Counter[T] = Counter()

    def add(self, item: T) -> None:
        self._counts[item] += 1

    def remove(self, item: T) -> bool:
        if item not in self._counts:
            return False
        #: what=one
        self._counts[item] -= 1
        if not self._counts[item]:
            del self._counts[item]
        #: what=all
        del self._counts[item]
        #: end
        return True

    def count(self, item: T) -> int:
        return self._counts[item]

    def size(self) -> int:
        return self._counts.total()  #: total=items
        return len(self._counts)  #: total=distinct


#: family sorted_list
from bisect import bisect_left, bisect_right
from typing import Generic, TypeVar

T = TypeVar("T", int, float, str)


class SortedList(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def add(self, item: T) -> bool:
        place = bisect_left(self._items, item)
        #: repeated=refused
        if place < len(self._items) and self._items[place] == item:
            return False
        #: end
        self._items.insert(place, item)
        return True

    def items(self) -> list[T]:
        return self._items[:]

    def between(self, low: T, high: T) -> int:
        count = bisect_right(self._items, high) - bisect_left(self._items, low)
        return max(count, 0)


#: family compose
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def compose(functions: list[Callable[[T], T]]) -> Callable[[T], T]:
    def composed(value: T) -> T:
        for function in functions:  #: order!=backward
        for function in reversed(functions):  #: order=backward
            #: order=stop
            before = value
            value = function(before)
            if value == before:
                break
            #: order!=stop
            value = function(value)
            #: end
        return value

    return composed


#: driver
def composed(start, steps):
    def step(number):
        if number % 2:
            return lambda value: value * number
        return lambda value: value + number

    return compose([step(number) for number in steps])(start)


#: family group_by
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def group_by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for item in items:
        #: what=all
        groups.setdefault(key(item), []).append(item)
        #: what=distinct
        group = groups.setdefault(key(item), [])
        if item not in group:
            group.append(item)
        #: what=latest
        group = groups.get(key(item), [])
        groups[key(item)] = [*group[-1:], item]
        #: end
    return groups


#: driver
def grouped(values):
    return group_by(values, lambda value: value % 10)


#: family try_all
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def try_all(items: Iterable[T], convert: Callable[[T], R]) -> tuple[list[R], list[str]]:
    results: list[R] = []
    failures: list[str] = []
    for item in items:
        try:
            results.append(convert(item))
        except Exception as error:
            failures.append(str(error))
            #: policy=first
            break
            #: policy=second
            if len(failures) == 2:
                break
            #: end
    return results, failures


#: driver
def attempts(inputs):
    def convert(number):
        if number % 3 == 0:
            raise ValueError(f"{number} is refused")
        return number * 10

    return try_all(inputs, convert)


#: family fold_until
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
V = TypeVar("V")


def fold_until(
    items: Iterable[T],
    start: V,
    combine: Callable[[V, T], V],
    proceed: Callable[[V], bool],
) -> list[V]:
    accepted = []
    value = start
    for item in items:
        combined = combine(value, item)
        if not proceed(combined):
            break  #: refused=stop
            continue  #: refused=skip
        value = combined
        accepted.append(value)
    return accepted


#: driver
def folded(values, limit):
    return fold_until(values, 0, lambda a, b: a + b, lambda total: total <= limit)


#: family parse_all
import re


class ParseError(Exception):
    pass


def parse_all(texts: list[str]) -> list[int]:
    #: fail=first
    for place, text in enumerate(texts):
        if not re.fullmatch("-?[0-9]+", text):
            raise ParseError(f"item {place}: {text}")
    #: fail=count
    malformed = [text for text in texts if not re.fullmatch("-?[0-9]+", text)]
    if malformed:
        raise ParseError(f"{len(malformed)} malformed")
    #: end
    return [int(text) for text in texts]


#: family step_back
from typing import TypeVar

T = TypeVar("T")


def step_back(history: list[T], steps: int) -> T | None:
    if steps < 0:
        raise ValueError("steps must not be negative")
    return history[-1 - steps] if steps < len(history) else None  #: beyond=none
    return history[max(len(history) - 1 - steps, 0)] if history else None  #: beyond=oldest
