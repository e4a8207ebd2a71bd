"""Solutions of spec.py's families; see AUTHORING.md."""


#: family vending_machine
class VendingMachine:
    COINS = frozenset({5, 10, 20, 50})

    def __init__(self, price: int) -> None:
        self._price = price
        self._credit = 0

    def insert(self, coin: int) -> int:
        if coin not in self.COINS:
            raise ValueError("unknown coin")
        self._credit += coin
        return self._credit

    def buy(self) -> int:
        if self._credit < self._price:
            raise RuntimeError("not enough credit")
        self._credit -= self._price
        return self.cancel()  #: change=out
        return self._credit  #: change=kept

    def cancel(self) -> int:
        returned, self._credit = self._credit, 0
        return returned


#: family crossing_light
class CrossingLight:
    def __init__(self, least: int, walk: int) -> None:
        self._least = least
        self._walk = walk
        self._walking = False
        self._seconds = 0
        self._pressed = False

    def press(self) -> None:
        self._pressed = True  #: early=kept
        self._pressed = not self._walking  #: early=ignored

    def tick(self) -> str:
        self._seconds += 1
        if self._walking:
            if self._seconds == self._walk:
                self._walking, self._seconds = False, 0
        elif self._pressed and self._seconds >= self._least:
            self._walking, self._seconds = True, 0
            self._pressed = False
        return "walkers" if self._walking else "cars"


#: family turnstile
class Turnstile:
    def __init__(self) -> None:
        self._paid = 0
        self._passed = 0

    def coin(self) -> bool:
        #: extra=returned
        kept = self._paid == 0
        self._paid = 1
        return kept
        #: extra=counted
        self._paid += 1
        return True
        #: extra=lost
        self._paid = 1
        return True
        #: end

    def push(self) -> bool:
        if self._paid == 0:
            return False
        self._paid -= 1
        self._passed += 1
        return True

    def passed(self) -> int:
        return self._passed


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


#: family shell_words
def shell_words(line: str) -> list[str]:
    words = []
    word: str | None = None  # None between words
    quote = ""
    letters = iter(line)
    for letter in letters:
        #: escape=double
        if letter == "\\" and quote != "'":
            escaped = next(letters, None)
            if escaped is not None:
                word = (word or "") + escaped
            continue
        #: end
        if letter == quote:
            quote = ""
        elif quote:
            word = (word or "") + letter
        elif letter in "'\"":
            quote = letter
            word = word or ""
        elif letter != " ":
            word = (word or "") + letter
        elif word is not None:
            words.append(word)
            word = None
    if quote:
        raise ValueError("unclosed quote")
    return words if word is None else [*words, word]


#: family browser_history
class BrowserHistory:
    def __init__(self, home: str) -> None:
        self._pages = [home]
        self._place = 0

    def visit(self, page: str) -> None:
        self._place += 1
        self._pages[self._place :] = [page]

    def back(self, steps: int) -> str:
        return self._move(-steps)

    def forward(self, steps: int) -> str:
        return self._move(steps)

    def _move(self, steps: int) -> str:
        place = self._place + steps
        self._place = min(max(place, 0), len(self._pages) - 1)  #: far=end
        #: far=stay
        if 0 <= place < len(self._pages):
            self._place = place
        #: end
        return self._pages[self._place]


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


#: family order_flow
class OrderFlow:
    STEPS = {
        ("new", "pay"): "paid",
        ("paid", "ship"): "shipped",
        ("shipped", "deliver"): "delivered",
        ("new", "cancel"): "cancelled",
        ("paid", "cancel"): "cancelled",  #: cancel=unshipped
        ("paid", "cancel"): "refunded",  #: cancel=refund
        ("shipped", "cancel"): "refunded",  #: cancel=refund
    }

    def __init__(self) -> None:
        self._status = "new"

    def handle(self, event: str) -> str:
        following = self.STEPS.get((self._status, event))
        if following is None:
            raise RuntimeError("impossible event")
        self._status = following
        return following

    def status(self) -> str:
        return self._status


