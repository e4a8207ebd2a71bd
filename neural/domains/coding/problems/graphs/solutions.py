"""Solutions of spec.py's families; see AUTHORING.md."""


#: family reachable
from collections import defaultdict


def reachable(links: list[tuple[str, str]], start: str) -> list[str]:
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in links:
        neighbours[first].add(second)
        neighbours[second].add(first)  #: direction=both
    found = {start}  #: itself=in
    found: set[str] = set()  #: itself=cycle
    waiting = [start]
    while waiting:
        for name in neighbours[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return sorted(found)


#: family build_order
class CycleError(Exception):
    pass


def build_order(needs: list[tuple[str, str]]) -> list[str]:
    missing: dict[str, set[str]] = {name: set() for pair in needs for name in pair}
    for name, needed in needs:
        missing[name].add(needed)
    order: list[str] = []
    while missing:
        ready = [name for name, needed in missing.items() if not needed]
        if not ready:
            raise CycleError("the needs form a cycle")
        chosen = min(ready)  #: choice=first
        chosen = max(ready)  #: choice=last
        order.append(chosen)
        del missing[chosen]
        for needed in missing.values():
            needed.discard(chosen)
    return order


#: family build_stages
class CycleError(Exception):
    pass


def build_stages(needs: list[tuple[str, str]]) -> list[list[str]]:
    before: dict[str, set[str]] = {name: set() for pair in needs for name in pair}
    for name, needed in needs:
        before[name].add(needed)  #: when=early
        before[needed].add(name)  #: when=late
    stages = []
    while before:
        stage = sorted(name for name, others in before.items() if not others)
        if not stage:
            raise CycleError("the needs form a cycle")
        stages.append(stage)
        done = set(stage)
        before = {
            name: others - done for name, others in before.items() if name not in done
        }
    return stages  #: when=early
    return stages[::-1]  #: when=late


#: family has_cycle
def has_cycle(links: list[tuple[str, str]]) -> bool:
    #: direction=directed
    left = set(links)
    while left:
        targets = {target for _, target in left}
        kept = {link for link in left if link[0] in targets}
        if kept == left:
            return True
        left = kept
    return False
    #: direction=both
    groups: dict[str, str] = {}

    def root(name: str) -> str:
        while name in groups:
            name = groups[name]
        return name

    for first, second in links:
        if root(first) == root(second):
            return True
        groups[root(first)] = root(second)
    return False
    #: end


#: family groups
def groups(links: list[tuple[str, str]]) -> list[list[str]]:
    found: list[set[str]] = []
    for link in links:
        joined = set(link)
        joined.update(*(group for group in found if group & joined))
        found = [group for group in found if not group & joined] + [joined]
    return sorted(sorted(group) for group in found)  #: order=name
    #: order=size
    return sorted(map(sorted, found), key=lambda group: (-len(group), group))
    #: end


#: family cheapest
import heapq
from collections import defaultdict
from typing import NamedTuple


class Road(NamedTuple):
    source: str
    target: str
    cost: int


def cheapest(roads: list[Road], start: str, goal: str) -> int | None:
    leaving: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for source, target, cost in roads:
        leaving[source].append((target, cost))
        leaving[target].append((source, cost))  #: direction=both
    done: set[str] = set()
    waiting = [(0, start)]
    while waiting:
        so_far, place = heapq.heappop(waiting)
        if place == goal:
            return so_far
        if place in done:
            continue
        done.add(place)
        for target, cost in leaving[place]:
            heapq.heappush(waiting, (so_far + cost, target))  #: what=total
            heapq.heappush(waiting, (max(so_far, cost), target))  #: what=worst
    return None


#: family network_cost
from typing import NamedTuple


class Cable(NamedTuple):
    first: str
    second: str
    cost: int


def network_cost(cables: list[Cable]) -> int:
    group = {name: name for cable in cables for name in cable[:2]}
    total = 0
    for cable in sorted(cables, key=lambda cable: cable.cost):  #: which=min
    for cable in sorted(cables, key=lambda cable: -cable.cost):  #: which=max
        old, new = group[cable.first], group[cable.second]
        if old != new:
            total += cable.cost
            group = {name: new if at == old else at for name, at in group.items()}
    if len(set(group.values())) > 1:
        raise ValueError("not everything can be connected")
    return total


#: family shortest_path
#: moves=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: moves=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def shortest_path(grid: list[str]) -> int | None:
    free = {
        (row, column)
        for row, line in enumerate(grid)
        for column, cell in enumerate(line)
        if cell == "."
    }
    goal = (len(grid) - 1, len(grid[0]) - 1)
    front = {(0, 0)} & free
    steps = 0
    while front:
        if goal in front:
            return steps
        free -= front
        front = {(r + dr, c + dc) for r, c in front for dr, dc in STEPS} & free
        steps += 1
    return None


#: family measure_islands
#: how=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: how=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def measure_islands(rows: list[str]) -> int:
    land = {(r, c) for r, row in enumerate(rows) for c, x in enumerate(row) if x == "#"}
    sizes = []
    while land:
        waiting = [land.pop()]
        size = 0
        while waiting:
            row, column = waiting.pop()
            size += 1
            near = {(row + dr, column + dc) for dr, dc in STEPS} & land
            land -= near
            waiting.extend(near)
        sizes.append(size)
    return len(sizes)  #: what=count
    return max(sizes, default=0)  #: what=largest


#: family flood_fill
#: how=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: how=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def flood_fill(rows: list[str], row: int, column: int) -> list[str]:
    cells = [list(line) for line in rows]
    old = cells[row][column]
    waiting = [(row, column)]
    while waiting:
        r, c = waiting.pop()
        if 0 <= r < len(cells) and 0 <= c < len(cells[r]) and cells[r][c] == old:
            cells[r][c] = "*"
            waiting += [(r + dr, c + dc) for dr, dc in STEPS]
    return ["".join(line) for line in cells]


#: family depth
def depth(tree: dict[str, list[str]], root: str) -> int:
    #: what=levels
    return 1 + max((depth(tree, child) for child in tree.get(root, [])), default=0)
    #: what=nodes
    return 1 + sum(depth(tree, child) for child in tree.get(root, []))
    #: what=leaves
    return sum(depth(tree, child) for child in tree.get(root, [])) or 1
    #: what=widest
    level = [root]
    widest = 0
    while level:
        widest = max(widest, len(level))
        level = [child for name in level for child in tree.get(name, [])]
    return widest
    #: end


#: family walk
def walk(tree: dict[str, list[str]], root: str) -> list[str]:
    below = [walk(tree, child) for child in tree.get(root, [])]  #: order=pre|post
    return [root, *(name for part in below for name in part)]  #: order=pre
    return [*(name for part in below for name in part), root]  #: order=post
    #: order=level|bottom
    levels = []
    level = [root]
    while level:
        levels.append(level)
        level = [child for name in level for child in tree.get(name, [])]
    return [name for level in levels for name in level]  #: order=level
    return [name for level in reversed(levels) for name in level]  #: order=bottom
    #: end


#: family outline
def outline(tree: dict[str, list[str]], root: str) -> list[str]:
    lines: list[str] = []

    #: style=indent
    def visit(name: str, level: int) -> None:
        lines.append("  " * level + name)
        for child in tree.get(name, []):
            visit(child, level + 1)

    visit(root, 0)
    #: style=numbers
    def visit(name: str, number: str) -> None:
        lines.append(f"{number} {name}")
        for place, child in enumerate(tree.get(name, []), 1):
            visit(child, f"{number}.{place}")

    visit(root, "1")
    #: style=path
    def visit(name: str, path: str) -> None:
        lines.append(path + name)
        for child in tree.get(name, []):
            visit(child, f"{path}{name}/")

    visit(root, "")
    #: end
    return lines


#: family common_ancestor
def common_ancestor(parents: dict[str, str], first: str, second: str) -> str | None:
    ours = _ancestors(parents, first)
    theirs = set(_ancestors(parents, second))
    return next((name for name in ours if name in theirs), None)


def _ancestors(parents: dict[str, str], name: str) -> list[str]:
    path = [name]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return path  #: itself=in
    return path[1:]  #: itself=out


#: family mutual
def mutual(follows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    known = set(follows)
    return sorted((a, b) for a, b in known if a < b and (b, a) in known)  #: what=both
    return sorted((a, b) for a, b in known if (b, a) not in known)  #: what=unrequited
    #: what=suggest
    further = {(a, d) for a, b in known for c, d in known if b == c and a != d}
    return sorted(further - known)
    #: end
