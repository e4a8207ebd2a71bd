"""Indexes, constraints, procedures and plans to Cypher."""

import re
from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.render.match import Renderer
from neural.domains.cypher.render.reads import read
from neural.domains.cypher.schema import Kind, Prop, camel_case, words
from neural.domains.cypher.syntax import identifier, literal


@singledispatch
def manage(meaning: object, r: Renderer) -> str:
    """The statement that shows or changes the database itself."""
    raise TypeError(f"nothing to manage: {meaning!r}")


def index_name(kind: Kind, prop: Prop | None, ending: str = "") -> str:
    """What people call an index: 'movie_title'."""
    parts = [words(kind.label), words(prop.name) if prop else "", ending]
    return re.sub(r"\W+", "_", " ".join(filter(None, parts)))


@manage.register
def _(q: model.Index, r: Renderer) -> str:
    what = "CONSTRAINT" if q.unique else "INDEX"
    name = index_name(q.kind, q.prop, "unique" if q.unique else "")
    if q.drop:
        return f"DROP {what} {name} IF EXISTS"
    var = r.names.node(q.kind)
    term = f"{var}.{identifier(q.prop.name)}"
    tail = f"REQUIRE {term} IS UNIQUE" if q.unique else f"ON ({term})"
    return f"CREATE {what} {name} IF NOT EXISTS FOR ({var}:{identifier(q.kind.label)}) {tail}"


@manage.register
def _(q: model.Show, r: Renderer) -> str:
    return f"SHOW {q.what}"


@manage.register
def _(q: model.Catalogue, r: Renderer) -> str:
    column = {"labels": "label", "relationshipTypes": "relationshipType"}.get(q.what, "propertyKey")
    return f"CALL db.{q.what}() YIELD {column} RETURN {column} ORDER BY {column}"


@manage.register
def _(q: model.Plan, r: Renderer) -> str:
    return f"{'PROFILE' if q.profile else 'EXPLAIN'} {read(q.question, r)}"


@manage.register
def _(q: model.FullText, r: Renderer) -> str:
    name, key = index_name(q.kind, q.prop, "text"), identifier(q.kind.key.name)
    limit = f" LIMIT {q.limit}" if q.limit else ""
    return (
        f"CALL db.index.fulltext.queryNodes({literal(name)}, {literal(q.text)}) YIELD node, score "
        f"RETURN node.{key}, score ORDER BY score DESC{limit}"
    )


@manage.register
def _(q: model.Similar, r: Renderer) -> str:
    name = index_name(q.kind, None, "embedding")
    key, variable = identifier(q.kind.key.name), camel_case("query_vector")
    return (
        f"CALL db.index.vector.queryNodes({literal(name)}, {q.number}, ${variable}) "
        f"YIELD node, score RETURN node.{key}, score"
    )
