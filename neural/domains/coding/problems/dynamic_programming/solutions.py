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


#: family cut_value
def cut_value(length: int, prices: dict[int, int]) -> int:
    best = [0] * (length + 1)
    for piece, price in prices.items():
        for size in range(piece, length + 1):  #: uses=many
        for size in range(length, piece - 1, -1):  #: uses=once
            best[size] = max(best[size], best[size - piece] + price)
    return best[length]


#: family partitions
def partitions(number: int, largest: int) -> int:
    ways = [1] + [0] * number
    for part in range(1, largest + 1):  #: rule!=odd
    for part in range(1, largest + 1, 2):  #: rule=odd
        for total in range(part, number + 1):  #: rule!=distinct
        for total in range(number, part - 1, -1):  #: rule=distinct
            ways[total] += ways[total - part]
    return ways[number]


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
