"""Trees as records, lists of parents and linked nodes: order, balance, paths, measures."""

from neural.domains.coding.arena import ARENA, NODE, SAID, arena
from neural.domains.coding.draw import ints, lists, mixed
from neural.domains.coding.family import Family


def searchable(rng):
    """An arena that is a search tree, or nearly one."""
    nodes = arena(rng)
    ordered = sorted(rng.choices(range(8), k=len(nodes)))
    values = {}

    def visit(place):
        if place >= 0:
            visit(nodes[place][1])
            values[place] = ordered[len(values)]
            visit(nodes[place][2])

    visit(0 if nodes else -1)
    if nodes and rng.random() < 0.3:
        values[rng.randrange(len(nodes))] = rng.randrange(8)
    return [(values[place], left, right) for place, (_, left, right) in enumerate(nodes)]


def parents(rng):
    """A parent for each position, -1 for the root, which may stand anywhere."""
    count = rng.randint(1, 8)
    order = rng.sample(range(count), count)
    made = [-1] * count
    for i, place in enumerate(order[1:], 1):
        made[place] = rng.choice(order[:i])
    return made


def family_tree(rng):
    """Parents of two to four generations, of which most have several children."""
    made = [-1, 0, 0, *(rng.choice([0, 1, 1, 2, 2]) for _ in range(rng.randint(1, 5)))]
    return made + [rng.randrange(1, len(made)) for _ in range(rng.randint(0, 3))]


def inside(nodes, place):
    """The values below a node and its own, from left to right."""
    if place < 0:
        return []
    value, left, right = nodes[place]
    return [*inside(nodes, left), value, *inside(nodes, right)]


def levels(nodes, place):
    """The height of a subtree, 0 where there is none."""
    if place < 0:
        return 0
    return 1 + max(levels(nodes, child) for child in nodes[place][1:])


