"""Solutions of spec.py's families; see AUTHORING.md."""


#: family evolve
def evolve(cells: str, steps: int) -> str:
    for _ in range(steps):
        around = "." + cells + "."  #: ends=dead
        around = cells[-1:] + cells + cells[:1]  #: ends=ring
        patterns = (around[i : i + 3] for i in range(len(cells)))
        codes = (int(p.replace("#", "1").replace(".", "0"), 2) for p in patterns)
        cells = "".join("#" if RULE >> code & 1 else "." for code in codes)
    return cells


#: family lfu_cache
class LfuCache:
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._values: dict[str, int] = {}
        self._uses: dict[str, int] = {}

    def get(self, key: str) -> int | None:
        if key in self._values:
            self._use(key)
        return self._values.get(key)

    def put(self, key: str, value: int) -> None:
        if key not in self._values and len(self._values) == self._capacity:
            victim = min(self._uses, key=self._uses.__getitem__)
            del self._values[victim], self._uses[victim]
        self._values[key] = value
        self._use(key)

    def _use(self, key: str) -> None:
        self._uses[key] = self._uses.get(key, 0) + 1  #: tie=oldest
        self._uses[key] = self._uses.pop(key, 0) + 1  #: tie=stale


#: family ttl_cache
class TtlCache:
    def __init__(self, lifetime: int) -> None:
        self._lifetime = lifetime
        self._now = 0
        self._entries: dict[str, tuple[int, int]] = {}

    def put(self, key: str, value: int) -> None:
        self._entries[key] = (value, self._now + self._lifetime)

    def get(self, key: str) -> int | None:
        value, end = self._entries.get(key, (None, 0))
        if end <= self._now:
            return None
        self.put(key, value)  #: since=used
        return value

    def advance(self, seconds: int) -> None:
        self._now += seconds

    def size(self) -> int:
        return sum(end > self._now for _, end in self._entries.values())


#: family checkout_time
import heapq  #: queue=shared


def checkout_time(customers: list[int], tills: int) -> int:
    if tills < 1:
        raise ValueError("there must be a till")
    #: queue=shared
    free_at = [0] * tills
    for minutes in customers:
        heapq.heappush(free_at, heapq.heappop(free_at) + minutes)
    return max(free_at)
    #: queue=fixed
    return max(sum(customers[till::tills]) for till in range(tills))
    #: end


#: family langton
def langton(size: int, steps: int) -> int:
    row = column = size // 2
    down, right = -1, 0
    black = set()
    for _ in range(steps):
        if (row, column) in black:
            black.remove((row, column))
            down, right = -right, down
        else:
            black.add((row, column))
            down, right = right, -down
        #: edge=wrap
        row = (row + down) % size
        column = (column + right) % size
        #: edge=stop
        row += down
        column += right
        if not (0 <= row < size and 0 <= column < size):
            break
        #: end
    return len(black)


#: family bowling_score
def bowling_score(rolls: list[int]) -> int:
    score = place = 0
    for _ in range(10):
        #: scoring=bonus
        if rolls[place] == 10:
            score += sum(rolls[place : place + 3])
            place += 1
        elif sum(rolls[place : place + 2]) == 10:
            score += sum(rolls[place : place + 3])
            place += 2
        #: scoring=current
        if rolls[place] == 10:
            score += 30
            place += 1
        elif sum(rolls[place : place + 2]) == 10:
            score += 10 + rolls[place]
            place += 2
        #: end
        else:
            score += sum(rolls[place : place + 2])
            place += 2
    return score


#: family tennis_game
NAMES = ["love", "15", "30", "40"]


def tennis_game(points: str) -> str:
    server = receiver = 0
    for point in points:
        if point == "S":
            server += 1
        else:
            receiver += 1
        lead = server - receiver
        if max(server, receiver) > 3 and abs(lead) >= 2:  #: deuce=advantage
        if max(server, receiver) > 3:  #: deuce=golden
            return "server wins" if lead > 0 else "receiver wins"
    #: deuce=advantage
    if min(server, receiver) >= 3:
        if server == receiver:
            return "deuce"
        return "advantage server" if server > receiver else "advantage receiver"
    #: deuce=golden
    if server == receiver == 3:
        return "deuce"
    #: end
    return f"{NAMES[server]}-{NAMES[receiver]}"


#: family dice_score
from collections import Counter  #: category!=straight


def dice_score(dice: list[int]) -> int:
    #: category=full_house
    return 25 if sorted(Counter(dice).values()) == [2, 3] else 0
    #: category=straight
    runs = ({1, 2, 3, 4}, {2, 3, 4, 5}, {3, 4, 5, 6})
    return 30 if any(run <= set(dice) for run in runs) else 0
    #: category=three
    return sum(dice) if max(Counter(dice).values()) >= 3 else 0
    #: category=pairs
    pairs = [number for number, count in Counter(dice).items() if count >= 2]
    return 2 * sum(pairs) if len(pairs) == 2 else 0
    #: end


