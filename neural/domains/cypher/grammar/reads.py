"""Questions, each drawn from a scene."""

import re
from collections.abc import Callable

from neural.domains.cypher import model
from neural.domains.cypher.grammar import conditions
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import NUMBERS, SORTABLE, NotHere, Scene
from neural.domains.cypher.model import Measure, NodeSet, Order, Value
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


def _with(*types: str) -> Callable[[Kind], bool]:
    return lambda kind: any(p.type in types for p in kind.props[1:])


NUMERIC = _with(*NUMBERS)


def _order(s: Scene, kind: Kind) -> Order:
    return Order(s.value(kind, *SORTABLE, role="s"), s.chance(0.5))


# Lists


@request("match", core=True, weight=0.6)
def everything(s: Scene) -> model.Listing:
    return model.Listing(NodeSet(s.kind()))


@request("where", core=True, weight=9)
def filtered(s: Scene) -> model.Listing:
    return model.Listing(some(s, least=1))


@request("match", core=True, weight=2)
def with_values(s: Scene) -> model.Listing:
    kind = s.kind(lambda k: len(k.props) > 1)
    first = s.value(kind)
    values = [first]
    if s.full and s.chance(0.3):
        second = s.value(kind)
        values += [second] * (second.prop != first.prop)
    return model.Listing(some(s, kind), tuple(values))


@request("match", core=True, weight=2)
def facts(s: Scene) -> model.Facts:
    kind = s.kind(lambda k: len(k.props) > 1)
    values = [s.value(kind)]
    others = [p for p in kind.props[1:] if p != values[0].prop]
    if others and s.chance(0.4):
        values.append(Value(kind, s.pick(others)))
    return model.Facts(s.named(kind), tuple(values))


@request("match", core=True)
def distinct(s: Scene) -> model.Distinct:
    kind = s.kind(_with("STRING"))
    value = s.value(kind, "STRING", role="g")
    return model.Distinct(some(s, kind, apart=value), value)


@request("order", core=True, weight=1.2)
def ordered(s: Scene) -> model.Listing:
    kind = s.kind(_with(*SORTABLE))
    return model.Listing(some(s, kind, taken=1), order=_order(s, kind))


@request("order", core=True, weight=0.5)
def alphabetical(s: Scene) -> model.Listing:
    kind = s.kind()
    return model.Listing(some(s, kind, taken=1), order=Order(Value(kind, kind.key), s.chance(0.4)))


@request("order", core=True, weight=2)
def top(s: Scene) -> model.Listing:
    kind = s.kind(_with(*SORTABLE))
    order, number = _order(s, kind), s.pick((1, 1, 1, 2, 3, 3, 4, 5))
    values = (order.value,) if number > 1 and s.chance(0.5) else ()
    return model.Listing(some(s, kind, taken=1), values, order, limit=number)


@request("order", weight=0.5)
def page(s: Scene) -> model.Listing:
    kind = s.kind()
    order = Order(Value(kind, kind.key), descending=False)
    return model.Listing(
        some(s, kind, taken=1), order=order, skip=s.pick((1, 2, 3)), limit=s.pick((2, 3))
    )


# Numbers


@request("count", core=True, weight=4)
def count(s: Scene) -> model.Total:
    return model.Total(some(s), Measure("count"))


@request("count", weight=0.7)
def count_distinct(s: Scene) -> model.Total:
    kind = s.kind(_with("STRING"))
    value = s.value(kind, "STRING", role="g")
    return model.Total(some(s, kind, apart=value), Measure("count distinct", value))


@request("count", core=True, weight=0.5)
def count_links(s: Scene) -> model.CountLinks:
    return model.CountLinks(s.link())


@request("aggregate", core=True, weight=3)
def aggregate(s: Scene) -> model.Total:
    kind = s.kind(NUMERIC)
    return model.Total(some(s, kind), _number(s, kind))


@request("aggregate", weight=0.5)
def collect(s: Scene) -> model.Total:
    kind = s.kind()
    return model.Total(some(s, kind), Measure("collect", Value(kind, kind.key)))


# Nobody adds up years, rates or heights.
NOT_ADDED = re.compile(
    r"year|born|found|establish|built|rate|rating|score|temperature|percent|share|\bage\b|level|"
    r"grade|density|price|depth|height|latitude|longitude|average|per |index|speed|ratio|time"
)


