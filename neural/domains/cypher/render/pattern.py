"""Names and patterns of a query: `(movie:Movie {title: 'Heat'})<-[:ACTED_IN]-(person)`."""

import re
from dataclasses import dataclass, field
from itertools import chain, count

from neural.domains.cypher.model import NamedNode
from neural.domains.cypher.schema import Kind, camel_case, words
from neural.domains.cypher.syntax import identifier, literal

# Words of the language, which some engines do not take for a variable, and our own aliases.
RESERVED = frozenset(
    """all and any as asc by call case contains count create delete desc detach distinct else end
    exists false foreach in index is limit match merge none not null on optional or order path
    remove return set shortestpath single skip starts then true union unwind using when where with
    xor yield answer average class group highest item list lowest median name names node r r2
    spread steps total type value x""".split()  # noqa: SIM905 (a list of words reads better as text)
)


class Names:
    """Variables that say what they stand for: `movie`, and `movie2` for a second one.

    People read such queries more easily, and so do small models: the label whose property comes
    next stands right before the dot, and needs no looking up.
    """

    def __init__(self) -> None:
        self._taken = set(RESERVED)
        self._seen: dict[str, int] = {}
        self._links = 0

    def node(self, kind: Kind) -> str:
        number = self._seen[kind.label] = self._seen.get(kind.label, 0) + 1
        name = camel_case(re.sub(r"\W+", "_", words(kind.label)).strip("_") or "node")
        name = name if name[:1].isalpha() else f"n{name}"
        numbered = (f"{name}{n}" for n in count(number))
        options = chain([name], numbered) if number == 1 else numbered
        chosen = next(option for option in options if option.lower() not in self._taken)
        self._taken.add(chosen.lower())
        return chosen

    def link(self) -> str:
        self._links += 1
        return "r" if self._links == 1 else f"r{self._links}"

    def alias(self, wanted: str) -> str:
        """A name for a column that no variable has."""
        options = chain([wanted], (f"{wanted}{n}" for n in count(2)))
        return next(option for option in options if option.lower() not in self._taken - RESERVED)


def node(kind: Kind, var: str = "", named: NamedNode | None = None) -> str:
    """A node pattern; `named` fixes the node by its name."""
    tail = f" {{{identifier(kind.key.name)}: {literal(named.name)}}}" if named else ""
    return f"({var}:{identifier(kind.label)}{tail})"


@dataclass
class Pattern:
    """A chain of nodes. `edges[i]`, between node i and i + 1, is its text in brackets and whether
    it runs from left to right."""

    nodes: list[str]
    edges: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, edge: str, onward: bool, node: str, left: bool = False) -> None:
        """Adds a node at an end; `onward` when the relationship runs away from the chain."""
        if left:
            self.nodes.insert(0, node)
            self.edges.insert(0, (edge, not onward))
        else:
            self.nodes.append(node)
            self.edges.append((edge, onward))

    def text(self) -> str:
        arrows = [f"-{text}->" if onward else f"<-{text}-" for text, onward in self.edges]
        return "".join(chain.from_iterable(zip(self.nodes, [*arrows, ""], strict=True)))
