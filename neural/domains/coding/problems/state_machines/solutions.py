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
