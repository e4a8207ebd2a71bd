"""Spans of time and numbers: overlaps, gaps, bookings, coverage."""

from neural.domains.coding.draw import ints, lists
from neural.domains.coding.family import Family, invalid


def span(rng):
    start = rng.randint(0, 12)
    return start, start + rng.randint(1, 5)


def disjoint(rng):
    cuts = sorted(rng.sample(range(24), 2 * rng.randint(0, 4)))
    return list(zip(cuts[::2], cuts[1::2], strict=True))


SPANS = lists(span, 0, 6)
RECORDS = {"Span": "start: int, end: int"}

FAMILIES = [
    Family(
        signature="overlaps(first: Span, second: Span) -> bool",
        records=RECORDS,
        statement="Tell whether {first} and {second} overlap. {ends} The start of each is before "
        "its end.",
        requests=["Do two time spans overlap? {ends}"],
        params={
            "ends": {
                "open": "Spans that only touch do not overlap.",
                "closed": "Spans that only touch overlap as well.",
                "contained": "Here that means that one of them lies completely within the other, "
                "common ends allowed.",
            }
        },
        inputs={"first": span, "second": span},
        edges=[((1, 3), (3, 5)), ((1, 5), (2, 3)), ((1, 2), (4, 5)), ((1, 4), (2, 6))],
        cost="O(1)",
    ),
    Family(
        signature="gaps(busy: list[Span], start: int, end: int) -> list[Span]",
        records=RECORDS,
        statement="Return the free spans between {start} and {end} that no span of {busy} covers, "
        "in order, if they are {least} long. {busy} may overlap, be in any order and reach beyond "
        "{start} and {end}.",
        requests=[
            "Find free slots in a calendar between {start} and {end}, given {busy} spans in "
            "any order (they may overlap or stick out). Slots count if they are {least} long."
        ],
        params={"least": {1: "at least 1", 2: "at least 2", 4: "at least 4"}},
        inputs=lambda rng: (SPANS(rng), rng.randint(0, 3), rng.randint(12, 18)),
        edges=[
            ([(9, 10), (12, 13)], 8, 18),
            ([], 0, 5),
            ([(0, 10)], 2, 8),
            ([(3, 4), (3, 6), (1, 2)], 2, 7),
        ],
        properties=[lambda busy, result: all(e <= a or b <= s for a, b in busy for s, e in result)],
        cost="O(n log n)",
    ),
    Family(
        signature="total_covered(spans: list[Span]) -> int",
        records=RECORDS,
        statement="Return the length that is covered by {how} of {spans}, which are in any order.",
        requests=["How much is covered by {how} of {spans}, whatever their order?"],
        params={
            "how": {
                "any": "at least one",
                "two": "at least two",
                "one": "exactly one",
            }
        },
        inputs={"spans": SPANS},
        edges=[([(1, 5), (3, 8)],), ([],), ([(1, 2), (4, 5)],), ([(1, 3), (1, 3), (2, 3)],)],
        oracle=lambda spans, how: sum(
            (n >= 1, n >= 2, n == 1)[["any", "two", "one"].index(how)]
            for t in range(30)
            for n in [sum(a <= t < b for a, b in spans)]
        ),
        cost="O(n log n)",
    ),
    Family(
        signature="most_at_once(spans: list[Span]) -> int",
        records=RECORDS,
        statement="Return {what}. A span includes its start, but not its end.",
        requests=["Given {spans} that include their start but not their end, return {what}."],
        params={
            "what": {
                "count": "how many of {spans} run at the same time at most",
                "first": "the first time at which as many of {spans} run as ever do, or -1 without "
                "any",
            }
        },
        inputs={"spans": SPANS},
        edges=[([(1, 4), (2, 6), (4, 7)],), ([],), ([(5, 6)],), ([(1, 2), (2, 3)],)],
        cost="O(n log n)",
    ),
    Family(
        signature="intersect(left: list[Span], right: list[Span]) -> list[Span]",
        records=RECORDS,
        statement="Both {left} and {right} are in order and without overlaps within themselves. "
        "Return the spans that lie in both, in order. {points}",
        requests=["Intersect two sorted, disjoint {list}s of spans in one pass. {points}"],
        params={
            "points": {
                "dropped": "Where spans only touch, nothing is common.",
                "kept": "Where a span of one only touches one of the other, the common point is a "
                "span of length 0.",
            }
        },
        inputs={"left": disjoint, "right": disjoint},
        edges=[([(1, 5), (8, 10)], [(4, 9)]), ([], []), ([(1, 3)], [(3, 4)]), ([(1, 9)], [(2, 3)])],
        cost="O(n + m)",
    ),
    Family(
        signature="subtract(spans: list[Span], hole: Span) -> list[Span]",
        records=RECORDS,
        statement="Cut {hole} out of {spans}, which are in order and without overlaps. What is "
        "left "
        "of a span on either side stays. {rule}",
        requests=[
            "Remove the {hole} from sorted, disjoint {spans}, keeping what is left of each on "
            "both sides. {rule}"
        ],
        params={
            "rule": {
                "cut": "Spans that it does not meet stay as they are.",
                "whole": "If it would split a span in two, that span is kept whole; others that "
                "it meets are cut, and the rest stay as they are.",
                "shift": "After that, everything behind it moves forward by its length, and pieces "
                "that touch then stay apart.",
            }
        },
        inputs={"spans": disjoint, "hole": span},
        edges=[
            ([(1, 9)], (3, 5)),
            ([], (1, 2)),
            ([(1, 3), (5, 8)], (2, 6)),
            ([(1, 3)], (1, 3)),
            ([(1, 3)], (4, 5)),
        ],
        cost="O(n)",
    ),
    Family(
        signature="most_meetings(meetings: list[Span]) -> list[Span]",
        records=RECORDS,
        statement="Choose as many of {meetings} as possible such that none overlap, by always "
        "taking "
        "the next one that ends first ({tie}). {touch} Return them in order.",
        requests=[
            "Pick the largest number of non-overlapping {meetings} greedily by end time "
            "({tie}), in order. {touch}"
        ],
        params={
            "touch": {
                "allowed": "One may begin when another ends.",
                "pause": "One may begin only after another has ended, with at least 1 between.",
            },
            "tie": {
                "late": "of those that end together, the one that starts last",
                "early": "of those that end together, the one that starts first",
            },
        },
        inputs={"meetings": SPANS},
        edges=[([(1, 3), (2, 4), (3, 5)],), ([],), ([(1, 9), (5, 9)],), ([(1, 2), (2, 3)],)],
        cost="O(n log n)",
    ),
    Family(
        signature="Calendar()",
        methods=[
            "book(start: int, end: int) -> bool",
            "cancel(start: int) -> bool",
            "load() -> int",
        ],
        statement="Holds bookings from {start} up to, but not including {end}. {book} adds one and "
        "returns {true} unless {conflict}; then it returns {false} and changes nothing. {cancel} "
        "removes the earliest added booking that begins at {start} and returns whether there was "
        "one. {load} is the sum of all lengths. If {end} is not after {start}, {book} fails: "
        "{empty}.",
        requests=[
            "Write a booking calendar (end excluded): {book} refuses with {false} if "
            "{conflict}, {cancel} drops the oldest booking starting at {start}, {load} sums "
            "the booked lengths. An empty span: {empty}."
        ],
        params={
            "conflict": {
                "single": "it would overlap another booking",
                "double": "some moment would then have three bookings",
            }
        },
        errors={"empty": invalid("end must be after start")},
        inputs={"start": ints(0, 8), "end": ints(3, 11)},
        edges=[
            ((), [("book", 1, 3), ("book", 3, 5), ("book", 2, 4), ("book", 2, 4), ("load",)]),
            ((), [("book", 3, 3), ("cancel", 3), ("load",)]),
            ((), [("book", 1, 3), ("cancel", 1), ("book", 2, 5), ("load",)]),
        ],
        cost="O(n^2)",
    ),
    Family(
        signature="bucket(value: int, limits: list[int]) -> int",
        statement="{limits}, in ascending order, divide the numbers into ranges. Return the number "
        "of the range that {value} is in, counted from 0; a limit belongs to the range {side} it.",
        requests=[
            "Which bracket does {value} fall into, given ascending {limits}? The first bracket "
            "is 0, and a limit itself belongs to the one {side} it."
        ],
        params={"side": {"above": "above", "below": "below"}},
        inputs=lambda rng: (
            rng.randint(0, 10),
            sorted(rng.sample(range(1, 10), rng.randint(0, 4))),
        ),
        edges=[(5, [3, 7]), (3, [3, 7]), (1, []), (9, [3, 7]), (7, [3, 7])],
        cost="O(log n)",
    ),
    Family(
        signature="split_shift(start: int, end: int, limits: list[int]) -> list[Span]",
        records=RECORDS,
        statement="Split the span from {start} to {end} at those of {limits}, ascending and "
        "distinct, that lie inside it, and return the parts in order. {short}",
        requests=[
            "Cut a shift from {start} to {end} into parts at the {limits} inside it. {short}"
        ],
        params={
            "short": {
                "kept": "Parts may have any length.",
                "dropped": "Parts that are shorter than 2 are left out.",
            }
        },
        inputs=lambda rng: (
            rng.randint(0, 4),
            rng.randint(8, 14),
            sorted(rng.sample(range(16), rng.randint(0, 5))),
        ),
        edges=[(8, 17, [12, 13]), (1, 5, []), (1, 5, [1, 5]), (0, 9, [20])],
        cost="O(n)",
    ),
]
