"""Solutions of spec.py's families; see AUTHORING.md."""


#: family hop_ways
def hop_ways(stones: str) -> int:
    #: hops=short
    last, second = 1, 0
    for place in stones:
        last, second = last + second if place == "o" else 0, last
    return last + second
    #: hops=long
    last, second, third = 1, 0, 0
    for place in stones:
        here = last + second + third if place == "o" else 0
        last, second, third = here, last, second
    return last + second + third
    #: hops=odd
    last, second, third = 1, 0, 0
    for place in stones:
        here = last + third if place == "o" else 0
        last, second, third = here, last, second
    return last + third
    #: end


#: family closest_sum
def closest_sum(numbers: list[int], target: int) -> int:
    sums = {0}
    for number in numbers:
        sums |= {each + number for each in sums}
    return max(each for each in sums if each <= target)  #: what=below
    return min(sums, key=lambda each: (abs(each - target), each))  #: what=nearest


#: family fair_split
def fair_split(weights: list[int]) -> int:
    #: counts=any
    sums = {0}
    for weight in weights:
        sums |= {each + weight for each in sums}
    #: counts=equal
    by_count: list[set[int]] = [{0}, *(set() for _ in weights)]
    for i, weight in enumerate(weights):
        for count in range(i, -1, -1):
            by_count[count + 1] |= {each + weight for each in by_count[count]}
    sums = by_count[len(weights) // 2]
    #: end
    return min(abs(sum(weights) - 2 * each) for each in sums)


#: family segmentations
def segmentations(text: str, words: set[str]) -> int:
    #: what=ways
    ways = [1]
    for end in range(1, len(text) + 1):
        starts = (start for start in range(end) if text[start:end] in words)
        ways.append(sum(ways[start] for start in starts))
    return ways[-1]
    #: what=fewest
    never = len(text) + 1
    fewest = [0]
    for end in range(1, len(text) + 1):
        starts = (start for start in range(end) if text[start:end] in words)
        fewest.append(min((fewest[start] + 1 for start in starts), default=never))
    return fewest[-1] if fewest[-1] < never else -1
    #: end


#: family longest_common
#: what=part
def longest_common(left: str, right: str) -> str:
    ends = range(len(left) + 1)
    parts = (left[start:end] for end in ends for start in range(end + 1))
    shared = (part for part in parts if part in right)
    return min(shared, key=lambda part: (-len(part), part))
#: what=sequence
def longest_common(left: str, right: str) -> str:
    best = [""] * (len(right) + 1)
    for letter in left:
        row = [""]
        for i, other in enumerate(right):
            found = [row[i], best[i + 1]]
            if letter == other:
                found.append(best[i] + letter)
            row.append(min(found, key=lambda each: (-len(each), each)))
        best = row
    return best[-1]


#: family align_score
def align_score(left: str, right: str) -> int:
    #: parts=whole
    above = [-2 * i for i in range(len(right) + 1)]
    #: parts!=whole
    above = [0] * (len(right) + 1)
    #: end
    best = 0  #: parts=local
    #: parts!=local
    for i, letter in enumerate(left, 1):
        row = [-2 * i]
    #: parts=local
    for letter in left:
        row = [0]
    #: end
        for j, other in enumerate(right):
            match = above[j] + (2 if letter == other else -1)
            row.append(max(match, above[j + 1] - 2, row[j] - 2))  #: parts!=local
            row.append(max(match, above[j + 1] - 2, row[j] - 2, 0))  #: parts=local
        above = row
        best = max(best, *row)  #: parts=local
    return above[-1]  #: parts=whole
    return best  #: parts=local
    return max(above)  #: parts=inside


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


#: family cut_value
def cut_value(length: int, prices: dict[int, int]) -> int:
    best = [0] * (length + 1)
    for piece, price in prices.items():
        for size in range(piece, length + 1):  #: uses=many
        for size in range(length, piece - 1, -1):  #: uses=once
            best[size] = max(best[size], best[size - piece] + price)
    return best[length]


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


#: family partitions
def partitions(number: int, largest: int) -> int:
    ways = [1] + [0] * number
    for part in range(1, largest + 1):  #: rule!=odd
    for part in range(1, largest + 1, 2):  #: rule=odd
        for total in range(part, number + 1):  #: rule!=distinct
        for total in range(number, part - 1, -1):  #: rule=distinct
            ways[total] += ways[total - part]
    return ways[number]


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


#: family readings
def readings(digits: str) -> int:
    #: unknown=none
    before, ways = 0, 1
    for i, digit in enumerate(digits):
        single = ways if digit != "0" else 0
        fits = i > 0 and 10 <= int(digits[i - 1 : i + 1]) <= HIGHEST
        before, ways = ways, single + (before if fits else 0)
    return ways
    #: unknown=star
    ways = [1] + [0] * len(digits)
    for end in range(1, len(digits) + 1):
        for size in (1, 2):
            if size <= end:
                ways[end] += ways[end - size] * count(digits[end - size : end])
    return ways[-1]


def count(part: str) -> int:
    low = 1 if len(part) == 1 else 10
    numbers = map(str, range(low, min(10 * low, HIGHEST + 1)))
    return sum(fits(part, number) for number in numbers)


def fits(part: str, number: str) -> bool:
    pairs = zip(part, number, strict=True)
    return all(p == n or (p == "*" and n != "0") for p, n in pairs)
    #: end


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


#: family dice_ways
#: goal!=highest
from collections import Counter


def dice_ways(sides: list[int], target: int) -> int:
    ways = Counter({0: 1})
    for side in sides:
        rolled: Counter[int] = Counter()
        for total, count in ways.items():
            for face in range(1, side + 1):
                rolled[total + face] += count
        ways = rolled
    return ways[target]  #: goal=exactly
    return sum(count for total, count in ways.items() if total >= target)  #: goal=least
#: goal=highest
from math import prod


def dice_ways(sides: list[int], target: int) -> int:
    if not sides or target == 0:
        return int(target == 0 and not sides)
    up_to = prod(min(side, target) for side in sides)
    below = prod(min(side, target - 1) for side in sides)
    return up_to - below


#: family mirror_parts
#: what=letters
from functools import cache


#: end
def mirror_parts(text: str) -> int:
    #: what=count
    count = 0
    for centre in range(2 * len(text) - 1):
        left, right = centre // 2, (centre + 1) // 2
        while left >= 0 and right < len(text) and text[left] == text[right]:
            count += 1
            left -= 1
            right += 1
    return count
    #: what=fewest
    fewest = [0]
    for end in range(1, len(text) + 1):
        parts = ((start, text[start:end]) for start in range(end))
        mirrored = [start for start, part in parts if part == part[::-1]]
        fewest.append(min(fewest[start] for start in mirrored) + 1)
    return fewest[-1]
    #: what=letters
    @cache
    def removed(start: int, end: int) -> int:
        if end - start < 2:
            return 0
        if text[start] == text[end - 1]:
            return removed(start + 1, end - 1)
        return 1 + min(removed(start + 1, end), removed(start, end - 1))

    return removed(0, len(text))
    #: end


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


#: family bracket_ways
#: limit=most
def bracket_ways(pairs: int, depth: int) -> int:
#: limit=exact
def bracket_ways(pairs: int, depth: int) -> int:
    below = up_to(pairs, depth - 1) if depth else 0
    return up_to(pairs, depth) - below


def up_to(pairs: int, depth: int) -> int:
#: end
    ways = [1] + [0] * depth  # by the number of brackets that are open
    for _ in range(2 * pairs):
        longer = zip([0, *ways], [*ways[1:], 0], strict=False)
        ways = [opened + closed for opened, closed in longer]
    return ways[0]


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


#: family count_shapes
def count_shapes(rows: list[str]) -> int:
    #: what!=frames
    above = [0] * len(rows[0])  # sides of the squares that end at each place
    result = 0
    for row in rows:
        sides = []
        for i, cell in enumerate(row):
            corner = min(above[i - 1], above[i], sides[i - 1]) if i else 0
            sides.append(corner + 1 if cell == "#" else 0)
        result = max(result, *sides)  #: what=largest
        result += sum(sides)  #: what=all
        above = sides
    return result
    #: what=frames
    columns = ["".join(column) for column in zip(*rows, strict=True)]

    def framed(row: int, column: int, side: int) -> bool:
        top, left = rows[row], columns[column]
        bottom, right = rows[row + side - 1], columns[column + side - 1]
        across = top[column : column + side] + bottom[column : column + side]
        down = left[row : row + side] + right[row : row + side]
        return "." not in across + down

    for side in range(min(len(rows), len(columns)), 0, -1):
        for row in range(len(rows) - side + 1):
            if any(framed(row, i, side) for i in range(len(columns) - side + 1)):
                return side
    return 0
    #: end
