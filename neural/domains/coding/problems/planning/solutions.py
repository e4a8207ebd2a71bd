"""Solutions of spec.py's families; see AUTHORING.md."""


#: family spaced_sum
def spaced_sum(values: list[int]) -> int:
    #: shape=row
    without, best = 0, 0
    for value in values:
        without, best = best, max(best, without + value)
    return best
    #: shape=pairs
    half = len(values) // 2
    none = upper = lower = 0
    for above, below in zip(values[:half], values[half:], strict=True):
        none, upper, lower = (
            max(none, upper, lower),
            max(none, lower) + above,
            max(none, upper) + below,
        )
    return max(none, upper, lower)
    #: shape=ring
    if len(values) < 2:
        return max([0, *values])
    return max(in_row(values[1:]), in_row(values[:-1]))


def in_row(values: list[int]) -> int:
    without, best = 0, 0
    for value in values:
        without, best = best, max(best, without + value)
    return best
    #: end


#: family best_profit
def best_profit(prices: list[int]) -> int:
    #: rule=twice
    holding = [float("-inf")] * 2  # by the number of earlier sales
    sold = [0.0] * 3
    for price in prices:
        for sales in (1, 0):
            sold[sales + 1] = max(sold[sales + 1], holding[sales] + price)
            holding[sales] = max(holding[sales], sold[sales] - price)
    return int(max(sold))
    #: rule=pause
    holding, just_sold, free = float("-inf"), float("-inf"), 0.0
    for price in prices:
        holding, just_sold, free = (
            max(holding, free - price),
            holding + price,
            max(free, just_sold),
        )
    return int(max(just_sold, free))
    #: rule=fee
    holding, free = float("-inf"), 0.0
    for price in prices:
        holding, free = max(holding, free - price), max(free, holding + price - 2)
    return int(free)
    #: end


#: family merge_cost
from functools import cache
from itertools import accumulate


def merge_cost(piles: list[int]) -> int:
    sums = list(accumulate(piles, initial=0))

    @cache
    def cost(start: int, end: int) -> int:
        if end - start < 2:
            return 0
        return min(
            cost(start, middle) + cost(middle, end) + price(start, middle, end)
            for middle in range(start + 1, end)
        )

    def price(start: int, middle: int, end: int) -> int:
        left, right = sums[middle] - sums[start], sums[end] - sums[middle]
        return left + right  #: price=sum
        return max(left, right)  #: price=larger
        return left * right  #: price=product

    return cost(0, len(piles))


#: family best_jobs
from bisect import bisect_right  #: last=excluded
from bisect import bisect_left  #: last=included
from typing import NamedTuple


class Job(NamedTuple):
    start: int
    end: int
    pay: int


def best_jobs(jobs: list[Job]) -> int:
    ends: list[int] = []
    best = [0]
    for job in sorted(jobs, key=lambda job: job.end):
        before = bisect_right(ends, job.start)  #: last=excluded
        before = bisect_left(ends, job.start)  #: last=included
        best.append(max(best[-1], best[before] + job.pay))
        ends.append(job.end)
    return best[-1]


#: family paint_cost
import math


#: street=row
def paint_cost(costs: list[list[int]]) -> int:
    if not costs:
        return 0
    best: list[float] = list(costs[0])
    for row in costs[1:]:
        best = [cost + cheapest(best, i) for i, cost in enumerate(row)]
    if min(best) == math.inf:
        raise ValueError("not enough colours")
    return int(min(best))
#: street=ring
def paint_cost(costs: list[list[int]]) -> int:
    if len(costs) < 2:
        return sum(map(min, costs))
    lowest = min(around(costs, colour) for colour in range(len(costs[0])))
    if lowest == math.inf:
        raise ValueError("not enough colours")
    return int(lowest)


def around(costs: list[list[int]], colour: int) -> float:
    first, *others = costs
    best = [cost if i == colour else math.inf for i, cost in enumerate(first)]
    for row in others:
        best = [cost + cheapest(best, i) for i, cost in enumerate(row)]
    return cheapest(best, colour)
