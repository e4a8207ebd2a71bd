"""Solutions of spec.py's families; see AUTHORING.md."""


#: family tokens
import re

TOKEN = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<symbol>[-+=<>])"  #: symbols=short
    r"|(?P<symbol>->|[=<>]=|[-+=<>])"  #: symbols=long
)


def tokens(source: str) -> list[tuple[str, str]]:
    found = []
    place = 0
    while place < len(source):
        if source[place] == " ":
            place += 1
            continue
        match = TOKEN.match(source, place)
        if not match or match.lastgroup is None:
            raise ValueError("unexpected character")
        found.append((match.lastgroup, match[0]))
        place = match.end()
    return found


#: family door_lock
class DoorLock:
    def __init__(self, code: str) -> None:
        self._code = code
        self._keys = ""  #: rule!=restart
        self._right = 0  #: rule=restart

    def press(self, key: str) -> bool:
        #: rule=latest
        self._keys = (self._keys + key)[-len(self._code) :]
        opens = self._keys == self._code
        if opens:
            self._keys = ""
        return opens
        #: rule=blocks
        self._keys += key
        if len(self._keys) < len(self._code):
            return False
        opens = self._keys == self._code
        self._keys = ""
        return opens
        #: rule=restart
        self._right = self._right + 1 if key == self._code[self._right] else 0
        opens = self._right == len(self._code)
        if opens:
            self._right = 0
        return opens
        #: end


#: family debouncer
from collections import deque  #: rule=majority


class Debouncer:
    #: rule=row
    def __init__(self, count: int) -> None:
        self._count = count
        self._level = False
        self._different = 0

    def read(self, level: bool) -> bool:
        self._different = 0 if level == self._level else self._different + 1
        if self._different == self._count:
            self._level = level
            self._different = 0
        return self._level
    #: rule=counter
    def __init__(self, count: int) -> None:
        self._count = count
        self._level = False
        self._counter = 0

    def read(self, level: bool) -> bool:
        step = 1 if level else -1
        self._counter = min(max(self._counter + step, 0), self._count)
        if self._counter in (0, self._count):
            self._level = self._counter == self._count
        return self._level
    #: rule=majority
    def __init__(self, count: int) -> None:
        self._level = False
        self._latest = deque([False] * count, maxlen=count)

    def read(self, level: bool) -> bool:
        self._latest.append(level)
        high = sum(self._latest)
        if 2 * high != len(self._latest):
            self._level = 2 * high > len(self._latest)
        return self._level
    #: end


#: family frame_reader
from functools import reduce  #: check=xor
from operator import xor  #: check=xor


class FrameReader:
    START = 126

    def __init__(self) -> None:
        self._frame: list[int] | None = None  # length and payload; None between frames
        self._damaged = 0

    def feed(self, byte: int) -> list[int] | None:
        if self._frame is None:
            if byte == self.START:
                self._frame = []
            return None
        if not self._frame or len(self._frame) <= self._frame[0]:
            self._frame.append(byte)
            return None
        payload, self._frame = self._frame[1:], None
        if byte == sum(payload) % 256:  #: check=sum
        if byte == reduce(xor, payload, 0):  #: check=xor
            return payload
        self._damaged += 1
        return None

    def damaged(self) -> int:
        return self._damaged


#: family line_reader
class LineReader:
    def __init__(self) -> None:
        self._rest = ""

    def feed(self, chunk: str) -> list[str]:
        #: ends=newline
        *lines, self._rest = (self._rest + chunk).split("\n")
        return lines
        #: ends=either
        *lines, self._rest = (self._rest + chunk).split("\n")
        return [line.removesuffix("\r") for line in lines]
        #: ends=semicolon
        lines = []
        for letter in chunk:
            if letter == ";" and self._rest.count('"') % 2 == 0:
                lines.append(self._rest)
                self._rest = ""
            else:
                self._rest += letter
        return lines
        #: end

    def finish(self) -> str | None:
        rest, self._rest = self._rest, ""
        return rest or None


#: family multi_tap
from itertools import groupby

LETTERS = {
    "2": "abc",
    "3": "def",
    "4": "ghi",
    "5": "jkl",
    "6": "mno",
    "7": "pqrs",
    "8": "tuv",
    "9": "wxyz",
    "0": " ",
}


def multi_tap(keys: str) -> str:
    typed = ""
    for key, run in groupby(keys):
        if key == ".":
            continue
        letters = LETTERS[key]
        presses = len(list(run))
        typed += letters[(presses - 1) % len(letters)]  #: more=wrap
        typed += letters[min(presses, len(letters)) - 1]  #: more=last
        #: more=next
        whole, rest = divmod(presses, len(letters))
        typed += letters[-1] * whole
        typed += letters[rest - 1] if rest else ""
        #: end
    return typed


#: family trace_machine
from typing import NamedTuple


class Rule(NamedTuple):
    source: str
    symbol: str
    target: str


def trace_machine(rules: list[Rule], start: str, symbols: str) -> list[str]:
    targets = {(rule.source, rule.symbol): rule.target for rule in rules}
    states = [start]
    for symbol in symbols:
        state = states[-1]
        target = targets.get((state, symbol)) or targets.get((state, "*"))
        #: missing=error
        if target is None:
            raise RuntimeError("no rule applies")
        #: missing=stops
        if target is None:
            break
        #: end
        states.append(target)  #: missing!=stays
        states.append(target or state)  #: missing=stays
    return states
