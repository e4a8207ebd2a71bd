"""Conditions that a chosen node of the graph fulfils, so that every question has an answer."""

from collections.abc import Iterable

from neural.domains.cypher.grammar.scene import NUMBERS, SORTABLE, NotHere, Scene
from neural.domains.cypher.model import (
    Between,
    Comparison,
    Condition,
    Either,
    HasItem,
    Known,
    Linked,
    Near,
    NodeSet,
    Not,
    OneOf,
    TextMatch,
    Value,
    VersusAverage,
)
from neural.domains.cypher.schema import Kind, Link, Prop
from neural.domains.cypher.syntax import Point

TRIES = 10  # draws of a condition that leaves somebody out


def node_set(
    s: Scene,
    kind: Kind,
    budget: int,
    witness: int | None = None,
    without: Iterable[str] = (),
    apart: Value | None = None,
) -> NodeSet:
    """Nodes that meet up to `budget` conditions, which the witness (a node's number) does.
    `without`: relationship types that they must not use; `apart`: a property neither."""
    if witness is None:
        witness = s.rng.randrange(len(s.nodes(kind)))
    where: tuple[Condition, ...] = ()
    tries = 0
    while budget > 0:
        one = _condition(s, kind, witness, budget, where, set(without), apart)
        if _all_matter(s, kind, (*where, one)):
            budget -= cost(one)
            where = (*where, one)
        elif (tries := tries + 1) == TRIES:
            raise NotHere
    return NodeSet(kind, where)


def _all_matter(s: Scene, kind: Kind, where: tuple[Condition, ...]) -> bool:
    """Whether each condition leaves out nodes that the others let in."""
    kept = s.world.members(NodeSet(kind, where))
    fewer = (tuple(c for c in where if c is not one) for one in where)
    return all(len(s.world.members(NodeSet(kind, rest))) > len(kept) for rest in fewer)


def cost(condition: Condition) -> int:
    """What a condition takes of the depth."""
    if isinstance(condition, Either):
        return sum(cost(one) for one in condition.conditions)
    if isinstance(condition, Not):
        return cost(condition.condition)
    if isinstance(condition, Linked):
        inner = condition.other.where if isinstance(condition.other, NodeSet) else ()
        return 1 + (condition.on is not None) + sum(cost(one) for one in inner)
    return 1


def _condition(
    s: Scene,
    kind: Kind,
    witness: int,
    budget: int,
    there: tuple[Condition, ...],
    without: set[str],
    apart: Value | None,
) -> Condition:
    used = {p.name for one in there for p in _props(one)}
    used |= {apart.prop.name} if apart else set()
    types = without | {one.link.type for one in there if isinstance(one, Linked)}
    many = any(isinstance(one, Linked) and isinstance(one.other, NodeSet) for one in there)
    makers = [(0.5, lambda: own(s, kind, witness, used))]
    if not many:
        makers.append((0.5, lambda: linked(s, kind, witness, budget, types)))
    if s.full and budget > 1 and not there:
        makers.append((0.08, lambda: _either(s, kind, witness)))
    for _ in range(4):
        weights, makes = zip(*makers, strict=True)
        try:
            return s.rng.choices(makes, weights)[0]()
        except NotHere:
            continue
    raise NotHere


def _props(condition: Condition) -> list[Prop]:
    match condition:
        case Either(conditions):
            return [prop for one in conditions for prop in _props(one)]
        case Not(inner):
            return _props(inner)
        case Linked():
            return []
    return [condition.value.prop]


def _either(s: Scene, kind: Kind, witness: int) -> Either:
    first = own(s, kind, witness, set(), simple=True)
    other = s.rng.randrange(len(s.nodes(kind)))
    second = own(s, kind, other, {first.value.prop.name}, simple=True)
    return Either((first, second))


# Of its own properties


def own(s: Scene, kind: Kind, witness: int, used: set[str], simple: bool = False) -> Condition:
    """A condition on one of the node's properties, none of the used ones."""
    makers = [(7, comparison), (1, one_of), (1, between)]
    if not simple:
        makers += [(2.5, text), (1.5, known)]
        if s.full:
            makers += [(1, has_item), (1, near), (1, versus_average), (2, computed), (1, negated)]
    weights, makes = zip(*makers, strict=True)
    condition = s.rng.choices(makes, weights)[0](s, kind, witness)
    if any(prop.name in used for prop in _props(condition)):
        raise NotHere
    return condition


def _has(
    s: Scene, kind: Kind, witness: int, *types: str, key: bool = False
) -> tuple[Value, object]:
    """A property that the witness has, and its value there."""
    node = s.nodes(kind)[witness]
    prop = s.pick(p for p in s.props(kind, *types, key=key) if p.name in node)
    return Value(kind, prop), node[prop.name]


