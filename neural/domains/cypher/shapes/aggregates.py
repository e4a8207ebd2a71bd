"""Counting, averaging, grouping, and conditions on groups."""

from neural.domains.cypher.graph import literal
from neural.domains.cypher.scene import NUMBERS, NotHere, Scene
from neural.domains.cypher.shapes.relations import anchored
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import counting, listing, telling, third_person

FUNCTIONS = {  # function -> how its result is called, and its alias
    "avg": (("average", "mean"), "average"),
    "sum": (("total", "sum of the"), "total"),
    "min": (("lowest", "minimum", "smallest"), "lowest"),
    "max": (("highest", "maximum", "largest"), "highest"),
}


def _aggregate(s: Scene, prop, term: str):
    """An aggregation of a numeric property: its expression and its English noun."""
    function = s.pick(FUNCTIONS)
    said, alias = FUNCTIONS[function]
    return f"{function}({term}.{prop.name}) AS {alias}", f"{s.pick(said)} {s.noun(prop)}"


@shape("count", core=True)
def count_all(s: Scene) -> Draft:
    kind = s.kind()
    cypher = f"MATCH (a:{kind.label}) RETURN count(a) AS total"
    return Draft(cypher, counting(kind.plural, s.rng))


@shape("count", core=True)
def count_where(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    condition = s.condition(kind, "a")
    cypher = f"MATCH (a:{kind.label}) WHERE {condition.cypher} RETURN count(a) AS total"
    return Draft(cypher, counting(f"{kind.plural} {condition.english}", s.rng))


@shape("count", core=True)
def count_targets(s: Scene) -> Draft:
    link = s.link()
    source, _, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        "RETURN count(b) AS total"
    )
    return Draft(cypher, counting(s.targets_of(link, source), s.rng))


@shape("count", core=True)
def count_sources(s: Scene) -> Draft:
    link = s.link()
    _, target, _ = s.edge(link)
    cypher = (
        f"MATCH (a:{link.source.label})-[:{link.type}]->{anchored(link.target, target, 'b')} "
        "RETURN count(a) AS total"
    )
    direct = f"How many {link.source.plural} {link.forward} {s.the(link.target, target)}?"
    return Draft(cypher, s.pick((direct, counting(s.sources_of(link, target), s.rng))))


@shape("count")
def count_links(s: Scene) -> Draft:
    link = s.link()
    cypher = (
        f"MATCH (:{link.source.label})-[r:{link.type}]->(:{link.target.label}) "
        "RETURN count(r) AS total"
    )
    asked = s.pick(
        (
            f"How many {link.type} relationships are there?",
            f"Count the {link.type} relationships.",
            f"How many {link.type} links connect {link.source.plural} to {link.target.plural}?",
            f"Number of {link.type} relationships",
        )
    )
    return Draft(cypher, asked)


@shape("count")
def count_distinct(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING")
    cypher = f"MATCH (a:{kind.label}) RETURN count(DISTINCT a.{prop.name}) AS total"
    noun = s.noun(prop)
    asked = s.pick(
        (
            f"How many different values of {noun} do {kind.plural} have?",
            f"How many distinct values of {noun} occur among {kind.plural}?",
            f"Count the distinct values of {noun} of {kind.plural}.",
            f"Number of different {noun} values among {kind.plural}",
        )
    )
    return Draft(cypher, asked)


@shape("aggregate", core=True)
def aggregate_all(s: Scene) -> Draft:
    kind, prop = s.kind_with(*NUMBERS)
    value, noun = _aggregate(s, prop, "a")
    return Draft(
        f"MATCH (a:{kind.label}) RETURN {value}",
        telling(f"{noun} of {s.pick(('all ', 'the ', ''))}{kind.plural}", s.rng),
    )


@shape("aggregate")
def aggregate_where(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 2 and any(p.type in NUMBERS for p in k.props[1:]))
    prop = s.prop(kind, *NUMBERS)
    condition = s.condition(kind, "a", prop=s.pick(p for p in kind.props[1:] if p is not prop))
    value, noun = _aggregate(s, prop, "a")
    cypher = f"MATCH (a:{kind.label}) WHERE {condition.cypher} RETURN {value}"
    return Draft(cypher, telling(f"{noun} of {kind.plural} {condition.english}", s.rng))


@shape("aggregate")
def aggregate_targets(s: Scene) -> Draft:
    link = s.link(lambda r: any(p.type in NUMBERS for p in r.target.props[1:]))
    source, _, _ = s.edge(link)
    value, noun = _aggregate(s, s.prop(link.target, *NUMBERS), "b")
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        f"RETURN {value}"
    )
    return Draft(cypher, telling(f"{noun} of the {s.targets_of(link, source)}", s.rng))


