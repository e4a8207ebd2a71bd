"""Changes to Cypher."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.model import Linked, NamedNode
from neural.domains.cypher.render.match import Renderer
from neural.domains.cypher.render.pattern import node
from neural.domains.cypher.syntax import identifier, literal, properties


@singledispatch
def write(meaning: object, r: Renderer) -> str:
    """The query that makes a change."""
    raise TypeError(f"no change: {meaning!r}")


def _map(values: tuple) -> str:
    return properties({prop.name: value for prop, value in values})


@write.register
def _(q: model.Create, r: Renderer) -> str:
    return f"CREATE ({r.names.node(q.kind)}:{identifier(q.kind.label)} {_map(q.values)})"


@write.register
def _(q: model.CreateLink, r: Renderer) -> str:
    one, two = r.names.node(q.source.kind), r.names.node(q.target.kind)
    pair = f"{node(q.source.kind, one, q.source)}, {node(q.target.kind, two, q.target)}"
    tail = f" {_map(q.values)}" if q.values else ""
    verb = "MERGE" if q.merge else "CREATE"
    return f"MATCH {pair} {verb} ({one})-[:{identifier(q.link.type)}{tail}]->({two})"


@write.register
def _(q: model.CreateLinked, r: Renderer) -> str:
    m = r.match(q.source)
    new = NamedNode(q.link.target, q.name)
    end = node(new.kind, r.names.node(new.kind), new)
    return f"{m.text} CREATE ({m.var})-[:{identifier(q.link.type)}]->{end}"


@write.register
def _(q: model.Merge, r: Renderer) -> str:
    var = r.names.node(q.node.kind)
    merge = f"MERGE {node(q.node.kind, var, q.node)}"
    if not q.on:
        return merge
    prop, value = q.setting
    return f"{merge} ON {q.on} SET {var}.{identifier(prop.name)} = {literal(value)}"


@write.register
def _(q: model.SetValue, r: Renderer) -> str:
    m = r.match(q.nodes)
    if q.each:
        name = identifier(q.prop.name)
        change = f"SET item.{name} = {literal(q.literal)}"
        return f"{m.text} WITH collect({m.var}) AS list FOREACH (item IN list | {change})"
    return f"{m.text} SET {m.var}.{identifier(q.prop.name)} = {literal(q.literal)}"


@write.register
def _(q: model.Increase, r: Renderer) -> str:
    m = r.match(q.node)
    term = f"{m.var}.{identifier(q.prop.name)}"
    return f"{m.text} SET {term} = {term} {'+' if q.amount > 0 else '-'} {abs(q.amount)}"


@write.register
def _(q: model.RemoveValue, r: Renderer) -> str:
    m = r.match(q.nodes)
    return f"{m.text} REMOVE {m.var}.{identifier(q.prop.name)}"


@write.register
def _(q: model.Delete, r: Renderer) -> str:
    m = r.match(q.nodes)
    return f"{m.text} DETACH DELETE {m.var}"


@write.register
def _(q: model.DeleteLinks, r: Renderer) -> str:
    if q.target:
        m = r.match(q.source, Linked(q.link, True, q.target), link_var=True)
        return f"{m.text} DELETE {m.link}"
    source = node(q.source.kind, r.names.node(q.source.kind), q.source)
    link = f"-[r:{identifier(q.link.type)}]->{node(q.link.target)}"
    return f"MATCH {source}{link} DELETE r"
