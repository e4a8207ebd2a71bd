"""Solutions of spec.py's families; see AUTHORING.md."""


#: family take_until
from collections.abc import Callable, Iterable, Iterator


def take_until(items: Iterable[int], stop: Callable[[int], bool]) -> Iterator[int]:
    for item in items:
        yield item  #: end=included
        if stop(item):
            return
        yield item  #: end=excluded


#: driver
def taken(values, limit):
    read = 0

    def source():
        nonlocal read
        for value in values:
            read += 1
            yield value

    kept = list(take_until(source(), lambda value: value > limit))
    return kept, read


#: family endlessly
from collections.abc import Iterator
from itertools import cycle


def endlessly(items: list[int]) -> Iterator[int]:
    return cycle(items)  #: turn=cycle
    return cycle(items + items[-2:0:-1])  #: turn=bounce
    return cycle(items + items[::-1])  #: turn=linger


#: driver
def first_of(items, count):
    stream = iter(endlessly(items))
    return [next(stream) for _ in range(count)]


#: family lookahead
class Lookahead:
    def __init__(self, values: list[int]) -> None:
        self._values = list(values)
        self._place = 0

    def next(self) -> int:
        if self.done():
            raise KeyError("no more values")
        self._place += 1
        return self._values[self._place - 1]

    def peek(self, ahead: int) -> int | None:
        #: beyond=none
        place = self._place + ahead
        return self._values[place] if place < len(self._values) else None
        #: beyond=last
        place = min(self._place + ahead, len(self._values) - 1)
        return self._values[place] if self._values else None
        #: end

    def done(self) -> bool:
        return self._place == len(self._values)


#: family unfold
from collections.abc import Callable, Iterator


def unfold(seed: int, step: Callable[[int], int | None]) -> Iterator[int]:
    #: what=all
    state: int | None = seed
    while state is not None:
        yield state
        state = step(state)
    #: what!=all
    state = seed
    while (following := step(state)) is not None:
        yield following  #: what=later
        yield state + following  #: what=pairs
        state = following
    #: end


#: driver
def unfolded(seed):
    def step(state):
        following = state // 2 if state % 2 == 0 else state - 3
        return following if following >= 1 else None

    return list(unfold(seed, step))


#: family split_when
from collections.abc import Callable, Iterable, Iterator


def split_when(
    items: Iterable[int], marked: Callable[[int], bool]
) -> Iterator[list[int]]:
    group: list[int] = []
    for item in items:
        #: role=begins
        if group and marked(item):
            yield group
            group = []
        group.append(item)
        #: role=ends
        group.append(item)
        if marked(item):
            yield group
            group = []
        #: role=separates
        if not marked(item):
            group.append(item)
        elif group:
            yield group
            group = []
        #: end
    if group:
        yield group


#: driver
def split_groups(values):
    return list(split_when(iter(values), lambda value: value % 3 == 0))


#: family deadband
from collections.abc import Iterator


def deadband(readings: list[int], tolerance: int) -> Iterator[int]:
    other: int | None = None
    for reading in readings:
        if other is None or abs(reading - other) > tolerance:
            yield reading
            other = reading  #: other=stored
        other = reading  #: other=before


#: family all_pages
from collections.abc import Callable, Iterator
from itertools import count


def all_pages(fetch: Callable[[int], list[int]]) -> Iterator[int]:
    #: last=short
    full = None
    #: end
    for number in count(1):
        page = fetch(number)
        #: last=empty
        if not page:
            return
        yield from page
        #: last=short
        yield from page
        full = full or len(page)
        if not page or len(page) < full:
            return
        #: end


#: driver
def page_items(total, size, wanted):
    calls = 0

    def fetch(number):
        nonlocal calls
        calls += 1
        return list(range(size * (number - 1), min(size * number, total)))

    items = []
    stream = iter(all_pages(fetch))
    while len(items) < wanted:
        item = next(stream, None)
        if item is None:
            break
        items.append(item)
    return items, calls


#: family logical_lines
from collections.abc import Iterator


def logical_lines(lines: list[str]) -> Iterator[str]:
    #: rule=backslash
    waiting = ""
    continued = False
    for line in lines:
        continued = line.endswith("\\")
        waiting += line.removesuffix("\\")
        if not continued:
            yield waiting
            waiting = ""
    if continued:
        yield waiting
    #: rule=indent
    logical: str | None = None
    for line in lines:
        if logical is not None and line.startswith(" "):
            logical += " " + line.lstrip(" ")
            continue
        if logical is not None:
            yield logical
        logical = line
    if logical is not None:
        yield logical
    #: rule=comma
    waiting: str | None = None
    for line in lines:
        whole = line if waiting is None else f"{waiting} {line.lstrip(' ')}"
        waiting = whole if line.endswith(",") else None
        if waiting is None:
            yield whole
    if waiting is not None:
        yield waiting
    #: end