@shape("aggregate", core=True)
def collect_targets(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, collect(b.{target.key.name}) AS list"
    )
    asked = s.pick(
        (
            f"For each {source.singular}, collect the {target.plural} they {link.forward} in a "
            "list.",
            f"For every {source.singular}, give a list of the {target.plural} they {link.forward}.",
            f"Collect the {target.plural} per {source.singular} in a list, for {source.plural} "
            f"{s.who(source)} {link.forward} any.",
        )
    )
    return Draft(cypher, asked)


@shape("group", core=True)
def count_per_value(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING", "BOOLEAN")
    cypher = f"MATCH (a:{kind.label}) RETURN a.{prop.name}, count(a) AS total"
    noun = s.noun(prop)
    asked = s.pick(
        (
            f"How many {kind.plural} are there per {noun}?",
            f"Count the {kind.plural} for each {noun}.",
            f"Number of {kind.plural} by {noun}",
            f"Group the {kind.plural} by {noun} and count them.",
            f"For each {noun}, how many {kind.plural} are there?",
        )
    )
    return Draft(cypher, asked)


@shape("group")
def aggregate_per_value(s: Scene) -> Draft:
    kind = s.kind(
        lambda k: (
            any(p.type in NUMBERS for p in k.props[1:])
            and any(p.type == "STRING" for p in k.props[1:])
        )
    )
    group = s.prop(kind, "STRING")
    value, noun = _aggregate(s, s.prop(kind, *NUMBERS), "a")
    cypher = f"MATCH (a:{kind.label}) RETURN a.{group.name}, {value}"
    by = s.noun(group)
    asked = (
        f"{noun} of {kind.plural} per {by}",
        f"{noun} of {kind.plural} for each {by}",
        f"{noun} of {kind.plural} by {by}",
    )
    return Draft(cypher, telling(s.pick(asked), s.rng))


@shape("group", core=True)
def count_per_source(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, count(b) AS total"
    )
    asked = s.pick(
        (
            f"What is the number of {target.plural} that each {source.singular} "
            f"{third_person(link.forward)}?",
            f"For each {source.singular}, count the {target.plural} they {link.forward}.",
            f"Count the {target.plural} per {source.singular} they {link.forward}.",
            f"Number of {target.plural} that each {source.singular} {third_person(link.forward)}",
        )
    )
    return Draft(cypher, asked)


@shape("group")
def count_per_target(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"RETURN b.{target.key.name}, count(a) AS total"
    )
    asked = s.pick(
        (
            f"For each {target.singular}, count the {source.plural} {s.who(source)} "
            f"{link.forward} it.",
            f"How many {source.plural} {link.forward} each {target.singular}?",
            f"Number of {source.plural} {s.who(source)} {link.forward} each {target.singular}",
        )
    )
    return Draft(cypher, asked)


@shape("group")
def aggregate_per_source(s: Scene) -> Draft:
    link = s.link(
        lambda r: r.source is not r.target and any(p.type in NUMBERS for p in r.target.props[1:])
    )
    source, target = link.source, link.target
    value, noun = _aggregate(s, s.prop(target, *NUMBERS), "b")
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, {value}"
    )
    asked = s.pick(
        (
            f"For each {source.singular}, what is the {noun} of the {target.plural} they "
            f"{link.forward}?",
            f"Show the {noun} of the {target.plural} that each {source.singular} "
            f"{third_person(link.forward)}.",
        )
    )
    return Draft(cypher, asked)


