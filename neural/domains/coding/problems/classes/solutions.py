"""Solutions of spec.py's families; see AUTHORING.md."""


#: family counter
class Counter:
    def __init__(self, start: int) -> None:
        self._start = start
        self._value = start

    def increment(self) -> int:
        self._value += 1
        return self._value

    def decrement(self) -> int:
        #: floor=free
        self._value -= 1
        #: floor=zero
        if self._value > 0:
            self._value -= 1
        #: end
        return self._value

    def reset(self) -> None:
        self._value = self._start

    def value(self) -> int:
        return self._value


#: family stack
class Stack:
    def __init__(self) -> None:
        self._items: list[tuple[int, int]] = []  # each with the extreme up to it

    def push(self, item: int) -> None:
        extreme = min(item, self._items[-1][1]) if self._items else item  #: extreme=min
        extreme = max(item, self._items[-1][1]) if self._items else item  #: extreme=max
        self._items.append((item, extreme))

    def pop(self) -> int:
        if not self._items:
            raise RuntimeError("the stack is empty")
        return self._items.pop()[0]

    def peek(self) -> int | None:
        return self._items[-1][0] if self._items else None

    def record(self) -> int | None:
        return self._items[-1][1] if self._items else None


#: family ring_buffer
from collections import deque


class RingBuffer:
    def __init__(self, size: int) -> None:
        self._values: deque[int] = deque(maxlen=size)

    def write(self, value: int) -> None:
        self._values.append(value)

    def read(self) -> list[int]:
        return list(self._values)  #: order=oldest
        return list(reversed(self._values))  #: order=newest

    def average(self) -> float | None:
        return sum(self._values) / len(self._values) if self._values else None


#: family undo_list
class UndoList:
    def __init__(self) -> None:
        self._items: list[str] = []
        self._undone: list[str] = []

    def add(self, item: str) -> None:
        self._items.append(item)
        self._undone.clear()  #: lost=cleared

    def undo(self) -> bool:
        if not self._items:
            return False
        self._undone.append(self._items.pop())
        return True

    def redo(self) -> bool:
        if not self._undone:
            return False
        self._items.append(self._undone.pop())
        return True

    def items(self) -> list[str]:
        return list(self._items)


#: family thermostat
class Thermostat:
    def __init__(self, low: int, high: int) -> None:
        self._low = low
        self._high = high
        self._on = False

    def update(self, temperature: int) -> bool:
        if temperature < self._low:
            self._on = True  #: device=heater
            self._on = False  #: device=cooler
        elif temperature > self._high:
            self._on = False  #: device=heater
            self._on = True  #: device=cooler
        return self._on


#: family matchmaker
class Matchmaker:
    def __init__(self, gap: int) -> None:
        self._gap = gap
        self._waiting: list[tuple[str, int]] = []

    def join(self, name: str, level: int) -> str | None:
        #: which=longest
        for place, (other, other_level) in enumerate(self._waiting):
            if abs(other_level - level) <= self._gap:
                del self._waiting[place]
                return other
        self._waiting.append((name, level))
        return None
        #: which=closest
        distances = [abs(other_level - level) for _, other_level in self._waiting]
        nearest = min(distances, default=self._gap + 1)
        if nearest > self._gap:
            self._waiting.append((name, level))
            return None
        return self._waiting.pop(distances.index(nearest))[0]
        #: end

    def waiting(self) -> list[str]:
        return [name for name, _ in self._waiting]


#: family playlist
class Playlist:
    def __init__(self, songs: list[str]) -> None:
        self._songs = list(songs)
        self._place = 0

    def current(self) -> str | None:
        return self._songs[self._place] if self._songs else None

    def next(self) -> str | None:
        return self._move(1)

    def previous(self) -> str | None:
        return self._move(-1)

    def _move(self, step: int) -> str | None:
        #: edge=stop
        last = max(len(self._songs) - 1, 0)
        self._place = min(max(self._place + step, 0), last)
        return self.current()
        #: edge=loop
        if self._songs:
            self._place = (self._place + step) % len(self._songs)
        return self.current()
        #: end


#: family shopping_cart
class ShoppingCart:
    def __init__(self) -> None:
        self._articles: dict[str, tuple[int, int]] = {}

    def add(self, name: str, price: int, count: int) -> None:
        if count < 1:
            raise ValueError("count must be at least 1")
        #: again=replace
        self._articles[name] = (price, count)
        #: again=new_price
        _, before = self._articles.get(name, (price, 0))
        self._articles[name] = (price, before + count)
        #: again=old_price
        old_price, before = self._articles.get(name, (price, 0))
        self._articles[name] = (old_price, before + count)
        #: end

    def remove(self, name: str) -> bool:
        return self._articles.pop(name, None) is not None

    def total(self) -> int:
        return sum(price * count for price, count in self._articles.values())


