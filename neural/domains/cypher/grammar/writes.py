"""Changes, each drawn from a scene."""

from neural.domains.cypher import model
from neural.domains.cypher.grammar.parts import NUMERIC, joins_two_labels, some
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import NUMBERS, NotHere, Scene
from neural.domains.cypher.graph import draw
from neural.domains.cypher.schema import Kind, Prop


def _new_name(s: Scene, kind: Kind) -> str:
    """A name of the kind that the graph does not hold yet."""
    there = {node[kind.key.name] for node in s.nodes(kind)}
    return s.pick(value for value in kind.key.spec.values if value not in there)


def _drawn(s: Scene, props: tuple[Prop, ...]) -> tuple:
    return tuple((prop, draw(prop, s.rng)) for prop in props)


def _settable(s: Scene, kind: Kind) -> Prop:
    return s.pick(p for p in kind.props[1:] if s.full or p.type not in ("POINT", "LIST<STRING>"))


@request("create", core=True)
def create(s: Scene) -> model.Create:
    kind = s.kind()
    others = tuple(p for p in kind.props[1:] if s.full or p.type not in ("POINT", "LIST<STRING>"))
    values = _drawn(s, others[: s.pick((0, 1, 2))])
    return model.Create(kind, ((kind.key, _new_name(s, kind)), *values))


def _ends(s: Scene) -> tuple:
    link = s.link()
    source, target = s.named(link.source), s.named(link.target)
    if source == target:
        raise NotHere
    return link, source, target


@request("create", core=True)
def create_link(s: Scene) -> model.CreateLink:
    link, source, target = _ends(s)
    return model.CreateLink(link, source, target, _drawn(s, link.props[: s.pick((0, 1, 1))]))


@request("create", weight=0.7)
def create_linked(s: Scene) -> model.CreateLinked:
    link = s.link(joins_two_labels)
    return model.CreateLinked(link, s.named(link.source), _new_name(s, link.target))


@request("merge", core=True, weight=0.8)
def merge(s: Scene) -> model.Merge:
    kind = s.kind()
    return model.Merge(model.NamedNode(kind, _new_name(s, kind)))


@request("merge", weight=0.7)
def merge_and_set(s: Scene) -> model.Merge:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop, new = _settable(s, kind), s.chance(0.5)
    node = model.NamedNode(kind, _new_name(s, kind)) if new else s.named(kind)
    return model.Merge(node, "CREATE" if new else "MATCH", (prop, draw(prop, s.rng)))


@request("merge", weight=0.7)
def merge_link(s: Scene) -> model.CreateLink:
    return model.CreateLink(*_ends(s), merge=True)


@request("set", core=True)
def set_value(s: Scene) -> model.SetValue:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = _settable(s, kind)
    return model.SetValue(s.named(kind), prop, draw(prop, s.rng))


@request("set", weight=0.8)
def set_where(s: Scene) -> model.SetValue:
    kind = s.kind(lambda k: len(k.props) > 2)
    prop = _settable(s, kind)
    nodes = some(s, kind, taken=1, least=1)
    return model.SetValue(nodes, prop, draw(prop, s.rng), each=s.chance(0.3))


@request("set", weight=0.6)
def increase(s: Scene) -> model.Increase:
    kind = s.kind(NUMERIC)
    amount = s.pick((1, 2, 5, 10, 20, 50, 100)) * s.pick((1, -1))
    return model.Increase(s.named(kind), s.pick(s.props(kind, *NUMBERS)), amount)


@request("remove", core=True, weight=0.6)
def remove_value(s: Scene) -> model.RemoveValue:
    kind = s.kind(lambda k: len(k.props) > 1)
    nodes = some(s, kind, taken=1, least=1) if s.full and s.chance(0.4) else s.named(kind)
    return model.RemoveValue(nodes, s.pick(kind.props[1:]))


@request("delete", core=True, weight=0.7)
def delete(s: Scene) -> model.Delete:
    return model.Delete(s.named(s.kind()))


@request("delete", weight=0.7)
def delete_where(s: Scene) -> model.Delete:
    return model.Delete(some(s, taken=1, least=1))


@request("delete", core=True, weight=0.6)
def delete_link(s: Scene) -> model.DeleteLinks:
    link = s.link()
    i, j, _ = s.pick(s.edges(link))
    return model.DeleteLinks(link, s.named(link.source, i), s.named(link.target, j))


@request("delete", weight=0.4)
def delete_links(s: Scene) -> model.DeleteLinks:
    link = s.link()
    return model.DeleteLinks(link, s.named(link.source, s.pick(s.edges(link))[0]), None)
