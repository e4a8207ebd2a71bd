"""Indexes, constraints, procedures and plans, each drawn from a scene."""

from neural.domains.cypher import model
from neural.domains.cypher.grammar.listings import filtered, top
from neural.domains.cypher.grammar.numbers import count_per_node
from neural.domains.cypher.grammar.request import request
from neural.domains.cypher.grammar.scene import Scene


@request("index", weight=0.7)
def index(s: Scene) -> model.Index:
    kind = s.kind(lambda k: len(k.props) > 1)
    return model.Index(kind, s.pick(kind.props[1:]), unique=False, drop=s.chance(0.25))


@request("index", weight=0.5)
def constraint(s: Scene) -> model.Index:
    kind = s.kind()
    return model.Index(kind, kind.key, unique=True, drop=s.chance(0.25))


@request("catalogue", weight=0.15)
def show(s: Scene) -> model.Show:
    return model.Show(s.pick(("INDEXES", "CONSTRAINTS")))


@request("catalogue", weight=0.3)
def catalogue(s: Scene) -> model.Catalogue:
    return model.Catalogue(s.pick(("labels", "relationshipTypes", "propertyKeys")))


@request("plan", weight=0.7)
def plan(s: Scene) -> model.Plan:
    return model.Plan(s.pick((filtered, top, count_per_node))(s), profile=s.chance(0.5))


@request("search", weight=0.6)
def full_text(s: Scene) -> model.FullText:
    kind = s.kind()
    prop = s.pick(p for p in kind.props if p.type == "STRING")
    words = s.pick(s.values(kind, prop)).split()
    return model.FullText(kind, prop, s.pick(words), s.pick((None, 3, 5, 10)))


@request("search", weight=0.4)
def similar(s: Scene) -> model.Similar:
    return model.Similar(s.kind(), s.pick((3, 5, 10, 20)))
