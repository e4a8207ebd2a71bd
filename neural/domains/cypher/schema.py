"""Graph schemas: families written by hand, and the varied schemas sampled from them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from threading import Lock
from typing import Literal

import msgspec
import yaml

from neural.domains.cypher.syntax import identifier
from neural.errors import UserError

FAMILIES = Path(__file__).parent / "families"
_loading = Lock()
Type = Literal["STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "DATETIME", "POINT", "LIST<STRING>"]


class Property(msgspec.Struct, forbid_unknown_fields=True, rename={"is_": "is"}):
    """One property and how people speak of it. Phrases stand after a plural noun."""

    type: Type
    values: list[str] | None = None  # of a LIST<STRING>: what its items are drawn from
    range: list | None = None  # [lowest, highest]; dates as ISO text; points as [lat, lon]
    noun: str | None = None  # "release year"
    item: str | None = None  # one item of a LIST<STRING>: "language"
    over: str | None = None  # "released after {}"
    under: str | None = None
    is_: str | None = None  # "in the {} genre"
    yes: str | None = None  # "that are frozen"
    no: str | None = None
    most: str | None = None  # "newest"
    least: str | None = None


class NodeType(msgspec.Struct, forbid_unknown_fields=True):
    """A label: its words, the property that names a node, and its properties."""

    singular: str
    plural: str
    key: str
    properties: dict[str, Property]
    also: str | None = None  # "film / films"
    who: bool = False
    indexes: list[str] = []  # properties that have an index; the key has a uniqueness constraint


class Relationship(msgspec.Struct, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A relationship type. "{people} who {forward} {movie}", "{movies} {backward} {person}"."""

    type: str
    from_: str
    to: str
    forward: str
    backward: str
    per_source: list[int]
    plain: str | None = None  # a verb as near to the type as can be, where `forward` is far
    properties: dict[str, Property] = {}


class Family(msgspec.Struct, forbid_unknown_fields=True):
    """A hand-written schema of one real domain."""

    name: str
    nodes: dict[str, NodeType]
    relationships: list[Relationship]


def families(folder: Path = FAMILIES) -> dict[str, Family]:
    """All families by name, in order of name. UserError names the file and key at fault."""
    # Engines ask from threads. msgspec crashes the process where two threads are the first to use
    # a type, and neither `cache` nor msgspec makes the second one wait.
    with _loading:
        return _families(folder)


@cache
def _families(folder: Path) -> dict[str, Family]:
    return {path.stem: _load(path) for path in sorted(folder.glob("*.yaml"))}


def _load(path: Path) -> Family:
    try:
        family = msgspec.convert(yaml.safe_load(path.read_text("utf-8")), Family)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise UserError(f"{path}: {error}") from None
    for link in family.relationships:
        for end in (link.from_, link.to):
            if end not in family.nodes:
                raise UserError(f"{path}: relationship {link.type}: no node type {end!r}. Add it.")
    for label, node in family.nodes.items():
        if node.key not in node.properties:
            raise UserError(
                f"{path}: {label}: the key {node.key!r} is none of its properties. Name one."
            )
    return family


@dataclass(frozen=True)
class Prop:
    """A property of a sampled schema: its identifier there, its type, its words."""

    name: str
    type: Type
    words: str  # the identifier as words: "release year"
    spec: Property


@dataclass(frozen=True)
class Kind:
    """A label of a sampled schema; the first property names a node."""

    label: str
    singular: str
    plural: str
    who: bool
    props: tuple[Prop, ...]

    @property
    def key(self) -> Prop:
        return self.props[0]


@dataclass(frozen=True)
class Link:
    """A relationship type of a sampled schema."""

    type: str
    source: Kind
    target: Kind
    forward: str
    plain: str
    backward: str
    per_source: tuple[int, int]
    props: tuple[Prop, ...]


@dataclass(frozen=True)
class Schema:
    """What a prompt shows of a graph."""

    family: str
    kinds: tuple[Kind, ...]
    links: tuple[Link, ...]

    def text(self) -> str:
        """The schema as patterns, one a line: what stands in the prompt."""
        labels = {kind.label: identifier(kind.label) for kind in self.kinds}
        nodes = [f"(:{labels[kind.label]}{_props(kind.props)})" for kind in self.kinds]
        links = [
            f"(:{labels[link.source.label]})-[:{identifier(link.type)}{_props(link.props)}]->"
            f"(:{labels[link.target.label]})"
            for link in self.links
        ]
        return "\n".join(nodes + links)


def sample(family: Family, rng: Random, labels: int, own: bool = False) -> Schema:
    """A schema of 2 to `labels` connected labels of a family, pruned, in one naming style. A user's
    `own` keeps its names and all that belongs to the labels; all of them where that is not more."""
    if own and labels >= len(family.nodes):
        chosen = list(family.nodes)
    else:
        chosen = _connected(family, rng, rng.randint(2, max(2, labels)))
    camel, lower_types = (rng.random() < 0.5, rng.random() < 0.15) if not own else (False, False)
    most, share = (len(family.relationships), 1.0) if own else (5, 0.7)
    kinds = {label: _kind(label, family.nodes[label], camel, rng, own) for label in chosen}
    inside = [r for r in family.relationships if r.from_ in kinds and r.to in kinds]
    while len(inside) > most:
        inside.remove(rng.choice(inside))
    links = tuple(_link(r, kinds, camel, lower_types, rng, share) for r in inside)
    return Schema(family.name, tuple(kinds.values()), links)


def _connected(family: Family, rng: Random, wanted: int) -> list[str]:
    chosen = [rng.choice(list(family.nodes))]
    while len(chosen) < wanted:
        near = sorted(
            {
                e
                for r in family.relationships
                for e in (r.from_, r.to)
                if {r.from_, r.to} & {*chosen}
            }
            - {*chosen}
        )
        if not near:
            break
        chosen.append(rng.choice(near))
    return chosen


def words(identifier: str) -> str:
    """'releaseYear', 'release_year' and 'ACTED_IN' as lower-case words."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", identifier).replace("_", " ")
    return spaced.lower()


def _kind(label: str, node: NodeType, camel: bool, rng: Random, whole: bool) -> Kind:
    others = [name for name in node.properties if name != node.key]
    kept = others if whole else rng.sample(others, min(len(others), rng.randint(1, 3)))
    names = [node.key] + [name for name in others if name in kept]
    singular, plural = node.singular, node.plural
    if node.also and rng.random() < 0.3:
        singular, plural = (word.strip() for word in node.also.split("/"))
    props = tuple(_prop(name, node.properties[name], camel) for name in names)
    return Kind(label, singular, plural, node.who, props)


def _link(
    r: Relationship, kinds: dict[str, Kind], camel: bool, lower: bool, rng: Random, share: float
) -> Link:
    props = tuple(_prop(n, p, camel) for n, p in r.properties.items() if rng.random() < share)
    name = camel_case(r.type.lower()) if lower else r.type
    least, most = r.per_source
    verbs = r.forward, r.plain or r.forward, r.backward
    return Link(name, kinds[r.from_], kinds[r.to], *verbs, (least, most), props)


def _prop(name: str, spec: Property, camel: bool) -> Prop:
    return Prop(camel_case(name) if camel else name, spec.type, words(name), spec)


def camel_case(name: str) -> str:
    """'release_year' as 'releaseYear'."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _props(props: tuple[Prop, ...]) -> str:
    return " {" + ", ".join(f"{identifier(p.name)}: {p.type}" for p in props) + "}" if props else ""