def _number(s: Scene, kind: Kind) -> Measure:
    value = s.value(kind, *NUMBERS, role="a")
    functions = ["avg", "min", "max"]
    if not NOT_ADDED.search(f"{value.prop.words} {value.prop.spec.noun}"):
        functions.append("sum")
    if s.full:
        functions += ["stdev", "median"]
    return Measure(s.pick(functions), value)


# Groups


@request("group", core=True, weight=2)
def count_per_value(s: Scene) -> model.Grouped:
    kind = s.kind(_with("STRING", "BOOLEAN"))
    by = s.value(kind, "STRING", "BOOLEAN", role="g")
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"))


@request("group", core=True)
def measure_per_value(s: Scene) -> model.Grouped:
    kind = s.kind(lambda k: _with("STRING")(k) and NUMERIC(k))
    measure = _number(s, kind)
    by = s.value(kind, "STRING", role="g")
    return model.Grouped(some(s, kind, taken=1, apart=by), by, measure)


@request("with", weight=0.7)
def frequent_values(s: Scene) -> model.Grouped:
    kind = s.kind(_with("STRING"))
    having = s.pick(((">", 1), (">=", 2), (">", 2), ("=", 1)))
    by = Value(kind, s.pick(s.props(kind, "STRING")))
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"), having=having)


@request("group", weight=0.7)
def commonest_values(s: Scene) -> model.Grouped:
    kind = s.kind(_with("STRING"))
    by = Value(kind, s.pick(s.props(kind, "STRING")))
    number = s.pick((1, 1, 2, 3))
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"), top=number)


def _joined(s: Scene) -> tuple[Link, bool, NodeSet, NodeSet]:
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
    if any(isinstance(part, model.VersusAverage) for part in model.parts(others)):
        raise NotHere  # an average has to be worked out before the first node is matched
    return link, outward, nodes, others


@request("group", core=True, weight=2)
def count_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    return model.PerNode(nodes, link, outward, others, Measure("count"))


@request("group", core=True)
def measure_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    if not NUMERIC(others.kind) or conditions.repeats(others):
        raise NotHere
    return model.PerNode(nodes, link, outward, others, _number(s, others.kind))


@request("aggregate", core=True)
def collect_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    if conditions.repeats(others):
        raise NotHere
    measure = Measure("collect", Value(others.kind, others.kind.key))
    return model.PerNode(nodes, link, outward, others, measure)


