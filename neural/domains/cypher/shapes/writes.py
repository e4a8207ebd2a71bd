"""Queries that change the graph."""

from neural.domains.cypher.graph import draw, literal, properties
from neural.domains.cypher.scene import NUMBERS, NotHere, Scene
from neural.domains.cypher.shapes.relations import anchored
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import a as article
from neural.domains.cypher.wording import spoken


def _new_name(s: Scene, kind) -> str:
    """A name of the kind that the graph does not hold yet."""
    there = {node[kind.key.name] for node in s.graph.nodes[kind.label]}
    return s.pick(value for value in kind.key.spec.values if value not in there)


def _described(s: Scene, props: list, values: list) -> str:
    said = [f"{s.noun(p)} {spoken(v)}" for p, v in zip(props, values, strict=True)]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


@shape("create", core=True)
def create_node(s: Scene) -> Draft:
    kind = s.kind()
    props = [kind.key, *kind.props[1 : s.pick((1, 2, 3))]]
    values = [_new_name(s, kind)] + [draw(p, s.rng) for p in props[1:]]
    pairs = {p.name: v for p, v in zip(props, values, strict=True)}
    cypher = f"CREATE (a:{kind.label} {properties(pairs)})"
    return Draft(
        cypher,
        s.pick(
            (
                "Add {} with {}.",
                "Create {} with {}.",
                "Insert {} with {}.",
            )
        ).format(article(f"{s.pick(('new ', ''))}{kind.singular}"), _described(s, props, values)),
    )


@shape("create", core=True)
def create_link(s: Scene) -> Draft:
    link = s.link()
    source, target = s.name(link.source), s.name(link.target)
    if link.source is link.target and source == target:
        raise NotHere
    props = link.props[:1] if s.rng.random() < 0.6 else ()
    values = {p.name: draw(p, s.rng) for p in props}
    tail = f" {properties(values)}" if values else ""
    cypher = (
        f"MATCH {anchored(link.source, source)}, {anchored(link.target, target, 'b')} "
        f"CREATE (a)-[:{link.type}{tail}]->(b)"
    )
    extra = f" with {_described(s, list(props), list(values.values()))}" if values else ""
    one, two = s.the(link.source, source), s.the(link.target, target)
    return Draft(
        cypher,
        s.pick(
            (
                f"Add {article(link.type)} relationship from {one} to {two}{extra}.",
                f"Connect {one} to {two} by {link.type}{extra}.",
                f"Create the relationship {link.type} from {one} to {two}{extra}.",
            )
        ),
    )


