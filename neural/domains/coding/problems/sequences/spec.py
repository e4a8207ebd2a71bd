"""Lists, runs, windows and small containers."""

from itertools import groupby, pairwise

from neural.domains.coding.draw import (
    dicts,
    floats,
    ints,
    lists,
    mixed,
    one_of,
    sorted_lists,
    text,
    words,
)
from neural.domains.coding.family import Family, custom, invalid, missing, state


def interval(rng):
    start = rng.randint(0, 20)
    return start, start + rng.randint(1, 6)


def series(rng, step):
    numbers = range(rng.randint(0, 9), 99, step)[: rng.randint(0, 9)]
    return ([number for number in numbers if rng.random() > 0.2],)


def duration(rng):
    return "".join(f"{rng.randint(0, 99)}{unit}" for unit in "hms" if rng.random() < 0.6)


FAMILIES = [
    Family(
        signature="count_between(values: list[int], low: int, high: int) -> int",
        statement="Return how many elements of {values} lie between {low} and {high}, {bounds}.",
        requests=[
            "How many of the numbers in {values} are between {low} and {high} ({bounds})?",
            "I have a {list} of numbers and need to know how many fall in the range from {low} "
            "to {high}, {bounds}.",
        ],
        params={
            "bounds": {
                "closed": "both ends included",
                "half_open": "with {low} included and {high} excluded",
                "open": "both ends excluded",
            }
        },
        inputs={"values": lists(ints(0, 9)), "low": ints(0, 5), "high": ints(4, 9)},
        edges=[([], 0, 1), ([3], 3, 3), ([1, 2, 3], 1, 3), ([5, 5], 9, 1)],
        oracle=lambda values, low, high, bounds: sum(
            (low < v or (low == v and bounds != "open"))
            and (v < high or (v == high and bounds == "closed"))
            for v in values
        ),
        cost="O(n)",
    ),
    Family(
        signature="chunked(values: list[int], size: int) -> list[list[int]]",
        statement="Split {values} into consecutive chunks of {size} elements. {rest} If {size} is "
        "less than 1, {too_small}.",
        requests=[
            "Break a {list} up into pieces of {size} elements each, in order. {rest} A {size} "
            "below 1 is a mistake of the caller: {too_small}.",
        ],
        params={
            "rest": {
                "keep": "The last chunk may be shorter.",
                "drop": "Elements left over at the end that do not fill a chunk are dropped.",
            }
        },
        inputs={"values": lists(ints(0, 99), 0, 9), "size": ints(1, 4)},
        edges=[([], 3), ([1, 2, 3], 0), ([1, 2, 3], -1), ([1, 2, 3, 4], 2), ([1, 2, 3], 5)],
        errors={"too_small": invalid("size must be at least 1")},
        properties=[lambda values, size, result: all(0 < len(each) <= size for each in result)],
        oracle=lambda values, size, rest: [
            chunk
            for chunk in (values[i : i + size] for i in range(0, len(values), size))
            if rest == "keep" or len(chunk) == size
        ],
        cost="O(n)",
    ),
    Family(
        signature="run_lengths(text: str) -> list[tuple[str, int]]",
        statement="Return the runs of equal characters in {text} as pairs of the character and "
        "the length of its run, in the order of {text}. {single}",
        requests=[
            "Run-length encode a string: one pair of character and count for each run, from left "
            "to right. {single}",
        ],
        params={
            "single": {
                "kept": "A character that stands alone is a run of length 1.",
                "skipped": "Leave out runs of length 1.",
            }
        },
        inputs={"text": text("aab ", 0, 12)},
        edges=[("",), ("a",), ("aaa",), ("abab",), ("aabbb",)],
        oracle=lambda text, single: [
            (letter, count)
            for letter, run in groupby(text)
            if (count := len(list(run))) > 1 or single == "kept"
        ],
        cost="O(n)",
    ),
    Family(
        signature="merge_intervals(intervals: list[Interval]) -> list[Interval]",
        records={"Interval": "start: int, end: int"},
        statement="Merge the {intervals} that overlap and return the result in ascending order of "
        "start. {touching} The order of {intervals} is arbitrary.",
        requests=[
            "Given time spans in any order, join those that overlap, and give back disjoint spans "
            "sorted by start. {touching}",
        ],
        params={
            "touching": {
                "joined": "Intervals that only touch, as 1-3 and 3-5, are merged too.",
                "apart": "Intervals that only touch, as 1-3 and 3-5, stay apart.",
            }
        },
        inputs={"intervals": lists(interval, 0, 6)},
        edges=[([],), ([(1, 3), (3, 5)],), ([(1, 9), (2, 3)],), ([(4, 6), (1, 2)],)],
        properties=[
            lambda result: all(a[1] <= b[0] for a, b in pairwise(result)),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="moving_average(values: list[float], size: int) -> list[float]",
        statement="Return the average of each window of {size} neighbouring elements of {values}. "
        "{start} {size} is at least 1.",
        requests=[
            "Smooth a series of measurements with a moving average over {size} values. {start}"
        ],
        params={
            "start": {
                "full": "Only full windows count, so the result is shorter than {values}; it is "
                "empty when there are too few elements.",
                "growing": "At the beginning, where fewer elements came before, take the average "
                "of those there are; the result is as long as {values}.",
            }
        },
        inputs={"values": lists(floats(0, 10), 0, 8), "size": ints(1, 4)},
        edges=[([], 2), ([1.5], 1), ([1.0, 2.0, 3.0], 2), ([1.0, 2.0], 3)],
        oracle=lambda values, size, start: [
            sum(window) / len(window)
            for i in range(len(values))
            if (window := values[max(0, i - size + 1) : i + 1])
            and (len(window) == size or start == "growing")
        ],
        cost="O(n)",
    ),
    Family(
        signature="most_common(words: list[str]) -> str | None",
        statement="Return the word that occurs most often in {words}; of several, {tie}. If "
        "{words} is empty, return {none}.",
        requests=[
            "Which word comes up most often in {words}? If several do, {tie}. No words: {none}.",
        ],
        params={
            "tie": {
                "first": "the one that occurs first in {words}",
                "alphabetical": "the one that is first in alphabetical order",
                "longest": "the longest, and of equally long ones the one that occurs first",
            }
        },
        inputs={"words": lists(one_of("fig", "apple", "kiwi", "date", "plum"), 0, 7)},
        edges=[([],), (["fig"],), (["fig", "apple", "fig", "apple"],), (["kiwi", "date"],)],
        properties=[lambda words, result: result in words or (result is None and not words)],
        oracle=lambda words, tie: min(
            words,
            key=lambda word: (
                -words.count(word),
                {"first": 0, "alphabetical": word, "longest": -len(word)}[tie],
                words.index(word),
            ),
            default=None,
        ),
        cost="O(n)",
    ),
    Family(
        signature="first_gap(numbers: list[int]) -> int | None",
        statement="Return the smallest missing number between the first and the last of {numbers}, "
        "which are sorted and distinct, stepping by {step}. If none is missing, return {none}.",
        requests=[
            "A sorted {list} of ticket numbers should go up in steps of {step}. Find the first "
            "that is missing; return {none} if the series is complete.",
        ],
        params={"step": (1, 2, 5)},
        inputs=series,
        edges=lambda step: [([],), ([4],), ([0, step, 2 * step],), ([0, 2 * step, 3 * step],)],
        properties=[lambda numbers, result: result is None or result not in numbers],
        cost="O(n)",
    ),
    Family(
        signature="group_by_length(words: list[str]) -> dict[int, list[str]]",
        statement="Group {words} by their length: return a {map} from length to the words of that "
        "length, {order}.",
        requests=[
            "Sort a {list} of words into buckets by word length. Within a bucket the words are "
            "{order}."
        ],
        params={
            "order": {
                "given": "in the order of {words}",
                "sorted": "in alphabetical order",
                "distinct": "in the order of {words} and without repetitions",
            }
        },
        inputs={"words": lists(words(10), 0, 8)},
        edges=[([],), (["a", "b", "a"],), (["pear", "fig", "date", "fig"],)],
        oracle=lambda words, order: {
            n: {
                "given": list,
                "sorted": sorted,
                "distinct": lambda each: list(dict.fromkeys(each)),
            }[order]([w for w in words if len(w) == n])
            for n in map(len, words)
        },
        cost="O(n)",
    ),
    Family(
        signature="merge_counts(left: dict[str, int], right: dict[str, int]) -> dict[str, int]",
        statement="Merge two {map}s of counts, {left} and {right}, into a new one. Where a key "
        "stands in both, {conflict}.",
        requests=[
            "Combine the counts in {left} and {right} without changing either. For keys in both, "
            "{conflict}.",
        ],
        params={
            "conflict": {
                "sum": "add the counts",
                "larger": "keep the larger count",
                "right": "the count of {right} wins",
            }
        },
        inputs={"left": dicts(words(6), ints(1, 9)), "right": dicts(words(6), ints(1, 9))},
        edges=[({}, {}), ({"a": 1}, {}), ({"a": 2, "b": 1}, {"a": 3}), ({"a": 3}, {"a": 2})],
        properties=[lambda left, right, result: result.keys() == left.keys() | right.keys()],
        cost="O(n + m)",
    ),
    Family(
        signature="rotate(values: list[int], steps: int)",
        mutates="values",
        statement="Rotate {values} in place by {steps} positions to the {direction}; elements that "
        "leave at one end come back at the other. {steps} is not negative and may exceed the "
        "length.",
        requests=[
            "Shift the elements of {values} {steps} places to the {direction}, wrapping around, "
            "without making a new {list}."
        ],
        params={"direction": {"left": "left", "right": "right"}},
        inputs={"values": lists(ints(0, 99), 0, 7), "steps": ints(0, 12)},
        edges=[([], 3), ([1], 5), ([1, 2, 3], 0), ([1, 2, 3], 1), ([1, 2, 3], 3), ([1, 2], 7)],
        properties=[lambda values, result: sorted(values) == sorted(result)],
        cost="O(n)",
    ),
    Family(
        signature="insertion_point(values: list[T], item: T) -> int",
        generics={"T": "int"},
        statement="Return the index at which {item} has to be inserted into {values}, which is in "
        "ascending order, so that it stays sorted; among equal elements, {side}. Use binary "
        "search. It works for every type that can be ordered.",
        requests=[
            "Write a generic binary search that says where to insert {item} into the sorted "
            "{values}. If equal elements are there already, {side}.",
        ],
        params={"side": {"left": "before the first of them", "right": "after the last of them"}},
        inputs={"values": sorted_lists(ints(0, 9)), "item": ints(-1, 10)},
        edges=[([], 1), ([1, 1, 1], 1), ([1, 3], 2), ([1, 3], 9)],
        properties=[
            lambda values, item, result: (
                (made := [*values[:result], item, *values[result:]]) == sorted(made)
            )
        ],
        cost="O(log n)",
    ),
    Family(
        signature="parse_duration(text: str) -> int",
        statement="Parse a duration such as 1h30m or 45s and return it in {unit}. {text} is a "
        "sequence of whole numbers, each followed by h (hours), m (minutes) or s (seconds), every "
        "unit at most once, in this order. If {text} has another form or is empty, {malformed}.",
        requests=[
            'Turn strings like "2h5m10s" into a number of {unit}. Hours, minutes and seconds may '
            "each be missing, but at least one is there, and their order is fixed. Otherwise "
            "{malformed}.",
        ],
        params={
            "unit": {"seconds": "seconds", "minutes": "whole minutes, rounded down"},
        },
        inputs={"text": mixed(duration, text("12hms ", 0, 5), weights=[3, 1])},
        edges=[("1h30m",), ("45s",), ("",), ("5",), ("1m1h",), ("1h1h",), ("0s",), ("59m60s",)],
        errors={"malformed": invalid("not a duration: *")},
        cost="O(n)",
    ),
    Family(
        signature="BoundedQueue(capacity: int)",
        methods=["push(item: int) -> bool", "pop() -> int", "size() -> int"],
        statement="A first-in, first-out queue of whole numbers that holds at most {capacity} "
        "items. {push} adds an item at the end; when the queue is full, {full}. It returns "
        "whether the item was added. {pop} removes and returns the oldest item; if there is none, "
        "{empty}. {size} says how many items it holds.",
        requests=[
            "Write a queue class with a fixed {capacity}. {push} tells whether it took the item: "
            "when the queue is full, {full}. {pop} takes the oldest one; on an empty queue, "
            "{empty}. {size} counts the items."
        ],
        params={
            "full": {
                "refuse": "the item is refused",
                "evict": "the oldest item is dropped to make room",
            }
        },
        inputs={"capacity": ints(1, 3), "item": ints(0, 99)},
        edges=[
            ((1,), [("pop",)]),
            ((2,), [("push", 1), ("push", 2), ("push", 3), ("size",), ("pop",), ("pop",)]),
        ],
        errors={"empty": state("the queue is empty")},
        cost="O(1)",
    ),
    Family(
        signature="LruCache(capacity: int)",
        methods=["get(key: str) -> int | None", "put(key: str, value: int)", "keys() -> list[str]"],
        statement="A cache of at most {capacity} entries. {get} returns the value of a key or "
        "{none}. {put} stores a value; when the cache would grow beyond {capacity}, the entry that "
        "was {used} longest ago is dropped. {keys} lists the keys, oldest first in that sense.",
        requests=[
            "Implement a cache class that drops the entry which was {used} longest ago once it has "
            "more than {capacity} entries. {get} gives {none} for an unknown key, {put} stores or "
            "replaces, and {keys} lists the keys from the next to be dropped to the last."
        ],
        params={
            "used": {
                "read_or_written": "read or written",
                "written": "written",
                "added": "first added (replacing a value does not count)",
            }
        },
        inputs={"capacity": ints(1, 3), "key": words(4), "value": ints(0, 99)},
        edges=[
            ((1,), [("put", "a", 1), ("put", "b", 2), ("get", "a"), ("keys",)]),
            ((2,), [("put", "a", 1), ("put", "b", 2), ("get", "a"), ("put", "c", 3), ("keys",)]),
            ((2,), [("put", "a", 1), ("put", "b", 2), ("put", "a", 3), ("put", "c", 4), ("keys",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Inventory()",
        methods=[
            "add(name: str, amount: int)",
            "remove(name: str, amount: int) -> int",
            "stock() -> dict[str, int]",
        ],
        statement="A stock of named goods. {add} raises the amount of {name} by {amount}. {remove} "
        "lowers it and returns what is left; if {name} is not in stock, {unknown}, and if there is "
        "less than {amount}, {short}, and nothing changes. {stock} returns a copy of all amounts; "
        "goods of which nothing is left {gone}. If {amount} is not positive, both {negative}.",
        requests=[
            "Model a warehouse: {add} and {remove} change the amount of a good, {stock} reports "
            "all. Goods with nothing left {gone}. Unknown goods: {unknown}. Too little there: "
            "{short}, leaving the stock as it was. Amounts below 1: {negative}.",
        ],
        params={"gone": {"listed": "stay listed with 0", "dropped": "are no longer in stock"}},
        inputs={"name": words(3), "amount": mixed(ints(1, 5), ints(-1, 0), weights=[9, 1])},
        edges=[
            ((), [("remove", "salt", 1)]),
            ((), [("add", "salt", 2), ("remove", "salt", 2), ("stock",), ("remove", "salt", 1)]),
            ((), [("add", "salt", 0), ("add", "salt", 1), ("remove", "salt", 9), ("stock",)]),
        ],
        errors={
            "unknown": missing("unknown: *"),
            "short": custom("OutOfStock", "only * left"),
            "negative": invalid("amount must be positive"),
        },
        cost="O(1)",
    ),
]
