"""Questions in English."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.model import NodeSet
from neural.domains.cypher.schema import Link
from neural.domains.cypher.voice.phrases import DATES, Voice
from neural.domains.cypher.voice.wording import (
    COUNT_WORDS,
    a,
    all_of,
    counting,
    listing,
    object_of,
    spoken,
    telling,
    third_person,
)
from neural.inflection import plural

MEASURES = {
    "avg": ("average", "mean"),
    "sum": ("total", "sum of the"),
    "min": ("lowest", "minimum", "smallest"),
    "max": ("highest", "maximum", "largest"),
    "stdev": ("standard deviation of the",),
    "median": ("median",),
}


@singledispatch
def ask(meaning: object, v: Voice) -> str:
    """The question, in one of many wordings."""
    raise TypeError(f"no question: {meaning!r}")


def extreme(order: model.Order, v: Voice) -> str:
    """'highest', 'latest': what people call the first in an order."""
    if order.value.type in DATES:
        return "latest" if order.descending else "earliest"
    return v.pick(("highest", "largest") if order.descending else ("lowest", "smallest"))


def _way(order: model.Order, v: Voice) -> str:
    if order.value.type in DATES:
        return v.pick(
            ("descending", "latest first") if order.descending else ("ascending", "earliest first")
        )
    return v.pick(
        ("descending", "from high to low", "largest first")
        if order.descending
        else ("ascending", "from low to high", "smallest first")
    )


def measured(measure: model.Measure, v: Voice) -> str:
    """'average rating', 'highest release year'."""
    return f"{v.pick(MEASURES[measure.function])} {v.noun(measure.value)}"


def _each(nodes: NodeSet, v: Voice) -> str:
    """'each movie', with its conditions."""
    return f"{v.pick(('each', 'every'))} {v.one(nodes)}"


def _they(link: Link, outward: bool, others: NodeSet, v: Voice) -> str:
    """'movies they acted in', 'people who acted in it': what each node is linked to."""
    if outward:
        return f"{others.kind.plural} they {link.forward}{_further(others, v)}"
    did = object_of(link.forward, "it")
    return f"{others.kind.plural} {v.who(others.kind)} {did}{_further(others, v)}"


def _further(others: NodeSet, v: Voice) -> str:
    return f" {v.such(others)}" if others.where else ""


@ask.register
def _(q: model.Listing, v: Voice) -> str:
    if q.order:
        return _page(q, v) if q.skip else _ranked(q, v) if q.limit else _sorted(q, v)
    many = v.many(q.nodes)
    if not q.values:
        linked = len(q.nodes.where) == 1 and isinstance(q.nodes.where[0], model.Linked)
        relative = f"{q.nodes.kind.plural} {v.who(q.nodes.kind)} "
        if linked and q.nodes.where[0].outward and many.startswith(relative) and v.chance(0.4):
            return f"Which {q.nodes.kind.plural} {many.removeprefix(relative)}?"
        return listing(many, v.rng)
    nouns = v.nouns(q.values)
    if q.nodes.where:
        return listing(v.pick((f"{many} and their {nouns}", f"{many} with their {nouns}")), v.rng)
    asked = (
        f"{v.noun(q.nodes.kind.key)} and {nouns} of all {many}",
        f"{many} with their {nouns}",
        f"{many} and their {nouns}",
    )
    return listing(v.pick(asked if len(q.values) == 1 else asked[1:]), v.rng)


def _sorted(q: model.Listing, v: Voice) -> str:
    many, order = v.many(q.nodes), q.order
    if order.value.prop == q.nodes.kind.key and not order.value.function:
        way = ("in reverse alphabetical order", "from Z to A")
        if not order.descending:
            way = ("in alphabetical order", "alphabetically", "from A to Z")
        return (
            f"{v.pick(('List all', 'Show the', 'Give me all', 'Sort the'))} {many} {v.pick(way)}."
        )
    noun, way = v.noun(order.value), _way(order, v)
    if q.nodes.where:
        return v.pick(
            (f"List the {many}, sorted by {noun}, {way}.", f"{many}, ordered by {noun}, {way}")
        )
    return v.pick(
        (
            f"List the {many} that have {a(noun)}, sorted by it, {way}.",
            f"Sort the {many} with a known {noun} by {noun}, {way}.",
            f"Order all {many} with {a(noun)} by {noun}, {way}.",
        )
    )


def _ranked(q: model.Listing, v: Voice) -> str:
    kind, order, number = q.nodes.kind, q.order, q.limit
    noun, most, spec = v.noun(order.value), extreme(order, v), order.value.prop.spec
    word = spec.most if order.descending else spec.least
    if number == 1:
        if v.natural and word and not order.value.function and not q.nodes.where:
            ways = "Which is the {} {}?", "Find the {} {}.", "What is the {} {}?"
            return v.pick(ways).format(word, kind.singular)
        if q.nodes.where:
            many = v.many(q.nodes)
            return v.pick(
                (
                    f"Among {many}, which has the {most} {noun}?",
                    f"Of the {many}, find the one with the {most} {noun}.",
                    f"Of all {many}, which one has the {most} {noun}?",
                )
            )
        return v.pick(
            (
                f"Which {kind.singular} has the {most} {noun}?",
                f"Find the {kind.singular} with the {most} {noun}.",
                f"What is the {kind.singular} with the {most} {noun}?",
                f"{kind.singular} with the {most} {noun}",
            )
        )
    if q.nodes.where:
        many = v.many(q.nodes)
        tail = f" and that {noun}" if q.values else ""
        return v.pick(
            (
                f"Among {many}, show the {number} with the {most} {noun}{tail}.",
                f"Of the {many}, give me the {number} with the {most} {noun}{tail}.",
            )
        )
    if not q.values:
        return v.pick(
            (
                f"Which {number} {kind.plural} have the {most} {noun}?",
                f"Show the {number} {kind.plural} with the {most} {noun}.",
                f"Top {number} {kind.plural} by {noun}, {most} first",
            )
        )
    return v.pick(
        (
            f"Show the {number} {kind.plural} with the {most} {noun} and that {noun}.",
            f"Which {number} {kind.plural} have the {most} {noun}, and what is it?",
            f"List the {kind.plural} with the {number} {most} values of {noun}, with the value.",
        )
    )


def _page(q: model.Listing, v: Voice) -> str:
    many = v.many(q.nodes)
    first = "the first one" if q.skip == 1 else f"the first {q.skip}"
    return v.pick(
        (
            f"Sort the {many} alphabetically, skip {first} and show the next {q.limit}.",
            f"Sort the {many} alphabetically, leave out {first} and return {q.limit}.",
            f"Of the {many} in alphabetical order, show the {q.limit} after {first}.",
        )
    )


@ask.register
def _(q: model.Facts, v: Voice) -> str:
    asked = f"{v.nouns(q.values)} of {v.the(q.node)}"
    if len(q.values) == 1:
        return telling(asked, v.rng)
    ways = "What are the {}?", "Show the {}.", "Give me the {}.", "Find the {}.", "Tell me the {}."
    return v.pick(ways).format(asked)


@ask.register
def _(q: model.Distinct, v: Voice) -> str:
    noun, many = v.noun(q.value), v.many(q.nodes)
    return v.pick(
        (
            f"What different values of {noun} do {many} have?"
            if not q.nodes.where
            else f"What different values of {noun} are there among {many}?",
            f"List the distinct values of {noun} among {many}.",
            f"Which values of {noun} occur among {many}?",
            f"Show each {noun} of the {many} once.",
            f"Show the unique {noun} values of {many}.",
        )
    )


@ask.register
def _(q: model.Total, v: Voice) -> str:
    many = v.many(q.nodes)
    if q.measure.function == "count":
        return counting(many, v.rng)
    if q.measure.function == "count distinct":
        noun = v.noun(q.measure.value)
        return v.pick(
            (
                f"How many different values of {noun} occur among {many}?",
                f"How many distinct values of {noun} are there among {many}?",
                f"Count the distinct values of {noun} of {many}.",
                f"Number of different {noun} values among {many}",
            )
        )
    if q.measure.function == "collect":
        noun = v.noun(q.measure.value)
        return v.pick(
            (
                f"Collect the {plural(noun)} of all {many} in one list.",
                f"Give me one list with the {plural(noun)} of the {many}.",
            )
        )
    every = "" if q.nodes.where else v.pick(("all ", "the ", ""))
    return telling(f"{measured(q.measure, v)} of {every}{many}", v.rng)


@ask.register
def _(q: model.Grouped, v: Voice) -> str:
    many, by = v.many(q.nodes), v.noun(q.by)
    if q.measure.function != "count":
        noun = measured(q.measure, v)
        ways = f"{noun} of {many} per {by}", f"{noun} of {many} for each {by}"
        return telling(v.pick(ways), v.rng)
    if q.having:
        sign, number = q.having
        said = v.pick(COUNT_WORDS[sign]).format(number)
        times = said.replace("1", "once") if number == 1 else f"{said} times"
        return v.pick(
            (
                f"Which values of {by} occur {times} among {many}, and how often?",
                f"Group the {many} by {by} and keep only groups of {said}, with the count.",
            )
        )
    if q.top:
        if q.top == 1:
            return v.pick(
                (
                    f"What is the most common {by} among {many}, and how often does it occur?",
                    f"Find the {by} that occurs most often among {many}, with the count.",
                )
            )
        return v.pick(
            (
                f"What are the {q.top} most common values of {by} among {many}, with their counts?",
                f"Top {q.top} values of {by} by number of {many}",
            )
        )
    return v.pick(
        (
            f"How many {many} are there per {by}?",
            f"Count the {many} for each {by}.",
            f"Number of {many} by {by}" if not q.nodes.where else f"Number of {many}, by {by}",
            f"Group the {many} by {by} and count them.",
            f"For each {by}, how many {many} are there?",
        )
    )


@ask.register
def _(q: model.PerNode, v: Voice) -> str:
    they = _they(q.link, q.outward, q.others, v)
    if q.measure.function == "collect":
        return v.pick(
            (
                f"For {_each(q.nodes, v)}, collect the {they} in a list.",
                f"For {_each(q.nodes, v)}, give a list of the {they}.",
            )
        )
    if q.measure.function != "count":
        noun = measured(q.measure, v)
        return v.pick(
            (
                f"For {_each(q.nodes, v)}, what is the {noun} of the {they}?",
                f"For {_each(q.nodes, v)}, show the {noun} of the {they}.",
            )
        )
    if q.having:
        return listing(f"{_having(q, v)}, with the count", v.rng)
    if q.top:
        return _most(q, v)
    if q.zero:
        one = v.one(q.nodes)
        return v.pick(
            (
                f"For every {one}, including those without any, count the {they}.",
                f"For each {one}, count the {they}, also where there are none.",
                f"Count the {they} for all {v.many(q.nodes)}, also those with none."
                if q.outward and not q.others.where
                else f"Count the {they} for every {one}, zero included.",
            )
        )
    ways = [
        f"For {_each(q.nodes, v)}, count the {they}.",
        f"For {_each(q.nodes, v)}, give the number of {they}.",
    ]
    if not q.nodes.where and not q.others.where:
        one, other = q.nodes.kind.singular, q.others.kind.plural
        verb = third_person(q.link.forward)
        if q.outward:
            ways += [
                f"What is the number of {other} that each {one} {verb}?",
                f"Number of {other} that each {one} {verb}",
                f"Count the {other} per {one} they {q.link.forward}.",
            ]
        else:
            ways += [
                f"How many {other} {q.link.forward} each {one}?",
                f"Number of {other} {v.who(q.others.kind)} {q.link.forward} each {one}",
            ]
    return v.pick(ways)


def _having(q: model.PerNode, v: Voice) -> str:
    """'people who acted in more than 2 movies'."""
    counted = model.Linked(q.link, q.outward, q.others, count=q.having)
    return v.many(NodeSet(q.nodes.kind, (*q.nodes.where, counted)))


def _most(q: model.PerNode, v: Voice) -> str:
    kind, others, number = q.nodes.kind, v.many(q.others), q.top
    noun = v.one(q.nodes) if number == 1 else f"{number} {v.many(q.nodes)}"
    verb = third_person(q.link.forward) if number == 1 else q.link.forward
    if not q.outward:
        one = "" if number == 1 else f"{number} "
        name = kind.singular if number == 1 else kind.plural
        if q.nodes.where:
            return f"Among {v.many(q.nodes)}, find the {one or 'one '}that the most {others} {q.link.forward}, with the count."
        return v.pick(
            (
                f"Find the {one}{name} that the most {others} {q.link.forward}, with the count.",
                f"Show the {one}{name} that the most {others} {q.link.forward}, and how many.",
            )
        )
    if q.nodes.where:
        many = v.many(q.nodes)
        one = "one" if number == 1 else str(number)
        return v.pick(
            (
                f"Among {many}, find the {one} {v.who(kind)} {verb} the most {others}, with the count.",
                f"Of all {many}, which {one} {verb} the most {others}, and how many?",
            )
        )
    return v.pick(
        (
            f"Which {noun} {verb} the most {others}, and how many?",
            f"Find the {noun} {v.who(kind)} {verb} the most {others}, with the count.",
        )
    )


@ask.register
def _(q: model.MeanCount, v: Voice) -> str:
    many, one, others = v.many(q.nodes), v.one(q.nodes), q.others.kind
    tail = _further(q.others, v)
    return v.pick(
        (
            f"For {q.nodes.kind.plural} {v.who(q.nodes.kind)} {q.link.forward} at least one "
            f"{others.singular}{tail}, what is the average number of {others.plural}?"
            if not q.nodes.where
            else f"What is the average number of {others.plural}{tail} that {many} "
            f"{q.link.forward}, leaving out those with none?",
            f"Average number of {others.plural}{tail} that each {one} "
            f"{third_person(q.link.forward)}, leaving out those with none"
            if not q.nodes.where
            else f"Average number of {others.plural}{tail} that {many} {q.link.forward}, not "
            "counting those with none",
        )
    )


@ask.register
def _(q: model.Pairs, v: Voice) -> str:
    many, others = v.many(q.nodes), q.others.kind.plural
    tail = _further(q.others, v)
    if q.zero:
        return v.pick(
            (
                f"List all {many} and, where there are any, the {others} they {q.link.forward}{tail}.",
                f"Show every {v.one(q.nodes)} with the {others} they {q.link.forward}{tail}, if any.",
                f"Give me all {many}, including those without any, and the {others} they "
                f"{q.link.forward}{tail}.",
            )
        )
    if q.on:
        tail = f"{tail} {v.comparison(q.on.value, q.on.sign, q.on.literal)}"
    if q.values:
        tail = f"{tail}, with the {v.nouns(q.values)} of each"
    return listing(
        v.pick(
            (
                f"{many} and the {others} they {q.link.forward}{tail}",
                f"{many} together with the {others} they {q.link.forward}{tail}",
            )
        ),
        v.rng,
    )


@ask.register
def _(q: model.Best, v: Voice) -> str:
    other, tail = q.others.kind, _further(q.others, v)
    noun, most = v.noun(q.order.value), extreme(q.order, v)
    return v.pick(
        (
            f"For {_each(q.nodes, v)}, find the {other.singular}{tail} with the {most} {noun} that "
            f"they {q.link.forward}.",
            f"For {_each(q.nodes, v)}, which of the {other.plural} they {q.link.forward}{tail} has "
            f"the {most} {noun}?",
        )
    )


@ask.register
def _(q: model.Gathered, v: Voice) -> str:
    they = _they(q.link, True, q.others, v)
    return v.pick(
        (
            f"For {_each(q.nodes, v)}, give a list of the {they}, empty where there are none.",
            f"List all {v.many(q.nodes)}, each with a possibly empty list of the {they}.",
        )
    )


@ask.register
def _(q: model.LinkFacts, v: Voice) -> str:
    verb, noun = third_person(q.link.forward), v.noun(q.value)
    one, other = v.the(q.source), v.the(q.target)
    asked = (
        f"{noun} with which {one} {verb} {other}",
        f"{noun} where {one} {verb} {other}",
        f"{noun} recorded between {one} and {other}",
    )
    return telling(v.pick(asked), v.rng)


@ask.register
def _(q: model.IsLinked, v: Voice) -> str:
    fact = f"{v.the(q.source)} {third_person(q.link.forward)} {v.the(q.target)}"
    return v.pick((f"Is it true that {fact}?", f"Check whether {fact}.", f"Tell me if {fact}."))


@ask.register
def _(q: model.LinkTypes, v: Voice) -> str:
    one, two = v.the(q.source), v.the(q.target)
    return v.pick(
        (
            f"Which relationships lead from {one} to {two}?",
            f"How is {one} connected to {two}?",
            f"What are the types of the relationships from {one} to {two}?",
        )
    )


@ask.register
def _(q: model.CountLinks, v: Voice) -> str:
    type_, one, two = q.link.type, q.link.source.plural, q.link.target.plural
    if one == two:
        return v.pick(
            (
                f"How many {type_} relationships are there between {one}?",
                f"Count the {type_} relationships among {one}.",
                f"Number of {type_} relationships between {one}",
            )
        )
    return v.pick(
        (
            f"How many {type_} relationships are there between {one} and {two}?",
            f"Count the {type_} relationships from {one} to {two}.",
            f"How many {type_} links connect {one} to {two}?",
            f"Number of {type_} relationships between {one} and {two}",
        )
    )


@ask.register
def _(q: model.Shortest, v: Voice) -> str:
    type_, one, two = q.link.type, v.the(q.source), v.the(q.target)
    if q.names:
        return v.pick(
            (
                f"Which {q.link.source.plural} lie on the shortest {type_} path from {one} to {two}, "
                "ignoring direction?",
                f"Show the {q.link.source.plural} along the shortest {type_} path between {one} and "
                f"{two}.",
            )
        )
    return v.pick(
        (
            f"How long is the shortest {type_} path between {one} and {two}?",
            f"What is the length of the shortest {type_} path from {one} to {two}, ignoring "
            "direction?",
            f"How many {type_} steps are between {one} and {two} at least?",
        )
    )


@ask.register
def _(q: model.Mutual, v: Voice) -> str:
    many, type_ = q.link.source.plural, q.link.type
    asked = (
        f"pairs of {many} with {type_} in both directions, each pair once",
        f"pairs of {many} joined by {type_} both ways, without repeating a pair",
    )
    return v.pick(("List the {}.", "Find the {}.", "Show {}.")).format(v.pick(asked))


@ask.register
def _(q: model.Lookup, v: Voice) -> str:
    listed, kind, noun = all_of([spoken(name) for name in q.names]), q.kind, v.noun(q.value)
    return v.pick(
        (
            f"For each of {listed}, show the {noun} of the {kind.singular}.",
            f"For each {kind.singular} in the list {listed}, give the {noun}.",
            f"Go through the {kind.plural} {listed} and return the {noun} of each.",
        )
    )


@ask.register
def _(q: model.Classified, v: Voice) -> str:
    many, noun, limit = v.many(q.nodes), v.noun(q.value), spoken(q.threshold)
    return v.pick(
        (
            f'Label each of the {many} "{q.high}" if its {noun} is at least {limit}, otherwise '
            f'"{q.low}".',
            f'For all {many} with a known {noun}, say "{q.high}" when it is {limit} or more and '
            f'"{q.low}" when it is less.'
            if not q.nodes.where
            else f'Go through the {many}: "{q.high}" where the {noun} is {limit} or more, '
            f'"{q.low}" where it is less.',
            f'Classify {many} as "{q.high}" from {a(noun)} of {limit}, else as "{q.low}".',
        )
    )


@ask.register
def _(q: model.Defaulted, v: Voice) -> str:
    asked = f'{v.many(q.nodes)} with their {v.noun(q.value)}, or "{q.default}" where it is missing'
    return v.pick(("List all {}.", "Show the {}.", "Give me the {}.", "List {}.")).format(asked)


@ask.register
def _(q: model.Together, v: Voice) -> str:
    first, second = v.many(q.first), v.many(q.second)
    return v.pick(
        (
            f"List the names of all {first} and all {second} in one list.",
            f"Give me one list of {first} and {second}.",
            f"Combine the names of {first} with those of {second}.",
            f"One list, please: the {first} together with the {second}.",
        )
    )


@ask.register
def _(q: model.OfTheMost, v: Voice) -> str:
    noun, most = v.noun(q.order.value), extreme(q.order, v)
    owner = f"the {v.one(q.nodes)} with the {most} {noun}"
    verb, targets = third_person(q.link.forward), q.link.target.plural
    return v.pick(
        (
            f"List the {targets} that {owner} {verb}.",
            f"Find the {targets} that {owner} {verb}.",
            f"What are the {targets} that {owner} {verb}?",
        )
    )
