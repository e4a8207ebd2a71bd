"""Which nodes of a graph are meant, worked out without any query."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from re import fullmatch
from statistics import fmean

from neural.domains.cypher.graph import Graph
from neural.domains.cypher.model import (
    Between,
    Comparison,
    Condition,
    Either,
    HasItem,
    Known,
    Linked,
    NamedNode,
    Near,
    NodeSet,
    Not,
    OneOf,
    TextMatch,
    Value,
    VersusAverage,
)
from neural.domains.cypher.schema import Kind, Link
from neural.domains.cypher.syntax import Point
from neural.domains.cypher.voice.phrases import same_as

EARTH = 6378140.0  # metres: the radius that Neo4j takes for distances
SIGNS: dict[str, Callable[[object, object], bool]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


@dataclass(frozen=True)
class Answer:
    """Rows; `tied`: equal values leave open which ones, or in which order. `bags`: lists in the
    rows have no order."""

    rows: tuple[tuple, ...]
    ordered: bool = False
    tied: bool = False
    bags: bool = False

    def same(self, other: "Answer") -> bool:
        """Whether the rows are equal, in order where both have one."""
        one, two = (
            [_unordered(row) for row in a.rows] if self.bags else a.rows for a in (self, other)
        )
        if self.ordered and other.ordered:
            return list(one) == list(two)
        return sorted(map(repr, one)) == sorted(map(repr, two))


def _unordered(row: tuple) -> tuple:
    return tuple(tuple(sorted(v, key=repr)) if isinstance(v, tuple) else v for v in row)


class World:
    """A graph, indexed. Nodes are numbers within their label."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._out: dict[tuple, dict[int, list]] = {}
        self._in: dict[tuple, dict[int, list]] = {}
        self._members: dict[int, tuple[NodeSet | NamedNode, list[int]]] = {}
        for number, link in enumerate(graph.schema.links):
            out, back = defaultdict(list), defaultdict(list)
            for n, i, j, props in graph.edges:
                if n == number:
                    out[i].append((j, props))
                    back[j].append((i, props))
            self._out[_name(link)], self._in[_name(link)] = out, back

    def nodes(self, kind: Kind) -> list[dict]:
        return self.graph.nodes[kind.label]

    def key(self, kind: Kind, number: int) -> str:
        return self.nodes(kind)[number][kind.key.name]

    def ends(self, link: Link, outward: bool, number: int) -> list[tuple[int, dict]]:
        """(node, relationship's properties) at the other ends."""
        return (self._out if outward else self._in)[_name(link)].get(number, [])

    def members(self, nodes: NodeSet | NamedNode) -> list[int]:
        """The nodes that are meant."""
        if id(nodes) not in self._members:  # asked for again for each node that may be linked to it
            self._members[id(nodes)] = nodes, self._find(nodes)
        return self._members[id(nodes)][1]

    def _find(self, nodes: NodeSet | NamedNode) -> list[int]:
        everyone = range(len(self.nodes(nodes.kind)))
        if isinstance(nodes, NamedNode):
            return [n for n in everyone if self.key(nodes.kind, n) == nodes.name]
        return [n for n in everyone if all(self.holds(c, nodes.kind, n) for c in nodes.where)]

    def value(self, value: Value, number: int) -> object:
        """A value of a node; None where it is missing."""
        return of(value, self.nodes(value.owner)[number])

    def holds(self, condition: Condition, kind: Kind, number: int) -> bool | None:
        """Whether a node fulfils a condition; None where a value is missing, as in Cypher."""
        match condition:
            case Linked():
                return self._linked(condition, kind, number)
            case Either(conditions):
                return any(self.holds(one, kind, number) for one in conditions)
            case Not(inner):
                held = self.holds(inner, kind, number)
                return None if held is None else not held
            case Known(value, known):
                return (self.value(value, number) is not None) == known
        return self._property(condition, self.value(condition.value, number))

    def _property(self, condition: Condition, mine: object) -> bool | None:
        if mine is None:
            return None
        match condition:
            case Comparison(_, sign, literal):
                return SIGNS[sign](mine, literal)
            case Between(_, low, high):
                return low <= mine <= high
            case OneOf(_, literals):
                return mine in literals
            case TextMatch(_, operator, piece, any_case):
                return _matches(mine.lower() if any_case else mine, operator, piece, any_case)
            case HasItem(_, item):
                return item in mine
            case Near(_, centre, metres):
                return distance(mine, centre) < metres
            case VersusAverage(value, sign):
                everyone = range(len(self.nodes(value.owner)))
                there = [v for n in everyone if (v := self.value(value, n)) is not None]
                return SIGNS[sign](mine, fmean(there))
        raise TypeError(f"no condition: {condition!r}")

    def _linked(self, linked: Linked, kind: Kind, number: int) -> bool:
        others = set(self.members(linked.other))
        if linked.steps != (1, 1):
            return bool(others & self._reached(linked, number))
        shared = same_as(linked)
        if shared and self.key(kind, number) == shared.name:
            return False  # "the same as" means another one's
        found = sum(
            1
            for end, props in self.ends(linked.link, linked.outward, number)
            if end in others
            and (not linked.on or self._property(linked.on, of(linked.on.value, props)))
        )
        if linked.count:
            sign, limit = linked.count
            return SIGNS[sign](found, limit)
        return found > 0

    def _reached(self, linked: Linked, start: int) -> set[int]:
        """Ends of walks that take no relationship twice."""
        low, high = linked.steps
        if low == 1:  # a walk is never longer than it must be, so that levels will do
            found, level, far = set(), {start}, 0
            while level and (high is None or far < high):
                ends = {e for n in level for e, _ in self.ends(linked.link, linked.outward, n)}
                level, far = ends - found, far + 1
                found |= ends
            return found
        return set(self._walks(linked, start, high, frozenset()))

    def _walks(self, linked: Linked, at: int, left: int, used: frozenset) -> Iterable[int]:
        if not left:
            yield at
            return
        for end, _ in self.ends(linked.link, linked.outward, at):
            if (at, end) not in used:
                yield from self._walks(linked, end, left - 1, used | {(at, end)})

    def joined(self, nodes: NodeSet, link: Link, outward: bool, others: NodeSet, on=None):
        """(node, [(other, relationship's properties)]) of each node, the empty ones too."""
        far = set(self.members(others))
        for number in self.members(nodes):
            ends = self.ends(link, outward, number)
            kept = [
                (end, props)
                for end, props in ends
                if end in far and (not on or self._property(on, of(on.value, props)))
            ]
            yield number, kept


def of(value: Value, props: dict) -> object:
    """A value of a property map."""
    mine = props.get(value.prop.name)
    return value.function.python(mine) if value.function and mine is not None else mine


def distance(one: Point, other: Point) -> float:
    """Metres on the sphere."""
    a, b = radians(one.latitude), radians(other.latitude)
    turn = radians(other.longitude - one.longitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(turn / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def _name(link: Link) -> tuple[str, str, str]:
    return link.source.label, link.type, link.target.label


def _matches(text: str, operator: str, piece: str, any_case: bool) -> bool:
    piece = piece.lower() if any_case else piece
    match operator:
        case "STARTS WITH":
            return text.startswith(piece)
        case "ENDS WITH":
            return text.endswith(piece)
        case "CONTAINS":
            return piece in text
    return fullmatch(piece, text) is not None
