"""Solutions of spec.py's families; see AUTHORING.md."""


#: family prefix_counter
from __future__ import annotations


class _Node:
    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.below = 0  # words that pass through here or end here
        self.ends = 0


class PrefixCounter:
    def __init__(self) -> None:
        self._root = _Node()

    def add(self, word: str) -> None:
        #: repeated=once
        if (end := self._find(word)) and end.ends:
            return
        #: end
        node = self._root
        node.below += 1
        for letter in word:
            node = node.children.setdefault(letter, _Node())
            node.below += 1
        node.ends += 1

    def remove(self, word: str) -> bool:
        end = self._find(word)
        if not end or not end.ends:
            return False
        end.ends -= 1
        node = self._root
        node.below -= 1
        for letter in word:
            node = node.children[letter]
            node.below -= 1
        return True

    def count(self, prefix: str) -> int:
        node = self._find(prefix)
        return node.below if node else 0

    def _find(self, prefix: str) -> _Node | None:
        node: _Node | None = self._root
        for letter in prefix:
            node = node and node.children.get(letter)
        return node


#: family shortest_prefixes
from collections import Counter


def shortest_prefixes(words: list[str]) -> list[str]:
    users = Counter(word[:n] for word in words for n in range(1, len(word) + 1))

    def shortest(word: str) -> str:
        prefixes = (word[:n] for n in range(1, len(word) + 1))
        return next((each for each in prefixes if users[each] == 1), word)  #: covered=whole
        return next((each for each in prefixes if users[each] == 1), "")  #: covered=empty

    return [shortest(word) for word in words]


#: family longest_route
def longest_route(routes: dict[str, int], address: str) -> int | None:
    #: matching=letters
    for end in range(len(address), -1, -1):
        if address[:end] in routes:
            return routes[address[:end]]
    return None
    #: matching=parts
    while address:
        if address in routes:
            return routes[address]
        address = address.rpartition(".")[0]
    return routes.get("")
    #: end


