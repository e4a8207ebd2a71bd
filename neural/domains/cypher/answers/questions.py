"""The rows that answer a question, from a graph's nodes themselves."""

from functools import singledispatch
from statistics import fmean, stdev

from neural.domains.cypher import model
from neural.domains.cypher.answers.world import SIGNS, Answer, World, of
from neural.domains.cypher.model import Comparison, NamedNode, NodeSet, Value


def measure(kind: model.Measure, numbers: list[int], world: World) -> object:
    """A measure of some nodes."""
    if kind.function == "count":
        return len(numbers)
    values = [world.value(kind.value, n) for n in numbers]
    values = [value for value in values if value is not None]
    match kind.function:
        case "count distinct":
            return len(set(values))
        case "collect":
            return tuple(values)
        case "sum":
            return sum(values)
        case "stdev":
            return stdev(values) if len(values) > 1 else 0.0 if values else None
    if not values:
        return None
    match kind.function:
        case "avg":
            return fmean(values)
        case "min":
            return min(values)
        case "max":
            return max(values)
    return _median(sorted(values))


def _median(values: list) -> float:
    middle = len(values) // 2
    return float(values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2)


def _ranked(pairs: list[tuple[object, tuple]], down: bool, skip: int, limit: int | None) -> Answer:
    """Rows in the order of their first value; tied where that does not settle it."""
    pairs = sorted(pairs, key=lambda pair: pair[0], reverse=down)
    end = skip + limit if limit else len(pairs)
    seen = [value for value, _ in pairs[: end + 1]]
    rows = tuple(row for _, row in pairs[skip:end])
    return Answer(rows, ordered=True, tied=len(set(seen)) < len(seen))


@singledispatch
def answer(q: object, world: World) -> Answer:
    """The rows that answer a question."""
    raise TypeError(f"no question: {q!r}")


@answer.register
def _(q: model.Listing, w: World) -> Answer:
    def row(n: int) -> tuple:
        return (w.key(q.nodes.kind, n), *(w.value(value, n) for value in q.values))

    members = w.members(q.nodes)
    if not q.order:
        return Answer(tuple(map(row, members)))
    pairs = [(v, row(n)) for n in members if (v := w.value(q.order.value, n)) is not None]
    return _ranked(pairs, q.order.descending, q.skip, q.limit)


@answer.register
def _(q: model.Facts, w: World) -> Answer:
    return Answer(tuple(tuple(w.value(v, n) for v in q.values) for n in w.members(q.node)))


@answer.register
def _(q: model.Distinct, w: World) -> Answer:
    return Answer(tuple(dict.fromkeys((w.value(q.value, n),) for n in w.members(q.nodes))))


@answer.register
def _(q: model.Total, w: World) -> Answer:
    bags = q.measure.function == "collect"
    return Answer(((measure(q.measure, w.members(q.nodes), w),),), bags=bags)


@answer.register
def _(q: model.Grouped, w: World) -> Answer:
    groups: dict[object, list[int]] = {}
    for n in w.members(q.nodes):
        groups.setdefault(w.value(q.by, n), []).append(n)
    if q.having or q.top:
        groups.pop(None, None)
    return _measured([(by, measure(q.measure, g, w)) for by, g in groups.items()], q)


def _measured(pairs: list[tuple[object, object]], q: model.Grouped | model.PerNode) -> Answer:
    """(name, measure) rows, cut as is asked for."""
    if q.having:
        sign, number = q.having
        return Answer(tuple(pair for pair in pairs if SIGNS[sign](pair[1], number)))
    if q.top:
        return _ranked([(total, (by, total)) for by, total in pairs], True, 0, q.top)
    return Answer(tuple(pairs), bags=q.measure.function == "collect")


@answer.register
def _(q: model.PerNode, w: World) -> Answer:
    pairs = [
        (w.key(q.nodes.kind, n), measure(q.measure, [end for end, _ in ends], w))
        for n, ends in w.joined(q.nodes, q.link, q.outward, q.others)
        if ends or q.zero
    ]
    return _measured(pairs, q)


@answer.register
def _(q: model.MeanCount, w: World) -> Answer:
    counts = [len(ends) for _, ends in w.joined(q.nodes, q.link, q.outward, q.others) if ends]
    return Answer(((fmean(counts) if counts else None,),))


@answer.register
def _(q: model.Pairs, w: World) -> Answer:
    rows: list[tuple] = []
    for n, ends in w.joined(q.nodes, q.link, True, q.others, q.on):
        name = w.key(q.nodes.kind, n)
        for end, props in ends:
            rows.append((name, w.key(q.others.kind, end), *(of(v, props) for v in q.values)))
        if q.zero and not ends:
            rows.append((name, None))
    return Answer(tuple(rows))


