"""Best sums, counts of ways, alignments, schedules and games, solved by smaller cases."""

from functools import cache
from itertools import accumulate, combinations, pairwise, product

from neural.domains.coding.draw import dicts, ints, lists, one_of, sets, sorted_lists, text, tuples
from neural.domains.coding.family import Family, invalid

HOPS = {"short": (1, 2), "long": (1, 2, 3), "odd": (1, 3)}


def masks(items):
    """All choices of items: for each, whether it is taken."""
    return product((False, True), repeat=len(items))


def pieces(text, what):
    """All contiguous parts of a text, or all its subsequences."""
    if what == "part":
        return {text[i:j] for j in range(len(text) + 1) for i in range(j + 1)}
    return {"".join(each) for n in range(len(text) + 1) for each in combinations(text, n)}


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


def parts(text):
    """All contiguous parts that are not empty, as often as they occur."""
    return [text[i:j] for j in range(len(text) + 1) for i in range(j)]


def division(text):
    """The fewest palindromes that make up a text, by trying all ways to divide it."""
    if not text:
        return 0
    heads = (text[:end] for end in range(1, len(text) + 1))
    return 1 + min(division(text[len(head) :]) for head in heads if head == head[::-1])


def depths(pairs):
    """The depths of all well-nested texts of so many pairs of brackets."""
    for steps in product((1, -1), repeat=2 * pairs):
        heights = list(accumulate(steps, initial=0))
        if heights[-1] == 0 and min(heights) == 0:
            yield max(heights)


def play(values, move):
    """What the player who begins wins by, by trying everything."""
    if not values:
        return 0
    left = {"ends": 1, "front": 3, "same": 2}[move]
    found = [sum(values[:n]) - play(values[n:], move) for n in range(1, min(left, len(values)) + 1)]
    if move != "front":
        found.append(values[-1] - play(values[:-1], move))
    return max(found)


def bitmap(rng):
    """Rows of equal length, mostly of hashes."""
    width = rng.randint(1, 5)
    return ["".join(rng.choices("###.", k=width)) for _ in range(rng.randint(1, 5))]


