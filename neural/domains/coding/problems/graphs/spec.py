"""Networks, dependencies and routes."""

from neural.domains.coding.draw import one_of
from neural.domains.coding.family import Family, custom, invalid


def links(rng):
    names = "abcde"
    return list({(rng.choice(names), rng.choice(names)): None for _ in range(rng.randint(0, 7))})


def acyclic(rng):
    names = "abcdef"
    pairs = [(i, j) for i in range(6) for j in range(i)]
    return [(names[i], names[j]) for i, j in rng.sample(pairs, rng.randint(0, 7))]


def mostly_acyclic(rng):
    return links(rng) if rng.random() < 0.25 else acyclic(rng)


def roads(rng):
    names = "abcde"
    return [(*rng.sample(names, 2), rng.randint(1, 9)) for _ in range(rng.randint(0, 8))]


NAME = one_of(*"abcde")

FAMILIES = [
    Family(
        signature="reachable(links: list[tuple[str, str]], start: str) -> list[str]",
        statement="{links} are pairs of names, {direction}. Return all names that can be reached "
        "from {start}, sorted, {itself}.",
        requests=[
            "Given {links} ({direction}), list everything reachable from {start}, sorted, {itself}."
        ],
        params={
            "direction": {
                "directed": "each leading from the first to the second",
                "both": "each leading both ways",
            },
            "itself": {
                "in": "{start} itself included",
                "cycle": "{start} itself only if a way of at least one link leads back to it",
            },
        },
        inputs={"links": links, "start": NAME},
        edges=[
            ([("a", "b"), ("b", "c"), ("d", "a")], "a"),
            ([], "a"),
            ([("a", "a")], "a"),
            ([("b", "a")], "a"),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="build_order(needs: list[tuple[str, str]]) -> list[str]",
        statement="Each pair of {needs} says that the first name needs the second. Return all "
        "names "
        "in an order in which everything comes after what it needs; whenever there is a choice, "
        "the alphabetically {choice} comes next. If that is impossible, {cycle}.",
        requests=[
            "Order tasks by their dependencies ({needs}: first needs second); where several "
            "could come next take the alphabetically {choice}. On a cycle, {cycle}."
        ],
        params={"choice": {"first": "first", "last": "last"}},
        errors={"cycle": custom("Cycle", "the needs form a cycle")},
        inputs={"needs": mostly_acyclic},
        edges=[
            ([("app", "lib"), ("lib", "core"), ("doc", "core")],),
            ([],),
            ([("a", "a")],),
            ([("a", "b"), ("b", "a")],),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="build_stages(needs: list[tuple[str, str]]) -> list[list[str]]",
        statement="Each pair of {needs} says that the first name needs the second. Return the "
        "stages "
        "in which all can be done, everything {when}; names within a stage are sorted. If that is "
        "impossible, {cycle}.",
        requests=[
            "Group jobs into stages that can run in parallel ({needs}: first needs second), "
            "everything {when}, sorted within a stage. A cycle: {cycle}."
        ],
        params={
            "when": {
                "early": "in the earliest stage that comes after all it needs",
                "late": "in the latest stage that comes before all that need it, with as few "
                "stages "
                "as possible",
            }
        },
        errors={"cycle": custom("Cycle", "the needs form a cycle")},
        inputs={"needs": mostly_acyclic},
        edges=[([("app", "lib"), ("lib", "core"), ("app", "log")],), ([],), ([("a", "a")],)],
        cost="O(n^2)",
    ),
    Family(
        signature="has_cycle(links: list[tuple[str, str]]) -> bool",
        statement="Tell whether {links}, pairs of names, contain a cycle when each leads "
        "{direction}",
        requests=["Do {links} form a cycle anywhere? Each leads {direction}"],
        params={
            "direction": {
                "directed": "from the first name to the second. A link from a name to itself is "
                "one.",
                "both": "both ways. A cycle uses no link twice; a link from a name to itself is "
                "one, and so are two links between the same names.",
            }
        },
        inputs={"links": lambda rng: links(rng)[:5]},
        edges=[
            ([("a", "b"), ("b", "c"), ("c", "a")],),
            ([],),
            ([("a", "b"), ("a", "c"), ("b", "c")],),
            ([("a", "b"), ("b", "a")],),
            ([("a", "a")],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="groups(links: list[tuple[str, str]]) -> list[list[str]]",
        statement="Return the groups of names that {links} connect, directly or through others and "
        "whatever their direction; names are sorted within a group, and groups by {order}.",
        requests=[
            "Find the connected groups of names in undirected {links}: sorted inside, groups by "
            "{order}."
        ],
        params={
            "order": {
                "name": "their first name",
                "size": "their size, the largest first, and equally large ones by their first name",
            }
        },
        inputs={"links": lambda rng: links(rng)[:4]},
        edges=[
            ([("a", "b"), ("c", "d"), ("b", "e")],),
            ([],),
            ([("a", "a")],),
            ([("d", "c"), ("a", "b")],),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="cheapest(roads: list[Road], start: str, goal: str) -> int | None",
        records={"Road": "source: str, target: str, cost: int"},
        statement="{roads} lead {direction} and have a positive cost. Return the {what} of a way "
        "from "
        "{start} to {goal}, or {none} if there is no way.",
        requests=[
            "Find the {what} of a route from {start} to {goal}; {roads} lead {direction}, costs "
            "are positive. No route: {none}."
        ],
        params={
            "direction": {"one": "from source to target only", "both": "both ways"},
            "what": {
                "total": "smallest sum of the costs",
                "worst": "smallest possible cost of its most expensive road",
            },
        },
        inputs={"roads": roads, "start": NAME, "goal": NAME},
        edges=[
            ([("a", "b", 5), ("a", "c", 1), ("c", "b", 2)], "a", "b"),
            ([], "a", "a"),
            ([("b", "a", 3)], "a", "b"),
            ([("a", "b", 9), ("b", "c", 1)], "a", "c"),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="network_cost(cables: list[Cable]) -> int",
        records={"Cable": "first: str, second: str, cost: int"},
        statement="Choose {cables} {which} such that all names in {cables} are connected without a "
        "cycle, and return the sum of their costs. If {cables} do not connect all, {split}.",
        requests=[
            "Connect all names by {cables} {which} without cycles; return the total cost. If "
            "they cannot all be connected, {split}."
        ],
        params={
            "which": {"min": "with the smallest total cost", "max": "with the largest total cost"}
        },
        errors={"split": invalid("not everything can be connected")},
        inputs={"cables": lambda rng: roads(rng) + roads(rng)},
        edges=[
            ([("a", "b", 1), ("b", "c", 2), ("a", "c", 5)],),
            ([],),
            ([("a", "b", 1), ("c", "d", 1)],),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="mutual(follows: list[tuple[str, str]]) -> list[tuple[str, str]]",
        statement="Each pair of {follows} says that the first person follows the second. Return, "
        "sorted, the pairs {what}.",
        requests=["From (follower, followed) pairs, return sorted pairs {what}."],
        params={
            "what": {
                "both": "of two different people who follow each other, the alphabetically first "
                "person first",
                "unrequited": "of {follows} in which the second person does not follow the first "
                "back",
                "suggest": "of a person and another whom somebody followed by that person follows, "
                "but not that person",
            }
        },
        inputs={"follows": links},
        edges=[
            ([("a", "b"), ("b", "a"), ("b", "c")],),
            ([],),
            ([("a", "a")],),
            ([("a", "b"), ("b", "c")],),
        ],
        cost="O(n^2)",
    ),
]