@request("with", core=True, weight=1.5)
def having(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    limit = s.pick(
        ((">", 1), (">", 1), (">", 2), (">", 2), (">=", 2), (">=", 3), ("=", 1), ("=", 2))
    )
    return model.PerNode(nodes, link, outward, others, Measure("count"), having=limit)


@request("order", core=True)
def most_linked(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    number = s.pick((1, 1, 2, 3))
    return model.PerNode(nodes, link, outward, others, Measure("count"), top=number)


@request("optional", core=True)
def count_with_zero(s: Scene) -> model.PerNode:
    link, outward, nodes, others = _joined(s)
    return model.PerNode(nodes, link, outward, others, Measure("count"), zero=True)


@request("with", weight=0.7)
def mean_count(s: Scene) -> model.MeanCount:
    link, _, nodes, others = _joined(s)
    if nodes.kind.label != link.source.label:
        raise NotHere
    return model.MeanCount(nodes, link, True, others)


# Pairs


def _outward(s: Scene) -> tuple[Link, NodeSet, NodeSet]:
    link, outward, nodes, others = _joined(s)
    if not outward:
        raise NotHere
    return link, nodes, others


@request("relationship", core=True, weight=1.5)
def pairs(s: Scene) -> model.Pairs:
    return model.Pairs(*_three(_outward(s)))


def _three(joined: tuple[Link, NodeSet, NodeSet]) -> tuple[NodeSet, Link, NodeSet]:
    link, nodes, others = joined
    return nodes, link, others


@request("optional", core=True)
def pairs_if_any(s: Scene) -> model.Pairs:
    nodes, link, others = _three(_outward(s))
    return model.Pairs(nodes, link, others, zero=True)


@request("relationship property", core=True)
def pairs_on(s: Scene) -> model.Pairs:
    link = s.link(lambda r: joins_two_labels(r) and r.props)
    prop = s.pick(link.props)
    mine = s.pick(s.edges(link))[2][prop.name]
    on = conditions.on_link(s, link, Value(link, prop), mine)
    return model.Pairs(NodeSet(link.source), link, NodeSet(link.target), on=on)


@request("relationship property", core=True)
def pairs_with(s: Scene) -> model.Pairs:
    link = s.link(lambda r: joins_two_labels(r) and r.props)
    nodes = some(s, link.source, taken=1, without=(link.type,))
    value = Value(link, s.pick(link.props))
    return model.Pairs(nodes, link, NodeSet(link.target), values=(value,))


@request("relationship property", core=True)
def link_facts(s: Scene) -> model.LinkFacts:
    link = s.link(lambda r: r.props)
    i, j, _ = s.pick(s.edges(link))
    value = Value(link, s.pick(link.props))
    return model.LinkFacts(link, s.named(link.source, i), s.named(link.target, j), value)


@request("subquery", weight=0.8)
def best(s: Scene) -> model.Best:
    link, nodes, others = _outward(s)
    if not _with(*SORTABLE)(others.kind) or conditions.repeats(others):
        raise NotHere
    order = Order(Value(others.kind, s.pick(s.props(others.kind, *SORTABLE))), s.chance(0.5))
    return model.Best(nodes, link, others, order)


@request("list", weight=0.8)
def gathered(s: Scene) -> model.Gathered:
    nodes, link, others = _three(_outward(s))
    if any(isinstance(one, model.Linked) for one in others.where):
        raise NotHere  # the engine takes no pattern within the pattern of a list
    return model.Gathered(nodes, link, others)


@request("with", weight=0.7)
def of_the_most(s: Scene) -> model.OfTheMost:
    link = s.link(lambda r: _with(*SORTABLE)(r.source))
    order = Order(Value(link.source, s.pick(s.props(link.source, *SORTABLE))), s.chance(0.5))
    return model.OfTheMost(some(s, link.source, taken=2, without=(link.type,)), order, link)


# Paths and single relationships


@request("pattern predicate", weight=0.7)
def is_linked(s: Scene) -> model.IsLinked:
    link = s.link(joins_two_labels)
    i, j, _ = s.pick(s.edges(link))
    number = j if s.chance(0.5) else None  # any other: often false
    return model.IsLinked(link, s.named(link.source, i), s.named(link.target, number))


@request("path", weight=0.5)
def link_types(s: Scene) -> model.LinkTypes:
    link = s.link(joins_two_labels)
    i, j, _ = s.pick(s.edges(link))
    return model.LinkTypes(s.named(link.source, i), s.named(link.target, j))


@request("path", core=True, weight=0.7)
def shortest(s: Scene) -> model.Shortest:
    link = s.link(lambda r: r.source.label == r.target.label)
    one, two = s.rng.sample(range(len(s.nodes(link.source))), 2)
    names = s.full and s.chance(0.4)
    return model.Shortest(link, s.named(link.source, one), s.named(link.source, two), names)


@request("path", weight=0.3)
def mutual(s: Scene) -> model.Mutual:
    link = s.link(lambda r: r.source.label == r.target.label)
    edges = {(i, j) for i, j, _ in s.edges(link)}
    if not any((j, i) in edges for i, j in edges):
        raise NotHere
    return model.Mutual(link)


# Lists, cases, unions


@request("unwind", weight=0.7)
def lookup(s: Scene) -> model.Lookup:
    kind = s.kind(lambda k: len(k.props) > 1)
    names = s.rng.sample([node[kind.key.name] for node in s.nodes(kind)], 3)
    return model.Lookup(kind, tuple(names), s.value(kind))


@request("expression", weight=0.8)
def classified(s: Scene) -> model.Classified:
    kind = s.kind(NUMERIC)
    prop = s.pick(s.props(kind, *NUMBERS))
    limit = s.pick(s.values(kind, prop)[1:])
    high, low = s.pick((("high", "low"), ("large", "small"), ("above", "below"), ("yes", "no")))
    return model.Classified(some(s, kind, taken=1), Value(kind, prop), limit, high, low)


@request("expression", weight=0.7)
def defaulted(s: Scene) -> model.Defaulted:
    kind = s.kind(_with("STRING"))
    default = s.pick(("unknown", "none", "n/a"))
    value = Value(kind, s.pick(s.props(kind, "STRING")))
    return model.Defaulted(some(s, kind, taken=1, apart=value), value, default)


@request("union", weight=0.8)
def together(s: Scene) -> model.Together:
    one, two = s.rng.sample(s.schema.kinds, 2) if len(s.schema.kinds) > 1 else s.pick([])
    half = max(0, s.depth - 1) // 2
    first = conditions.node_set(s, one, s.rng.randint(0, half))
    second = conditions.node_set(s, two, s.rng.randint(0, half))
    return model.Together(first, second)
