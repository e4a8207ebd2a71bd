"""Small graphs that fit a schema, on which its queries are run."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from neural.domains.cypher.schema import Family, Kind, Link, Prop, Schema, families, sample
from neural.domains.cypher.syntax import Point, identifier, properties
from neural.errors import UserError, nearest

MISSING = 0.08  # share of absent values, so that IS NULL has something to find


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


def build(graph_id: str, own: Family | None = None) -> Graph:
    """The graph named `family-number-seed-labels`, of a user's own family where one is given; the
    same name gives the same graph."""
    name, *rest = graph_id.rsplit("-", 3)
    if (name not in families() and not own) or len(rest) != 3 or not rest[-1].isdigit():
        raise UserError(
            f"no graph {graph_id!r}: expected family-number-seed-labels with a family of "
            f"neural/domains/cypher/families.{nearest(name, families())}"
        )
    rng = Random(graph_id)
    schema = sample(own or families()[name], rng, int(rest[-1]), own=own is not None)
    nodes = {kind.label: _nodes(kind, rng) for kind in schema.kinds}
    edges = [
        (number, *edge)
        for number, link in enumerate(schema.links)
        for edge in _edges(link, nodes, rng)
    ]
    return Graph(graph_id, schema, nodes, edges)


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