@answer.register
def _(q: model.Best, w: World) -> Answer:
    rows, tied = [], False
    for n, ends in w.joined(q.nodes, q.link, True, q.others):
        found = [(w.value(q.order.value, end), (end,)) for end, _ in ends]
        best = _ranked([f for f in found if f[0] is not None], q.order.descending, 0, 1)
        tied |= best.tied
        rows += [(w.key(q.nodes.kind, n), w.key(q.others.kind, end)) for (end,) in best.rows]
    return Answer(tuple(rows), tied=tied)


@answer.register
def _(q: model.Gathered, w: World) -> Answer:
    return Answer(
        tuple(
            (w.key(q.nodes.kind, n), tuple(w.key(q.others.kind, end) for end, _ in ends))
            for n, ends in w.joined(q.nodes, q.link, True, q.others)
        ),
        bags=True,
    )


@answer.register
def _(q: model.LinkFacts, w: World) -> Answer:
    pairs = w.joined(_only(q.source), q.link, True, _only(q.target))
    return Answer(tuple((of(q.value, props),) for _, ends in pairs for _, props in ends))


def _only(node: NamedNode) -> NodeSet:
    key = Value(node.kind, node.kind.key)
    return NodeSet(node.kind, (Comparison(key, "=", node.name),))


@answer.register
def _(q: model.IsLinked, w: World) -> Answer:
    pairs = w.joined(_only(q.source), q.link, True, _only(q.target))
    return Answer(((any(ends for _, ends in pairs),),))


@answer.register
def _(q: model.LinkTypes, w: World) -> Answer:
    there = (q.source.kind.label, q.target.kind.label)
    rows = []
    for link in w.graph.schema.links:
        if (link.source.label, link.target.label) == there:
            pairs = w.joined(_only(q.source), link, True, _only(q.target))
            rows += [(link.type,) for _, ends in pairs for _ in ends]
    return Answer(tuple(rows))


@answer.register
def _(q: model.CountLinks, w: World) -> Answer:
    pairs = w.joined(NodeSet(q.link.source), q.link, True, NodeSet(q.link.target))
    return Answer(((sum(len(ends) for _, ends in pairs),),))


@answer.register
def _(q: model.Shortest, w: World) -> Answer:
    (start,), (goal,) = w.members(q.source), w.members(q.target)
    paths = [[start]]
    seen = {start}
    while paths and all(path[-1] != goal for path in paths):
        longer = [
            [*path, end]
            for path in paths
            for end in sorted(
                {e for way in (True, False) for e, _ in w.ends(q.link, way, path[-1])}
            )
            if end not in seen
        ]
        paths = longer
        seen |= {path[-1] for path in paths}
    found = [path for path in paths if path[-1] == goal]
    if not found:
        return Answer(())
    if not q.names:
        return Answer(((len(found[0]) - 1,),))
    names = tuple(w.key(q.link.source, n) for n in found[0])
    return Answer(((names,),), tied=len(found) > 1)


@answer.register
def _(q: model.Mutual, w: World) -> Answer:
    kind = q.link.source
    rows = []
    for n, ends in w.joined(NodeSet(kind), q.link, True, NodeSet(kind)):
        for end, _ in ends:
            one, two = w.key(kind, n), w.key(kind, end)
            if one < two and any(back == n for back, _ in w.ends(q.link, True, end)):
                rows.append((one, two))
    return Answer(tuple(rows))


@answer.register
def _(q: model.Lookup, w: World) -> Answer:
    members = {name: w.members(NamedNode(q.kind, name)) for name in q.names}
    return Answer(tuple((name, w.value(q.value, n)) for name in q.names for n in members[name]))


@answer.register
def _(q: model.Classified, w: World) -> Answer:
    values = [(n, w.value(q.value, n)) for n in w.members(q.nodes)]
    return Answer(
        tuple(
            (w.key(q.nodes.kind, n), q.high if value >= q.threshold else q.low)
            for n, value in values
            if value is not None
        )
    )


@answer.register
def _(q: model.Defaulted, w: World) -> Answer:
    values = [(n, w.value(q.value, n)) for n in w.members(q.nodes)]
    return Answer(tuple((w.key(q.nodes.kind, n), q.default if v is None else v) for n, v in values))


@answer.register
def _(q: model.Together, w: World) -> Answer:
    names = [w.key(s.kind, n) for s in (q.first, q.second) for n in w.members(s)]
    return Answer(tuple((name,) for name in dict.fromkeys(names)))


@answer.register
def _(q: model.OfTheMost, w: World) -> Answer:
    first = answer(model.Listing(q.nodes, order=q.order, limit=1), w)
    if not first.rows:
        return Answer(())
    ends = w.joined(
        _only(NamedNode(q.nodes.kind, first.rows[0][0])), q.link, True, NodeSet(q.link.target)
    )
    rows = tuple((w.key(q.link.target, end),) for _, found in ends for end, _ in found)
    return Answer(rows, tied=first.tied)
