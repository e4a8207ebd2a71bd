"""Counting, grouping, joining and comparing records by key."""

from neural.domains.coding.draw import dicts, ints, lists, one_of, sets, text, tuples, words
from neural.domains.coding.family import Family, missing

NAMES = one_of("ann", "bob", "cleo", "dan")
SALES = tuples(NAMES, ints(1, 9))


def parents(rng):
    names = list("abcde")
    return {
        child: rng.choice(names[:place])
        for place, child in enumerate(names)
        if place and rng.random() < 0.7
    }


FAMILIES = [
    Family(
        signature="invert(mapping: dict[str, str]) -> dict[str, list[str]]",
        statement="Turn {mapping} round: return a {map} from each value to the {list} of its keys, "
        "{order}.",
        requests=[
            "Invert a {map}; several keys may share a value, so the new values are {list}s "
            "of "
            "keys, {order}."
        ],
        params={
            "order": {
                "ascending": "in alphabetical order",
                "descending": "in reverse alphabetical order",
            }
        },
        inputs={"mapping": dicts(words(8), one_of("x", "y", "z"))},
        edges=[({"a": "x", "b": "y", "c": "x"},), ({},), ({"b": "x", "a": "x"},)],
        properties=[lambda mapping, result: sum(map(len, result.values())) == len(mapping)],
        cost="O(n log n)",
    ),
    Family(
        signature="totals(sales: list[Sale]) -> dict[str, int]",
        records={"Sale": "seller: str, amount: int"},
        statement="Return for each seller of {sales} the {what} of their amounts.",
        requests=["Group {sales} by seller and compute the {what} of the amounts for each."],
        params={
            "what": {
                "sum": "sum",
                "largest": "largest",
                "latest": "last",
                "count": "number",
            }
        },
        inputs={"sales": lists(SALES, 0, 8)},
        edges=[([("ann", 3), ("bob", 5), ("ann", 2)],), ([],), ([("bob", 1)],)],
        cost="O(n)",
    ),
    Family(
        signature="top(scores: dict[str, int], count: int) -> list[str]",
        statement="Return the {count} names of {scores} with the {best} scores, best first; equal "
        "ones {tie}. There may be fewer than {count}.",
        requests=[
            "Make a leaderboard: the {count} best names of {scores}, where the {best} scores "
            "win and equal ones come {tie}."
        ],
        params={
            "best": {"highest": "highest", "lowest": "lowest"},
            "tie": {
                "alphabetical": "in alphabetical order",
                "reverse": "in reverse alphabetical order",
            },
        },
        inputs={"scores": dicts(words(8), ints(1, 4), 0, 8), "count": ints(0, 4)},
        edges=[
            ({"ann": 3, "bob": 5, "cleo": 3}, 2),
            ({}, 3),
            ({"a": 1}, 0),
            ({"b": 1, "a": 1}, 5),
        ],
        properties=[
            lambda scores, count, result: len(set(result)) == len(result) == min(count, len(scores))
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="difference(old: dict[str, int], new: dict[str, int]) -> list[str]",
        statement="Compare two versions of settings and return the changes, sorted by key: +key "
        "for "
        "one that is only in {new}, -key for one only in {old}, ~key for one whose value differs. "
        "{unchanged}",
        requests=[
            "List what changed from {old} to {new} as '+key' (added), '-key' (removed) and "
            "'~key' (other value), sorted by key. {unchanged}"
        ],
        params={
            "unchanged": {
                "hidden": "Keys with the same value are left out.",
                "shown": "A key with the same value is given as =key.",
            }
        },
        inputs={"old": dicts(words(6), ints(1, 2)), "new": dicts(words(6), ints(1, 2))},
        edges=[
            ({"a": 1, "b": 2}, {"b": 3, "c": 1}),
            ({}, {}),
            ({"a": 1}, {"a": 1}),
            ({"a": 1}, {}),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="duplicates(items: list[str]) -> list[str]",
        statement="Return the elements that occur {often} in {items}, each once, in the order of "
        "their {when}.",
        requests=[
            "Find the entries of {items} that occur {often}; list each once, ordered by {when}."
        ],
        params={
            "often": {"repeated": "more than once", "single": "exactly once"},
            "when": {"first": "first occurrence", "last": "last occurrence"},
        },
        where=lambda often, when: often == "repeated" or when == "first",
        inputs={"items": lists(words(5), 0, 9)},
        edges=[(["a", "b", "a", "c", "b", "a"],), ([],), (["a"],), (["a", "b", "b", "a"],)],
        cost="O(n)",
    ),
    Family(
        signature="overlap(left: set[int], right: set[int]) -> float",
        statement="Return how similar {left} and {right} are: the number of common elements "
        "divided "
        "by {divisor}. {empty}",
        requests=[
            "Compute the similarity of two {set}s, the common elements divided by {divisor}. "
            "{empty}"
        ],
        params={
            "divisor": {
                "union": "the number of elements of both together",
                "smaller": "the number of elements of the smaller one",
                "mean": "the mean of their numbers of elements",
            },
            "empty": {
                "one": "If that would divide by 0, it is 1.",
                "zero": "If that would divide by 0, it is 0.",
            },
        },
        inputs={"left": sets(ints(0, 5)), "right": sets(ints(0, 5))},
        edges=[({1, 2, 3}, {2, 3, 4}), (set(), set()), ({1}, set()), ({1}, {1})],
        properties=[lambda result: 0 <= result <= 1],
        cost="O(n)",
    ),
    Family(
        signature="compare_sets(left: set[str], right: set[str]) -> list[str]",
        statement="Return the elements that are {which}, sorted.",
        requests=["Which elements are {which}? Return them sorted."],
        params={
            "which": {
                "both": "in {left} and in {right}",
                "one": "in exactly one of {left} and {right}",
                "left": "in {left} but not in {right}",
                "any": "in {left} or in {right} or in both",
            }
        },
        inputs={"left": sets(words(7)), "right": sets(words(7))},
        edges=[({"a", "b"}, {"b", "c"}), (set(), set()), ({"a"}, set()), (set(), {"b"})],
        cost="O(n log n)",
    ),
    Family(
        signature="join(users: list[User], orders: list[Order]) -> list[tuple[str, int]]",
        records={"User": "id: int, name: str", "Order": "user: int, amount: int"},
        statement="Join {users} and {orders} on the user's id, which is distinct: return pairs "
        "of a "
        "name and an amount in the order of {orders}. {unmatched}",
        requests=[
            "Combine {orders} with the names of their {users} (by id, which is unique) as "
            "pairs of name and amount, ordered like {orders}. {unmatched}"
        ],
        params={
            "unmatched": {
                "dropped": "Orders of unknown users are left out.",
                "blank": "Orders of unknown users have an empty name.",
                "idle": "Orders of unknown users are left out; after the others come the users "
                "without orders, with an amount of 0, in the order of {users}.",
            }
        },
        inputs={
            "users": lambda rng: [
                (i, n) for i, n in enumerate(["ann", "bob", "cleo"]) if rng.random() < 0.8
            ],
            "orders": lists(tuples(ints(0, 3), ints(1, 9)), 0, 5),
        },
        edges=[
            ([(1, "ann"), (2, "bob")], [(2, 5), (9, 1), (2, 7)]),
            ([], []),
            ([(1, "ann")], []),
            ([], [(1, 2)]),
        ],
        cost="O(n + m)",
    ),
    Family(
        signature="pivot(rows: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]",
        statement="Turn {rows} of a row key, a column key and a number into nested {map}s: row key "
        "to column key to number. If a pair of keys occurs again, {again}.",
        requests=[
            "Pivot {rows} (row, column, value) into a {map} of {map}s; for repeated cells, {again}."
        ],
        params={
            "again": {
                "add": "the numbers are added",
                "last": "the last number counts",
                "largest": "the largest number counts",
            }
        },
        inputs={"rows": lists(tuples(one_of("x", "y"), one_of("a", "b"), ints(-5, 9)), 0, 7)},
        edges=[([("x", "a", 1), ("y", "a", 2), ("x", "a", 3)],), ([],), ([("x", "a", -1)],)],
        cost="O(n)",
    ),
    Family(
        signature="ancestors(parents: dict[str, str], name: str) -> list[str]",
        statement="Follow {parents}, a {map} from a child to its parent, upwards from {name} and "
        "return {what}. There are no cycles; somebody without an entry is a root.",
        requests=[
            "Given child-to-parent entries without cycles, return {what}, starting at {name}."
        ],
        params={
            "what": {
                "without": "its ancestors, nearest first",
                "with": "the way to the root: {name} itself, then its ancestors, nearest first",
                "downward": "its ancestors, the root first",
            }
        },
        inputs={"parents": parents, "name": one_of(*"abcde")},
        edges=[
            ({"c": "b", "b": "a"}, "c"),
            ({}, "x"),
            ({"b": "a"}, "a"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="children(parents: dict[str, str]) -> dict[str, list[str]]",
        statement="Turn {parents}, a {map} from a child to its parent, into one from each parent "
        "to "
        "its children in alphabetical order. {leaves}",
        requests=["Build the child {list}s (alphabetical) from a child-to-parent {map}. {leaves}"],
        params={
            "leaves": {
                "absent": "Names without children are no keys.",
                "empty": "Every name that occurs is a key, if need be of an empty {list}.",
            }
        },
        inputs={"parents": parents},
        edges=[({"b": "a", "c": "a", "d": "b"},), ({},), ({"b": "a"},)],
        cost="O(n log n)",
    ),
    Family(
        signature="flatten(tree: dict[str, dict[str, int]]) -> dict[str, int]",
        statement="Flatten a {map} of {map}s into one whose keys are both keys with {separator} "
        "between them.",
        requests=["Flatten two levels of keys into one, joined by {separator}."],
        params={"separator": (".", "/", "__")},
        inputs={"tree": dicts(one_of("a", "b", "c"), dicts(one_of("x", "y"), ints(0, 9), 0, 3))},
        edges=[({"db": {"port": 1, "size": 2}},), ({},), ({"a": {}},)],
        cost="O(n)",
    ),
    Family(
        signature="pick(record: dict[str, int], keys: list[str]) -> dict[str, int]",
        statement="Return a copy of {record} {what}. Keys that {record} does not have {absent}.",
        requests=["Copy {record} {what}; a key it does not have {absent}."],
        params={
            "what": {"only": "with only {keys}", "without": "without {keys}"},
            "absent": {"ignored": "are ignored", "error": "are a mistake: {unknown}"},
        },
        inputs={"record": dicts(words(5), ints(0, 9)), "keys": lists(words(6), 0, 3)},
        edges=[({"a": 1, "b": 2}, ["a"]), ({}, []), ({"a": 1}, ["x"]), ({"a": 1}, ["a", "a"])],
        errors={"unknown": missing("no key *")},
        where=lambda what, absent: True,
        cost="O(n)",
    ),
    Family(
        signature="index_by_first(words: list[str]) -> dict[str, int]",
        statement="Return a {map} from each first letter of {words} to the number of {words} that "
        "begin with it. {case} Empty words are skipped.",
        requests=["Count {words} by their first letter. {case} Ignore empty ones."],
        params={
            "case": {
                "kept": "Upper and lower case are different.",
                "folded": "Letters count as lower case.",
            }
        },
        inputs={"words": lists(text("aAbB", 0, 2), 0, 8)},
        edges=[(["apple", "Avocado", "bean"],), ([],), ([""],)],
        cost="O(n)",
    ),
    Family(
        signature="running_counts(items: list[str]) -> list[int]",
        statement="Return for each of {items} how often {what}.",
        requests=["For every position of {items}, say how often {what}."],
        params={
            "what": {
                "so_far": "it has occurred up to here, this occurrence included",
                "before": "it has occurred before",
                "left": "it will still occur after here",
            }
        },
        inputs={"items": lists(words(3), 0, 8)},
        edges=[(["a", "b", "a", "a"],), ([],), (["a"],)],
        cost="O(n)",
    ),
    Family(
        signature="majority(votes: list[str]) -> str | None",
        statement="Return who has {share} of {votes}, or {none} if nobody has.",
        requests=["Who won the election, that is, has {share} of {votes}? Otherwise {none}."],
        params={
            "share": {
                "half": "more than half",
                "relative": "more than anybody else",
                "two_thirds": "at least two thirds",
            }
        },
        inputs={"votes": lists(one_of("a", "a", "b", "c"), 0, 6)},
        edges=[(["a", "b", "a"],), ([],), (["a", "b"],), (["a", "a", "b", "c"],)],
        properties=[lambda votes, result: result is None or result in votes],
        cost="O(n)",
    ),
    Family(
        signature="first_repeat(items: list[int]) -> int | None",
        statement="Return {what}, or {none} if no element occurs twice.",
        requests=["Find {what}; give {none} when {items} has no repetition."],
        params={
            "what": {
                "earliest": "the element of {items} whose second occurrence comes first",
                "first": "the first element of {items} that occurs again later",
                "index": "the place, counted from 0, of the first element of {items} that has "
                "occurred before",
            }
        },
        inputs={"items": lists(ints(1, 9), 0, 7)},
        edges=[([3, 1, 1, 3],), ([],), ([1, 2],), ([5, 5],)],
        cost="O(n)",
    ),
    Family(
        signature="missing_translations(base: dict[str, str], other: dict[str, str]) -> list[str]",
        statement="Return the sorted keys of {base} {what}.",
        requests=["Check a translation file: list the keys of {base} {what}, sorted."],
        params={
            "what": {
                "absent": "that {other} does not have",
                "empty": "that {other} does not have or has with an empty text",
                "same": "that {other} has with the same text",
            }
        },
        inputs={
            "base": dicts(words(5), one_of("x", "y")),
            "other": dicts(words(5), one_of("x", "", "z")),
        },
        edges=[({"a": "x", "b": "y", "c": "z"}, {"a": "x", "b": ""}), ({}, {}), ({"a": ""}, {})],
        cost="O(n log n)",
    ),
]
