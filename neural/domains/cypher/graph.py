"""Small graphs that fit a schema, on which its queries are run."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from neural.domains.cypher.schema import Kind, Link, Prop, Schema, families, sample
from neural.errors import UserError, nearest

# Words that some parsers refuse as a name without backquotes.
KEYWORDS = frozenset(
    """all and any as asc ascending by call case constraint contains count create delete desc
    descending detach distinct drop else end ends exists explain false finish foreach in index
    insert is limit load match merge nodetach none normalize not null of on optional or order
    profile remove return set show single skip starts then true union unique unwind use using when
    where with xor yield""".split()  # noqa: SIM905 (a list of words reads better as text)
)
MISSING = 0.08  # share of absent values, so that IS NULL has something to find


@dataclass(frozen=True, order=True)
class Point:
    """A place on earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Graph:
    """Nodes by label, as property maps. An edge is (number of its link in the schema, number of its
    source among its label's nodes, number of its target, properties)."""

    id: str
    schema: Schema
    nodes: dict[str, list[dict]]
    edges: list[tuple[int, int, int, dict]]

    def create(self) -> str:
        """One CREATE statement that makes the whole graph."""
        names, parts = {}, []
        for kind in self.schema.kinds:
            for index, node in enumerate(self.nodes[kind.label]):
                names[kind.label, index] = f"n{len(names)}"
                parts.append(
                    f"({names[kind.label, index]}:{identifier(kind.label)} {properties(node)})"
                )
        for number, i, j, props in self.edges:
            link = self.schema.links[number]
            source, target = names[link.source.label, i], names[link.target.label, j]
            tail = f" {properties(props)}" if props else ""
            parts.append(f"({source})-[:{identifier(link.type)}{tail}]->({target})")
        return "CREATE " + ", ".join(parts)


def build(graph_id: str) -> Graph:
    """The graph named `family-number-seed-labels`; the same name gives the same graph."""
    name, *rest = graph_id.split("-")
    if name not in families() or len(rest) != 3 or not rest[-1].isdigit():
        raise UserError(
            f"no graph {graph_id!r}: expected family-number-seed-labels with a family of "
            f"neural/domains/cypher/families.{nearest(name, families())}"
        )
    family = families()[name]
    rng = Random(graph_id)
    schema = sample(family, rng, int(rest[-1]))
    nodes = {kind.label: _nodes(kind, rng) for kind in schema.kinds}
    edges = [
        (number, *edge)
        for number, link in enumerate(schema.links)
        for edge in _edges(link, nodes, rng)
    ]
    return Graph(graph_id, schema, nodes, edges)


def identifier(name: str) -> str:
    """A label, type or property as Cypher text, in backquotes where it is no plain word."""
    plain = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and name.lower() not in KEYWORDS
    return name if plain else "`" + name.replace("`", "``") + "`"


def literal(value: object) -> str:
    """A value as Cypher text; quotes, backslashes and line ends cannot leave the literal."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"localdatetime('{value.isoformat(timespec='minutes')}')"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, Point):
        return f"point({{latitude: {value.latitude}, longitude: {value.longitude}}})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
        return f"'{escaped}'"
    return repr(value)


def properties(props: dict) -> str:
    """A property map as Cypher text."""
    return (
        "{"
        + ", ".join(f"{identifier(name)}: {literal(value)}" for name, value in props.items())
        + "}"
    )


def _nodes(kind: Kind, rng: Random) -> list[dict]:
    names = kind.key.spec.values
    nodes = []
    for name in rng.sample(names, min(len(names), rng.randint(7, 11))):
        node = {kind.key.name: name}
        for prop in kind.props[1:]:
            if rng.random() >= MISSING:
                node[prop.name] = draw(prop, rng)
        nodes.append(node)
    return nodes


def _edges(link: Link, nodes: dict[str, list[dict]], rng: Random) -> list[tuple]:
    edges = []
    targets = range(len(nodes[link.target.label]))
    least, most = link.per_source
    for i in range(len(nodes[link.source.label])):
        possible = [j for j in targets if link.source is not link.target or j != i]
        wanted = min(rng.randint(least, max(least, min(most, 4))), len(possible))
        for j in sorted(rng.sample(possible, wanted)):
            edges.append((i, j, {prop.name: draw(prop, rng) for prop in link.props}))
    return edges


def draw(prop: Prop, rng: Random) -> object:
    """A value of a property, from its list or range."""
    if prop.type == "LIST<STRING>":
        return tuple(rng.sample(prop.spec.values, min(len(prop.spec.values), rng.randint(1, 4))))
    if prop.spec.values:
        return rng.choice(prop.spec.values)
    if prop.type == "BOOLEAN":
        return rng.random() < 0.5
    low, high = prop.spec.range
    if prop.type == "INTEGER":
        return rng.randint(low, high)
    if prop.type == "FLOAT":
        return round(rng.uniform(low, high), 1 if high >= 5 else 2)
    if prop.type == "POINT":
        pairs = zip(low, high, strict=True)
        return Point(*(round(rng.uniform(least, most), 3) for least, most in pairs))
    if prop.type == "DATETIME":
        start, end = datetime.fromisoformat(str(low)), datetime.fromisoformat(str(high))
        minutes = int((end - start).total_seconds() // 60)
        return start + timedelta(minutes=rng.randint(0, minutes))
    first, last = date.fromisoformat(str(low)), date.fromisoformat(str(high))
    return first + timedelta(days=rng.randint(0, (last - first).days))