#: end


def cheapest(best: list[float], without: int) -> float:
    others = (cost for i, cost in enumerate(best) if i != without)
    return min(others, default=math.inf)


#: family raggedness
def raggedness(lengths: list[int], width: int) -> int:
    if max(lengths, default=0) > width:
        raise ValueError("a word is too long")
    costs = [0]
    #: last=free
    free = 0
    #: end
    for end in range(1, len(lengths) + 1):
        left = width + 1
        best = []
        for start in range(end - 1, -1, -1):
            left -= lengths[start] + 1
            if left < 0:
                break
            best.append((costs[start] + left**2, costs[start]))  #: last=free
            best.append(costs[start] + left**2)  #: last=counted
        costs.append(min(best))  #: last=counted
        #: last=free
        costs.append(min(best)[0])
        free = min(cost for _, cost in best)
        #: end
    return costs[-1]  #: last=counted
    return free  #: last=free


#: family game_margin
from functools import cache  #: move!=front
from itertools import accumulate  #: move=front


def game_margin(values: list[int]) -> int:
    #: move=front
    margins = [0]  # of the values from a place on, the last place first
    for place in reversed(range(len(values))):
        taken = accumulate(values[place : place + 3])
        margins.append(max(own - margins[-n] for n, own in enumerate(taken, 1)))
    return margins[-1]
    #: move!=front
    @cache
    def margin(start: int, end: int) -> int:
        if start == end:
            return 0
        left = values[start] - margin(start + 1, end)
        right = values[end - 1] - margin(start, end - 1)
        #: move=same
        if end - start > 1:
            left = max(left, sum(values[start : start + 2]) - margin(start + 2, end))
        #: move!=front
        return max(left, right)

    return margin(0, len(values))
    #: end


#: family can_win
def can_win(stones: int, moves: list[int]) -> bool:
    wins: list[bool] = []
    for count in range(stones + 1):
        possible = [move for move in moves if move <= count]
        wins.append(any(not wins[count - move] for move in possible))  #: result=loses
        wins.append(not possible or any(not wins[count - move] for move in possible))  #: result=wins
    return wins[stones]


#: family travel_cost
#: span=rolling
from bisect import bisect_left


def travel_cost(days: list[int], single: int, weekly: int) -> int:
    costs = [0]
    for i, day in enumerate(days):
        before = bisect_left(days, day - 6)
        costs.append(min(costs[i] + single, costs[before] + weekly))
    return costs[-1]
#: span=calendar
from collections import Counter


def travel_cost(days: list[int], single: int, weekly: int) -> int:
    weeks = Counter((day - 1) // 7 for day in days)
    return sum(min(count * single, weekly) for count in weeks.values())


#: family fill_truck
from typing import NamedTuple


class Crate(NamedTuple):
    weight: int
    value: int
    count: int


def fill_truck(crates: list[Crate], capacity: int) -> int:
    best = {0: 0}  # values by weight
    for weight, value, count in crates:
        #: count=stock
        for _ in range(count):
            for loaded, worth in list(best.items()):
                total = loaded + weight
                if total <= capacity:
                    best[total] = max(best.get(total, 0), worth + value)
        #: count=set
        for loaded, worth in list(best.items()):
            total = loaded + weight * count
            if total <= capacity:
                best[total] = max(best.get(total, 0), worth + value * count)
        #: end
    return max(best.values())  #: load=most
    return best.get(capacity, -1)  #: load=exact


#: family assembly_time
import math  #: start=upper


def assembly_time(upper: list[int], lower: list[int], change: int) -> int:
    if not upper:
        return 0
    above, below = upper[0], lower[0]  #: start=either
    above, below = upper[0], math.inf  #: start=upper
    for up, down in zip(upper[1:], lower[1:], strict=True):
        above, below = (
            min(above, below + change) + up,
            min(below, above + change) + down,
        )
    return min(above, below)