#: family elevator
class Elevator:
    def __init__(self, floors: int) -> None:
        self._floors = floors
        self._floor = 0
        self._stops: list[int] = []

    def call(self, floor: int) -> None:
        if not 0 <= floor < self._floors:
            raise ValueError(f"there is no floor {floor}")
        if floor != self._floor and floor not in self._stops:
            self._stops.append(floor)

    def step(self) -> int:
        if self._stops:
            target = self._stops[0]  #: next_stop=first
            #: next_stop=nearest
            target = min(self._stops, key=lambda stop: (abs(stop - self._floor), stop))
            #: end
            self._floor += 1 if target > self._floor else -1
            if self._floor in self._stops:
                self._stops.remove(self._floor)
        return self._floor


#: family ledger
from collections import Counter


class InsufficientFundsError(Exception):
    pass


class Ledger:
    def __init__(self) -> None:
        self._balances: Counter[str] = Counter()

    def post(self, account: str, amount: int) -> None:
        self._balances[account] += amount

    def transfer(self, source: str, target: str, amount: int) -> None:
        if amount < 1:
            raise ValueError("amount must be positive")
        if self._balances[source] - amount < 0:  #: limit=zero
        if self._balances[source] - amount < -10:  #: limit=credit
            raise InsufficientFundsError(f"{source} has too little")
        self._balances[source] -= amount
        self._balances[target] += amount

    def balance(self, account: str) -> int:
        return self._balances[account]


#: family registry
class Registry:
    def __init__(self) -> None:
        self._values: dict[str, int] = {}

    def register(self, name: str, value: int) -> None:
        #: again=error
        if name in self._values:
            raise ValueError(f"{name} is taken")
        self._values[name] = value
        #: again=replace
        self._values[name] = value
        #: again=ignore
        self._values.setdefault(name, value)
        #: end

    def lookup(self, name: str) -> int:
        if name not in self._values:
            raise KeyError(f"nothing is called {name}")
        return self._values[name]

    def names(self) -> list[str]:
        return list(self._values)


#: family clock
CYCLE = 24 * 60  #: day=24
CYCLE = 12 * 60  #: day=12


class Clock:
    def __init__(self, minutes: int) -> None:
        self._minutes = minutes % CYCLE

    def add(self, minutes: int) -> None:
        self._minutes = (self._minutes + minutes) % CYCLE

    def text(self) -> str:
        hours, minutes = divmod(self._minutes, 60)
        return f"{hours:02}:{minutes:02}"  #: day=24
        return f"{hours or 12}:{minutes:02}"  #: day=12


#: family polynomial
class Polynomial:
    def __init__(self, coefficients: list[int]) -> None:
        # The constant comes first here, and the last one is not 0.
        self._coefficients = list(coefficients)  #: order=ascending
        self._coefficients = coefficients[::-1]  #: order=descending
        while self._coefficients and self._coefficients[-1] == 0:
            self._coefficients.pop()

    def degree(self) -> int:
        return len(self._coefficients) - 1

    def evaluate(self, x: int) -> int:
        value = 0
        for coefficient in reversed(self._coefficients):
            value = value * x + coefficient
        return value

    def derivative(self) -> list[int]:
        derived = [power * c for power, c in enumerate(self._coefficients)][1:]
        return derived  #: order=ascending
        return derived[::-1]  #: order=descending


#: family parking
class CarParkFullError(Exception):
    pass


class Parking:
    def __init__(self, spaces: int) -> None:
        self._free = set(range(1, spaces + 1))
        self._inside: dict[str, int] = {}

    def enter(self, plate: str) -> int:
        if plate in self._inside:
            raise ValueError(f"{plate} is inside")
        if not self._free:
            raise CarParkFullError("no space is free")
        space = min(self._free)  #: which=lowest
        space = max(self._free)  #: which=highest
        self._free.remove(space)
        self._inside[plate] = space
        return space

    def leave(self, plate: str) -> None:
        if plate not in self._inside:
            raise KeyError(f"{plate} is not inside")
        self._free.add(self._inside.pop(plate))

    def free(self) -> int:
        return len(self._free)


#: family circuit_breaker
from collections import Counter


class CircuitBreaker:
    def __init__(self, threshold: int) -> None:
        self._threshold = threshold
        self._failures: Counter[str] = Counter()
        self._blocked: set[str] = set()

    def report(self, source: str, failed: bool) -> bool:
        if not failed:
            self._failures[source] = 0
            self._blocked.discard(source)
            return False
        self._failures[source] += 1
        if self._failures[source] >= self._threshold:  #: rule=row
        if self._failures.total() >= self._threshold:  #: rule=all
            self._blocked.add(source)
        return source in self._blocked


#: family moving_median
from collections import deque
from statistics import median_high  #: median=high
from statistics import median_low  #: median=low


class MovingMedian:
    def __init__(self, size: int) -> None:
        self._window: deque[int] = deque(maxlen=size)

    def add(self, value: int) -> int:
        self._window.append(value)
        return median_low(self._window)  #: median=low
        return median_high(self._window)  #: median=high
