"""Counts, sums and groups, drawn from a scene."""

import re

from neural.domains.cypher import model
from neural.domains.cypher.grammar import conditions
from neural.domains.cypher.grammar.parts import (
    NUMERIC,
    having_any,
    joined,
    some,
)
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import NUMBERS, NotHere, Scene
from neural.domains.cypher.model import Measure, Value
from neural.domains.cypher.schema import Kind


@request("count", core=True, weight=4)
def count(s: Scene) -> model.Total:
    return model.Total(some(s), Measure("count"))


@request("count", weight=0.7)
def count_distinct(s: Scene) -> model.Total:
    kind = s.kind(having_any("STRING"))
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
    kind = s.kind(having_any("STRING", "BOOLEAN"))
    by = s.value(kind, "STRING", "BOOLEAN", role="g")
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"))


@request("group", core=True)
def measure_per_value(s: Scene) -> model.Grouped:
    kind = s.kind(lambda k: having_any("STRING")(k) and NUMERIC(k))
    measure = _number(s, kind)
    by = s.value(kind, "STRING", role="g")
    return model.Grouped(some(s, kind, taken=1, apart=by), by, measure)


@request("with", weight=0.7)
def frequent_values(s: Scene) -> model.Grouped:
    kind = s.kind(having_any("STRING"))
    having = s.pick(((">", 1), (">=", 2), (">", 2), ("=", 1)))
    by = Value(kind, s.pick(s.props(kind, "STRING")))
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"), having=having)


@request("group", weight=0.7)
def commonest_values(s: Scene) -> model.Grouped:
    kind = s.kind(having_any("STRING"))
    by = Value(kind, s.pick(s.props(kind, "STRING")))
    number = s.pick((1, 1, 2, 3))
    return model.Grouped(some(s, kind, taken=1, apart=by), by, Measure("count"), top=number)


@request("group", core=True, weight=2)
def count_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    return model.PerNode(nodes, link, outward, others, Measure("count"))


@request("group", core=True)
def measure_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    if not NUMERIC(others.kind) or conditions.repeats(others):
        raise NotHere
    return model.PerNode(nodes, link, outward, others, _number(s, others.kind))


@request("aggregate", core=True)
def collect_per_node(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    if conditions.repeats(others):
        raise NotHere
    measure = Measure("collect", Value(others.kind, others.kind.key))
    return model.PerNode(nodes, link, outward, others, measure)


@request("with", core=True, weight=1.5)
def having(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    limit = s.pick(
        ((">", 1), (">", 1), (">", 2), (">", 2), (">=", 2), (">=", 3), ("=", 1), ("=", 2))
    )
    return model.PerNode(nodes, link, outward, others, Measure("count"), having=limit)


@request("order", core=True)
def most_linked(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    number = s.pick((1, 1, 2, 3))
    return model.PerNode(nodes, link, outward, others, Measure("count"), top=number)


@request("optional", core=True)
def count_with_zero(s: Scene) -> model.PerNode:
    link, outward, nodes, others = joined(s)
    return model.PerNode(nodes, link, outward, others, Measure("count"), zero=True)


@request("with", weight=0.7)
def mean_count(s: Scene) -> model.MeanCount:
    link, _, nodes, others = joined(s)
    if nodes.kind.label != link.source.label:
        raise NotHere
    return model.MeanCount(nodes, link, True, others)
