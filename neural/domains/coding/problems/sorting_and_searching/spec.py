"""Orders, selections, binary search, merging and pagination."""

from neural.domains.coding.draw import (
    ints,
    lists,
    mixed,
    one_of,
    optional,
    sorted_lists,
    text,
    tuples,
    words,
)
from neural.domains.coding.family import Family, invalid

PERSON = tuples(one_of("ann", "bob", "cleo", "dan"), ints(20, 24))
ASCENDING = sorted_lists(ints(0, 9))


def rotated(rng):
    numbers = sorted(rng.sample(range(20), rng.randint(1, 8)))
    cut = rng.randrange(len(numbers))
    return numbers[cut:] + numbers[:cut]


def search_case(rng, order):
    values = rotated(rng)
    return values if order == "up" else values[::-1], rng.choice([*values, 20])


FAMILIES = [
    Family(
        signature="sort_people(people: list[Person]) -> list[Person]",
        records={"Person": "name: str, age: int"},
        statement="Return {people} sorted by {order}. Those that this leaves equal keep their "
        "order.",
        requests=["Sort {people} by {order}, stably, without changing the given {list}."],
        params={
            "order": {
                "age": "age, the youngest first",
                "oldest": "age, the oldest first",
                "name_age": "name and, for equal names, by age, the oldest first",
                "length": "the length of the name, the shortest first",
            }
        },
        inputs={"people": lists(PERSON, 0, 6)},
        edges=[([("bob", 30), ("ann", 30), ("cleo", 25)],), ([],), ([("ann", 1), ("ann", 2)],)],
        properties=[lambda people, result: sorted(people) == sorted(result)],
        cost="O(n log n)",
    ),
    Family(
        signature="sort_with_missing(values: list[int | None]) -> list[int | None]",
        statement="Return {values} in ascending order, with the missing ones {place}.",
        requests=["Sort {values}, some of which are missing, ascending; the missing come {place}."],
        params={
            "place": {
                "first": "first",
                "last": "last",
                "kept": "left at the places where they are",
            }
        },
        inputs={"values": lists(optional(ints(0, 9)), 0, 7)},
        edges=[([3, None, 1],), ([],), ([None, None],), ([2, 1],)],
        cost="O(n log n)",
    ),
    Family(
        signature="rank(scores: list[int]) -> list[int]",
        statement="Return the rank of each of {scores}, in the order of {scores}; the highest has "
        "rank 1, equal scores have equal ranks, and {gaps}.",
        requests=["Turn {scores} into ranks, best (highest) is 1; ties share a rank and {gaps}."],
        params={
            "gaps": {
                "competition": "as many ranks are skipped after them as there are in excess: 1, 2, "
                "2, 4",
                "dense": "no rank is skipped: 1, 2, 2, 3",
                "low": "they share the last of their ranks: 1, 3, 3, 4",
            }
        },
        inputs={"scores": lists(ints(1, 5), 0, 7)},
        edges=[([50, 70, 50, 90],), ([],), ([5],), ([1, 1, 1],)],
        cost="O(n log n)",
    ),
    Family(
        signature="extremes(values: list[int], count: int) -> list[int]",
        statement="Return the {count} {which} of {values}, {order}; fewer if there are not as "
        "many.",
        requests=[
            "Pick the {count} {which} elements of {values}, {order}. {count} may exceed the length."
        ],
        params={
            "which": {"largest": "largest", "smallest": "smallest"},
            "order": {
                "sorted": "the most extreme first",
                "given": "in the order of {values}; of equal ones the earlier are taken",
            },
        },
        inputs={"values": lists(ints(0, 9), 0, 8), "count": ints(0, 4)},
        edges=[([5, 1, 5, 3], 2), ([], 2), ([1], 0), ([2, 2, 2], 5)],
        properties=[lambda values, count, result: len(result) == min(count, len(values))],
        cost="O(n log n)",
    ),
    Family(
        signature="nearest(values: list[int], target: int) -> int | None",
        statement="Return the element of {values}, which is in ascending order, that is nearest to "
        "{target}; of two equally near ones {tie}. If {values} is empty, return {none}.",
        requests=[
            "Find the value nearest to {target} in the sorted {values} by binary search; "
            "on a tie {tie}, and {none} for an empty {list}."
        ],
        params={"tie": {"smaller": "the smaller", "larger": "the larger"}},
        inputs={"values": sorted_lists(ints(0, 20), 0, 6), "target": ints(-2, 22)},
        edges=[([1, 5, 9], 7), ([], 3), ([4], 100), ([2, 4], 3), ([2, 4], 4)],
        cost="O(log n)",
    ),
    Family(
        signature="count_equal(values: list[int], item: int) -> int",
        statement="Return how many elements of {values}, which is in ascending order, are {which} "
        "{item}. Use binary search.",
        requests=[
            "Count the elements of the sorted {values} that are {which} {item}, in "
            "logarithmic time."
        ],
        params={
            "which": {
                "equal": "equal to",
                "less": "less than",
                "at_least": "greater than or equal to",
            }
        },
        inputs={"values": ASCENDING, "item": ints(-1, 10)},
        edges=[([1, 3, 3, 3, 7], 3), ([], 1), ([2], 2), ([1, 2], 9), ([5, 5], 1)],
        cost="O(log n)",
    ),
    Family(
        signature="merge_sorted(left: list[int], right: list[int]) -> list[int]",
        statement="Merge {left} and {right}, both ascending, into one ascending {list} in linear "
        "time. {repeated}",
        requests=["Merge two sorted {list}s into one, in a single pass. {repeated}"],
        params={
            "repeated": {
                "kept": "All elements stay.",
                "once": "Every number is in the result only once.",
                "common": "Only numbers that are in both are in the result, each once.",
            }
        },
        inputs={"left": ASCENDING, "right": ASCENDING},
        edges=[([1, 3, 5], [2, 3]), ([], []), ([1, 1], []), ([1], [1])],
        properties=[lambda result: result == sorted(result)],
        cost="O(n + m)",
    ),
    Family(
        signature="is_sorted(values: list[int]) -> bool",
        statement="Tell whether {values} are {order}. Fewer than two elements always are.",
        requests=["Check whether {values} are {order}; short {list}s always are."],
        params={
            "order": {
                "ascending": "in ascending order, equal neighbours allowed",
                "strict": "in strictly ascending order",
                "descending": "in descending order, equal neighbours allowed",
                "either": "in ascending or in descending order, equal neighbours allowed",
            }
        },
        inputs={
            "values": mixed(
                lists(ints(0, 5), 0, 5),
                ASCENDING,
                lambda rng: ASCENDING(rng)[::-1],
                weights=[3, 1, 1],
            )
        },
        edges=[([1, 2, 2],), ([],), ([3, 1],), ([1, 2, 3],), ([1, 3, 2],)],
        cost="O(n)",
    ),
    Family(
        signature="find_rotated(values: list[int], item: int) -> int | None",
        statement="{values} is a {list} of distinct numbers in {order} and then rotated. Return "
        "the "
        "index of {item}, or {none} if it is not there, in logarithmic time.",
        requests=[
            "Search a rotated sorted {list} (distinct numbers in {order}) for {item} in O(log n); "
            "{none} if missing."
        ],
        params={
            "order": {
                "up": "ascending order, as in 4, 7, 9, 1, 2,",
                "down": "descending order, as in 4, 2, 1, 9, 7,",
            }
        },
        inputs=search_case,
        edges=lambda order: [
            ([4, 7, 9, 1, 2] if order == "up" else [2, 1, 9, 7, 4], 9),
            ([], 1),
            ([3], 3),
            ([3], 4),
        ],
        properties=[
            lambda values, item, result: (
                item not in values if result is None else values[result] == item
            )
        ],
        cost="O(log n)",
    ),
    Family(
        signature="page(items: list[str], number: int, size: int) -> list[str]",
        statement="Return page {number} of {items} with {size} items a page; pages are counted "
        "from "
        "{base}. If {size} is less than 1, {bad}. {beyond}",
        requests=[
            "Paginate {items}: give page {number} (the first is {base}) of {size} each. "
            "{beyond} For a {size} below 1, {bad}."
        ],
        params={
            "base": (0, 1),
            "beyond": {
                "empty": "A page that does not exist is empty.",
                "last": "Instead of a page beyond the end, give the last one, and instead of one "
                "before the beginning the first.",
            },
        },
        inputs={"items": lists(words(9), 0, 7), "number": ints(-1, 4), "size": ints(1, 3)},
        edges=[
            (["a", "b", "c"], 1, 2),
            ([], 0, 3),
            (["a"], 0, 0),
            (["a", "b"], 5, 1),
            (["a"], -1, 1),
        ],
        errors={"bad": invalid("size must be at least 1")},
        cost="O(n)",
    ),
    Family(
        signature="peaks(heights: list[int]) -> list[int]",
        statement="Return the indexes of the {what} of {heights}: elements that are {than} both "
        "their neighbours. {ends}",
        requests=[
            "Find the {what} in {heights} (index of each element {than} its neighbours). {ends}"
        ],
        params={
            "what": {"peaks": "peaks", "valleys": "valleys"},
            "than": {"peaks": "greater than", "valleys": "less than"},
            "ends": {
                "out": "The first and the last element do not count.",
                "in": "The first and the last element have only one neighbour to compare with; a "
                "single element counts.",
            },
        },
        where=lambda what, than, ends: what == than,
        inputs={"heights": lists(ints(0, 5), 0, 8)},
        edges=[([1, 3, 2, 4],), ([],), ([5],), ([2, 2],), ([3, 1, 3],)],
        cost="O(n)",
    ),
    Family(
        signature="two_sum(numbers: list[int], total: int) -> tuple[int, int] | None",
        statement="Return the indexes i < j of two elements of {numbers} whose {relation} is "
        "{total}: of several pairs the one with the smallest j, and of these the one with the "
        "{other} i. If there are none, return {none}.",
        requests=[
            "Find positions i < j in {numbers} whose values have the {relation} {total}; "
            "prefer the smallest j, then the {other} i. {none} when there is no pair."
        ],
        params={
            "relation": {"sum": "sum", "difference": "absolute difference"},
            "other": {"smallest": "smallest", "largest": "largest"},
        },
        inputs={"numbers": lists(ints(0, 6), 0, 7), "total": ints(0, 9)},
        edges=[([2, 7, 2, 7], 9), ([], 1), ([5], 5), ([3, 3, 3], 0), ([3, 3, 3], 6)],
        cost="O(n^2)",
    ),
    Family(
        signature="partition(values: list[int], pivot: int) -> list[int]",
        statement="Rearrange {values} so that {groups}, each group in its former order.",
        requests=["Partition {values} stably around {pivot}: {groups}."],
        params={
            "groups": {
                "two": "those less than {pivot} come before the others",
                "three": "those less than {pivot} come first, then those equal to it, then the "
                "greater ones",
                "far": "those equal to {pivot} come last, after all others",
            }
        },
        inputs={"values": lists(ints(0, 4), 0, 8), "pivot": ints(1, 3)},
        edges=[([3, 1, 2, 3, 0], 2), ([], 1), ([2, 2], 2), ([1, 3], 9)],
        properties=[lambda values, result: sorted(values) == sorted(result)],
        cost="O(n)",
    ),
    Family(
        signature="custom_order(words: list[str], letters: str) -> list[str]",
        statement="Sort {words} by the alphabet {letters}, which holds all their letters once. "
        "{tie}",
        requests=["Sort {words} as if the alphabet were {letters} (it covers all letters). {tie}"],
        params={
            "tie": {
                "prefix": "A word comes before those it is the beginning of.",
                "longer": "A word comes after those it is the beginning of.",
            }
        },
        inputs={"words": lists(text("abc", 1, 3), 0, 6), "letters": one_of("abc", "cba", "bca")},
        edges=[(["ab", "ba", "a"], "ba"), ([], "a"), (["aa", "a"], "abc")],
        cost="O(n log n)",
    ),
    Family(
        signature="kth_smallest(values: list[int], k: int) -> int",
        statement="Return the {k}-th smallest {what} of {values}, counted from 1. If there is "
        "none, "
        "{missing}.",
        requests=[
            "Get the {k}-th smallest {what} of {values} (k from 1). If it does not exist, "
            "{missing}."
        ],
        params={
            "what": {
                "element": "element, repetitions included,",
                "distinct": "different number",
            }
        },
        inputs={"values": lists(ints(1, 6), 2, 8), "k": ints(1, 3)},
        edges=[([3, 1, 1, 2], 2), ([], 1), ([5], 0), ([2, 2], 2)],
        errors={"missing": invalid("there is no such element")},
        cost="O(n log n)",
    ),
    Family(
        signature="search_prefix(words: list[str], prefix: str) -> list[str]",
        statement="Return those of {words}, which are sorted, that begin with {prefix}, at most "
        "{limit} of them, the {which}. Use binary search for the first.",
        requests=[
            "Autocomplete: from sorted {words}, give at most {limit} that begin with {prefix}, "
            "the {which}, found by binary search."
        ],
        params={
            "limit": (2, 3),
            "which": {
                "first": "alphabetically first",
                "shortest": "shortest, and equally short ones alphabetically",
            },
        },
        inputs={"words": sorted_lists(text("ab", 1, 3), 0, 9), "prefix": text("ab", 0, 1)},
        edges=[
            (["ab", "aba", "abb", "b"], "ab"),
            ([], "a"),
            (["aa", "ab", "b", "c"], ""),
            (["a"], "z"),
        ],
        cost="O(n log n)",
    ),
]
