"""Solutions of spec.py's families; see AUTHORING.md."""


#: family rotated
def rotated(matrix: list[list[int]]) -> list[list[int]]:
    return [list(column) for column in zip(*matrix[::-1], strict=True)]  #: how=right
    return [list(column) for column in zip(*matrix, strict=True)][::-1]  #: how=left
    return [row[::-1] for row in matrix[::-1]]  #: how=half
    return [row[::-1] for row in matrix]  #: how=mirror


#: family multiply
def multiply(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    #: product=matrix
    if len(left[0]) != len(right):
        raise ValueError("sizes do not fit")
    columns = list(zip(*right, strict=True))
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in columns]
        for row in left
    ]
    #: product=element
    if (len(left), len(left[0])) != (len(right), len(right[0])):
        raise ValueError("sizes do not fit")
    return [
        [a * b for a, b in zip(*rows, strict=True)]
        for rows in zip(left, right, strict=True)
    ]
    #: end


#: family spiral
def spiral(matrix: list[list[int]]) -> list[int]:
    rows = [tuple(row) for row in matrix]  #: start=right
    rows = list(zip(*matrix, strict=True))  #: start=down
    found: list[int] = []
    while rows:
        found += rows.pop(0)
        rows = list(zip(*rows, strict=True))[::-1]
    return found


#: family line_sums
def line_sums(matrix: list[list[int]]) -> list[int]:
    return [sum(row) for row in matrix]  #: line=row
    return [sum(column) for column in zip(*matrix, strict=True)]  #: line=column
    #: line=diagonal
    size = len(matrix)
    sums = [0] * max(2 * size - 1, 0)
    for row, numbers in enumerate(matrix):
        for column, number in enumerate(numbers):
            sums[column - row + size - 1] += number
    return sums
    #: end


#: family winner
def winner(board: list[str]) -> str | None:
    columns = ["".join(column) for column in zip(*board, strict=True)]
    lines = [*board, *columns]  #: counted=straight
    #: counted=all
    falling = "".join(board[i][i] for i in range(3))
    rising = "".join(board[i][2 - i] for i in range(3))
    lines = [*board, *columns, falling, rising]
    #: end
    return next((player for player in "XO" if 3 * player in lines), None)


#: family life
def life(rows: list[str]) -> list[str]:
    height, width = len(rows), len(rows[0])

    def alive(row: int, column: int) -> bool:
        return rows[row % height][column % width] == "#"  #: edge=torus
        #: edge=dead
        inside = 0 <= row < height and 0 <= column < width
        return inside and rows[row][column] == "#"
        #: end

    def survives(row: int, column: int) -> bool:
        near = [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1) if r or c]
        count = sum(alive(row + r, column + c) for r, c in near)
        return count == 3 or (count == 2 and alive(row, column))

    return [
        "".join("#" if survives(row, column) else "." for column in range(width))
        for row in range(height)
    ]


#: family minesweeper
AROUND = [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1) if r or c]  #: near=eight
AROUND = [(-1, 0), (1, 0), (0, -1), (0, 1)]  #: near=four


def minesweeper(rows: list[str]) -> list[str]:
    mines = {
        (r, c) for r, row in enumerate(rows) for c, x in enumerate(row) if x == "#"
    }

    def shown(row: int, column: int) -> str:
        if (row, column) in mines:
            return "#"
        count = sum((row + r, column + c) in mines for r, c in AROUND)
        return str(count)  #: zero=0
        return str(count or " ")  #: zero=space

    return [
        "".join(shown(row, column) for column in range(len(rows[row])))
        for row in range(len(rows))
    ]


#: family count_paths
def count_paths(rows: list[str]) -> int:
    above = [1] + [0] * (len(rows[0]) - 1)  # one way into the first cell
    for row in rows:  #: steps=two
    for place, row in enumerate(rows):  #: steps=three
        ways: list[int] = []
        for column, cell in enumerate(row):
            count = above[column] + (ways[-1] if ways else 0)
            #: steps=three
            if place and column:
                count += above[column - 1]
            #: end
            ways.append(0 if cell == "#" else count)
        above = ways
    return above[-1]


#: family path_sum
def path_sum(matrix: list[list[int]]) -> int:
    #: steps=two
    sums: list[int] = []
    for row in matrix:
        before = sums
        sums = []
        for column, number in enumerate(row):
            ways = before[column : column + 1] + sums[-1:]
            sums.append(number + min(ways, default=0))  #: best=min
            sums.append(number + max(ways, default=0))  #: best=max
    return sums[-1]  #: steps=two
    #: steps=rows
    sums = matrix[0]
    for row in matrix[1:]:
        near = [sums[max(column - 1, 0) : column + 2] for column in range(len(row))]
        sums = [number + min(ways) for number, ways in zip(row, near, strict=True)]  #: best=min
        sums = [number + max(ways) for number, ways in zip(row, near, strict=True)]  #: best=max
    return min(sums)  #: best=min and steps=rows
    return max(sums)  #: best=max and steps=rows
    #: end


#: family edit_distance
def edit_distance(source: str, target: str) -> int:
    above = list(range(len(target) + 1))
    for i, old in enumerate(source, 1):
        steps = [i]
        for j, new in enumerate(target, 1):
            if old == new:
                steps.append(above[j - 1])
            else:
                steps.append(1 + min(above[j], steps[j - 1]))  #: more=only
                steps.append(1 + min(above[j], steps[j - 1], above[j - 1]))  #: more=replace
        above = steps
    return above[-1]


#: family knapsack
from typing import NamedTuple


class Item(NamedTuple):
    weight: int
    value: int


def knapsack(items: list[Item], capacity: int) -> int:
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):  #: often=once
        for room in range(weight, capacity + 1):  #: often=any
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]


#: family best_run
def best_run(values: list[int]) -> int:
    #: empty=allowed
    best = current = 0
    for value in values:
        current = max(current + value, 0)
        best = max(best, current)
    return best
    #: empty=one
    if not values:
        raise ValueError("no values")
    best = current = values[0]
    for value in values[1:]:
        current = max(current + value, value)
        best = max(best, current)
    return best
    #: end


#: family longest_rise
from bisect import bisect_left  #: kind=subsequence
from bisect import bisect_right  #: kind=weak

#: kind!=run

#: end
def longest_rise(values: list[int]) -> int:
    #: kind!=run
    tails: list[int] = []  # the smallest last element of a sequence of each length
    for value in values:
        place = bisect_left(tails, value)  #: kind=subsequence
        place = bisect_right(tails, value)  #: kind=weak
        tails[place : place + 1] = [value]  #: kind!=run
    return len(tails)  #: kind!=run
    #: kind=run
    longest = length = 0
    for place, value in enumerate(values):
        length = length + 1 if place and values[place - 1] < value else 1
        longest = max(longest, length)
    return longest
    #: end


#: family coin_ways
def coin_ways(total: int, coins: list[int]) -> int:
    #: what=ways
    ways = [1] + [0] * total
    for coin in coins:
        for amount in range(coin, total + 1):
            ways[amount] += ways[amount - coin]
    return ways[total]
    #: what=orders
    ways = [1]
    for amount in range(1, total + 1):
        ways.append(sum(ways[amount - coin] for coin in coins if coin <= amount))
    return ways[total]
    #: what=fewest
    reached = {0}
    count = 0
    while total not in reached:
        count += 1
        further = {amount + coin for amount in reached for coin in coins}
        further = {amount for amount in further if amount <= total}
        if further <= reached:
            return -1
        reached |= further
    return count
    #: end
