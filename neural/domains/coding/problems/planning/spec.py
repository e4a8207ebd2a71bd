"""Best schedules, purchases, loads and moves in games, solved by smaller cases."""

from functools import cache
from itertools import combinations, pairwise, product

from neural.domains.coding.draw import ints, lists, sorted_lists, tuples
from neural.domains.coding.family import Family, invalid


def masks(items):
    """All choices of items: for each, whether it is taken."""
    return product((False, True), repeat=len(items))


def neighbours(count, shape):
    """Pairs of places that are side by side."""
    if shape == "pairs":
        half = count // 2
        beside = [(i, i + 1) for i in range(count - 1) if i + 1 != half]
        return beside + [(i, i + half) for i in range(half)]
    ring = [(0, count - 1)] if shape == "ring" and count > 1 else []
    return [(i, i + 1) for i in range(count - 1)] + ring


def trade(prices, rule):
    """The best profit, by trying everything."""

    @cache
    def best(day, bought, sales, waiting):
        if day == len(prices):
            return float("-inf") if bought else 0
        found = [best(day + 1, bought, sales, False)]
        if bought:
            gain = prices[day] - (2 if rule == "fee" else 0)
            found.append(gain + best(day + 1, False, sales + 1, rule == "pause"))
        elif not waiting and (rule != "twice" or sales < 2):
            found.append(best(day + 1, True, sales, False) - prices[day])
        return max(found)

    return best(0, False, 0, False)


def cheapest_merge(piles, price):
    """The lowest cost of merging neighbours until one pile is left, by trying everything."""
    if len(piles) < 2:
        return 0
    cost = {"sum": lambda a, b: a + b, "larger": max, "product": lambda a, b: a * b}[price]
    return min(
        cost(*piles[i : i + 2])
        + cheapest_merge((*piles[:i], sum(piles[i : i + 2]), *piles[i + 2 :]), price)
        for i in range(len(piles) - 1)
    )


def job(rng):
    """Start, end and pay."""
    start = rng.randint(1, 9)
    return start, start + rng.randint(1, 4), rng.randint(1, 9)


def play(values, move):
    """What the player who begins wins by, by trying everything."""
    if not values:
        return 0
    left = {"ends": 1, "front": 3, "same": 2}[move]
    found = [sum(values[:n]) - play(values[n:], move) for n in range(1, min(left, len(values)) + 1)]
    if move != "front":
        found.append(values[-1] - play(values[:-1], move))
    return max(found)


