"""Questions to Cypher: MATCH … RETURN and what stands between."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.model import Linked, NodeSet, Value
from neural.domains.cypher.render.match import Matched, Renderer, term, where_all
from neural.domains.cypher.render.pattern import node
from neural.domains.cypher.syntax import identifier, literal

AGGREGATES = {  # measure -> (expression, alias)
    "count": ("count({})", "total"),
    "count distinct": ("count(DISTINCT {})", "total"),
    "avg": ("avg({})", "average"),
    "sum": ("sum({})", "total"),
    "min": ("min({})", "lowest"),
    "max": ("max({})", "highest"),
    "stdev": ("stDev({})", "spread"),
    "median": ("percentileCont({}, 0.5)", "median"),
    "collect": ("collect({})", "list"),
}


@singledispatch
def read(meaning: object, r: Renderer) -> str:
    """The query that answers a question."""
    raise TypeError(f"no question: {meaning!r}")


def _key(kind: model.Kind, var: str) -> str:
    return f"{var}.{identifier(kind.key.name)}"


def _column(value: Value, var: str, r: Renderer) -> str:
    text = term(value, var)
    return f"{text} AS {r.names.alias(value.function.alias)}" if value.function else text


def _columns(key: str, values: tuple[Value, ...], var: str, r: Renderer) -> str:
    return ", ".join([key, *(_column(value, var, r) for value in values)])


def _known(order: model.Order | None) -> tuple[str, ...]:
    """Only nodes that have what they are sorted by; their names they all have."""
    if order is None or order.value.prop == order.value.owner.key:
        return ()
    return (f"{{}}.{identifier(order.value.prop.name)} IS NOT NULL",)


def _order_by(by: str, down: bool, limit: int | None = None, skip: int = 0) -> str:
    parts = [f" ORDER BY {by}{' DESC' * down}"]
    parts += [f" SKIP {skip}"] if skip else []
    parts += [f" LIMIT {limit}"] if limit else []
    return "".join(parts)


def _once(m: Matched, needed: bool = True) -> str:
    """A clause that leaves each node once, where the pattern may repeat it."""
    return f" WITH DISTINCT {m.var}" if m.repeats and needed else ""


def _measure(measure: model.Measure, var: str, r: Renderer, repeats: bool) -> tuple[str, str]:
    """(expression, alias) of a measure of a variable's nodes."""
    text, alias = AGGREGATES[measure.function]
    inner = term(measure.value, var) if measure.value else var
    if repeats and measure.function == "count":
        inner = f"DISTINCT {inner}"
    return text.format(inner), r.names.alias(alias)


@read.register
def _(q: model.Listing, r: Renderer) -> str:
    m = r.match(q.nodes, where=_known(q.order))
    columns = _columns(_key(q.nodes.kind, m.var), q.values, m.var, r)
    if not q.order:
        return f"{m.text} RETURN {'DISTINCT ' * m.repeats}{columns}"
    by = _order_by(term(q.order.value, m.var), q.order.descending, q.limit, q.skip)
    return f"{m.text}{_once(m)} RETURN {columns}{by}"


@read.register
def _(q: model.Facts, r: Renderer) -> str:
    m = r.match(q.node)
    return f"{m.text} RETURN {', '.join(_column(value, m.var, r) for value in q.values)}"


@read.register
def _(q: model.Distinct, r: Renderer) -> str:
    m = r.match(q.nodes)
    return f"{m.text} RETURN DISTINCT {_column(q.value, m.var, r)}"


@read.register
def _(q: model.Total, r: Renderer) -> str:
    m = r.match(q.nodes)
    text, alias = _measure(q.measure, m.var, r, m.repeats)
    counts = q.measure.function.startswith("count")
    return f"{m.text}{_once(m, not counts)} RETURN {text} AS {alias}"