def comparison(s: Scene, kind: Kind, witness: int) -> Comparison:
    # Half by their order: most properties are texts and flags, and "below" would be rare.
    types = SORTABLE if s.chance(0.5) else (*SORTABLE, "STRING", "BOOLEAN")
    value, mine = _has(s, kind, witness, *types)
    if value.prop.type == "STRING":
        others = [v for v in s.values(kind, value.prop) if v != mine]
        if s.full and others and s.chance(0.15):
            return Comparison(value, "<>", s.pick(others))
        return Comparison(value, "=", mine)
    if value.prop.type == "BOOLEAN":
        return Comparison(value, "=", mine)
    return threshold(s, value, s.values(kind, value.prop), mine)


def threshold(s: Scene, value: Value, values: list, mine: object) -> Comparison:
    """A comparison with a value that some node has, where 'above' and 'at least' differ."""
    if len(values) < 2:
        raise NotHere
    below, above = [v for v in values if v < mine], [v for v in values if v > mine]
    signs = [">"] * 3 * bool(below) + ["<"] * 4 * bool(above) + [">=", "<=", "="]
    sign = s.pick(signs)
    options = {">": below, "<": above, ">=": [*below, mine], "<=": [mine, *above], "=": [mine]}
    return Comparison(value, sign, s.pick(options[sign]))


def one_of(s: Scene, kind: Kind, witness: int) -> OneOf:
    value, mine = _has(s, kind, witness, "STRING", "INTEGER")
    others = [v for v in s.values(kind, value.prop) if v != mine]
    if len(others) < 2:
        raise NotHere
    chosen = [mine, *s.rng.sample(others, s.pick((1, 1, 2)))]
    s.rng.shuffle(chosen)
    return OneOf(value, tuple(chosen))


def between(s: Scene, kind: Kind, witness: int) -> Between:
    value, mine = _has(s, kind, witness, *SORTABLE)
    values = s.values(kind, value.prop)
    if len(values) < 4:
        raise NotHere
    if value.prop.type == "DATE" and s.chance(0.3):
        return Between(value, mine.replace(month=1, day=1), mine.replace(month=12, day=31))
    low, high = sorted((mine, s.pick(v for v in values if v != mine)))
    if low == values[0] and high == values[-1]:
        raise NotHere
    return Between(value, low, high)


def text(s: Scene, kind: Kind, witness: int) -> TextMatch:
    value, mine = _has(s, kind, witness, "STRING", key=True)
    first, last = mine.split()[0], mine.split()[-1]
    if first == last:  # the whole value would be no piece of it
        first, last = mine[:4], mine[-4:]
    operator = s.pick(("STARTS WITH", "ENDS WITH", "CONTAINS"))
    if operator == "STARTS WITH":
        piece = s.pick((first, mine[:3], mine[:1]))
    elif operator == "ENDS WITH":
        piece = s.pick((last, mine[-3:]))
    else:
        piece = s.pick(word for word in mine.split() if len(word) > 2 and word.isalnum())
    piece = piece.strip()
    if not piece.replace(" ", "").isalnum():
        raise NotHere
    if s.full and s.chance(0.15):
        return TextMatch(value, "=~", s.pick((f"{first[:2]}.*", f".*{last[-2:]}")))
    return TextMatch(value, operator, piece, any_case=s.full and s.chance(0.15))


def known(s: Scene, kind: Kind, witness: int) -> Known:
    node = s.nodes(kind)[witness]
    prop = s.pick(s.props(kind))
    return Known(Value(kind, prop), prop.name in node)


def has_item(s: Scene, kind: Kind, witness: int) -> HasItem:
    value, mine = _has(s, kind, witness, "LIST<STRING>")
    return HasItem(value, s.pick(mine))


def near(s: Scene, kind: Kind, witness: int) -> Near:
    value, mine = _has(s, kind, witness, "POINT")
    shift = [round(s.rng.uniform(-0.2, 0.2), 2) for _ in range(2)]
    centre = Point(round(mine.latitude + shift[0], 2), round(mine.longitude + shift[1], 2))
    return Near(value, centre, s.pick((30000, 40000, 50000, 100000)))


def versus_average(s: Scene, kind: Kind, witness: int) -> VersusAverage:
    value, mine = _has(s, kind, witness, *NUMBERS)
    there = [node[value.prop.name] for node in s.nodes(kind) if value.prop.name in node]
    average = sum(there) / len(there)
    if mine == average:
        raise NotHere
    return VersusAverage(value, ">" if mine > average else "<")


def computed(s: Scene, kind: Kind, witness: int) -> Condition:
    """A condition on a function of a property."""
    value = s.value(kind, role="w", key=True)
    mine = s.nodes(kind)[witness].get(value.prop.name)
    if not value.function or mine is None:
        raise NotHere
    result = value.function.python(mine)
    sign = s.pick((">=", "<=", "=", "=") if value.type == "INTEGER" else ("=",))
    return Comparison(value, sign, result)


