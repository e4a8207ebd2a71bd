"""Solutions of spec.py's families; see AUTHORING.md."""


#: family search_tree_order
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass
class Node:
    value: int
    left: Node | None = None
    right: Node | None = None


def insert(node: Node | None, value: int) -> Node:
    if node is None:
        return Node(value)
    if value < node.value:
        node.left = insert(node.left, value)
    elif value > node.value:  #: equal=ignored
    else:  #: equal=right
        node.right = insert(node.right, value)
    return node


def walk(node: Node | None) -> Iterator[int]:
    if node:
        yield node.value  #: order=pre
        yield from walk(node.left)
        yield from walk(node.right)
        yield node.value  #: order=post


def search_tree_order(values: list[int]) -> list[int]:
    root = None
    for value in values:
        root = insert(root, value)
    return list(walk(root))


#: family search_tree
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class _Node:
    value: int
    left: _Node | None = None
    right: _Node | None = None


class SearchTree:
    def __init__(self) -> None:
        self._root: _Node | None = None

    def add(self, value: int) -> bool:
        if self._find(value):
            return False
        self._root = self._added(self._root, value)
        return True

    def remove(self, value: int) -> bool:
        if not self._find(value):
            return False
        self._root = self._removed(self._root, value)
        return True

    def preorder(self) -> list[int]:
        values = []
        waiting = [self._root]
        while waiting:
            if node := waiting.pop():
                values.append(node.value)
                waiting += [node.right, node.left]
        return values

    def _find(self, value: int) -> _Node | None:
        node = self._root
        while node and node.value != value:
            node = node.left if value < node.value else node.right
        return node

    def _added(self, node: _Node | None, value: int) -> _Node:
        if node is None:
            return _Node(value)
        if value < node.value:
            node.left = self._added(node.left, value)
        else:
            node.right = self._added(node.right, value)
        return node

    def _removed(self, node: _Node, value: int) -> _Node | None:
        if value < node.value:
            node.left = self._removed(node.left, value)
        elif value > node.value:
            node.right = self._removed(node.right, value)
        elif node.left is None or node.right is None:
            return node.left or node.right
        else:
            #: heir=next
            heir = node.right
            while heir.left:
                heir = heir.left
            node.value = heir.value
            node.right = self._removed(node.right, heir.value)
            #: heir=previous
            heir = node.left
            while heir.right:
                heir = heir.right
            node.value = heir.value
            node.left = self._removed(node.left, heir.value)
            #: end
        return node


#: family is_search_tree
import math
from typing import NamedTuple


class Node(NamedTuple):
    value: int
    left: int
    right: int


def is_search_tree(nodes: list[Node]) -> bool:
    def fits(place: int, low: float, high: float) -> bool:
        if place == -1:
            return True
        value, left, right = nodes[place]
        if not low <= value <= high:
            return False
        return fits(left, low, value - 1) and fits(right, value + 1, high)  #: left=less and right=greater
        return fits(left, low, value - 1) and fits(right, value, high)  #: left=less and right=least
        return fits(left, low, value) and fits(right, value + 1, high)  #: left=most and right=greater
        return fits(left, low, value) and fits(right, value, high)  #: left=most and right=least

    return not nodes or fits(0, -math.inf, math.inf)


#: family is_balanced
from typing import NamedTuple


class Node(NamedTuple):
    value: int
    left: int
    right: int


def is_balanced(nodes: list[Node]) -> bool:
    balanced = True

    def measure(place: int) -> int:
        nonlocal balanced
        if place == -1:
            return 0
        left, right = measure(nodes[place].left), measure(nodes[place].right)
        balanced = balanced and abs(left - right) <= 1
        return max(left, right) + 1  #: measure=height
        return left + right + 1  #: measure=size

    measure(0 if nodes else -1)
    return balanced


#: family paths_with_sum
from collections.abc import Iterator
from typing import NamedTuple


class Node(NamedTuple):
    value: int
    left: int
    right: int


def paths_with_sum(nodes: list[Node], total: int) -> list[list[int]]:
    def search(place: int, above: list[int]) -> Iterator[list[int]]:
        if place == -1:
            return
        value, left, right = nodes[place]
        path = [*above, value]
        if sum(path) == total:  #: end=anywhere
        if left == right == -1 and sum(path) == total:  #: end=leaf
            yield path
        yield from search(left, path)
        yield from search(right, path)

    return list(search(0 if nodes else -1, []))


#: family best_path
from typing import NamedTuple


class Node(NamedTuple):
    value: int
    left: int
    right: int


#: ends=any
def best_path(nodes: list[Node]) -> int:
    if not nodes:
        return 0
    best = nodes[0].value

    def down(place: int) -> int:
        nonlocal best
        if place == -1:
            return 0
        node = nodes[place]
        left, right = max(down(node.left), 0), max(down(node.right), 0)
        best = max(best, node.value + left + right)
        return node.value + max(left, right)

    down(0)
    return best
#: ends=root
def best_path(nodes: list[Node]) -> int:
    def down(place: int) -> int:
        if place == -1:
            return 0
        value, left, right = nodes[place]
        return value + max(down(left), down(right), 0)

    return down(0) if nodes else 0
#: ends=leaf
def best_path(nodes: list[Node]) -> int:
    def down(place: int) -> int:
        value, *children = nodes[place]
        below = [down(child) for child in children if child != -1]
        return value + max(below, default=0)

    return down(0) if nodes else 0


#: family subtree_measures
def subtree_measures(parents: list[int]) -> list[int]:
    children: list[list[int]] = [[] for _ in parents]
    for node, parent in enumerate(parents):
        if parent != -1:
            children[parent].append(node)
    measures = [0] * len(parents)

    def measure(node: int) -> int:
        below = [measure(child) for child in children[node]]
        measures[node] = sum(below) + len(below)  #: what=size
        measures[node] = max(below, default=-1) + 1  #: what=height
        measures[node] = sum(below) or 1  #: what=leaves
        return measures[node]

    measure(parents.index(-1))
    return measures


#: family cousins
def cousins(parents: list[int], node: int) -> list[int]:
    #: what=level
    def depth(place: int) -> int:
        return 0 if place == -1 else depth(parents[place]) + 1

    level = depth(node)
    others = (each for each in range(len(parents)) if each != node)
    return [each for each in others if depth(each) == level]
    #: what!=level
    parent = parents[node]
    above = parents[parent] if parent != -1 else -1
    if above == -1:
        return []
    uncles = [i for i, each in enumerate(parents) if each == above and i != parent]
    return uncles  #: what=uncles
    return [i for i, each in enumerate(parents) if each in uncles]  #: what=cousins
