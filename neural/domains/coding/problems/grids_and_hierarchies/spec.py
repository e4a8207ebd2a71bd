"""Grids of cells, and trees of parents and children."""

from neural.domains.coding.draw import one_of
from neural.domains.coding.family import Family


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

FAMILIES = [
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
]
