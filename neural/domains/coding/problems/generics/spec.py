"""Generic functions and containers, higher-order functions, and errors that carry data."""

from neural.domains.coding.draw import ints, lists, mixed, one_of
from neural.domains.coding.family import Family, custom, invalid, missing

ITEMS = lists(ints(0, 5), 0, 8)
T = {"T": "int"}

FAMILIES = [
    Family(
        signature="deduplicate(items: list[T]) -> list[T]",
        generics=T,
        statement="Return {items} without repetitions, whatever their type: {which}. The order of "
        "what is kept stays.",
        requests=[
            "Write a generic function that removes repeated {items} and keeps the order: {which}."
        ],
        params={
            "which": {
                "first": "of equal ones the first is kept",
                "last": "of equal ones the last is kept",
                "neighbours": "only of equal neighbours, all but the first are dropped",
                "unique": "elements that occur more than once are dropped altogether",
            }
        },
        inputs={"items": ITEMS},
        edges=[([3, 1, 3, 3, 2],), ([],), ([1, 1],), ([1, 2, 2, 1],)],
        cost="O(n)",
    ),
    Family(
        signature="interleave(left: list[T], right: list[T]) -> list[T]",
        generics=T,
        statement="Take elements of {left} and {right} by turns, beginning with {left}, in a "
        "generic "
        "function. {rest}",
        requests=["Generically interleave two {list}s, {left} first. {rest}"],
        params={
            "rest": {
                "append": "When one ends, the rest of the other follows.",
                "stop": "Of each, only as many are taken as the shorter one has.",
                "cycle": "When one ends, it begins again until the longer one ends; if one is "
                "empty, "
                "the result is the other.",
            }
        },
        inputs={"left": lists(ints(0, 9), 0, 5), "right": lists(ints(0, 9), 0, 5)},
        edges=[([1, 3, 5], [2]), ([], []), ([], [1, 2]), ([1], [2, 3]), ([1, 2], [3, 4])],
        cost="O(n)",
    ),
    Family(
        signature="windows(items: list[T], size: int) -> list[list[T]]",
        generics=T,
        statement="Return the windows of {size} neighbouring elements of {items}, of any type, "
        "{step}. If {size} is less than 1, {bad}.",
        requests=[
            "Write a generic sliding window over {items} with {size} elements each, {step}. "
            "{size} below 1: {bad}."
        ],
        params={
            "step": {
                "one": "each one element further than the one before",
                "half": "each half of {size}, rounded up, further than the one before",
                "padded": "each one element further than the one before; after the last full "
                "window "
                "come the shorter ones at the end, down to one element",
            }
        },
        errors={"bad": invalid("size must be at least 1")},
        inputs={"items": ITEMS, "size": ints(1, 4)},
        edges=[([1, 2, 3, 4, 5], 3), ([], 2), ([1], 2), ([1], 0), ([1, 2, 3], 1)],
        cost="O(n k)",
    ),
    Family(
        signature="transpose(rows: list[list[T]]) -> list[list[T]]",
        generics=T,
        statement="Swap rows and columns of {rows}, of any element type. {ragged}",
        requests=["Transpose {rows} generically. {ragged}"],
        params={
            "ragged": {
                "error": "If the rows differ in length, {uneven}.",
                "cut": "If the rows differ in length, only as many columns as the shortest has "
                "count.",
                "skip": "If the rows differ in length, a row that is too short has nothing to give "
                "to a column, which gets shorter by that.",
            }
        },
        errors={"uneven": invalid("rows differ in length")},
        inputs={
            "rows": mixed(
                lambda rng: (lambda n: lists(lists(ints(0, 9), n, n), 0, 3)(rng))(
                    rng.randint(1, 3)
                ),
                lists(lists(ints(0, 9), 1, 3), 2, 3),
            )
        },
        edges=[([[1, 2], [3, 4], [5, 6]],), ([],), ([[1, 2], [3]],), ([[1]],), ([[1], [2, 3]],)],
        cost="O(n m)",
    ),
    Family(
        signature="rotate_to(items: list[T], first: T) -> list[T]",
        generics=T,
        statement="Return {items} rotated so that they begin with the {which} element equal to "
        "{first}; if there is none, {absent}. It works for every comparable type.",
        requests=[
            "Generic: rotate {items} so the {which} occurrence of {first} comes to the front; if "
            "it is missing, {absent}."
        ],
        params={
            "which": {"first": "first", "last": "last"},
            "absent": {"same": "return them as they are", "error": "{not_found}"},
        },
        errors={"not_found": missing("no such element")},
        inputs={"items": lists(ints(0, 3), 0, 6), "first": ints(0, 3)},
        edges=[([1, 2, 3, 2], 2), ([], 1), ([1], 1), ([1, 2], 9)],
        cost="O(n)",
    ),
    Family(
        signature="Bag()",
        methods=[
            "add(item: T)",
            "remove(item: T) -> bool",
            "count(item: T) -> int",
            "size() -> int",
        ],
        generics=T,
        statement="A generic bag, in which an item may be several times. {remove} takes {what} "
        "of an "
        "item out and returns whether it was there. {count} says how often it is in the bag, "
        "{size} "
        "counts {total}.",
        requests=[
            "Write a generic bag class with {add}, {remove} (takes out {what}, tells whether "
            "there was any), {count} of one item and {size}, which counts {total}."
        ],
        params={
            "what": {"one": "one", "all": "all"},
            "total": {"items": "all items", "distinct": "different items"},
        },
        inputs={"item": ints(1, 3)},
        edges=[
            ((), [("add", 1), ("add", 1), ("size",), ("remove", 1), ("count", 1), ("size",)]),
            ((), [("remove", 5), ("count", 5), ("size",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="SortedList()",
        methods=["add(item: T) -> bool", "items() -> list[T]", "between(low: T, high: T) -> int"],
        generics=T,
        statement="Keeps items of any ordered type in ascending order. {add} puts one in by binary "
        "search and returns whether it did: {repeated}. {items} returns a copy, and {between} "
        "counts "
        "the items from {low} up to {high}, both included.",
        requests=[
            "Write a generic sorted container with {add} (binary search; {repeated}), {items} "
            "and {between}, which counts what lies from {low} to {high} inclusive."
        ],
        params={
            "repeated": {
                "kept": "always, since repetitions are allowed",
                "refused": "not if it is there already",
            }
        },
        inputs={"item": ints(0, 6), "low": ints(0, 3), "high": ints(2, 6)},
        edges=[
            ((), [("add", 3), ("add", 1), ("add", 3), ("items",), ("between", 1, 3)]),
            ((), [("items",), ("between", 0, 9)]),
        ],
        cost="O(n)",
    ),
    Family(
        name="compose",
        signature="composed(start: int, steps: list[int]) -> int",
        statement="Return a {function} that applies {functions}, each of which takes and returns "
        "one "
        "value of the same type, to its argument, {order}. Without any, it returns its argument.",
        requests=[
            "Write {compose}: it combines a {list} of one-argument functions into one that "
            "applies them {order}; no functions means identity."
        ],
        params={
            "order": {
                "forward": "the first one first",
                "backward": "the last one first",
                "stop": "the first one first, until one returns what it was given, and then no "
                "more",
            }
        },
        names=("compose", "functions"),
        # The driver's functions: an even step adds it, an odd one multiplies by it.
        inputs={"start": ints(0, 5), "steps": lists(ints(0, 5), 0, 4)},
        edges=[(2, [3, 4]), (5, []), (2, [1, 3]), (0, [4, 3, 2])],
        cost="O(n)",
    ),
    Family(
        name="group_by",
        signature="grouped(values: list[int]) -> dict[int, list[int]]",
        statement="Return a {map} from each key that {key} returns for {items} to {what}. It is "
        "generic in items and keys.",
        requests=[
            "Implement a generic group-by: {key} maps an item to its group; the result maps "
            "each group to {what}."
        ],
        params={
            "what": {
                "all": "its items in their order",
                "distinct": "its items in their order, without repetitions",
                "latest": "its last two items in their order, or the only one",
            }
        },
        names=("key", "items"),
        # The driver groups by the last decimal.
        inputs={"values": lists(one_of(1, 11, 21, 2, 12, 3), 0, 8)},
        edges=[([1, 11, 2, 1],), ([],), ([5],), ([1, 11, 21],)],
        cost="O(n)",
    ),
    Family(
        name="try_all",
        signature="attempts(inputs: list[int]) -> tuple[list[int], list[str]]",
        statement="Call {convert} with each of {items} in order and return two {list}s: the "
        "results "
        "of the calls that succeed and the messages of the errors of those that fail. {policy}",
        requests=[
            "Run {convert} over {items} and collect results and error messages separately, in "
            "order. {policy}"
        ],
        params={
            "policy": {
                "all": "All items are tried.",
                "first": "After the first failure, no more are tried.",
                "second": "After the second failure, no more are tried.",
            }
        },
        names=("convert", "items"),
        # The driver's converter refuses multiples of 3.
        inputs={"inputs": lists(ints(1, 9), 0, 7)},
        edges=[([1, 3, 2],), ([],), ([3, 6, 1, 9],), ([2, 4],)],
        cost="O(n)",
    ),
    Family(
        name="fold_until",
        signature="folded(values: list[int], limit: int) -> list[int]",
        statement="Combine {items} from {start} on with {combine}, which takes the value so far "
        "and an "
        "item, as long as {proceed} accepts the new value. Return all accepted values in order. "
        "{refused}",
        requests=[
            "Write a generic scan: from {start}, {combine} the value so far with each of "
            "{items}; values that {proceed} accepts are collected. {refused}"
        ],
        params={
            "refused": {
                "stop": "At the first value that is not accepted, stop.",
                "skip": "An item whose value is not accepted is skipped, and the value before it "
                "stays.",
            }
        },
        names=("start", "combine", "proceed", "items"),
        # The driver adds up and accepts sums up to the limit.
        inputs={"values": lists(ints(0, 6), 0, 7), "limit": ints(3, 15)},
        edges=[([3, 9, 2], 10), ([], 5), ([9], 5), ([5, 5, 5], 10)],
        cost="O(n)",
    ),
    Family(
        signature="parse_all(texts: list[str]) -> list[int]",
        statement="Convert {texts} to numbers: ASCII digits with or without a minus sign in "
        "front. If "
        "some are malformed, {fail}",
        requests=[
            "Convert all {texts} to whole numbers (optional minus, ASCII digits). If any is "
            "wrong, {fail}"
        ],
        params={
            "fail": {
                "first": "{one}, whose message names the first of them and its index, counted "
                "from 0.",
                "count": "{many}, whose message says how many.",
            }
        },
        errors={
            "one": custom("Parse", "item *: *"),
            "many": custom("Parse", "* malformed"),
        },
        inputs={
            "texts": lists(
                mixed(
                    lambda rng: str(rng.randint(-9, 99)),
                    one_of("x", "", "-", "1.5"),
                    weights=[5, 1],
                ),
                0,
                5,
            )
        },
        edges=[(["1", "-20"],), ([],), (["1", "x", ""],), (["-"],), (["007"],)],
        cost="O(n)",
    ),
    Family(
        signature="step_back(history: list[T], steps: int) -> T | None",
        generics=T,
        statement="Return the element of {history}, of any type and the latest last, that is "
        "{steps} "
        "before the latest: 0 is the latest itself. {beyond} If {steps} is negative, {negative}.",
        requests=[
            "Generic: give the entry {steps} before the latest one in {history} (0 is the "
            "latest). {beyond} Negative {steps}: {negative}."
        ],
        params={
            "beyond": {
                "none": "If there are not as many, return {none}.",
                "oldest": "If there are not as many, return the oldest, or {none} if there is "
                "none.",
            }
        },
        errors={"negative": invalid("steps must not be negative")},
        inputs={"history": lists(ints(0, 9), 0, 4), "steps": ints(0, 5)},
        edges=[([1, 2, 3], 1), ([], 0), ([1, 2], 5), ([1], -1)],
        cost="O(1)",
    ),
]
