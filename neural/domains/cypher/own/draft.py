"""What a source says of a graph, before what is missing is guessed."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class DraftProperty:
    """`given` holds what the user wrote, by the keys of schema.Property."""

    type: str
    place: str
    given: dict = field(default_factory=dict)
    unique: bool = False
    indexed: bool = False


@dataclass
class DraftNode:
    """`deliberate`: the name stands in backquotes or in a database, so a reserved word is meant."""

    place: str
    properties: dict[str, DraftProperty] = field(default_factory=dict)
    given: dict = field(default_factory=dict)
    deliberate: bool = False


@dataclass
class DraftLink:
    type: str
    source: str
    target: str
    place: str
    properties: dict[str, DraftProperty] = field(default_factory=dict)
    given: dict = field(default_factory=dict)


@dataclass
class Draft:
    """A graph as its source tells it. `place` is the file or address, that of a part "FILE:LINE".

    `refuse` is told of each thing that cannot be used: it raises UserError where the user wrote
    that thing, and else says that it is left out.
    """

    name: str
    place: str
    refuse: Callable[[str], None]
    nodes: dict[str, DraftNode] = field(default_factory=dict)
    links: list[DraftLink] = field(default_factory=list)