@read.register
def _(q: model.Grouped, r: Renderer) -> str:
    known = _known(model.Order(q.by, True)) if q.having or q.top else ()
    m = r.match(q.nodes, where=known)
    counts = q.measure.function == "count"
    text, alias = _measure(q.measure, m.var, r, m.repeats)
    start = f"{m.text}{_once(m, not counts)}"
    if q.having:
        sign, number = q.having
        group = r.names.alias("group")
        return (
            f"{start} WITH {term(q.by, m.var)} AS {group}, {text} AS {alias} "
            f"WHERE {alias} {sign} {number} RETURN {group}, {alias}"
        )
    top = _order_by(alias, True, q.top) if q.top else ""
    return f"{start} RETURN {_column(q.by, m.var, r)}, {text} AS {alias}{top}"


@read.register
def _(q: model.PerNode, r: Renderer) -> str:
    join = Linked(q.link, q.outward, q.others)
    if q.zero:
        m = r.match(q.nodes)
        start, var, other = f"{m.text}{_once(m)}", m.var, ""
        optional = _optional(join, var, r)
        start, other = f"{start} {optional.text}", optional.other
    else:
        m = r.match(q.nodes, join)
        start, var, other = m.text, m.var, m.other
    text, alias = _measure(q.measure, other, r, repeats=_deep(q.others))
    key = _key(q.nodes.kind, var)
    if q.having:
        sign, number = q.having
        return (
            f"{start} WITH {var}, {text} AS {alias} WHERE {alias} {sign} {number} "
            f"RETURN {key}, {alias}"
        )
    top = _order_by(alias, True, q.top) if q.top else ""
    return f"{start} RETURN {key}, {text} AS {alias}{top}"


def _deep(others: NodeSet) -> bool:
    """Whether the pattern beyond may repeat these nodes."""
    return any(isinstance(one, Linked) and not one.count for one in others.where)


def _optional(join: Linked, var: str, r: Renderer) -> Matched:
    """OPTIONAL MATCH of what a variable's node is linked to."""
    text, conditions, other, link = r.branch_text(join, var)
    tail = where_all(conditions)
    return Matched(f"OPTIONAL MATCH {text}{tail}", var, True, other, link)


@read.register
def _(q: model.MeanCount, r: Renderer) -> str:
    m = r.match(q.nodes, Linked(q.link, q.outward, q.others))
    count = f"count({'DISTINCT ' * _deep(q.others)}{m.other})"
    return f"{m.text} WITH {m.var}, {count} AS total RETURN avg(total) AS average"


@read.register
def _(q: model.Pairs, r: Renderer) -> str:
    join = Linked(q.link, True, q.others, on=q.on)
    if q.zero:
        m = r.match(q.nodes)
        start, var = f"{m.text}{_once(m)}", m.var
        m = _optional(join, var, r)
        start = f"{start} {m.text}"
    else:
        m = r.match(q.nodes, join, link_var=bool(q.values))
        start, var = m.text, m.var
    columns = [_key(q.nodes.kind, var), _key(q.others.kind, m.other)]
    columns += [_column(value, m.link, r) for value in q.values]
    distinct = "DISTINCT " * (_deep(q.others) and not q.values)
    return f"{start} RETURN {distinct}{', '.join(columns)}"


@read.register
def _(q: model.Best, r: Renderer) -> str:
    m = r.match(q.nodes)
    text, conditions, other, _ = r.branch_text(Linked(q.link, True, q.others), m.var)
    by = term(q.order.value, other)
    where = where_all([*conditions, f"{by} IS NOT NULL"])
    return (
        f"{m.text}{_once(m)} CALL ({m.var}) {{ MATCH {text}{where} RETURN {other}"
        f"{_order_by(by, q.order.descending, 1)} }} "
        f"RETURN {_key(q.nodes.kind, m.var)}, {_key(q.others.kind, other)}"
    )


@read.register
def _(q: model.Gathered, r: Renderer) -> str:
    m = r.match(q.nodes)
    text, conditions, other, _ = r.branch_text(Linked(q.link, True, q.others), m.var)
    where = where_all(conditions)
    listed = f"[{text}{where} | {_key(q.others.kind, other)}] AS list"
    return f"{m.text}{_once(m)} RETURN {_key(q.nodes.kind, m.var)}, {listed}"


