"""Nodes joined by relationships."""

from neural.domains.cypher.graph import literal
from neural.domains.cypher.scene import NotHere, Scene
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import listing, telling, third_person


def anchored(kind, name: str, var: str = "a") -> str:
    """A node pattern that fixes the node by its name."""
    return f"({var}:{kind.label} {{{kind.key.name}: {literal(name)}}})"


@shape("relationship", core=True)
def targets(s: Scene) -> Draft:
    link = s.link()
    source, _, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        f"RETURN b.{link.target.key.name}"
    )
    return Draft(cypher, listing(s.targets_of(link, source), s.rng))


@shape("relationship", core=True)
def sources(s: Scene) -> Draft:
    link = s.link()
    _, target, _ = s.edge(link)
    cypher = (
        f"MATCH (a:{link.source.label})-[:{link.type}]->{anchored(link.target, target, 'b')} "
        f"RETURN a.{link.source.key.name}"
    )
    direct = f"Which {link.source.plural} {link.forward} {s.the(link.target, target)}?"
    return Draft(cypher, s.pick((direct, listing(s.sources_of(link, target), s.rng))))


@shape("relationship", core=True)
def targets_where(s: Scene) -> Draft:
    link = s.link()
    source, _, _ = s.edge(link)
    condition = s.condition(link.target, "b")
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        f"WHERE {condition.cypher} RETURN b.{link.target.key.name}"
    )
    relative = f"that {s.the(link.source, source)} {third_person(link.forward)}"
    asked = f"{link.target.plural} {condition.english} {relative}"
    return Draft(cypher, listing(asked, s.rng))


@shape("relationship", core=True)
def sources_where(s: Scene) -> Draft:
    link = s.link()
    _, target, _ = s.edge(link)
    condition = s.condition(link.source, "a")
    cypher = (
        f"MATCH (a:{link.source.label})-[:{link.type}]->{anchored(link.target, target, 'b')} "
        f"WHERE {condition.cypher} RETURN a.{link.source.key.name}"
    )
    asked = (
        f"{link.source.plural} {condition.english} "
        f"{s.who(link.source)} {link.forward} {s.the(link.target, target)}"
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("relationship", core=True)
def property_of_targets(s: Scene) -> Draft:
    link = s.link(lambda r: len(r.target.props) > 1)
    source, _, _ = s.edge(link)
    prop = s.prop(link.target)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        f"RETURN b.{link.target.key.name}, b.{prop.name}"
    )
    asked = s.pick((f"{{}} and their {s.noun(prop)}", f"{{}} with their {s.noun(prop)}"))
    return Draft(cypher, listing(asked.format(s.targets_of(link, source)), s.rng))


@shape("relationship", core=True)
def pairs(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, b.{target.key.name}"
    )
    asked = (
        f"{source.plural} and the {target.plural} they {link.forward}",
        f"{source.plural} together with the {target.plural} they {link.forward}",
    )
    return Draft(cypher, listing(s.pick(asked), s.rng))


@shape("relationship")
def by_target_property(s: Scene) -> Draft:
    link = s.link()
    condition = s.condition(link.target, "b")
    cypher = (
        f"MATCH (a:{link.source.label})-[:{link.type}]->(b:{link.target.label}) "
        f"WHERE {condition.cypher} RETURN DISTINCT a.{link.source.key.name}"
    )
    asked = (
        f"{link.source.plural} {s.who(link.source)} {link.forward} "
        f"{link.target.plural} {condition.english}"
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("relationship property")
def link_filter(s: Scene) -> Draft:
    link = s.link(lambda r: r.props)
    condition = s.link_condition(link, "r")
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[r:{link.type}]->(b:{target.label}) "
        f"WHERE {condition.cypher} RETURN a.{source.key.name}, b.{target.key.name}"
    )
    asked = f"{source.plural} and the {target.plural} they {link.forward} {condition.english}"
    return Draft(cypher, listing(asked, s.rng))


@shape("relationship property")
def link_property(s: Scene) -> Draft:
    link = s.link(lambda r: r.props)
    source, target, _props = s.edge(link)
    prop = s.prop(link)
    verb = third_person(link.forward)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[r:{link.type}]->"
        f"{anchored(link.target, target, 'b')} RETURN r.{prop.name}"
    )
    one, other = s.the(link.source, source), s.the(link.target, target)
    asked = s.pick(
        (
            f"{s.noun(prop)} with which {one} {verb} {other}",
            f"{s.noun(prop)} where {one} {verb} {other}",
            f"{s.noun(prop)} recorded between {one} and {other}",
        )
    )
    return Draft(cypher, telling(asked, s.rng))


@shape("relationship property")
def targets_with_link_property(s: Scene) -> Draft:
    link = s.link(lambda r: r.props)
    source, _, _ = s.edge(link)
    prop = s.prop(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[r:{link.type}]->(b:{link.target.label}) "
        f"RETURN b.{link.target.key.name}, r.{prop.name}"
    )
    asked = s.pick((f"{{}} and the {s.noun(prop)}", f"{{}} with the {s.noun(prop)} of each"))
    return Draft(cypher, listing(asked.format(s.targets_of(link, source)), s.rng))


