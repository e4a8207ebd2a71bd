"""Sorting, the best of a kind, and pages of a list. Ties are refused by the generator."""

from neural.domains.cypher.scene import NUMBERS, Scene
from neural.domains.cypher.shapes.relations import anchored
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import a as article
from neural.domains.cypher.wording import third_person

SORTABLE = (*NUMBERS, "DATE")


def _direction(s: Scene, prop) -> tuple[str, str]:
    """(DESC or ASC, what people call the extreme): 'highest', 'latest'."""
    date = prop.type == "DATE"
    return s.pick(
        (
            ("DESC", "latest" if date else "highest"),
            ("DESC", "latest" if date else "largest"),
            ("ASC", "earliest" if date else "lowest"),
            ("ASC", "earliest" if date else "smallest"),
        )
    )


def _sort(direction: str) -> str:
    return " DESC" if direction == "DESC" else ""


@shape("order", core=True)
def sorted_list(s: Scene) -> Draft:
    kind, prop = s.kind_with(*SORTABLE)
    direction, _ = _direction(s, prop)
    matched = f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NOT NULL "
    cypher = f"{matched}RETURN a.{kind.key.name} ORDER BY a.{prop.name}{_sort(direction)}"
    way = s.pick(
        ("descending", "from high to low", "largest first")
        if direction == "DESC"
        else ("ascending", "from low to high", "smallest first")
    )
    if prop.type == "DATE":
        way = s.pick(
            ("descending", "latest first")
            if direction == "DESC"
            else ("ascending", "earliest first")
        )
    noun = s.noun(prop)
    asked = s.pick(
        (
            f"List the {kind.plural} that have {article(noun)}, sorted by it, {way}.",
            f"Sort the {kind.plural} with a known {noun} by {noun}, {way}.",
            f"Order all {kind.plural} with {article(noun)} by {noun}, {way}.",
        )
    )
    order = f"{matched}RETURN a.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order)


@shape("order")
def sorted_names(s: Scene) -> Draft:
    kind = s.kind()
    key = f"a.{kind.key.name}"
    down = s.rng.random() < 0.4
    asked = s.pick(
        ("in reverse alphabetical order", "from Z to A")
        if down
        else ("in alphabetical order", "alphabetically", "from A to Z")
    )
    begin = s.pick(("List all", "Show the", "Give me all", "Sort the"))
    return Draft(
        f"MATCH (a:{kind.label}) RETURN {key} ORDER BY {key}{' DESC' * down}",
        f"{begin} {kind.plural} {asked}.",
    )


@shape("order", core=True)
def the_most(s: Scene) -> Draft:
    kind, prop = s.kind_with(*SORTABLE)
    direction, extreme = _direction(s, prop)
    word = prop.spec.most if direction == "DESC" else prop.spec.least
    matched = f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NOT NULL "
    cypher = f"{matched}RETURN a.{kind.key.name} ORDER BY a.{prop.name}{_sort(direction)} LIMIT 1"
    noun = s.noun(prop)
    asked = s.pick(
        (
            f"Which {kind.singular} has the {extreme} {noun}?",
            f"Find the {kind.singular} with the {extreme} {noun}.",
            f"What is the {kind.singular} with the {extreme} {noun}?",
            f"{kind.singular} with the {extreme} {noun}",
        )
    )
    if s.natural and word:
        asked = s.pick(
            (
                f"Which is the {word} {kind.singular}?",
                f"Find the {word} {kind.singular}.",
                f"What is the {word} {kind.singular}?",
            )
        )
    order = f"{matched}RETURN a.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order, top=1)


@shape("order", core=True)
def top(s: Scene) -> Draft:
    kind, prop = s.kind_with(*SORTABLE)
    direction, extreme = _direction(s, prop)
    number = s.pick((2, 3, 3, 4, 5))
    matched = f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NOT NULL "
    cypher = (
        f"{matched}RETURN a.{kind.key.name}, a.{prop.name} "
        f"ORDER BY a.{prop.name}{_sort(direction)} LIMIT {number}"
    )
    noun = s.noun(prop)
    asked = s.pick(
        (
            f"Show the {number} {kind.plural} with the {extreme} {noun} and that {noun}.",
            f"Which {number} {kind.plural} have the {extreme} {noun}, and what is it?",
            f"List the {kind.plural} with the {number} {extreme} values of {noun}, with the value.",
        )
    )
    order = f"{matched}RETURN a.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order, top=number)


