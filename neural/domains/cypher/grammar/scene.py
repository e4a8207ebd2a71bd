"""What the grammar draws from: a graph, a source of chance, and how deep it may go."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from neural.domains.cypher.answers import World
from neural.domains.cypher.functions import FUNCTIONS
from neural.domains.cypher.model import NamedNode, Value
from neural.domains.cypher.schema import Kind, Link, Prop, Schema, words
from neural.domains.cypher.voice.wording import near
from neural.inflection import plural

T = TypeVar("T")
NUMBERS = ("INTEGER", "FLOAT")
SORTABLE = (*NUMBERS, "DATE", "DATETIME")


class NotHere(Exception):
    """This graph has nothing that could be asked so; something else is tried."""


def plain(schema: Schema) -> Schema:
    """The schema with words that keep near its identifiers, as people who know it speak.

    A relationship is named by its type only where its own verb is far from it and another joins
    the same labels: else the labels tell which one is meant.
    """
    kinds = {kind.label: _plain_kind(kind) for kind in schema.kinds}
    joined = Counter((link.source.label, link.target.label) for link in schema.links)
    links = (
        replace(
            link,
            source=kinds[link.source.label],
            target=kinds[link.target.label],
            forward=link.plain
            if near(words(link.type), link.plain)
            or joined[link.source.label, link.target.label] == 1
            else f"are linked by {link.type} to",
        )
        for link in schema.links
    )
    return replace(schema, kinds=tuple(kinds.values()), links=tuple(links))


def _plain_kind(kind: Kind) -> Kind:
    label = words(kind.label)
    first = label.split()[0]  # not "source module" for Module
    singular = kind.singular if near(first, kind.singular.split()[0]) else label
    many = kind.plural if near(first, kind.plural.split()[0]) else plural(singular)
    return replace(kind, singular=singular, plural=many)


class Scene:
    """A graph to ask about. `full`: everything that the grammar knows, else the everyday part."""

    def __init__(self, world: World, rng: Random, natural: bool, full: bool, depth: int) -> None:
        self.world, self.rng, self.full, self.depth = world, rng, full, depth
        self.graph = graph = world.graph
        self.schema = graph.schema if natural else plain(graph.schema)

    def pick(self, options: Iterable[T]) -> T:
        """One of the options; NotHere when there is none."""
        options = list(options)
        if not options:
            raise NotHere
        return self.rng.choice(options)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def kind(self, where: Callable[[Kind], bool] = lambda kind: True) -> Kind:
        return self.pick(kind for kind in self.schema.kinds if where(kind))

    def link(self, where: Callable[[Link], bool] = lambda link: True) -> Link:
        """A relationship type that the graph has edges of."""
        return self.pick(link for link in self.schema.links if where(link) and self.edges(link))

    def edges(self, link: Link) -> list[tuple[int, int, dict]]:
        """All edges of a relationship type: (source's number, target's number, properties)."""
        number = next(
            n
            for n, one in enumerate(self.schema.links)
            if one.type == link.type
            and (one.source.label, one.target.label) == (link.source.label, link.target.label)
        )
        return [edge[1:] for edge in self.graph.edges if edge[0] == number]

    def props(self, owner: Kind | Link, *types: str, key: bool = False) -> list[Prop]:
        """Properties of the types; the naming one only when `key` is set."""
        props = owner.props if key or isinstance(owner, Link) else owner.props[1:]
        return [p for p in props if not types or p.type in types]

    def value(self, owner: Kind | Link, *types: str, role: str = "c", key: bool = False) -> Value:
        """A property of the types; in the full grammar now and then a function of one that people
        use in this role (see Function)."""
        if self.full and isinstance(owner, Kind) and self.chance(0.25):
            made = [
                Value(owner, prop, function)
                for prop in self.props(owner, key=True)
                for function in FUNCTIONS
                if prop.type in function.takes
                and role in function.roles
                and (role == "g" or not types or function.gives in types)
            ]
            if made:
                # One function as often as another, however many properties it could take.
                name = self.pick(sorted({value.function.name for value in made}))
                return self.pick(value for value in made if value.function.name == name)
        return Value(owner, self.pick(self.props(owner, *types, key=key)))

    def values(self, kind: Kind, prop: Prop) -> list:
        """The different values that nodes of the label have, sorted."""
        return sorted({n[prop.name] for n in self.graph.nodes[kind.label] if prop.name in n})

    def nodes(self, kind: Kind) -> list[dict]:
        return self.graph.nodes[kind.label]

    def named(self, kind: Kind, number: int | None = None) -> NamedNode:
        """A node by its name; without a number any."""
        nodes = self.nodes(kind)
        node = nodes[self.rng.randrange(len(nodes)) if number is None else number]
        return NamedNode(kind, node[kind.key.name])
