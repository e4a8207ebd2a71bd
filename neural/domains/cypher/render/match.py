"""The MATCH clause of a set of nodes: its pattern and its conditions.

A pattern begins at the nodes that the question is about, as people write: the direction of a
relationship is then decided where it stands, and not before the first word. nano learns such
queries from fewer rows than ones whose arrows all point to the right.
"""

from dataclasses import dataclass

from neural.domains.cypher.model import (
    Between,
    Comparison,
    Condition,
    Either,
    HasItem,
    Known,
    Linked,
    NamedNode,
    Near,
    NodeSet,
    Not,
    OneOf,
    TextMatch,
    Value,
    VersusAverage,
)
from neural.domains.cypher.render.pattern import Names, Pattern, node
from neural.domains.cypher.syntax import identifier, literal


@dataclass
class Matched:
    """A MATCH clause and its variables. `repeats`: a node may come more than once."""

    text: str
    var: str
    repeats: bool = False
    other: str = ""  # of the relationship that the caller joined
    link: str = ""


class Wide(str):
    """A condition that AND would tear apart: it joins others by OR."""


def where_all(conditions: list[str]) -> str:
    """The clause of all the conditions, with a space before it; nothing where there are none."""
    if len(conditions) > 1:
        conditions = [f"({one})" if isinstance(one, Wide) else one for one in conditions]
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


class Renderer:
    """Writes one query: gives out its variables, and holds clauses that must come first."""

    def __init__(self) -> None:
        self.names = Names()
        self.before: list[str] = []

    def match(
        self,
        nodes: NodeSet | NamedNode,
        join: Linked | None = None,
        link_var: bool = False,
        where: tuple[str, ...] = (),
    ) -> Matched:
        """MATCH … WHERE … of the nodes. `join` is a relationship whose end the caller returns, and
        which is therefore in the pattern; `where` holds more conditions, with {} for the node."""
        if isinstance(nodes, NamedNode):
            nodes, named = NodeSet(nodes.kind), nodes
        else:
            named = None
        inside = _in_pattern(nodes, join)
        ways = [*inside, join] if join else inside  # the first one at the right, another left
        var = self.names.node(nodes.kind)
        built = [self._branch(one, link_var and one is join) for one in ways]
        pattern = Pattern([node(nodes.kind, var, named)])
        conditions = self.conditions([c for c in nodes.where if c not in inside], var)
        other = link = ""
        for number, (one, (triples, more, end, edge)) in enumerate(zip(ways, built, strict=True)):
            for triple in triples:
                pattern.add(*triple, left=number == 1)
            conditions += more
            if one is join:
                other, link = end, edge
        conditions += [text.format(var) for text in where]
        text = pattern.text()
        tail = where_all(conditions)
        repeats = any(_repeats(one) for one in inside)
        before = "".join(f"{clause} " for clause in self.before)
        self.before = []
        return Matched(f"{before}MATCH {text}{tail}", var, repeats, other, link)

    def _branch(self, linked: Linked, link_var: bool = False):
        """What a relationship adds to a pattern: (edge, onward, node) triples, conditions, the
        variables of its end and of itself."""
        other, link = linked.other, ""
        if link_var or linked.on:
            link = self.names.link()
        var = self.names.node(other.kind)
        named = other if isinstance(other, NamedNode) else None
        triples = [(_edge(linked, link), linked.outward, node(other.kind, var, named))]
        conditions: list[str] = []
        if not named:
            inside = _in_pattern(other, inner=linked)
            conditions += self.conditions([c for c in other.where if c not in inside], var)
            for one in inside:
                more, also, _, _ = self._branch(one)
                triples += more
                conditions += also
        if linked.on:
            conditions += self.conditions([linked.on], link)
        return triples, conditions, var, link

    def branch_text(self, linked: Linked, var: str) -> tuple[str, list[str], str, str]:
        """A pattern from a variable over a relationship; its conditions; its end's variable and its
        own."""
        triples, conditions, other, link = self._branch(linked)
        pattern = Pattern([f"({var})"])
        for triple in triples:
            pattern.add(*triple)
        return pattern.text(), conditions, other, link

    # Conditions

    def conditions(self, conditions: list[Condition], var: str) -> list[str]:
        """Each condition as text for `where_all`."""
        texts = ((one, self.condition(one, var)) for one in conditions)
        return [Wide(text) if isinstance(one, Either) else text for one, text in texts]

    def condition(self, condition: Condition, var: str) -> str:
        match condition:
            case Comparison(value, sign, wanted):
                return f"{term(value, var)} {sign} {literal(wanted)}"
            case Between(value, low, high):
                return f"{literal(low)} <= {term(value, var)} <= {literal(high)}"
            case OneOf(value, literals):
                return f"{term(value, var)} IN [{', '.join(map(literal, literals))}]"
            case TextMatch(value, operator, piece, any_case):
                text = f"toLower({term(value, var)})" if any_case else term(value, var)
                piece = piece.lower() if any_case else piece
                return f"{text} {operator} {literal(piece)}"
            case Known(value, known):
                return f"{term(value, var)} IS {'NOT ' if known else ''}NULL"
            case HasItem(value, item):
                return f"{literal(item)} IN {term(value, var)}"
            case Near(value, centre, metres):
                return f"point.distance({term(value, var)}, {literal(centre)}) < {metres}"
            case VersusAverage(value, sign):
                return self._versus_average(value, sign, var)
            case Either(conditions):
                return " OR ".join(self.condition(one, var) for one in conditions)
            case Not(inner):
                return f"NOT ({self.condition(inner, var)})"
            case Linked():
                return self._linked(condition, var)
        raise TypeError(f"no condition: {condition!r}")

    def _versus_average(self, value: Value, sign: str, var: str) -> str:
        # The variable is free again after WITH, so that people would take the same name.
        average = f"avg({term(value, var)}) AS average"
        self.before.append(f"MATCH {node(value.owner, var)} WITH {average}")
        return f"{term(value, var)} {sign} average"

    def _linked(self, linked: Linked, var: str) -> str:
        """A relationship as a predicate: EXISTS {}, COUNT {}, or a negated pattern."""
        other = linked.other
        named = other if isinstance(other, NamedNode) else None
        bare = named or not other.where
        if bare and not linked.on:
            pattern = Pattern([f"({var})"])
            pattern.add(_edge(linked, ""), linked.outward, node(other.kind, "", named))
            text = pattern.text()
            if linked.is_none:
                return f"NOT {text}"
        else:
            text, conditions, _, _ = self.branch_text(linked, var)
            text += where_all(conditions)
            if linked.is_none:
                return f"NOT EXISTS {{ {text} }}"
        if linked.count:
            sign, number = linked.count
            return f"COUNT {{ {text} }} {sign} {number}"
        return f"EXISTS {{ {text} }}"


