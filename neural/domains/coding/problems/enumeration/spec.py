"""Orders, choices and steps, listed one after the other."""

from itertools import permutations

from neural.domains.coding.draw import ints, lists, one_of, text
from neural.domains.coding.family import Family, invalid

FAMILIES = [
    Family(
        signature="arrangements(letters: str) -> list[str]",
        statement="Return, in alphabetical order and each only once, all texts that have the same "
        "characters as {letters}, each as often. {rule}",
        requests=[
            "List every arrangement of {letters}, sorted alphabetically and without repetitions, "
            "even if a letter occurs several times. {rule}"
        ],
        params={
            "rule": {
                "any": "All orders are allowed.",
                "apart": "No two equal characters may be next to each other.",
                "moved": "At no place may be the character that {letters} have there.",
            }
        },
        inputs={"letters": text("aabc", 0, 5)},
        edges=[("aab",), ("",), ("a",), ("bac",), ("aa",), ("aabb",)],
        oracle=lambda letters, rule: sorted(
            {
                made
                for made in map("".join, permutations(letters))
                if rule == "any"
                or (rule == "moved" and not any(a == b for a, b in zip(made, letters, strict=True)))
                or (rule == "apart" and not any(a * 2 in made for a in letters))
            }
        ),
        cost="O(n!)",
    ),
    Family(
        signature="choices(items: list[str], count: int) -> list[list[str]]",
        statement="Return all ways to choose {count} of {items}, which are distinct, {rule}. Each "
        "way is a {list}, and both the chosen ones and the ways are in the order of {items}: of "
        "two ways, that whose first different item stands earlier in {items} comes first. {count} "
        "is not negative; choosing 0 is one way.",
        requests=[
            "Generate all selections of {count} out of {items} (distinct), {rule}. Keep the order "
            "of {items} inside a selection, and list the selections in lexicographic order by "
            "position. For a {count} of 0 there is one empty selection; it is never negative."
        ],
        params={
            "rule": {
                "single": "each at most once",
                "repeated": "each as often as one likes",
                "gaps": "each at most once, and never two that are neighbours in {items}",
            }
        },
        inputs={"items": lists(one_of(*"abcde"), 0, 5, distinct=True), "count": ints(0, 3)},
        edges=[(["a", "b", "c"], 2), ([], 0), ([], 1), (["x"], 2), (["p", "q", "r", "s"], 2)],
        cost="O(2^n)",
    ),
    Family(
        signature="odometer(limits: list[int]) -> list[list[int]]",
        statement="A counter has a wheel for each of {limits}, which are positive; a wheel shows "
        "0 up to its limit minus 1. Return all that the wheels can show, each time as a {list}, "
        "beginning with zeros only, {order}. Without wheels there is one empty {list}.",
        requests=[
            "Enumerate the positions of a counter whose wheels have the given {limits} (positive; "
            "a wheel runs from 0 up to below its limit), starting at all zeros, {order}. No "
            "wheels give a single empty position."
        ],
        params={
            "order": {
                "last": "where the last wheel turns fastest",
                "first": "where the first wheel turns fastest",
                "bounce": "where the last wheel turns fastest and where, instead of going back to "
                "0, a wheel at its end turns in the opposite direction, so that always only one "
                "wheel moves by 1",
            }
        },
        inputs={"limits": lists(ints(1, 3), 0, 3)},
        edges=[([2, 3],), ([],), ([1, 1],), ([3],), ([2, 2, 2],)],
        cost="O(n)",
    ),
    Family(
        signature="load_trips(weights: list[int], limit: int) -> list[list[int]]",
        statement="Parcels of the given {weights} are carried in this order; a trip carries as "
        "many of the next ones as weigh at most {limit} together. Return the weights of each "
        "trip. A parcel that is heavier than {limit} {heavy}.",
        requests=[
            "Group {weights} into consecutive trips without changing their order: fill each trip "
            "until the next parcel would bring it above {limit}. A parcel that is heavier than "
            "{limit} {heavy}.",
        ],
        params={
            "heavy": {
                "alone": "makes a trip of its own",
                "left": "is left out, and the trip goes on with the next one",
                "ends": "is left out, and so are all parcels after it",
            }
        },
        inputs={"weights": lists(ints(1, 9), 0, 8), "limit": ints(4, 10)},
        edges=[([3, 4, 2, 9, 1], 7), ([], 5), ([8], 5), ([5, 5], 5), ([2, 9, 3], 6)],
        cost="O(n)",
    ),
    Family(
        signature="steps_between(start: int, stop: int, step: int) -> list[int]",
        statement="Return the numbers from {start} on towards {stop}, each of them {step} away "
        "from the one before, {end}. If {step} leads away from {stop}, there are no numbers; when "
        "{start} and {stop} are equal, no {step} does. A {step} of 0 is a mistake: {zero}.",
        requests=[
            "Generate the numbers from {start} towards {stop} with the difference {step}, which "
            "may be negative, {end}. When {step} points in the wrong direction, there are no "
            "numbers (if {start} equals {stop}, no direction is wrong); for a {step} of 0, {zero}.",
        ],
        params={
            "end": {
                "inside": "as long as they do not go beyond {stop}, which may be the last one",
                "before": "as long as they do not reach {stop}, which itself never belongs to them",
                "across": "up to and including the first one that reaches {stop} or goes beyond it",
            },
        },
        errors={"zero": invalid("step must not be 0")},
        inputs={"start": ints(-5, 5), "stop": ints(-8, 12), "step": ints(-4, 5)},
        edges=[(1, 7, 2), (1, 8, 3), (5, -1, -3), (2, 2, 1), (0, 4, -1), (3, 9, 0), (2, 2, 0)],
        cost="O(n)",
    ),
    Family(
        signature="deal(cards: list[int], players: int) -> list[list[int]]",
        statement="Deal {cards}, from the first to the last, to {players} and return the cards of "
        "each. {how} {players} is at least 1.",
        requests=[
            "Distribute {cards} in order among {players} (at least one) and return one {list} of "
            "cards per player. {how}",
        ],
        params={
            "how": {
                "singly": "Each player in turn gets one card until none is left, so that the "
                "first ones may get one more.",
                "blocks": "All get equally many cards, as many as possible: first the first "
                "player all of them in one go, then the second and so on. Cards that are left "
                "over then go one by one to the players from the first on.",
                "snake": "One card goes to each player from the first to the last, then one to "
                "each from the last to the first, then from the first to the last again and so "
                "on, until none is left.",
            }
        },
        inputs={"cards": lists(ints(1, 9), 0, 9), "players": ints(1, 4)},
        edges=[([1, 2, 3, 4, 5, 6, 7], 3), ([], 2), ([5], 3), ([1, 2, 3, 4], 1), ([1, 2, 3, 4], 2)],
        cost="O(n)",
    ),
]
