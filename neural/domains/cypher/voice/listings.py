"""Lists and single values, asked for in English."""

from neural.domains.cypher import model
from neural.domains.cypher.voice.ask import (
    ask,
    extreme,
    sorting,
)
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import (
    all_of,
    is_many,
    listing,
    spoken,
    telling,
    third_person,
    with_article,
)


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
    noun, way = v.noun(order.value), sorting(order, v)
    if q.nodes.where:
        return v.pick(
            (f"List the {many}, sorted by {noun}, {way}.", f"{many}, ordered by {noun}, {way}")
        )
    return v.pick(
        (
            f"List the {many} that have {with_article(noun)}, sorted by it, {way}.",
            f"Sort the {many} with a known {noun} by {noun}, {way}.",
            f"Order all {many} with {with_article(noun)} by {noun}, {way}.",
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
        return telling(asked, v.rng, is_many(v.noun(q.values[0].prop)))
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
            f'Classify {many} as "{q.high}" from {with_article(noun)} of {limit}, else '
            f'as "{q.low}".',
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