#: family play_ladders
def play_ladders(size: int, jumps: dict[int, int], rolls: list[int]) -> int:
    place = 1
    for roll in rolls:
        if place == size:
            break
        target = place + roll
        if target > size:
            continue  #: over=stay
            target = 2 * size - target  #: over=bounce
            target = size  #: over=win
        place = jumps.get(target, target)
    return place


#: family ticket_desk
from collections import deque


class TicketDesk:
    def __init__(self) -> None:
        self._last = 0
        self._urgent: deque[int] = deque()
        self._ordinary: deque[int] = deque()
        self._was_urgent = False  #: order=fair

    def take(self, urgent: bool) -> int:
        self._last += 1
        (self._urgent if urgent else self._ordinary).append(self._last)
        return self._last

    def call(self) -> int | None:
        #: order=always
        queue = self._urgent or self._ordinary
        #: order=fair
        if self._was_urgent and self._ordinary:
            queue = self._ordinary
        else:
            queue = self._urgent or self._ordinary
        if queue:
            self._was_urgent = queue is self._urgent
        #: end
        return queue.popleft() if queue else None


#: family stock_cost
from collections import deque  #: which=oldest


class StockCost:
    def __init__(self) -> None:
        self._prices: deque[int] = deque()  #: which=oldest
        self._prices: list[int] = []  #: which!=oldest

    def buy(self, count: int, price: int) -> None:
        self._prices.extend([price] * count)
        self._prices.sort()  #: which=dearest

    def sell(self, count: int) -> int:
        if count > len(self._prices):
            raise RuntimeError("not enough in stock")
        return sum(self._prices.popleft() for _ in range(count))  #: which=oldest
        return sum(self._prices.pop() for _ in range(count))  #: which!=oldest

    def left(self) -> int:
        return len(self._prices)


#: family page_faults
def page_faults(pages: list[int], frames: int) -> int:
    loaded: list[int] = []
    faults = 0
    for page in pages:  #: victim!=optimal
    for place, page in enumerate(pages):  #: victim=optimal
        if page in loaded:
            #: victim=lru
            loaded.remove(page)
            loaded.append(page)
            #: end
            continue
        faults += 1
        if len(loaded) == frames:
            loaded.pop(0)  #: victim!=optimal
            #: victim=optimal
            uses = [next_use(pages, place, each) for each in loaded]
            loaded.pop(uses.index(max(uses)))
            #: end
        loaded.append(page)
    return faults


#: victim=optimal
def next_use(pages: list[int], place: int, page: int) -> int:
    return pages.index(page, place) if page in pages[place:] else len(pages)


#: end
#: family run_order
from fractions import Fraction  #: policy=ratio
from typing import NamedTuple


class Job(NamedTuple):
    name: str
    arrival: int
    duration: int


def run_order(jobs: list[Job]) -> list[str]:
    waiting = list(jobs)
    order = []
    now = 0
    while waiting:
        now = max(now, min(job.arrival for job in waiting))
        arrived = [job for job in waiting if job.arrival <= now]
        job = min(arrived, key=lambda each: each.duration)  #: policy=shortest
        job = max(arrived, key=lambda each: each.arrival)  #: policy=latest
        #: policy=ratio
        # Without the 1 that all ratios have in common, it is waiting time by duration.
        waits = [Fraction(now - each.arrival, each.duration) for each in arrived]
        job = arrived[waits.index(max(waits))]
        #: end
        waiting.remove(job)
        order.append(job.name)
        now += job.duration
    return order


#: family allocator
class Allocator:
    def __init__(self, size: int) -> None:
        self._size = size
        self._blocks: dict[int, int] = {}

    def allocate(self, length: int) -> int | None:
        gaps = [gap for gap in self._gaps() if gap[1] >= length]
        if not gaps:
            return None
        start, _ = gaps[0]  #: gap=first
        start, _ = min(gaps, key=lambda gap: gap[1])  #: gap=best
        start, _ = max(gaps, key=lambda gap: gap[1])  #: gap=worst
        self._blocks[start] = length
        return start

    def release(self, start: int) -> None:
        if start not in self._blocks:
            raise KeyError("no block begins there")
        del self._blocks[start]

    def _gaps(self) -> list[tuple[int, int]]:
        """Start and length of each stretch of free cells."""
        gaps = []
        reached = 0
        for start, length in [*sorted(self._blocks.items()), (self._size, 0)]:
            if start > reached:
                gaps.append((reached, start - reached))
            reached = start + length
        return gaps


#: family head_travel
#: order!=nearest
from itertools import pairwise


#: end
def head_travel(start: int, requests: list[int]) -> int:
    #: order=given
    stops = [start, *requests]
    return sum(abs(b - a) for a, b in pairwise(stops))
    #: order=sweep
    above = sorted(track for track in requests if track >= start)
    below = sorted((track for track in requests if track < start), reverse=True)
    stops = [start, *above, *below]
    return sum(abs(b - a) for a, b in pairwise(stops))
    #: order=nearest
    waiting = list(requests)
    travel = 0
    place = start
    while waiting:
        track = min(waiting, key=lambda each: (abs(each - place), each))
        waiting.remove(track)
        travel += abs(track - place)
        place = track
    return travel
    #: end


