"""Matrices, boards, images and optimisation over tables."""

from neural.domains.coding.draw import ints, lists, text
from neural.domains.coding.family import Family, invalid


def matrix(rng):
    width = rng.randint(1, 4)
    return [[rng.randint(0, 9) for _ in range(width)] for _ in range(rng.randint(1, 4))]


def square(rng):
    size = rng.randint(1, 4)
    return [[rng.randint(0, 5) for _ in range(size)] for _ in range(size)]


def board(rng):
    return ["".join(rng.choices("XO.", [3, 3, 2], k=3)) for _ in range(3)]


def cells(rng):
    width = rng.randint(1, 5)
    return ["".join(rng.choices(".#", k=width)) for _ in range(rng.randint(1, 5))]


FAMILIES = [
    Family(
        signature="rotated(matrix: list[list[int]]) -> list[list[int]]",
        statement="Return {matrix}, whose rows are equally long and not empty, {how}, without "
        "changing "
        "it.",
        requests=["Return a copy of {matrix} {how}."],
        params={
            "how": {
                "right": "rotated by 90 degrees clockwise",
                "left": "rotated by 90 degrees counter-clockwise",
                "half": "rotated by 180 degrees",
                "mirror": "mirrored from left to right",
            }
        },
        inputs={"matrix": matrix},
        edges=[([[1, 2, 3], [4, 5, 6]],), ([[1]],), ([[1], [2]],), ([],)],
        cost="O(n m)",
    ),
    Family(
        signature="multiply(left: list[list[int]], right: list[list[int]]) -> list[list[int]]",
        statement="Return the {product} of {left} and {right}, which are rectangular and not "
        "empty. If "
        "their sizes do not fit, {sizes}.",
        requests=["Compute the {product} of two matrices; if the sizes do not fit, {sizes}."],
        params={
            "product": {
                "matrix": "matrix product",
                "element": "product element by element",
            }
        },
        errors={"sizes": invalid("sizes do not fit")},
        inputs=lambda rng: (
            lambda a: (
                a,
                square(rng) if rng.random() < 0.2 else [[rng.randint(-3, 3) for _ in a] for _ in a],
            )
        )(square(rng)),
        edges=[
            ([[1, 2], [3, 4]], [[0, 1], [1, 0]]),
            ([[2]], [[3]]),
            ([[1, 2]], [[3, 4]]),
            ([[1, 2]], [[3], [4]]),
        ],
        cost="O(n^3)",
    ),
    Family(
        signature="spiral(matrix: list[list[int]]) -> list[int]",
        statement="Return the elements of {matrix}, whose rows are equally long, in a spiral "
        "from the "
        "outside to the inside, beginning {start}.",
        requests=["Read {matrix} as a spiral inwards, beginning {start}."],
        params={
            "start": {
                "right": "at the top left and going right",
                "down": "at the top left and going down",
            }
        },
        inputs={"matrix": matrix},
        edges=[([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), ([],), ([[1, 2]],), ([[1], [2]],)],
        properties=[
            lambda matrix, result: sorted(result) == sorted(n for row in matrix for n in row)
        ],
        cost="O(n m)",
    ),
    Family(
        signature="line_sums(matrix: list[list[int]]) -> list[int]",
        statement="Return the sum of each {line} of {matrix}, which is square.",
        requests=["Add up each {line} of a square {matrix}."],
        params={
            "line": {
                "row": "row, from top to bottom,",
                "column": "column, from left to right,",
                "diagonal": "diagonal that runs down to the right, from the one at the bottom left "
                "to the one at the top right,",
            }
        },
        inputs={"matrix": square},
        edges=[([[1, 2], [3, 4]],), ([],), ([[5]],)],
        cost="O(n^2)",
    ),
    Family(
        signature="winner(board: list[str]) -> str | None",
        statement="{board} is a 3 by 3 board of noughts and crosses with X, O and . for an empty "
        "cell. "
        "Return X or O if it has three in a row, X if both have, and {none} if nobody has. "
        "{counted}",
        requests=[
            "Who wins this game of noughts and crosses (X, O, '.' empty)? X if both do, {none} "
            "if nobody does. {counted}"
        ],
        params={
            "counted": {
                "all": "Rows, columns and both diagonals count.",
                "straight": "Only rows and columns count.",
            }
        },
        inputs={"board": board},
        edges=[
            (["XXX", "OO.", "..."],),
            (["...", "...", "..."],),
            (["O.X", ".OX", "X.O"],),
            (["XO.", "XO.", ".O."],),
            (["OOO", "XXX", "..."],),
        ],
        cost="O(1)",
    ),
    Family(
        signature="life(rows: list[str]) -> list[str]",
        statement="Compute one step of the game of life on {rows} with # for live cells and . for "
        "dead ones: a live cell with two or three live neighbours of eight stays alive, a dead one "
        "with three becomes alive, all others are dead. {edge}",
        requests=[
            "Do one generation of Conway's game of life on {rows} ('#' alive, '.' dead). {edge}"
        ],
        params={
            "edge": {
                "dead": "Beyond the edges everything is dead.",
                "torus": "Beyond an edge comes the opposite one; a cell may so be a neighbour "
                "several "
                "times, even of itself.",
            }
        },
        inputs={"rows": cells},
        edges=[(["...", "###", "..."],), (["."],), (["#"],), (["##", "##"],), (["###.", "...."],)],
        cost="O(n m)",
    ),
    Family(
        signature="minesweeper(rows: list[str]) -> list[str]",
        statement="Replace each . in {rows} by the number of mines, #, among its neighbours; mines "
        "stay. Neighbours are {near}; a number of 0 is written as {zero}.",
        requests=[
            "Fill in a minesweeper field: each '.' becomes the number of '#' mines among {near}, "
            "0 as {zero}; mines stay."
        ],
        params={
            "near": {
                "eight": "the up to eight cells around it",
                "four": "the up to four cells beside, above and below it",
            },
            "zero": {"0": "0", "space": "a space"},
        },
        inputs={"rows": cells},
        edges=[(["#..", "...", "..#"],), (["."],), (["#"],), ([".#."],)],
        cost="O(n m)",
    ),
    Family(
        signature="count_paths(rows: list[str]) -> int",
        statement="Count the ways from the top left to the bottom right cell of {rows} that step "
        "only "
        "{steps} and never on a wall, #. If either of the two is a wall, there is none.",
        requests=[
            "How many ways lead through {rows} from the top left to the bottom right, stepping "
            "only {steps} and never onto '#'?"
        ],
        params={
            "steps": {
                "two": "right or down",
                "three": "right, down or diagonally right and down",
            }
        },
        inputs={
            "rows": lambda rng: [
                "".join(rng.choices(".#", [5, 1], k=4)) for _ in range(rng.randint(1, 4))
            ]
        },
        edges=[(["..", ".."],), (["."],), (["#"],), ([".#", "#."],), (["...", ".#.", "..."],)],
        cost="O(n m)",
    ),
    Family(
        signature="path_sum(matrix: list[list[int]]) -> int",
        statement="Return the {best} sum of the numbers on a way from the top left to the bottom "
        "right "
        "of {matrix}, which is rectangular and not empty, {steps}.",
        requests=[
            "Find the {best} total on a way through {matrix} from the top left to the bottom "
            "right, {steps}."
        ],
        params={
            "best": {"min": "smallest", "max": "largest"},
            "steps": {
                "two": "stepping right or down",
                "rows": "that goes down one row with each step, at most one column to the left or "
                "right, where the first and the last column may be any",
            },
        },
        inputs={"matrix": matrix},
        edges=[([[1, 3, 1], [1, 5, 1], [4, 2, 1]],), ([[7]],), ([[1, 2]],), ([[1], [2]],)],
        cost="O(n m)",
    ),
    Family(
        signature="edit_distance(source: str, target: str) -> int",
        statement="Return the smallest number of steps that turn {source} into {target}, where a "
        "step "
        "inserts or deletes a character{more}.",
        requests=[
            "Compute the edit distance from {source} to {target}; a step inserts or deletes one "
            "character{more}."
        ],
        params={
            "more": {
                "only": "",
                "replace": " or replaces it by another",
            }
        },
        inputs={"source": text("abei", 0, 6), "target": text("abei", 0, 6)},
        edges=[("kitten", "sitting"), ("", "ab"), ("", ""), ("a", "b"), ("ae", "ea")],
        cost="O(n m)",
    ),
    Family(
        signature="knapsack(items: list[Item], capacity: int) -> int",
        records={"Item": "weight: int, value: int"},
        statement="Return the largest total value of {items} whose weights, all positive, add up "
        "to at "
        "most {capacity}. {often}",
        requests=[
            "Solve the knapsack problem: the largest value of {items} with total weight at most "
            "{capacity}. {often}"
        ],
        params={
            "often": {
                "once": "Every item can be taken once.",
                "any": "Every item can be taken any number of times.",
            }
        },
        inputs={
            "items": lists(lambda rng: (rng.randint(1, 5), rng.randint(1, 9)), 0, 5),
            "capacity": ints(0, 12),
        },
        edges=[([(3, 4), (4, 5), (2, 3)], 6), ([], 5), ([(2, 3)], 5), ([(9, 9)], 3)],
        cost="O(n m)",
    ),
    Family(
        signature="best_run(values: list[int]) -> int",
        statement="Return the largest sum of neighbouring elements of {values}. {empty}",
        requests=["Find the largest sum of a contiguous part of {values}. {empty}"],
        params={
            "empty": {
                "allowed": "Taking none at all, with the sum 0, is allowed.",
                "one": "At least one element has to be taken; if there are no {values}, {nothing}.",
            }
        },
        errors={"nothing": invalid("no values")},
        inputs={"values": lists(ints(-9, 6), 0, 7)},
        edges=[([-2, 3, -1, 4, -5],), ([-3, -1],), ([],), ([5],)],
        cost="O(n)",
    ),
    Family(
        signature="longest_rise(values: list[int]) -> int",
        statement="Return the length of the longest {kind} of {values}.",
        requests=["How long is the longest {kind} of {values}?"],
        params={
            "kind": {
                "subsequence": "strictly ascending sequence that is left when elements are removed",
                "weak": "ascending sequence, equal elements allowed, that is left when elements "
                "are "
                "removed",
                "run": "strictly ascending run of neighbouring elements",
            }
        },
        inputs={"values": lists(ints(0, 7), 0, 9)},
        edges=[([3, 1, 2, 2, 5],), ([],), ([4],), ([1, 1, 1],), ([5, 1, 6, 2, 7],)],
        cost="O(n^2)",
    ),
    Family(
        signature="coin_ways(total: int, coins: list[int]) -> int",
        statement="Return {what} {total}, which is not negative, with {coins}, which are "
        "distinct and "
        "positive; each may be used any number of times.",
        requests=["Return {what} {total} with the given {coins} (distinct, positive, unlimited)."],
        params={
            "what": {
                "ways": "in how many ways one can pay, the order not mattering,",
                "orders": "in how many ways one can pay, different orders counting separately,",
                "fewest": "the smallest number of coins with which one can pay, or -1 if one "
                "cannot,",
            }
        },
        inputs={
            "total": ints(0, 14),
            "coins": lambda rng: rng.sample([1, 2, 3, 5, 7], rng.randint(0, 3)),
        },
        edges=[(5, [1, 2, 5]), (0, [2]), (3, [2]), (4, []), (6, [1, 3, 5])],
        cost="O(n m)",
    ),
]