#: family heapify
def heapify(values: list[int]) -> None:
    for parent in reversed(range(len(values) // 2)):
        sink(values, parent)


def sink(values: list[int], parent: int) -> None:
    while (child := 2 * parent + 1) < len(values):
        if child + 1 < len(values) and values[child + 1] < values[child]:  #: order=min
        if child + 1 < len(values) and values[child + 1] > values[child]:  #: order=max
            child += 1
        if values[child] >= values[parent]:  #: order=min
        if values[child] <= values[parent]:  #: order=max
            return
        values[parent], values[child] = values[child], values[parent]
        parent = child


#: family wide_heap
class WideHeap:
    def __init__(self, width: int) -> None:
        self._width = width
        self._items: list[int] = []

    def push(self, item: int) -> None:
        items = self._items
        place = len(items)
        items.append(item)
        while place:
            parent = (place - 1) // self._width
            if items[place] >= items[parent]:  #: order=min
            if items[place] <= items[parent]:  #: order=max
                break
            items[place], items[parent] = items[parent], items[place]
            place = parent

    def pop(self) -> int:
        if not self._items:
            raise RuntimeError("the heap is empty")
        top = self._items[0]
        last = self._items.pop()
        if self._items:
            self._items[0] = last
            self._sink()
        return top

    def layout(self) -> list[int]:
        return list(self._items)

    def _sink(self) -> None:
        items, place = self._items, 0
        while children := range(len(items))[self._width * place + 1 :][: self._width]:
            child = min(children, key=items.__getitem__)  #: order=min
            child = max(children, key=items.__getitem__)  #: order=max
            if items[child] >= items[place]:  #: order=min
            if items[child] <= items[place]:  #: order=max
                return
            items[place], items[child] = items[child], items[place]
            place = child


#: family prefix_totals
class PrefixTotals:
    def __init__(self, size: int) -> None:
        self._size = size
        self._sums = [0] * (size + 1)  # the place 0 stays unused

    def add(self, place: int, amount: int) -> None:
        self._check(place)
        at = place + 1  #: span!=from
        at = self._size - place  #: span=from
        while at <= self._size:
            self._sums[at] += amount
            at += at & -at

    def total(self, place: int) -> int:
        self._check(place)
        at = place + 1  #: span=up_to
        at = place  #: span=before
        at = self._size - place  #: span=from
        total = 0
        while at:
            total += self._sums[at]
            at &= at - 1
        return total

    def _check(self, place: int) -> None:
        if not 0 <= place < self._size:
            raise ValueError("no such place")


#: family segment_tree
class SegmentTree:
    def __init__(self, values: list[int]) -> None:
        self._size = len(values)
        self._nodes = [0] * self._size + values
        for node in reversed(range(1, self._size)):
            self._update(node)

    def change(self, place: int, value: int) -> None:
        node = place + self._size
        self._nodes[node] = value
        while node > 1:
            node //= 2
            self._update(node)

    def query(self, start: int, end: int) -> int:
        if not 0 <= start < end <= self._size:
            raise ValueError("no such part")
        found = []
        start += self._size
        end += self._size
        while start < end:
            if start % 2:
                found.append(self._nodes[start])
                start += 1
            if end % 2:
                end -= 1
                found.append(self._nodes[end])
            start //= 2
            end //= 2
        return min(found)  #: what=min
        return max(found)  #: what=max
        return sum(found)  #: what=sum

    def _update(self, node: int) -> None:
        left, right = self._nodes[2 * node : 2 * node + 2]
        self._nodes[node] = min(left, right)  #: what=min
        self._nodes[node] = max(left, right)  #: what=max
        self._nodes[node] = left + right  #: what=sum


#: family disjoint_sets
class DisjointSets:
    def __init__(self, size: int) -> None:
        self._parents = list(range(size))
        self._sizes = [1] * size  #: chosen=larger
        self._count = size

    def join(self, first: int, second: int) -> bool:
        winner, loser = self.leader(first), self.leader(second)  #: chosen=larger
        winner, loser = sorted((self.leader(first), self.leader(second)))  #: chosen=smallest
        winner, loser = self.leader(second), self.leader(first)  #: chosen=second
        if winner == loser:
            return False
        #: chosen=larger
        if self._sizes[winner] < self._sizes[loser]:
            winner, loser = loser, winner
        self._sizes[winner] += self._sizes[loser]
        #: end
        self._parents[loser] = winner
        self._count -= 1
        return True

    def leader(self, item: int) -> int:
        parents = self._parents
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    def count(self) -> int:
        return self._count


#: family level_summary
def level_summary(tree: list[int | None]) -> list[int]:
    summary = []
    start, width = 0, 1
    while start < len(tree):
        level = [each for each in tree[start : start + width] if each is not None]
        if not level:
            break
        summary.append(sum(level))  #: what=sum
        summary.append(max(level))  #: what=largest
        summary.append(level[-1])  #: what=last
        start += width
        width *= 2
    return summary


#: family code_lengths
import heapq
from itertools import count


def code_lengths(counts: dict[str, int]) -> dict[str, int]:
    if len(counts) == 1:
        return dict.fromkeys(counts, 1)
    numbers = count()  #: tie=earlier
    numbers = count(0, -1)  #: tie=later
    trees = [(counts[letter], next(numbers), letter) for letter in sorted(counts)]
    heapq.heapify(trees)
    lengths = dict.fromkeys(counts, 0)
    while len(trees) > 1:
        first, _, left = heapq.heappop(trees)
        second, _, right = heapq.heappop(trees)
        for letter in left + right:
            lengths[letter] += 1
        heapq.heappush(trees, (first + second, next(numbers), left + right))
    return lengths


#: family prune
def prune(tree: list[int | None], least: int) -> list[int | None]:
    kept = list(tree)
    #: gone=branch
    for place, value in enumerate(kept):
        cut = place > 0 and kept[(place - 1) // 2] is None
        if value is not None and (cut or value < least):
            kept[place] = None
    #: gone=leaves
    for place in reversed(range(len(kept))):
        value = kept[place]
        children = kept[2 * place + 1 : 2 * place + 3]
        if value is not None and value < least and not any_node(children):
            kept[place] = None
    #: end
    while kept and kept[-1] is None:
        kept.pop()
    return kept
#: gone=leaves


def any_node(places: list[int | None]) -> bool:
    return any(each is not None for each in places)
