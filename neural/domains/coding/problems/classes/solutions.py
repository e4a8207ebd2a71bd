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