@shape("create")
def create_linked_node(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, name = s.name(link.source), _new_name(s, link.target)
    cypher = (
        f"MATCH {anchored(link.source, source)} CREATE (a)-[:{link.type}]->"
        f"{anchored(link.target, name, 'b')}"
    )
    one = s.the(link.source, source)
    return Draft(
        cypher,
        s.pick(
            (
                f"Create the {link.target.singular} {name} and connect {one} to it by {link.type}.",
                f"Add a new {link.target.singular} {name} and {article(link.type)} relationship "
                f"from {one} to it.",
            )
        ),
    )


@shape("merge", core=True)
def merge_node(s: Scene) -> Draft:
    kind = s.kind()
    name = _new_name(s, kind) if s.rng.random() < 0.8 else s.name(kind)
    cypher = f"MERGE {anchored(kind, name)}"
    return Draft(
        cypher,
        s.pick(
            (
                f"Add the {kind.singular} {name} unless it exists already.",
                f"Make sure that the {kind.singular} {name} exists.",
                f"Create the {kind.singular} {name} if it is not there yet.",
            )
        ),
    )


@shape("merge")
def merge_and_set(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = s.prop(kind)
    name, value = s.pick((_new_name(s, kind), s.name(kind))), draw(prop, s.rng)
    when, said = s.pick((("CREATE", "when it is new"), ("MATCH", "when it exists already")))
    cypher = f"MERGE {anchored(kind, name)} ON {when} SET a.{prop.name} = {literal(value)}"
    return Draft(
        cypher,
        s.pick(
            (
                f"Make sure that the {kind.singular} {name} exists and, {said}, set its "
                f"{s.noun(prop)} to {spoken(value)}.",
                f"Merge the {kind.singular} {name}; {said}, its {s.noun(prop)} becomes "
                f"{spoken(value)}.",
            )
        ),
    )


@shape("merge")
def merge_link(s: Scene) -> Draft:
    link = s.link()
    source, target = s.name(link.source), s.name(link.target)
    if link.source is link.target and source == target:
        raise NotHere
    cypher = (
        f"MATCH {anchored(link.source, source)}, {anchored(link.target, target, 'b')} "
        f"MERGE (a)-[:{link.type}]->(b)"
    )
    one, two = s.the(link.source, source), s.the(link.target, target)
    return Draft(
        cypher,
        s.pick(
            (
                f"Make sure that {one} is connected to {two} by {link.type}.",
                f"Connect {one} to {two} by {link.type} unless they are connected so already.",
                f"Add the relationship {link.type} from {one} to {two} if it is missing.",
            )
        ),
    )


@shape("set", core=True)
def set_property(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop, name = s.prop(kind), s.name(kind)
    value = draw(prop, s.rng)
    cypher = f"MATCH {anchored(kind, name)} SET a.{prop.name} = {literal(value)}"
    noun, one = s.noun(prop), s.the(kind, name)
    return Draft(
        cypher,
        s.pick(
            (
                f"Set the {noun} of {one} to {spoken(value)}.",
                f"Change the {noun} of {one} to {spoken(value)}.",
                f"Update {one}: {noun} is now {spoken(value)}.",
            )
        ),
    )


@shape("set")
def set_where(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 2)
    prop, other = s.rng.sample(kind.props[1:], 2)
    condition, value = s.condition(kind, "a", prop=other), draw(prop, s.rng)
    cypher = f"MATCH (a:{kind.label}) WHERE {condition.cypher} SET a.{prop.name} = {literal(value)}"
    said = f"{s.noun(prop)} of all {kind.plural} {condition.english}"
    return Draft(
        cypher,
        s.pick((f"Set the {said} to {spoken(value)}.", f"Change the {said} to {spoken(value)}.")),
    )


@shape("set")
def add_to(s: Scene) -> Draft:
    kind, prop = s.kind_with(*NUMBERS)
    name, amount = s.name(kind), s.pick((1, 2, 5, 10, 20, 50, 100))
    sign, said = s.pick((("+", "Increase"), ("+", "Raise"), ("-", "Decrease"), ("-", "Lower")))
    term = f"a.{prop.name}"
    cypher = f"MATCH {anchored(kind, name)} SET {term} = {term} {sign} {amount}"
    return Draft(cypher, f"{said} the {s.noun(prop)} of {s.the(kind, name)} by {amount}.")


@shape("remove", core=True)
def remove_property(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop, name = s.prop(kind), s.name(kind)
    cypher = f"MATCH {anchored(kind, name)} REMOVE a.{prop.name}"
    said = f"the {s.noun(prop)} of {s.the(kind, name)}"
    return Draft(cypher, f"{s.pick(('Remove', 'Clear', 'Drop'))} {said}.")


@shape("delete", core=True)
def delete_node(s: Scene) -> Draft:
    kind = s.kind()
    name = s.name(kind)
    cypher = f"MATCH {anchored(kind, name)} DETACH DELETE a"
    one = f"the {kind.singular} {name}"
    return Draft(
        cypher,
        s.pick(
            (
                f"Delete {one} and all its relationships.",
                f"Remove {one} from the graph.",
                f"Delete {one}.",
            )
        ),
    )


@shape("delete")
def delete_where(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    condition = s.condition(kind, "a")
    cypher = f"MATCH (a:{kind.label}) WHERE {condition.cypher} DETACH DELETE a"
    said = f"all {kind.plural} {condition.english}"
    return Draft(
        cypher,
        s.pick(
            (
                f"Delete {said}.",
                f"Remove {said} from the graph.",
                f"Delete {said} and their relationships.",
            )
        ),
    )


@shape("delete", core=True)
def delete_link(s: Scene) -> Draft:
    link = s.link()
    source, target, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[r:{link.type}]->"
        f"{anchored(link.target, target, 'b')} DELETE r"
    )
    one, two = s.the(link.source, source), s.the(link.target, target)
    return Draft(
        cypher,
        s.pick(
            (
                f"Delete the {link.type} relationship from {one} to {two}.",
                f"Remove the relationship {link.type} between {one} and {two}.",
                f"Disconnect {one} from {two} (relationship {link.type}).",
            )
        ),
    )


@shape("delete")
def delete_links_of(s: Scene) -> Draft:
    link = s.link()
    source, _, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[r:{link.type}]->(:{link.target.label}) DELETE r"
    )
    one = s.the(link.source, source)
    return Draft(
        cypher,
        s.pick(
            (
                f"Delete all {link.type} relationships that start at {one}.",
                f"Remove every {link.type} relationship of {one}.",
            )
        ),
    )
