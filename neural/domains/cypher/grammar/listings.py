"""Lists and single values, drawn from a scene."""

from neural.domains.cypher import model
from neural.domains.cypher.grammar import conditions
from neural.domains.cypher.grammar.parts import (
    NUMERIC,
    having_any,
    some,
    some_order,
)
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import NUMBERS, SORTABLE, Scene
from neural.domains.cypher.model import NodeSet, Order, Value


@request("match", core=True, weight=0.6)
def everything(s: Scene) -> model.Listing:
    return model.Listing(NodeSet(s.kind()))


@request("where", core=True, weight=9)
def filtered(s: Scene) -> model.Listing:
    return model.Listing(some(s, least=1))


@request("match", core=True, weight=2)
def with_values(s: Scene) -> model.Listing:
    kind = s.kind(lambda k: len(k.props) > 1)
    first = s.value(kind)
    values = [first]
    if s.full and s.chance(0.3):
        second = s.value(kind)
        values += [second] * (second.prop != first.prop)
    return model.Listing(some(s, kind), tuple(values))


@request("match", core=True, weight=2)
def facts(s: Scene) -> model.Facts:
    kind = s.kind(lambda k: len(k.props) > 1)
    values = [s.value(kind)]
    others = [p for p in kind.props[1:] if p != values[0].prop]
    if others and s.chance(0.4):
        values.append(Value(kind, s.pick(others)))
    return model.Facts(s.named(kind), tuple(values))


@request("match", core=True)
def distinct(s: Scene) -> model.Distinct:
    kind = s.kind(having_any("STRING"))
    value = s.value(kind, "STRING", role="g")
    return model.Distinct(some(s, kind, apart=value), value)


@request("order", core=True, weight=1.2)
def ordered(s: Scene) -> model.Listing:
    kind = s.kind(having_any(*SORTABLE))
    return model.Listing(some(s, kind, taken=1), order=some_order(s, kind))


@request("order", core=True, weight=0.5)
def alphabetical(s: Scene) -> model.Listing:
    kind = s.kind()
    return model.Listing(some(s, kind, taken=1), order=Order(Value(kind, kind.key), s.chance(0.4)))


@request("order", core=True, weight=4)  # at 2 nano took ASC for DESC in a third of the answers
def top(s: Scene) -> model.Listing:
    kind = s.kind(having_any(*SORTABLE))
    order, number = some_order(s, kind), s.pick((1, 1, 1, 2, 3, 3, 4, 5))
    values = (order.value,) if number > 1 and s.chance(0.5) else ()
    return model.Listing(some(s, kind, taken=1), values, order, limit=number)


@request("order", weight=0.5)
def page(s: Scene) -> model.Listing:
    kind = s.kind()
    order = Order(Value(kind, kind.key), descending=False)
    return model.Listing(
        some(s, kind, taken=1), order=order, skip=s.pick((1, 2, 3)), limit=s.pick((2, 3))
    )


@request("unwind", weight=0.7)
def lookup(s: Scene) -> model.Lookup:
    kind = s.kind(lambda k: len(k.props) > 1)
    names = s.rng.sample([node[kind.key.name] for node in s.nodes(kind)], 3)
    return model.Lookup(kind, tuple(names), s.value(kind))


@request("expression", weight=0.8)
def classified(s: Scene) -> model.Classified:
    kind = s.kind(NUMERIC)
    prop = s.pick(s.props(kind, *NUMBERS))
    limit = s.pick(s.values(kind, prop)[1:])
    high, low = s.pick((("high", "low"), ("large", "small"), ("above", "below"), ("yes", "no")))
    return model.Classified(some(s, kind, taken=1), Value(kind, prop), limit, high, low)


@request("expression", weight=0.7)
def defaulted(s: Scene) -> model.Defaulted:
    kind = s.kind(having_any("STRING"))
    default = s.pick(("unknown", "none", "n/a"))
    value = Value(kind, s.pick(s.props(kind, "STRING")))
    return model.Defaulted(some(s, kind, taken=1, apart=value), value, default)


@request("union", weight=0.8)
def together(s: Scene) -> model.Together:
    one, two = s.rng.sample(s.schema.kinds, 2) if len(s.schema.kinds) > 1 else s.pick([])
    half = max(0, s.depth - 1) // 2
    first = conditions.node_set(s, one, s.rng.randint(0, half))
    second = conditions.node_set(s, two, s.rng.randint(0, half))
    return model.Together(first, second)
