"""Networks, dependencies, routes, grids and trees."""

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


def grid(rng):
    width = rng.randint(1, 5)
    return ["".join(rng.choices(".#", [3, 1], k=width)) for _ in range(rng.randint(1, 4))]


def islands(rng):
    width = rng.randint(1, 5)
    return ["".join(rng.choices(".#", k=width)) for _ in range(rng.randint(1, 4))]


def tree(rng):
    names = "abcdefg"
    made = {}
    for place in range(1, rng.randint(1, 7)):
        made.setdefault(names[rng.randrange(place)], []).append(names[place])
    return made


TREE = {"tree": tree}
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
        signature="shortest_path(grid: list[str]) -> int | None",
        statement="{grid} holds free cells (.) and walls (#) in rows of equal length. Return the "
        "number of steps of the shortest way from the top left to the bottom right cell, {moves}, "
        "or {none} if there is none, as when one of the two is a wall.",
        requests=[
            "Find the length of the shortest path through a {grid} of '.' and '#' from the top "
            "left to the bottom right, {moves}; {none} if blocked."
        ],
        params={
            "moves": {
                "four": "moving up, down, left and right",
                "eight": "moving to any of the eight neighbours",
            }
        },
        inputs={"grid": grid},
        edges=[(["..#", "#..", "..."],), (["."],), (["#"],), ([".#", "#."],), (["...."],)],
        cost="O(n)",
    ),
    Family(
        signature="measure_islands(rows: list[str]) -> int",
        statement="{rows} of equal length hold land (#) and water (.). Return the {what}, where "
        "land "
        "is connected {how}.",
        requests=["On a map of '#' land and '.' water, compute the {what}; cells connect {how}."],
        params={
            "what": {"count": "number of islands", "largest": "size of the largest island, or 0"},
            "how": {
                "four": "across edges only",
                "eight": "across edges and corners",
            },
        },
        inputs={"rows": islands},
        edges=[(["#.#", ".#.", "##."],), (["."],), (["#"],), (["##", "##"],)],
        cost="O(n)",
    ),
    Family(
        signature="flood_fill(rows: list[str], row: int, column: int) -> list[str]",
        statement="Return a copy of {rows} in which the area of equal characters that holds the "
        "cell "
        "at {row} and {column}, connected {how}, is filled with *. The cell exists.",
        requests=[
            "Bucket-fill a character grid: starting at {row}, {column}, replace the connected "
            "area of the same character ({how}) by *."
        ],
        params={"how": {"four": "across edges", "eight": "across edges and corners"}},
        inputs=lambda rng: (lambda g: (g, rng.randrange(len(g)), rng.randrange(len(g[0]))))(
            islands(rng)
        ),
        edges=[(["##.", "#.#", "..#"], 0, 0), (["."], 0, 0), (["#.", ".#"], 1, 1)],
        cost="O(n)",
    ),
    Family(
        signature="depth(tree: dict[str, list[str]], root: str) -> int",
        statement="{tree} says for a name which children it has, in order; names without an entry "
        "have none. Return the number of {what} of the tree that begins at {root}.",
        requests=[
            "Given child lists, return the number of {what} of the tree under {root} "
            "(itself included); names without an entry are leaves."
        ],
        params={
            "what": {
                "levels": "levels",
                "nodes": "names",
                "leaves": "leaves",
                "widest": "names on the level with most names",
            }
        },
        inputs={"tree": tree, "root": one_of("a", "a", "b")},
        edges=[({"a": ["b", "c"], "c": ["d"]}, "a"), ({}, "a"), ({"a": ["b"]}, "b")],
        cost="O(n)",
    ),
    Family(
        signature="walk(tree: dict[str, list[str]], root: str) -> list[str]",
        statement="{tree} says for a name which children it has, in order. Return all names of the "
        "tree that begins at {root}, {order}.",
        requests=["List the names of the tree under {root}, given child lists, {order}."],
        params={
            "order": {
                "pre": "each before its children and those of one child before the next child",
                "post": "each after all below it, child by child",
                "level": "level by level, from left to right",
                "bottom": "level by level, the lowest level first, from left to right",
            }
        },
        inputs={"tree": tree, "root": one_of("a", "a", "b")},
        edges=[({"a": ["b", "c"], "b": ["d"]}, "a"), ({}, "a"), ({"a": ["b"]}, "b")],
        cost="O(n)",
    ),
    Family(
        signature="outline(tree: dict[str, list[str]], root: str) -> list[str]",
        statement="{tree} says for a name which children it has, in order. Return the tree that "
        "begins at {root} as lines, each name before its children, {style}.",
        requests=["Print the tree under {root} as lines, parents before children, {style}."],
        params={
            "style": {
                "indent": "with two spaces for each level before the name",
                "numbers": "with its number, as 1, 1.2 or 1.2.1, and a space before the name; the "
                "root is 1",
                "path": "with the names of all its ancestors and slashes before the name, as a/b/c",
            }
        },
        inputs=TREE | {"root": one_of("a", "a", "b")},
        edges=[({"a": ["b", "c"], "b": ["d"]}, "a"), ({}, "x")],
        cost="O(n)",
    ),
    Family(
        signature="common_ancestor(parents: dict[str, str], first: str, second: str) -> str | None",
        statement="{parents} leads from a child to its parent, without cycles. Return the nearest "
        "common ancestor of {first} and {second}, {itself}, or {none}.",
        requests=[
            "Find the closest common ancestor of two people in a child-to-parent {map}, "
            "{itself}; {none} if there is none."
        ],
        params={
            "itself": {
                "in": "where each counts as its own ancestor",
                "out": "where nobody is their own ancestor",
            }
        },
        inputs=lambda rng: (
            {
                c: rng.choice("abcdef"[:i])
                for i, c in enumerate("abcdef")
                if i and rng.random() < 0.85
            },
            rng.choice("abcdef"),
            rng.choice("abcdef"),
        ),
        edges=[
            ({"d": "b", "e": "b", "b": "a", "c": "a"}, "d", "e"),
            ({}, "a", "b"),
            ({"b": "a"}, "b", "a"),
            ({}, "a", "a"),
        ],
        cost="O(n)",
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