FAMILIES = [
    Family(
        signature="search_tree_order(values: list[int]) -> list[int]",
        statement="Insert {values} one after the other into a binary search tree that does not "
        "balance itself, in which smaller values go to the left. {equal} Return the values of the "
        "tree in {order}.",
        requests=[
            "Build an unbalanced binary search tree by inserting {values} in the given order "
            "(smaller ones to the left) and list it in {order}. {equal}"
        ],
        params={
            "equal": {
                "ignored": "A value that is there already is ignored.",
                "right": "A value equal to a node's goes into the right subtree.",
            },
            "order": {
                "pre": "preorder: each node before its left and then its right subtree",
                "post": "postorder: each node after its left and then its right subtree",
            },
        },
        inputs={"values": lists(ints(0, 9), 0, 9)},
        edges=[([5, 2, 8, 5, 1, 3],), ([],), ([1, 2, 3],), ([4, 4],)],
        cost="O(n^2)",
    ),
    Family(
        signature="SearchTree()",
        methods=[
            "add(value: int) -> bool",
            "remove(value: int) -> bool",
            "preorder() -> list[int]",
        ],
        statement="A binary search tree of distinct whole numbers that does not balance itself; "
        "smaller values are to the left. {add} and {remove} return whether they changed the tree. "
        "When a node with two children is removed, its value is replaced by {heir}, whose own "
        "node goes instead. {preorder} returns the values, each node before its left and then its "
        "right subtree.",
        requests=[
            "Write a plain (unbalanced) binary search tree class without repeated values: {add} "
            "and {remove} tell whether they changed anything, {preorder} lists node, left "
            "subtree, right subtree. Removing a node with two children puts {heir} into its place."
        ],
        params={
            "heir": {
                "next": "the smallest value of its right subtree",
                "previous": "the largest value of its left subtree",
            }
        },
        inputs={"value": ints(1, 7)},
        edges=[
            (
                (),
                [("add", 4), ("add", 2), ("add", 6), ("add", 5), ("remove", 4), ("preorder",)],
            ),
            ((), [("preorder",), ("remove", 1), ("add", 1), ("add", 1), ("remove", 1)]),
            (
                (),
                [("add", 5), ("add", 2), ("add", 7), ("add", 3), ("remove", 5), ("preorder",)],
            ),
            ((), [("add", 3), ("add", 1), ("remove", 3), ("preorder",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="is_search_tree(nodes: list[Node]) -> bool",
        records=NODE,
        statement=ARENA + "Return whether it is a search tree: all values in the left subtree of "
        "a node are {left} the node's value, and all in the right subtree {right} it. An empty "
        "tree is one.",
        requests=[
            "Check that a binary tree is ordered: everything to the left of a node is {left} its "
            "value and everything to the right {right} it. Without nodes the answer is {true}. "
            + SAID
        ],
        params={
            "left": {"less": "less than", "most": "at most as large as"},
            "right": {"greater": "greater than", "least": "at least as large as"},
        },
        inputs={"nodes": mixed(searchable, arena, weights=[4, 1])},
        edges=[
            ([(5, 1, 2), (3, -1, -1), (8, -1, -1)],),
            ([],),
            ([(5, 1, 2), (3, -1, 3), (8, -1, -1), (6, -1, -1)],),
            ([(5, 1, -1), (5, -1, -1)],),
            ([(5, -1, 1), (5, -1, -1)],),
        ],
        oracle=lambda nodes, left, right: all(
            all(v < value or (left == "most" and v == value) for v in inside(nodes, lower))
            and all(v > value or (right == "least" and v == value) for v in inside(nodes, upper))
            for value, lower, upper in nodes
        ),
        cost="O(n)",
    ),
    Family(
        signature="is_balanced(nodes: list[Node]) -> bool",
        records=NODE,
        statement=ARENA + "Return whether at every node {measure} of the left and the right "
        "subtree differ by at most 1. An empty subtree counts 0, and an empty tree is balanced.",
        requests=[
            "Is a binary tree balanced, that is, do {measure} of the two subtrees differ by at "
            "most 1 at every node (0 for a missing one)? No nodes: {true}. " + SAID
        ],
        params={
            "measure": {
                "height": "the heights (numbers of levels)",
                "size": "the sizes (numbers of nodes)",
            }
        },
        inputs={"nodes": arena},
        edges=[
            ([(1, 1, 2), (2, -1, -1), (3, -1, -1)],),
            ([],),
            ([(1, 1, -1), (2, 2, -1), (3, -1, -1)],),
            ([(1, 1, 2), (2, 3, 4), (3, -1, -1), (4, -1, -1), (5, -1, -1)],),
        ],
        oracle=lambda nodes, measure: all(
            abs(
                len(inside(nodes, left)) - len(inside(nodes, right))
                if measure == "size"
                else levels(nodes, left) - levels(nodes, right)
            )
            <= 1
            for _, left, right in nodes
        ),
        cost="O(n)",
    ),
    Family(
        signature="paths_with_sum(nodes: list[Node], total: int) -> list[list[int]]",
        records=NODE,
        statement=ARENA + "Return the values along each way down from the root {end} whose sum is "
        "{total}. A way that is the beginning of another comes first, and ways that go to the "
        "left come before those that go to the right.",
        requests=[
            "Find all ways down from the root of a binary tree {end} whose values add up to "
            "{total}, each as a {list} of values, in preorder of their last nodes. " + SAID
        ],
        params={
            "end": {
                "leaf": "to a leaf, that is, a node without children,",
                "anywhere": "to any node, the root itself included,",
            }
        },
        inputs={"nodes": lambda rng: arena(rng, 8, -1, 3), "total": ints(1, 5)},
        edges=[
            ([(1, 1, 2), (2, -1, -1), (2, 3, -1), (0, -1, -1)], 3),
            ([], 0),
            ([(4, -1, -1)], 4),
            ([(3, 1, -1), (0, -1, -1)], 3),
        ],
        cost="O(n^2)",
    ),
    Family(
        signature="best_path(nodes: list[Node]) -> int",
        records=NODE,
        statement=ARENA + "Return the largest sum of the values on a path, which follows links "
        "between parents and children and visits no node twice. {ends} If there are no nodes, "
        "return 0.",
        requests=[
            "What is the largest total of values along a path through a binary tree that uses no "
            "node twice? {ends} An empty tree gives 0. " + SAID
        ],
        params={
            "ends": {
                "any": "It begins and ends at any nodes and has at least one.",
                "root": "It begins at the root, which always counts, and ends anywhere.",
                "leaf": "It begins at the root and ends at a node without children.",
            }
        },
        inputs={"nodes": lambda rng: arena(rng, 7, -6, 6)},
        edges=[
            ([(-1, 1, 2), (4, -1, -1), (5, -1, -1)],),
            ([],),
            ([(-3, -1, -1)],),
            ([(2, 1, -1), (-5, -1, -1)],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="subtree_measures(parents: list[int]) -> list[int]",
        statement="{parents} holds for each node of a tree, by position, the position of its "
        "parent, and -1 for the root, which may stand anywhere, as may parents and children. "
        "Return for each node {what}.",
        requests=[
            "A tree is given as a {list}: {parents} has each node's parent by position, -1 for "
            "the root, in no particular order. For every node, compute {what}."
        ],
        params={
            "what": {
                "size": "the number of nodes below it, itself not included",
                "height": "the number of steps down to the lowest node below it, 0 for a node "
                "without children",
                "leaves": "the number of nodes without children below it, 1 for such a node itself",
            }
        },
        inputs={"parents": parents},
        edges=[([-1, 0, 0, 1],), ([-1],), ([2, 2, -1],), ([1, 2, 3, -1],)],
        cost="O(n)",
    ),
    Family(
        signature="cousins(parents: list[int], node: int) -> list[int]",
        statement="{parents} holds for each node of a tree, by position, the position of its "
        "parent, and -1 for the root; the order is arbitrary. Return in ascending order the "
        "positions of {what}.",
        requests=[
            "In a tree given by {parents} (each node's parent by position, -1 for the root, in "
            "any order), find {what}. Sort the positions in ascending order."
        ],
        params={
            "what": {
                "level": "the other nodes that are as deep in the tree as {node}",
                "cousins": "the nodes whose parents are siblings of the parent of {node}, that "
                "is, have the same parent as it and are different nodes",
                "uncles": "the siblings of the parent of {node}, that is, the other nodes with "
                "the same parent as that; the root has none",
            }
        },
        inputs=lambda rng: (lambda made: (made, rng.randrange(2, len(made))))(family_tree(rng)),
        edges=[
            ([-1, 0, 0, 1, 2, 2, 3], 3),
            ([-1], 0),
            ([-1, 0, 0, 1, 1], 3),
            ([-1, 0, 0, 0, 1, 2, 4, 5], 6),
        ],
    ),
]
