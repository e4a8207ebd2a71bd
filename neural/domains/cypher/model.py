"""What a question means: typed objects that `render` writes as a query and `voice` says, so that
they cannot disagree. They hold no text of either language; `grammar` draws, `mutants` changes them.
"""

from dataclasses import dataclass
from typing import Literal

from neural.domains.cypher.functions import Function
from neural.domains.cypher.schema import Kind, Link, Prop

Sign = Literal["=", "<>", "<", "<=", ">", ">="]
Scalar = object  # str, int, float, bool, date, datetime, Point, or a tuple of str


@dataclass(frozen=True)
class Value:
    """A property of a node or relationship, or a function of it."""

    owner: Kind | Link
    prop: Prop
    function: Function | None = None

    @property
    def type(self) -> str:
        return self.function.gives if self.function else self.prop.type


# Sets of nodes


@dataclass(frozen=True)
class NamedNode:
    """One node, by the property that names it."""

    kind: Kind
    name: str


@dataclass(frozen=True)
class NodeSet:
    """All nodes of a label that meet every condition."""

    kind: Kind
    where: tuple["Condition", ...] = ()


# Conditions on a node


@dataclass(frozen=True)
class Comparison:
    value: Value
    sign: Sign
    literal: Scalar


@dataclass(frozen=True)
class Between:
    value: Value
    low: Scalar
    high: Scalar


@dataclass(frozen=True)
class OneOf:
    value: Value
    literals: tuple[Scalar, ...]


@dataclass(frozen=True)
class TextMatch:
    value: Value
    operator: Literal["STARTS WITH", "ENDS WITH", "CONTAINS", "=~"]
    piece: str
    any_case: bool = False


@dataclass(frozen=True)
class Known:
    """Whether the property has a value."""

    value: Value
    known: bool


@dataclass(frozen=True)
class HasItem:
    """A list property holds an item."""

    value: Value
    item: str


@dataclass(frozen=True)
class Near:
    """A place less than so many metres from another."""

    value: Value
    centre: Scalar
    metres: int


@dataclass(frozen=True)
class VersusAverage:
    """Above or below the average of all nodes of the label."""

    value: Value
    sign: Literal["<", ">"]


@dataclass(frozen=True)
class Linked:
    """Has a relationship to a node of `other`; `outward` when it starts here.

    `count` asks for so many instead of any; ("=", 0) for none. `steps` (lowest, highest or None)
    are relationships in a row. `on` is a condition on the relationship itself.
    """

    link: Link
    outward: bool
    other: NamedNode | NodeSet
    count: tuple[Sign, int] | None = None
    steps: tuple[int, int | None] = (1, 1)
    on: Comparison | None = None

    @property
    def is_none(self) -> bool:
        return self.count == ("=", 0)


@dataclass(frozen=True)
class Either:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    condition: "Condition"


Condition = (
    Comparison
    | Between
    | OneOf
    | TextMatch
    | Known
    | HasItem
    | Near
    | VersusAverage
    | Linked
    | Either
    | Not
)


# What is asked of them


@dataclass(frozen=True)
class Order:
    value: Value
    descending: bool


@dataclass(frozen=True)
class Listing:
    """The nodes' names and further values; sorted, cut and paged."""

    nodes: NodeSet
    values: tuple[Value, ...] = ()
    order: Order | None = None
    skip: int = 0
    limit: int | None = None


@dataclass(frozen=True)
class Facts:
    """Values of one node, without its name."""

    node: NamedNode
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Distinct:
    nodes: NodeSet
    value: Value


@dataclass(frozen=True)
class Measure:
    """count of nodes (no value), of different values, or a number made of a value."""

    function: Literal[
        "count", "count distinct", "avg", "sum", "min", "max", "stdev", "median", "collect"
    ]
    value: Value | None = None


@dataclass(frozen=True)
class Total:
    """One measure of all the nodes."""

    nodes: NodeSet
    measure: Measure


@dataclass(frozen=True)
class Grouped:
    """A measure of the nodes for each of a value; of groups that satisfy `having` the `top`."""

    nodes: NodeSet
    by: Value
    measure: Measure
    having: tuple[Sign, int] | None = None
    top: int | None = None


@dataclass(frozen=True)
class PerNode:
    """For each node a measure of what it is linked to. `zero`: also those linked to nothing."""

    nodes: NodeSet
    link: Link
    outward: bool
    others: NodeSet
    measure: Measure
    zero: bool = False
    having: tuple[Sign, int] | None = None
    top: int | None = None


@dataclass(frozen=True)
class MeanCount:
    """The average over nodes of how many others each is linked to, where it is to any."""

    nodes: NodeSet
    link: Link
    outward: bool
    others: NodeSet


