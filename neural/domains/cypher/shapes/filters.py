"""Nodes of one label: all, by name, by conditions on their properties."""

from neural.domains.cypher.graph import literal
from neural.domains.cypher.scene import NotHere, Scene
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import a, any_of, listing, telling


def _where(s: Scene, kind, condition) -> Draft:
    cypher = f"MATCH (a:{kind.label}) WHERE {condition.cypher} RETURN a.{kind.key.name}"
    return Draft(cypher, listing(f"{kind.plural} {condition.english}", s.rng))


@shape("match", core=True)
def all_nodes(s: Scene) -> Draft:
    kind = s.kind()
    return Draft(f"MATCH (a:{kind.label}) RETURN a.{kind.key.name}", listing(kind.plural, s.rng))


@shape("match", core=True)
def property_of_all(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = s.prop(kind)
    cypher = f"MATCH (a:{kind.label}) RETURN a.{kind.key.name}, a.{prop.name}"
    asked = (
        f"{s.noun(kind.key)} and {s.noun(prop)} of all {kind.plural}",
        f"{kind.plural} with their {s.noun(prop)}",
        f"{kind.plural} and their {s.noun(prop)}",
    )
    return Draft(cypher, listing(s.pick(asked), s.rng))


@shape("match", core=True)
def distinct_values(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING")
    cypher = f"MATCH (a:{kind.label}) RETURN DISTINCT a.{prop.name}"
    noun = s.noun(prop)
    question = s.pick(
        (
            f"What different values of {noun} do {kind.plural} have?",
            f"List the distinct values of {noun} among {kind.plural}.",
            f"Which values of {noun} occur among {kind.plural}?",
            f"Show each {noun} of the {kind.plural} once.",
            f"Show the unique {noun} values of {kind.plural}.",
        )
    )
    return Draft(cypher, question)


@shape("match", core=True)
def property_of(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop, name = s.prop(kind), s.name(kind)
    cypher = f"MATCH (a:{kind.label} {{{kind.key.name}: {literal(name)}}}) RETURN a.{prop.name}"
    return Draft(cypher, telling(f"{s.noun(prop)} of {s.the(kind, name)}", s.rng))


@shape("match", core=True)
def properties_of(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 2)
    first, second = s.rng.sample(kind.props[1:], 2)
    name = s.name(kind)
    cypher = (
        f"MATCH (a:{kind.label} {{{kind.key.name}: {literal(name)}}}) "
        f"RETURN a.{first.name}, a.{second.name}"
    )
    asked = f"{s.noun(first)} and {s.noun(second)} of {s.the(kind, name)}"
    return Draft(
        cypher,
        s.pick(
            (
                "What are the {}?",
                "Show the {}.",
                "Give me the {}.",
                "Find the {}.",
                "Tell me the {}.",
            )
        ).format(asked),
    )


@shape("where", core=True)
def number_filter(s: Scene) -> Draft:
    kind, prop = s.kind_with("INTEGER", "FLOAT")
    return _where(s, kind, s.condition(kind, "a", prop=prop))


@shape("where", core=True)
def text_filter(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING")
    return _where(s, kind, s.condition(kind, "a", prop=prop))


@shape("where", core=True)
def boolean_filter(s: Scene) -> Draft:
    kind, prop = s.kind_with("BOOLEAN")
    return _where(s, kind, s.condition(kind, "a", prop=prop))


@shape("where", core=True)
def date_filter(s: Scene) -> Draft:
    kind, prop = s.kind_with("DATE")
    return _where(s, kind, s.condition(kind, "a", prop=prop))


@shape("where", core=True)
def between(s: Scene) -> Draft:
    kind, prop = s.kind_with("INTEGER", "FLOAT", "DATE")
    values = s.values(kind, prop)
    if len(values) < 3:
        raise NotHere
    low, high = sorted(s.rng.sample(values, 2))
    term, noun = f"a.{prop.name}", s.noun(prop)
    english = s.pick(
        (
            f"with {a(noun)} between {low} and {high}",
            f"whose {noun} is between {low} and {high}",
            f"whose {noun} is from {low} to {high}",
        )
    )
    cypher = f"MATCH (a:{kind.label}) WHERE {literal(low)} <= {term} <= {literal(high)} "
    return Draft(cypher + f"RETURN a.{kind.key.name}", listing(f"{kind.plural} {english}", s.rng))


def _two_conditions(s: Scene):
    kind = s.kind(lambda k: len(k.props) > 2)
    first, second = s.rng.sample(kind.props[1:], 2)
    return kind, s.condition(kind, "a", prop=first), s.condition(kind, "a", prop=second)


@shape("where")
def both_conditions(s: Scene) -> Draft:
    kind, first, second = _two_conditions(s)
    cypher = f"MATCH (a:{kind.label}) WHERE {first.cypher} AND {second.cypher} "
    asked = f"{kind.plural} {first.english} and {second.english}"
    return Draft(cypher + f"RETURN a.{kind.key.name}", listing(asked, s.rng))


@shape("where")
def either_condition(s: Scene) -> Draft:
    kind, first, second = _two_conditions(s)
    cypher = f"MATCH (a:{kind.label}) WHERE {first.cypher} OR {second.cypher} "
    asked = f"{kind.plural} {first.english} or {second.english}"
    return Draft(cypher + f"RETURN a.{kind.key.name}", listing(asked, s.rng))


@shape("where")
def not_equal(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING")
    value, noun = s.pick(s.values(kind, prop)), s.noun(prop)
    cypher = f"MATCH (a:{kind.label}) WHERE a.{prop.name} <> {literal(value)} "
    english = s.pick((f"whose {noun} is not {value}", f"with {a(noun)} other than {value}"))
    return Draft(cypher + f"RETURN a.{kind.key.name}", listing(f"{kind.plural} {english}", s.rng))


@shape("where", core=True)
def one_of(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING", "INTEGER")
    return _where(s, kind, s.among(kind, prop, "a"))


@shape("where")
def named_one_of(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = s.prop(kind)
    names = s.rng.sample([node[kind.key.name] for node in s.graph.nodes[kind.label]], 2)
    listed = ", ".join(literal(name) for name in names)
    cypher = f"MATCH (a:{kind.label}) WHERE a.{kind.key.name} IN [{listed}] "
    asked = f"{s.noun(prop)} of the {kind.plural} {names[0]} and {names[1]}"
    return Draft(cypher + f"RETURN a.{kind.key.name}, a.{prop.name}", telling(asked, s.rng))


def _part(s: Scene, where: str):
    """A text property and a piece of one of its values, at its start, end or anywhere."""
    kind = s.kind()
    prop = s.pick(p for p in kind.props if p.type == "STRING")
    value = s.pick(s.values(kind, prop))
    pieces = [word for word in value.split() if len(word) > 2 and word.isalnum()]
    if where == "start":
        piece = s.pick((value.split()[0], value[:3], value[:1]))
    elif where == "end":
        piece = s.pick((value.split()[-1], value[-3:]))
    else:
        piece = s.pick(pieces)
    if not piece.replace(" ", "").isalnum():
        raise NotHere
    quoted = f'"{piece}"' if s.rng.random() < 0.6 else piece
    return kind, prop, piece.strip(), quoted.strip()


def _textual(s: Scene, where: str, operator: str, phrases: tuple[str, ...]) -> Draft:
    kind, prop, piece, quoted = _part(s, where)
    cypher = f"MATCH (a:{kind.label}) WHERE a.{prop.name} {operator} {literal(piece)} "
    english = s.pick(phrases).format(noun=s.noun(prop), a=a(s.noun(prop)), v=quoted)
    return Draft(cypher + f"RETURN a.{kind.key.name}", listing(f"{kind.plural} {english}", s.rng))


@shape("text", core=True)
def contains(s: Scene) -> Draft:
    return _textual(
        s,
        "any",
        "CONTAINS",
        (
            "whose {noun} contains {v}",
            "with {v} in the {noun}",
            "whose {noun} includes {v}",
            "that have {v} in their {noun}",
        ),
    )


@shape("text", core=True)
def starts_with(s: Scene) -> Draft:
    return _textual(
        s,
        "start",
        "STARTS WITH",
        (
            "whose {noun} starts with {v}",
            "whose {noun} begins with {v}",
            "with {a} that starts with {v}",
        ),
    )


@shape("text", core=True)
def ends_with(s: Scene) -> Draft:
    return _textual(
        s,
        "end",
        "ENDS WITH",
        (
            "whose {noun} ends with {v}",
            "whose {noun} ends in {v}",
            "with {a} that ends with {v}",
        ),
    )


@shape("null", core=True)
def is_missing(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = s.prop(kind)
    noun = s.noun(prop)
    english = s.pick(
        (
            f"without {noun}",
            f"that have no {noun}",
            f"whose {noun} is missing",
            f"whose {noun} is unknown",
            f"with no {noun}",
        )
    )
    cypher = f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NULL RETURN a.{kind.key.name}"
    return Draft(cypher, listing(f"{kind.plural} {english}", s.rng))


@shape("null", core=True)
def is_present(s: Scene) -> Draft:
    kind = s.kind(lambda k: len(k.props) > 1)
    prop = s.prop(kind)
    noun = s.noun(prop)
    english = s.pick(
        (
            f"that have a known {noun}",
            f"whose {noun} is known",
            f"whose {noun} is recorded",
            f"whose {noun} is not missing",
        )
    )
    cypher = f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NOT NULL RETURN a.{kind.key.name}"
    return Draft(cypher, listing(f"{kind.plural} {english}", s.rng))


@shape("expression")
def default_value(s: Scene) -> Draft:
    kind, prop = s.kind_with("STRING")
    other = s.pick(("unknown", "none", "n/a"))
    cypher = (
        f"MATCH (a:{kind.label}) "
        f"RETURN a.{kind.key.name}, coalesce(a.{prop.name}, {literal(other)}) AS value"
    )
    asked = f'{kind.plural} with their {s.noun(prop)}, or "{other}" where it is missing'
    return Draft(
        cypher,
        s.pick(("List all {}.", "Show the {}.", "Give me the {}.", "List {}.")).format(asked),
    )


@shape("expression")
def two_classes(s: Scene) -> Draft:
    kind, prop = s.kind_with("INTEGER", "FLOAT")
    values = s.values(kind, prop)
    limit = s.pick(values[1:])
    high, low = s.pick((("high", "low"), ("large", "small"), ("above", "below"), ("yes", "no")))
    cypher = (
        f"MATCH (a:{kind.label}) WHERE a.{prop.name} IS NOT NULL RETURN a.{kind.key.name}, "
        f"CASE WHEN a.{prop.name} >= {limit} THEN '{high}' ELSE '{low}' END AS class"
    )
    noun = s.noun(prop)
    question = s.pick(
        (
            f'Label each of the {kind.plural} "{high}" if its {noun} is at least {limit}, '
            f'otherwise "{low}".',
            f'For all {kind.plural} with a known {noun}, say "{high}" when it is {limit} or more '
            f'and "{low}" when it is less.',
            f'Classify {kind.plural} as "{high}" from {a(noun)} of {limit}, else as "{low}".',
        )
    )
    return Draft(cypher, question)


@shape("union")
def names_of_two_kinds(s: Scene) -> Draft:
    if len(s.schema.kinds) < 2:
        raise NotHere
    one, two = s.rng.sample(s.schema.kinds, 2)
    cypher = (
        f"MATCH (a:{one.label}) RETURN a.{one.key.name} AS name UNION "
        f"MATCH (a:{two.label}) RETURN a.{two.key.name} AS name"
    )
    asked = any_of([one.plural, two.plural]).replace(" or ", s.pick((" and ", " together with ")))
    return Draft(
        cypher,
        s.pick(
            (
                "List the names of all {} in one list.",
                "Give me one list of {}.",
                "Show the names of {} together.",
                "Combine the names of {}.",
            )
        ).format(asked),
    )
