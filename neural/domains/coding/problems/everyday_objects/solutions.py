"""Solutions of spec.py's families; see AUTHORING.md."""


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