def negated(s: Scene, kind: Kind, witness: int) -> Not:
    """The denial of what holds for another node, not for this one."""
    other = s.rng.randrange(len(s.nodes(kind)))
    inner = s.pick((text, one_of, has_item))(s, kind, other)
    mine = s.nodes(kind)[witness].get(inner.value.prop.name)
    if mine is None or getattr(inner, "any_case", False) or getattr(inner, "operator", "") == "=~":
        raise NotHere
    return Not(inner)


# Of what it is linked to


def linked(
    s: Scene, kind: Kind, witness: int, budget: int, without: set[str], deeper: bool = True
) -> Linked:
    """A relationship that the witness has, or that it has none of."""
    ways = [
        (link, outward)
        for link in s.schema.links
        for outward in (True, False)
        if link.type not in without
        and (link.source if outward else link.target).label == kind.label
    ]
    link, outward = s.pick(ways)
    other = link.target if outward else link.source
    mine = _neighbours(s, link, outward, witness)
    if not mine:
        return Linked(link, outward, NodeSet(other), count=("=", 0))
    if link.source.label == link.target.label and s.chance(0.3):
        return _steps(s, link, witness)
    if s.chance(0.2):
        return Linked(link, outward, NodeSet(other))
    if s.full and s.chance(0.15):
        return _counted(s, link, outward, other, len(mine))
    end = s.pick(mine)
    if budget > 1 and deeper and s.chance(0.6):
        if outward and s.full and s.chance(0.15) and link.source.label != link.target.label:
            return _same_as(s, link, end, witness)
        spare = s.rng.randint(1, budget - 1)
        inner = node_set(s, other, spare, end, without | {link.type})
        if s.full and s.chance(0.15) and not any(isinstance(c, Linked) for c in inner.where):
            return _refused(s, link, outward, other, inner, witness)
        return Linked(link, outward, inner)
    on = None
    if budget > 1 and s.full and link.props and s.chance(0.5):
        on = _on(s, link, outward, witness, end)
    return Linked(link, outward, s.named(other, end), on=on)


def _neighbours(s: Scene, link: Link, outward: bool, number: int) -> list[int]:
    at, to = (0, 1) if outward else (1, 0)
    return [edge[to] for edge in s.edges(link) if edge[at] == number]


def _steps(s: Scene, link: Link, witness: int) -> Linked:
    """Within some relationships in a row from another node."""
    start, far = witness, 0
    most = s.pick((2, 2, 3, 4))
    while far < most:
        before = [n for n in _neighbours(s, link, False, start) if n != witness]
        if not before:
            break
        start, far = s.pick(before), far + 1
    if not far:
        raise NotHere
    steps: tuple[int, int | None] = (1, most)
    if s.full and s.chance(0.4):
        steps = s.pick(((far, far), (1, None)))
    if steps == (1, 1):
        raise NotHere
    return Linked(link, False, s.named(link.source, start), steps=steps)


def _counted(s: Scene, link: Link, outward: bool, other: Kind, number: int) -> Linked:
    options = [(">=", number), ("=", number)]
    options += [(">", number - 1)] * 2 if number > 1 else []
    sign, limit = s.pick(options)
    if (sign, limit) == (">=", 1):
        raise NotHere
    return Linked(link, outward, NodeSet(other), count=(sign, limit))


def _same_as(s: Scene, link: Link, end: int, witness: int) -> Linked:
    others = [n for n in _neighbours(s, link, False, end) if n != witness]
    back = Linked(link, False, s.named(link.source, s.pick(others)))
    return Linked(link, True, NodeSet(link.target, (back,)))


def _refused(
    s: Scene, link: Link, outward: bool, other: Kind, inner: NodeSet, witness: int
) -> Linked:
    """No relationship to such a node; the witness may have some to others."""
    missing = sorted(set(range(len(s.nodes(other)))) - {*_neighbours(s, link, outward, witness)})
    far = node_set(s, other, 1, s.pick(missing), {one.type for one in s.schema.links})
    return Linked(link, outward, far, count=("=", 0))


def _on(s: Scene, link: Link, outward: bool, witness: int, end: int) -> Comparison:
    source, target = (witness, end) if outward else (end, witness)
    props = next(p for i, j, p in s.edges(link) if (i, j) == (source, target))
    prop = s.pick(link.props)
    value, mine = Value(link, prop), props[prop.name]
    return on_link(s, link, value, mine)


def on_link(s: Scene, link: Link, value: Value, mine: object) -> Comparison:
    """A condition on a relationship's property that an edge with this value fulfils."""
    if value.prop.type in ("STRING", "BOOLEAN"):
        return Comparison(value, "=", mine)
    if value.prop.type not in SORTABLE:
        raise NotHere
    values = sorted({props[value.prop.name] for _, _, props in s.edges(link)})
    return threshold(s, value, values, mine)


def repeats(nodes: NodeSet) -> bool:
    """Whether a pattern of these nodes may give one of them more than once."""
    return any(isinstance(one, Linked) and not one.count for one in nodes.where)