def _chain(s: Scene):
    """Two relationship types of which the first ends where the second begins."""
    first = s.link(lambda r: any(n.source is r.target for n in s.schema.links))
    return first, s.link(lambda r: r.source is first.target)


@shape("two hops")
def two_hops(s: Scene) -> Draft:
    first, second = _chain(s)
    source, _, _ = s.edge(first)
    cypher = (
        f"MATCH {anchored(first.source, source)}-[:{first.type}]->(b:{second.source.label})"
        f"-[:{second.type}]->(c:{second.target.label}) "
        f"RETURN DISTINCT c.{second.target.key.name}"
    )
    asked = f"{second.target.plural} that the {s.targets_of(first, source)} {second.forward}"
    return Draft(cypher, listing(asked, s.rng))


@shape("two hops")
def two_hops_back(s: Scene) -> Draft:
    first, second = _chain(s)
    _, target, _ = s.edge(second)
    cypher = (
        f"MATCH (a:{first.source.label})-[:{first.type}]->(b:{second.source.label})"
        f"-[:{second.type}]->{anchored(second.target, target, 'c')} "
        f"RETURN DISTINCT a.{first.source.key.name}"
    )
    asked = (
        f"{first.source.plural} {s.who(first.source)} {first.forward} "
        f"{s.sources_of(second, target)}"
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("two hops")
def same_target(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, _, _ = s.edge(link)
    key = link.source.key.name
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label})"
        f"<-[:{link.type}]-(c:{link.source.label}) RETURN DISTINCT c.{key}"
    )
    asked = (
        f"{link.source.plural} {s.who(link.source)} {link.forward} the same "
        f"{link.target.singular} as {s.the(link.source, source)}"
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("two hops")
def common_targets(s: Scene) -> Draft:
    link = s.link()
    edges = s.edges(link)
    target = s.pick(j for _, j, _ in edges)
    near = sorted({i for i, j, _ in edges if j == target})
    if len(near) < 2:
        raise NotHere
    key = link.source.key.name
    one, two = (s.graph.nodes[link.source.label][i][key] for i in s.rng.sample(near, 2))
    cypher = (
        f"MATCH {anchored(link.source, one)}-[:{link.type}]->(b:{link.target.label})"
        f"<-[:{link.type}]-{anchored(link.source, two, 'c')} "
        f"RETURN b.{link.target.key.name}"
    )
    asked = (
        f"{link.target.plural} that both {one} and {two} {link.forward}",
        f"{link.target.plural} that {one} as well as {two} {third_person(link.forward)}",
    )
    return Draft(cypher, listing(s.pick(asked), s.rng))


@shape("pattern predicate", core=True)
def has_some(s: Scene) -> Draft:
    link = s.link()
    cypher = (
        f"MATCH (a:{link.source.label}) WHERE EXISTS {{ (a)-[:{link.type}]->"
        f"(:{link.target.label}) }} RETURN a.{link.source.key.name}"
    )
    asked = (
        f"{link.source.plural} {s.who(link.source)} {link.forward} "
        f"{s.pick(('at least one', 'some', 'any'))} {link.target.singular}"
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("pattern predicate", core=True)
def has_none(s: Scene) -> Draft:
    link = s.link()
    cypher = (
        f"MATCH (a:{link.source.label}) WHERE NOT (a)-[:{link.type}]->"
        f"(:{link.target.label}) RETURN a.{link.source.key.name}"
    )
    asked = f"{link.source.plural} {s.who(link.source)} {link.forward} no {link.target.singular}"
    return Draft(cypher, listing(asked, s.rng))


@shape("pattern predicate")
def reached_by_none(s: Scene) -> Draft:
    link = s.link()
    cypher = (
        f"MATCH (b:{link.target.label}) WHERE NOT (:{link.source.label})-[:{link.type}]->(b) "
        f"RETURN b.{link.target.key.name}"
    )
    asked = f"{link.target.plural} that no {link.source.singular} {third_person(link.forward)}"
    return Draft(cypher, listing(asked, s.rng))


@shape("pattern predicate")
def linked(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target, _ = s.edge(link)
    if s.rng.random() < 0.5:  # often false
        target = s.name(link.target)
    cypher = (
        f"RETURN EXISTS {{ (:{link.source.label} {{{link.source.key.name}: {literal(source)}}})"
        f"-[:{link.type}]->(:{link.target.label} "
        f"{{{link.target.key.name}: {literal(target)}}}) }} AS answer"
    )
    fact = f"{s.the(link.source, source)} {third_person(link.forward)} {s.the(link.target, target)}"
    return Draft(
        cypher,
        s.pick((f"Is it true that {fact}?", f"Check whether {fact}.", f"Tell me if {fact}.")),
    )


@shape("optional", core=True)
def optional_targets(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label}) OPTIONAL MATCH (a)-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, b.{target.key.name}"
    )
    asked = s.pick(
        (
            f"List all {source.plural} and, where there are any, the {target.plural} they "
            f"{link.forward}.",
            f"Show every {source.singular} with the {target.plural} they {link.forward}, if any.",
            f"Give me all {source.plural}, including those without {target.plural}, and the "
            f"{target.plural} they {link.forward}.",
        )
    )
    return Draft(cypher, asked)
