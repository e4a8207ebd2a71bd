"""Tries, heaps, trees in lists, Fenwick and segment trees, union-find, all built by hand."""

from neural.domains.coding.draw import dicts, ints, lists, one_of, text
from neural.domains.coding.family import Family, invalid, state


def level_list(rng):
    """A tree by levels with gaps, and without gaps at the end."""
    made = []
    for place in range(rng.randint(0, 11)):
        parent = made[(place - 1) // 2] if place else 0
        gone = parent is None or rng.random() < 0.2
        made.append(None if gone else rng.randint(-9, 9))
    return made


def address(rng):
    """Numbers with dots between them, or nothing."""
    return ".".join(str(rng.choice([1, 1, 2, 12])) for _ in range(rng.randint(0, 3)))


FAMILIES = [
    Family(
        signature="PrefixCounter()",
        methods=["add(word: str)", "remove(word: str) -> bool", "count(prefix: str) -> int"],
        statement="Counts words by their beginnings with a trie. {add} puts in a word. {repeated} "
        "{remove} takes a word out once and returns whether it was there. {count} says how many "
        "of the words begin with {prefix}; every word begins with the empty text and with itself.",
        requests=[
            "Implement a trie class that counts words by prefix: {add}, {remove} (takes out one "
            "occurrence and tells whether there was one) and {count}. {repeated}"
        ],
        params={
            "repeated": {
                "again": "A word that was added several times counts several times.",
                "once": "Adding a word that is there already changes nothing.",
            }
        },
        inputs={"word": text("ab", 0, 3), "prefix": text("ab", 0, 2)},
        edges=[
            (
                (),
                [("add", "ab"), ("add", "abc"), ("count", "ab"), ("remove", "ab"), ("count", "a")],
            ),
            ((), [("count", ""), ("remove", "a"), ("add", "a"), ("add", "a"), ("count", "a")]),
            ((), [("add", "ab"), ("remove", "a"), ("count", "ab"), ("add", ""), ("count", "")]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="shortest_prefixes(words: list[str]) -> list[str]",
        statement="Return for each of {words}, which are distinct and not empty, its shortest "
        "beginning that no other of {words} begins with. {covered}",
        requests=[
            "To let people abbreviate commands, find for each of {words} (distinct, not empty, "
            "any order) the shortest prefix that belongs to it alone. {covered}"
        ],
        params={
            "covered": {
                "whole": "For a word that another one begins with, it is the whole word.",
                "empty": "For a word that another one begins with, it is the empty text.",
            }
        },
        inputs={"words": lists(text("abc", 1, 4), 0, 6, distinct=True)},
        edges=[(["commit", "config", "clone"],), ([],), (["a", "ab"],), (["solo"],)],
        oracle=lambda words, covered: [
            next(
                (
                    word[:n]
                    for n in range(1, len(word) + 1)
                    if not any(other != word and other.startswith(word[:n]) for other in words)
                ),
                word if covered == "whole" else "",
            )
            for word in words
        ],
    ),
    Family(
        signature="longest_route(routes: dict[str, int], address: str) -> int | None",
        statement="{routes} maps the beginnings of addresses to the numbers of exits. Return the "
        "exit of the longest key that {matching}. The empty key matches every address. If no key "
        "matches, return {none}.",
        requests=[
            "Look up {address} in a routing table: of the keys of {routes}, take the longest that "
            "{matching}, and return its number. An empty key is the default route; {none} if "
            "nothing fits."
        ],
        params={
            "matching": {
                "letters": "{address} begins with",
                "parts": "{address} begins with part by part, the parts being separated by dots, "
                'so that "1.2" matches "1.2" and "1.2.3", but not "1.23"',
            }
        },
        inputs=lambda rng: (
            {address(rng): rng.randint(1, 9) for _ in range(rng.randint(0, 5))},
            address(rng) or "7",
        ),
        edges=[
            ({"1": 4, "1.2": 5, "": 9}, "1.2.3"),
            ({"1.2": 5}, "1.23"),
            ({}, "1"),
            ({"": 3}, "2"),
            ({"1.2.3": 1}, "1.2"),
        ],
    ),
    Family(
        signature="heapify(values: list[int])",
        mutates="values",
        statement="Rearrange {values} in place as a heap in which no child is {order} than its "
        "parent, where the children of position i are at 2i + 1 and 2i + 2: from the last "
        "position that has children back to the first, let its value sink, that is, as long as a "
        "child is {order} than it, swap it with the {order} of its children, or with the left one "
        "if both are equal.",
        requests=[
            "Turn {values} into a binary heap in place (children of i at 2i + 1 and 2i + 2; no "
            "child may be {order} than its parent). Do it bottom-up: from the last parent to the "
            "root, a value is swapped down with the {order} of its children (the left one if they "
            "are equal) while that child is {order} than it."
        ],
        params={"order": {"min": "smaller", "max": "larger"}},
        inputs={"values": lists(ints(0, 9), 0, 9)},
        edges=[([3, 1, 2],), ([],), ([5, 4, 3, 2, 1],), ([2, 2, 2],), ([1, 2, 3, 4],)],
        properties=[
            lambda values, result: sorted(values) == sorted(result),
            lambda result, order: all(
                (result[(i - 1) // 2] <= v if order == "min" else result[(i - 1) // 2] >= v)
                for i, v in enumerate(result)
                if i
            ),
        ],
        cost="O(n)",
    ),
    Family(
        signature="WideHeap(width: int)",
        methods=["push(item: int)", "pop() -> int", "layout() -> list[int]"],
        statement="A heap kept in a {list} in which every position has up to {width} children: "
        "those of position i are at {width} * i + 1 to {width} * i + {width}. No child is {order} "
        "than its parent. {push} puts the item at the end and swaps it with its parent as long as "
        "it is {order}. {pop} removes and returns the top; the last item takes its place and is "
        "swapped with a child as long as one is {order}, namely with the first child than which "
        "no other is {order}. If the heap is empty, {empty}. {layout} returns a copy of the "
        "{list}.",
        requests=[
            "Write a d-ary heap class by hand; {width} is the number of children, which for "
            "position i begin at {width} * i + 1. No child may be {order} than its parent. {push} "
            "appends and swaps upwards while strictly {order} than the parent. {pop} returns the "
            "top, moves the last item there and swaps it down with its most extreme child (the "
            "leftmost if several are equal) while that child is strictly {order}; on an empty "
            "heap, {empty}. {layout} copies the {list}."
        ],
        params={"order": {"min": "smaller", "max": "larger"}},
        errors={"empty": state("the heap is empty")},
        inputs={"width": ints(1, 3), "item": ints(0, 9)},
        edges=[
            (
                (3,),
                [*(("push", each) for each in (5, 3, 4, 1, 9)), ("layout",), ("pop",), ("layout",)],
            ),
            ((2,), [("pop",), ("push", 1), ("pop",), ("pop",)]),
            ((1,), [("push", 2), ("push", 3), ("push", 1), ("layout",), ("pop",)]),
            (
                (2,),
                [*(("push", each) for each in (1, 2, 2, 3, 0)), ("pop",), ("pop",), ("layout",)],
            ),
        ],
    ),
    Family(
        signature="PrefixTotals(size: int)",
        methods=["add(place: int, amount: int)", "total(place: int) -> int"],
        statement="Sums over the beginnings of {size} numbers, which are 0 at first, as a Fenwick "
        "tree: both methods take logarithmic time. {add} adds {amount} to the number at {place}; "
        "{total} returns the sum of the numbers {span}. {place} counts from 0. If it is not a "
        "place in the {list} of {size} numbers, {outside}.",
        requests=[
            "Write a Fenwick tree (binary indexed tree) over {size} numbers that start at 0, "
            "indexed from 0: {add} changes one number by {amount}, {total} sums the numbers "
            "{span}. For a {place} below 0 or not below {size}, {outside}."
        ],
        params={
            "span": {
                "up_to": "from the first up to and including that at {place}",
                "before": "before {place}, without that at {place} itself",
                "from": "from that at {place}, which is included, up to the last",
            }
        },
        errors={"outside": invalid("no such place")},
        inputs={"size": ints(1, 6), "place": ints(0, 5), "amount": ints(-5, 9)},
        edges=[
            ((4,), [("add", 0, 3), ("add", 2, 5), ("total", 2), ("total", 3), ("total", 0)]),
            ((1,), [("total", 0), ("add", 1, 1), ("total", -1), ("total", 1)]),
            ((5,), [("add", 4, 2), ("add", 1, 4), ("total", 4), ("total", 1)]),
        ],
        cost="O(log n)",
    ),
    Family(
        signature="SegmentTree(values: list[int])",
        methods=["change(place: int, value: int)", "query(start: int, end: int) -> int"],
        statement="Answers questions about parts of {values}, of which there is at least one, in "
        "logarithmic time. {query} returns the {what} of the values from position {start} up to "
        "{end}, where {end} is excluded; {change} puts {value} at {place}, which exists. If the "
        "part is empty or does not lie within {values}, {outside}.",
        requests=[
            "Implement a segment tree over {values} (never empty): {query} gives the {what} over "
            "the positions from {start} up to but not including {end}, {change} replaces one "
            "value at an existing {place}, both in O(log n). For an empty part, or one that "
            "reaches beyond {values}, {outside}."
        ],
        params={
            "what": {
                "min": "smallest",
                "max": "largest",
                "sum": "sum",
            }
        },
        errors={"outside": invalid("no such part")},
        inputs=lambda rng: (
            (values := [rng.randint(-9, 9) for _ in range(rng.randint(1, 7))],),
            [
                ("change", rng.randrange(len(values)), rng.randint(-9, 9))
                if rng.random() < 0.3
                else ("query", rng.randint(0, 3), rng.randint(1, len(values)))
                for _ in range(rng.randint(1, 7))
            ],
        ),
        edges=[
            (([4, 2, 7],), [("query", 0, 3), ("query", 2, 3), ("change", 1, 9), ("query", 0, 2)]),
            (([5],), [("query", 0, 1), ("query", 0, 0), ("query", 0, 2), ("query", -1, 1)]),
            (([1, -2, 3, 0, 4],), [("query", 1, 5), ("change", 4, -7), ("query", 1, 5)]),
        ],
        cost="O(log n)",
    ),
    Family(
        signature="DisjointSets(size: int)",
        methods=[
            "join(first: int, second: int) -> bool",
            "leader(item: int) -> int",
            "count() -> int",
        ],
        statement="Divides the items 0 to {size} - 1 into groups as trees of parents "
        "(union-find); at first each item is a group of its own and its leader. {join} unites the "
        "groups of two items, if they are different, and returns whether they were; the united "
        "group is led by {chosen}. {leader} returns the leader of an item's group, {count} the "
        "number of groups. All items that are given exist.",
        requests=[
            "Write a union-find class over the items 0 to {size} - 1. {join} merges two groups "
            "and tells whether they were separate, {leader} names the leader of an item's group "
            "and {count} says how many groups there are. A merged group is led by {chosen}."
        ],
        params={
            "chosen": {
                "larger": "the leader of the group with more items, of equally large ones that of "
                "{first}",
                "smallest": "the smaller of the two leaders",
                "second": "the leader of the group of {second}",
            }
        },
        inputs={"size": ints(5, 6), "first": ints(0, 4), "second": ints(0, 4), "item": ints(0, 4)},
        edges=[
            (
                (5,),
                [
                    ("join", 3, 4),
                    ("leader", 4),
                    ("join", 1, 4),
                    ("leader", 1),
                    ("join", 3, 1),
                    ("count",),
                ],
            ),
            ((5,), [("join", 0, 0), ("count",), ("leader", 2)]),
            ((5,), [("join", 2, 1), ("join", 1, 0), ("leader", 2), ("join", 4, 2), ("leader", 4)]),
        ],
    ),
    Family(
        signature="level_summary(tree: list[int | None]) -> list[int]",
        statement="{tree} holds a binary tree by levels: the children of position i are at 2i + 1 "
        "and 2i + 2, and {none} stands where there is no node; below such a place there are no "
        "nodes either. Return for each level from the top, as long as it has nodes, {what}.",
        requests=[
            "A binary tree is stored as a heap-style {list}: children of position i at 2i + 1 and "
            "2i + 2, {none} for gaps (nothing hangs below a gap). For each level that has nodes, "
            "from the top down, give {what}."
        ],
        params={
            "what": {
                "sum": "the sum of its values",
                "largest": "its largest value",
                "last": "its rightmost value",
            },
        },
        inputs={"tree": level_list},
        edges=[([3, 9, 4, None, None, 5, 1],), ([],), ([None],), ([7, None, 8],), ([1, 5, -2],)],
        oracle=lambda tree, what: [
            {"sum": sum, "largest": max, "last": lambda values: values[-1]}[what](level)
            for size in (1, 2, 4, 8)
            if (level := [v for v in tree[size - 1 : 2 * size - 1] if v is not None])
        ],
        cost="O(n)",
    ),
    Family(
        signature="code_lengths(counts: dict[str, int]) -> dict[str, int]",
        statement="Return for each letter of {counts}, which holds how often it occurs, the "
        "length of its code in a Huffman code: as long as there are several trees, the two with "
        "the smallest counts become one, whose count is their sum; a letter's length is its depth "
        "in the last tree. At first each letter is a tree, made in alphabetical order; of trees "
        "with equal counts, those made {tie} are taken first. A single letter has the length 1.",
        requests=[
            "Compute Huffman code lengths from {counts} of letters. Trees start as single "
            "letters, created in alphabetical order; repeatedly merge the two of smallest count, "
            "and among equal counts prefer those created {tie}. The result maps each letter to "
            "its depth (1 if it is the only one)."
        ],
        params={"tie": {"earlier": "earlier", "later": "later"}},
        inputs={"counts": dicts(one_of(*"abcdef"), ints(1, 5), 0, 9)},
        edges=[
            ({"a": 5, "b": 1, "c": 1},),
            ({},),
            ({"a": 3},),
            ({"a": 2, "b": 1, "c": 1, "d": 2},),
        ],
        properties=[
            lambda counts, result: (
                len(counts) < 2 or sum(2 ** (20 - n) for n in result.values()) == 2**20
            )
        ],
    ),
    Family(
        signature="prune(tree: list[int | None], least: int) -> list[int | None]",
        statement="{tree} holds a binary tree by levels: the children of position i are at 2i + 1 "
        "and 2i + 2, and {none} stands where there is no node; below such a place there are no "
        "nodes either. Return a copy in which {none} takes the place of {gone}, and in which the "
        "last element is a node: what would follow it is left out.",
        requests=[
            "Prune a binary tree that is stored as a heap-style {list} (children of i at 2i + 1 "
            "and 2i + 2, {none} where nothing is, nothing below that). Cut off {gone}; in the new "
            "{list} they become {none}. Leave out all {none} at its end."
        ],
        params={
            "gone": {
                "branch": "every node whose value is less than {least}, with all nodes below it",
                "leaves": "every node without children whose value is less than {least}, and so "
                "on until there is no such node any more",
            }
        },
        inputs={"tree": level_list, "least": ints(-3, 5)},
        edges=[
            ([5, 1, 7, 4, None, 2, 9], 3),
            ([], 0),
            ([1], 5),
            ([4, 1, 1, 5], 3),
            ([1, None, 2], 4),
        ],
        cost="O(n)",
    ),
]