FAMILIES = [
    Family(
        signature="spaced_sum(values: list[int]) -> int",
        statement="{values} stand {shape}. Return the largest sum of values that can be chosen "
        "from them so that no two of the chosen ones are neighbours; choosing none gives 0.",
        requests=[
            "{values} stand {shape}. Pick some of them, but never two neighbours, and return the "
            "largest sum that is possible. Picking nothing counts 0."
        ],
        params={
            "shape": {
                "row": "in a row",
                "ring": "in a ring, so that the first and the last are neighbours if there are at "
                "least two",
                "pairs": "in two equal rows one above the other, the first half of them above the "
                "second half, and are neighbours of those beside, above and below them; their "
                "number is even",
            }
        },
        inputs=lambda rng: ([rng.randint(-4, 12) for _ in range(2 * rng.randint(0, 4))],),
        edges=[([3, 9, 7, 2, 8, 1],), ([],), ([5, 6],), ([-1, -2],), ([4, 1, 1, 9],)],
        oracle=lambda values, shape: max(
            sum(v for v, taken in zip(values, mask, strict=True) if taken)
            for mask in masks(values)
            if not any(mask[i] and mask[j] for i, j in neighbours(len(values), shape))
        ),
        cost="O(n)",
    ),
    Family(
        signature="best_profit(prices: list[int]) -> int",
        statement="{prices} holds a share's price for each day. A trader who holds at most one "
        "share at a time buys and sells at these prices, at most one purchase or sale a day, and "
        "owns none at the end. Return the largest profit, which is 0 without any trade. {rule}",
        requests=[
            "What is the most that a trader could have earned with a share, given its daily "
            "{prices}? At most one share is held at a time, there is at most one purchase or sale "
            "a day, and none is left at the end; not trading earns 0. {rule}"
        ],
        params={
            "rule": {
                "twice": "The trader buys at most twice.",
                "pause": "On the day after a sale the trader does not buy.",
                "fee": "Each sale costs a fee of 2.",
            }
        },
        inputs={"prices": lists(ints(1, 9), 0, 9)},
        edges=[([1, 5, 2, 6, 3, 9],), ([],), ([4],), ([9, 5, 1],), ([1, 3, 2, 4],)],
        oracle=lambda prices, rule: trade(tuple(prices), rule),
        cost="O(n)",
    ),
    Family(
        signature="merge_cost(piles: list[int]) -> int",
        statement="{piles} lie in a row. Until only one is left, two neighbouring piles are put "
        "together into one, which costs {price}. Return the smallest possible total cost, 0 if "
        "there are fewer than two piles.",
        requests=[
            "Piles in a row are merged, always two that are neighbours, until one is left; a "
            "merge costs {price}. What is the cheapest total? With one pile or none it is 0."
        ],
        params={
            "price": {
                "sum": "the size of the new pile",
                "larger": "the size of the larger of the two",
                "product": "the product of the sizes of the two",
            }
        },
        inputs={"piles": lists(ints(1, 9), 0, 7)},
        edges=[([4, 1, 2, 5],), ([],), ([7],), ([3, 3],), ([1, 9, 1],)],
        oracle=lambda piles, price: cheapest_merge(tuple(piles), price),
        cost="O(n^3)",
    ),
    Family(
        signature="best_jobs(jobs: list[Job]) -> int",
        records={"Job": "start: int, end: int, pay: int"},
        statement="Each of {jobs} occupies the days from start to end. {last} Return the largest "
        "total pay of jobs that one person can do, one at a time. The order of {jobs} is "
        "arbitrary.",
        requests=[
            "One person chooses from {jobs}, each of which has a start day, an end day and a pay, "
            "and never does two at once. {last} How much can they earn at most? The jobs come in "
            "any order."
        ],
        params={
            "last": {
                "included": "The end is the last day of a job, so that the next one has to begin "
                "later.",
                "excluded": "The end is no day of a job any more, so that the next one may begin "
                "on it.",
            }
        },
        inputs={"jobs": lists(job, 0, 6)},
        edges=[
            ([(1, 3, 5), (3, 6, 6), (6, 8, 4)],),
            ([],),
            ([(2, 4, 7)],),
            ([(1, 9, 10), (1, 4, 6), (5, 9, 5)],),
        ],
        oracle=lambda jobs, last: max(
            sum(job[2] for job in chosen)
            for n in range(len(jobs) + 1)
            for chosen in combinations(sorted(jobs), n)
            if all(a[1] + (last == "included") <= b[0] for a, b in pairwise(chosen))
        ),
    ),
    Family(
        signature="paint_cost(costs: list[list[int]]) -> int",
        statement="{costs} has a row for each house, with the cost of painting it in each colour; "
        "all rows are equally long. The houses {street}, and no two neighbours get the same "
        "colour. Return the smallest total cost, 0 without houses. If it is impossible, {clash}.",
        requests=[
            "Paint every house as cheaply as possible so that neighbours differ in colour; the "
            "houses {street}. Row i of {costs} says what each colour costs for house i (all rows "
            "have the same length). No houses cost 0; if the colours are too few, {clash}."
        ],
        params={
            "street": {
                "row": "stand in a row",
                "ring": "stand in a ring, where the first and the last are neighbours too if "
                "there are at least two",
            }
        },
        errors={"clash": invalid("not enough colours")},
        inputs=lambda rng: (
            lambda colours: (
                [[rng.randint(1, 9) for _ in range(colours)] for _ in range(rng.randint(0, 5))],
            )
        )(rng.choice([1, 2, 3, 3, 4])),
        edges=[
            ([[4, 2, 9], [3, 1, 5], [6, 2, 8]],),
            ([],),
            ([[7]],),
            ([[1], [2]],),
            ([[1, 5], [1, 5], [1, 5]],),
        ],
        oracle=lambda costs, street: min(
            sum(row[colour] for row, colour in zip(costs, colours, strict=True))
            for colours in product(*(range(len(row)) for row in costs))
            if not any(colours[i] == colours[j] for i, j in neighbours(len(costs), street))
        ),
    ),
    Family(
        signature="raggedness(lengths: list[int], width: int) -> int",
        statement="Words of the given {lengths}, in this order, are divided into lines of at most "
        "{width} characters, with one space between the words of a line. A line costs the square "
        "of the number of characters that it lacks to {width}{last}. Return the smallest total "
        "cost, 0 without words. If a word is longer than {width}, {too_long}.",
        requests=[
            "Break words, given by their {lengths}, into lines no longer than {width} (one space "
            "between words) so that the lines are as even as possible: a line's cost is the "
            "square of its free characters{last}. Return the lowest total, 0 for no words. If any "
            "word alone exceeds {width}, {too_long}."
        ],
        params={"last": {"counted": "", "free": ", but the last line costs nothing"}},
        errors={"too_long": invalid("a word is too long")},
        inputs={"lengths": lists(ints(1, 5), 0, 7), "width": ints(5, 9)},
        edges=[([3, 2, 2, 5], 6), ([], 4), ([4], 4), ([2, 7], 6), ([1, 1, 1], 3)],
        cost="O(n^2)",
    ),
    Family(
        signature="game_margin(values: list[int]) -> int",
        statement="Two players take turns in taking values away from {values}, until none is "
        "left. {move} Both play as well as they can, so that their own sum gets as far above the "
        "other's as possible. Return by how much the sum of the player who begins is larger in "
        "the end; it is negative if it is smaller.",
        requests=[
            "Two perfect players alternately take numbers from {values} until nothing is left. "
            "{move} Each maximises the difference between the own and the other's total. Return "
            "the first player's total minus the second player's."
        ],
        params={
            "move": {
                "ends": "A turn takes one value, from the left or from the right end.",
                "front": "A turn takes one, two or three values from the left end, but not more "
                "than there are.",
                "same": "A turn takes one or two values from the left end, but not more than "
                "there are, or one from the right end.",
            }
        },
        inputs={"values": lists(ints(-5, 9), 0, 7)},
        edges=[([3, 9, 1, 2],), ([],), ([-4],), ([1, 2, 9],), ([2, -1, -3, 5],)],
        oracle=lambda values, move: play(tuple(values), move),
        cost="O(n^2)",
    ),
    Family(
        signature="can_win(stones: int, moves: list[int]) -> bool",
        statement="Two players take turns; in each turn a player removes one of the numbers of "
        "{moves}, which are positive, from {stones}, but not more than are left. Who cannot "
        "remove any {result}. Return whether the player who begins can be sure to win.",
        requests=[
            "In a take-away game there are {stones} stones, and a turn removes a number of them "
            "that is listed in {moves} (all positive), never more than are there. Whoever is "
            "unable to move {result}. Does the first player have a winning strategy?"
        ],
        params={"result": {"loses": "loses", "wins": "wins"}},
        inputs={"stones": ints(0, 20), "moves": lists(ints(1, 6), 0, 3)},
        edges=[(7, [1, 2, 3]), (0, [1]), (8, [1, 2, 3]), (3, []), (2, [3]), (6, [2, 5])],
        cost="O(nm)",
    ),
    Family(
        signature="travel_cost(days: list[int], single: int, weekly: int) -> int",
        statement="Someone travels on {days}, which are distinct and in ascending order. A ticket "
        "for one day costs {single}; a pass costs {weekly} and is valid for {span}. Both prices "
        "are positive. Return the smallest amount for which all {days} are covered.",
        requests=[
            "Find the cheapest way to cover all travel {days} (sorted, distinct) with day tickets "
            "at {single} each and passes at {weekly} each, a pass being valid for {span}. Prices "
            "are positive."
        ],
        params={
            "span": {
                "rolling": "seven days in a row from any day on",
                "calendar": "one week, the weeks being days 1 to 7, 8 to 14 and so on",
            }
        },
        inputs={
            "days": sorted_lists(ints(1, 24), 0, 9, distinct=True),
            "single": ints(1, 5),
            "weekly": ints(3, 15),
        },
        edges=[([1, 4, 6, 8, 20], 2, 7), ([], 1, 1), ([5], 3, 2), ([6, 7, 8, 9], 4, 9)],
    ),
    Family(
        signature="fill_truck(crates: list[Crate], capacity: int) -> int",
        records={"Crate": "weight: int, value: int, count: int"},
        statement="Each of {crates} is a kind, with the weight and the value of one crate and "
        "{count}. Return the largest total value of crates whose weights add up to {load}. "
        "Weights are positive, the other numbers not negative.",
        requests=[
            "Load a truck with crates of several kinds; {crates} gives for each kind what one "
            "crate weighs, what it is worth, and {count}. Return the largest value of a load that "
            "weighs {load}. All numbers are at least 0, weights at least 1."
        ],
        params={
            "load": {
                "most": "at most {capacity}; an empty truck is worth 0",
                "exact": "exactly {capacity}, or -1 if there is no such load; an empty truck "
                "weighs 0",
            },
            "count": {
                "stock": "the number of such crates that there are, of which any number can be "
                "loaded",
                "set": "the number of such crates, which are loaded all together or not at all",
            },
        },
        inputs={
            "crates": lists(tuples(ints(1, 5), ints(0, 9), ints(0, 3)), 0, 4),
            "capacity": ints(0, 14),
        },
        edges=[
            ([(3, 5, 2), (4, 6, 1)], 8),
            ([], 0),
            ([], 3),
            ([(5, 9, 1)], 4),
            ([(2, 3, 3)], 6),
            ([(1, 4, 0)], 1),
        ],
    ),
    Family(
        signature="assembly_time(upper: list[int], lower: list[int], change: int) -> int",
        statement="A piece of work passes as many stations as {upper} and {lower} have elements; "
        "both are equally long. At each station it is either on the upper or on the lower line "
        "and takes the minutes that the line's {list} says; changing the line between two "
        "stations takes {change} minutes. It begins on {start} line and may end on either. Return "
        "the smallest number of minutes, 0 without stations. No number is negative.",
        requests=[
            "Two assembly lines run in parallel; {upper} and {lower} say how long each station "
            "takes on each line (equal length). Between stations a piece may change to the other "
            "line, which costs {change} minutes. What is the shortest time through all stations "
            "if it starts on {start} line and ends on any? Without stations it is 0; no number is "
            "negative."
        ],
        params={"start": {"either": "either", "upper": "the upper"}},
        inputs=lambda rng: (
            lambda count: (
                [rng.randint(0, 9) for _ in range(count)],
                [rng.randint(0, 9) for _ in range(count)],
                rng.randint(0, 4),
            )
        )(rng.randint(0, 6)),
        edges=[
            ([4, 1, 7], [2, 9, 1], 3),
            ([], [], 1),
            ([5], [2], 0),
            ([1, 9, 1], [9, 1, 9], 0),
        ],
        oracle=lambda upper, lower, change, start: min(
            sum(change for a, b in pairwise(lines) if a != b)
            + sum((upper, lower)[line][i] for i, line in enumerate(lines))
            for lines in product((0, 1), repeat=len(upper))
            if start == "either" or not lines or lines[0] == 0
        ),
        cost="O(n)",
    ),
]
