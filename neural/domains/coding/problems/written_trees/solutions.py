"""Solutions of spec.py's families; see AUTHORING.md."""


#: family write_tree
from typing import NamedTuple


class Node(NamedTuple):
    value: int
    left: int
    right: int


def write_tree(nodes: list[Node]) -> str:
    def write(place: int) -> str:
        if place == -1:
            return "#"  #: form=marks
            return ""  #: form=brackets
        value, left, right = nodes[place]
        #: form=marks
        return f"{value} {write(left)} {write(right)}"
        #: form=brackets
        if right != -1:
            return f"{value}({write(left)})({write(right)})"
        return f"{value}({write(left)})" if left != -1 else str(value)
        #: end

    return write(0 if nodes else -1)


#: family read_tree
from __future__ import annotations

import re
from collections import deque  #: order=levels
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass
class Node:
    value: int
    left: Node | None
    right: Node | None


def build(parts: Iterator[str]) -> Node | None:
    part = next(parts, "")
    if part == "#":
        return None
    if not re.fullmatch("[0-9]+", part):
        raise ValueError("not a tree")
    return Node(int(part), build(parts), build(parts))


#: order=inorder
def inorder(node: Node | None) -> list[int]:
    if not node:
        return []
    return [*inorder(node.left), node.value, *inorder(node.right)]


def read_tree(text: str) -> list[int]:
    parts = iter(text.split(" "))
    root = build(parts)
    if next(parts, None) is not None:
        raise ValueError("not a tree")
    return inorder(root)
#: order=levels
def read_tree(text: str) -> list[int]:
    parts = iter(text.split(" "))
    waiting = deque([build(parts)])
    if next(parts, None) is not None:
        raise ValueError("not a tree")
    values = []
    while waiting:
        if node := waiting.popleft():
            values.append(node.value)
            waiting += [node.left, node.right]
    return values


#: family rebuild
#: wanted=level
from itertools import chain, zip_longest


#: end
def rebuild(outer: list[int], inorder: list[int]) -> list[int]:
    #: wanted=level
    return list(chain.from_iterable(levels(outer, inorder)))


def levels(outer: list[int], inorder: list[int]) -> list[list[int]]:
    #: end
    if not outer:
        return []
    #: given=pre
    root, *rest = outer
    #: given=post
    *rest, root = outer
    #: end
    size = inorder.index(root)
    #: wanted=level
    left = levels(rest[:size], inorder[:size])
    right = levels(rest[size:], inorder[size + 1 :])
    below = zip_longest(left, right, fillvalue=[])
    return [[root], *(one + other for one, other in below)]
    #: wanted=pre|post
    left = rebuild(rest[:size], inorder[:size])
    right = rebuild(rest[size:], inorder[size + 1 :])
    return [root, *left, *right]  #: wanted=pre
    return [*left, *right, root]  #: wanted=post


#: family to_infix
#: brackets=all
def to_infix(postfix: list[str]) -> str:
    waiting: list[str] = []
    for part in postfix:
        if part not in ("+", "-", "*", "/"):
            waiting.append(part)
            continue
        if len(waiting) < 2:
            raise ValueError("not an expression")
        right, left = waiting.pop(), waiting.pop()
        waiting.append(f"({left} {part} {right})")
    if len(waiting) != 1:
        raise ValueError("not an expression")
    return waiting[0].removeprefix("(").removesuffix(")")
#: brackets=needed
RANKS = {"+": 1, "-": 1, "*": 2, "/": 2}


def to_infix(postfix: list[str]) -> str:
    waiting: list[tuple[str, int]] = []  # texts with their ranks; names have 3
    for part in postfix:
        rank = RANKS.get(part)
        if rank is None:
            waiting.append((part, 3))
            continue
        if len(waiting) < 2:
            raise ValueError("not an expression")
        (right, of_right), (left, of_left) = waiting.pop(), waiting.pop()
        if of_left < rank:
            left = f"({left})"
        if of_right <= rank:
            right = f"({right})"
        waiting.append((f"{left} {part} {right}", rank))
    if len(waiting) != 1:
        raise ValueError("not an expression")
    return waiting[0][0]


#: family quad_text
def quad_text(rows: list[str]) -> str:
    first = rows[0][0]
    if all(row == first * len(rows) for row in rows):
        return first
    half = len(rows) // 2
    left = [row[:half] for row in rows]
    right = [row[half:] for row in rows]
    quarters = [left[:half], right[:half], left[half:], right[half:]]  #: order=reading
    quarters = [left[:half], right[:half], right[half:], left[half:]]  #: order=clockwise
    return f"({''.join(map(quad_text, quarters))})"
