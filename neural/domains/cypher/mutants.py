"""Meanings that differ in one point: each must have another result, or the row proves nothing.

A query that no condition, operator or literal of which can be changed without a trace may be wrong
and pass all the same.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from random import Random

from neural.domains.cypher import model
from neural.domains.cypher.functions import Function
from neural.domains.cypher.graph import Graph
from neural.domains.cypher.schema import Kind, Link, Prop

SIGNS = {">": ">=", ">=": ">", "<": "<=", "<=": "<", "=": "<>", "<>": "="}
FUNCTIONS = {
    "avg": "sum",
    "sum": "avg",
    "min": "max",
    "max": "min",
    "stdev": "avg",
    "median": "max",
    "count distinct": "max",
}
TEXT = {"STARTS WITH": "ENDS WITH", "ENDS WITH": "STARTS WITH", "CONTAINS": "STARTS WITH"}
ATOMS = (Kind, Link, Prop, Function)


def mutants(meaning: object, graph: Graph, rng: Random) -> Iterator[tuple[str, object]]:
    """(kind of change, changed meaning), in the order of the parts."""
    yield from _of(meaning, graph, rng)


def _of(part: object, graph: Graph, rng: Random) -> Iterator[tuple[str, object]]:
    if isinstance(part, tuple):
        for number, item in enumerate(part):
            for kind, changed in _of(item, graph, rng):
                yield kind, (*part[:number], changed, *part[number + 1 :])
    elif is_dataclass(part) and not isinstance(part, ATOMS):
        yield from _here(part, graph, rng)
        for field in fields(part):
            for kind, changed in _of(getattr(part, field.name), graph, rng):
                yield kind, replace(part, **{field.name: changed})


def _here(part: object, graph: Graph, rng: Random) -> Iterator[tuple[str, object]]:
    match part:
        case model.NodeSet(_, where):
            for one in where:
                yield "condition", replace(part, where=tuple(c for c in where if c is not one))
        case model.NamedNode(kind, name):
            others = [n[kind.key.name] for n in graph.nodes[kind.label]]
            yield from _other("name", part, "name", [n for n in others if n != name], rng)
        case model.Value(owner, prop):
            props = [p for p in owner.props if p.type == prop.type and p != prop]
            yield from _other("property", part, "prop", props, rng)
        case model.Comparison(value, sign, literal):
            yield "operator", replace(part, sign=SIGNS[sign])
            if not value.function and isinstance(value.owner, Kind):
                there = {n.get(value.prop.name) for n in graph.nodes[value.owner.label]}
                others = sorted(there - {None, literal})
                yield from _other("literal", part, "literal", others, rng)
        case model.TextMatch(_, operator) if operator in TEXT:
            yield "operator", replace(part, operator=TEXT[operator])
        case model.Known(_, known):
            yield "operator", replace(part, known=not known)
        case model.VersusAverage(_, sign):
            yield "operator", replace(part, sign="<" if sign == ">" else ">")
        case model.Measure(function) if function in FUNCTIONS:
            if function != "count distinct":
                yield "aggregate", replace(part, function=FUNCTIONS[function])
        case model.Order(_, descending):
            yield "order", replace(part, descending=not descending)
        case model.Linked(link, outward, _, count):
            if link.source.label == link.target.label:
                yield "direction", replace(part, outward=not outward)
            if count:
                yield "count", replace(part, count=(count[0], count[1] + 1))
            ends = link.source.label, link.target.label
            same = [
                one
                for one in graph.schema.links
                if one.type != link.type and (one.source.label, one.target.label) == ends
            ]
            yield from _other("relationship", part, "link", same, rng)
        case model.PerNode(having=(sign, number)):
            yield "operator", replace(part, having=(SIGNS[sign], number))
        case model.Listing(limit=int() as limit):
            yield "limit", replace(part, limit=limit + 1)


def _other(
    kind: str, part: object, field: str, options: list, rng: Random
) -> Iterator[tuple[str, object]]:
    if options:
        yield kind, replace(part, **{field: rng.choice(options)})