FAMILIES = [
    Family(
        signature="hop_ways(stones: str) -> int",
        statement="Someone crosses a river on the places of {stones}, where o is a stone and . is "
        "water. They begin on the bank before the first place and end on the bank after the last "
        "one, stepping on stones only, and always forward by {hops} places. Return the number of "
        "ways to cross.",
        requests=[
            "Count the ways to hop across {stones} ('o' can be stepped on, '.' cannot) from the "
            "near bank, just before the first place, to the far bank, just after the last. Each "
            "hop goes forward by {hops} places."
        ],
        params={"hops": {"short": "1 or 2", "long": "1, 2 or 3", "odd": "1 or 3"}},
        inputs={"stones": text("ooo.", 0, 10)},
        edges=[("oo",), ("",), (".",), ("..",), ("...",), ("o.oo",), ("ooooo",)],
        oracle=lambda stones, hops: (
            lambda ways: (
                [
                    ways.append(
                        sum(ways[i - hop] for hop in HOPS[hops] if hop <= i)
                        if i == len(stones) + 1 or stones[i - 1] == "o"
                        else 0
                    )
                    for i in range(1, len(stones) + 2)
                ]
                and ways[-1]
            )
        )([1]),
        cost="O(n)",
    ),
    Family(
        signature="closest_sum(numbers: list[int], target: int) -> int",
        statement="Some of {numbers}, each at most once, are added up; taking none gives 0. "
        "Return {what}. {numbers} are positive and {target} is not negative.",
        requests=[
            "Any subset of {numbers} (all positive) can be added up, also the empty one, whose "
            "sum is 0. Return {what}. {target} is at least 0."
        ],
        params={
            "what": {
                "below": "the largest possible sum that is not above {target}",
                "nearest": "the possible sum that is nearest to {target}, of two equally near "
                "ones the smaller",
            }
        },
        inputs={"numbers": lists(ints(2, 12), 0, 5), "target": ints(0, 30)},
        edges=[([5, 8, 11], 12), ([], 5), ([4], 3), ([4], 2), ([3, 3], 6), ([2, 9], 20)],
        oracle=lambda numbers, target, what: min(
            (
                sum(n for n, taken in zip(numbers, mask, strict=True) if taken)
                for mask in masks(numbers)
            ),
            key=lambda total: (what == "below" and total > target, abs(target - total), total),
        ),
    ),
    Family(
        signature="fair_split(weights: list[int]) -> int",
        statement="Two people share things of the given {weights}, which are positive, so that "
        "each thing goes to one of them. {counts} Return the smallest possible difference between "
        "their total weights.",
        requests=[
            "Divide {weights} (all positive) between two people as evenly as possible and return "
            "how much more one of them gets. {counts}"
        ],
        params={
            "counts": {
                "any": "One of them may get more things than the other, or even all of them.",
                "equal": "If their number is even, both get equally many things; otherwise one "
                "gets one more.",
            }
        },
        inputs={"weights": lists(ints(1, 15), 0, 7)},
        edges=[([5, 1, 1, 1, 2],), ([],), ([4],), ([3, 3],), ([10, 1, 1, 1, 1, 2],)],
        oracle=lambda weights, counts: min(
            abs(sum(weights) - 2 * sum(chosen))
            for size in range(len(weights) + 1)
            if counts == "any" or size == len(weights) // 2
            for chosen in combinations(weights, size)
        ),
    ),
    Family(
        signature="segmentations(text: str, words: set[str]) -> int",
        statement="{text} lost its spaces and is to be read as a sequence of words from {words}, "
        "where a word may be used several times. {what} None of {words} is empty; the empty text "
        "consists of no words.",
        requests=[
            "Split {text}, in which spaces are missing, into words from {words} (none of them "
            "empty, repetitions allowed). {what} An empty {text} is a sequence of no words."
        ],
        params={
            "what": {
                "ways": "Return in how many ways this can be done.",
                "fewest": "Return the smallest number of words with which this can be done, or -1 "
                "if it cannot.",
            }
        },
        inputs={"text": text("aaab", 0, 8), "words": sets(text("aab", 1, 3), 0, 5)},
        edges=[
            ("catsand", {"cat", "cats", "and", "sand"}),
            ("", {"a"}),
            ("ab", set()),
            ("aaa", {"a", "aa"}),
            ("ab", {"a"}),
        ],
    ),
    Family(
        signature="longest_common(left: str, right: str) -> str",
        statement="Return the longest text {what}; of several, the first one in alphabetical "
        "order. If {left} and {right} share no letter, it is the empty text.",
        requests=[
            "Find the longest text {what}. Ties go to the alphabetically first; with nothing in "
            "common the answer is empty."
        ],
        params={
            "what": {
                "part": "that is a contiguous part of {left} and of {right}",
                "sequence": "whose letters occur in this order, but not necessarily next to each "
                "other, in {left} and also in {right}",
            }
        },
        inputs={"left": text("abc", 0, 7), "right": text("abc", 0, 7)},
        edges=[("banana", "cabana"), ("", "a"), ("ab", "ba"), ("abc", "def"), ("acb", "abc")],
        oracle=lambda left, right, what: min(
            pieces(left, what) & pieces(right, what), key=lambda each: (-len(each), each)
        ),
    ),
    Family(
        signature="align_score(left: str, right: str) -> int",
        statement="Two texts are aligned by writing one below the other, with gaps where needed, "
        "so that no gap stands below a gap. Equal letters that stand together score 2, different "
        "ones -1, and a letter with a gap -2. Return the largest total score of an alignment of "
        "{parts}.",
        requests=[
            "Compute the best alignment score of {parts}: +2 for two equal letters, -1 for two "
            "different ones, -2 for a letter against a gap; gaps never face each other."
        ],
        params={
            "parts": {
                "whole": "the whole of {left} with the whole of {right}",
                "local": "any contiguous part of {left} with any contiguous part of {right}, "
                "which both may be empty and then score 0",
                "inside": "the whole of {left} with any contiguous part of {right}, which may be "
                "empty",
            }
        },
        inputs={"left": text("acgt", 0, 6), "right": text("acgt", 0, 7)},
        edges=[("acgt", "agt"), ("", ""), ("a", ""), ("ttacg", "aacgg"), ("c", "g")],
        cost="O(nm)",
    ),
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
        signature="cut_value(length: int, prices: dict[int, int]) -> int",
        statement="A rod of {length} is cut into pieces of whole lengths; {prices} says what a "
        "piece of a length sells for, and pieces of other lengths are worth nothing. {uses} "
        "Return the largest amount that the pieces bring. Lengths and prices are positive, "
        "{length} is not negative.",
        requests=[
            "Work out the best income from cutting a rod of {length}. {prices} maps piece lengths "
            "to prices (both positive); any other piece brings nothing. {uses}"
        ],
        params={
            "uses": {
                "many": "Any number of pieces may have the same length.",
                "once": "Of each length, only one piece can be sold.",
            }
        },
        inputs={"length": ints(0, 12), "prices": dicts(ints(1, 7), ints(1, 20), 0, 5)},
        edges=[
            (8, {2: 5, 3: 8}),
            (0, {1: 1}),
            (5, {}),
            (3, {4: 9}),
            (4, {2: 3, 1: 1}),
        ],
        cost="O(nm)",
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
        signature="partitions(number: int, largest: int) -> int",
        statement="Return in how many ways {number} can be written as a sum of whole numbers from "
        "1 to {largest}, where the order of the summands does not matter. {rule} The number 0 is "
        "the sum of no summands. {number} and {largest} are not negative.",
        requests=[
            "Count the partitions of {number} into summands of at most {largest}, ignoring their "
            "order. {rule} 0 has one partition, the empty one; neither argument is negative."
        ],
        params={
            "rule": {
                "any": "Summands may be repeated.",
                "distinct": "All summands are different.",
                "odd": "All summands are odd; they may be repeated.",
            }
        },
        inputs={"number": ints(0, 20), "largest": ints(0, 10)},
        edges=[(6, 4), (0, 0), (3, 0), (5, 9), (4, 1), (10, 4)],
        cost="O(nm)",
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
        signature="readings(digits: str) -> int",
        statement="In {digits}, letters were written as the numbers 1 to {highest} without "
        "anything between them, and no number begins with 0. {unknown} Return the number of ways "
        "to read {digits} as letters; the empty text has one.",
        requests=[
            "Letters are encoded as 1 to {highest}, written one after the other without "
            "separators or leading zeros. {unknown} How many decodings does {digits} have? The "
            "empty text has one."
        ],
        params={
            "highest": (26, 30),
            "unknown": {
                "none": "{digits} hold nothing but digits.",
                "star": "A * stands for an unreadable digit from 1 to 9, and each possible digit "
                "counts separately.",
            },
        },
        inputs=lambda rng, unknown, **_: (
            "".join(
                rng.choices("1123270*" if unknown == "star" else "1123270", k=rng.randint(0, 7))
            ),
        ),
        edges=lambda unknown, **_: [
            ("1213",),
            ("",),
            ("0",),
            ("27",),
            ("3",),
            ("30",),
            ("1001",),
            *([("*",), ("1*",), ("**",), ("*0",)] if unknown == "star" else []),
        ],
        cost="O(n)",
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
        signature="dice_ways(sides: list[int], target: int) -> int",
        statement="For each of {sides} there is a die of its own, whose faces are 1 up to that "
        "number. Return in how many ways the dice, which can be told apart, can fall so that "
        "{goal}.",
        requests=[
            "Roll one die for each of {sides}, the number being its number of faces (1, 2, 3 and "
            "so on). Counting the dice as distinct, in how many outcomes is it true that {goal}?"
        ],
        params={
            "goal": {
                "exactly": "their sum is {target}",
                "least": "their sum is at least {target}",
                "highest": "the largest of them, or 0 if there are no dice, is {target}",
            }
        },
        inputs={"sides": lists(one_of(1, 2, 4, 6, 8), 0, 4), "target": ints(0, 12)},
        edges=[([6, 6], 7), ([], 0), ([], 1), ([4], 4), ([4], 0), ([2, 4, 6], 3)],
        oracle=lambda sides, target, goal: sum(
            {
                "exactly": sum(faces) == target,
                "least": sum(faces) >= target,
                "highest": max(faces, default=0) == target,
            }[goal]
            for faces in product(*(range(1, n + 1) for n in sides))
        ),
    ),
    Family(
        signature="mirror_parts(text: str) -> int",
        statement="A palindrome reads the same forwards and backwards. Return {what}.",
        requests=["A palindrome is a text that reads the same in both directions. Find {what}."],
        params={
            "what": {
                "fewest": "the smallest number of palindromes into which {text} can be divided, 0 "
                "for the empty text",
                "count": "how many of the non-empty contiguous parts of {text} are palindromes, "
                "where equal parts at different places count separately",
                "letters": "the smallest number of letters that must be removed from {text} to "
                "make it a palindrome; the empty text is one",
            }
        },
        inputs={"text": text("aab", 0, 9)},
        edges=[("abacdd",), ("",), ("x",), ("abc",), ("aabaa",), ("aaab",)],
        oracle=lambda text, what: (
            sum(part == part[::-1] for part in parts(text))
            if what == "count"
            else min(len(text) - len(p) for p in pieces(text, "sequence") if p == p[::-1])
            if what == "letters"
            else division(text)
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
        signature="bracket_ways(pairs: int, depth: int) -> int",
        statement="Return how many different texts of {pairs} opening and as many closing round "
        "brackets are well nested and {limit}. The depth of a text is the largest number of "
        "brackets that are open at the same time, so that the empty text has the depth 0. Neither "
        "argument is negative.",
        requests=[
            "How many correct sequences of {pairs} pairs of parentheses {limit}? The depth is the "
            "greatest number of parentheses open at once (0 for the empty sequence). Arguments "
            "are at least 0."
        ],
        params={
            "limit": {
                "most": "have a depth of at most {depth}",
                "exact": "have a depth of exactly {depth}",
            }
        },
        inputs={"pairs": ints(0, 7), "depth": ints(0, 5)},
        edges=[(3, 2), (0, 0), (2, 0), (4, 4), (0, 3), (3, 5)],
        oracle=lambda pairs, depth, limit: sum(
            deepest == depth or (limit == "most" and deepest < depth) for deepest in depths(pairs)
        ),
        cost="O(nm)",
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
    Family(
        signature="count_shapes(rows: list[str]) -> int",
        statement="{rows} of equal length hold the characters # and . only. Return {what}.",
        requests=["In a picture made of # and . ({rows}, all equally long), find {what}."],
        params={
            "what": {
                "largest": "the side of the largest square that consists of # only, or 0 if there "
                "is no #",
                "all": "the number of all squares of every size that consist of # only, those "
                "inside other squares included",
                "frames": "the side of the largest square whose border, that is, its first and "
                "last row and column, consists of # only, or 0 if there is no #",
            }
        },
        inputs={"rows": bitmap},
        edges=[
            (["##.", "###", ".##"],),
            (["."],),
            (["#"],),
            (["###", "#.#", "###"],),
            (["####", "####"],),
        ],
    ),
]
