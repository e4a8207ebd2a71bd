"""Whether what a query names is in the schema of its graph, and can be there together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from neural.domains.cypher.schema import Schema
from neural.errors import nearest

LONGEST = 50  # steps of a path that are followed one by one

Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Problem:
    """What is wrong at a place of a query; lines and columns count from 1. Neo4j would run a query
    that has warnings alone."""

    severity: Literal["error", "warning"]
    message: str
    line: int
    column: int

    def __lt__(self, other: "Problem") -> bool:
        return (self.line, self.column, self.message) < (other.line, other.column, other.message)


def misfits(mentions: dict, schema: Schema) -> Iterator[Problem]:
    """What does not fit: unknown names, properties of other labels, relationships that cannot
    be where they are. `mentions` is what mentions.mjs found in one statement."""
    graph = _Graph(schema)
    for name, kind, line, column in mentions["labels"]:
        known = graph.known(kind)
        if name not in known:
            what = {"label": "label", "type": "relationship type"}.get(kind, "label or type")
            message = f"The schema has no {what} {name}.{nearest(name, known)}"
            yield Problem("warning", message, line, column)
    elements = [graph.candidates(kind, names) for kind, names in mentions["elements"]]
    yield from graph.steps(mentions["steps"], elements)
    for element, name, line, column in mentions["properties"]:
        owners = elements[element]
        kind = mentions["elements"][element][0]
        known = {one for owner in owners or () for one in graph.props[kind][owner]}
        if owners and name not in known:
            message = f"{' or '.join(sorted(owners))} has no property {name}.{nearest(name, known)}"
            if owners == graph.known("label" if kind == "node" else "type"):
                message = f"No {kind} has a property {name}.{nearest(name, known)}"
            yield Problem("warning", message, line, column)


@dataclass
class _Graph:
    """A schema's names, and which labels each relationship type joins."""

    schema: Schema
    props: dict[str, dict[str, set[str]]] = field(init=False)

    def __post_init__(self) -> None:
        nodes = {kind.label: {p.name for p in kind.props} for kind in self.schema.kinds}
        links: dict[str, set[str]] = {}
        for link in self.schema.links:
            links.setdefault(link.type, set()).update(p.name for p in link.props)
        self.props = {"node": nodes, "relationship": links}

    def known(self, kind: str) -> set[str]:
        nodes, links = set(self.props["node"]), set(self.props["relationship"])
        return {"label": nodes, "type": links}.get(kind, nodes | links)

    def candidates(self, kind: str, names: list[str] | None) -> set[str] | None:
        """Labels or types that an element may have; None where its own are unknown."""
        known = set(self.props[kind])
        return known if names is None else (known & set(names)) or None

    def steps(self, steps: Iterable[list], elements: list[set[str] | None]) -> Iterator[Problem]:
        """The impossible steps of patterns. What a possible step leaves possible for an element
        holds for the others, so that a node without a label gets those that it can have."""
        found: set[Problem] = set()
        changed = True
        while changed:
            changed = False
            for left, via, right, direction, least, most, holds, line, column in steps:
                ends = elements[left], elements[via], elements[right]
                if not all(ends):
                    continue
                walks = self.walks(ends[1], direction, least, most)
                fits = {pair for pair in walks if pair[0] in ends[0] and pair[1] in ends[2]}
                if not fits:
                    message = f"The schema has no {_pattern(*ends, direction, self)}."
                    found.add(Problem("warning", message, line, column))
                elif holds and fits != set(product(ends[0], ends[2])):
                    after = {a for a, _ in fits}, {b for _, b in fits}
                    changed |= after != (ends[0], ends[2])
                    elements[left], elements[right] = after
        yield from sorted(found)

    def walks(self, types: set[str], direction: str, least: int, most: int | None) -> Pairs:
        """The labels at both ends of paths over relationships of the types."""
        once = {(x.source.label, x.target.label) for x in self.schema.links if x.type in types}
        back = {(b, a) for a, b in once}
        once = {">": once, "<": back, "-": once | back}[direction]
        least = min(least, LONGEST)
        # After as many steps as there are labels, all that can be reached has been.
        last = least + len(self.props["node"])
        last = last if most is None else min(most, last)
        walks: Pairs = set()
        now = {(label, label) for label in self.props["node"]}
        for length in range(last + 1):
            if length >= least:
                walks |= now
            now = {(a, c) for a, b in now for start, c in once if b == start}
        return walks


def _pattern(left: set[str], via: set[str], right: set[str], direction: str, graph: _Graph) -> str:
    ends = [_choice(end, graph.known("label")) for end in (left, right)]
    start, end = "<" * (direction == "<"), ">" * (direction == ">")
    return f"({ends[0]}){start}-[{_choice(via, graph.known('type'))}]-{end}({ends[1]})"


def _choice(names: set[str], known: set[str]) -> str:
    return "" if names == known else f":{'|'.join(sorted(names))}"