@dataclass(frozen=True)
class Pairs:
    """Nodes with those they are linked to; `zero`: also nodes without any."""

    nodes: NodeSet
    link: Link
    others: NodeSet
    on: Comparison | None = None
    values: tuple[Value, ...] = ()  # of the relationship
    zero: bool = False


@dataclass(frozen=True)
class Best:
    """For each node the one it is linked to that has the most or least of a value."""

    nodes: NodeSet
    link: Link
    others: NodeSet
    order: Order


@dataclass(frozen=True)
class Gathered:
    """For each node the list of names it is linked to, empty where there are none."""

    nodes: NodeSet
    link: Link
    others: NodeSet


@dataclass(frozen=True)
class LinkFacts:
    """Values of the relationship between two nodes."""

    link: Link
    source: NamedNode
    target: NamedNode
    value: Value


@dataclass(frozen=True)
class IsLinked:
    link: Link
    source: NamedNode
    target: NamedNode


@dataclass(frozen=True)
class LinkTypes:
    source: NamedNode
    target: NamedNode


@dataclass(frozen=True)
class CountLinks:
    link: Link


@dataclass(frozen=True)
class Shortest:
    """The shortest path between two nodes, in either direction: its length or its nodes' names."""

    link: Link
    source: NamedNode
    target: NamedNode
    names: bool


@dataclass(frozen=True)
class Mutual:
    """Pairs joined both ways, each pair once."""

    link: Link


@dataclass(frozen=True)
class Lookup:
    """A value of each of several nodes, from a list of names."""

    kind: Kind
    names: tuple[str, ...]
    value: Value


@dataclass(frozen=True)
class Classified:
    """Every node with one of two words, by a threshold."""

    nodes: NodeSet
    value: Value
    threshold: Scalar
    high: str
    low: str


@dataclass(frozen=True)
class Defaulted:
    """Every node with a value, or a word where it is missing."""

    nodes: NodeSet
    value: Value
    default: str


@dataclass(frozen=True)
class Together:
    """The names of nodes of two labels in one list."""

    first: NodeSet
    second: NodeSet


@dataclass(frozen=True)
class OfTheMost:
    """What the one node with the most or least of a value is linked to."""

    nodes: NodeSet
    order: Order
    link: Link


# What is to be changed


@dataclass(frozen=True)
class Create:
    kind: Kind
    values: tuple[tuple[Prop, Scalar], ...]


@dataclass(frozen=True)
class CreateLink:
    link: Link
    source: NamedNode
    target: NamedNode
    values: tuple[tuple[Prop, Scalar], ...] = ()
    merge: bool = False


@dataclass(frozen=True)
class CreateLinked:
    """A new node and a relationship from an old one to it."""

    link: Link
    source: NamedNode
    name: str


@dataclass(frozen=True)
class Merge:
    """A node that is made only where it is missing; `setting` happens on CREATE or on MATCH."""

    node: NamedNode
    on: Literal["CREATE", "MATCH"] | None = None
    setting: tuple[Prop, Scalar] | None = None


@dataclass(frozen=True)
class SetValue:
    """`each`: by FOREACH over the collected nodes."""

    nodes: NamedNode | NodeSet
    prop: Prop
    literal: Scalar
    each: bool = False


@dataclass(frozen=True)
class Increase:
    node: NamedNode
    prop: Prop
    amount: int  # negative: decrease


@dataclass(frozen=True)
class RemoveValue:
    nodes: NamedNode | NodeSet
    prop: Prop


@dataclass(frozen=True)
class Delete:
    nodes: NamedNode | NodeSet


@dataclass(frozen=True)
class DeleteLinks:
    """One relationship, or all of a type from a node."""

    link: Link
    source: NamedNode
    target: NamedNode | None


# What concerns the database itself


@dataclass(frozen=True)
class Index:
    """An index on a property, or a uniqueness constraint; made, or dropped."""

    kind: Kind
    prop: Prop
    unique: bool
    drop: bool = False


@dataclass(frozen=True)
class Show:
    what: Literal["INDEXES", "CONSTRAINTS"]


@dataclass(frozen=True)
class Catalogue:
    """All names of a sort that the graph uses."""

    what: Literal["labels", "relationshipTypes", "propertyKeys"]


@dataclass(frozen=True)
class Plan:
    """How a question would be answered (EXPLAIN), or was (PROFILE)."""

    question: object
    profile: bool


@dataclass(frozen=True)
class FullText:
    """Nodes whose text an index finds, the best first."""

    kind: Kind
    prop: Prop
    text: str
    limit: int | None


@dataclass(frozen=True)
class Similar:
    """The nodes nearest to a vector, by an index on embeddings."""

    kind: Kind
    number: int


ADMIN = (Index, Show, Catalogue, Plan, FullText, Similar)
WRITES = (
    Create, CreateLink, CreateLinked, Merge, SetValue, Increase, RemoveValue, Delete, DeleteLinks,
)  # fmt: skip