#: family spread_fire
#: spreads=four
NEAR = [(-1, 0), (1, 0), (0, -1), (0, 1)]
#: spreads=eight
NEAR = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1)]
#: spreads=wind
NEAR = [(0, 1), (1, 0)]
#: end


def spread_fire(rows: list[str], steps: int) -> list[str]:
    for _ in range(steps):
        rows = next_rows(rows)
    return rows


def next_rows(rows: list[str]) -> list[str]:
    places = [(r, c) for r, row in enumerate(rows) for c in range(len(row))]
    fires = [(r, c) for r, c in places if rows[r][c] == "*"]
    reached = {(r + down, c + right) for r, c in fires for down, right in NEAR}

    def after(cell: str, place: tuple[int, int]) -> str:
        if cell == "*":
            return "."
        return "*" if cell == "T" and place in reached else cell

    return [
        "".join(after(cell, (r, c)) for c, cell in enumerate(row))
        for r, row in enumerate(rows)
    ]


#: family drop_stones
def drop_stones(rows: list[str]) -> list[str]:
    return [slid(row) for row in rows]  #: direction=right
    #: direction!=right
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    settled = [slid(column) for column in columns]
    return ["".join(row) for row in zip(*settled, strict=True)]
    #: end


def slid(line: str) -> str:
    #: direction!=up
    return "#".join("".join(sorted(part)) for part in line.split("#"))
    #: direction=up
    parts = ("".join(sorted(part, reverse=True)) for part in line.split("#"))
    return "#".join(parts)
    #: end


#: family league_table
from collections import Counter
from typing import NamedTuple


class Match(NamedTuple):
    home: str
    away: str
    home_goals: int
    away_goals: int


def league_table(matches: list[Match]) -> list[tuple[str, int]]:
    points: Counter[str] = Counter()
    difference: Counter[str] = Counter()  #: tie=goals
    for home, away, home_goals, away_goals in matches:
        lead = home_goals - away_goals
        points[home] += WIN if lead > 0 else int(lead == 0)
        points[away] += WIN if lead < 0 else int(lead == 0)
        #: tie=goals
        difference[home] += lead
        difference[away] -= lead
        #: end
    order = sorted(points, key=lambda team: (-points[team], team))  #: tie=name
    #: tie=goals
    order = sorted(points, key=lambda team: (-points[team], -difference[team], team))
    #: end
    return [(team, points[team]) for team in order]


#: family sealed_auction
from typing import NamedTuple


class Sale(NamedTuple):
    name: str
    price: int


class SealedAuction:
    def __init__(self, reserve: int) -> None:
        self._reserve = reserve
        self._bids: dict[str, int] = {}

    def bid(self, name: str, amount: int) -> bool:
        if amount < self._reserve or amount <= self._bids.get(name, 0):
            return False
        # A new bid is the latest one, so it moves to the end.
        self._bids.pop(name, None)
        self._bids[name] = amount
        return True

    def result(self) -> Sale | None:
        if not self._bids:
            return None
        winner = max(self._bids, key=self._bids.__getitem__)
        return Sale(winner, self._bids[winner])  #: price=first
        #: price=second
        others = (bid for name, bid in self._bids.items() if name != winner)
        return Sale(winner, max(others, default=self._reserve))
        #: end


#: family months_to_repay
def months_to_repay(debt: int, percent: int, payment: int) -> int | None:
    months = 0
    while debt > 0:
        #: order=interest
        owed = debt + debt * percent // 100
        left = max(owed - payment, 0)
        #: order=payment
        unpaid = max(debt - payment, 0)
        left = unpaid + unpaid * percent // 100
        #: end
        if left >= debt:
            return None
        debt = left
        months += 1
    return months


#: family server_loads
def server_loads(tasks: list[int], servers: int) -> list[int]:
    if servers < 1:
        raise ValueError("servers must be at least 1")
    return [sum(tasks[server::servers]) for server in range(servers)]  #: policy=turns
    #: policy!=turns
    loads = [0] * servers
    for work in tasks:  #: policy=least
    for work in sorted(tasks, reverse=True):  #: policy=largest
        loads[loads.index(min(loads))] += work
    return loads
    #: end


#: family runoff_winner
from collections import Counter


def runoff_winner(ballots: list[list[str]]) -> str | None:
    racing = {name for ballot in ballots for name in ballot}
    while racing:
        firsts = (next((n for n in ballot if n in racing), None) for ballot in ballots)
        counts = Counter(name for name in firsts if name is not None)
        for name, count in counts.items():
            if 2 * count > counts.total():
                return name
        fewest = min(counts[name] for name in racing)
        losers = {name for name in racing if counts[name] == fewest}
        racing.remove(max(losers))  #: out=last
        racing -= losers  #: out=all
    return None


#: family dealer_hand
def worth(hand: list[int]) -> int:
    total = sum(hand)
    return total + 10 if 1 in hand and total + 10 <= 21 else total


def dealer_hand(cards: list[int]) -> int:
    hand: list[int] = []
    for card in cards:
        if worth(hand) >= 17:  #: soft=stands
        if worth(hand) > 17 or sum(hand) == 17:  #: soft=hits
            break
        hand.append(card)
    return worth(hand)
