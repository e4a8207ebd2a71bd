"""What several requests are made of: nodes, orders, relationships with their ends."""

from collections.abc import Callable

from neural.domains.cypher import model
from neural.domains.cypher.composition import parts
from neural.domains.cypher.grammar import conditions
from neural.domains.cypher.grammar.scene import NUMBERS, SORTABLE, NotHere, Scene
from neural.domains.cypher.model import NodeSet, Order, Value
from neural.domains.cypher.schema import Kind, Link


def some(
    s: Scene,
    kind: Kind | None = None,
    taken: int = 0,
    least: int = 0,
    without: tuple[str, ...] = (),
    apart: Value | None = None,
) -> NodeSet:
    """Nodes with as many conditions as the depth allows beside what is `taken` already."""
    kind = kind or s.kind()
    budget = max(least, s.depth - taken)
    if s.chance(0.3):
        budget = s.rng.randint(least, budget)
    return conditions.node_set(s, kind, budget, without=without, apart=apart)


def joins_two_labels(link: Link) -> bool:
    return link.source.label != link.target.label


def having_any(*types: str) -> Callable[[Kind], bool]:
    return lambda kind: any(p.type in types for p in kind.props[1:])


NUMERIC = having_any(*NUMBERS)


def some_order(s: Scene, kind: Kind) -> Order:
    return Order(s.value(kind, *SORTABLE, role="s"), s.chance(0.5))


def joined(s: Scene) -> tuple[Link, bool, NodeSet, NodeSet]:
    """Nodes, the relationship that joins them to others, and those."""
    link = s.link(joins_two_labels)
    outward = not s.chance(0.3)
    near, far = (link.source, link.target) if outward else (link.target, link.source)
    i, j, _ = s.pick(s.edges(link))
    mine, other = (i, j) if outward else (j, i)
    spare = max(0, s.depth - 1) if s.chance(0.7) else 0
    here = s.rng.randint(0, spare)
    nodes = conditions.node_set(s, near, here, mine, {link.type})
    others = conditions.node_set(s, far, spare - here, other, {link.type})
    if any(isinstance(part, model.VersusAverage) for part in parts(others)):
        raise NotHere  # an average has to be worked out before the first node is matched
    return link, outward, nodes, others
