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


#: family mutual
def mutual(follows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    known = set(follows)
    return sorted((a, b) for a, b in known if a < b and (b, a) in known)  #: what=both
    return sorted((a, b) for a, b in known if (b, a) not in known)  #: what=unrequited
    #: what=suggest
    further = {(a, d) for a, b in known for c, d in known if b == c and a != d}
    return sorted(further - known)
    #: end
