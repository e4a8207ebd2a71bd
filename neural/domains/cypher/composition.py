"""How a meaning is put together: its parts, how many there are, and their composition's name."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from neural.domains.cypher.functions import Function
from neural.domains.cypher.model import (
    Best,
    Between,
    Comparison,
    Gathered,
    Grouped,
    HasItem,
    Known,
    Linked,
    MeanCount,
    Measure,
    Near,
    OneOf,
    Order,
    Pairs,
    PerNode,
    TextMatch,
    Value,
    VersusAverage,
)
from neural.domains.cypher.schema import Kind, Link, Prop

SAID_BY_FORM = ("values", "skip", "limit", "having", "top", "on", "zero", "names", "merge", "each")


def parts(meaning: object) -> Iterator[object]:
    """The meaning and all typed objects in it, outside the schema's, depth first."""
    if isinstance(meaning, tuple):
        for item in meaning:
            yield from parts(item)
    elif is_dataclass(meaning) and not isinstance(meaning, (Kind, Link, Prop, Function)):
        yield meaning
        for field in fields(meaning):
            yield from parts(getattr(meaning, field.name))


def depth(meaning: object) -> int:
    """How many things have to be put together: each condition, hop, order, group counts one."""
    counted = (Comparison, Between, OneOf, TextMatch, Known, HasItem, Near, VersusAverage)
    counted += (Linked, Order, Grouped, PerNode, Pairs, Best, Gathered, MeanCount)
    return max(1, sum(isinstance(part, counted) for part in parts(meaning)))


def form(meaning: object) -> str:
    """The composition without names and literals: 'Listing(NodeSet(Comparison),limit)'."""
    name, inside = type(meaning).__name__, []
    if isinstance(meaning, Linked):
        how = "None" if meaning.is_none else "Count" if meaning.count else ""
        far = "Steps" if meaning.steps != (1, 1) else ""
        name += f"{how}{far}.{'out' if meaning.outward else 'in'}"
    if isinstance(meaning, Measure):
        name += f".{meaning.function}"
    for field in fields(meaning):
        item = getattr(meaning, field.name)
        items = item if isinstance(item, tuple) else (item,)
        inside += [form(one) for one in items if _composed(one)]
        if field.name in SAID_BY_FORM and item:
            inside.append(field.name)
    return f"{name}({','.join(inside)})" if inside else name


def _composed(part: object) -> bool:
    atoms = (Kind, Link, Prop, Function, Value)
    return is_dataclass(part) and not isinstance(part, atoms)
