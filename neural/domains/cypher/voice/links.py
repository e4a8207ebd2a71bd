"""Relationships and paths, asked for in English."""

from neural.domains.cypher import model
from neural.domains.cypher.voice.ask import (
    ask,
    each,
    extreme,
    further,
    linked_to,
    they,
)
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import (
    listing,
    telling,
    third_person,
)


@ask.register
def _(q: model.Pairs, v: Voice) -> str:
    many, others = v.many(q.nodes), q.others.kind.plural
    tail = further(q.others, v)
    if q.zero:
        theirs = f"{others} they {q.link.forward}{tail}"
        its = f"{others} {they(q.link, single=True)}{tail}"
        return v.pick(
            (
                f"List all {many} and, where there are any, the {theirs}.",
                f"Show every {v.one(q.nodes)} with the {its}, if any.",
                f"Give me all {many}, including those without any, and the {theirs}.",
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
    other, tail = q.others.kind, further(q.others, v)
    noun, most, does = v.noun(q.order.value), extreme(q.order, v), they(q.link, single=True)
    return v.pick(
        (
            f"For {each(q.nodes, v)}, find the {other.singular}{tail} with the {most} {noun} that "
            f"{does}.",
            f"For {each(q.nodes, v)}, which of the {other.plural} {does}{tail} has the {most} "
            f"{noun}?",
        )
    )


@ask.register
def _(q: model.Gathered, v: Voice) -> str:
    its = linked_to(q.link, True, q.others, v, single=True)
    theirs = linked_to(q.link, True, q.others, v)
    return v.pick(
        (
            f"For {each(q.nodes, v)}, give a list of the {its}, empty where there are none.",
            f"List all {v.many(q.nodes)}, each with a possibly empty list of the {theirs}.",
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
        many, path = q.link.source.plural, f"the shortest {type_} path"
        return v.pick(
            (
                f"Which {many} lie on {path} from {one} to {two}, ignoring direction?",
                f"Show the {many} along {path} between {one} and {two}.",
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