def term(value: Value, var: str) -> str:
    """A value as an expression on a variable."""
    text = f"{var}.{identifier(value.prop.name)}"
    return value.function.cypher.format(text) if value.function else text


def _edge(linked: Linked, var: str) -> str:
    low, high = linked.steps
    if (low, high) == (1, 1):
        steps = ""
    elif high is None:
        steps = "*" if low == 1 else f"*{low}.."
    else:
        steps = f"*{low}" if low == high else f"*{low}..{high}"
    return f"[{var}:{identifier(linked.link.type)}{steps}]"


def _in_pattern(
    nodes: NodeSet, join: Linked | None = None, inner: Linked | None = None
) -> list[Linked]:
    """The conditions that stand in the MATCH pattern; the others become predicates.

    One MATCH never takes a relationship twice, so that two conditions with one type share a
    pattern only where that cannot matter, or where it is meant: "the same movie as". `join` is
    what the caller joins to the node, `inner` what leads to it.
    """
    found: list[Linked] = []
    most = 1 if join or inner else 2
    for one in nodes.where:
        if len(found) == most or not _positive(one):
            continue
        fits = all(_apart(one, other) for other in found)
        if join:  # whatever repeats the node would be counted
            fits = _apart(one, join) and not _repeats(one)
        if inner:
            named = isinstance(one.other, NamedNode) and one.steps == (1, 1)
            fits = named or one.link.type != inner.link.type
        if fits:
            found.append(one)
    return found


def _positive(condition: Condition) -> bool:
    if not isinstance(condition, Linked) or condition.count:
        return False
    bare = isinstance(condition.other, NodeSet) and not condition.other.where
    return not bare or condition.on is not None or condition.steps != (1, 1)


def _apart(one: Linked, other: Linked) -> bool:
    if not _types(one) & _types(other):
        return True
    named = isinstance(one.other, NamedNode) and isinstance(other.other, NamedNode)
    return named and one.outward == other.outward and one.other != other.other


def _types(linked: Linked) -> set[str]:
    inner = linked.other.where if isinstance(linked.other, NodeSet) else ()
    nested = (_types(one) for one in inner if isinstance(one, Linked))
    return {linked.link.type}.union(*nested)


def _repeats(linked: Linked) -> bool:
    return isinstance(linked.other, NodeSet) or linked.steps != (1, 1)
