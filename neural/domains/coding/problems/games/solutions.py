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
