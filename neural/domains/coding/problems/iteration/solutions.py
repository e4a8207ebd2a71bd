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


#: family arrangements
from collections.abc import Iterator


def arrangements(letters: str) -> Iterator[str]:
    def extend(made: str, left: list[str]) -> Iterator[str]:
        if not left:
            yield made
        for letter in sorted(set(left)):
            #: rule=apart
            if made.endswith(letter):
                continue
            #: rule=moved
            if letters[len(made)] == letter:
                continue
            #: end
            rest = left.copy()
            rest.remove(letter)
            yield from extend(made + letter, rest)

    return extend("", list(letters))


#: family choices
from itertools import combinations  #: rule=single
from itertools import combinations_with_replacement  #: rule=repeated
from itertools import combinations, pairwise  #: rule=gaps


def choices(items: list[str], count: int) -> list[list[str]]:
    return [list(chosen) for chosen in combinations(items, count)]  #: rule=single
    #: rule=repeated
    return [list(chosen) for chosen in combinations_with_replacement(items, count)]
    #: rule=gaps
    return [
        [items[place] for place in places]
        for places in combinations(range(len(items)), count)
        if all(after - place > 1 for place, after in pairwise(places))
    ]
    #: end


#: family odometer
#: order!=bounce
from itertools import product


#: end
def odometer(limits: list[int]) -> list[list[int]]:
    return [list(wheels) for wheels in product(*map(range, limits))]  #: order=last
    #: order=first
    positions = product(*map(range, reversed(limits)))
    return [list(reversed(wheels)) for wheels in positions]
    #: order=bounce
    positions: list[list[int]] = [[]]
    for limit in limits:
        forward = range(limit)
        positions = [
            [*wheels, value]
            for i, wheels in enumerate(positions)
            for value in (reversed(forward) if i % 2 else forward)
        ]
    return positions
    #: end


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


#: family load_trips
from collections.abc import Iterator


def load_trips(weights: list[int], limit: int) -> Iterator[list[int]]:
    trip: list[int] = []
    load = 0
    for weight in weights:
        #: heavy=left
        if weight > limit:
            continue
        #: heavy=ends
        if weight > limit:
            break
        #: end
        if trip and load + weight > limit:
            yield trip
            trip, load = [], 0
        trip.append(weight)
        load += weight
    if trip:
        yield trip


#: family steps_between
from collections.abc import Iterator


def steps_between(start: int, stop: int, step: int) -> Iterator[int]:
    if step == 0:
        raise ValueError("step must not be 0")
    #: end=across
    if (stop - start) * step < 0:
        return
    #: end
    number = start
    while (stop - number) * step >= 0:  #: end=inside
    while (stop - number) * step > 0:  #: end!=inside
        yield number
        number += step
    yield number  #: end=across


#: family deal
from itertools import cycle  #: how!=blocks


def deal(cards: list[int], players: int) -> list[list[int]]:
    #: how=blocks
    size = len(cards) // players
    hands = [cards[i * size : (i + 1) * size] for i in range(players)]
    for hand, card in zip(hands, cards[size * players :], strict=False):
        hand.append(card)
    #: how!=blocks
    hands: list[list[int]] = [[] for _ in range(players)]
    for hand, card in zip(cycle(hands), cards, strict=False):  #: how=singly
    for hand, card in zip(cycle(hands + hands[::-1]), cards, strict=False):  #: how=snake
        hand.append(card)
    #: end
    return hands


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