#: family microwave
class Microwave:
    def __init__(self) -> None:
        self._left = 0
        self._closed = True
        self._running = False

    def add(self, seconds: int) -> int:
        self._left += seconds
        return self._left

    def start(self) -> bool:
        if self._running or not self._closed or self._left == 0:
            return False
        self._running = True
        return True

    def open(self) -> None:
        #: stops=cleared
        if self._running:
            self._left = 0
        #: end
        self._closed = False
        self._running = False  #: stops!=resumes

    def close(self) -> None:
        self._closed = True

    def tick(self) -> int:
        if self._running:  #: stops!=resumes
        if self._running and self._closed:  #: stops=resumes
            self._left -= 1
            self._running = self._left > 0
        return self._left


#: family stopwatch
class Stopwatch:
    def __init__(self) -> None:
        self._running = False
        self._shown = 0
        self._last = 0  #: time!=total
        self._best: int | None = None  #: time=best

    def toggle(self, wait: int) -> bool:
        self._pass(wait)
        self._running = not self._running
        return self._running

    def lap(self, wait: int) -> int:
        self._pass(wait)
        return self._shown  #: time=total
        #: time!=total
        split = self._shown - self._last
        self._last = self._shown
        return split  #: time=split
        #: time=best
        self._best = split if self._best is None else min(split, self._best)
        return self._best
        #: end

    def reset(self, wait: int) -> None:
        self._shown = 0
        self._last = 0  #: time!=total
        self._best = None  #: time=best

    def _pass(self, wait: int) -> None:
        if self._running:
            self._shown += wait


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


#: family tennis_game
class TennisGame:
    NAMES = ("0", "15", "30", "40")

    def __init__(self) -> None:
        self._server = 0
        self._receiver = 0

    def point(self, server: bool) -> str:
        if self._winner():
            raise RuntimeError("the game is over")
        if server:
            self._server += 1
        else:
            self._receiver += 1
        return self.score()

    def score(self) -> str:
        if winner := self._winner():
            return f"{winner} wins"
        if min(self._server, self._receiver) < 3:
            return f"{self.NAMES[self._server]}-{self.NAMES[self._receiver]}"
        #: deuce=advantage
        if self._server != self._receiver:
            return f"advantage {self._leader()}"
        #: end
        return "deuce"

    def _winner(self) -> str | None:
        most = max(self._server, self._receiver)
        lead = abs(self._server - self._receiver)
        return self._leader() if most > 3 and lead > 1 else None  #: deuce=advantage
        return self._leader() if most > 3 and lead > 0 else None  #: deuce=golden

    def _leader(self) -> str:
        return "server" if self._server > self._receiver else "receiver"


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


#: family strip_block_comments
#: nested=flat
def strip_block_comments(source: str) -> str:
    kept = []
    while "/*" in source:
        before, _, after = source.partition("/*")
        _, end, source = after.partition("*/")
        if not end:
            raise ValueError("unclosed comment")
        kept.append(before)
    return "".join([*kept, source])  #: space=gone
    return " ".join([*kept, source])  #: space=blank
#: nested=nested
def strip_block_comments(source: str) -> str:
    kept = ""
    depth = place = 0
    while place < len(source):
        pair = source[place : place + 2]
        if pair == "/*":
            depth += 1
            place += 2
        elif pair == "*/" and depth:
            depth -= 1
            place += 2
            #: nested=nested and space=blank
            if depth == 0:
                kept += " "
            #: nested=nested
        else:
            if depth == 0:
                kept += source[place]
            place += 1
    if depth:
        raise ValueError("unclosed comment")
    return kept


#: family unescape
import re

SIMPLE = {"n": "\n", "t": "\t", "\\": "\\"}


def unescape(text: str) -> str:
    def resolve(match: re.Match[str]) -> str:
        if match["code"]:
            return chr(int(match["code"], 16))
        if match["simple"]:
            return SIMPLE[match["simple"]]
        raise ValueError("bad escape")  #: unknown=error
        return "\\"  #: unknown=kept
        return ""  #: unknown=dropped

    escape = r"\\(?:x(?P<code>[0-9a-fA-F]{2})|(?P<simple>[nt\\]))?"
    return re.sub(escape, resolve, text)


