"""Sums, counts of ways, partitions, alignments and parts of texts, solved by smaller cases."""

from itertools import accumulate, combinations, product

from neural.domains.coding.draw import dicts, ints, lists, one_of, sets, text
from neural.domains.coding.family import Family

HOPS = {"short": (1, 2), "long": (1, 2, 3), "odd": (1, 3)}


def masks(items):
    """All choices of items: for each, whether it is taken."""
    return product((False, True), repeat=len(items))


def pieces(text, what):
    """All contiguous parts of a text, or all its subsequences."""
    if what == "part":
        return {text[i:j] for j in range(len(text) + 1) for i in range(j + 1)}
    return {"".join(each) for n in range(len(text) + 1) for each in combinations(text, n)}


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