@shape("order")
def top_where(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 2 and any(p.type in SORTABLE for p in k.props[1:]))
    prop = s.prop(kind, *SORTABLE)
    condition = s.condition(kind, "a", prop=s.pick(p for p in kind.props[1:] if p is not prop))
    direction, extreme = _direction(s, prop)
    matched = f"MATCH (a:{kind.label}) WHERE {condition.cypher} AND a.{prop.name} IS NOT NULL "
    cypher = f"{matched}RETURN a.{kind.key.name} ORDER BY a.{prop.name}{_sort(direction)} LIMIT 1"
    asked = s.pick(
        (
            f"Among {kind.plural} {condition.english}, which has the {extreme} {s.noun(prop)}?",
            f"Of the {kind.plural} {condition.english}, find the one with the {extreme} "
            f"{s.noun(prop)}.",
        )
    )
    order = f"{matched}RETURN a.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order, top=1)


@shape("order")
def page(s: Scene) -> Draft:
    kind = s.kind()
    key, skip, limit = f"a.{kind.key.name}", s.pick((1, 2, 3)), s.pick((2, 3))
    cypher = f"MATCH (a:{kind.label}) RETURN {key} ORDER BY {key} SKIP {skip} LIMIT {limit}"
    asked = s.pick(
        (
            f"In alphabetical order, skip the first {skip} {kind.plural} and show the next "
            f"{limit}.",
            f"List {limit} {kind.plural} in alphabetical order after skipping {skip}.",
            f"Sort the {kind.plural} alphabetically, leave out the first {skip} and return "
            f"{limit}.",
        )
    )
    return Draft(cypher, asked)


@shape("order", core=True)
def most_linked(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    matched = f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
    number = s.pick((1, 1, 2, 3))
    counted = f"RETURN a.{source.key.name}, count(b) AS total"
    cypher = f"{matched}{counted} ORDER BY total DESC LIMIT {number}"
    noun = source.singular if number == 1 else f"{number} {source.plural}"
    verb = third_person(link.forward) if number == 1 else link.forward
    asked = s.pick(
        (
            f"Which {noun} {verb} the most {target.plural}, and how many?",
            f"Find the {noun} {s.who(source)} {verb} the most {target.plural}, with the count.",
        )
    )
    order = f"{matched}WITH a, count(b) AS total RETURN total AS v ORDER BY v DESC"
    return Draft(cypher, asked, order, top=number)


@shape("order")
def most_reached(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target = link.source, link.target
    matched = f"MATCH (a:{source.label})-[:{link.type}]->(b:{target.label}) "
    counted = f"RETURN b.{target.key.name}, count(a) AS total"
    cypher = f"{matched}{counted} ORDER BY total DESC LIMIT 1"
    asked = s.pick(
        (
            f"Find the {target.singular} that the most {source.plural} {link.forward}, "
            "with the count.",
            f"What is the {target.singular} that the most {source.plural} {link.forward}, "
            "and how many are they?",
        )
    )
    order = f"{matched}WITH b, count(a) AS total RETURN total AS v ORDER BY v DESC"
    return Draft(cypher, asked, order, top=1)


@shape("order")
def sorted_targets(s: Scene) -> Draft:
    link = s.link(lambda r: any(p.type in SORTABLE for p in r.target.props[1:]))
    source, _, _ = s.edge(link)
    prop = s.prop(link.target, *SORTABLE)
    direction, extreme = _direction(s, prop)
    matched = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}]->(b:{link.target.label}) "
        f"WHERE b.{prop.name} IS NOT NULL "
    )
    cypher = (
        f"{matched}RETURN b.{link.target.key.name} ORDER BY b.{prop.name}{_sort(direction)} LIMIT 1"
    )
    asked = s.pick(
        (
            f"Of the {s.targets_of(link, source)}, which one has the {extreme} {s.noun(prop)}?",
            f"Among the {s.targets_of(link, source)}, find the one with the {extreme} "
            f"{s.noun(prop)}.",
        )
    )
    order = f"{matched}RETURN b.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order, top=1)


@shape("with")
def targets_of_the_most(s: Scene) -> Draft:
    link = s.link(lambda r: any(p.type in SORTABLE for p in r.source.props[1:]))
    prop = s.prop(link.source, *SORTABLE)
    direction, extreme = _direction(s, prop)
    matched = f"MATCH (a:{link.source.label}) WHERE a.{prop.name} IS NOT NULL "
    cypher = (
        f"{matched}WITH a ORDER BY a.{prop.name}{_sort(direction)} LIMIT 1 "
        f"MATCH (a)-[:{link.type}]->(b:{link.target.label}) "
        f"RETURN b.{link.target.key.name}"
    )
    owner = f"the {link.source.singular} with the {extreme} {s.noun(prop)}"
    verb = third_person(link.forward)
    asked = s.pick(
        (
            f"List the {link.target.plural} that {owner} {verb}.",
            f"Find the {link.target.plural} that {owner} {verb}.",
            f"What are the {link.target.plural} that {owner} {verb}?",
        )
    )
    order = f"{matched}RETURN a.{prop.name} AS v ORDER BY v{_sort(direction)}"
    return Draft(cypher, asked, order, top=1)