#: family login_session
class LoginSession:
    def __init__(self, timeout: int) -> None:
        self._timeout = timeout
        self._left = 0

    def login(self, wait: int) -> None:
        self._left = self._timeout

    def request(self, wait: int) -> bool:
        self._left = max(0, self._left - wait)
        #: since=request
        if self._left > 0:
            self._left = self._timeout
        #: end
        return self._left > 0

    def logout(self, wait: int) -> bool:
        active = self._left > wait
        self._left = 0
        return active


#: family dimmer
class Dimmer:
    def __init__(self, levels: int) -> None:
        self._levels = levels
        self._level = 1
        self._on = False
        self._step = 1  #: way=bounce

    def press(self) -> int:
        self._on = not self._on
        return self._level if self._on else 0

    def hold(self) -> int:
        if not self._on:
            return 0
        self._level = self._level % self._levels + 1  #: way=wrap
        self._level = min(self._level + 1, self._levels)  #: way=top
        #: way=bounce
        if not 1 <= self._level + self._step <= self._levels:
            self._step = -self._step
        self._level = min(self._level + self._step, self._levels) or 1
        #: end
        return self._level


#: family sealed_auction
class SealedAuction:
    def __init__(self, reserve: int) -> None:
        self._reserve = reserve
        self._bids: dict[str, int] = {}
        self._open = True

    def bid(self, name: str, amount: int) -> bool:
        if not self._open:
            raise RuntimeError("the auction is closed")
        if amount < self._reserve:
            return False
        self._bids.pop(name, None)  # a new bid is a later one
        self._bids[name] = amount
        return True

    def close(self) -> str | None:
        self._open = False
        return max(self._bids, key=self._bids.__getitem__, default=None)

    def price(self) -> int | None:
        if self._open or not self._bids:
            return None
        return max(self._bids.values())  #: pays=own
        return sorted([self._reserve, *self._bids.values()])[-2]  #: pays=second


#: family joint_decision
class JointDecision:
    def __init__(self, parties: int) -> None:
        self._parties = parties
        self._votes: dict[int, bool] = {}

    def vote(self, party: int, yes: bool) -> str:
        if not 0 <= party < self._parties:
            raise ValueError("no such party")
        if self.status() == "open":
            if party in self._votes:
                raise RuntimeError("voted already")
            self._votes[party] = yes
        return self.status()

    def status(self) -> str:
        yes = sum(self._votes.values())
        no = len(self._votes) - yes
        if yes == self._parties:  #: rule=unanimous
        if 2 * yes > self._parties:  #: rule=majority
            return "accepted"
        if no > 0:  #: rule=unanimous
        if 2 * no >= self._parties:  #: rule=majority
            return "rejected"
        return "open"


#: family nested_store
from collections import ChainMap


class NestedStore:
    def __init__(self) -> None:
        self._values: ChainMap[str, int] = ChainMap()

    def put(self, key: str, value: int) -> None:
        self._values[key] = value

    def get(self, key: str) -> int | None:
        return self._values.get(key)

    def begin(self) -> None:
        self._values = self._values.new_child()

    def commit(self) -> bool:
        if len(self._values.maps) == 1:
            return False
        #: what=one
        changes = self._values.maps[0]
        self._values = self._values.parents
        self._values.update(changes)
        #: what=all
        self._values = ChainMap(dict(self._values))
        #: end
        return True

    def rollback(self) -> bool:
        if len(self._values.maps) == 1:
            return False
        self._values = self._values.parents
        return True


#: family number_kind
import re


def number_kind(text: str) -> str:
    if re.fullmatch(r"[+-]?[0-9]+", text):
        return "integer"
    decimal = r"[+-]?[0-9]+\.[0-9]+"  #: point=inner
    decimal = r"[+-]?([0-9]+\.[0-9]*|\.[0-9]+)"  #: point=outer
    decimal = r"[+-]?[0-9]+\.[0-9]*"  #: point=front
    return "decimal" if re.fullmatch(decimal, text) else "other"
