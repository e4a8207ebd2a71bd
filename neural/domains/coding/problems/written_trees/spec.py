"""Trees as texts and orders: written, read back, rebuilt, drawn."""

from neural.domains.coding.arena import ARENA, NODE, SAID, arena
from neural.domains.coding.draw import lists, mixed, one_of, text
from neural.domains.coding.family import Family, invalid


def written(rng, depth=3):
    """A tree in preorder, # for each missing child; now and then a part too much or too little."""

    def write(left):
        if left == 0 or rng.random() < 0.3:
            return ["#"]
        return [str(rng.randint(0, 99)), *write(left - 1), *write(left - 1)]

    parts = write(depth)
    if rng.random() < 0.2:
        parts.insert(rng.randint(0, len(parts)), "#")
    return " ".join(parts[: -1 if rng.random() < 0.1 else None])


def traversals(rng, given):
    """A random tree's values in preorder or postorder and in inorder."""
    inorder = rng.sample(range(1, 10), rng.randint(0, 7))

    def outer(values):
        if not values:
            return []
        root = rng.randrange(len(values))
        left, right = outer(values[:root]), outer(values[root + 1 :])
        top = [values[root]]
        return top + left + right if given == "pre" else left + right + top

    return outer(inorder), inorder


def postfix(rng, depth=3):
    """An expression in postfix notation."""
    if depth == 0 or rng.random() < 0.25:
        return [rng.choice("abcd")]
    return [*postfix(rng, depth - 1), *postfix(rng, depth - 1), rng.choice("+-*/")]


def picture(rng):
    """A square of dots and hashes with uniform quarters."""
    side = rng.choice([1, 2, 4, 4, 4])
    rows = [[rng.choice(".#") for _ in range(side)] for _ in range(side)]
    half = side // 2
    for row in (0, half):
        for column in (0, half):
            if half and rng.random() < 0.5:
                for i in range(row, row + half):
                    rows[i][column : column + half] = [rows[row][column]] * half
    return ["".join(row) for row in rows]


FAMILIES = [
    Family(
        signature="write_tree(nodes: list[Node]) -> str",
        records=NODE,
        statement=ARENA + "Return it as a text in preorder: {form}",
        requests=["Serialise a binary tree as a text, in preorder: {form} " + SAID],
        params={
            "form": {
                "marks": "the values, and # for each missing child, separated by single spaces. "
                "An empty tree is #.",
                "brackets": "a value, followed by its two subtrees in round brackets, as in "
                "1(2)(3). A subtree that is empty is (), but both are left out where a node has "
                "no children, and the right one where only that is empty. An empty tree is the "
                "empty text.",
            }
        },
        inputs={"nodes": lambda rng: arena(rng, 6)},
        edges=[
            ([(1, 1, 2), (2, -1, -1), (3, -1, -1)],),
            ([],),
            ([(-4, -1, -1)],),
            ([(1, -1, 1), (2, 2, -1), (3, -1, -1)],),
        ],
    ),
    Family(
        signature="read_tree(text: str) -> list[int]",
        statement="{text} is a binary tree in preorder: values, which are whole numbers of "
        "decimal digits, and # for each missing child, separated by single spaces. Return its "
        "values {order}. If {text} ends too early or something follows the tree, or if a part is "
        "neither digits nor #, {malformed}.",
        requests=[
            "Deserialise a binary tree and list its values {order}. {text} gives it in preorder "
            "with # for every missing child, as in 1 2 # # #; parts are separated by one space "
            "and values consist of digits. If there is too little, too much or a wrong part, "
            "{malformed}."
        ],
        params={
            "order": {
                "inorder": "in inorder, that is, each between its left and its right subtree",
                "levels": "level by level, from left to right",
            }
        },
        errors={"malformed": invalid("not a tree")},
        inputs={"text": mixed(written, text("12# ", 0, 6), weights=[4, 1])},
        edges=[
            ("1 2 # # 3 # #",),
            ("#",),
            ("",),
            ("1 #",),
            ("# #",),
            ("1 x #",),
            ("5 # 6 7 # # #",),
            ("1  # #",),
        ],
    ),
    Family(
        signature="rebuild(outer: list[int], inorder: list[int]) -> list[int]",
        statement="{inorder} lists the values of a binary tree, which are distinct, each between "
        "those of its left and of its right subtree; {outer} lists the same values in {given}. "
        "Return them in {wanted}.",
        requests=[
            "Reconstruct a binary tree of distinct values from two traversals: {inorder}, and "
            "{outer} in {given}. Give its values back in {wanted}."
        ],
        params={
            "given": {
                "pre": "preorder, each before both of its subtrees",
                "post": "postorder, each after both of its subtrees",
            },
            "wanted": {
                "pre": "preorder, each before both of its subtrees",
                "post": "postorder, each after both of its subtrees",
                "level": "level order, from the root down and from left to right",
            },
        },
        where=lambda given, wanted: given != wanted,
        inputs=traversals,
        edges=lambda given, **_: [
            ([2, 1, 3] if given == "pre" else [1, 3, 2], [1, 2, 3]),
            ([], []),
            ([5], [5]),
            ([1, 2, 3], [3, 2, 1] if given == "pre" else [1, 2, 3]),
        ],
        properties=[lambda outer, result: sorted(outer) == sorted(result)],
        cost="O(n^2)",
    ),
    Family(
        signature="to_infix(postfix: list[str]) -> str",
        statement="{postfix} is an expression in postfix notation: names, and the operators +, -, "
        "* and /, each after its two operands. Build the tree of the expression and return it as "
        "a text in which each operator stands between its operands, with single spaces around it "
        "and round brackets {brackets}. If {postfix} is not one complete expression, {malformed}.",
        requests=[
            "Convert {postfix} (a {list} of names and of + - * /, each operator after its two "
            "operands) to infix notation by way of an expression tree. Put a space on both sides "
            "of an operator, and brackets {brackets}. When an operator lacks operands, or not "
            "exactly one value is left at the end, {malformed}."
        ],
        params={
            "brackets": {
                "all": "around every operation except the outermost",
                "needed": "only around an operand that is an operation of + or - under * or /, "
                "and around a right operand that is an operation of the same rank, where + and - "
                "have one rank and * and / the other",
            }
        },
        errors={"malformed": invalid("not an expression")},
        inputs={"postfix": mixed(postfix, lists(one_of("a", "b", "+", "*"), 0, 4), weights=[5, 1])},
        edges=[
            (["a", "b", "+", "c", "*"],),
            ([],),
            (["a"],),
            (["a", "b"],),
            (["a", "+"],),
            (["a", "b", "c", "-", "-"],),
            (["a", "b", "*", "c", "+"],),
        ],
        cost="O(n^2)",
    ),
    Family(
        signature="quad_text(rows: list[str]) -> str",
        statement="{rows} are a square picture of the characters . and #; the side is a power of "
        "two. Return it as a quadtree in text: a picture of one character only is that character; "
        "any other is the texts of its four quarters between round brackets, as in (#..#). The "
        "quarters come {order}.",
        requests=[
            "Compress a square black-and-white picture ({rows} of # and ., side a power of two) "
            "to a quadtree text. Uniform squares become their character, all others become the "
            "four quarters in round brackets without separators, {order}."
        ],
        params={
            "order": {
                "reading": "row by row: top left, top right, bottom left, bottom right",
                "clockwise": "clockwise: top left, top right, bottom right, bottom left",
            }
        },
        inputs={"rows": picture},
        edges=[(["#.", ".."],), (["#"],), (["..", ".."],), (["##..", "##..", "#.##", "..##"],)],
        cost="O(n log n)",
    ),
]
