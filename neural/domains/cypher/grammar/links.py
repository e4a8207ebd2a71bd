"""Relationships and paths, drawn from a scene."""

from neural.domains.cypher import model
from neural.domains.cypher.grammar import conditions
from neural.domains.cypher.grammar.parts import (
    having_any,
    joined,
    joins_two_labels,
    some,
)
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import SORTABLE, NotHere, Scene
from neural.domains.cypher.model import NodeSet, Order, Value
from neural.domains.cypher.schema import Link


def _outward(s: Scene) -> tuple[Link, NodeSet, NodeSet]:
    link, outward, nodes, others = joined(s)
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
    if not having_any(*SORTABLE)(others.kind) or conditions.repeats(others):
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
    link = s.link(lambda r: having_any(*SORTABLE)(r.source))
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