@shape("with", core=True)
def more_than(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    limit = s.pick((2, 2, 3))
    more = s.pick((1, 1, 2, 2, 3))
    sign, limit, said = s.pick(
        (
            (">", more, f"more than {more}"),
            (">=", limit, f"at least {limit}"),
            ("=", more, f"exactly {more}"),
        )
    )
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"WITH a, count(b) AS total WHERE total {sign} {limit} "
        f"RETURN a.{source.key.name}, total"
    )
    noun = target.singular if limit == 1 else target.plural
    asked = f"{source.plural} {s.who(source)} {link.forward} {said} {noun}, with the count"
    return Draft(cypher, listing(asked, s.rng))


@shape("with")
def reached_by_more_than(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    limit = s.pick((1, 1, 2, 2, 3))
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        f"WITH b, count(a) AS total WHERE total > {limit} "
        f"RETURN b.{target.key.name}, total"
    )
    noun = source.singular if limit == 1 else source.plural
    verb = third_person(link.forward) if limit == 1 else link.forward
    asked = f"{target.plural} that more than {limit} {noun} {verb}, with the count"
    return Draft(cypher, listing(asked, s.rng))


@shape("with")
def above_average(s: Scene) -> Draft:
    kind, prop = s.kind_with(*NUMBERS)
    sign, said = s.pick(((">", ("above", "higher than")), ("<", ("below", "lower than"))))
    cypher = (
        f"MATCH (a:{kind.label}) WITH avg(a.{prop.name}) AS average "
        f"MATCH (a:{kind.label}) WHERE a.{prop.name} {sign} average "
        f"RETURN a.{kind.key.name}"
    )
    asked = f"{kind.plural} whose {s.noun(prop)} is {s.pick(said)} the average"
    return Draft(cypher, listing(asked, s.rng))


@shape("with")
def average_count(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
        "WITH a, count(b) AS total RETURN avg(total) AS average"
    )
    asked = s.pick(
        (
            f"For {source.plural} {s.who(source)} {link.forward} at least one {target.singular}, "
            f"what is the average number of {target.plural}?",
            f"Average number of {target.plural} that each {source.singular} "
            f"{third_person(link.forward)}, leaving out those with none",
            f"What is the average number of {target.plural} per {source.singular} {s.who(source)} "
            f"{third_person(link.forward)} any?",
        )
    )
    return Draft(cypher, asked)


@shape("optional", core=True)
def count_with_zero(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    cypher = (
        f"MATCH (a:{source.label}) OPTIONAL MATCH (a)-[:{link.type}]->(b:{target.label}) "
        f"RETURN a.{source.key.name}, count(b) AS total"
    )
    asked = s.pick(
        (
            f"For every {source.singular}, including those without any, count the {target.plural} "
            f"they {link.forward}.",
            f"What is the number of {target.plural} that each {source.singular} "
            f"{third_person(link.forward)}, counting zero?",
            f"Count the {target.plural} they {link.forward} for all {source.plural}, also those "
            "with none.",
        )
    )
    return Draft(cypher, asked)


@shape("unwind")
def look_up_list(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    names = s.rng.sample([node[kind.key.name] for node in s.graph.nodes[kind.label]], 3)
    prop = s.prop(kind)
    if len(set(names)) < 3:
        raise NotHere
    listed = ", ".join(literal(name) for name in names)
    cypher = (
        f"UNWIND [{listed}] AS x MATCH (a:{kind.label} {{{kind.key.name}: x}}) "
        f"RETURN x, a.{prop.name}"
    )
    asked = ", ".join(names)
    return Draft(
        cypher,
        s.pick(
            (
                f"For each of {asked}, show the {s.noun(prop)} of the {kind.singular}.",
                f"For each {kind.singular} in the list {asked}, give the {s.noun(prop)}.",
                f"Go through the {kind.plural} {asked} and return the {s.noun(prop)} of each.",
            )
        ),
    )