@read.register
def _(q: model.LinkFacts, r: Renderer) -> str:
    m = r.match(q.source, Linked(q.link, True, q.target), link_var=True)
    return f"{m.text} RETURN {_column(q.value, m.link, r)}"


@read.register
def _(q: model.IsLinked, r: Renderer) -> str:
    one, two = (node(n.kind, "", n) for n in (q.source, q.target))
    return f"RETURN EXISTS {{ {one}-[:{identifier(q.link.type)}]->{two} }} AS answer"


@read.register
def _(q: model.LinkTypes, r: Renderer) -> str:
    one, two = (node(n.kind, r.names.node(n.kind), n) for n in (q.source, q.target))
    return f"MATCH {one}-[r]->{two} RETURN type(r) AS type"


@read.register
def _(q: model.CountLinks, r: Renderer) -> str:
    one, two = node(q.link.source), node(q.link.target)
    return f"MATCH {one}-[r:{identifier(q.link.type)}]->{two} RETURN count(r) AS total"


@read.register
def _(q: model.Shortest, r: Renderer) -> str:
    one, two = (node(n.kind, r.names.node(n.kind), n) for n in (q.source, q.target))
    path = f"MATCH p = shortestPath({one}-[:{identifier(q.link.type)}*]-{two})"
    if q.names:
        return f"{path} RETURN [x IN nodes(p) | {_key(q.link.source, 'x')}] AS path"
    return f"{path} RETURN length(p) AS steps"


@read.register
def _(q: model.Mutual, r: Renderer) -> str:
    kind, type_ = q.link.source, identifier(q.link.type)
    a, b = r.names.node(kind), r.names.node(kind)
    one, two = _key(kind, a), _key(kind, b)
    pattern = f"{node(kind, a)}-[:{type_}]->{node(kind, b)}-[:{type_}]->({a})"
    return f"MATCH {pattern} WHERE {one} < {two} RETURN {one}, {two}"


@read.register
def _(q: model.Lookup, r: Renderer) -> str:
    var = r.names.node(q.kind)
    label, key = identifier(q.kind.label), identifier(q.kind.key.name)
    return (
        f"UNWIND {literal(q.names)} AS x MATCH ({var}:{label} {{{key}: x}}) "
        f"RETURN x, {_column(q.value, var, r)}"
    )


@read.register
def _(q: model.Classified, r: Renderer) -> str:
    m = r.match(q.nodes, where=_known(model.Order(q.value, True)))
    test = f"{term(q.value, m.var)} >= {literal(q.threshold)}"
    case = f"CASE WHEN {test} THEN {literal(q.high)} ELSE {literal(q.low)} END AS class"
    return f"{m.text}{_once(m)} RETURN {_key(q.nodes.kind, m.var)}, {case}"


@read.register
def _(q: model.Defaulted, r: Renderer) -> str:
    m = r.match(q.nodes)
    value = f"coalesce({term(q.value, m.var)}, {literal(q.default)}) AS value"
    return f"{m.text}{_once(m)} RETURN {_key(q.nodes.kind, m.var)}, {value}"


@read.register
def _(q: model.Together, r: Renderer) -> str:
    halves = []
    for nodes in (q.first, q.second):
        part = Renderer()  # each half of a UNION has its own variables
        m = part.match(nodes)
        halves.append(f"{m.text} RETURN {_key(nodes.kind, m.var)} AS name")
    return " UNION ".join(halves)


@read.register
def _(q: model.OfTheMost, r: Renderer) -> str:
    m = r.match(q.nodes, where=_known(q.order))
    by = _order_by(term(q.order.value, m.var), q.order.descending, 1)
    text, _, other, _ = r.branch_text(Linked(q.link, True, NodeSet(q.link.target)), m.var)
    distinct = f"DISTINCT {m.var}" if m.repeats else m.var
    return f"{m.text} WITH {distinct}{by} MATCH {text} RETURN {_key(q.link.target, other)}"
